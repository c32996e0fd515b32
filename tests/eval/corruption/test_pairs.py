"""The pairs that verification is measured on: enough of each kind, always the same, true to their articles."""

import json
from collections import Counter
from random import Random

import pytest

import seeds
from eval.corruption.changes import CHANGES
from eval.corruption.pairs import KINDS, TRANSLATED, Pair, pairs, split_of
from eval.corruption.rewording import REWORDINGS
from index.article import Article
from index.language.sentences import split_sentences
from index.readers import read


@pytest.fixture(scope="module")
def made() -> list[Pair]:
    return pairs()


def test_there_are_enough_of_each_kind_in_each_half(made: list[Pair]) -> None:
    halves = Counter((pair.kind, pair.split) for pair in made)
    assert min(halves[kind, "test"] for kind in KINDS) >= 100
    assert min(halves[kind, "dev"] for kind in KINDS) >= 100
    pairings = Counter((pair.kind, pair.pairing) for pair in made)
    assert all(pairings[kind, pairing] >= 70 for kind in KINDS for pairing in ("hi", "en", "across"))


def test_the_halves_share_no_event(made: list[Pair]) -> None:
    assert all(pair.split == split_of(pair.event) for pair in made)
    assert not {p.event for p in made if p.split == "dev"} & {p.event for p in made if p.split == "test"}


def test_they_are_always_the_same(made: list[Pair]) -> None:
    assert [pair for pair in made if pair.split == "test"] == pairs("test")


def test_false_ones_differ_from_what_they_cite(made: list[Pair]) -> None:
    assert not [pair for pair in made if not pair.is_true and pair.claim == pair.evidence]


def test_what_the_translations_cite_stands_in_the_articles() -> None:
    told = {
        article.id: {" ".join(article.body[start:end].split()) for start, end in split_sentences(article.body)}
        for article in read(str(seeds.ARTICLES))
        if isinstance(article, Article)
    }
    rows = [json.loads(line) for line in TRANSLATED.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 100
    assert not [row for row in rows if row["evidence"] not in told[row["article"]]]


@pytest.mark.parametrize(
    ("kind", "text", "language"),
    [
        ("number", "उसने 12 करोड़ रुपये दिए।", "hi"),
        ("number", "It has five members.", "en"),
        ("name", "राजनाथ सिंह ने कहा।", "hi"),
        ("date", "It opened on 3 May 2025.", "en"),
        ("unit", "यह 5 किलोमीटर दूर है।", "hi"),
        ("unit", "It cost Rs 500.", "en"),
        ("negated", "वह दिल्ली गया था।", "hi"),
        ("negated", "He did not go.", "en"),
    ],
)
def test_changes(kind: str, text: str, language: str) -> None:
    new = CHANGES[kind](text, language, Random(1))  # noqa: S311
    assert new
    assert new != text


@pytest.mark.parametrize(
    ("how", "text", "language", "expected"),
    [
        (
            "clause dropped",
            "The party won 48 seats in the house, and so it rules.",
            "en",
            "The party won 48 seats in the house.",
        ),
        ("clauses turned", "वह दिल्ली गया था, जहाँ उसने कहा।", "hi", "जहाँ उसने कहा, वह दिल्ली गया था।"),
        ("number respelt", "It cost 2.5 lakh rupees.", "en", "It cost 250,000 rupees."),
        ("number respelt", "उसमें 5 सदस्य हैं।", "hi", "उसमें पाँच सदस्य हैं।"),
        ("synonym", "करीब सौ", "hi", "लगभग सौ"),
        ("name transliterated", "कोच्चि में", "hi", "Kochi में"),
    ],
)
def test_rewordings(how: str, text: str, language: str, expected: str) -> None:
    assert REWORDINGS[how](text, language, Random(1)) == expected  # noqa: S311


def test_a_date_is_rewritten() -> None:
    new = REWORDINGS["date rewritten"]("on 3 May 2025 in Delhi", "en", Random(1))  # noqa: S311
    assert new in {f"on {date} in Delhi" for date in ("2025-05-03", "03/05/2025", "May 3, 2025")}
