"""Whatever a server does, what was verified stays, quotes stand in for the rest, or the error is clear."""

import json
import time
from collections.abc import Sequence

import pytest

from index.errors import UsageError
from rag.answer import Written
from rag.messages import MESSAGES
from rag.settings import Settings
from rag.writers import chat_stream, endpoint
from rag.writers.endpoint import EndpointWriter, chat_url
from tests.chat_server import Reply, chat_server, event
from tests.scripted_desk import FACT, HINDI_FACT, HINDI_QUESTION, QUESTION, Open, scripted


def begun(n: int) -> Sequence[str]:
    return [f"{FACT} [{n}] The mission", " cost"]


@pytest.mark.parametrize(
    ("ending", "trouble"),
    [
        (Reply(finish=None), "cut"),  # hangs up
        (Reply([b"data: {broken\n\n"]), "broken"),
        (Reply([b"<html>proxy error</html>\n"]), "broken"),
        (Reply([b"\x1f\x8b\x08\x00\xff\xfe\n"]), "broken"),
        (Reply([b'data: {"error": {"message": "out of memory"}}\n\n']), "refused"),
        (Reply([b'data: {"choices": [{"delta": {"content": 5}}]}\n\n']), "broken"),
        (Reply([b"data: [1, 2]\n\n"]), "broken"),
        (Reply([b"data: " + b"[" * 100_000 + b"\n\n"]), "broken"),
        (Reply(finish="length"), "long"),
        (Reply([30.0]), "late"),  # stalls
    ],
)
def test_what_was_verified_before_a_failure_stays(
    open_desk: Open, numbers: dict[str, int], ending: Reply, trouble: str
) -> None:
    reply = Reply([*begun(numbers["fact"]), *ending.parts], finish=ending.finish)
    with scripted(open_desk, reply, endpoint_read_seconds=0.4) as script:
        answer = script.ask()
        problem = MESSAGES[f"trouble_{trouble}"]["en"]
        assert answer.answer == f"{FACT} [1]"
        assert answer.notices == (MESSAGES["model_stopped"]["en"].format(problem=problem),)
        assert answer.writer == "endpoint"
        assert len(script.server.asked) == 1  # what has begun is not tried again


@pytest.mark.parametrize(
    ("reply", "trouble", "tries"),
    [
        (Reply(status=500), "refused", 3),
        (Reply(status=429), "busy", 3),
        (Reply(status=503, headers={"Retry-After": "0"}), "busy", 3),
        (Reply(status=429, headers={"Retry-After": "3600"}), "busy", 1),
        (Reply(status=429, headers={"Retry-After": "Fri, 1 Jan 2027"}), "busy", 3),
        (Reply(status=400), "refused", 1),
        (Reply([b"garbage that is no event\n\n"]), "broken", 1),
        (Reply([b"{}"], content_type="application/json"), "broken", 1),
        (Reply([b"data: {}\n\n"]), "broken", 1),
        (Reply(finish=None), "cut", 3),
        (Reply(), "silent", 1),
        (Reply([" \n "]), "silent", 1),
        (Reply(["<think>forever"]), "silent", 1),
        (Reply([30.0]), "late", 1),
    ],
)
def test_a_failure_before_the_first_word_gives_way_to_quotes(
    open_desk: Open, reply: Reply, trouble: str, tries: int
) -> None:
    with scripted(open_desk, reply, endpoint_read_seconds=0.4) as script:
        answer = script.ask()
        problem = MESSAGES[f"trouble_{trouble}"]["en"]
        assert MESSAGES["model_failed"]["en"].format(problem=problem) in answer.notices
        assert answer.writer == "quote"
        assert answer.sentences[0].text == FACT
        assert len(script.server.asked) == tries


def test_the_failure_is_told_in_hindi(open_desk: Open) -> None:
    with scripted(open_desk, Reply(status=500), endpoint_retries=0) as script:
        problem = MESSAGES["trouble_refused"]["hi"]
        assert MESSAGES["model_failed"]["hi"].format(problem=problem) in script.ask(HINDI_QUESTION).notices


def test_a_passing_failure_is_tried_again(open_desk: Open, numbers: dict[str, int]) -> None:
    good = Reply([f"{FACT} [{numbers['fact']}]"])
    with scripted(open_desk, Reply(status=503), Reply(finish=None), good) as script:
        answer = script.ask()
        assert answer.answer == f"{FACT} [1]"
        assert answer.notices == ()


def test_each_further_try_waits_longer(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    said_so = Reply(status=429, headers={"Retry-After": "7"})
    with scripted(
        open_desk, Reply(status=500), Reply(status=503), said_so, Reply(status=500), endpoint_retries=4
    ) as script:
        script.ask()
    assert waits == [0.01, 0.02, 7, 0.08]


def test_a_server_that_drips_for_ever_is_left_in_time(open_desk: Open) -> None:
    drip = Reply([part for _ in range(300) for part in (b": ping\n\n", 0.02)])
    with scripted(open_desk, drip, writer_seconds=1.0) as script:
        begun_at = time.monotonic()
        answer = script.ask()
        assert time.monotonic() - begun_at < 4
        assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_late"]["en"]) in answer.notices


def test_nobody_listening_gives_way_to_quotes(open_desk: Open) -> None:
    with chat_server(Reply()) as gone:
        address = gone.url
    desk = open_desk(writer="endpoint", endpoint_url=address, endpoint_model="tiny", endpoint_retries=1)
    answer = desk.ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_unreachable"]["en"]) in answer.notices
    assert answer.sentences[0].text == FACT


@pytest.mark.parametrize(
    "address", ["http://..", "http://.a.example", f"http://{'a' * 64}.example", "http://h:1" + "0" * 20]
)
def test_an_address_that_no_resolver_takes_gives_way_to_quotes(open_desk: Open, address: str) -> None:
    answer = open_desk(writer="endpoint", endpoint_url=address, endpoint_model="tiny").ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_unreachable"]["en"]) in answer.notices
    assert answer.sentences[0].text == FACT


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(status=401), "KHABAR_ENDPOINT_KEY"),
        (Reply(status=403), "KHABAR_ENDPOINT_KEY"),
        (Reply(status=404), "KHABAR_ENDPOINT_MODEL"),
        (Reply(status=307, headers={"Location": "http://127.0.0.1:1/"}), "points elsewhere"),
    ],
)
def test_a_wrong_set_up_is_an_error(open_desk: Open, reply: Reply, words: str) -> None:
    with scripted(open_desk, reply) as script:
        with pytest.raises(UsageError, match=words) as raised:
            script.ask()
        assert "\n" not in str(raised.value)
        assert len(script.server.asked) == 1


def test_an_answer_that_is_not_streamed_is_read(open_desk: Open, numbers: dict[str, int]) -> None:
    whole = {"choices": [{"message": {"content": f"{FACT} [{numbers['fact']}]"}, "finish_reason": "stop"}]}
    reply = Reply([json.dumps(whole).encode()], finish=None, content_type="application/json; charset=utf-8")
    with scripted(open_desk, reply) as script:
        assert script.ask().answer == f"{FACT} [1]"


def test_events_may_be_cut_anywhere(open_desk: Open, numbers: dict[str, int]) -> None:
    said = event(f"{HINDI_FACT[:-1]}\u2028 [{numbers['hindi']}]।").replace(b"\n", b"\r\n")
    with scripted(open_desk, Reply([bytes([byte]) for byte in b": hello\r\n\r\n" + said])) as script:
        assert script.ask(HINDI_QUESTION).answer == f"{HINDI_FACT} [1]"


def test_a_sentence_is_shown_before_the_next_one_is_whole(open_desk: Open, numbers: dict[str, int]) -> None:
    with scripted(open_desk, Reply([f"{FACT} [{numbers['fact']}] It", 30.0]), endpoint_read_seconds=20) as script:
        stream = script.desk.stream(QUESTION)
        shown = next(one for one in stream if isinstance(one, Written))
        assert shown.sentence.text == FACT
        stream.close()  # type: ignore[attr-defined]


def test_stopping_hangs_up(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    with scripted(open_desk, Reply([part for _ in range(500) for part in (f"{FACT} [{n}] It is. ", 0.01)])) as script:
        stream = script.desk.stream(QUESTION)
        next(one for one in stream if isinstance(one, Written))
        stream.close()  # type: ignore[attr-defined]
        assert script.server.hung_up.wait(5)


def test_what_is_too_long_is_left(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_stream, "LONGEST_TEXT", 2000)
    with scripted(open_desk, Reply([f"Word {n} follows word. " for n in range(300)])) as script:
        answer = script.ask()
        assert answer.writer == "quote"
        assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_long"]["en"]) in answer.notices


def test_the_key_goes_into_the_header_and_nowhere_else(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(endpoint.KEY_VARIABLE, " secret-1 ")
    with scripted(open_desk, Reply(["NOT-IN-EVIDENCE"]), Reply(status=401)) as script:
        answer = script.ask()
        assert script.server.headers[0]["Authorization"] == "Bearer secret-1"
        with pytest.raises(UsageError) as raised:
            script.ask()
        told = [json.dumps(answer.as_dict()), str(raised.value), json.dumps(script.desk.settings.as_dict())]
        assert not any("secret" in text for text in [*told, json.dumps(script.server.asked)])


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"endpoint_model": "m"}, "KHABAR_ENDPOINT_URL"),
        ({"endpoint_url": "http://h/v1"}, "KHABAR_ENDPOINT_MODEL"),
        ({"endpoint_url": "localhost:11434", "endpoint_model": "m"}, "http://host:port/v1"),
        ({"endpoint_url": "file:///etc", "endpoint_model": "m"}, "http://host:port/v1"),
        ({"endpoint_url": "http://exa mple\x00/v1", "endpoint_model": "m"}, "http://host:port/v1"),
        ({"endpoint_url": "http:///v1", "endpoint_model": "m"}, "http://host:port/v1"),
        ({"endpoint_url": "http://h:x/v1", "endpoint_model": "m"}, "http://host:port/v1"),
        ({"endpoint_url": "http://me:pw@h/v1", "endpoint_model": "m"}, "KHABAR_ENDPOINT_KEY"),
    ],
)
def test_settings_that_cannot_work_are_an_error_at_once(settings: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words) as raised:
        EndpointWriter(Settings(writer="endpoint", **settings))  # type: ignore[arg-type]
    assert "pw" not in str(raised.value)


def test_a_key_with_a_line_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(endpoint.KEY_VARIABLE, "a\r\nX-Evil: 1")
    with pytest.raises(UsageError, match="copy it again"):
        EndpointWriter(Settings(writer="endpoint", endpoint_url="http://h", endpoint_model="m"))


def test_a_proxy_that_cannot_be_used_is_an_error(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "nonsense://x")
    with scripted(open_desk, Reply()) as script, pytest.raises(UsageError, match="check the proxy"):
        script.ask()


def test_a_full_address_is_kept() -> None:
    assert chat_url("http://h/v1/chat/completions?api-version=1") == "http://h/v1/chat/completions?api-version=1"
