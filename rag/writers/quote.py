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
        self._margin_elsewhere = settings.quote_margin_elsewhere

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield up to the set number of sentences: the best, and others that score nearly as well and say more.

        A sentence of an article that is quoted already may score less than one of another article, which is more often
        about something else.
        """
        chosen: list[set[str]] = []
        articles: set[str] = set()
        for one in evidence:
            behind = evidence[0].score - one.score
            if len(chosen) == self._most or behind > max(self._margin, self._margin_elsewhere):
                return
            article = one.stored.article.id
            if chosen and behind > (self._margin if article in articles else self._margin_elsewhere):
                continue
            told = set(words(one.sentence.text))
            if any(_alike(told, before) for before in chosen):
                continue
            chosen.append(told)
            articles.add(article)
            yield Draft(one.sentence.text, (one,))


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SAME * min(len(one), len(other))
