"""Which questions want a timeline or a digest, what of, and on which day a sentence's event was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

import regex

from index.language.day_names import named_days, speaks_of_the_future
from index.language.phonetic import phonetic_keys
from index.language.stems import is_question_word, is_stop_word
from index.language.tokens import Token, tokens
from index.language.windows import time_window

Form = Literal["timeline", "digest"]
# Matched on folded words between single spaces.
_TIMELINE = regex.compile(
    r" (?:(?:a |the )?(?:brief |full |complete )?(?:timeline|chronology|time line)(?: of| for)?"
    r"|chronological(?:ly)?(?: order)?"
    r"|(?:key|main) (?:events|developments)(?: of| in)?|sequence of events(?: of| in)?|story so far|history so far"
    r"|what has happened so far|what all has happened|what happened so far|step by step developments?"
    r"|(?:developments|events|progress)(?: \S+){0,5} so far|so far(?= in the \S+ (?:case|saga|deal))"
    r"|टाइमलाइन|घटनाक्रम|समयरेखा|तिथिवार|तारीखवार|क्रमवार|सिलसिलेवार|(?:का |के )?अब तक का (?:सफर|इतिहास|घटनाक्रम|हाल)"
    r"|(?:में |का |के बारे में )?अब तक क्या (?:क्या )?हुआ(?: है)?|कब क्या (?:क्या )?हुआ|क्रम से(?: बताओ| बताइए| बताएं)?"
    r"|शुरू से (?:अब|आज) तक|समय के क्रम में"
    r"|ghatnakram|ghatanakram|taarikhwar|tarikhwar|(?:ka |ke )?ab tak ka (?:safar|itihas|haal)"
    r"|(?:mein |me |ka )?ab tak kya (?:kya )?hua(?: hai)?|kab kya (?:kya )?hua|kram se(?: batao| bataiye)?"
    r"|shuru se (?:ab|aaj) tak) "
)
_DIGEST = regex.compile(
    r" (?:digest(?: of)?|round ?up(?: of)?|(?:top|main|major|big|biggest|key|important) "
    r"(?:news|stories|headlines)(?: of| from)?"
    r"|headlines(?: of| from)|news (?:summary|in brief)|summary of (?:the )?news"
    r"|(?:बडी|मुख्य|प्रमुख|खास|अहम) (?:खबरें|खबरे|खबर|खबरों|समाचार|सुर्खियां)|सुर्खियां|समाचार सार"
    r"|(?:badi|bari|mukhya|pramukh|khas|aham) (?:khabren|khabrein|khabre|khabar|khabron|samachar)|surkhiyan) "
)
# What a question for a timeline says besides its topic.
_FILLERS = frozenset(
    [
        "give",
        "show",
        "list",
        "tell",
        "explain",
        "describe",
        "make",
        "prepare",
        "create",
        "write",
        "summarise",
        "summarize",
        "events",
        "developments",
        "history",
        "case",
        "news",
        "happened",
        "far",
        "order",
        "whole",
        "entire",
        "full",
        "story",
        "complete",
        "summary",
        "week",
        "date",
        "wise",
        "datewise",
        "बताओ",
        "बताइए",
        "बताएं",
        "बताइये",
        "दिखाओ",
        "दिखाइए",
        "बनाओ",
        "बनाइए",
        "दो",
        "दीजिए",
        "दें",
        "पूरा",
        "पूरी",
        "पूरे",
        "सारा",
        "सारी",
        "मामले",
        "मामला",
        "घटनाएं",
        "खबरें",
        "खबर",
        "समाचार",
        "क्रम",
        "कहानी",
        "विस्तार",
        "batao",
        "bataiye",
        "dikhao",
        "banao",
        "dijiye",
        "poora",
        "poori",
        "pura",
        "puri",
        "mamle",
        "mamla",
        "khabren",
        "khabar",
        "kahani",
    ]
)
_DASHES = frozenset("-–—‐‑−")
# A day without its year is not longer ago than so many days.
FARTHEST_BACK = 183


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that wants developments in order: its form and its topic, which a digest may be without."""

    form: Form
    topic: str


def wants_order(question: str) -> bool:
    """Tell whether a question asks for developments in order or for the main news."""
    line = f" {' '.join(token.text for token in tokens(question))} "
    return bool(_TIMELINE.search(line) or _DIGEST.search(line))


def asked_for(question: str, as_of: date) -> Asked | None:
    """Return what a question wants told in order; None for any other question.

    >>> asked_for("S-400 सौदे में अब तक क्या हुआ?", date(2025, 12, 31))
    Asked(form='timeline', topic='S-400 सौदे')
    >>> asked_for("timeline of Chandrayaan-3", date(2025, 12, 31)).topic
    'Chandrayaan-3'
    >>> asked_for("पिछले हफ्ते की बड़ी खबरें", date(2025, 12, 31))
    Asked(form='digest', topic='')
    >>> asked_for("What is the latest toll?", date(2025, 12, 31)) is None
    True
    """
    found = tokens(question)
    line = f" {' '.join(token.text for token in found)} "
    timeline, digest = _TIMELINE.search(line), _DIGEST.search(line)
    match = timeline or digest
    if match is None:
        return None
    cue = _covered(line, found, *match.span())
    window = time_window(question, as_of)
    if window is not None and window.text:
        place = line.find(f" {window.text} ")
        cue |= _covered(line, found, place, place + len(window.text) + 2) if place >= 0 else set()
    kept = [number for number, token in enumerate(found) if number not in cue and token.text not in _FILLERS]
    while kept and is_stop_word(found[kept[0]].text):
        del kept[0]
    while kept and is_stop_word(found[kept[-1]].text):
        del kept[-1]
    kept = [number for number in kept if not is_question_word(found[number].text)]
    topic = _text(question, found, kept)
    if timeline is not None and topic:
        return Asked("timeline", topic)
    return Asked("digest", topic) if digest is not None else None


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


def tells_of(text: str, topic: str) -> bool:
    """Tell whether a text has every numbered name of a topic, in either script, with its number.

    >>> tells_of("चंद्रयान-3 उतरा", "Chandrayaan-3"), tells_of("चंद्रयान-2 गिरा", "Chandrayaan-3")
    (True, False)
    """
    wanted = list(_numbered(topic))
    if not wanted:
        return True
    there: dict[str, set[str]] = {}
    for keys, number in _numbered(text):
        there.setdefault(number, set()).update(keys)
    return all(there.get(number, set()) & set(keys) for keys, number in wanted)


def _numbered(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    found = tokens(text)
    for one, number in pairwise(found):
        gap = text[one.end : number.start].strip()
        if number.text.isdigit() and (not gap or gap in _DASHES) and one.text.isalpha() | (not one.text.isdigit()):
            yield phonetic_keys(one.text), number.text
