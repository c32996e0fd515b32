"""The chat web app: what it is served with; the page itself is laid out and wired by rag/web."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import UsageError
from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, quieten
from rag.web.assets import script, style
from rag.web.handlers import Handlers
from rag.web.layout import lay_out
from rag.web.protocol import Desk, Opinions, Writing
from rag.web.wiring.filtering import wire_filters
from rag.web.wiring.language import wire_language
from rag.web.wiring.names import wire_names
from rag.web.wiring.opinions import wire_opinions
from rag.web.wiring.questions import wire_questions
from rag.web.wiring.reading import wire_reader
from rag.web.wiring.settings import wire_settings

if TYPE_CHECKING:
    import gradio

HOST = "127.0.0.1"


def chat(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 7860,
) -> None:
    """Open the chat web app on this machine."""
    from rag import NewsDesk
    from rag.feedback import Feedback
    from rag.web.writing import ChosenWriting

    quieten()
    desk = NewsDesk.open(archive)
    desk.load()
    # The page is served to this machine alone: whoever reads it may name models and addresses.
    page = build(desk, Feedback.of(archive), ChosenWriting(desk, free=True))
    launch(page, port)
    typer.echo(f"Khabar is at http://{HOST}:{port} (Ctrl+C ends it)", err=True)
    page.block_thread()


def build(desk: Desk, opinions: Opinions | None = None, writing: Writing | None = None) -> "gradio.Blocks":
    """Return the page over a desk, where opinions of its answers are kept, and the writers to choose from.

    Sessions share nothing but these.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # Gradio asks matplotlib for its backend at every event: without a name it would try them all, while somebody waits.
    os.environ.setdefault("MPLBACKEND", "agg")
    import gradio as gr
    import matplotlib  # noqa: F401

    handlers = Handlers(desk, opinions, writing)
    with gr.Blocks(title="Khabar · खबर", analytics_enabled=False, fill_width=True) as page:
        parts = lay_out(handlers)
        wire_questions(parts, handlers)
        wire_filters(parts, handlers)
        wire_reader(parts, handlers)
        wire_settings(parts, handlers)
        wire_language(page, parts, handlers)
        wire_opinions(parts, handlers)
        wire_names(desk)
    return page


def launch(page: "gradio.Blocks", port: int) -> str:
    """Serve the page to this machine alone, in threads of its own, and return its address."""
    from starlette.middleware import Middleware

    from rag.web.headers import StayLocal
    from rag.web.theme import theme

    _reach_this_machine_directly()
    try:
        _, address, _ = page.launch(
            server_name=HOST,
            server_port=port,
            share=False,
            quiet=True,
            prevent_thread_lock=True,
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            ssr_mode=False,
            theme=theme(),
            # Gradio rewrites what it is given as css; the script must be there before the components.
            head=f"<style>{style()}</style><script>{script()}</script>",
            app_kwargs={"middleware": [Middleware(StayLocal)]},
        )
    except OSError as error:
        raise UsageError(f"Port {port} is taken on {HOST}: choose another one with --port") from error
    return str(address)


def _reach_this_machine_directly() -> None:
    """Keep gradio's check of its own address away from a proxy that the environment names."""
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), HOST, "localhost")))


if __name__ == "__main__":
    from rag.cli import main

    main(["chat", *sys.argv[1:]])
