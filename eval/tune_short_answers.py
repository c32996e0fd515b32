"""Fits rag/short_answer/weights.py to development questions: `python -m eval.tune_short_answers ARCHIVE`.

These are the development half of the sample questions, short_answers.jsonl, 501 more of the same articles written for
this, and near_misses.jsonl, which no article answers. Prints the weights, and how many lines would be right and wrong
at each bar, by eightfold cross-validation in which all questions of one event lie in one fold.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import regex
from numpy.typing import NDArray

import seeds
from eval.abstention import NEAR_MISSES
from eval.measures.short_answers import ASKING, same
from eval.questions import EvalQuestion, load
from rag.desk import NewsDesk
from rag.question import understand
from rag.selection import selection
from rag.short_answer.candidates import candidates
from rag.short_answer.ranking import none_signals, same_said
from rag.short_answer.weights import NoneSignals, Signals
from rag.stopwatch import Stopwatch
from rag.understanding.kinds import wanted
from rag.wording.respelling import vectors_of
from rag.writers.quote import QuoteWriter

Array = NDArray[np.float64]
RIDGE, ROUNDS, RATE = 0.02, 1000, 0.2
KINDS = 5  # the first signals of none
FOLDS = 8
WRITTEN = Path(__file__).parent / "short_answers.jsonl"
# The day, and the event behind it, in the name of a sample article.
_EVENT = regex.compile(r"\d{4}-\d\d-\d\d-([^.]+)")
BARS = np.arange(0.4, 0.96, 0.05)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One question: signals (c, s) of its candidates and (n,) of none, what each says, which are right.

    `event` is that of the best quote's article.
    """

    question: EvalQuestion
    event: str
    signals: Array
    none: Array
    said: list[object]
    right: Array


def main() -> None:
    """Print the fitted values in the form of rag/short_answer/weights.py, and what bars would give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="the sample archive, built with khabar ingest")
    desk = NewsDesk.open(parser.parse_args().archive)
    sample = [one for one in load(seeds.QUESTIONS, "dev") if one.answers or one.unanswerable]
    questions = [*sample, *load(WRITTEN), *load(NEAR_MISSES)]
    found = [choice for one in questions if (choice := choose(desk, one)) is not None]
    weights, none = fit(found)
    read = "READ_" if desk.reader(desk.archive.embedder()) else ""
    _write(f"{read}WEIGHTS", Signals, weights)
    _write(f"{read}NONE", NoneSignals, none)
    guesses = cross_validated(found)
    for name, those in (("sample questions", sample), ("all", questions)):
        sys.stdout.write(f"{name}\n")
        report(guesses, [one for one in those if wanted(one.question).kind in ASKING])


def choose(desk: NewsDesk, question: EvalQuestion) -> Choice | None:
    """Return the candidates of a question's quotes; None where there are none or Khabar abstains."""
    asked = understand(question.question, history=question.history, as_of=question.as_of)
    asked = desk.as_written(asked)
    vectors = vectors_of(asked, desk.archive.embedder())
    with desk.archive.snapshot() as snapshot:
        seen = selection(
            asked,
            vectors,
            snapshot,
            desk.settings,
            Stopwatch(),
            reader=desk.reader(desk.archive.embedder()),
            neighbours=desk.archive.embedder().neighbours,
        )
    if seen.seen is None or seen.sure < desk.settings.abstain_below:
        return None
    drafts = QuoteWriter(desk.settings).write(asked, seen.evidence)
    cited = [one for draft in drafts for one in draft.evidence]
    found = candidates(asked, cited, asked.answer_language, desk.archive.embedder().neighbours)
    if not found:
        return None
    right = [any(same(one.part.said, answer) for answer in question.answers) for one in found]
    signals = np.array([one.signals.vector() for one in found])
    none = none_signals(asked, cited, seen.seen).vector()
    article = cited[0].stored.article.id
    event = match[1] if (match := _EVENT.search(article)) else article
    return Choice(question, event, signals, none, [same_said(one) for one in found], np.array(right, float))


def fit(found: Sequence[Choice]) -> tuple[Array, Array]:
    """Return the weights of the candidates' signals and of none's, by gradient descent on the conditional logit.

    Signals are scaled to unit deviation first, so that the ridge weighs on all alike (McFadden, 1974), and centred,
    which the weights of the kinds make good.
    """
    rows, none = np.vstack([one.signals for one in found]), np.array([one.none for one in found])
    of = np.repeat(np.arange(len(found)), [len(one.signals) for one in found])
    right = np.concatenate([one.right for one in found])
    neither = np.array([not one.right.any() for one in found], float)
    scale, none_scale = _deviation(rows), _deviation(none)
    centre, none_centre = rows.mean(axis=0), none.mean(axis=0)
    none_centre[:KINDS] = 0.0
    scaled, none_scaled = (rows - centre) / scale, (none - none_centre) / none_scale
    weights, none_weights = np.zeros(rows.shape[1]), np.zeros(none.shape[1])
    for _ in range(ROUNDS):
        raised, none_raised = np.exp(scaled @ weights), np.exp(none_scaled @ none_weights)
        total, wanted_total = none_raised.copy(), none_raised * neither
        np.add.at(total, of, raised)
        np.add.at(wanted_total, of, raised * right)
        away = raised / total[of] - raised * right / wanted_total[of]
        none_away = none_raised / total - none_raised * neither / wanted_total
        weights -= RATE * (scaled.T @ away / len(found) + RIDGE * weights)
        none_weights -= RATE * (none_scaled.T @ none_away / len(found) + RIDGE * none_weights)
    weights, none_weights = weights / scale, none_weights / none_scale
    none_weights[:KINDS] += weights @ centre - none_weights @ none_centre
    return weights, none_weights


def cross_validated(found: Sequence[Choice]) -> list[tuple[Choice, float, bool]]:
    """Return each question with the probability of the likeliest thing to say and whether it is right.

    The weights are fitted without the questions of the same event.
    """
    events = sorted({one.event for one in found})
    folds = dict(zip(events, np.random.default_rng(0).permutation(len(events)) % FOLDS, strict=True))
    guesses: list[tuple[Choice, float, bool]] = []
    for fold in range(FOLDS):
        fitted = fit([one for one in found if folds[one.event] != fold])
        guesses += [(one, *guess(one, *fitted)) for one in found if folds[one.event] == fold]
    return guesses


def report(guesses: Sequence[tuple[Choice, float, bool]], asking: Sequence[EvalQuestion]) -> None:
    """Print, for each bar, the shares of some questions of who, where, when, how many with a right and a wrong line."""
    known = {one.id for one in asking}
    answerable = sum(not one.unanswerable for one in asking)
    for bar in BARS:
        given = [right for one, likely, right in guesses if likely >= bar and one.question.id in known]
        good = sum(given)
        sys.stdout.write(
            f"bar {bar:.2f}: right {good / answerable:.3f} wrong {(len(given) - good) / len(asking):.3f}\n"
        )


def guess(one: Choice, weights: Array, none: Array) -> tuple[float, bool]:
    """Return the probability of the likeliest thing to say, and whether it is right."""
    scores = one.signals @ weights
    raised = np.exp(scores)
    shares: dict[object, float] = {}
    for said, share in zip(one.said, raised / (raised.sum() + np.exp(one.none @ none)), strict=True):
        shares[said] = shares.get(said, 0.0) + float(share)
    best = max(shares, key=lambda said: shares[said])
    return shares[best], bool(one.right[one.said.index(best)])


def _deviation(values: Array) -> Array:
    deviation = values.std(axis=0)
    return np.where(deviation < 1e-6, 1.0, deviation)


def _write(name: str, kind: type[Signals] | type[NoneSignals], weights: Array) -> None:
    values = ", ".join(f"{one.name}={weight:.2f}" for one, weight in zip(fields(kind), weights, strict=True))
    sys.stdout.write(f"{name} = {kind.__name__}({values})\n")


if __name__ == "__main__":
    main()
