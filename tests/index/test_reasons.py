import ast
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import index
import rag
from index.archive_faults import ArchiveFault, reason_of
from index.errors import ArchiveError, UnreadableError
from index.readers.faults import AddressFault, InputFault
from index.reasons import Fault, because
from rag.feedback import FeedbackFault

FAULTS: dict[str, type[Fault]] = {one.__name__: one for one in (InputFault, AddressFault, ArchiveFault, FeedbackFault)}
SOURCES = [path for package in (index, rag) for path in Path(package.__path__[0]).rglob("*.py")]


def parsed() -> Iterator[ast.AST]:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if "Fault" in text and path.name != "reason_words.py":
            yield from ast.walk(ast.parse(text))


def fault_of(node: ast.AST) -> Fault | None:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in FAULTS:
        return FAULTS[node.value.id][node.attr]
    return None


def test_a_reason_is_one_line_of_english() -> None:
    reason = because(InputFault.LONG_FIELD, field="headline", count=30_000, most=20_000)
    assert str(reason) == "too long: headline has 30,000 characters (up to 20,000 are read)"
    assert reason == because(InputFault.LONG_FIELD, field="headline", count=30_000, most=20_000)
    assert str(reason.with_texts(str.upper)).startswith("too long: HEADLINE has 30,000")


def test_an_error_names_the_place_and_keeps_its_reason() -> None:
    reason = because(AddressFault.SILENT)
    error = UnreadableError.at("https://news.example/a", reason)
    assert str(error) == "https://news.example/a: the server does not answer: try again later"
    assert error.reason is reason
    assert ArchiveError("archive: locked").reason is None


def test_every_reason_is_given_with_its_particulars() -> None:
    given = 0
    for node in parsed():
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "because"):
            continue
        fault = fault_of(node.args[0])
        if fault is not None:
            given += 1
            assert {keyword.arg for keyword in node.keywords} == fault.blanks, fault
    assert given > 60


@pytest.mark.parametrize("fault", [AddressFault.BAD_STATUS, AddressFault.NOT_GIVEN, AddressFault.IN_TROUBLE])
def test_statuses_share_their_particulars(fault: AddressFault) -> None:
    assert fault.blanks == {"status", "detail"}


def test_there_is_no_reason_that_nothing_gives() -> None:
    used = {fault for node in parsed() if (fault := fault_of(node)) is not None}
    from_the_pdf_worker = {
        InputFault[str(node.args[0].value)]
        for node in parsed_worker()
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "_refused"
        and isinstance(node.args[0], ast.Constant)
    }
    every = {fault for kind in FAULTS.values() for fault in kind}
    assert every - used - from_the_pdf_worker == set()


def parsed_worker() -> Iterator[ast.AST]:
    (path,) = (path for path in SOURCES if path.name == "pdf_worker.py")
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(28, "No space left on device"), ArchiveFault.DISK_FULL),
        (sqlite3.OperationalError("database or disk is full"), ArchiveFault.DISK_FULL),
        (PermissionError(13, "denied"), ArchiveFault.DENIED),
        (sqlite3.OperationalError("database is locked"), ArchiveFault.LOCKED),
        (sqlite3.DatabaseError("file is not a database"), ArchiveFault.DAMAGED),
        (ValueError("something else"), None),
    ],
)
def test_what_the_disk_raises_has_its_reason(error: Exception, fault: ArchiveFault | None) -> None:
    reason = reason_of(error)
    assert (reason.fault if reason else None) is fault
