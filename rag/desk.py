"""NewsDesk: the public face. A question goes in; events, and in the end a cited Answer, come out."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from index.archive import Archive
from index.article import Article, Language
from index.filters import Filters
from index.standing import Standing
from index.upkeep import coverage, info
from rag.answer import Answer, Event, Nearest, Progress
from rag.checking import Checker
from rag.citations import Numbering
from rag.composing import Composition, as_text
from rag.cross_encoder import open_reranker
from rag.disagreement import disagreement, side_by_side
from rag.evidence import Evidence
from rag.notices import abstention, period_notices, search_notices, source_notices
from rag.question import AnswerLanguage, Question, understand
from rag.retrieval import Hit, retrieve
from rag.romanised import restored
from rag.selection import Selection, selection
from rag.settings import Settings
from rag.short_answer import short_answer
from rag.short_answer.spelling import Spelling
from rag.stopwatch import Stopwatch
from rag.translated import groups_of
from rag.verification import Verifier
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
        self.archive.embedder()
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
    ) -> Answer:
        """Answer a question, or abstain. `history` holds the earlier questions of the conversation, oldest first."""
        for event in self.stream(
            question, history=history, answer_language=answer_language, as_of=as_of, filters=filters, latest=latest
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
        trace: dict[str, Any] | None = None,
    ) -> Iterator[Event]:
        """Yield Progress at each stage, each sentence as it is Written, and last the whole Answer.

        `latest` puts the newest first among what answers nearly as well. A `trace`, if given, is filled with what
        each stage did.
        """
        watch = Stopwatch()
        yield Progress("understand")
        understood = self._understood(question, history, as_of, filters, latest=latest)
        language: Language = understood.answer_language if answer_language == "auto" else answer_language
        watch.lap("understand")
        yield Progress("embed")
        vectors = self.archive.embedder().encode_question(understood.search_text, understood.content_spans)
        watch.lap("embed")
        yield Progress("retrieve")
        # No yield inside: whoever consumes the stream may call from another thread, or never again.
        with self.archive.snapshot() as snapshot:
            found = selection(
                understood, vectors, snapshot, self.settings, watch, self._reranker, is_traced=trace is not None
            )
        watch.lap("select")
        if trace is not None:
            trace.update(found.traced(understood))
        yield Progress("write")
        evidence, composed = self._composition(understood, language, found)
        if found.sure >= self.settings.abstain_below:
            writer = self.writer if understood.asked is None else TimelineWriter()
            yield from composed.run(understood, evidence, writer, QuoteWriter(self.settings))
        if trace is not None:
            trace["verdicts"] = composed.verdicts
        answer = self._answer(question, understood, language, found, composed)
        watch.lap("write")
        yield replace(answer, timings_ms=watch.laps())

    def _understood(
        self, text: str, history: Sequence[str], as_of: date | None, filters: Filters | None, *, latest: bool
    ) -> Question:
        understood = understand(
            text,
            history=history,
            as_of=as_of,
            filters=filters,
            longest=self.settings.question_characters,
            latest=latest,
            rewrite=rewrite_of(self.writer),
        )
        return self.as_written(understood)

    def _composition(
        self, question: Question, language: Language, found: Selection
    ) -> tuple[Sequence[Evidence], Composition]:
        """Return the evidence, the sentences of reports that disagree side by side, and what is composed of it."""
        evidence, differing, short = found.evidence, None, None
        if found.seen is not None and found.sure >= self.settings.abstain_below:
            neighbours = self.archive.embedder().neighbours
            differing = disagreement(question, evidence, found.seen, language, neighbours)
            evidence = side_by_side(evidence, differing)
            drafts = QuoteWriter(self.settings).write(question, evidence)
            quoted = [one for draft in drafts for one in draft.evidence]
            with self.archive.snapshot() as snapshot:
                spelling = Spelling(snapshot, neighbours, self.archive.embedder().vocabulary, question.filters)
                short = short_answer(question, quoted, found.seen, language, neighbours, spelling)
        marks = self.settings.unsupported == "mark"
        numbering = Numbering(found.copies)
        return evidence, Composition(
            numbering, self.checker, language, marks_unsupported=marks, short=short, differing=differing
        )

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
        questions = [self.as_written(question) for question in questions]
        embedder = self.archive.embedder()
        vectors = [embedder.encode_question(question.search_text, question.content_spans) for question in questions]
        settings = self.settings.model_copy(update={"candidates": max(top, self.settings.candidates)})
        with self.archive.snapshot() as snapshot:
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
        with self.archive.snapshot() as snapshot:
            if question.language == "hi-Latn":
                question = restored(question, snapshot, self.archive.embedder().vocabulary)
            if question.other_language not in snapshot.table.names["language"]:
                return question
        groups = groups_of(question.search_text, self.archive.embedder().neighbours)
        return replace(question, translated=tuple(map(tuple, groups)))

    def _nearest(self, hits: Sequence[Hit]) -> tuple[Nearest, ...]:
        articles = {hit.stored.article.id: hit.stored.article for hit in hits}
        return tuple(
            Nearest(a.id, a.headline, a.source, a.published, a.language)
            for a in list(articles.values())[: self.settings.nearest]
        )
