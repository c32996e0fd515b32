"""A follow-up becomes a question that stands alone: what it leaves unsaid is taken from the questions before it."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from index.article import Language
from index.errors import KhabarError
from index.language.detect import question_language
from index.language.normalise import fold
from index.language.stems import is_question_word, is_stop_word
from index.language.tokens import Token, tokens, words
from index.terms import keys_of, stems_of
from rag.answer import QuestionLanguage
from rag.followups import words as known
from rag.followups.leaning import leans
from rag.followups.slots import replaced

log = logging.getLogger(__name__)
# A conversation is followed back so far, and what is carried along is no longer than this, in characters.
MOST_TURNS, MOST_CARRIED = 6, 300
# A model's rewriting is no longer, and takes at least this share of its words from what was asked.
LONGEST_REWRITING, OWN_SHARE = 400, 0.8
# Seconds that a model may take for it: the rules are at hand, and the answer is still to be written.
REWRITING_SECONDS = 10.0
Rewrite = Callable[[str, Sequence[str]], str]
_AUXILIARIES = frozenset(words("is are was were do does did has have had will would can could"))
_MEASURES = frozenset(words("many much long old far heavy often about"))
_AGENT_PRONOUNS = {
    "उसने": "ने", "उन्होंने": "ने", "इसने": "ने", "इन्होंने": "ने",
    "उसका": "का", "उनका": "का", "उसकी": "की", "उनकी": "की", "उसके": "के", "उनके": "के", "उन्हें": "को", "उसे": "को",
    "usne": "ne", "unhone": "ne", "unhonne": "ne", "uska": "ka", "unka": "ka", "uski": "ki", "unki": "ki",
    "uske": "ke", "unke": "ke", "unhe": "ko", "unhen": "ko",
}  # fmt: skip
_LONGEST_AGENT = 4


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that stands alone, in parts that may be of different languages: what is carried, what was asked.

    It is `rewritten` where it is not, letter by letter, what was asked.
    """

    parts: tuple[tuple[str, QuestionLanguage], ...]
    rewritten: bool
    substituted: bool = False

    @property
    def text(self) -> str:
        """The whole question."""
        return ": ".join(part for part, _ in self.parts)


def standalone(text: str, history: Sequence[str], rewrite: Rewrite | None = None) -> Standalone:
    """Return a question as it stands alone; `history` holds the earlier questions, oldest first.

    A complete question stays as it is. A model's `rewrite` is taken where it is sane, else rules make the question.

    >>> standalone("और मुंबई में?", ["दिल्ली में कितने लोग मरे?"]).text
    'मुंबई में कितने लोग मरे?'
    >>> standalone("How heavy was it?", ["When did Chandrayaan-3 land?"]).text
    'Chandrayaan-3 land: How heavy was it?'
    >>> standalone("Who won the 2019 World Cup final?", ["When did Chandrayaan-3 land?"]).text
    'Who won the 2019 World Cup final?'
    """
    history = [one for one in history[-MOST_TURNS:] if words(one)]
    if not history or not leans(text):
        return Standalone(((text, question_language(text)),), rewritten=False)
    if rewrite is not None:
        by_model = _by_model(text, history, rewrite)
        if by_model is not None:
            return Standalone(((by_model, question_language(by_model)),), rewritten=True, substituted=True)
    return _by_rules(text, history)


def answer_language(text: str) -> Language:
    """Return the language in which a question is answered, and completed."""
    return "en" if question_language(text) == "en" else "hi"


def _by_rules(text: str, history: Sequence[str]) -> Standalone:
    before = standalone(history[-1], history[:-1])
    language = _language(text, before.parts[-1][1])
    if len(before.parts) == 1:
        anchor, its_language = before.parts[0]
        new = replaced(text, anchor)
        if new is not None:
            return Standalone(((new, its_language),), rewritten=True, substituted=True)
    carried = [(statement(part), of) for part, of in before.parts]
    carried = [(part, of) for part, of in carried if part]
    while len(carried) > 1 and sum(len(part) for part, _ in carried) > MOST_CARRIED:
        del carried[1]  # the first says what the conversation is about
    asked = _named(without_and(text), history[-1])
    kept = [(part[:MOST_CARRIED].strip(), of) for part, of in carried]
    return Standalone((*kept, (asked, language)), rewritten=bool(kept))


def _language(text: str, before: QuestionLanguage) -> QuestionLanguage:
    """Return the language of what was asked; a bare name or number is of the conversation's."""
    told = [word for word in words(text) if is_stop_word(word)]
    return question_language(text) if told or not text.isascii() else before


def statement(question: str) -> str:
    """Return what a question says, without what it asks.

    >>> statement("सिलक्यारा सुरंग में कितने मजदूर फँसे थे?"), statement("When was Aditya-L1 launched?")
    ('सिलक्यारा सुरंग में मजदूर फँसे थे', 'Aditya-L1 launched')
    """
    found = tokens(question)
    dropped = {number for number, token in enumerate(found) if is_question_word(token.text)}
    for number in sorted(dropped):
        after = number + 1
        while after < len(found) and found[after].text in _AUXILIARIES | _MEASURES:
            dropped.add(after)
            after += 1
    kept = [token for number, token in enumerate(found) if number not in dropped]
    if not any(not is_stop_word(token.text) for token in kept):
        return ""
    return _joined(question, found, dropped)


def _joined(text: str, found: Sequence[Token], dropped: set[int]) -> str:
    pieces, end = [], 0
    for number, token in enumerate(found):
        if number not in dropped:
            gap = text[end : token.start] if number and number - 1 not in dropped else " "
            pieces.append(gap + text[token.start : token.end])
        end = token.end
    return " ".join("".join(pieces).split())


def without_and(text: str) -> str:
    """Leave out the "and" before a question.

    >>> without_and("और वह कहाँ हुई?"), without_and("And where?")
    ('वह कहाँ हुई?', 'where?')
    """
    found = tokens(text)
    lead = list(takewhile(lambda token: token.text in known.BARE_AND, found))
    return text[found[len(lead)].start :] if lead and len(lead) < len(found) else text


def _named(text: str, before: str) -> str:
    """Put the agent of the question before, the one who ne (ने) marks, for a pronoun that means them."""
    agent = _agent(before)
    if agent is None:
        return text
    name, is_devanagari = agent
    for token in tokens(text):
        particle = _AGENT_PRONOUNS.get(token.text)
        if particle is not None and particle.isascii() != is_devanagari:
            return f"{text[: token.start]}{name} {particle}{text[token.end :]}"
    return text


def _agent(text: str) -> tuple[str, bool] | None:
    found = tokens(text)
    for number, token in enumerate(found[: _LONGEST_AGENT + 1]):
        if token.text in ("ने", "ne") and number:
            return text[: found[number - 1].end], token.text == "ने"
        if is_stop_word(token.text):
            return None
    return None


def _by_model(text: str, history: Sequence[str], rewrite: Rewrite) -> str | None:
    """Return a model's rewriting, or None where it fails or says what no one asked."""
    try:
        made = rewrite(text, tuple(history))
    except (KhabarError, OSError, RuntimeError, ValueError):
        log.warning("the model did not rewrite a follow-up: rules do", exc_info=True)
        return None
    if not isinstance(made, str) or not made.strip() or len(made) > LONGEST_REWRITING or "\n" in made.strip():
        return None
    asked = " ".join([*history, text])
    numbers = set(regex.findall(r"\p{Nd}+", made)) - set(regex.findall(r"\p{Nd}+", asked))
    known_terms = {*stems_of(asked), *keys_of(asked)}
    own = [word for word in words(made) if not is_stop_word(word)]
    shared = [word for word in own if known_terms.intersection([*stems_of(word), *keys_of(word)])]
    sane = own and not numbers and len(shared) >= OWN_SHARE * len(own) and _keeps(made, text)
    return " ".join(made.split()) if sane else None


def _keeps(made: str, text: str) -> bool:
    """Tell whether a rewriting has the numbers and the names of what was asked."""
    if set(regex.findall(r"\p{Nd}+", fold(text))) - set(regex.findall(r"\p{Nd}+", fold(made))):
        return False
    said = {*stems_of(made), *keys_of(made)}
    named = [t.text for t in tokens(text) if not is_stop_word(t.text) and t.text not in known.GENERIC]
    return all(said.intersection([*stems_of(word), *keys_of(word)]) for word in named)
