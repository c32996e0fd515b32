"""How Hindi spells foreign words, learnt from loan words and names: a joint n-gram model of letters in both scripts.

Letters are aligned by expectation maximisation, many to many (Jiampojamarn et al., 2007); the aligned pairs of letter
groups are then the alphabet of a trigram model (Bisani & Ney, 2008), which spells new words by beam search.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product

from index.language.phonetic import phonetic_keys

# Letters of a group at most. A Latin group may be silent, a Devanagari one never stands alone.
LATIN, DEVANAGARI = 3, 3
ROUNDS = 3
BEAM = 24
DISCOUNT = 0.5
SPELLINGS = 4  # of a word
UNLIKELY = 9.0  # a spelling whose log probability is so much lower than the best one's is left out
SHORTEST = 4  # letters of an English word that is spelt
UNSEEN = 1e-7  # what smoothing leaves to a unit that never followed

_MISPLACED = re.compile("(?:^|[^क-ह])[\u093e-\u094d]|\u094d(?:[^क-ह]|$)|[\u0900-\u0903]{2}|^[\u0900-\u0903]")

Unit = tuple[str, str]
_START: Unit = ("", "^")
_END: Unit = ("", "$")


def loan_words(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield those (English, Hindi) words that sound alike."""
    for english, hindi in pairs:
        if english.isascii() and english.isalpha() and set(phonetic_keys(english)) & set(phonetic_keys(hindi)):
            yield english, hindi


def spellings(
    words: Iterable[str], loans: Iterable[tuple[str, str]], taken: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Return {Devanagari spelling: English word} for words as Hindi may spell them, learnt from loan words.

    `taken` are Hindi words and their translations: a spelling that is a word of another meaning is left out. Of two
    English words with one spelling the one that is likelier to be spelt so has it.
    """
    speller = Speller(loans)
    found: dict[str, tuple[float, str]] = {}
    for word in words:
        if len(word) < SHORTEST or not (word.isascii() and word.isalpha()):
            continue
        spelt = speller.spell(word, SPELLINGS)
        for written, likely in spelt:
            other_meaning = written in taken and word not in taken[written]
            if likely < spelt[0][1] - UNLIKELY or other_meaning:
                continue
            found[written] = max((likely, word), found.get(written, (-math.inf, "")))
    return {written: word for written, (_, word) in found.items()}


class Speller:
    """Learns from (Latin, Devanagari) words; the same words give the same spellings."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        words = [(english.lower(), hindi) for english, hindi in pairs if english and hindi]
        weights: Mapping[Unit, float] | None = None  # at first all units are alike
        for _ in range(ROUNDS):
            counts: defaultdict[Unit, float] = defaultdict(float)
            for english, hindi in words:
                for unit, share in _expected(english, hindi, weights):
                    counts[unit] += share
            total = sum(counts.values())
            weights = {unit: count / total for unit, count in counts.items()}
        aligned = [units for english, hindi in words if (units := _likeliest(english, hindi, weights or {}))]
        self._following = _following(aligned)
        self._totals = {context: counter.total() for context, counter in self._following.items()}
        self._by_latin: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit, count in Counter(unit for units in aligned for unit in units).most_common():
            if count > 1:
                self._by_latin[unit[0]].append(unit)

    def spell(self, word: str, most: int) -> list[tuple[str, float]]:
        """Return (Devanagari, log probability) of up to `most` spellings of a Latin word, likeliest first."""
        word = word.lower()
        beams: list[dict[tuple[str, Unit, Unit], float]] = [{} for _ in range(len(word) + 1)]
        beams[0] = {("", _START, _START): 0.0}
        for place in range(len(word)):
            best = heapq.nlargest(BEAM, beams[place].items(), key=lambda item: item[1])
            for ((written, before, last), score), length in product(best, range(1, min(LATIN, len(word) - place) + 1)):
                there = beams[place + length]
                for unit in self._by_latin.get(word[place : place + length], ()):
                    state = (written + unit[1], last, unit)
                    value = score + self._log_probability(before, last, unit)
                    if value > there.get(state, -math.inf):
                        there[state] = value
        found: dict[str, float] = {}
        for (written, before, last), score in beams[-1].items():
            value = score + self._log_probability(before, last, _END)
            found[written] = max(value, found.get(written, -math.inf))
        readable = (item for item in found.items() if _is_readable(item[0]))
        return heapq.nlargest(most, readable, key=lambda item: (item[1], item[0]))

    def _log_probability(self, before: Unit, last: Unit, unit: Unit) -> float:
        """Return the log of the trigram's probability, by absolute discounting down to the single unit."""
        probability, share = 0.0, 1.0
        for context in ((before, last), (last,), ()):
            following = self._following.get(context)
            if following is not None:
                total = self._totals[context]
                probability += share * max(following[unit] - DISCOUNT, 0.0) / total
                share *= DISCOUNT * len(following) / total
        return math.log(probability + share * UNSEEN)


def _is_readable(written: str) -> bool:
    """Tell whether signs stand only where Devanagari allows them: vowel signs and viramas after a consonant.

    >>> [_is_readable(word) for word in ("डॉकिंग", "डीॉकिंग", "अन्आर्ची", "ाक", "क्")]
    [True, False, False, False, False]
    """
    return bool(written) and _MISPLACED.search(written) is None


def _following(aligned: Iterable[list[Unit]]) -> dict[tuple[Unit, ...], Counter[Unit]]:
    """Count what follows each two units, each one, and none."""
    found: defaultdict[tuple[Unit, ...], Counter[Unit]] = defaultdict(Counter)
    for units in aligned:
        line = [_START, _START, *units, _END]
        for before, last, unit in zip(line, line[1:], line[2:], strict=False):
            for context in ((before, last), (last,), ()):
                found[context][unit] += 1
    return dict(found)


def _groups(english: str, hindi: str, i: int, j: int) -> Iterator[tuple[int, int, Unit]]:
    """Yield each group that may begin at (i, j): where it ends, and its letters."""
    for i2 in range(i + 1, min(i + LATIN, len(english)) + 1):
        for j2 in range(j, min(j + DEVANAGARI, len(hindi)) + 1):
            yield i2, j2, (english[i:i2], hindi[j:j2])


def _expected(english: str, hindi: str, weights: Mapping[Unit, float] | None) -> Iterator[tuple[Unit, float]]:
    """Yield the units of all alignments and how often each is expected."""
    steps = [
        (i, j, i2, j2, unit, 1.0 if weights is None else weights.get(unit, 0.0))
        for i in range(len(english))
        for j in range(len(hindi) + 1)
        for i2, j2, unit in _groups(english, hindi, i, j)
    ]
    forward = defaultdict(float, {(0, 0): 1.0})
    for i, j, i2, j2, _, weight in steps:
        forward[i2, j2] += forward[i, j] * weight
    end = (len(english), len(hindi))
    backward = defaultdict(float, {end: 1.0})
    for i, j, i2, j2, _, weight in reversed(steps):
        backward[i, j] += backward[i2, j2] * weight
    if forward[end] > 0:
        for i, j, i2, j2, unit, weight in steps:
            share = forward[i, j] * weight * backward[i2, j2] / forward[end]
            if share > 1e-4:
                yield unit, share


def _likeliest(english: str, hindi: str, weights: Mapping[Unit, float]) -> list[Unit]:
    """Return the units of the best alignment; none where there is none."""
    best: dict[tuple[int, int], tuple[float, list[Unit]]] = {(0, 0): (0.0, [])}
    for i in range(len(english)):
        for j in range(len(hindi) + 1):
            if (i, j) not in best:
                continue
            score, units = best[i, j]
            for i2, j2, unit in _groups(english, hindi, i, j):
                weight = weights.get(unit, 0.0)
                if weight and score + math.log(weight) > best.get((i2, j2), (-math.inf, []))[0]:
                    best[i2, j2] = (score + math.log(weight), [*units, unit])
    return best.get((len(english), len(hindi)), (0.0, []))[1]
