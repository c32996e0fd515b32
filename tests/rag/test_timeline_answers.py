"""Timelines and digests of the sample archive: dated, in order, quoted exactly, no development twice."""

from datetime import date

import pytest

from rag.answer import Answer
from rag.commands.ask import answer_text
from rag.desk import NewsDesk
from rag.writers.timeline import MOST

TODAY = date(2025, 12, 31)


def _told(desk: NewsDesk, question: str, as_of: date = TODAY) -> Answer:
    answer = desk.ask(question, as_of=as_of)
    days = [sentence.date or "" for sentence in answer.sentences]
    assert all(days)
    assert days == sorted(days)
    assert len(days) <= MOST
    by_number = {citation.n: citation for citation in answer.citations}
    for sentence in answer.sentences:
        assert [by_number[n].quote for n in sentence.citations] == [sentence.text]
    for citation in answer.citations:
        article = desk.article(citation.article_id, citation.version)
        assert article is not None
        assert article.body[citation.start : citation.end] == citation.quote
    return answer


@pytest.mark.parametrize(
    "question",
    ["timeline of Chandrayaan-3", "चंद्रयान-3 में अब तक क्या हुआ?", "chandrayaan-3 ka ab tak ka safar"],
)
def test_a_story_of_months_is_told_in_order(sample_desk: NewsDesk, question: str) -> None:
    days = [sentence.date for sentence in _told(sample_desk, question).sentences]
    assert len(days) == len(set(days))
    assert {"2023-07-14", "2023-08-23", "2023-09-22", "2023-12-04"} <= set(days)
    assert not any((day or "") < "2023-07-01" for day in days)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("silkyara surang mein ab tak kya hua?", {"2023-11-12", "2023-11-28"}),
        ("timeline of the electoral bonds case", {"2024-02-15", "2024-03-11", "2024-03-14", "2024-03-18"}),
        ("कृषि कानूनों का घटनाक्रम बताइए", {"2020-09-20", "2021-01-12", "2021-11-19", "2021-11-29"}),
        ("repo rate developments so far", {"2025-02-07", "2025-04-09", "2025-06-06", "2025-10-01"}),
    ],
)
def test_each_development_is_there(sample_desk: NewsDesk, question: str, days: set[str]) -> None:
    assert days <= {sentence.date for sentence in _told(sample_desk, question).sentences}


def test_a_topic_that_the_archive_lacks_is_not_made_up(sample_desk: NewsDesk) -> None:
    for question in ("timeline of Chandrayaan-9", "S-400 सौदे में अब तक क्या हुआ?", "timeline of the Titanic"):
        assert _told(sample_desk, question).abstained


def test_what_came_later_is_not_told(sample_desk: NewsDesk) -> None:
    answer = _told(sample_desk, "timeline of Chandrayaan-3", date(2023, 8, 31))
    assert {sentence.date for sentence in answer.sentences} >= {"2023-07-14", "2023-08-23"}
    assert all((sentence.date or "") <= "2023-08-31" for sentence in answer.sentences)


def test_a_digest_tells_the_days_that_were_asked_for(sample_desk: NewsDesk) -> None:
    answer = _told(sample_desk, "पिछले महीने की बड़ी खबरें")
    assert {"2025-11-14", "2025-11-20"} <= {sentence.date for sentence in answer.sentences}
    assert all("2025-11-01" <= (citation.published or "")[:10] <= "2025-11-30" for citation in answer.citations)
    assert _told(sample_desk, "digest of last week").abstained


def test_a_digest_of_no_days_is_of_the_newest(sample_desk: NewsDesk) -> None:
    answer = _told(sample_desk, "मुख्य खबरें बताइए")
    assert [(citation.published or "")[:10] for citation in answer.citations][-1] == "2025-12-04"


def test_the_terminal_shows_the_days(sample_desk: NewsDesk) -> None:
    text = answer_text(_told(sample_desk, "timeline of Chandrayaan-3"))
    assert any(line.startswith("• 2023-08-23  ") and line.endswith("]") for line in text.splitlines())


def test_a_follow_up_to_a_timeline_keeps_its_topic(sample_desk: NewsDesk) -> None:
    answer = sample_desk.ask("And when did it land?", history=["timeline of Chandrayaan-3"], as_of=TODAY)
    assert answer.understood["form"] is None
    assert "Chandrayaan-3" in answer.understood["standalone"]
    told = answer_text(answer)
    assert told.startswith(f"({answer.understood['standalone']})")
