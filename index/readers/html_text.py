"""Markup becomes paragraphs: where blocks begin and end, what is link and what is text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# HTML's blocks, and the ones of the tree that trafilatura gives back.
_BLOCK_TAGS = (
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption tr address "
    "details summary hr center body head item list quote row fw"
)
# No form here: older sites wrap the whole page in one.
_SKIPPED_TAGS = (
    "script style noscript template nav aside footer button select option textarea iframe object embed svg canvas "
    "figure figcaption audio video picture map dialog graphic"
)
_BLOCKS, _SKIPPED = frozenset(_BLOCK_TAGS.split()), frozenset(_SKIPPED_TAGS.split())
_CELLS, _BREAKS, _LINKS = frozenset({"td", "th", "cell"}), frozenset({"br", "lb"}), frozenset({"a", "ref"})
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:captions?|credits?|related|also-?read|promos?|newsletters?|subscribe|share|sharing|social|comments?|"
    r"adverts?|advertisement|ads?|sponsor\w*|tags?|bio|author-?(?:info|box)|byline|copyright|disclaimer|recommend\w*|"
    r"trending|sidebar|cookies?|consent|popup|tweet|twitter|instagram|whatsapp|breadcrumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What a reader of the page cannot see; a size or opacity must be nought itself, not begin with it.
_UNSEEN = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0*\.?0*%?|font(?:-size)?:0*\.?0*(?:px|pt|r?em|%)?"
    r"|(?:max-)?(?:height|width):0*\.?0*(?:px|pt|r?em|%)?|(?:left|top|right|text-indent|margin-left):-\d{3,}\w*"
    r"|clip:rect\(0.*|clip-path:inset\(100%\)|transform:scale\(0\)|color:transparent)(?:!important)?(?:;|$)",
    re.IGNORECASE,
)
# Classes of these speak of the whole page.
_NEVER_NOISY = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page: its text, its tag, how much of it is link, and whether its classes speak of furniture."""

    text: str
    tag: str
    link_share: float
    noisy: bool


def blocks_of(root: Any) -> Iterator[Block]:
    """Yield the paragraphs below an lxml element in reading order."""
    from lxml import etree

    gathered = _Gathered()
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(node.tag, str):
            gathered.add(node.tail or "")
        elif event == "start":
            yield from gathered.open(node)
        else:
            yield from gathered.close(node, is_root=node is root)
    yield from gathered.flush()


def is_skipped(node: Any) -> bool:
    """Tell whether an element is never a part of the text: scripts, menus, captions, what is hidden."""
    return (
        node.tag in _SKIPPED
        or node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or node.get("role") in ("navigation", "complementary", "contentinfo")
        or _is_unseen(node.get("style") or "")
    )


def _is_unseen(style: str) -> bool:
    """Tell whether a style hides its element."""
    return bool(style) and _UNSEEN.search(re.sub(r"\s+|/\*.*?\*/", "", style)) is not None


def paragraphs_of_markup(markup: str) -> list[str]:
    """Return the paragraphs of an HTML fragment, such as a feed's summary.

    >>> paragraphs_of_markup("<p>बारिश <b>थम</b> गई।</p><script>x()</script>Rain &amp; wind.")
    ['बारिश थम गई।', 'Rain & wind.']
    """
    from lxml import etree, html

    if not markup.strip():
        return []
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return []
    return [block.text for block in blocks_of(root)]


class _Gathered:
    """The text of the block that is being read."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self._depths = {"skip": 0, "noise": 0, "link": 0}
        self._tags = ["div"]

    def open(self, node: Any) -> Iterator[Block]:
        """Begin an element."""
        tag = node.tag
        if self._depths["skip"] or is_skipped(node):
            self._depths["skip"] += 1
            return
        if tag in _BLOCKS:
            yield from self.flush()
            self._tags.append(tag)
        if tag in _CELLS and any(part.strip() for part in self._parts):
            self._parts.append(" | ")
        elif tag in _BREAKS:
            if self._ends_with_break():
                yield from self.flush()
            else:
                self._parts.append("\n")
        self._depths["noise"] += _is_noisy(node)
        self._depths["link"] += tag in _LINKS
        self.add(node.text or "")

    def close(self, node: Any, *, is_root: bool) -> Iterator[Block]:
        """End an element and take the text after it."""
        if self._depths["skip"]:
            self._depths["skip"] -= 1
        else:
            if node.tag in _BLOCKS:
                yield from self.flush()
                self._tags.pop()
            self._depths["noise"] -= _is_noisy(node)
            self._depths["link"] -= node.tag in _LINKS
        if not is_root:
            self.add(node.tail or "")

    def add(self, text: str) -> None:
        """Add text where the reading stands."""
        if text and not self._depths["skip"]:
            self._parts.append(re.sub(r"\s+", " ", text))
            self._linked += len("".join(text.split())) if self._depths["link"] else 0

    def flush(self) -> Iterator[Block]:
        """Yield the block so far, unless it is blank."""
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            share = self._linked / len("".join(text.split()))
            yield Block(text, self._tags[-1], share, self._depths["noise"] > 0)
        self._parts, self._linked = [], 0

    def _ends_with_break(self) -> bool:
        for part in reversed(self._parts):
            if part.strip(" "):
                return part == "\n"
        return False


def _is_noisy(node: Any) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}".replace("__", "-")
    return node.tag not in _NEVER_NOISY and bool(_NOISE.search(names))
