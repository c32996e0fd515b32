"""A text becomes a Question."""

from datetime import date

import pytest

from index.errors import UsageError
from index.filters import Filters
from rag.question import standalone, understand

TODAY = date(2025, 12, 10)


def test_language_terms_and_phrases() -> None:
    question = understand('किसने कहा "रक्षा उत्पादन"?', as_of=TODAY)
    assert question.language == "hi"
    assert question.answer_language == "hi"
    assert question.phrases == (("रक्षा", "उत्पादन"),)
    assert question.wanted.kind == "person"


def test_romanised_hindi_is_answered_in_hindi() -> None:
    question = understand("rajnath singh ne kis se mulakat ki?", as_of=TODAY)
    assert (question.language, question.answer_language) == ("hi-Latn", "hi")
    assert understand("राजनाथ", as_of=TODAY).keys[0] in question.keys


def test_a_firm_window_becomes_a_filter_and_a_report_may_come_a_day_later() -> None:
    question = understand("पिछले हफ्ते क्या हुआ?", as_of=TODAY)
    assert question.window is not None
    assert question.window.firm
    assert question.filters.first_day == "2025-12-01"
    assert question.filters.last_day == "2025-12-08"


def test_an_explicit_filter_wins() -> None:
    filters = Filters(first_day="2019-01-01")
    assert understand("What happened last week?", as_of=TODAY, filters=filters).filters == filters


@pytest.mark.parametrize("text", ["", "  \n", "?!", "।।"])
def test_an_empty_question_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        understand(text)


def test_an_over_long_question_is_refused() -> None:
    with pytest.raises(UsageError, match="at most 1000"):
        understand("क्या " * 300)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("और वह कब लौटीं?", True),
        ("And who came second?", True),
        ("unhone kya kaha?", True),
        ("कहाँ?", True),
        ("Who won the Thomas Cup final in Bangkok?", False),
        ("Who took the oath as prime minister and when?", False),
        ("Who won the final between India and South Africa?", False),
        ("चंद्रयान-3 और विक्रम लैंडर कब उतरा?", False),
        ("लोकसभा चुनाव में मतदान कितने चरणों में हुआ?", False),
    ],
)
def test_a_follow_up_is_searched_with_what_it_leans_on(text: str, leans: bool) -> None:
    before = "सुनीता विलियम्स अंतरिक्ष में कब गईं?"
    assert (before in standalone(text, [before])) is leans
    assert standalone(text, [before]).endswith(text)


def test_a_conversation_is_followed_back_to_the_last_question_that_stands_alone() -> None:
    history = ["When did Chandrayaan-3 land on the Moon?", "Who won the Thomas Cup final?", "When was that?"]
    assert standalone("And where?", history) == "Who won the Thomas Cup final? When was that? And where?"
    assert len(standalone("And where?", ["And why?"] * 2000)) < 100


def test_a_chain_of_follow_ups_reaches_back_to_the_first() -> None:
    history = ["Who won the Thomas Cup?", "When was that?"]
    assert standalone("And where?", history) == "Who won the Thomas Cup? When was that? And where?"
