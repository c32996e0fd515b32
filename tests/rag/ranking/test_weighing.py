"""The best passages ranked anew by what they hold."""

from pathlib import Path

import numpy as np
import pytest

from index.archive import Archive
from index.ingest import prepare
from index.snapshot import Snapshot
from index.vectors import QuestionVectors
from rag import NewsDesk
from rag.question import Question, understand
from rag.ranking.matching import met_under_headline
from rag.ranking.weighing import of_year, put_before, standings, weigh
from rag.weights import RANKING, Ranking
from tests.conftest import MakeArticle

TURNOUT = "मतदान 2019 में 67 प्रतिशत रहा। नतीजे बाद में आए।"


@pytest.fixture
def desk(archive: Archive, make_article: MakeArticle) -> NewsDesk:
    articles = [
        make_article("old", headline="बिहार में चुनाव", body=TURNOUT, published="2019-05-20"),
        make_article("new", headline="बिहार में चुनाव", body="मतदान शांत रहा। लोग आए।", published="2024-05-20"),
    ]
    prepared, _ = prepare(articles, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    return NewsDesk.open(Path(archive.folder))


def _values(desk: NewsDesk, snapshot: Snapshot, question: Question) -> dict[str, Ranking]:
    vectors = QuestionVectors.without_tokens(desk.archive.embedder().encode_questions([question.search_text])[0])
    ids = [int(i) for i in snapshot.table.ids]
    stored = snapshot.passages(ids)
    values = standings(question, vectors, snapshot, stored, dict.fromkeys(ids, 0.5), {})
    return {stored[i].article.id: value for i, value in values.items()}


def test_the_year_that_is_named_tells_reports_apart(desk: NewsDesk) -> None:
    question = understand("बिहार चुनाव 2019 में कितने प्रतिशत मतदान हुआ?")
    with desk.archive.snapshot() as snapshot:
        values = _values(desk, snapshot, question)
    assert (values["old"].year, values["new"].year) == (1.0, 0.0)
    question, hits = desk.search("बिहार चुनाव 2019 में कितने प्रतिशत मतदान हुआ?")
    assert [hit.stored.article.id for hit in hits] == ["old", "new"]
    assert hits[0].channels["year"] > hits[1].channels["year"]
    assert hits[0].parts["year"] > hits[1].parts["year"]


def test_a_year_in_devanagari_digits_is_the_same_and_none_favours_nobody(desk: NewsDesk) -> None:
    with desk.archive.snapshot() as snapshot:
        stored = list(snapshot.passages([int(i) for i in snapshot.table.ids]).values())
        assert {of_year({"2019"}, one) for one in stored} == {0.0, 1.0}
        assert {of_year(set(), one) for one in stored} == {0.5}
        assert _values(desk, snapshot, understand("२०१९ का चुनाव"))["old"].year == 1.0


def test_the_kind_of_answer_and_the_language_of_the_asker_count(desk: NewsDesk) -> None:
    with desk.archive.snapshot() as snapshot:
        asked = _values(desk, snapshot, understand("बिहार में मतदान कितने प्रतिशत रहा?"))
        in_english = _values(desk, snapshot, understand("How did Bihar vote?"))
    assert (asked["old"].kind, asked["new"].kind) == (1.0, 0.0)
    assert {one.own for one in asked.values()} == {1.0}
    assert {one.own for one in in_english.values()} == {0.0}


def test_without_token_vectors_the_channels_have_their_share() -> None:
    with_tokens = weigh({1: Ranking(*[1.0] * 7), 2: Ranking(0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0)})
    assert with_tokens[1].score == pytest.approx(1)
    assert with_tokens[2].score == pytest.approx(0.5 * (RANKING.fused + RANKING.year))
    assert with_tokens[2].facts == {"year": 0.5 * RANKING.year, "kind": 0.0, "own": 0.0}
    without = weigh({1: Ranking(1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)})
    assert without[1].score == pytest.approx(1 - RANKING.year - RANKING.own)
    parts = with_tokens[1].among({"dense": 0.2, "lexical": 0.1, "late": 0.7})
    assert sum(parts.values()) == pytest.approx(1)
    assert parts["dense"] == pytest.approx(2 * parts["lexical"])
    assert weigh({}) == {}


def test_what_was_not_weighed_comes_after_in_its_order() -> None:
    scores = put_before({1: 0.3, 2: 0.6}, {1: 0.9, 2: 0.8, 3: 0.7, 4: 0.2})
    assert sorted(scores, key=lambda one: -scores[one]) == [2, 1, 3, 4]
    assert scores[3] <= 0.3
    assert put_before({}, {3: 0.7}) == {3: 0.7}


def test_words_weigh_by_rarity_and_the_headline_lends_its_own() -> None:
    matches = np.array([[0.9, 0.1], [0.1, 0.2], [0.2, 0.8]], np.float32)
    assert met_under_headline(matches, np.array([0.25, 0.75], np.float32)) == pytest.approx(0.25 * 0.9 + 0.75 * 0.8)
