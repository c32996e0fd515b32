"""A follow-up that is only a new value ("and in Mumbai?", "2023 में?") takes the place of the old one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from index.language.stems import is_question_word, is_stop_word
from index.language.tokens import Token, tokens
from index.terms import keys_of
from rag.followups import words as known

_YEAR = regex.compile(r"(?:19|20)\d\d")
_ABOUT = regex.compile(r"^(?:what|how) about\s+", regex.IGNORECASE)
_WHAT_OF = regex.compile(
    r"\s*(?:का क्या|की क्या|के बारे में क्या|ka kya|ki kya|ke baare mein kya)(?: हुआ| hua)?\s*$", regex.IGNORECASE
)
# The longest value, and the longest run of words that is taken for one where it does not begin the question.
MOST_WORDS, WHOLE = 3, 2


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    found: tuple[Token, ...]
    relation: str | None  # what its preposition or postposition says

    @property
    def year(self) -> str | None:
        return self.found[0].text if len(self.found) == 1 and _YEAR.fullmatch(self.found[0].text) else None


def replaced(text: str, anchor: str) -> str | None:
    """Return the earlier question with a follow-up's value in the place of its own; None where there is no such place.

    >>> replaced("What about 2023?", "Who won the 2019 World Cup?")
    'Who won the 2023 World Cup?'
    >>> replaced("और दिल्ली में?", "How many seats did BJP win in Bihar?")
    'How many seats did BJP win in दिल्ली?'
    """
    value = _value(text)
    if value is None:
        return None
    place = _place_of(value, anchor)
    return None if place is None else f"{anchor[: place[0]]}{value.text}{anchor[place[1] :]}"


def _value(text: str) -> _Value | None:
    """Return the value that a follow-up is; None where it says more."""
    found = tokens(text)
    while found and found[0].text in known.BARE_AND:
        text = text[found[0].end :].lstrip(" ,")
        found = tokens(text)
    text = _WHAT_OF.sub("", _ABOUT.sub("", text).rstrip(" ?।!."))
    found, relation = tokens(text), None
    if len(found) > 1 and found[0].text in known.PREPOSITIONS:
        relation, found = known.PLACES_OF_SLOTS[found[0].text], found[1:]
    elif len(found) > 1 and found[-1].text in known.PLACES_OF_SLOTS and found[-1].text not in known.PREPOSITIONS:
        relation, found = known.PLACES_OF_SLOTS[found[-1].text], found[:-1]
        if relation == "for" and found[-1].text in ("के", "ke"):
            found = found[:-1]
    while found and found[0].text in known.ARTICLES:
        found = found[1:]
    if not found or len(found) > MOST_WORDS or any(is_stop_word(token.text) for token in found):
        return None
    return _Value(text[found[0].start : found[-1].end], tuple(found), relation)


def _place_of(value: _Value, anchor: str) -> tuple[int, int] | None:
    found = tokens(anchor)
    if value.year is not None:
        years = [token for token in found if _YEAR.fullmatch(token.text)]
        return (years[-1].start, years[-1].end) if years else None
    namesake = _namesake(value, found)
    if namesake is not None:
        return namesake
    if value.relation is not None:
        slots = [run for run in _slots(anchor, found, value.relation) if not _is_dated(run)]
        if not slots:
            return None
        run = slots[-1]
        whole = len(run) <= WHOLE or run[0] is found[0]
        run = run if whole else run[-len(value.found) :]
        return run[0].start, run[-1].end
    return _only_name(value, anchor, found)


def _namesake(value: _Value, found: Sequence[Token]) -> tuple[int, int] | None:
    """Find the like-named with another number: Chandrayaan-3 for Chandrayaan-2."""
    if len(value.found) < 2 or not value.found[-1].text.isdigit():
        return None
    wanted = {key for token in value.found[:-1] for key in keys_of(token.text)}
    for one, number in pairwise(found):
        if number.text.isdigit() and wanted.intersection(keys_of(one.text)):
            return one.start, number.end
    return None


def _slots(anchor: str, found: Sequence[Token], relation: str) -> list[list[Token]]:
    """Return the runs of words that stand in a relation, in order."""
    slots = []
    for place, token in enumerate(found):
        if known.PLACES_OF_SLOTS.get(token.text) != relation:
            continue
        if token.text in known.PREPOSITIONS:
            run = _run(anchor, [one for one in found[place + 1 :] if one.text not in known.ARTICLES])
        else:
            end = place - 1 if relation == "for" and found[place - 1].text in ("के", "ke") else place
            run = _run(anchor, found[:end][::-1])[::-1]
        if run:
            slots.append(run)
    return slots


def _run(anchor: str, found: Sequence[Token]) -> list[Token]:
    run: list[Token] = []
    for token in found:
        if is_stop_word(token.text) or len(run) == MOST_WORDS:
            break
        if run:
            first, last = sorted((run[-1], token), key=lambda one: one.start)
            if regex.search(r"[^\s\-–]", anchor[first.end : last.start].replace("the", "")):
                break
        run.append(token)
    return run


def _is_dated(run: Sequence[Token]) -> bool:
    return any(_YEAR.fullmatch(token.text) for token in run)


def _only_name(value: _Value, anchor: str, found: Sequence[Token]) -> tuple[int, int] | None:
    """Find the one name of an English question, where the follow-up is a name too."""
    if not value.text[0].isupper() or not anchor.isascii():
        return None
    runs: list[list[Token]] = []
    for place, token in enumerate(found):
        named = anchor[token.start].isupper() and place > 0 and not is_question_word(token.text)
        if named and runs and runs[-1][-1] is found[place - 1]:
            runs[-1].append(token)
        elif named:
            runs.append([token])
    return (runs[0][0].start, runs[0][-1].end) if len(runs) == 1 else None
