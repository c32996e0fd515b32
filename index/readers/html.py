"""A saved or fetched web page: the article's text without the site around it, and what the page says about it."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from index.language.normalise import fold
from index.readers.decode import clean_line, clean_text, decode_page
from index.readers.draft import Document, Draft, UnfitError
from index.readers.faults import InputFault
from index.readers.html_article import article_paragraphs, is_prose
from index.readers.html_metadata import byline_of, headings_of, marked_standfirst, metadata_of
from index.readers.html_text import paragraphs_of_markup
from index.readers.text_lines import Mark, fields_of, marks_of
from index.reasons import because

MAX_PAGE_BYTES = 10 * 1024 * 1024
_MOST_TAGS = 50_000
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# Above a headline inside the article there may be its section and a flag such as "Breaking".
_MOST_ABOVE = 6
# Browsers note in the first lines of a saved page where it came from.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a page; raises UnfitError when it has none."""
    data = document.load(MAX_PAGE_BYTES)
    if data.count(b"<") > _MOST_TAGS:
        raise UnfitError(because(InputFault.MANY_TAGS, most=_MOST_TAGS))
    yield parse(decode_page(data, document.charset), document.url)


def parse(markup: str, url: str = "") -> Draft:
    """Return the article of a page found at `url`; raises UnfitError when there is none."""
    saved_from = _SAVED_FROM.search(markup, 0, 2000)
    url = url or (saved_from[1] if saved_from else "")
    tree = _tree(markup)
    fields: dict[str, Any] = {**metadata_of(tree, url)}
    page_body = fields.pop("body", "")
    marked = marked_standfirst(tree)
    standfirst = marked or clean_line(fields.pop("standfirst", ""))
    headings = [fields.get("headline", ""), fields.get("author", ""), marked, *headings_of(tree)]
    paragraphs = article_paragraphs(tree) or paragraphs_of_markup(page_body.replace("\n", "<br>"))
    body, above = _without_headings(paragraphs, headings)
    if not any(map(is_prose, body)):
        raise UnfitError(because(InputFault.NO_TEXT_ON_PAGE))
    fields["standfirst"] = "" if _begins_with(body, standfirst) else standfirst
    return Draft(body="\n\n".join(body), **{**byline_of(tree), **_filled(above), **fields})


def _tree(markup: str) -> Any:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", clean_text(markup)))
    except (etree.LxmlError, ValueError) as error:
        raise UnfitError(because(InputFault.NO_PAGE, detail=str(error))) from error
    for comment in list(tree.iter(etree.Comment)):
        if comment.getparent() is not None:
            comment.drop_tree()
    return tree


def _without_headings(paragraphs: Sequence[str], headings: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the body without headings, bylines and dates above and below it, and the fields that those give."""
    known = {fold(clean_line(text)) for text in headings if text}
    marks: list[Mark] = []
    start, end = _below_headline(paragraphs, known), len(paragraphs)
    while start < end:
        found = marks_of(paragraphs[start])
        if not found and fold(clean_line(paragraphs[start])) not in known:
            break
        marks += found
        start += 1
    while end > start:
        # A bare agency or address below the text may be a part of it.
        last = paragraphs[end - 1]
        found = [mark for mark in marks_of(last) if mark.kind not in ("author", "url") or mark.value != last]
        if not found:
            break
        marks += found
        end -= 1
    return list(paragraphs[start:end]), fields_of(marks)


def _below_headline(paragraphs: Sequence[str], known: Collection[str]) -> int:
    """Return where the text below the headline begins; only labels may stand above it."""
    for number, text in enumerate(paragraphs[:_MOST_ABOVE]):
        if fold(clean_line(text)) in known:
            return number
        if is_prose(text):
            return 0
    return 0


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in fields.items() if value}


def _begins_with(body: Sequence[str], standfirst: str) -> bool:
    """Tell whether a description is only the beginning of the text, as publishing systems make it."""
    start = fold(standfirst).rstrip(" .…।[]")
    return bool(start) and fold(clean_line(body[0])).startswith(start)
