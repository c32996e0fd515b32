import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from index import ingest as ingesting
from index.archive import Archive
from index.errors import BusyError, UnreadableError
from index.readers import NamedFile
from rag.web.adding.run import Run, added


@pytest.fixture
def thread() -> Iterator[Executor]:
    with ThreadPoolExecutor(max_workers=1) as thread:
        yield thread


def handed(folder: Path, **texts: str) -> list[NamedFile]:
    files = []
    for name, text in texts.items():
        path = folder / f"upload-{name}"
        path.write_text(text, encoding="utf-8")
        files.append(NamedFile(path, f"{name}.txt"))
    return files


def outcomes(run: Run) -> list[tuple[str, int, int, int]]:
    return [(one.name, one.summary.added, one.summary.unchanged, len(one.summary.failed)) for one in run.results]


def test_each_has_its_result_and_a_bad_one_stops_nobody(archive: Archive, tmp_path: Path, thread: Executor) -> None:
    files = handed(tmp_path, a="पुल मार्च में खुलेगा।", bad=" \n", c="The lake rose.")
    *_, last = added(archive, files, thread)
    assert (last.done, last.problem) == (True, None)
    assert outcomes(last) == [("a.txt", 1, 0, 0), ("bad.txt", 0, 0, 1), ("c.txt", 1, 0, 0)]
    *_, again = added(archive, handed(tmp_path, a="पुल मार्च में खुलेगा।"), thread)
    assert outcomes(again) == [("a.txt", 0, 1, 0)]


def test_what_has_a_result_can_be_found_at_once(archive: Archive, tmp_path: Path, thread: Executor) -> None:
    for step in added(archive, handed(tmp_path, a="पुल मार्च में खुलेगा।", b="The lake rose."), thread, source="दर्पण"):
        for result in step.results:
            assert archive.article(f"दर्पण/{result.name}")
    assert archive.living() == 2


def test_progress_is_told_while_a_target_is_read(
    archive: Archive, tmp_path: Path, thread: Executor, monkeypatch: Any
) -> None:
    goes_on, plain = threading.Event(), ingesting.ingest

    def slow(archive: Archive, targets: Any, *, report: Any, **options: Any) -> Any:
        def noted(event: Any) -> None:
            report(event)
            assert goes_on.wait(10)

        return plain(archive, targets, report=noted, **options)

    monkeypatch.setattr(ingesting, "ingest", slow)
    steps = added(archive, handed(tmp_path, a="पुल मार्च में खुलेगा।"), thread)
    for step in steps:
        if step.articles:
            assert not step.done
            goes_on.set()
    assert step.done


def test_a_busy_archive_ends_it_with_what_went_before(archive: Archive, tmp_path: Path, thread: Executor) -> None:
    with archive.writing():
        *_, last = added(archive, handed(tmp_path, a="पुल मार्च में खुलेगा।"), thread)
    assert isinstance(last.problem, BusyError)
    assert (last.done, last.results) == (True, ())


def test_nobody_waiting_ends_it_and_what_was_reported_stays(
    archive: Archive, tmp_path: Path, thread: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many"
    path.write_text("\n".join(f'{{"id": "n{n}", "body": "खबर {n} है।"}}' for n in range(500)), encoding="utf-8")
    monkeypatch.setattr(ingesting, "BATCH_PASSAGES", 1)
    steps = added(archive, [NamedFile(path, "many.jsonl")], thread)
    told = next(step.articles for step in steps if step.articles)
    steps.close()
    thread.shutdown()
    assert told <= archive.living() < 500
    with archive.writing():  # and the lock is free
        pass


def test_an_address_is_fetched_as_publicly_as_was_said(
    archive: Archive, thread: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def fetch(url: str, *, public_only: bool = False) -> Any:
        asked.append(public_only)
        raise UnreadableError(f"{url}: not today")

    monkeypatch.setattr("index.readers.fetch", fetch)
    for public_only in (True, False):
        *_, last = added(archive, ["https://news.example/a"], thread, public_only=public_only)
        assert str(last.results[0].summary.failed[0].reason) == "cannot be read: not today"
    assert asked == [True, False]


def test_whoever_goes_away_waits_for_nothing_and_the_files_stay_while_they_are_read(
    archive: Archive, tmp_path: Path, thread: Executor, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, is_asked = threading.Event(), threading.Event()

    def fetch(url: str, *, public_only: bool = False) -> Any:
        is_asked.set()
        assert goes_on.wait(10)
        raise UnreadableError(f"{url}: not today")

    monkeypatch.setattr("index.readers.fetch", fetch)
    files = handed(tmp_path, a="पुल मार्च में खुलेगा।", b="The lake rose.")
    steps = added(archive, [files[0], "https://news.example/a", files[1]], thread)
    assert not next(steps).done
    assert is_asked.wait(10)
    began = time.monotonic()
    assert [next(steps).done for _ in range(3)] == [False] * 3  # told again though nothing changes
    steps.close()
    assert time.monotonic() - began < 2
    assert all(file.path.exists() for file in files)
    later = added(archive, handed(tmp_path, c="The canal was cleaned."), thread)
    assert not next(later).done
    goes_on.set()
    *_, last = later  # which has waited for the other to leave the archive
    assert outcomes(last) == [("c.txt", 1, 0, 0)]
    assert archive.living() == 2  # b was not begun
    assert not any(file.path.exists() for file in files)
