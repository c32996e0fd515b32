"""Which reader a document is for: by its suffix, its server's content type, and what its first bytes look like."""

import re
from typing import Literal

from index.readers.draft import UnfitError
from index.readers.faults import InputFault
from index.reasons import because

Kind = Literal["text", "html", "json", "jsonl", "table", "feed", "pdf"]

FORMATS = ".txt .html .htm .json .jsonl .csv .tsv .rss .atom .xml .pdf"
HEAD_BYTES = 4096

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "table", ".tsv": "table",
    ".rss": "feed", ".atom": "feed", ".xml": "feed",
    ".pdf": "pdf",
}  # fmt: skip
_BY_CONTENT_TYPE: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/xml": "feed", "text/xml": "feed",
    "application/json": "json", "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/plain": "text", "text/csv": "table", "text/tab-separated-values": "table", "application/pdf": "pdf",
}  # fmt: skip
_PACKED = {
    b"\x1f\x8b": because(InputFault.PACKED, packing="gzip", command="gunzip"),
    b"PK\x03\x04": because(InputFault.PACKED_ZIP),
    b"BZh": because(InputFault.PACKED, packing="bzip2", command="bunzip2"),
    b"\xfd7zXZ\x00": because(InputFault.PACKED, packing="xz", command="unxz"),
    b"\x28\xb5\x2f\xfd": because(InputFault.PACKED, packing="zstd", command="unzstd"),
}
_PACKED_SUFFIXES = (".gz", ".tgz", ".zip", ".bz2", ".xz", ".zst")
_PREAMBLE = re.compile(rb"(?:\s+|<\?xml.*?\?>|<!--.*?-->|<\?xml-stylesheet.*?\?>)*", re.DOTALL)
_FEED = re.compile(rb"<(?:!DOCTYPE\s+rss|rss|(?:\w+:)?feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|h2|meta|title)[\s/>]", re.IGNORECASE
)


def kind_of(suffix: str, head: bytes, content_type: str = "") -> Kind:
    """Return the format of a document from its suffix or content type and its first bytes; raises UnfitError.

    >>> kind_of(".txt", b"<!DOCTYPE html><html>"), kind_of(".xml", b"<?xml version='1.0'?><rss version='2.0'>")
    ('html', 'feed')
    """
    if not head.strip():
        raise UnfitError(because(InputFault.EMPTY))
    claimed = _BY_SUFFIX.get(suffix.lower()) or _BY_CONTENT_TYPE.get(content_type.partition(";")[0].strip().lower())
    for magic, reason in _PACKED.items():
        if head.startswith(magic) and (claimed or suffix.lower() in _PACKED_SUFFIXES):
            raise UnfitError(reason)
    seen = _by_content(head)
    if claimed in ("json", "jsonl", "table"):
        return claimed
    if claimed == "feed" and seen != "feed" and seen != "html":
        raise UnfitError(because(InputFault.OTHER_XML))
    if seen or claimed:
        # A suffix that promises a PDF is not overruled: what follows says that it is none.
        return "pdf" if claimed == "pdf" else seen or claimed or "text"
    raise UnfitError(because(InputFault.NO_FORMAT, formats=FORMATS))


def _by_content(head: bytes) -> Kind | None:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    # UTF-16 markup is ASCII between zeros.
    plain = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    start = _PREAMBLE.match(plain)
    markup = plain[start.end() :] if start else plain
    if _FEED.match(markup):
        return "feed"
    return "html" if _HTML.match(markup) else None
