"""The fit of the confidence on made questions, its errors, its picture, and the near misses that it learns from."""

import json
from pathlib import Path

import numpy as np
import pytest

import seeds
from eval import abstention
from eval.abstention import NEAR_MISSES, Judged, area, cross_validated, errors, fit, strength
from eval.questions import load
from eval.report.abstention import draw
from rag.confidence import Signals


def made(count: int = 240) -> list[Judged]:
    """Return questions of which the answerable have higher scores and fewer words unmet, less so across languages."""
    random = np.random.default_rng(3)
    found = []
    for place in range(count):
        answerable, pairing = place % 3 > 0, ("same", "cross")[place // 3 % 2]
        shift = 0.0 if pairing == "same" else -3.0
        signals = Signals(
            12 + shift + 4 * answerable + random.normal(), 0.2 - 0.1 * answerable + random.random() / 9, 0, 0
        )
        found.append(Judged(f"event {place // 6}", "hi", pairing, signals, answerable, answerable))
    return found


def test_the_fit_tells_them_apart_in_each_pairing() -> None:
    judged = made()
    weights = fit(judged)
    assert weights.score > 0 > weights.unmet
    assert weights.bias["cross"] > weights.bias["same"]
    for pairing in ("same", "cross"):
        mine = [one for one in judged if one.pairing == pairing]
        assert np.mean([(strength(weights, one) >= 0) == one.answerable for one in mine]) > 0.95


def test_a_dearer_refusal_refuses_less(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = made()
    refused = []
    for cost in (1.0, 20.0):
        monkeypatch.setattr(abstention, "REFUSAL", dict.fromkeys(abstention.PAIRINGS, cost))
        weights = fit(judged)
        refused.append(sum(strength(weights, one) < 0 for one in judged if one.answerable))
    assert refused[1] < refused[0]


def test_no_question_is_judged_by_weights_that_know_its_event() -> None:
    judged = made()
    spoilt = [
        Judged(one.event, one.language, one.pairing, one.signals, not one.answerable, one.right)
        if one.event == "event 0"
        else one
        for one in judged
    ]
    place = [one.event for one in judged].index("event 0")
    assert cross_validated(judged)[place] == cross_validated(spoilt)[place]


def test_errors_are_told_for_each_pairing_and_language() -> None:
    told = list(errors(made(), np.array([1.0, -1.0, 1.0] * 80)))
    assert [line.split()[0] for line in told] == ["same", "cross", "roman", "roman", "hi", "en", "hi-Latn", "all"]
    assert "wrongly answered 100.0 [100.0, 100.0] of 80" in told[-1]
    assert "wrongly refused 50.0" in told[-1]


def test_the_area_counts_pairs_in_the_right_order() -> None:
    assert area(np.array([1.0, 3.0]), np.array([2.0, 1.0])) == pytest.approx((0.5 + 2) / 4)
    assert np.isnan(area(np.zeros(0), np.zeros(2)))


def test_the_curves_are_drawn(tmp_path: Path) -> None:
    judged = made(60)
    draw(judged, cross_validated(judged), tmp_path / "curves.png")
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_near_misses_are_about_what_the_development_articles_tell() -> None:
    rows = [json.loads(line) for line in seeds.QUESTIONS.read_text(encoding="utf-8").splitlines()]
    events = {
        split: {row["event"] for row in rows if row["split"] == split and row["event"]} for split in ("dev", "test")
    }
    near = [json.loads(line) for line in NEAR_MISSES.read_text(encoding="utf-8").splitlines()]
    assert {row["event"] for row in near} <= events["dev"] - events["test"]
    asked = {row["question"] for row in rows}
    for question in load(NEAR_MISSES):
        assert question.unanswerable
        assert question.split == "dev"
        assert question.question not in asked
