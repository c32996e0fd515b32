"""A writer that cannot stop a chat: where it is set up wrongly that is a trouble like others, and quotes stand in."""

import threading
from collections.abc import Callable, Iterator, Sequence

from index.errors import UsageError
from rag.evidence import Evidence
from rag.question import Question
from rag.writers import Draft, Trouble, Writer, WriterError


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
        try:
            with self._opening:
                self._writer = self._writer or self._open()
        except UsageError as error:
            raise WriterError(self._trouble, str(error)) from error
        try:
            yield from self._writer.write(question, evidence)
        except UsageError as error:
            raise WriterError("unready", str(error)) from error
