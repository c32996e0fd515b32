"""What a number is told to be by the words beside it."""

import pytest

from index.language.quantities import quantities


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("चंद्रयान-3 और S-400, COVID-19, 5G", ["label"] * 4),
        ("3 मई 2025", ["date", "year"]),
        ("2025-12-04", ["date"]),
        ("2019-20 में, the 1980s", ["year"] * 2),
        ("रात ढाई बजे", ["time"]),
        ("2000 लोग", ["amount"]),
        ("शाम 6 बजकर 4 मिनट पर", ["time"]),
        ("75वाँ, 3rd, पाँचवीं, twenty-first", ["ordinal"] * 4),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in quantities(text)] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [("on 3 May", "date"), ("in May 3 came", "date"), ("they may 3 times", "amount"), ("35 May", "amount")],
)
def test_a_month_that_is_a_word_too_makes_a_day_with_its_capital(text: str, kind: str) -> None:
    assert [found.kind for found in quantities(text)] == [kind]
