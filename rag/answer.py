"""What the desk gives back: an Answer, its sentences, its citations; the same names as `khabar ask --json`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from index.article import Copy, Language

QuestionLanguage = Literal["hi", "en", "hi-Latn"]
Support = Literal["supported", "partly", "unsupported"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One numbered source of an answer: ``article.body[start:end] == quote`` in that version of the article.

    `also_in` are the other articles of the same story; `relevance` (0…1) is how closely the sentence, read after the
    one before it, meets the words of the question.
    """

    n: int
    article_id: str
    version: int
    passage_id: int
    headline: str
    source: str
    published: str | None
    url: str
    language: Language
    quote: str
    start: int
    end: int
    also_in: tuple[Copy, ...] = ()
    relevance: float | None = None


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of an answer and the numbers of the citations that it rests on.

    In a timeline `date` is the day of what it tells, as YYYY-MM-DD.
    """

    text: str
    citations: tuple[int, ...]
    support: Support = "supported"
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """An article near the question, shown when the archive does not hold the answer."""

    article_id: str
    headline: str
    source: str
    published: str | None
    language: Language


@dataclass(frozen=True, slots=True)
class Answer:
    """A cited answer, or an abstention. Notices are Khabar's own words, in the asker's language, uncited."""

    question: str
    question_language: QuestionLanguage
    answer_language: Language
    understood: Mapping[str, Any]
    answer: str
    short_answer: str | None
    abstained: bool
    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    notices: tuple[str, ...]
    nearest: tuple[Nearest, ...]
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    writer: str = "quote"
    as_of: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the object that `khabar ask --json` prints."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Progress:
    """A stream event: a stage has begun ("understand", "retrieve", "write")."""

    stage: str


@dataclass(frozen=True, slots=True)
class Written:
    """A stream event: one sentence is ready to be shown, with the citations it introduces.

    That with which all is cited that the short answer rests on brings it, where there is one.
    """

    sentence: AnswerSentence
    citations: tuple[Citation, ...]
    short_answer: str | None = None


Event = Progress | Written | Answer
