"""Numerals with their units and signs, as Hindi, English and Hinglish write them."""

from decimal import Decimal

import pytest

from index.language.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("साढ़े तीन लाख रुपये", "350000", "INR"),
        ("पौने दो करोड़", "17500000", None),
        ("सवा लाख लोग", "125000", "people"),
        ("सवा दो सौ", "225", None),
        ("डेढ़ सौ", "150", None),
        ("ढाई घंटे", "2.5", "hour"),
        ("2.5 लाख करोड़ रुपये", "2500000000000", "INR"),
        ("20 हज़ार करोड़", "200000000000", None),
        ("two and a half million dollars", "2500000", "USD"),
        ("half a million", "500000", None),
        ("a hundred and five", "105", None),
        ("उन्नीस सौ सैंतालीस", "1947", None),
        ("300 से अधिक लोग", "300", "people"),
        ("5.6 billion US dollars", "5600000000", "USD"),
        ("US$5bn", "5000000000", "USD"),
        ("3 percentage points", "3", "percentage point"),
        ("३ प्रतिशत अंक", "3", "percentage point"),
        ("7 per cent", "7", "percent"),
        ("80 किलोमीटर प्रति घंटा", "80", "km/h"),
        ("80 km/h", "80", "km/h"),
        ("40 वर्ग किलोमीटर", "40", "km2"),
        ("7,600 light-years", "7600", "light-year"),
        ("12-year-old", "12", "year"),
        ("-5 डिग्री", "-5", "degree"),
        ("do lakh log", "200000", "people"),
        ("paanch saal", "5", "year"),
    ],
)
def test_units_and_odd_numbers(text: str, value: str, unit: str | None) -> None:
    (found,) = quantities(text)
    assert (found.low, found.unit, found.kind) == (Decimal(value), unit, "amount")


@pytest.mark.parametrize(
    ("text", "value"),
    [("minus 5 degrees", "-5"), ("माइनस 5 डिग्री", "-5"), ("a -5 degree day", "-5"), ("F-5 degrees", "5")],
)
def test_a_minus_counts_where_it_joins_nothing(text: str, value: str) -> None:
    assert [found.low for found in quantities(text)] == [Decimal(value)]


def test_a_capital_behind_a_number_is_no_metre() -> None:
    assert [found.unit for found in quantities("5 M. Tech students, 5 m high")] == [None, "m"]
