"""The short answer's numbers: those that may be asked for, with unit converted and what qualifies them."""

import pytest

from index.article import Language
from index.embedding import open_embedder
from index.word_neighbours import WordNeighbours
from rag.question import understand
from rag.short_answer.candidates import candidates
from rag.short_answer.times import times_of_day
from tests.made_evidence import evidence_of


@pytest.fixture(scope="module")
def neighbours() -> WordNeighbours | None:
    return open_embedder().neighbours


@pytest.mark.parametrize(
    ("question", "sentence", "source", "language", "said"),
    [
        ("What percentage is imported?", "भारत ने 36 प्रतिशत आयात किया।", "hi", "en", ["36 per cent"]),
        ("How much did it cost?", "इस पर करीब 978 करोड़ रुपये खर्च हुए।", "hi", "en", ["about ₹978 crore"]),
        ("इस पर कितना खर्च आया?", "It cost $5.43 billion.", "en", "hi", ["5.43 अरब डॉलर"]),
        ("कितने लोग आए?", "More than 2,00,000 people came.", "en", "hi", ["2 लाख से ज्यादा लोग"]),
        ("कितने लोग मरे?", "बाढ़ में 14 लोगों की मौत हुई।", "hi", "hi", ["14 लोग"]),
        ("कितने दिन लगे?", "इसमें अठारह दिन लगे।", "hi", "hi", ["अठारह दिन"]),
        ("How many seats did they win?", "They won 25 seats, then 40 seats.", "en", "en", ["25 seats", "40 seats"]),
        ("How many seats did they win?", "It cost Rs 40 crore.", "en", "en", []),
        ("By what percentage did it fall?", "It fell after 2,048 chips were sold.", "en", "en", []),
        ("How many of the 25 seats fell?", "There are 25 seats.", "en", "en", []),
        ("कितनी बार शपथ ली?", "कुल 26 मंत्रियों ने शपथ ली।", "hi", "hi", []),
        ("मस्जिद को कितनी जमीन मिली?", "मस्जिद को पाँच एकड़ जमीन मिली।", "hi", "hi", ["पाँच एकड़"]),
        ("How many people died?", "Five acres burned and 12 people died.", "en", "en", ["12 people"]),
        ("By how much was the rate cut?", "The rate was cut by 25 basis points.", "en", "hi", ["25 आधार अंक"]),
        ("How long is the ship?", "पोत 262 मीटर लंबा है।", "hi", "en", ["262 metres"]),
        ("कितनी ऊँची कक्षा में गया?", "यान 400 किलोमीटर ऊँची कक्षा में गया।", "hi", "hi", ["400 किलोमीटर"]),
        ("कितने करोड़ खर्च हुए?", "इस पर 550 करोड़ रुपये और तीन दिन लगे।", "hi", "hi", ["550 करोड़ रुपये"]),
    ],
)
def test_numbers(
    question: str,
    sentence: str,
    source: Language,
    language: Language,
    said: list[str],
    neighbours: WordNeighbours,
) -> None:
    found = candidates(understand(question), [evidence_of(sentence, language=source)], language, neighbours)
    assert [one.part.said for one in found] == said
    for one in found:
        assert sentence[one.part.start : one.part.end].strip()


def test_what_is_counted_speaks_for_a_number_across_languages(neighbours: WordNeighbours) -> None:
    seats, _ = candidates(
        understand("How many seats did they win?"),
        [evidence_of("पार्टी ने 25 सीटें और 40 हजार अंक पाए।", language="hi")],
        "en",
        neighbours,
    )
    assert (seats.part.said, seats.signals.number_fits) == ("25 seats", 1.0)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [("ट्रेन 15:30 बजे छूटी।", "15:30"), ("रात 4:30 बजे भूकंप आया।", "4:30 am"), ("शाम 6:04 बजे उतरा।", "6:04 pm")],
)
def test_half_days_are_kept(sentence: str, said: str) -> None:
    assert [part.said for part in times_of_day(sentence, "hi", "en")] == [said]
