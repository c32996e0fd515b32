import io
import json
import logging
import sys
import zlib

import pytest

from index.readers import pdf_worker
from tests.index.readers.pdfs import bomb, pages_pdf, raw_pdf


def test_lines_with_their_places() -> None:
    found = pdf_worker.extract(
        pages_pdf([[(72, 700, "The lake rose."), (72, 680, "Boats wait.")], [(90, 50, "Page 2")]])
    )
    assert found["fonts"] == ["/Helvetica"]
    assert found["pages"] == [
        [["The lake rose.", 72.0, 700.0, 12.0], ["Boats wait.", 72.0, 680.0, 12.0]],
        [["Page 2", 90.0, 50.0, 12.0]],
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello", "not a PDF that can be read"),
        (b"%PDF-1.4\n1 0 obj\n<<", "not a PDF that can be read"),
        (pages_pdf([[(72, 700, "secret")]], lock="s"), "encrypted"),
        (raw_pdf(zlib.compress(b"BT ET"), pages=501), "501 pages"),
        (raw_pdf(bomb(80)), "decompression bomb"),
        (raw_pdf(zlib.compress(bomb(80)), filters=b"[/FlateDecode/FlateDecode]"), "decompression bomb"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    assert reason in pdf_worker.extract(data)["error"]


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_worker, "MAX_CHARACTERS", 10)
    assert "too long" in pdf_worker.extract(pages_pdf([[(72, 700, "more than ten characters")]]))["error"]


def test_a_process_prints_ascii_json(monkeypatch: pytest.MonkeyPatch) -> None:
    class Binary:
        def __init__(self, data: bytes = b"") -> None:
            self.buffer = io.BytesIO(data)

    printed = Binary()
    monkeypatch.setattr(pdf_worker, "_limit_process", lambda: None)
    monkeypatch.setattr(logging, "disable", lambda: None)
    monkeypatch.setattr(sys, "stdin", Binary(b"hello"))
    monkeypatch.setattr(sys, "stdout", printed)
    pdf_worker.main()
    assert "not a PDF" in json.loads(printed.buffer.getvalue())["error"]
