"""The fitted numbers of the short answer, all in one place.

From `python -m eval.tune_short_answers ARCHIVE`, which fits them to the development half of the sample questions.
"""

from dataclasses import dataclass, fields
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Signals:
    """One number for each signal that a part of a sentence is the answer: as values mostly 0…1, as weights anywhere.

    Of its sentence: behind: how much less the sentence scores than the best; later: it is not the first quote; tokens,
    kind: its features (rag/weights.py); met, unmet: shares of the question's words, weighed by how much more they say
    than the headline, that it meets, and that neither it nor the headline nor the sentence before meets; sharp_unmet:
    one of these is a number or a name; other_time: it names another year or month. near: how much of the question
    stands how near. number_fits: it is in the unit asked for, or of what is counted; number_bare: neither can be told;
    number_label: it counts nothing. date_month, date_year: it has a month but no day, a year alone; date_resolved: a
    weekday and the day of publication make it. name_surely: the share of its words that are no common ones;
    name_single: it has one word; name_order: how late it stands. person_role: the role asked for stands before it;
    person_place: it is a country; person_case: it stands in the case asked for. place_in: beside a word for in, at,
    from; place_fits: it is of the kind asked for, -1 of another; place_titled: a title stands before it. name_head: a
    word beside "which" stands in it or beside; name_organisation: it is of the kind of organisation asked for.
    """

    behind: float = 0.0
    later: float = 0.0
    tokens: float = 0.0
    kind: float = 0.0
    met: float = 0.0
    unmet: float = 0.0
    sharp_unmet: float = 0.0
    other_time: float = 0.0
    near: float = 0.0
    number_fits: float = 0.0
    number_bare: float = 0.0
    number_label: float = 0.0
    date_month: float = 0.0
    date_year: float = 0.0
    date_resolved: float = 0.0
    name_surely: float = 0.0
    name_single: float = 0.0
    name_order: float = 0.0
    person_role: float = 0.0
    person_place: float = 0.0
    person_case: float = 0.0
    place_in: float = 0.0
    place_fits: float = 0.0
    place_titled: float = 0.0
    name_head: float = 0.0
    name_organisation: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (26,)."""
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
    score: float = 0.0
    unmet: float = 0.0
    coverage: float = 0.0
    context: float = 0.0
    overlap: float = 0.0
    names: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (11,)."""
        return np.array(_NONE_NUMBERS(self), np.float64)


_NONE_NUMBERS = attrgetter(*(field.name for field in fields(NoneSignals)))

WEIGHTS = Signals(
    behind=-0.37,
    later=-0.72,
    tokens=3.28,
    kind=-1.88,
    met=-0.44,
    unmet=-1.42,
    sharp_unmet=-0.39,
    other_time=-0.61,
    near=3.76,
    number_fits=0.33,
    number_bare=-0.69,
    number_label=-2.73,
    date_month=0.89,
    date_year=3.43,
    date_resolved=-2.36,
    name_surely=-0.07,
    name_single=-1.04,
    name_order=-1.39,
    person_role=1.75,
    person_place=-0.50,
    person_case=2.65,
    place_in=0.62,
    place_fits=1.25,
    place_titled=-0.86,
    name_head=2.90,
    name_organisation=3.54,
)
NONE = NoneSignals(
    number=-0.44,
    date=-0.65,
    person=-1.28,
    place=-0.77,
    name=-0.79,
    score=-0.18,
    unmet=6.97,
    coverage=0.31,
    context=1.30,
    overlap=0.42,
    names=1.13,
)
# A line is given from this probability on: by cross-validation over the development questions 1 % is then wrong, and in
# other archives 3 to 4 %.
BAR = 0.85
