import re
from collections.abc import Callable
from dataclasses import replace

from index.article import Copy
from rag.web.conversation import Turn
from rag.web.coverage import answer_coverage, archive_coverage, coverage_view

DECEMBER = {"2025-12-04": 4, "2025-12-06": 2}


def bars(view: str, kind: str) -> list[float]:
    return [float(high) for high in re.findall(rf'class="{kind}"[^>]* height="([\d.]+)"', view)]


def rows(view: str) -> list[tuple[str, ...]]:
    body = view.partition("<tbody>")[2].partition("</tbody>")[0]
    return [tuple(re.findall(r">([^<>]+)</t[hd]>", row)) for row in body.split("</tr>")[:-1]]


def test_heights_go_with_the_counts_and_cited_ones_are_marked() -> None:
    view = coverage_view(DECEMBER, {"2025-12-04": 1}, "x", "coverage_answer", "en")
    assert bars(view, "kh-bar") == [64.0, 32.0]
    assert bars(view, "kh-bar-cited") == [16.0]
    assert rows(view) == [("4 December 2025", "4", "1"), ("6 December 2025", "2", "0")]


def test_the_picture_has_a_title_and_a_description_that_it_names() -> None:
    view = coverage_view(DECEMBER, {}, "x", "coverage_archive", "hi")
    assert 'role="img" aria-labelledby="x-title x-desc"' in view
    assert '<desc id="x-desc">कुल लेख: 6। सबसे ज़्यादा: 4 दिसंबर 2025।</desc>' in view
    assert "उद्धृत" not in view


def test_longer_spans_are_shown_by_month_and_by_year() -> None:
    months = archive_coverage({"2024-11-30": 1, "2025-01-02": 2, "2025-01-30": 1}, "en")
    assert rows(months) == [("November 2024", "1"), ("January 2025", "3")]
    years = archive_coverage({"1990-01-01": 1, "2025-01-02": 2}, "en")
    assert rows(years) == [("1990", "1"), ("2025", "2")]


def test_a_stray_year_makes_neither_a_thousand_bars_nor_gets_lost_from_the_table() -> None:
    view = archive_coverage({"0001-01-01": 9, "2025-01-02": 2, "9-9-9": 5}, "en")
    assert len(bars(view, "kh-bar")) == 1
    assert rows(view) == [("0001", "9"), ("2025", "2")]


def test_one_day_is_no_picture() -> None:
    assert archive_coverage({"2025-12-04": 3}, "en") == archive_coverage({}, "en") == ""


def test_an_answer_counts_its_sources_and_their_copies_once(answered: Callable[[str], Turn]) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert answer_coverage(turn, 0, "en") == ""  # one dated article
    first, *others = turn.sources
    copies = (
        Copy("copy", "Elsewhere", "2026-01-01"),
        Copy("second", "Elsewhere", "2026-01-01"),
        Copy("cost", "Elsewhere", None),
        Copy("odd", "Elsewhere", "soon"),
    )
    spread = replace(first, citation=replace(first.citation, also_in=copies))
    view = answer_coverage(replace(turn, sources=(spread, *others)), 3, "en")
    assert rows(view) == [("4 December 2025", "1", "1"), ("1 January 2026", "2", "0")]
    assert 'id="kh-days-3-title"' in view


def test_two_articles_or_one_month_are_no_picture(answered: Callable[[str], Turn]) -> None:
    turn = answered("पुल कब खुलेगा?")

    def view(*days: str) -> str:
        copies = tuple(Copy(f"copy {day}", "Elsewhere", day) for day in days)
        spread = replace(turn.sources[0], citation=replace(turn.sources[0].citation, also_in=copies))
        return answer_coverage(replace(turn, sources=(spread, *turn.sources[1:])), 3, "en")

    assert view("2026-01-01") == ""
    assert view("2025-12-01", "2025-12-31") == ""
    assert bars(view("2025-12-31", "2026-01-01"), "kh-bar") == [64.0] * 3


def test_the_highest_bar_has_its_count_written_beside_it() -> None:
    view = coverage_view(DECEMBER, {}, "x", "coverage_archive", "hi")
    assert '<p class="kh-coverage-scale" aria-hidden="true">लेख: 4</p>' in view
