"""The local writer, end to end, with chat models that are made here: tiny, but loaded and run as any other."""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import regex

from index.errors import UsageError
from rag import local_models
from rag.answer import Written
from rag.desk import NewsDesk
from rag.messages import MESSAGES
from rag.settings import Settings
from rag.writers.chat_model import find
from rag.writers.local import LocalWriter
from tests.scripted_desk import FACT, HINDI_FACT, HINDI_QUESTION, QUESTION, Open
from tests.tiny_chat import THINKING, WITHOUT_SYSTEM, make_chat_model

Say = Callable[..., NewsDesk]


@pytest.fixture
def say(tmp_path: Path, open_desk: Open) -> Iterator[Say]:
    """Return a function that opens a desk on a model which writes some words, or pieces of them."""

    def opened(said: str | Sequence[bytes], settings: dict[str, object] | None = None, **model: object) -> NewsDesk:
        pieces = [word.encode() for word in regex.findall(r"\s*\S+", said)] if isinstance(said, str) else said
        folder = make_chat_model(tmp_path / "model", pieces, **model)  # type: ignore[arg-type]
        return open_desk(writer="local", local_model=str(folder), **(settings or {}))

    yield opened
    assert not [thread for thread in threading.enumerate() if thread.name == "writer"]


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list of all that is looked up or connected to while a test runs."""
    tried: list[object] = []

    def refuse(*address: object, **_: object) -> None:
        tried.append(address)
        raise OSError("no network in this test")

    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


def test_a_model_on_disk_answers_and_opens_no_socket(say: Say, reached: list[object]) -> None:
    answer = say(f"{FACT} [1][2][3][4]").ask(QUESTION)
    assert answer.sentences[0].text == FACT
    assert answer.sentences[0].support == "supported"
    assert FACT in {citation.quote for citation in answer.citations}
    assert answer.writer == "local"
    assert answer.notices == ()
    assert reached == []


def test_letters_spread_over_tokens_come_out_whole(say: Say) -> None:
    whole = f"{HINDI_FACT[:-1]} [1][2][3][4]".encode()
    # Cuts that fall inside letters, all pieces different.
    cuts = [0, 4, 11, 19, 28, 38, 50, 61, 75, 90, 106, len(whole)]
    pieces = [whole[a:b] for a, b in pairwise(cuts)]
    answer = say(pieces).ask(HINDI_QUESTION)
    assert answer.sentences[0].text == HINDI_FACT[:-1]
    assert answer.writer == "local"


def test_what_it_invents_is_not_shown(say: Say) -> None:
    answer = say("The rover weighs 99 kilograms. [1][2][3][4]").ask(QUESTION)
    assert answer.abstained
    assert answer.notices[0] == MESSAGES["removed_one"]["en"].format(count=1)


def test_a_model_that_does_not_end_is_stopped_at_the_limit(say: Say) -> None:
    answer = say(f"{FACT} [1][2][3][4] It is", {"writer_tokens": 40}, ends=False).ask(QUESTION)
    assert answer.sentences[0].text == FACT
    assert answer.notices == (MESSAGES["model_stopped"]["en"].format(problem=MESSAGES["trouble_long"]["en"]),)


def test_a_model_that_takes_too_long_is_stopped(say: Say) -> None:
    desk = say(f"{FACT} [1][2][3][4] It is", {"writer_tokens": 8192, "writer_seconds": 1.0}, ends=False)
    desk.writer._open()  # type: ignore[attr-defined]  # loading is not what takes long here
    answer = desk.ask(QUESTION)
    assert MESSAGES["model_stopped"]["en"].format(problem=MESSAGES["trouble_late"]["en"]) in answer.notices


def test_closing_the_stream_stops_the_model(say: Say) -> None:
    stream = say(f"{FACT} [1][2][3][4] It is", {"writer_tokens": 8192}, ends=False).stream(QUESTION)
    assert next(one for one in stream if isinstance(one, Written)).sentence.text == FACT
    stream.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if thread.name == "writer"]


def test_a_template_without_a_system_role_is_served(say: Say) -> None:
    answer = say(f"{FACT} [1][2][3][4]", template=WITHOUT_SYSTEM).ask(QUESTION)
    assert answer.sentences[0].text == FACT
    assert answer.writer == "local"


def test_thoughts_that_the_template_opens_are_not_shown(say: Say) -> None:
    answer = say(f"I think Pigs fly [1]. </think> {FACT} [1][2][3][4]", template=THINKING).ask(QUESTION)
    assert [sentence.text for sentence in answer.sentences] == [FACT]
    assert answer.notices == ()


def test_a_small_model_is_given_what_it_has_room_for(say: Say) -> None:
    answer = say("NOT-IN-EVIDENCE", {"writer_tokens": 16}, positions=3000).ask(QUESTION)
    assert answer.abstained
    assert answer.writer == "local"


def test_a_model_without_room_gives_way_to_quotes(say: Say) -> None:
    answer = say("NOT-IN-EVIDENCE", {"writer_tokens": 16}, positions=64).ask(QUESTION)
    assert answer.writer == "quote"
    assert answer.sentences[0].text == FACT


def test_a_failure_while_it_writes_gives_way_to_quotes(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = say(f"{FACT} [1]")

    def fail(**_: object) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(desk.writer._open().model, "generate", fail)  # type: ignore[attr-defined]
    answer = desk.ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_failed"]["en"]) in answer.notices
    assert answer.sentences[0].text == FACT


def test_a_model_that_is_busy_too_long_gives_way_to_quotes(say: Say) -> None:
    desk = say(f"{FACT} [1]", {"writer_seconds": 1.0})
    with desk.writer._writing:  # type: ignore[attr-defined]  # as while another answer is written
        answer = desk.ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_busy"]["en"]) in answer.notices


def test_weights_are_held_as_set(say: Say) -> None:
    desk = say(f"{FACT} [1][2][3][4]", {"local_device": "cpu", "local_dtype": "bfloat16"})
    assert desk.ask(QUESTION).sentences[0].text == FACT
    assert str(desk.writer._open().model.dtype) == "torch.bfloat16"  # type: ignore[attr-defined]


def test_half_precision_is_widened_on_a_processor(say: Say, tmp_path: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM

    desk = say(f"{FACT} [1][2][3][4]", {"local_device": "cpu"})
    AutoModelForCausalLM.from_pretrained(tmp_path / "model", dtype=torch.float16).save_pretrained(tmp_path / "model")
    assert desk.ask(QUESTION).sentences[0].text == FACT
    assert desk.writer._open().model.dtype == torch.float32  # type: ignore[attr-defined]


def test_a_device_that_is_not_there_gives_way_to_quotes(say: Say) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("it is there")
    answer = say(f"{FACT} [1]", {"local_device": "cuda"}).ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_unloadable"]["en"]) in answer.notices


@pytest.mark.parametrize(
    ("cuda", "bfloat16", "device", "dtype"),
    [(True, True, "cuda", "torch.bfloat16"), (True, False, "cuda", "torch.float16"), (False, False, "cpu", "auto")],
)
def test_a_gpu_is_used_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, cuda: bool, bfloat16: bool, device: str, dtype: str
) -> None:
    import torch

    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: bfloat16)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    chosen = local_models.device_of("auto")
    assert (chosen, str(local_models.dtype_of("auto", chosen))) == (device, dtype)


def test_damaged_weights_give_way_to_quotes(say: Say, tmp_path: Path) -> None:
    desk = say(f"{FACT} [1]")
    (tmp_path / "model" / "model.safetensors").write_bytes(b"\x00" * 100)
    answer = desk.ask(QUESTION)
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_unloadable"]["en"]) in answer.notices
    assert answer.sentences[0].text == FACT


def test_a_model_that_is_not_for_chat_is_an_error(say: Say) -> None:
    with pytest.raises(UsageError, match="no chat template"):
        say(f"{FACT} [1]", template=None).ask(QUESTION)


@pytest.fixture
def hub_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache of the hub that is looked into instead of the user's."""
    from huggingface_hub import constants

    cache = tmp_path / "hub"
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    return cache


def test_a_hub_name_in_the_cache_opens_no_socket(
    say: Say, open_desk: Open, hub_cache: Path, tmp_path: Path, reached: list[object]
) -> None:
    say(f"{FACT} [1][2][3][4]")
    entry = hub_cache / "models--someone--tiny"
    (entry / "refs").mkdir(parents=True)
    (entry / "refs" / "main").write_text("0" * 40)
    shutil.copytree(tmp_path / "model", entry / "snapshots" / ("0" * 40))
    answer = open_desk(writer="local", local_model="someone/tiny").ask(QUESTION)
    assert answer.sentences[0].text == FACT
    assert answer.writer == "local"
    assert reached == []


@pytest.mark.usefixtures("hub_cache")
def test_a_model_that_is_not_on_disk_is_an_error_at_once(reached: list[object]) -> None:
    with pytest.raises(UsageError, match="hf download Qwen/Qwen3-4B-Instruct-2507") as raised:
        LocalWriter(Settings(writer="local"))
    assert "\n" not in str(raised.value)
    assert reached == []


@pytest.mark.usefixtures("hub_cache")
def test_a_model_may_be_fetched_where_that_is_allowed(
    open_desk: Open, reached: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)  # the hub's client waits before it tries again
    assert find("someone/tiny", download=True) is None
    answer = open_desk(writer="local", local_model="someone/tiny", local_download=True).ask(QUESTION)
    assert reached  # it was looked for on the network, which this test does not have
    assert answer.writer == "quote"
    assert MESSAGES["model_failed"]["en"].format(problem=MESSAGES["trouble_unloadable"]["en"]) in answer.notices


def test_weights_that_are_not_all_there_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(UsageError, match=r"model\.safetensors is missing"):
        find(str(tmp_path))
    (tmp_path / "model.safetensors.index.json").write_text('{"weight_map": {"a": "part-2.safetensors"}}')
    with pytest.raises(UsageError, match=r"part-2\.safetensors is missing"):
        find(str(tmp_path))
    (tmp_path / "model.safetensors.index.json").write_text("[]")
    with pytest.raises(UsageError, match=r"index\.json is missing"):
        find(str(tmp_path))
    (tmp_path / "pytorch_model.bin").write_bytes(b"")
    (tmp_path / "model.safetensors.index.json").unlink()
    with pytest.raises(UsageError, match="as safetensors"):
        find(str(tmp_path))


def test_a_folder_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UsageError, match="no such folder"):
        find("./nowhere")


def test_two_answers_are_written_one_after_the_other(say: Say) -> None:
    desk = say(f"{FACT} [1][2][3][4]")
    answers: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(desk.ask(QUESTION).answer)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 3
    assert len(set(answers)) == 1
    assert answers[0].startswith(FACT)
