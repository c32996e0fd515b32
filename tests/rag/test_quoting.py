"""What can be quoted: nothing below the bar; above it the best sentences, and the short answer that they hold."""

from datetime import date

import pytest

from rag.desk import NewsDesk
from rag.question import Question, understand
from rag.quoting import Quotable, quotable
from rag.selection import Selection, selection
from rag.settings import Settings
from rag.stopwatch import Stopwatch

ASKED = understand("How far did Neeraj Chopra throw to win in Tokyo?", as_of=date(2025, 12, 10))


def _quotable(desk: NewsDesk, question: Question, **settings: object) -> tuple[Selection, Quotable]:
    chosen = Settings(**settings)  # type: ignore[arg-type]
    embedder = desk.archive.embedder()
    vectors = embedder.encode_question(question.search_text, question.content_spans)
    with desk.archive.snapshot() as snapshot:
        found = selection(question, vectors, snapshot, chosen, Stopwatch())
        return found, quotable(question, "en", found, snapshot, embedder, chosen)


def test_the_best_sentence_is_quoted_and_holds_the_short_answer(sample_desk: NewsDesk) -> None:
    found, ready = _quotable(sample_desk, ASKED)
    assert ready.quotes[0].text == found.evidence[0].sentence.text
    assert ready.evidence == found.evidence
    assert ready.short is not None
    assert ready.short.part.said == "87.58 metres"
    assert any(ready.short.evidence in draft.evidence for draft in ready.quotes)


@pytest.mark.parametrize("most", [1, 2])
def test_no_more_is_quoted_than_the_settings_say(sample_desk: NewsDesk, most: int) -> None:
    assert 1 <= len(_quotable(sample_desk, ASKED, quotes=most)[1].quotes) <= most


def test_below_the_bar_nothing_is_quoted(sample_desk: NewsDesk) -> None:
    found, ready = _quotable(sample_desk, ASKED, abstain_below=1.0)
    assert found.sure < 1.0
    assert ready == Quotable(found.evidence)
    assert not ready.quotes
    assert ready.short is None
