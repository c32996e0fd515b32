"""Desks that answer as a reader has chosen: the same archive, another writer, more or fewer quotes."""

from collections.abc import Iterator, Sequence

from rag.choice import Choice, Offer, WriterName
from rag.desk import NewsDesk
from rag.evidence import Evidence
from rag.followups.standalone import Rewrite
from rag.question import Question
from rag.web.protocol import Desk
from rag.writers import Draft, Writer, rewrite_of
from rag.writers.choice import Writers
from rag.writers.quote import QuoteWriter


class ChosenWriting:
    """What a reader of the page may choose; `free` where it is served to this machine alone."""

    def __init__(self, desk: NewsDesk, *, free: bool) -> None:
        self._desk = desk
        self._writers = Writers(desk.settings, desk.writer, free=free)

    @property
    def free(self) -> bool:
        """Whether a reader at this machine may name a model or an address."""
        return self._writers.free

    def offers(self, *, here: bool) -> Sequence[Offer]:
        """Return the writers to choose from; `here` is whether the reader sits at this machine."""
        return self._writers.offers(here=here)

    @property
    def writer(self) -> WriterName:
        """Who writes where nobody has chosen."""
        return self._desk.settings.writer

    @property
    def url(self) -> str:
        """The address of the endpoint as the operator has set it."""
        return self._desk.settings.endpoint_url

    @property
    def quotes(self) -> int:
        """Most quotes in an answer where nobody has chosen."""
        return self._desk.settings.quotes

    def allowed(self, choice: Choice, *, here: bool) -> Choice:
        """Return a choice without what this reader may not choose."""
        return self._writers.allowed(choice, here=here)

    def desk(self, choice: Choice, quotes: int | None) -> Desk:
        """Return a desk whose writer is the chosen one, with so many quotes at most."""
        settings, writer = self._desk.settings, self._writers.open(choice)
        if quotes is not None:
            sentences = max(1, settings.writer_sentences * quotes // settings.quotes)
            settings = settings.model_copy(update={"quotes": quotes})
            writer = QuoteWriter(settings) if writer.name == "quote" else _Reading(writer, sentences)
        return self._desk.written_by(writer, settings)


class _Reading:
    """A writer that is given the best so many sentences of the evidence, or as many as it takes if these are fewer."""

    def __init__(self, writer: Writer, most: int) -> None:
        self.name = writer.name
        self._writer, self._most = writer, most

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield what the writer writes of them."""
        yield from self._writer.write(question, evidence[: self._most])

    @property
    def rewrite(self) -> Rewrite | None:
        """How its model completes a follow-up; None where it is no model."""
        return rewrite_of(self._writer)
