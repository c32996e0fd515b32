"""A part of a short answer: what is said, and the span of the quoted sentence that says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """`said` renders ``sentence[start:end]`` in the asker's language."""

    said: str
    start: int
    end: int
