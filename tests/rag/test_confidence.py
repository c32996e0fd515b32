"""What confidence rests on: words that an article writes, sounds or comes near to, and those that it lacks."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from index.snapshot import Snapshot
from index.token_vectors import DIMENSIONS, TokenVectors
from index.vectors import QuestionVectors
from rag.confidence import Signals, confidence, signals
from rag.desk import NewsDesk
from rag.evidence import Evidence
from rag.question import understand
from rag.retrieval import Hit
from rag.settings import Settings
from rag.weights import CONFIDENCE, CONFIDENCE_READ
from tests.made_evidence import evidence_of

# At right angles, and their numbers about normal, as those of token vectors are.
AXES = np.linalg.qr(np.random.default_rng(0).standard_normal((DIMENSIONS, DIMENSIONS)))[0].astype(np.float32)
COMMON = {"rover": 1.0, "weigh": 1.0, "salari": 3.0}


def seen(question: str, text: str, tokens: Sequence[int] = (), counts: tuple[int, ...] = ()) -> Signals:
    """Return the signals of a question whose tokens lie on some axes, while the passage has the first three."""
    one = evidence_of(text)
    packed = TokenVectors.pack(AXES[:3], [1, 2])
    stored = SimpleNamespace(article=one.stored.article, token_vectors=packed)
    hit = cast(Hit, SimpleNamespace(stored=stored))
    vectors = QuestionVectors(np.ones(4, np.float32), AXES[list(tokens)], np.array(counts, np.int64))
    rare: Any = SimpleNamespace(lexical=SimpleNamespace(rarity=lambda field, term: COMMON.get(term, 9.0)))
    evidence: list[Evidence] = [one]
    return signals(understand(question), vectors, [hit], evidence, cast(Snapshot, rare))


def test_words_are_met_as_stems_and_by_their_sound() -> None:
    met = seen("राजनाथ सिंह", "Rajnath Singh spoke.")
    assert met.unmet == 0
    assert met.coverage == pytest.approx(1)


def test_a_rare_word_that_is_lacking_weighs_more() -> None:
    text = "The rover weighs 26 kilograms."
    rare, common = seen("rover salary", text), seen("salary weighs rover", text)
    assert rare.unmet == pytest.approx(3 / 4)
    assert common.unmet == pytest.approx(3 / 5)
    assert common.coverage == pytest.approx(2 / 5)


def test_a_word_is_as_near_as_its_tokens_are_in_the_mean() -> None:
    # Of the two tokens of "salary" one is met exactly; four bits a number keep a vector to within some hundredths.
    half = seen("rover salary", "The rover weighs 26 kilograms.", tokens=(60, 1, 61), counts=(1, 2))
    assert half.unmet == pytest.approx(3 / 4 * 0.5**2, abs=0.1)
    assert half.unmet < seen("rover salary", "The rover weighs 26 kilograms.").unmet


def test_tokens_that_are_not_told_apart_by_words_are_left_out() -> None:
    text = "The rover weighs 26 kilograms."
    assert seen("rover salary", text, tokens=(0, 1), counts=(2,)) == seen("rover salary", text)


@pytest.mark.parametrize("pairing", sorted(CONFIDENCE.bias))
def test_a_better_sentence_is_surer_and_a_lacking_word_less_sure(pairing: str) -> None:
    middle = confidence(pairing, Signals(14.0, 0.1, 0.5, 0.0))
    assert confidence(pairing, Signals(10.0, 0.1, 0.5, 0.0)) < middle
    assert middle < confidence(pairing, Signals(18.0, 0.1, 0.5, 0.0))
    assert confidence(pairing, Signals(14.0, 0.1, 0.5, 1.0)) < middle
    assert confidence(pairing, Signals(14.0, 0.3, 0.5, 0.0)) < middle
    assert 0 < middle < 1


@pytest.mark.parametrize(
    "question",
    [
        "How much did INS Vikrant cost?",
        "पर्सिवियरेंस रोवर का वजन कितना है?",
        "माइक्रोन का साणंद वाला चिप कारखाना कितने करोड़ का है?",
    ],
)
def test_articles_about_something_else_are_not_quoted(sample_desk: NewsDesk, question: str) -> None:
    answer = sample_desk.ask(question)
    assert len(answer.sentences) > 1
    assert len({one.article_id for one in answer.citations}) == 1


@pytest.mark.parametrize("pairing", list(CONFIDENCE_READ.bias))
def test_what_the_reader_tells_is_heard_where_it_read(pairing: str) -> None:
    unread = Signals(14.0, 0.1, 0.5, 0.0)
    middle = confidence(pairing, unread._replace(read=0.0, nowhere=0.5))
    assert middle != confidence(pairing, unread)  # other weights
    assert confidence(pairing, unread._replace(read=-4.0, nowhere=0.5)) < middle
    assert confidence(pairing, unread._replace(read=0.0, nowhere=1.0)) < middle


def test_the_signals_hold_what_the_reader_tells_of_the_best_sentence(sample_desk: NewsDesk) -> None:
    def seen(**settings: int) -> dict[str, float | None]:
        desk, trace = NewsDesk(sample_desk.archive, Settings(**settings)), {}  # type: ignore[arg-type, var-annotated]
        list(desk.stream("Who led the crew of Axiom-4?", trace=trace))
        return trace["signals"]  # type: ignore[no-any-return]

    told = seen()
    assert told["read"] is not None
    assert told["nowhere"] is not None
    assert (seen(read=0)["read"], seen(read=0)["nowhere"]) == (None, None)
    none = NewsDesk(sample_desk.archive, Settings(read=0))
    assert none.reader(sample_desk.archive.embedder()) is None
    assert "read" not in none.ask("Who led the crew of Axiom-4?").timings_ms
