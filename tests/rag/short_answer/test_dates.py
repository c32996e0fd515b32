"""The short answer's dates: written out, joined, resolved by the day of publication, said the asker's way."""

from datetime import date

import pytest

from index.article import Language
from rag.question import understand
from rag.short_answer.candidates import candidates
from rag.short_answer.dates import dates
from tests.made_evidence import evidence_of

SATURDAY = date(2025, 11, 15)


@pytest.mark.parametrize(
    ("sentence", "language", "said"),
    [
        ("विक्रम बुधवार, 23 अगस्त 2023 को उतरा।", "en", ["23 August 2023"]),
        ("Votes were cast on 6 and 11 November.", "hi", ["6 और 11 नवंबर"]),
        ("मतगणना शुक्रवार को हुई।", "en", ["Friday, 14 November 2025"]),
        ("The court will hear it on Monday.", "hi", ["सोमवार, 17 नवंबर 2025"]),
        ("It happened today, and yesterday too.", "en", ["Saturday, 15 November 2025", "Friday, 14 November 2025"]),
        ("None have been printed since 2018-19.", "en", ["2018-19"]),
        ("You may march in May.", "en", ["May"]),
        ("In May 2023, 15 people were killed.", "en", ["May 2023"]),
        ("In 2023, 15 people were killed.", "en", ["2023"]),
        ("सुनवाई 6 अगस्त से 16 अक्टूबर तक चली।", "en", ["6 August", "16 October"]),
    ],
)
def test_dates(sentence: str, language: Language, said: list[str]) -> None:
    assert [found.said(language) for found in dates(sentence, SATURDAY)] == said


def test_a_weekday_says_itself_where_the_day_of_publication_is_not_known() -> None:
    assert [found.said("en") for found in dates("मतगणना शुक्रवार को हुई।")] == ["Friday"]


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("In what year did it land?", "It landed on 23 August 2023.", ["2023"]),
        ("In what year did it land?", "It landed on 23 August.", []),
        ("When did it land in August 2023?", "It landed in August 2023.", []),
        ("What time did it land?", "It landed at 6.04 pm on 23 August.", ["6.04 pm"]),
        ("यह कितने बजे उतरा?", "It landed at 6.04 pm on 23 August.", ["शाम 6:04 बजे"]),
        ("Until what date did it want more time?", "It may go on until 30 June.", ["30 June"]),
        ("Which month?", "It comes in May.", ["May"]),
        ("When does it come?", "It comes in May.", []),
        ("Which year?", "Growth is put at 6.5 percent for 2025-26.", []),
    ],
)
def test_candidates(question: str, sentence: str, said: list[str]) -> None:
    asked = understand(question)
    found = candidates(asked, [evidence_of(sentence, language="en")], asked.answer_language, None)
    assert [one.part.said for one in found] == said
