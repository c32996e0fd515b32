"""The other ways in which articles may write a question's words: an abbreviation's full form, a word's translation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.filters import Words
from index.language.stems import stem
from index.language.tokens import tokens
from index.terms import stems_of
from rag.wording.abbreviations import abbreviated, in_capitals


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Stems that a question's word has, and runs of folded words, each of which says the same."""

    terms: frozenset[str]
    runs: tuple[Words, ...]


def otherwise_of(text: str, *, romanised: bool = False) -> tuple[Otherwise, ...]:
    """Return what the abbreviations of a question are also written as.

    >>> one, = otherwise_of("CM कौन है")
    >>> sorted(one.terms), one.runs
    (['cm'], (('मुख्यमंत्री',), ('chief', 'minister'), ('सीएम',)))
    """
    found = tokens(text)
    return tuple(
        Otherwise(frozenset(stems_of(text[found[one.start].start : found[one.end - 1].end])), one.others)
        for one in abbreviated(text, romanised=romanised)
    )


def told_otherwise(asked: Iterable[Otherwise], text: str) -> set[str]:
    """Return the stems of a question that a text has in another way.

    >>> sorted(told_otherwise(otherwise_of("CM कौन है"), "नए मुख्यमंत्री आए"))
    ['cm']
    >>> told_otherwise(otherwise_of("World Health Organization"), "those who fell ill")
    set()
    """
    asked = tuple(asked)
    if not asked:
        return set()
    said, stems = _said(text)
    return {term for one in asked if any(_has(said, stems, run) for run in one.runs) for term in one.terms}


def written_otherwise(asked: Iterable[Otherwise], text: str) -> list[str]:
    """Return of each thing that a text writes in another way than the question the first of these, folded.

    >>> written_otherwise(otherwise_of("राजद को कितनी सीटें"), "राष्ट्रीय जनता दल को सिर्फ 25")
    ['राष्ट्रीय जनता दल']
    """
    asked = tuple(asked)
    said, stems = _said(text) if asked else ([], set())
    there = ([" ".join(run) for run in one.runs if _has(said, stems, run)] for one in asked)
    return [runs[0] for runs in there if runs]


def _said(text: str) -> tuple[list[str], set[str]]:
    """Return the words of a text, and the stems that may stand for something of the question."""
    found = tokens(text)
    said = [token.text for token in found]
    stems = {stem(word) for word in said}
    for place, token in enumerate(found):  # "who" is no WHO, and "5 PM" no prime minister
        counted = place > 0 and said[place - 1][0].isdigit()
        if in_capitals(token.text) and (counted or not text[token.start : token.end].isupper()):
            stems.discard(stem(token.text))
    return said, stems


def _has(said: Sequence[str], stems: set[str], run: Words) -> bool:
    if len(run) == 1:
        return stem(run[0]) in stems
    return any(tuple(said[place : place + len(run)]) == run for place in range(len(said) - len(run) + 1))
