"""Ranked passages become evidence: their sentences, scored for how likely each holds the answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.article import Sentence
from index.language.tokens import words
from index.snapshot import Snapshot, StoredPassage
from index.terms import keys_of, stems_of
from index.vectors import QuestionVectors
from rag.names.numbered import Numbered, asked_by_number, means_another
from rag.question import Question
from rag.ranking.fitting import fits
from rag.ranking.matching import matches_of, met_by
from rag.reading.reader import Reading
from rag.retrieval import Hit
from rag.weights import EVIDENCE, Features
from rag.wording.otherwise import told_otherwise

# Sentences that score at most this much less than the best are equally good where the latest is asked for.
FRESH_MARGIN = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A sentence that an answer may use; `score` is the weighted sum of its features and of what the reader tells.

    `reading` is what the reader tells of it (rag/reading), None where it was not read. `apart` is how much more of the
    question its article lacks than that of the best sentence (rag/confidence.py).
    """

    stored: StoredPassage
    sentence: Sentence
    score: float
    features: Features
    reading: Reading | None = None
    apart: float = 0.0

    @property
    def key(self) -> tuple[str, int]:
        """What tells sentences apart: article id and start."""
        return self.stored.article.id, self.sentence.start


def select(question: Question, vectors: QuestionVectors, hits: Sequence[Hit], snapshot: Snapshot) -> list[Evidence]:
    """Return the sentences of some hits, best first, each once."""
    stems = _Coverage(question.stems, lambda term: snapshot.lexical.rarity("stems", term))
    keys = _Coverage(question.keys, lambda term: snapshot.lexical.rarity("keys", term))
    weights = EVIDENCE.vector()
    asked = set(words(question.search_text))
    named = asked_by_number(question)
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    found: dict[tuple[str, int], Evidence] = {}
    for hit in hits:
        mine = vectors.of(hit.stored.article.language)
        similarities = hit.stored.sentence_vectors @ mine.whole
        matches = matches_of(question, mine, hit.stored)
        met = met_by(matches) if len(matches) else (similarities, similarities)
        headline = hit.stored.article.headline
        heading_stems = {*stems_of(headline), *told_otherwise(question.otherwise, headline)}
        heading_keys = set(keys_of(headline))
        before = ""
        for sentence, similarity, own, told in zip(hit.stored.passage.sentences, similarities, *met, strict=True):
            features = Features(
                similarity=max(0.0, float(similarity)),
                tokens=max(0.0, float(own)),
                context=max(0.0, float(told)),
                overlap=stems.of(
                    [*stems_of(sentence.text), *told_otherwise(question.otherwise, sentence.text)], heading_stems
                ),
                names=keys.of(keys_of(sentence.text), heading_keys),
                passage=hit.score / best,
                kind=fits(question.wanted, sentence.text, asked),
                lead=float(sentence.start == 0),
                same_language=float(hit.stored.article.language == question.answer_language),
                another=float(_tells_of_another(named, sentence.text, f"{headline} | {before}")),
            )
            before = sentence.text
            evidence = Evidence(hit.stored, sentence, float(features.vector() @ weights), features)
            held = found.get(evidence.key)
            if held is None or evidence.score > held.score:
                found[evidence.key] = evidence
    return sorted(found.values(), key=lambda evidence: (-evidence.score, evidence.key))


def _tells_of_another(named: Sequence[Numbered], sentence: str, before: str) -> bool:
    """Tell whether a sentence, or what stands before it where it names nothing, means another than those named."""
    return bool(named) and (means_another(named, sentence) or means_another(named, f"{before} | {sentence}"))


def freshest_first(question: Question, ranked: Sequence[Evidence]) -> list[Evidence]:
    """Where the latest is asked for, put the newest first among sentences nearly as good as the best."""
    if not ranked or question.window is None or not question.window.latest:
        return list(ranked)
    near = [one for one in ranked if one.score >= ranked[0].score - FRESH_MARGIN]
    near.sort(key=lambda one: (one.stored.article.published or "")[:10], reverse=True)
    return [*near, *ranked[len(near) :]]


class _Coverage:
    """How much of a question's terms a sentence covers, each term weighed by its rarity in the archive."""

    def __init__(self, terms: Iterable[str], rarity: Callable[[str], float]) -> None:
        self._weights = {term: rarity(term) for term in terms}
        self._total = sum(self._weights.values())

    def of(self, terms: Iterable[str], heading: set[str]) -> float:
        """Return the covered share, 0…1; what the headline says, the whole article is about and need not repeat."""
        if not self._total:
            return 0.0
        here = heading.union(terms)
        covered = sum(weight for term, weight in self._weights.items() if term in here)
        return covered / self._total
