from pathlib import Path

import pytest

from rag.choice import OPERATORS, Choice
from rag.settings import Settings
from rag.writers import WriterError
from rag.writers.choice import Writers
from rag.writers.endpoint import KEY_VARIABLE
from tests.chat_server import Reply, chat_server
from tests.scripted_desk import FACT, QUESTION, Open

ELSEWHERE = "http://127.0.0.1:9/v1"


def settings(**given: object) -> Settings:
    return Settings.from_environment(**given)


def test_whoever_sits_at_the_machine_may_name_any_model_and_address() -> None:
    writers = Writers(settings(), free=True)
    assert [offer.writer for offer in writers.offers(here=True)] == ["quote", "local", "endpoint"]
    choice = Choice("endpoint", "tiny", ELSEWHERE)
    assert writers.allowed(choice, here=True) == choice
    assert writers.allowed(choice, here=False) == OPERATORS
    assert [offer.writer for offer in writers.offers(here=False)] == ["quote"]
    assert writers.allowed(Choice("local", "some/model", ELSEWHERE), here=True) == Choice("local", "some/model")
    assert writers.allowed(Choice("quote", "some/model", ELSEWHERE), here=True) == OPERATORS


def test_others_choose_among_what_the_operator_has_set_up() -> None:
    assert [offer.writer for offer in Writers(settings(), free=False).offers(here=True)] == ["quote"]
    writers = Writers(settings(endpoint_url="http://127.0.0.1:1/v1", endpoint_model="theirs"), free=False)
    assert [(offer.writer, offer.model) for offer in writers.offers(here=True)] == [
        ("quote", ""),
        ("endpoint", "theirs"),
    ]
    assert writers.allowed(Choice("endpoint", "other", ELSEWHERE), here=True) == Choice("endpoint")
    assert writers.allowed(Choice("local", "some/model"), here=True) == OPERATORS
    named = Writers(settings(local_model="some/model"), free=False)
    assert [offer.writer for offer in named.offers(here=True)] == ["quote", "local"]
    assert named.allowed(Choice("local", "/etc"), here=True) == Choice("local")


def test_a_writer_is_opened_once_and_few_are_kept() -> None:
    writers = Writers(settings(), free=True)
    one = writers.open(Choice("endpoint", "tiny", ELSEWHERE))
    assert writers.open(Choice("endpoint", "tiny", ELSEWHERE)) is one
    for number in range(20):
        writers.open(Choice("endpoint", f"m{number}", ELSEWHERE))
    assert writers.open(Choice("endpoint", "tiny", ELSEWHERE)) is not one
    local = writers.open(Choice("local", "a/one"))
    writers.open(Choice("local", "a/two"))
    assert writers.open(Choice("local", "a/one")) is not local


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
    writer = Writers(settings(), free=True).open(choice)
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
        writers = Writers(settings(endpoint_url=theirs.url, endpoint_model="tiny"), free=True)
        for choice in (Choice("endpoint"), Choice("endpoint", url=theirs.url), Choice("endpoint", url=other.url)):
            list(writers.open(choice).write(question, ()))
        assert [headers.get("Authorization") for headers in theirs.headers] == ["Bearer secret-of-the-operator"] * 2
        assert [headers.get("Authorization") for headers in other.headers] == [None]


def test_a_refused_key_is_a_trouble_too(open_desk: Open) -> None:
    question, _ = open_desk().search(QUESTION)
    with chat_server(Reply(status=401)) as server:
        writer = Writers(settings(), free=True).open(Choice("endpoint", "tiny", server.url))
        with pytest.raises(WriterError) as raised:
            list(writer.write(question, ()))
    assert raised.value.trouble == "unready"
