"""What training pairs are drawn from: read once, sentences aligned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.training import lexicon
from index.training.aligned import Aligned, Pair, align, reciprocal

FEWEST_WORDS = 4  # of a sentence; what is shorter counts as a phrase
HELD_OUT = 60  # every so many-th sentence of prose is not learnt from but watched
# Where the parallel text is not prose but what programs show.
STRINGS = frozenset({"android", "bitcoin", "gnome_docs", "mozilla_ftl", "wp_android"})


@dataclass(frozen=True, slots=True)
class Sources:
    """Pairs are (English, Hindi); `word_pairs` are single words that name each other, frequent ones first."""

    prose: Sequence[Aligned]
    strings: Sequence[Aligned]
    held_out: Sequence[Pair]
    phrases: Sequence[Pair]
    names: Sequence[Pair]
    places: Sequence[Pair]
    word_pairs: Sequence[Pair]
    to_english: Mapping[str, Sequence[str]]
    to_hindi: Mapping[str, Sequence[str]]
    name_words: Mapping[str, str]
    hindi_words: Sequence[str]
    english_words: Sequence[str]


def read(data: Path) -> Sources:
    """Read the sources from the folder of training data."""
    to_english, to_hindi = lexicon.translations(data), lexicon.translations_into_hindi(data)
    long: dict[bool, list[Pair]] = {True: [], False: []}
    short: list[Pair] = []
    for english, hindi, origin in lexicon.parallel_with_origin(data):
        where = long[origin not in STRINGS] if len(english.split()) >= FEWEST_WORDS else short
        where.append((english.strip(), hindi.strip()))
    prose = [pair for place, pair in enumerate(long[True]) if (place + 1) % HELD_OUT]
    return Sources(
        prose=align(prose, to_english),
        strings=align(long[False], to_english),
        held_out=long[True][HELD_OUT - 1 :: HELD_OUT],
        phrases=[*short, *lexicon.terms(data)],
        names=[(roman.title(), hindi) for roman, hindi in lexicon.full_names(data)],
        places=[(roman.title(), hindi) for roman, hindi in lexicon.places(data)],
        word_pairs=reciprocal(to_english, to_hindi),
        to_english=to_english,
        to_hindi=to_hindi,
        name_words={roman: hindi for hindi, roman in lexicon.names(data)},
        hindi_words=list(to_english),
        english_words=[word for word in to_hindi if word.isalpha()],
    )
