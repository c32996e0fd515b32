"""The components of the page and the words of each, which change with its language; gradio's own types stay Any."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from index.article import Language
from index.filters import Filters
from rag.web.conversation import Conversation
from rag.web.manner import DEFAULT, Manner
from rag.web.reader import Opened


@dataclass(frozen=True, slots=True)
class Session:
    """What the words of a component may depend on."""

    turns: Conversation = ()
    opened: Opened | None = None
    language: Language = "en"
    filters: Filters | None = None
    latest: bool = False
    manner: Manner = DEFAULT
    here: bool = False  # whether the reader sits at this machine
    adds: bool = False  # whether articles may be added


Words = Callable[[Session], dict[str, Any]]
# Of an event that answers at once and is nobody's interface but the page's.
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


@dataclass
class Parts:
    """What events read and write. A session holds `turns`, `language`, `opened`, `filters`, `latest`, `manner`.

    `worded` lists every component with the function that gives its words in a session's language.
    """

    turns: Any = None
    language: Any = None
    opened: Any = None
    filters: Any = None
    latest: Any = None
    asked_in: Any = None
    masthead: Any = None
    thread: Any = None
    problem: Any = None
    box: Any = None
    ask: Any = None
    stop: Any = None
    manner: Any = None
    settings: Any = None
    filter_fold: Any = None
    chosen: Any = None
    reader: Any = None
    worded: list[tuple[Any, Words]] = field(default_factory=list)

    def add(self, kind: Any, words: Words, **fixed: Any) -> Any:
        """Make a component of a kind where the layout stands; its words follow the language of the page."""
        part = kind(**words(Session()), **fixed)
        self.worded.append((part, words))
        return part


def clickable(behaviour: str, *events: str) -> dict[str, Any]:
    """Return the properties of an HTML component whose buttons send events, by the script `khabar.<behaviour>`.

    Gradio learns the names of the events from the quoted words in the script.
    """
    script = f"khabar.{behaviour}(element, trigger, watch, {list(events)});"
    return {"js_on_load": script, "apply_default_css": False}
