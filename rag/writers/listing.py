"""Who can write answers here, for `khabar models`: each writer with its model and whether it is ready."""

from typing import Any

from index.errors import UsageError
from rag.settings import Settings
from rag.writers.chat_model import find
from rag.writers.endpoint import chat_url


def writers() -> list[dict[str, Any]]:
    """Return name, model, state in words and whether it is in use of each writer; asks no network."""
    settings = Settings.from_environment()
    rows = (
        ("quote", "no model", "ready"),
        ("local", settings.local_model, _local(settings)),
        ("endpoint", settings.endpoint_model or "no model", _endpoint(settings)),
    )
    return [
        {"name": name, "model": model, "state": state, "in_use": name == settings.writer} for name, model, state in rows
    ]


def _local(settings: Settings) -> str:
    try:
        return str(find(settings.local_model, download=settings.local_download) or "downloaded when first used")
    except UsageError as error:
        return f"not ready: {error}"


def _endpoint(settings: Settings) -> str:
    if not (settings.endpoint_url and settings.endpoint_model):
        return "not ready: set KHABAR_ENDPOINT_URL and KHABAR_ENDPOINT_MODEL"
    try:
        return chat_url(settings.endpoint_url)
    except UsageError as error:
        return f"not ready: {error}"
