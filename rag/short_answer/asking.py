"""What a question wants in more detail than its kind: a role, a kind of place, a case, a part of a date."""

from dataclasses import dataclass

from index.language.normalise import fold
from index.language.quantity_words import SCALES
from index.language.stems import stem
from index.language.tokens import words
from rag.question import Question
from rag.short_answer.gazetteer import place_called
from rag.short_answer.name_words import ORGANISATIONS, PLACES, ROLES

# The case that a Hindi question word stands in, as the postposition of its answer.
_CASES = {
    "ने": "किसने kisne kisney किन्होंने",
    "से": "किससे kisse किनसे",
    "को": "किसे किसको kise kisko किन्हें whom",
    "का": "किसका किसकी किसके kiska kiski kiske whose",
}
_CASE_OF = {word: case for case, listed in _CASES.items() for word in words(listed)}
_NE = frozenset(words("ने ne"))
_CLOCK, _HOURS = frozenset(words("time समय samay")), frozenset(words("बजे baje o'clock"))
_MANY = frozenset(words("many कितने kitne kitney ktne"))
_VAGUE = {
    word: kind
    for kind, listed in (("long", "long लंबा लंबी लंबे lamba lambi"), ("high", "high big large ऊंचा ऊंची बड़ा बड़ी"))
    for word in words(fold(listed))
}
_YEAR, _MONTH = frozenset(words("year साल वर्ष सन saal sal")), frozenset(words("month महीने mahine"))
_TIMES = frozenset(words("times बार दफा baar bar dafa"))
# How many words round the one that asks may say what kind of thing is wanted.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Details:
    """`head` words say what the thing wanted is called: role, kind of place or organisation, by their first words."""

    role: str | None
    place: str | None
    organisation: str | None
    case: str | None
    part: str | None  # of a date: year, month or clock
    scale: bool  # "कितने करोड़": the number is wanted with this scale
    since: bool  # "कब से", since when
    times: bool  # "कितनी बार", how many times
    many: bool  # "how many": things are counted
    vague: str | None  # "long" or "high": words that ask for more than one kind of measure
    has_country: bool
    heads: frozenset[str]  # stems of the words right behind the asking one


def details(question: Question) -> Details:
    """Read what a question wants."""
    asked = words(question.restored or question.text)
    typed = words(question.text)
    place = next((at for at, word in enumerate(asked) if word in _ASKING), None)
    near = asked if place is None else asked[place + 1 : place + 1 + _NEAR]
    case = next((_CASE_OF[word] for word in (*asked, *typed) if word in _CASE_OF), None)
    if case is None and place is not None and any(word in _NE for word in near[:3]):
        case = "ने"
    every = frozenset(asked)
    return Details(
        role=_first(ROLES, near) or (_nearest(ROLES, asked, place) if question.wanted.kind == "person" else None),
        place=_first(PLACES, near),
        organisation=_first(ORGANISATIONS, near),
        case=case,
        part="clock"
        if every & _HOURS or set(near[:1]) & _CLOCK
        else "year"
        if set(near) & _YEAR
        else "month"
        if set(near) & _MONTH
        else None,
        scale=any(word in SCALES for word in near[:2]),
        since=place is not None and ("since" in every or asked[place : place + 2] == ["कब", "से"]),
        times=any(word in _TIMES for word in near[:2]),
        many=bool(every & _MANY),
        vague=next((_VAGUE[word] for word in near[:1] if word in _VAGUE), None),
        has_country=any((known := place_called(word)) and known.kind == "country" for word in asked),
        heads=frozenset(stem(word) for word in near[:2]),
    )


_ASKING = frozenset(
    words(
        fold(
            "who whom whose which what where how किस किसने किससे किसे किसको किसका किसकी किसके कौन कौनसा कौनसी कौनसे किन कहां "
            "कितना कितने कितनी कब kis kisne kaun kon kahan kitne kitna kitni kab"
        )
    )
)


def _nearest(table: dict[str, str], found: list[str], place: int | None) -> str | None:
    """Return what the word nearest to a place, of those that a table knows, stands for there."""
    around = sorted(range(len(found)), key=lambda at: abs(at - (place or 0)))
    return _first(table, [found[at] for at in around])


def _first(table: dict[str, str], found: list[str]) -> str | None:
    for word in found:
        known = table.get(word) or (table.get(stem(word)) if len(word) > 3 else None)
        if known:
            return known
    return None
