"""The settings in a real browser: chosen in words, kept by the browser, and quotes where a model does not answer."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from index.ingest import prepare
from rag.desk import NewsDesk
from rag.messages import message
from rag.settings import Settings
from rag.web.writing import ChosenWriting
from rag.writers import endpoint
from tests.browser.acts import ask, faults, is_outlined, press, tab_to
from tests.browser.looks import LOOKS, Look, every_look
from tests.browser.newsroom import ENGLISH, ENGLISH_QUOTE, HINDI, HINDI_QUOTE, QUOTES
from tests.browser.visitors import Visitors
from tests.chat_server import Reply, chat_server
from tests.serving import free_port, served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

OpenAt = Callable[..., Any]
BUTTON = "#kh-settings [data-open]"
DIALOG = "#kh-settings-dialog"


@pytest.fixture(scope="module")
def newsroom(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewsDesk]:
    """A real desk on the articles of the other tests."""
    archive = Archive.create(tmp_path_factory.mktemp("newsroom") / "archive", HashEmbedder())
    prepared, _ = prepare(articles[:2], archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(endpoint, "FIRST_WAIT", 0.01)
        yield NewsDesk(archive, Settings(abstain_below=0.0, quote_margin=20.0))


@pytest.fixture(scope="module")
def newsroom_site(newsroom: NewsDesk) -> Iterator[str]:
    with served(newsroom, writing=ChosenWriting(newsroom, free=True)) as site:
        yield site


@pytest.fixture
def open_at(newsroom_site: str, visitors: Visitors) -> Iterator[OpenAt]:
    """Return a function that opens the chat over that desk."""
    yield partial(visitors.open, newsroom_site)
    assert visitors.leave() == []


def again(page: Any) -> Any:
    page.reload()
    page.wait_for_selector("body.kh-ready .kh-welcome")
    return page


def choose(page: Any, writer: str, **fields: str) -> None:
    page.click(BUTTON)
    page.check(f"{DIALOG} [name=writer][value={writer}]")
    for name, value in fields.items():
        page.fill(f"{DIALOG} [name={name}]", value)
    page.click(f"{DIALOG} [type=submit]")


@every_look
def test_a_server_that_does_not_answer_is_explained_and_quotes_stand_in(open_at: OpenAt, look: Look) -> None:
    page = open_at(**look.kind)
    question, quote = {"hi": (HINDI, HINDI_QUOTE), "en": (ENGLISH, ENGLISH_QUOTE)}[look.language]
    why = message("trouble_unreachable", look.language)
    press(page, look.say("settings"))
    page.get_by_label(look.say("writer_endpoint"), exact=True).check()
    page.get_by_label(look.say("endpoint_url")).fill(f"http://127.0.0.1:{free_port()}/v1")
    page.get_by_label(look.say("endpoint_model")).fill("tiny")
    assert faults(page) == []
    press(page, look.say("settings_done"), DIALOG)
    page.wait_for_selector(f"{BUTTON} >> text={look.say('settings_as', chosen=look.say('model_chosen', model='tiny'))}")
    ask(page, question)
    assert quote in page.inner_text(".kh-answer")
    assert why in page.inner_text(".kh-notices")
    assert faults(page) == []
    again(page)
    ask(page, question)  # at once: it waits for what the browser has kept
    assert why in page.inner_text(".kh-notices")
    press(page, look.say("settings_as", chosen=look.say("model_chosen", model="tiny")))
    press(page, look.say("settings_default"), DIALOG)
    page.get_by_role("button", name=look.say("settings"), exact=True).wait_for()
    ask(page, question)
    assert page.locator(f".kh-turn:last-child .kh-notices >> text={why}").count() == 0


@every_look
def test_the_answers_language_and_the_quotes_are_kept(open_at: OpenAt, look: Look) -> None:
    page = open_at(**look.kind)
    question, quotes = {"hi": (HINDI, QUOTES["hi"]), "en": (ENGLISH, QUOTES["en"])}[look.language]
    other = {"hi": "हिंदी", "en": "English"}[look.other]
    press(page, look.say("settings"))
    page.locator(DIALOG).get_by_label(other, exact=True).check()
    page.get_by_label(look.say("source_count")).select_option("1")
    press(page, look.say("settings_done"), DIALOG)
    chosen = look.say("settings_as", chosen=f"{look.say(f'answers_in_{look.other}')} · {look.say('quote_chosen')}")
    page.get_by_role("button", name=chosen, exact=True).wait_for()
    again(page)
    page.get_by_role("button", name=chosen, exact=True).wait_for()
    ask(page, question)
    assert page.locator(".kh-card mark").all_inner_texts() == [quotes[0]]
    assert message("foreign", look.other) in page.inner_text(".kh-notices")


def test_a_missing_model_is_explained_and_the_question_asked_again_with_another_writer(open_at: OpenAt) -> None:
    page = open_at(locale="en-IN")
    choose(page, "local", local_model="nobody/has-this-model")
    ask(page, ENGLISH)
    assert "it is not on this machine" in page.inner_text(".kh-notices")
    assert ENGLISH_QUOTE in page.inner_text(".kh-answer")
    everything = "".join(f"[{n}]" for n in range(1, 21))
    with chat_server(Reply([f"{ENGLISH_QUOTE[:-1]} {everything}."])) as server:
        choose(page, "endpoint", endpoint_url=server.url, endpoint_model="tiny")
        page.wait_for_selector(f"{BUTTON} >> text=tiny")
        page.click(".kh-tools [data-action=again]")
        page.wait_for_selector(".kh-notices >> text=not on this machine", state="detached")
        page.wait_for_selector(".kh-answer[aria-busy=false]")
        assert server.asked[-1]["model"] == "tiny"
    assert page.locator(".kh-turn").count() == 1


def test_what_is_no_address_is_said_at_once(open_at: OpenAt) -> None:
    page = open_at(locale="hi-IN", width=390, height=844)
    choose(page, "endpoint", endpoint_url="<img src=x onerror=window.broken=1>", endpoint_model="m")
    page.wait_for_selector("#kh-problem [role=alert] >> text=किसी सर्वर का पता नहीं है")
    assert page.evaluate("window.broken") is None
    ask(page, HINDI)
    assert HINDI_QUOTE in page.inner_text(".kh-answer")
    assert "उसका पता, नाम या कुंजी ठीक नहीं है" in page.inner_text(".kh-notices")


def test_a_server_without_an_address_or_a_model_is_not_saved(open_at: OpenAt) -> None:
    page = open_at(locale="en-IN")
    page.click(BUTTON)
    page.check(f"{DIALOG} [name=writer][value=endpoint]")
    for name, value in (("endpoint_url", "http://127.0.0.1:9/v1"), ("endpoint_model", "tiny")):
        page.fill(f"{DIALOG} [name={name}]", "")
        page.click(f"{DIALOG} [type=submit]")
        assert "Please give" in page.evaluate("document.activeElement.validationMessage")
        assert page.evaluate("document.activeElement.name") == name
        assert page.evaluate("localStorage.getItem('khabar.settings')") is None
        page.fill(f"{DIALOG} [name={name}]", value)
    page.click(f"{DIALOG} [type=submit]")
    page.wait_for_selector(f"{BUTTON} >> text=written by the model tiny")


def test_the_dialog_by_key(open_at: OpenAt) -> None:
    page = open_at(locale="en-IN")
    tab_to(page, BUTTON)
    assert is_outlined(page)
    page.keyboard.press("Enter")
    tab_to(page, f"{DIALOG} [name=answer_language]")
    page.keyboard.press("ArrowRight")
    assert page.is_checked(f"{DIALOG} [name=answer_language][value=hi]")
    page.keyboard.press("Escape")
    assert not page.is_visible(DIALOG)
    assert page.evaluate("document.activeElement.matches('#kh-settings [data-open]')")
    page.keyboard.press("Enter")
    assert page.is_checked(f"{DIALOG} [name=answer_language][value=auto]")  # what was cancelled is forgotten
    tab_to(page, f"{DIALOG} [name=answer_language]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BUTTON} >> text=answers in Hindi")
    page.wait_for_function("document.activeElement.matches('#kh-settings [data-open]')")


def test_a_reader_behind_a_proxy_names_no_model_and_no_address(open_at: OpenAt) -> None:
    page = open_at(locale="en-IN")
    page.set_extra_http_headers({"X-Forwarded-For": "203.0.113.9"})
    page.evaluate(
        "localStorage.setItem('khabar.settings', JSON.stringify("
        "{ writer: 'endpoint', endpoint_url: 'http://127.0.0.1:9/v1', endpoint_model: 'm', answer_language: 'hi' }))"
    )
    again(page)
    page.wait_for_selector(f"{BUTTON} >> text=answers in Hindi")
    page.click(BUTTON)
    assert page.locator(f"{DIALOG} [name=writer]").count() == 1
    assert page.locator(f"{DIALOG} input[type=text]").count() == 0
    page.keyboard.press("Escape")
    ask(page, ENGLISH)
    assert page.locator(".kh-notices >> text=मॉडल").count() == 0


def test_what_somebody_put_into_the_browsers_storage_does_no_harm(open_at: OpenAt) -> None:
    page = open_at(locale="en-IN")
    for kept in ("{", "[1]", '{"writer": "shell", "quotes": "<b>", "answer_language": 7}'):
        page.evaluate("kept => localStorage.setItem('khabar.settings', kept)", kept)
        again(page)
        ask(page, ENGLISH)
        assert ENGLISH_QUOTE in page.inner_text(".kh-answer")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_dialog_is_whole(open_at: OpenAt, look: Look) -> None:
    page = open_at(**look.kind)
    page.click(BUTTON)
    assert faults(page) == []
    page.evaluate("document.querySelector('.kh-form').scrollTo(0, 9999)")
    assert faults(page) == []
