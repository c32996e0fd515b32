"""Articles go into an archive: read, compare, split, embed, store; each is safe once it is reported as done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import Any

from index import stories
from index.archive import Archive, storage_errors
from index.article import Article, Passage
from index.catalog import Outcome, Prepared
from index.chunking import content_hash, context_of, passages_of
from index.embedding import Embedder
from index.errors import UnreadableError
from index.readers import Failure, NamedFile, read
from index.readers.faults import InputFault
from index.reasons import because
from index.standing import now
from index.vectors import PassageVectors

# Articles wait for each other until this many passages can be embedded together.
BATCH_PASSAGES = 48


@dataclass(frozen=True, slots=True)
class Done:
    """One article has been dealt with and is safe on the disk."""

    article_id: str
    outcome: Outcome


@dataclass(slots=True)
class Summary:
    """What an ingest did, article by article; `unreadable` are the targets that gave no article at all."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    failed: list[Failure] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    passages_embedded: int = 0

    def count(self, event: Done | Failure) -> None:
        """Take one more event into account."""
        if isinstance(event, Failure):
            self.failed.append(event)
        else:
            setattr(self, event.outcome, getattr(self, event.outcome) + 1)

    def as_dict(self) -> dict[str, Any]:
        """Return it for programs; the `fault` of a failure is the name of its kind."""
        failed = [
            {"path": one.path, "reason": str(one.reason), "fault": one.reason.fault.name.lower()} for one in self.failed
        ]
        return {**{one.name: getattr(self, one.name) for one in fields(self)}, "failed": failed}


def ingest(
    archive: Archive,
    targets: Sequence[str | NamedFile],
    *,
    source: str | None = None,
    public_only: bool = False,
    report: Callable[[Done | Failure], None] = lambda event: None,
) -> Summary:
    """Read files, folders and URLs into an archive; what cannot be read is in the summary and never stops the rest.

    With `public_only` a URL is fetched from the public internet or not at all.
    Raises ArchiveError when somebody else is writing or the disk is full; what was reported is safe.
    """
    summary = Summary()
    items = chain.from_iterable(_read(target, source, summary, public_only) for target in targets)
    _take_in(archive, targets, items, summary, report)
    return summary


def ingest_into_new(
    make: Callable[[], Archive],
    targets: Sequence[str | NamedFile],
    *,
    source: str | None = None,
    report: Callable[[Done | Failure], None] = lambda event: None,
) -> tuple[Archive | None, Summary]:
    """As `ingest`, into an archive that is made once there is an article for it; None where there is none."""
    summary = Summary()
    items = chain.from_iterable(_read(target, source, summary, public_only=False) for target in targets)
    for item in items:
        if isinstance(item, Article):
            archive = make()
            _take_in(archive, targets, chain([item], items), summary, report)
            return archive, summary
        summary.count(item)
        report(item)
    return None, summary


def _take_in(
    archive: Archive,
    targets: Sequence[str | NamedFile],
    items: Iterable[Article | Failure],
    summary: Summary,
    report: Callable[[Done | Failure], None],
) -> None:
    with storage_errors(archive.folder), archive.writing():
        archive.mend()
        pipeline = _Pipeline(archive, summary)
        try:
            for event in pipeline.run(items):
                summary.count(event)
                report(event)
            summary.passages_embedded += settle_duplicates(archive)
        finally:
            _log(archive, targets, summary)
            archive.mend()


def _read(
    target: str | NamedFile, source: str | None, summary: Summary, public_only: bool
) -> Iterator[Article | Failure]:
    """Yield what a target holds; one that is not there or cannot be read at all is a Failure like any other."""
    found = False
    try:
        for item in read(target, source=source, public_only=public_only):
            found = found or isinstance(item, Article)
            yield item
    except UnreadableError as error:
        told = because(InputFault.UNREAD, detail=str(error).removeprefix(f"{target}: "))
        yield Failure(str(target), error.reason or told)
    if not found:
        summary.unreadable.append(str(target))


def prepare(articles: Sequence[Article], archive: Archive) -> tuple[list[Prepared], int]:
    """Cut articles into passages and embed those whose vectors are not known yet; return them and how many."""
    model = archive.model()
    cut = [(article, passages_of(article)) for article in articles]
    missing: list[tuple[Article, Passage]] = []
    known: dict[bytes, PassageVectors] = {}
    for article, passages in cut:
        for passage in passages:
            digest = content_hash(article, passage)
            found = archive.catalog.known_vectors(digest, model)
            if found is not None:
                known[digest] = found
            elif digest not in known:
                missing.append((article, passage))
    if missing:
        known.update(embed(missing, archive.embedder()))
    prepared = []
    for article, passages in cut:
        vectors = [known[content_hash(article, passage)] for passage in passages]
        prepared.append(Prepared(article, passages, vectors))
    return prepared, len(missing)


def embed(items: Sequence[tuple[Article, Passage]], embedder: Embedder) -> dict[bytes, PassageVectors]:
    """Return the vectors of passages in fp16, by content hash."""
    texts, spans = [], []
    for article, passage in items:
        context = context_of(article)
        shift = len(context) - passage.start
        texts.append(context + passage.text)
        sentences = [(sentence.start + shift, sentence.end + shift) for sentence in passage.sentences]
        spans.append([(0, len(context)), *sentences])
    encoded = embedder.encode_passages(texts, spans)
    return {
        content_hash(*item): PassageVectors(one.whole, one.sentences[1:], one.tokens).narrowed()
        for item, one in zip(items, encoded, strict=True)
    }


def settle_duplicates(archive: Archive) -> int:
    """Let duplicates take the place of originals that are gone, and give those of older archives their passages.

    Return how many passages were embedded for it.
    """
    catalog, total = archive.catalog, 0
    for key in catalog.without_passages():
        prepared, embedded = prepare([catalog.article_by_key(key)], archive)
        total += embedded
        with catalog.transaction():
            catalog.insert_passages(key, prepared[0], archive.model())
    for key in catalog.orphans():
        with catalog.transaction():
            catalog.promote(key)
    return total


class _Pipeline:
    """One run: holds the batch that is being gathered."""

    def __init__(self, archive: Archive, summary: Summary) -> None:
        self._archive = archive
        self._summary = summary
        self._model = archive.model()

    def run(self, items: Iterable[Article | Failure]) -> Iterator[Done | Failure]:
        """Yield an event for each item, an article's only after its transaction has ended."""
        batch: list[Article] = []
        gathered = 0
        for item in items:
            if isinstance(item, Article) and any(item.id == waiting.id for waiting in batch):
                yield from self._store(batch)  # of two articles under one id, the later one wins
                batch, gathered = [], 0
            if isinstance(item, Failure):
                yield item
            elif self._archive.catalog.is_unchanged(item):
                yield Done(item.id, "unchanged")
            else:
                batch.append(item)
                gathered += 1 + len(item.body) // 600
                if gathered >= BATCH_PASSAGES:
                    yield from self._store(batch)
                    batch, gathered = [], 0
        yield from self._store(batch)

    def _store(self, batch: Sequence[Article]) -> list[Done]:
        if not batch:
            return []
        prepared, embedded = prepare(batch, self._archive)
        self._summary.passages_embedded += embedded
        done = []
        with self._archive.catalog.transaction() as connection:
            for one in prepared:
                done.append(Done(one.article.id, self._archive.catalog.put(one, self._model)))
                stories.note(connection, one.article.id)
        return done


def _log(archive: Archive, targets: Sequence[str | NamedFile], summary: Summary) -> None:
    """Keep in the catalog when what was ingested, and what failed why."""
    at = now()
    done = f"added {summary.added}, updated {summary.updated}, duplicate {summary.duplicate}"
    with archive.catalog.transaction() as connection:
        rows = [(at, str(target), "ingested", "", done) for target in targets]
        rows += [(at, failure.path, "failed", "", str(failure.reason)) for failure in summary.failed]
        connection.executemany("INSERT INTO ingests VALUES (?, ?, ?, ?, ?)", rows)
