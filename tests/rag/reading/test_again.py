"""The best evidence is read again, and stands anew."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from rag.evidence import Evidence
from rag.question import Question, understand
from rag.reading.again import NOT_READ, SURE, log_odds, nowhere, read_again
from rag.reading.reader import Reading
from rag.reading.weights import READ
from tests.made_evidence import evidence_of

SENTENCES = ("Six people died.", "Nine were hurt.", "It rained.", "Asha spoke.")


class FakeReader:
    """Thinks what it is told to of each sentence, and remembers what it read together."""

    def __init__(self, **answers: float) -> None:
        self.answers = {sentence.split()[0]: -5.0 for sentence in SENTENCES} | answers
        self.read_together: list[list[str]] = []
        self.asked: list[str] = []

    def read(self, question: str, headline: str, sentences: Sequence[str]) -> list[Reading]:
        self.read_together.append(list(sentences))
        self.asked.append(question)
        none = np.zeros(0, np.float32)
        return [Reading(self.answers[sentence.split()[0]], 0.5, none, none, ()) for sentence in sentences]


def evidence() -> list[Evidence]:
    """Return the sentences as of two articles, best first, one point of score apart."""
    found = []
    for place, text in enumerate(SENTENCES):
        made = evidence_of(text, 10 - place, id="a" if place % 2 else "b")
        found.append(replace(made, score=10.0 - place))
    return found


QUESTION = understand("How many people were hurt?")


def read(reader: FakeReader, count: int, question: Question = QUESTION) -> list[Evidence]:
    return read_again(question, evidence(), reader, count)  # type: ignore[arg-type]


def test_sentences_of_an_article_are_read_together_in_its_order() -> None:
    reader = FakeReader()
    read(reader, 4)
    assert reader.read_together == [["It rained.", "Six people died."], ["Asha spoke.", "Nine were hurt."]]


def test_what_the_reader_finds_rises_and_keeps_its_reading() -> None:
    again = read(FakeReader(Nine=SURE), 4)
    assert again[0].sentence.text == "Nine were hurt."
    assert again[0].score == pytest.approx(9.0 + READ * SURE)
    assert again[0].reading is not None
    assert again[0].reading.answers == SURE


def test_beyond_the_count_nothing_is_read() -> None:
    reader = FakeReader()
    again = {one.sentence.text: one for one in read(reader, 1)}
    assert reader.read_together == [["Six people died."]]
    unread = again["Nine were hurt."]
    assert unread.reading is None
    assert unread.score == pytest.approx(9.0 + READ * NOT_READ)


def test_log_odds_stay_within_bounds_and_the_unread_are_nowhere() -> None:
    sure = FakeReader(Six=50.0).read("", "", ["Six people died."])[0]
    assert log_odds(sure) == SURE
    assert log_odds(None) == NOT_READ
    assert (nowhere(sure), nowhere(None)) == (0.5, 1.0)


def test_romanised_hindi_that_is_to_stay_so_is_not_read() -> None:
    reader = FakeReader()
    question = understand("kitne log ghayal hue")
    assert question.language == "hi-Latn"
    assert [one.score for one in read(reader, 4, replace(question, restored=None))] == [10.0, 9.0, 8.0, 7.0]
    assert reader.read_together == []


def test_what_a_follow_up_asks_is_read_before_what_it_carries() -> None:
    reader = FakeReader()
    question = understand("और कितने लोग घायल हुए?", history=["टिहरी बस हादसा कब हुआ?"])
    carried, _, own = question.search_text.rpartition(": ")
    assert carried
    read(reader, 1, question)
    assert reader.asked == [f"{own} {carried}"]


def test_an_abbreviation_is_read_as_the_article_writes_it_too() -> None:
    reader = FakeReader(राष्ट्रीय=0.0)
    made = evidence_of("राष्ट्रीय जनता दल को 25 सीटें मिलीं।")
    read_again(understand("राजद को कितनी सीटें मिलीं?"), [made], reader, 1)  # type: ignore[arg-type]
    assert reader.asked == ["राजद को कितनी सीटें मिलीं? (राष्ट्रीय जनता दल)"]
