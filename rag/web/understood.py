"""What Khabar made of a question, shown beneath its answer; each part that may be wrong can be taken back."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from index.article import Language
from index.filters import Filters
from index.language.tokens import tokens
from rag.dates import long_date
from rag.web.conversation import Turn
from rag.web.escape import escaped, script_language
from rag.web.strings import say

# What a question may be asked again without: the Devanagari that it was read as, the questions before it, the days it
# names, the filters chosen.
Without = Literal["restored", "context", "window", "filters"]
# What a token leaves behind of "last week's".
_POSSESSIVE = re.compile(r"^['’]s\b")


def understood_view(turn: Turn, place: int, language: Language) -> str:
    """Return the restored text, the question as completed, its days and its filters; "" where there is none of them."""
    if turn.answer is None:
        return ""
    made = turn.answer.understood
    restored, whole = str(made.get("restored") or ""), completed(turn)
    is_read = restored not in ("", " ".join(turn.question.split()))
    wished = wishes_text(turn.wishes.filters, language, latest=turn.wishes.latest)
    rows = [
        _row("restored", restored, language, place, "restored") if is_read else "",
        _row("typed", "", language) if turn.wishes.as_typed else "",
        _row("completed", whole, language, place, "context") if whole else "",
        _row("alone", "", language) if turn.wishes.alone else "",
        _window(turn, made.get("window"), place, language),
        _row("filtered", wished, language, place, "filters") if wished else "",
    ]
    title = escaped(say("understood", language))
    return f'<div class="kh-understood" role="group" aria-label="{title}">{"".join(rows)}</div>' if any(rows) else ""


def completed(turn: Turn) -> str:
    """Return the question as it was searched for where it took words from the questions before it, else ""."""
    if turn.answer is None or turn.wishes.alone:
        return ""
    made = turn.answer.understood
    whole = str(made.get("standalone") or "")
    own = {token.text for token in (*tokens(turn.question), *tokens(str(made.get("restored") or "")))}
    has_more = any(token.text not in own for token in tokens(whole))
    return whole if made.get("rewritten") or has_more else ""


def without_window(turn: Turn) -> str | None:
    """Return the question without the words that name its days; None where they do not stand in it."""
    window = turn.answer.understood.get("window") if turn.answer else None
    said = [token.text for token in tokens(str(window.get("text") or ""))] if window else []
    asked = tokens(turn.question)
    for first in range(len(asked) - len(said) + 1):
        if said and [token.text for token in asked[first : first + len(said)]] == said:
            start, end = asked[first].start, asked[first + len(said) - 1].end
            following = _POSSESSIVE.sub("", turn.question[end:])
            return " ".join((turn.question[:start] + following).split()).lstrip(",;: ")
    return None


def filters_text(filters: Filters | None, language: Language) -> str:
    """Return filters in words.

    >>> filters_text(Filters("2025-05-01", "2025-05-31", language="hi"), "en")
    '1 May 2025 – 31 May 2025 · articles in Hindi'
    """
    if filters is None:
        return ""
    written_in = {"hi": "articles_hi", "en": "articles_en"}.get(filters.language or "")
    parts = (
        days_text(filters.first_day, filters.last_day, language),
        filters.source,
        filters.section,
        say(written_in, language) if written_in else "",
    )
    return " · ".join(part for part in parts if part)


def wishes_text(filters: Filters | None, language: Language, *, latest: bool) -> str:
    """Return filters, and that the latest comes first, in words.

    >>> wishes_text(Filters(language="hi"), "en", latest=True)
    'articles in Hindi · latest first'
    """
    parts = (filters_text(filters, language), say("latest_chosen", language) if latest else "")
    return " · ".join(part for part in parts if part)


def days_text(first: str | None, last: str | None, language: Language) -> str:
    """Return days from one to another, either of them open.

    >>> days_text("2025-05-01", None, "en"), days_text("2019-01-01", "2023-12-31", "hi")
    ('from 1 May 2025', '2019 – 2023')
    """
    days = [long_date(day, language) for day in (first, last) if day]
    if first and last and first.endswith("-01-01") and last.endswith("-12-31"):
        days = [first[:4], last[:4]]
    if first and last:
        return " – ".join(dict.fromkeys(days))
    return say("days_from" if first else "days_to", language, day=days[0]) if days else ""


def _window(turn: Turn, window: Mapping[str, Any] | None, place: int, language: Language) -> str:
    if not window or window.get("reason") not in ("named", "next_day", "preferred"):
        return ""
    text = days_text(window.get("start"), window.get("end"), language)
    name = "days_preferred" if window["reason"] == "preferred" else "days_searched"
    if without_window(turn):
        return _row(name, text, language, place, "window")
    return _row(name, text, language)


def _row(name: str, text: str, language: Language, place: int = 0, without: Without | None = None) -> str:
    drop = ""
    if without:
        label = escaped(say(f"without_{without}", language))
        drop = (
            f'<button type="button" class="kh-drop" data-action="again" data-turn="{place}" data-without="{without}"'
            f' aria-label="{label}" title="{label}">×</button>'
        )
    return (
        f'<p class="kh-made"><span class="kh-made-name">{escaped(say(name, language))}</span>'
        f' <span lang="{script_language(text)}">{escaped(text)}</span>{drop}</p>'
    )
