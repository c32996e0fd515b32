"""The reader is trained as its card says: the command runs, goes on where it was, and writes a reader that reads."""

from pathlib import Path

import pytest

from index.embedding import open_embedder
from index.one_pass import OnePassEmbedder
from rag.reading import training
from rag.reading.reader import FOLDER, Reader
from rag.reading.training import __main__ as command
from rag.reading.training.stories import load

PAIR = "The town of Indore has {n} old bridges over its river\tइंदौर शहर में नदी पर {n} पुराने पुल हैं\tmade\n"
PARALLEL = "en\thi\tsource\n" + "".join(PAIR.format(n=n) for n in range(20, 40))


def test_a_few_steps_make_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert training.__doc__
    some = load()[:24]
    monkeypatch.setattr(command, "load", lambda: some)
    monkeypatch.setattr(command, "BATCH", 2)
    (tmp_path / "parallel.en-hi.tsv").write_text(PARALLEL, encoding="utf-8")
    output = tmp_path / "reader"
    arguments = [
        "--data",
        str(tmp_path),
        "--begin",
        str(FOLDER),
        "--output",
        str(output),
        "--made",
        "1",
        "--steps",
        "2",
    ]
    command.main([*arguments, "--minutes", "0"])
    assert (output / command.CHECKPOINT).exists()  # stopped after the first stage's step
    command.main(arguments)
    assert not (output / command.CHECKPOINT).exists()
    embedder = open_embedder(device="cpu")
    assert isinstance(embedder, OnePassEmbedder)
    read = Reader(embedder, output).read("कितने लोग मरे?", "Bus falls into gorge", ["Nine people died.", "It rained."])
    assert read[0].answers > read[1].answers
