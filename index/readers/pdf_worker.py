"""Reads one PDF from standard input in a process of its own and prints its lines as JSON; run by pdf.py only.

A PDF is a program: a few bytes may ask for gigabytes or hours. The limits set here end this process, not Khabar's;
pypdf adds its own, 75 MB for each stream that it unpacks.
This file imports nothing of Khabar, so that it starts fast and needs no import path.
"""

import io
import json
import logging
import sys
from contextlib import suppress
from typing import Any

MAX_PAGES = 500
MAX_CHARACTERS = 5_000_000
MAX_MEMORY_BYTES = 1024 * 1024 * 1024
MAX_CPU_SECONDS = 40


def main() -> None:
    """Read the PDF and print {"title", "fonts", "pages": [[[text, x, y, size], …], …]}.

    Of one that is refused: {"fault", "values"}, the name of an InputFault and its particulars.
    """
    logging.disable()
    _limit_process()
    try:
        answer = extract(sys.stdin.buffer.read())
    except MemoryError:
        answer = _refused("HEAVY_PDF")
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def extract(data: bytes) -> dict[str, Any]:
    """Return the title, fonts and lines of a PDF by page, or why there are none."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return _refused("LOCKED_PDF")
        if len(reader.pages) > MAX_PAGES:
            return _refused("MANY_PAGES", count=len(reader.pages), most=MAX_PAGES)
        return _contents(reader)
    except LimitReachedError:
        return _refused("SWELLING_PDF")
    except PyPdfError as error:
        return _refused("NO_PDF", detail=str(error))
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        # What a damaged object makes the parser trip over.
        return _refused("DAMAGED_PDF", detail=f"{type(error).__name__} {error}")


def _refused(fault: str, **values: str | int) -> dict[str, Any]:
    return {"fault": fault, "values": values}


def _contents(reader: Any) -> dict[str, Any]:
    pages: list[list[list[Any]]] = []
    fonts: set[str] = set()
    characters = 0
    for page in reader.pages:
        lines = _lines(page, fonts)
        characters += sum(len(line[0]) for line in lines)
        if characters > MAX_CHARACTERS:
            return _refused("LONG_PDF", most=MAX_CHARACTERS)
        pages.append(lines)
    title = reader.metadata.title if reader.metadata else ""
    return {"title": str(title or ""), "fonts": sorted(fonts), "pages": pages}


def _lines(page: Any, fonts: set[str]) -> list[list[Any]]:
    """Return the lines of a page in its order: text, left edge, height on the page and size of its letters."""
    lines: list[list[Any]] = []

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        if font is not None:
            fonts.add(str(font.get("/BaseFont", "")))
        x, y, points = _place(cm, tm, size)
        for number, part in enumerate(text.split("\n")):
            if number or not lines:
                lines.append(["", x, y, points])
            if part.strip() and not lines[-1][0].strip():
                lines[-1][1:] = [x, y, points]
            lines[-1][0] += part

    page.extract_text(visitor_text=visit)
    return [line for line in lines if line[0].strip()]


def _place(cm: Any, tm: Any, size: Any) -> tuple[float, float, float]:
    """Return where text stands on the page and how high its letters are, in points (PDF 32000-1, 9.4.4)."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
    return round(float(x), 1), round(float(y), 1), round(float(size or 0) * scale, 1)


def _limit_process() -> None:
    """Bound memory and processor time where the system can (not on Windows, which has the time-out alone)."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, MAX_MEMORY_BYTES), (resource.RLIMIT_CPU, MAX_CPU_SECONDS)):
        with suppress(OSError, ValueError):  # macOS knows no limit of address space
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    main()
