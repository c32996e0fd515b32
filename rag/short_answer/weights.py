"""The fitted numbers of the short answer, all in one place.

From `python -m eval.tune_short_answers ARCHIVE`, which fits them to development questions.
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
    word beside "which" stands in it or beside; name_organisation: it is of the kind of organisation asked for. Of
    the reader (rag/reading): read: how likely it is the answer, by its logarithm; read_sentence: the log-odds that its
    sentence answers.
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
    read: float = 0.0
    read_sentence: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (28,)."""
        return np.array(_NUMBERS(self), np.float64)


_NUMBERS = attrgetter(*(field.name for field in fields(Signals)))


@dataclass(frozen=True, slots=True)
class NoneSignals:
    """One number for each signal that no part answers: the kind that is asked for, how little the archive meets it.

    margin: how much more the best quote scores than the second, 2 at most; articles: how many further ones are quoted;
    nowhere: how likely, to the reader, no words of the best quote's passage are the answer; read: the log-odds that the
    best quote answers.
    """

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
    margin: float = 0.0
    articles: float = 0.0
    nowhere: float = 0.0
    read: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (15,)."""
        return np.array(_NONE_NUMBERS(self), np.float64)


_NONE_NUMBERS = attrgetter(*(field.name for field in fields(NoneSignals)))

WEIGHTS = Signals(
    behind=-0.64,
    later=-0.18,
    tokens=2.00,
    kind=-0.33,
    met=-0.01,
    unmet=-1.26,
    sharp_unmet=-0.24,
    other_time=-0.67,
    near=4.53,
    number_fits=0.38,
    number_bare=-0.60,
    number_label=-0.07,
    date_month=0.76,
    date_year=0.25,
    date_resolved=-2.35,
    name_surely=-0.23,
    name_single=-1.29,
    name_order=-1.11,
    person_role=1.53,
    person_place=-1.52,
    person_case=2.67,
    place_in=1.79,
    place_fits=2.20,
    place_titled=-2.54,
    name_head=1.65,
    name_organisation=2.52,
)
NONE = NoneSignals(
    number=0.75,
    date=-0.05,
    person=0.19,
    place=1.17,
    name=0.61,
    score=-0.12,
    unmet=10.40,
    coverage=0.07,
    context=0.71,
    overlap=0.44,
    names=0.86,
    margin=-0.30,
    articles=0.78,
)
# The same where the best sentences were read together with the question (rag/reading).
READ_WEIGHTS = Signals(
    behind=-0.19,
    later=-0.39,
    tokens=1.94,
    kind=-0.37,
    met=0.19,
    unmet=-0.85,
    sharp_unmet=-0.26,
    other_time=-0.73,
    near=1.56,
    number_fits=0.21,
    number_bare=-0.24,
    number_label=-0.71,
    date_month=1.47,
    date_year=0.01,
    date_resolved=-0.21,
    name_surely=0.11,
    name_single=-0.54,
    name_order=-1.06,
    person_role=0.26,
    person_place=-0.76,
    person_case=0.93,
    place_in=0.56,
    place_fits=1.35,
    place_titled=0.12,
    name_head=0.59,
    name_organisation=3.40,
    read=2.96,
    read_sentence=-0.14,
)
READ_NONE = NoneSignals(
    number=2.55,
    date=2.27,
    person=2.14,
    place=2.97,
    name=2.30,
    score=-0.07,
    unmet=4.24,
    coverage=0.28,
    context=-0.81,
    overlap=0.58,
    names=-0.02,
    margin=0.12,
    articles=1.07,
    nowhere=-0.53,
    read=-0.51,
)
# A line is given from this probability on: by cross-validation over the development questions 2 to 3 % are then wrong.
BAR = 0.82
