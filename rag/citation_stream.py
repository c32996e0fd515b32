"""A model's text, as it streams, becomes cited sentences: markers read and taken out, sentences cut once complete."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from index.language.sentences import LONGEST, split_sentences

# [1] [1, 2] [1-3] 【1】 [१]; anything longer or other in brackets is text.
_OPENERS, _CLOSERS = "[【", "]】"
_LONGEST_MARKER = 120
_IN_MARKER = regex.compile(r"[\p{Nd}\s,;，、–-]*")
_MARKED = regex.compile(r"\s*\p{Nd}{1,4}(?:[\s,;，、–-]+\p{Nd}{1,4})*\s*")
_NUMBERS = regex.compile(r"(?P<first>\p{Nd}{1,4})(?:\s*[–-]\s*(?P<last>\p{Nd}{1,4}))?")
# A range names at most so many; a longer one names its ends.
_WIDEST_RANGE = 10

_TERMINATED = regex.compile(r"[.?!।॥|…:][\"'”’»)\]*_]*\Z")
_MAY_END = regex.compile(r"[.?!।॥|…].")
_SENTENCE_END = regex.compile(r"[.?!।॥|…][\"'”’»)\]*_]*\Z")
_ENDS_ON_A_FULL_STOP = regex.compile(r"\.[\"'”’»)\]*_]*\Z")
_NO_SPACE_BEFORE = frozenset(".,;:?!।॥|…)”’»")
_WHOLE_WORD = regex.compile(r"[\"'“‘«(\[*_]*[\p{L}\p{M}\p{N}\u200c\u200d]+[^\p{L}\p{M}\p{N}\u200c\u200d]")
# As far as the splitter looks for the end of an aside, and for the word after a full stop.
_ASIDE, _REACH = 300, 24
_BULLET = regex.compile(r"(?:[-–—*•●▪·]\s+|#{1,6}\s+|>\s+|\(?\p{Nd}{1,2}[.)]\s+)+")
_LEFT_OVER = regex.compile(r"\*\*|__|`|\s*\[\s*\]")
_WITHIN_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]{2}")
_WORDS = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """One sentence without its markers; `ids` are the numbers it cites, in order, each once.

    `whole` tells whether it has come to its end, rather than been cut off with the text.
    """

    text: str
    ids: tuple[int, ...]
    whole: bool = True


class CitationStream:
    """Reads text piece by piece; how it is cut into pieces changes nothing.

    A marker belongs to the sentence that it stands in or right behind. A sentence is given out as soon as it is known
    to have ended and no marker can follow: at the first letter of the next one where a marker or a danda ends it, else
    one word later, since a full stop may only shorten a word.

    >>> stream = CitationStream()
    >>> list(stream.feed("The rover weighs 26 kilograms [1")), list(stream.feed("][2]. डॉ. राव आए। 【३】 It"))
    ([], [CitedSentence(text='The rover weighs 26 kilograms.', ids=(1, 2), whole=True), \
CitedSentence(text='डॉ. राव आए।', ids=(3,), whole=True)])
    >>> list(stream.finish())
    [CitedSentence(text='It', ids=(), whole=False)]
    """

    def __init__(self) -> None:
        self._held = ""  # what may become a marker
        self._text = ""  # what has come since the last sentence, without markers
        self._line_broken = False  # whether nothing has come since a line ended within a sentence
        self._markers: list[tuple[int, tuple[int, ...]]] = []  # where in that text, and what they name

    def feed(self, piece: str) -> Iterator[CitedSentence]:
        """Take in the next piece and yield the sentences that it completes."""
        for character in piece:
            yield from self._read(character)

    def finish(self) -> Iterator[CitedSentence]:
        """Yield what is left when the text has ended; half a marker is dropped."""
        if not _IN_MARKER.fullmatch(self._held[1:]):
            yield from self._spill()
        self._held = ""
        yield from self._cut_all()

    def _read(self, character: str) -> Iterator[CitedSentence]:
        if not self._held:
            if character in _OPENERS:
                self._held = character
            else:
                yield from self._append(character)
            return
        self._held += character
        inside = self._held[1:]
        if character in _CLOSERS and _MARKED.fullmatch(inside[:-1]):
            self._mark(_ids(inside[:-1]))
            self._held = ""
        elif not _IN_MARKER.fullmatch(inside) or len(inside) > _LONGEST_MARKER:
            yield from self._spill()

    def _spill(self) -> Iterator[CitedSentence]:
        """Turn what was held as a marker into text, all but a bracket that may open one anew."""
        held, self._held = self._held, ""
        for place, character in enumerate(held):
            if place and character in _OPENERS:
                for again in held[place:]:
                    yield from self._read(again)
                return
            yield from self._append(character)

    def _mark(self, ids: tuple[int, ...]) -> None:
        self._markers.append((len(self._text), ids))

    def _append(self, character: str) -> Iterator[CitedSentence]:
        if character == "\r":
            return
        if character == "\n":
            yield from self._end_line()
            return
        if self._markers and self._markers[-1][0] == len(self._text):
            bare = self._text.rstrip()
            if character in _NO_SPACE_BEFORE:  # the space before a marker goes with it
                self._text = bare
                self._markers = [(min(place, len(bare)), ids) for place, ids in self._markers]
            elif character.isspace() and bare != self._text:
                return
        within_word = bool(_WITHIN_WORD.fullmatch(self._text[-1:] + character))
        self._text += character
        if not character.isspace():
            self._line_broken = False
            if not within_word:  # nothing is decided there
                yield from self._cut_complete()

    def _end_line(self) -> Iterator[CitedSentence]:
        """End the sentence at a line's end, unless it was broken inside a sentence."""
        bare = self._text.rstrip()
        marked = bool(self._markers) and self._markers[-1][0] >= len(bare)
        if marked or _TERMINATED.search(bare) or self._line_broken:
            yield from self._cut_all()
        elif bare:
            self._text = bare + " "
            self._line_broken = True

    def _cut_complete(self) -> Iterator[CitedSentence]:
        if not (_MAY_END.search(self._text) or len(self._text) > LONGEST):
            return
        spans = split_sentences(self._text)
        if len(spans) > 1 and self._is_sure(spans[0][1], spans[1][0]):
            yield from self._cut(spans[1][0])

    def _is_sure(self, end: int, following: int) -> bool:
        """Tell whether nothing that may still come would join the sentence that ends at `end` to the next."""
        before, after = self._text[:end], self._text[following:]
        if before[-_ASIDE:].count("(") > before[-_ASIDE:].count(")") and len(self._text) - end < _ASIDE:
            return False
        if not _SENTENCE_END.search(before):  # cut for its length
            return len(self._text) > LONGEST + _REACH
        if not _WORDS.search(after):  # marks alone may still belong to the sentence before
            return False
        marked = any(len(before.rstrip(".।?!|…")) <= place <= following for place, _ in self._markers)
        if marked or not _ENDS_ON_A_FULL_STOP.search(before):
            return True
        return len(after) > _REACH or _WHOLE_WORD.match(after) is not None

    def _cut_all(self) -> Iterator[CitedSentence]:
        taken = 0
        for start, _ in split_sentences(self._text)[1:]:
            yield from self._cut(start - taken)
            taken = start
        yield from self._cut(len(self._text))

    def _cut(self, end: int) -> Iterator[CitedSentence]:
        """Give out the text up to `end`, where the next sentence begins, with the markers up to there."""
        text, self._text = self._text[:end], self._text[end:]
        mine = [ids for place, ids in self._markers if place <= end]
        self._markers = [(place - end, ids) for place, ids in self._markers if place > end]
        clean = _clean(text)
        if _WORDS.search(clean):
            ids = tuple(dict.fromkeys(n for several in mine for n in several))
            yield CitedSentence(clean, ids, _SENTENCE_END.search(clean) is not None)
        elif mine and not self._text:
            self._markers = [(0, ids) for ids in mine]  # of a sentence that is still to come


def _ids(inside: str) -> tuple[int, ...]:
    """Return the numbers in a marker.

    >>> _ids("1, 3-5"), _ids("१"), _ids("1-400")
    ((1, 3, 4, 5), (1,), (1, 400))
    """
    found: list[int] = []
    for match in _NUMBERS.finditer(inside):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        short = 0 <= last - first < _WIDEST_RANGE
        found += range(first, last + 1) if short else (first, last)
    return tuple(found)


def _clean(text: str) -> str:
    """Return a sentence without bullet, emphasis, empty brackets and white space beyond single spaces."""
    line = " ".join(text.split())
    bullet = _BULLET.match(line)
    return _LEFT_OVER.sub("", line[bullet.end() if bullet else 0 :]).strip()
