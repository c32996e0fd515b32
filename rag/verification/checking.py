"""What the desk asks of a verifier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from index.article import Language
from rag.answer import Support
from rag.evidence import Evidence


class Finding(Protocol):
    """How far a sentence follows from what it cites, and why no further."""

    @property
    def support(self) -> Support:
        """Supported, partly or unsupported."""
        ...

    @property
    def reasons(self) -> Sequence[object]:
        """What the cited sentences lack; the trace has them as str() gives them."""
        ...


class Checker(Protocol):
    """What tells whether a sentence follows from what it cites."""

    def prepare(self, cited: Evidence) -> None:
        """Read a sentence that may be cited, so that `check` need not; is called from another thread."""
        ...

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Finding:
        """Judge a sentence in a language against the evidence that it cites."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plain finding."""

    support: Support
    reasons: tuple[str, ...] = ()
