"""A wheel, installed outside the clone, answers a question about the sample archive."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CLONE = Path(__file__).parents[1]
QUESTION = "When did Chandrayaan-3 land on the Moon?"


@pytest.mark.slow
def test_a_wheel_answers_outside_the_clone(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(CLONE)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", str(installed), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    # The dependencies are those of this environment; the project itself must come from the wheel alone.
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def run(*arguments: str) -> str:
        command = [sys.executable, "-P", *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path, env=environment)
        return done.stdout

    where = run(
        "-c", "import rag, index, eval, seeds, app; print(*(m.__file__ for m in (rag, index, eval, seeds, app)))"
    )
    assert all(path.startswith(str(installed)) for path in where.split())
    articles = run("-c", "import seeds; print(seeds.ARTICLES)").strip()
    run("-m", "rag.cli", "ingest", articles, "--archive", "archive")
    answer = json.loads(run("-m", "rag.cli", "ask", QUESTION, "--archive", "archive", "--json"))
    assert not answer["abstained"]
    assert "chandrayaan-3" in answer["citations"][0]["article_id"]
