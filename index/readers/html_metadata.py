"""What a news page says about itself: JSON-LD (schema.org), OpenGraph, meta and time elements."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from index.readers.decode import clean_line
from index.readers.identity import canonical_url, is_front_page
from index.readers.text_lines import Mark, fields_of, marks_of

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "NewsStory")
_MAX_NODES = 500
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?(?:head|headline|heading|title)|dek|deck|synopsis|article-?summary)(?:$|[\s_-])",
    re.I,
)
_LONGEST_STANDFIRST = 500
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|authors?|dateline|date|time|timestamp|publish\w*|posted|updated)(?:$|[\s_-])", re.I
)
_BYLINE_BEFORE, _BYLINE_AFTER = 10, 60

_PUBLISHED = (
    "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "datemodified", "last-modified", "lastmod", "og:updated_time", "dcterms.modified",
)  # fmt: skip


def metadata_of(tree: Any, url: str = "") -> dict[str, str]:
    """Return the article's fields that a parsed page states, with "body" from JSON-LD if it has one.

    `url` is where the page was found, for addresses relative to it. Values are as written, not yet cleaned.
    """
    story, meta = _story(tree), _meta(tree)
    site = _first(meta, "og:site_name") or _name(story.get("publisher")) or _first(meta, "application-name")
    found = {
        "headline": _headline(tree, story, meta, site),
        "standfirst": _string(story.get("description")) or _first(meta, "og:description", "description"),
        "published": _string(story.get("datePublished")) or _first(meta, *_PUBLISHED) or _time(tree, "datePublished"),
        "updated": _string(story.get("dateModified")) or _first(meta, *_UPDATED) or _time(tree, "dateModified"),
        "author": _name(story.get("author")) or _author(tree, meta),
        "source": site,
        "section": _string(story.get("articleSection")) or _first(meta, "article:section", "section"),
        "url": _address(tree, story, meta, url),
        "page_language": _language(tree, story),
        "place": _name(story.get("contentLocation")),
        "rights": _string(story.get("copyrightNotice")) or _first(meta, "copyright", "rights", "dc.rights"),
        "body": _string(story.get("articleBody")),
    }
    return {key: value for key, value in found.items() if value}


def byline_of(tree: Any) -> dict[str, str]:
    """Return the author and dates that stand, visible and marked by their class, around a page's headline."""
    headline = next(tree.iter("h1"), None)
    if headline is None:
        return {}
    nodes = list(tree.iter())
    place = nodes.index(headline)
    marks: list[Mark] = []
    for node in nodes[max(0, place - _BYLINE_BEFORE) : place + _BYLINE_AFTER]:
        if isinstance(node.tag, str) and _BYLINE.search(node.get("class") or ""):
            marks += marks_of(clean_line(node.text_content()))
    return {key: value for key, value in fields_of(marks).items() if key in ("author", "published", "updated")}


def headings_of(tree: Any) -> list[str]:
    """Return the texts of a page that may repeat its headline: its h1 and its titles."""
    texts = [" ".join(node.text_content().split()) for node in tree.iter("h1")]
    return [text for text in texts if text]


def marked_standfirst(tree: Any) -> str:
    """Return the text of the element that a page's own class names call the standfirst."""
    for node in tree.iter("p", "h2", "h3", "div"):
        if _STANDFIRST.search((node.get("class") or "").replace("__", " ")):
            text = " ".join(node.text_content().split())
            if 0 < len(text) <= _LONGEST_STANDFIRST:
                return text
    return ""


def _story(tree: Any) -> dict[str, Any]:
    """Return the first JSON-LD object that is an article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names):
                return node
    return {}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD breadth first: lists, @graph and mainEntity may hold the article."""
    waiting = [value]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = (node.get("content") or "").strip()
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _first(meta: Mapping[str, str], *keys: str) -> str:
    return next((meta[key] for key in keys if key in meta), "")


def _headline(tree: Any, story: Mapping[str, Any], meta: Mapping[str, str], site: str) -> str:
    titles = [
        _string(story.get("headline")),
        _first(meta, "og:title"),
        *headings_of(tree)[:1],
        tree.findtext(".//title"),
    ]
    title = next((" ".join(title.split()) for title in titles if title and title.strip()), "")
    # "Headline | Site", as browsers show it in a tab.
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        head, _, tail = title.rpartition(mark)
        if head and site and tail.casefold() == site.casefold():
            return head.strip()
    return title


def _time(tree: Any, name: str) -> str:
    """Return a date marked up in the page itself; without a mark the first <time> is when it was published."""
    for node in tree.xpath("//*[@itemprop=$name]", name=name):
        value = node.get("content") or node.get("datetime") or node.text_content()
        if value.strip():
            return str(value)
    if name == "datePublished":
        times = tree.xpath("(//article|//main)[1]//time[@datetime]") or tree.xpath("//time[@datetime][last()=1]")
        return next((str(node.get("datetime")) for node in times if node.get("itemprop") != "dateModified"), "")
    return ""


def _author(tree: Any, meta: Mapping[str, str]) -> str:
    stated = next((meta[key] for key in ("author", "article:author", "dc.creator") if key in meta), "")
    if stated and not canonical_url(stated):
        return stated
    nodes = tree.xpath("//*[@itemprop='author' or @rel='author']")
    return next((text for node in nodes if (text := " ".join(node.text_content().split()))), "")


def _address(tree: Any, story: Mapping[str, Any], meta: Mapping[str, str], url: str) -> str:
    """Return the page's canonical address; a front page named by mistake would make all pages of a site one."""
    page = story.get("mainEntityOfPage")
    candidates = [
        *tree.xpath("//link[@rel='canonical']/@href"),
        _first(meta, "og:url"),
        _string(story.get("url")),
        _string(page.get("@id") if isinstance(page, dict) else page),
    ]
    for candidate in candidates:
        address = _joined(url, str(candidate).strip())
        if canonical_url(address) and not is_front_page(address):
            return address
    return url


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _language(tree: Any, story: Mapping[str, Any]) -> str:
    root = tree.getroottree().getroot()
    return (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or _string(story.get("inLanguage"))
    )


def _name(value: Any) -> str:
    """Return the name of a person or organisation, or the names of several."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(_names(value)))
    if isinstance(value, dict):
        return _string(value.get("name"))
    text = _string(value)
    return "" if canonical_url(text) else text


def _names(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if not isinstance(value, list) and (name := _name(value)):
            yield name


def _string(value: Any) -> str:
    """Return a JSON-LD text, the first of a list; entities are often escaped twice in it."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), "")
    return html.unescape(value).strip() if isinstance(value, str) else ""
