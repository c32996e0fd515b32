"""Whether a written sentence follows from the sentences that it cites: numbers, dates, names, negation and content."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from index.article import Language
from index.embedding import Embedder
from rag.evidence import Evidence
from rag.verification.checks import Code, Finding, amounts, covered, days, denials, names
from rag.verification.messages import told
from rag.verification.terms import Statement, read_statement
from rag.verification.weights import WEIGHTS, Pairing, Signals

Support = Literal["supported", "partly", "unsupported"]

_MOST = 3


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence that is cited, with the headline of its article and the day that it came out."""

    text: str
    headline: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is not borne out: a word for programs, the part that it is about, and sentences for readers."""

    code: Code
    detail: str

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code

    def message(self, language: Language) -> str:
        """Return the reason as a sentence in Hindi or English."""
        return told(self.code, self.detail, language)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`support`, the estimated probability 0…1 that the sentence follows, and what speaks against it."""

    support: Support
    probability: float
    reasons: tuple[Reason, ...]


class Verifier:
    """Checks sentences against what they cite, with the word table and the vectors of an embedding model.

    >>> from index.hashing import HashEmbedder
    >>> verifier = Verifier(HashEmbedder())
    >>> cited = [Cited("भारत ने 36 प्रतिशत आयात रूस से किया।")]
    >>> verifier.check_texts("भारत ने रूस से 36 फीसदी आयात किया।", cited).support
    'supported'
    >>> [reason.message("en") for reason in verifier.check_texts("भारत ने 63 प्रतिशत आयात रूस से किया।", cited).reasons]
    ['63 प्रतिशत is not in the cited sentence.']
    """

    def __init__(self, embedder: Embedder, nli: str | None = None) -> None:
        """Take an embedding model, and the name or folder of an NLI model of transformers, read when first needed."""
        self._nli = nli
        self._read = lru_cache(maxsize=2048)(lambda text: read_statement(text, embedder.neighbours))
        # Not the archive's vectors: those are read in the context of their passage, and lie elsewhere.
        self._vector = lru_cache(maxsize=2048)(lambda text: embedder.encode_questions([text])[0])

    def prepare(self, cited: Evidence) -> None:
        """Read a sentence that may be cited, with its headline, and remember it; safe beside `check`."""
        one = _cited(cited)
        for text in filter(None, (one.text, one.headline)):
            self._read(text)
        self._vector(one.text)

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Verdict:
        """Return whether a sentence in a language follows from the evidence that it cites, all of it together."""
        return self.check_texts(sentence, [_cited(evidence) for evidence in cited], language)

    def check_texts(self, sentence: str, cited: Sequence[Cited], language: Language | None = None) -> Verdict:
        """Return whether a sentence follows from some sentences; without any it does not."""
        if not cited:
            return Verdict("unsupported", 0.0, (Reason("content", ""),))
        signals, findings = self.signals(sentence, cited)
        probability = 1 / (1 + math.exp(-WEIGHTS.log_odds(signals, pairing(sentence, cited))))
        if self._nli is not None and probability >= WEIGHTS.partly:
            from rag.verification.entailment import entailment_model

            probability *= entailment_model(self._nli)(" ".join(one.text for one in cited), sentence)
        reasons = tuple(dict.fromkeys(Reason(finding.code, finding.detail) for finding in findings))
        if probability >= WEIGHTS.supported:
            return Verdict("supported", probability, ())
        support: Support = "partly" if probability >= WEIGHTS.partly else "unsupported"
        return Verdict(support, probability, reasons or (Reason("content", ""),))

    def signals(self, sentence: str, cited: Sequence[Cited]) -> tuple[Signals, list[Finding]]:
        """Return what the verdict rests on, and what was found missing."""
        stated, there = self._read(sentence), [self._read(one.text) for one in cited]
        headlines = [self._read(one.headline) for one in cited if one.headline]
        findings = list(amounts(sentence, stated, there))
        findings += days(stated, there, [one.published for one in cited if one.published])
        across = pairing(sentence, cited) == "across"
        missing, sure, left = names(stated, [*there, *headlines])
        findings += [Finding("name", name) for name in missing]
        added, lost = denials(stated, there, across=across)
        if added or lost:
            findings.append(Finding("negation", ""))
        count = {code: min(_MOST, sum(f.code == code for f in findings)) for code in ("number", "unit", "date")}
        uncovered = _uncovered(stated, [*there, *headlines])
        similarity = max(float(self._vector(one.text) @ self._vector(sentence)) for one in cited)
        signals = Signals(
            number=count["number"],
            unit=count["unit"],
            date=count["date"],
            name=min(_MOST, len(missing)),
            sure_name=min(_MOST, sure),
            swapped=min(_MOST, len(missing), left),
            denial_added=float(added),
            denial_lost=float(lost),
            uncovered=uncovered,
            dissimilar=1 - similarity,
            unlike=(1 - similarity) * uncovered,
        )
        return signals, findings


def _uncovered(stated: Statement, there: Sequence[Statement]) -> float:
    """Return the share 0…1 of a sentence's words that are not cited."""
    cited = [term for one in there for term in one.terms]
    shares = [1 - covered(term, cited) for term in stated.terms]
    return sum(shares) / len(shares) if shares else 0.0


def pairing(sentence: str, cited: Sequence[Cited]) -> Pairing:
    """Return the script of a sentence where some citation is in it too, else that it goes across."""
    if not any(_is_hindi(one.text) == _is_hindi(sentence) for one in cited):
        return "across"
    return "hi" if _is_hindi(sentence) else "en"


def _is_hindi(text: str) -> bool:
    return 2 * sum("\u0900" <= character <= "\u097f" for character in text) > sum(not c.isspace() for c in text)


def _cited(evidence: Evidence) -> Cited:
    article = evidence.stored.article
    try:
        published = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        published = None
    return Cited(evidence.sentence.text, article.headline, published)
