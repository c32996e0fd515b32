import time
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import read_timestamp


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Last Updated- December 04, 2025 | 11:07 PM IST", "2025-12-04T23:07:00+05:30"),
        ("First Published : December 4, 2025 | 11:04 PM IST", "2025-12-04T23:04:00+05:30"),
        ("4 दिसंबर 2025, रात 11:04 बजे", "2025-12-04T23:04:00"),
        ("Published: 23 Aug 2023 18:04 IST", "2023-08-23T18:04:00+05:30"),
        ("Wed, 23 Aug 2023 18:04:00 +0530", "2023-08-23T18:04:00+05:30"),
        ("Wed, 23 Aug 2023 12:34:56 GMT", "2023-08-23T12:34:56+00:00"),
        ("Wed, 23 Aug 2023 12:34:56 EST", "2023-08-23T12:34:56-05:00"),
        ("2023-08-23T18:04:00Z", "2023-08-23T18:04:00+00:00"),
        ("2023-08-23T18:04:00+05:30", "2023-08-23T18:04:00+05:30"),
        ("2023-08-23T18:04:00.123-03:00", "2023-08-23T18:04:00-03:00"),
        ("2023-08-23 18:04", "2023-08-23T18:04:00"),
        ("2023-08-23", "2023-08-23"),
        ("2023/8/3", "2023-08-03"),
        ("20230823T180400Z", "2023-08-23T18:04:00+00:00"),
        ("१५ अगस्त २०२३", "2023-08-15"),
        ("15 अगस्त, 2023", "2023-08-15"),
        ("Updated on: Tue, 05 Mar 2024 03:15 PM (IST)", "2024-03-05T15:15:00+05:30"),
        ("Updated: 5th March, 2024", "2024-03-05"),
        ("March 5th 2024", "2024-03-05"),
        ("5 मार्च 2024 को सुबह 9 बजे", "2024-03-05T09:00:00"),
        ("5 मार्च 2024 दोपहर 12:30 बजे", "2024-03-05T12:30:00"),
        ("5 मार्च 2024 दोपहर 2:30 बजे", "2024-03-05T14:30:00"),
        ("5 मार्च 2024 दोपहर 11:45 बजे", "2024-03-05T11:45:00"),
        ("5 मार्च 2024 शाम 6:05 बजे", "2024-03-05T18:05:00"),
        ("5 मार्च 2024 शाम 18:05 बजे", "2024-03-05T18:05:00"),
        ("5 मार्च 2024, देर रात 1:30 बजे", "2024-03-05T01:30:00"),
        ("5 मार्च 2024, रात 12:10 बजे", "2024-03-05T00:10:00"),
        ("तड़के 4:40 बजे, 5 मार्च 2024", "2024-03-05T04:40:00"),
        ("शुक्रवार, ५ दिसम्बर २०२५ | ०७:०५ पीएम", "2025-12-05T19:05:00"),
        ("फ़रवरी 29, 2024 12:05 AM", "2024-02-29T00:05:00"),
        ("12 अक्तूबर 2023 18:00", "2023-10-12T18:00:00"),
        ("11:07 PM IST, Dec 4, 2025", "2025-12-04T23:07:00+05:30"),
        ("Dec. 4, 2025 at 11.07 pm", "2025-12-04T23:07:00"),
        ("Posted On: 04 DEC 2025 6:32PM by PIB Delhi", "2025-12-04T18:32:00"),
        ("04-Dec-25", "2025-12-04"),
        ("04-Dec-2025 14:20:01", "2025-12-04T14:20:01"),
        ("Dec 4, 2025 | 5 min read", "2025-12-04"),
        ("Dec 4, 2025 | 3.5 lakh views", "2025-12-04"),
        ("Published Dec 4, 2025, Updated Dec 5, 2025 11:00 AM IST", "2025-12-04"),
        ("Dec 4, 2025 11:30 p.m. GMT+5:30", "2025-12-04T23:30:00+05:30"),
        ("Dec 4, 2025 25:99", "2025-12-04"),
        ("25-03-2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("05.05.2024", "2024-05-05"),
        ("मंगलवार 05-03-2024", "2024-03-05"),
        ("Friday, 05/03/2024 10:00", "2024-05-03T10:00:00"),
        ("\u200e4 December\u00a02025", "2025-12-04"),
    ],
)
def test_published_lines_of_news_sites(line: str, expected: str) -> None:
    assert read_timestamp(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "05-03-2024",
        "05/03/2024 10:00 IST",
        "Sunday 05-03-2024",  # neither the third of May nor the fifth of March was one
        "05-03-24",
        "30 Feb 2024",
        "2023-02-29",
        "31 अप्रैल 2024",
        "13/13/2024",
        "May 2024",
        "मई में",
        "2 hours ago",
        "11:07 PM IST",
        "2025",
        "मामले की 4 सुनवाई 2025 में",
        "Rs 1,20,000",
        "",
    ],
)
def test_lines_without_one_clear_date(line: str) -> None:
    assert read_timestamp(line) is None


def test_a_source_that_states_its_order_is_read_in_it() -> None:
    assert read_timestamp("05-03-2024", date_order="DMY") == "2024-03-05"
    assert read_timestamp("05-03-2024", date_order="MDY") == "2024-05-03"


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 12, 31)))
def test_what_python_and_mailers_write_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert read_timestamp(moment.isoformat()) == moment.isoformat()
    assert read_timestamp(moment.strftime("%d %B %Y, %I:%M:%S %p")) == moment.isoformat()
    sent = moment.replace(tzinfo=UTC)
    assert read_timestamp(format_datetime(sent)) == sent.isoformat()


def test_a_long_line_is_read_in_linear_time() -> None:
    started = time.process_time()
    assert read_timestamp("1 2 3 4 5 12:30 रात 5 may " * 10_000) is None
    assert time.process_time() - started < 2.0
