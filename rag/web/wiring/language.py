"""The language of the page, the browser's at first, then the reader's choice; and what its address brings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from index.article import Language
from index.filters import Filters
from rag.web.conversation import Conversation
from rag.web.handlers import Handlers, preferred_language
from rag.web.here import is_here
from rag.web.manner import Manner
from rag.web.parts import QUIET, Parts, Session
from rag.web.reader import Opened

if TYPE_CHECKING:
    import gradio


def wire_language(page: "gradio.Blocks", parts: Parts, handlers: Handlers, adds: Callable[[Any], bool]) -> None:
    """Wire the words of every component to the language, and share links; wire it last, when all parts are there.

    `adds` tells whether whoever sent a request may add articles.
    """
    import gradio as gr

    def worded(session: Session) -> tuple[Any, ...]:
        return (session.language, *(gr.update(**words(session)) for _, words in parts.worded))

    def start(turns: Conversation, opened: Opened | None, request: gr.Request) -> tuple[Any, ...]:
        language = preferred_language(request.headers.get("accept-language", ""))
        question, filters, latest, note = handlers.brought(dict(request.query_params), language)
        session = Session(turns, opened, language, filters, latest, here=is_here(request), adds=adds(request))
        return (question, filters, latest, note, *worded(session))

    def switch(
        turns: Conversation,
        opened: Opened | None,
        filters: Filters | None,
        latest: bool,
        manner: Manner,
        request: gr.Request,
        event: gr.EventData,
    ) -> tuple[Any, ...]:
        language: Language = "hi" if event.language == "hi" else "en"
        return worded(Session(turns, opened, language, filters, latest, manner, is_here(request), adds(request)))

    session, shown = [parts.turns, parts.opened], [parts.language, *(part for part, _ in parts.worded)]
    brought = [parts.box, parts.filters, parts.latest, parts.problem]
    page.load(start, session, [*brought, *shown], queue=False, **QUIET).then(None, js="() => khabar.ready()")
    parts.masthead.language(switch, [*session, parts.filters, parts.latest, parts.manner], shown, queue=False, **QUIET)
