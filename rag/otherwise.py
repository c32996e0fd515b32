"""The other ways in which articles may write a question's words: an abbreviation's full form, a word's translation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.filters import Words
from index.language.stems import stem
from index.language.tokens import tokens, words
from index.terms import stems_of
from rag.abbreviations import abbreviated


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
    """
    asked = tuple(asked)
    if not asked:
        return set()
    said = words(text)
    stems = {stem(word) for word in said}
    return {term for one in asked if any(_has(said, stems, run) for run in one.runs) for term in one.terms}


def _has(said: Sequence[str], stems: set[str], run: Words) -> bool:
    if len(run) == 1:
        return stem(run[0]) in stems
    return any(tuple(said[place : place + len(run)]) == run for place in range(len(said) - len(run) + 1))
