"""The chat web app: what it is served with; the page itself is laid out and wired by rag/web."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import UsageError
from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, quieten
from rag.web.adding.policy import THIS_MACHINE, Mode, Policy
from rag.web.assets import script, style
from rag.web.handlers import Handlers
from rag.web.here import is_loopback
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

    from rag.web.adding.handlers import Adding

HOST = THIS_MACHINE
CLOSED = Policy("off")
# Files that were sent and never read go after an hour.
KEPT_SECONDS = 3600


def chat(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 7860,
    host: Annotated[str, typer.Option("--host", help="Address to listen on; this machine alone: 127.0.0.1.")] = HOST,
    open_to_all: Annotated[
        bool, typer.Option("--open", help="Serve beyond this machine: whoever reaches it may ask.")
    ] = False,
    add_from_app: Annotated[
        Mode,
        typer.Option(
            "--add-from-app",
            envvar="KHABAR_ADD_FROM_APP",
            help="Whether readers may add articles; auto: those at this machine, while it is served to no other.",
        ),
    ] = "auto",
) -> None:
    """Open the chat web app on this machine."""
    if not is_loopback(host) and not open_to_all:
        raise UsageError(f"--host {host} can be reached from other machines: say --open if anybody there may ask")
    from rag import NewsDesk
    from rag.feedback import Feedback
    from rag.web.adding.handlers import Adding
    from rag.web.writing import ChosenWriting

    quieten()
    desk = NewsDesk.open(archive)
    desk.load()
    # Where the page is served to this machine alone, whoever reads it may add articles, name models and addresses.
    is_private = is_loopback(host) and not open_to_all
    policy = Policy("off" if add_from_app == "auto" and not is_private else add_from_app, host)
    writing = ChosenWriting(desk, free=is_private)
    page = build(desk, Feedback.of(archive), writing, Adding(desk.archive, policy))
    launch(page, port, policy)
    typer.echo(f"Khabar is at http://{_in_address(host)}:{port} (Ctrl+C ends it)", err=True)
    page.block_thread()


def build(
    desk: Desk, opinions: Opinions | None = None, writing: Writing | None = None, adding: "Adding | None" = None
) -> "gradio.Blocks":
    """Return the page over a desk, where opinions are kept, the writers to choose from, and what takes articles in.

    Sessions share nothing but these.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # Gradio asks matplotlib for its backend at every event: without a name it would try them all, while somebody waits.
    os.environ.setdefault("MPLBACKEND", "agg")
    import gradio as gr
    import matplotlib  # noqa: F401

    handlers = Handlers(desk, opinions, writing)
    title, kept = "Khabar · खबर", (KEPT_SECONDS, KEPT_SECONDS)
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True, delete_cache=kept) as page:
        parts = lay_out(handlers)
        wire_questions(parts, handlers)
        wire_filters(parts, handlers)
        wire_reader(parts, handlers)
        wire_settings(parts, handlers)
        if adding is not None and not adding.policy.is_closed:
            from rag.web.wiring.adding import wire_adding

            wire_adding(parts, handlers, adding)
        wire_language(page, parts, handlers, adding.offers if adding else lambda request: False)
        wire_opinions(parts, handlers)
        wire_names(desk)
    return page


def launch(page: "gradio.Blocks", port: int, policy: Policy = CLOSED) -> str:
    """Serve the page at the policy's address, in threads of its own, and return where it is."""
    from starlette.middleware import Middleware

    from rag.web.adding.uploads import LARGEST_FILE, UploadGuard
    from rag.web.headers import StayLocal
    from rag.web.theme import theme

    _reach_directly(policy.host)
    try:
        _, address, _ = page.launch(
            server_name=_in_address(policy.host),
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
            max_file_size=LARGEST_FILE,
            app_kwargs={"middleware": [Middleware(StayLocal), Middleware(UploadGuard, policy=policy)]},
        )
    except OSError as error:
        raise UsageError(f"Port {port} is taken on {policy.host}: choose another one with --port") from error
    return str(address)


def _reach_directly(host: str) -> None:
    """Keep gradio's check of its own address, and the host's, away from a proxy that the environment names."""
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, (os.environ.get(name), HOST, "localhost", host)))


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    from rag.cli import main

    main(["chat", *sys.argv[1:]])
