"""The lexical channel: what stands for one thing counts once, and runs of words count as they stand."""

import json
from pathlib import Path

import pytest

from index.archive import Archive
from index.filters import Filters
from index.ingest import ingest
from index.lexical import LexicalSearcher

BODIES = {
    "short": "राजद को पच्चीस सीटें मिलीं।",
    "long": "राष्ट्रीय जनता दल को पच्चीस सीटें मिलीं।",
    "other": "जनता राष्ट्रीय खेलों के दल को देखती रही।",
}


@pytest.fixture
def lexical(archive: Archive, tmp_path: Path) -> LexicalSearcher:
    rows = [{"id": one, "headline": "खबर", "body": body, "language": "hi"} for one, body in BODIES.items()]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ingest(archive, [str(path)])
    with archive.snapshot() as snapshot:
        return snapshot.lexical


def test_a_group_finds_what_has_any_of_its_runs(lexical: LexicalSearcher) -> None:
    groups = [[("राजद",), ("राष्ट्रीय", "जनता", "दल")]]
    assert len(lexical.search_stems([], (), Filters(), 5, groups)) == 2
    assert not lexical.search_stems(["आरजेडी"], (), Filters(), 5)


def test_a_group_adds_to_the_stems(lexical: LexicalSearcher) -> None:
    alone = dict(lexical.search_stems(["राजद"], (), Filters(), 5))
    more = dict(lexical.search_stems(["राजद"], (), Filters(), 5, [[("राष्ट्रीय", "जनता", "दल")]]))
    assert len(alone) == 1
    assert len(more) == 2
    assert all(more[one] == pytest.approx(score) for one, score in alone.items())


def test_passages_are_counted_by_word_and_by_run(lexical: LexicalSearcher) -> None:
    assert lexical.passages_with("जनता") == 2
    assert lexical.passages_with("राष्ट्रीय", "जनता", "दल") == 1
    assert lexical.passages_with("दल", "जनता") == 0
