"""The quote writer: the sentences that answer, verbatim, at most three. Offline, and the default."""

from collections.abc import Iterator, Sequence

from index.language.tokens import words
from rag.evidence import Evidence
from rag.question import Question
from rag.settings import Settings
from rag.writers import Draft

# Two sentences that share this much of their words say the same: only the better one is quoted.
SAME = 0.8


class QuoteWriter:
    """Quote the best sentences, each cited, best first."""

    name = "quote"

    def __init__(self, settings: Settings) -> None:
        self._most = settings.quotes
        self._margin = settings.quote_margin

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield up to the set number of sentences: the best, and others that score nearly as well and say more."""
        chosen: list[set[str]] = []
        for one in evidence:
            if len(chosen) == self._most or one.score < evidence[0].score - self._margin:
                return
            told = set(words(one.sentence.text))
            if any(_alike(told, before) for before in chosen):
                continue
            chosen.append(told)
            yield Draft(one.sentence.text, (one,))


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SAME * min(len(one), len(other))
