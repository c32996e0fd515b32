"""Fitting the short answer: what the questions for it are, and that a fit is judged on events it has not seen."""

import json

import numpy as np

import seeds
from eval.questions import EvalQuestion, load
from eval.tune_short_answers import WRITTEN, Choice, cross_validated, fit, guess

SIGNALS, NONE = 26, 13


def made(count: int, events: int) -> list[Choice]:
    """Return questions of two candidates, of which the first signal tells the right one."""
    draws = np.random.default_rng(1)
    found = []
    for number in range(count):
        signals = np.zeros((2, SIGNALS))
        right = np.eye(2)[number % 2]
        signals[:, 0] = right + draws.normal(0.0, 0.2, 2)
        none = np.zeros(NONE)
        none[0] = 1.0
        question = EvalQuestion(str(number), "How many?", "en")
        found.append(Choice(question, f"event {number % events}", signals, none, ["one", "two"], right))
    return found


def test_a_fit_finds_the_signal_that_tells() -> None:
    choices = made(60, 5)
    weights, none = fit(choices)
    assert weights[0] > np.abs(weights[1:]).max()
    assert all(guess(one, weights, none)[1] for one in choices)


def test_each_question_is_judged_once_by_a_fit_without_its_event() -> None:
    choices = made(60, 20)
    judged = cross_validated(choices)
    assert sorted(int(one.question.id) for one, _, _ in judged) == list(range(60))
    assert np.mean([right for _, _, right in judged]) > 0.9


def test_the_written_questions_are_other_than_the_sample_ones() -> None:
    asked = {json.loads(line)["question"] for line in seeds.QUESTIONS.read_text(encoding="utf-8").splitlines()}
    written = load(WRITTEN)
    assert {one.split for one in written} == {"dev"}
    assert {one.language for one in written} == {"hi", "en", "hi-Latn"}
    for one in written:
        assert one.question not in asked
        assert bool(one.answers) != one.unanswerable
