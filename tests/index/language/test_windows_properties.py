"""What holds of every window: made of generated expressions in three scripts, seen from any day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.language.calendar_days import shifted
from index.language.windows import TimeWindow, time_window

DEVANAGARI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
MONTHS = [
    ("जनवरी", "January", "janvari"),
    ("फ़रवरी", "February", "farvari"),
    ("मार्च", "March", "march"),
    ("अप्रैल", "April", "april"),
    ("मई", "May", "may"),
    ("जून", "June", "june"),
    ("जुलाई", "July", "julai"),
    ("अगस्त", "August", "agast"),
    ("सितम्बर", "September", "sitambar"),
    ("अक्तूबर", "October", "october"),
    ("नवंबर", "November", "navambar"),
    ("दिसंबर", "December", "disambar"),
]
WEEKDAYS = [
    ("सोमवार", "Monday", "somvar"),
    ("मंगलवार", "Tuesday", "mangalwar"),
    ("बुधवार", "Wednesday", "budhvar"),
    ("गुरुवार", "Thursday", "guruvar"),
    ("शुक्रवार", "Friday", "shukravar"),
    ("शनिवार", "Saturday", "shanivar"),
    ("रविवार", "Sunday", "ravivar"),
]
UNITS = {
    "day": ("दिन", "days", "din"),
    "week": ("हफ़्ते", "weeks", "hafte"),
    "month": ("महीने", "months", "mahine"),
    "year": ("साल", "years", "saal"),
}
LAST = {
    "week": ("पिछले हफ़्ते", "last week", "pichhle hafte"),
    "month": ("पिछले महीने", "last month", "pichle mahine"),
    "year": ("पिछले साल", "last year", "pichhle saal"),
}
THIS = {
    "week": ("इस हफ़्ते", "this week", "is hafte"),
    "month": ("इस महीने", "this month", "is mahine"),
    "year": ("इस साल", "this year", "is saal"),
}
FRAMES = [("{} दिल्ली में क्या हुआ था?", "What happened in Delhi {}?", "dilli mein {} kya hua tha?"), ("{}", "{}", "{}")]

days = st.dates(date(1950, 1, 1), date(2045, 12, 31))
counts = st.integers(2, 40)
frames = st.sampled_from(FRAMES)


def agreed(forms: tuple[str, ...], frame: tuple[str, ...], as_of: date) -> TimeWindow:
    """Return the window on which all forms agree, Devanagari digits among them, without the words that said so."""
    asked = [one.format(form) for one, form in zip(frame, forms, strict=True)]
    found = []
    for question in (*asked, asked[0].translate(DEVANAGARI_DIGITS)):
        window = time_window(question, as_of)
        assert window is not None, question
        assert window.start is None or window.end is None or window.start <= window.end, question
        found.append(replace(window, text=""))
    assert all(window == found[0] for window in found), list(zip(asked, found, strict=False))
    return found[0]


@given(days, days, frames)
def test_a_day_with_its_year_is_that_day_whenever_it_is_asked(day: date, as_of: date, frame: tuple[str, ...]) -> None:
    hindi, english, roman = MONTHS[day.month - 1]
    forms = (
        f"{day.day} {hindi} {day.year} को",
        f"on {english} {day.day}, {day.year}",
        f"{day.day} {roman} {day.year} ko",
    )
    window = agreed(forms, frame, as_of)
    assert (window.start, window.end) == (day, day)


@given(days, days, frames)
def test_a_month_contains_its_days(day: date, as_of: date, frame: tuple[str, ...]) -> None:
    hindi, english, roman = MONTHS[day.month - 1]
    window = agreed((f"{hindi} {day.year} में", f"in {english} {day.year}", f"{roman} {day.year} mein"), frame, as_of)
    assert window.start is not None
    assert window.end is not None
    assert window.start <= day <= window.end
    assert (window.start - timedelta(1)).month != window.start.month == window.end.month
    assert (window.end + timedelta(1)).month != window.end.month


@given(days, frames)
def test_a_day_without_its_year_is_past_and_less_than_a_year_away(as_of: date, frame: tuple[str, ...]) -> None:
    day = as_of - timedelta(days=as_of.day * 7 % 300)
    if (day.month, day.day) == (2, 29):
        return
    hindi, english, roman = MONTHS[day.month - 1]
    window = agreed((f"{day.day} {hindi} को", f"on {day.day} {english}", f"{day.day} {roman} ko"), frame, as_of)
    assert (window.start, window.end) == (day, day)


@given(days, st.integers(0, 700), days, frames)
def test_a_range_runs_from_its_first_day_to_its_last(
    first: date, length: int, as_of: date, frame: tuple[str, ...]
) -> None:
    last = first + timedelta(days=length)
    (a_hi, a_en, a_roman), (b_hi, b_en, b_roman) = MONTHS[first.month - 1], MONTHS[last.month - 1]
    forms = (
        f"{first.day} {a_hi} {first.year} से {last.day} {b_hi} {last.year} तक",
        f"from {first.day} {a_en} {first.year} to {last.day} {b_en} {last.year}",
        f"{first.day} {a_roman} {first.year} se {last.day} {b_roman} {last.year} tak",
    )
    window = agreed(forms, frame, as_of)
    assert (window.start, window.end) == (first, last)
    between = (
        f"{first.day} {a_hi} {first.year} और {last.day} {b_hi} {last.year} के बीच",
        f"between {a_en} {first.day}, {first.year} and {b_en} {last.day}, {last.year}",
        f"{first.day} {a_roman} {first.year} aur {last.day} {b_roman} {last.year} ke beech",
    )
    assert agreed(between, frame, as_of) == window


@given(days, st.integers(0, 330), frames)
def test_the_start_of_a_range_takes_its_year_from_the_end(first: date, length: int, frame: tuple[str, ...]) -> None:
    last = first + timedelta(days=length)
    if (first.month, first.day) == (2, 29):
        return
    (a_hi, a_en, a_roman), (b_hi, b_en, b_roman) = MONTHS[first.month - 1], MONTHS[last.month - 1]
    forms = (
        f"{first.day} {a_hi} से {last.day} {b_hi} {last.year} तक",
        f"from {first.day} {a_en} to {last.day} {b_en} {last.year}",
        f"{first.day} {a_roman} se {last.day} {b_roman} {last.year} tak",
    )
    window = agreed(forms, frame, date(2025, 12, 10))
    assert (window.start, window.end) == (first, last)


@given(days, st.integers(1, 4000), frames)
def test_since_and_before_share_out_all_days(day: date, later: int, frame: tuple[str, ...]) -> None:
    as_of = day + timedelta(days=later)
    hindi, english, roman = MONTHS[day.month - 1]
    on = (f"{day.day} {hindi} {day.year}", f"{day.day} {english} {day.year}", f"{day.day} {roman} {day.year}")
    since = agreed((f"{on[0]} से", f"since {on[1]}", f"{on[2]} se"), frame, as_of)
    before = agreed((f"{on[0]} से पहले", f"before {on[1]}", f"{on[2]} se pehle"), frame, as_of)
    after = agreed((f"{on[0]} के बाद", f"after {on[1]}", f"{on[2]} ke baad"), frame, as_of)
    assert (since.start, since.end) == (day, as_of)
    assert (before.start, before.end) == (None, day - timedelta(1))
    assert (after.start, after.end) == (day + timedelta(1), as_of)


@given(days, counts, st.sampled_from(sorted(UNITS)), frames)
def test_so_long_ago_contains_the_day_meant(as_of: date, count: int, unit: str, frame: tuple[str, ...]) -> None:
    hindi, english, roman = UNITS[unit]
    window = agreed((f"{count} {hindi} पहले", f"{count} {english} ago", f"{count} {roman} pehle"), frame, as_of)
    assert window.start is not None
    assert window.end is not None
    assert window.start <= shifted(as_of, unit, -count) <= window.end < as_of
    assert window.firm


@given(days, counts, st.sampled_from(sorted(UNITS)), frames)
def test_the_last_so_many_end_on_the_day_of_asking(as_of: date, count: int, unit: str, frame: tuple[str, ...]) -> None:
    hindi, english, roman = UNITS[unit]
    forms = (f"पिछले {count} {hindi} में", f"in the last {count} {english}", f"pichhle {count} {roman} mein")
    window = agreed(forms, frame, as_of)
    assert (window.start, window.end) == (shifted(as_of, unit, -count), as_of)


@given(days, st.sampled_from(sorted(LAST)), frames)
def test_last_ends_before_this_begins(as_of: date, unit: str, frame: tuple[str, ...]) -> None:
    last, this = agreed(LAST[unit], frame, as_of), agreed(THIS[unit], frame, as_of)
    assert last.end is not None
    assert this.start == last.end + timedelta(1)
    assert this.end == as_of


@given(days, st.sampled_from(WEEKDAYS), frames)
def test_the_last_weekday_lies_in_the_seven_days_before(
    as_of: date, names: tuple[str, ...], frame: tuple[str, ...]
) -> None:
    window = agreed((f"पिछले {names[0]}", f"last {names[1]}", f"pichhle {names[2]}"), frame, as_of)
    assert window.start == window.end
    assert window.start is not None
    assert window.start.weekday() == WEEKDAYS.index(names)  # type: ignore[arg-type]
    assert 1 <= (as_of - window.start).days <= 7


@given(days, st.integers(-3000, 3000), counts)
def test_a_later_day_of_asking_moves_relative_windows_with_it(as_of: date, away: int, count: int) -> None:
    for step, expressions in (
        (1, ["yesterday", "आज", "परसों क्या हुआ", f"{count} दिन पहले", f"past {count} days", f"pichhle {count} hafte"]),
        (7, ["last week", "इस हफ्ते", f"{count} hafte pehle", "पिछले सोमवार", "last Friday", "next week", "last weekend"]),
    ):
        for words in expressions:
            move = timedelta(days=step * away)
            before, after = time_window(words, as_of), time_window(words, as_of + move)
            assert before is not None
            assert after is not None
            assert before.start is not None
            assert before.end is not None
            assert (after.start, after.end) == (before.start + move, before.end + move)
            assert after.firm == before.firm


PAST_VERBS = [("आया था", "aaya tha"), ("ने कहा", "ne kaha"), ("गए थे", "gaye the"), ("हारा", "hara"), ("हुआ है", "hua hai")]
FUTURE_VERBS = [
    *(("आएगा", "aayega"), ("होंगे", "honge"), ("आने वाला है", "aane wala hai"), ("जाएंगी", "jayengi")),
    *(("आ रहा है", "aa raha hai"), ("का मैच है", "ka match hai"), ("खेलेगी", "khelegi")),
]


@given(
    days,
    st.sampled_from(PAST_VERBS),
    st.sampled_from(FUTURE_VERBS),
    st.sampled_from([("कल", "kal", 1), ("परसों", "parson", 2)]),
)
def test_the_verb_tells_which_way(
    as_of: date, past: tuple[str, ...], future: tuple[str, ...], word: tuple[str, str, int]
) -> None:
    hindi, roman, away = word
    for verbs, way in ((past, -1), (future, 1)):
        for question in (f"{hindi} कौन {verbs[0]}?", f"{roman} kaun {verbs[1]}?"):
            window = time_window(question, as_of)
            assert window is not None, question
            assert window.start == window.end == as_of + timedelta(days=way * away), question
            assert window.firm is (way < 0)
