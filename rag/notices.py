"""What Khabar has to say about a search and its sources, beside the answer."""

from collections.abc import Sequence

from index.article import Language
from index.filters import Filters
from rag.answer import Citation
from rag.dates import long_date
from rag.messages import message
from rag.perishable import may_have_changed
from rag.question import Question


def search_notices(question: Question, language: Language, *, empty: bool, found: bool) -> list[str]:
    """Return what is to be said of what was searched; `empty` is the archive, `found` tells whether anything was."""
    notices = []
    filters, window = question.filters, question.window
    if question.cut_from is not None:
        notices.append(message("cut", language, count=str(question.cut_from), read=str(len(question.text))))
    if empty:
        notices.append(message("empty", language))
    elif not question.is_searchable and not found:
        notices.append(message("unsearchable", language))
    elif question.unmet_phrases:
        notices.append(message("unmet_phrases", language, phrases=_quoted(question.unmet_phrases)))
    elif not found and filters.phrases:
        notices.append(message("no_phrase", language, phrases=_quoted(filters.phrases)))
    elif not found and filters != Filters():
        own_days = question.reason in ("named", "next_day") and not is_narrowed(question)
        notices.append(message("nothing_in_days" if own_days else "nothing_passes", language))
    if window is not None and question.reason in ("named", "next_day", "explicit"):
        days = _days(question, language)
        notices.append(message(f"window_{question.reason}", language, days=days, text=window.text))
    if filters.excluded:
        notices.append(message("excluded", language, words=_quoted(filters.excluded)))
    return notices


def source_notices(
    question: Question, language: Language, citations: Sequence[Citation], *, quoted: bool = True
) -> list[str]:
    """Return what is to be said of the sources of an answer, whether it is `quoted` from them or a model's words."""
    notices = []
    foreign = [citation.n for citation in citations if quoted and citation.language != language]
    if foreign and len(foreign) < len(citations):
        name = "partly_foreign_one" if len(foreign) == 1 else "partly_foreign"
        notices.append(message(name, language, numbers="".join(f"[{n}]" for n in foreign)))
    elif foreign:
        notices.append(message("foreign", language))
    wants_newest = may_have_changed(question.text) if question.window is None else question.window.latest
    newest = max(((citation.published or "")[:10] for citation in citations), default="")
    if wants_newest and newest:
        notices.append(message("newest", language, day=long_date(newest, language)))
    return notices


def abstention(question: Question, language: Language, *, empty: bool) -> str:
    """Return that there is no answer: among the articles that were chosen, where any were, or in the archive."""
    is_chosen = not empty and question.is_searchable and is_narrowed(question)
    return message("abstained_chosen" if is_chosen else "abstained", language)


def is_narrowed(question: Question) -> bool:
    """Whether the asker chose which articles may answer: by outlet, section, language, or days beside the question."""
    filters = question.filters
    chosen_days = (filters.first_day or filters.last_day) and question.reason not in ("named", "next_day")
    return bool(filters.source or filters.section or filters.language or chosen_days)


def period_notices(question: Question, first: str | None, last: str | None, language: Language) -> list[str]:
    """Return which days the archive covers; nothing where none is dated, or where only some articles were searched."""
    if not (first and last) or is_narrowed(question):
        return []
    return [message("period", language, first=long_date(first[:10], language), last=long_date(last[:10], language))]


def _days(question: Question, language: Language) -> str:
    first, last = (day and long_date(day, language) for day in (question.filters.first_day, question.filters.last_day))
    if first and first == last:
        return message("days_on", language, day=first)
    if first and last:
        return message("days_from_to", language, first=first, last=last)
    return message("days_from", language, first=first) if first else message("days_to", language, last=str(last))


def _quoted(runs: Sequence[Sequence[str]]) -> str:
    return ", ".join(f"“{' '.join(run)}”" for run in runs)
