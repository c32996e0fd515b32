"""A kill at any moment of an ingest leaves an archive that opens, is clean, and is finished by running again."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import Archive
from index.upkeep import check

ARTICLES = 2000
KILLS = 25
INGEST = "import sys; from rag.cli import main; main(sys.argv[1:])"


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", INGEST, *arguments]


def _generate(path: Path, count: int) -> None:
    """Write articles that differ, in both languages, of several passages each."""
    draw = random.Random(7)  # noqa: S311
    hindi = ["सरकार", "जिले", "योजना", "किसान", "बाजार", "बारिश", "अस्पताल", "स्कूल", "सड़क", "नदी", "पुल", "मंत्री", "बैठक"]
    english = ["officials", "district", "opened", "school", "road", "bridge", "river", "market", "hospital", "report"]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            words, stop = (hindi, "।") if number % 2 else (english, ".")
            sentences = [" ".join(draw.choices(words, k=14)) + f" {number}{stop}" for _ in range(15)]
            row = {"id": f"g{number}", "headline": f"खबर {number}", "body": " ".join(sentences)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


@pytest.mark.slow
def test_25_kills_of_one_ingest_lose_and_double_nothing(tmp_path: Path) -> None:
    source, folder = tmp_path / "articles.jsonl", tmp_path / "archive"
    _generate(source, ARTICLES)
    command = _command("ingest", str(source), "--archive", str(folder), "--embedder", "hash")
    draw = random.Random(11)  # noqa: S311
    killed, done = 0, 0
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(draw.uniform(0.2, 2.2))
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if (folder / "archive.json").exists():
            done = _clean(folder, at_least=done)
    result = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    summary = json.loads(result.stdout)
    assert killed > KILLS // 2, "most runs were to be killed at work"
    assert summary["added"] + summary["unchanged"] == ARTICLES
    assert (summary["updated"], summary["duplicate"], summary["failed"]) == (0, 0, [])
    assert _clean(folder, at_least=ARTICLES) == ARTICLES


def test_a_kill_in_the_middle_is_mended_by_the_next_question(tmp_path: Path) -> None:
    source, folder = tmp_path / "articles.jsonl", tmp_path / "archive"
    _generate(source, 400)
    process = subprocess.Popen(
        _command("ingest", str(source), "--archive", str(folder), "--embedder", "hash"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and not _articles(folder):
        time.sleep(0.01)
    process.kill()
    process.communicate()
    assert _clean(folder, at_least=1) < 400


def _clean(folder: Path, at_least: int) -> int:
    """Open and check an archive as the next question would find it; return how many articles it holds."""
    archive = Archive.open(folder)
    with archive.snapshot():
        pass
    assert check(archive) == []
    count = len(list(archive.catalog.articles()))
    archive.close()
    assert count >= at_least
    return count


def _articles(folder: Path) -> int:
    if not (folder / "archive.json").exists():
        return 0
    archive = Archive.open(folder)
    count = len(list(archive.catalog.articles()))
    archive.close()
    return count
