"""Builds the pairs of a sentence and what it cites, from the sample articles and translations of their sentences."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Literal

import seeds
from eval.corruption.changes import CHANGES
from eval.corruption.rewording import REWORDINGS
from index.article import Article, Language
from index.language.sentences import split_sentences
from index.language.tokens import words
from index.readers import read

TRANSLATED = Path(__file__).with_name("translated_claims.jsonl")
KINDS = ("true", *CHANGES, "not in evidence")
Split = Literal["dev", "test"]
Pairing = Literal["hi", "en", "across"]

# Sentences of this many words are asked about, and so many pairs of a kind and pairing are made at most.
SHORTEST, LONGEST = 7, 40
MOST = 240
MOST_TRUE = 420
# Changed sentences of one translated sentence.
VARIANTS = 3
# A sentence with a larger share of another's words may follow from it.
UNRELATED = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and the article's sentence that it cites; `how` says how it was made, `event` what it is about."""

    kind: str
    how: str
    claim: str
    claim_language: Language
    evidence: str
    evidence_language: Language
    event: str
    split: Split

    @property
    def pairing(self) -> Pairing:
        """The language of both, or "across"."""
        return self.claim_language if self.claim_language == self.evidence_language else "across"

    @property
    def is_true(self) -> bool:
        """Whether the sentence follows from what it cites."""
        return self.kind == "true"


@dataclass(frozen=True)
class _Source:
    """A sentence of an article, with what else the article says."""

    claim: str
    claim_language: Language
    evidence: str
    evidence_language: Language
    article: str
    others: tuple[str, ...]

    @cached_property
    def event(self) -> str:
        """The part of an article's id that its event's articles share."""
        return Path(self.article).stem[len("2019-09-07-") :] or self.article


def pairs(split: Split | None = None) -> list[Pair]:
    """Return all pairs, always the same; one event's are all in one half, by a hash of its name.

    >>> {pair.kind for pair in pairs("dev")} == set(KINDS)
    True
    """
    made = [*_limited(_made(_own_sentences(_articles().values()), 1)), *made_from_translations(TRANSLATED)]
    return [pair for pair in made if split in (None, pair.split)]


def made_from_translations(path: Path) -> list[Pair]:
    """Return the pairs of a file of translated sentences, each line an article's id, its sentence and the claim."""
    return _limited(_made(_translated(_articles(), path), VARIANTS))


def _articles() -> dict[str, Article]:
    return {article.id: article for article in read(str(seeds.ARTICLES)) if isinstance(article, Article)}


def split_of(event: str) -> Split:
    """Return the half that an event belongs to."""
    return "test" if sha256(event.encode()).digest()[0] % 2 else "dev"


def _own_sentences(articles: Iterable[Article]) -> Iterator[_Source]:
    seen: set[str] = set()
    for article in articles:
        told = _sentences(article.body)
        for sentence in told:
            if SHORTEST <= len(words(sentence)) <= LONGEST and sentence not in seen:
                seen.add(sentence)
                others = tuple(other for other in told if other != sentence)
                yield _Source(sentence, article.language, sentence, article.language, article.id, others)


def _translated(articles: dict[str, Article], path: Path) -> Iterator[_Source]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = articles[row["article"]]
        others = tuple(other for other in _sentences(article.body) if other != row["evidence"])
        other_language: Language = "en" if article.language == "hi" else "hi"
        yield _Source(row["claim"], other_language, row["evidence"], article.language, article.id, others)


def _sentences(body: str) -> list[str]:
    return [" ".join(body[start:end].split()) for start, end in split_sentences(body)]


def _made(sources: Iterator[_Source], variants: int) -> Iterator[Pair]:
    listed = list(sources)
    for source in listed:
        for how, reword in REWORDINGS.items():
            new = reword(source.claim, source.claim_language, _chance(source, how))
            if new and (new != source.claim or how == "verbatim"):
                yield _pair(source, "true", how, new, source.evidence)
        for kind, change in CHANGES.items():
            changed = {
                new: how
                for how in range(variants)
                if (new := change(source.claim, source.claim_language, _chance(source, f"{kind}{how}")))
            }
            for new in changed:
                if new != source.claim:
                    yield _pair(source, kind, kind, new, source.evidence)
        yield from _unsupported(source, listed)


def _unsupported(source: _Source, listed: Sequence[_Source]) -> Iterator[Pair]:
    """Yield the sentence with another sentence of its article to cite, and with one of another event."""
    chance = _chance(source, "not in evidence")
    own = set(words(source.evidence))
    near = [other for other in source.others if len(own & set(words(other))) <= UNRELATED * len(own)]
    if near:
        yield _pair(source, "not in evidence", "same article", source.claim, chance.choice(near))
    far = chance.choice(
        [o for o in listed if o.event != source.event and o.evidence_language == source.evidence_language]
    )
    yield _pair(source, "not in evidence", "other event", source.claim, far.evidence)


def _pair(source: _Source, kind: str, how: str, claim: str, evidence: str) -> Pair:
    return Pair(
        kind,
        how,
        claim,
        source.claim_language,
        evidence,
        source.evidence_language,
        source.event,
        split_of(source.event),
    )


def _chance(source: _Source, salt: str) -> Random:
    return Random(f"{salt}|{source.article}|{source.claim}")  # noqa: S311


def _limited(made: Iterator[Pair]) -> list[Pair]:
    """Return so many of each kind, way and pairing, picked by a hash."""
    groups: dict[tuple[str, str], dict[str, list[Pair]]] = {}
    for pair in made:
        groups.setdefault((pair.kind, pair.pairing), {}).setdefault(pair.how, []).append(pair)
    kept: list[Pair] = []
    for (kind, pairing), ways in groups.items():
        most = (MOST_TRUE if kind == "true" else MOST) // (1 if pairing == "across" else len(ways))
        for listed in ways.values():
            kept += sorted(listed, key=_hashed)[:most]
    return kept


def _hashed(pair: Pair) -> bytes:
    return sha256(f"{pair.kind}|{pair.how}|{pair.claim}|{pair.evidence}".encode()).digest()
