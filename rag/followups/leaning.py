"""Whether a question leans on the one before it or is complete."""

from collections.abc import Sequence

import regex

from index.language.detect import question_language
from index.language.stems import is_question_word, is_stop_word
from index.language.tokens import Token, tokens
from rag.followups import words as known

# With so many words of its own, one of them a name, a question that begins with "and" stands alone; or with so many.
ENOUGH_WITH_NAME, ENOUGH = 4, 6
# A pronoun after so many words means one of them.
BOUND_AFTER = 3
_EXPLETIVE = regex.compile(
    r"\bit (?:true|likely|possible|certain|rain|rains|snow|snows|mean to)\b"
    r"|\bit (?:take|takes|took|cost|costs)\b.* to ",
    regex.IGNORECASE,
)
_DEFINITION = regex.compile(
    r"^(?:who|what|where|whats|whos) (?:is|are|was|were) (?!the )|"
    r" (?:क्या|कौन|कहां) (?:है|हैं|था|थे|थी|थीं)$| (?:kya|kaun|kon|kahan) (?:hai|hain|h|tha|the|thi)$"
)
_IT_IS_TRUE = regex.compile(r"(?:^|क्या |kya )(?:यह|ये|yeh|ye) (?:सच|सही|संभव|sach|sahi|sambhav) ")


def leans(text: str) -> bool:
    """Tell whether a question leaves unsaid what it is about.

    >>> leans("और उसने क्या कहा?"), leans("When was that?"), leans("2023 में?")
    (True, True, True)
    >>> leans("What is GST?"), leans("इस साल दिल्ली में कितनी बारिश हुई?"), leans("Who said that India won the final?")
    (False, False, False)
    """
    found = tokens(text)
    folded = [token.text for token in found]
    own = [token for token in found if _is_own(token.text)]
    if not own or _points(text, found, folded):
        return True
    named = any(_is_name(text, token) for token in own)
    if folded[0] in known.GOING_ON or folded[:2] in (["what", "about"], ["how", "about"]):
        return not (len(own) >= ENOUGH or (len(own) >= ENOUGH_WITH_NAME and named))
    if all(token.text in known.RELATIONAL for token in own):
        return True
    if len(own) < 2:
        return not _DEFINITION.search(" ".join(folded))
    the_noun = "the" in folded and not known.UNIQUE.intersection(folded)
    return len(own) == 2 and the_noun and not named and any(is_question_word(word) for word in folded)


def _is_own(word: str) -> bool:
    return not is_stop_word(word) and word not in known.GENERIC


def _is_name(text: str, token: Token) -> bool:
    surface = text[token.start : token.end]
    return surface[0].isdigit() or (surface[0].isupper() and (token.start > 0 or surface.isupper()))


def _points(text: str, found: Sequence[Token], folded: Sequence[str]) -> bool:
    """Tell whether some word means what only an earlier question can have named."""
    romanised = question_language(text) == "hi-Latn"
    correlated = bool(known.RELATIVES.intersection(folded))
    if _EXPLETIVE.search(" ".join(folded)) or _IT_IS_TRUE.search(" ".join(folded)):
        return False
    for place, word in enumerate(folded):
        after = folded[place + 1] if place + 1 < len(folded) else ""
        if word in known.NEAR and after in known.TIMES:
            continue
        hindi = word in known.HINDI_POINTERS or word in known.ROMAN_POINTERS
        hindi = hindi or (romanised and word in known.ROMAN_ALSO_ENGLISH)
        english = not romanised and _points_in_english(folded, place)
        if (hindi and not correlated) or english:
            return not _is_bound(text, found, place)
    return False


def _points_in_english(folded: Sequence[str], place: int) -> bool:
    word = folded[place]
    before = folded[place - 1] if place else ""
    after = folded[place + 1] if place + 1 < len(folded) else ""
    if word in ("that", "this", "those", "these"):
        return not after or before in known.BEFORE_THAT or after in known.AFTER_THAT
    if word == "there":
        return before not in known.BEING and after not in known.BEING
    if word == "then":
        return place > 0 and (not after or before in ("by", "since", "until", "back"))
    if word == "one":
        return before in ("last", "next", "first", "other", "another", "which", "that", "this", "second")
    if word == "else":
        return len([one for one in folded if _is_own(one)]) < BOUND_AFTER
    return word in known.ENGLISH_PRONOUNS or word in known.ENGLISH_OBJECTS


def _is_bound(text: str, found: Sequence[Token], place: int) -> bool:
    """Tell whether what a pronoun means stands before it in its own question."""
    before = [token for token in found[:place] if not is_stop_word(token.text)]
    own = [token for token in before if token.text not in known.GENERIC]
    if len(own) >= BOUND_AFTER:
        return True
    if found[place].text not in known.ENGLISH_PRONOUNS or not before:
        return False
    since = found.index(before[0])
    joined = any(token.text in known.SUBORDINATORS for token in found[since + 1 : place])
    return joined or any(_is_name(text, token) for token in own)
