"""Every measure on eight questions, against values worked by hand and against the libraries of the field."""

from collections.abc import Callable
from math import log2

import numpy as np
import pytest
import pytrec_eval
from sacrebleu import sentence_chrf
from sklearn.metrics import ndcg_score

from eval.asked import Asked
from eval.judges import exact_quote
from eval.measures import MEASURES, measure
from eval.questions import EvalQuestion
from eval.summary import figures, latency, risk_coverage
from index.language.normalise import fold

TWO_OF_FOUR = (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3))  # found at ranks 2 and 4, of two

# None: the question does not put that to the test.
BY_HAND: dict[str, list[float | None]] = {
    "nDCG@10": [1, 1 / 2, TWO_OF_FOUR, 1 / log2(7), 0, None, None, 1],
    "R@1": [1, 0, 0, 0, 0, None, None, 1],
    "R@5": [1, 1, 1, 0, 0, None, None, 1],
    "R@10": [1, 1, 1, 1, 0, None, None, 1],
    "RR": [1, 1 / 3, 1 / 2, 1 / 6, 0, None, None, 1],
    "Success@5": [1, 1, 1, 0, 0, None, None, 1],
    "dense R@10": [1, 0, 1, 1, 0, None, None, 1],
    "lexical R@10": [1, 0, 1, 1, 0, None, None, 1],
    "names R@10": [1, 1, 1, 1, 0, None, None, 1],
    "sentence hit@1": [1, 0, 1, 0, 0, None, None, 0],
    "sentence hit@3": [1, 1, 1, 0, 0, None, None, 0],
    "quoted": [1, 0, 1, 0, 0, None, None, 0],
    "answer string": [1, 0, 1, 1, 0, None, None, 0],
    "short answer right": [0, 0, 0, 0, 0, None, None, 0],
    "short answer wrong": [0, 0, 0, 0, 0, 0, 0, 0],
    "short answer absent": [1, 1, 1, 1, 1, None, None, 1],
    "token F1": [1, 0, 1, 1, 0, None, None, 0],
    "supported": [1, 1, 1, 1, None, None, 1 / 2, 0],
    "citation recall": [1, 1, 1, 1, None, None, 1 / 2, 0],
    "citation precision": [1, 1, 1 / 2, 1, None, None, 1, 0],
    "citation exact": [1, 1, 1, 1, None, None, 0, 1],
    "hallucinated": [None, None, None, None, None, 0, 1, None],
    "wrongly abstained": [0, 0, 0, 0, 1, None, None, 0],
    "own words in language": [1, 1, 1, 1, 1, 1, 1, 0],
}


@pytest.mark.parametrize("name", sorted(set(MEASURES) - {"chrF"}))
def test_by_hand(eight: list[Asked], name: str) -> None:
    found = [measure(one, exact_quote).get(name) for one in eight]
    assert found == [None if value is None else pytest.approx(value, abs=1e-6) for value in BY_HAND[name]]


def test_chrf_is_sacrebleus_of_the_folded_texts(eight: list[Asked]) -> None:
    for one in eight:
        references = [*one.question.answers, one.question.quote]
        expected = max(sentence_chrf(fold(one.text), [fold(text)]).score / 100 for text in references)
        found = measure(one, exact_quote).get("chrF")
        assert found == (None if one.question.unanswerable else pytest.approx(expected))
    assert measure(eight[0], exact_quote)["chrF"] == pytest.approx(1)  # ३६ and 36 are the same


def test_ranked_measures_are_those_of_trec_eval(eight: list[Asked]) -> None:
    answerable = [one for one in eight if one.question.relevant]
    qrels = {one.question.id: dict.fromkeys(one.question.relevant, 1) for one in answerable}
    run = {one.question.id: one.scores for one in answerable}
    wanted = {"ndcg_cut_10": "nDCG@10", "recall_5": "R@5", "recip_rank": "RR", "success_5": "Success@5"}
    expected = pytrec_eval.RelevanceEvaluator(qrels, {"ndcg_cut", "recall", "recip_rank", "success"}).evaluate(run)
    for one in answerable:
        found = measure(one, exact_quote)
        for theirs, ours in wanted.items():
            assert found[ours] == pytest.approx(expected[one.question.id][theirs])


def test_ndcg_is_scikit_learns_where_grades_differ(make_asked: Callable[..., Asked]) -> None:
    question = EvalQuestion("q", "?", "en", relevant=("a", "b"), grades={"a": 1, "b": 3})
    found = measure(make_asked(question, ranked=["a", "c", "b"]), exact_quote)
    expected = ndcg_score([[1, 0, 3]], [[3, 2, 1]])
    assert found["nDCG@10"] == pytest.approx(expected)


def test_figures_are_means_over_the_questions_of_a_slice(eight: list[Asked]) -> None:
    found = figures(eight, [measure(one, exact_quote) for one in eight])
    assert found["answerable"]["R@5"]["mean"] == pytest.approx(4 / 6)
    assert found["answerable"]["R@5"]["n"] == 6
    assert found["unanswerable"]["hallucinated"]["mean"] == pytest.approx(1 / 2)
    assert found["same language"]["quoted"]["mean"] == pytest.approx(2 / 3)
    assert found["cross language"]["quoted"]["mean"] == 0
    assert found["date"]["wrongly abstained"]["mean"] == 1
    assert found["hi-Latn→hi"]["own words in language"]["mean"] == 0


def test_risk_at_every_coverage(eight: list[Asked]) -> None:
    curve = risk_coverage(eight, [measure(one, exact_quote) for one in eight])
    assert curve is not None
    risks = [0, 0, 0, 1 / 4, 2 / 5, 3 / 6, 4 / 7, 5 / 8]
    assert curve.coverage == pytest.approx([n / 8 for n in range(1, 9)])
    assert curve.risk == pytest.approx(risks, abs=1e-4)
    assert curve.area == pytest.approx(sum(risks) / 8, abs=1e-4)


def test_latency_percentiles(eight: list[Asked]) -> None:
    found = latency(eight)["total"]
    totals = [10.0] * 7 + [30.0]
    assert found == {f"p{p}": pytest.approx(np.percentile(totals, p), abs=0.01) for p in (50, 95, 99)}
