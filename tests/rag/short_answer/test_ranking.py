"""How the candidates of a short answer are ranked, and what speaks for none of them."""

from dataclasses import replace

import pytest

from rag.confidence import Signals as Sureness
from rag.question import understand
from rag.short_answer.candidates import candidates
from rag.short_answer.ranking import MARGIN, none_signals, ranked
from tests.made_evidence import evidence_of

SURE = Sureness(score=18.0, unmet=0.02, coverage=0.9, missing=0.0)


def test_the_nearest_to_the_question_comes_first_and_probabilities_leave_room_for_none() -> None:
    asked = understand("How many seats did the Congress win?")
    cited = [evidence_of("The Congress won 99 seats; later on the League won 24 seats.", language="en")]
    first, second = ranked(asked, cited, SURE, candidates(asked, cited, "en", None))
    assert (first.candidate.part.said, second.candidate.part.said) == ("99 seats", "24 seats")
    assert second.probability < first.probability < 1.0 - second.probability


def test_what_speaks_for_none_counts_other_articles_and_the_lead_of_the_best_quote() -> None:
    asked = understand("When did it land?")
    best = replace(evidence_of("It landed on 23 August.", language="en"), score=5.0)
    other = replace(evidence_of("It was built in Pune.", language="en", id="b"), score=4.5)
    assert none_signals(asked, [best], SURE).margin == MARGIN
    seen = none_signals(asked, [best, other], SURE)
    assert seen.margin == pytest.approx(0.5)
    assert (seen.date, seen.articles) == (1.0, 1.0)
