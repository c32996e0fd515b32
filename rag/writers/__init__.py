"""Writers turn evidence into the sentences of an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from index.errors import KhabarError
from rag.evidence import Evidence
from rag.followups.standalone import Rewrite
from rag.question import Question

if TYPE_CHECKING:
    from rag.settings import Settings

# What can keep a model from answering; each has words for the asker in rag/messages.py.
Trouble = Literal[
    "unreachable",
    "late",
    "busy",
    "refused",
    "broken",
    "silent",
    "cut",
    "long",
    "unloadable",
    "failed",
    "missing",
    "unready",
]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence that a writer has written and the evidence it rests on, before it is numbered.

    `composed` tells that a model chose the words, so that they must be verified before anyone sees them.
    `date` is the day of what it tells, as YYYY-MM-DD, where the answer is a timeline.
    """

    text: str
    evidence: tuple[Evidence, ...]
    composed: bool = False
    date: str | None = None


class WriterError(KhabarError):
    """A model did not write, or stopped writing; the message is for the log, `trouble` for the asker."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble: Trouble = trouble


class Writer(Protocol):
    """What turns evidence, best first, into an answer, sentence by sentence.

    `name` is what it is chosen by; where it is "quote", the desk shows the quotes that it has itself.
    """

    name: str

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield the sentences of the answer as they are ready; none when there is nothing to say.

        Raises WriterError where a model fails, also after some sentences; UsageError where it is set up wrongly.
        """
        ...


def rewrite_of(writer: Writer) -> Rewrite | None:
    """Return how a writer's model completes a follow-up; None where the writer is no model."""
    rewrite: Rewrite | None = getattr(writer, "rewrite", None)
    return rewrite


def open_writer(settings: "Settings") -> Writer:
    """Return the writer that the settings name. Raises UsageError where it is set up wrongly; loads no model yet."""
    if settings.writer == "local":
        from rag.writers.local import LocalWriter

        return LocalWriter(settings)
    if settings.writer == "endpoint":
        from rag.writers.endpoint import EndpointWriter

        return EndpointWriter(settings)
    from rag.writers.quote import QuoteWriter

    return QuoteWriter(settings)
