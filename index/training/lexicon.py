"""Reads the word translations and the parallel text that the model is made from."""

from collections.abc import Iterator
from pathlib import Path

import regex

from index.errors import UnreadableError

# Sources of the parallel file whose sentences are machine strings, not prose, or may not be built upon.
SKIPPED = frozenset({"bible_nt(CC-BY-ND)", "gita", "mediawiki", "gnome_cc", "nautilus", "osm"})
_WORD = regex.compile(r"[\u0900-\u097f]+")


def is_hindi_word(word: str) -> bool:
    """Tell whether a word is written in Devanagari throughout."""
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
    """Return {Hindi word: English words, best first}, most frequent Hindi words first."""
    found: dict[str, list[str]] = {}
    for hindi, english in rows(data / "lexicon.hin2eng.tsv", 2):
        found.setdefault(hindi, [word for word in english.lower().split("|") if word])
    return found


def names(data: Path) -> dict[str, str]:
    """Return {Hindi word: its Roman spelling} for words of names and places given in both scripts."""
    found: dict[str, str] = {}
    for file in ("names.roman-devanagari.tsv", "places.roman-devanagari.tsv"):
        for roman, hindi, _ in rows(data / file, 3):
            pairs = list(zip(hindi.split(), roman.lower().split(), strict=False))
            if len(hindi.split()) == len(roman.split()):
                for ours, theirs in pairs:
                    found.setdefault(ours, theirs)
    return found


def hindi_sentences(data: Path) -> Iterator[str]:
    """Yield the Hindi side of the parallel text."""
    for _, hindi, source in rows(data / "parallel.en-hi.tsv", 3):
        if source not in SKIPPED:
            yield hindi
