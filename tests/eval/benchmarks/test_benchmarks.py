"""Benchmarks do what they say on a handful of articles; how long it takes is nobody's business here."""

import shutil
from pathlib import Path

import pytest

import seeds
from eval.benchmarks import ingest, scale, screen
from eval.benchmarks.generated import articles, questions, write
from eval.questions import load
from eval.screenshots import served
from index.chunking import passages_of
from index.readers import read


def test_generated_articles_are_alike_each_time_and_survive_a_file(tmp_path: Path) -> None:
    made = list(articles(4))
    assert made == list(articles(4))
    assert {one.language for one in made} == {"hi", "en"}
    assert all(len(passages_of(one)) > 2 for one in made)
    write(tmp_path / "a.jsonl", articles(4))
    assert [(one.headline, one.body) for one in read(str(tmp_path / "a.jsonl"))] == [  # type: ignore[union-attr]
        (one.headline, one.body) for one in made
    ]
    assert len(set(questions(50))) == 50


def test_ingest_and_its_floor_encode_the_same() -> None:
    found = ingest.measure(4, 1, "hash")
    assert found["passages"] == sum(len(passages_of(one)) for one in articles(4))
    assert found["floor (raw encode), s"] > 0


@pytest.mark.slow
@pytest.mark.browser
def test_what_a_reader_waits_for(sample_archive: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here: run `sh tests/install-browser.sh` as root")
    asked = [one.question for one in load(seeds.QUESTIONS, "dev") if not one.history][: screen.TURNS + 2]
    with served(sample_archive) as address:
        first_page, waits = screen.measure(address, chromium, asked)
    assert first_page > 0
    assert [len(values) for values in waits.values()] == [len(asked)] * 3
    assert all(0 < one <= whole for one, whole in zip(waits["first words"], waits["whole answer"], strict=True))


def test_a_question_and_its_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scale, "WARMING", 1)
    found = scale.measure(30, 3)
    assert found["passages"] > 20
    assert all(value > 0 for name, value in found.items() if "our own" not in name)
