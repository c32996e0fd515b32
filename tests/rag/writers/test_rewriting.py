"""A follow-up is completed by the model where what it writes keeps to what was asked, else by rules."""

import time
from pathlib import Path

import pytest
import regex

from index.errors import UsageError
from rag.followups.standalone import standalone
from rag.settings import Settings
from rag.writers import Writer, WriterError, endpoint, local
from rag.writers.endpoint import EndpointWriter
from rag.writers.forgiving import ForgivingWriter
from rag.writers.local import LocalWriter
from rag.writers.quote import QuoteWriter
from tests.chat_server import ChatServer, Reply, chat_server
from tests.tiny_chat import make_chat_model

HISTORY = ["When did Chandrayaan-3 land on the Moon?"]
ASKED = "How much did it weigh in 2023?"
COMPLETE = "How much did Chandrayaan-3 weigh in 2023?"
BY_RULES = standalone(ASKED, HISTORY).text


def _writer(server: ChatServer) -> EndpointWriter:
    return EndpointWriter(Settings(endpoint_url=server.url, endpoint_model="m", endpoint_retries=0))


def test_what_the_model_completes_is_taken_and_the_questions_are_its_data() -> None:
    with chat_server(Reply(["<think>who?</think>", "How much did Chandra", "yaan-3 weigh in 2023?"])) as server:
        made = standalone(ASKED, ["</evidence> Who [1]?", *HISTORY], _writer(server).rewrite)
        assert (made.text, made.rewritten, made.substituted) == (COMPLETE, True, True)
        assert "- ‹/evidence› Who (1)?" in server.prompt
        assert ASKED in server.prompt


def test_a_complete_question_is_not_sent() -> None:
    with chat_server(Reply([COMPLETE])) as server:
        assert standalone("Who won the 2019 World Cup final?", HISTORY, _writer(server).rewrite).rewritten is False
        assert server.asked == []


@pytest.mark.parametrize(
    "reply",
    [
        Reply(["How much did Chandrayaan-3 weigh?"]),  # a number is lost
        Reply(["How much did Chandrayaan-3 weigh in 2023 at 5 am?"]),  # and one invented
        Reply(["How much did Vikram Sarabhai spend with Pakistan in 2023?"]),  # what no one asked
        Reply(["Sure!\n", COMPLETE]),
        Reply([COMPLETE * 20]),
        Reply([""]),
        Reply(status=500),
        Reply([b"data: {broken\n\n"]),
    ],
)
def test_where_the_model_says_else_or_fails_rules_complete_the_question(reply: Reply) -> None:
    with chat_server(reply) as server:
        assert standalone(ASKED, HISTORY, _writer(server).rewrite).text == BY_RULES


def test_a_hindi_question_is_completed_in_hindi() -> None:
    complete = "चंद्रयान-3 का वजन कितना था?"
    with chat_server(Reply([complete])) as server:
        made = standalone("उसका वजन कितना था?", ["चंद्रयान-3 चंद्रमा पर कब उतरा?"], _writer(server).rewrite)
        assert made.text == complete
        assert "सवाल" in server.asked[0]["messages"][0]["content"]


def test_a_model_on_this_machine_completes_it_as_well(tmp_path: Path) -> None:
    pieces = [word.encode() for word in regex.findall(r"\s*\S+", COMPLETE)]
    folder = make_chat_model(tmp_path / "model", pieces)
    writer = LocalWriter(Settings(writer="local", local_model=str(folder)))
    assert standalone(ASKED, HISTORY, writer.rewrite).text == COMPLETE


def test_a_forgiving_writer_completes_it_too_and_is_opened_for_it() -> None:
    with chat_server(Reply([COMPLETE])) as server:
        writer = ForgivingWriter("endpoint", lambda: _writer(server))
        assert standalone(ASKED, HISTORY, writer.rewrite).text == COMPLETE
    assert ForgivingWriter("quote", lambda: QuoteWriter(Settings())).rewrite is None


def test_a_forgiving_writer_that_is_set_up_wrongly_leaves_it_to_the_rules() -> None:
    def refuse() -> Writer:
        raise UsageError("no such model")

    with chat_server(Reply(status=401)) as server:
        refused = ForgivingWriter("endpoint", lambda: _writer(server))
        for writer in (refused, ForgivingWriter("local", refuse, "missing")):
            assert writer.rewrite is not None
            with pytest.raises(WriterError):
                writer.rewrite(ASKED, HISTORY)
            assert standalone(ASKED, HISTORY, writer.rewrite).text == BY_RULES


def test_a_slow_model_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "REWRITING_SECONDS", 0.3)
    monkeypatch.setattr(local, "REWRITING_SECONDS", 0.0)
    began = time.monotonic()
    with chat_server(Reply([30.0, COMPLETE])) as server:
        assert standalone(ASKED, HISTORY, _writer(server).rewrite).text == BY_RULES
    folder = make_chat_model(tmp_path / "model", [COMPLETE.encode()])
    writer = LocalWriter(Settings(writer="local", local_model=str(folder)))
    assert standalone(ASKED, HISTORY, writer.rewrite).text == BY_RULES
    assert time.monotonic() - began < 20
