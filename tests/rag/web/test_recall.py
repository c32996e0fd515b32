from collections.abc import Callable

from index.article import Article
from rag.web.answer_view import turn_view
from rag.web.conversation import Turn, after
from rag.web.copies import export, markdown, plain
from rag.web.handlers import Handlers
from rag.web.recall import recalled
from tests.fake_desk import FakeDesk
from tests.rag.web.conftest import COST, OPENING

QUESTION = "पुल कब खुलेगा?"
AT = "2026-03-05T10:00:00+00:00"


def test_a_conversation_keeps_no_word_of_a_withdrawn_article(desk: FakeDesk, answered: Callable[[str], Turn]) -> None:
    turns = (answered(QUESTION),)
    desk.take_out("bridge", AT, retract=True)
    (turn,) = recalled(turns, desk.standing)
    page = turn_view(turn, 0, "en")
    shown = "".join((page, plain(turn, "en"), markdown(turn, "en"), export(turn, "en")))
    assert OPENING not in shown
    assert "नदी का पुल तैयार" not in shown
    assert "[यह वाक्य एक ऐसे लेख से था जो वापस ले लिया गया है।]" in page
    assert "यह लेख वापस ले लिया गया है।" in page
    assert COST.format("ten") in page  # the other article stands
    assert [one.withdrawn for one in turn.sources] == [True, False]


def test_no_notice_and_no_short_answer_tells_what_a_withdrawn_article_said(articles: list[Article]) -> None:
    told = "Reports differ: 12 (Nagar Darpan), 15 (City Post)"
    quotes = [("bridge", OPENING), ("cost", COST.format("ten"))]
    desk = FakeDesk(articles, {QUESTION: quotes}, notices=[told], short_answers={QUESTION: "12"})
    turn = Turn(QUESTION)
    for event in desk.stream(QUESTION):
        turn = after(turn, event, desk)
    assert told in turn_view(turn, 0, "en")
    desk.take_out("bridge", AT, retract=True)
    (taken_back,) = recalled((turn,), desk.standing)
    assert told not in turn_view(taken_back, 0, "en")
    assert taken_back.answer is not None
    assert (taken_back.short, taken_back.answer.short_answer, taken_back.answer.notices) == (None, None, ())
    assert recalled((taken_back,), desk.standing) == (taken_back,)


def test_an_abstention_names_no_withdrawn_article(desk: FakeDesk, answered: Callable[[str], Turn]) -> None:
    turns = (answered("?"), answered(QUESTION))
    assert [turns[0].near(place) is not None for place in range(3)] == [True] * 3
    assert "नदी का पुल तैयार" in turn_view(turns[0], 0, "en")
    desk.take_out("bridge", AT, retract=True)
    abstained, _ = recalled(turns, desk.standing)
    assert "नदी का पुल तैयार" not in turn_view(abstained, 0, "en")
    assert abstained.answer is not None
    assert [one.article_id for one in abstained.answer.nearest] == ["bad", "cost"]


def test_a_removed_or_changed_article_stays_as_it_was_cited(desk: FakeDesk, answered: Callable[[str], Turn]) -> None:
    turns = (answered(QUESTION),)
    desk.take_out("bridge", AT)
    assert recalled(turns, desk.standing) == turns
    assert recalled((Turn("?"),), desk.standing) == (Turn("?"),)


def test_the_next_question_takes_back_what_was_withdrawn(desk: FakeDesk) -> None:
    handlers = Handlers(desk)
    *_, (turns, _) = handlers.answer(handlers.take(QUESTION, (), "hi").turns, "hi")
    desk.take_out("bridge", AT, retract=True)
    taken = handlers.take("?", turns, "hi")
    assert OPENING not in handlers.thread(taken.turns, "hi")
    assert "वापस ले लिया गया है" in handlers.cite(taken.turns, "hi", 0, 1)[1]
