"""What clients send, checked: the same names from a query string and from a JSON body."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from index.filters import Filters
from rag.feedback import LONGEST_ID, LONGEST_QUESTION, LONGEST_REASON, MOST_CITATIONS, MOST_TURNS

Day = Annotated[date, Field(ge=date(1000, 1, 1), le=date(9000, 12, 31))]
Name = Annotated[str, Field(max_length=500)]
Version = Annotated[int, Field(ge=1, lt=2**31)]
Offset = Annotated[int, Field(ge=0, lt=2**31)]
MOST_HITS = 100


class _Filtered(BaseModel):
    """Conditions on the articles, as the flags of `khabar ask` name them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: Day | None = Field(default=None, alias="from", description="First day, YYYY-MM-DD.")
    last: Day | None = Field(default=None, alias="to", description="Last day, YYYY-MM-DD.")
    source: Name | None = Field(default=None, description="Only articles of this source.")
    language: Literal["hi", "en"] | None = Field(default=None, description="Only articles in this language.")
    section: Name | None = Field(default=None, description="Only articles of this section.")
    as_of: Day | None = Field(default=None, description="The day on which is asked; today if left out.")
    latest: bool = Field(default=False, description="The newest first among what answers nearly as well.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first and self.last and self.first > self.last:
            raise ValueError("from is after to: swap them")
        return self

    def filters(self) -> Filters:
        """Return the conditions as the archive takes them."""
        return Filters(
            first_day=self.first.isoformat() if self.first else None,
            last_day=self.last.isoformat() if self.last else None,
            source=self.source,
            language=self.language,
            section=self.section,
        )


class AskRequest(_Filtered):
    """A question in Hindi, English or romanised Hindi."""

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    history: list[Annotated[str, Field(max_length=LONGEST_QUESTION)]] = Field(
        default_factory=list, max_length=MOST_TURNS, description="Earlier questions of the conversation, oldest first."
    )
    answer_language: Literal["auto", "hi", "en"] = "auto"


class SearchRequest(_Filtered):
    """Words or a question to find passages for."""

    query: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    top: int = Field(default=10, ge=1, le=MOST_HITS, description="How many passages.")


class CitedPlace(BaseModel):
    """A citation of the answer, by the names that it bears there."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    article_id: str = Field(min_length=1, max_length=LONGEST_ID)
    version: Version
    start: Offset
    end: Offset


class FeedbackRequest(BaseModel):
    """What a reader thought of an answer; all but the thumb and the reason is as the answer said it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    thumb: Literal["up", "down"]
    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    reason: str = Field(default="", max_length=LONGEST_REASON)
    history: list[Annotated[str, Field(max_length=LONGEST_QUESTION)]] = Field(
        default_factory=list, max_length=MOST_TURNS
    )
    answer_language: Literal["", "hi", "en"] = ""
    as_of: Day | None = None
    abstained: bool = False
    writer: str = Field(default="", max_length=100)
    citations: list[CitedPlace] = Field(default_factory=list, max_length=MOST_CITATIONS)
