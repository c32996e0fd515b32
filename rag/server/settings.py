"""Every knob of `khabar serve`, typed, bounded and described; from flags and from the environment (KHABAR_SERVE_…)."""

import ipaddress
from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import UsageError


class ServeSettings(BaseSettings):
    """Knobs of the server. Each can be set as KHABAR_SERVE_<NAME>; token and password only so, never as a flag."""

    model_config = SettingsConfigDict(env_prefix="KHABAR_SERVE_", extra="forbid", frozen=True)

    host: str = Field(default="127.0.0.1", min_length=1, description="Address to listen on.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port to listen on; 0: any that is free.")
    hosts: str = Field(default="", description="Names under which the server is reached, separated by commas.")
    proxies: str = Field(
        default="", description="Addresses of reverse proxies whose X-Forwarded-For is believed, separated by commas."
    )
    token: SecretStr | None = Field(default=None, min_length=16, description="Bearer token that every client sends.")
    user: str = Field(default="", description="User name, with a password, for clients that log in.")
    password: SecretStr | None = Field(default=None, min_length=8, description="The password of that user.")
    open: bool = Field(default=False, description="Serve beyond this machine without token or password.")
    workers: int = Field(default=4, ge=1, le=64, description="Questions that are answered at once.")
    waiting: int = Field(default=100, ge=0, le=10_000, description="Questions that may wait for their turn.")
    wait_seconds: float = Field(default=30, gt=0, le=3600, description="Longest wait for a turn.")
    answer_seconds: float = Field(default=180, gt=0, le=3600, description="Longest time that an answer may take.")
    stop_seconds: float = Field(default=60, ge=0, le=3600, description="How long answers in flight may end at a stop.")
    request_bytes: int = Field(default=131_072, ge=1024, le=10_000_000, description="Largest request body.")
    rate: float = Field(default=600, ge=0, le=1e6, description="Requests a minute of one client; 0: no limit.")
    burst: int = Field(default=300, ge=1, le=100_000, description="Requests that a client may make in a row.")
    log_questions: bool = Field(default=False, description="Keep the questions asked, in the archive's folder.")
    retention_days: int = Field(default=30, ge=1, le=3650, description="Days after which kept questions are deleted.")
    trace: Path | None = Field(default=None, description="File for what each stage did, JSON lines.")

    @classmethod
    def from_environment(cls, **given: Any) -> Self:
        """Return the settings: those given (None: left out), then the environment's. Raises UsageError."""
        try:
            settings = cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            first = error.errors()[0]
            name = "_".join(str(part) for part in first["loc"])
            raise UsageError(f"--{name} or KHABAR_SERVE_{name.upper()}: {first['msg']}: set it anew") from None
        settings._require_sense()
        return settings

    @property
    def needs_login(self) -> bool:
        """Whether a client has to say who it is."""
        return self.token is not None or self.password is not None

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def host_names(self) -> frozenset[str]:
        """Return the names, in lower case, that a Host header may bear; addresses are always good."""
        named = (name.strip().lower() for name in self.hosts.split(","))
        return frozenset({"localhost", self.host.lower(), *filter(None, named)})

    def _require_sense(self) -> None:
        if bool(self.user) != (self.password is not None):
            raise UsageError("KHABAR_SERVE_USER and KHABAR_SERVE_PASSWORD: set both or neither")
        if not self.is_local and not self.needs_login and not self.open:
            raise UsageError(
                f"--host {self.host} can be reached from other machines: set KHABAR_SERVE_TOKEN (16 characters or"
                " more), or KHABAR_SERVE_USER and KHABAR_SERVE_PASSWORD, or say --open if anybody may ask"
            )
