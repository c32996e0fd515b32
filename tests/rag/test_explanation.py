"""Why a passage was found."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.ingest import prepare
from index.language.stems import stem
from index.lexical import Term
from rag import NewsDesk
from rag.explanation import explain, hit_lines, question_lines
from rag.question import understand
from tests.conftest import MakeArticle


@pytest.fixture
def desk(archive: Archive, make_article: MakeArticle, english_article: Article) -> NewsDesk:
    prepared, _ = prepare([make_article(), english_article], archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    return NewsDesk.open(Path(archive.folder))


def test_each_channel_tells_score_share_rank_and_what_met(desk: NewsDesk) -> None:
    question, hits = desk.search("मंत्री राजनाथ सिंह की भेंट")
    told = explain(hits[0], question)
    assert set(told) == set(hits[0].channels)
    for channel, one in told.items():
        assert one["score"] == pytest.approx(hits[0].channels[channel], abs=1e-6)
        assert one["rank"] >= 1
    assert sum(one["share"] for one in told.values()) == pytest.approx(1, abs=1e-3)
    assert {"राजनाथ", "भेंट"} <= set(told["lexical"]["terms"])
    assert ["राजनाथ", "राजनाथ"] in told["names"]["words"]
    assert sum(hits[0].parts.values()) == pytest.approx(hits[0].score)


def test_names_show_the_word_of_the_other_script(desk: NewsDesk) -> None:
    question, hits = desk.search("Did Rajnath Singh meet the minister?")
    found = {hit.stored.article.language: explain(hit, question) for hit in hits}
    assert ["Rajnath", "राजनाथ"] in found["hi"]["names"]["words"]
    assert len(found["hi"]["names"]["keys"]) >= 2


def test_every_hit_of_the_best_rank_is_there(desk: NewsDesk) -> None:
    question, hits = desk.search("lander rover Moon")
    ranks = [explain(hit, question)["lexical"]["rank"] for hit in hits if "lexical" in hit.channels]
    assert sorted(ranks) == list(range(1, len(ranks) + 1))


def test_lines_are_readable(desk: NewsDesk) -> None:
    question, hits = desk.search('राजनाथ "रक्षा मंत्री" -क्रिकेट')
    lines = "\n".join(hit_lines(explain(hits[0], question), hits[0], question))
    assert "score" in lines
    assert "cosine" in lines
    assert "names" in lines
    assert "%" in lines
    shown = "\n".join(question_lines(question))
    assert "in these very words: रक्षा मंत्री" in shown
    assert "without: क्रिकेट" in shown


def test_a_window_is_told_with_its_reason() -> None:
    assert "(next_day: last week)" in "\n".join(question_lines(understand("What happened last week?")))
    assert "newest first (latest)" in "\n".join(question_lines(understand("What is the latest?")))
    assert "preferred: may 2025" in "\n".join(question_lines(understand("What happened in May 2025?")))


def test_translated_words_are_shown_with_what_they_stand_for(desk: NewsDesk) -> None:
    question, hits = desk.search("Did Rajnath meet the minister?")
    minister = (Term("stems", stem("मंत्री"), 0.8), *question.translated[-1])
    question = replace(question, translated=(*question.translated[:-1], minister))
    (hit,) = (hit for hit in hits if hit.stored.article.language == "hi")
    told = explain(hit, question)["translated"]
    assert ["Rajnath", "राजनाथ"] in told["words"]
    assert ["minister", "मंत्री"] in told["words"]
    assert stem("मंत्री") in told["terms"]
    assert "minister = मंत्री" in "\n".join(hit_lines(explain(hit, question), hit, question))
