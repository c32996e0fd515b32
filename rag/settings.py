"""Every knob of question answering, typed, bounded and described; from flags, the environment (KHABAR_…) or a file."""

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from index.errors import UsageError

Channel = Literal["dense", "lexical", "names", "translated", "late"]
# Names a TOML file of settings; what the environment or a flag says wins over it.
FILE_VARIABLE = "KHABAR_SETTINGS"
CHANNELS: tuple[Channel, ...] = ("dense", "lexical", "names", "translated", "late")


class Settings(BaseSettings):
    """Knobs of the desk. Each can be set as KHABAR_<NAME> in the environment, or by name in the file KHABAR_SETTINGS.

    The endpoint's key is no setting: it is read from KHABAR_ENDPOINT_KEY alone, and written nowhere.
    """

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
    weighed: int = Field(
        default=20, ge=0, le=200, description="Passages at the top that what they hold then ranks anew; 0: none."
    )
    reranker: str | None = Field(
        default=None,
        description="A cross-encoder, by hub name or folder, that orders the best passages by reading each.",
    )
    reranker_passages: int = Field(default=20, ge=1, le=100, description="Passages at the top that it reads.")
    passages: int = Field(default=12, ge=1, le=100, description="Passages whose sentences may become evidence.")
    read: int = Field(
        default=6, ge=0, le=100, description="Sentences, the best, that are read together with the question; 0: none."
    )
    quotes: int = Field(default=3, ge=1, le=10, description="Most sentences that an answer quotes.")
    quote_margin: float = Field(
        default=5.0,
        ge=0,
        le=20,
        description="A further sentence of a quoted article is quoted if its score is at most this much lower.",
    )
    quote_margin_elsewhere: float = Field(
        default=3.0, ge=0, le=20, description="The same for a sentence of an article that is not quoted yet."
    )
    abstain_below: float = Field(
        default=0.5, ge=0, le=1, description="With less confidence than this, Khabar says it does not know."
    )
    nearest: int = Field(default=3, ge=0, le=20, description="Articles shown beside an abstention.")
    question_characters: int = Field(
        default=1000,
        ge=50,
        le=20_000,
        description="Characters of a question that are read; the rest is left out, and said to be.",
    )
    writer: Literal["quote", "local", "endpoint"] = Field(default="quote", description="Who writes the answer.")
    unsupported: Literal["remove", "mark"] = Field(
        default="remove", description="What becomes of a model's sentences that their sources do not support."
    )
    nli_model: str | None = Field(
        default=None,
        description="A model of entailment, by name or folder, that verifies beside the rules.",
    )
    writer_sentences: int = Field(default=20, ge=1, le=100, description="Sentences of evidence that a model is given.")
    writer_tokens: int = Field(default=512, ge=16, le=8192, description="Most tokens that a model may write.")
    writer_seconds: float = Field(default=120.0, ge=1, le=3600, description="Longest that a model may take in all.")
    local_model: str = Field(
        default="Qwen/Qwen3-4B-Instruct-2507",
        min_length=1,
        description="Chat model of the local writer: a hub name, such as the smaller Qwen/Qwen3-1.7B, or a folder.",
    )
    local_download: bool = Field(default=False, description="Whether that model may be fetched from the hub.")
    local_device: Literal["auto", "cpu", "cuda", "mps"] = Field(
        default="auto", description="Where it and the reranker run; auto: on a GPU where there is one."
    )
    local_dtype: Literal["auto", "float32", "bfloat16", "float16"] = Field(
        default="auto", description="How their weights are held; auto: 16 bits where the device reckons in them."
    )
    endpoint_url: str = Field(default="", description="OpenAI-compatible server, such as http://localhost:11434/v1.")
    endpoint_model: str = Field(default="", description="The name that the server has for the model.")
    endpoint_connect_seconds: float = Field(default=5.0, gt=0, le=300, description="Longest wait for a connection.")
    endpoint_read_seconds: float = Field(default=60.0, gt=0, le=3600, description="Longest silence of the server.")
    endpoint_retries: int = Field(default=2, ge=0, le=10, description="Further tries before the first word comes.")

    @classmethod
    def from_environment(cls, **given: Any) -> Self:
        """Return the settings: those given (None: left out), then the environment's, then the file's.

        Raises UsageError naming what is wrong.
        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            first = error.errors()[0]
            name = "KHABAR_" + "_".join(str(part) for part in first["loc"]).upper()
            raise UsageError(f"{name}: {first['msg']}: set it to something else or leave it out") from None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where settings come from, first come first served. Raises UsageError for an unreadable file."""
        found = (init_settings, env_settings)
        path = os.environ.get(FILE_VARIABLE)
        if not path:
            return found
        try:
            if not Path(path).is_file():
                raise FileNotFoundError
            return *found, TomlConfigSettingsSource(settings_cls, Path(path))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            problem = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read as TOML ({error})"
            raise UsageError(f"{FILE_VARIABLE}={path}: {problem}: mend it or leave it out") from None

    def as_dict(self) -> dict[str, Any]:
        """Return all values, for JSON."""
        return self.model_dump(mode="json") | {"channels": sorted(self.channels)}

    def digest(self) -> str:
        """Return a short hash of all values, to tell runs with other settings apart."""
        return hashlib.sha256(json.dumps(self.as_dict(), sort_keys=True).encode()).hexdigest()[:12]
