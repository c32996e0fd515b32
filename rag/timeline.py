"""Which questions want a timeline, a digest or the latest news, what of, and on which day a sentence's event was."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import regex

from index.language.day_names import named_days, speaks_of_the_future
from index.language.stems import is_question_word, is_stop_word
from index.language.tokens import Token, tokens, words
from index.language.windows import time_window
from rag.understanding.kinds import wanted
from rag.understanding.order_words import (
    ASKING_MORE,
    DIGEST,
    EVERYWHERE,
    FILLERS,
    HAPPENED,
    LATEST_NEWS,
    NEWS,
    TIMELINE,
)

Form = Literal["timeline", "digest", "latest"]
_Wish = Literal["timeline", "digest", "happened", "latest"]
_DASHES = frozenset("-–—‐‑−")
_CUES: tuple[tuple[_Wish, tuple[regex.Pattern[str], ...]], ...] = (
    ("timeline", (TIMELINE,)),
    ("digest", (DIGEST,)),
    ("happened", (HAPPENED,)),
    ("latest", (LATEST_NEWS, NEWS)),
)
# A day without its year is not longer ago than so many days.
FARTHEST_BACK = 183


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that wants developments in order, or the news: its form and its topic, which a digest is without."""

    form: Form
    topic: str


def wants_order(question: str) -> bool:
    """Tell whether a question has the words of one for developments in order or for the news."""
    line = f" {' '.join(token.text for token in tokens(question))} "
    return any(cue.search(line) for cue in (TIMELINE, DIGEST, HAPPENED, LATEST_NEWS, NEWS))


def asked_for(question: str, as_of: date) -> Asked | None:
    """Return what a question wants told in order, or the news of what; None for any other question.

    >>> asked_for("S-400 सौदे में अब तक क्या हुआ?", date(2025, 12, 31))
    Asked(form='timeline', topic='S-400 सौदे')
    >>> asked_for("timeline of Chandrayaan-3", date(2025, 12, 31)).topic
    'Chandrayaan-3'
    >>> asked_for("पिछले हफ्ते की बड़ी खबरें", date(2025, 12, 31))
    Asked(form='digest', topic='')
    >>> asked_for("5 अगस्त 2019 को क्या हुआ?", date(2025, 12, 31))
    Asked(form='digest', topic='')
    >>> asked_for("latest news on Chandrayaan-3", date(2025, 12, 31))
    Asked(form='latest', topic='Chandrayaan-3')
    >>> asked_for("What is the latest toll?", date(2025, 12, 31)) is None
    True
    """
    found = tokens(question)
    line = f" {' '.join(token.text for token in found)} "
    for wish, cues in _CUES:
        match = next((match for cue in cues if (match := cue.search(line))), None)
        asked = _asked(question, as_of, found, line, match.span(), wish) if match else None
        if asked is not None:
            return asked
    return None


def _asked(
    question: str, as_of: date, found: Sequence[Token], line: str, place: tuple[int, int], wish: _Wish
) -> Asked | None:
    """Return what is asked for where the words at a place of the line ask for it and all others only say what of."""
    cue = _covered(line, found, *place)
    window = time_window(question, as_of)
    if window is not None and window.text:
        named = " ".join(word for word in window.text.split() if word[0].isalnum())
        start = line.find(f" {named} ")
        cue |= _covered(line, found, start, start + len(named) + 2) if start >= 0 else set()
    topic = _topic(question, found, cue)
    if wish == "timeline":
        return Asked("timeline", topic) if topic else None
    if wish == "digest":
        return Asked("digest", topic)
    if _asks_more([one.text for number, one in enumerate(found) if number not in cue]):
        return None
    if wish == "latest":
        return Asked("latest" if topic else "digest", topic)
    is_past = window is not None and (window.start or window.end) and not (window.start and window.start > as_of)
    return Asked("digest", "" if EVERYWHERE.issuperset(words(topic)) else topic) if is_past else None


def _asks_more(left: Sequence[str]) -> bool:
    return wanted(" ".join(left)).kind != "other" or not ASKING_MORE.isdisjoint(left)


def _topic(question: str, found: Sequence[Token], cue: Collection[int]) -> str:
    """Return the words of a question that say what of, as they are written."""
    kept = [number for number, token in enumerate(found) if number not in cue and token.text not in FILLERS]
    while kept and is_stop_word(found[kept[0]].text):
        del kept[0]
    while kept and is_stop_word(found[kept[-1]].text):
        del kept[-1]
    return _text(question, found, [number for number in kept if not is_question_word(found[number].text)])


def _covered(line: str, found: Sequence[Token], start: int, end: int) -> set[int]:
    """Return the numbers of the words that stand wholly in a stretch of the line."""
    place, covered = 1, set()
    for number, token in enumerate(found):
        if start <= place and place + len(token.text) <= end:
            covered.add(number)
        place += len(token.text) + 1
    return covered


def _text(question: str, found: Sequence[Token], kept: Sequence[int]) -> str:
    pieces = []
    for place, number in enumerate(kept):
        follows = place and kept[place - 1] == number - 1
        gap = question[found[number - 1].end : found[number].start] if follows else " "
        pieces.append(gap + question[found[number].start : found[number].end])
    return " ".join("".join(pieces).split())


def event_day(sentence: str, published: date) -> tuple[date, bool]:
    """Return the day of what a sentence of an article tells, and whether it says so itself.

    The first day that it names, if it is not to come; else the article's. A day without a year and a weekday are the
    last such before the article.

    >>> event_day("चंद्रयान-3 बुधवार को चाँद पर उतरा।", date(2023, 8, 24))
    (datetime.date(2023, 8, 23), True)
    >>> event_day("The rover weighs 26 kilograms.", date(2023, 8, 24))
    (datetime.date(2023, 8, 24), False)
    """
    line = _line(sentence)
    future = speaks_of_the_future(line)
    for named in named_days(line):
        if named.kind not in ("date", "near", "weekday") or _begins_a_stretch(line, named.start, named.end):
            continue
        days = named.days(published, future=future)
        if days is None or days[0] != days[1] or days[0] > published:
            continue
        # "17 November" in early November is to come.
        if not (named.lacks_year and (published - days[0]).days > FARTHEST_BACK):
            return days[0], True
    return published, False


def _begins_a_stretch(line: str, start: int, end: int) -> bool:
    """Tell whether a day is the beginning of a time: "since 12 April 2019", "12 अप्रैल से"."""
    return line[:start].endswith((" since ", " from ", " between ")) or line[end:].startswith(" से ")


def _line(text: str) -> str:
    """Return folded words between spaces, a dash, slash or dot that joins two as a word of its own."""
    pieces, end = [""], 0
    for token in tokens(text):
        gap = text[end : token.start]
        if end and gap.strip() in _DASHES and gap.strip():
            pieces.append("–")
        elif end and gap in ("/", "."):
            pieces.append(gap)
        pieces.append(token.text)
        end = token.end
    return " ".join([*pieces, ""])
