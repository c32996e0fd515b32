"""One record of keys and values, from JSON or a table, becomes a Draft."""

from collections.abc import Mapping
from typing import Any

from index.readers.draft import Draft, UnfitError
from index.readers.faults import InputFault
from index.reasons import because

KEYS = (
    "id", "headline", "standfirst", "body", "published", "updated", "source", "section", "author", "url", "language",
    "place", "rights",
)  # fmt: skip
# The archive counts versions itself; what an export says of them is not taken over.
_IGNORED = frozenset({"version"})
_TYPE_NAMES = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def draft_of(record: Mapping[str, Any], *, position: int | None, fragment: str = "") -> Draft:
    """Return the draft of a record; unknown keys go to `extra`; raises UnfitError naming a key of the wrong type.

    >>> draft = draft_of({"body": "बारिश थमी।", "desk": "रात"}, position=1)
    >>> draft.body, draft.extra
    ('बारिश थमी।', {'desk': 'रात'})
    """
    values = {key: _text(key, record[key]) for key in KEYS if record.get(key) is not None}
    if not values.get("body", "").strip():
        raise UnfitError(because(InputFault.NO_BODY))
    extra = {key: value for key, value in record.items() if key not in KEYS and key not in _IGNORED}
    inner = extra.get("extra")
    if isinstance(inner, dict):
        extra = {**inner, **{key: value for key, value in extra.items() if key != "extra"}}
    return Draft(**values, extra=extra, position=position, fragment=fragment)


def _text(key: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    # Many databases number their articles.
    if key == "id" and type(value) is int:
        return str(value)
    raise UnfitError(because(InputFault.NOT_TEXT, field=key, detail=_TYPE_NAMES.get(type(value), "this")))
