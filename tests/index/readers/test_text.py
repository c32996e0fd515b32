"""Plain text: what a reader saves from a news page is taken apart; what is not there is not made up."""

import io

import pytest

from index.readers.draft import Document, UnfitError
from index.readers.text import parse, read

FULL = """विज्ञान

झील का पानी पाँच साल में सबसे ऊपर, पर्यटकों के लिए नावें फिर चलेंगी

जल विभाग ने कहा कि अगले हफ्ते से घाट खोल दिए जाएँगे

Published by
दर्पण संवाददाता
Last Updated- December 04, 2025 | 11:07 PM IST

भोपाल, 4 दिसंबर: झील का जलस्तर गुरुवार को 508 मीटर तक पहुँच गया।

यह भी पढ़ें: शहर में कल पानी नहीं आएगा

विभाग के अभियंता रमेश दुबे ने बताया कि पिछले पाँच साल में ऐसा नहीं हुआ।
घाट सोमवार को खुलेंगे।

First Published : December 4, 2025 | 11:04 PM IST
"""
BODY = (
    "भोपाल, 4 दिसंबर: झील का जलस्तर गुरुवार को 508 मीटर तक पहुँच गया।\n\n"
    "विभाग के अभियंता रमेश दुबे ने बताया कि पिछले पाँच साल में ऐसा नहीं हुआ।\nघाट सोमवार को खुलेंगे।"
)


def test_a_saved_page_is_taken_apart() -> None:
    draft = parse(FULL)
    assert draft.section == "विज्ञान"
    assert draft.headline == "झील का पानी पाँच साल में सबसे ऊपर, पर्यटकों के लिए नावें फिर चलेंगी"
    assert draft.standfirst == "जल विभाग ने कहा कि अगले हफ्ते से घाट खोल दिए जाएँगे"
    assert draft.author == "दर्पण संवाददाता"
    assert draft.published == "December 4, 2025 | 11:04 PM IST"
    assert draft.updated == "December 04, 2025 | 11:07 PM IST"
    assert draft.place == "भोपाल"
    assert draft.body == BODY


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_reads_alike(newline: str) -> None:
    assert parse(FULL.replace("\n", newline)) == parse(FULL)


def test_one_date_is_when_it_was_published() -> None:
    draft = parse(FULL.partition("First Published")[0])
    assert (draft.published, draft.updated) == ("December 04, 2025 | 11:07 PM IST", "")
    draft = parse("Lake fills up\n\nBy Neha Rao\n\nIt is full.\n\nFirst Published : December 4, 2025 | 11:04 PM IST")
    assert (draft.published, draft.updated) == ("December 4, 2025 | 11:04 PM IST", "")


@pytest.mark.parametrize(
    ("above", "headings", "author"),
    [
        ("Lake fills up\n\nBy Neha Rao", ("", "Lake fills up", ""), "Neha Rao"),
        ("Lake fills up\nBoats to run again\nBy Neha Rao", ("", "Lake fills up", "Boats to run again"), "Neha Rao"),
        ("Bhopal\n\nLake fills up after years\n\nBy PTI", ("Bhopal", "Lake fills up after years", ""), "PTI"),
        ("Home > India > Bhopal\n\nLake fills up\n\nBy PTI", ("Home > India > Bhopal", "Lake fills up", ""), "PTI"),
        ("Gukesh wins\n\nYoungest champion yet\n\nBy PTI", ("", "Gukesh wins", "Youngest champion yet"), "PTI"),
        ("By George, it works\n\nPublished by: Neha Rao", ("", "By George, it works", ""), "Neha Rao"),
        ("झील भर गई\n\nलेखक: मीरा सेन, भोपाल", ("", "झील भर गई", ""), "मीरा सेन, भोपाल"),
        ("Share\nLake fills up\n\nBy Neha Rao\nAdvertisement", ("", "Lake fills up", ""), "Neha Rao"),
        ("Headline: Lake fills up\nSource: Courier\nAuthor: Neha Rao", ("", "Lake fills up", ""), "Neha Rao"),
    ],
)
def test_what_stands_above_the_body(above: str, headings: tuple[str, str, str], author: str) -> None:
    draft = parse(f"{above}\n\nThe lake rose to 508 metres on Thursday. Boats wait.\n\nMore rain is due.\n")
    assert (draft.section, draft.headline, draft.standfirst) == headings
    assert draft.author == author
    assert draft.body == "The lake rose to 508 metres on Thursday. Boats wait.\n\nMore rain is due."


def test_date_place_and_reading_time_under_the_byline_stay_out_of_the_body() -> None:
    draft = parse(
        "Lake fills up\n\nBy Neha Rao | Bhopal | Updated: Dec 5, 2025 9:00 IST\nBhopal\nPublished: Dec 4, 2025\n"
        "3 min read\n\nThe lake rose on Thursday."
    )
    assert (draft.author, draft.published, draft.updated) == ("Neha Rao", "Dec 4, 2025", "Dec 5, 2025 9:00 IST")
    assert draft.body == "The lake rose on Thursday."


def test_a_date_above_the_headline() -> None:
    draft = parse("4 दिसंबर 2025\n\nझील भर गई\n\nझील का पानी बढ़ गया।")
    assert (draft.published, draft.headline, draft.body) == ("4 दिसंबर 2025", "झील भर गई", "झील का पानी बढ़ गया।")


def test_rights_and_source_below_the_text() -> None:
    draft = parse("झील भर गई\n\nपानी बढ़ गया।\n\nस्रोत: गंगा समाचार\nअधिकार: CC BY 4.0\nशेयर करें\n")
    assert (draft.source, draft.rights, draft.body) == ("गंगा समाचार", "CC BY 4.0", "पानी बढ़ गया।")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Lake fills up\n\nIt rose on Thursday.", "Lake fills up"),
        ("It rose on Thursday.\n\nBoats wait.", ""),
        ("The lake rose on Thursday and\nboats wait.", ""),
        ("Only one line", ""),
        ("बारिश थमी\n", ""),
        ("a " * 150 + "\n\nIt rose.", ""),
    ],
)
def test_paragraphs_alone_are_a_body(text: str, headline: str) -> None:
    draft = parse(text)
    assert draft.headline == headline
    assert draft.body == text.removeprefix(headline).strip("\n").rstrip()
    assert (draft.section, draft.standfirst, draft.author, draft.published) == ("", "", "", "")


def test_text_about_dates_and_bylines_stays_text() -> None:
    body = (
        "By then the river had fallen.\n\nUpdated figures, published on 4 December 2025, show growth.\n\n"
        "Share prices fell.\n\nSource code was read out.\n\nभाषा"
    )
    assert parse(body).body == body


def test_hard_wrapped_lines_stay_as_they_are() -> None:
    body = (
        "The lake rose to 508 metres on Thursday, the\nhighest in five years, and boats are to run\nagain from Monday."
    )
    assert parse(f"Lake fills up\n\n{body}\n").body == body


def test_a_headline_that_stands_there_twice_is_not_body() -> None:
    assert parse("Lake fills up\n\nBy Neha Rao\n\nLake fills up\n\nIt rose.").body == "It rose."


def test_only_a_dateline_with_a_date_gives_a_place() -> None:
    assert parse("NEW DELHI, Dec 4 (PTI) — The lake rose.").place == "NEW DELHI"
    assert parse("नई दिल्ली, ४ दिसम्बर: झील भरी।").place == "नई दिल्ली"
    assert parse("WARNING: The lake rose.").place == ""
    assert parse("In Bhopal, 4 December was a dry day.").place == ""


def test_too_much_text_is_refused_at_once() -> None:
    with pytest.raises(UnfitError, match="too long: 2,500,000 characters"):
        list(read(Document(io.BytesIO(b"long " * 500_000))))
