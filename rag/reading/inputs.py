"""Question, headline and sentences as one run of tokens: [CLS] question [SEP] headline [SEP] sentences [SEP]."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.one_pass import Pieces

# Tokens that are read at most of each: about twice what is usual; and of all together: so many places there are.
LONGEST_QUESTION, LONGEST_HEADLINE, LONGEST_SENTENCE, LONGEST = 64, 40, 96, 512
OPENING, BREAK = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class Joined:
    """One input: token ids; how many of them, at the beginning, are the question's; each sentence's first and last + 1.

    A sentence that there was no room for has none. `offsets`: where each sentence's tokens begin and end in it.
    """

    ids: list[int]
    asked: int
    ranges: list[tuple[int, int]]
    offsets: list[Sequence[tuple[int, int]]]


def join(
    cut: Callable[[str], Pieces], opening: int, break_: int, question: str, headline: str, sentences: Sequence[str]
) -> Joined:
    """Join a question and the sentences of a passage under its headline, "" for none; `cut` makes tokens of a text."""
    ids = [opening, *cut(question).ids[:LONGEST_QUESTION], break_]
    asked = len(ids)
    ids += [*cut(headline).ids[:LONGEST_HEADLINE], break_] if headline else [break_]
    ranges, offsets = [], []
    for sentence in sentences:
        first, pieces = len(ids), cut(sentence)
        ids += pieces.ids[: min(LONGEST_SENTENCE, LONGEST - 1 - first)]
        ranges.append((first, len(ids)))
        offsets.append(pieces.offsets[: len(ids) - first])
    return Joined([*ids, break_], asked, ranges, offsets)
