"""Two numbers are a range where something between or around them says so, and the second is the greater."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.quantities import quantities


@given(st.integers(1, 500), st.integers(1, 400), st.sampled_from(["{}-{} km", "{} से {} किमी", "between {} and {} km"]))
def test_ranges_are_read_back(low: int, more: int, pattern: str) -> None:
    (found,) = quantities(pattern.format(low, low + more))
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(low + more), "km")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("5 से 7 लाख", [(500000, 700000)]),
        ("2019-20 में", [(2019, 2020)]),
        ("5 और 7 किमी के बीच", [(5, 7)]),
        ("5 and 7 km", [(5, 5), (7, 7)]),
        ("7 to 5 km", [(7, 7), (5, 5)]),
        ("5 kg to 7 km", [(5, 5), (7, 7)]),
    ],
)
def test_what_is_a_range_and_what_are_two_numbers(text: str, ends: list[tuple[int, int]]) -> None:
    assert [(int(found.low), int(found.high)) for found in quantities(text)] == ends
