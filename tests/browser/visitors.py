"""Visitors with a real browser: they open pages, and note whatever is wrong with these while they are open."""

from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Names, one line each, what is wrong with the view on the screen.
FAULTS = (HERE / "faults.js").read_text(encoding="utf-8")
WATCH = (HERE / "watch.js").read_text(encoding="utf-8")


class Visitors:
    """Opens pages and notes what they complain of, where they want to go, and how they look when they are left."""

    def __init__(self, chrome: Any) -> None:
        self._chrome = chrome
        self._windows: dict[str, Any] = {}
        self._pages: list[Any] = []
        self.complaints: list[str] = []

    def open(
        self,
        site: str,
        locale: str = "en-IN",
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        query: str = "",
    ) -> Any:
        """Open the chat in a tab of its own; tabs of one language share a window, and so what it has loaded already."""
        page = self._window(locale).new_page()
        self._pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.on("request", lambda request: self._look_at_address(request.url, site))
        page.on("console", self._look_at_message)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.goto(site + query)
        page.wait_for_selector(f"html[lang={locale[:2]}] .kh-welcome")
        return page

    def leave(self) -> list[str]:
        """Close the pages, forget what they stored, and return the complaints since the last call."""
        while self._pages:
            page = self._pages.pop()
            self.complaints += page.evaluate(FAULTS)
            page.evaluate("localStorage.clear()")
            page.close()
        complaints, self.complaints = self.complaints, []
        return complaints

    def _window(self, locale: str) -> Any:
        if locale not in self._windows:
            window = self._chrome.new_context(locale=locale)
            window.grant_permissions(["clipboard-read", "clipboard-write"])
            window.set_default_timeout(30_000)
            window.add_init_script(WATCH)
            self._windows[locale] = window
        return self._windows[locale]

    def _look_at_address(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            self.complaints.append(f"asked for {url}")

    def _look_at_message(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")
