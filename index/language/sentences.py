"""Where sentences end in Hindi, English and mixed text: dandas, full stops that are not abbreviations, paragraphs."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from index.language.abbreviations import ends_sentence
from index.language.paragraphs import Span, paragraphs

# The longest sentence, in code points. Text without any terminator is cut at white space near this length.
LONGEST = 600

_CLOSERS = r"(?:[\"'”’»)\]}*_]|\s?[”»]|\[\d{1,3}\])*"
# A danda ends a sentence even where the space after it is missing; a pipe is a danda only after Devanagari.
_CANDIDATE = re.compile(
    rf"(?:[।॥](?:\s?[.?!।॥…|])*|(?<=[\u0900-\u097f])\s?\|(?![|\w])|(?P<mark>[?!]+[.?!…]*|…[…?!.]*|\.(?:[.?!…]|\s\.)*)){_CLOSERS}"
)
_ASIDE = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_WORD = re.compile(r"[^\W_]")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z\u0905-\u0939])[)\]]?\.\Z")
_SPACE = re.compile(r"\s+")


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences in code points: trimmed, in order, covering every character but white space.

    Closing quotes and brackets stay with their sentence; abbreviations, initials, decimals, addresses and asides in
    brackets are not cut. No span is longer than `LONGEST`.

    >>> text = "डॉ. सिंह ने कहा, “हम तैयार हैं।” बैठक 3.5 घंटे चली।"
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['डॉ. सिंह ने कहा, “हम तैयार हैं।”', 'बैठक 3.5 घंटे चली।']
    >>> text = "Lt. Gen. J. K. Rao met the U.S. team. It left at 5 p.m. Monday."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Lt. Gen. J. K. Rao met the U.S. team.', 'It left at 5 p.m. Monday.']
    """
    return [
        piece
        for start, end in paragraphs(text)
        for span in _sentences(text, start, end)
        for piece in _bounded(text, span)
    ]


def _sentences(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    asides = [match.span() for match in _ASIDE.finditer(text, start, end)]
    first_word = _next_word(text, start, end)
    for match in _CANDIDATE.finditer(text, start, end):
        if match.start() <= first_word or _inside(asides, match) or not _ends(text, start, end, match):
            continue
        spans.append((start, match.end()))
        start = _skip_space(text, match.end(), end)
        first_word = _next_word(text, start, end)
    if start < end:
        if spans and first_word == end:  # nothing but marks is left: they belong to the sentence before
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _ends(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Tell whether a candidate ends the sentence that begins at `start`."""
    mark = match["mark"]
    if mark is None or match.end() == end:
        return True
    following = _skip_space(text, match.end(), end)
    character = text[following]
    if character.islower() or (following == match.end() and not "\u0900" <= character <= "\u097f"):
        return False
    if mark == ".":
        return not _LIST_NUMBER.match(text, start, match.start() + 1) and ends_sentence(
            text, start, match.start(), following
        )
    # Dots that trail off pause more often than they end, unless a capital follows; Hindi has no capitals to tell.
    return "?" in mark or "!" in mark or character.isupper()


def _inside(asides: list[Span], match: re.Match[str]) -> bool:
    place = bisect_right(asides, (match.start(), len(match.string))) - 1
    return place >= 0 and match.end() < asides[place][1]


def _next_word(text: str, start: int, end: int) -> int:
    match = _WORD.search(text, start, end)
    return match.start() if match else end


def _skip_space(text: str, start: int, end: int) -> int:
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield a span in pieces of at most `LONGEST`, cut at the last white space or else before a whole letter."""
    start, end = span
    while end - start > LONGEST:
        cut = start + LONGEST
        spaces = list(_SPACE.finditer(text, start + LONGEST // 2, cut + 1))
        if spaces:
            yield start, spaces[-1].start()
        else:
            while cut > start + LONGEST // 2 and unicodedata.category(text[cut]).startswith("M"):
                cut -= 1
            yield start, cut
        start = _skip_space(text, spaces[-1].start() if spaces else cut, end)
    yield start, end
