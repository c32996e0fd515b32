"""What happens on each event of the page: plain functions of what a session holds, giving HTML; no gradio here."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from index.article import Language
from index.errors import KhabarError
from index.filters import Filters
from rag.feedback import LONGEST_QUESTION
from rag.frames import frames
from rag.web.answer_view import conversation_view
from rag.web.conversation import NO_WISHES, Conversation, Turn, Wishes, after, history
from rag.web.examples import ANY_ARCHIVE, Example, examples
from rag.web.filters import chosen_in, chosen_view, filters_view, is_reversed
from rag.web.front import empty_archive_view, note_view, problem_view, welcome_view
from rag.web.links import followed
from rag.web.manner import Manner, manner_in
from rag.web.protocol import Desk, Opinions, Writing
from rag.web.reader import Opened, empty_view, reader_view
from rag.web.reasons import error_words
from rag.web.recall import recalled
from rag.web.relay import in_one_thread
from rag.web.settings import settings_view, wrong_with
from rag.web.strings import say
from rag.web.tools import LONGEST_REASON
from rag.web.understood import wishes_text, without_window

# Questions before one that are kept with an opinion of its answer.
MOST_TURNS = 10

log = logging.getLogger(__name__)


def preferred_language(accept_language: str) -> Language:
    """Return Hindi where a browser asks for it before English (RFC 9110 Accept-Language, quality ignored).

    >>> preferred_language("hi-IN,hi;q=0.9,en;q=0.8"), preferred_language("en-IN,hi;q=0.5"), preferred_language("")
    ('hi', 'en', 'en')
    """
    asked = [part.strip().lower()[:2] for part in accept_language.split(",")]
    return "hi" if "hi" in asked and "en" not in asked[: asked.index("hi")] else "en"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a question: what stays in the box, what is wrong with it, the conversation with it in.

    One that is not `accepted` has a problem, or stands above a line that says what is wrong with the days chosen.
    """

    box: str
    problem: str
    turns: Conversation
    accepted: bool = False


class Handlers:
    """The page's events. Holds no session: what one knows comes in and goes out with every call.

    Without a place to keep opinions, none are asked for; without a choice of writers, the desk's own writes.
    """

    def __init__(self, desk: Desk, opinions: Opinions | None = None, writing: Writing | None = None) -> None:
        self._desk = desk
        self._opinions = opinions
        self._writing = writing

    def thread(self, turns: Conversation, language: Language) -> str:
        """Return the conversation, or the welcome with its example questions."""
        welcome = "" if turns else self._welcome(language)
        return conversation_view(turns, language, welcome, judged=self._opinions is not None)

    def take(self, question: str, turns: Conversation, language: Language, wishes: Wishes = NO_WISHES) -> Taken:
        """Take a question into the conversation, or say why not and leave it in the box."""
        text = question.strip()
        problem = ""
        if _working(turns):
            problem = say("still_working", language)
        elif not text:
            problem = say("empty_question", language)
        elif len(text) > LONGEST_QUESTION:
            problem = say("long_question", language, count=len(text), limit=LONGEST_QUESTION)
        if problem or is_reversed(wishes.filters):
            return Taken(question, problem_view(problem, language), turns)
        return Taken("", "", (*self._recalled(turns), Turn(text, wishes=wishes)), accepted=True)

    def again(
        self, turns: Conversation, language: Language, place: int, without: str = "", manner: Manner | None = None
    ) -> Taken:
        """Take the question of a turn anew, the last one in its place, in the manner that is chosen now.

        `without` (a `Without` or "") tells what Khabar made of it that it is to do without.
        """
        if not 0 <= place < len(turns):
            return Taken("", problem_view(say("failed", language), language), turns)
        turn, earlier = turns[place], turns[:-1] if place == len(turns) - 1 else turns
        if _working(turns):
            earlier = turns
        question, wishes = turn.question, turn.wishes if manner is None else manner.upon(turn.wishes)
        if without == "context":
            wishes = replace(wishes, alone=True)
        elif without == "restored":
            wishes = replace(wishes, as_typed=True)
        elif without == "filters":
            wishes = replace(wishes, filters=None, latest=False)
        elif without == "window":
            question = without_window(turn) or question
        return self.take(question, earlier, language, wishes)

    def brought(self, query: Mapping[str, str], language: Language) -> tuple[str, Filters | None, bool, str]:
        """Return what the page's address brings and a line that says so; asks nothing.

        It may bring a question, filters, and that the latest comes first.
        """
        question, filters, latest = followed(query)
        if not question:
            return "", None, False, ""
        wished = wishes_text(filters, language, latest=latest)
        line = say("link_brought_filtered" if wished else "link_brought", language, filters=wished)
        return question, filters, latest, note_view(line, language)

    def filter_fold(self, filters: Filters | None, language: Language, *, latest: bool = False) -> str:
        """Return the fold in which filters are chosen."""
        return filters_view(self._info(), filters, language, latest=latest)

    def chosen(self, fields: Mapping[str, Any], language: Language) -> tuple[Filters | None, bool, str]:
        """Return the filters in the fields of the fold, whether the latest comes first, and a line that says so."""
        filters, latest = chosen_in(fields, self._info())
        return filters, latest, chosen_view(filters, language, latest=latest)

    def settings(self, manner: Manner, language: Language, *, here: bool) -> str:
        """Return the settings' button and dialog for a reader who sits at this machine (`here`) or does not."""
        return settings_view(self._writing, manner, language, here=here)

    def settle(self, fields: Mapping[str, Any], language: Language, *, here: bool) -> tuple[Manner, str, str]:
        """Return the manner that the fields of the settings ask for, the settings anew, and what is wrong with them."""
        manner, problem = manner_in(fields), ""
        if self._writing is not None:
            problem = wrong_with(manner.choice, self._writing, language, here=here)
            manner = replace(manner, choice=self._writing.allowed(manner.choice, here=here))
        return manner, self.settings(manner, language, here=here), problem_view(problem, language)

    def judge(self, turns: Conversation, language: Language, place: int, thumb: str, reason: str) -> str:
        """Keep a reader's opinion of an answer, and return a line that says so."""
        turn = turns[place] if 0 <= place < len(turns) else None
        if turn is None or turn.answer is None or self._opinions is None or thumb not in ("up", "down"):
            return problem_view(say("opinion_failed", language), language)
        past = () if turn.wishes.alone else history(turns[:place])[-MOST_TURNS:]
        reason = reason.strip()[:LONGEST_REASON]
        try:
            self._opinions.keep(turn.answer, "up" if thumb == "up" else "down", reason, past)
        except KhabarError as error:
            return problem_view(f"{say('opinion_failed', language)} {error_words(error, language)[0]}", language)
        return note_view(say("opinion_thanks", language), language)

    def answer(self, turns: Conversation, language: Language) -> Iterator[tuple[Conversation, str]]:
        """Yield the conversation and its HTML as its last question is answered; once, as it is, if that was stopped.

        What a quick desk is about for a moment only is not shown.
        """
        if not _working(turns):
            yield turns, self.thread(turns, language)
            return
        *earlier, turn = turns
        relayed = in_one_thread(lambda: self._steps(turn, earlier), _is_news)
        with closing(relayed) as steps:
            for step in steps:
                turn = step if isinstance(step, Turn) else _failed(turn, step)
                grown = (*earlier, turn)
                yield grown, self.thread(grown, language)

    def stop(self, turns: Conversation, language: Language) -> tuple[Conversation, str]:
        """Return the conversation with the turn at work ended as it stands."""
        if _working(turns):
            turns = (*turns[:-1], replace(turns[-1], state="stopped"))
        return turns, self.thread(turns, language)

    def cite(self, turns: Conversation, language: Language, turn: int, n: int) -> tuple[Opened | None, str]:
        """Open the article of citation `n` of a turn at the cited words."""
        source = turns[turn].source(n) if 0 <= turn < len(turns) else None
        if source is None:
            return self.close(language)
        cited = source.citation
        numbers = tuple(one.citation.n for one in turns[turn].sources)
        opened = Opened(cited.article_id, cited.version, turn, n, cited.start, cited.end, numbers)
        return opened, self.reader(opened, language)

    def near(self, turns: Conversation, language: Language, turn: int, place: int) -> tuple[Opened | None, str]:
        """Open one of the articles nearest to a question that could not be answered."""
        near = turns[turn].near(place) if 0 <= turn < len(turns) else None
        if near is None:
            return self.close(language)
        opened = Opened(near.article_id, None, turn)
        return opened, self.reader(opened, language)

    def newest(self, opened: Opened | None, language: Language) -> tuple[Opened | None, str]:
        """Open the article that is open as it is now, its cited words no longer marked."""
        if opened is not None:
            opened = replace(opened, version=None, start=0, end=0)
        return opened, self.reader(opened, language)

    def close(self, language: Language) -> tuple[None, str]:
        """Close the article that is open."""
        return None, self.reader(None, language)

    def reader(self, opened: Opened | None, language: Language) -> str:
        """Return the reading pane with what is open in it."""
        if opened is None:
            return empty_view(self._info(), language, self._coverage())
        try:
            standing = self._desk.standing(opened.article_id)
            article = self._desk.article(opened.article_id, opened.version)
        except KhabarError as error:
            return problem_view(*error_words(error, language))
        return reader_view(opened, article, standing, language)

    def _steps(self, turn: Turn, earlier: Sequence[Turn]) -> Iterator[Turn]:
        """Yield the turn after each event of the desk."""
        wishes = turn.wishes
        past = () if wishes.alone else history(earlier)
        desk = self._desk if self._writing is None else self._writing.desk(wishes.choice, wishes.quotes)
        for event in desk.stream(
            turn.question,
            history=past,
            answer_language=wishes.answer_language,
            filters=wishes.filters,
            latest=wishes.latest,
            as_typed=wishes.as_typed,
        ):
            turn = after(turn, event, self._desk)
            yield turn

    def _recalled(self, turns: Conversation) -> Conversation:
        try:
            return recalled(turns, self._desk.standing)
        except KhabarError:
            return turns

    def _welcome(self, language: Language) -> str:
        if self._info().get("articles") == 0:
            return empty_archive_view(language)
        return welcome_view(self._examples(), language)

    def _examples(self) -> tuple[Example, ...]:
        try:
            return examples(self._desk)
        except KhabarError:
            return ANY_ARCHIVE

    def _coverage(self) -> Mapping[str, int]:
        try:
            return self._desk.coverage()
        except KhabarError:
            return {}

    def _info(self) -> Mapping[str, Any]:
        try:
            return self._desk.info()
        except KhabarError:
            return {}


def _working(turns: Conversation) -> bool:
    return bool(turns) and turns[-1].state == "working"


def _is_news(turn: Turn) -> bool:
    """Whether there is more to be seen than that the desk is at its next stage."""
    return bool(turn.sentences) or not _working((turn,))


def _failed(turn: Turn, error: BaseException) -> Turn:
    """Return the turn ended by an error: one made for people is shown, of any other the log says where it arose."""
    if isinstance(error, KhabarError):
        return replace(turn, state="failed", problem=str(error), reason=error.reason)
    log.error("no answer: %s", frames(error))
    return replace(turn, state="failed")
