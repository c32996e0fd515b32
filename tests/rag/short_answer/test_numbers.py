"""The short answer's number: the one that is asked for, with its unit converted and what qualifies it."""

import pytest

from index.article import Language
from rag.question import understand
from rag.short_answer.numbers import number_of


@pytest.mark.parametrize(
    ("question", "sentence", "source", "language", "said"),
    [
        ("What percentage is imported?", "भारत ने 36 प्रतिशत आयात किया।", "hi", "en", "36 per cent"),
        ("How much did it cost?", "इस पर करीब 978 करोड़ रुपये खर्च हुए।", "hi", "en", "about ₹978 crore"),
        ("इस पर कितना खर्च आया?", "It cost $5.43 billion.", "en", "hi", "5.43 अरब डॉलर"),
        ("कितने लोग आए?", "More than 2,00,000 people came.", "en", "hi", "2 लाख से ज्यादा लोग"),
        ("How many seats did they win?", "They won 25 seats and 40 votes.", "en", "en", "25 seats"),
        ("How many seats did they win?", "They won 25 seats, then 40 seats.", "en", "en", None),
        ("How many versions were there?", "The text has 83 paragraphs.", "en", "en", None),
        ("How many of the 25 seats fell?", "There are 25 seats.", "en", "en", None),
    ],
)
def test_number(question: str, sentence: str, source: Language, language: Language, said: str | None) -> None:
    part = number_of(understand(question), sentence, source, language)
    assert (part.said if part else None) == said
    if part:
        assert any(digit.isdigit() for digit in sentence[part.start : part.end])
