"""One slot a story among results and in answers; other copies are listed, and found where a filter asks for them."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.archive import Archive
from index.filters import Filters
from index.ingest import ingest
from rag.desk import NewsDesk

BODY = (
    "The new bridge over the Ganga at Patna was opened to the public on Monday by the chief minister. The bridge, some "
    "five kilometres long, will shorten the journey to north Bihar by an hour.\n\nEngineers said that work had to stop "
    "in the months of flood. It cost Rs 2,400 crore and took seven years to build.\n\nAfter the opening hundreds of "
    "people came to cross the bridge on foot. The police kept vehicles off it until the evening because of the crowd."
)
OTHER = "A bridge at Hajipur, also over the Ganga, is under repair. Boats carry people to Patna."
LATER = "Cracks closed the new bridge at Patna nine days after its opening, and its builder was charged.\n\n" + BODY


@pytest.fixture
def desk(archive: Archive, tmp_path: Path, bar_for_hashes: None) -> NewsDesk:
    bodies = {"trimmed": BODY.rsplit("\n\n", 1)[0], "whole": BODY, "wire": "PATNA, May 5 (MW) — " + BODY}
    bodies |= {"exact": BODY, "other": OTHER, "later": LATER}
    rows = [
        {"id": name, "headline": "Bridge at Patna", "body": body, "source": name, "published": "2025-05-05"}
        for name, body in bodies.items()
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ingest(archive, [str(path)])
    return NewsDesk(archive)


def _articles(desk: NewsDesk, query: str, filters: Filters | None = None) -> Sequence[str]:
    _, hits = desk.search(query, filters=filters)
    return list(dict.fromkeys(hit.stored.article.id for hit in hits))


def test_two_copies_never_share_the_results(desk: NewsDesk) -> None:
    found = _articles(desk, "bridge over the Ganga at Patna")
    assert len({"trimmed", "whole", "wire", "exact"} & set(found)) == 1
    assert {"other", "later"} <= set(found)


def test_what_only_the_whole_report_tells_is_found(desk: NewsDesk) -> None:
    _, hits = desk.search("Why did the police keep vehicles off the bridge?", filters=Filters(last_day="2025-05-06"))
    assert any("kept vehicles off" in hit.stored.passage.text for hit in hits)
    assert "trimmed" not in {hit.stored.article.id for hit in hits}


@pytest.mark.parametrize("source", ["trimmed", "whole", "wire"])
def test_a_filter_on_the_source_finds_its_copy(desk: NewsDesk, source: str) -> None:
    assert _articles(desk, "bridge over the Ganga", Filters(source=source)) == [source]


def test_an_answer_quotes_a_story_once_and_says_where_else_it_is(desk: NewsDesk) -> None:
    answer = desk.ask("What did the bridge at Patna cost?", as_of=None)
    assert not answer.abstained
    told = {"trimmed", "whole", "wire", "exact"}
    quoted = [citation for citation in answer.citations if citation.article_id in told]
    assert len({citation.article_id for citation in quoted}) <= 1
    for citation in quoted:
        assert {copy.article_id for copy in citation.also_in} == told - {citation.article_id}
    assert json.loads(json.dumps(answer.as_dict()))["citations"][0]["also_in"] is not None
