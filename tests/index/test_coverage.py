"""Articles per day, counted in the catalog."""

import pytest

from index.archive import Archive
from index.filters import Filters
from index.ingest import ingest
from index.upkeep import coverage, remove


@pytest.fixture
def filled(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Fill an archive with three articles of two days, one without a day, and one that has been removed."""
    folder = tmp_path_factory.mktemp("lines")
    rows = [
        ("a", "2025-12-04T23:07:00+05:30", "Courier", "en", "city"),
        ("b", "2025-12-04", "Courier", "en", "sport"),
        ("c", "2025-12-06", "Darpan", "hi", "city"),
        ("d", "", "Darpan", "hi", "city"),
        ("e", "2025-12-09", "Darpan", "hi", "city"),
    ]
    lines = [
        f'{{"id": "{name}", "body": "The {name} bridge number {name} opened.", "published": "{day}",'
        f' "source": "{source}", "language": "{language}", "section": "{section}"}}'
        for name, day, source, language, section in rows
    ]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    summary = ingest(archive, [str(folder)])
    assert (summary.added, summary.failed) == (5, [])
    remove(
        archive,
        [row[0] for row in archive.catalog.connection.execute("SELECT id FROM articles WHERE day = '2025-12-09'")],
    )
    return archive


def test_counts_articles_in_force_by_day(filled: Archive) -> None:
    assert coverage(filled) == {"2025-12-04": 2, "2025-12-06": 1}


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (Filters(first_day="2025-12-05"), {"2025-12-06": 1}),
        (Filters(last_day="2025-12-04"), {"2025-12-04": 2}),
        (Filters(last_day="2025-12-08", as_of="2025-12-05"), {"2025-12-04": 2}),
        (Filters(source="Darpan"), {"2025-12-06": 1}),
        (Filters(language="en", section="sport"), {"2025-12-04": 1}),
        (Filters(source="' OR 1=1 --"), {}),
    ],
)
def test_counts_only_what_passes_the_filters(filled: Archive, filters: Filters, days: dict[str, int]) -> None:
    assert coverage(filled, filters) == days
