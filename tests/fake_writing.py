"""A choice of writers that opens none: whatever is chosen, one desk answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.choice import OPERATORS, Choice, Offer, WriterName
from rag.web.protocol import Desk

OFFERS = (Offer("quote", ""), Offer("local", "some/model"), Offer("endpoint", ""))


@dataclass
class FakeWriting:
    """Offers what it was told to; those elsewhere get the first of it where the choice is free."""

    answering: Desk | None = None
    offered: Sequence[Offer] = OFFERS
    free: bool = True
    writer: WriterName = "quote"
    url: str = ""
    quotes: int = 3

    def offers(self, *, here: bool) -> Sequence[Offer]:
        return self.offered if here or not self.free else self.offered[:1]

    def allowed(self, choice: Choice, *, here: bool) -> Choice:
        return choice if here else OPERATORS

    def desk(self, choice: Choice, quotes: int | None) -> Desk:
        assert self.answering is not None
        return self.answering
