"""What a question wants, and which sentences can give it."""

import pytest

from rag.kinds import Kind, fits, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("कितने लोग मारे गए?", "number"),
        ("How many wickets did Shami take?", "number"),
        ("kitne log mare gaye", "number"),
        ("What percentage of votes did she win?", "number"),
        ("मंदिर का उद्घाटन कब हुआ?", "date"),
        ("In which year was the Act passed?", "date"),
        ("chandrayaan kb utra", "date"),
        ("किसने फ़ाइनल जीता?", "person"),
        ("rajnath singh ne kis se mulakat ki?", "person"),
        ("Who became prime minister?", "person"),
        ("यह बैठक कहाँ हुई?", "place"),
        ("match kahan hua", "place"),
        ("Which stadium hosted the final?", "place"),
        ("फ़ैसले में अदालत ने क्या कहा?", "other"),
        ("Why was the launch put off?", "other"),
    ],
)
def test_kind_of(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("number", "इस हादसे में १५ लोग घायल हुए।", True),
        ("number", "सात लोग घायल हुए।", True),
        ("number", "लोग घायल हुए।", False),
        ("date", "वे बुधवार को लौटे।", True),
        ("date", "The court ruled in 2023.", True),
        ("date", "The court ruled against them.", False),
        ("person", "The award went to Neeraj Chopra.", True),
        ("person", "The award went to nobody.", False),
        ("person", "भारत ने मैच जीता।", True),
        ("place", "They met in Delhi.", True),
        ("place", "They met again.", False),
        ("other", "कुछ भी।", True),
    ],
)
def test_fits(kind: Kind, sentence: str, expected: bool) -> None:
    assert fits(kind, sentence) is expected
