"""The fitted numbers of verification, all in one place.

From `python -m eval.verification --fit`, which fits them to the development half of the pairs of eval/corruption.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

# The script of a sentence, where what it cites is in the same; or that there are two.
Pairing = Literal["hi", "en", "across"]


@dataclass(frozen=True, slots=True)
class Signals:
    """What a verdict rests on; as values and as weights.

    number, unit, date, name: how many are not cited, three at most; sure_name: of names, those beyond doubt; swapped:
    how many could stand for one that is cited and not stated; denial_added, denial_lost: a "not" more or less than in
    what is cited; uncovered: share 0…1 of its words that are not cited; dissimilar: one less the cosine; unlike: these
    two multiplied.
    """

    number: float
    unit: float
    date: float
    name: float
    sure_name: float
    swapped: float
    denial_added: float
    denial_lost: float
    uncovered: float
    dissimilar: float
    unlike: float

    def values(self) -> tuple[float, ...]:
        """Return the eleven numbers in their order."""
        return tuple(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model of support, and the least probabilities that are called supported and partly supported.

    `same` are the weights where sentence and source are in one script, `other` those where they are in two.
    """

    bias: Mapping[Pairing, float]
    same: Signals
    other: Signals
    supported: float
    partly: float

    def log_odds(self, signals: Signals, pairing: Pairing) -> float:
        """Return the log-odds that a sentence follows from what it cites."""
        weights = self.other if pairing == "across" else self.same
        return self.bias[pairing] + sum(w * v for w, v in zip(weights.values(), signals.values(), strict=True))


WEIGHTS = Weights(
    bias={"hi": 0.795, "en": 0.689, "across": 4.061},
    same=Signals(
        number=-5.126, unit=-4.666, date=-4.972, name=-3.046, sure_name=-1.72, swapped=-1.958, denial_added=-4.772,
        denial_lost=-2.935, uncovered=-2.252, dissimilar=-2.137, unlike=-1.024,
    ),
    other=Signals(
        number=-5.073, unit=-4.682, date=-4.941, name=-1.034, sure_name=-1.125, swapped=-3.445, denial_added=-4.566,
        denial_lost=-1.264, uncovered=-0.658, dissimilar=-1.197, unlike=-1.434,
    ),
    supported=0.5,
    partly=0.25,
)  # fmt: skip
