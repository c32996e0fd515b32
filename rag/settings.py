"""Every knob of question answering, typed, bounded and described; from the environment (KHABAR_…) or in code."""

import hashlib
import json
from typing import Any, Literal, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import UsageError

Channel = Literal["dense", "lexical", "names", "translated", "late"]
CHANNELS: tuple[Channel, ...] = ("dense", "lexical", "names", "translated", "late")


class Settings(BaseSettings):
    """Knobs of the desk. Each can be set as KHABAR_<NAME> in the environment."""

    model_config = SettingsConfigDict(env_prefix="KHABAR_", extra="forbid", frozen=True)

    channels: frozenset[Channel] = Field(
        default=frozenset(CHANNELS), min_length=1, description='Ways of finding passages, as JSON: ["dense", "names"].'
    )
    fusion: Literal["weighted", "rrf"] = Field(
        default="weighted",
        description="How channels are fused: by tuned shares of their scores, or by ranks alone (no tuned numbers).",
    )
    candidates: int = Field(default=60, ge=5, le=1000, description="Passages that each channel contributes.")
    reranked: int = Field(
        default=40, ge=0, le=200, description="Passages at the top that late interaction ranks anew; 0: none."
    )
    passages: int = Field(default=12, ge=1, le=100, description="Passages whose sentences may become evidence.")
    quotes: int = Field(default=3, ge=1, le=10, description="Most sentences that an answer quotes.")
    quote_margin: float = Field(
        default=4.0, ge=0, le=20, description="A further sentence is quoted if its score is at most this much lower."
    )
    abstain_below: float = Field(
        default=0.35, ge=0, le=1, description="With less confidence than this, Khabar says it does not know."
    )
    nearest: int = Field(default=3, ge=0, le=20, description="Articles shown beside an abstention.")
    question_characters: int = Field(default=1000, ge=50, le=20_000, description="Longest question that is accepted.")

    @classmethod
    def from_environment(cls) -> Self:
        """Return the settings as the environment has them. Raises UsageError naming the variable that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = "KHABAR_" + "_".join(str(part) for part in first["loc"]).upper()
            raise UsageError(f"{name}: {first['msg']}: set it to something else or leave it out") from None

    def as_dict(self) -> dict[str, Any]:
        """Return all values, for JSON."""
        return self.model_dump(mode="json") | {"channels": sorted(self.channels)}

    def digest(self) -> str:
        """Return a short hash of all values, to tell runs with other settings apart."""
        return hashlib.sha256(json.dumps(self.as_dict(), sort_keys=True).encode()).hexdigest()[:12]
