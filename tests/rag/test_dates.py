import pytest

from index.article import Language
from rag.dates import long_date, long_time


@pytest.mark.parametrize(
    ("stamp", "language", "day"),
    [
        ("2025-01-31", "hi", "31 जनवरी 2025"),
        ("2025-02-01T00:00:00+05:30", "hi", "1 फ़रवरी 2025"),
        ("2025-09-09", "en", "9 September 2025"),
        ("last week", "en", "last week"),
    ],
)
def test_the_day_in_words(stamp: str, language: Language, day: str) -> None:
    assert long_date(stamp, language) == day


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("2025-12-04", "4 December 2025"),
        ("2025-12-04T23:07", "4 December 2025, 23:07"),
        ("2025-12-04T23:07:00+05:30", "4 December 2025, 23:07 IST"),
        ("2025-12-04T23:07:00+01:00", "4 December 2025, 23:07 UTC+01:00"),
    ],
)
def test_the_clock_time_is_shown_only_where_there_is_one(stamp: str, time: str) -> None:
    assert long_time(stamp, "en") == time
