"""What a sentence states that can be checked against another: its quantities, dates, names and other words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.calendar_words import FULL_WEEKDAYS, MONTHS
from index.language.function_words import word_set
from index.language.normalise import fold
from index.language.quantities import Quantity, quantities
from index.language.stems import is_stop_word, stem
from index.language.tokens import Token, tokens
from index.word_neighbours import WordNeighbours
from rag.names.known import hinted_names, known_names
from rag.verification.dates import DatePart, date_parts
from rag.verification.names import initials, kind_of, look_up, sounds
from rag.verification.negation import NEGATIONS, denied_spans, soft_denials

# Words that say a number without being one.
_COLLECTIVES = {
    word: number
    for number, listed in {
        2: "दोनों both twice दोगुना दोगुनी दोगुने double doubled pair",
        3: "तीनों thrice triple tripled तिगुना तिगुनी",
        4: "चारों quadruple चौगुना",
        5: "पांचों",
        6: "छहों",
        7: "सातों",
    }.items()
    for word in listed.split()
}
# Words that a number is given roughly by, and words for telling and of address, which say nothing themselves.
_EMPTY = word_set(
    fold(
        "about around nearly almost approximately roughly करीब लगभग तकरीबन also भी said says told said according mr ms "
        "mrs dr st डॉ सेंट पास कहा बताया अनुसार मुताबिक यानी रुपये रुपए rs लाख करोड़ अरब हजार lakh crore million "
        "billion thousand"
    )
)
_MOST_NEIGHBOURS = 8


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
    """A sentence read for checking.

    `known` are the well-known names by how they are written, `hinted` those that it may mean as well, `initials` what
    runs of its words may be abbreviated to, `collectives` the numbers that words such as "both" say, `denied` the
    words of each clause that denies, `soft_denials` how many words deny by their meaning.
    """

    quantities: tuple[Quantity, ...]
    dates: frozenset[DatePart]
    terms: tuple[Term, ...]
    known: dict[str, str]
    hinted: frozenset[str]
    initials: frozenset[str]
    collectives: frozenset[int]
    denied: tuple[tuple[Term, ...], ...]
    soft_denials: int


def read_statement(text: str, neighbours: WordNeighbours | None) -> Statement:
    """Read a sentence for checking."""
    counted, found = quantities(text), tokens(text)
    folded, surfaces = [token.text for token in found], [text[token.start : token.end] for token in found]
    if neighbours is not None:
        look_up([word for word in folded if _says_something(word)], neighbours)
    names = known_names(folded, surfaces)
    named = {place for _, first, end in names for place in range(first, end)}
    free = [
        place
        for place, token in enumerate(found)
        if place not in named
        and _says_something(token.text)
        and not any(q.start <= token.start < q.end for q in counted)
    ]
    terms = {place: _term(found, surfaces, place, neighbours) for place in free}
    denied = denied_spans(text, found)
    return Statement(
        tuple(q for q in counted if q.kind in ("amount", "ordinal", "time", "label")),
        frozenset(date_parts(text, counted, found)),
        tuple(terms.values()),
        {name: " ".join(surfaces[first:end]) for name, first, end in names},
        hinted_names(folded, names),
        initials(surfaces),
        frozenset(_COLLECTIVES[word] for word in folded if word in _COLLECTIVES),
        tuple(tuple(_within(terms, found, *span)) for span in denied),
        soft_denials(found),
    )


def _within(terms: dict[int, Term], found: Sequence[Token], start: int, end: int) -> Iterator[Term]:
    return (term for place, term in terms.items() if start <= found[place].start < end)


def _says_something(word: str) -> bool:
    return (
        not (is_stop_word(word) or word in MONTHS or word in FULL_WEEKDAYS or word in NEGATIONS or word in _EMPTY)
        and not word.isdigit()
    )


def _term(found: Sequence[Token], surfaces: Sequence[str], place: int, neighbours: WordNeighbours | None) -> Term:
    surface, word = surfaces[place], found[place].text
    near = neighbours.of(word)[:_MOST_NEIGHBOURS] if neighbours else ()
    kind = kind_of(surface, word, place == 0, neighbours)
    joined = _joined(surfaces, place) if kind != "word" else frozenset()
    meanings = frozenset(stem(other) for other, _ in near)
    return Term(surface, stem(word), sounds(surface), meanings, kind != "word", kind == "name", joined)


def _joined(surfaces: Sequence[str], place: int) -> frozenset[str]:
    """Return the sounds of a word with the one before and with the one after: Lok Sabha, लोकसभा."""
    pairs = ["".join(surfaces[max(0, place - 1) : place + 1]), "".join(surfaces[place : place + 2])]
    return frozenset(key for pair in pairs if pair != surfaces[place] for key in sounds(pair))
