import json
from typing import Any

import pytest
from lxml import html

from index.readers.html_metadata import headings_of, marked_standfirst, metadata_of


def _page(head: str = "", body: str = "<p>x</p>", language: str = "hi") -> Any:
    return html.document_fromstring(f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>")


def _ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


STORY = {
    "@type": "NewsArticle",
    "headline": "झील &amp; घाट",
    "description": "नावें चलेंगी",
    "datePublished": "2025-12-04T23:04:00+05:30",
    "dateModified": "2025-12-05T08:00:00+05:30",
    "author": [{"@type": "Person", "name": "मीरा सेन"}, "रमेश दुबे", {"name": "मीरा सेन"}],
    "publisher": {"@type": "Organization", "name": "दर्पण"},
    "articleSection": ["देश", "मौसम"],
    "url": "https://darpan.example/a",
    "contentLocation": {"name": "भोपाल"},
    "copyrightNotice": "© दर्पण",
    "articleBody": "पानी बढ़ा।",
}


@pytest.mark.parametrize(
    "wrapped",
    [
        STORY,
        [{"@type": "WebSite"}, STORY],
        {"@graph": [{"@type": "Person"}, STORY]},
        {**STORY, "@type": ["Thing", "Article"]},
    ],
)
def test_json_ld(wrapped: object) -> None:
    assert metadata_of(_page(_ld(wrapped))) == {
        "headline": "झील & घाट",
        "standfirst": "नावें चलेंगी",
        "published": "2025-12-04T23:04:00+05:30",
        "updated": "2025-12-05T08:00:00+05:30",
        "author": "मीरा सेन, रमेश दुबे",
        "source": "दर्पण",
        "section": "देश",
        "url": "https://darpan.example/a",
        "page_language": "hi",
        "place": "भोपाल",
        "rights": "© दर्पण",
        "body": "पानी बढ़ा।",
    }


@pytest.mark.parametrize(
    "broken", ["{bad", "[" * 100_000, "5", '{"@type": 7}', '{"@type": "NewsArticle", "author": {"name": [1]}}']
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    page = _page(f'<script type="application/ld+json">{broken}</script><meta property="og:title" content="झील">')
    assert metadata_of(page) == {"headline": "झील", "page_language": "hi"}


def test_meta_elements() -> None:
    head = "".join(
        f'<meta property="{key}" content="{value}">'
        for key, value in {
            "og:title": "Lake fills up | The Courier",
            "og:site_name": "The Courier",
            "og:description": "Boats to run",
            "article:published_time": "2025-12-04T23:04:00+05:30",
            "article:modified_time": "2025-12-05",
            "article:section": "India",
            "article:author": "https://courier.example/neha",
            "og:url": "https://courier.example/a",
        }.items()
    )
    found = metadata_of(_page(head, "<a rel='author'> Neha  Rao </a>", "en"))
    assert found == {
        "headline": "Lake fills up",
        "standfirst": "Boats to run",
        "published": "2025-12-04T23:04:00+05:30",
        "updated": "2025-12-05",
        "author": "Neha Rao",
        "source": "The Courier",
        "section": "India",
        "url": "https://courier.example/a",
        "page_language": "en",
    }


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<article><time datetime='2025-12-04'>x</time></article><time datetime='2020-01-01'>y</time>", "2025-12-04"),
        ("<time datetime='2025-12-04'>x</time>", "2025-12-04"),
        ("<time datetime='2025-12-04'>x</time><time datetime='2025-12-05'>y</time>", None),
        ("<span itemprop='datePublished' content='2025-12-04'>x</span>", "2025-12-04"),
        ("<article><time itemprop='dateModified' datetime='2025-12-04'>x</time></article>", None),
    ],
)
def test_time_elements(body: str, published: str | None) -> None:
    assert metadata_of(_page("", body)).get("published") == published


@pytest.mark.parametrize(
    ("links", "found_at", "url"),
    [
        ("<link rel='canonical' href='https://n.example/a'>", "https://m.n.example/x", "https://n.example/a"),
        ("<link rel='canonical' href='/a'>", "https://n.example/x", "https://n.example/a"),
        ("<link rel='canonical' href='/a'>", "", None),
        ("<link rel='canonical' href='https://n.example/'>", "https://n.example/x", "https://n.example/x"),
        ("<link rel='canonical' href='http://[::1'>", "https://n.example/x", "https://n.example/x"),
        ("", "https://n.example/x", "https://n.example/x"),
    ],
)
def test_addresses(links: str, found_at: str, url: str | None) -> None:
    assert metadata_of(_page(links), found_at).get("url") == url


def test_headings_and_marked_standfirsts() -> None:
    page = _page("<title>T</title>", "<h1>झील <b>भरी</b></h1><h2 class='story__sub-title'>नावें चलेंगी</h2>")
    assert headings_of(page) == ["झील भरी"]
    assert marked_standfirst(page) == "नावें चलेंगी"
    assert metadata_of(page)["headline"] == "झील भरी"
    assert marked_standfirst(_page("", "<p class='substance'>x</p>")) == ""
