"""Whether Khabar spoke when it could, was silent when it had to be, and in the right language."""

import regex

from eval.asked import Asked

_DEVANAGARI, _LETTER = regex.compile(r"\p{Devanagari}"), regex.compile(r"\p{L}")
# A name in the asker's language has its original in brackets: Manekshaw Centre (मानेकशॉ सेंटर).
_ORIGINAL = regex.compile(r"\s\([^()]*\)$")


def behaviour(asked: Asked) -> dict[str, float]:
    """Return hallucination and error rates as NoMIRACL defines them (Thakur et al., 2024), and language."""
    rate = "hallucinated" if asked.question.unanswerable else "wrongly abstained"
    return {
        rate: float(asked.answered == asked.question.unanswerable),
        "own words in language": float(_speaks(asked, "en" if asked.question.language == "en" else "hi")),
    }


def _speaks(asked: Asked, language: str) -> bool:
    """Tell whether all that Khabar itself says is in a language; a bare number is in any."""
    said = _ORIGINAL.sub("", asked.answer["short_answer"] or "")
    own = [*asked.answer["notices"], said]
    if not asked.answered:
        own.append(asked.answer["answer"])
    return asked.answer["answer_language"] == language and all(
        (_DEVANAGARI.search(text) is not None) == (language == "hi") for text in own if _LETTER.search(text)
    )
