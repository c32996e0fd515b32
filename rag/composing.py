"""Drafts become the sentences that are shown: verified, numbered; quotes where a model fails, and the asker is told."""

import logging
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import regex

from index.article import Language
from index.language.detect import question_language
from rag.answer import AnswerSentence, Citation, Support, Written
from rag.citations import Numbering
from rag.disagreement import Disagreement, Figure
from rag.evidence import Evidence
from rag.messages import message
from rag.question import Question
from rag.short_answer import ShortAnswer
from rag.verification.checking import Checker, Finding, Verdict
from rag.verification.prefetching import prefetching
from rag.writers import Draft, Writer, WriterError

log = logging.getLogger(__name__)

# A Hindi sentence may hold names in Latin letters, an English one a name in Devanagari; other scripts neither.
LEAST_HINDI, LEAST_ENGLISH = 0.3, 0.6
_LETTER = regex.compile(r"\p{L}")
_DEVANAGARI, _LATIN = regex.compile(r"\p{Devanagari}"), regex.compile(r"\p{Latin}")


class _WrongLanguageError(Exception):
    """The model answers in another language than the one asked for."""


class Composition:
    """One answer as it is written: `run` and `verbatim` yield what may be shown; then the rest is there to be read.

    So many of the best sentences as are `prefetched` are read for verification while a model has yet to write.
    """

    def __init__(
        self,
        numbering: Numbering,
        checker: Checker,
        language: Language,
        *,
        marks_unsupported: bool,
        prefetched: int = 0,
        short: ShortAnswer | None = None,
        differing: Disagreement | None = None,
    ) -> None:
        self._numbering, self._checker, self._language = numbering, checker, language
        self._short, self._differing = short, differing
        self._marks_unsupported, self._prefetched = marks_unsupported, prefetched
        self._removed = self._foreign = 0
        self._texts: set[str] = set()
        self._trouble: list[str] = []
        self._is_short_told = False
        self.sentences: list[AnswerSentence] = []
        self.writer = ""
        self.quotes = True  # whether what is shown are the articles' own words
        self.verdicts: list[dict[str, Any]] = []  # of a model's sentences, for the trace

    def run(
        self, question: Question, evidence: Sequence[Evidence], writer: Writer, quotes: Sequence[Draft]
    ) -> Iterator[Written]:
        """Yield each sentence of a model once it is verified; the quotes where it fails before the first.

        Raises UsageError where the writer is set up wrongly.
        """
        self.writer = writer.name
        asked = question
        if question.answer_language != self._language:  # the writer answers in the language of the question it is given
            asked = replace(question, language=self._language)
        try:
            with prefetching(self._checker, evidence[: self._prefetched]):
                yield from self._shown(writer.write(asked, evidence))
            if self._foreign and not self.sentences:
                raise _WrongLanguageError
        except WriterError as error:
            log.warning("%s writer: %s", writer.name, error)
            self._tell("model_failed" if not self.sentences else "model_stopped", trouble=error.trouble)
        except _WrongLanguageError:
            self._tell("wrong_language")
        else:
            return
        if not self.sentences:
            self._removed, self._foreign = 0, 0
            yield from self.verbatim(quotes)

    def verbatim(self, drafts: Iterable[Draft]) -> Iterator[Written]:
        """Yield sentences that are the articles' own, which need no verification."""
        self.writer = "quote"
        yield from self._shown(drafts)

    @property
    def short_answer(self) -> str | None:
        """The line above what is shown, where its sentence is cited; of figures that differ, that of an update."""
        if self._differing is not None:
            return self._differing.latest if self._are_cited(*self._differing.figures) else None
        return self._short.part.said if self._short is not None and self._are_cited(self._short) else None

    def _short_once(self) -> str | None:
        short = None if self._is_short_told else self.short_answer
        self._is_short_told = self._is_short_told or short is not None
        return short

    def _are_cited(self, *those: ShortAnswer | Figure) -> bool:
        cited = {(one.article_id, one.start) for one in self._numbering.citations}
        return all(one.evidence.key in cited for one in those)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the sentences cite, by number."""
        return self._numbering.citations

    @property
    def notices(self) -> list[str]:
        """What the asker is to be told, in the asker's language."""
        notices = list(self._trouble)
        if self._differing is not None and self._are_cited(*self._differing.figures):
            notices.append(self._differing.notice(self._language))
        for name, count in (("removed", self._removed), ("removed_foreign", self._foreign)):
            if count:
                notices.append(message(f"{name}_one" if count == 1 else name, self._language, count=str(count)))
        return notices

    def _tell(self, name: str, *, trouble: str | None = None) -> None:
        words = {} if trouble is None else {"problem": message(f"trouble_{trouble}", self._language)}
        self._trouble.append(message(name, self._language, **words))

    def _shown(self, drafts: Iterable[Draft]) -> Iterator[Written]:
        try:
            for draft in drafts:
                support = self._support(draft)
                if support is not None:
                    numbers, new = self._numbering.number(draft.evidence)
                    self.sentences.append(AnswerSentence(draft.text, numbers, support, draft.date))
                    self.quotes = not draft.composed
                    yield Written(self.sentences[-1], new, self._short_once())
        finally:
            if isinstance(drafts, Generator):
                drafts.close()  # stops the model where nobody reads on

    def _support(self, draft: Draft) -> Support | None:
        """Return how far a draft is supported, None where it is not to be shown."""
        if not draft.composed:
            return "supported"
        if not is_in(draft.text, self._language):
            if draft.evidence and not self.sentences:
                raise _WrongLanguageError
            self._foreign += 1
            return None
        if draft.text in self._texts:  # small models repeat themselves
            return None
        self._texts.add(draft.text)
        verdict: Finding = Verdict("unsupported", ("no source",))
        if draft.evidence:
            verdict = self._checker.check(draft.text, draft.evidence, self._language)
        self.verdicts.append(
            {"text": draft.text, "support": verdict.support, "reasons": list(map(str, verdict.reasons))}
        )
        if verdict.support != "unsupported":
            return verdict.support
        if self._marks_unsupported:
            return "unsupported"
        self._removed += 1
        return None


def is_in(text: str, language: Language) -> bool:
    """Tell whether a sentence is in a language, by its letters; Hindi in Roman letters is neither.

    >>> is_in("इसरो ने PSLV-C62 छोड़ा।", "hi"), is_in("ISRO launched PSLV-C62.", "hi"), is_in("这是新闻。", "en")
    (True, False, False)
    >>> is_in("He met Manekshaw (मानेकशॉ).", "en"), is_in("Rajnath Singh ne unse mulaqat ki.", "en"), is_in("26", "hi")
    (True, False, True)
    """
    letters = len(_LETTER.findall(text))
    if not letters:
        return True
    if language == "hi":
        return len(_DEVANAGARI.findall(text)) >= LEAST_HINDI * letters
    return len(_LATIN.findall(text)) >= LEAST_ENGLISH * letters and question_language(text) != "hi-Latn"


def as_text(sentences: Sequence[AnswerSentence], language: Language) -> str:
    """Return sentences with their numbers as one text that says which of them are in doubt."""
    return " ".join(" ".join(_parts(sentence, language)) for sentence in sentences)


def _parts(sentence: AnswerSentence, language: Language) -> Iterator[str]:
    yield sentence.text
    if sentence.support != "supported":
        yield f"({message('support_' + sentence.support, language)})"
    if sentence.citations:
        yield "".join(f"[{n}]" for n in sentence.citations)
