"""The fitted numbers of the short answer, all in one place.

From `python -m eval.tune_short_answers ARCHIVE`, which fits them to the development half of the sample questions.
"""

from dataclasses import dataclass, fields
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Signals:
    """One number for each signal that a part of a sentence is the answer: as values 0…1, as weights anywhere."""

    behind: float = 0.0
    later: float = 0.0
    tokens: float = 0.0
    met: float = 0.0
    unmet: float = 0.0
    heads_unmet: float = 0.0
    tail_unmet: float = 0.0
    sharp_unmet: float = 0.0
    other_time: float = 0.0
    near: float = 0.0
    number_fits: float = 0.0
    number_bare: float = 0.0
    number_of_other: float = 0.0
    number_label: float = 0.0
    date_full: float = 0.0
    date_month: float = 0.0
    date_year: float = 0.0
    date_resolved: float = 0.0
    name_surely: float = 0.0
    name_asked: float = 0.0
    name_single: float = 0.0
    name_order: float = 0.0
    person_titled: float = 0.0
    person_role: float = 0.0
    person_place: float = 0.0
    person_case: float = 0.0
    place_known: float = 0.0
    place_in: float = 0.0
    place_fits: float = 0.0
    place_titled: float = 0.0
    name_head: float = 0.0
    name_organisation: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (31,)."""
        return np.array(_NUMBERS(self), np.float64)


_NUMBERS = attrgetter(*(field.name for field in fields(Signals)))


@dataclass(frozen=True, slots=True)
class NoneSignals:
    """One number for each signal that no part answers: the kind that is asked for, how little the archive meets it."""

    number: float = 0.0
    date: float = 0.0
    person: float = 0.0
    place: float = 0.0
    name: float = 0.0
    closest: float = 0.0
    met: float = 0.0
    coverage: float = 0.0
    context: float = 0.0
    overlap: float = 0.0
    names: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (11,)."""
        return np.array(_NONE_NUMBERS(self), np.float64)


_NONE_NUMBERS = attrgetter(*(field.name for field in fields(NoneSignals)))

WEIGHTS = Signals(
    behind=-0.29,
    later=-0.75,
    tokens=6.11,
    met=-1.67,
    unmet=-2.44,
    heads_unmet=0.22,
    tail_unmet=0.44,
    sharp_unmet=-0.51,
    other_time=-0.89,
    near=4.03,
    number_fits=0.35,
    number_bare=-0.63,
    number_of_other=0.14,
    number_label=-2.83,
    date_full=-0.91,
    date_month=0.50,
    date_year=3.27,
    date_resolved=-3.14,
    name_surely=-0.08,
    name_asked=-1.00,
    name_single=-1.27,
    name_order=-1.58,
    person_titled=0.09,
    person_role=1.37,
    person_place=-0.92,
    person_case=3.05,
    place_known=-1.08,
    place_in=1.02,
    place_fits=1.48,
    place_titled=-1.25,
    name_head=2.58,
    name_organisation=2.80,
)
NONE = NoneSignals(
    number=0.31,
    date=-0.23,
    person=-0.31,
    place=-0.04,
    name=-0.15,
    closest=1.34,
    met=2.75,
    coverage=-0.37,
    context=-3.00,
    overlap=0.00,
    names=1.28,
)
# A line is given from this probability on.
BAR = 0.75
