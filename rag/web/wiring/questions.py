"""Asking: a question is taken at once, then answered in a queue; stopping ends it where it stands."""

from collections.abc import Iterator
from typing import Any

from index.article import Language
from index.filters import Filters
from rag.web.conversation import Conversation, Wishes
from rag.web.handlers import Handlers, Taken
from rag.web.manner import Manner
from rag.web.parts import QUIET, Parts
from rag.web.reader import Opened

# Questions answered at a time; further ones wait in a queue and show so.
AT_ONCE = 4
# Asking waits in the browser until the server has what was chosen last.
SETTLED = "(...given) => khabar.settled(given)"


def wire_questions(parts: Parts, handlers: Handlers) -> None:
    """Wire what asks a question, and Stop."""
    import gradio as gr

    def take(
        question: str,
        turns: Conversation,
        language: Language,
        opened: Opened | None,
        manner: Manner,
        filters: Filters | None,
        latest: bool,
    ) -> tuple[Any, ...]:
        taken = handlers.take(question, turns, language, manner.upon(Wishes(filters=filters, latest=latest)))
        return taken.box, *shown_of(taken, language, opened)

    def take_example(
        turns: Conversation,
        language: Language,
        opened: Opened | None,
        manner: Manner,
        filters: Filters | None,
        latest: bool,
        event: gr.EventData,
    ) -> tuple[Any, ...]:
        return gr.skip(), *take(str(event.question), turns, language, opened, manner, filters, latest)[1:]

    def take_again(
        turns: Conversation, language: Language, opened: Opened | None, manner: Manner, event: gr.EventData
    ) -> tuple[Any, ...]:
        taken = handlers.again(turns, language, int(event.turn), str(event.without), manner)
        return gr.skip(), *shown_of(taken, language, opened)

    def shown_of(taken: Taken, language: Language, opened: Opened | None) -> tuple[Any, ...]:
        """Return what follows from a question; one that is asked closes the article of the answer before it."""
        asked_in = language if taken.accepted else None
        reader = handlers.close(language) if taken.accepted and opened else (gr.skip(), gr.skip())
        return taken.problem, asked_in, taken.turns, handlers.thread(taken.turns, language), *reader

    def answer(asked_in: Language | None, turns: Conversation) -> Iterator[tuple[Conversation, str]]:
        refused = [(gr.skip(), gr.skip())]  # yielding nothing at all would empty the page
        yield from handlers.answer(turns, asked_in) if asked_in else refused

    def catch_up(asked_in: Language | None, turns: Conversation, language: Language) -> Any:
        return gr.skip() if asked_in in (None, language) else handlers.thread(turns, language)

    session, shown = [parts.turns, parts.language], [parts.turns, parts.thread]
    asking, wishes = [*session, parts.opened], [parts.manner, parts.filters, parts.latest]
    taken = [parts.box, parts.problem, parts.asked_in, *shown, parts.opened, parts.reader]
    entered = [parts.box.submit, parts.ask.click]
    typed = gr.on(entered, take, [parts.box, *asking, *wishes], taken, js=SETTLED, queue=False, **QUIET)
    offered = [
        clicked(take_example, [*asking, *wishes], taken, js=SETTLED, queue=False, **QUIET)
        for clicked in (parts.thread.example, parts.masthead.past)
    ]
    anew = parts.thread.again(take_again, [*asking, parts.manner], taken, js=SETTLED, queue=False, **QUIET)
    # One that is being stopped must not swallow the next; `take` sees to it that two never run.
    running = [
        chosen.then(
            answer, [parts.asked_in, parts.turns], shown, trigger_mode="multiple", concurrency_limit=AT_ONCE, **QUIET
        )
        for chosen in (typed, *offered, anew)
    ]
    for run in running:
        run.success(
            catch_up, [parts.asked_in, *session], parts.thread, queue=False, **QUIET
        )  # where the language changed meanwhile
    parts.stop.click(None, cancels=running).then(handlers.stop, session, shown, **QUIET)
