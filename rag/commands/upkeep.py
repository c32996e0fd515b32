"""`khabar info | check | rebuild | export | remove | reembed | models`: looking after an archive."""

import json
import sys
from dataclasses import asdict
from typing import Annotated, Any

import typer

from index.errors import ArchiveError, UsageError
from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, print_json, quieten, say


def info(archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """Say what an archive holds."""
    quieten()
    from index.archive import Archive
    from index.upkeep import info as describe

    facts = describe(Archive.open(archive))
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        shown = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
        typer.echo(f"{name}: {'none' if value is None else shown}")


def check(archive: ArchiveOption = DEFAULT_ARCHIVE, as_json: JsonOption = False) -> None:
    """Compare the catalog with everything derived from it. Leaves with 3 when something is wrong."""
    quieten()
    from index.archive import Archive
    from index.upkeep import check as compare

    opened = Archive.open(archive)
    with opened.snapshot():  # brings engines that a killed writer left behind up to the catalog, as any question would
        pass
    problems = compare(opened)
    if as_json:
        print_json({"archive": str(archive), "clean": not problems, "problems": problems})
    elif not problems:
        typer.echo(f"{archive}: clean")
    for problem in problems:
        say(f"{archive}: {problem}")
    if problems:
        raise ArchiveError(f"{archive}: {len(problems)} problem(s): run khabar rebuild --archive {archive}")


def rebuild(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Make the FAISS and Tantivy files again from the catalog, without embedding anything."""
    quieten()
    from index.archive import Archive, storage_errors

    opened = Archive.open(archive, repair=True)
    with storage_errors(opened.folder), opened.writing():
        opened.rebuild()
        opened.describe()
    typer.echo(f"{archive}: rebuilt {opened.living()} passages")


def export(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Write the articles in force to stdout as JSONL, one a line, as `khabar ingest` reads them."""
    quieten()
    from index.archive import Archive, storage_errors

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    opened = Archive.open(archive)
    with storage_errors(opened.folder):
        for article in opened.catalog.articles():
            record = asdict(article)
            extra = record.pop("extra")
            del record["version"]
            typer.echo(json.dumps({**extra, **record}, ensure_ascii=False))


def remove(
    article_ids: Annotated[list[str] | None, typer.Argument(metavar="ID…", help="Articles to take out.")] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    source: Annotated[str | None, typer.Option("--source", help="Take out every article of this source.")] = None,
    retract: Annotated[bool, typer.Option("--retract", help="Erase the text of every version for good.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Take articles out of the search; without --retract, links that cite them still open."""
    quieten()
    if bool(article_ids) == (source is not None):
        raise UsageError("name the articles to remove by ID, or all of a source with --source")
    from index.archive import Archive
    from index.upkeep import remove as take_out

    removed = take_out(Archive.open(archive), article_ids or [], source=source, retract=retract)
    if as_json:
        print_json({"removed": removed, "retracted": retract})
    else:
        typer.echo(f"{'retracted' if retract else 'removed'} {len(removed)}")


def reembed(
    embedder: Annotated[str, typer.Option("--embedder", help="A preset, a hub name or a folder: see khabar models.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    as_json: JsonOption = False,
) -> None:
    """Move an archive to another embedding model; a run that was stopped goes on where it was."""
    quieten()
    say(f"opening {archive} and {embedder} …")
    from rich.console import Console
    from rich.progress import Progress

    from index.archive import Archive
    from index.embedding import open_embedder
    from index.upkeep import reembed as move

    opened = Archive.open(archive)
    model = open_embedder(embedder)
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("articles")
        done = move(opened, model, lambda at, total: progress.update(task, completed=at, total=total))
    if as_json:
        print_json({"embedder": model.name, "fingerprint": model.fingerprint, "passages_embedded": done})
    else:
        typer.echo(f"{archive}: {done} passages embedded, now searched with {model.name} ({model.fingerprint})")


def models(as_json: JsonOption = False) -> None:
    """List the models known by name, with size, licence and where they lie: of embedding, of reranking, of writing."""
    from index.presets import PRESETS, on_disk
    from rag.ranking.cross_encoder import rerankers
    from rag.settings import Settings
    from rag.writers.listing import writers

    rows: list[dict[str, Any]] = []
    for preset in PRESETS.values():
        path = on_disk(preset)
        rows.append({**asdict(preset), "on_disk": str(path) if path else None})
    if as_json:
        print_json({"models": rows, "rerankers": rerankers(Settings.from_environment()), "writers": writers()})
        return
    for row in rows:
        where = row["on_disk"] or _no_weights(row["name"])
        typer.echo(f"{row['name']}  {row['dimensions']} dimensions, {row['size_mb']} MB, {row['licence']}; {where}")
        for note in filter(None, (row["note"], row["late_note"])):
            typer.echo(f"    {note}")
    for one in rerankers(Settings.from_environment()):
        size = f"{one['size_mb']} MB, " if one["size_mb"] else ""
        typer.echo(f"reranker {one['name']}{_in_use(one)}  {size}{one['licence']}; {one['state']}")
    for one in writers():
        typer.echo(f"writer {one['name']}{_in_use(one)}  {one['model']}; {one['state']}")


def _in_use(one: dict[str, Any]) -> str:
    return " (in use)" if one["in_use"] else ""


def _no_weights(name: str) -> str:
    return "part of Khabar, without weights" if name == "hash" else "not on disk: it is downloaded when first used"
