"""The Tantivy folder of an archive: made, kept in step with the catalog, rebuilt when damaged.

Tantivy gets words that are already folded, stemmed and keyed, joined by spaces: its own tokenisers drop matras.
"""

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from index.catalog import Catalog
from index.files import write_text
from index.filters import day_number
from index.language.tokens import words
from index.lexical import LexicalSearcher
from index.terms import keys_of, stems_of

log = logging.getLogger(__name__)
# A change of the fields, or of how words are made, must change this number: older folders are then rebuilt.
FORM = 4
WRITER_BYTES = 64_000_000


class LexicalStore:
    """An open Tantivy folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = _open(folder)

    @property
    def seq(self) -> int:
        """The number of the last change committed here; it may lag the catalog's and never leads it."""
        return last_seq(self.folder)

    def searcher(self) -> LexicalSearcher:
        """Return the state committed last, which stays as it is."""
        self._index.reload()
        return LexicalSearcher(self._index.searcher(), self._index.schema)

    def replay(self, catalog: Catalog) -> None:
        """Apply every change of the catalog after the last one here; call with the archive's lock held."""
        import tantivy

        since, target = self.seq, catalog.seq
        if target == since:
            return
        writer = self._index.writer(heap_size=WRITER_BYTES, num_threads=1)
        for passage_id in _dead(catalog, since):
            writer.delete_documents_by_term("passage_id", passage_id)
        for document in _documents(catalog, since):
            writer.delete_documents_by_term("passage_id", document["passage_id"][0])
            writer.add_document(tantivy.Document.from_dict(document, self._index.schema))
        writer.commit()
        writer.garbage_collect_files()
        writer.wait_merging_threads()
        _record(self.folder, target)


def folder_of(archive: Path) -> Path:
    """Return where the archive in a folder has its index."""
    return archive / "lexical"


def is_whole(folder: Path) -> bool:
    """Tell whether the folder holds an index of this form that opens."""
    import tantivy

    if last_seq(folder) < 0 or not tantivy.Index.exists(str(folder)):
        return False
    try:
        _open(folder).searcher()
    except (ValueError, OSError) as error:
        log.warning("%s is damaged and will be rebuilt: %s", folder, str(error).splitlines()[0][:200])
        return False
    return True


def create(folder: Path) -> None:
    """Make an empty index in place of whatever is there."""
    remove(folder)
    folder.mkdir(parents=True)
    _open(folder)
    _record(folder, 0)


def remove(folder: Path) -> None:
    """Remove the folder. It goes aside first: a reader that is just opening it would put files into it anew."""
    aside = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        folder.rename(aside)
    except FileNotFoundError:
        return
    except PermissionError:  # Windows does not rename what somebody has open
        aside = folder
    shutil.rmtree(aside, onerror=_raise_unless_gone)


def _raise_unless_gone(
    _act: Callable[..., object], _path: str, raised: tuple[type[BaseException], BaseException, object]
) -> None:
    """Go on where Tantivy itself has removed a file meanwhile."""
    if not isinstance(raised[1], FileNotFoundError):
        raise raised[1]


def last_seq(folder: Path) -> int:
    """Return the number of the last change committed in a folder, -1 where that cannot be told."""
    try:
        note = json.loads((folder / "khabar.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return -1
    return int(note["seq"]) if note.get("form") == FORM else -1


def _record(folder: Path, seq: int) -> None:
    write_text(folder / "khabar.json", json.dumps({"form": FORM, "seq": seq}))


def _open(folder: Path) -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("passage_id", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    for field in ("source", "language", "section"):
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for field in ("stems", "headline_stems", "keys", "headline_keys"):
        builder.add_text_field(field, tokenizer_name="spaces", index_option="freq")
    builder.add_text_field("exact", tokenizer_name="spaces", index_option="position")
    index = tantivy.Index(builder.build(), path=str(folder), reuse=True)
    index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def _dead(catalog: Catalog, since: int) -> list[int]:
    rows = catalog.connection.execute("SELECT passage_id FROM passages WHERE dead_seq > ?", (since,)).fetchall()
    return [int(row[0]) for row in rows]


def _documents(catalog: Catalog, since: int) -> Iterator[dict[str, list[Any]]]:
    """Yield what Tantivy indexes of each living passage added after a sequence number."""
    rows = catalog.connection.execute(
        "SELECT passage_id, day, source, language, section, json_extract(record, '$.headline'),"
        " substr(body, start + 1, end - start) FROM passages JOIN articles USING (article_key)"
        " WHERE added_seq > ? AND dead_seq IS NULL ORDER BY passage_id",
        (since,),
    )
    for passage_id, day, source, language, section, headline, text in rows:
        yield {
            "passage_id": [passage_id],
            "day": [day_number(day)],
            "source": [source],
            "language": [language],
            "section": [section],
            "stems": [" ".join(stems_of(text))],
            "headline_stems": [" ".join(stems_of(headline))],
            "keys": [" ".join(keys_of(text))],
            "headline_keys": [" ".join(keys_of(headline))],
            "exact": [" ".join([*words(headline), *words(text)])],
        }
