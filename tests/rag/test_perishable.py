"""What may have changed since it was written is told by the newest article that is as much about it."""

from dataclasses import replace

import pytest

from rag.desk import NewsDesk
from rag.evidence import Evidence
from rag.perishable import may_have_changed, newest, put_first
from tests.made_evidence import evidence_of


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the governor of Kerala?", True),
        ("Who heads the space agency?", True),
        ("केरल के राज्यपाल कौन हैं?", True),
        ("kerala ka rajyapal kaun hai", True),
        ("How much is the bus fare in Pune?", True),
        ("पुणे में बस का किराया कितना है?", True),
        ("What was the last date for the forms?", True),
        ("फॉर्म भरने की अंतिम तिथि क्या थी?", True),
        ("Who was the governor of Kerala?", False),
        ("Who is Amit Shah?", False),
        ("केरल के राज्यपाल कौन थे?", False),
        ("कौन जीता?", False),
        ("When did the forms come out?", False),
    ],
)
def test_what_may_have_changed(question: str, expected: bool) -> None:
    assert may_have_changed(question) is expected


def _told(text: str, score: float, day: str, *, passage: float = 1.0, kind: float = 1.0) -> Evidence:
    made = evidence_of(text, id=day, published=day)
    return replace(made, score=score, features=replace(made.features, passage=passage, kind=kind))


OLD = _told("Anil Rao is the governor.", 10.0, "2021-05-01")
MIDDLE = _told("Bina Rao took over.", 9.0, "2023-05-01")


def test_the_newest_comes_first_and_the_others_as_they_were() -> None:
    new = _told("Charu Rao took the oath.", 7.0, "2025-05-01")
    evidence = [OLD, MIDDLE, new]
    assert [one.sentence.text for one in put_first(evidence, newest(evidence))] == [
        "Charu Rao took the oath.",
        "Anil Rao is the governor.",
        "Bina Rao took over.",
    ]
    assert put_first(evidence, newest(evidence))[0].score == OLD.score


def test_what_takes_over_keeps_what_was_made_of_it_since() -> None:
    new = _told("Charu Rao took the oath.", 7.0, "2025-05-01")
    first = newest([OLD, MIDDLE, new])
    again = [replace(OLD, score=8.0), replace(new, score=5.0, apart=0.5)]
    assert [(one.score, one.apart) for one in put_first(again, first)] == [(8.0, 0.5), (8.0, 0.0)]


@pytest.mark.parametrize(
    "new",
    [
        _told("Charu Rao spoke.", 9.5, "2025-05-01", passage=0.7),
        _told("It rained.", 9.5, "2025-05-01", kind=0.0),
        _told("Charu Rao took the oath.", 5.0, "2025-05-01"),
        _told("Charu Rao took the oath.", 9.5, "2020-05-01"),
    ],
)
def test_what_is_not_as_much_about_it_stays(new: Evidence) -> None:
    evidence = [OLD, new]
    assert newest(evidence) is None
    assert put_first(evidence, None) == evidence
    assert newest([]) is None


@pytest.mark.parametrize(
    ("question", "first", "notice"),
    [
        ("Who is the chief minister of Bihar?", "दसवीं बार", "20 November 2025"),
        ("दो हजार के नोट बदलने की आखिरी तारीख क्या थी?", "7 अक्टूबर 2023", "1 जनवरी 2025"),
        ("रेपो रेट कितना है?", "5.50 percent", "1 अक्टूबर 2025"),
    ],
)
def test_the_newest_of_the_archive(sample_desk: NewsDesk, question: str, first: str, notice: str) -> None:
    answer = sample_desk.ask(question)
    assert first in answer.sentences[0].text
    assert any(notice in one for one in answer.notices)
