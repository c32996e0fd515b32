"""The measuring of verification: its table, and weights that tell true pairs from false ones."""

from dataclasses import replace

from eval.corruption.further import further_pairs
from eval.corruption.pairs import Pair, pairs
from eval.verification import PAIRINGS, Judged, fit, table
from rag.verification.weights import Signals

NOTHING = Signals(*[0.0] * 11)


def _pair(kind: str, language: str = "en") -> Pair:
    return Pair(kind, kind, "a claim", "en", "evidence", "hi" if language == "hi" else "en", "event", "dev")


def test_the_table_has_a_cell_for_each_kind_and_pairing() -> None:
    listed = [_pair("true"), _pair("number"), _pair("number"), _pair("number", "hi")]
    lines = table(listed, lambda pair: pair.kind == "number").splitlines()
    assert lines[0] == "| flagged, % | hi | en | across | all |"
    assert lines[2] == "| true | – | 0.0 (0.0–0.0; 1) | – | 0.0 (0.0–0.0; 1) |"
    assert lines[3] == "| number | – | 100.0 (100.0–100.0; 2) | 100.0 (100.0–100.0; 1) | 100.0 (100.0–100.0; 3) |"


def test_the_fit_keeps_true_pairs_and_flags_false_ones() -> None:
    missing = Signals(1.0, *[0.0] * 10)
    read = [
        Judged(replace(_pair(kind), event=f"event {number}"), pairing, signals, ())
        for kind, signals in (("true", NOTHING), ("number", missing))
        for pairing in PAIRINGS
        for number in range(50)
    ]
    weights = fit(read)
    for pairing in PAIRINGS:
        assert weights.log_odds(NOTHING, pairing) >= 0
        assert weights.log_odds(missing, pairing) < -1
    assert all(weight <= 0 for weight in (*weights.same.values(), *weights.other.values()))


def test_the_further_pairs_are_of_development_events_alone() -> None:
    assert {pair.split for pair in further_pairs()} == {"dev"}
    assert not {pair.event for pair in further_pairs()} & {pair.event for pair in pairs("test")}
