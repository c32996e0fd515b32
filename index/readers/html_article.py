"""Which paragraphs of a page are the article: the page's own marks and trafilatura's judgement together."""

import logging
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import regex

from index.readers.furniture import is_furniture
from index.readers.html_text import Block, blocks_of, is_skipped
from index.readers.text_lines import ends_sentence

# What extractors raise on markup that no browser wrote either.
_BROKEN_MARKUP = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_BODY_CLASS = regex.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry|news|content)[-_]?(?:body|content|text|details?|main)(?:$|[\s_-])",
    regex.I,
)
_PARAGRAPHS = frozenset({"p", "blockquote", "pre", "li", "dd", "h2", "h3", "h4"})
SHORTEST_PROSE = 40
# An element is the article's if it holds this share of the page's prose; an inner one, this share of it all.
_LEAST_SHARE, _SAME = 0.25, 0.8
_MOST_CANDIDATES, _DEEPEST = 12, 30
# The extractor and the page agree if so many of its paragraphs stand there; merged text must be found almost whole.
_AGREEMENT, _WHOLE = 0.6, 0.9


def article_paragraphs(tree: Any) -> list[str]:
    """Return the paragraphs of a parsed page's article in order, headings above it included; none if it has none."""
    marked = _marked_region(tree)
    region = _narrowed(tree) if marked is None else marked
    blocks = list(blocks_of(region))
    found = [block for block in _extracted(region, blocks) if not _is_link_list(block)]
    known = {_key(block.text) for block in found}
    if len(known & {_key(block.text) for block in blocks}) >= _AGREEMENT * len(known):
        # The extractor drops a short paragraph now and then; in an element marked as the article it belongs there.
        found = [
            block for block in blocks if _key(block.text) in known or (marked is not None and _is_paragraph(block))
        ]
    return [block.text for block in _without_noise(found) if not is_furniture(block.text)]


def is_prose(text: str) -> bool:
    """Tell whether a paragraph can be an article's rather than a label of the page.

    >>> is_prose("बारिश थमी।"), is_prose("ताज़ा खबरें")
    (True, False)
    """
    return len(text) >= SHORTEST_PROSE or ends_sentence(text)


def _marked_region(tree: Any) -> Any | None:
    """Return the element that a page marks as its article."""
    total = _prose(tree)
    named = [node for node in tree.iter("div", "section") if _BODY_CLASS.search(_names(node))][:_MOST_CANDIDATES]
    for candidates in (
        tree.xpath("//*[@itemprop='articleBody']"),
        _with_headline(tree.xpath("//article[not(ancestor::article)]")),
        _innermost(named),
        tree.xpath("//main"),
    ):
        if len(candidates) == 1 and _prose(candidates[0]) > _LEAST_SHARE * total:
            return candidates[0]
    return None


def _narrowed(tree: Any) -> Any:
    """Return the innermost element that holds nearly all prose of a page without marks."""
    node, prose = tree, _prose(tree)
    for _ in range(_DEEPEST):
        inner = next((child for child in node if _holds(child, _SAME * prose)), None)
        if inner is None:
            break
        node = inner
    return node


def _holds(node: Any, amount: float) -> bool:
    return isinstance(node.tag, str) and len(node) > 0 and _prose(node) >= amount > 0


def _with_headline(articles: Sequence[Any]) -> Sequence[Any]:
    """Return the articles with a headline where there are several: the others are cards that lead elsewhere."""
    return articles if len(articles) < 2 else [node for node in articles if next(node.iter("h1"), None) is not None]


def _innermost(nodes: Sequence[Any]) -> list[Any]:
    """Return the last of nested elements that still holds what the largest does."""
    prose = [_prose(node) for node in nodes]
    holding = [node for node, amount in zip(nodes, prose, strict=True) if amount >= _SAME * max(prose)]
    return holding[-1:]


def _prose(node: Any) -> int:
    return sum(
        len(block.text)
        for block in blocks_of(node)
        if block.link_share < 0.5 and not block.noisy and is_prose(block.text)
    )


def _names(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}".replace("__", "-")


def _extracted(region: Any, blocks: Sequence[Block]) -> list[Block]:
    import trafilatura
    from lxml import etree, html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are our Failures
    page = deepcopy(region)
    if page.tag != "html":
        inner = page
        inner.tag = "div" if inner.tag == "body" else inner.tag
        page = html.document_fromstring("<html><body></body></html>")
        page.body.append(inner)
    for node in list(page.iterdescendants()):
        if is_skipped(node):
            node.drop_tree()
    try:
        found = trafilatura.bare_extraction(page, include_comments=False, include_links=True)
    except (etree.LxmlError, *_BROKEN_MARKUP):
        return []
    extracted = [] if found is None else list(blocks_of(found.body))
    return _as_on_page(extracted[0], blocks) if len(extracted) == 1 else extracted


def _as_on_page(merged: Block, blocks: Sequence[Block]) -> list[Block]:
    """Return the page's own paragraphs where the extractor gave up and ran all text together."""
    everything = _key(merged.text)
    own = [block for block in blocks if _key(block.text) in everything]
    return own if sum(len(_key(block.text)) for block in own) >= _WHOLE * len(everything) else [merged]


def _without_noise(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out what classes call a bio, a banner or an embed, unless they are said of most of the text."""
    quiet = [block for block in blocks if not block.noisy]
    return quiet if sum(len(block.text) for block in quiet) * 2 >= sum(len(block.text) for block in blocks) else blocks


def _is_paragraph(block: Block) -> bool:
    fits = block.tag in _PARAGRAPHS or (block.tag == "div" and is_prose(block.text))
    return fits and not block.noisy and block.link_share < 0.5


def _is_link_list(block: Block) -> bool:
    return block.link_share > 0.8 and not ends_sentence(block.text)


def _key(text: str) -> str:
    return "".join(text.split())
