"""How the reader does on stories that it does not learn from."""

from collections.abc import Sequence

import numpy as np

from index.article import Language
from rag.reading.reader import Reader
from rag.reading.training.examples import PAIRINGS, place_of
from rag.reading.training.stories import Story


def held_out(reader: Reader, stories: Sequence[Story]) -> dict[str, dict[str, float]]:
    """Return by pairing, as "hi→en", what is right of questions asked of whole stories, each as a share 0…1.

    sentence: of the answerable ones, how often the likeliest sentence answers; span: of those whose words are marked,
    how often the answer is likelier than not to be these; near miss: how often an answerable
    question has a surer sentence than one that the story does not answer (area under the ROC curve).
    """
    return {f"{own}→{other}": _of_pairing(reader, stories, own, other) for own, other in PAIRINGS}


def _of_pairing(reader: Reader, stories: Sequence[Story], own: Language, other: Language) -> dict[str, float]:
    right, spans = [], []
    sure: dict[bool, list[float]] = {True: [], False: []}
    for story in stories:
        for asked in story.asked:
            question, sentences = asked.question[own], story.sentences[other]
            read = reader.read(question, story.headline[other], sentences)
            best = max(range(len(read)), key=lambda place: read[place].answers)
            sure[bool(asked.at)].append(read[best].answers)
            if asked.at:
                right.append(best in asked.at)
            if other in asked.answers:
                start = place_of(asked.answers[other], sentences[asked.at[0]])
                spans.append(read[asked.at[0]].chance(start, start + len(asked.answers[other])) > 0.5)
    over = np.array(sure[True])[:, None] - np.array(sure[False])[None]
    return {
        "sentence": float(np.mean(right)),
        "span": float(np.mean(spans)),
        "near miss": float((over > 0).mean() + (over == 0).mean() / 2),
    }
