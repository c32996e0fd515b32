"""Why something could not be done: a fault of a known kind with its particulars, in one line of English.

Errors carry such a reason, so that a page can tell it in the reader's language; see rag/web/reasons.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from string import Formatter


class Fault(Enum):
    """A kind of thing that goes wrong. The value is its line in English, with blanks for the particulars.

    In `detail` stand words of a library or of the system, which are in English whoever reads them.
    """

    @property
    def blanks(self) -> frozenset[str]:
        """The names of the particulars that belong to it."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.value) if name)


@dataclass(frozen=True, slots=True)
class Reason:
    """A fault and its particulars by name; as a string it is one line of English."""

    fault: Fault
    values: Mapping[str, str | int]

    def __str__(self) -> str:
        """Return the line in English."""
        return str(self.fault.value).format(**self.values)

    def with_texts(self, change: Callable[[str], str]) -> "Reason":
        """Return the reason with its particulars that are texts changed."""
        changed = {name: change(one) if isinstance(one, str) else one for name, one in self.values.items()}
        return Reason(self.fault, changed)


def because(fault: Fault, **values: str | int) -> Reason:
    """Return the reason for an error, a failure or a problem."""
    return Reason(fault, values)
