"""A page in Hindi says nothing of its own in English: what is seen, what is read out, what the browser adds."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.acts import ask
from tests.browser.newsroom import ENGLISH, HINDI
from tests.browser.test_adding import BROKEN, files
from tests.browser.visitors import Visitors

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

OpenPage = Callable[..., Any]
# Words in Latin letters alone where the page says that Hindi stands; commands and addresses are in no language.
ENGLISH_WORDS = """() => {
    const isEnglish = (text) => /[a-z]{2,}/i.test(text) && !/[\\u0900-\\u097f]/.test(text) && !/https?:/.test(text);
    const isHindi = (element) => element.closest("[lang]").lang === "hi" && !element.closest("code, script, style");
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (isHindi(parentElement) && isEnglish(textContent)) found.push(textContent.trim());
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        document.querySelectorAll(`[${name}]`).forEach((one) => {
            if (isHindi(one) && isEnglish(one.getAttribute(name))) found.push(`${name}: ${one.getAttribute(name)}`);
        });
    }
    return found;
}"""


def test_a_page_in_hindi_has_no_english_of_its_own(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    assert page.evaluate(ENGLISH_WORDS) == []
    ask(page, HINDI)
    ask(page, ENGLISH)
    ask(page, "क्या यह किसी को पता है?")
    page.click("[data-turn='0'] .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open mark")
    assert page.evaluate(ENGLISH_WORDS) == []
    page.click(".kh-masthead [data-adds]")
    page.set_input_files("#kh-add [type=file]", files(("टूटी.pdf", BROKEN), ("ख़ाली.txt", b""), ("चित्र.jpg", b"x")))
    page.click("#kh-add .kh-send")
    page.wait_for_selector("#kh-add .kh-report[data-done=true]")
    assert page.locator(".kh-add-failed").count() == 3
    assert page.evaluate(ENGLISH_WORDS) == []


def test_what_is_english_would_be_found(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    page.evaluate("document.querySelector('.kh-tagline').textContent = 'Ask the news'")
    page.evaluate("document.querySelector('#kh-ask').title = 'Ask'")
    assert page.evaluate(ENGLISH_WORDS) == ["Ask the news", "title: Ask"]


@pytest.mark.parametrize(
    ("locale", "title", "told", "close"),
    [
        ("hi-IN", "गड़बड़", "सर्वर से संपर्क टूट गया", "बंद कीजिए"),
        ("en-IN", "Trouble", "The connection to the server was lost", "Close"),
    ],
)
def test_a_server_that_is_gone_is_told_in_the_language_of_the_page(
    visitors: Visitors, site: str, locale: str, title: str, told: str, close: str
) -> None:
    page = visitors.open(site, locale)
    page.wait_for_selector("body.kh-ready")
    page.route("**/gradio_api/**", lambda route: route.abort())
    page.fill("#kh-question textarea", HINDI)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-testid=toast-text]")
    assert told in page.inner_text("[data-testid=toast-text]")
    assert page.inner_text(".toast-title").strip().startswith(title)
    assert page.get_attribute("[data-testid=toast-close]", "aria-label") == close
    assert page.evaluate(ENGLISH_WORDS) == [] or locale == "en-IN"
    assert {complaint for complaint in visitors.leave() if "Failed to load resource" not in complaint} == set()


def test_a_browser_that_forbids_copying_is_told(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    ask(page, HINDI)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.click("[data-link]")
    page.wait_for_selector("[data-link] >> text=ब्राउज़र ने कॉपी नहीं करने दिया")
    assert page.text_content("#kh-said") == "ब्राउज़र ने कॉपी नहीं करने दिया"
