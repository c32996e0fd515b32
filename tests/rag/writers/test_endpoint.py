"""A scripted model behind a real server: whatever it does, the answer is right and honest or the error is clear."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
import regex

from index.errors import UsageError
from rag.answer import Answer, Written
from rag.desk import NewsDesk
from rag.messages import MESSAGES
from rag.settings import Settings
from rag.writers import chat_stream, endpoint
from rag.writers.endpoint import EndpointWriter, chat_url
from tests.chat_server import ChatServer, Reply, chat_server, event
from tests.rag.writers.conftest import Open

QUESTION = "How many kilograms does the rover weigh?"
HINDI_QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"
FACT, HINDI_FACT = "The rover weighs 26 kilograms.", "बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।"
COST = "Dr. Rao said the mission cost about Rs. 615 crore"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "FIRST_WAIT", 0.01)
    monkeypatch.delenv(endpoint.KEY_VARIABLE, raising=False)


class Scripted:
    """Asks one desk over one scripted server."""

    def __init__(self, desk: NewsDesk, server: ChatServer) -> None:
        self.desk, self.server = desk, server

    def ask(self, question: str = QUESTION, **given: object) -> Answer:
        answer = self.desk.ask(question, **given)  # type: ignore[arg-type]
        self.is_honest(answer)
        return answer

    def is_honest(self, answer: Answer) -> None:
        """Each sentence that passes for supported cites a source that holds its numbers; citations are exact."""
        quotes = {citation.n: citation.quote for citation in answer.citations}
        for citation in answer.citations:
            article = self.desk.article(citation.article_id, citation.version)
            assert article is not None
            assert article.body[citation.start : citation.end] == citation.quote
        for sentence in answer.sentences:
            told = " ".join(quotes[n] for n in sentence.citations)
            if sentence.support == "supported":
                assert sentence.citations
                assert set(regex.findall(r"\p{Nd}+", sentence.text)) <= set(regex.findall(r"\p{Nd}+", told))
        assert set(quotes) == {n for sentence in answer.sentences for n in sentence.citations}
        assert answer.abstained == (not answer.sentences)


@contextmanager
def scripted(open_desk: Open, *replies: Reply, **settings: object) -> Iterator[Scripted]:
    with chat_server(*replies) as server:
        given = {"writer": "endpoint", "endpoint_url": server.url, "endpoint_model": "tiny", **settings}
        yield Scripted(open_desk(**given), server)


def number_of(server: ChatServer, sentence: str) -> int:
    """Return the number that a sentence has in the evidence which the server was given."""
    return int(regex.search(rf"\[(\d+)\] {regex.escape(sentence)}", server.prompt)[1])  # type: ignore[index]


@pytest.fixture(scope="module")
def numbers(open_desk: Open) -> dict[str, int]:
    """Return the numbers of two sentences in the evidence for the two questions; they are the same at each asking."""
    with scripted(open_desk, Reply(["NOT-IN-EVIDENCE"])) as script:
        script.ask()
        found = {"fact": number_of(script.server, FACT), "cost": number_of(script.server, COST)}
        script.ask(HINDI_QUESTION)
        return {**found, "hindi": number_of(script.server, HINDI_FACT)}


def test_a_cited_sentence_is_verified_and_shown(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    with scripted(open_desk, Reply(["The rover", " weighs 26 kilo", f"grams [{n}", "]", "."])) as script:
        answer = script.ask()
        assert [(s.text, s.citations, s.support) for s in answer.sentences] == [(FACT, (1,), "supported")]
        assert answer.answer == f"{FACT} [1]"
        assert answer.citations[0].quote == FACT
        assert answer.writer == "endpoint"
        assert answer.notices == ()
        asked = script.server.asked[0]
        assert asked["path"] == "/v1/chat/completions"
        assert (asked["model"], asked["stream"], asked["temperature"]) == ("tiny", True, 0)


def test_a_hindi_question_is_answered_in_hindi(open_desk: Open, numbers: dict[str, int]) -> None:
    said = HINDI_FACT[:-1] + f" [{numbers['hindi']}]।"
    with scripted(open_desk, Reply(list(said))) as script:
        answer = script.ask(HINDI_QUESTION)
        assert answer.answer == f"{HINDI_FACT} [1]"
        assert "सवाल:" in script.server.prompt


def test_the_chosen_answer_language_is_the_models(open_desk: Open) -> None:
    with scripted(open_desk, Reply(["NOT-IN-EVIDENCE"])) as script:
        script.ask(QUESTION, answer_language="hi")
        assert "देवनागरी" in script.server.asked[0]["messages"][0]["content"]


def test_sentences_are_numbered_by_first_use(open_desk: Open, numbers: dict[str, int]) -> None:
    fact, cost = numbers["fact"], numbers["cost"]
    with scripted(
        open_desk, Reply([f"{COST} [{cost}]. {FACT} [{fact}] The mission cost Rs. 615 crore, Dr. Rao said [{cost}]."])
    ) as script:
        answer = script.ask()
        assert [s.citations for s in answer.sentences] == [(1,), (2,), (1,)]
        assert [c.quote[:8] for c in answer.citations] == ["Dr. Rao ", "The rove"]


def test_what_the_source_does_not_say_is_removed_and_told(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    said = f"The rover weighs 27 kilograms [{n}]. {FACT} [{n}] The rover was built in Pune [{n}]."
    with scripted(open_desk, Reply([said])) as script:
        answer = script.ask()
        assert [s.text for s in answer.sentences] == [FACT]
        assert answer.notices == (MESSAGES["removed"]["en"].format(count=2),)
        assert "27" not in answer.answer


def test_what_the_source_does_not_say_is_marked_where_so_set(open_desk: Open, numbers: dict[str, int]) -> None:
    with scripted(open_desk, Reply([f"It weighs 27 kilograms [{numbers['fact']}]."]), unsupported="mark") as script:
        answer = script.ask()
        assert [s.support for s in answer.sentences] == ["unsupported"]
        assert answer.answer == "It weighs 27 kilograms. (not supported by its source) [1]"


@pytest.mark.parametrize(
    "said",
    [
        "The rover weighs 26 kilograms.",  # no citation
        "The rover weighs 26 kilograms [99].",  # an id that nothing has
        "The rover weighs 26 kilograms [0].",
        "The rover weighs 26 kilograms [7, 99999].",
        "The rover weighs 2600 kilograms [1][2][3][4][5][6].",
        "Pigs fly over Mars [1].",
        "asdf qwer zxcv",
        "{}[]<>;;;",
    ],
)
def test_nothing_that_stands_is_an_abstention(open_desk: Open, said: str) -> None:
    with scripted(open_desk, Reply([said])) as script:
        answer = script.ask()
        assert answer.abstained or all(s.support == "supported" and "26" in s.text for s in answer.sentences)
        if answer.abstained:
            assert answer.answer == MESSAGES["abstained"]["en"]
            assert answer.nearest


def test_the_wrong_sentence_cited_does_not_stand(open_desk: Open, numbers: dict[str, int]) -> None:
    with scripted(open_desk, Reply([f"{FACT} [{numbers['cost']}]"])) as script:
        answer = script.ask()
        assert answer.abstained
        assert answer.notices == (MESSAGES["removed_one"]["en"].format(count=1),)


@pytest.mark.parametrize(
    "said", ["NOT-IN-EVIDENCE", "NOT IN EVIDENCE.", "<think>\nHm, 26 [1].\n</think>\n\nNOT-IN-EVIDENCE"]
)
def test_a_model_that_finds_nothing_abstains(open_desk: Open, said: str) -> None:
    with scripted(open_desk, Reply(list(said))) as script:
        answer = script.ask()
        assert answer.abstained
        assert answer.notices == ()


def test_thoughts_are_not_shown(open_desk: Open, numbers: dict[str, int]) -> None:
    said = f"<think>Maybe. The rover weighs 26 kilograms [{numbers['cost']}].</think>{FACT} [{numbers['fact']}]"
    with scripted(open_desk, Reply(list(said))) as script:
        assert script.ask().answer == f"{FACT} [1]"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (QUESTION, "रोवर का वज़न 26 किलोग्राम है [{n}]।"),
        (QUESTION, "Rover ka vajan 26 kilogram hai aur yeh chand par hai [{n}]."),
        (QUESTION, "月球车重26公斤 [{n}]。"),
        (HINDI_QUESTION, "The figure was 36 per cent [{n}]."),
        (HINDI_QUESTION, "The figure was 36 per cent."),
    ],
)
def test_the_wrong_language_gives_way_to_quotes(
    open_desk: Open, numbers: dict[str, int], question: str, said: str
) -> None:
    hindi = question == HINDI_QUESTION
    n = numbers["hindi" if hindi else "fact"]
    with scripted(open_desk, Reply([said.format(n=n)])) as script:
        answer = script.ask(question)
        assert answer.writer == "quote"
        assert MESSAGES["wrong_language"]["hi" if hindi else "en"] in answer.notices
        assert answer.sentences[0].text == (HINDI_FACT if hindi else FACT)


def test_one_sentence_in_the_wrong_language_is_left_out(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    with scripted(open_desk, Reply([f"{FACT} [{n}] रोवर का वज़न 26 किलोग्राम है [{n}]।"])) as script:
        answer = script.ask()
        assert answer.answer == f"{FACT} [1]"
        assert answer.notices == (MESSAGES["removed_foreign_one"]["en"].format(count=1),)


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
