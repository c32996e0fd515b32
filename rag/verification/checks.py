"""Compares a written sentence with the sentences that it cites, and says what is not in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

import regex

from index.language.calendar_words import MONTHS
from index.language.quantities import Quantity
from rag.verification.names import nearly
from rag.verification.terms import Statement, Term

Code = Literal["number", "unit", "date", "name", "negation", "content"]

# A number given roughly may be off by this share.
ROUGHLY = Decimal("0.05")
_ROUGH = regex.compile(
    r"(?:about|around|nearly|almost|roughly|approximately|over|more than|some|करीब|लगभग|तकरीबन|क़रीब)\s+"
    r"(?:Rs\.?\s*|₹|\$)?\Z",
    regex.IGNORECASE,
)
_LEAST_ORDINAL = 3
_YEARS = 1800, 2100
# A name that sounds nearly like another is covered so surely.
_ALIKE = 0.9
# A word is cited that is covered so surely; a clause is stated of whose words so many are.
_COVERED, _STATED, _STATED_ACROSS = 0.9, 0.6, 0.4
_MONTH_NAMES = {number: name for name, number in reversed(MONTHS.items())}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a sentence states and what it cites does not: what kind of thing, and how it is written."""

    code: Code
    detail: str


def amounts(sentence: str, stated: Statement, cited: Sequence[Statement]) -> Iterator[Finding]:
    """Yield the numbers and units that are not cited."""
    there = [quantity for one in cited for quantity in one.quantities]
    collectives = {number for one in cited for number in one.collectives}
    years = {number for one in cited for part, number in one.dates if part in ("year", "day")}
    for quantity in stated.quantities:
        if quantity.low == quantity.high == 1 and not any(q.dimension == quantity.dimension for q in there):
            continue  # a week ago, एक हफ्ते पहले
        if _needs_no_source(quantity, collectives) or _is_year(quantity, years):
            continue
        rough = _ROUGH.search(sentence[: quantity.start]) is not None
        if not any(_agrees(quantity, other, rough) for other in there) and not _ends_agree(quantity, there):
            same = any(quantity.kind == other.kind and quantity.low == other.low for other in there)
            yield Finding("unit" if same else "number", quantity.text)


def _needs_no_source(quantity: Quantity, collectives: set[int]) -> bool:
    """Tell whether a number says too little to be looked for: one, first, second, and the two of "both"."""
    if quantity.kind == "ordinal":
        return quantity.low < _LEAST_ORDINAL
    return (
        quantity.low == quantity.high and quantity.unit is None and (quantity.low == 1 or quantity.low in collectives)
    )


def _is_year(quantity: Quantity, years: set[int]) -> bool:
    """Tell whether a number is a cited year, or day, that stands before another word: in 2024 people voted."""
    if quantity.kind == "amount":
        return quantity.low == quantity.high and _YEARS[0] <= quantity.low <= _YEARS[1] and quantity.low in years
    return quantity.kind == "label" and quantity.low in years


def _agrees(one: Quantity, other: Quantity, rough: bool) -> bool:
    if (one.kind == "time") != (other.kind == "time"):
        return False
    if one.unit and other.unit:
        if one.dimension != other.dimension:
            return False
        (low, high), (other_low, other_high) = one.in_base, other.in_base
    else:
        low, high, other_low, other_high = one.low, one.high, other.low, other.high
    if low == other_low and high == other_high:
        return True
    if low == high and low in (other_low, other_high) and other_low != other_high:
        return True
    return rough and low == high and abs(low - other_low) <= ROUGHLY * abs(other_low)


def _ends_agree(quantity: Quantity, there: Sequence[Quantity]) -> bool:
    """Tell whether both ends of a range are cited: 5% से बढ़कर 7%, from 5 to 7 percent."""
    alike = [other for other in there if None in (quantity.unit, other.unit) or quantity.dimension == other.dimension]
    ends = {
        number
        for other in alike
        for number in (other.in_base if quantity.unit and other.unit else (other.low, other.high))
    }
    return quantity.low != quantity.high and ends.issuperset(quantity.in_base if ends else ())


def days(stated: Statement, cited: Sequence[Statement], published: Sequence[date]) -> Iterator[Finding]:
    """Yield the parts of dates that are neither cited nor those of the day on which a cited article came out."""
    there = {part for one in cited for part in one.dates}
    stated_kinds = {kind for kind, _ in there}
    for kind, number in sorted(stated.dates):
        if (kind, number) not in there and not _of_publication(kind, number, stated_kinds, published):
            yield Finding("date", _written(kind, number))


def _of_publication(kind: str, number: int, cited: set[str], published: Sequence[date]) -> bool:
    """Tell whether a part of a date that what is cited does not give is that of its day of publication."""
    if kind in cited:
        return False
    parts = {
        "year": lambda d: d.year,
        "month": lambda d: d.month,
        "day": lambda d: d.day,
        "weekday": lambda d: d.weekday(),
    }
    return any(parts[kind](day) == number for day in published)


def _written(kind: str, number: int) -> str:
    return _MONTH_NAMES[number].capitalize() if kind == "month" and number in _MONTH_NAMES else str(number)


def names(stated: Statement, cited: Sequence[Statement]) -> tuple[list[str], int, int]:
    """Return the names that are not cited, how many of them are names beyond doubt, and how many are only cited."""
    terms = [term for one in cited for term in one.terms]
    spelt = {key for one in cited for key in one.initials}
    missing = [t for t in stated.terms if t.is_name and not t.keys & spelt and covered(t, terms) < _COVERED]
    known = {name for one in cited for name in one.known}
    meant = known.union(*(one.hinted for one in cited))
    absent = [written for name, written in stated.known.items() if name not in meant]
    left = sum(
        term.is_name and not term.keys & stated.initials and covered(term, stated.terms) < _COVERED for term in terms
    )
    left += len(known - stated.known.keys() - stated.hinted)
    return [*absent, *(t.surface for t in missing)], len(absent) + sum(t.is_sure for t in missing), left


def denials(stated: Statement, cited: Sequence[Statement], *, across: bool) -> tuple[bool, bool]:
    """Return whether a sentence denies what no citation does, and whether it states what one denies.

    Within a script a clause that denies needs one with its words that denies as well; across scripts any will do, and
    where the other side has a word more that denies by its meaning, such as "failed", none.
    """
    there = [clause for one in cited for clause in one.denied]
    terms = [term for one in cited for term in one.terms]
    softer = sum(one.soft_denials for one in cited) - stated.soft_denials
    least = _STATED_ACROSS if across else _STATED
    told = [clause for clause in there if _is_stated(clause, stated.terms, least)]
    if across:
        return bool(stated.denied) and not there and softer <= 0, bool(told) and not stated.denied and softer >= 0
    mine = [clause for clause in stated.denied if _is_stated(clause, terms, least)]
    added = any(not any(_is_stated(clause, other, least) for other in there) for clause in mine)
    lost = any(not any(_is_stated(clause, other, least) for other in stated.denied) for clause in told)
    return added or (bool(stated.denied) and not there), lost


def _is_stated(clause: Sequence[Term], terms: Sequence[Term], least: float) -> bool:
    """Tell whether at least a share of a clause's words are among others."""
    shares = [covered(term, terms) for term in clause]
    return not shares or sum(shares) >= least * len(shares)


def covered(term: Term, cited: Sequence[Term]) -> float:
    """Return 0…1: how surely a word stands among others, as it is, by its sound or by its meaning."""
    best = 0.0
    for other in cited:
        if term.stem == other.stem:
            return 1.0
        if term.keys & other.keys or term.joined & other.keys or term.keys & other.joined:
            best = max(best, 0.95)
        elif best < _ALIKE and (term.is_name or other.is_name) and nearly(term.keys, other.keys):
            best = _ALIKE
        elif other.stem in term.meanings or term.stem in other.meanings:
            best = max(best, 0.9)
        elif term.meanings & other.meanings and not term.is_name:
            best = max(best, 0.6)
    return best
