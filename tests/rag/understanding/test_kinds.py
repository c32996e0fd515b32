"""What a question wants."""

import pytest

from index.language.stems import stem
from rag.understanding.kinds import wanted
from rag.understanding.question_words import Kind, Unit


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("कितने लोग मारे गए?", "number"),
        ("How many wickets did Shami take?", "number"),
        ("kitne log mare gaye", "number"),
        ("What percentage of votes did she win?", "number"),
        ("What was the final turnout in the first phase?", "number"),
        ("What profit did the company report?", "number"),
        ("रेपो दर अब क्या है?", "number"),
        ("मंदिर का उद्घाटन कब हुआ?", "date"),
        ("In which year was the Act passed?", "date"),
        ("chandrayaan kb utra", "date"),
        ("किसने फ़ाइनल जीता?", "person"),
        ("rajnath singh ne kis se mulakat ki?", "person"),
        ("Who became prime minister?", "person"),
        ("Which lawyer spoke for the bank when it asked for time?", "person"),
        ("समारोह में किस नेता ने भाषण दिया?", "person"),
        ("Which rocket carried the satellites?", "name"),
        ("kaunsa desh jeeta", "name"),
        ("यह बैठक कहाँ हुई?", "place"),
        ("match kahan hua", "place"),
        ("Which stadium hosted the final?", "place"),
        ("Why was the launch put off?", "reason"),
        ("उड़ान किस वजह से टली?", "reason"),
        ("फ़ैसले में अदालत ने क्या कहा?", "other"),
        ("What did the bank do with interest rates?", "other"),
        ("What happened when the lander lost contact?", "other"),
    ],
)
def test_kind(question: str, kind: Kind) -> None:
    assert wanted(question).kind == kind


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("इस पर कितना खर्च आया?", "money"),
        ("How much did the tunnel cost?", "money"),
        ("By what percentage did the shares fall?", "percent"),
        ("kitne pratishat vote pade", "percent"),
        ("How long did the flight last?", "time"),
        ("लैंडर चाँद से कितनी दूर था?", "length"),
        ("यान का वजन कितना है?", "weight"),
        ("How many seats did they win?", None),
        ("कितने मतदान केंद्र बने?", None),
        ("कितना मतदान हुआ?", "percent"),
    ],
)
def test_unit_of_a_number(question: str, unit: Unit | None) -> None:
    assert wanted(question).unit == unit


def test_what_is_counted() -> None:
    assert wanted("उन्होंने कितनी सीटें जीतीं?").counted > wanted("कितनी सीट?").counted != frozenset()
    assert wanted("Who won?").counted == frozenset()


def test_what_a_number_is_of_is_counted() -> None:
    assert wanted("What was the total number of electoral bonds sold?").counted == {stem("electoral"), stem("bonds")}
    assert wanted("What was the final score?").counted == frozenset()
