"""`khabar serve`: the HTTP API alone."""

from pathlib import Path
from typing import Annotated

import typer

from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, quieten, say


def serve(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    host: Annotated[
        str | None, typer.Option("--host", help="Address to listen on; this machine alone: 127.0.0.1.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="Port; 8080 if left out, any free one: 0.")] = None,
    hosts: Annotated[
        str | None, typer.Option("--hosts", help="Names under which it is reached, separated by commas.")
    ] = None,
    proxies: Annotated[
        str | None, typer.Option("--proxies", help="Addresses of reverse proxies in front of it, separated by commas.")
    ] = None,
    workers: Annotated[int | None, typer.Option("--workers", help="Questions answered at once; 4 if left out.")] = None,
    rate: Annotated[
        float | None, typer.Option("--rate", help="Requests a minute of one client; 600 if left out, no limit: 0.")
    ] = None,
    open_to_all: Annotated[
        bool, typer.Option("--open", help="Serve beyond this machine without token or password.")
    ] = False,
    log_questions: Annotated[
        bool, typer.Option("--log-questions", help="Keep the questions asked, in the archive's folder.")
    ] = False,
    retention_days: Annotated[
        int | None, typer.Option("--retention-days", help="Days after which kept questions are deleted; 30.")
    ] = None,
    trace: Annotated[
        Path | None, typer.Option("--trace", help="Append what each stage did to this file, JSON lines.")
    ] = None,
) -> None:
    """Serve the HTTP API. More settings, token and password among them, are KHABAR_SERVE_… in the environment."""
    quieten()
    from rag.server.settings import ServeSettings

    settings = ServeSettings.from_environment(
        host=host,
        port=port,
        hosts=hosts,
        proxies=proxies,
        workers=workers,
        rate=rate,
        open=open_to_all or None,
        log_questions=log_questions or None,
        retention_days=retention_days,
        trace=trace,
    )
    say(f"opening {archive} …")
    from rag.desk import NewsDesk
    from rag.server.run import listen, server_of
    from rag.settings import Settings
    from rag.writers import open_writer
    from rag.writers.forgiving import ForgivingWriter

    writer = open_writer(Settings.from_environment())
    # Whoever asks cannot mend what the model's server refuses: they get quotes, and are told.
    desk = NewsDesk.open(archive, writer=ForgivingWriter(writer.name, lambda: writer))
    desk.load()
    desk.search("khabar")  # opens the engines, so that the first question does not wait for them
    with listen(settings) as listening:
        address, number = listening.getsockname()[:2]
        say(f"serving {archive} on http://{f'[{address}]' if ':' in address else address}:{number}")
        server_of(desk, settings).run(sockets=[listening])
