"""Writers turn evidence into the sentences of an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rag.evidence import Evidence
from rag.question import Question


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence that a writer has written and the evidence it rests on, before it is numbered."""

    text: str
    evidence: tuple[Evidence, ...]


class Writer(Protocol):
    """What turns evidence, best first, into an answer, sentence by sentence."""

    name: str

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield the sentences of the answer as they are ready; none when there is nothing to say."""
        ...
