"""A saved or fetched web page: the article's text without the site around it, and what the page says about it."""

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from index.language.normalise import fold
from index.readers.decode import clean_line, clean_text, decode_page
from index.readers.draft import Document, Draft, UnfitError
from index.readers.furniture import is_furniture
from index.readers.html_metadata import headings_of, marked_standfirst, metadata_of
from index.readers.html_text import Block, blocks_of, is_skipped, paragraphs_of_markup
from index.readers.text_lines import Mark, ends_sentence, fields_of, marks_of

MAX_PAGE_BYTES = 10 * 1024 * 1024
_MOST_TAGS = 50_000
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# What extractors raise on markup that no browser wrote either.
_BROKEN_MARKUP = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_SHORTEST_TEXT = 40
# A container agrees with the extractor if it holds this share of what that found.
_AGREEMENT, _WHOLE = 0.6, 0.9
# Browsers note in the first lines of a saved page where it came from.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a page; raises UnfitError when it has none."""
    data = document.load(MAX_PAGE_BYTES)
    if data.count(b"<") > _MOST_TAGS:
        raise UnfitError(f"too large: a page of more than {_MOST_TAGS:,} tags")
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
    paragraphs = _article_paragraphs(tree) or paragraphs_of_markup(page_body.replace("\n", "<br>"))
    body, above = _without_headings(paragraphs, headings)
    if not any(len(text) >= _SHORTEST_TEXT or ends_sentence(text) for text in body):
        raise UnfitError("no article text found: is it a front page, a list of links or a page that needs scripts?")
    fields["standfirst"] = "" if _begins_with(body, standfirst) else standfirst
    return Draft(body="\n\n".join(body), **{**above, **fields})


def _tree(markup: str) -> Any:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", clean_text(markup)))
    except (etree.LxmlError, ValueError) as error:
        raise UnfitError(f"no page: {error}") from error
    for comment in list(tree.iter(etree.Comment)):
        if comment.getparent() is not None:
            comment.drop_tree()
    return tree


def _article_paragraphs(tree: Any) -> list[str]:
    """Return the paragraphs that the extractor and the page's own container of the article agree on."""
    container = _container(tree)
    blocks = list(blocks_of(container)) if container is not None else []
    found = [block.text for block in _extracted(tree) if not _is_link_list(block)]
    known = {_key(text) for text in found}
    own = {_key(block.text) for block in blocks}
    if len(known & own) >= _AGREEMENT * len(known):
        # The extractor drops a paragraph now and then, and on short pages takes the menu for text.
        found = [block.text for block in blocks if _key(block.text) in known or _is_paragraph(block)]
    return [text for text in found if not is_furniture(text)]


def _extracted(tree: Any) -> list[Block]:
    import trafilatura
    from lxml import etree

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are our Failures
    pruned = deepcopy(tree)
    for node in list(pruned.iterdescendants()):
        if is_skipped(node):
            node.drop_tree()
    try:
        found = trafilatura.bare_extraction(pruned, include_comments=False, include_links=True, favor_recall=True)
    except (etree.LxmlError, *_BROKEN_MARKUP):
        return []
    blocks = [] if found is None else list(blocks_of(found.body))
    return _as_on_page(blocks[0], pruned) if len(blocks) == 1 else blocks


def _as_on_page(merged: Block, tree: Any) -> list[Block]:
    """Return the page's own paragraphs where the extractor gave up and ran all text together."""
    everything = _key(merged.text)
    own = [block for block in blocks_of(tree) if _key(block.text) in everything]
    return own if sum(len(_key(block.text)) for block in own) >= _WHOLE * len(everything) else [merged]


def _container(tree: Any) -> Any | None:
    """Return the element that a page marks as its article, if it marks one."""
    for path in ("//*[@itemprop='articleBody']", "//article[not(ancestor::article)]", "//main"):
        nodes = tree.xpath(path)
        if len(nodes) > 1:
            nodes = [node for node in nodes if next(node.iter("h1"), None) is not None]
        if len(nodes) == 1:
            return nodes[0]
    return None


def _is_paragraph(block: Block) -> bool:
    return block.tag in ("p", "blockquote") and not block.noisy and block.link_share < 0.5


def _is_link_list(block: Block) -> bool:
    return block.link_share > 0.8 and not ends_sentence(block.text)


def _key(text: str) -> str:
    return "".join(text.split())


def _without_headings(paragraphs: Sequence[str], headings: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the body without headings, bylines and dates above and below it, and the fields that those give."""
    known = {fold(clean_line(text)) for text in headings if text}
    marks: list[Mark] = []
    start, end = 0, len(paragraphs)
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


def _begins_with(body: Sequence[str], standfirst: str) -> bool:
    """Tell whether a description is only the beginning of the text, as publishing systems make it."""
    start = fold(standfirst).rstrip(" .…।[]")
    return bool(start) and fold(clean_line(body[0])).startswith(start)
