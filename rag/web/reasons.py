"""Why something failed, in the language of the page; what nobody has put into Hindi is told in English and says so."""

from index.article import Language
from index.errors import KhabarError
from index.reasons import Reason
from rag.web.escape import escaped
from rag.web.numbers import grouped
from rag.web.reason_words import HINDI


def reason_words(reason: Reason, language: Language) -> tuple[str, Language]:
    """Return a reason in words, and the language they are in.

    >>> from index.readers.faults import InputFault
    >>> from index.reasons import because
    >>> reason_words(because(InputFault.TOO_DEEP, most=32), "hi")
    ('एक के भीतर एक 32 से ज़्यादा परतें हैं', 'hi')
    """
    if language == "hi" and reason.fault in HINDI:
        values = {name: grouped(one) if isinstance(one, int) else one for name, one in reason.values.items()}
        return HINDI[reason.fault].format(**values), "hi"
    return str(reason), "en"


def error_words(error: KhabarError, language: Language) -> tuple[str, Language]:
    """Return what an error says in words, and the language they are in."""
    return reason_words(error.reason, language) if error.reason else (str(error), "en")


def detail_view(words: str, spoken: Language) -> str:
    """Return such words as the further part of a line."""
    return f'<span class="kh-detail" lang="{spoken}">{escaped(words)}</span>'
