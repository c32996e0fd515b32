"""A question as one archive can be asked it: what it cannot meet left out, its words as its articles write them."""

from dataclasses import replace

from index.embedding import Embedder
from index.snapshot import Snapshot
from rag.question import Question
from rag.wording.loosening import loosened
from rag.wording.respelling import respelt
from rag.wording.romanised import restored
from rag.wording.translated import groups_of


def as_written(question: Question, snapshot: Snapshot, embedder: Embedder, *, as_typed: bool = False) -> Question:
    """Return a question with what an archive may write for its words: in Devanagari, in the other language.

    `as_typed` leaves it in the letters in which it came.
    """
    question = loosened(question, snapshot)
    if question.language == "hi-Latn" and not as_typed:
        question = restored(question, snapshot, embedder.vocabulary, embedder.neighbours)
    if question.other_language not in snapshot.table.names["language"]:
        return question
    groups = groups_of(question.search_text, embedder.neighbours)
    respelling = respelt(question, embedder.neighbours, snapshot)
    return replace(question, respelt=respelling, translated=tuple(map(tuple, groups)))
