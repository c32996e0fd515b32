"""How the reader does on stories that it does not learn from."""

from collections.abc import Sequence

import numpy as np

from rag.reading.reader import Reader
from rag.reading.training.examples import PAIRINGS
from rag.reading.training.stories import Story


def held_out(reader: Reader, stories: Sequence[Story]) -> dict[str, dict[str, float]]:
    """Return by pairing, as "hi→en", what is right of questions asked of whole stories, each as a share 0…1.

    sentence: of the answerable ones, how often the likeliest sentence answers; span: of those whose words are marked,
    how often the words most likely to be the answer share more than half with it; near miss: how often an answerable
    question has a surer sentence than one that the story does not answer (area under the ROC curve).
    """
    return {f"{own}→{other}": _of_pairing(reader, stories, own, other) for own, other in PAIRINGS}


def _of_pairing(reader: Reader, stories: Sequence[Story], own: str, other: str) -> dict[str, float]:
    right, spans = [], []
    sure: dict[bool, list[float]] = {True: [], False: []}
    for story in stories:
        for asked in story.asked:
            question, sentences = asked.question[own], story.sentences[other]  # type: ignore[index]
            read = reader.read(question, story.headline[other], sentences)  # type: ignore[index]
            best = max(range(len(read)), key=lambda place: read[place].answers)
            sure[bool(asked.at)].append(read[best].answers)
            if asked.at:
                right.append(best in asked.at)
            if other in asked.answers:
                start = sentences[asked.at[0]].find(asked.answers[other])  # type: ignore[index]
                spans.append(read[asked.at[0]].chance(start, start + len(asked.answers[other])) > 0.5)  # type: ignore[index]
    over = np.array(sure[True])[:, None] - np.array(sure[False])[None]
    return {
        "sentence": float(np.mean(right)),
        "span": float(np.mean(spans)),
        "near miss": float((over > 0).mean() + (over == 0).mean() / 2),
    }
