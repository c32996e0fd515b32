"""Anything a newsroom hands over becomes articles, or failures that say why not: pick the reader, never stop."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path, PurePath

from index.article import Article
from index.errors import UnreadableError
from index.readers.building import Origin, build
from index.readers.decode import clean_line, open_file
from index.readers.draft import Document, Draft, Failure, Problem, UnfitError
from index.readers.faults import InputFault
from index.readers.identity import canonical_url, file_name, printable
from index.readers.sidecar import NAME as SIDECAR
from index.readers.sidecar import Sidecars
from index.readers.sniff import HEAD_BYTES, Kind, kind_of
from index.readers.walk import files_below
from index.readers.web import fetch, is_url
from index.reasons import Reason, because

__all__ = ["Failure", "NamedFile", "discover", "read"]

# Readers are imported when the first file of their kind comes along: some bring large libraries.
_READERS: dict[Kind, tuple[str, str]] = {
    "text": ("text", "read"),
    "html": ("html", "read"),
    "json": ("jsonl", "read_json"),
    "jsonl": ("jsonl", "read"),
    "table": ("tables", "read"),
    "feed": ("feed", "read"),
    "pdf": ("pdf", "read"),
}
_LONGEST_PARTICULAR = 200
# What a reader may still raise on a file that nobody thought of: it is that file's failure and not the others'.
_UNFORESEEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that lies somewhere for now, such as one a browser has sent; its own plain `name` tells which it is.

    With the outlet, that name is the identity of an article in it which has neither an id nor an address.
    """

    path: Path
    name: str

    def __str__(self) -> str:
        """Return the name, by which users know it."""
        return self.name


def read(
    target: str | NamedFile, *, source: str | None = None, public_only: bool = False
) -> Iterator[Article | Failure]:
    """Yield the articles of a file, a folder with all below it, or a URL, and a Failure for what is none.

    `source` names the outlet, over whatever files and folders say. Raises UnreadableError when the target itself is
    missing or cannot be opened or fetched. Nothing but a URL named here is ever fetched, with `public_only` only from
    the public internet.
    """
    if isinstance(target, NamedFile):
        name = PurePath(PurePath(target.name).name)
        yield from _read_file(
            target.path, name, Origin(printable(str(name)), file_name(name, PurePath()), source=source or "")
        )
        return
    if is_url(target):
        yield from _read_url(target, source or "", public_only)
        return
    root = Path(target)
    files = discover(target)
    top, sidecars = root.resolve(), Sidecars()
    for path in files:
        origin = _origin(top / path.relative_to(root), top, path, sidecars, source or "")
        for sidecar, reason in sidecars.take_failures():
            shown = root / sidecar.relative_to(top) if sidecar.is_relative_to(top) else sidecar
            yield _failure(printable(str(shown)), reason)
        yield from _read_file(path, path, origin)


def discover(target: str) -> list[Path]:
    """Return the files that `read` will look at, sorted; raises UnreadableError when there is nothing at `target`."""
    root = Path(target)
    try:
        if root.is_dir():
            next(root.iterdir(), None)
            return files_below(root)
        if not root.exists():
            raise UnreadableError.at(target, because(InputFault.MISSING))
        with open_file(root):
            return [root]
    except OSError as error:
        raise UnreadableError.at(target, because(InputFault.UNOPENED, detail=error.strerror or str(error))) from error
    except UnfitError as error:
        raise UnreadableError.at(target, error.reason) from error


def _origin(real: Path, top: Path, shown: Path, sidecars: Sidecars, source: str) -> Origin:
    """Return where a file lies; its name is counted from the nearest folder with a sidecar, else from the top."""
    defaults, anchor = sidecars.look_up(real.parent)
    anchor = anchor or (top.parent if real == top else top)
    return Origin(printable(str(shown)), file_name(real, anchor), anchor.name, defaults, source)


def _read_file(path: Path, name: PurePath, origin: Origin) -> Iterator[Article | Failure]:
    if name.name == SIDECAR:
        yield Failure(origin.shown, because(InputFault.SIDECAR))
        return
    try:
        with open_file(path) as stream:
            yield from _articles(Document(stream), name.suffix, "", origin)
    except UnfitError as error:
        yield _failure(origin.shown, error.reason)
    except OSError as error:
        yield _failure(origin.shown, because(InputFault.UNREAD, detail=error.strerror or str(error)))
    except _UNFORESEEN as error:
        yield _failure(origin.shown, _unforeseen(error))


def _read_url(url: str, source: str, public_only: bool) -> Iterator[Article | Failure]:
    page = fetch(url, public_only=public_only)
    origin = Origin(url, canonical_url(page.document.url), source=source)
    try:
        yield from _articles(page.document, "", page.content_type, origin)
    except UnfitError as error:
        yield _failure(url, error.reason)
    except _UNFORESEEN as error:
        yield _failure(url, _unforeseen(error))


def _articles(document: Document, suffix: str, content_type: str, origin: Origin) -> Iterator[Article | Failure]:
    """Yield what one document holds; raises UnfitError when it is bad as a whole."""
    head = document.stream.read(HEAD_BYTES)
    document.stream.seek(0)
    module, function = _READERS[kind_of(suffix, head, content_type)]
    reader = getattr(import_module(f"index.readers.{module}"), function)
    for item in reader(document):
        yield _built(_located(item, document.url), origin)


def _located(item: Draft | Problem, url: str) -> Draft | Problem:
    """Give the one article of a fetched text or PDF the address it was found at."""
    if isinstance(item, Problem) or item.url or item.fragment or not url:
        return item
    return replace(item, url=url)


def _built(item: Draft | Problem, origin: Origin) -> Article | Failure:
    if isinstance(item, Problem):
        return _failure(f"{origin.shown}:{item.position}", item.reason)
    try:
        return build(item, origin)
    except UnfitError as error:
        return _failure(origin.shown if item.position is None else f"{origin.shown}:{item.position}", error.reason)


def _unforeseen(error: Exception) -> Reason:
    return because(InputFault.UNREAD, detail=f"{type(error).__name__}: {error}")


def _failure(shown: str, reason: Reason) -> Failure:
    """Return a failure whose reason stays on one line of some length, whatever the input has put into it."""
    return Failure(shown, reason.with_texts(lambda text: clean_line(text)[:_LONGEST_PARTICULAR]))
