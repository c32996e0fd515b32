"""Sentences of other stories that might be taken for the answer to a question, as retrieval finds them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import regex
from numpy.typing import NDArray

from index.embedding import Embedder
from rag.reading.training.stories import Story

# So many of the nearest sentences are looked at, and so many of those of a series are taken.
NEAREST, OF_SERIES = 12, 4
_NAMED = regex.compile(r"(?<=\s)\p{Lu}[\p{L}\p{M}'-]*|\p{Nd}[\p{Nd},.]*")


class Stranger(NamedTuple):
    """A sentence by the number of its story and its place in it."""

    story: int
    place: int


def strangers(stories: Sequence[Story], embedder: Embedder) -> list[list[list[Stranger]]]:
    """Return for each story and each of its questions the sentences of other stories that are near to it.

    Left out are those of stories that have everything that the question names, as they might answer it; the others of a
    series do not, by how they were written. Compared are the English sides.
    """
    places = [Stranger(at, place) for at, one in enumerate(stories) for place in range(len(one.sentences["en"]))]
    vectors = _vectors([stories[one.story].sentences["en"][one.place] for one in places], embedder)
    owners = np.array([one.story for one in places])
    whole = [" ".join([one.headline["en"], *one.sentences["en"]]).casefold() for one in stories]
    found: list[list[list[Stranger]]] = []
    for number, story in enumerate(stories):
        questions = [one.question["en"] for one in story.asked]
        siblings = [at for at, one in enumerate(stories) if one.series and one.series == story.series and at != number]
        cosines = np.where(owners == number, -1.0, _vectors(questions, embedder) @ vectors.T)
        of_series = np.where(np.isin(owners, siblings), cosines, -1.0)
        found.append([])
        for question, row, its in zip(questions, cosines, of_series, strict=True):
            near = [at for at in _nearest(row, NEAREST) if _lacks(whole[owners[at]], question)]
            found[-1].append([places[at] for at in (*(_nearest(its, OF_SERIES) if siblings else ()), *near)])
    return found


def _vectors(texts: Sequence[str], embedder: Embedder) -> NDArray[np.float32]:
    return np.array([one.whole for one in embedder.encode_passages(texts, [()] * len(texts))])


def _nearest(cosines: NDArray[np.floating], count: int) -> list[int]:
    return [int(at) for at in np.argsort(-cosines)[:count]]


def _lacks(text: str, question: str) -> bool:
    """Tell whether a text lacks some name or number of an English question.

    >>> _lacks("asha won in 2019", "Who beat Asha in 2018?"), _lacks("asha won", "Who beat Asha?")
    (True, False)
    """
    return any(name.casefold().removesuffix("'s").strip(".,") not in text for name in _NAMED.findall(question))
