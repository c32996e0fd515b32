"""The desk: streams, cites exactly, abstains, filters; on a small archive with the deterministic embedder."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.catalog import Prepared
from index.filters import Filters
from index.ingest import prepare
from index.snapshot import Snapshot
from rag import NewsDesk
from rag.answer import Answer, Progress, Written
from rag.evidence import Evidence
from rag.messages import MESSAGES
from rag.question import Question
from rag.writers import Draft
from rag.writers.quote import QuoteWriter
from tests.conftest import MakeArticle

pytestmark = pytest.mark.usefixtures("bar_for_hashes")


@pytest.fixture
def desk(archive: Archive, make_article: MakeArticle, english_article: Article) -> NewsDesk:
    prepared, _ = prepare([make_article("hi-1", published="2025-12-04T23:07:00+05:30"), english_article], archive)
    _put(archive, prepared)
    return NewsDesk.open(archive.folder)


def _put(archive: Archive, prepared: list[Prepared]) -> None:
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())


def test_an_answer_is_quoted_and_cited_exactly(desk: NewsDesk) -> None:
    answer = desk.ask("बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?")
    assert not answer.abstained
    first = answer.citations[0]
    assert first.quote == "बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।"
    assert answer.sentences[0].text == first.quote
    assert answer.sentences[0].citations == (1,)
    assert answer.answer.startswith(f"{first.quote} [1]")
    for citation in answer.citations:
        article = desk.article(citation.article_id, citation.version)
        assert article is not None
        assert article.body[citation.start : citation.end] == citation.quote


def test_a_name_is_found_across_scripts(desk: NewsDesk) -> None:
    answer = desk.ask("rajnath singh ne kis se bhent ki?")
    assert answer.question_language == "hi-Latn"
    assert answer.answer_language == "hi"
    assert answer.citations[0].article_id == "hi-1"


def test_an_unknown_thing_is_not_answered(desk: NewsDesk) -> None:
    for question, language in (("क्रिकेट विश्व कप किसने जीता?", "hi"), ("Who composed the opera?", "en")):
        answer = desk.ask(question)
        assert answer.abstained
        assert answer.sentences == ()
        assert answer.citations == ()
        assert answer.answer == MESSAGES["abstained"][language]  # type: ignore[index]
        assert len(answer.nearest) == 2


def test_the_answer_language_can_be_chosen(desk: NewsDesk) -> None:
    answer = desk.ask("How many kilograms does the rover weigh?", answer_language="hi")
    assert answer.answer_language == "hi"
    assert answer.notices == (MESSAGES["foreign"]["hi"],)


def test_filters_are_kept_and_said(desk: NewsDesk) -> None:
    answer = desk.ask("How many kilograms does the rover weigh?", filters=Filters(language="hi"))
    assert all(citation.language == "hi" for citation in answer.citations)
    nothing = desk.ask("How many kilograms does the rover weigh?", filters=Filters(first_day="2030-01-01"))
    assert nothing.abstained
    assert nothing.notices == (MESSAGES["nothing_passes"]["en"],)


def test_a_refusal_among_chosen_articles_says_so_and_nothing_of_the_archive(desk: NewsDesk) -> None:
    for question, language in (("क्रिकेट विश्व कप किसने जीता?", "hi"), ("Who composed the opera?", "en")):
        narrowed = desk.ask(question, filters=Filters(language="hi"))
        assert narrowed.answer == MESSAGES["abstained_chosen"][language]  # type: ignore[index]
        assert narrowed.notices == ()
        assert len(desk.ask(question, filters=Filters(as_of="2040-01-01")).notices) == 1  # the days of the archive


def test_days_of_the_question_itself_are_not_the_askers_choice(desk: NewsDesk) -> None:
    answer = desk.ask("Who composed the opera last week?", as_of=date(2031, 1, 1))
    assert answer.answer == MESSAGES["abstained"]["en"]
    assert answer.notices[0] == MESSAGES["nothing_in_days"]["en"]
    chosen = desk.ask("Who composed the opera last week?", as_of=date(2031, 1, 1), filters=Filters(language="hi"))
    assert chosen.answer == MESSAGES["abstained_chosen"]["en"]
    assert chosen.notices[0] == MESSAGES["nothing_passes"]["en"]


def test_a_source_is_known_in_any_case(desk: NewsDesk) -> None:
    _, hits = desk.search("rover", filters=Filters(source="indus COURIER"))
    assert {hit.stored.article.source for hit in hits} == {"Indus Courier"}
    assert desk.search("rover", filters=Filters(source="Courier"))[1] == []


def test_an_empty_archive_says_so(archive: Archive) -> None:
    answer = NewsDesk.open(archive.folder).ask("कुछ हुआ?")
    assert answer.abstained
    assert MESSAGES["empty"]["hi"] in answer.notices


def test_a_stream_tells_its_stages_then_sentences_then_the_answer(desk: NewsDesk) -> None:
    events = list(desk.stream("How many kilograms does the rover weigh?"))
    assert [event.stage for event in events if isinstance(event, Progress)] == [
        "understand",
        "retrieve",
        "write",
    ]
    written = [event for event in events if isinstance(event, Written)]
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert tuple(event.sentence for event in written) == answer.sentences
    assert tuple(c for event in written for c in event.citations) == answer.citations
    assert "26 kilograms" in answer.citations[0].quote
    assert set(answer.timings_ms) == {"understand", "embed", "retrieve", "select", "write", "total"}


@pytest.mark.parametrize(
    "question", ["How many kilograms does the rover weigh?", "rajnath singh ne kis se bhent ki?", "किसने शतक लगाया?"]
)
def test_a_question_sees_one_snapshot_and_writes_its_quotes_once(
    desk: NewsDesk, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Archive] = []
    written: list[str] = []
    snapshot, write = Archive.snapshot, QuoteWriter.write

    def counted(archive: Archive) -> AbstractContextManager[Snapshot]:
        taken.append(archive)
        return snapshot(archive)

    def noted(writer: QuoteWriter, asked: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        written.append(asked.text)
        return write(writer, asked, evidence)

    monkeypatch.setattr(Archive, "snapshot", counted)
    monkeypatch.setattr(QuoteWriter, "write", noted)
    answer = desk.ask(question)
    assert len(taken) == 1
    assert len(written) == (0 if answer.abstained else 1)


def test_a_stream_may_be_drawn_from_several_threads(desk: NewsDesk) -> None:
    stream = desk.stream("How many kilograms does the rover weigh?")
    events: list[object] = []
    for _ in range(30):
        thread = threading.Thread(target=lambda: events.extend([e for e in [next(stream, None)] if e is not None]))
        thread.start()
        thread.join()
    assert isinstance(events[-1], Answer)
    assert not events[-1].abstained


def test_many_threads_ask_at_once(desk: NewsDesk) -> None:
    answers: list[Answer] = []
    threads = [
        threading.Thread(target=lambda: answers.append(desk.ask("How many kilograms does the rover weigh?")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({answer.answer for answer in answers}) == 1
    assert len(answers) == 8


def test_an_open_desk_sees_what_another_process_has_ingested(
    desk: NewsDesk, tmp_path: Path, make_article: MakeArticle
) -> None:
    assert desk.ask("शिलांग में हिमपात कब हुआ?").abstained
    writer = Archive.open(desk.archive.folder)
    news = make_article("new", headline="शिलांग में हिमपात", body="शिलांग में सोमवार को हिमपात हुआ।")
    _put(writer, prepare([news], writer)[0])
    answer = desk.ask("शिलांग में हिमपात कब हुआ?")
    assert answer.citations[0].article_id == "new"


def test_as_of_and_understanding_are_returned(desk: NewsDesk) -> None:
    answer = desk.ask("पिछले हफ्ते राजनाथ सिंह किससे मिले?", as_of=date(2025, 12, 10))
    assert answer.as_of == "2025-12-10"
    assert answer.understood["window"]["start"] == "2025-12-01"
    assert answer.as_dict()["citations"][0]["article_id"] == "hi-1"


def test_a_number_is_said_in_the_askers_language_and_stands_in_the_first_citation(desk: NewsDesk) -> None:
    answer = desk.ask("बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?", answer_language="en")
    assert answer.short_answer == "36 per cent"
    events = list(desk.stream("बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?", answer_language="en"))
    written = [event for event in events if isinstance(event, Written)]
    assert [event.short_answer for event in written] == ["36 per cent", *[None] * (len(written) - 1)]
    assert "36 प्रतिशत" in answer.citations[0].quote


def test_an_abstention_says_which_days_the_archive_covers(desk: NewsDesk) -> None:
    answer = desk.ask("क्रिकेट विश्व कप किसने जीता?")
    assert answer.abstained
    assert any("4 दिसंबर 2025" in notice and "संग्रह के लेख" in notice for notice in answer.notices)


def test_the_latest_comes_first_where_that_is_chosen(desk: NewsDesk, make_article: MakeArticle) -> None:
    # The older one meets the question better, the newer one nearly as well.
    old = make_article("old", headline="शिलांग में हिमपात", body="शिलांग में सोमवार को हिमपात हुआ।", published="2024-01-08")
    new = make_article(
        "new", headline="शिलांग में फिर हिमपात", body="शिलांग में शनिवार को भी हिमपात हुआ।", published="2025-01-11"
    )
    _put(desk.archive, prepare([old, new], desk.archive)[0])
    first = {}
    for latest in (False, True):
        *_, answer = desk.stream("शिलांग में हिमपात कब हुआ?", latest=latest)
        assert isinstance(answer, Answer)
        first[latest] = answer.citations[0].article_id
    assert first == {False: "old", True: "new"}


def test_what_can_be_chosen_is_told(desk: NewsDesk, make_article: MakeArticle) -> None:
    _put(desk.archive, prepare([make_article("one", body="एक।", section="देश")], desk.archive)[0])
    info = desk.info()
    assert info["sources"] == ["Indus Courier", "गंगा समाचार"]
    assert info["sections"] == ["", "देश"]
