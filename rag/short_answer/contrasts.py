"""Words that an answer turns on: what was given against is no figure of those in favour, nor gold silver.

They are few and of a closed class; no vector tells them apart, as they stand in the same places.
"""

import regex

from index.language.stems import stem
from index.language.tokens import words

# Each line is one thing in all three spellings. A headline tells of both sides of a vote.
_SIDES = """
against opposed opposing oppose विरोध खिलाफ विपक्ष विरुद्ध khilaf virodh
favour favor समर्थन पक्ष samarthan
"""
_LISTED = """
gold golden स्वर्ण सोना सोने swarn
silver रजत चांदी rajat chandi
bronze कांस्य kansya
new newly नया नए नई नयी naya naye nayi nai
former पूर्व purv
runner उपविजेता upvijeta
lost lose loses loser defeated हारा हारी हारे हार हराया haara haari hara hari haraya
first पहला पहली pehla pehli pahla pahli
second दूसरा दूसरी दूसरे dusra dusri doosra doosri
third तीसरा तीसरी तीसरे teesra teesri tisra
vice deputy उप उपराष्ट्रपति उपमुख्यमंत्री
women woman महिला महिलाओं mahila
"""


def _groups(listed: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem(word) for word in words(line)) for line in listed.strip().splitlines())


_SIDED, _GROUPS = _groups(_SIDES), _groups(_LISTED)
# Of a name these words say nothing.
_NAMED = regex.compile(r"(?:new|नई|nayi|nai) (?=delhi|zealand|york|jersey|दिल्ली|dilli)", regex.IGNORECASE)
_CLAUSE_ENDS = regex.compile(r"[,:](?!\d)|[;—]|\s(?:और|जबकि|लेकिन|मगर|वहीं|and|but|while|whereas)\s", regex.IGNORECASE)


def is_contrasted(question: str, sentence: str, heading: str, start: int, end: int) -> bool:
    """Tell whether the clause of ``sentence[start:end]``, and the heading, lack what the question turns on.

    >>> told = "संशोधन के पक्ष में 454 और विरोध में केवल दो मत पड़े।"
    >>> is_contrasted("विरोध में कितने मत पड़े?", told, "", 18, 21), is_contrasted("पक्ष में कितने मत पड़े?", told, "", 18, 21)
    (True, False)
    """
    asked = {stem(word) for word in words(_NAMED.sub("", question))}
    sides, others = ([group for group in groups if not asked.isdisjoint(group)] for groups in (_SIDED, _GROUPS))
    if not sides and not others:
        return False
    ends = [0, *(match.end() for match in _CLAUSE_ENDS.finditer(sentence)), len(sentence)]
    begin = max(place for place in ends if place <= start)
    finish = min(place for place in ends if place >= end)
    here = {stem(word) for word in words(sentence[begin:finish])}
    headed = here.union(stem(word) for word in words(heading))
    return any(map(here.isdisjoint, sides)) or any(map(headed.isdisjoint, others))
