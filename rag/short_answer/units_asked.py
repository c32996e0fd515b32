"""Whether a quantity is in the unit that a question asks for."""

from index.language.quantities import Quantity
from index.language.quantity_words import MEASURES
from index.language.quantity_words import UNITS as UNIT_NAMES
from rag.short_answer.asking import Details
from rag.short_answer.numbers import MONEY
from rag.understanding.kinds import Wanted
from rag.understanding.question_words import Unit

_DIMENSIONS: dict[Unit, frozenset[str]] = {
    "percent": frozenset({"percent", "points"}),
    "money": MONEY,
    "time": frozenset({"seconds", "months"}),
    "length": frozenset({"length"}),
    "weight": frozenset({"mass"}),
}
# "How long" may ask for metres or for pages, "how high" for a rate: what else such words may be answered with.
_VAGUE: dict[str | None, frozenset[str | None]] = {
    "long": frozenset({"length", "seconds", "months", None}),
    "high": frozenset({"percent", None}),
}
# What a count of things is never given in; and an amount of money without its currency is at least so large.
_MEASURED = MONEY | {"percent", "points", "seconds", "months", "length", "area", "mass", "volume", "degree"}
_LARGE = 1000


def is_asked_for(asked: Wanted, wanted: Details, quantity: Quantity) -> bool | None:
    """Tell whether a quantity is in the unit that is asked for; None where the question leaves that open.

    >>> from index.language.quantities import quantities
    >>> from rag.question import understand
    >>> from rag.short_answer.asking import details
    >>> asked = understand("इस पर कितने प्रतिशत कर लगेगा?")
    >>> [is_asked_for(asked.wanted, details(asked), one) for one in quantities("5 प्रतिशत, 40 रुपये")]
    [True, False]
    """
    names = {UNIT_NAMES[word] for word in asked.counted_words if word in UNIT_NAMES}
    is_count = quantity.unit is None or quantity.dimension not in _MEASURED
    if wanted.times:
        return is_count
    if wanted.scale:
        return quantity.unit in MONEY or quantity.unit is None
    if not asked.unit and not names:
        return None if is_count or not wanted.many else False
    measured = {quantity.unit, quantity.dimension}
    allowed = set().union(*(_DIMENSIONS[unit] for unit in (asked.unit,) if unit))
    allowed |= names | {MEASURES[name].dimension for name in names if name in MEASURES}
    if measured & allowed:
        return True
    large = quantity.unit is None and asked.unit == "money" and quantity.low >= _LARGE
    vague = not names and measured & _VAGUE.get(wanted.vague, frozenset())
    return None if large or vague or (quantity.unit is None and not asked.unit) else False
