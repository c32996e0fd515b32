"""Where everything stands on the page; gradio is imported only when a page is laid out."""

from typing import TYPE_CHECKING, Any

from rag.web.filters import chosen_view
from rag.web.front import masthead_view
from rag.web.manner import DEFAULT
from rag.web.parts import Parts, clickable
from rag.web.strings import say

if TYPE_CHECKING:
    from rag.web.handlers import Handlers


def lay_out(handlers: "Handlers") -> Parts:
    """Make the components of a page, inside the Blocks that is open."""
    import gradio as gr

    parts = Parts(turns=gr.State(()), language=gr.State("en"), opened=gr.State(None))
    parts.filters, parts.latest = gr.State(None), gr.State(False)
    parts.asked_in, parts.manner = gr.State(None), gr.State(DEFAULT)
    parts.masthead = parts.add(
        gr.HTML,
        lambda s: {"value": masthead_view(s.language, adds=s.adds)},
        elem_id="kh-top",
        **clickable("masthead", "language", "past"),
    )
    with gr.Row(elem_id="kh-page"):
        with gr.Column(elem_id="kh-talk"):
            parts.thread = parts.add(
                gr.HTML,
                lambda s: {"value": handlers.thread(s.turns, s.language)},
                elem_id="kh-thread",
                **clickable("thread", "cite", "near", "example", "again", "judge"),
            )
            with gr.Column(elem_id="kh-composer", scale=0):
                _composer(gr, parts, handlers)
        parts.reader = parts.add(
            gr.HTML,
            lambda s: {"value": handlers.reader(s.opened, s.language)},
            elem_id="kh-side",
            **clickable("reader", "close", "cite", "newest"),
        )
    return parts


def _composer(gr: Any, parts: Parts, handlers: "Handlers") -> None:
    parts.problem = gr.HTML(elem_id="kh-problem", apply_default_css=False)
    with gr.Row(elem_id="kh-ask-row"):
        parts.box = parts.add(
            gr.Textbox,
            lambda s: {"label": say("question", s.language), "placeholder": say("question", s.language)},
            lines=1,
            max_lines=5,
            elem_id="kh-question",
        )
        parts.ask = parts.add(
            gr.Button, lambda s: {"value": say("ask", s.language)}, variant="primary", elem_id="kh-ask"
        )
        parts.stop = parts.add(gr.Button, lambda s: {"value": say("stop", s.language)}, elem_id="kh-stop")
    with gr.Row(elem_id="kh-wishes"):
        parts.filter_fold = parts.add(
            gr.HTML,
            lambda s: {"value": handlers.filter_fold(s.filters, s.language, latest=s.latest)},
            elem_id="kh-filters",
            **clickable("filters", "filter"),
        )
        parts.settings = parts.add(
            gr.HTML,
            lambda s: {"value": handlers.settings(s.manner, s.language, here=s.here)},
            elem_id="kh-settings",
            **clickable("settings", "settle"),
        )
    parts.chosen = parts.add(
        gr.HTML,
        lambda s: {"value": chosen_view(s.filters, s.language, latest=s.latest)},
        elem_id="kh-chosen",
        apply_default_css=False,
    )
