"""What a question marks: "exact phrases" that must be there and -words that must not."""

from dataclasses import dataclass

import regex

from index.filters import Words
from index.language.tokens import words

_OPEN, _CLOSE = '"“„«', '"”“»'
_INSIDE = f"[^{_OPEN}{_CLOSE}]{{1,200}}"
_PHRASE = regex.compile(f"[{_OPEN}](?<inside>{_INSIDE})[{_CLOSE}]")
# A minus before a letter at the start of a word: not in चंद्रयान-3 or COVID-19, no lone dash, no -5 degrees.
_EXCLUDED = regex.compile(
    rf"(?<!\S)[-−](?:[{_OPEN}](?<inside>{_INSIDE})[{_CLOSE}]|(?<inside>\p{{L}}[^\s{_OPEN}{_CLOSE}]*))"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A question without what it excludes; phrases and exclusions as runs of folded words."""

    text: str
    phrases: tuple[Words, ...]
    excluded: tuple[Words, ...]


def read_marks(text: str) -> Marked:
    """Return a question's quoted phrases and excluded words, and what is left to search for.

    >>> read_marks('"रक्षा मंत्री" -क्रिकेट COVID-19')
    Marked(text='"रक्षा मंत्री" COVID-19', phrases=(('रक्षा', 'मंत्री'),), excluded=(('क्रिकेट',),))
    """
    excluded = _runs(_EXCLUDED, text)
    left = " ".join(_EXCLUDED.sub(" ", text).split())
    return Marked(left, _runs(_PHRASE, left), excluded)


def _runs(pattern: regex.Pattern[str], text: str) -> tuple[Words, ...]:
    found = (tuple(words(match["inside"])) for match in pattern.finditer(text))
    return tuple(dict.fromkeys(run for run in found if run))
