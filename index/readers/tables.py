"""CSV and TSV tables with a header: a row is an article; columns go by the names that newsrooms give them."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import regex

from index.language.normalise import fold
from index.readers.building import MAX_BODY
from index.readers.decode import as_utf8
from index.readers.draft import Document, Draft, Problem, UnfitError, while_hopeful
from index.readers.faults import InputFault
from index.readers.records import draft_of
from index.readers.table_lines import Line, Lines
from index.reasons import Reason, because

# A quoted cell may hold line ends, but no row is as long as this.
MOST_LINES = 500
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
    # The module's own limit of 131,072 characters is shorter than a long article; it knows no other way to set it.
    csv.field_size_limit(2 * MAX_BODY)
    lines = Lines(as_utf8(document))
    header = next((line for line in lines if line.fault or line.text.strip()), None)
    if header is None:
        raise UnfitError(because(InputFault.NO_HEADER))
    if header.fault:
        raise UnfitError(header.fault)
    delimiter = delimiter_of(header.text)
    columns = columns_of(next(csv.reader([header.text], delimiter=delimiter)))
    if "body" not in columns:
        raise UnfitError(because(InputFault.NO_COLUMN, columns=", ".join(columns)[:200]))
    yield from while_hopeful(_items(lines, columns, delimiter))


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


def _items(lines: Lines, columns: Sequence[str], delimiter: str) -> Iterator[Draft | Problem]:
    """Yield each row's article under the number of the line it begins on.

    Where a row goes wrong, most often by a quote that is never closed, reading goes on at the line after its first.
    """
    for first in lines:
        if first.fault:
            yield Problem(first.number, first.fault)
            continue
        taken = _Taken(lines)
        try:
            row = next(csv.reader(chain([first.text], taken), delimiter=delimiter, strict=True))
        except (csv.Error, StopIteration) as error:
            taken.give_back()
            row = _alone(first.text, delimiter, len(columns))
            if not row:
                yield Problem(first.number, taken.fault or because(InputFault.NO_ROW, detail=str(error)))
                continue
        if any(cell.strip() for cell in row):
            yield _draft(row, columns, first.number)


def _alone(line: str, delimiter: str, width: int) -> list[str]:
    """Return the cells of a line with loose quotes if it is a whole row by itself, else none."""
    try:
        row = next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return []
    return row if len(row) == width and line.count('"') % 2 == 0 else []


class _Taken:
    """The further lines that one row takes, so that they can be given back."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._taken: list[Line] = []
        self.fault: Reason | None = None

    def __iter__(self) -> Iterator[str]:
        """Yield lines until one cannot be read or no row is as long."""
        for line in islice(self._lines, MOST_LINES):
            self._taken.append(line)
            self.fault = line.fault
            if line.fault:
                return
            yield line.text

    def give_back(self) -> None:
        """Let the lines be read again."""
        self._lines.give_back(self._taken)


def _draft(row: Sequence[str], columns: Sequence[str], number: int) -> Draft | Problem:
    if len(row) > len(columns):
        return Problem(number, because(InputFault.MANY_CELLS, cells=len(row), columns=len(columns)))
    record = {column: cell for column, cell in zip(columns, row, strict=False) if cell.strip()}
    try:
        return draft_of(record, position=number, fragment=str(number))
    except UnfitError as error:
        return Problem(number, error.reason)
