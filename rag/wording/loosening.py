"""What a question demands that nothing in the archive can meet, and that it is therefore asked without."""

from dataclasses import replace

import regex

from index.language.stems import is_question_word
from index.language.tokens import words
from index.snapshot import Snapshot
from rag.question import Question

_ASKS = regex.compile(r"\?|？")


def loosened(question: Question, snapshot: Snapshot) -> Question:
    """Return a question without the days that it names where no article is dated, and without quotes that nobody wrote.

    In a question, quotation marks may but quote ("Who was called “the Wall”?"): where no article has those words, they
    are searched for like others. In a search without a question they are an order, and stay.
    """
    filters = question.filters
    if question.reason in ("named", "next_day") and not snapshot.table.days.any():
        question = replace(question, window=None, reason=None, filters=replace(filters, first_day=None, last_day=None))
    if not question.phrases or not _is_asked(question.text):
        return question
    met = tuple(phrase for phrase in question.phrases if snapshot.lexical.with_phrases([phrase]))
    unmet = tuple(phrase for phrase in question.phrases if phrase not in met)
    return replace(question, filters=replace(question.filters, phrases=met), unmet_phrases=unmet)


def _is_asked(text: str) -> bool:
    return bool(_ASKS.search(text)) or any(is_question_word(word) for word in words(text))
