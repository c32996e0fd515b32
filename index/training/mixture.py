"""The training pairs: English that the encoder understands, and Hindi that should come to mean the same.

Drawn anew for every step from sources in fixed shares, by a generator seeded with the step's number, so that a run that
is taken up draws what it would have drawn.
"""

import random
import re
from collections.abc import Callable, Iterable, Sequence

from index.language.stems import is_stop_word
from index.training.aligned import Aligned, Pair, drawn
from index.training.asking import QUESTIONS, WHICH
from index.training.sources import Sources
from index.training.transliterate import to_devanagari

WORD_SCALE, NAME_REPLACED = 20_000, 0.5  # ranks of dictionary words are drawn with this mean
COMMON_SCALE = 6_000  # the same for words that are put into sentences
RARE = 0.25  # of the dictionary words are drawn from all alike: what is read in pieces is rare
PROSE = 0.85  # of the sentences are prose
TRANSLATED_AS_HERE = 0.6  # of the words switched to Hindi, where they are aligned, are the translation's own
# What becomes of an aligned word: swapped for another pair or a name, written as English sounds, in English, or kept.
FATES = (0.35, 0.08, 0.12, 0.05, 0.4)
_WORD = re.compile(r"[A-Za-z]+")


class Mixture:
    """Draws pairs (English, Hindi)."""

    def __init__(self, sources: Sources, seed: int = 0) -> None:
        self._sources = sources
        self._seed = seed
        self._shares: dict[Callable[[random.Random], Pair], float] = {
            self._joined: 0.24,
            self._altered: 0.24,
            self._switched: 0.18,
            self._question: 0.12,
            self._hindi_words: 0.09,
            self._english_words: 0.02,
            self._names: 0.06,
            self._phrase: 0.05,
        }

    def batch(self, step: int, size: int) -> list[Pair]:
        """Return the pairs of a step."""
        chance = random.Random(self._seed * 1_000_003 + step)
        draws = chance.choices(list(self._shares), list(self._shares.values()), k=size)
        return [draw(chance) for draw in draws]

    def _sentences(self, chance: random.Random, shares: Sequence[int]) -> list[Aligned]:
        """Draw one sentence or more; `shares` are those of one, of two and so on."""
        source = self._sources.prose if chance.random() < PROSE or not self._sources.strings else self._sources.strings
        count = chance.choices(range(1, len(shares) + 1), shares)[0]
        return chance.sample(source, min(count, len(source)))

    def _joined(self, chance: random.Random) -> Pair:
        """Draw one to five translated sentences as one text."""
        return _join((one.english, one.hindi) for one in self._sentences(chance, (50, 22, 14, 8, 6)))

    def _altered(self, chance: random.Random) -> Pair:
        """Draw translated sentences with other words in them, the same on both sides."""
        return _join(
            one.with_words(lambda english, _: self._other(english, chance))
            for one in self._sentences(chance, (60, 25, 15))
        )

    def _other(self, english: str, chance: random.Random) -> Pair | None:
        """Draw what stands in a word's place on both sides; None leaves it, as all function words are left."""
        if is_stop_word(english.lower()):
            return None
        (fate,) = chance.choices(("swapped", "named", "sounded", "english", "kept"), FATES)
        if fate == "swapped" and self._sources.word_pairs:
            return drawn(self._sources.word_pairs, COMMON_SCALE, chance)
        if fate == "named":
            return chance.choice(self._sources.names)
        if fate == "sounded":
            return english, to_devanagari(english) or english
        return (english, english) if fate == "english" else None

    def _switched(self, chance: random.Random) -> Pair:
        """Draw English sentences, and the same with many of their words in Hindi."""
        share = chance.choice((0.5, 0.8, 1.0))
        return _join((one.english, self._in_hindi(one, share, chance)) for one in self._sentences(chance, (50, 30, 20)))

    def _in_hindi(self, sentence: Aligned, share: float, chance: random.Random) -> str:
        own = {there: sentence.hindi[slice(*here)] for there, here in sentence.links}

        def of(match: re.Match[str]) -> str:
            word, lower, is_name = match[0], match[0].lower(), match[0][0].isupper()
            if is_name and lower in self._sources.name_words and chance.random() < NAME_REPLACED:
                return self._sources.name_words[lower]
            if chance.random() >= share:
                return word
            if match.span() in own and chance.random() < TRANSLATED_AS_HERE:
                return own[match.span()]
            known = self._sources.to_hindi.get(lower)
            if known:
                return known[min(int(chance.expovariate(1.2)), len(known) - 1)]
            return to_devanagari(word) if is_name else word

        return _WORD.sub(of, sentence.english)

    def _question(self, chance: random.Random) -> Pair:
        """Draw a question: a form with its blanks filled, or a sentence in which a word is asked for."""
        if chance.random() < 1 / 3:
            (sentence,) = self._sentences(chance, (1,))
            asked = chance.randrange(len(sentence.links)) if sentence.links else -1
            english, hindi = chance.choice(WHICH)
            wanted = [place == asked for place in range(len(sentence.links))]
            places = iter(wanted)
            said = sentence.with_words(lambda en, hi: (f"{english} {en}", f"{hindi} {hi}") if next(places) else None)
            return said[0].rstrip(" .?") + "?", said[1].rstrip(" .।?") + "?"
        form = chance.choice(QUESTIONS)
        things = [self._thing(chance) for _ in range(2)]
        person, place = chance.choice(self._sources.names), chance.choice(self._sources.places)
        year = str(chance.randrange(1800, 2030))
        filled = [
            form[side].format(n=things[0][side], m=things[1][side], p=person[side], l=place[side], y=year)
            for side in (0, 1)
        ]
        return filled[0], filled[1]

    def _thing(self, chance: random.Random) -> Pair:
        """Draw one or two words, or a term, to stand in a blank."""
        if chance.random() < 0.2 or not self._sources.word_pairs:
            return chance.choice(self._sources.phrases)
        return _join(drawn(self._sources.word_pairs, COMMON_SCALE, chance) for _ in range(chance.choice((1, 1, 2))))

    def _hindi_words(self, chance: random.Random) -> Pair:
        """Draw Hindi words, frequent ones more often, with their best translations."""
        words = [_ranked(self._sources.hindi_words, chance) for _ in range(chance.choice((1, 2, 4, 8)))]
        return _join((self._sources.to_english[word][0], word) for word in words)

    def _english_words(self, chance: random.Random) -> Pair:
        word = _ranked(self._sources.english_words, chance)
        return word, self._sources.to_hindi[word][0]

    def _names(self, chance: random.Random) -> Pair:
        chosen = chance.sample(self._sources.names, chance.choice((1, 2)))
        return " and ".join(roman for roman, _ in chosen), " और ".join(hindi for _, hindi in chosen)

    def _phrase(self, chance: random.Random) -> Pair:
        return chance.choice(self._sources.phrases)


def _join(pairs: Iterable[Pair]) -> Pair:
    english, hindi = zip(*pairs, strict=True)
    return " ".join(english), " ".join(hindi)


def _ranked(words: Sequence[str], chance: random.Random) -> str:
    if chance.random() < RARE:
        return chance.choice(words)
    return words[min(int(chance.expovariate(1 / WORD_SCALE)), len(words) - 1)]
