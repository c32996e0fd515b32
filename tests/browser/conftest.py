"""A desk to ask, the chat served from it, and a real browser that may reach nothing else."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from rag.answer import Answer
from rag.web.adding.handlers import Adding
from rag.web.adding.policy import Policy
from rag.web.protocol import Desk, Thumb
from tests.fake_desk import FakeDesk
from tests.fake_writing import FakeWriting
from tests.serving import served

OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

# Names, one line each, what is wrong with the view on the screen.
FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")

HOSTILE = "<script>window.broken = 1</script>"
ATTRIBUTE = '<img src=x onerror="window.broken = 1"> [x](javascript:window.broken=1) \u202etxt.exe'
LAKE = "\n\n".join(
    (
        "मोतीपुर की बड़ी झील में इस साल सर्दियों के पहले हफ्ते में ही विदेशी पक्षी लौट आए हैं। वन विभाग की "
        "गिनती में अब तक बारह हज़ार पक्षी मिले हैं।",
        "गिनती के लिए झील को छह हिस्सों में बाँटा गया था। हर हिस्से में तीन लोगों की टोली सुबह छह बजे से दस "
        "बजे तक बैठी। टोलियों में विश्वविद्यालय के छात्र भी थे।",
        "विभाग के अनुसार सबसे ज़्यादा संख्या सुरखाब की रही। पिछले साल इसी समय आठ हज़ार पक्षी दिखे थे। जानकार "
        "मानते हैं कि तालाब की सफ़ाई से पानी में घास कम हुई और मछलियाँ बढ़ीं।",
        "झील के किनारे रहने वाले मछुआरों ने दिसंबर से फरवरी तक जाल न डालने का फ़ैसला किया है। पंचायत ने "
        "उन्हें इन तीन महीनों के लिए दूसरे काम देने का वादा किया।",
        "पर्यटन विभाग ने किनारे पर दो मचान बनवाए हैं। एक मचान पर एक बार में बीस लोग चढ़ सकते हैं। टिकट तीस "
        "रुपये का है और बच्चों से कुछ नहीं लिया जाएगा।",
        "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा। केंद्र में दूरबीनें मुफ़्त मिलेंगी और हर शनिवार को सैर होगी।",
        "जिला अधिकारी ने लोगों से शोर न करने और प्लास्टिक न लाने की अपील की है। नियम तोड़ने पर पाँच सौ रुपये का जुर्माना होगा।",
        "स्थानीय स्कूलों ने भी तैयारी की है। शिक्षक बच्चों को पक्षियों के चित्र बनाना और उनकी बोली पहचानना सिखा रहे हैं।",
    )
)
TRAM = "\n\n".join(
    (
        "The city of Rampur Lake will bring back its trams after four decades, the transport board said on "
        "Monday. The first line will run from the old fort to the new bus station.",
        "Engineers surveyed the route through the autumn. They found that most of the old rails under Station "
        "Road could be lifted without closing both lanes at once.",
        "The board chose low-floor cars so that wheelchairs can roll on at every stop. Each car seats sixty "
        "people and carries two hundred in all.",
        "Shopkeepers on Station Road asked that the digging stop during the festival weeks. The board agreed, "
        "and added two months to the plan.",
        "A day pass will cost forty rupees, and students will ride for half of that. Tickets will be sold on "
        "the cars and by telephone.",
        "The first tram is due to carry passengers on 2 October 2026. Test runs without passengers begin in June.",
        "Power will come from a solar yard beside the depot. The yard is to make more than the trams use on "
        "most days of the year.",
        "The old trams stopped in 1984, when buses took over their last line. One of them still stands in the "
        "town museum.",
    )
)


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """A Hindi and an English article, both of them samples, and one that tries to break out of the page."""
    rights = "Sample article written for tests; no rights reserved."
    return [
        Article(
            id="lake",
            body=LAKE,
            headline="मोतीपुर झील में लौटे बारह हज़ार पक्षी, जनवरी में खुलेगा केंद्र",
            standfirst="सफ़ाई के बाद झील में मछलियाँ बढ़ीं; मछुआरे तीन महीने जाल नहीं डालेंगे",
            published="2025-12-04T23:07:00+05:30",
            updated="2025-12-05T08:10:00+05:30",
            source="नगर दर्पण",
            section="पर्यावरण",
            author="सुधा रावत",
            place="मोतीपुर",
            url="https://nagar-darpan.example/lake",
            language="hi",
            rights=rights,
        ),
        Article(
            id="tram",
            body=TRAM,
            headline="Trams to return to Rampur Lake after forty years",
            standfirst="First line links the old fort with the new bus station",
            published="2025-11-24T09:30:00+05:30",
            source="The Lake Courier",
            section="City",
            author="Anil Mathur",
            place="Rampur Lake",
            url="https://lake-courier.example/tram",
            language="en",
            rights=rights,
        ),
        Article(
            id="hostile",
            body=f"First line.\n\n{HOSTILE} {ATTRIBUTE} ends here.",
            headline='<img src=x onerror="window.broken = 1"> \u202eenildaeh',
            published="2025-11-01",
            source='" onmouseover="window.broken = 1',
            url="javascript:window.broken = 1",
        ),
    ]


@pytest.fixture(scope="session")
def desk(articles: list[Article]) -> Desk:
    """The desk that the browser asks."""
    opening = "मोतीपुर झील का पक्षी केंद्र कब खुलेगा?"
    follow_up = "और टिकट कितने का है?"
    sure = "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा।"
    count = "वन विभाग की गिनती में अब तक बारह हज़ार पक्षी मिले हैं।"
    due = "The first tram is due to carry passengers on 2 October 2026."
    return FakeDesk(
        articles,
        {
            opening: [("lake", sure), ("lake", count)],
            "When will the first tram carry passengers?": [("tram", due)],
            "Why did last week's trams stop?": [("tram", due)],
            "Why did trams stop?": [("tram", due)],
            "What opens soon?": [("tram", due), ("lake", sure)],
            follow_up: [("lake", "टिकट तीस रुपये का है और बच्चों से कुछ नहीं लिया जाएगा।")],
            "jheel ka pakshi kendra kab khulega?": [("lake", sure)],
            HOSTILE: [("hostile", HOSTILE), ("hostile", ATTRIBUTE)],
        },
        understood={
            follow_up: {"standalone": f"{opening} {follow_up}"},
            "Why did last week's trams stop?": {
                "window": {"start": "2025-11-24", "end": "2025-11-30", "text": "last week's", "reason": "named"}
            },
            "jheel ka pakshi kendra kab khulega?": {"restored": "झील का पक्षी केंद्र कब खुलेगा?"},
            HOSTILE: {"restored": ATTRIBUTE},
        },
        short_answers={opening: "14 जनवरी 2026", HOSTILE: ATTRIBUTE},
        notices_of={HOSTILE: [ATTRIBUTE]},
    )


class Kept(list[tuple[str, str, str]]):
    """Opinions as they came: question, thumb, reason."""

    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        """Add an opinion."""
        self.append((answer.question, thumb, reason))
        return len(self)


@pytest.fixture(scope="session")
def opinions() -> Kept:
    """What visitors thought of the answers."""
    return Kept()


@pytest.fixture(scope="session")
def site(desk: Desk, opinions: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the chat; what is added there goes into an archive that the desk does not ask."""
    aside = Archive.create(tmp_path_factory.mktemp("aside") / "archive", HashEmbedder())
    with served(desk, opinions, FakeWriting(desk), Adding(aside, Policy("auto"))) as address:
        yield address


class Visitors:
    """Opens pages in a browser and notes whatever they complain of and wherever they want to go."""

    def __init__(self, chrome: Any) -> None:
        self._chrome = chrome
        self._windows: dict[tuple[str, int, int, str], Any] = {}
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
        """Open the chat in a tab of its own; tabs of one kind share a window and so what it has loaded already."""
        page = self._window(locale, width, height, scheme).new_page()
        self._pages.append(page)
        page.on("request", lambda request: self._look_at_address(request.url, site))
        page.on("console", self._look_at_message)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.goto(site + query)
        page.wait_for_selector(f"html[lang={locale[:2]}] .kh-welcome")
        return page

    def leave(self) -> list[str]:
        """Close the pages and return the complaints since the last call."""
        while self._pages:
            self._pages.pop().close()
        complaints, self.complaints = self.complaints, []
        return complaints

    def _window(self, *kind: Any) -> Any:
        if kind not in self._windows:
            locale, width, height, scheme = kind
            view = {"width": width, "height": height}
            window = self._chrome.new_context(locale=locale, viewport=view, color_scheme=scheme)
            window.grant_permissions(["clipboard-read", "clipboard-write"])
            window.set_default_timeout(30_000)
            self._windows[kind] = window
        return self._windows[kind]

    def _look_at_address(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            self.complaints.append(f"asked for {url}")

    def _look_at_message(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")


@pytest.fixture(scope="module")
def visitors() -> Iterator[Visitors]:
    """Visitors with a Chromium and a fresh profile. Without one the tests are skipped, and fail where CI is set.

    For one module at a time: while Playwright runs, no other test can run an event loop of its own.
    """
    chromium = shutil.which("chromium")
    if chromium is None or find_spec("playwright") is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("no chromium or no playwright here: run `sh tests/install-browser.sh` as root and `make test`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chrome = driver.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        yield Visitors(chrome)
        chrome.close()


@pytest.fixture
def open_page(visitors: Visitors, site: str) -> Iterator[Callable[..., Any]]:
    """Return a function that opens the chat; at the end no page may have complained or gone out."""
    yield partial(visitors.open, site)
    assert visitors.leave() == []
