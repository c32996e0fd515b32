"""A Draft becomes an Article: cleaned, bounded, with the folder's defaults, a language and an identity."""

from dataclasses import dataclass, field
from typing import Any

from index.article import Article, Language
from index.language.dates import read_timestamp
from index.language.detect import article_language
from index.readers.decode import clean_line, clean_text
from index.readers.draft import Draft, UnfitError
from index.readers.faults import InputFault
from index.readers.identity import canonical_url
from index.readers.legacy import looks_like_legacy_font, lost_letters
from index.readers.sidecar import Defaults
from index.reasons import because

MAX_BODY = 2_000_000
MAX_LINE = 20_000
MAX_DEPTH = 32

_LANGUAGES: dict[str, Language] = {
    "hi": "hi", "hin": "hi", "hindi": "hi", "हिंदी": "hi", "हिन्दी": "hi",
    "en": "en", "eng": "en", "english": "en", "अंग्रेज़ी": "en", "अंग्रेजी": "en",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document lies: how it is shown to the user, its name below `folder`, and what holds for it there.

    `source` is what the user said with --source; it wins over what files and folders say.
    """

    shown: str
    name: str
    folder: str = ""
    defaults: Defaults = field(default_factory=Defaults)
    source: str = ""


def build(draft: Draft, origin: Origin) -> Article:
    """Return the article of a draft; raises UnfitError when it has no body, too much, or garbled letters."""
    body = _body(draft.body)
    lines: dict[str, Any] = {name: _line(name, getattr(draft, name)) for name in ("headline", "author", "place")}
    standfirst = _line("standfirst", draft.standfirst)
    if looks_like_legacy_font(f"{lines['headline']}\n{body}"):
        raise UnfitError(because(InputFault.OLD_FONT))
    if lost_letters(body):
        raise UnfitError(because(InputFault.LOST_LETTERS))
    defaults = origin.defaults
    extra = clean_value(draft.extra)
    url = _line("url", draft.url)
    if url and not canonical_url(url):
        extra, url = {"url_raw": url, **extra}, ""
    published, updated = (_timestamp(name, getattr(draft, name), extra) for name in ("published", "updated"))
    source = _line("source", origin.source or draft.source or defaults.source)
    return Article(
        id=_line("id", draft.id) or canonical_url(url) or _local_id(draft, origin, source),
        body=body,
        standfirst="" if standfirst == lines["headline"] else standfirst,
        published=published,
        updated=updated,
        source=source,
        section=_line("section", draft.section or defaults.section),
        url=url,
        language=_language(draft, defaults, body),
        rights=_line("rights", draft.rights or defaults.rights),
        extra=extra,
        **lines,
    )


def known_language(name: str) -> Language | None:
    """Return the language that a tag or name means, if it is one of ours.

    >>> known_language("hi-IN"), known_language("English"), known_language("mr")
    ('hi', 'en', None)
    """
    return _LANGUAGES.get(name.strip().lower().replace("_", "-").partition("-")[0])


def clean_value(value: Any, depth: int = 0) -> Any:
    """Clean every string inside a JSON value; raises UnfitError when it is nested too deeply to be kept."""
    if depth > MAX_DEPTH:
        raise UnfitError(because(InputFault.TOO_DEEP, most=MAX_DEPTH))
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [clean_value(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {clean_text(key): clean_value(item, depth + 1) for key, item in value.items()}
    return value


def _body(text: str) -> str:
    if len(text) > MAX_BODY:
        raise UnfitError(because(InputFault.LONG_BODY, count=len(text), most=MAX_BODY))
    body = clean_text(text)
    if not body.strip():
        raise UnfitError(because(InputFault.NO_TEXT))
    return body


def _line(name: str, text: str) -> str:
    if len(text) > MAX_LINE:
        raise UnfitError(because(InputFault.LONG_FIELD, field=name, count=len(text), most=MAX_LINE))
    return clean_line(text)


def _timestamp(name: str, text: str | None, extra: dict[str, Any]) -> str | None:
    """Return a date as ISO 8601; one that cannot be told stays in `extra` as it was written."""
    raw = _line(name, text or "")
    if not raw:
        return None
    moment = read_timestamp(raw)
    if moment is None:
        extra[f"{name}_raw"] = raw
    return moment


def _language(draft: Draft, defaults: Defaults, body: str) -> Language:
    """Return what the article says of itself, else what its page or folder says, else what its letters say.

    Pages in Devanagari that call themselves English come from templates: there the letters win.
    """
    given = known_language(draft.language)
    if given:
        return given
    detected = article_language(body)
    if detected == "hi":
        return "hi"
    return known_language(draft.page_language) or known_language(defaults.language) or detected


def _local_id(draft: Draft, origin: Origin, source: str) -> str:
    parts = [origin.name] if canonical_url(origin.name) else [source or origin.folder, origin.name]
    name = "/".join(part for part in parts if part)
    return f"{name}#{draft.fragment}" if draft.fragment else name
