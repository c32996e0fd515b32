"""Reads the word translations, names and parallel text that the model is made from."""

from collections.abc import Iterator
from pathlib import Path

import regex

from index.errors import UnreadableError

_WORD = regex.compile(r"[\u0900-\u097f]+")


def is_hindi_word(word: str) -> bool:
    """Tell whether a word is written in Devanagari throughout.

    >>> [is_hindi_word(word) for word in ("मंत्री", "minister", "मंत्री-मंडल", "")]
    [True, False, False, False]
    """
    return _WORD.fullmatch(word) is not None


def rows(path: Path, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated file after its heading; a row of another width is left out.

    Raises UnreadableError where the file is missing.
    """
    if not path.exists():
        raise UnreadableError(f"{path}: not there: --data names the folder with the lexicon and parallel text")
    with path.open(encoding="utf-8") as file:
        next(file, None)
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == columns:
                yield cells


def translations(data: Path) -> dict[str, list[str]]:
    """Return {Hindi word: English words, best first}, most frequent Hindi words first; names come last."""
    found: dict[str, list[str]] = {}
    for hindi, english in rows(data / "lexicon.hin2eng.tsv", 2):
        if is_hindi_word(hindi):
            found.setdefault(hindi, [word for word in english.lower().split("|") if word])
    for hindi, roman in names(data):
        if is_hindi_word(hindi):
            found.setdefault(hindi, [roman])
    return found


def names(data: Path) -> Iterator[tuple[str, str]]:
    """Yield (Hindi word, Roman word) from names and places given in both scripts with as many words in each."""
    for file in ("names.roman-devanagari.tsv", "places.roman-devanagari.tsv"):
        for roman, hindi, _ in rows(data / file, 3):
            ours, theirs = hindi.split(), roman.lower().split()
            if len(ours) == len(theirs):
                yield from zip(ours, theirs, strict=True)


def parallel_with_origin(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (English, Hindi, where from) of sentences that translate each other."""
    for cells in rows(data / "parallel.en-hi.tsv", 3):
        yield cells[0], cells[1], cells[2]


def parallel(data: Path) -> Iterator[tuple[str, str]]:
    """Yield (English, Hindi) sentences that translate each other."""
    for english, hindi, _ in parallel_with_origin(data):
        yield english, hindi


def translations_into_hindi(data: Path) -> dict[str, list[str]]:
    """Return {English word: Hindi words, best first}, most frequent English words first."""
    found: dict[str, list[str]] = {}
    for english, hindi in rows(data / "lexicon.eng2hin.tsv", 2):
        words = [word for word in hindi.split("|") if word]
        if words:
            found.setdefault(english.lower(), words)
    return found


def full_names(data: Path) -> Iterator[tuple[str, str]]:
    """Yield (Roman, Devanagari) names of people and places, whole."""
    for roman, hindi, _ in rows(data / "names.roman-devanagari.tsv", 3):
        yield roman, hindi
    yield from places(data)


def places(data: Path) -> Iterator[tuple[str, str]]:
    """Yield (Roman, Devanagari) names of places."""
    for roman, hindi, _ in rows(data / "places.roman-devanagari.tsv", 3):
        yield roman, hindi


def terms(data: Path) -> Iterator[tuple[str, str]]:
    """Yield (English, Hindi) names of countries, languages, months and the like."""
    for english, hindi, _ in rows(data / "terms.en-hi.tsv", 3):
        yield english, hindi
