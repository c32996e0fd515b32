"""CSV and TSV tables with a header: a row is an article; columns go by the names that newsrooms give them."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

import regex

from index.language.normalise import fold
from index.readers.building import MAX_BODY
from index.readers.decode import as_utf8, not_utf8
from index.readers.draft import Document, Draft, Problem, UnfitError, while_hopeful
from index.readers.records import draft_of

_DELIMITERS = ",\t;|"
_QUOTED = regex.compile(r'"(?:[^"]|"")*"')

# The first of a list that a table has is taken; what else it has goes to `extra`.
_ALIASES = {
    "id": "id|article id|guid|uid|uuid|आईडी",
    "headline": "headline|title|heading|article title|शीर्षक|हेडलाइन",
    "standfirst": "standfirst|subtitle|subheading|sub headline|summary|description|excerpt|उपशीर्षक|सारांश",
    "body": "body|text|content|article text|article body|full text|fulltext|articlebody|article|story|"
    "मूल पाठ|पाठ|सामग्री|लेख|समाचार|खबर",
    "published": "published|published at|published on|publish date|published date|publication date|date published|"
    "pubdate|pub date|date|datetime|timestamp|प्रकाशित|प्रकाशन तिथि|तारीख|तिथि|दिनांक",
    "updated": "updated|updated at|updated on|last updated|modified|date modified|अपडेट|अद्यतन",
    "source": "source|source name|outlet|publisher|publication|newspaper|स्रोत|अख़बार|प्रकाशक",
    "section": "section|category|topic|desk|श्रेणी|अनुभाग|वर्ग",
    "author": "author|authors|byline|writer|reporter|लेखक|संवाददाता|रिपोर्टर",
    "url": "url|link|permalink|web url|article url|source url|लिंक",
    "language": "language|lang|भाषा",
    "place": "place|location|city|स्थान|शहर",
    "rights": "rights|copyright|licence|license|अधिकार",
}


def read(document: Document) -> Iterator[Draft | Problem]:
    """Yield the articles of a table; a bad row is a Problem and does not stop the others."""
    text = io.TextIOWrapper(as_utf8(document), encoding="utf-8-sig", errors="strict", newline="")
    # The module's own limit of 131,072 characters is shorter than a long article; it knows no other way to set it.
    csv.field_size_limit(2 * MAX_BODY)
    try:
        yield from _rows(text)
    except UnicodeDecodeError as error:
        raise UnfitError(not_utf8(error)) from error
    finally:
        text.detach()


def columns_of(header: Sequence[str]) -> list[str]:
    """Return the key for each column: one of an article's, or its own name, which goes to `extra`.

    >>> columns_of(["शीर्षक", "Content", "Date", "Desk editor"])
    ['headline', 'body', 'published', 'Desk editor']
    """
    names = [" ".join(regex.sub(r"[_\-.\s]+", " ", fold(name)).split()) for name in header]
    columns = [name.strip() or f"column {number}" for number, name in enumerate(header, 1)]
    for key, aliases in _ALIASES.items():
        found = next((fold(alias) for alias in aliases.split("|") if fold(alias) in names), None)
        if found is not None:
            columns[names.index(found)] = key
    return columns


def delimiter_of(line: str) -> str:
    r"""Return what separates the columns of a header line.

    >>> delimiter_of("title;content;date"), delimiter_of("शीर्षक\tपाठ, पूरा")
    (';', '\t')
    """
    bare = _QUOTED.sub("", line)
    counts = {mark: bare.count(mark) for mark in _DELIMITERS}
    return "\t" if counts["\t"] else max(counts, key=lambda mark: counts[mark])


def _rows(text: TextIO) -> Iterator[Draft | Problem]:
    header_line, begin = "", 0
    while not header_line.strip():
        header_line, begin = text.readline(MAX_BODY), begin + 1
        if not header_line:
            raise UnfitError("empty: there is no header row in it")
    delimiter = delimiter_of(header_line)
    columns = columns_of(next(csv.reader([header_line], delimiter=delimiter)))
    if "body" not in columns:
        raise UnfitError(
            f"no column for the article's text among {', '.join(columns)[:200]}: name one “body” in the header"
        )
    yield from while_hopeful(_items(csv.reader(text, delimiter=delimiter), columns, begin))


def _items(rows: Any, columns: Sequence[str], header: int) -> Iterator[Draft | Problem]:
    """Yield each row's article under the number of the line it begins on; `header` is that of the header."""
    while True:
        number = header + rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Problem(number, f"not a row of the table ({error}): is a quote opened and not closed?")
            continue
        if any(cell.strip() for cell in row):
            yield _draft(row, columns, number)


def _draft(row: Sequence[str], columns: Sequence[str], number: int) -> Draft | Problem:
    if len(row) > len(columns):
        return Problem(number, f"{len(row)} cells under {len(columns)} columns: is one not quoted?")
    record = {column: cell for column, cell in zip(columns, row, strict=False) if cell.strip()}
    try:
        return draft_of(record, position=number, fragment=str(number))
    except UnfitError as error:
        return Problem(number, str(error))
