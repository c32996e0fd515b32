"""The pieces of measures at their edges."""

from typing import Any

import pytest

from eval.asked import Found
from eval.judges import exact_quote
from eval.measures.answers import sentence_answers, token_f1
from eval.measures.citations import judged, statements
from eval.measures.retrieval import standing_for
from eval.questions import EvalQuestion

QUOTE = "आयात घटकर 36 प्रतिशत रह गया।"
QUESTION = EvalQuestion("q", "कितना?", "hi", ("36 प्रतिशत",), ("a",), QUOTE)


@pytest.mark.parametrize(
    ("sentence", "article_id", "expected"),
    [
        (QUOTE, "a", True),
        ("यह ३६ प्रतिशत था।", "a", True),
        ("यह 136 प्रतिशत था।", "a", False),
        ("।", "a", False),
        ("घटकर 36", "a", False),
        ("घटकर 36 प्रतिशत", "a", True),
        (QUOTE, "b", False),
    ],
)
def test_a_sentence_answers(sentence: str, article_id: str, expected: bool) -> None:
    assert sentence_answers(QUESTION, article_id, sentence) is expected


def test_token_f1_by_hand() -> None:
    assert token_f1("the lake rose to 508 metres", "508 metres") == pytest.approx(2 * 2 / (5 + 2))
    assert token_f1("हिन्दी क़लम", "हिंदी कलम") == 1
    assert token_f1("", "x") == 0


def test_what_was_written_as_one_may_be_two_statements() -> None:
    written: list[dict[str, Any]] = [
        {"text": "भाव गिरा। सोना चढ़ा।", "citations": [1]},
        {"text": "A rose [2].", "citations": []},
    ]
    assert list(statements(written)) == [("भाव गिरा।", (1,)), ("सोना चढ़ा।", (1,)), ("A rose [2].", ())]


def test_a_citation_that_others_make_needless_does_not_count() -> None:
    both = {"A rose. B fell."}
    assert judged("A rose. B fell.", ["A rose.", "B fell."], lambda p, c: p in both and c in both) == (1.0, [1.0, 1.0])
    assert judged("A rose.", ["A rose.", "B fell."], exact_quote) == (1.0, [1.0, 0.0])
    assert judged("A rose.", ["B fell."], exact_quote) == (0.0, [0.0])
    assert judged("A rose.", [], exact_quote) == (0.0, [])


def test_one_article_stands_for_the_copies_that_answer() -> None:
    found = [Found("x", 0.9, {}, ("y",)), Found("a", 0.8, {}, ("b", "c")), Found("a", 0.7, {}, ("b", "c"))]
    assert standing_for(found, {"b"}) == ["x", "b"]
    assert standing_for(found, {"a", "c"}) == ["x", "a", "c"]
    assert standing_for(found, set()) == ["x", "a"]
