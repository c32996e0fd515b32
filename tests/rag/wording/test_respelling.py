"""Words that the model has no row for are read as articles of the other language spell them."""

from pathlib import Path

import pytest

from index.archive import Archive
from index.filters import Filters
from index.ingest import prepare
from rag import NewsDesk
from rag.question import Question, understand
from rag.wording.respelling import vectors_of
from tests.conftest import MakeArticle

ENGLISH = "The Huguenots fled to Brandenburg. Their stators were sold by Kuechly. Time went by."
HINDI = "ह्यूगनॉट्स ब्रैंडनबर्ग भाग गए। उनके स्टेटर कीचली ने बेचे।"


@pytest.fixture
def desk(tmp_path: Path, make_article: MakeArticle) -> NewsDesk:
    archive = Archive.open_or_create(tmp_path / "bundled")
    articles = [
        make_article("en", headline="A flight", body=ENGLISH, language="en"),
        make_article("hi", headline="पलायन", body=HINDI, language="hi"),
    ]
    prepared, _ = prepare(articles, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    return NewsDesk.open(Path(archive.folder))


def _asked(desk: NewsDesk, text: str) -> Question:
    return desk.as_written(understand(text))


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("ह्यूगनॉट्स कहाँ गए?", "Huguenots कहाँ गए?"),
        ("Where did the Huguenots go?", "Where did the ह्यूगनॉट्स go?"),
        ("What did Kuechly sell?", "What did कीचली sell?"),
    ],
)
def test_an_unknown_word_is_read_as_the_other_language_has_it(desk: NewsDesk, asked: str, read: str) -> None:
    respelt = _asked(desk, asked).respelt
    assert respelt is not None
    assert respelt.text == read
    assert _asked(desk, asked).understood()["respelt"] == read


@pytest.mark.parametrize("asked", ["दिल्ली में क्या हुआ?", "What happened in time?", "ज़्वोर्किन कौन थे?"])
def test_what_the_model_knows_and_what_nothing_sounds_like_stay(desk: NewsDesk, asked: str) -> None:
    assert _asked(desk, asked).respelt is None


def test_nothing_is_respelt_for_articles_that_a_filter_leaves_out(desk: NewsDesk) -> None:
    for language, is_respelt in (("hi", False), ("en", True)):
        question = understand("ह्यूगनॉट्स कहाँ गए?", filters=Filters(language=language))
        assert (desk.as_written(question).respelt is not None) is is_respelt


def test_spans_are_those_of_the_content_words(desk: NewsDesk) -> None:
    question = _asked(desk, "ब्रैंडनबर्ग को ह्यूगनॉट्स कब भागे?")
    respelt = question.respelt
    assert respelt is not None
    assert [respelt.text[start:end] for start, end in respelt.spans] == ["Brandenburg", "Huguenots", "भागे"]


def test_only_articles_of_the_other_language_are_met_by_the_other_spelling(desk: NewsDesk) -> None:
    vectors = vectors_of(_asked(desk, "ह्यूगनॉट्स कहाँ गए?"), desk.archive.embedder())
    assert vectors.of("hi") is vectors
    assert vectors.of("en") is not vectors
    with desk.archive.snapshot() as snapshot:
        stored = snapshot.passages([int(i) for i in snapshot.table.ids]).values()
        english = next(one for one in stored if one.article.id == "en").token_vectors
    assert english is not None
    mean = {language: english.best_matches(vectors.of(language).tokens).max(0).mean() for language in ("hi", "en")}
    assert mean["en"] > mean["hi"] + 0.1
