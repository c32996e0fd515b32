"""Where paragraphs end: at blank lines, and at single newlines unless the text was wrapped to a width."""

import re
import unicodedata
from itertools import pairwise

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_TERMINATED = re.compile(r"[.?!।॥|…:][\"'”’»)\]]*\Z")
# Hindi headlines end in में, पर, से and की ("मुलाकात की"), so these promise nothing.
_UNFINISHED = re.compile(
    r"(?:[,;(\[]|\s(?:का|के|ने|और|कि|या|तथा|एवं|the|an?|of|to|in|on|at|by|for|and|or|with|from))\Z",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-–—*•●▪·]\s|\(?\d{1,3}[.)]\s")
# Mail, terminals and old editors wrap between these; a paragraph of saved news is far longer, a heading is shorter.
_NARROWEST, _WIDEST = 40, 110
# One line break can look like wrapping by chance; from two on, four of five must agree.
_FEWEST_BREAKS, _AGREEMENT = 2, 0.8


def paragraphs(text: str) -> list[Span]:
    r"""Return the spans of the paragraphs, in order, without the white space around them.

    A newline inside wrapped text ends no paragraph: the text is wrapped if no line is long and the first word of a line
    would not have fitted on the line before. In other text it goes on only where the line is plainly unfinished.

    >>> text = "पहला पैरा।\nSecond paragraph"
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['पहला पैरा।', 'Second paragraph']
    >>> text = "One sentence that was wrapped,\nand its second line.\n\nAnother."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['One sentence that was wrapped,\nand its second line.', 'Another.']
    """
    lines = _lines(text)
    wrapped = _is_wrapped(text, lines)
    widest = max((_columns(text[start:end]) for start, end in lines), default=0) if wrapped else 0
    found: list[Span] = []
    for number, (start, end) in enumerate(lines):
        if number and _goes_on(text, lines[number - 1], (start, end), widest):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _lines(text: str) -> list[Span]:
    spans = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            spans.append((start, end))
    return spans


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    widest = 0
    for start, end in lines:
        if end - start > 2 * _WIDEST:  # even with every second code point a mark
            return False
        widest = max(widest, _columns(text[start:end]))
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    breaks = [
        _did_not_fit(text, line, following, widest)
        for line, following in pairwise(lines)
        if _adjacent(text, line, following) and not _TERMINATED.search(text, max(line[0], line[1] - 8), line[1])
    ]
    return len(breaks) >= _FEWEST_BREAKS and sum(breaks) >= _AGREEMENT * len(breaks)


def _goes_on(text: str, line: Span, following: Span, widest: int) -> bool:
    """Tell whether a line runs on into the next; `widest` is 0 where the text is not wrapped."""
    if not _adjacent(text, line, following) or _ITEM.match(text, *following):
        return False
    if widest and _did_not_fit(text, line, following, widest):
        return True
    tail = max(line[0], line[1] - 8)
    if _TERMINATED.search(text, tail, line[1]):
        return False
    return bool(_UNFINISHED.search(text, tail, line[1])) or (
        text[following[0]].islower() and text[following[0]].isascii()
    )


def _adjacent(text: str, line: Span, following: Span) -> bool:
    return text.count("\n", line[1], following[0]) == 1


def _did_not_fit(text: str, line: Span, following: Span, widest: int) -> bool:
    first_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return _columns(text[line[0] : line[1]]) + 1 + _columns(first_word) > widest


def _columns(line: str) -> int:
    """Return the width on a terminal: matras above and below take no column of their own."""
    return len(line) if line.isascii() else sum(1 for character in line if unicodedata.category(character) != "Mn")
