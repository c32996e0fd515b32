"""The catalog, SQLite: articles in all their versions, passages, vectors; the one source of truth of an archive."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.article import Article, Passage
from index.chunking import content_hash
from index.database import Database
from index.rows import article_of, as_token_vectors, as_vectors, body_hash_of, hash_of, record_of
from index.standing import now
from index.vectors import PassageVectors

Outcome = Literal["added", "updated", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model as the catalog knows it."""

    model_id: int
    name: str
    fingerprint: str
    dimensions: int


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article cut into passages, with the vectors of each in fp16."""

    article: Article
    passages: list[Passage]
    vectors: list[PassageVectors]


class Catalog(Database):
    """What an archive holds. Writing is for the holder of the archive's lock alone."""

    @property
    def seq(self) -> int:
        """The number of the last change."""
        return int(self.meta("seq", "0"))

    def next_seq(self) -> int:
        """Return the number of a new change; call inside a transaction."""
        seq = self.seq + 1
        self.set_meta("seq", str(seq))
        return seq

    def model(self) -> Model | None:
        """Return the model whose vectors are searched, or None before the first article."""
        row = self.connection.execute(
            "SELECT model_id, name, fingerprint, dimensions FROM models WHERE model_id = ?", (self.meta("model"),)
        ).fetchone()
        return Model(*row) if row else None

    def register_model(self, name: str, fingerprint: str, dimensions: int) -> Model:
        """Return the model's entry, made if it is new."""
        self.connection.execute(
            "INSERT INTO models (name, fingerprint, dimensions) VALUES (?, ?, ?)"
            " ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name",
            (name, fingerprint, dimensions),
        )
        row = self.connection.execute("SELECT model_id FROM models WHERE fingerprint = ?", (fingerprint,)).fetchone()
        return Model(int(row[0]), name, fingerprint, dimensions)

    def use_model(self, model: Model) -> None:
        """Search this model's vectors from now on; every older FAISS file is void. Call inside a transaction."""
        self.set_meta("model", str(model.model_id))
        self.set_meta("model_seq", str(self.next_seq()))

    def living(self) -> int:
        """Count the passages that can be found."""
        return int(self.connection.execute("SELECT COUNT(*) FROM passages WHERE dead_seq IS NULL").fetchone()[0])

    # -- articles ---------------------------------------------------------------------------------------------

    def in_force(self, article_id: str) -> tuple[int, str, bytes] | None:
        """Return (key, state, content hash) of the article now in force under an identity."""
        row = self.connection.execute(
            "SELECT article_key, state, content_hash FROM articles WHERE id = ? AND state IN ('current', 'duplicate')",
            (article_id,),
        ).fetchone()
        return (int(row[0]), str(row[1]), bytes(row[2])) if row else None

    def is_unchanged(self, article: Article) -> bool:
        """Tell whether the article is already here, word for word."""
        found = self.in_force(article.id)
        return found is not None and found[2] == hash_of(article)

    def put(self, prepared: Prepared, model: Model) -> Outcome:
        """Store an article and its passages; call inside a transaction."""
        article = prepared.article
        digest, body_digest = hash_of(article), body_hash_of(article)
        before = self.in_force(article.id)
        if before and before[2] == digest:
            return "unchanged"
        if before:
            self.retire(before[0], "old")
        held = self.connection.execute(
            "SELECT 1 FROM articles WHERE body_hash = ? AND state = 'current'", (body_digest,)
        ).fetchone()
        key = self._insert_article(article, "duplicate" if held else "current", digest, body_digest)
        self.insert_passages(key, prepared, model)
        if before:
            return "updated"
        return "duplicate" if held else "added"

    def orphans(self) -> list[int]:
        """Return the keys of duplicates whose original is gone, one for each text: they take its place."""
        rows = self.connection.execute(
            "SELECT MIN(article_key) FROM articles AS a WHERE state = 'duplicate' AND NOT EXISTS"
            " (SELECT 1 FROM articles AS b WHERE b.body_hash = a.body_hash AND b.state = 'current') GROUP BY body_hash"
        )
        return [int(key) for (key,) in rows]

    def promote(self, article_key: int) -> None:
        """Make a duplicate the original of its text; call inside a transaction."""
        self.connection.execute("UPDATE articles SET state = 'current' WHERE article_key = ?", (article_key,))
        self.next_seq()  # a snapshot that is held knows another original

    def without_passages(self) -> list[int]:
        """Return the keys of duplicates without passages, as all were in archives of old."""
        rows = self.connection.execute(
            "SELECT article_key FROM articles AS a WHERE state = 'duplicate' AND NOT EXISTS"
            " (SELECT 1 FROM passages AS p WHERE p.article_key = a.article_key AND dead_seq IS NULL)"
        )
        return [int(key) for (key,) in rows]

    def retire(self, article_key: int, state: Literal["old", "removed"]) -> None:
        """Take an article out of the search; its text stays readable. Call inside a transaction."""
        self.connection.execute(
            "UPDATE articles SET state = ?, retired_at = ? WHERE article_key = ?", (state, now(), article_key)
        )
        self.connection.execute(
            "UPDATE passages SET dead_seq = ? WHERE article_key = ? AND dead_seq IS NULL",
            (self.next_seq(), article_key),
        )

    def erase(self, article_id: str) -> None:
        """Blank the text and vectors of every version of an article for good. Call inside a transaction."""
        keys = "(SELECT article_key FROM articles WHERE id = ?)"
        passages = f"(SELECT passage_id FROM passages WHERE article_key IN {keys})"  # noqa: S608 (constants)
        self.connection.execute(f"DELETE FROM vectors WHERE passage_id IN {passages}", (article_id,))  # noqa: S608
        self.connection.execute(
            f"UPDATE passages SET sentences = '[]', content_hash = x'' WHERE article_key IN {keys}",  # noqa: S608
            (article_id,),
        )
        self.connection.execute(
            "UPDATE articles SET body = '', record = json_object('id', id), content_hash = x'', body_hash = x'',"
            " source = '', section = '', day = NULL, retired_at = ? WHERE id = ? AND body <> ''",
            (now(), article_id),
        )
        self.connection.execute("DELETE FROM ingests WHERE article_id = ?", (article_id,))

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article, or an earlier version of it by number; None when there is none or it was retracted."""
        row = self.connection.execute(
            "SELECT article_key FROM articles WHERE id = ? AND body <> ''"
            " AND (version = ? OR (? IS NULL AND state IN ('current', 'duplicate')))",
            (article_id, version, version),
        ).fetchone()
        return self.article_by_key(int(row[0])) if row else None

    def article_by_key(self, article_key: int) -> Article:
        """Return the article of a row."""
        record, body, version = self.connection.execute(
            "SELECT record, body, version FROM articles WHERE article_key = ?", (article_key,)
        ).fetchone()
        return article_of(record, body, version)

    def articles(self, states: Sequence[str] = ("current", "duplicate")) -> Iterator[Article]:
        """Yield the articles in force, in the order they came."""
        keys = self.connection.execute(
            "SELECT article_key FROM articles WHERE state IN (SELECT value FROM json_each(?)) ORDER BY article_key",
            (json.dumps(list(states)),),
        ).fetchall()
        for (key,) in keys:
            yield self.article_by_key(int(key))

    # -- vectors ----------------------------------------------------------------------------------------------

    def known_vectors(self, digest: bytes, model: Model) -> PassageVectors | None:
        """Return the vectors already made from the same text by the same model."""
        row = self.connection.execute(
            # CROSS: SQLite would rather walk all vectors of the model than look one hash up.
            "SELECT vector, sentence_vectors, token_vectors FROM passages CROSS JOIN vectors USING (passage_id)"
            " WHERE content_hash = ? AND model_id = ? LIMIT 1",
            (digest, model.model_id),
        ).fetchone()
        if row is None:
            return None
        sentences = as_vectors(row[1], model.dimensions)
        return PassageVectors(
            as_vectors(row[0], model.dimensions)[0], sentences, as_token_vectors(row[2], len(sentences))
        )

    def insert_vectors(self, passage_id: int, model: Model, vectors: PassageVectors) -> None:
        """Keep a passage's vectors under a model; call inside a transaction."""
        whole, sentences = (part.astype("<f2").tobytes() for part in (vectors.whole, vectors.sentences))
        tokens = None if vectors.tokens is None else vectors.tokens.to_bytes()
        self.connection.execute(
            "INSERT OR REPLACE INTO vectors (passage_id, model_id, vector, sentence_vectors, token_vectors)"
            " VALUES (?, ?, ?, ?, ?)",
            (passage_id, model.model_id, whole, sentences, tokens),
        )

    def insert_passages(self, article_key: int, prepared: Prepared, model: Model) -> None:
        """Store the passages of an article and their vectors; call inside a transaction."""
        seq = self.next_seq()
        for index, passage in enumerate(prepared.passages):
            spans = json.dumps([offset for s in passage.sentences for offset in (s.start, s.end)])
            digest = content_hash(prepared.article, passage)
            cursor = self.connection.execute(
                "INSERT INTO passages (article_key, start, end, sentences, content_hash, added_seq)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (article_key, passage.start, passage.end, spans, digest, seq),
            )
            self.insert_vectors(int(cursor.lastrowid or 0), model, prepared.vectors[index])

    def _insert_article(self, article: Article, state: str, digest: bytes, body_digest: bytes) -> int:
        version = self.connection.execute(
            "SELECT COALESCE(MAX(version), 0) + 1 FROM articles WHERE id = ?", (article.id,)
        ).fetchone()[0]
        day = (article.published or "")[:10] or None
        row = (article.id, version, state, digest, body_digest, article.language, day)
        cursor = self.connection.execute(
            "INSERT INTO articles (id, version, state, content_hash, body_hash, language, day, source, section, record,"
            " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, article.source, article.section, record_of(article), article.body),
        )
        return int(cursor.lastrowid or 0)
