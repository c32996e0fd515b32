"""The `khabar` command: puts the commands together and turns errors into one line and an exit code."""

import io
import sys
from importlib.metadata import entry_points, version
from typing import Annotated, Any, NoReturn

import typer

from index.errors import KhabarError
from rag.commands import ask, feedback, ingest, mcp, serve, upkeep

HELP = """Ask a news archive in Hindi or English and see the exact sentence behind every line of the answer.

Exit codes: 0 answered or abstained; 1 stopped by eval gate; 2 wrong usage; 3 archive missing, locked or damaged;
4 input unreadable."""

# The error of the parser, wherever the installed typer has it from.
WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]


def build() -> typer.Typer:
    """Return the command with its own subcommands and those that other packages register as `khabar.commands`."""
    app = typer.Typer(
        name="khabar", help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
    )
    app.callback()(_options)
    app.command("ingest")(ingest.ingest)
    app.command("ask")(ask.ask)
    app.command("search")(ask.search)
    for name in ("info", "check", "rebuild", "export", "remove", "reembed", "models"):
        app.command(name)(getattr(upkeep, name))
    app.command("serve")(serve.serve)
    app.command("mcp")(mcp.mcp)
    app.add_typer(feedback.app, name="feedback")
    for entry in sorted(entry_points(group="khabar.commands"), key=lambda entry: entry.name):
        command = entry.load()
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=entry.name)
        else:
            app.command(entry.name)(command)
    return app


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # answers are in Devanagari wherever they are printed
    try:
        code = build()(args=arguments, prog_name="khabar", standalone_mode=False)
    except KhabarError as error:
        _stop(str(error), error.exit_code)
    except typer.Abort:
        _stop("stopped", 1)
    except WrongUsage as error:
        _stop(_told(error), 2)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: Any) -> str:
    """Return what is wrong with the arguments, in one line that says where to look."""
    command = error.ctx.command_path if error.ctx else "khabar"
    what = " ".join(error.format_message().split()).rstrip(".").replace("Value error, ", "")
    return f"{what or 'name a command'} (see {command} --help)"


def _stop(why: str, exit_code: int) -> NoReturn:
    print(f"khabar: {why}", file=sys.stderr)  # noqa: T201 (the one place where errors meet the user)
    sys.exit(exit_code)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"khabar {version('khabar')}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


if __name__ == "__main__":
    main()
