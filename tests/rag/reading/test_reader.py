"""The reader that comes with Khabar."""

import numpy as np
import pytest
import torch

from index.embedding import open_embedder
from index.hashing import HashEmbedder
from index.one_pass import OnePassEmbedder
from index.presets import BUNDLED_FOLDER
from rag.reading.inputs import BREAK, OPENING, join
from rag.reading.reader import FOLDER, Reader, open_reader
from rag.reading.training.network import Network

HEADLINE = "Bus falls into gorge near Tehri"
SENTENCES = [
    "A bus carrying 42 passengers fell into a gorge near Tehri on Sunday morning.",
    "Nine people were killed and 17 injured, police chief Mohan Rawat said.",
    "The injured were taken to the district hospital by helicopter.",
]


@pytest.fixture(scope="module")
def embedder() -> OnePassEmbedder:
    """Return the bundled model."""
    found = open_embedder(device="cpu")
    assert isinstance(found, OnePassEmbedder)
    return found


@pytest.fixture(scope="module")
def reader(embedder: OnePassEmbedder) -> Reader:
    """Return its reader."""
    found = open_reader(embedder)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "answer"),
    [("How many people were killed in the bus accident?", "Nine"), ("बस हादसे में कितने लोग घायल हुए?", "17")],
)
def test_it_tells_the_sentence_and_the_words(reader: Reader, question: str, answer: str) -> None:
    read = reader.read(question, HEADLINE, SENTENCES)
    assert max(range(3), key=lambda place: read[place].answers) == 1
    start = SENTENCES[1].index(answer)
    other = SENTENCES[1].index("17" if answer == "Nine" else "Nine")
    assert read[1].chance(start, start + len(answer)) > read[1].chance(other, other + 2)


def test_what_is_not_told_is_surer_to_be_nowhere(reader: Reader) -> None:
    told = reader.read("How many people were killed?", HEADLINE, SENTENCES)
    untold = reader.read("What is the name of the driver's wife?", HEADLINE, SENTENCES)
    assert untold[0].nowhere > told[0].nowhere
    assert max(one.answers for one in untold) < max(one.answers for one in told)


def test_chances_add_up_to_one(reader: Reader) -> None:
    read = reader.read("Who is the police chief?", HEADLINE, SENTENCES)
    total = sum(float(one.starts.sum()) for one in read)
    assert 0 < total <= 1 + 1e-4
    assert all(0 <= one.chance(0, 10) <= 1 for one in read)


def test_numpy_and_torch_agree(reader: Reader, embedder: OnePassEmbedder) -> None:
    network = Network(embedder, BUNDLED_FOLDER / "model.safetensors")
    network.take(FOLDER)
    network.eval()
    marks = embedder.words.row(OPENING) or 0, embedder.words.row(BREAK) or 0
    joined = join(embedder.pieces, *marks, "Who is the police chief?", HEADLINE, SENTENCES)
    with torch.inference_mode():
        told = network([joined])
    read = reader.read("Who is the police chief?", HEADLINE, SENTENCES)
    assert np.allclose([one.answers for one in read], told.answers[0].numpy(), atol=0.3)  # 16 bits against 32


def test_other_models_have_no_reader() -> None:
    assert open_reader(HashEmbedder()) is None


def test_nothing_and_too_much_can_be_read(reader: Reader) -> None:
    assert reader.read("", "", []) == []
    (one,) = reader.read("", "", [""])
    assert one.answers < 0
    read = reader.read("क्या " * 400, "शीर्षक " * 400, ["बहुत लंबा वाक्य " * 400] * 6)
    assert len(read) == 6
    assert all(np.isfinite(one.answers) for one in read)
