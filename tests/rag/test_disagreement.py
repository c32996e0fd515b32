"""When reports give different figures for what is asked, both are quoted and the asker is told; else not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.embedding import Embedder, open_embedder
from index.ingest import prepare
from rag import NewsDesk
from rag.answer import Answer, Written
from tests.conftest import MakeArticle

ENGLISH = "How many people were killed in the Gangtok flood?"
HINDI = "गंगटोक की बाढ़ में कितने लोगों की मौत हुई?"
AS_OF = date(2025, 10, 10)
OpenDesk = Callable[..., NewsDesk]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder()


@pytest.fixture
def open_desk(tmp_path: Path, embedder: Embedder) -> OpenDesk:
    def opened(*articles: Article) -> NewsDesk:
        archive = Archive.create(tmp_path / "archive", embedder)
        with archive.catalog.transaction():
            for one in prepare(list(articles), archive)[0]:
                archive.catalog.put(one, archive.model())
        archive.adopt(embedder)
        return NewsDesk(archive)

    return opened


@pytest.fixture
def report(make_article: MakeArticle) -> Callable[..., Article]:
    def made(name: str, told: str, day: str = "2025-10-04", place: str = "Gangtok in Sikkim", **values: str) -> Article:
        body = f"A flash flood hit {place} on Wednesday. {told} Bridges were washed away, {name} learnt."
        facts = {"language": "en", "headline": f"Flash flood hits {place}: {name}", "source": name, **values}
        return make_article(name, body=body, published=day, **facts)

    return made


@pytest.fixture
def twelve(report: Callable[..., Article]) -> Article:
    return report("Hill Post", "The flood killed 12 people in Gangtok, officials said.")


def test_reports_of_one_day_differ(open_desk: OpenDesk, report: Callable[..., Article], twelve: Article) -> None:
    desk = open_desk(twelve, report("Deccan Ledger", "The flood killed 15 people in Gangtok, the police said."))
    answer = desk.ask(ENGLISH, as_of=AS_OF)
    (notice,) = answer.notices
    for told in (
        "Reports differ",
        "12 people (Hill Post, 4 October 2025)",
        "15 people (Deccan Ledger, 4 October 2025)",
    ):
        assert told in notice
    assert {one.source for one in answer.citations[:2]} == {"Hill Post", "Deccan Ledger"}
    assert answer.short_answer is None
    assert any("आँकड़े अलग-अलग" in one and "15 लोग" in one for one in desk.ask(HINDI, as_of=AS_OF).notices)


def test_a_later_report_is_an_update(open_desk: OpenDesk, report: Callable[..., Article], twelve: Article) -> None:
    later = report("Indus Courier", "The flood has now killed 21 people in Gangtok, the police said.", "2025-10-06")
    *events, answer = open_desk(twelve, later).stream(ENGLISH, as_of=AS_OF)
    assert isinstance(answer, Answer)
    (notice,) = answer.notices
    assert [one.short_answer for one in events if isinstance(one, Written)][:2] == [None, "21 people"]
    assert notice.startswith("The later report says 21 people (Indus Courier, 6 October 2025)")
    assert "12 people (Hill Post" in notice
    assert answer.short_answer == "21 people"


def test_reports_in_two_languages_differ(open_desk: OpenDesk, make_article: MakeArticle, twelve: Article) -> None:
    hindi = make_article(
        "hi-2",
        headline="सिक्किम के गंगटोक में बाढ़",
        body="सिक्किम के गंगटोक में बुधवार को बाढ़ आ गई। गंगटोक में बाढ़ से 14 लोगों की मौत हो गई, प्रशासन ने बताया।",
        published="2025-10-04",
    )
    notices = open_desk(twelve, hindi).ask(ENGLISH, as_of=AS_OF).notices
    assert any("12 people (Hill Post" in one and "14 people (गंगा समाचार" in one for one in notices)


@pytest.mark.parametrize(
    ("told", "day", "place"),
    [
        ("The flood killed 12 people in Gangtok, hospitals said.", "2025-10-05", "Gangtok in Sikkim"),
        ("The flood killed twelve people in Gangtok, hospitals said.", "2025-10-04", "Gangtok in Sikkim"),
        ("More than 10 people were killed by the flood in Gangtok.", "2025-10-04", "Gangtok in Sikkim"),
        ("The flood left 40 people injured in Gangtok, doctors said.", "2025-10-04", "Gangtok in Sikkim"),
        ("The flood killed 3 people in Kochi, officials said.", "2025-10-04", "Kochi in Kerala"),
        ("The flood killed 40 people in Gangtok, officials said.", "2023-10-09", "Gangtok in Sikkim"),
        ("The flood damaged 60 houses in Gangtok, officials said.", "2025-10-04", "Gangtok in Sikkim"),
    ],
)
def test_no_false_alarm(
    open_desk: OpenDesk, report: Callable[..., Article], twelve: Article, told: str, day: str, place: str
) -> None:
    desk = open_desk(twelve, report("Deccan Ledger", told, day, place))
    for question in (ENGLISH, HINDI):
        answer = desk.ask(question, as_of=AS_OF)
        assert not any(
            "differ" in one or "अलग-अलग" in one or "later" in one or "बाद की" in one for one in answer.notices
        )


@pytest.mark.parametrize(
    "told",
    [
        "The flood killed 40 people in Gangtok in the same month of 2023, officials said.",
        "A flood killed 40 people in Gangtok a year earlier, officials said.",
        "A flood had killed 40 people in Gangtok last year, officials said.",
        "The flood of October 2023 killed 40 people in Gangtok, officials said.",
    ],
)
def test_figures_of_another_time_do_not_differ(
    open_desk: OpenDesk, report: Callable[..., Article], twelve: Article, told: str
) -> None:
    answer = open_desk(twelve, report("Deccan Ledger", told)).ask(ENGLISH, as_of=AS_OF)
    assert not any("differ" in one or "later" in one for one in answer.notices)
