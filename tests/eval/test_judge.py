"""Verdicts, by hand."""

from dataclasses import replace

import pytest

from eval.judge import answer_is_quoted, judge, slice_of
from eval.questions import EvalQuestion
from index.article import Article
from rag.answer import Answer, AnswerSentence, Citation

BODY = "पहला वाक्य। आयात घटकर 36 प्रतिशत रह गया। तीसरा वाक्य।"
QUOTE = "आयात घटकर 36 प्रतिशत रह गया।"
START = BODY.index(QUOTE)
CITATION = Citation(1, "a", 1, 5, "शीर्षक", "स्रोत", None, "", "hi", QUOTE, START, START + len(QUOTE))
ANSWER = Answer(
    question="कितना?",
    question_language="hi",
    answer_language="hi",
    understood={},
    answer=f"{QUOTE} [1]",
    short_answer=None,
    abstained=False,
    sentences=(AnswerSentence(QUOTE, (1,)),),
    citations=(CITATION,),
    notices=(),
    nearest=(),
    timings_ms={"total": 12.0},
)
QUESTION = EvalQuestion("q", "कितना?", "hi", ("36 प्रतिशत",), ("a",), QUOTE)


def _article(article_id: str, version: int) -> Article | None:
    return Article(id=article_id, body=BODY, language="hi") if article_id == "a" else None


def test_a_right_answer() -> None:
    verdict = judge(QUESTION, ANSWER, ["b", "a"], _article, lambda article_id: "hi")
    assert verdict.slice == "hi→hi"
    assert verdict.relevant_in_top5
    assert verdict.answer_quoted
    assert verdict.abstained_rightly
    assert verdict.citations_exact
    assert verdict.own_words_in_language


def test_a_citation_shifted_by_one_is_not_exact() -> None:
    shifted = replace(ANSWER, citations=(replace(CITATION, start=START + 1, end=START + 1 + len(QUOTE)),))
    assert not judge(QUESTION, shifted, ["a"], _article, lambda article_id: "hi").citations_exact


def test_ranks_beyond_five_do_not_count() -> None:
    ranked = ["b", "c", "d", "e", "f", "a"]
    assert judge(QUESTION, ANSWER, ranked, _article, lambda article_id: "hi").relevant_in_top5 is False


@pytest.mark.parametrize(
    ("quote", "article_id", "expected"),
    [
        (QUOTE, "a", True),
        ("यह 36 प्रतिशत था।", "a", True),
        ("यह 136 प्रतिशत था।", "a", False),
        (QUOTE, "b", False),
    ],
)
def test_answer_is_quoted(quote: str, article_id: str, expected: bool) -> None:
    answer = replace(ANSWER, citations=(replace(CITATION, quote=quote, article_id=article_id),))
    assert answer_is_quoted(QUESTION, answer) is expected


def test_own_words_in_the_wrong_language_are_seen() -> None:
    wrong = replace(ANSWER, notices=("The source is in Hindi.",))
    assert not judge(QUESTION, wrong, ["a"], _article, lambda article_id: "hi").own_words_in_language
    abstained = replace(
        ANSWER, abstained=True, answer="The archive does not hold an answer.", sentences=(), citations=()
    )
    verdict = judge(QUESTION, abstained, ["a"], _article, lambda article_id: "hi")
    assert not verdict.own_words_in_language
    assert not verdict.abstained_rightly


def test_slices() -> None:
    assert slice_of(replace(QUESTION, language="en"), lambda article_id: "hi") == "en→hi"
    assert slice_of(replace(QUESTION, language="hi-Latn"), lambda article_id: "hi") == "hi-Latn→hi"
    assert slice_of(replace(QUESTION, tags=("latest",)), lambda article_id: "hi") == "date"
    assert slice_of(EvalQuestion("q", "?", "hi", unanswerable=True), lambda article_id: "hi") == "unanswerable"
