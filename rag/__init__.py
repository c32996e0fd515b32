"""A question becomes a cited answer: ask, understand, retrieve, select, write, verify."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.desk import NewsDesk as NewsDesk

__all__ = ["NewsDesk"]


def __getattr__(name: str) -> Any:
    """Import the desk when it is first asked for, so that `import rag` stays light."""
    if name == "NewsDesk":
        from rag.desk import NewsDesk

        return NewsDesk
    raise AttributeError(f"module 'rag' has no attribute {name!r}")
