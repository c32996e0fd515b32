from collections.abc import Callable
from dataclasses import replace

import pytest

from index.article import Language
from index.filters import Filters
from rag.answer import AnswerSentence
from rag.web.answer_view import conversation_view, turn_view
from rag.web.conversation import Turn, Wishes

Answered = Callable[[str], Turn]


def test_a_sentence_ends_in_the_numbers_that_open_its_sources(answered: Answered) -> None:
    page = turn_view(answered("पुल कब खुलेगा?"), 0, "en")
    assert (
        '<span class="kh-words" lang="hi">पुल मार्च में </span>'
        '<span class="kh-keep"><span class="kh-words" lang="hi">खुलेगा।</span> <button type="button" class="kh-mark"'
        ' data-action="cite" data-turn="0" data-n="1" aria-label="[1] स्रोत 1: नदी का पुल तैयार">[1]</button></span>'
    ) in page
    assert '<span class="kh-words" lang="en">The bridge cost ten crore </span>' in page


def test_a_number_may_leave_a_word_that_fills_a_line(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    long = replace(turn, sentences=(AnswerSentence("x" * 40, (1,)),))
    assert f'lang="en">{"x" * 40}</span> <button' in turn_view(long, 0, "en")


def test_several_numbers_stand_in_order_and_a_doubt_before_them(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    doubted = replace(turn, sentences=(AnswerSentence("पुल खुला।", (1, 2), "partly"),))
    page = turn_view(doubted, 0, "en")
    assert 0 < page.index("आंशिक रूप से ") < page.index("पुष्ट)</span> <button") < page.index(">[1]<") < page.index(">[2]<")


def test_a_number_without_a_source_is_not_shown(answered: Answered) -> None:
    turn = replace(answered("पुल कब खुलेगा?"), sentences=(AnswerSentence("पुल।", (9,)),))
    assert "[9]" not in turn_view(turn, 0, "en")


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("understand", "Reading the question…"),
        ("retrieve", "Searching the archive…"),
        ("write", "Writing the answer…"),
        ("some later stage", "Writing the answer…"),
    ],
)
def test_a_turn_at_work_says_what_it_does(stage: str, words: str) -> None:
    page = turn_view(Turn("?", stage=stage), 0, "en")
    assert 'aria-busy="true"' in page
    assert words in page


def test_a_finished_turn_shows_no_progress(answered: Answered) -> None:
    page = turn_view(answered("पुल कब खुलेगा?"), 0, "en")
    assert 'aria-busy="false"' in page
    assert "kh-progress" not in page


def test_an_abstention_is_said_in_the_language_of_the_question(answered: Answered) -> None:
    page = turn_view(answered("क्या चाँद पर पानी है?"), 0, "en")
    assert '<div class="kh-abstained" lang="hi"><strong>जवाब नहीं मिला</strong>' in page
    assert "kh-nearest" in page


def test_an_answer_speaks_its_own_language_and_its_tools_that_of_the_page(answered: Answered) -> None:
    wished = Wishes(filters=Filters("2025-05-01", language="hi"))
    asked: tuple[tuple[str, Language, tuple[str, ...]], ...] = (
        ("पुल कब खुलेगा?", "en", ("चुनी हुई शर्तें:", "1 मई 2025 से · हिंदी के लेख", "स्रोत (2)", "4 दिसंबर 2025", "Copy")),
        ("क्या चाँद पर पानी है?", "en", ("जवाब नहीं मिला", "सबसे क़रीब के लेख", "4 दिसंबर 2025", "Copy")),
        ("Is there water?", "hi", ("No answer found", "Only:", "from 1 May 2025 · articles in Hindi", "कॉपी")),
    )
    for question, language, said in asked:
        page = turn_view(replace(answered(question), wishes=wished), 0, language)
        assert [words for words in said if words not in page] == []
        assert page.startswith(f'<article class="kh-turn" lang="{"en" if language == "hi" else "hi"}"')
        assert f'<div class="kh-tools" role="group" lang="{language}"' in page


def test_notices_stand_apart(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert turn.answer
    noted = replace(turn, answer=replace(turn.answer, notices=("केवल <b>मार्च</b> के लेख खोजे गए।",)))
    page = turn_view(noted, 0, "en")
    assert '<li lang="hi">केवल &lt;b&gt;मार्च&lt;/b&gt; के लेख खोजे गए।</li>' in page
    assert "kh-notices" not in turn_view(turn, 0, "en")


def test_a_short_answer_comes_first(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert turn.answer
    page = turn_view(replace(turn, short="मार्च में"), 0, "hi")
    assert page.index("मार्च में</p>") < page.index("पुल मार्च में खुलेगा।")


def test_weak_support_is_put_in_words(answered: Answered) -> None:
    turn = replace(answered("पुल कब खुलेगा?"), sentences=(AnswerSentence("पुल।", (1,), "partly"),))
    assert "(स्रोत से आंशिक रूप से </span>" in turn_view(turn, 0, "en")


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (Turn("?", "stopped"), "The answer was stopped here."),
        (Turn("?", "failed"), "Something went wrong"),
        (Turn("?", "failed", problem="archive <x>: locked"), "archive &lt;x&gt;: locked"),
    ],
)
def test_a_turn_that_broke_off_says_so(turn: Turn, words: str) -> None:
    assert words in turn_view(turn, 0, "en")


def test_hostile_words_stay_text(answered: Answered, hostile: str) -> None:
    page = turn_view(answered(hostile), 0, "hi")
    assert "<script" not in page
    assert 'onmouseover="' not in page
    assert "\u202e" not in page


def test_only_the_last_turn_keeps_its_sources_open(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    page = conversation_view((turn, turn), "en", "")
    assert page.count('<details class="kh-sources"') == 2
    assert page.count(" open>") == 1


def test_a_welcome_stands_in_for_an_empty_conversation() -> None:
    page = conversation_view((), "hi", "WELCOME")
    assert page == '<div class="kh kh-thread" lang="hi" role="region" aria-label="सवाल-जवाब">WELCOME</div>'


def test_a_sentence_of_a_timeline_is_headed_by_its_day(answered: Answered) -> None:
    turn = replace(answered("पुल कब खुलेगा?"), sentences=(AnswerSentence("पुल।", (1,), date="2025-12-04"),))
    page = turn_view(turn, 0, "en")
    assert '<p class="kh-sentence kh-supported kh-dated"><time datetime="2025-12-04">4 दिसंबर 2025</time> ' in page
