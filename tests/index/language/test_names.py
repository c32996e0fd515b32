"""The names of the news in two scripts: a pair shares a key, two different names hardly ever do."""

from pathlib import Path

from index.language.phonetic import phonetic_keys

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()]
ROMAN = [set(phonetic_keys(roman)) for roman, _ in PAIRS]
DEVANAGARI = [set(phonetic_keys(devanagari)) for _, devanagari in PAIRS]


def test_the_list_is_long_and_names_nothing_twice() -> None:
    assert len({roman.lower() for roman, _ in PAIRS}) == len(PAIRS) >= 300


def test_a_name_meets_itself_in_the_other_script() -> None:
    meeting = sum(1 for roman, devanagari in zip(ROMAN, DEVANAGARI, strict=True) if roman & devanagari)
    assert meeting >= 0.97 * len(PAIRS)


def test_it_meets_hardly_any_other_name() -> None:
    strangers = [(a, b) for a in range(len(PAIRS)) for b in range(len(PAIRS)) if a != b]
    meeting = sum(1 for a, b in strangers if ROMAN[a] & DEVANAGARI[b])
    assert meeting <= 0.0005 * len(strangers)
