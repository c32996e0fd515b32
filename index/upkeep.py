"""Looking after an archive: check, remove, retract, move to another embedding model, describe."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from index import dense, lexical_store, stories
from index.archive import Archive, storage_errors
from index.catalog import Model
from index.chunking import content_hash, passages_of
from index.embedding import Embedder
from index.errors import ArchiveError, UsageError
from index.filters import Filters
from index.ingest import embed, settle_duplicates
from index.lexical_store import LexicalStore
from index.recovery import ERASING
from index.rows import as_token_vectors
from index.snapshot import passage_of

_IN_FORCE = "FROM articles WHERE state IN ('current', 'duplicate')"

REEMBED_ARTICLES = 16


def check(archive: Archive) -> list[str]:
    """Compare everything in an archive with everything else; return one line for each thing wrong."""
    with storage_errors(archive.folder), archive.catalog.reading() as connection:
        problems = [
            f"catalog.sqlite: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"
        ]
        model = archive.model()
        problems += _check_vectors(archive, model)
        problems += _check_bodies(archive)
        state = dense.load(archive.folder, archive.catalog, model)
        problems += dense.differences(state, archive.catalog, model)
        folder = lexical_store.folder_of(archive.folder)
        if not lexical_store.is_whole(folder):
            return [*problems, "lexical/: missing or damaged: run khabar rebuild"]
        return problems + _check_lexical(archive, LexicalStore(folder))


def remove(
    archive: Archive, article_ids: Sequence[str] = (), *, source: str | None = None, retract: bool = False
) -> list[str]:
    """Take articles out by id or by source and return their ids; `retract` erases every version for good.

    Without `retract` their text stays readable by id and version, for links that cite it, but is never found again.
    """
    catalog = archive.catalog
    with storage_errors(archive.folder), archive.writing():
        archive.mend()
        chosen = list(dict.fromkeys(article_ids)) if source is None else _ids_of(archive, source)
        unknown = [article_id for article_id in chosen if not _exists(archive, article_id)]
        if unknown or not chosen:
            raise UsageError(f"no article {', '.join(unknown) or f'of source {source!r}'} in {archive.folder}")
        with catalog.transaction() as connection:
            for article_id in chosen:
                held = catalog.in_force(article_id)
                if held:
                    catalog.retire(held[0], "removed")
                if retract:
                    catalog.erase(article_id)
                    catalog.set_meta(ERASING, "yes")
            if retract:
                stories.forget(connection)
        archive.mend()
        settle_duplicates(archive)
        archive.mend()
    return chosen


def reembed(
    archive: Archive, embedder: Embedder, progress: Callable[[int, int], None] = lambda done, all_: None
) -> int:
    """Move an archive to another model; return how many passages were embedded.

    Vectors of both models live side by side until all are there (a killed run goes on where it stopped); then one
    transaction makes the new ones the ones that are searched.
    """
    catalog = archive.catalog
    with storage_errors(archive.folder), archive.writing():
        archive.mend()
        with catalog.transaction():
            model = catalog.register_model(embedder.name, embedder.fingerprint, embedder.dimensions)
        pending = _without_vectors(archive, model)
        done = 0
        for begin in range(0, len(pending), REEMBED_ARTICLES):
            keys = pending[begin : begin + REEMBED_ARTICLES]
            done += _reembed(archive, embedder, model, keys)
            progress(begin + len(keys), len(pending))
        with catalog.transaction() as connection:
            catalog.use_model(model)
            connection.execute("DELETE FROM vectors WHERE model_id <> ?", (model.model_id,))
        archive.describe()
        archive.adopt(embedder)
        archive.mend()
    return done


def info(archive: Archive) -> dict[str, Any]:
    """Return what an archive holds: counts, languages, sources, sections, first and last day, model, bytes."""
    with storage_errors(archive.folder), archive.catalog.reading() as connection:
        model = archive.model()
        (count,) = connection.execute(f"SELECT COUNT(*) {_IN_FORCE}").fetchone()
        first, last = period(connection)
        languages = connection.execute(f"SELECT language, COUNT(*) {_IN_FORCE} GROUP BY language").fetchall()
        sources = connection.execute(f"SELECT DISTINCT source {_IN_FORCE} ORDER BY source").fetchall()
        sections = connection.execute(f"SELECT DISTINCT section {_IN_FORCE} ORDER BY section").fetchall()
        return {
            "archive": str(archive.folder),
            "articles": count,
            "passages": archive.living(),
            "languages": dict(languages),
            "sources": [row[0] for row in sources],
            "sections": [row[0] for row in sections],
            "first_published": first,
            "last_published": last,
            "embedder": {"name": model.name, "fingerprint": model.fingerprint, "dimensions": model.dimensions},
            "seq": archive.catalog.seq,
            "bytes": _bytes_below(archive.folder),
        }


def period(connection: sqlite3.Connection) -> tuple[str | None, str | None]:
    """Return the first and last day of the articles in force; None twice where none is dated."""
    ends = f"SELECT (SELECT MIN(day) {_IN_FORCE}), (SELECT MAX(day) {_IN_FORCE})"
    first, last = connection.execute(ends).fetchone()
    return first, last


def coverage(archive: Archive, filters: Filters | None = None) -> dict[str, int]:
    """Return the number of articles in force of each ISO day that has any, oldest first; undated ones are left out.

    Of the filters, days, source, language and section count.
    """
    wanted = filters or Filters()
    last = min((day for day in (wanted.last_day, wanted.as_of) if day), default=None)
    conditions = (wanted.first_day, last, wanted.source, wanted.language, wanted.section)
    with storage_errors(archive.folder), archive.catalog.reading() as connection:
        rows = connection.execute(
            "SELECT day, COUNT(*) FROM articles WHERE state IN ('current', 'duplicate') AND day IS NOT NULL"
            " AND (?1 IS NULL OR day >= ?1) AND (?2 IS NULL OR day <= ?2) AND (?3 IS NULL OR source = ?3)"
            " AND (?4 IS NULL OR language = ?4) AND (?5 IS NULL OR section = ?5) GROUP BY day ORDER BY day",
            conditions,
        )
        return dict(rows.fetchall())


def _bytes_below(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # a running ingest removes files
            total += path.stat().st_size if path.is_file() else 0
    return total


def _check_vectors(archive: Archive, model: Model) -> list[str]:
    """Every living passage has a vector and one row a sentence."""
    rows = archive.catalog.connection.execute(
        "SELECT p.passage_id, length(vector), length(sentence_vectors), json_array_length(sentences) / 2, token_vectors"
        " FROM passages AS p LEFT JOIN vectors AS v ON v.passage_id = p.passage_id AND model_id = ?"
        " WHERE dead_seq IS NULL",
        (model.model_id,),
    )
    width = 2 * model.dimensions
    return [
        f"passage {passage_id}: its vectors are missing or of the wrong length"
        for passage_id, vector, sentence_vectors, sentences, tokens in rows
        if vector != width or sentence_vectors != width * sentences or not _can_be_read(tokens, sentences)
    ] + _check_states(archive)


def _can_be_read(token_vectors: bytes | None, sentences: int) -> bool:
    try:
        as_token_vectors(token_vectors, sentences)
    except ArchiveError:
        return False
    return True


def _check_states(archive: Archive) -> list[str]:
    """Only articles in force have living passages, no passage lives twice, and every duplicate has its original."""
    connection = archive.catalog.connection
    astray = connection.execute(
        "SELECT passage_id FROM passages JOIN articles USING (article_key)"
        " WHERE dead_seq IS NULL AND state NOT IN ('current', 'duplicate')"
    ).fetchall()
    twice = connection.execute(
        "SELECT article_key, start FROM passages WHERE dead_seq IS NULL"
        " GROUP BY article_key, start, end HAVING COUNT(*) > 1"
    ).fetchall()
    orphans = map(archive.catalog.article_by_key, archive.catalog.orphans())
    return [
        *(f"passage {row[0]}: lives, but its article does not" for row in astray),
        *(f"article {row[0]}: the passage at {row[1]} is stored twice" for row in twice),
        *(f"{article.id}: a duplicate without its original" for article in orphans),
    ]


def _check_bodies(archive: Archive) -> list[str]:
    """Passages and sentences lie within their bodies and are what the splitter makes of them today."""
    catalog, problems = archive.catalog, []
    keys = catalog.connection.execute(f"SELECT article_key {_IN_FORCE} ORDER BY article_key").fetchall()
    waiting = set(catalog.without_passages())
    for (key,) in keys:
        article = catalog.article_by_key(key)
        rows = catalog.connection.execute(
            "SELECT start, end FROM passages WHERE article_key = ? AND dead_seq IS NULL ORDER BY passage_id", (key,)
        ).fetchall()
        if key not in waiting and [(p.start, p.end) for p in passages_of(article)] != rows:
            problems.append(f"{article.id}: its passages are not those of its body")
    return problems


def _check_lexical(archive: Archive, store: LexicalStore) -> list[str]:
    rows = archive.catalog.connection.execute("SELECT passage_id FROM passages WHERE dead_seq IS NULL").fetchall()
    wanted, found = {int(row[0]) for row in rows}, store.searcher().passage_ids()
    problems = [f"lexical/: passage {missing} is missing" for missing in sorted(wanted - found)]
    problems += [f"lexical/: passage {dead} should not be there" for dead in sorted(found - wanted)]
    if store.seq != archive.catalog.seq:
        problems.append(f"lexical/: at change {store.seq}, the catalog is at {archive.catalog.seq}")
    return problems


def _ids_of(archive: Archive, source: str) -> list[str]:
    rows = archive.catalog.connection.execute(
        "SELECT id FROM articles WHERE source = ? AND state IN ('current', 'duplicate') ORDER BY article_key", (source,)
    ).fetchall()
    return [str(row[0]) for row in rows]


def _exists(archive: Archive, article_id: str) -> bool:
    row = archive.catalog.connection.execute("SELECT 1 FROM articles WHERE id = ? LIMIT 1", (article_id,)).fetchone()
    return row is not None


def _without_vectors(archive: Archive, model: Model) -> list[int]:
    """Return the keys of articles with a living passage that has no vector of a model."""
    rows = archive.catalog.connection.execute(
        "SELECT DISTINCT article_key FROM passages WHERE dead_seq IS NULL AND passage_id NOT IN"
        " (SELECT passage_id FROM vectors WHERE model_id = ?) ORDER BY article_key",
        (model.model_id,),
    ).fetchall()
    return [int(row[0]) for row in rows]


def _reembed(archive: Archive, embedder: Embedder, model: Model, keys: Sequence[int]) -> int:
    """Embed the passages of some articles with a new model and store them in one transaction."""
    catalog = archive.catalog
    rows = catalog.connection.execute(
        "SELECT passage_id, article_key, start, end, sentences FROM passages WHERE dead_seq IS NULL"
        " AND article_key IN (SELECT value FROM json_each(?)) ORDER BY passage_id",
        (str(list(keys)),),
    ).fetchall()
    articles = {key: catalog.article_by_key(key) for key in keys}
    items = {row[0]: (articles[row[1]], passage_of(articles[row[1]].body, *row[2:])) for row in rows}
    vectors = embed(list(items.values()), embedder)
    with catalog.transaction():
        for passage_id, item in items.items():
            catalog.insert_vectors(passage_id, model, vectors[content_hash(*item)])
    return len(vectors)
