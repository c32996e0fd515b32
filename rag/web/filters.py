"""The fold beneath the question box that narrows the articles: days, outlet, section, language; latest first."""

from collections.abc import Iterable, Mapping
from typing import Any

from index.article import Language
from index.filters import Filters
from rag.web.escape import escaped, script_language, visible
from rag.web.links import filters_of
from rag.web.numbers import grouped
from rag.web.strings import say
from rag.web.understood import wishes_text

# Names that a browser lists well.
MOST_NAMES = 500


def filters_view(info: Mapping[str, Any], chosen: Filters | None, language: Language, *, latest: bool = False) -> str:
    """Return the fold with what is chosen in its fields; what can be chosen comes from `Desk.info`."""
    held = chosen or Filters()
    languages = [(code, say(name, language)) for code, name in (("hi", "hindi"), ("en", "english"))]
    fields = (
        _day("from", held.first_day, info, language),
        _day("to", held.last_day, info, language),
        _names("source", held.source, info.get("sources", ()), language),
        _names("section", held.section, info.get("sections", ()), language),
        _select("language", held.language, languages, language),
    )
    first = (
        f'<label class="kh-check"><input type="checkbox" name="latest"{" checked" if latest else ""}>'
        f" <span>{escaped(say('latest_first', language))}</span></label>"
    )
    title = escaped(say("filters", language))
    return (
        f'<details class="kh kh-filters" lang="{language}"><summary>{title}</summary>'
        f'<div class="kh-fields" role="group" aria-label="{title}">{"".join(fields)}{first}</div></details>'
    )


def chosen_view(chosen: Filters | None, language: Language, *, latest: bool = False) -> str:
    """Return the line that says what is chosen, with a button that drops it; "" where nothing is.

    Days in the wrong order are told instead.
    """
    text = wishes_text(chosen, language, latest=latest)
    if not text:
        return ""
    drop = escaped(say("filters_drop", language))
    kind, role, words = "kh-chosen-text", "status", say("filters_chosen", language, filters=text)
    if is_reversed(chosen):
        kind, role, words = "kh-problem", "alert", say("days_reversed", language)
    return (
        f'<div class="kh kh-chosen" lang="{language}"><p class="{kind}" role="{role}">{escaped(words)}</p>'
        f'<button type="button" class="kh-tool" data-unfilter>{drop}</button></div>'
    )


def is_reversed(filters: Filters | None) -> bool:
    """Whether the first day is after the last, so that no article can pass."""
    return bool(filters and filters.first_day and filters.last_day and filters.first_day > filters.last_day)


def chosen_in(fields: Mapping[str, Any], info: Mapping[str, Any]) -> tuple[Filters | None, bool]:
    """Return what the fields of the fold hold, and whether the latest is to come first; nonsense is left out.

    >>> chosen_in({"from": "2025-05-01", "to": "soon", "source": "", "latest": True}, {"sources": []})[1]
    True
    """
    given = {name: str(value) for name, value in fields.items()}
    for name, held in (("source", "sources"), ("section", "sections")):
        # A page shows names without their hidden characters; the archive knows them with these.
        whole = {_shown(one): one for one in info.get(held, ())}
        given[name] = whole.get(given.get(name, ""), given.get(name, ""))
    return filters_of(given), fields.get("latest") is True


def _shown(name: str) -> str:
    return " ".join(visible(name).split())


def _field(name: str, control: str, language: Language) -> str:
    label = escaped(say(f"filter_{name}", language))
    return f'<label class="kh-field"><span>{label}</span>{control}</label>'


def _day(name: str, day: str | None, info: Mapping[str, Any], language: Language) -> str:
    ends = (("min", info.get("first_published")), ("max", info.get("last_published")))
    bounds = "".join(f' {end}="{escaped(str(stamp)[:10])}"' for end, stamp in ends if stamp)
    return _field(name, f'<input type="date" name="{name}" value="{escaped(day or "")}"{bounds}>', language)


def _names(name: str, chosen: str | None, held: Iterable[str], language: Language) -> str:
    """Return the choice among names of the archive, and the one chosen even where the archive has no such name."""
    names = list(dict.fromkeys(shown for shown in map(_shown, held) if shown))
    listed, left_out = names[:MOST_NAMES], len(names) - MOST_NAMES
    if chosen and _shown(chosen) not in listed:
        listed.append(_shown(chosen))
    more = ""
    if left_out > 0:
        more = f"<option disabled>{escaped(say('and_more', language, count=grouped(left_out)))}</option>"
    return _select(name, _shown(chosen or ""), [(one, one) for one in listed], language, more)


def _select(
    name: str, chosen: str | None, choices: Iterable[tuple[str, str]], language: Language, more: str = ""
) -> str:
    options = "".join(
        f'<option value="{escaped(value)}" lang="{script_language(shown)}"{" selected" if value == chosen else ""}>'
        f"{escaped(shown)}</option>"
        for value, shown in choices
    )
    every = f'<option value="">{escaped(say("filter_any", language))}</option>'
    return _field(name, f'<select name="{name}">{every}{options}{more}</select>', language)
