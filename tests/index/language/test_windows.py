"""Windows of time in three scripts."""

from datetime import date

import pytest

from index.language.windows import time_window

AS_OF = date(2025, 12, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("What happened last week?", "2025-12-01", "2025-12-07"),
        ("पिछले हफ़्ते क्या हुआ?", "2025-12-01", "2025-12-07"),
        ("pichhle hafte kya hua", "2025-12-01", "2025-12-07"),
        ("What did the RBI decide last month?", "2025-11-01", "2025-11-30"),
        ("पिछले महीने क्या हुआ", "2025-11-01", "2025-11-30"),
        ("पिछले साल कौन जीता?", "2024-01-01", "2024-12-31"),
        ("in the past 3 days", "2025-12-07", "2025-12-10"),
        ("पिछले तीन दिनों में", "2025-12-07", "2025-12-10"),
        ("पिछले दो महीनों में", "2025-10-10", "2025-12-10"),
        ("इस महीने की बैठक", "2025-12-01", "2025-12-10"),
        ("this week in Delhi", "2025-12-08", "2025-12-10"),
        ("आज क्या हुआ", "2025-12-10", "2025-12-10"),
        ("aaj ki khabar", "2025-12-10", "2025-12-10"),
        ("कल क्या हुआ था?", "2025-12-09", "2025-12-09"),
        ("कल क्या होगा?", "2025-12-11", "2025-12-11"),
        ("kal kaun aayega?", "2025-12-11", "2025-12-11"),
        ("परसों कौन आया?", "2025-12-08", "2025-12-08"),
        ("परसों मैच होगा?", "2025-12-12", "2025-12-12"),
        ("What was said yesterday?", "2025-12-09", "2025-12-09"),
        ("news from 2024", "2024-01-01", "2024-12-31"),
        ("२०२४ की खबरें", "2024-01-01", "2024-12-31"),
        ("reports of May 2025", "2025-05-01", "2025-05-31"),
    ],
)
def test_firm_windows(question: str, start: str, end: str) -> None:
    window = time_window(question, AS_OF)
    assert window is not None
    assert (str(window.start), str(window.end), window.firm) == (start, end, True)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("What happened in May 2025?", "2025-05-01", "2025-05-31"),
        ("मई 2025 में क्या हुआ?", "2025-05-01", "2025-05-31"),
        ("may 2025 me kya hua", "2025-05-01", "2025-05-31"),
        ("23 अगस्त 2023 को क्या हुआ?", "2023-08-23", "2023-08-23"),
        ("on 23rd August 2023", "2023-08-23", "2023-08-23"),
        ("on August 23, 2023", "2023-08-23", "2023-08-23"),
        ("What happened in August?", "2025-08-01", "2025-08-31"),
        ("15 दिसंबर को क्या हुआ?", "2024-12-15", "2024-12-15"),
    ],
)
def test_windows_that_may_be_the_day_of_the_event(question: str, start: str, end: str) -> None:
    window = time_window(question, AS_OF)
    assert window is not None
    assert (str(window.start), str(window.end), window.firm) == (start, end, False)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the 2019 World Cup final?",
        "टी20 विश्व कप 2024 किसने जीता?",
        "2019 और 2023 के बीच हिस्सा कितना रह गया?",
        "budget 2025 me kya mila",
        "What may the court decide?",
        "31 फरवरी को क्या हुआ?",
        "चंद्रयान-3 कब उतरा?",
    ],
)
def test_no_window(question: str) -> None:
    assert time_window(question, AS_OF) is None


@pytest.mark.parametrize(
    "question",
    ["What is the latest toll?", "अब तक कितने नोट लौटे?", "ab tak kitne log mare", "ताज़ा आंकड़ा क्या है", "how many so far"],
)
def test_latest(question: str) -> None:
    window = time_window(question, AS_OF)
    assert window is not None
    assert window.latest
