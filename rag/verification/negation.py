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
        "lacking unable impossible unlikely hardly barely stop stopped halt halted avoid avoided prevent prevented "
        "unless instead rather absent missing नाकाम असफल विफल इनकार इंकार असंभव ठप अविश्वास असहमत असमर्थ बजाय नाकाफी गैर"
    )
)
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


def soft_denials(found: Sequence[Token]) -> int:
    """Return how many words deny by their meaning: failed, refused, अविश्वास, नाकाफी."""
    return sum(token.text in _SOFT for token in found)


def _edges(text: str, found: Sequence[Token]) -> list[int]:
    pauses = [match.end() for match in _PAUSE.finditer(text.rstrip("।. "))]
    pauses += [len(text.rstrip("।. "))]
    return pauses + [token.start for token in found if token.text in _CONJUNCTIONS and token.start]
