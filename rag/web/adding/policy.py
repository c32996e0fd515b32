"""Who may add articles from the page, and what may be fetched for them: asked on the server at every request."""

from dataclasses import dataclass
from typing import Literal

from rag.web.here import Caller, is_loopback

Mode = Literal["auto", "on", "off"]
THIS_MACHINE = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Policy:
    """Whether articles are added from the page; `host` is the address that it is served on.

    "auto" lets those add who sit at this machine, while the page is served to it alone.
    """

    mode: Mode = "off"
    host: str = THIS_MACHINE

    @property
    def is_closed(self) -> bool:
        """Whether nobody may add, whoever asks."""
        return self.mode == "off" or (self.mode == "auto" and not is_loopback(self.host))

    def allows(self, caller: Caller) -> bool:
        """Tell whether a caller may add articles."""
        if self.is_closed or caller.is_from_another_site:
            return False
        return self.mode == "on" or caller.is_here

    def is_public_only(self, caller: Caller) -> bool:
        """Tell whether a caller's addresses are fetched from the public internet alone, as all are but this machine's.

        >>> Policy("on", "0.0.0.0").is_public_only(Caller("127.0.0.1", {"host": "localhost:7860"}))
        True
        """
        return not (is_loopback(self.host) and caller.is_here)
