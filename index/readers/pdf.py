"""A PDF with a text layer: its lines, read in a process of their own, become headline and paragraphs."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import regex

from index.language.normalise import fold
from index.readers import text
from index.readers.decode import clean_line
from index.readers.draft import Document, Draft, UnfitError
from index.readers.faults import InputFault
from index.readers.text_lines import ends_sentence
from index.reasons import because

MAX_SECONDS = 60
_WORKER = Path(__file__).with_name("pdf_worker.py")
_LEGACY_FONT = regex.compile(r"kruti|dev-?lys|chanakya|akruti|shusha|susha|shree-?dev|walkman|aps-?dv|dv-?tt", regex.I)
_NO_TITLE = regex.compile(
    r"untitled|\(?anonymous\)?|microsoft word.*|.*\.(?:docx?|indd|pdf|qxd|rtf|odt|pages)|layout.*"
)
_PAGE_NUMBER = regex.compile(r"(?:page|पृष्ठ)?\s*\p{N}{1,4}(?:\s*(?:/|of|में से)\s*\p{N}{1,4})?", regex.IGNORECASE)
# A word cannot begin with a vowel sign or a virama: where many do, the file draws its letters out of order.
_WORD, _HEADLESS = regex.compile(r"[\p{Devanagari}]+"), regex.compile(r"[\u093e-\u094d]")
_UNMAPPED = regex.compile(r"[\p{Co}\ufffd]|\(cid:\d+\)")
_LARGER = 1.15
# A line that ends a sentence this far from the margin ends its paragraph.
_SHORT = 0.7
_FIRST_LINES = 12


class Line(NamedTuple):
    """A line of a page: its text, left edge and height on the page, and the size of its letters, in points."""

    text: str
    x: float
    y: float
    size: float


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a PDF; raises UnfitError when it cannot be read as text."""
    found = _extract(document.load())
    pages = _without_margins([[Line(clean_line(line[0]), *line[1:]) for line in page] for page in found["pages"]])
    _refuse_garbled("\n".join(line.text for line in chain.from_iterable(pages)), found["fonts"])
    yield text.parse(_as_text(pages, clean_line(found["title"])))


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Join the lines of paragraphs across lines, columns and pages; each keeps its first line's place and size."""
    leading, width = _leading(pages), max((len(line.text) for line in chain.from_iterable(pages)), default=0)
    joined: list[Line] = []
    last: Line | None = None
    for line in chain.from_iterable(pages):
        if last is not None and _goes_on(last, line, leading, width):
            joined[-1] = joined[-1]._replace(text=join(joined[-1].text, line.text))
        else:
            joined.append(line)
        last = line
    return joined


def join(before: str, after: str) -> str:
    """Join two lines of a paragraph; a hyphen before a small letter was put there by the line's end.

    >>> join("the govern-", "ment said"), join("भारत-", "रूस वार्ता"), join("नदी का", "पानी")
    ('the government said', 'भारत-रूस वार्ता', 'नदी का पानी')
    """
    if before.endswith("\u00ad"):
        return before[:-1] + after
    if regex.search(r"\p{L}-\Z", before):
        return (before[:-1] if regex.match(r"\p{Ll}", after) else before) + after
    return f"{before} {after}"


def _extract(data: bytes) -> dict[str, Any]:
    if not data.lstrip()[:1]:
        raise UnfitError(because(InputFault.EMPTY_PDF))
    # -P: what lies in the working directory or beside the worker must not stand in for Python's own modules.
    command = [sys.executable, "-P", str(_WORKER)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MAX_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnfitError(because(InputFault.SLOW_PDF, seconds=MAX_SECONDS)) from error
    if done.returncode:
        raise UnfitError(because(InputFault.HEAVY_PDF))
    found: dict[str, Any] = json.loads(done.stdout)
    if "fault" in found:
        raise UnfitError(because(InputFault[found["fault"]], **found["values"]))
    return found


def _refuse_garbled(body: str, fonts: Sequence[str]) -> None:
    letters = len(regex.findall(r"\p{L}", body))
    if not letters:
        raise UnfitError(because(InputFault.SCANNED_PDF))
    words = _WORD.findall(body)
    if any(_LEGACY_FONT.search(font) for font in fonts) and sum(map(len, words)) < 0.3 * letters:
        raise UnfitError(because(InputFault.PDF_FONT))
    if len(_UNMAPPED.findall(body)) > 0.1 * letters:
        raise UnfitError(because(InputFault.UNMAPPED_PDF))
    if sum(1 for word in words if _HEADLESS.match(word)) > 0.05 * len(words):
        raise UnfitError(because(InputFault.SHUFFLED_PDF))


def _without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and headers and footers: what stands at one height on half of three or more pages."""
    places = Counter(
        _place(line) for page in pages for line in {_place(line): line for line in _margins(page)}.values()
    )
    often = max(3, (len(pages) + 1) // 2)
    kept = [[line for line in page if places[_place(line)] < often or line not in _margins(page)] for page in pages]
    return [_without_numbers(page) for page in kept] if len(pages) > 1 else kept


def _margins(page: Sequence[Line]) -> list[Line]:
    return [*page[:2], *page[-2:]]


def _place(line: Line) -> tuple[str, int]:
    return regex.sub(r"\p{N}+", "0", line.text), round(line.y / 4)


def _without_numbers(page: Sequence[Line]) -> list[Line]:
    ends = {0, len(page) - 1}
    return [line for number, line in enumerate(page) if number not in ends or not _PAGE_NUMBER.fullmatch(line.text)]


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the distance between the lines of a paragraph in multiples of their size: the least that is usual."""
    gaps = Counter(
        round((above.y - below.y) / above.size, 1)
        for page in pages
        for above, below in pairwise(page)
        if above.size > 0 and above.size == below.size and 0.8 * above.size < above.y - below.y < 3 * above.size
    )
    usual = [gap for gap, count in gaps.items() if count > 1] or list(gaps)
    return min(usual, default=0.0)


def _goes_on(last: Line, line: Line, leading: float, width: int) -> bool:
    """Tell whether a line belongs to the paragraph of the one before it; `width` is the longest line's, in letters."""
    if abs(last.size - line.size) > 0.5:
        return False
    gap = last.y - line.y
    if not leading or gap <= 0:
        # Another column or page, or no heights at all: only an unfinished sentence goes on there.
        return not ends_sentence(last.text)
    if gap > last.size * (leading + 0.2):
        return False
    indented = line.x - last.x > 0.8 * line.size
    return not (ends_sentence(last.text) and (indented or len(last.text) < _SHORT * width))


def _as_text(pages: Sequence[Sequence[Line]], title: str) -> str:
    """Return the PDF as a saved text, its headline labelled."""
    paragraphs = paragraphs_of(pages)
    number = _headline(paragraphs, title)
    lines = [line.text for line in paragraphs]
    if number is not None:
        lines[number] = f"Headline: {lines[number]}"
    elif title and not _NO_TITLE.fullmatch(title.casefold()):
        lines.insert(0, f"Headline: {title}")
    return "\n\n".join(lines)


def _headline(paragraphs: Sequence[Line], title: str) -> int | None:
    """Return the number of the paragraph that is the headline: the document's title, or the largest of the first."""
    first = paragraphs[:_FIRST_LINES]
    for number, line in enumerate(first):
        if title and fold(line.text) == fold(title):
            return number
    sizes = Counter[float]()
    for line in paragraphs:
        sizes[line.size] += len(line.text)
    largest = max(range(len(first)), key=lambda index: first[index].size)
    return largest if first[largest].size >= _LARGER * sizes.most_common(1)[0][0] else None
