"""Choosing which articles may answer: each choice is kept in the session at once, for every question after it."""

from index.article import Language
from index.filters import Filters
from rag.web.handlers import Handlers
from rag.web.parts import QUIET, Parts


def wire_filters(parts: Parts, handlers: Handlers) -> None:
    """Wire the fields of the fold; the page itself clears them."""
    import gradio as gr

    def choose(language: Language, event: gr.EventData) -> tuple[Filters | None, bool, str]:
        fields = event.chosen
        return handlers.chosen(fields if isinstance(fields, dict) else {}, language)

    kept = [parts.filters, parts.latest, parts.chosen]
    # The fold is not drawn anew while somebody is at its fields.
    chosen = parts.filter_fold.filter(choose, parts.language, kept, queue=False, **QUIET)
    chosen.then(None, js="() => khabar.filtersKept()")
