import json
from pathlib import Path

import pytest

import seeds
from index.article import Article
from rag.web.examples import ANY_ARCHIVE, PER_SCRIPT, examples
from tests.fake_desk import FakeDesk

ROWS = [
    {"question": "पहला?", "language": "hi", "relevant": ["a"]},
    {"question": "और?", "language": "hi", "relevant": ["a"], "history": ["पहला?"]},
    {"question": "कहीं नहीं?", "language": "hi", "relevant": [], "unanswerable": True},
    {"question": "First?", "language": "en", "relevant": ["a", "b"]},
    *({"question": f"kya {n}?", "language": "hi-Latn", "relevant": ["a"]} for n in range(9)),
]


@pytest.fixture
def sample_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
    (tmp_path / "questions.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(seeds, "QUESTIONS", tmp_path / "questions.jsonl")


@pytest.mark.usefixtures("sample_questions")
def test_examples_are_those_whose_articles_are_all_there() -> None:
    found = [example.question for example in examples(FakeDesk([Article(id="a", body="।")], {}))]
    assert found == ["पहला?", *(f"kya {n}?" for n in range(PER_SCRIPT))]


@pytest.mark.usefixtures("sample_questions")
def test_an_archive_without_the_samples_gets_questions_that_fit_any() -> None:
    assert examples(FakeDesk([], {})) == ANY_ARCHIVE
    assert {example.language for example in ANY_ARCHIVE} == {"hi", "en", "hi-Latn"}
