import pytest

from index.readers.draft import UnfitError
from index.readers.sniff import Kind, kind_of


@pytest.mark.parametrize(
    ("suffix", "head", "kind"),
    [
        (".txt", b"Lake fills up", "text"),
        (".TXT", b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        (".txt", "<html lang='hi'>".encode("utf-16"), "html"),
        (".txt", b"%PDF-1.7", "pdf"),
        (".txt", b"{not json}", "text"),
        (".htm", b"plain words", "html"),
        (".html", b"<?xml version='1.0'?><rss version='2.0'>", "feed"),
        (".xml", b"<?xml version='1.0'?>\n<!-- made by x -->\n<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (".xml", b"<rdf:RDF xmlns:rdf='x'>", "feed"),
        (".xml", b"<!DOCTYPE html><html>", "html"),
        (".json", b"<html>", "json"),
        (".ndjson", b"{}", "jsonl"),
        (".tsv", b"a\tb", "table"),
        (".pdf", b"no PDF", "pdf"),
        ("", b"<html>", "html"),
        (".aspx", b"<!doctype HTML>", "html"),
    ],
)
def test_formats(suffix: str, head: bytes, kind: Kind) -> None:
    assert kind_of(suffix, head) == kind


@pytest.mark.parametrize(
    ("content_type", "head", "kind"),
    [
        ("text/html; charset=utf-8", b"<p>x", "html"),
        ("text/html", b"<rss version='2.0'>", "feed"),
        ("application/xml", b"<feed>", "feed"),
        ("text/plain", b"words", "text"),
        ("application/json", b"[]", "json"),
        ("text/csv", b"a,b", "table"),
    ],
)
def test_content_types(content_type: str, head: bytes, kind: Kind) -> None:
    assert kind_of("", head, content_type) == kind


@pytest.mark.parametrize(
    ("suffix", "head", "reason"),
    [
        (".jpg", b"\xff\xd8\xff", r"not a format Khabar reads \(\.txt"),
        (".docx", b"PK\x03\x04", "not a format Khabar reads"),
        ("", b"words", "not a format Khabar reads"),
        (".md", b"# Notes", "not a format Khabar reads"),
        (".gz", b"\x1f\x8b\x08", "gunzip"),
        (".jsonl", b"\x1f\x8b\x08", "gunzip"),
        (".zip", b"PK\x03\x04", "unpack it first"),
        (".xml", b"<urlset>", "neither an RSS or Atom feed"),
        (".csv", b" \n", "empty"),
    ],
)
def test_what_is_not_read(suffix: str, head: bytes, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        kind_of(suffix, head)
