"""Articles added from the page in a real browser: told one by one, asked about at once, refused where they must be."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from index.archive import Archive
from index.ingest import Done
from rag.desk import NewsDesk
from rag.web.adding.handlers import Adding
from rag.web.adding.policy import Policy
from tests.browser.acts import ask, cite, close_article, faults, is_outlined, press, tab_to
from tests.browser.feeds import feed
from tests.browser.looks import LOOKS, Look, every_look
from tests.browser.visitors import Visitors
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

QUOTE = "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा।"
LAKE = f"मोतीपुर झील में लौटे पक्षी\n\n{QUOTE} केंद्र में दूरबीनें मुफ़्त मिलेंगी।\n\nमछुआरे फरवरी तक जाल नहीं डालेंगे।\n"
QUESTION = "मोतीपुर झील का पक्षी केंद्र कब खुलेगा?"
BROKEN = b"%PDF-1.7\n" + bytes(range(256))
HOSTILE = '<img src=x onerror="window.broken=1">.txt'
OpenPage = Callable[..., Any]


@contextmanager
def chat_over(archive: Archive, policy: Policy) -> Iterator[str]:
    """Yield the address of the chat over an archive."""
    desk = NewsDesk(archive)
    with served(desk, adding=Adding(archive, policy)) as site:
        yield site
    archive.close()


def files(*pairs: tuple[str, bytes]) -> list[dict[str, Any]]:
    return [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in pairs]


def hand_over(page: Any, *pairs: tuple[str, bytes], **fields: str) -> None:
    """Fill the form of the open panel, press its button and wait for the end."""
    page.set_input_files("#kh-add [type=file]", files(*pairs))
    for name, value in fields.items():
        page.fill(f"#kh-add [name={name}]", value)
    page.click("#kh-add .kh-send")
    page.wait_for_selector("#kh-add .kh-report[data-done=true]")
    page.wait_for_selector("#kh-add .kh-add-form[aria-busy=false]")


def results(page: Any) -> list[list[str]]:
    rows = page.locator(".kh-add-table tbody tr").all()
    return [[row.locator("th").inner_text(), row.locator("strong").inner_text()] for row in rows]


@every_look
def test_a_hindi_file_is_added_beside_a_broken_one_and_cited_at_once(
    visitors: Visitors, tmp_path: Path, look: Look
) -> None:
    with chat_over(Archive.open_or_create(tmp_path / "archive"), Policy("auto")) as site:
        _add_and_ask(visitors.open(site, **look.kind), look)
        assert visitors.leave() == []


def _add_and_ask(page: Any, look: Look) -> None:
    page.evaluate(
        """() => {
            window.seen = [];
            const note = () => window.seen.push(document.querySelector(".kh-add-status span")?.textContent);
            new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
        }"""
    )
    press(page, look.say("add_articles"), ".kh-welcome")
    hand_over(page, ("मोतीपुर की झील.txt", LAKE.encode()), ("टूटी.pdf", BROKEN), outlet="नगर दर्पण")
    assert results(page) == [
        ["मोतीपुर की झील.txt", look.say("outcome_added")],
        ["टूटी.pdf", look.say("outcome_failed")],
    ]
    assert "PDF" in page.inner_text(".kh-add-failed .kh-detail")
    assert look.say("add_reading", n=1, count=2, file="मोतीपुर की झील.txt") in page.evaluate("window.seen")
    assert page.inner_text(".kh-add-status") == look.say("add_done", articles=1)
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-examples")  # the archive is no longer empty
    assert page.locator("#kh-filters [name=source] option").all_text_contents() == [look.say("filter_any"), "नगर दर्पण"]
    assert page.inner_text(".kh-empty dl dd >> nth=0") == "1"
    ask(page, QUESTION)
    cite(page)
    assert page.inner_text(".kh-open mark") == QUOTE
    close_article(page)
    press(page, look.say("add_articles"), ".kh-masthead")
    hand_over(page, ("मोतीपुर की झील.txt", LAKE.encode()), outlet="नगर दर्पण")
    assert results(page) == [["मोतीपुर की झील.txt", look.say("outcome_unchanged")]]


@every_look
def test_a_feed_is_added_by_its_address(page: Any, look: Look) -> None:
    with feed(f"{look}.xml") as address:
        press(page, look.say("add_articles"), ".kh-masthead")
        hand_over(page, address=address)
        assert results(page) == [[address, f"{look.say('outcome_added')}: 2"]]
        assert page.inner_text(".kh-add-status") == look.say("add_done", articles=2)
        assert faults(page) == []


def test_files_are_dropped_anywhere_on_the_page(open_page: OpenPage) -> None:
    page = open_page(locale="en-IN")
    drop = """(name) => {
        const data = new DataTransfer();
        data.items.add(new File(["The lake rose to 508 metres on Thursday."], name));
        for (const kind of ["dragover", "drop"]) {
            document.querySelector(".kh-welcome").dispatchEvent(
                new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
        }
    }"""
    page.evaluate(drop, "lake.txt")
    page.evaluate(drop, HOSTILE)
    assert page.locator(".kh-add-chosen li span").all_inner_texts() == ["lake.txt", HOSTILE]
    page.click("#kh-add .kh-send")
    page.wait_for_selector(".kh-report[data-done=true]")
    assert results(page) == [["lake.txt", "Added"], [HOSTILE, "Duplicate"]]
    assert page.evaluate("window.broken") is None
    assert page.inner_text(".kh-add-status") == "Done (articles: 1). You can ask about them now."
    page.evaluate(drop, "another.txt")
    assert page.locator(".kh-report").count() == 0  # it was about the files before


def test_what_cannot_go_in_is_said_before_anything_is_sent(open_page: OpenPage) -> None:
    page = open_page(locale="en-IN")
    page.click(".kh-masthead [data-adds]")
    page.click("#kh-add .kh-send")
    assert "choose a file or give an address" in page.inner_text("#kh-add [role=alert]")
    page.set_input_files("#kh-add [type=file]", files(*((f"{n}.txt", b"x") for n in range(51))))
    assert "At most 50 files" in page.inner_text("#kh-add [role=alert]")
    assert not page.is_visible(".kh-add-chosen")
    for _ in range(2):
        hand_over(page, address="/etc/passwd")
        assert "no web address" in page.inner_text(".kh-add-status")


def test_a_long_file_can_be_stopped_and_another_added(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    page.click("[data-adds]")
    rows = "\n".join(f'{{"id": "s{n}", "body": "Report {n} of the lake. " }}' for n in range(20_000))
    page.set_input_files("#kh-add [type=file]", files(("long.jsonl", rows.encode())))
    page.click("#kh-add .kh-send")
    page.wait_for_selector(".kh-add-status >> text=articles so far")
    page.click("[data-stop]")
    page.wait_for_selector(".kh-add-form[aria-busy=false]")
    assert "Stopped here" in page.inner_text(".kh-add-status")
    assert not page.is_visible("[data-stop]")
    assert page.locator(".kh-add-chosen li").count() == 1
    page.click("[data-unchoose]")
    hand_over(page, ("next.txt", b"The canal was cleaned before the rains."))
    assert results(page) == [["next.txt", "Added"]]


def test_what_was_stopped_while_it_was_sent_is_not_handed_over_beside_the_next(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    held: list[Any] = []
    given: list[str] = []
    uploads: list[Any] = []
    page.on("response", lambda response: uploads.append(response) if "/upload" in response.url else None)
    page.route("**/upload*", lambda route: route.continue_() if held else held.append(route))
    page.on("request", lambda request: given.append(request.url) if '"given"' in (request.post_data or "") else None)
    page.click("[data-adds]")
    page.set_input_files("#kh-add [type=file]", files(("sluice.txt", b"The sluice was mended on Saturday.")))
    page.click("#kh-add .kh-send")
    page.wait_for_selector(".kh-add-sending >> text=Sending 1 of 1")
    page.click("[data-stop]")
    page.wait_for_selector(".kh-add-form[aria-busy=false]")
    page.click("#kh-add .kh-send")
    page.wait_for_selector("#kh-add .kh-report[data-done=true]")
    page.wait_for_selector(".kh-add-form[aria-busy=false]")
    with page.expect_request_finished(lambda request: "/upload" in request.url):
        held[0].continue_()
    page.wait_for_timeout(500)
    assert len(given) == 1
    first, second = (upload.json()[0] for upload in uploads)
    assert first != second  # or the end of one run would delete what another has sent
    assert results(page) == [["sluice.txt", "Added"]]


def test_the_server_goes_on_while_a_stopped_run_ends(open_page: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()

    def ends_late(*arguments: Any, report: Callable[[Done], None], **options: Any) -> None:
        try:
            while not goes_on.wait(0.01):
                report(Done("a", "added"))
        finally:
            goes_on.wait(20)

    monkeypatch.setattr("index.ingest.ingest", ends_late)
    page = open_page("en-IN")
    page.click("[data-adds]")
    page.fill("#kh-add [name=address]", "https://news.example/slow")
    page.click("#kh-add .kh-send")
    page.wait_for_selector(".kh-add-status >> text=articles so far")
    try:
        page.click("[data-stop]")
        page.wait_for_selector(".kh-add-form[aria-busy=false]", timeout=3000)
        page.wait_for_timeout(1000)  # by now the run is closed
        assert page.request.get(page.url, timeout=3000).ok
    finally:
        goes_on.set()


def test_a_private_address_is_refused_from_beyond_this_machine(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Policy, "is_public_only", lambda policy, caller: True)
    page = open_page(locale="hi-IN")
    page.click(".kh-masthead [data-adds]")
    for address in ("http://10.0.0.7/feed.xml", "http://169.254.169.254/latest/meta-data"):
        hand_over(page, address=address)
        assert results(page) == [[address, "नहीं जुड़ा"]]
        assert "किसी निजी नेटवर्क" in page.inner_text(".kh-add-failed .kh-detail")


def test_there_is_no_panel_where_adding_is_off(visitors: Visitors, archive: Archive) -> None:
    with chat_over(archive, Policy("off")) as site:
        page = visitors.open(site)
        assert "khabar ingest" in page.inner_text(".kh-welcome")
        assert page.locator("[data-adds]:visible, #kh-adding, #kh-add").count() == 0
        assert visitors.leave() == []


def test_articles_are_added_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page(locale="en-IN")
    tab_to(page, ".kh-masthead [data-adds]", back=True)
    assert is_outlined(page)
    page.keyboard.press("Enter")
    tab_to(page, "#kh-add [type=file]")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.kh-add-zone')).outlineWidth) >= 2")
    # The browser's own dialog, which opens at a click, is not for tests.
    page.evaluate(
        """() => document.activeElement.addEventListener("click", (event) => {
            event.preventDefault();
            window.chosen = true;
        })"""
    )
    page.keyboard.press("Enter")
    page.wait_for_function("window.chosen")
    page.set_input_files(":focus", files(("lake.txt", b"The dam was opened by the minister on Friday.")))
    tab_to(page, "#kh-add [name=outlet]")
    assert is_outlined(page)
    page.keyboard.type("The Courier")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-report[data-done=true]")
    assert results(page) == [["lake.txt", "Added"]]
    assert "Done" in page.text_content("#kh-said")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-adds]')")


def test_the_panel_speaks_the_language_of_the_page(open_page: OpenPage) -> None:
    page = open_page(locale="en-IN")
    page.click(".kh-switch button >> text=हिंदी")
    page.wait_for_selector(".kh-masthead[lang=hi]")
    page.click(".kh-masthead [data-adds]")
    hand_over(page, ("झील.txt", LAKE.encode()))
    assert results(page) == [["झील.txt", "जुड़ा"]]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_panel_is_whole(page: Any, look: Look) -> None:
    assert faults(page) == []
    page.click(".kh-masthead [data-adds]")
    assert faults(page) == []
    long = "एक-बहुत-लंबे-नाम-की-फ़ाइल-" * 5 + "x" * 60 + ".txt"
    page.set_input_files("#kh-add [type=file]", files((long, LAKE.encode()), ("b.pdf", BROKEN)))
    assert faults(page) == []
    page.click("#kh-add .kh-send")
    page.wait_for_selector("#kh-add .kh-report[data-done=true]")
    assert faults(page) == []
