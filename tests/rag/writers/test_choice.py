from pathlib import Path

import pytest

from rag.choice import OPERATORS, Choice
from rag.settings import Settings
from rag.writers import WriterError, open_writer, rewrite_of
from rag.writers.choice import Writers
from rag.writers.endpoint import KEY_VARIABLE
from rag.writers.local import LocalWriter
from tests.chat_server import Reply, chat_server
from tests.scripted_desk import FACT, QUESTION, Open
from tests.tiny_chat import make_chat_model

ELSEWHERE = "http://127.0.0.1:9/v1"
COMPLETE = "Where did they come?"


def settings(**given: object) -> Settings:
    return Settings.from_environment(**given)


def opened(settings: Settings, *, free: bool) -> Writers:
    return Writers(settings, open_writer(settings), free=free)


def test_whoever_sits_at_the_machine_may_name_any_model_and_address() -> None:
    writers = opened(settings(), free=True)
    assert [offer.writer for offer in writers.offers(here=True)] == ["quote", "local", "endpoint"]
    choice = Choice("endpoint", "tiny", ELSEWHERE)
    assert writers.allowed(choice, here=True) == choice
    assert writers.allowed(choice, here=False) == OPERATORS
    assert [offer.writer for offer in writers.offers(here=False)] == ["quote"]
    assert writers.allowed(Choice("local", "some/model", ELSEWHERE), here=True) == Choice("local", "some/model")
    assert writers.allowed(Choice("quote", "some/model", ELSEWHERE), here=True) == OPERATORS


def test_others_choose_among_what_the_operator_has_set_up() -> None:
    assert [offer.writer for offer in opened(settings(), free=False).offers(here=True)] == ["quote"]
    writers = opened(settings(endpoint_url="http://127.0.0.1:1/v1", endpoint_model="theirs"), free=False)
    assert [(offer.writer, offer.model) for offer in writers.offers(here=True)] == [
        ("quote", ""),
        ("endpoint", "theirs"),
    ]
    assert writers.allowed(Choice("endpoint", "other", ELSEWHERE), here=True) == Choice("endpoint")
    assert writers.allowed(Choice("local", "some/model"), here=True) == OPERATORS
    named = opened(settings(local_model="some/model"), free=False)
    assert [offer.writer for offer in named.offers(here=True)] == ["quote", "local"]
    assert named.allowed(Choice("local", "/etc"), here=True) == Choice("local")


def test_a_writer_is_opened_once_and_few_are_kept() -> None:
    writers = opened(settings(), free=True)
    one = writers.open(Choice("endpoint", "tiny", ELSEWHERE))
    assert writers.open(Choice("endpoint", "tiny", ELSEWHERE)) is one
    for number in range(20):
        writers.open(Choice("endpoint", f"m{number}", ELSEWHERE))
    assert writers.open(Choice("endpoint", "tiny", ELSEWHERE)) is not one
    local = writers.open(Choice("local", "a/one"))
    writers.open(Choice("local", "a/two"))
    assert writers.open(Choice("local", "a/one")) is not local


def test_the_operators_own_writer_is_the_desks_and_stays(tmp_path: Path) -> None:
    folder = make_chat_model(tmp_path / "model", [COMPLETE.encode()])
    theirs = settings(writer="local", local_model=str(folder))
    own = LocalWriter(theirs)
    writers = Writers(theirs, own, free=True)
    kept = writers.open(OPERATORS)
    assert writers.open(Choice("local", str(folder))) is kept
    for number in range(20):
        writers.open(Choice("endpoint", f"m{number}", ELSEWHERE))
        writers.open(Choice("local", f"a/{number}"))
    assert writers.open(OPERATORS) is kept
    rewrite = rewrite_of(kept)
    assert rewrite is not None
    assert rewrite("And where?", ["Who came?"]) == COMPLETE
    assert own._loaded is not None


def test_one_local_model_is_kept_beside_the_operators_writer() -> None:
    writers = opened(settings(local_model="a/one"), free=True)
    local = writers.open(Choice("local"))
    assert writers.open(Choice("local")) is local
    writers.open(Choice("endpoint", "tiny", ELSEWHERE))
    assert writers.open(Choice("local")) is local
    writers.open(Choice("local", "a/two"))
    assert writers.open(Choice("local")) is not local


@pytest.mark.parametrize(
    ("choice", "trouble"),
    [
        (Choice("local", "no/such-model"), "missing"),
        (Choice("local", "/no/such/folder"), "missing"),
        (Choice("endpoint", "tiny", "ftp://somewhere"), "unready"),
        (Choice("endpoint", "", ELSEWHERE), "unready"),
    ],
)
def test_what_is_set_up_wrongly_is_a_trouble_of_the_writer(choice: Choice, trouble: str, open_desk: Open) -> None:
    desk = open_desk()
    writer = opened(settings(), free=True).open(choice)
    question, hits = desk.search(QUESTION)
    assert hits
    with pytest.raises(WriterError) as raised:
        list(writer.write(question, ()))
    assert raised.value.trouble == trouble


def test_the_key_goes_to_the_operators_address_alone(
    monkeypatch: pytest.MonkeyPatch, open_desk: Open, tmp_path: Path
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "secret-of-the-operator")
    question, _ = open_desk().search(QUESTION)
    with chat_server(Reply([f"{FACT} [1]"])) as theirs, chat_server(Reply([f"{FACT} [1]"])) as other:
        writers = opened(settings(endpoint_url=theirs.url, endpoint_model="tiny"), free=True)
        for choice in (Choice("endpoint"), Choice("endpoint", url=theirs.url), Choice("endpoint", url=other.url)):
            list(writers.open(choice).write(question, ()))
        assert [headers.get("Authorization") for headers in theirs.headers] == ["Bearer secret-of-the-operator"] * 2
        assert [headers.get("Authorization") for headers in other.headers] == [None]


def test_a_refused_key_is_a_trouble_too(open_desk: Open) -> None:
    question, _ = open_desk().search(QUESTION)
    with chat_server(Reply(status=401)) as server:
        writer = opened(settings(), free=True).open(Choice("endpoint", "tiny", server.url))
        with pytest.raises(WriterError) as raised:
            list(writer.write(question, ()))
    assert raised.value.trouble == "unready"
