"""The dates in a sentence, those included that only the day of publication tells, said the asker's way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import regex

from index.article import Language
from index.language.calendar_words import FULL_WEEKDAYS, MONTHS
from index.language.day_names import speaks_of_the_future
from index.language.tokens import Token, tokens, words

_YEAR = regex.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DAY = regex.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_SEASON = regex.compile(r"(?<!\p{Nd})(?:19|20)\p{Nd}{2}[-–]\p{Nd}{2}(?!\p{Nd})")
_DOUBTFUL = frozenset({"may", "march", "mar", "jan", "जन", "फर", "अग"})
_JOINED = {"and": "and", "और": "and", "to": "to", "से": "to"}
_LINKS = {("and", "en"): "and", ("and", "hi"): "और", ("to", "en"): "to", ("to", "hi"): "से"}
# A weekday is part of a date that ends so many characters before it, or begins so many behind it.
_BEHIND, _BEFORE = 12, 6
_RELATIVE = {"today": 0, "आज": 0, "yesterday": -1}
_ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_HINDI = ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"]
_DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "hi": ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"],
}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``sentence[start:end]``; what is not said is None. `days` are one, or two that `link` joins.

    `resolved`: the sentence names a weekday or says "yesterday", and the day of publication gives the rest.
    """

    start: int
    end: int
    words: frozenset[str]
    days: tuple[int, ...] = ()
    month: int | None = None
    year: int | None = None
    season: str | None = None  # 2018-19
    link: str = "and"
    weekday: int | None = None
    resolved: bool = False

    def said(self, language: Language, *, year_alone: bool = False) -> str:
        """Return the date as a language says it.

        >>> dates("विक्रम बुधवार, 23 अगस्त 2023 को उतरा।")[0].said("en")
        '23 August 2023'
        """
        if self.season or (year_alone and self.year):
            return self.season or str(self.year)
        named = (_HINDI if language == "hi" else _ENGLISH)[self.month - 1] if self.month else ""
        link = f" {_LINKS[self.link, language]} "
        day = link.join(map(str, self.days))
        line = " ".join(part for part in (day, named, str(self.year or "")) if part)
        if not self.resolved or self.weekday is None:
            return line
        return ", ".join(part for part in (_DAYS[language][self.weekday], line) if part)


def dates(sentence: str, published: date | None = None) -> list[FoundDate]:
    """Return the dates of a sentence, in order; weekdays that stand beside a date are part of it.

    >>> [found.said("en") for found in dates("मतदान 6 और 11 नवंबर को हुआ, गिनती शुक्रवार को हुई।", date(2025, 11, 15))]
    ['6 and 11 November', 'Friday, 14 November 2025']
    """
    line = tokens(sentence)
    found = [*_seasons(sentence), *_written(line, sentence)]
    taken = [(one.start, one.end) for one in found]
    alone = (one for one in _relative(line, published) if not any(_is_beside(one, *span) for span in taken))
    return sorted([*found, *alone], key=lambda one: one.start)


def _is_beside(one: FoundDate, start: int, end: int) -> bool:
    """Tell whether a weekday belongs to the date at a place: Tuesday, 15 July; 15 जुलाई, मंगलवार."""
    return one.start - _BEHIND < end and start < one.end + _BEFORE


def _seasons(sentence: str) -> Iterator[FoundDate]:
    for match in _SEASON.finditer(sentence):
        yield FoundDate(*match.span(), frozenset(words(match[0])), season=match[0])


def _written(line: Sequence[Token], sentence: str) -> Iterator[FoundDate]:
    place = 0
    while place < len(line):
        run = _run(line, place, sentence)
        if not run:
            place += 1
            continue
        texts = [token.text for token in run]
        month = next((MONTHS[text] for text in texts if text in MONTHS), None)
        year = next((int(text) for text in texts if _YEAR.fullmatch(text)), None)
        days = [int(regex.sub(r"\D", "", text)) for text in texts if _DAY.fullmatch(text)]
        start, link = run[0].start, "and"
        before = line[max(0, place - 2) : place]
        if month and days and len(before) == 2 and before[1].text in _JOINED and _DAY.fullmatch(before[0].text):
            days.insert(0, int(regex.sub(r"\D", "", before[0].text)))
            start, link = before[0].start, _JOINED[before[1].text]
        yield FoundDate(start, run[-1].end, frozenset(texts), tuple(days), month, year, link=link)
        place += len(run)


def _run(line: Sequence[Token], place: int, sentence: str) -> list[Token]:
    """Return the day, month and year that stand side by side at a place, each once."""
    run: list[Token] = []
    kinds: set[str] = set()
    for token in line[place : place + 3]:
        kind = _kind(token, sentence)
        if kind is None or kind in kinds or (kind == "day" and "year" in kinds):  # In May 2023, 15 people …
            break
        kinds.add(kind)
        run.append(token)
    while run and _kind(run[-1], sentence) == "day" and "month" not in kinds:
        run.pop()
    return run if kinds & {"month", "year"} and kinds != {"day", "year"} else []


def _kind(token: Token, sentence: str) -> str | None:
    if token.text in MONTHS and (token.text not in _DOUBTFUL or sentence[token.start].isupper()):
        return "month"
    if _YEAR.fullmatch(token.text):
        glued = sentence[max(0, token.start - 1) : token.start] in "-–," and token.start > 0
        season = _SEASON.match(sentence, token.start) is not None
        money = regex.match(r"\s?(?:per|crore|करोड़|लाख|रुप|km|kg|people|लोग)", sentence[token.end :])
        return None if glued or money or season else "year"
    return "day" if _DAY.fullmatch(token.text) else None


def _relative(line: Sequence[Token], published: date | None) -> Iterator[FoundDate]:
    """Yield the weekdays and the "yesterday" of a sentence; without a day of publication a weekday says itself."""
    future = speaks_of_the_future(" " + " ".join(token.text for token in line) + " ")
    for token in line:
        weekday = FULL_WEEKDAYS.get(token.text)
        span = (token.start, token.end, frozenset({token.text}))
        if weekday is not None and published is None:
            yield FoundDate(*span, weekday=weekday, resolved=True)
            continue
        if published is None or (weekday is None and token.text not in _RELATIVE):
            continue
        if weekday is None:
            day = published + timedelta(days=_RELATIVE[token.text])
        else:
            away = (weekday - published.weekday()) % 7 if future else -((published.weekday() - weekday) % 7)
            day = published + timedelta(days=away)
        yield FoundDate(*span, (day.day,), day.month, day.year, weekday=day.weekday(), resolved=True)
