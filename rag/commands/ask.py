"""`khabar ask` and `khabar search`: questions from the command line."""

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.errors import UsageError
from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, print_json, printable, quieten, say

if TYPE_CHECKING:
    from index.article import Copy
    from index.filters import Filters
    from rag.answer import Answer, Citation, Nearest
    from rag.question import Question
    from rag.retrieval import Hit
    from rag.settings import Settings


class AnswerLanguage(StrEnum):
    """In which language to answer."""

    AUTO = "auto"
    HI = "hi"
    EN = "en"


class ArticleLanguage(StrEnum):
    """In which language the articles are."""

    HI = "hi"
    EN = "en"


EARLIEST, LATEST = 1000, 9000


class WriterName(StrEnum):
    """Who writes the answer."""

    QUOTE = "quote"
    LOCAL = "local"
    ENDPOINT = "endpoint"


FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day, YYYY-MM-DD.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day, YYYY-MM-DD.")]
SourceOption = Annotated[str | None, typer.Option("--source", help="Only articles of this source.")]
LanguageOption = Annotated[ArticleLanguage | None, typer.Option("--language", help="Only articles in this language.")]
SectionOption = Annotated[str | None, typer.Option("--section", help="Only articles of this section.")]
LatestOption = Annotated[bool, typer.Option("--latest", help="The newest first among what answers nearly as well.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="The day on which the question is asked; today if left out."),
]


def ask(
    question: Annotated[str, typer.Argument(help="A question in Hindi, English or romanised Hindi.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    first: FromOption = None,
    last: ToOption = None,
    source: SourceOption = None,
    language: LanguageOption = None,
    section: SectionOption = None,
    latest: LatestOption = False,
    answer_language: Annotated[
        AnswerLanguage,
        typer.Option("--answer-language", help="Language of what Khabar itself says; auto: the asker's."),
    ] = AnswerLanguage.AUTO,
    as_of: AsOfOption = None,
    after: Annotated[
        list[str] | None,
        typer.Option("--after", metavar="QUESTION", help="A question asked before; once for each, oldest first."),
    ] = None,
    writer: Annotated[
        WriterName | None,
        typer.Option("--writer", help="Who writes the answer: quote, or a model; as KHABAR_WRITER says if left out."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", help="The writer's model: hub name or folder, or the endpoint's name of it."),
    ] = None,
    endpoint_url: Annotated[
        str | None, typer.Option("--endpoint-url", help="OpenAI-compatible server, such as http://localhost:11434/v1.")
    ] = None,
    trace: Annotated[
        Path | None, typer.Option("--trace", help="Write what each stage did to this file, as JSON.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question from the archive, each sentence with its citation; say so where the archive does not know."""
    quieten()
    filters = _filters(first, last, source, language, section)
    today = parse_day(as_of, "--as-of")
    say(f"asking {archive} …")
    from rag.answer import Answer
    from rag.desk import NewsDesk

    desk = NewsDesk.open(archive, _settings(writer, model, endpoint_url))
    notes: dict[str, Any] | None = None if trace is None else {}
    events = desk.stream(
        question,
        history=after or (),
        answer_language=answer_language.value,
        as_of=today,
        filters=filters,
        latest=latest,
        trace=notes,
    )
    answer = next(event for event in events if isinstance(event, Answer))
    if as_json:
        print_json(answer.as_dict())
    else:
        typer.echo(printable(answer_text(answer)))
    if trace is not None and notes is not None:
        _write(trace, json.dumps({**notes, "timings_ms": answer.timings_ms}, ensure_ascii=False, indent=2))


def search(
    query: Annotated[str, typer.Argument(help="Words or a question, in Hindi, English or romanised Hindi.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    first: FromOption = None,
    last: ToOption = None,
    source: SourceOption = None,
    language: LanguageOption = None,
    section: SectionOption = None,
    latest: LatestOption = False,
    as_of: AsOfOption = None,
    top: Annotated[int, typer.Option("--top", min=1, max=1000, help="How many passages.")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Show what each channel gave, and why.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find passages without writing an answer."""
    quieten()
    filters = _filters(first, last, source, language, section)
    today = parse_day(as_of, "--as-of")
    say(f"searching {archive} …")
    from rag.desk import NewsDesk
    from rag.found import found_as_dict

    desk = NewsDesk.open(archive)
    question, hits = desk.search(query, top=top, as_of=today, filters=filters, latest=latest)
    found = found_as_dict(desk, query, question, hits)
    if as_json:
        print_json(found)
    else:
        typer.echo(printable(_hits_text(found["hits"], question, hits, found["notices"], explain)))


def _settings(writer: WriterName | None, model: str | None, endpoint_url: str | None) -> "Settings":
    from rag.settings import Settings

    given = {"writer": writer.value if writer else None, "endpoint_url": endpoint_url}
    settings = Settings.from_environment(**given)
    if model is None:
        return settings
    if settings.writer == "quote":
        raise UsageError(f"--model {model}: the quote writer has no model: add --writer local or --writer endpoint")
    return Settings.from_environment(**given, **{f"{settings.writer}_model": model})


def answer_text(answer: "Answer") -> str:
    """Return an answer as plain text: sentences with their numbers, notices, then the sources."""
    lines = [f"({answer.understood['standalone']})"] if answer.understood.get("rewritten") else []
    lines += [answer.short_answer, ""] if answer.short_answer else []
    lines += _dated_lines(answer) or [answer.answer]
    lines += [""] + [f"({notice})" for notice in answer.notices]
    for citation in answer.citations:
        lines.append(f"[{citation.n}] {_told_where(citation)}")
        lines.append(f"    {citation.article_id} {citation.start}-{citation.end}")
        if citation.also_in:
            lines.append("    = " + "; ".join(_place_of(copy) or copy.article_id for copy in citation.also_in))
    lines += [f"  ~ {_told_where(near)}" for near in answer.nearest]
    return "\n".join(lines).rstrip()


def _dated_lines(answer: "Answer") -> list[str]:
    if not any(sentence.date for sentence in answer.sentences):
        return []
    return [
        f"• {sentence.date}  {sentence.text} {''.join(f'[{n}]' for n in sentence.citations)}"
        for sentence in answer.sentences
    ]


def _told_where(one: "Citation | Nearest") -> str:
    place = _place_of(one)
    return (one.headline or one.article_id) + (f" ({place})" if place else "")


def _place_of(one: "Citation | Nearest | Copy") -> str:
    return ", ".join(part for part in (one.source, (one.published or "")[:10]) if part)


def parse_day(text: str | None, option: str) -> date | None:
    """Return the day that an option names; raises UsageError where it is none."""
    if text is None:
        return None
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
        if not EARLIEST <= day.year <= LATEST:  # no day before or after it could be reckoned with
            raise ValueError(day)
        return day
    except ValueError:
        raise UsageError(f"{option} {text!r}: not a date: write it as YYYY-MM-DD") from None


def _filters(
    first: str | None, last: str | None, source: str | None, language: ArticleLanguage | None, section: str | None
) -> "Filters":
    from index.filters import Filters

    first_day, last_day = parse_day(first, "--from"), parse_day(last, "--to")
    if first_day and last_day and first_day > last_day:
        raise UsageError(f"--from {first} is after --to {last}: swap them")
    return Filters(
        first_day=first_day.isoformat() if first_day else None,
        last_day=last_day.isoformat() if last_day else None,
        source=source,
        language=language.value if language else None,
        section=section,
    )


def _hits_text(
    found: list[dict[str, Any]], question: "Question", hits: list["Hit"], notices: list[str], explain: bool
) -> str:
    from rag.explanation import hit_lines, question_lines

    lines = question_lines(question) if explain else []
    for one, hit in zip(found, hits, strict=True):
        facts = (one["source"], (one["published"] or "undated")[:10], one["language"])
        lines.append(f"{one['rank']}. {one['headline']} ({', '.join(fact for fact in facts if fact)})")
        if explain:
            lines += [f"   {line}" for line in hit_lines(one["channels"], hit, question)]
        lines.append(f"   {one['text']}")
        if one["also_in"]:
            lines.append(f"   = {', '.join(one['also_in'])}")
    if not found:
        lines.append("nothing found")
    return "\n".join(lines + [f"({notice})" for notice in notices])


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(printable(text) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--trace {path}: cannot be written ({error.strerror}): name another file") from None
