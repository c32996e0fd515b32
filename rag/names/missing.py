"""Names in a question that an article has nothing of: what tells of Bihar's ministers tells nothing of Karnataka's."""

from collections.abc import Sequence

from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.tokens import tokens
from index.word_neighbours import WordNeighbours
from rag.names.known import hinted_names, known_names
from rag.question import Question
from rag.verification.names import kind_of

# Abbreviations so short are written out in too many ways.
SHORTEST = 3
# What tokens of the article come so near to is met, whatever its letters: Germany, जर्मन.
NEAR = 0.8


def missing_names(
    question: Question, text: str, met: Sequence[float], neighbours: WordNeighbours | None
) -> tuple[str, ...]:
    """Return the names of a question that a text lacks; `met` tells of each content word, 0…1, how far it is there."""
    folded, surfaces = _words(question.search_text)
    known = known_names(folded, surfaces)
    here = frozenset[str]()
    if known:
        its, written = _words(text)
        named = known_names(its, written)
        here = frozenset(name for name, _, _ in named) | hinted_names(its, named)
    starts = [token.start for token in tokens(question.search_text)]
    by_start = {starts[place]: name for name, first, end in known for place in range(first, end)}
    missing = []
    for token, share in zip(question.content, met, strict=True):
        word = question.search_text[token.start : token.end]
        if share > NEAR or by_start.get(token.start) in here:
            continue
        if len(word) < SHORTEST or token.text in MONTHS or token.text in WEEKDAYS:
            continue
        opens = token.start == 0
        if token.start in by_start or kind_of(word, token.text, opens, neighbours) == "name":
            missing.append(word)
    return tuple(missing)


def _words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, folded and as they are written."""
    found = tokens(text)
    return [token.text for token in found], [text[token.start : token.end] for token in found]
