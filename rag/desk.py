"""NewsDesk: the public face. A question goes in; events, and in the end a cited Answer, come out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, Self

from index.archive import Archive
from index.article import Article, Language
from index.filters import Filters
from index.stories import also_in
from index.upkeep import coverage, info
from rag.answer import Answer, AnswerSentence, Event, Nearest, Progress, Written
from rag.citations import Numbering
from rag.confidence import confidence, signals
from rag.evidence import Evidence, select
from rag.messages import message
from rag.notices import search_notices, source_notices
from rag.question import AnswerLanguage, Question, understand
from rag.retrieval import Hit, retrieve
from rag.romanised import restored
from rag.settings import Settings
from rag.stopwatch import Stopwatch
from rag.translated import groups_of
from rag.writers import Writer
from rag.writers.quote import QuoteWriter


class NewsDesk:
    """Answers questions from one archive; safe to share between threads.

    ``NewsDesk.open("archive").ask("चंद्रयान-3 चंद्रमा पर कब उतरा?")`` returns an `Answer`.
    """

    def __init__(self, archive: Archive, settings: Settings | None = None, writer: Writer | None = None) -> None:
        self.archive = archive
        self.settings = settings or Settings.from_environment()
        self.writer = writer or QuoteWriter(self.settings)

    @classmethod
    def open(cls, path: Path | str, settings: Settings | None = None, writer: Writer | None = None) -> Self:
        """Open the archive in a folder. Raises ArchiveError where there is none or it cannot be used."""
        return cls(Archive.open(path), settings, writer)

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
        trace: dict[str, Any] | None = None,
    ) -> Iterator[Event]:
        """Yield Progress at each stage, each sentence as it is Written, and last the whole Answer.

        A `trace`, if given, is filled with what each stage did.
        """
        watch = Stopwatch()
        yield Progress("understand")
        understood = understand(
            question, history=history, as_of=as_of, filters=filters, longest=self.settings.question_characters
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
            top = self.settings.passages if trace is None else self.settings.candidates
            hits = retrieve(understood, vectors, snapshot, self.settings, top)
            watch.lap("retrieve")
            nearest = hits[: self.settings.passages]
            evidence = select(understood, vectors, nearest, snapshot)
            sure = confidence(*signals(understood, nearest, evidence, snapshot)) if evidence else 0.0
            cited = {one.stored.article.id for one in evidence}
            copies = {article_id: also_in(snapshot.catalog.connection, article_id) for article_id in cited}
        watch.lap("select")
        if trace is not None:
            trace.update(_trace(understood, hits, evidence, sure))
        yield Progress("write")
        numbering = Numbering(copies)
        sentences: list[AnswerSentence] = []
        if sure >= self.settings.abstain_below:
            for draft in self.writer.write(understood, evidence):
                numbers, new = numbering.number(draft.evidence)
                sentences.append(AnswerSentence(draft.text, numbers))
                yield Written(sentences[-1], new)
        watch.lap("write")
        own = message("abstained", language)
        answer = Answer(
            question=question,
            question_language=understood.language,
            answer_language=language,
            understood=understood.understood(),
            answer=" ".join(f"{s.text} {_marks(s.citations)}" for s in sentences) or own,
            short_answer=None,
            abstained=not sentences,
            sentences=tuple(sentences),
            citations=numbering.citations,
            notices=(
                *search_notices(understood, language, empty=empty, found=bool(hits)),
                *source_notices(understood, language, numbering.citations),
            ),
            nearest=() if sentences else self._nearest(nearest),
            writer=self.writer.name,
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


def _marks(numbers: Sequence[int]) -> str:
    return "".join(f"[{n}]" for n in numbers)


def _trace(question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], sure: float) -> dict[str, Any]:
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
