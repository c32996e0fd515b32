"""Questions made from translated sentences by leaving words out: the reader begins with these, being without number.

They are hardly language, yet they teach what a question is: what it holds should be met by the sentence that answers,
and what it leaves open, behind its asking word, is the answer.
"""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from index.article import Language
from index.training.aligned import Pair
from rag.reading.inputs import join
from rag.reading.training.examples import PAIRINGS, SHARES, Cut, Example, Marks, span_of

FEWEST, MOST = 2, 6  # sentences of a passage
FEWEST_WORDS, MOST_WORDS = 6, 45  # of an English sentence that is asked about
KEPT = (0.35, 1.0)  # share of a sentence's words that its question keeps
# Shares of the questions whose sentence is missing, and of those of which words are put in place of others.
MISSING, CHANGED = 0.15, 0.25
HEADED = 0.4
_ASKING: dict[tuple[Language, str], Sequence[str]] = {
    ("en", "number"): ("How many", "How much", "What number of", "how many"),
    ("en", "name"): ("Who", "Where", "Which", "What", "Whose"),
    ("en", "thing"): ("What", "Which", "What kind of", "what"),
    ("hi", "number"): ("कितने", "कितनी", "कितना"),
    ("hi", "name"): ("कौन", "किसने", "कहाँ", "किस", "किसे", "कहां"),
    ("hi", "thing"): ("क्या", "किस", "कौन सा", "कौन-सी"),
}
_NUMBER = regex.compile(
    r"\p{Nd}|^(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|दो|तीन|चार|पाँच|पांच|छह|सात|आठ|नौ|दस|सौ|हजार|लाख|करोड़)$",
    regex.I,
)
_ENDS = ".,;:!?।\"'()“”"


class _Cloze(NamedTuple):
    question: str
    left_out: str
    kept: int  # words of some length


def clozes(pairs: Sequence[Pair], cut: Cut, marks: Marks, draw: random.Random) -> Iterator[Example]:
    """Draw sentences (English, Hindi), one of them to be found by what is left of it, in either language."""
    usable = [pair for pair in pairs if FEWEST_WORDS <= len(pair[0].split()) <= MOST_WORDS]
    while True:
        size = draw.randint(FEWEST, MOST)
        *picked, spare = draw.sample(usable, size + 1)
        ((own, other),) = draw.choices(PAIRINGS, SHARES)
        yield _example(picked, spare, draw.choice(usable), own, other, cut, marks, draw)


def _example(
    picked: Sequence[Pair],
    spare: Pair,
    heading: Pair,
    own: Language,
    other: Language,
    cut: Cut,
    marks: Marks,
    draw: random.Random,
) -> Example:
    place = draw.randrange(len(picked))
    cloze = _cloze(_side(picked[place], own), own, draw)
    sentences = [_side(pair, other) for pair in picked]
    question, is_answered, fate = cloze.question, cloze.kept > 1, draw.random()
    if fate < MISSING:
        sentences[place], is_answered = _side(spare, other), False
    elif fate < MISSING + CHANGED:
        question = _changed(question, _side(spare, own), draw)
        is_answered = is_answered and question == cloze.question
    headline = _side(heading, other) if draw.random() < HEADED else ""
    joined = join(cut, *marks, question, headline, sentences)
    answers = [float(is_answered and at == place) for at in range(len(picked))]
    if not is_answered:
        return Example(joined, answers, (0, 0))
    in_one_language = own == other and cloze.left_out
    return Example(
        joined, answers, span_of(joined, place, sentences[place], cloze.left_out) if in_one_language else None
    )


def _side(pair: Pair, language: Language) -> str:
    return pair[0] if language == "en" else pair[1]


def _cloze(sentence: str, language: Language, draw: random.Random) -> _Cloze:
    words = sentence.split()
    numbers = [at for at, word in enumerate(words) if _NUMBER.search(word)]
    names = [at for at, word in enumerate(words) if at and language == "en" and word[0].isupper()]
    fate = draw.random()
    if numbers and fate < 0.4:
        first, kind = draw.choice(numbers), "number"
        last = first + 1
    elif names and fate < 0.8:
        first, kind = draw.choice(names), "name"
        last = first + 1
        while last in names:
            last += 1
        while first - 1 in names:
            first -= 1
    else:
        first = draw.randrange(len(words))
        last, kind = min(len(words), first + draw.randint(1, 3)), draw.choice(("name", "thing"))
    share = draw.uniform(*KEPT)
    before, behind = ([word for word in part if draw.random() < share] for part in (words[:first], words[last:]))
    asking = draw.choice(_ASKING[language, kind])
    order = [asking, *before, *behind] if language == "en" or draw.random() < 0.2 else [*before, asking, *behind]
    kept = sum(len(word) > 3 for word in (*before, *behind))
    return _Cloze(" ".join(order).rstrip(_ENDS) + "?", " ".join(words[first:last]).strip(_ENDS), kept)


def _changed(question: str, other: str, draw: random.Random) -> str:
    """Return a question with a word or two of another sentence in place of its own."""
    words = question.split()
    places = [at for at, word in enumerate(words) if at and len(word) > 3]
    others = [word for word in other.split() if len(word) > 3]
    for at in draw.sample(places, min(len(places), draw.randint(1, 2))) if others else ():
        words[at] = draw.choice(others)
    return " ".join(words)
