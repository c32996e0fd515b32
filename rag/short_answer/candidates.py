"""What the quoted sentences hold that may be the answer: numbers, dates and names, each with its signals."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.article import Language
from index.language.quantities import Quantity
from index.language.tokens import words
from index.word_neighbours import WordNeighbours
from rag.evidence import Evidence
from rag.question import Question
from rag.reading.again import SURE, log_odds
from rag.short_answer.asking import Details, details
from rag.short_answer.dates import FoundDate, dates
from rag.short_answer.gazetteer import Place, place_called
from rag.short_answer.lines import AskedWord, Line, asked_words
from rag.short_answer.names import Name, names, role_of
from rag.short_answer.numbers import numbers
from rag.short_answer.parts import Part
from rag.short_answer.times import is_of_another_time, times_of_day
from rag.short_answer.units_asked import is_asked_for
from rag.short_answer.weights import Signals

# Below this it does not matter how unlikely the reader finds a candidate.
LEAST_CHANCE = 1e-3
# What is counted stands within so many words behind its number.
_COUNTED_WITHIN = 3
_MET, _HALF, _MOST = 0.6, 0.5, 0.9
_IN = frozenset({"in", "at", "near", "to", "from", "off", "में", "पर", "से", "तक"})
_NO_PERSON_BEHIND = frozenset({"the", "a", "an", "in", "at", "of"})
_CASE_MARKS = {"ने": "ने", "से": "से", "को": "को", "का": "का", "की": "का", "के": "का"}
_IS = frozenset({"is", "was", "as"})
# An apposition has at most so many words.
_APPOSED = 6
_KINDS = frozenset({"number", "date", "person", "place", "name"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part of a sentence, what it is to be said as, and the signals that it is the answer."""

    part: Part
    evidence: Evidence
    signals: Signals
    is_name: bool = False
    quantity: Quantity | None = None  # of a number, with how it is qualified
    form: str = "{}"


@dataclass(frozen=True, slots=True)
class _Sentence:
    evidence: Evidence
    line: Line
    base: Signals

    @property
    def text(self) -> str:
        return self.evidence.sentence.text

    @property
    def language(self) -> Language:
        return self.evidence.stored.article.language


def candidates(
    question: Question, cited: Sequence[Evidence], language: Language, neighbours: WordNeighbours | None
) -> list[Candidate]:
    """Return what the cited sentences, best first, have for a question of how many, when, who, where or which."""
    if question.wanted.kind not in _KINDS:
        return []
    asked, wanted = asked_words(question, neighbours), details(question)
    found: list[Candidate] = []
    for place, evidence in enumerate(cited):
        line = Line(evidence.sentence.text, evidence.stored.article.headline, _before(evidence), asked, neighbours)
        if question.rewritten and line.own_unmet >= _MOST:
            continue  # what the follow-up itself asks is not here
        base = Signals(
            behind=cited[0].score - evidence.score,
            later=float(place > 0),
            tokens=evidence.features.tokens,
            kind=evidence.features.kind,
            met=line.met(),
            unmet=line.unmet,
            sharp_unmet=line.sharp_unmet,
            other_time=float(is_of_another_time(question.search_text, evidence.sentence.text)),
        )
        one = _Sentence(evidence, line, base)
        if question.wanted.kind == "number":
            found += _numbers(question, one, asked, wanted, language)
        elif question.wanted.kind == "date":
            found += _dates(question, one, wanted, language)
        else:
            found += _names(question, one, asked, wanted, neighbours)
    return [_read(one) for one in found] if any(one.reading for one in cited) else found


def _read(one: Candidate) -> Candidate:
    """Return a candidate with what the reader tells of it, or would of one that it does not think the answer."""
    reading = one.evidence.reading
    chance = reading.chance(one.part.start, one.part.end) if reading else 0.0
    return replace(
        one,
        signals=replace(
            one.signals,
            read=1 + math.log10(max(chance, LEAST_CHANCE)) / -math.log10(LEAST_CHANCE),
            read_sentence=log_odds(reading) / SURE,
        ),
    )


def _before(evidence: Evidence) -> str:
    """Return the sentence before one, "" where it opens its passage."""
    sentences = evidence.stored.passage.sentences
    place = next(at for at, one in enumerate(sentences) if one.start == evidence.sentence.start)
    return sentences[place - 1].text if place else ""


def _numbers(
    question: Question, one: _Sentence, asked: Sequence[AskedWord], wanted: Details, language: Language
) -> Iterator[Candidate]:
    counted = [word for word in asked if question.wanted.counted & set(word.stems)]
    for found in numbers(question, one.text):
        quantity = found.quantity
        said = found.said(one.language, language)
        places = one.line.places(quantity.start, quantity.end)
        near = range(places[0], min(places[-1] + 1 + _COUNTED_WITHIN, len(one.line.words)))
        counts = max((one.line.meets(word, place) for word in counted for place in near), default=0.0)
        fits = is_asked_for(question.wanted, wanted, quantity)
        of_other = wanted.times and _counts_other(one.line, places, quantity)
        if said is None or fits is False or of_other:
            continue
        signals = replace(
            one.base,
            near=one.line.nearness(places),
            number_fits=max(counts, float(bool(fits))),
            number_bare=float(fits is None and quantity.unit is None and counts < _MET),
            number_label=float(quantity.unit is None and found.is_label),
        )
        yield Candidate(
            Part(said, quantity.start, quantity.end), one.evidence, signals, quantity=quantity, form=found.forms[0]
        )


def _counts_other(line: Line, places: range, quantity: Quantity) -> bool:
    """Tell whether a bare number counts the thing named right behind it."""
    if quantity.unit is not None or places[-1] + 1 >= len(line.words):
        return quantity.unit is not None
    behind = line.words[places[-1] + 1]
    between = line.text[quantity.end : behind.token.start]
    return not behind.is_small and not between.strip()


def _dates(question: Question, one: _Sentence, wanted: Details, language: Language) -> Iterator[Candidate]:
    if wanted.part == "clock":
        for part in times_of_day(one.text, one.language, language):
            near = one.line.nearness(one.line.places(part.start, part.end))
            yield Candidate(part, one.evidence, replace(one.base, near=near))
        return
    published = _day(one.evidence.stored.article.published)
    asked = set(words(question.search_text))
    for found in dates(one.text, published):
        if (found.season and not wanted.since) or _lacks(found, wanted):
            continue
        if found.words <= asked or (found.year and not found.month and str(found.year) in asked):
            continue
        said = found.said(language, year_alone=wanted.part == "year")
        is_year = not found.month and not found.resolved and not found.season
        if is_year and one.base.later and wanted.part != "year":
            continue  # further sentences tell of other years as well
        signals = replace(
            one.base,
            near=one.line.nearness(one.line.places(found.start, found.end)),
            date_month=float(bool(found.month and not found.days)),
            date_year=float(is_year),
            date_resolved=float(found.resolved),
        )
        yield Candidate(Part(said, found.start, found.end), one.evidence, signals)


def _lacks(found: FoundDate, wanted: Details) -> bool:
    if found.month and not found.days and not found.year and wanted.part != "month":
        return True
    return (wanted.part == "year" and not (found.year or found.season)) or (wanted.part == "month" and not found.month)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _names(
    question: Question,
    one: _Sentence,
    asked: Sequence[AskedWord],
    wanted: Details,
    neighbours: WordNeighbours | None,
) -> Iterator[Candidate]:
    kind = question.wanted.kind
    for order, found in enumerate(names(one.text, neighbours)):
        places = one.line.places(found.start, found.end)
        share = one.line.asked_share(places)
        known = place_called(found.text)
        if share == 1.0 or (kind == "place" and not _may_be_place(found, share, wanted)):
            continue
        if kind == "person" and (share > 0 or not _may_be_person(one, places, found, known, wanted)):
            continue
        line = one.line.words
        before = line[places[0] - 1].token.text if places[0] else ""
        after = line[places[-1] + 1].token.text if places[-1] + 1 < len(line) else ""
        person, place, name = (float(kind == one_kind) for one_kind in ("person", "place", "name"))
        head = _head(one.line, asked, wanted, places)
        signals = replace(
            one.base,
            near=one.line.nearness(places),
            name_surely=found.surely,
            name_single=float(len(found.words) == 1 and not found.is_known_place),
            name_order=min(order, 4) / 4,
            person_role=(person + name) * _has_role(one.line, places, found, wanted.role),
            person_place=person * found.is_known_place,
            person_case=(person + name) * _case(wanted, after, before, one.language),
            place_in=place * bool({before, after} & _IN),
            place_fits=(place + name) * _place_fits(wanted, found, known.kind if known else None),
            place_titled=(place + name) * bool(found.titles) * float(wanted.role is None),
            name_head=(name + place) * head,
            name_organisation=name
            * float(wanted.organisation is not None and found.organisation == wanted.organisation),
        )
        yield Candidate(Part(found.text, found.start, found.end), one.evidence, signals, is_name=True)


def _may_be_place(found: Name, share: float, wanted: Details) -> bool:
    in_a_place = found.is_known_place or not found.organisation
    return share < _HALF and not found.titles and (in_a_place or wanted.place not in ("country", "state", "city"))


def _may_be_person(one: _Sentence, places: range, found: Name, known: Place | None, wanted: Details) -> bool:
    if known:
        return _is_team(known, wanted)
    if found.organisation:
        return wanted.organisation is not None
    before = one.line.words[places[0] - 1].token.text if places[0] else ""
    return one.language == "hi" or len(found.words) > 1 or before not in _NO_PERSON_BEHIND or bool(found.titles)


def _is_team(known: Place, wanted: Details) -> bool:
    """Tell whether a country may be who is meant: another one is in the question, as in a match."""
    return known.kind == "country" and wanted.has_country


def _has_role(line: Line, places: range, found: Name, role: str | None) -> float:
    """Tell whether a role stands before a name, or in apposition: "the chief executive, George Kurtz, said"."""
    if role is None or role in found.titles:
        return float(role is not None)
    start, end = places[0], places[-1] + 1
    before = line.segment(max(0, start - _APPOSED), start)[1] if line.gap(start).strip() == "," else []
    behind = line.segment(end, min(len(line.words), end + _APPOSED))[0] if _joins(line, end) else []
    return float(any(role_of(word) == role for word in (*before, *behind)))


def _joins(line: Line, place: int) -> bool:
    """Tell whether what stands at a place goes on about the name before it: ", the manager", "is the manager"."""
    return line.gap(place).strip() == "," or (place < len(line.words) and line.words[place].token.text in _IS)


def _head(line: Line, asked: Sequence[AskedWord], wanted: Details, places: range) -> float:
    """Return how well a word that says what is wanted ("which crater") is met in a name or right beside it."""
    heads = [word for word in asked if wanted.heads & set(word.stems)]
    near = range(max(0, places[0] - 2), min(len(line.words), places[-1] + 3))
    return max((line.meets(word, place) for word in heads for place in near), default=0.0)


def _case(wanted: Details, after: str, before: str, language: Language) -> float:
    if wanted.case is None:
        return 0.0
    if language == "en":
        return float(before == "by") if wanted.case == "ने" else 0.0
    return float(_CASE_MARKS.get(after) == wanted.case)


def _place_fits(wanted: Details, found: Name, known: str | None) -> float:
    if wanted.place is None:
        return 0.0
    if wanted.place in ("country", "state", "city") and known:
        return 1.0 if known == wanted.place else -1.0
    return float(found.place == wanted.place)
