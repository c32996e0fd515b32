"""What a sentence states that can be checked against another: its quantities, dates, names and other words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from index.language.calendar_words import FULL_WEEKDAYS, MONTHS
from index.language.function_words import word_set
from index.language.normalise import fold
from index.language.phonetic import phonetic_keys
from index.language.quantities import Quantity, quantities
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens
from index.word_neighbours import WordNeighbours

DatePart = tuple[str, int]

_ISO = regex.compile(r"(?<!\d)(?<y>(?:1[89]|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)")
_DAY_FIRST = regex.compile(r"(?<!\d)(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>(?:1[89]|20)\d\d)(?!\d)")
# Months that are words of their own as well: they count beside a day or a year.
_DOUBTFUL_MONTHS = word_set("may march mar mai jan dec sep जन फर अग")
_NEGATIONS = word_set("not no never nobody none neither nor cannot without नहीं न ना कभी बिना गैर nahi nahin")
_CONTRACTED = regex.compile(r"n['’]t\b")
_BOTH = regex.compile(r"(?<![\p{L}\p{M}])(?:दोनों|both|twice|दोगुना|दोगुनी|double)(?![\p{L}\p{M}])", regex.IGNORECASE)
# Words that a number is given roughly by, and words for telling, which say nothing themselves.
_EMPTY = word_set(
    fold(
        "about around nearly almost approximately roughly करीब लगभग तकरीबन also भी said says told said according mr ms "
        "mrs dr पास कहा बताया अनुसार मुताबिक यानी रुपये रुपए rs लाख करोड़ अरब हजार lakh crore million billion thousand"
    )
)
_BEST_NEIGHBOURS = 4
# A word whose nearest translation is farther than this is more likely a name.
_TRANSLATED = 0.7
_VERB_ENDING = regex.compile(r"(?:ना|ने|नी|कर|ता|ते|ती|ेगा|ेगी|ेंगे|एगा|एगी)$")
_ACRONYM = regex.compile(r"[A-Z]{2,5}")
_LETTER_NAMES = "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड"
_LETTERS = _LETTER_NAMES.split()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that carries meaning; `is_sure`: it is a name beyond doubt.

    `joined` are the sounds of a name together with the word beside it.
    """

    surface: str
    stem: str
    keys: frozenset[str]
    meanings: frozenset[str]
    is_name: bool
    is_sure: bool
    joined: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence read for checking."""

    quantities: tuple[Quantity, ...]
    dates: frozenset[DatePart]
    terms: tuple[Term, ...]
    is_negated: bool
    has_both: bool


def read_statement(text: str, neighbours: WordNeighbours | None) -> Statement:
    """Read a sentence for checking."""
    found = quantities(text)
    return Statement(
        tuple(q for q in found if q.kind in ("amount", "ordinal", "time", "label")),
        frozenset(_dates(text, found)),
        tuple(_terms(text, found, neighbours)),
        _is_negated(text),
        _BOTH.search(text) is not None,
    )


def _dates(text: str, found: Iterable[Quantity]) -> Iterable[DatePart]:
    folded = fold(text)
    for pattern in (_ISO, _DAY_FIRST):
        for match in pattern.finditer(folded):
            yield from (("year", int(match["y"])), ("month", int(match["m"])), ("day", int(match["d"])))
    beside: set[int] = set()
    for quantity in found:
        beside.update((quantity.start, quantity.end))
        if quantity.kind == "year":
            yield from (("year", int(year)) for year in {quantity.low, quantity.high})
        elif quantity.kind == "date" and quantity.high <= 31:
            yield from (("day", int(day)) for day in {quantity.low, quantity.high})
    for token in tokens(text):
        if token.text in FULL_WEEKDAYS:
            yield "weekday", FULL_WEEKDAYS[token.text]
        elif token.text in MONTHS:
            near = beside & set(range(token.start - 2, token.end + 3))
            if near or (token.text not in _DOUBTFUL_MONTHS and not text[token.start].islower()):
                yield "month", MONTHS[token.text]


def _is_negated(text: str) -> bool:
    return any(token.text in _NEGATIONS for token in tokens(text)) or _CONTRACTED.search(text.lower()) is not None


def _terms(text: str, found: Iterable[Quantity], neighbours: WordNeighbours | None) -> Iterable[Term]:
    counted = [(q.start, q.end) for q in found]
    all_tokens = tokens(text)
    surfaces = [text[token.start : token.end] for token in all_tokens]
    for place, token in enumerate(all_tokens):
        if any(start <= token.start < end for start, end in counted) or not _says_something(token.text):
            continue
        term = _term(surfaces[place], token.text, place == 0, neighbours)
        beside = [surfaces[at] for at in (place - 1, place + 1) if 0 <= at < len(surfaces)]
        yield replace(term, joined=_joined(surfaces, place)) if beside and term.is_name else term


def _joined(surfaces: Sequence[str], place: int) -> frozenset[str]:
    """Return the sounds of a word with the one before and with the one after: Lok Sabha, लोकसभा."""
    pairs = ["".join(surfaces[max(0, place - 1) : place + 1]), "".join(surfaces[place : place + 2])]
    return frozenset(key for pair in pairs if pair != surfaces[place] for key in _keys(pair))


def _says_something(word: str) -> bool:
    return (
        not (is_stop_word(word) or word in MONTHS or word in FULL_WEEKDAYS or word in _NEGATIONS or word in _EMPTY)
        and not word.isdigit()
    )


def _term(surface: str, word: str, opens: bool, neighbours: WordNeighbours | None) -> Term:
    near = neighbours.of(word)[: 2 * _BEST_NEIGHBOURS] if neighbours else ()
    meanings = tuple(other for other, _ in near)
    keys = frozenset(_keys(surface))
    if _ACRONYM.fullmatch(surface):
        keys |= frozenset(_keys("".join(_LETTERS[ord(letter) - ord("A")] for letter in surface)))
    alike = _sounds_alike(keys, meanings)
    foreign = alike or not any(score >= _TRANSLATED for _, score in near)
    if surface[0].isascii():
        is_name = surface[0].isupper() and (not opens or foreign)
        is_sure = is_name and foreign
    else:
        is_name = len(word) > 2 and foreign and neighbours is not None and not _VERB_ENDING.search(word)
        is_sure = is_name and alike
    return Term(surface, stem(word), keys, frozenset(stem(other) for other in meanings), is_name, is_sure)


def _sounds_alike(keys: frozenset[str], near: tuple[str, ...]) -> bool:
    return any(keys.intersection(_keys(other)) for other in near[:_BEST_NEIGHBOURS])


@lru_cache(maxsize=16384)
def _keys(word: str) -> tuple[str, ...]:
    return phonetic_keys(word)
