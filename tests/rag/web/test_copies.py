from collections.abc import Callable
from dataclasses import replace

from rag.answer import AnswerSentence
from rag.web.conversation import Turn
from rag.web.copies import export, markdown, plain

Answered = Callable[[str], Turn]
QUESTION = "पुल कब खुलेगा?"


def test_plain_text_has_the_answer_with_its_numbers_and_their_sources(answered: Answered) -> None:
    assert plain(answered(QUESTION), "hi").split("\n") == [
        QUESTION,
        "",
        "पुल मार्च में खुलेगा। [1]",
        "The bridge cost ten crore rupees. [2]",
        "",
        "[1] नदी का पुल तैयार — नगर दर्पण, 4 दिसंबर 2025 — https://nagar.example/pul",
        "[2] What it cost",
    ]


def test_doubt_and_days_are_copied_too(answered: Answered) -> None:
    sentences = (AnswerSentence("पुल।", (1, 9), "unsupported", "2025-12-04"),)
    text = plain(replace(answered(QUESTION), sentences=sentences), "en")
    assert "4 December 2025: पुल। (not supported by its source) [1]\n" in text


def test_an_abstention_is_copied_as_what_was_said(answered: Answered) -> None:
    assert plain(answered("Is there water?"), "en") == "Is there water?\n\nThe archive does not hold the answer."
    assert export(answered("Is there water?"), "en") == ""


def test_markdown_links_the_headlines(answered: Answered) -> None:
    lines = markdown(answered(QUESTION), "en").split("\n")
    assert lines[0] == f"**{QUESTION}**"
    assert "पुल मार्च में खुलेगा। \\[1\\]" in lines
    assert "1. [नदी का पुल तैयार](https://nagar.example/pul) — नगर दर्पण, 4 December 2025  " in lines
    assert lines[-2:] == ["2. What it cost  ", "   “The bridge cost ten crore rupees.”"]


def test_the_quotes_are_filed_with_outlet_date_headline_and_address(answered: Answered) -> None:
    first, second = export(answered(QUESTION), "en").split("\n\n")
    assert first.split("\n") == [
        "“पुल मार्च में खुलेगा।”",
        "नगर दर्पण, 4 December 2025",
        "नदी का पुल तैयार",
        "https://nagar.example/pul",
    ]
    assert second == "“The bridge cost ten crore rupees.”\nWhat it cost"


def test_hostile_articles_bring_no_link_no_markup_and_nothing_hidden(answered: Answered, hostile: str) -> None:
    turn = answered(hostile)
    first, *others = turn.sources
    evil = replace(first.citation, headline="[x](javascript:alert(1))", url="javascript:alert(1)")
    told = replace(turn, sources=(replace(first, citation=evil), *others))
    for text in (plain(told, "en"), markdown(told, "en"), export(told, "en")):
        assert "\u202e" not in text
    assert "\\[x\\](javascript:alert(1))" in markdown(told, "en")
    assert "\\<script\\>" in markdown(told, "en")


def test_an_address_cannot_break_out_of_its_link(answered: Answered) -> None:
    turn = answered(QUESTION)
    first, *others = turn.sources
    odd = replace(first.citation, url="https://nagar.example/a)b<c")
    told = replace(turn, sources=(replace(first, citation=odd), *others))
    assert "](https://nagar.example/a%29b%3Cc)" in markdown(told, "en")
