"""The catalog's tables as numbered migrations: append a new one, never edit one that has been released."""

import sqlite3

from index.errors import ArchiveError

MIGRATIONS = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE models (
        model_id INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL UNIQUE, dimensions INTEGER NOT NULL
    );
    -- Every version of every article. 'duplicate' has the body of a current article under another identity.
    CREATE TABLE articles (
        article_key INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('current', 'old', 'duplicate', 'removed')),
        content_hash BLOB NOT NULL,
        body_hash BLOB NOT NULL,
        language TEXT NOT NULL,
        day TEXT,
        source TEXT NOT NULL,
        section TEXT NOT NULL,
        record TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (id, version)
    );
    CREATE UNIQUE INDEX article_in_force ON articles (id) WHERE state IN ('current', 'duplicate');
    CREATE INDEX article_body ON articles (body_hash);
    CREATE INDEX article_source ON articles (source);
    -- A passage lives from added_seq until dead_seq; its row stays, so that an engine that lags can still replay.
    CREATE TABLE passages (
        passage_id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_key INTEGER NOT NULL REFERENCES articles,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        sentences TEXT NOT NULL,
        content_hash BLOB NOT NULL,
        added_seq INTEGER NOT NULL,
        dead_seq INTEGER
    );
    CREATE INDEX passage_article ON passages (article_key);
    CREATE INDEX passage_content ON passages (content_hash);
    CREATE INDEX passage_added ON passages (added_seq);
    CREATE INDEX passage_dead ON passages (dead_seq) WHERE dead_seq IS NOT NULL;
    -- Little-endian fp16: one row of unit length a passage; one row a sentence of it.
    CREATE TABLE vectors (
        passage_id INTEGER NOT NULL, model_id INTEGER NOT NULL, vector BLOB NOT NULL, sentence_vectors BLOB NOT NULL,
        PRIMARY KEY (model_id, passage_id)
    );
    CREATE INDEX vector_passage ON vectors (passage_id);
    CREATE TABLE ingests (
        at TEXT NOT NULL, target TEXT NOT NULL, outcome TEXT NOT NULL, article_id TEXT NOT NULL, reason TEXT NOT NULL
    );
    """,
    # Four bits a number, of the tokens of its sentences (index/token_vectors.py); NULL where the model has none.
    "ALTER TABLE vectors ADD COLUMN token_vectors BLOB;",
    # What stories are made of (index/stories.py): by text, so that it outlives the articles that come and go with it.
    """
    CREATE TABLE texts (text_key INTEGER PRIMARY KEY, body_hash BLOB NOT NULL UNIQUE, signature BLOB NOT NULL);
    CREATE TABLE bands (
        band INTEGER NOT NULL, text_key INTEGER NOT NULL, PRIMARY KEY (band, text_key)
    ) WITHOUT ROWID;
    CREATE INDEX band_text ON bands (text_key);
    -- Texts that are one report, each pair both ways round.
    CREATE TABLE copies (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
    """,
    # The period that an archive covers, and its articles of each day, without a look at any text.
    "CREATE INDEX article_day ON articles (day) WHERE state IN ('current', 'duplicate');",
    # The exact copies among very many articles.
    "CREATE INDEX article_duplicate ON articles (body_hash) WHERE state = 'duplicate';",
    # When a version ceased to be in force, in UTC: replaced, removed or withdrawn; NULL where nobody noted it.
    "ALTER TABLE articles ADD COLUMN retired_at TEXT;",
)


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring the tables up to the newest migration, each in a transaction of its own; `where` is for the message."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise ArchiveError(
            f"{where}: made by a newer Khabar (catalog version {version}, this one knows {len(MIGRATIONS)}): "
            "upgrade Khabar, or ingest the articles into another archive"
        )
    for number in range(version, len(MIGRATIONS)):
        script = MIGRATIONS[number]
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number + 1}; COMMIT;")
