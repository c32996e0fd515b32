import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import LONGEST, split_sentences

PIECES = [
    *["राजनाथ", "है", "डॉ", "ए", "पी", "कि", "Singh", "U.S", "said", "a", "J", "3", "5.4", "x" * 40],
    *["।", "॥", ".", "?", "!", "|", "…", "“", "”", '"', "'", "(", ")", "[", "]", ",", "-", "\u200d", "़"],
    *[" ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u2028"],
]
NEWS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        # Hindi
        ["राजनाथ सिंह ने बैठक की।", "वे रूस गए।"],
        ["बैठक कब हुई?", "गुरुवार को!", "श्लोक समाप्त॥", "अब खबर।"],
        ["डॉ. सिंह और प्रो. रमेश पं. नेहरू मार्ग पर मिले।", "श्री. शर्मा नहीं आए।"],
        ["पूर्व राष्ट्रपति ए.पी.जे. अब्दुल कलाम ने कहा।", "ए. पी. जे. अब्दुल कलाम वैज्ञानिक थे।"],
        ["सी.बी.आई. ने पी.एम. को बताया।", "म.प्र. और उ.प्र. में 5 कि.मी. सड़क बनी।"],
        ["रु. 500 और 3.5 लाख रु. दिए गए।", "लेफ्टि. जनरल राव आए।"],
        ["मो. शमी और स्व. अटल का नाम है।", "नं. 5 पर आई. के. गुजराल रहे।"],
        ["यह सही है.", "उन्होंने कहा.", "फिर वे चले गए."],
        ["बैठक शुरू की.", "वह आई.", "हम तैयार हैं.", "कोई नहीं."],
        ["बैठक हुई|", "फिर चर्चा हुई |", "सब लौट गए।"],
        ["“हम तैयार हैं।”", "मोदी ने कहा।"],
        ['उन्होंने कहा, "सब ठीक है।"', "फिर वे गए।"],
        ["यह (जो नई है। पर अधूरी) सड़क बनेगी।", "(काम शुरू है।)", "आगे देखेंगे।"],
        ["मामला… अभी बाकी है।", "वह... फिर आया।"],
        ["जन. 26 को परेड है।", "15 अग. 2023 को भी थी।"],
        ["है ।", "नहीं ।"],
        # English
        ["Mr. Rao met Dr. Sen.", "They talked."],
        ["Lt. Gen. J. K. Rao spoke.", "J.K. Rowling wrote it."],
        ["The U.S. team left.", "It came from the U.S.", "The talks ended."],
        ["It began at 5 p.m. IST on Jan. 26.", "It ended at 6 a.m.", "Modi left."],
        ["It grew 3.5 per cent to Rs. 1,20,000.", "No. 5 won.", "See Art. 370."],
        ["Tata Sons Ltd. Chairman N. Chandrasekaran agreed.", "He joined Tata Sons Ltd.", "The shares rose."],
        ['"We won."', "She left...", "Now what?!", "“Really?” he asked."],
        ["Mail a@b.com or see www.pib.gov.in/x.html?id=3.", "See pib.gov.in.", "Then wait."],
        ["Yahoo! is down.", "It was (Dr. X said. So did Y.) late.", "(It rained.)"],
        ["1. First point.", "2. Second point.", "(3) Third."],
        ["Inflation was 4.8%.", "In 2023.", "He won in 2024."],
        ["He went...", "Delhi was cold."],
        # mixed
        ["ISRO ने मिशन भेजा।", "It landed on 23 Aug. 2023.", "सब खुश हैं।"],
        ["चंद्रयान-3 is a mission.", "यह सफल रहा।"],
    ],
)
def test_sentences_joined_by_spaces_come_apart_again(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("बैठक हुई।वे गए।", ["बैठक हुई।", "वे गए।"]),
        ("यह सही है.उन्होंने कहा।", ["यह सही है.", "उन्होंने कहा।"]),
        ("सी.बी.आई.ने कहा।", ["सी.बी.आई.ने कहा।"]),
        ("क्या?हाँ।", ["क्या?", "हाँ।"]),
        ("पूरा हुआ।[1] अगला।", ["पूरा हुआ।[1]", "अगला।"]),
        ("4 दिसंबर 2025 | 11:07 PM", ["4 दिसंबर 2025 | 11:07 PM"]),
        ("आ गए। ।। — बस", ["आ गए। ।।", "— बस"]),
        ("।", ["।"]),
        ("*** ।", ["*** ।"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_missing_spaces_and_stray_marks(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_newline_ends_a_sentence_where_each_paragraph_is_a_line() -> None:
    text = "भारत\nरक्षा मंत्री ने रूस के मंत्री से मुलाकात की\nयह बैठक वार्ता से पहले हुई है\nबैठक में आगे की चर्चा हुई। सब लौटे।"
    assert sentences(text) == [*text.split("\n")[:3], "बैठक में आगे की चर्चा हुई।", "सब लौटे।"]


def test_a_newline_inside_wrapped_english_ends_nothing() -> None:
    text = (
        "The defence minister said on Thursday that the two countries would\n"
        "work together on new technology, and that Dr. Rao and Lt. Gen.\n"
        "Menon would lead the teams. The next round of talks is planned for\n"
        "the spring of next year.\n\n"
        "Officials gave no date."
    )
    assert [sentence.split()[-1] for sentence in sentences(text)] == ["teams.", "year.", "date."]


def test_a_newline_inside_wrapped_hindi_ends_nothing() -> None:
    text = (
        "रक्षा मंत्री ने गुरुवार को कहा कि दोनों देश नई तकनीक पर साथ\n"
        "मिलकर काम करेंगे और इसके लिए दो दल बनाए जाएंगे जिनकी बैठक\n"
        "हर तीन महीने पर होगी। अगला दौर अगले वर्ष होने की संभावना\n"
        "है।\n\nतारीख नहीं बताई गई।"
    )
    assert len(sentences(text)) == 3


def test_a_line_that_is_plainly_unfinished_goes_on() -> None:
    assert len(sentences("The minister, who had come from Delhi,\nspoke first.")) == 1
    assert len(sentences("यह सड़क दिल्ली और\nआगरा के बीच है।")) == 1
    assert len(sentences("Shopping list\n- apples, and\n- pears")) == 3


def test_text_without_terminators_is_cut_at_white_space() -> None:
    text = "शब्द word " * 1_000
    pieces = sentences(text)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert "".join(" ".join(pieces).split()) == "".join(text.split())
    assert all(set(piece.split()) == {"शब्द", "word"} for piece in pieces)


def test_a_letter_run_without_white_space_is_cut_before_a_letter_not_a_mark() -> None:
    text = "कि" * 2_000
    assert all(not unicodedata.category(piece[0]).startswith("M") for piece in sentences(text))
    assert max(map(len, sentences(text))) <= LONGEST


@given(st.text() | NEWS)
def test_spans_are_ordered_trimmed_and_cover_everything(text: str) -> None:
    spans = split_sentences(text)
    end = 0
    for start, stop in spans:
        assert end <= start < stop <= len(text)
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip()
        assert stop - start <= LONGEST
        end = stop
    assert text[end:].strip() == ""


@pytest.mark.parametrize(
    "unit",
    [
        "यह वाक्य है। ",
        "word ",
        "(",
        "[a ",
        "e.g. A. B. ",
        "! ",
        "“",
        "ए. ",
        ".",
        "है.",
        "a\n",
        "क\n\n",
        "\u200d",
        "it is, and\n",
    ],
)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    text = unit * (150_000 // len(unit))
    started = time.process_time()
    split_sentences(text)
    assert time.process_time() - started < 3.0
