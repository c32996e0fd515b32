"""A cross-encoder orders what was found, as its scores say; where it is missing or no reranker, one line tells."""

import json
import shutil
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from eval.questions import EvalQuestion
from eval.search import search_all
from index.archive import Archive
from index.chunking import context_of
from index.errors import UsageError
from index.hashing import HashEmbedder
from index.ingest import prepare
from index.snapshot import StoredPassage
from rag.cli import main
from rag.desk import NewsDesk
from rag.explanation import explain, hit_lines
from rag.ranking.cross_encoder import KNOWN, CrossEncoder
from rag.ranking.fusion import by_relevance
from rag.retrieval import Hit
from rag.settings import Settings
from tests.conftest import MakeArticle
from tests.tiny_cross_encoder import make_cross_encoder

TOWNS = ["Patna", "Ranchi", "Bhopal", "Jaipur", "Indore", "Kochi", "Surat", "Agra"]
QUESTION = "How high did the river rise in flooded towns?"
NAME = "someone/tiny-reranker"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = " ".join([_told(town) for town in TOWNS] + [QUESTION]).split()
    return make_cross_encoder(tmp_path_factory.mktemp("reranker") / "model", words)


@pytest.fixture
def folder(tmp_path: Path, make_article: MakeArticle) -> Path:
    """Return an archive of eight reports that all have the question's words."""
    archive = Archive.create(tmp_path / "archive", HashEmbedder())
    articles = [
        make_article(town, body=_told(town), headline=f"Floods in {town}", language="en", published=None)
        for town in TOWNS
    ]
    prepared, _ = prepare(articles, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    archive.close()
    return archive.folder


@pytest.fixture
def empty_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache of the hub, and let nothing be looked up on the network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def _told(town: str) -> str:
    rose = 3 + TOWNS.index(town)
    return f"The river at {town} rose {rose} metres and flooded {rose * 7} towns near {town} on its banks."


def _expected(model: Path, hits: list[Hit]) -> dict[str, float]:
    """Return the relevance of each article's passage, worked out by transformers alone."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer, classifier = (
        AutoTokenizer.from_pretrained(model),
        AutoModelForSequenceClassification.from_pretrained(model),
    )
    relevance = {}
    for hit in hits:
        text = context_of(hit.stored.article) + hit.stored.passage.text
        with torch.inference_mode():
            logits = classifier(**tokenizer(QUESTION, text, return_tensors="pt")).logits
        relevance[hit.stored.article.id] = float(logits.double().sigmoid()[0, 0])
    return relevance


def _read_by(reranker: CrossEncoder, question: str, stored: list[StoredPassage]) -> list[float]:
    relevance = reranker.relevance(question, stored)
    assert relevance is not None
    return relevance


def _names(hits: list[Hit]) -> list[str]:
    return [hit.stored.article.id for hit in hits]


def test_the_order_is_that_of_the_models_scores(folder: Path, model: Path) -> None:
    _, plain = NewsDesk.open(folder, Settings()).search(QUESTION)
    _, hits = NewsDesk.open(folder, Settings(reranker=str(model))).search(QUESTION)
    expected = _expected(model, hits)
    assert max(expected.values()) - min(expected.values()) > 0.05
    assert _names(hits) == sorted(expected, key=lambda name: -expected[name])
    assert _names(hits) != _names(plain)
    assert set(_names(hits)) == set(_names(plain)) == set(TOWNS)
    for hit in hits:
        assert hit.channels["cross"] == pytest.approx(expected[hit.stored.article.id], abs=1e-5)


def test_only_the_first_are_read_and_stay_first(folder: Path, model: Path) -> None:
    _, plain = NewsDesk.open(folder, Settings()).search(QUESTION)
    _, hits = NewsDesk.open(folder, Settings(reranker=str(model), reranker_passages=3)).search(QUESTION)
    assert [("cross" in hit.channels) for hit in hits] == [True] * 3 + [False] * 5
    assert set(_names(hits[:3])) == set(_names(plain[:3]))
    assert _names(hits[3:]) == _names(plain[3:])


def test_the_score_is_explained(folder: Path, model: Path) -> None:
    desk = NewsDesk.open(folder, Settings(reranker=str(model), reranker_passages=3))
    question, hits = desk.search(QUESTION)
    for place, hit in enumerate(hits[:3], 1):
        told = explain(hit, question)
        assert told["cross"] == {"score": round(hit.channels["cross"], 6), "share": 1.0, "rank": place}
        assert any("relevance" in line for line in hit_lines(told, hit, question))
    for hit in hits:
        assert sum(hit.parts.values()) == pytest.approx(hit.score)


def test_runs_of_the_evaluation_and_answers_go_through_it(folder: Path, model: Path) -> None:
    desk = NewsDesk.open(folder, Settings(reranker=str(model), abstain_below=0.0))
    _, hits = desk.search(QUESTION)
    ((_, scores),) = search_all(desk, [EvalQuestion("q", QUESTION, "en")], 10)
    assert list(scores) == _names(hits)
    trace: dict[str, object] = {}
    list(desk.stream(QUESTION, trace=trace))
    assert [one["article_id"] for one in trace["passages"]] == _names(hits)  # type: ignore[attr-defined]


def test_the_command_line_shows_it_and_opens_no_socket(
    folder: Path, model: Path, empty_hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = empty_hub / f"models--{NAME.replace('/', '--')}"
    (entry / "refs").mkdir(parents=True)
    (entry / "refs" / "main").write_text("0" * 40)
    shutil.copytree(model, entry / "snapshots" / ("0" * 40))
    monkeypatch.setenv("KHABAR_RERANKER", NAME)
    with pytest.raises(SystemExit) as left:
        main(["search", QUESTION, "--archive", str(folder), "--json"])
    assert left.value.code == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert [hit["channels"]["cross"]["rank"] for hit in hits] == list(range(1, len(TOWNS) + 1))


@pytest.mark.usefixtures("empty_hub")
def test_the_list_of_models_tells_which_are_here(
    model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KHABAR_RERANKER", str(model))
    with pytest.raises(SystemExit):
        main(["models", "--json"])
    listed = {one["name"]: one for one in json.loads(capsys.readouterr().out)["rerankers"]}
    assert list(listed) == [*KNOWN, str(model)]
    assert (listed[str(model)]["in_use"], listed[str(model)]["state"]) == (True, str(model))
    for name in KNOWN:
        assert listed[name]["state"].startswith(f"not ready: {name} is not on this machine")


@pytest.mark.usefixtures("empty_hub")
@pytest.mark.parametrize(
    ("name", "told"), [(name, f"hf download {name}") for name in KNOWN] + [("./nowhere", "no such folder")]
)
def test_a_model_that_is_not_here_is_one_line(
    folder: Path, name: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KHABAR_RERANKER", name)
    for command in ("search", "ask"):
        with pytest.raises(SystemExit) as left:
            main([command, QUESTION, "--archive", str(folder)])
        assert left.value.code == 2
        (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("khabar: ")]
        assert told in line
        assert "KHABAR_RERANKER" in line


def test_a_damaged_model_is_one_line(folder: Path, model: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(model, copy)
    (copy / "model.safetensors").write_bytes(b"\x00" * 100)
    desk = NewsDesk.open(folder, Settings(reranker=str(copy)))
    with pytest.raises(UsageError, match="cannot be loaded"):
        desk.load()
    with pytest.raises(UsageError, match="cannot be loaded") as raised:
        desk.search(QUESTION)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_weights_may_be_held_in_16_bits(folder: Path, model: Path, dtype: Literal["bfloat16", "float16"]) -> None:
    _, hits = NewsDesk.open(folder, Settings(reranker=str(model), local_device="cpu", local_dtype=dtype)).search(
        QUESTION
    )
    expected = _expected(model, hits)
    for hit in hits:
        assert hit.channels["cross"] == pytest.approx(expected[hit.stored.article.id], abs=0.05)


def test_a_failure_while_it_reads_leaves_the_order_and_is_told_once(
    folder: Path, model: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of memory\nsee the manual")

    monkeypatch.setattr("sentence_transformers.CrossEncoder.predict", fail)
    _, plain = NewsDesk.open(folder, Settings()).search(QUESTION)
    desk = NewsDesk.open(folder, Settings(reranker=str(model)))
    desk.load()
    for _ in range(2):
        _, hits = desk.search(QUESTION)
        assert [(hit.stored.article.id, hit.score, hit.channels) for hit in hits] == [
            (hit.stored.article.id, hit.score, hit.channels) for hit in plain
        ]
    assert desk.ask(QUESTION).nearest
    (told,) = [one.getMessage() for one in caplog.records if one.name == "rag.ranking.cross_encoder"]
    assert "failed while it read (out of memory)" in told
    assert "\n" not in told


def test_a_pickle_is_not_read(model: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(model, copy)
    (copy / "model.safetensors").rename(copy / "pytorch_model.bin")
    with pytest.raises(UsageError, match="as safetensors"):
        CrossEncoder(str(copy))


def test_a_classifier_of_several_labels_is_no_reranker(folder: Path, tmp_path: Path) -> None:
    other = make_cross_encoder(tmp_path / "nli", TOWNS, labels=3)
    with pytest.raises(UsageError, match="gives 3 scores"):
        NewsDesk.open(folder, Settings(reranker=str(other))).search(QUESTION)


def test_long_passages_are_cut_and_threads_share_a_model(folder: Path, model: Path) -> None:
    desk = NewsDesk.open(folder, Settings())
    _, hits = desk.search(QUESTION)
    reranker = CrossEncoder(str(model), device="cpu")
    stored = [hit.stored for hit in hits]
    expected = _read_by(reranker, QUESTION, stored)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: _read_by(reranker, QUESTION, stored), range(8)))
    np.testing.assert_allclose(found, [expected] * 8, atol=1e-6)
    (long,) = _read_by(reranker, "river " * 5000, stored[:1])
    assert 0 < long < 1
    assert reranker.relevance(QUESTION, []) == []


def test_relevance_alone_orders_what_was_read() -> None:
    fused = {1: 0.9, 2: 0.8, 3: 0.7, 4: 0.2}
    parts = {i: {"dense": score} for i, score in fused.items()}
    scores, told = by_relevance(fused, parts, {1: 0.0, 2: 0.5, 3: 1.0})
    assert scores == pytest.approx({1: 0.45, 2: 0.675, 3: 0.9, 4: 0.1})
    assert told == {1: {"cross": scores[1]}, 2: {"cross": scores[2]}, 3: {"cross": scores[3]}, 4: {"dense": 0.1}}
