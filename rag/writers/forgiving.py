"""A writer that cannot stop a chat: where it is set up wrongly that is a trouble like others, and quotes stand in."""

import threading
from collections.abc import Callable, Iterator, Sequence

from index.errors import UsageError
from rag.evidence import Evidence
from rag.followups.standalone import Rewrite
from rag.question import Question
from rag.writers import Draft, Trouble, Writer, WriterError, rewrite_of
from rag.writers.quote import QuoteWriter


class ForgivingWriter:
    """Opens a writer when it is first to write; its UsageError becomes a WriterError, now and at every question."""

    def __init__(self, name: str, opened: Callable[[], Writer], trouble: Trouble = "unready") -> None:
        self.name = name
        self._open = opened
        self._trouble = trouble  # of a writer that cannot even be opened
        self._writer: Writer | None = None
        self._opening = threading.Lock()

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield what the writer writes. Raises WriterError, also where the writer itself would raise UsageError."""
        writer = self._opened()
        try:
            yield from writer.write(question, evidence)
        except UsageError as error:
            raise WriterError("unready", str(error)) from error

    @property
    def rewrite(self) -> Rewrite | None:
        """How the writer's model completes a follow-up, with errors as in `write`; None where quotes are written."""
        return None if self.name == QuoteWriter.name else self._rewritten

    def _rewritten(self, text: str, history: Sequence[str]) -> str:
        rewrite = rewrite_of(self._opened())
        if rewrite is None:
            raise WriterError("unready", f"the {self.name} writer completes no follow-ups")
        try:
            return rewrite(text, history)
        except UsageError as error:
            raise WriterError("unready", str(error)) from error

    def _opened(self) -> Writer:
        try:
            with self._opening:
                self._writer = self._writer or self._open()
        except UsageError as error:
            raise WriterError(self._trouble, str(error)) from error
        return self._writer
