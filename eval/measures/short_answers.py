"""Whether the short answer is right: compared with the known answers leniently, across scripts and forms of number."""

from eval.asked import Asked
from eval.words import holds
from index.language.calendar_words import MONTHS
from index.language.phonetic import phonetic_keys
from index.language.quantities import quantities
from index.language.stems import is_stop_word
from index.language.tokens import words
from rag.understanding.kinds import wanted

ASKING = frozenset({"person", "place", "date", "number"})


def short_answers(asked: Asked) -> dict[str, float]:
    """Return right, wrong and absent for a question of who, where, when or how many whose answer is known.

    Where Khabar abstained, the line is absent. A line for a question without an answer in the archive is wrong.
    """
    question = asked.question
    if wanted(question.question).kind not in ASKING or not (question.answers or question.unanswerable):
        return {}
    line = asked.answer["short_answer"] or ""
    right = bool(line) and any(same(line, one) for one in question.answers)
    if question.unanswerable:
        return {"short answer wrong": float(bool(line))}
    return {
        "short answer right": float(right),
        "short answer wrong": float(bool(line) and not right),
        "short answer absent": float(not line),
    }


def same(line: str, answer: str) -> bool:
    """Tell whether a line and a known answer say the same number, date or name.

    >>> same("₹978 crore", "978 करोड़ रुपये"), same("23 August 2023", "23 अगस्त 2023"), same("7", "सात")
    (True, True, True)
    >>> same("नागेश कुमार (Nagesh Kumar)", "Nagesh Kumar"), same("₹979 crore", "978 करोड़")
    (True, False)
    """
    if holds(line, answer) or holds(answer, line):
        return True
    said, known = _numbers(line), _numbers(answer)
    if said and known:
        return bool(said & known) and _months(line) == _months(answer)
    if said or known:
        return False
    keys = [set(phonetic_keys(word)) for word in words(answer) if not is_stop_word(word)]
    told = {key for word in words(line) for key in phonetic_keys(word)}
    return bool(keys) and all(one & told for one in keys)


def _numbers(text: str) -> frozenset[object]:
    found = quantities(text)
    return frozenset(end for q in found if q.kind != "year" or len(found) == 1 for end in q.in_base)


def _months(text: str) -> set[int]:
    return {MONTHS[word] for word in words(text) if word in MONTHS and word not in ("may", "march")}
