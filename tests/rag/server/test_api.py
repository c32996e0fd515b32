"""The API: the shapes of the command line, streams, corrections, feedback, errors."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from eval.questions import question_from_row
from index.archive import Archive
from index.errors import ArchiveError
from index.ingest import ingest
from index.upkeep import remove
from rag import NewsDesk
from rag.feedback import Feedback, as_questions
from rag.found import found_as_dict
from tests.conftest import HINDI_BODY

QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"
MOON = "https://news.example/moon?page=1"


def _without_times(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "timings_ms"}


def _events(text: str) -> list[tuple[str, dict[str, Any]]]:
    blocks = [block.split("\n") for block in text.split("\n\n") if block.startswith("event:")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def test_an_answer_is_that_of_the_command_line(client: httpx.Client, desk: NewsDesk) -> None:
    expected = json.loads(json.dumps(desk.ask(QUESTION).as_dict()))
    by_address = client.get("/ask", params={"question": QUESTION})
    assert by_address.status_code == 200
    assert _without_times(by_address.json()) == _without_times(expected)
    assert not by_address.json()["abstained"]
    by_body = client.post("/ask", json={"question": QUESTION})
    assert _without_times(by_body.json()) == _without_times(expected)


def test_a_stream_shows_each_sentence_and_then_the_answer(client: httpx.Client, desk: NewsDesk) -> None:
    response = client.post("/ask/stream", json={"question": QUESTION})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = _events(response.text)
    names = [name for name, _ in events]
    assert names[0] == "progress"
    assert names[-1] == "answer"
    answer = events[-1][1]
    assert _without_times(answer) == _without_times(json.loads(json.dumps(desk.ask(QUESTION).as_dict())))
    sentences = [event for name, event in events if name == "sentence"]
    assert [one["sentence"] for one in sentences] == answer["sentences"]
    assert [citation for one in sentences for citation in one["citations"]] == answer["citations"]


def test_a_search_is_that_of_the_command_line(client: httpx.Client, desk: NewsDesk) -> None:
    question, hits = desk.search("lander moon", top=3)
    expected = json.loads(json.dumps(found_as_dict(desk, "lander moon", question, hits)))
    assert expected["hits"]
    assert client.get("/search", params={"query": "lander moon", "top": 3}).json() == expected
    assert client.post("/search", json={"query": "lander moon", "top": 3}).json() == expected


def test_the_latest_comes_first_where_that_is_wished(client: httpx.Client, filled: Archive) -> None:
    rows = [
        {"id": f"snow-{year}", "body": f"शिलांग में {year} में हिमपात हुआ।", "published": f"{year}-01-05"}
        for year in (2021, 2024, 2022)
    ]
    path = filled.folder.parent / "snow.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    ingest(filled, [str(path)])
    for latest in ("true", "false"):
        asked = client.get("/ask", params={"question": "शिलांग में हिमपात कब हुआ?", "latest": latest}).json()
        assert bool((asked["understood"]["window"] or {}).get("latest")) is (latest == "true")
        found = client.get("/search", params={"query": "शिलांग में हिमपात", "latest": latest}).json()["hits"]
        days = [hit["published"] for hit in found if hit["article_id"].startswith("snow")]
        assert (days == sorted(days, reverse=True)) is (latest == "true")
    assert client.post("/ask", json={"question": "Who?", "latest": "maybe"}).status_code == 422


def test_filters_and_day_are_applied(client: httpx.Client) -> None:
    wanted = {"query": "lander moon", "source": "courier", "from": "2020-01-01"}
    assert client.post("/search", json=wanted).json()["hits"] == []
    assert client.get("/search", params={"query": "lander", "source": "courier"}).json()["hits"]
    early = client.get("/ask", params={"question": QUESTION, "as_of": "2025-12-01"}).json()
    assert early["as_of"] == "2025-12-01"
    assert not any(one["article_id"] == "hi-1" for one in early["citations"])


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("/ask", {}, "question"),
        ("/ask", {"question": "  "}, "empty"),
        ("/ask", {"question": "क" * 20_001}, "20000 characters"),
        ("/ask", {"question": "Who?", "unknown": 1}, "unknown"),
        ("/ask", {"question": "Who?", "as_of": "yesterday"}, "as_of"),
        ("/ask", {"question": "Who?", "from": "2025-02-02", "to": "2025-02-01"}, "swap"),
        ("/ask", {"question": "Who?", "history": ["x"] * 51}, "history"),
        ("/search", {"query": "Who?", "top": 1000}, "top"),
        ("/feedback", {"thumb": "sideways", "question": "Who?"}, "thumb"),
    ],
)
def test_what_cannot_be_asked_is_one_line(client: httpx.Client, path: str, body: dict[str, Any], told: str) -> None:
    response = client.post(path, json=body)
    assert response.status_code == 422
    error = response.json()["error"]
    assert error["code"] == "request"
    assert told in error["message"]


def test_an_article_opens_at_its_citation_whatever_its_id(client: httpx.Client) -> None:
    in_path = client.get(f"/articles/{quote(MOON, safe='')}")
    assert in_path.status_code == 200
    assert in_path.json() == client.get("/articles", params={"id": MOON}).json()
    citation = client.get("/ask", params={"question": QUESTION}).json()["citations"][0]
    article = client.get(f"/articles/{citation['article_id']}", params={"version": citation["version"]}).json()
    assert article["body"][citation["start"] : citation["end"]] == citation["quote"]
    assert client.get("/articles/none").status_code == 404
    assert client.get("/articles/hi-1?version=9").json()["error"]["code"] == "unknown"
    assert client.get("/articles/hi-1?version=0").status_code == 422


def test_a_changed_article_keeps_the_version_that_was_cited(client: httpx.Client, filled: Archive) -> None:
    path = filled.folder.parent / "new.jsonl"
    path.write_text(json.dumps({"id": "hi-1", "body": "बैठक टल गई।"}), encoding="utf-8")
    ingest(filled, [str(path)])
    cited = client.get("/articles/hi-1?version=1").json()
    assert (cited["body"], cited["version"], cited["newest_version"], cited["in_force"]) == (HINDI_BODY, 1, 2, True)
    assert client.get("/articles/hi-1").json()["body"] == "बैठक टल गई।"


def test_a_removed_article_is_readable_by_number_and_a_withdrawn_one_is_gone(
    client: httpx.Client, filled: Archive
) -> None:
    assert not client.get("/ask", params={"question": QUESTION}).json()["abstained"]
    remove(filled, ["hi-1"])
    removed = client.get("/articles/hi-1")
    assert (removed.status_code, removed.json()["error"]["code"]) == (404, "removed")
    assert client.get("/articles/hi-1?version=1").json()["in_force"] is False
    remove(filled, ["hi-1"], retract=True)
    for address in ("/articles/hi-1", "/articles/hi-1?version=1"):
        gone = client.get(address)
        assert gone.status_code == 410
        assert gone.json()["withdrawn"] is True
        assert datetime.fromisoformat(gone.json()["retired_at"]) <= datetime.now(UTC)
        assert gone.json()["newest_version"] == 1
        assert "आयात" not in gone.text
    asked = client.get("/ask", params={"question": QUESTION}).json()
    assert not any(one["article_id"] == "hi-1" for one in [*asked["citations"], *asked["nearest"]])


def test_feedback_is_kept_as_an_eval_question(client: httpx.Client, filled: Archive) -> None:
    answer = client.get("/ask", params={"question": QUESTION}).json()
    given = {
        name: answer[name] for name in ("question", "answer_language", "as_of", "abstained", "writer", "citations")
    }
    response = client.post("/feedback", json={"thumb": "up", "reason": "ठीक", **given})
    assert (response.status_code, response.json()) == (201, {"number": 1})
    (row,) = as_questions(Feedback.of(filled.folder).opinions(), filled)
    assert question_from_row(row).quote == answer["citations"][0]["quote"]


def test_feedback_on_a_place_that_is_not_there_is_refused(client: httpx.Client, filled: Archive) -> None:
    place = {"article_id": "hi-1", "version": 1, "start": 0, "end": 10**6}
    response = client.post("/feedback", json={"thumb": "up", "question": "Who?", "citations": [place]})
    assert response.status_code == 422
    assert not Feedback.of(filled.folder).path.exists()


def test_an_error_of_the_archive_names_no_folder(
    client: httpx.Client, desk: NewsDesk, filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ArchiveError(f"{filled.folder}: damaged")

    monkeypatch.setattr(desk.archive, "snapshot", fail)
    monkeypatch.setattr(desk.archive, "model", fail)
    for response in (client.get("/ask", params={"question": QUESTION}), client.get("/health")):
        assert response.status_code == 503
        assert response.json()["error"]["code"] == "archive"
        assert str(filled.folder) not in response.text
    events = _events(client.get("/ask/stream", params={"question": QUESTION}).text)
    assert events[-1][0] == "error"
    assert events[-1][1]["error"]["code"] == "archive"


def test_the_description_names_every_route(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    assert set(description["paths"]) == {
        *("/ask", "/ask/stream", "/search", "/articles", "/articles/{article_id}", "/feedback", "/health", "/metrics"),
    }
    assert {"get", "post"} <= set(description["paths"]["/ask"])
    answer = description["components"]["schemas"]["Answer"]
    assert {"question", "sentences", "citations", "abstained"} <= set(answer["properties"])
    assert client.get("/docs").status_code == 404


def test_metrics_count_by_route_and_hold_no_word_of_a_question(client: httpx.Client) -> None:
    client.get("/ask", params={"question": QUESTION})
    client.get("/articles/hi-1")
    client.get("/nowhere")
    text = client.get("/metrics").text
    assert 'khabar_requests_total{route="/ask",method="GET",status="200"} 1' in text
    assert 'khabar_requests_total{route="/articles/{article_id:path}",method="GET",status="200"} 1' in text
    assert 'khabar_requests_total{route="other",method="GET",status="404"} 1' in text
    assert 'khabar_answers_total{outcome="answered",language="hi"} 1' in text
    assert 'khabar_stage_seconds_count{stage="retrieve"} 1' in text
    assert "khabar_running 0" in text
    assert "आयात" not in text


@pytest.mark.parametrize("asked", ["क" * 20_000, "\x00\x07", "🙂", "?!", "क्या है?"])
def test_what_cannot_be_searched_for_is_answered_all_the_same(client: httpx.Client, asked: str) -> None:
    for path, name in (("/ask", "question"), ("/search", "query")):
        response = client.post(path, json={name: asked})
        assert response.status_code == 200
        assert response.json()["notices"]
