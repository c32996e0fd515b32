"""What a line of a saved news page says about the article: a byline, a date, a labelled heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.dates import read_timestamp
from index.language.normalise import fold
from index.language.tokens import words

Kind = Literal[
    "first_published", "published", "updated", "author", "headline", "standfirst", "section", "source", "rights",
    "place", "url", "id", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing a line says about the article; an author without a value stands on the next line."""

    kind: Kind
    value: str


_DATE_LABELS: dict[Kind, str] = {
    "first_published": "first published|पहली बार प्रकाशित|प्रथम प्रकाशित",
    "updated": "last updated|last modified|updated|modified|अंतिम अपडेट|आखिरी अपडेट|अपडेट किया गया|अपडेटेड|अपडेट|अद्यतन|संशोधित",
    "published": "date published|publish date|publication date|published|posted|date|प्रकाशित तिथि|प्रकाशन तिथि|प्रकाशित|"
    "दिनांक|तारीख|तिथि",
}
_AUTHOR_LABELS = (
    "published by|written by|reported by|posted by|story by|edited by|authors|author|byline|reporter|"
    "लेखक|लेखिका|रिपोर्टर|रिपोर्ट|संवाददाता|द्वारा|प्रस्तुति|संपादन"
)
# These need a colon: without one they are words like any other.
_OTHER_LABELS: dict[Kind, str] = {
    "headline": "headline|title|शीर्षक",
    "standfirst": "standfirst|subtitle|उपशीर्षक",
    "section": "section|category|श्रेणी|खंड",
    "source": "source|publication|newspaper|स्रोत",
    "rights": "rights|copyright|licence|license|अधिकार|कॉपीराइट",
    "place": "place|location|स्थान",
    "url": "url|link|लिंक",
    "id": "id|article id",
}


def _labels(names: str) -> str:
    return "|".join(fold(name).replace(" ", r"\s+") for name in sorted(names.split("|"), key=len, reverse=True))


_END = r"(?![\p{L}\p{M}])"
_COLON = r"\s*[:：]\s*"
_DATES = {
    kind: regex.compile(rf"(?:{_labels(names)}){_END}(?:\s+(?:on|at|को))?(?P<mark>\s*[:：–—|-]+)?\s*(?P<rest>.*)")
    for kind, names in _DATE_LABELS.items()
}
_AUTHOR = regex.compile(rf"(?:{_labels(_AUTHOR_LABELS)}){_END}(?P<mark>\s*[:：–—|-]+)?\s*(?P<rest>.*)")
_OTHERS = {kind: regex.compile(rf"(?:{_labels(names)}){_COLON}(?P<rest>.+)") for kind, names in _OTHER_LABELS.items()}
_ALL_RIGHTS = regex.compile(r"(?:©|\(c\)\s|copyright\s).*|.*(?:all rights reserved|सर्वाधिकार सुरक्षित)\P{L}*")
_BOUNDARY = regex.compile(
    rf"\s*[|•·,;/]\s*(?=(?:by\s|(?:{_labels('|'.join(_DATE_LABELS.values()))}){_END}))", regex.IGNORECASE
)
_BY = regex.compile(r"[Bb][Yy][:\s]\s*(?P<rest>\S.*)")
_NAME_WORD = regex.compile(r"[\p{Lu}\p{Lo}(@].*|and|of|the|with|in|for|&|de|bin|[-–|]")
_AGENCY = regex.compile(
    r"(?:.*\s)?(?:संवाददाता|ब्यूरो|डेस्क|एजेंसी|एजेंसियां|bureau|desk|correspondent|reporter|agencies|news service)|"
    r"(?:(?:pti|ani|ians|uni|reuters|afp|ap|भाषा|वार्ता|यूएनआई|पीटीआई|एएनआई|आईएएनएस)(?:\s*[/,-]\s*)?)+"
)
_READING_TIME = regex.compile(r"\d+\s*(?:min(?:ute)?s?\s+read|मिनट में पढें|मिनट)")
_ADDRESS = regex.compile(r"https?://\S+")
_TIME_WORDS = "am pm a p m ist gmt utc at on to st nd rd th hrs hours z को बजे सुबह शाम दोपहर रात देर तडके एएम पीएम आईएसटी"
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(_TIME_WORDS.split())
_NUMBER = regex.compile(r"\d+(?:st|nd|rd|th|t\d+z?)?")
_NUMERIC_DATE = regex.compile(r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b")
_SENTENCE_END = regex.compile(r"(?:[।?!]|(?<![ap]\.m)\.)[\"'”’)\]]*\Z", regex.IGNORECASE)
_LONGEST_MARK, _NAME_WORDS = 240, 8
MOST_AUTHORS = 20


def marks_of(line: str) -> list[Mark]:
    """Return what a line says about the article, or nothing when it is a line of text.

    >>> marks_of("Last Updated- December 04, 2025 | 11:07 PM IST")
    [Mark(kind='updated', value='December 04, 2025 | 11:07 PM IST')]
    >>> marks_of("लेखक: मीरा सेन"), marks_of("By then the river had fallen.")
    ([Mark(kind='author', value='मीरा सेन')], [])
    """
    line = " ".join(line.split())
    if not line or len(line) > _LONGEST_MARK:
        return []
    segments = _BOUNDARY.split(line)
    marks = [_mark_of(segment) for segment in segments]
    found = [mark for mark in marks if mark]
    if marks[0] is None and found and len(words(segments[0])) > _NAME_WORDS:
        return []
    return found


def fields_of(marks: Sequence[Mark]) -> dict[str, str]:
    """Return the article's fields that marks give, the first of a kind winning; "First Published" beats "Published"."""
    found: dict[Kind, str] = {}
    authors: dict[str, None] = {}
    for mark in marks:
        if mark.kind == "author":
            authors |= {mark.value: None} if mark.value else {}
        else:
            found.setdefault(mark.kind, mark.value)
    dates: list[Kind] = ["first_published", "published", "updated"]
    published = next((found[kind] for kind in dates if kind in found), "")
    updated = found.get("updated", "") if "first_published" in found or "published" in found else ""
    names: list[Kind] = ["headline", "standfirst", "section", "source", "rights", "place", "url", "id"]
    fields: dict[str, str] = {name: found[name] for name in names if name in found}
    return {**fields, "published": published, "updated": updated, "author": ", ".join(list(authors)[:MOST_AUTHORS])}


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, which headlines and sections do not.

    >>> ends_sentence("बारिश थम गई।"), ends_sentence("Rain stops at last")
    (True, False)
    """
    return bool(_SENTENCE_END.search(line.rstrip()))


def _mark_of(segment: str) -> Mark | None:
    return _date(segment) or _label(segment) or _byline(segment)


def _date(segment: str) -> Mark | None:
    folded = fold(segment)
    for kind, pattern in _DATES.items():
        match = pattern.fullmatch(folded)
        if match and (_is_bare_date(match["rest"]) or (match["mark"] and read_timestamp(match["rest"]))):
            return Mark(kind, _original(segment, folded, match["rest"]))
    if _READING_TIME.fullmatch(folded):
        return Mark("other", segment)
    return Mark("published", segment) if _is_bare_date(folded) else None


def _is_bare_date(folded: str) -> bool:
    """Tell whether a folded text is a date and nothing else, a numeric one whose order is unknown included."""
    known = all(word in _CALENDAR or _NUMBER.fullmatch(word) for word in words(folded))
    return known and bool(read_timestamp(folded) or _NUMERIC_DATE.search(folded))


def _label(segment: str) -> Mark | None:
    folded = fold(segment)
    for kind, pattern in _OTHERS.items():
        match = pattern.fullmatch(folded)
        if match:
            return Mark(kind, _original(segment, folded, match["rest"]))
    if _ALL_RIGHTS.fullmatch(folded):
        return Mark("rights", segment)
    return Mark("url", segment) if _ADDRESS.fullmatch(segment) else None


def _byline(segment: str) -> Mark | None:
    folded = fold(segment)
    match = _AUTHOR.fullmatch(folded)
    if match:
        rest = _original(segment, folded, match["rest"])
        stands = match["mark"] or not rest or (" " in folded[: match.start("rest")].strip() and _is_name(rest))
        return Mark("author", _before_bar(rest)) if stands and len(words(rest)) <= _NAME_WORDS else None
    by = _BY.fullmatch(segment)
    if by and _is_name(by["rest"]):
        return Mark("author", _before_bar(by["rest"]))
    return Mark("author", segment) if len(words(segment)) <= 6 and _AGENCY.fullmatch(folded) else None


def _before_bar(text: str) -> str:
    """Return the name of "Neha Rao | New Delhi"."""
    return text.partition("|")[0].strip()


def _is_name(text: str) -> bool:
    parts = text.split()
    if len(parts) > _NAME_WORDS or ends_sentence(text):
        return False
    return all(_NAME_WORD.fullmatch(part) for part in parts) or bool(_AGENCY.fullmatch(fold(text)))


def _original(segment: str, folded: str, rest: str) -> str:
    """Return the end of a segment that folded to `rest`; folding changes lengths, so it is looked for."""
    if not rest:
        return ""
    if len(folded) == len(segment):
        return segment[len(segment) - len(rest) :]
    return next((segment[start:] for start in range(len(segment)) if fold(segment[start:]) == rest), segment)
