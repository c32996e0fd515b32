import ast
import io
import json
import logging
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from index.readers import pdf_worker
from index.readers.faults import InputFault
from index.reasons import because
from tests.index.readers.pdfs import bomb, pages_pdf, raw_pdf


def told(found: dict[str, Any]) -> str:
    """Return in words what the worker has refused."""
    return str(because(InputFault[found["fault"]], **found["values"]))


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
    assert reason in told(pdf_worker.extract(data))


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_worker, "MAX_CHARACTERS", 10)
    assert "too long" in told(pdf_worker.extract(pages_pdf([[(72, 700, "more than ten characters")]])))


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
    assert "not a PDF" in told(json.loads(printed.buffer.getvalue()))


def test_every_fault_that_it_names_is_known_with_its_particulars() -> None:
    source = ast.parse(Path(pdf_worker.__file__).read_text(encoding="utf-8"))
    calls = [one for one in ast.walk(source) if isinstance(one, ast.Call) and ast.unparse(one.func) == "_refused"]
    for call in calls:
        assert isinstance(call.args[0], ast.Constant)
        assert InputFault[str(call.args[0].value)].blanks == {keyword.arg for keyword in call.keywords}
    assert len(calls) > 5
