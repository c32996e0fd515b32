"""Bootstrap intervals."""

import math

import pytest

from eval.intervals import estimate


def test_mean_and_interval_of_a_known_case() -> None:
    found = estimate([1.0] * 80 + [0.0] * 20)
    assert found.mean == pytest.approx(0.8)
    # the normal approximation gives 0.8 ± 1.96 √(0.8·0.2/100) = 0.8 ± 0.078
    assert found.low == pytest.approx(0.722, abs=0.02)
    assert found.high == pytest.approx(0.878, abs=0.02)
    assert found.n == 100


def test_no_values_have_no_mean() -> None:
    assert math.isnan(estimate([]).mean)


def test_it_is_deterministic() -> None:
    values = [0.0, 1.0, 1.0, 0.0, 1.0]
    assert estimate(values) == estimate(values)
