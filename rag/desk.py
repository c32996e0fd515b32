"""NewsDesk: the public face. A question goes in; events, and in the end a cited Answer, come out."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from index.archive import Archive
from index.article import Article, Language
from index.embedding import Embedder
from index.filters import Filters
from index.snapshot import Snapshot
from index.standing import Standing
from index.upkeep import coverage, info
from rag.answer import Answer, Event, Nearest, Progress, Written
from rag.citations import Numbering
from rag.composing import Composition, as_text
from rag.evidence import Evidence
from rag.notices import abstention, period_notices, search_notices, source_notices
from rag.question import AnswerLanguage, Question, understand
from rag.quoting import Quotable, quotable
from rag.ranking.cross_encoder import open_reranker
from rag.reading.reader import Reader, open_reader
from rag.retrieval import Hit, retrieve
from rag.selection import Selection, selection
from rag.settings import Settings
from rag.stopwatch import Stopwatch
from rag.verification.checking import Checker
from rag.verification.verifier import Verifier
from rag.wording.as_written import as_written
from rag.wording.respelling import vectors_of
from rag.writers import Writer, open_writer, rewrite_of
from rag.writers.quote import QuoteWriter
from rag.writers.timeline import TimelineWriter


class NewsDesk:
    """Answers questions from one archive; safe to share between threads.

    ``NewsDesk.open("archive").ask("चंद्रयान-3 चंद्रमा पर कब उतरा?")`` returns an `Answer`.
    """

    def __init__(
        self,
        archive: Archive,
        settings: Settings | None = None,
        writer: Writer | None = None,
        checker: Checker | None = None,
    ) -> None:
        self.archive = archive
        self.settings = settings or Settings.from_environment()
        self.writer = writer or open_writer(self.settings)
        self._checker = checker
        self._reranker = open_reranker(self.settings)

    @classmethod
    def open(
        cls,
        path: Path | str,
        settings: Settings | None = None,
        writer: Writer | None = None,
        checker: Checker | None = None,
    ) -> Self:
        """Open the archive in a folder. Raises ArchiveError where there is none or it cannot be used."""
        return cls(Archive.open(path), settings, writer, checker)

    def load(self) -> None:
        """Read the models that find passages now, rather than while somebody waits for the first answer."""
        self.reader(self.archive.embedder())
        if self._reranker is not None:
            self._reranker.load()

    def written_by(self, writer: Writer, settings: Settings) -> Self:
        """Return a desk on the same archive and models, whose answers another writer writes."""
        desk = copy(self)
        desk.writer, desk.settings, desk._checker = writer, settings, self.checker
        return desk

    @cached_property
    def checker(self) -> Checker:
        """What verifies the sentences of a model; made at the first question."""
        return self._checker or Verifier(self.archive.embedder(), self.settings.nli_model)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        answer_language: AnswerLanguage = "auto",
        as_of: date | None = None,
        filters: Filters | None = None,
        latest: bool = False,
        as_typed: bool = False,
    ) -> Answer:
        """Answer a question, or abstain; the options are those of `stream`."""
        for event in self.stream(
            question,
            history=history,
            answer_language=answer_language,
            as_of=as_of,
            filters=filters,
            latest=latest,
            as_typed=as_typed,
        ):
            if isinstance(event, Answer):
                return event
        raise AssertionError("a stream ends with its Answer")

    def stream(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        answer_language: AnswerLanguage = "auto",
        as_of: date | None = None,
        filters: Filters | None = None,
        latest: bool = False,
        as_typed: bool = False,
        trace: dict[str, Any] | None = None,
    ) -> Iterator[Event]:
        """Yield Progress at each stage, each sentence as it is Written, and last the whole Answer.

        `history` holds the earlier questions of the conversation, oldest first. `latest` puts the newest first among
        what answers nearly as well. `as_typed` leaves romanised Hindi in Roman letters. A `trace`, if given, is filled
        with what each stage did.
        """
        watch = Stopwatch()
        yield Progress("understand")
        asked = self._understood(question, history, as_of, filters, latest=latest)
        yield Progress("retrieve")
        # No yield inside: whoever consumes the stream may call from another thread, or never again.
        with self._snapshot() as (snapshot, embedder):
            understood = as_written(asked, snapshot, embedder, as_typed=as_typed)
            language: Language = understood.answer_language if answer_language == "auto" else answer_language
            watch.lap("understand")
            vectors = vectors_of(understood, embedder)
            watch.lap("embed")
            found = selection(
                understood,
                vectors,
                snapshot,
                self.settings,
                watch,
                self._reranker,
                self.reader(embedder),
                neighbours=embedder.neighbours,
                is_traced=trace is not None,
            )
            watch.lap("select")
            ready = quotable(understood, language, found, snapshot, embedder, self.settings)
        if trace is not None:
            trace.update(found.traced(understood))
        yield Progress("write")
        composed = self._composition(language, found, ready)
        writer = self._writer(understood, ready.evidence)
        if found.sure >= self.settings.abstain_below or writer is not self.writer:
            yield from self._written(understood, ready, composed, writer)
        if trace is not None:
            trace["verdicts"] = composed.verdicts
        answer = self._answer(question, understood, language, found, composed)
        watch.lap("write")
        yield replace(answer, timings_ms=watch.laps())

    def _understood(
        self, text: str, history: Sequence[str], as_of: date | None, filters: Filters | None, *, latest: bool
    ) -> Question:
        return understand(
            text,
            history=history,
            as_of=as_of,
            filters=filters,
            longest=self.settings.question_characters,
            latest=latest,
            rewrite=rewrite_of(self.writer),
        )

    def _writer(self, question: Question, evidence: Sequence[Evidence]) -> Writer:
        """Return who writes: what is asked in order or as news, the timeline's writer, where it has something to tell.

        A timeline of what is not there is none; for news of it the usual writer may do.
        """
        if question.asked is None:
            return self.writer
        timeline = TimelineWriter()
        if question.asked.form == "timeline" or not question.asked.topic:
            return timeline
        return timeline if next(timeline.write(question, evidence), None) is not None else self.writer

    def _composition(self, language: Language, found: Selection, ready: Quotable) -> Composition:
        return Composition(
            Numbering(found.copies),
            self.checker,
            language,
            marks_unsupported=self.settings.unsupported == "mark",
            prefetched=self.settings.writer_sentences,
            short=ready.short,
            differing=ready.differing,
        )

    def _written(self, question: Question, ready: Quotable, composed: Composition, writer: Writer) -> Iterator[Written]:
        """Return the sentences of the answer as they may be shown: a timeline's, the quotes or a model's."""
        if writer is not self.writer:
            return composed.verbatim(writer.write(question, ready.evidence))
        if writer.name == QuoteWriter.name:
            return composed.verbatim(ready.quotes)
        return composed.run(question, ready.evidence, writer, ready.quotes)

    def _answer(
        self, question: str, understood: Question, language: Language, found: Selection, composed: Composition
    ) -> Answer:
        """Return what was composed as an answer, or an abstention with the nearest articles."""
        sentences, citations = composed.sentences, composed.citations
        return Answer(
            question=question,
            question_language=understood.language,
            answer_language=language,
            understood=understood.understood(),
            answer=as_text(sentences, language) or abstention(understood, language, empty=found.is_empty),
            short_answer=composed.short_answer,
            abstained=not sentences,
            sentences=tuple(sentences),
            citations=citations,
            notices=(
                *search_notices(understood, language, empty=found.is_empty, found=bool(found.hits)),
                *composed.notices,
                *source_notices(understood, language, citations, quoted=composed.quotes),
                *(() if sentences or not found.nearest else period_notices(understood, *found.period, language)),
            ),
            nearest=() if sentences else self._nearest(found.nearest),
            writer=composed.writer or self.writer.name,
            as_of=understood.as_of.isoformat(),
        )

    def search(
        self,
        query: str,
        *,
        top: int = 10,
        as_of: date | None = None,
        filters: Filters | None = None,
        latest: bool = False,
    ) -> tuple[Question, list[Hit]]:
        """Return the question as understood and the passages found, best first, without writing an answer."""
        longest = self.settings.question_characters
        understood = understand(query, as_of=as_of, filters=filters, longest=longest, latest=latest)
        return self.search_all([understood], top=top)[0]

    def search_all(self, questions: Sequence[Question], *, top: int = 10) -> list[tuple[Question, list[Hit]]]:
        """Return each question as it was searched for and the passages found, best first; embedded together."""
        if not questions:
            return []
        settings = self.settings.model_copy(update={"candidates": max(top, self.settings.candidates)})
        with self._snapshot() as (snapshot, embedder):
            questions = [as_written(question, snapshot, embedder) for question in questions]
            vectors = [vectors_of(question, embedder) for question in questions]
            return [
                (question, retrieve(question, its_vectors, snapshot, settings, top, self._reranker))
                for question, its_vectors in zip(questions, vectors, strict=True)
            ]

    def notices(self, question: Question, hits: Sequence[Hit]) -> list[str]:
        """Return what is to be said of a search, in the asker's language."""
        empty = not hits and not self.archive.living()
        return search_notices(question, question.answer_language, empty=empty, found=bool(hits))

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article, or an earlier version of it by number; None where there is none."""
        return self.archive.article(article_id, version)

    def standing(self, article_id: str) -> Standing | None:
        """Return whether an article changed or was withdrawn since it was cited; None where there never was one."""
        return self.archive.standing(article_id)

    def coverage(self) -> Mapping[str, int]:
        """Return the number of articles of each ISO day that has any."""
        return coverage(self.archive)

    def info(self) -> Mapping[str, Any]:
        """Return what the archive holds: counts, languages, sources, first and last day."""
        return info(self.archive)

    def as_written(self, question: Question) -> Question:
        """Return a question with what the archive may write for its words: in Devanagari, in the other language."""
        with self._snapshot() as (snapshot, embedder):
            return as_written(question, snapshot, embedder)

    @contextmanager
    def _snapshot(self) -> Iterator[tuple[Snapshot, Embedder]]:
        """Give one state of the archive and the model of its vectors, read before: no state is held for so long."""
        self.reader(self.archive.embedder())
        with self.archive.snapshot() as snapshot:
            yield snapshot, self.archive.embedder()

    def reader(self, embedder: Embedder) -> Reader | None:
        """Return what reads sentences together with a question; None where the settings or the model want none."""
        return open_reader(embedder) if self.settings.read else None

    def _nearest(self, hits: Sequence[Hit]) -> tuple[Nearest, ...]:
        articles = {hit.stored.article.id: hit.stored.article for hit in hits}
        return tuple(
            Nearest(a.id, a.headline, a.source, a.published, a.language)
            for a in list(articles.values())[: self.settings.nearest]
        )
