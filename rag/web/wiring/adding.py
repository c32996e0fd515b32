"""Adding articles: sent by the page's script, read in a queue of its own, one visitor at a time; then all is fresh."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.article import Language
from index.filters import Filters
from rag.web.adding.handlers import Adding
from rag.web.adding.view import panel_view
from rag.web.conversation import Conversation
from rag.web.handlers import Handlers
from rag.web.here import Caller
from rag.web.parts import QUIET, Parts
from rag.web.reader import Opened


def lay_out_adding(parts: Parts) -> Any:
    """Make the panel, which the page shows to those who may add."""
    import gradio as gr

    return parts.add(
        gr.HTML,
        lambda s: {"value": panel_view(s.language) if s.adds else ""},
        # Of no use to the template: an open panel is not drawn anew when its report changes.
        report="",
        elem_id="kh-adding",
        js_on_load="khabar.adding(element, trigger, watch, upload, props, ['hand_over', 'give_up']);",
        apply_default_css=False,
    )


def wire_adding(parts: Parts, handlers: Handlers, adding: Adding) -> None:
    """Wire the panel's form, and what is to be seen of new articles elsewhere on the page."""
    import gradio as gr
    from gradio.utils import get_upload_folder

    panel = lay_out_adding(parts)

    def hand_over(language: Language, request: gr.Request, event: gr.EventData) -> Iterator[Any]:
        given = getattr(event, "given", None)
        reports = adding.add(
            given if isinstance(given, dict) else {}, Caller.of(request), language, Path(get_upload_folder())
        )
        for report in reports:
            yield gr.update(report=report)

    def refresh(
        turns: Conversation, opened: Opened | None, language: Language, filters: Filters | None, latest: bool
    ) -> tuple[Any, Any, Any]:
        return (
            gr.skip() if turns else handlers.thread(turns, language),
            gr.skip() if opened else handlers.reader(None, language),
            handlers.filter_fold(filters, language, latest=latest),
        )

    session = [parts.turns, parts.opened, parts.language, parts.filters, parts.latest]
    run = panel.hand_over(hand_over, parts.language, panel, concurrency_limit=1, **QUIET)
    stopped = panel.give_up(None, cancels=[run])
    for ended in (run, stopped):
        shown = ended.then(None, js="() => khabar.handedOver()")
        shown.then(refresh, session, [parts.thread, parts.reader, parts.filter_fold], **QUIET)
