"""Names that bear a number: चंद्रयान-3, COVID-19, G20, अनुच्छेद 370, अगस्त 2023; whether a text means another of them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.phonetic import phonetic_keys
from index.language.quantity_words import UNITS
from index.language.stems import is_stop_word
from index.language.tokens import Token, tokens
from index.language.transliteration import LATIN_OF
from rag.question import Question

_DASHES = frozenset("-–—‐‑−")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_DAY = regex.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_LETTER = "|".join(sorted(LATIN_OF, key=len, reverse=True))
# 370, 35A, 35ए.
_NUMBER = regex.compile(rf"(?<number>\d{{1,4}})(?<letter>[a-z]|{_LETTER})?")
_ONE_WORD = regex.compile(r"(?<name>\p{L}[\p{L}\p{M}]*)(?<number>\d{1,4})")  # G20
_NUMBER_FIRST = regex.compile(rf"(?<number>\d)(?<name>g|जी|{_LETTER})")  # 5G
# Words that a number always makes a name of; those of a line are one in both languages.
_LABELS = {
    word: line.split()[0]
    for line in (
        "article अनुच्छेद anuchchhed anuched anuchhed",
        "section धारा dhara",
        "schedule अनुसूची anusuchi",
        "phase चरण charan",
        "chapter अध्याय adhyay",
    )
    for word in line.split()
}
MONTH = "month of"


class Numbered(NamedTuple):
    """A name, as the keys by which it is known in either script, and its number.

    It is `sure` where the number is no count: joined to the name by a dash or without a gap, behind a name with a
    capital letter or a word such as "article", or the year of a month. All months of a year are one name: what is told
    of July and of August 2023 is often one report's, what is told of August 2022 is there to compare.
    """

    keys: frozenset[str]
    number: str
    sure: bool


def numbered(text: str) -> Sequence[Numbered]:
    """Return the numbered names of a text.

    >>> [(sorted(one.keys), one.number) for one in numbered("चंद्रयान-3 और जी20, अगस्त 2023")]
    [(['cndrn', 'चंद्रयान'], '3'), (['g'], '20'), (['month of'], '2023')]
    """
    return _remembered(text)


@lru_cache(maxsize=4096)
def _remembered(text: str) -> tuple[Numbered, ...]:
    found = tokens(text)
    return tuple(one for place in range(len(found)) for one in _at(text, found, place))


def _at(text: str, found: Sequence[Token], place: int) -> Iterator[Numbered]:
    """Yield the numbered name that begins with the word at a place."""
    one = found[place]
    if match := _ONE_WORD.fullmatch(one.text):
        yield Numbered(_keys(match["name"]), match["number"], sure=True)
    elif match := _NUMBER_FIRST.fullmatch(one.text):
        yield Numbered(frozenset({f"number {_letter(match['name'])}"}), match["number"], sure=True)
    following = found[place + 1 : place + 3]
    if one.text in MONTHS:
        year = next((word for word in following if _YEAR.fullmatch(word.text)), None)
        if year is not None and (year is following[0] or _DAY.fullmatch(following[0].text)):
            yield Numbered(frozenset({MONTH}), year.text, sure=True)
    elif following and (match := _NUMBER.fullmatch(following[0].text)):
        gap = text[one.end : following[0].start].strip()
        counts = len(following) > 1 and following[1].text in UNITS
        joined = gap in _DASHES and one.text[0].isalpha()  # G-20 is no weight
        if (joined or _may_be_named(one.text)) and (not gap or gap in _DASHES) and not counts:
            sure = bool(gap) or one.text in _LABELS or text[one.start].isupper()
            letter = _letter(match["letter"]) if match["letter"] else ""
            yield Numbered(_keys(one.text), match["number"] + letter, sure)


def _may_be_named(word: str) -> bool:
    return not (word[0].isdigit() or is_stop_word(word) or word in WEEKDAYS or word in UNITS)


def _keys(word: str) -> frozenset[str]:
    if word in _LABELS:
        return frozenset({_LABELS[word]})
    return frozenset(phonetic_keys(word)) | {_letter(word)}


def _letter(word: str) -> str:
    return LATIN_OF.get(word, word).lower()


def asked_by_number(question: Question) -> Sequence[Numbered]:
    """Return the numbered names of a question; years of months only where it asks within them, not "before" them."""
    window = question.window
    within = window is not None and window.start is not None and window.end is not None
    return [one for one in numbered(question.search_text) if within or MONTH not in one.keys]


def means_another(asked: Sequence[Numbered], text: str) -> bool:
    """Tell whether a text has a name that is asked for with other numbers and not with one that is asked for.

    >>> means_another(numbered("Chandrayaan-3 launch"), "चंद्रयान-2 को 2019 में छोड़ा गया।")
    True
    >>> means_another(numbered("Chandrayaan-3 launch"), "चंद्रयान-2 के बाद चंद्रयान-3 छोड़ा गया।")
    False
    """
    there = numbered(text) if asked else ()
    for one in asked:
        same = [other for other in there if other.keys & one.keys and (other.sure or one.sure)]
        numbers = {other.number for other in asked if other.keys & one.keys}
        if same and numbers.isdisjoint(other.number for other in same):
            return True
    return False


def has_all(asked: Sequence[Numbered], text: str) -> bool:
    """Tell whether a text has every one of some numbered names, in either script, with its number.

    >>> has_all(numbered("Chandrayaan-3"), "चंद्रयान-3 उतरा"), has_all(numbered("Chandrayaan-3"), "चंद्रयान-2 गिरा")
    (True, False)
    """
    there = numbered(text) if asked else ()
    return all(any(one.number == other.number and one.keys & other.keys for other in there) for one in asked)


def is_known_otherwise(asked: Sequence[Numbered], texts: Sequence[str]) -> bool:
    """Tell whether some texts have a name that is asked for with other numbers, and none has it with its own.

    A year is left out: what happened in it is told without naming it. A longer number that stands there under another
    name (धारा 370 for Article 370) is taken for its own.
    """
    return any(
        any(means_another([one], text) for text in texts) and not any(_may_have(one, text) for text in texts)
        for one in asked
        if not _YEAR.fullmatch(one.number)
    )


def _may_have(one: Numbered, text: str) -> bool:
    bare = len(one.number) > 1 and any(token.text == one.number for token in tokens(text))
    return bare or has_all([one], text)
