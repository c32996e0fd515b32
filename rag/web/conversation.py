"""A conversation: the questions asked so far and what has been answered to each; frozen values, no markup."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from index.article import Article, Language
from index.filters import Filters
from index.reasons import Reason
from rag.answer import Answer, AnswerSentence, Citation, Event, Nearest, Progress, Written
from rag.choice import OPERATORS, Choice
from rag.web.protocol import AnswerLanguage, Desk

State = Literal["working", "done", "stopped", "failed"]

# Room for a sentence or two on either side of the cited one.
CONTEXT = 220


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with the words around it: ``before + citation.quote + after`` stands so in the article's body.

    Of an article that was `withdrawn` since, no word is left.
    """

    citation: Citation
    before: str
    after: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a question is to be answered, beside its words; `alone` is without the questions before it.

    `as_typed` leaves romanised Hindi in Roman letters; `latest` puts the newest first; the writer and the most quotes
    are those of the settings.
    """

    answer_language: AnswerLanguage = "auto"
    filters: Filters | None = None
    alone: bool = False
    latest: bool = False
    choice: Choice = OPERATORS
    quotes: int | None = None
    as_typed: bool = False


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer so far; `problem` and, where it is of a known kind, `reason` say why it failed."""

    question: str
    state: State = "working"
    stage: str = "understand"
    sentences: tuple[AnswerSentence, ...] = ()
    sources: tuple[Source, ...] = ()
    short: str | None = None
    answer: Answer | None = None
    problem: str = ""
    reason: Reason | None = None
    wishes: Wishes = NO_WISHES

    def source(self, n: int) -> Source | None:
        """Return the source with a number, None where the answer has none."""
        return next((source for source in self.sources if source.citation.n == n), None)

    def spoken(self, page: Language) -> Language:
        """Return the language of the answer; that of the page while there is none."""
        return self.answer.answer_language if self.answer else page

    def near(self, place: int) -> Nearest | None:
        """Return a nearest article by its place in the list, None beyond its ends."""
        nearest = self.answer.nearest if self.answer else ()
        return nearest[place] if 0 <= place < len(nearest) else None


Conversation = tuple[Turn, ...]


def after(turn: Turn, event: Event, desk: Desk) -> Turn:
    """Return the turn as it stands after a stream event."""
    if isinstance(event, Progress):
        return replace(turn, stage=event.stage)
    if isinstance(event, Written):
        sources = (*turn.sources, *_sources(event.citations, turn.sources, desk))
        short = event.short_answer or turn.short
        return replace(turn, sentences=(*turn.sentences, event.sentence), sources=sources, short=short)
    kept = {source.citation: source for source in turn.sources}
    new = {source.citation: source for source in _sources(event.citations, turn.sources, desk)}
    sources = tuple((kept | new)[citation] for citation in event.citations)
    short = event.short_answer
    return replace(turn, state="done", sentences=event.sentences, sources=sources, short=short, answer=event)


def history(turns: Iterable[Turn]) -> tuple[str, ...]:
    """Return the earlier questions, oldest first, as a desk wants them."""
    return tuple(turn.question for turn in turns if turn.state != "failed")


def _sources(citations: Iterable[Citation], known: tuple[Source, ...], desk: Desk) -> list[Source]:
    seen = {source.citation for source in known}
    return [
        surrounded(citation, desk.article(citation.article_id, citation.version))
        for citation in citations
        if citation not in seen
    ]


def surrounded(citation: Citation, article: Article | None) -> Source:
    """Return a citation with the words around it in its paragraph, cut between words, marked … where cut."""
    if article is None:
        return Source(citation, "", "")
    before = article.body[: citation.start].rsplit("\n", 1)[-1]
    following = article.body[citation.end :].split("\n", 1)[0]
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(following) > CONTEXT:
        following = following[:CONTEXT].rpartition(" ")[0] + " …"
    return Source(citation, before, following)
