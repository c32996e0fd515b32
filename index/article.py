"""Article, Passage, Sentence: the three nouns that everything passes along."""

from dataclasses import dataclass, field
from typing import Any, Literal

Language = Literal["hi", "en"]


@dataclass(frozen=True, slots=True)
class Article:
    r"""One news story from one source.

    `body` is verbatim but for newlines folded to ``\n``; every offset in Khabar counts code points of it.
    `published` and `updated` are ISO 8601, a date or a date and time with its offset kept, or None.
    """

    id: str
    body: str
    headline: str = ""
    standfirst: str = ""
    published: str | None = None
    updated: str | None = None
    source: str = ""
    section: str = ""
    author: str = ""
    url: str = ""
    language: Language = "en"
    place: str = ""
    rights: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    version: int = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that is cited: a span of an article's body, without the white space around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is retrieved: a run of whole sentences; `text` is ``article.body[start:end]``."""

    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article of the same story (index/stories.py)."""

    article_id: str
    source: str
    published: str | None
