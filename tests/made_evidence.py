"""Evidence made up on the spot: one sentence of an article that is not in any archive."""

import numpy as np

from index.article import Article, Passage, Sentence
from index.snapshot import StoredPassage
from rag.evidence import Evidence
from rag.weights import Features


def evidence_of(text: str, start: int = 0, **article: object) -> Evidence:
    """Return a sentence as evidence; `article` names what its article is to have."""
    facts: dict[str, object] = {"id": "a", "body": " " * start + text, "headline": "Headline", "source": "Courier"}
    sentence = Sentence(start, start + len(text), text)
    passage = Passage(start, start + len(text), text, (sentence,))
    made = Article(**{**facts, **article})  # type: ignore[arg-type]
    stored = StoredPassage(1, made, passage, np.zeros((1, 4), np.float32), None)
    return Evidence(stored, sentence, 1.0, Features(*[0.0] * len(Features.__dataclass_fields__)))
