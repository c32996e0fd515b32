from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from index.archive_faults import ArchiveFault
from index.article import Article, Language
from index.errors import ArchiveError
from index.filters import Filters
from index.reasons import because
from rag.answer import Answer
from rag.feedback import LONGEST_QUESTION
from rag.web.conversation import Conversation, Turn, Wishes
from rag.web.handlers import Handlers, preferred_language
from rag.web.manner import Manner
from rag.web.protocol import Thumb
from rag.web.tools import LONGEST_REASON
from tests.fake_desk import FakeDesk

QUESTION = "पुल कब खुलेगा?"


def answered(desk: FakeDesk, question: str, turns: Conversation = ()) -> Conversation:
    handlers = Handlers(desk)
    *_, (turns, _) = handlers.answer(handlers.take(question, turns, "hi").turns, "hi")
    return turns


@pytest.mark.parametrize(
    ("header", "language"),
    [("hi", "hi"), ("ta, hi-IN;q=0.8, en;q=0.5", "hi"), ("en-GB,hi", "en"), ("fr", "en"), ("", "en")],
)
def test_the_page_speaks_what_the_browser_asks_for(header: str, language: Language) -> None:
    assert preferred_language(header) == language


def test_a_question_is_taken_out_of_the_box(desk: FakeDesk) -> None:
    taken = Handlers(desk).take(f"  {QUESTION}\n", (), "hi")
    assert taken.accepted
    assert (taken.box, taken.problem, taken.turns) == ("", "", (Turn(QUESTION),))


@pytest.mark.parametrize("question", ["", "  \n ", "क" * (LONGEST_QUESTION + 1)])
def test_an_empty_or_overlong_question_stays_in_the_box_with_a_word_why(desk: FakeDesk, question: str) -> None:
    taken = Handlers(desk).take(question, (), "hi")
    assert not taken.accepted
    assert (taken.box, taken.turns) == (question, ())
    assert 'role="alert"' in taken.problem


def test_the_answer_grows_on_the_page(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.web.relay.PATIENCE", 0.0)
    desk.pause = 0.1
    pages = [page for _, page in Handlers(desk).answer((Turn(QUESTION),), "en")]
    assert any("Reading the question…" in page for page in pages)
    assert "मार्च में खुलेगा" not in pages[0]
    assert "मार्च में खुलेगा" in pages[-1]
    assert len(pages) > 3


def test_what_a_quick_desk_is_about_for_a_moment_is_not_shown(desk: FakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.web.relay.PATIENCE", 10.0)
    states = [turns[-1] for turns, _ in Handlers(desk).answer((Turn(QUESTION),), "en")]
    assert all(turn.sentences for turn in states)
    assert states[-1].state == "done"


def test_earlier_questions_and_the_answer_language_reach_the_desk(desk: FakeDesk) -> None:
    turns = answered(desk, QUESTION)
    list(Handlers(desk).answer((*turns, Turn("और टोल?", wishes=Wishes("en"))), "hi"))
    assert desk.asked[-1] == ("और टोल?", (QUESTION,), "en")


def test_an_archive_error_is_one_friendly_line(articles: list[Article]) -> None:
    desk = FakeDesk(articles, {QUESTION: ArchiveError("archive: locked; try again in a minute")})
    turns = answered(desk, QUESTION)
    assert turns[-1].state == "failed"
    assert "archive: locked; try again in a minute" in Handlers(desk).thread(turns, "hi")


def test_an_archive_error_of_a_known_kind_is_told_in_the_language_of_the_page(articles: list[Article]) -> None:
    desk = FakeDesk(articles, {QUESTION: ArchiveError.at("archive", because(ArchiveFault.LOCKED))})
    turns = answered(desk, QUESTION)
    assert '<span class="kh-detail" lang="hi">संग्रह में अभी कोई और लिख रहा है' in Handlers(desk).thread(turns, "hi")
    assert '<span class="kh-detail" lang="en">busy: another process' in Handlers(desk).thread(turns, "en")


def test_of_any_other_error_the_log_says_where_it_arose_and_not_what_was_asked(
    articles: list[Article], caplog: pytest.LogCaptureFixture
) -> None:
    turns = answered(FakeDesk(articles, {QUESTION: RuntimeError("secret detail")}), QUESTION)
    page = Handlers(FakeDesk([], {})).thread(turns, "en")
    assert "Something went wrong" in page
    assert "secret detail" not in page
    assert "RuntimeError" in caplog.text
    assert "fake_desk.py" in caplog.text
    assert "secret detail" not in caplog.text
    assert QUESTION not in caplog.text


def test_the_turn_at_work_can_be_stopped_and_others_stay(desk: FakeDesk) -> None:
    handlers = Handlers(desk)
    assert handlers.stop((Turn("?"),), "en")[0][-1].state == "stopped"
    done = answered(desk, QUESTION)
    assert handlers.stop(done, "en")[0] == done


def test_a_question_stopped_before_its_turn_came_is_not_answered(desk: FakeDesk) -> None:
    turns = (Turn(QUESTION, "stopped"),)
    assert [state for state, _ in Handlers(desk).answer(turns, "en")] == [turns]
    assert desk.asked == []


def test_a_question_waits_in_the_box_while_another_is_answered(desk: FakeDesk) -> None:
    taken = Handlers(desk).take(QUESTION, (Turn("?"),), "en")
    assert (taken.box, taken.turns) == (QUESTION, (Turn("?"),))
    assert "still being answered" in taken.problem


def test_a_number_opens_the_article_at_its_words(desk: FakeDesk) -> None:
    opened, page = Handlers(desk).cite(answered(desk, QUESTION), "hi", 0, 1)
    assert opened
    assert opened.article_id == "bridge"
    assert "<mark>पुल मार्च में खुलेगा।</mark>" in page


def test_a_nearest_article_opens_unmarked(desk: FakeDesk) -> None:
    opened, page = Handlers(desk).near(answered(desk, "?"), "hi", 0, 1)
    assert opened
    assert opened.article_id == "bridge"
    assert "<mark>" not in page


@pytest.mark.parametrize(("turn", "n"), [(0, 9), (5, 1), (-1, 1)])
def test_a_number_that_is_not_there_opens_nothing(desk: FakeDesk, turn: int, n: int) -> None:
    handlers, turns = Handlers(desk), answered(desk, QUESTION)
    assert handlers.cite(turns, "hi", turn, n)[0] is None
    assert handlers.near(turns, "hi", turn, n)[0] is None


class BrokenDesk(FakeDesk):
    def article(self, article_id: str, version: int | None = None) -> Article | None:
        raise ArchiveError("archive: gone")

    def info(self) -> Mapping[str, Any]:
        raise ArchiveError("archive: gone")


def test_a_broken_archive_leaves_a_page_that_can_be_read(desk: FakeDesk) -> None:
    turns = answered(desk, QUESTION)
    handlers = Handlers(BrokenDesk([], {}))
    assert "kh-empty" in handlers.reader(None, "en")
    assert "archive: gone" in handlers.cite(turns, "en", 0, 1)[1]
    assert "kh-examples" in handlers.thread((), "en")


class Refusing:
    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        raise ArchiveError("archive: read-only")


class Keeping(list[tuple[str, str, str, tuple[str, ...]]]):
    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        self.append((answer.question, thumb, reason, tuple(history)))
        return len(self)


def test_an_opinion_is_kept_with_its_reason(desk: FakeDesk) -> None:
    kept = Keeping()
    turns = answered(desk, "?", answered(desk, QUESTION))
    line = Handlers(desk, kept).judge(turns, "en", 0, "down", "  " + "x" * 999)
    assert "Thank you" in line
    Handlers(desk, kept).judge(turns, "en", 1, "up", "")
    assert kept == [(QUESTION, "down", "x" * LONGEST_REASON, ()), ("?", "up", "", (QUESTION,))]


@pytest.mark.parametrize(("place", "thumb"), [(0, "sideways"), (7, "up"), (-1, "up")])
def test_an_opinion_of_nothing_is_refused(desk: FakeDesk, place: int, thumb: str) -> None:
    kept = Keeping()
    assert 'role="alert"' in Handlers(desk, kept).judge(answered(desk, QUESTION), "en", place, thumb, "")
    assert kept == []


def test_an_opinion_that_cannot_be_kept_is_said_to_be_lost(desk: FakeDesk) -> None:
    turns = answered(desk, QUESTION)
    assert "archive: read-only" in Handlers(desk, Refusing()).judge(turns, "en", 0, "up", "")
    assert "could not be kept" in Handlers(desk).judge(turns, "en", 0, "up", "")


def test_the_last_question_is_asked_again_in_its_place_an_earlier_one_at_the_end(desk: FakeDesk) -> None:
    handlers = Handlers(desk)
    turns = answered(desk, "?", answered(desk, QUESTION))
    assert [turn.question for turn in handlers.again(turns, "hi", 1).turns] == [QUESTION, "?"]
    assert [turn.question for turn in handlers.again(turns, "hi", 0).turns] == [QUESTION, "?", QUESTION]
    assert not handlers.again(turns, "hi", 5).accepted


def test_nothing_is_asked_again_while_something_is_answered(desk: FakeDesk) -> None:
    turns = (Turn("?"),)
    taken = Handlers(desk).again(turns, "en", 0)
    assert (taken.accepted, taken.turns) == (False, turns)


def test_asked_again_without_what_was_made_of_it(desk: FakeDesk) -> None:
    handlers = Handlers(desk)
    filters = Filters("2025-05-01")
    turns = answered(desk, QUESTION)
    turns = (replace(turns[0], wishes=Wishes("en", filters)),)
    alone = handlers.again(turns, "hi", 0, "context").turns[-1]
    assert alone.wishes == Wishes("en", filters, alone=True)
    assert handlers.again(turns, "hi", 0, "filters").turns[-1].wishes == Wishes("en")
    assert handlers.again(turns, "hi", 0, "restored").turns[-1].wishes == Wishes("en", filters, as_typed=True)
    assert handlers.again(turns, "hi", 0, "window").turns[-1].question == QUESTION  # it names no days
    list(handlers.answer((*turns, alone), "hi"))
    assert desk.asked[-1] == (QUESTION, (), "en")


def test_a_question_can_be_asked_again_as_it_was_typed(articles: list[Article]) -> None:
    typed, quote = "pul kab khulega", ("bridge", "पुल मार्च में खुलेगा।")
    handlers = Handlers(FakeDesk(articles, {typed: [quote]}, understood={typed: {"restored": QUESTION}}))
    *_, (turns, page) = handlers.answer(handlers.take(typed, (), "hi").turns, "hi")
    assert QUESTION in page
    taken = handlers.again(turns, "hi", 0, "restored", Manner("en"))
    *_, (turns, page) = handlers.answer(taken.turns, "hi")
    assert QUESTION not in page
    assert "Asked as it was typed" in page  # an answer in English speaks English throughout
    assert (len(turns), turns[0].question, turns[0].wishes) == (1, typed, Wishes("en", as_typed=True))
    assert handlers.again(turns, "hi", 0).turns[0].wishes.as_typed


def test_a_link_fills_the_box_and_asks_nothing(desk: FakeDesk) -> None:
    query = {"q": QUESTION, "from": "2025-05-01", "latest": "yes"}
    question, filters, latest, note = Handlers(desk).brought(query, "hi")
    assert (question, filters, latest) == (QUESTION, Filters("2025-05-01"), True)
    assert "1 मई 2025 से · सबसे नई पहले" in note
    assert Handlers(desk).brought({}, "hi") == ("", None, False, "")
    assert desk.asked == []


def test_an_archive_with_nothing_in_it_explains_what_to_do() -> None:
    page = Handlers(FakeDesk([], {})).thread((), "en")
    assert "khabar ingest" in page
    assert "kh-examples" not in page


def test_the_reader_knows_all_the_numbers_of_the_answer(desk: FakeDesk) -> None:
    opened, page = Handlers(desk).cite(answered(desk, QUESTION), "en", 0, 1)
    assert opened
    assert opened.numbers == (1, 2)
    assert "Quote 1 of 2" in page
