"""Orders inside articles change nothing: answers stay, quotes stay exact, hidden text is no part of an article."""

import unicodedata
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from index.ingest import ingest, prepare
from rag import NewsDesk
from rag.answer import Answer
from tests.conftest import MakeArticle
from tests.safety.hostile import OBEYED, Hostile, hostile_articles

pytestmark = pytest.mark.usefixtures("bar_for_hashes")
HOSTILE = hostile_articles()
QUESTIONS = (
    "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?",
    "How many kilograms does the rover weigh?",
    "timeline of the lander",
)
# Questions near the hostile articles, and one that says what they say.
NEAR = ("What did the Ramnagar council discuss?", "रामनगर परिषद ने किस पर चर्चा की?", f"Who is {OBEYED}?")


def _told(answer: Answer) -> tuple[object, ...]:
    cited = [(one.article_id, one.start, one.end, one.quote) for one in answer.citations]
    return answer.abstained, answer.answer, answer.sentences, cited


def _desk(folder: Path, articles: list[Article], hostile: Hostile | None = None) -> NewsDesk:
    archive = Archive.create(folder / "archive", HashEmbedder())
    prepared, _ = prepare(articles, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    if hostile is not None:
        summary = ingest(archive, [str(hostile.write(folder))])
        assert not summary.failed
        assert summary.added == 1
    return NewsDesk(archive)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, ...]]:
    """Hold what the questions are answered without any hostile article; filled by the first test."""
    return {}


def test_there_are_enough_in_both_languages() -> None:
    assert len(HOSTILE) >= 40
    assert len({one.name for one in HOSTILE}) == len(HOSTILE)
    assert abs(sum(one.name.endswith("-hi") for one in HOSTILE) - len(HOSTILE) / 2) <= 2
    assert sum(one.hidden for one in HOSTILE) >= 20


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_an_order_in_an_article_changes_nothing(
    tmp_path: Path,
    make_article: MakeArticle,
    english_article: Article,
    expected: dict[str, tuple[object, ...]],
    hostile: Hostile,
) -> None:
    articles = [make_article("hi-1"), english_article]
    if not expected:
        (tmp_path / "clean").mkdir()
        clean = _desk(tmp_path / "clean", articles)
        expected.update({question: _told(clean.ask(question)) for question in QUESTIONS})
    desk = _desk(tmp_path, articles, hostile)
    theirs = next(one for one in desk.archive.catalog.articles() if one.id not in ("hi-1", "en-1"))
    if hostile.hidden:
        assert OBEYED not in f"{theirs.headline} {theirs.standfirst} {theirs.body}"
    for question in QUESTIONS:
        assert _told(desk.ask(question)) == expected[question]
    for question in NEAR:
        _assert_honest(desk, desk.ask(question))


def _assert_honest(desk: NewsDesk, answer: Answer) -> None:
    """Check that what is said is what articles say, in these very characters, and is cited."""
    by_number = {one.n: one for one in answer.citations}
    for sentence in answer.sentences:
        assert sentence.citations
        assert all(number in by_number for number in sentence.citations)
        assert sentence.text == by_number[sentence.citations[0]].quote
    for one in answer.citations:
        article = desk.article(one.article_id, one.version)
        assert article is not None
        assert article.body[one.start : one.end] == one.quote
    assert not any(OBEYED in notice for notice in answer.notices)
    assert answer.short_answer is None or OBEYED not in answer.short_answer


def test_what_is_hidden_by_its_style_is_left_out_and_the_rest_is_kept() -> None:
    from index.readers.html_text import paragraphs_of_markup

    unseen = ("display : none", "VISIBILITY:hidden", "opacity:0.0", "font-size:0", "text-indent:-9999px", "height:0")
    for style in unseen:
        assert paragraphs_of_markup(f"<p>seen</p><p style='{style}'>unseen</p>") == ["seen"], style
    for style in ("display:block", "opacity:0.9", "font-size:0.9em", "height:100px", "margin-left:-10px", "left:0"):
        assert paragraphs_of_markup(f"<p style='{style}'>seen</p>") == ["seen"], style


def test_the_invisible_is_there_as_it_stands() -> None:
    tricks = {one.name: one.content for one in HOSTILE if "zero-width" in one.name or "right-to-left" in one.name}
    assert all(any(unicodedata.category(letter) == "Cf" for letter in text) for text in tricks.values())
