"""NewsDesk: the public face. A question goes in; events, and in the end a cited Answer, come out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from index.archive import Archive
from index.article import Article, Language
from index.catalog import Standing
from index.filters import Filters
from index.stories import also_in
from index.upkeep import coverage, info, period
from rag.answer import Answer, Event, Nearest, Progress
from rag.checking import Checker
from rag.citations import Numbering
from rag.composing import Composition, as_text
from rag.confidence import confidence, signals
from rag.digest import leads
from rag.evidence import Evidence, select
from rag.fusion import pairing
from rag.messages import message
from rag.notices import period_notices, search_notices, source_notices
from rag.question import AnswerLanguage, Question, understand
from rag.retrieval import Hit, retrieve
from rag.romanised import restored
from rag.settings import Settings
from rag.short_answer import short_answer
from rag.stopwatch import Stopwatch
from rag.translated import groups_of
from rag.verification import Verifier
from rag.writers import Writer, open_writer
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
    ) -> Answer:
        """Answer a question, or abstain. `history` holds the earlier questions of the conversation, oldest first."""
        events = self.stream(question, history=history, answer_language=answer_language, as_of=as_of, filters=filters)
        for event in events:
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
        understood = understand(
            question,
            history=history,
            as_of=as_of,
            filters=filters,
            longest=self.settings.question_characters,
            latest=latest,
            rewrite=getattr(self.writer, "rewrite", None),
        )
        language: Language = understood.answer_language if answer_language == "auto" else answer_language
        understood = self.as_written(understood)
        watch.lap("understand")
        yield Progress("embed")
        vectors = self.archive.embedder().encode_question(understood.search_text, understood.content_spans)
        watch.lap("embed")
        yield Progress("retrieve")
        # No yield inside: whoever consumes the stream may call from another thread, or never again.
        with self.archive.snapshot() as snapshot:
            empty = not len(snapshot.table.ids)
            # A trace shows all that was found; an answer needs no more than it may quote from.
            asked = understood.asked
            top = self.settings.passages if trace is None and asked is None else self.settings.candidates
            if asked is not None and not asked.topic:
                hits = leads(understood, snapshot, top)
            else:
                hits = retrieve(understood, vectors, snapshot, self.settings, top)
            watch.lap("retrieve")
            nearest = hits if asked is not None else hits[: self.settings.passages]
            evidence = select(understood, vectors, nearest, snapshot)
            # A timeline's writer itself tells what is of the topic.
            seen = signals(understood, nearest, evidence, snapshot) if asked is None and evidence else None
            sure = float(asked is not None and bool(evidence))
            if seen:
                sure = confidence(pairing(understood, evidence[0].stored.article.language), *seen)
            held = period(snapshot.catalog.connection)
            cited = {one.stored.article.id for one in evidence}
            copies = {article_id: also_in(snapshot.catalog.connection, article_id) for article_id in cited}
            traced = {hit.stored.article.id for hit in hits} if trace is not None else set()
            found_copies = {one: [c.article_id for c in also_in(snapshot.catalog.connection, one)] for one in traced}
        watch.lap("select")
        if trace is not None:
            trace.update(_trace(understood, hits, evidence, sure, found_copies))
        yield Progress("write")
        numbering = Numbering(copies)
        composed = Composition(numbering, self.checker, language, marks_unsupported=self.settings.unsupported == "mark")
        if sure >= self.settings.abstain_below:
            writer = self.writer if asked is None else TimelineWriter()
            yield from composed.run(understood, evidence, writer, QuoteWriter(self.settings))
        sentences = composed.sentences
        short = short_answer(understood, evidence, seen.coverage, language) if seen else None
        first = numbering.citations[0] if numbering.citations else None
        if short and (first is None or short.evidence.key != (first.article_id, first.start)):
            short = None
        if trace is not None:
            trace["verdicts"] = composed.verdicts
        watch.lap("write")
        own = message("abstained", language)
        answer = Answer(
            question=question,
            question_language=understood.language,
            answer_language=language,
            understood=understood.understood(),
            answer=as_text(sentences, language) or own,
            short_answer=short.part.said if short and sentences else None,
            abstained=not sentences,
            sentences=tuple(sentences),
            citations=numbering.citations,
            notices=(
                *search_notices(understood, language, empty=empty, found=bool(hits)),
                *composed.notices,
                *source_notices(understood, language, numbering.citations, quoted=composed.quotes),
                *(() if sentences or not nearest else period_notices(*held, language)),
            ),
            nearest=() if sentences else self._nearest(nearest),
            writer=composed.writer or self.writer.name,
            as_of=understood.as_of.isoformat(),
        )
        yield replace(answer, timings_ms=watch.laps())

    def search(
        self, query: str, *, top: int = 10, as_of: date | None = None, filters: Filters | None = None
    ) -> tuple[Question, list[Hit]]:
        """Return the question as understood and the passages found, best first, without writing an answer."""
        understood = understand(query, as_of=as_of, filters=filters, longest=self.settings.question_characters)
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
                (question, retrieve(question, its_vectors, snapshot, settings, top))
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


def _trace(
    question: Question,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    sure: float,
    copies: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """Return what each stage did, for `khabar ask --trace`."""
    return {
        "understood": question.understood(),
        "confidence": sure,
        "passages": [
            {
                "passage_id": hit.stored.passage_id,
                "article_id": hit.stored.article.id,
                "score": hit.score,
                "channels": dict(hit.channels),
                "also_in": list(copies[hit.stored.article.id]),
            }
            for hit in hits
        ],
        "sentences": [
            {
                "article_id": one.stored.article.id,
                "start": one.sentence.start,
                "end": one.sentence.end,
                "text": one.sentence.text,
                "score": one.score,
                "features": asdict(one.features),
            }
            for one in evidence
        ],
    }
