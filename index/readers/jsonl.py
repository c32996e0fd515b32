"""JSON articles: one object a line, read as a stream, or a file that is one object or a list of them."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice
from math import isfinite
from typing import Any, BinaryIO, NoReturn

from index.readers.decode import as_utf8, not_utf8
from index.readers.draft import Document, Draft, Problem, UnfitError, while_hopeful
from index.readers.faults import InputFault
from index.readers.records import draft_of
from index.reasons import because

MAX_LINE_BYTES = 20_000_000
LONG_LINE = because(InputFault.LONG_LINE, megabytes=MAX_LINE_BYTES // 1_000_000)


def read(document: Document) -> Iterator[Draft | Problem]:
    """Yield the articles of a file of JSON lines; a bad line is a Problem and does not stop the others."""
    stream = as_utf8(document)
    if _is_whole(stream):
        yield from while_hopeful(_whole(stream))
    else:
        yield from while_hopeful(_lines(stream))


def read_json(document: Document) -> Iterator[Draft | Problem]:
    """Yield the articles of a `.json` file: one object, a list of objects, or an object a line."""
    stream = as_utf8(document)
    lines = list(islice(_raw_lines(stream), 2))
    stream.seek(0)
    if len(lines) < 2 or _is_whole(stream):
        yield from while_hopeful(_whole(stream))
    else:
        yield from while_hopeful(_lines(stream))


def _is_whole(stream: BinaryIO) -> bool:
    """Tell whether a file is one JSON value over several lines rather than a value a line; rewinds the file."""
    first = next(_raw_lines(stream), (0, b""))[1].removeprefix(BOM_UTF8).strip()
    stream.seek(0)
    if first.startswith(b"["):
        return True
    if not first.startswith(b"{") or first[-1:] not in b"{[,:":
        return False
    try:
        _parse(first)
    except UnfitError:
        return True
    return False


def _whole(stream: BinaryIO) -> Iterator[Draft | Problem]:
    value = _parse(Document(stream).load())
    if not isinstance(value, list):
        yield draft_of(_object(value), position=None)
        return
    for number, item in enumerate(value, 1):
        yield _draft(item, number)


def _lines(stream: BinaryIO) -> Iterator[Draft | Problem]:
    for number, line in _raw_lines(stream):
        try:
            if len(line) > MAX_LINE_BYTES:
                raise UnfitError(LONG_LINE)
            yield _draft(_parse(line), number)
        except UnfitError as error:
            yield Problem(number, error.reason)


def _raw_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers from 1; of a line too long only its beginning."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n") and len(rest) > MAX_LINE_BYTES:
            rest = stream.readline(MAX_LINE_BYTES + 1)
        if line.strip():
            yield number, line


def _draft(value: Any, number: int) -> Draft | Problem:
    try:
        return draft_of(_object(value), position=number, fragment=str(number))
    except UnfitError as error:
        return Problem(number, error.reason)


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnfitError(because(InputFault.NO_OBJECT))
    return value


def _parse(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise UnfitError(not_utf8(error)) from error
    except json.JSONDecodeError as error:
        raise UnfitError(because(InputFault.BROKEN_JSON, detail=error.msg, character=error.pos + 1)) from error
    except ValueError as error:
        raise UnfitError(because(InputFault.NOT_JSON, detail=str(error))) from error
    except RecursionError as error:
        raise UnfitError(because(InputFault.DEEP_JSON)) from error


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"{digits[:40]} is larger than a number can be")
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
