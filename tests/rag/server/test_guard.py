"""Who may ask, how much and how often; what is kept of it."""

import json
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.archive import Archive
from index.errors import UsageError
from rag import NewsDesk
from rag.answer import Event
from rag.server.settings import ServeSettings
from tests.rag.server.conftest import Served

TOKEN = "a-token-of-some-length"  # noqa: S105 (made up)
QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"


class HeldDesk(NewsDesk):
    """Answers when it is let go."""

    go: threading.Event
    begun: threading.Semaphore

    def stream(self, question: str, **given: Any) -> Iterator[Event]:
        self.begun.release()
        assert self.go.wait(20)
        yield from super().stream(question, **given)


@pytest.fixture
def held(filled: Archive) -> HeldDesk:
    desk = HeldDesk.open(filled.folder)
    desk.go, desk.begun = threading.Event(), threading.Semaphore(0)
    return desk


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8080", "localhost.evil.example", "", "[", "khabar.local"]
)
def test_a_name_that_is_not_ours_is_refused(client: httpx.Client, host: str) -> None:
    response = client.get("/health", headers={"host": host})
    assert response.status_code in (400, 421)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:99", "LOCALHOST", "[::1]:8080", "192.168.1.7"])
def test_addresses_and_the_machine_itself_are_ours(client: httpx.Client, host: str) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 200


def test_a_name_that_the_operator_gives_is_ours(served: Served) -> None:
    with served(hosts="khabar.local, news.example") as client:
        assert client.get("/health", headers={"host": "News.Example:443"}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_pages_of_other_sites_are_refused(client: httpx.Client, headers: dict[str, str]) -> None:
    assert client.get("/ask", params={"question": QUESTION}, headers=headers).status_code == 403


def test_only_json_is_taken_and_not_too_much_of_it(served: Served) -> None:
    with served(request_bytes=1024) as client:
        assert client.post("/ask", content=json.dumps({"question": QUESTION})).status_code == 415
        large = client.post("/ask", json={"question": "क" * 2000})
        assert (large.status_code, large.json()["error"]["code"]) == (413, "size")
        assert client.post("/ask", json={"question": QUESTION}).status_code == 200


def test_every_response_bears_the_headers(client: httpx.Client) -> None:
    for response in (client.get("/health"), client.get("/nowhere"), client.post("/ask", content="x")):
        assert response.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["cache-control"] == "no-store"
        assert "server" not in response.headers


def test_a_token_opens_everything_and_health_needs_none(served: Served) -> None:
    with served(token=TOKEN) as client:
        assert client.get("/health").status_code == 200
        for path in ("/metrics", "/articles/hi-1", "/openapi.json", "/nowhere"):
            refused = client.get(path)
            assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert client.get("/metrics", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert client.get("/metrics", headers={"authorization": f"Basic {TOKEN}"}).status_code == 401
        assert client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_a_user_logs_in_with_a_password(served: Served) -> None:
    with served(user="संपादक", password="गुप्त-शब्द-१२") as client:  # noqa: S106 (made up)
        assert client.get("/articles/hi-1").headers["www-authenticate"].startswith("Basic")
        login = httpx.BasicAuth("संपादक".encode(), "गुप्त-शब्द-१२".encode())
        assert client.get("/articles/hi-1", auth=login).status_code == 200
        assert client.get("/articles/hi-1", auth=("editor", "wrong")).status_code == 401
        assert client.get("/articles/hi-1", headers={"authorization": "Basic %%"}).status_code == 401


def test_a_client_that_asks_too_often_waits(served: Served) -> None:
    with served(rate=1.0, burst=2) as client:
        codes = [client.get("/articles/hi-1").status_code for _ in range(3)]
        assert codes == [200, 200, 429]
        refused = client.get("/articles/hi-1")
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert client.get("/health").status_code == 200


def test_what_is_too_much_at_once_is_told_when_to_come_again(served: Served, held: HeldDesk) -> None:
    with served(held, workers=1, waiting=1) as client, ThreadPoolExecutor(2) as askers:
        first = askers.submit(client.get, "/ask", params={"question": QUESTION})
        assert held.begun.acquire(timeout=20)
        second = askers.submit(client.get, "/ask", params={"question": QUESTION})
        while "khabar_waiting 1" not in client.get("/metrics").text:
            pass
        refused = client.get("/ask", params={"question": QUESTION})
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "busy")
        assert int(refused.headers["retry-after"]) > 0
        held.go.set()
        assert first.result().status_code == second.result().status_code == 200


def test_an_answer_that_takes_too_long_is_ended(served: Served, held: HeldDesk) -> None:
    with served(held, answer_seconds=0.2) as client:
        late = client.get("/ask", params={"question": QUESTION})
        assert (late.status_code, late.json()["error"]["code"]) == (504, "time")
        stream = client.get("/ask/stream", params={"question": QUESTION}).text
        assert stream.startswith("event: error") or "event: error" in stream
        held.go.set()


def test_the_end_waits_for_answers_in_flight(served: Served, held: HeldDesk) -> None:
    with ThreadPoolExecutor(1) as askers:
        with served(held) as client:
            asked = askers.submit(httpx.get, f"{client.base_url}/ask/stream", params={"question": QUESTION})
            assert held.begun.acquire(timeout=20)
            threading.Timer(0.5, held.go.set).start()
        assert "event: answer" in asked.result().text


def test_nothing_of_a_question_is_kept_or_logged(
    served: Served, filled: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    trace = tmp_path / "trace.jsonl"
    with caplog.at_level(logging.DEBUG, logger="rag"), served(trace=trace) as client:
        client.get("/ask", params={"question": QUESTION})
        client.get("/ask", params={"question": "क" * 1500})
        client.get("/ask", params={"question": " "})
    out, err = capfd.readouterr()
    assert "आयात" not in out + err + caplog.text
    assert "%E0" not in out + err + caplog.text
    assert not (filled.folder / "questions").exists()
    lines = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
    assert "आयात" not in trace.read_text(encoding="utf-8")
    assert [line["outcome"] for line in lines] == ["answered", "abstained", "failed"]
    assert lines[0]["timings_ms"]["retrieve"] > 0
    assert lines[0]["passages"][0]["article_id"] == "hi-1"


def test_an_error_of_ours_is_logged_without_its_words(
    served: Served, desk: NewsDesk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(question: str, **_: object) -> Iterator[Event]:
        raise RuntimeError(question)

    monkeypatch.setattr(desk, "stream", fail)
    with served() as client:
        response = client.get("/ask", params={"question": QUESTION})
    assert (response.status_code, response.json()["error"]["code"]) == (500, "internal")
    assert "RuntimeError" in caplog.text
    assert "आयात" not in caplog.text + response.text


def test_questions_are_kept_where_the_operator_wants_it_and_not_for_ever(served: Served, filled: Archive) -> None:
    folder = filled.folder / "questions"
    folder.mkdir()
    old, young = folder / "2020-01-01.jsonl", folder / "2999-01-01.jsonl"
    for path in (old, young):
        path.write_text("{}\n", encoding="utf-8")
    with served(log_questions=True, retention_days=7) as client:
        client.get("/ask", params={"question": QUESTION})
    assert not old.exists()
    assert young.exists()
    (today,) = set(folder.iterdir()) - {young}
    assert json.loads(today.read_text(encoding="utf-8"))["question"] == QUESTION
    assert today.stat().st_mode & 0o077 == 0


def test_beyond_this_machine_a_login_is_needed() -> None:
    assert ServeSettings.from_environment().host == "127.0.0.1"
    with pytest.raises(UsageError, match="KHABAR_SERVE_TOKEN"):
        ServeSettings.from_environment(host="0.0.0.0")  # noqa: S104 (refused)
    assert ServeSettings.from_environment(host="0.0.0.0", token=TOKEN).needs_login  # noqa: S104
    assert not ServeSettings.from_environment(host="::", open=True).needs_login


@pytest.mark.parametrize("given", [{"user": "a"}, {"password": "long enough"}, {"token": "short"}, {"port": 99_999}])
def test_settings_without_sense_are_refused(given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        ServeSettings.from_environment(**given)


def test_a_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_SERVE_TOKEN", TOKEN)
    assert TOKEN not in repr(ServeSettings.from_environment())
    monkeypatch.setenv("KHABAR_SERVE_TOKEN", "tiny-one")
    with pytest.raises(UsageError) as refused:
        ServeSettings.from_environment()
    assert "tiny-one" not in str(refused.value)
