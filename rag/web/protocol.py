"""What the pages need of a desk: `rag.desk.NewsDesk` offers it, and so does the fake one that tests use."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, Protocol

from index.article import Article
from index.filters import Filters
from index.standing import Standing
from rag.answer import Answer, Event
from rag.choice import Choice, Offer, WriterName

AnswerLanguage = Literal["auto", "hi", "en"]
Thumb = Literal["up", "down"]


class Desk(Protocol):
    """Answers questions and shows articles."""

    def stream(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        answer_language: AnswerLanguage = "auto",
        as_of: date | None = None,
        filters: Filters | None = None,
        latest: bool = False,
        as_typed: bool = False,
    ) -> Iterator[Event]:
        """Yield Progress at each stage, each sentence as it is Written, and last the whole Answer.

        `latest` puts the newest first among what answers nearly as well; `as_typed` leaves romanised Hindi as it is.
        """
        ...

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article, or an earlier version of it; None where there is none."""
        ...

    def standing(self, article_id: str) -> Standing | None:
        """Return whether an article changed, was removed or withdrawn; None where there never was one."""
        ...

    def coverage(self) -> Mapping[str, int]:
        """Return the number of articles of each ISO day that has any."""
        ...

    def info(self) -> Mapping[str, Any]:
        """Return what the archive holds: articles, languages, sources, sections, first and last_published."""
        ...


class Writing(Protocol):
    """What a reader may choose of how answers are written."""

    @property
    def free(self) -> bool:
        """Whether a reader at this machine may name a model or an address."""
        ...

    def offers(self, *, here: bool) -> Sequence[Offer]:
        """Return the writers to choose from; `here` is whether the reader sits at this machine."""
        ...

    @property
    def writer(self) -> WriterName:
        """Who writes where nobody has chosen."""
        ...

    @property
    def url(self) -> str:
        """The address of the endpoint as the operator has set it; shown only where the choice is free."""
        ...

    @property
    def quotes(self) -> int:
        """Most quotes in an answer where nobody has chosen."""
        ...

    def allowed(self, choice: Choice, *, here: bool) -> Choice:
        """Return a choice without what this reader may not choose."""
        ...

    def desk(self, choice: Choice, quotes: int | None) -> Desk:
        """Return a desk that answers so."""
        ...


class Opinions(Protocol):
    """Keeps what readers think of answers."""

    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        """Store an opinion of an answer, with the questions before it, and return its number.

        Raises KhabarError where it cannot be stored.
        """
        ...
