"""Every question of a set is asked of a desk; what comes back is kept line by line, so that a run can be taken up."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.asked import SENTENCES, Asked, Found, Weighed
from eval.questions import EvalQuestion
from index.errors import UnreadableError
from index.files import write_text
from rag.answer import Answer
from rag.desk import NewsDesk


def ask_all(desk: NewsDesk, questions: Sequence[EvalQuestion]) -> Iterator[Asked]:
    """Ask every question, in order. Raises UnreadableError, before the first, where one cannot be judged."""
    languages = [_languages(desk, question) for question in questions]
    for question, of_relevant in zip(questions, languages, strict=True):
        yield ask_one(desk, question, of_relevant)


def _languages(desk: NewsDesk, question: EvalQuestion) -> tuple[str, ...]:
    """Return the languages of the articles that answer a question, and see that they are in the archive."""
    found = set()
    for article_id in question.relevant:
        article = desk.article(article_id)
        if article is None:
            raise UnreadableError(f"question {question.id}: its article {article_id} is not in the archive: add it")
        found.add(article.language)
    return tuple(sorted(found))


def ask_one(desk: NewsDesk, question: EvalQuestion, languages: tuple[str, ...] = ()) -> Asked:
    """Ask one question and keep what judging needs; `languages` are those of the articles that answer it."""
    answer, trace = trace_of(desk, question)
    return Asked(
        question=question,
        answer=answer.as_dict(),
        found=tuple(
            Found(one["article_id"], one["score"], one["channels"], tuple(one["also_in"])) for one in trace["passages"]
        ),
        evidence=tuple(Weighed(one["article_id"], one["text"]) for one in trace["sentences"][:SENTENCES]),
        confidence=trace["confidence"],
        exact=tuple(_is_exact(desk, citation) for citation in answer.as_dict()["citations"]),
        relevant_languages=languages,
    )


def trace_of(desk: NewsDesk, question: EvalQuestion) -> tuple[Answer, dict[str, Any]]:
    """Ask one question; return the answer and what each stage did."""
    trace: dict[str, Any] = {}
    events = desk.stream(question.question, history=question.history, as_of=question.as_of, trace=trace)
    return next(event for event in events if isinstance(event, Answer)), trace


class Kept:
    """The answers of a run in a file, a line each, behind a first line that says what the run is.

    A killed run leaves whole lines and perhaps a torn one; opening the file for the same run goes on behind the last
    whole line, opening it for another starts anew.
    """

    def __init__(self, path: Path, identity: Mapping[str, Any]) -> None:
        self.asked: list[Asked] = []
        self._path = path
        first = json.dumps(identity, sort_keys=True)
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.exists() else []
        if lines and lines[0] == first:
            self._take_up(lines[1:])
        write_text(path, "".join(f"{line}\n" for line in [first, *map(_line, self.asked)]))

    def add(self, asked: Asked) -> None:
        """Keep one more answer; a kill after this does not lose it."""
        self.asked.append(asked)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line(asked) + "\n")

    def _take_up(self, lines: Sequence[str]) -> None:
        for line in lines:
            try:
                self.asked.append(Asked.from_row(json.loads(line)))
            except (ValueError, KeyError, TypeError):
                return


def load_asked(path: Path) -> list[Asked]:
    """Read the answers of a finished run. Raises UnreadableError where the file is not one."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")[1:]
        return [Asked.from_row(json.loads(line)) for line in lines if line]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(f"{path}: not the answers of a run ({error}): name a folder of khabar eval run") from None


def _line(asked: Asked) -> str:
    return json.dumps(asked.as_row(), ensure_ascii=False, default=str)


def _is_exact(desk: NewsDesk, citation: Mapping[str, Any]) -> bool:
    article = desk.article(citation["article_id"], citation["version"])
    return article is not None and article.body[citation["start"] : citation["end"]] == citation["quote"]
