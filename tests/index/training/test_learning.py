"""Training on a tiny encoder: what moves, what stays, and that a run cut in two is the run in one."""

import copy
import json
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from index.training.asking import QUESTIONS
from index.training.mixture import Mixture
from index.training.objective import both_ways, drift, late_interaction, loss
from index.training.sources import HELD_OUT, read
from index.training.student import Encoded, Student
from index.training.train import Plan, rate_at, train
from index.training.vocabulary import tokenizer_of
from index.training.watch import held_out
from tests.index.training.conftest import PAIRS

ENGLISH = "[PAD] [UNK] [CLS] [SEP] the minister met a river rose in delhi and rain fell".split()  # noqa: SIM905
HINDI = "मंत्री मिले नदी चढी दिल्ली और बारिश हुई में राम".split()  # noqa: SIM905 (easier to read)


@pytest.fixture
def encoder() -> BertModel:
    """Return a tiny encoder with rows for English and Hindi words."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(ENGLISH) + len(HINDI), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=128,
    )  # fmt: skip
    return BertModel(config)


@pytest.fixture
def tokenizer() -> Tokenizer:
    """Return its tokenizer."""
    made: Tokenizer = tokenizer_of({word: row for row, word in enumerate([*ENGLISH, *HINDI])})
    return made


def test_a_step_draws_the_same_again_and_another_step_something_else(data: Path) -> None:
    mixture = Mixture(read(data))
    assert mixture.batch(3, 20) == mixture.batch(3, 20) == Mixture(read(data)).batch(3, 20)
    assert mixture.batch(3, 20) != mixture.batch(4, 20)
    drawn = [pair for step in range(50) for pair in mixture.batch(step, 20)]
    assert all(english and hindi for english, hindi in drawn)
    assert ("Ram", "राम") in drawn
    assert any("नदी" in hindi and "the" in hindi for _, hindi in drawn)  # English with Hindi words in it
    assert any(english.count("the minister met in Delhi") and len(english) > 40 for english, _ in drawn)  # joined


def test_only_hindi_rows_move_and_hindi_comes_nearer(data: Path, encoder: BertModel, tokenizer: Tokenizer) -> None:
    before = encoder.get_input_embeddings().weight.data.clone()
    student = Student(copy.deepcopy(encoder), tokenizer, len(ENGLISH))
    body = {name: value.clone() for name, value in student.body.state_dict().items()}
    english, hindi = zip(*PAIRS, strict=True)
    with torch.no_grad():
        first = float(loss(student.encode(hindi), student.encode(english))["nearness"])
    done = train(student, Mixture(read(data)), Plan(steps=30, batch=4, rate=0.02), data / "run")
    with torch.no_grad():
        last = float(loss(student.encode(hindi), student.encode(english))["nearness"])
    assert done
    assert last < first
    assert torch.equal(student.table()[: len(ENGLISH)], before[: len(ENGLISH)])
    assert not torch.equal(student.table()[len(ENGLISH) :], before[len(ENGLISH) :])
    assert all(torch.equal(value, body[name]) for name, value in student.body.state_dict().items())
    assert [json.loads(line)["step"] for line in (data / "run" / "log.jsonl").read_text().splitlines()] == [25]


def test_a_run_in_two_parts_is_the_run_in_one(data: Path, encoder: BertModel, tokenizer: Tokenizer) -> None:
    mixture, plan = Mixture(read(data)), Plan(steps=6, batch=4, kept_every=2)
    whole, first, second = (Student(copy.deepcopy(encoder), tokenizer, len(ENGLISH)) for _ in range(3))
    train(whole, mixture, plan, data / "whole")

    class _Cut(Exception):  # noqa: N818
        pass

    def cut(step: int) -> None:
        if step == 4:
            raise _Cut

    with pytest.raises(_Cut):
        train(first, mixture, plan, data / "parts", cut)
    assert train(second, mixture, plan, data / "parts")
    assert torch.allclose(whole.table(), second.table(), atol=1e-6)


def test_questions_are_asked_in_both_languages(data: Path) -> None:
    mixture = Mixture(read(data))
    drawn = [pair for step in range(100) for pair in mixture.batch(step, 20)]
    asked = [pair for pair in drawn if pair[0].endswith("?")]
    assert len(asked) > 100
    assert all(hindi.endswith("?") for _, hindi in asked)
    assert any(english == "Where is Delhi?" and hindi == "दिल्ली कहाँ है?" for english, hindi in asked)
    blanks = [[mark for mark in "nmply" if f"{{{mark}}}" in side] for pair in QUESTIONS for side in pair]
    assert blanks[::2] == blanks[1::2]


def test_some_sentences_are_kept_for_watching(data: Path) -> None:
    lines = [f"sentence {number} of the prose\tगद्य का वाक्य {number}\tmade up" for number in range(2 * HELD_OUT)]
    (data / "parallel.en-hi.tsv").write_text("\n".join(["heading", *lines]) + "\n", encoding="utf-8")
    sources = read(data)
    assert [english for english, _ in sources.held_out] == [
        f"sentence {number} of the prose" for number in (HELD_OUT - 1, 2 * HELD_OUT - 1)
    ]
    assert len(sources.prose) == 2 * HELD_OUT - 2
    assert not {one.english for one in sources.prose} & {english for english, _ in sources.held_out}


def test_watching_finds_every_partner_of_a_text_that_is_its_own_translation(
    encoder: BertModel, tokenizer: Tokenizer
) -> None:
    student = Student(encoder, tokenizer, len(ENGLISH))
    same = [("the minister met", "the minister met"), ("rain fell", "rain fell"), ("a river rose", "a river rose")]
    assert held_out(student, same) == {"nearness": 1.0, "en→hi": 100.0, "hi→en": 100.0}
    other = held_out(student, [(english, same[place - 1][0]) for place, (english, _) in enumerate(same)])
    assert other["en→hi"] == other["hi→en"] == 0.0


def test_a_thawed_body_moves_and_stays_near_english(data: Path, encoder: BertModel, tokenizer: Tokenizer) -> None:
    student = Student(encoder, tokenizer, len(ENGLISH))
    teacher = copy.deepcopy(student)
    student.thaw()
    english, _ = zip(*PAIRS, strict=True)
    plan = Plan(steps=20, batch=4, rate=0.01, body_rate=1e-3)
    before = {name: value.clone() for name, value in student.learnt().items()}
    assert train(student, Mixture(read(data)), plan, data / "run", teacher=teacher)
    assert all(not torch.equal(value, before[name]) for name, value in student.learnt().items())
    with torch.no_grad():
        moved = drift(student.encode(english), teacher.encode(english))
    assert 0 < float(moved) < 1
    assert not any(weight.requires_grad for weight in teacher.body.parameters())
    again = Student(copy.deepcopy(encoder), tokenizer, len(ENGLISH))
    again.thaw()
    assert train(
        again, Mixture(read(data)), plan, data / "run", teacher=teacher
    )  # takes up the last step: all is there
    assert all(torch.allclose(value, student.learnt()[name]) for name, value in again.learnt().items())


def test_no_minutes_left_means_no_step(data: Path, encoder: BertModel, tokenizer: Tokenizer) -> None:
    student = Student(encoder, tokenizer, len(ENGLISH))
    assert not train(student, Mixture(read(data)), Plan(steps=5, minutes=0), data / "run")


def test_the_rate_rises_and_falls() -> None:
    assert rate_at(0, 1000) < rate_at(49, 1000) > rate_at(500, 1000) > rate_at(999, 1000) > 0


def test_late_interaction_by_hand() -> None:
    tokens = torch.tensor([[[1.0, 0.0], [0.0, 1.0]], [[0.6, 0.8], [1.0, 0.0]]])
    counts = torch.tensor([[1.0, 1.0], [1.0, 0.0]])  # the second text has one token that counts
    texts = Encoded(tokens.mean(1), tokens, counts)
    found = late_interaction(texts, texts)
    assert found == pytest.approx(torch.tensor([[1.0, (0.6 + 0.8) / 2], [0.8, 1.0]]), abs=0.01)


def test_finding_the_partner_costs_nothing_where_scores_are_clear() -> None:
    assert float(both_ways(100 * torch.eye(3))) == pytest.approx(0, abs=1e-6)
    assert float(both_ways(torch.zeros(3, 3))) == pytest.approx(float(torch.tensor(3.0).log()))
