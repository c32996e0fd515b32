"""The date that a question asks for, read from a sentence and said the asker's way."""

import regex

from index.article import Language
from index.language.calendar_words import MONTHS
from index.language.tokens import Token, tokens, words
from rag.short_answer.parts import Part

_YEAR = regex.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DAY = regex.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_DOUBTFUL = frozenset({"may", "march", "mar", "jan", "जन", "फर", "अग", "मई"}) - {"मई"}
_OF_THE_CLOCK = frozenset(words("time बजे baje समय o'clock"))
_JOINED = frozenset(words("and to or और से या तक"))
_ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_HINDI = ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"]


def date_of(question: str, sentence: str, language: Language) -> Part | None:
    """Return the one date of a sentence that the question does not hold; None where there are none or several.

    >>> date_of("When did it land?", "विक्रम 23 अगस्त 2023 को उतरा।", "en").said
    '23 August 2023'
    >>> date_of("मतदान कब हुआ?", "Votes were cast on 6 and 11 November.", "hi") is None
    True
    """
    asked = set(words(question))
    if asked & _OF_THE_CLOCK:
        return None
    found = [one for one in _dates(sentence) if not one[0] <= asked]
    if len(found) != 1:
        return None
    _, day, month, year, start, end = found[0]
    if month and not year and not day:
        return None
    named = (_HINDI if language == "hi" else _ENGLISH)[month - 1] if month else ""
    return Part(" ".join(part for part in (day, named, year) if part), start, end)


def _dates(sentence: str) -> list[tuple[set[str], str, int, str, int, int]]:
    """Return the words, day, month, year and span of each date."""
    line, found, place = tokens(sentence), [], 0
    while place < len(line):
        run = _run(line, place, sentence)
        if not run:
            place += 1
            continue
        texts = [token.text for token in run]
        days = [regex.sub(r"\D", "", text) for text in texts if _DAY.fullmatch(text)]
        months = [MONTHS[text] for text in texts if text in MONTHS]
        years = [text for text in texts if _YEAR.fullmatch(text)]
        before = [token.text for token in line[max(0, place - 2) : place]]
        behind = [token.text for token in line[place + len(run) : place + len(run) + 2]]
        if not (_is_joined(before[::-1]) or _is_joined(behind)) and (months or years):
            day, month, year = (*days, "")[0].lstrip("0"), (*months, 0)[0], (*years, "")[0]
            found.append((set(texts), day, month, year, run[0].start, run[-1].end))
        elif months or years:  # one of several: what it belongs to is not clear
            found += [({"?1"}, "", 0, "", 0, 0), ({"?2"}, "", 0, "", 0, 0)]
        place += len(run)
    return found


def _is_joined(beside: list[str]) -> bool:
    return len(beside) == 2 and beside[0] in _JOINED and (beside[1].isdigit() or beside[1] in MONTHS)


def _run(line: list[Token], place: int, sentence: str) -> list[Token]:
    """Return the day, month and year that stand side by side at a place, each once."""
    run: list[Token] = []
    kinds: set[str] = set()
    for token in line[place : place + 3]:
        kind = _kind(token, sentence)
        if kind is None or kind in kinds:
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
        money = regex.match(r"\s?(?:per|crore|करोड़|लाख|रुप|km|kg|people|लोग)", sentence[token.end :])
        return None if glued or money else "year"
    return "day" if _DAY.fullmatch(token.text) else None
