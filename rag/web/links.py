"""Share links: a question and its filters in the address of the page; opening one asks nothing by itself.

Whoever follows a link presses Ask: any web page can send a browser to an address on this machine, and none of them may
set a desk to work, or send a question on to a model elsewhere.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from index.filters import Filters

# What fits into an address and is all that a desk reads unless it is told otherwise.
LONGEST_LINKED = 1000
_LONGEST_NAME = 200
_NAMES = {"from": "first_day", "to": "last_day", "source": "source", "language": "language", "section": "section"}


def link(question: str, filters: Filters | None = None, *, latest: bool = False) -> str:
    """Return the query part of the address that brings a question, its filters, and that the latest comes first.

    >>> link("Who won?", Filters("2025-05-01", language="hi"), latest=True)
    '?q=Who+won%3F&from=2025-05-01&language=hi&latest=yes'
    """
    chosen = {name: getattr(filters, field) for name, field in _NAMES.items()} if filters else {}
    chosen["latest"] = "yes" if latest else None
    return "?" + urlencode({"q": question[:LONGEST_LINKED], **{name: value for name, value in chosen.items() if value}})


def followed(query: Mapping[str, str]) -> tuple[str, Filters | None, bool]:
    """Return the question and the filters that a link brings, and whether the latest comes first.

    Whatever makes no sense in it is left out.

    >>> followed({"q": " Who won? ", "to": "soon", "language": "fr", "latest": "yes"})
    ('Who won?', None, True)
    """
    question = " ".join(query.get("q", "").split())[:LONGEST_LINKED]
    return (question, filters_of(query), query.get("latest") == "yes") if question else ("", None, False)


def filters_of(values: Mapping[str, str]) -> Filters | None:
    """Return the filters that values from outside ask for, by their names in a link; None where they ask for none.

    >>> filters_of({"from": "2025-05-01", "to": "soon", "language": "hi"}) == Filters("2025-05-01", language="hi")
    True
    """
    named = {name: _sensible(name, values.get(name, "").strip()) for name in _NAMES}
    filters = Filters(named["from"], named["to"], named["source"], named["language"], named["section"])
    return filters if filters != Filters() else None


def _sensible(name: str, value: str) -> str | None:
    if name in ("from", "to"):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return None
    if name == "language":
        return value if value in ("hi", "en") else None
    return value[:_LONGEST_NAME] or None
