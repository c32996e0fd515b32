"""The quote writer: the sentences that answer, verbatim, at most three. Offline, and the default."""

from collections.abc import Iterator, Sequence

from index.language.tokens import words
from rag.evidence import Evidence
from rag.question import Question
from rag.settings import Settings
from rag.writers import Draft

# Two sentences that share this much of their words say the same: only the better one is quoted.
SAME = 0.8
# Another article that lacks so much more of the question's words, by their rarity, than that of the best sentence is
# about something else. Of the 78 such sentences quoted for the development questions this leaves out 26; of these two
# are of articles that answer.
APART = 0.02


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
        about something else; of one that has too few of the question's words none is quoted.
        """
        chosen: list[set[str]] = []
        articles: set[str] = set()
        for one in evidence:
            behind = evidence[0].score - one.score
            if len(chosen) == self._most or behind > max(self._margin, self._margin_elsewhere):
                return
            article = one.stored.article.id
            if article in articles:
                is_far = behind > self._margin
            else:
                is_far = behind > self._margin_elsewhere or one.apart > APART
            if chosen and is_far:
                continue
            told = set(words(one.sentence.text))
            if any(_alike(told, before) for before in chosen):
                continue
            chosen.append(told)
            articles.add(article)
            yield Draft(one.sentence.text, (one,))


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SAME * min(len(one), len(other))
