"""What is learnt from: a question, some sentences in a row, which of them answer, and where the answer stands."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

from index.article import Language
from index.one_pass import Pieces
from rag.reading.inputs import Joined, join
from rag.reading.training.stories import Asked, Story
from rag.reading.training.strangers import Stranger

# Languages of question and passage, and how often each pairing is drawn.
PAIRINGS: Sequence[tuple[Language, Language]] = (("hi", "hi"), ("en", "en"), ("hi", "en"), ("en", "hi"))
SHARES = (0.30, 0.25, 0.25, 0.20)
FEWEST, MOST = 1, 7  # sentences that are read together
SCATTERED = 0.6  # share of them that do not follow one another, as the best sentences of an article seldom do
HEADED = 0.85  # share of passages that are read under their headline
STRANGE = 0.07  # share of questions that are asked of any other story
NEAR = 0.33  # share that are asked of one with a sentence near to the question, where there is one
ANSWERING = 0.85  # share of the answerable ones whose passage holds an answer
# So many batches are drawn together, so that passages of like length are read together.
GROUPED = 6

Cut = Callable[[str], Pieces]


class Marks(NamedTuple):
    """The rows of the word table that open an input and that part it."""

    opening: int
    break_: int


@dataclass(frozen=True, slots=True)
class Example:
    """An input with what is to be said of it.

    `answers` has 1 for each sentence that answers, else 0. `span`: the first and last token of the answer, (0, 0) where
    there is none, None where there is one but no words of it are marked.
    """

    joined: Joined
    answers: list[float]
    span: tuple[int, int] | None


def examples(
    stories: Sequence[Story],
    near: Sequence[Sequence[Sequence[Stranger]]],
    cut: Cut,
    marks: Marks,
    draw: random.Random,
) -> Iterator[Example]:
    """Draw questions of stories, in either language, to be answered from some sentences in either language.

    `near` has for each story and each of its questions sentences of others that might be taken for the answer.
    """
    while True:
        number = draw.randrange(len(stories))
        story = read = stories[number]
        place = draw.randrange(len(story.asked))
        asked, strange = story.asked[place], near[number][place]
        ((own, other),) = draw.choices(PAIRINGS, SHARES)
        fate, wanted = draw.random(), None
        if fate < STRANGE:
            read = draw.choice(stories)
        elif fate < STRANGE + NEAR and strange:
            one = draw.choice(strange)
            read, wanted = stories[one.story], one.place
        at = asked.at if read is story else ()
        if wanted is None and at and draw.random() < ANSWERING:
            wanted = draw.choice(at)
        yield _example(read, asked, at, wanted, (own, other), cut, marks, draw)


def _example(
    story: Story,
    asked: Asked,
    at: Sequence[int],
    wanted: int | None,
    languages: tuple[Language, Language],
    cut: Cut,
    marks: Marks,
    draw: random.Random,
) -> Example:
    own, other = languages
    places = _places(len(story.sentences[other]), wanted, draw)
    sentences = [story.sentences[other][place] for place in places]
    headline = story.headline[other] if draw.random() < HEADED else ""
    joined = join(cut, *marks, asked.question[own], headline, sentences)
    answers = [float(place in at) for place in places]
    if not any(answers):
        return Example(joined, answers, (0, 0))
    if other not in asked.answers or at[0] not in places:
        return Example(joined, answers, None)
    place = places.index(at[0])
    return Example(joined, answers, span_of(joined, place, sentences[place], asked.answers[other]))


def _places(count: int, wanted: int | None, draw: random.Random) -> list[int]:
    """Draw which of a story's sentences are read, in their order, with the one that is wanted."""
    size = min(draw.randint(FEWEST, MOST), count)
    wanted = draw.randrange(count) if wanted is None else wanted
    if draw.random() < SCATTERED:
        others = [place for place in range(count) if place != wanted]
        return sorted([wanted, *draw.sample(others, size - 1)])
    first = draw.randint(max(0, wanted - size + 1), min(wanted, count - size))
    return list(range(first, first + size))


def span_of(joined: Joined, place: int, sentence: str, answer: str) -> tuple[int, int] | None:
    """Return the first and last token of an answer in the sentence at a place; None where it was cut off."""
    start = place_of(answer, sentence)
    first = joined.ranges[place][0]
    within = [
        at for at, (begin, end) in enumerate(joined.offsets[place]) if end > start and begin < start + len(answer)
    ]
    return (first + within[0], first + within[-1]) if start >= 0 and within else None


def place_of(answer: str, sentence: str) -> int:
    """Return where an answer stands in a sentence, and not within other words; -1 where it does not.

    >>> place_of("20", "In 2020 and for 20 days")
    16
    """
    found = regex.search(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){regex.escape(answer)}(?![\p{{L}}\p{{M}}\p{{N}}])", sentence)
    return found.start() if found else sentence.find(answer)


def batches(found: Iterator[Example], size: int, draw: random.Random) -> Iterator[list[Example]]:
    """Yield batches of examples of like length."""
    while True:
        drawn = sorted((next(found) for _ in range(size * GROUPED)), key=lambda one: len(one.joined.ids))
        parts = [drawn[at : at + size] for at in range(0, len(drawn), size)]
        draw.shuffle(parts)
        yield from parts
