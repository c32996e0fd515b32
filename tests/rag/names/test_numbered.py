"""Names with numbers: which a text means, and what is told of another than the one that is asked for."""

from datetime import date

import pytest

from rag.desk import NewsDesk
from rag.names.numbered import asked_by_number, has_all, is_known_otherwise, means_another, numbered
from rag.question import understand


@pytest.mark.parametrize(
    ("asked", "text", "is_another"),
    [
        ("When was Agni-5 tested?", "अग्नि-4 का परीक्षण सोमवार को हुआ।", True),
        ("When was Agni-5 tested?", "अग्नि-4 के बाद अग्नि-5 का परीक्षण हुआ।", False),
        ("When was Agni-5 tested?", "The missile flew for twelve minutes.", False),
        ("agni 5 kab chala", "अग्नि-4 चली।", True),
        ("Where do the G20 meet?", "The G7 met in Hiroshima.", True),
        ("जी-20 कहाँ मिले?", "The G20 met in Delhi.", False),
        ("5G कब आया?", "4जी 2012 में आया।", True),
        ("5जी 4जी से कितना तेज है?", "4G is slower.", False),
        ("अनुच्छेद 21 क्या कहता है?", "Article 14 promises equality.", True),
        ("अनुच्छेद 35ए क्या था?", "Article 35A is gone.", False),
        ("मई 2024 में क्या बिका?", "मई 2023 में दस गाड़ियाँ बिकीं।", True),
        ("मई 2024 में क्या बिका?", "अप्रैल 2024 में नौ गाड़ियाँ बिकी थीं।", False),
        ("What was sold in May 2024?", "On 3 May 2024 ten cars were sold, on 5 May 2023 nine.", False),
        # Counts and amounts are no names.
        ("Were 15 people hurt?", "The storm hurt 12 people.", False),
        ("Rs 500 notes", "Rs 2,000 notes were withdrawn.", False),
        ("क्या कुल 15 घायल हुए?", "कुल 12 घायल हुए।", False),
    ],
)
def test_another_is_meant(asked: str, text: str, is_another: bool) -> None:
    assert means_another(numbered(asked), text) is is_another


def test_a_year_that_is_a_bound_may_be_missed() -> None:
    as_of = date(2025, 12, 31)
    within = asked_by_number(understand("मई 2024 में क्या बिका?", as_of=as_of))
    before = asked_by_number(understand("मई 2024 से पहले क्या बिका?", as_of=as_of))
    assert means_another(within, "मई 2023 में दस गाड़ियाँ बिकीं।")
    assert not means_another(before, "मई 2023 में दस गाड़ियाँ बिकीं।")


def test_known_by_other_numbers_alone() -> None:
    asked = numbered("When will Agni-9 fly?")
    assert is_known_otherwise(asked, ["Agni-4 flew.", "Rain fell."])
    assert not is_known_otherwise(asked, ["Agni-4 flew.", "अग्नि-9 की तैयारी है।"])
    assert not is_known_otherwise(asked, ["Agni flew.", "Rain fell."])
    assert not is_known_otherwise(numbered("Budget 2025"), ["Budget 2023 was read."])
    assert has_all(numbered("Agni-4 and G20"), "जी20 के दिन अग्नि-4")


def test_what_another_did_is_not_quoted_first(sample_desk: NewsDesk) -> None:
    for question in ("When was Chandrayaan-3 launched?", "चंद्रयान-3 कब छोड़ा गया?"):
        answer = sample_desk.ask(question)
        assert answer.sentences
        assert not any("चंद्रयान-2" in one.text or "Chandrayaan-2" in one.text for one in answer.sentences)
    assert "22 जुलाई 2019" in sample_desk.ask("चंद्रयान-2 कब रवाना हुआ?").sentences[0].text


def test_the_figure_of_the_month_that_is_asked_for(sample_desk: NewsDesk) -> None:
    of_2023 = sample_desk.ask("अगस्त 2023 में यूपीआई से कितने लेनदेन हुए?")
    assert "1,058 करोड़" in of_2023.sentences[0].text
    assert not any("658 करोड़" in one for one in of_2023.notices)
    assert "658 करोड़" in sample_desk.ask("अगस्त 2022 में यूपीआई से कितने लेनदेन हुए?").sentences[0].text


@pytest.mark.parametrize(
    "question", ["Who heads Axiom-5?", "अनुच्छेद 371 क्या है?", "chandrayaan 5 kab launch hoga", "What is 6G?"]
)
def test_what_is_known_by_other_numbers_alone_is_refused(sample_desk: NewsDesk, question: str) -> None:
    answer = sample_desk.ask(question)
    assert answer.abstained
    assert answer.nearest


def test_what_is_known_by_its_number_is_not_refused(sample_desk: NewsDesk) -> None:
    assert "35ए" in sample_desk.ask("अनुच्छेद 35ए में क्या था?").sentences[0].text
    assert not sample_desk.ask("When did Axiom-4 dock?").abstained
