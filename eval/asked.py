"""Asked: one question of a set, what Khabar answered, and all that judging needs; a line of answers.jsonl."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from eval.questions import EvalQuestion, question_from_row

SENTENCES = 10  # evidence sentences kept, best first


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that retrieval found: its article, its fused score, what each channel gave, and its story's others."""

    article_id: str
    score: float
    channels: Mapping[str, float]
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence that could have been quoted, and its article."""

    article_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what became of it. `answer` is the object that `khabar ask --json` prints."""

    question: EvalQuestion
    answer: Mapping[str, Any]
    found: tuple[Found, ...]  # passages, best first
    evidence: tuple[Weighed, ...]  # sentences, best first
    confidence: float  # 0…1, whether the archive holds an answer
    exact: tuple[bool, ...]  # for each citation, whether body[start:end] of its article is its quote
    relevant_languages: tuple[str, ...]  # of the articles that answer

    @property
    def ranked(self) -> tuple[str, ...]:
        """The ids of the articles found, best first, each once."""
        return tuple(self.scores)

    @property
    def scores(self) -> dict[str, float]:
        """The articles found, best first, each with the score of its best passage."""
        best: dict[str, float] = {}
        for one in self.found:
            best.setdefault(one.article_id, one.score)
        return best

    @property
    def answered(self) -> bool:
        """Whether Khabar answered and did not abstain."""
        return not self.answer["abstained"]

    @property
    def text(self) -> str:
        """What the answer says, without citation marks; empty where Khabar abstained."""
        return " ".join(sentence["text"] for sentence in self.answer["sentences"])

    def as_row(self) -> dict[str, Any]:
        """Return an object for JSON."""
        return asdict(self)

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """Read back what `as_row` returned. Raises KeyError, TypeError or ValueError where it is not that."""
        return cls(
            question=question_from_row(row["question"]),
            answer=row["answer"],
            found=tuple(Found(**{**one, "also_in": tuple(one.get("also_in", ()))}) for one in row["found"]),
            evidence=tuple(Weighed(**one) for one in row["evidence"]),
            confidence=row["confidence"],
            exact=tuple(row["exact"]),
            relevant_languages=tuple(row["relevant_languages"]),
        )
