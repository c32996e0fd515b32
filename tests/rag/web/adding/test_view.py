import pytest

from index.archive_faults import ArchiveFault
from index.article import Language
from index.errors import ArchiveError, BusyError
from index.ingest import Summary
from index.readers import Failure
from index.readers.faults import InputFault
from index.readers.text import parse
from index.reasons import because
from rag.web.adding.run import Result, Run
from rag.web.adding.uploads import LARGEST_FILE, MOST_FILES
from rag.web.adding.view import panel_view, refusal_view, report_view


def test_the_panel_tells_what_it_takes_and_its_script_the_bounds() -> None:
    page = panel_view("en")
    assert ".txt .html" in page
    assert f"up to {MOST_FILES} files at a time, 32 MB each" in page
    assert f'data-most="{MOST_FILES}" data-largest="{LARGEST_FILE}"' in page
    assert 'data-too-large="{file} is larger than 32 MB' in page
    assert page.count("<label") == 3


@pytest.mark.parametrize(("language", "day"), [("en", "“4 December 2025”"), ("hi", "“4 दिसंबर 2025”")])
def test_the_panel_tells_how_a_text_is_written_as_the_reader_of_texts_takes_it(language: Language, day: str) -> None:
    assert day in panel_view(language)
    draft = parse(f"Lake fills up\n\n{day.strip('“”')}\n\nIt rose on Thursday.\n")
    assert (draft.headline, draft.published, draft.body) == ("Lake fills up", day.strip("“”"), "It rose on Thursday.")


def test_progress_says_which_file_and_how_many_articles() -> None:
    page = report_view(Run(("a.txt", "b.jsonl"), (Result("a.txt", Summary(added=1)),), 1200), "en")
    assert 'data-done="false"' in page
    assert "Reading 2 of 2: b.jsonl</span> · articles so far: 1,200" in page
    assert '<progress max="2" value="1"' in page
    assert "a.txt</th><td><strong>Added</strong>" in page


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (Summary(added=1), "<strong>Added</strong>"),
        (Summary(unchanged=1), "<strong>Unchanged</strong>"),
        (Summary(duplicate=1), "<strong>Duplicate</strong>"),
        (Summary(added=3, updated=1), "<strong>Added: 3 · Updated: 1</strong>"),
        (
            Summary(failed=[Failure("f", because(InputFault.NO_ENTRIES))]),
            '<strong>Failed</strong><span class="kh-detail" lang="en">the feed has no entries</span>',
        ),
        (
            Summary(added=1, failed=[Failure("f:7", because(InputFault.NO_OBJECT))]),
            '<strong>Added: 1 · Failed: 1</strong><span class="kh-detail" lang="en">7: not a JSON object',
        ),
        (Summary(), "<strong>No article in it</strong>"),
    ],
)
def test_each_outcome_has_its_words(summary: Summary, told: str) -> None:
    assert told in report_view(Run(("f",), (Result("f", summary),), done=True), "en")


def test_many_reasons_are_counted() -> None:
    failed = [Failure(f"f:{n}", because(InputFault.NO_TEXT)) for n in range(50)]
    page = report_view(Run(("f",), (Result("f", Summary(failed=failed)),), done=True), "hi")
    assert page.count("इसमें लेख का पाठ नहीं है") == 3
    assert "और 47 अन्य" in page


@pytest.mark.parametrize(("language", "told"), [("en", "Somebody else is adding"), ("hi", "कोई और लेख जोड़ रहा है")])
def test_a_busy_archive_is_told_without_its_folder(language: Language, told: str) -> None:
    page = report_view(Run(("f",), done=True, problem=BusyError("/home/a/archive: busy")), language)
    assert told in page
    assert "/home/a" not in page


def test_other_ends_say_what_is_known() -> None:
    assert "disk is full" in report_view(Run(("f",), done=True, problem=ArchiveError("the disk is full")), "en")
    full = ArchiveError.at("/home/a/archive", because(ArchiveFault.DISK_FULL))
    hindi = report_view(Run(("f",), done=True, problem=full), "hi")
    assert '<span class="kh-detail" lang="hi">डिस्क भर गई है' in hindi
    assert "/home/a" not in hindi
    assert "secret" not in report_view(Run(("f",), done=True, problem=RuntimeError("secret")), "en")
    assert "cannot be added from this page" in refusal_view("add_refused", "en")
    done = Run(("f",), (Result("f", Summary(unchanged=1)),), done=True)
    assert "No new article was added" in report_view(done, "en")
