"""Opening and closing articles in the reading pane."""

from index.article import Language
from rag.web.conversation import Conversation
from rag.web.handlers import Handlers
from rag.web.parts import QUIET, Parts
from rag.web.reader import Opened


def wire_reader(parts: Parts, handlers: Handlers) -> None:
    """Wire the numbers of an answer, the nearest articles, what an article has become since, and Close."""
    import gradio as gr

    def cite(turns: Conversation, language: Language, event: gr.EventData) -> tuple[Opened | None, str]:
        return handlers.cite(turns, language, int(event.turn), int(event.n))

    def near(turns: Conversation, language: Language, event: gr.EventData) -> tuple[Opened | None, str]:
        return handlers.near(turns, language, int(event.turn), int(event.near))

    session, shown = [parts.turns, parts.language], [parts.opened, parts.reader]
    for clicked in (parts.thread.cite, parts.reader.cite):
        clicked(cite, session, shown, queue=False, **QUIET)
    parts.thread.near(near, session, shown, queue=False, **QUIET)
    parts.reader.newest(handlers.newest, [parts.opened, parts.language], shown, queue=False, **QUIET)
    parts.reader.close(handlers.close, parts.language, shown, queue=False, **QUIET)
