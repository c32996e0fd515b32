from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from index.filters import Filters
from rag.web.conversation import Turn, Wishes
from rag.web.understood import completed, days_text, understood_view, without_window

Answered = Callable[[str], Turn]
QUESTION = "पुल कब खुलेगा?"


@pytest.fixture
def understood(answered: Answered) -> Callable[..., Turn]:
    """Return a function that makes a turn of a question of which a desk has made this and that."""

    def make(question: str, wishes: Wishes | None = None, **made: Any) -> Turn:
        turn = answered(QUESTION)
        assert turn.answer
        return replace(
            turn, question=question, answer=replace(turn.answer, understood=made), wishes=wishes or turn.wishes
        )

    return make


def test_nothing_is_said_of_a_question_that_was_taken_as_it_stood(understood: Callable[..., Turn]) -> None:
    assert understood_view(understood(QUESTION, standalone=QUESTION, window=None), 0, "en") == ""
    assert understood_view(Turn(QUESTION), 0, "en") == ""


def test_a_follow_up_is_shown_whole_and_can_be_asked_by_itself(understood: Callable[..., Turn]) -> None:
    page = understood_view(understood("और टोल?", standalone=f"{QUESTION} और टोल?"), 3, "en")
    assert f'<span lang="hi">{QUESTION} और टोल?</span>' in page
    assert (
        'data-action="again" data-turn="3" data-without="context" aria-label="Ask again without the questions' in page
    )


def test_words_left_out_of_a_question_make_no_follow_up(understood: Callable[..., Turn]) -> None:
    assert completed(understood("पुल कब -टोल", standalone="पुल कब")) == ""


def test_a_follow_up_that_only_lost_words_is_shown_too(understood: Callable[..., Turn]) -> None:
    assert completed(understood("और पुल कब खुलेगा?", standalone="पुल कब खुलेगा?", rewritten=True)) == "पुल कब खुलेगा?"


def test_romanised_hindi_is_shown_as_it_was_read(understood: Callable[..., Turn]) -> None:
    turn = understood("pul kab khulega", restored=QUESTION, standalone=QUESTION)
    assert completed(turn) == ""
    page = understood_view(turn, 4, "en")
    assert f'Read as:</span> <span lang="hi">{QUESTION}</span><button' in page
    label = 'aria-label="Ask again as it was typed" title="Ask again as it was typed">×</button>'
    assert f'data-action="again" data-turn="4" data-without="restored" {label}' in page
    assert 'aria-label="जैसा लिखा है, वैसा ही फिर पूछिए"' in understood_view(turn, 4, "hi")


def test_a_follow_up_in_roman_letters_can_be_read_otherwise_too(understood: Callable[..., Turn]) -> None:
    turn = understood("aur toll?", restored="और टोल?", standalone=f"{QUESTION} और टोल?", rewritten=True)
    page = understood_view(turn, 0, "en")
    assert [part for part in ("restored", "context", "window") if f'data-without="{part}"' in page] == [
        "restored",
        "context",
    ]
    assert f'<span lang="hi">{QUESTION} और टोल?</span>' in page


def test_a_reading_that_changed_nothing_is_not_shown(understood: Callable[..., Turn]) -> None:
    assert understood_view(understood(" ISRO  LVM3 ", restored="ISRO LVM3", standalone="ISRO LVM3"), 0, "en") == ""


def test_a_question_taken_as_typed_says_so(understood: Callable[..., Turn]) -> None:
    turn = understood("pul kab khulega", Wishes(as_typed=True), restored=None, standalone="pul kab khulega")
    assert "Asked as it was typed" in understood_view(turn, 0, "en")
    page = understood_view(turn, 0, "hi")
    assert "जैसा लिखा गया, वैसा ही पूछा गया" in page
    assert "kh-drop" not in page


@pytest.mark.parametrize(
    ("question", "said", "left"),
    [
        ("पिछले हफ़्ते पुल पर क्या हुआ?", "पिछले हफ्ते", "पुल पर क्या हुआ?"),
        ("Why did last week's trams stop?", "last week", "Why did trams stop?"),
        ("What happened, in May 2025?", "in may 2025", "What happened, ?"),
        ("Who met whom?", "yesterday", None),
        ("Who met whom?", "", None),
    ],
)
def test_the_words_for_the_days_are_cut_out(
    understood: Callable[..., Turn], question: str, said: str, left: str | None
) -> None:
    assert without_window(understood(question, window={"text": said, "reason": "named"})) == left


def test_days_that_are_searched_are_told_apart_from_days_that_come_first(understood: Callable[..., Turn]) -> None:
    window = {"start": "2025-05-01", "end": "2025-05-31", "text": "मई 2025"}
    asked = "मई 2025 में क्या हुआ?"
    searched = understood_view(understood(asked, window={**window, "reason": "named"}), 0, "hi")
    assert 'इन दिनों के लेख:</span> <span lang="hi">1 मई 2025 – 31 मई 2025</span>' in searched
    assert 'data-without="window"' in searched
    preferred = understood_view(understood(asked, window={**window, "reason": "preferred"}), 0, "hi")
    assert "इन दिनों के लेख पहले:" in preferred
    assert understood_view(understood(asked, window={**window, "reason": "explicit"}), 0, "hi") == ""


def test_chosen_filters_and_asking_alone_are_said(understood: Callable[..., Turn]) -> None:
    page = understood_view(understood("?", Wishes(filters=Filters(source="<b>", language="hi"), alone=True)), 0, "en")
    assert "&lt;b&gt; · articles in Hindi" in page
    assert 'data-without="filters"' in page
    assert "Asked apart from the questions before it" in page


def test_hostile_words_stay_text(understood: Callable[..., Turn], hostile: str) -> None:
    page = understood_view(understood("?", standalone=hostile), 0, "en")
    assert "<script" not in page
    assert "\u202e" not in page


def test_open_days() -> None:
    assert days_text(None, "2025-05-31", "hi") == "31 मई 2025 तक"
    assert days_text(None, None, "hi") == ""
    assert days_text("2025-05-01", "2025-05-01", "en") == "1 May 2025"
