"""Questions about what may have changed since it was written: who holds an office, a rate, a price, a last date."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from index.language.tokens import words
from rag.evidence import Evidence

# A later article is as much about what is asked if its passage has this share of the score of the best sentence's
# passage; its sentence may score so much less, as one in the other language does.
AS_GOOD, WITHIN = 0.85, 3.5
_RATE = "rate|rates|price|prices|cost|fee|fees|fare|tax|duty|salary|limit|age limit|record|rank|ranking|population"
_HINDI_RATE = "दर|दरें|रेट|कीमत|कीमतें|दाम|भाव|शुल्क|फीस|किराया|टैक्स|कर|वेतन|सीमा|रिकॉर्ड|आबादी|जनसंख्या"
_ROMAN_RATE = "dar|daren|rate|keemat|kimat|price|daam|bhav|shulk|fees|fee|kiraya|tax|vetan|salary|seema|record|aabadi"
# Nobody takes these over.
_FOR_GOOD = "author|writer|accused|winner|founder|inventor|maker|father|mother|wife|husband|son|daughter|hero|victim"
_QUESTION = regex.compile(
    rf"^ (?:who|whos) (?:is|are|s) (?:now )?(?:the )?(?!(?:{_FOR_GOOD})s? )(?:\S+ ){{1,6}}(?:of|at|for|in) "
    r"|^ (?:who|which \S+) (?:currently )?(?:heads|leads|runs|owns|chairs|captains|governs|rules) "
    rf"|^ (?:what|whats|how much|how high) (?:is|are|s) (?:the )?(?:\S+ ){{0,4}}?(?:{_RATE}) "
    r"| कौन (?:है|हैं) $| (?:kaun|kon) (?:hai|hain|h) $"
    rf"| (?:{_HINDI_RATE})(?: \S+){{0,2}} (?:क्या|कितना|कितनी|कितने) (?:है|हैं) $"
    rf"| (?:{_ROMAN_RATE})(?: \S+){{0,2}} (?:kya|kitna|kitni|kitne) (?:hai|hain|h) $"
    r"| (?:last|final|closing|due) (?:date|day) | deadline | (?:आखिरी|अंतिम) (?:तारीख|तिथि|दिन) "
    r"| (?:समयसीमा|समय सीमा|डेडलाइन) "
    r"| (?:aakhiri|akhiri|antim|last) (?:tarikh|tareekh|tithi|date|din) "
)


def may_have_changed(question: str) -> bool:
    """Tell whether a question asks for what holds now, or for a last date, which may have been put off.

    >>> may_have_changed("Who is the chief minister of Bihar?"), may_have_changed("रेपो रेट कितना है?")
    (True, True)
    >>> may_have_changed("Who was the chief minister of Bihar?"), may_have_changed("What is GST?")
    (False, False)
    """
    return _QUESTION.search(f" {' '.join(words(question))} ") is not None


def newest(evidence: Sequence[Evidence]) -> Evidence | None:
    """Return the best sentence of the newest article that is as much about it as the best is; None: the best's own."""
    if not evidence or not _day(evidence[0]):
        return None
    best = evidence[0]
    later = [one for one in evidence if _day(one) > _day(best) and _is_as_good(one, best)]
    return max(later, key=lambda one: (_day(one), one.score), default=None)


def put_first(evidence: Sequence[Evidence], first: Evidence | None) -> list[Evidence]:
    """Return the evidence, best first, with a sentence of it before all others, as good as the best; None: as it is."""
    if first is None:
        return list(evidence)
    found = next(one for one in evidence if one.key == first.key)
    best = max(evidence[0].score, found.score)
    return [replace(found, score=best), *(one for one in evidence if one.key != first.key)]


def _is_as_good(one: Evidence, best: Evidence) -> bool:
    about = one.features.passage >= AS_GOOD * best.features.passage and not one.features.another
    return about and one.features.kind >= best.features.kind and one.score >= best.score - WITHIN


def _day(one: Evidence) -> str:
    return (one.stored.article.published or "")[:10]
