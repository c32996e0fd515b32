"""`khabar ask` with a model: chosen by flag, environment or file; exit codes; what trace and list of models say."""

import json
from pathlib import Path
from typing import Any

import pytest

from rag.cli import main
from rag.settings import FILE_VARIABLE
from tests.chat_server import Reply, chat_server
from tests.scripted_desk import FACT, QUESTION

SAID = f"{FACT} [1][2][3][4] It flew to Mars [1]."


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, two_articles: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("KHABAR_ARCHIVE", str(two_articles))
    monkeypatch.setenv("KHABAR_ABSTAIN_BELOW", "0")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))


class Khabar:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        captured = self._capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    def ask(self, *flags: str) -> dict[str, Any]:
        code, out, _ = self("ask", QUESTION, "--json", *flags)
        assert code == 0
        answer: dict[str, Any] = json.loads(out)
        return answer


@pytest.fixture
def khabar(capsys: pytest.CaptureFixture[str]) -> Khabar:
    return Khabar(capsys)


def test_the_endpoint_is_chosen_by_flags(khabar: Khabar, tmp_path: Path) -> None:
    with chat_server(Reply([SAID])) as server:
        flags = ("--writer", "endpoint", "--endpoint-url", server.url, "--model", "tiny")
        answer = khabar.ask(*flags, "--trace", str(tmp_path / "trace.json"))
    assert (answer["writer"], answer["sentences"][0]["text"]) == ("endpoint", FACT)
    assert "1 sentence of the model was removed" in answer["notices"][0]
    trace = json.loads((tmp_path / "trace.json").read_text(encoding="utf-8"))
    assert [one["support"] for one in trace["verdicts"]] == ["supported", "unsupported"]


def test_the_endpoint_is_chosen_by_a_file(khabar: Khabar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with chat_server(Reply([SAID])) as server:
        path = tmp_path / "khabar.toml"
        path.write_text(f'writer = "endpoint"\nendpoint_url = "{server.url}"\nendpoint_model = "filed"\n')
        monkeypatch.setenv(FILE_VARIABLE, str(path))
        assert khabar.ask()["writer"] == "endpoint"
        assert server.asked[-1]["model"] == "filed"
        monkeypatch.setenv("KHABAR_ENDPOINT_MODEL", "from-environment")
        khabar.ask()
        assert server.asked[-1]["model"] == "from-environment"
        khabar.ask("--model", "from-flag")
        assert server.asked[-1]["model"] == "from-flag"
        assert khabar.ask("--writer", "quote")["writer"] == "quote"


def test_a_failing_server_leaves_with_0_and_quotes(khabar: Khabar) -> None:
    with chat_server(Reply(status=500)) as server:
        answer = khabar.ask("--writer", "endpoint", "--endpoint-url", server.url, "--model", "tiny")
    assert answer["writer"] == "quote"
    assert "its server refused" in answer["notices"][0]


def test_a_refused_key_leaves_with_2(khabar: Khabar) -> None:
    with chat_server(Reply(status=401)) as server:
        code, out, err = khabar("ask", QUESTION, "--writer", "endpoint", "--endpoint-url", server.url, "--model", "m")
    assert (code, out) == (2, "")
    assert "KHABAR_ENDPOINT_KEY" in err.splitlines()[-1]
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--writer", "local"), "hf download Qwen/Qwen3-4B-Instruct-2507"),
        (("--writer", "local", "--model", "./nowhere"), "no such folder"),
        (("--writer", "endpoint"), "KHABAR_ENDPOINT_URL"),
        (("--writer", "endpoint", "--endpoint-url", "http://127.0.0.1:1"), "KHABAR_ENDPOINT_MODEL"),
        (("--model", "m"), "--writer local"),
    ],
)
def test_a_wrong_set_up_leaves_with_2(khabar: Khabar, flags: tuple[str, ...], words: str) -> None:
    code, out, err = khabar("ask", QUESTION, *flags)
    assert (code, out) == (2, "")
    assert words in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "words"),
    [(None, "no such file"), ("writer = ", "TOML"), ('writr = "quote"', "WRITR"), ("quotes = 0", "KHABAR_QUOTES")],
)
def test_a_bad_file_of_settings_leaves_with_2(
    khabar: Khabar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str | None, words: str
) -> None:
    path = tmp_path / "khabar.toml"
    if text is not None:
        path.write_text(text)
    monkeypatch.setenv(FILE_VARIABLE, str(path))
    code, _, err = khabar("ask", QUESTION)
    assert code == 2
    assert words in err.splitlines()[-1]


def test_models_lists_the_writers(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("KHABAR_ENDPOINT_MODEL", "tiny")
    writers = {one["name"]: one for one in json.loads(khabar("models", "--json")[1])["writers"]}
    assert writers["quote"] == {"name": "quote", "model": "no model", "state": "ready", "in_use": True}
    assert writers["endpoint"]["state"] == "http://127.0.0.1:1/v1/chat/completions"
    assert writers["local"]["state"].startswith("not ready: Qwen/Qwen3-4B-Instruct-2507 is not on this machine")
    assert "writer quote (in use)" in khabar("models")[1]
