"""Who is to write the answer, as a reader chose it, and what there is to choose from; opens no writer."""

from dataclasses import dataclass
from typing import Literal

WriterName = Literal["quote", "local", "endpoint"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is to write; None and "" stand for what the operator has set."""

    writer: WriterName | None = None
    model: str = ""
    url: str = ""


OPERATORS = Choice()


@dataclass(frozen=True, slots=True)
class Offer:
    """A writer that may be chosen, with the model that the operator has set for it ("": none)."""

    writer: WriterName
    model: str
