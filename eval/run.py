"""A scripted run: every question of a set is asked of an archive and its answer judged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import seeds
from eval.intervals import Estimate, estimate
from eval.judge import Verdict, judge
from eval.questions import EvalQuestion
from index.archive import Archive
from index.errors import UnreadableError
from index.ingest import ingest
from index.upkeep import remove
from rag.answer import Answer
from rag.desk import NewsDesk

MEASURES = ("relevant_in_top5", "answer_quoted", "abstained_rightly", "citations_exact", "own_words_in_language")
SAME_LANGUAGE = ("hi→hi", "en→en")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Articles to build an archive from, and questions to ask of it."""

    articles: Path
    questions: Path


def dataset(name: str) -> Dataset:
    """Return the sample set for "seeds", else that of a folder with articles/ and questions.jsonl."""
    folder = Path(name)
    found = (
        Dataset(seeds.ARTICLES, seeds.QUESTIONS)
        if name == "seeds"
        else Dataset(folder / "articles", folder / "questions.jsonl")
    )
    for path in (found.articles, found.questions):
        if not path.exists():
            raise UnreadableError(f"{path}: not there: a data set is a folder with articles/ and questions.jsonl")
    return found


def open_desk(articles: Path, archive: Path, embedder: str = "bundled") -> NewsDesk:
    """Build the archive, or bring it up to the articles, no more and no fewer, and open a desk on it."""
    opened = Archive.open_or_create(archive, embedder)
    there: set[str] = set()
    summary = ingest(opened, [str(articles)], report=lambda event: there.add(getattr(event, "article_id", "")))
    if summary.failed:
        first = summary.failed[0]
        raise UnreadableError(f"{first.path}: {first.reason}: a run asks all articles of its set or none")
    stale = [article.id for article in opened.catalog.articles() if article.id not in there]
    if stale:
        remove(opened, stale)
    opened.close()
    return NewsDesk.open(archive)


def ask_all(desk: NewsDesk, questions: Sequence[EvalQuestion]) -> Iterator[tuple[EvalQuestion, Answer, Verdict]]:
    """Ask every question and judge the answers."""

    @cache
    def language_of(article_id: str) -> str:
        article = desk.article(article_id)
        if article is None:
            raise UnreadableError(f"{article_id}: a question names this article, but the archive does not hold it")
        return article.language

    for question in questions:
        trace: dict[str, Any] = {}
        events = desk.stream(question.question, history=question.history, as_of=question.as_of, trace=trace)
        answer = next(event for event in events if isinstance(event, Answer))
        ranked = list(dict.fromkeys(one["article_id"] for one in trace["passages"]))
        yield question, answer, judge(question, answer, ranked, desk.article, language_of)


def summarise(verdicts: Sequence[Verdict]) -> dict[str, dict[str, Estimate]]:
    """Return {slice: {measure: estimate}} over slices, over both same-language slices together, and over all."""
    groups = {"all": list(verdicts), "same language": [v for v in verdicts if v.slice in SAME_LANGUAGE]}
    for verdict in verdicts:
        groups.setdefault(verdict.slice, []).append(verdict)
    return {name: {measure: _estimate(group, measure) for measure in MEASURES} for name, group in groups.items()}


def report(verdicts: Sequence[Verdict]) -> str:
    """Return the figures as a table of plain text."""
    lines = []
    for name, figures in summarise(verdicts).items():
        lines.append(name)
        lines += [f"    {measure:24}{figure}" for measure, figure in figures.items() if figure.n]
    lines.append(f"median {median(v.milliseconds for v in verdicts):.0f} ms a question")
    return "\n".join(lines)


def as_json(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return the figures for programs."""
    figures = {
        name: {measure: asdict(figure) for measure, figure in group.items() if figure.n}
        for name, group in summarise(verdicts).items()
    }
    return {"figures": figures, "median_ms": median(v.milliseconds for v in verdicts)}


def _estimate(group: Sequence[Verdict], measure: str) -> Estimate:
    value: Callable[[Verdict], bool | None] = lambda verdict: getattr(verdict, measure)  # noqa: E731
    return estimate([float(found) for found in map(value, group) if found is not None])
