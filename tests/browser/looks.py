"""The eight looks in which everything on the page is tried: two sizes, light and dark, Hindi and English."""

from dataclasses import dataclass
from typing import Any, Literal

import pytest

from index.article import Language
from rag.web.strings import say

Scheme = Literal["light", "dark"]
# From this width on the article stands beside the conversation.
BESIDE = 1000


@dataclass(frozen=True)
class Look:
    """A language, a size in pixels and a colour scheme."""

    language: Language
    width: int
    height: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.language}-{self.width}-{self.scheme}"

    @property
    def kind(self) -> dict[str, Any]:
        """What `Visitors.open` wants to be told of a page."""
        return {
            "locale": f"{self.language}-IN",
            "width": self.width,
            "height": self.height,
            "scheme": self.scheme,
        }

    @property
    def is_wide(self) -> bool:
        """Whether the article stands beside the conversation, and not over it."""
        return self.width >= BESIDE

    @property
    def other(self) -> Language:
        """The language that the page could speak instead."""
        return "en" if self.language == "hi" else "hi"

    def say(self, name: str, **values: str | int) -> str:
        """Return words of the interface as this look shows them."""
        return say(name, self.language, **values)


SIZES = ((1280, 800), (390, 844))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
LANGUAGES: tuple[Language, ...] = ("hi", "en")
LOOKS = tuple(Look(language, *size, scheme) for size in SIZES for scheme in SCHEMES for language in LANGUAGES)
# Two that have nothing in common are for every day; Hindi on a telephone is where words have the least room.
EVERYDAY = (Look("hi", 390, 844, "dark"), Look("en", 1280, 800, "light"))

every_look = pytest.mark.parametrize(
    "look",
    [pytest.param(look, id=str(look), marks=() if look in EVERYDAY else pytest.mark.slow) for look in LOOKS],
)
