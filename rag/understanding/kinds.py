"""The kind of answer that a question wants: a number (of what?), a date, a person, a name, a place, a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from index.language.stems import is_stop_word, stem
from index.language.tokens import words
from rag.understanding import question_words
from rag.understanding.question_words import Kind, Unit

_RUNS = [(f" {' '.join(words(run))} ", kind) for kind, runs in question_words.ASKING.items() for run in runs.split(",")]
_CUES = {cue: unit for unit, cues in question_words.UNIT_CUES.items() for cue in words(cues)}
# What follows them is counted; a unit elsewhere in the question is of something else.
_COUNTING = frozenset({"many", *words("कितने कितनी कितनों kitne kitni kitney ktne ktni")})
# "कितने मतदान केंद्र": beside "how many" these are counted or part of what is.
_RATES = frozenset(words("share proportion rate turnout level दर मतदान"))
# How many words after "how many" may be what is counted.
_COUNTED = 2
_WHAT_QUANTITY = regex.compile(
    rf"^(?:and )?whats?(?: (?!do |did |does )\S+){{0,6}}? (?P<cue>{'|'.join(words(question_words.QUANTITIES))})s?\b"
    rf"|(?<!\S)(?P<cue>{'|'.join(words(question_words.HINDI_QUANTITIES))})(?: \S+){{0,3}} क्या(?!\S)"
)
_ROLES = frozenset(words(question_words.ROLES))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants: the kind of answer and, for a number, its unit or what is counted, as stems and words."""

    kind: Kind = "other"
    unit: Unit | None = None
    counted: frozenset[str] = frozenset()
    counted_words: frozenset[str] = frozenset()


def wanted(question: str) -> Wanted:
    """Return what kind of answer a question asks for.

    >>> wanted("चंद्रयान-3 कब उतरा?").kind, wanted("Who won the final?").kind, wanted("kitne log mare").kind
    ('date', 'person', 'number')
    >>> wanted("इस पर कितना खर्च आया?").unit, wanted("How many seats did they win?").counted
    ('money', frozenset({'seat'}))
    """
    asked = words(question)
    line = f" {' '.join(asked)} "
    found = [(line.find(run), -len(run), kind) for run, kind in _RUNS if run in line]
    if asked[:1] == ["what"]:  # "What happened when …?" asks for no date
        found = [one for one in found if one[2] != "date" or one[0] == 0]
    place, length, kind = min(found, default=(len(line), 0, "other"))
    rest = line[place - length :].split()[:_COUNTED]
    if kind == "number":
        run = line[place : place - length].split()
        counting = run[-1] in _COUNTING
        near = [*rest, *run, *([] if counting else asked)]
        cues = (_CUES[word] for word in near if word in _CUES and not (counting and word in _RATES))
        return _number(next(cues, None), rest)
    quantity = _WHAT_QUANTITY.search(line.strip())
    if kind in ("name", "other") and quantity:
        counted = line.partition(" number of ")[2].split()[:_COUNTED]
        return _number(_CUES.get(quantity["cue"]), counted)
    return Wanted("person" if kind == "name" and rest[:1] and rest[0] in _ROLES else kind)


def _number(unit: Unit | None, counted: Iterable[str]) -> Wanted:
    own = frozenset(word for word in counted if not is_stop_word(word))
    return Wanted("number", unit, frozenset(map(stem, own)), own)
