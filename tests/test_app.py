"""The chat web app without a browser: what it serves, what it refuses, what it loads."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import httpx
import pytest

import app
from index.archive import Archive
from index.article import Article
from index.errors import ArchiveError, UsageError
from rag.web.adding.handlers import Adding
from rag.web.adding.policy import Policy
from rag.web.adding.uploads import LARGEST_FILE
from rag.web.assets import script, style
from tests.fake_desk import FakeDesk
from tests.serving import gradio_leftovers_unreported, served

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # gradio counts its events with pandas


QUESTION = "पुल कब खुलेगा?"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    body = "पुल मार्च में खुलेगा।"
    with served(FakeDesk([Article(id="a", body=body, language="hi")], {QUESTION: [("a", body)]})) as address:
        yield address


def test_importing_the_app_loads_no_heavy_library() -> None:
    script = "import sys, app; print([name for name in ('gradio', 'torch', 'transformers') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_page_is_served_to_this_machine_with_its_words_and_headers(site: str) -> None:
    page = httpx.get(site)
    assert site.startswith("http://127.0.0.1:")
    assert "Khabar · खबर" in page.text
    assert "kh-welcome" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert page.headers["referrer-policy"] == "no-referrer"


def test_style_and_script_bring_nothing_from_outside(site: str) -> None:
    assert re.findall(r"https?:|url\(|@import|@font-face", style() + script()) == []
    assert re.findall(r"url\(.?https?:|@import|@font-face", httpx.get(f"{site}theme.css").text) == []


def test_the_events_of_the_page_are_no_public_interface(site: str) -> None:
    interface = httpx.get(f"{site}gradio_api/info").json()
    assert (set(interface["named_endpoints"]), interface["unnamed_endpoints"]) == ({"/ask", "/article"}, {})


def test_programs_ask_and_read_by_name(site: str) -> None:
    from gradio_client import Client
    from gradio_client.exceptions import AppError

    client = Client(site, verbose=False, analytics_enabled=False)
    answer = client.predict(question=QUESTION, answer_language="en", latest=True, api_name="/ask")
    assert (answer["question"], answer["answer_language"]) == (QUESTION, "en")
    assert answer["citations"][0]["quote"] == "पुल मार्च में खुलेगा।"
    read = client.predict(article_id="a", api_name="/article")
    assert (read["body"], read["in_force"]) == ("पुल मार्च में खुलेगा।", True)
    for wrong in ({"question": ""}, {"question": "x", "first_day": "soon"}):
        with pytest.raises(AppError, match=r"question|from"):
            client.predict(**wrong, api_name="/ask")
    with pytest.raises(AppError, match="no article 'none'"):
        client.predict(article_id="none", api_name="/article")


def test_nothing_is_told_to_the_makers_of_gradio(site: str) -> None:
    config = httpx.get(f"{site}config").json()
    assert config["analytics_enabled"] is False
    assert httpx.get(f"{site}monitoring").status_code == 403


@pytest.fixture
def adding(archive: Archive) -> Iterator[str]:
    """The address of a chat to which those at this machine may add."""
    with served(FakeDesk([], {}), adding=Adding(archive, Policy("auto"))) as address:
        yield address


def send(site: str, size: int = 10, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.post(f"{site}gradio_api/upload", files={"files": ("a.txt", b"x" * size)}, headers=names)


def test_a_file_is_taken_from_those_alone_who_may_add(site: str, adding: str) -> None:
    assert send(adding).status_code == 200
    assert send(adding, x_forwarded_for="203.0.113.7").status_code == 403
    assert send(adding, origin="https://evil.example").status_code == 403
    assert send(adding, host="evil.example").status_code == 403
    assert send(adding, LARGEST_FILE + 100_000).status_code == 413
    assert send(site).status_code == 403
    chunked = httpx.post(
        f"{adding}gradio_api/upload", content=iter([b"x"]), headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert chunked.status_code == 411


def hand_over(site: str, given: Mapping[str, object], **headers: str) -> str:
    """Send the event of the panel as a program would, and return all that comes of it."""
    config = httpx.get(f"{site}config").json()
    numbers = [one["id"] for one in config["dependencies"] if [name for _, name in one["targets"]] == ["hand_over"]]
    trigger = next((one["targets"][0][0] for one in config["dependencies"] if one["id"] in numbers), None)
    data = {"data": ["en"], "fn_index": (numbers or [0])[0], "session_hash": "s", "trigger_id": trigger}
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    joined = httpx.post(f"{site}gradio_api/queue/join", json={**data, "event_data": {"given": given}}, headers=names)
    if joined.status_code != 200 or not numbers:
        return f"{len(numbers)} such events"
    with httpx.stream("GET", f"{site}gradio_api/queue/data?session_hash=s") as stream:
        return "".join(line for line in stream.iter_lines())


def test_the_event_itself_refuses_whoever_may_not_add(site: str, adding: str, archive: Archive) -> None:
    upload = send(adding).json()[0]
    given = {"files": [{"path": upload, "name": "a.txt"}], "address": "", "source": ""}
    assert "cannot be added from this page" in hand_over(adding, given, x_forwarded_for="203.0.113.7")
    assert archive.living() == 0
    assert Path(upload).exists()
    assert "Done (articles: 1)" in hand_over(adding, given)
    assert archive.article("a.txt")
    assert not Path(upload).exists()
    assert hand_over(site, given) == "0 such events"


def test_another_address_must_be_meant(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--open"):
        app.chat(tmp_path / "nothing", host="0.0.0.0")  # noqa: S104
    with pytest.raises(ArchiveError):
        app.chat(tmp_path / "nothing", host="0.0.0.0", open_to_all=True)  # noqa: S104


def test_a_port_that_is_taken_is_a_clear_error() -> None:
    with socket.socket() as other, gradio_leftovers_unreported():
        other.bind((app.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        page = app.build(FakeDesk([], {}))
        with pytest.raises(UsageError, match=f"Port {port} is taken .* --port"):
            app.launch(page, port)


def test_without_an_archive_no_page_is_built(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        app.chat(tmp_path / "nothing")
