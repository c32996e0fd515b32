"""How a reader wants to be answered: language, writer, number of quotes; what the settings dialog sends, checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from rag.choice import OPERATORS, Choice, WriterName
from rag.web.conversation import Wishes
from rag.web.protocol import AnswerLanguage

MOST_QUOTES = 10
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Manner:
    """What holds for every question of a session until it is chosen anew; None quotes: as the operator has set."""

    answer_language: AnswerLanguage = "auto"
    choice: Choice = OPERATORS
    quotes: int | None = None

    def upon(self, wishes: Wishes) -> Wishes:
        """Return the wishes for a question with this manner in place of theirs."""
        return replace(wishes, answer_language=self.answer_language, choice=self.choice, quotes=self.quotes)


DEFAULT = Manner()


def manner_in(fields: Mapping[str, Any]) -> Manner:
    """Return what the fields of the dialog hold; nonsense is left out.

    >>> manner_in({"answer_language": "hi", "writer": "endpoint", "endpoint_model": "qwen3", "quotes": "2"})
    Manner(answer_language='hi', choice=Choice(writer='endpoint', model='qwen3', url=''), quotes=2)
    >>> manner_in({"answer_language": "fr", "writer": ["quote"], "quotes": "99"})
    Manner(answer_language='auto', choice=Choice(writer=None, model='', url=''), quotes=None)
    """
    language, writer = fields.get("answer_language"), fields.get("writer")
    quotes = _text(fields, "quotes")
    chosen = OPERATORS
    if isinstance(writer, str) and writer in get_args(WriterName):
        url = _text(fields, "endpoint_url") if writer == "endpoint" else ""
        chosen = Choice(writer, _text(fields, f"{writer}_model"), url)  # type: ignore[arg-type]
    is_count = quotes.isascii() and quotes.isdigit() and len(quotes) < 3 and 1 <= int(quotes) <= MOST_QUOTES
    return Manner(
        answer_language=language if language in ("hi", "en") else "auto",
        choice=chosen,
        quotes=int(quotes) if is_count else None,
    )


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    text = value.strip() if isinstance(value, str) else ""
    return text if len(text) <= LONGEST_NAME and text.isprintable() else ""
