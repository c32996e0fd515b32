"""What a question turns on must stand in the clause that answers, or in the headline."""

import pytest

from rag.desk import NewsDesk
from rag.short_answer.contrasts import is_contrasted

VOTES = "Two members voted against the bill and 454 in favour of it."


@pytest.mark.parametrize(
    ("question", "sentence", "span", "heading", "contrasted"),
    [
        ("How many voted against the bill?", VOTES, "Two", "", False),
        ("How many voted against the bill?", VOTES, "454", "", True),
        ("How many voted in favour?", VOTES, "454", "", False),
        ("vidheyak ke khilaf kitne vote pade?", "विरोध में दो मत पड़े।", "दो", "", False),
        ("Who won silver?", "Ravi won gold, and Sunil came second.", "Ravi", "", True),
        ("Who won silver?", "Ravi came second.", "Ravi", "A silver for Ravi", False),
        ("इसरो के नए अध्यक्ष कौन हैं?", "इसरो अध्यक्ष रमेश ने बधाई दी।", "रमेश", "", True),
        ("How many seats are there?", VOTES, "454", "", False),
        ("How old is Ravi?", "Ravi, who is 31, won.", "31", "", False),
        ("How many runs did New Zealand score?", "न्यूजीलैंड ने 362 रन बनाए।", "362", "", False),
        ("विरोध में कितने मत पड़े?", "विरोध में 5,000 में से 2,300 मत पड़े।", "2,300", "", False),
    ],
)
def test_the_clause_or_the_headline_has_it(
    question: str, sentence: str, span: str, heading: str, contrasted: bool
) -> None:
    start = sentence.index(span)
    assert is_contrasted(question, sentence, heading, start, start + len(span)) is contrasted


def test_who_won_is_no_answer_to_who_came_second(sample_desk: NewsDesk) -> None:
    assert sample_desk.ask("Who won the javelin at the Tokyo Olympics?").short_answer == "Neeraj Chopra"
    assert sample_desk.ask("Who won silver in the javelin at the Tokyo Olympics?").short_answer is None
