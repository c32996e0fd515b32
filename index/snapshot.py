"""One unchanging state of an archive: what a question is answered from."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Passage, Sentence
from index.catalog import Catalog, Model
from index.dense import Dense
from index.filters import Filters, day_number
from index.lexical import END_OF_TIME, LexicalSearcher
from index.rows import article_of, as_token_vectors, as_vectors
from index.stories import stories
from index.token_vectors import TokenVectors


@dataclass(frozen=True, slots=True, eq=False)
class StoredPassage:
    """A passage as the archive holds it, with a unit vector (n, d) for each of its sentences, and their tokens'."""

    passage_id: int
    article: Article
    passage: Passage
    sentence_vectors: NDArray[np.float32]
    token_vectors: TokenVectors | None


@dataclass(frozen=True, slots=True, eq=False)
class PassageTable:
    """The living passages, one row each: what the filters look at."""

    ids: NDArray[np.int64]
    days: NDArray[np.int32]
    sources: NDArray[np.int32]
    languages: NDArray[np.int32]
    sections: NDArray[np.int32]
    articles: NDArray[np.int64]  # the article's key, and that of its story: the least key of those that share it
    stories: NDArray[np.int64]
    names: dict[str, dict[str, int]]
    lives: NDArray[np.bool_]  # over passage ids: what passes where nothing is filtered

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Return a mask over passage ids: true where the passage lives and its article's facts pass the filters."""
        if filters == Filters():
            return self.lives
        keep = np.ones(len(self.ids), dtype=np.bool_)
        if filters.first_day or filters.last_day:
            first, last = day_number(filters.first_day) or 1, day_number(filters.last_day) or END_OF_TIME
            keep &= (self.days >= first) & (self.days <= last)
        if filters.as_of:
            keep &= self.days <= day_number(filters.as_of)
        for field, column in (("source", self.sources), ("language", self.languages), ("section", self.sections)):
            value = getattr(filters, field)
            if value is not None:
                keep &= column == self.names[field].get(value, -1)
        return _mask(self.ids[keep], len(self.lives))

    def as_named(self, filters: Filters) -> Filters:
        """Return filters with source and section spelt as the archive spells them, whatever the case they came in."""
        spelt: dict[str, Any] = {}
        for field in ("source", "section"):
            value = getattr(filters, field)
            if value is not None and value not in self.names[field]:
                same = (name for name in self.names[field] if name.casefold() == value.casefold())
                spelt[field] = next(same, value)
        return replace(filters, **spelt) if spelt else filters

    def languages_of(self, passage_ids: Iterable[int]) -> dict[int, str]:
        """Return the article language of those passages that live."""
        names = {code: language for language, code in self.names["language"].items()}
        return {passage_id: names[code] for passage_id, code in self._column(self.languages, passage_ids).items()}

    def days_of(self, passage_ids: Iterable[int]) -> dict[int, int]:
        """Return the day of those passages that live, as `day_number` gives it."""
        return self._column(self.days, passage_ids)

    def stories_of(self, passage_ids: Collection[int]) -> dict[int, tuple[int, int]]:
        """Return (story, article) of those passages that live, as keys."""
        articles = self._column(self.articles, passage_ids)
        return {
            passage_id: (story, articles[passage_id])
            for passage_id, story in self._column(self.stories, passage_ids).items()
        }

    def _column(self, column: NDArray[np.integer], passage_ids: Iterable[int]) -> dict[int, int]:
        if not len(self.ids):
            return {}
        wanted = np.fromiter(passage_ids, dtype=np.int64)
        rows = np.searchsorted(self.ids, wanted).clip(max=len(self.ids) - 1)
        lives = self.ids[rows] == wanted
        return dict(zip(wanted[lives].tolist(), column[rows[lives]].tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The engines at one sequence number (Tantivy may lag while somebody writes).

    Use it inside the transaction that `Archive.snapshot` opens.
    """

    seq: int
    lexical_seq: int
    catalog: Catalog
    model: Model
    table: PassageTable
    dense: Dense
    lexical: LexicalSearcher

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Return a mask over passage ids: true where the passage lives and passes the filters, words included."""
        mask = self.table.allowed(filters)
        if filters.phrases:
            mask = mask & _mask_of(self.lexical.with_phrases(filters.phrases), len(mask))
        if filters.excluded:
            mask = mask & ~_mask_of(self.lexical.with_any(filters.excluded), len(mask))
        return mask

    def passages(self, passage_ids: Sequence[int]) -> dict[int, StoredPassage]:
        """Return the living passages among some ids; an id that the catalog does not know is left out."""
        rows = self.catalog.connection.execute(
            "SELECT passage_id, article_key, start, end, sentences, sentence_vectors, token_vectors"
            " FROM passages JOIN vectors USING (passage_id)"
            " WHERE passage_id IN (SELECT value FROM json_each(?)) AND model_id = ? AND dead_seq IS NULL",
            (json.dumps(list(passage_ids)), self.model.model_id),
        ).fetchall()
        articles = self._articles({int(row[1]) for row in rows})
        found = {}
        for passage_id, key, start, end, spans, blob, tokens in rows:
            article = articles[key]
            passage = passage_of(article.body, start, end, spans)
            vectors = as_vectors(blob, self.model.dimensions).astype(np.float32)
            token_vectors = as_token_vectors(tokens, len(vectors))
            found[int(passage_id)] = StoredPassage(passage_id, article, passage, vectors, token_vectors)
        return found

    def token_vectors(self, passage_ids: Sequence[int]) -> dict[int, TokenVectors]:
        """Return the token vectors of the living passages among some ids, of those that have any."""
        rows = self.catalog.connection.execute(
            "SELECT passage_id, json_array_length(sentences) / 2, token_vectors"
            " FROM passages JOIN vectors USING (passage_id)"
            " WHERE passage_id IN (SELECT value FROM json_each(?)) AND model_id = ? AND dead_seq IS NULL",
            (json.dumps(list(passage_ids)), self.model.model_id),
        )
        unpacked = ((int(passage_id), as_token_vectors(blob, sentences)) for passage_id, sentences, blob in rows)
        return {passage_id: vectors for passage_id, vectors in unpacked if vectors is not None}

    def _articles(self, keys: set[int]) -> dict[int, Article]:
        rows = self.catalog.connection.execute(
            "SELECT article_key, record, body, version FROM articles"
            " WHERE article_key IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(keys)),),
        )
        return {int(key): article_of(record, body, version) for key, record, body, version in rows}


def table_of(catalog: Catalog) -> PassageTable:
    """Read the living passages' table."""
    names: dict[str, dict[str, int]] = {"source": {}, "language": {}, "section": {}}
    rows = catalog.connection.execute(
        "SELECT passage_id, day, source, language, section, article_key FROM passages JOIN articles USING (article_key)"
        " WHERE dead_seq IS NULL ORDER BY passage_id"
    ).fetchall()
    columns = {
        field: np.fromiter(
            (names[field].setdefault(row[place], len(names[field])) for row in rows), np.int32, len(rows)
        )
        for place, field in ((2, "source"), (3, "language"), (4, "section"))
    }
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    days = np.fromiter((day_number(row[1]) for row in rows), np.int32, len(rows))
    articles = np.fromiter((row[5] for row in rows), np.int64, len(rows))
    shared = stories(catalog.connection)
    of_story = np.fromiter((shared.get(row[5], row[5]) for row in rows), np.int64, len(rows))
    lives = _mask(ids, int(ids[-1]) + 1 if len(ids) else 0)
    kept = (columns["source"], columns["language"], columns["section"], articles, of_story)
    return PassageTable(ids, days, *kept, names, lives)


def _mask(ids: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    mask = np.zeros(length, dtype=np.bool_)
    mask[ids] = True
    return mask


def _mask_of(passage_ids: list[int], length: int) -> NDArray[np.bool_]:
    """Return the mask of ids of which those beyond its length are newer than the table."""
    ids = np.fromiter(passage_ids, np.int64, len(passage_ids))
    return _mask(ids[ids < length], length)


def passage_of(body: str, start: int, end: int, spans: str) -> Passage:
    """Return the passage of a row: its place in the body, and its sentences' as one JSON list of offsets."""
    offsets = json.loads(spans)
    pairs = zip(offsets[::2], offsets[1::2], strict=True)
    return Passage(start, end, body[start:end], tuple(Sentence(a, b, body[a:b]) for a, b in pairs))
