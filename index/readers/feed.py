"""RSS and Atom files: each entry with text is an article; links are kept and never followed."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.language.normalise import fold
from index.readers.decode import clean_line, clean_text, decode_page
from index.readers.draft import Document, Draft, Problem, UnfitError
from index.readers.faults import InputFault
from index.readers.furniture import is_furniture
from index.readers.html_text import paragraphs_of_markup
from index.readers.identity import canonical_url
from index.reasons import because

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# A reference to half a character pair, for which the XML parser refuses the whole feed.
_HALF_PAIR = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9][0-9]{2}|6[0-9]{3}|7[0-2][0-9]{2}|73[0-3][0-9]|734[0-3]));",
    re.IGNORECASE,
)
# What feedparser raises on XML that is none.
_BROKEN_MARKUP = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def read(document: Document) -> Iterator[Draft | Problem]:
    """Yield the articles of a feed; an entry without text is a Problem and does not stop the others."""
    parsed = _parse(document.load(), document.charset)
    entries = parsed.get("entries", [])
    if not entries:
        error = parsed.get("bozo_exception")
        raise UnfitError(because(InputFault.NO_FEED, detail=str(error)) if error else because(InputFault.NO_ENTRIES))
    feed = parsed.get("feed", {})
    for number, entry in enumerate(entries, 1):
        try:
            yield _draft(entry, feed, number)
        except UnfitError as error:
            yield Problem(number, error.reason)


def _parse(data: bytes, charset: str) -> Mapping[str, Any]:
    import feedparser

    text = _HALF_PAIR.sub("\ufffd", _XML_DECLARATION.sub("", clean_text(decode_page(data, charset))))
    if "<!ENTITY" in text:
        raise UnfitError(because(InputFault.ENTITIES))
    try:
        # As a stream: a string could be taken for the name of a file or an address to fetch.
        parsed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(text.encode("utf-8")), resolve_relative_uris=False, sanitize_html=False
        )
    except _BROKEN_MARKUP as error:
        raise UnfitError(because(InputFault.NO_FEED, detail=str(error))) from error
    return parsed


def _draft(entry: Mapping[str, Any], feed: Mapping[str, Any], number: int) -> Draft:
    # A plain copy: feedparser's own look-ups answer for keys that are not there.
    entry = dict(entry)
    headline, summary = _line(entry.get("title", "")), _paragraphs(entry.get("summary", ""))
    body = _content(entry) or summary
    if not body:
        raise UnfitError(because(InputFault.NO_TEXT_IN_ENTRY))
    standfirst = clean_line(" ".join(summary))
    published, updated = entry.get("published", ""), entry.get("updated", "")
    url = entry.get("link", "")
    return Draft(
        body="\n\n".join(body),
        id=_identity(entry.get("id", ""), url),
        headline=headline,
        standfirst="" if _says_the_same(standfirst, body) else standfirst,
        published=published or updated,
        updated=updated if published else "",
        source=_line(entry.get("source", {}).get("title", "") or feed.get("title", "")),
        section=_line(next((tag.get("term") or "" for tag in entry.get("tags", [])), "")),
        author=_line(entry.get("author", "")),
        url=url,
        page_language=_content_language(entry) or feed.get("language", ""),
        rights=_line(entry.get("rights", "") or feed.get("rights", "")),
        position=number,
        fragment=hashlib.sha256(f"{headline}\n{published}".encode()).hexdigest()[:12],
    )


def _content(entry: Mapping[str, Any]) -> list[str]:
    """Return the paragraphs of the longest content that an entry carries."""
    return max((_paragraphs(part.get("value", "")) for part in entry.get("content", [])), key=_length, default=[])


def _content_language(entry: Mapping[str, Any]) -> str:
    return next((part["language"] for part in entry.get("content", []) if part.get("language")), "")


def _length(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _paragraphs(markup: str) -> list[str]:
    return [text for text in paragraphs_of_markup(markup) if not is_furniture(text)]


def _line(markup: str) -> str:
    return clean_line(" ".join(paragraphs_of_markup(markup)))


def _says_the_same(standfirst: str, body: list[str]) -> bool:
    """Tell whether a summary is the text itself or its beginning, cut off."""
    start = fold(standfirst).rstrip(" .…।[]")
    return fold(clean_line(" ".join(body))).startswith(start)


def _identity(guid: str, url: str) -> str:
    """Return the id an entry gives; a bare number tells entries of one feed apart, not of all."""
    address = canonical_url(guid)
    return address or ("" if guid.isdigit() and canonical_url(url) else guid)
