"""Whether two texts are one report: copies, trimmed or lightly edited ones, but not a follow-up with new facts."""

from functools import cached_property, lru_cache

import regex

from index.language.sentences import split_sentences
from index.language.stems import is_stop_word, stem
from index.language.tokens import words
from index.signature import shingles

# How these were chosen: docs/decisions/0006-stories.md.
# The least share of all shingles that both texts have, and of those of the shorter one.
ALIKE, CONTAINED = 0.4, 0.7
# The most of a lead's words that the other text may lack.
NEW_WORDS = 0.35
# A sentence of whose words the other text has this share is one of its own sentences, edited.
EDITED = 0.75
# The lead is the sentences that begin within so many characters: a short first one does not tell the news alone.
LEAD = 100
# "नई दिल्ली, 4 दिसंबर (भाषा): ", "NEW DELHI, Dec 4 (PTI) — ": agencies differ in it, and it is no news.
_DATELINE = regex.compile(r"\A[^.।:\n]{2,50}?(?:\([^)\n]{2,30}\)\s*[:—–-]?|\s[—–]+|\s-+|:)\s+")
_DIGIT = regex.compile(r"\p{Nd}")


class _Report:
    """A text as it is compared; what only few comparisons get to is worked out when they do."""

    def __init__(self, body: str) -> None:
        self._body = body
        self.shingles = shingles(body)

    @cached_property
    def numbers(self) -> set[str]:
        """The words with a digit in them."""
        return {word for word in words(self._body) if _DIGIT.search(word)}

    @cached_property
    def stems(self) -> set[str]:
        """The stems of all words."""
        return {stem(word) for word in words(self._body)}

    @cached_property
    def sentences(self) -> list[frozenset[str]]:
        """The words of the lead, then those of each sentence."""
        text = _DATELINE.sub("", self._body.strip(), count=1)
        spans = split_sentences(text)
        lead = max((end for start, end in spans if start < LEAD), default=0)
        return [frozenset(words(text[start:end])) for start, end in [(0, lead), *spans]]

    def lacks(self, told: frozenset[str]) -> float:
        """Return the share of the telling words among some that this text does not have."""
        stems = {stem(word) for word in told if not is_stop_word(word)}
        return len(stems - self.stems) / max(1, len(stems))

    def lacks_figure(self, told: frozenset[str]) -> bool:
        """Tell whether there is a number among some words that this text does not have."""
        return any(_DIGIT.search(word) and word not in self.numbers for word in told)


def is_same_report(one: str, other: str) -> bool:
    """Tell whether two bodies are one report; which is which makes no difference.

    >>> body = "The bridge over the Ganga at Patna was opened on Monday by the minister. It is five kilometres long."
    >>> is_same_report(body, "PATNA, May 5 (MW) - " + body), is_same_report(body, "At last. " + body)
    (True, True)
    >>> is_same_report(body, "Cracks closed the bridge 9 days later. " + body)
    False
    """
    a, b = _report(one), _report(other)
    shared = len(a.shingles & b.shingles)
    if shared < ALIKE * len(a.shingles | b.shingles) or shared < CONTAINED * min(len(a.shingles), len(b.shingles)):
        return False
    return not _brings_news(a, b) and not _brings_news(b, a)


def _brings_news(one: _Report, other: _Report) -> bool:
    """Tell whether a text leads with what the other lacks, or has another figure in a sentence of the other."""
    lead, *sentences = one.sentences
    if other.lacks(lead) > NEW_WORDS or other.lacks_figure(lead):
        return True
    return any(other.lacks_figure(told) and other.lacks(told) <= 1 - EDITED for told in sentences)


@lru_cache(maxsize=256)
def _report(body: str) -> _Report:
    """Return a text made ready; a report is soon compared with the next."""
    return _Report(body)
