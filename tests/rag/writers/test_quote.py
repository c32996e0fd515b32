"""The quote writer: the best sentence, and others that score nearly as well, less nearly from another article."""

from dataclasses import replace

import pytest

from rag.evidence import Evidence
from rag.question import understand
from rag.settings import Settings
from rag.writers.quote import APART, QuoteWriter
from tests.made_evidence import evidence_of

QUESTION = understand("Who won the final?")


def _scored(text: str, score: float, article: str) -> Evidence:
    return replace(evidence_of(text, id=article), score=score)


BEST = _scored("Australia won the final in Ahmedabad.", 10.0, "a")


def _quoted(*others: Evidence, **settings: float) -> list[str]:
    drafts = QuoteWriter(Settings(**settings)).write(QUESTION, [BEST, *others])  # type: ignore[arg-type]
    return [draft.text for draft in drafts][1:]


@pytest.mark.parametrize(
    ("score", "article", "is_quoted"),
    [(7.5, "b", True), (6.0, "b", False), (6.0, "a", True), (4.5, "a", False)],
)
def test_another_article_must_score_more_nearly_as_well(score: float, article: str, is_quoted: bool) -> None:
    other = _scored("Travis Head made a hundred there.", score, article)
    assert _quoted(other) == ([other.sentence.text] if is_quoted else [])


def test_what_another_article_lacks_does_not_end_the_search() -> None:
    elsewhere = _scored("The shuttlers lost their final.", 6.5, "b")
    own = _scored("Travis Head made a hundred there.", 6.0, "a")
    assert _quoted(elsewhere, own) == [own.sentence.text]
    assert _quoted(elsewhere, own, quote_margin_elsewhere=4.0) == [elsewhere.sentence.text, own.sentence.text]


def test_an_article_that_lacks_the_words_of_the_question_is_not_quoted() -> None:
    other = _scored("Travis Head made a hundred there.", 9.9, "b")
    assert _quoted(replace(other, apart=APART)) == [other.sentence.text]
    assert _quoted(replace(other, apart=APART + 0.01)) == []
    own = replace(_scored("Travis Head made a hundred there.", 9.9, "a"), apart=1.0)
    assert _quoted(own) == [own.sentence.text]


def test_what_says_the_same_is_quoted_once() -> None:
    assert _quoted(_scored("In Ahmedabad Australia won the final.", 9.9, "b")) == []


def test_no_more_than_the_set_number_is_quoted() -> None:
    others = [_scored(f"{word} came there.", 9.0, "a") for word in ("Amit", "Bina", "Chitra", "Dev")]
    assert len(_quoted(*others)) == Settings().quotes - 1
