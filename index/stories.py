"""Stories: articles that are one report share one; the catalog keeps which texts are alike, none is compared twice.

A pair of texts is alike or not whatever else is in the archive, and a story is what such pairs join together among the
articles in force. So it does not matter in which order articles came, and who is removed leaves the others together.
"""

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from index.article import Copy
from index.catalog import Catalog
from index.likeness import ALIKE, is_same_report
from index.signature import METHOD, Signature, bands_of, from_bytes, likeness, signature_of, to_bytes

log = logging.getLogger(__name__)
# An estimate from 128 values is too low by more than this in one of eight cases at the very border, ALIKE.
UNCERTAINTY = 0.05
# What bounds the work for a text among very many from one template: the newest of a band, and the likest of them all.
MOST_OF_A_BAND = 32
MOST_COMPARED = 8
# Articles whose signatures are made in one transaction, where an archive has none yet.
BATCH = 200


def note(connection: sqlite3.Connection, article_id: str) -> None:
    """Find the texts that an article's is alike, if its text is new; call inside the transaction that stores it."""
    digest, body = connection.execute(
        "SELECT body_hash, body FROM articles WHERE id = ? AND state IN ('current', 'duplicate')", (article_id,)
    ).fetchone()
    if not connection.execute("SELECT 1 FROM texts WHERE body_hash = ?", (digest,)).fetchone():
        _note(connection, digest, body)


def catch_up(catalog: Catalog) -> None:
    """Note the articles of an archive that was made before there were stories; call with the lock held."""
    if catalog.meta("stories") == METHOD:
        return
    with catalog.transaction() as connection:
        if catalog.meta("stories in work") != METHOD:
            for table in ("texts", "bands", "copies"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 (constants)
            catalog.set_meta("stories in work", METHOD)
    waiting = catalog.connection.execute(
        "SELECT id FROM articles WHERE state = 'current' AND body_hash NOT IN (SELECT body_hash FROM texts)"
        " ORDER BY article_key"
    ).fetchall()
    for begin in range(0, len(waiting), BATCH):
        with catalog.transaction() as connection:
            for (article_id,) in waiting[begin : begin + BATCH]:
                note(connection, article_id)
    with catalog.transaction():
        catalog.set_meta("stories", METHOD)
        if waiting:
            catalog.next_seq()  # a snapshot that is held knows none of these stories
            log.info("%s: near-duplicates looked for among %d articles", catalog.path.parent, len(waiting))


def forget(connection: sqlite3.Connection) -> None:
    """Drop what is known of texts that no article has any more; call inside the transaction that erased them."""
    gone = "(SELECT text_key FROM texts WHERE body_hash NOT IN (SELECT body_hash FROM articles))"
    connection.execute(f"DELETE FROM bands WHERE text_key IN {gone}")  # noqa: S608 (constants)
    connection.execute(f"DELETE FROM copies WHERE one IN {gone} OR other IN {gone}")  # noqa: S608
    connection.execute(f"DELETE FROM texts WHERE text_key IN {gone}")  # noqa: S608


def also_in(connection: sqlite3.Connection, article_id: str) -> tuple[Copy, ...]:
    """Return the other articles in force of an article's story, exact copies and near ones, the oldest first."""
    rows = connection.execute(
        "WITH RECURSIVE story(body_hash) AS ("
        " SELECT body_hash FROM articles WHERE id = ?1 AND state IN ('current', 'duplicate')"
        " UNION SELECT other.body_hash FROM story JOIN texts AS mine USING (body_hash)"
        " JOIN copies ON one = mine.text_key JOIN texts AS other ON other.text_key = copies.other"
        " JOIN articles ON articles.body_hash = other.body_hash AND state = 'current')"
        " SELECT id, source, json_extract(record, '$.published') FROM story CROSS JOIN articles USING (body_hash)"
        " WHERE state IN ('current', 'duplicate') AND id <> ?1 ORDER BY day, article_key",
        (article_id,),
    )
    return tuple(Copy(*row) for row in rows)


def stories(connection: sqlite3.Connection) -> dict[int, int]:
    """Return {article key: the least key of its story} for the articles that share theirs with another."""
    pairs = connection.execute(
        "SELECT a.article_key, b.article_key FROM copies"
        " JOIN texts AS s ON s.text_key = one JOIN articles AS a ON a.body_hash = s.body_hash AND a.state = 'current'"
        " JOIN texts AS t ON t.text_key = other JOIN articles AS b ON b.body_hash = t.body_hash AND b.state = 'current'"
        " WHERE one < other"
        " UNION ALL SELECT a.article_key, b.article_key FROM articles AS b CROSS JOIN articles AS a USING (body_hash)"
        " WHERE b.state = 'duplicate' AND a.state = 'current'"
    )
    least: dict[int, int] = {}
    for one, other in pairs:
        first, second = sorted((_root(least, one), _root(least, other)))
        least[second] = first
    return {key: _root(least, key) for key in least}


def _root(least: dict[int, int], key: int) -> int:
    while least.setdefault(key, key) != key:
        least[key] = key = least.setdefault(least[key], least[key])
    return key


def _note(connection: sqlite3.Connection, digest: bytes, body: str) -> None:
    signature = signature_of(body)
    bands = bands_of(signature)
    cursor = connection.execute("INSERT INTO texts (body_hash, signature) VALUES (?, ?)", (digest, to_bytes(signature)))
    key = int(cursor.lastrowid or 0)
    for other, text in _candidates(connection, signature, bands):
        if is_same_report(body, text):
            connection.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?)", [(key, other), (other, key)])
    connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, key) for band in bands])


def _candidates(
    connection: sqlite3.Connection, signature: Signature, bands: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield (key, body) of the texts that may be alike one with this signature, the likest first."""
    shared: Counter[int] = Counter()
    for band in bands:
        rows = connection.execute(
            "SELECT text_key FROM bands WHERE band = ? ORDER BY text_key DESC LIMIT ?", (band, MOST_OF_A_BAND)
        )
        shared.update(row[0] for row in rows)
    held = connection.execute(
        "SELECT text_key, signature FROM texts WHERE text_key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(shared)),),
    ).fetchall()
    alike = zip(
        likeness(signature, from_bytes([row[1] for row in held])).tolist(), (row[0] for row in held), strict=True
    )
    near = sorted((pair for pair in alike if pair[0] >= ALIKE - UNCERTAINTY), reverse=True)
    for _, key in near[:MOST_COMPARED]:
        row = connection.execute(
            "SELECT body FROM texts JOIN articles USING (body_hash) WHERE text_key = ? AND body <> '' LIMIT 1", (key,)
        ).fetchone()
        if row:
            yield key, row[0]
