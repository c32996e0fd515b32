"""Whether a sentence can give the kind of answer that is wanted: something of that kind that the question lacks."""

from collections.abc import Collection
from itertools import pairwise

import regex

from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.stems import is_stop_word, stem
from index.language.tokens import Token, tokens, words
from rag.ranking import answer_words
from rag.understanding.kinds import Wanted
from rag.understanding.question_words import Unit

# Of the kind, but not clearly what is wanted.
HALF = 0.5
# A number of another unit than the one asked for.
OTHER_UNIT = 0.25
# A unit or what is counted stands at most this many words after its number: 5.6 million US dollars.
REACH = 3

_NUMBERS = frozenset(words(answer_words.NUMBERS))
_ONE = frozenset(words("one एक"))
_UNITS = {unit: frozenset(words(listed)) for unit, listed in answer_words.UNITS.items()}
_SIGNS: dict[str, Unit] = {"₹": "money", "$": "money", "€": "money", "£": "money", "%": "percent"}
_TIMES_OF_DAY = frozenset(words(answer_words.TIMES_OF_DAY))
_DOUBTFUL_MONTHS = frozenset({"may", "march", "mar"})
YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}.'’-]*")
_PLACE_BEFORE = frozenset(words("in at from near to off outside"))
_PLACE_AFTER = frozenset(words("में पर से स्थित के"))
_AGENT = frozenset(words("ने"))
_TITLES = frozenset(words(answer_words.TITLES))
_REASON = regex.compile(
    r"(?<![\p{L}\p{M}])(?:because|due to|owing to|since|reason|reasons|caused|after|so that|in order to|to avoid|"
    r"क्योंकि|कारण|कारणों|वजह|इसलिए|ताकि|चलते|चूँकि|चूंकि|मकसद|लिए)(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)


def fits(wanted: Wanted, sentence: str, asked: Collection[str] = ()) -> float:
    """Return 0…1: how clearly a sentence holds what is wanted beyond the words asked with; 0.5 where none can tell.

    >>> from rag.understanding.kinds import wanted
    >>> fits(wanted("कितने प्रतिशत?"), "भारत ने 36 प्रतिशत आयात किया।"), fits(wanted("कितने प्रतिशत?"), "वह 36 बार गया।")
    (1.0, 0.25)
    >>> fits(wanted("चंद्रयान-3 का वजन कितना है?"), "चंद्रयान-3 उतरा।", words("चंद्रयान-3 का वजन कितना है?"))
    0.0
    """
    if wanted.kind == "number":
        return _number(wanted, sentence, asked)
    if wanted.kind == "date":
        return _date(sentence, asked)
    if wanted.kind in ("person", "name"):
        return _name(sentence, asked, is_person=wanted.kind == "person")
    if wanted.kind == "place":
        return _place(sentence, asked)
    if wanted.kind == "reason":
        return 1.0 if _REASON.search(sentence) else 0.0
    return HALF


def _number(wanted: Wanted, sentence: str, asked: Collection[str]) -> float:
    found = tokens(sentence)
    best = 0.0
    for place, token in enumerate(found):
        if not (token.text[0].isdigit() or token.text in _NUMBERS | _ONE) or token.text in asked:
            continue
        after = {other.text for other in found[place + 1 : place + 1 + REACH]}
        if wanted.counted & {stem(word) for word in after}:
            return 1.0
        if wanted.unit and _measured_in(wanted.unit, sentence, found, place):
            return 1.0
        if not _is_of_a_date(found, place) and token.text not in _ONE:
            best = max(best, OTHER_UNIT if wanted.unit else HALF)
    return best


def _measured_in(unit: Unit, sentence: str, found: list[Token], place: int) -> bool:
    """Tell whether the number at a place among the words has a unit, as a word near it or as a sign beside it."""
    token = found[place]
    near = found[max(0, place - 1) : place + 1 + REACH]
    beside = sentence[max(0, token.start - 2) : token.start] + sentence[token.end : token.end + 2]
    return any(other.text in _UNITS[unit] for other in near) or any(_SIGNS.get(sign) == unit for sign in beside)


def _is_of_a_date(found: list[Token], place: int) -> bool:
    """Tell whether the number at a place is a year, or the day of a month."""
    if YEAR.fullmatch(found[place].text):
        return True
    beside = found[max(0, place - 1) : place] + found[place + 1 : place + 2]
    return found[place].text.isdigit() and any(other.text in MONTHS for other in beside)


def _date(sentence: str, asked: Collection[str]) -> float:
    new = [token for token in tokens(sentence) if token.text not in asked]
    if any(YEAR.fullmatch(token.text) or _is_month(token, sentence) for token in new):
        return 1.0
    return HALF if any(token.text in WEEKDAYS or token.text in _TIMES_OF_DAY for token in new) else 0.0


def _is_month(token: Token, sentence: str) -> bool:
    """Tell whether a word is a month's name; "may" and "march" are often none."""
    if token.text in _DOUBTFUL_MONTHS:
        return token.start > 0 and sentence[token.start].isupper()
    return token.text in MONTHS


def _name(sentence: str, asked: Collection[str], *, is_person: bool) -> float:
    found = tokens(sentence)
    if _DEVANAGARI.search(sentence):
        if not is_person:
            return HALF
        marked = (
            one
            for one, other in pairwise(found)
            for one in ((one,) if other.text in _AGENT else (other,) if one.text in _TITLES else ())
        )
        return 1.0 if any(_is_new(token, asked) for token in marked) else 0.0
    capitals = [
        place > 0 and _CAPITALISED.fullmatch(sentence[t.start : t.end]) is not None and _is_new(t, asked)
        for place, t in enumerate(found)
    ]
    opening = bool(found) and _CAPITALISED.match(sentence[found[0].start : found[0].end]) and _is_new(found[0], asked)
    capitals[:1] = [bool(opening) and capitals[1:2] == [True]]
    pairs = any(one and other for one, other in pairwise(capitals))
    if pairs or (not is_person and any(capitals)):
        return 1.0
    return HALF if any(capitals) else 0.0


def _place(sentence: str, asked: Collection[str]) -> float:
    found = tokens(sentence)
    hindi = _DEVANAGARI.search(sentence) is not None
    for place, token in enumerate(found):
        if not _is_new(token, asked) or token.text[0].isdigit():
            continue
        if hindi and place + 1 < len(found) and found[place + 1].text in _PLACE_AFTER:
            return 1.0
        if (
            not hindi
            and sentence[token.start].isupper()
            and {t.text for t in found[max(0, place - 2) : place]} & (_PLACE_BEFORE)
        ):
            return 1.0
    return 0.0


def _is_new(token: Token, asked: Collection[str]) -> bool:
    """Tell whether a word carries meaning that the question did not: no function word, month or weekday."""
    text = token.text
    return not (text in asked or is_stop_word(text) or text in MONTHS or text in WEEKDAYS)
