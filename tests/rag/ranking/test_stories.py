"""One slot a story among results and in answers; other copies are listed, and found where a filter asks for them."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from index.archive import Archive
from index.filters import Filters
from index.ingest import ingest
from index.upkeep import check, remove
from rag.desk import NewsDesk

BODY = (
    "The new bridge over the Ganga at Patna was opened to the public on Monday by the chief minister. The bridge, some "
    "five kilometres long, will shorten the journey to north Bihar by an hour.\n\nEngineers said that work had to stop "
    "in the months of flood. It cost Rs 2,400 crore and took seven years to build.\n\nAfter the opening hundreds of "
    "people came to cross the bridge on foot. The police kept vehicles off it until the evening because of the crowd."
)
OTHER = "A bridge at Hajipur, also over the Ganga, is under repair. Boats carry people to Patna."
DAYS = {"wire": "2025-05-04", "exact": "2025-05-07"}
LATER = "Cracks closed the new bridge at Patna nine days after its opening, and its builder was charged.\n\n" + BODY


@pytest.fixture
def desk(archive: Archive, tmp_path: Path, bar_for_hashes: None) -> NewsDesk:
    bodies = {"trimmed": BODY.rsplit("\n\n", 1)[0], "whole": BODY, "wire": "PATNA, May 5 (MW) — " + BODY}
    bodies |= {"exact": BODY.replace("\n\n", "\n \n"), "other": OTHER, "later": LATER}
    rows = [
        {
            "id": name,
            "headline": "Bridge at Patna",
            "body": body,
            "source": name,
            "section": f"of {name}",
            "published": DAYS.get(name, "2025-05-05"),
        }
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


COPIES = ["trimmed", "whole", "wire", "exact"]


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("field", ["source", "section"])
def test_a_filter_finds_the_copy_that_passes_and_cites_it(desk: NewsDesk, field: str, name: str) -> None:
    filters = Filters(source=name) if field == "source" else Filters(section=f"of {name}")
    _, hits = desk.search("bridge over the Ganga", filters=filters)
    assert {hit.stored.article.id for hit in hits} == {name}
    for hit in hits:
        assert {"dense", "lexical"} <= set(hit.channels)
        assert hit.stored.article.body[hit.stored.passage.start : hit.stored.passage.end] == hit.stored.passage.text
    answer = desk.ask("What did the bridge at Patna cost?", filters=filters)
    (citation,) = {citation.article_id: citation for citation in answer.citations}.values()
    article = desk.article(name)
    assert article is not None
    assert (citation.article_id, citation.source) == (name, name)
    assert article.body[citation.start : citation.end] == citation.quote
    assert {copy.article_id for copy in citation.also_in} == set(COPIES) - {name}


@pytest.mark.parametrize(
    ("first", "last", "as_of", "expected"),
    [
        (None, "2025-05-04", None, "wire"),
        ("2025-05-06", None, None, "exact"),
        ("2025-05-07", "2025-05-07", None, "exact"),
        (None, None, date(2025, 5, 4), "wire"),
    ],
)
def test_a_filter_on_the_days_finds_the_copy_of_these_days(
    desk: NewsDesk, first: str | None, last: str | None, as_of: date | None, expected: str
) -> None:
    _, hits = desk.search("bridge over the Ganga", filters=Filters(first, last), as_of=as_of)
    assert {hit.stored.article.id for hit in hits} == {expected}


def test_of_exact_copies_the_first_that_came_stands(desk: NewsDesk) -> None:
    assert "exact" not in _articles(desk, "bridge over the Ganga at Patna")
    remove(desk.archive, ["whole"])
    assert _articles(desk, "bridge over the Ganga at Patna", Filters(source="exact")) == ["exact"]
    assert check(desk.archive) == []


def test_an_answer_quotes_a_story_once_and_says_where_else_it_is(desk: NewsDesk) -> None:
    answer = desk.ask("What did the bridge at Patna cost?", as_of=None)
    assert not answer.abstained
    told = {"trimmed", "whole", "wire", "exact"}
    quoted = [citation for citation in answer.citations if citation.article_id in told]
    assert len({citation.article_id for citation in quoted}) <= 1
    for citation in quoted:
        assert {copy.article_id for copy in citation.also_in} == told - {citation.article_id}
    assert json.loads(json.dumps(answer.as_dict()))["citations"][0]["also_in"] is not None
