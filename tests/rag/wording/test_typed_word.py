"""Which Devanagari word a typed word stands for."""

from itertools import product

import pytest

from index.vocabulary import Vocabulary
from rag.wording.typed_word import Heard, is_acronym, read

VOCABULARY = Vocabulary(
    [
        "rate",
        "team",
        "log",
        "और",
        "लोग",
        "चुनाव",
        "सरकार",
        "चूना",
        "राते",
        "टीम",
        "गया",
        "ज्ञान",
        "महंगाई",
        "summit",
        "समिति",
    ]
)
EMPTY = Heard()


def _read(typed: str, heard: Heard = EMPTY, **archive: int) -> str | None:
    return read(typed, VOCABULARY, lambda word: archive.get(word, 0), heard).word


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("chunav", "चुनाव"),
        ("chunaaw", "चुनाव"),
        ("chunao", "चुनाव"),
        ("sarkaar", "सरकार"),
        ("srkar", "सरकार"),
        ("gyaan", "ज्ञान"),
        ("mehngai", "महंगाई"),
        ("mehgai", "महंगाई"),
        ("zelensky", None),
        ("crowdstrike", None),
    ],
)
def test_a_hindi_word_is_found_by_its_spelling(typed: str, word: str | None) -> None:
    assert _read(typed) == word


def test_a_word_that_passages_hold_is_found_though_the_model_has_it_not() -> None:
    heard = Heard.of(["ज़ेलेंस्की".replace("\u093c", ""), "सिल्क्यारा"])
    assert _read("zelensky", heard, जेलेंस्की=2) == "जेलेंस्की"
    assert _read("silkyara", heard, सिल्क्यारा=2) == "सिल्क्यारा"


def test_an_english_word_stays_unless_the_archive_has_it_as_a_loan() -> None:
    assert _read("team") is None
    assert _read("team", टीम=3) == "टीम"
    assert _read("summit", समिति=3) is None
    assert _read("budget", Heard.of(["बजट"]), बजट=1) == "बजट"


def test_a_loan_is_one_of_the_translations_where_these_are_known() -> None:
    vocabulary = Vocabulary(["attack", "हमला", "अटक", "अटैक", *(f"शब्द{chr(0x915 + n)}" for n in range(30))])

    def loan(*archive: str) -> str | None:
        return read("attack", vocabulary, lambda word: int(word in archive), EMPTY, ["हमला", "अटैक"]).word

    assert loan("अटक", "अटैक", "हमला") == "अटैक"
    assert loan("अटक", "हमला") is None


def test_a_rare_word_that_no_passage_has_yields_to_the_archives() -> None:
    letters = "कखगघचछजझटठडढतथदधनपफबभयरलवशह"
    vocabulary = Vocabulary([*map("".join, product(letters, repeat=3)), "मुस्क"])
    assert read("musk", vocabulary, lambda _: 0, EMPTY).word == "मुस्क"
    assert read("musk", vocabulary, lambda word: 2 * (word == "मस्क"), Heard.of(["मस्क"])).word == "मस्क"
    assert read("musk", Vocabulary(["मुस्क"]), lambda word: 2 * (word == "मस्क"), Heard.of(["मस्क"])).word == "मुस्क"


def test_a_word_of_both_languages_is_the_commoner_one() -> None:
    common = Vocabulary([*(f"english{chr(97 + n)}" for n in range(26)), "log", "लोग"])
    assert read("log", common, lambda _: 0, EMPTY).word == "लोग"


def test_the_archive_decides_between_two_words_of_one_sound() -> None:
    vocabulary = Vocabulary(["कल", "काल"])
    assert read("kal", vocabulary, lambda word: 9 if word == "काल" else 0, EMPTY).word == "काल"
    assert read("kal", vocabulary, lambda _: 0, EMPTY).word == "कल"


def test_acronyms_are_known_by_their_capitals() -> None:
    assert [word for word in ("GST", "CM", "Gst", "A", "NARENDRA") if is_acronym(word)] == ["GST", "CM"]
