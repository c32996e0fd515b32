"""What readers think of an answer: kept where the desk keeps opinions, on their click alone."""

from index.article import Language
from rag.web.conversation import Conversation
from rag.web.handlers import Handlers
from rag.web.parts import QUIET, Parts


def wire_opinions(parts: Parts, handlers: Handlers) -> None:
    """Wire the forms behind the thumbs."""
    import gradio as gr

    def judge(turns: Conversation, language: Language, event: gr.EventData) -> str:
        return handlers.judge(turns, language, int(event.turn), str(event.thumb), str(event.reason or ""))

    parts.thread.judge(judge, [parts.turns, parts.language], parts.problem, queue=False, **QUIET)
