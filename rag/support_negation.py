"""Which clauses of a sentence deny: not, never, n't, नहीं."""

from collections.abc import Sequence

import regex

from index.language.function_words import word_set
from index.language.normalise import fold
from index.language.tokens import Token

NEGATIONS = word_set("not no never nobody none neither nor cannot without नहीं न ना बिना nahi nahin")
_CONTRACTED = regex.compile(r"n['’]t\b")
# "Whether or not", कभी न कभी, "no sooner": these deny nothing.
_IDIOMS = regex.compile(
    r"\bor not\b|\bnot only\b|\bno longer than\b|\bno later than\b|या नहीं|कभी न कभी|कोई न कोई|कहीं न कहीं|न सिर्फ|न केवल"
)
# Words that deny by their meaning: where one language has such a word, the other may have a "not".
_SOFT = word_set(
    fold(
        "fail failed fails failing failure refuse refused refuses deny denied denies reject rejected lack lacked lacks "
        "lacking unable impossible unlikely few little hardly barely stop stopped halt halted ban banned block blocked "
        "avoid against lost missing absent empty only until unless prevent prevented except but instead rather doubt "
        "नाकाम असफल विफल इनकार इंकार खारिज कमी असंभव मुश्किल रोक बंद ठप अविश्वास असहमत असमर्थ खिलाफ बिना केवल सिर्फ "
        "बजाय नाकाफी अधूरा गायब वंचित मना वर्जित गैर"
    )
)
_SOFT_BEGINNING = regex.compile(r"(?:un|in|im|ir|dis|non)[a-z]{4,}|(?:अ|ना|गैर|बे)[क-ह]\p{M}*\p{L}.*")
_CONJUNCTIONS = word_set(
    "but because though although while whereas which who that and or so if when लेकिन मगर किंतु परंतु क्योंकि जबकि हालांकि और "
    "कि जो जिस जिसे जिससे जिसने जिसका जिसकी जिसके जिसमें जिन जिन्हें जिन्होंने इसलिए तो यदि अगर जब"
)
_PAUSE = regex.compile(r"[,;:()।—–]|--")


def denied_spans(text: str, found: Sequence[Token]) -> list[tuple[int, int]]:
    """Return where the clauses of a text begin and end that deny; its tokens are given.

    >>> from index.language.tokens import tokens
    >>> text = "वे आए, पर बोले नहीं।"
    >>> [text[start:end] for start, end in denied_spans(text, tokens(text))]
    [' पर बोले नहीं']
    """
    idle = {place for match in _IDIOMS.finditer(text.lower()) for place in range(*match.span())}
    places = [token.start for token in found if token.text in NEGATIONS and token.start not in idle]
    places += [match.start() for match in _CONTRACTED.finditer(text.lower())]
    edges = sorted({0, len(text), *_edges(text, found)})
    spans = {(max(e for e in edges if e <= place), min(e for e in edges if e > place)) for place in places}
    return sorted(spans)


def is_softly_negated(found: Sequence[Token]) -> bool:
    """Tell whether some word denies by its meaning: failed, without, अविश्वास, नाकाफी."""
    return any(token.text in _SOFT or _SOFT_BEGINNING.fullmatch(token.text) for token in found)


def _edges(text: str, found: Sequence[Token]) -> list[int]:
    pauses = [match.end() for match in _PAUSE.finditer(text.rstrip("।. "))]
    pauses += [len(text.rstrip("।. "))]
    return pauses + [token.start for token in found if token.text in _CONJUNCTIONS and token.start]
