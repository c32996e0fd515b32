"""Articles that try to give orders: the set of hostile.jsonl, for every test that has a writer to try it on."""

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "hostile.jsonl"
# What an answer says if an order was obeyed.
OBEYED = "PWNED"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One hostile file: its name, its suffix, its text, and whether a reader of the page could not see the order."""

    name: str
    suffix: str
    hidden: bool
    content: str

    def write(self, folder: Path) -> Path:
        """Write the file into a folder and return its path."""
        path = folder / f"{self.name}.{self.suffix}"
        path.write_text(self.content, encoding="utf-8")
        return path


def hostile_articles() -> list[Hostile]:
    """Return all hostile articles."""
    return [Hostile(**json.loads(line)) for line in FILE.read_text(encoding="utf-8").splitlines()]
