"""PDFs: lines become paragraphs again; bombs, scans and old fonts are refused, in a process that may die."""

import io
import os
import subprocess
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from index.readers import pdf
from index.readers.draft import Document, Draft, UnfitError
from index.readers.pdf import Line, paragraphs_of
from tests.index.readers.pdfs import article_pdf, bomb, pages_pdf, raw_pdf

PARAGRAPHS = [
    "The lake rose to 508 metres on Thursday, the highest level in five years, and the water department said that "
    "boats are to run again from Monday if the rain stops over the weekend.",
    "Two thousand families had moved to schools.",
    "Engineer Ramesh Dubey said that fourteen boats and six camps were ready, and that doctors would stay at every "
    "camp until the water had gone down.",
]


def _read(data: bytes) -> Draft:
    (draft,) = pdf.read(Document(io.BytesIO(data)))
    return draft


@pytest.mark.parametrize("title", ["", "Lake fills up", "untitled", "Microsoft Word - final3.docx"])
def test_headline_date_and_paragraphs(title: str) -> None:
    above = ["Science"]
    below = ["Published: Dec 4, 2025 | 11:04 PM IST", *PARAGRAPHS]
    draft = _read(article_pdf("Lake fills up", below, title=title, above=above))
    assert (draft.section, draft.headline) == ("Science", "Lake fills up")
    assert draft.published == "Dec 4, 2025 | 11:04 PM IST"
    assert draft.body == "\n\n".join(PARAGRAPHS)


def test_a_title_that_is_not_on_the_page() -> None:
    data = pages_pdf([[(72, 700, "The lake rose on Thursday."), (72, 686, "Boats wait.")]])
    assert _read(data).headline == ""


def test_margins_and_page_numbers_are_left_out_and_pages_joined() -> None:
    pages = [
        [
            (72, 800, "The Courier"),
            (72, 700, f"Paragraph {word} goes on from the"),
            (72, 686, f"line above {word} and"),
            (290, 30, number),
        ]
        for word, number in (("one", "1"), ("two", "2"), ("three", "3"))
    ]
    pages.append([(72, 800, "The Courier"), (72, 700, "ends here."), (290, 30, "4")])
    whole = " ".join(f"Paragraph {word} goes on from the line above {word} and" for word in ("one", "two", "three"))
    assert _read(pages_pdf(pages)).body == f"{whole} ends here."


def test_paragraphs_by_distance_indent_and_size() -> None:
    lines = [
        Line("A headline", 72, 760, 18),
        Line("First line of the", 72, 730, 10),
        Line("first para-", 72, 718, 10),
        Line("graph. More", 72, 706, 10),
        Line("of it.", 72, 694, 10),
        Line("Indented second.", 90, 682, 10),
        Line("Third after a gap", 72, 658, 10),
        Line("goes on in a column", 300, 730, 10),
    ]
    assert [line.text for line in paragraphs_of([lines])] == [
        "A headline",
        "First line of the first paragraph. More of it.",
        "Indented second.",
        "Third after a gap goes on in a column",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 nothing", "not a PDF that can be read"),
        (b" ", "empty"),
        (raw_pdf(zlib.compress(b"q 1 0 0 1 0 0 cm Q")), r"scanned PDF.*OCR"),
        (pages_pdf([[(72, 700, "secret")]], lock="s"), "encrypted"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        _read(data)


def test_a_bomb_is_refused_fast_and_costs_no_memory_here() -> None:
    started = time.process_time()
    with pytest.raises(UnfitError, match="decompression bomb"):
        _read(raw_pdf(bomb(80)))
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("body", "fonts", "reason"),
    [
        ("ljdkj us dgk", ["/ABCDEF+KrutiDev010"], "old font"),
        ("\ue001\ue002\ue003 x", [], "no Unicode map"),
        ("झील का पानी बढ़ गया िकसने", [], "out of order"),
        ("2025 — 12", [], "OCR"),
    ],
)
def test_letters_that_are_none(body: str, fonts: list[str], reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        pdf._refuse_garbled(body, fonts)


def test_real_letters_pass() -> None:
    pdf._refuse_garbled("झील का पानी बढ़ गया। किसने देखा?", ["/KrutiDev010", "/Mangal"])
    pdf._refuse_garbled("The lake rose.", ["/Helvetica"])


@pytest.mark.parametrize(
    ("happening", "reason"),
    [
        (subprocess.TimeoutExpired("pdf", 1), "more than 60 seconds"),
        (subprocess.CompletedProcess("pdf", -24, b"", b""), "more memory or time"),
    ],
)
def test_a_worker_that_does_not_finish(monkeypatch: pytest.MonkeyPatch, happening: Any, reason: str) -> None:
    def run(*arguments: object, **options: object) -> Any:
        if isinstance(happening, Exception):
            raise happening
        return happening

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(UnfitError, match=reason):
        _read(b"%PDF-1.4")


def test_modules_in_the_working_directory_do_not_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Path.cwd() == Path(os.path.realpath(tmp_path))
    assert _read(pages_pdf([[(72, 700, "The lake rose.")]])).body == "The lake rose."
