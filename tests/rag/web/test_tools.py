from collections.abc import Callable
from dataclasses import replace

from index.filters import Filters
from rag.web.conversation import Turn, Wishes
from rag.web.tools import tools_view

Answered = Callable[[str], Turn]
QUESTION = "पुल कब खुलेगा?"


def test_an_answer_at_work_offers_nothing() -> None:
    assert tools_view(Turn("?"), 0, "en", last=True, judged=True) == ""


def test_only_the_last_question_is_asked_again_in_its_place(answered: Answered) -> None:
    turn = answered(QUESTION)
    assert 'data-action="again" data-turn="2"' in tools_view(turn, 2, "en", last=True, judged=False)
    assert 'data-action="again"' not in tools_view(turn, 2, "en", last=False, judged=False)


def test_a_question_that_failed_can_be_asked_again_and_edited(answered: Answered) -> None:
    page = tools_view(Turn(QUESTION, "failed"), 0, "hi", last=True, judged=True)
    assert f'data-edit="{QUESTION}"' in page
    assert 'data-action="again"' in page
    assert "data-copy" not in page
    assert "kh-thumb" not in page


def test_the_link_brings_the_filters_too(answered: Answered) -> None:
    turn = replace(answered(QUESTION), wishes=Wishes(filters=Filters("2025-05-01"), latest=True))
    assert 'data-link="?q=%E0%A4%AA' in tools_view(turn, 0, "en", last=True, judged=False)
    assert "&amp;from=2025-05-01&amp;latest=yes" in tools_view(turn, 0, "en", last=True, judged=False)


def test_thumbs_are_offered_where_opinions_are_kept(answered: Answered) -> None:
    turn = answered(QUESTION)
    assert "kh-thumb" not in tools_view(turn, 0, "en", last=True, judged=False)
    page = tools_view(turn, 1, "en", last=True, judged=True)
    assert [page.count(f'data-turn="1" data-thumb="{thumb}"') for thumb in ("up", "down")] == [1, 1]
    assert page.count("kept in the archive&#x27;s folder") == 2


def test_hostile_words_stay_in_their_attributes(answered: Answered, hostile: str) -> None:
    page = tools_view(answered(hostile), 0, "en", last=True, judged=True)
    assert "<script" not in page
    assert 'onmouseover="' not in page
    assert "\u202e" not in page
