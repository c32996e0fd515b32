"""Choosing which articles may answer: each choice is kept in the session at once, for every question after it."""

from typing import Any

from index.article import Language
from index.filters import Filters
from rag.web.handlers import Handlers
from rag.web.parts import QUIET, Parts


def wire_filters(parts: Parts, handlers: Handlers) -> None:
    """Wire the fields of the fold, and the button that clears them."""
    import gradio as gr

    def choose(language: Language, event: gr.EventData) -> tuple[Filters | None, bool, str]:
        fields = event.chosen
        return handlers.chosen(fields if isinstance(fields, dict) else {}, language)

    def clear(language: Language) -> tuple[Any, ...]:
        return None, False, "", handlers.filter_fold(None, language)

    kept = [parts.filters, parts.latest, parts.chosen]
    # The fold is not drawn anew while somebody is at its fields.
    chosen = parts.filter_fold.filter(choose, parts.language, kept, queue=False, **QUIET)
    chosen.then(None, js="() => khabar.filtersKept()")
    parts.chosen.unfilter(clear, parts.language, [*kept, parts.filter_fold], queue=False, **QUIET)
