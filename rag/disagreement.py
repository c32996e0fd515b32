"""Whether two reports give different figures for what is asked: both are then quoted, and the asker is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import numpy as np
import regex
from numpy.typing import NDArray

from index.article import Language
from index.language.day_names import named_days
from index.language.phonetic import phonetic_keys
from index.language.quantities import Quantity
from index.language.tokens import words
from index.word_neighbours import WordNeighbours
from rag.confidence import Signals
from rag.dates import long_date
from rag.evidence import Evidence
from rag.messages import message
from rag.question import Question
from rag.short_answer.candidates import Candidate, candidates
from rag.short_answer.names import names
from rag.short_answer.ranking import ranked
from rag.short_answer.times import is_of_another_time

# So many of the best sentences are compared with the best one.
COMPARED = 10
# Reports of one event come out within so many days; from a day later on, one may know more than the other.
WITHIN, LATER = timedelta(days=10), timedelta(days=1)
# Both figures are likely what is asked for, and of those in its sentence each is so much the likeliest.
LIKELY, CLEAR = 0.4, 0.7
# The sentences say much the same: the cosine of their vectors.
ALIKE = 0.55
# Of the words of the question the other sentence may lack a share so much larger, in the same language and in another.
MORE_UNMET, MORE_UNMET_ACROSS = 0.1, 0.35
# Figures given roughly differ by more than this share.
ROUGHLY = Decimal("0.1")
# Words for one fate of those who are counted, a line each.
_FATES = """
    killed dead died death deaths die dies toll lives मौत मौतें मरे मरी मारे मारी मृत मृतक मृतकों जान जानें
    injured hurt wounded घायल घायलों जख्मी चोट
    missing लापता
    arrested detained गिरफ्तार हिरासत
    rescued evacuated बचाए बचाया निकाले निकाला
    sick ill infected hospitalised बीमार संक्रमित भर्ती
"""
FATES = {word: line.split()[0] for line in _FATES.strip().splitlines() for word in words(line)}
# Words of a figure that is there to be compared with another.
_EARLIER = regex.compile(
    r" (?:(?:a |one |the )?(?:year|month|quarter|week|day) (?:earlier|ago|before)|previously|compared"
    r"|same (?:month|period|quarter|time)|(?:last|previous|preceding) (?:year|month|quarter|week)"
    r"|(?:साल|वर्ष|महीने|माह|तिमाही|हफ्ते|दिन) (?:भर )?पहले|(?:पिछले|पिछली|गत|बीते) (?:साल|वर्ष|महीने|माह|तिमाही|हफ्ते)"
    r"|तुलना में|मुकाबले|अपेक्षा|समान अवधि|इसी (?:महीने|माह|अवधि|तिमाही)) "
)
_ROUGH = ("about {}", "nearly {}", "करीब {}")


@dataclass(frozen=True, slots=True)
class Figure:
    """What one report says."""

    said: str
    evidence: Evidence

    @property
    def day(self) -> str:
        """The day of publication as YYYY-MM-DD, "" where it is not known."""
        return (self.evidence.stored.article.published or "")[:10]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures, the earlier first; the later one is an `update` where it came out a day or more after."""

    kind: Literal["differ", "update"]
    figures: tuple[Figure, Figure]

    @property
    def latest(self) -> str | None:
        """The figure of the later report, None where reports of one time differ."""
        return self.figures[1].said if self.kind == "update" else None

    def notice(self, language: Language) -> str:
        """Return what the asker is to be told."""
        one, two = self.figures
        return message(
            f"figures_{self.kind}",
            language,
            one=one.said,
            two=two.said,
            first=_outlet(one, language),
            second=_outlet(two, language),
        )


def disagreement(
    question: Question,
    evidence: Sequence[Evidence],
    seen: Signals,
    language: Language,
    neighbours: WordNeighbours | None,
) -> Disagreement | None:
    """Return how the best sentence's figure differs from that of another report of the event; None where none does."""
    if question.wanted.kind != "number" or not evidence:
        return None
    first = _figure(question, evidence[0], seen, language, neighbours)
    if first is None:
        return None
    for one in evidence[1:COMPARED]:
        if one.features.another or not _tells_of_the_same(evidence[0], one, neighbours):
            continue
        other = _figure(question, one, seen, language, neighbours)
        if other and _comparable(first, other) and _differ(first, other):
            return _in_order(first, other)
    return None


def side_by_side(evidence: Sequence[Evidence], found: Disagreement | None) -> list[Evidence]:
    """Return the evidence with the sentences of a disagreement first, as good as the best."""
    if found is None:
        return list(evidence)
    told = [figure.evidence.key for figure in found.figures]
    behind = [one for one in evidence[1:] if one.key not in told]
    other = next(one for one in evidence[1:] if one.key in told)
    return [evidence[0], replace(other, score=evidence[0].score, apart=0.0), *behind]


def _figure(
    question: Question, evidence: Evidence, seen: Signals, language: Language, neighbours: WordNeighbours | None
) -> Candidate | None:
    """Return the number of a sentence that answers, None where it is not clear which does."""
    found = candidates(question, [evidence], language, neighbours)
    if not found:
        return None
    best, *others = ranked(question, [evidence], seen, found)
    total = best.probability + sum(one.probability for one in others)
    if best.probability < LIKELY or best.probability < CLEAR * total:
        return None
    return best.candidate if best.candidate.signals.number_fits >= 0.5 else None


def _tells_of_the_same(one: Evidence, other: Evidence, neighbours: WordNeighbours | None) -> bool:
    """Tell whether two sentences are of different reports of one event and time: like in days, names and meaning."""
    mine, its = one.stored.article, other.stored.article
    if mine.id == its.id or is_of_another_time(one.sentence.text, other.sentence.text):
        return False
    if _compares(one) or _compares(other):
        return False
    days = [_day(article.published) for article in (mine, its)]
    if None in days or abs(days[0] - days[1]) > WITHIN:  # type: ignore[operator]
        return False
    if float(_vector(one) @ _vector(other)) < ALIKE:
        return False
    return bool(_names(one, neighbours) & _names(other, neighbours))


def _compares(one: Evidence) -> bool:
    """Tell whether a sentence tells of an earlier time than its report, as figures are that a new one is held against.

    It names a month or year before that of publication, or says "a year earlier", and the like.
    """
    text, published = one.sentence.text, _day(one.stored.article.published)
    if published is None or _EARLIER.search(f" {' '.join(words(text))} "):
        return True
    line = f" {' '.join(words(text))} "
    spans = [named.days(published) for named in named_days(line) if named.kind in ("date", "month", "year", "relative")]
    return any(span is not None and span[1] < published - WITHIN for span in spans)


def _vector(one: Evidence) -> NDArray[np.float32]:
    place = next(at for at, sentence in enumerate(one.stored.passage.sentences) if sentence.start == one.sentence.start)
    return np.asarray(one.stored.sentence_vectors[place], np.float32)


def _names(one: Evidence, neighbours: WordNeighbours | None) -> set[str]:
    text = f"{one.stored.article.headline} | {one.sentence.text}"
    return {key for name in names(text, neighbours) for word in name.text.split() for key in phonetic_keys(word)}


def _comparable(one: Candidate, other: Candidate) -> bool:
    """Tell whether they are in one unit, and the other sentence has as much of the question: killed, not injured."""
    mine, its = _quantity(one), _quantity(other)
    across = one.evidence.stored.article.language != other.evidence.stored.article.language
    if other.signals.unmet > one.signals.unmet + (MORE_UNMET_ACROSS if across else MORE_UNMET):
        return False
    fates, its_fates = _fates(one), _fates(other)
    if fates != its_fates and (fates or its_fates):
        return False
    return mine.unit == its.unit or (mine.dimension is not None and mine.dimension == its.dimension)


def _fates(one: Candidate) -> set[str]:
    """Return what befell those whom a sentence counts: which of killed, injured, missing … it says."""
    return {FATES[word] for word in words(one.evidence.sentence.text) if word in FATES}


def _differ(one: Candidate, other: Candidate) -> bool:
    """Tell whether two figures cannot both hold: neither "more than" nor rounding nor a range makes them one."""
    (low, high), (its_low, its_high) = _quantity(one).in_base, _quantity(other).in_base
    if low <= its_high and its_low <= high:
        return False
    forms = {candidate.form for candidate in (one, other)}
    if forms - {"{}"} - set(_ROUGH):
        return False
    return not forms & set(_ROUGH) or abs(low - its_low) > ROUGHLY * max(abs(low), abs(its_low))


def _quantity(one: Candidate) -> Quantity:
    if one.quantity is None:
        raise ValueError("not a number")
    return one.quantity


def _in_order(one: Candidate, other: Candidate) -> Disagreement:
    figures = sorted((Figure(c.part.said, c.evidence) for c in (one, other)), key=lambda figure: figure.day)
    first, last = (_day(figure.evidence.stored.article.published) for figure in figures)
    later = first is not None and last is not None and last - first >= LATER
    return Disagreement("update" if later else "differ", (figures[0], figures[1]))


def _outlet(figure: Figure, language: Language) -> str:
    source = figure.evidence.stored.article.source
    return ", ".join(part for part in (source, figure.day and long_date(figure.day, language)) if part)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
