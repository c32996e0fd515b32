"""A name in the asker's language: as the archive spells it, as known, as borrowed, else by its sound."""

from collections.abc import Iterator

import pytest

from rag.desk import NewsDesk
from rag.short_answer.spelling import Spelling


@pytest.fixture
def spelling(sample_desk: NewsDesk) -> Iterator[Spelling]:
    embedder = sample_desk.archive.embedder()
    with sample_desk.archive.snapshot() as snapshot:
        yield Spelling(snapshot, embedder.neighbours, embedder.vocabulary)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("नरेंद्र मोदी", "Narendra Modi (नरेंद्र मोदी)"),
        ("द्रौपदी मुर्मू", "Droupadi Murmu (द्रौपदी मुर्मू)"),  # the archive's, not Draupadi
        ("रूस", "Russia (रूस)"),
        ("मानेकशॉ सेंटर", "Maneksho Centre (मानेकशॉ सेंटर)"),
        ("यूपीआई 123पे", "UPI 123Pe (यूपीआई 123पे)"),
    ],
)
def test_in_english(spelling: Spelling, name: str, said: str) -> None:
    assert spelling.said(name, "hi", "en") == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nagesh Kumar", "नागेश कुमार (Nagesh Kumar)"),
        ("Italy", "इटली (Italy)"),
        ("5G", "5G"),
        ("Katalin Kariko", "कातालिन कारिको (Katalin Kariko)"),
    ],
)
def test_in_hindi(spelling: Spelling, name: str, said: str) -> None:
    assert spelling.said(name, "en", "hi") == said


def test_in_its_own_language_a_name_stays_as_it_is(spelling: Spelling) -> None:
    assert spelling.said("Nagesh Kumar", "en", "en") == "Nagesh Kumar"
