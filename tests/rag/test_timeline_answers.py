"""Timelines and digests of the sample archive: dated, in order, quoted exactly, no development twice."""

from datetime import date

import pytest

from rag.answer import Answer
from rag.commands.ask import answer_text
from rag.desk import NewsDesk
from rag.writers.timeline import MOST, NEWEST

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


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("what happened on 5 august 2019", ["2019-08-05"]),
        ("2 सितंबर 2022 को क्या हुआ?", ["2022-09-02"]),
        ("22 september 2025 ko kya hua", ["2025-09-22"]),
        ("news of 22 September 2025", ["2025-09-22"]),
        ("what happened in October 2023", ["2023-10-02", "2023-10-17", "2023-10-21"]),
        ("what happened in Kashmir on 5 August 2019", ["2019-08-05"]),
    ],
)
def test_what_happened_is_what_the_articles_of_those_days_begin_with(
    sample_desk: NewsDesk, question: str, days: list[str]
) -> None:
    answer = _told(sample_desk, question)
    assert [(citation.published or "")[:10] for citation in answer.citations] == days
    assert {citation.start for citation in answer.citations} == {0}


def test_a_day_without_articles_is_told_by_those_that_name_it(sample_desk: NewsDesk) -> None:
    (sentence,) = _told(sample_desk, "what happened on 5 August 2020").sentences
    assert "भूमि पूजन" in sentence.text
    assert sentence.date == "2020-08-05"


def test_a_day_of_which_nothing_is_known(sample_desk: NewsDesk) -> None:
    for question in ("what happened on 26 January 1950", "what happened in Nepal on 8 September 2025"):
        answer = sample_desk.ask(question, as_of=TODAY)
        assert answer.abstained
        assert answer.nearest


@pytest.mark.parametrize(
    "question", ["latest news on Chandrayaan-3", "चंद्रयान-3 की ताज़ा खबर", "chandrayaan-3 ki taza khabar"]
)
@pytest.mark.parametrize("latest", [False, True])
def test_the_latest_on_a_topic_is_the_newest_first(sample_desk: NewsDesk, question: str, latest: bool) -> None:
    answer = sample_desk.ask(question, as_of=TODAY, latest=latest)
    days = [(citation.published or "")[:10] for citation in answer.citations]
    assert days[0] == "2023-12-05"
    assert days == sorted(days, reverse=True)
    assert 2 < len(days) <= NEWEST
    assert len({citation.article_id for citation in answer.citations}) == len(days)
    assert any("5 December 2023" in one or "5 दिसंबर 2023" in one for one in answer.notices)


def test_the_latest_on_what_is_not_there(sample_desk: NewsDesk) -> None:
    for question in ("Titanic news", "latest news on Chandrayaan-9"):
        assert sample_desk.ask(question, as_of=TODAY).abstained


def test_news_where_no_article_is_of_the_topic_by_its_words(sample_desk: NewsDesk) -> None:
    answer = sample_desk.ask("latest news on the S-400", as_of=TODAY)
    assert "एस-400" in answer.sentences[0].text


def test_the_latest_news_of_all_has_something_to_search_for(sample_desk: NewsDesk) -> None:
    answer = sample_desk.ask("latest news", as_of=TODAY)
    assert (answer.citations[-1].published or "")[:10] == "2025-12-04"
    assert not any("no word to search for" in one for one in answer.notices)


def test_the_terminal_shows_the_days(sample_desk: NewsDesk) -> None:
    text = answer_text(_told(sample_desk, "timeline of Chandrayaan-3"))
    assert any(line.startswith("• 2023-08-23  ") and line.endswith("]") for line in text.splitlines())


def test_a_follow_up_to_a_timeline_keeps_its_topic(sample_desk: NewsDesk) -> None:
    answer = sample_desk.ask("And when did it land?", history=["timeline of Chandrayaan-3"], as_of=TODAY)
    assert answer.understood["form"] is None
    assert "Chandrayaan-3" in answer.understood["standalone"]
    told = answer_text(answer)
    assert told.startswith(f"({answer.understood['standalone']})")
