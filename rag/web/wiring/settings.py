"""Choosing how answers are given: kept in the session for every question after it; the browser keeps it beyond."""

from index.article import Language
from rag.web.handlers import Handlers
from rag.web.here import is_here
from rag.web.manner import Manner
from rag.web.parts import QUIET, Parts


def wire_settings(parts: Parts, handlers: Handlers) -> None:
    """Wire the settings dialog, and what the browser brings of an earlier visit."""
    import gradio as gr

    def settle(language: Language, request: gr.Request, event: gr.EventData) -> tuple[Manner, str, str]:
        fields = event.chosen
        return handlers.settle(fields if isinstance(fields, dict) else {}, language, here=is_here(request))

    kept = [parts.manner, parts.settings, parts.problem]
    settled = parts.settings.settle(settle, parts.language, kept, queue=False, **QUIET)
    settled.then(None, js="() => khabar.settingsKept()")
