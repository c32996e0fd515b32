import pytest

from index.article import Language
from rag.choice import Choice, Offer
from rag.web.handlers import Handlers
from rag.web.manner import DEFAULT, Manner
from rag.web.settings import settings_view
from tests.fake_desk import FakeDesk
from tests.fake_writing import FakeWriting


@pytest.mark.parametrize(("language", "word"), [("hi", "जवाब कौन लिखे"), ("en", "Who writes the answer")])
def test_each_writer_is_offered_with_plain_words(language: Language, word: str) -> None:
    page = settings_view(FakeWriting(), DEFAULT, language, here=True)
    assert word in page
    assert page.count('name="writer"') == 3
    assert 'value="quote" checked' in page
    assert 'name="local_model" value="some/model"' in page
    assert 'name="endpoint_url" value=""' in page
    assert '<option value="" selected>3</option>' in page


def test_without_a_choice_of_writers_the_language_is_left() -> None:
    page = settings_view(None, Manner("hi"), "en", here=True)
    assert 'name="writer"' not in page
    assert 'value="hi" checked' in page
    assert ">Settings: answers in Hindi</button>" in page


def test_the_button_says_what_is_chosen() -> None:
    manner = Manner("en", Choice("endpoint", "qwen3:4b", "http://localhost:1/v1"), 2)
    assert ">Settings: answers in English · written by the model qwen3:4b · up to 2 quotes</button>" in settings_view(
        FakeWriting(), manner, "en", here=True
    )
    one = Manner(choice=Choice("local"), quotes=1)
    assert ">सेटिंग: इस मशीन का मॉडल लिखेगा · एक ही उद्धरण</button>" in settings_view(FakeWriting(), one, "hi", here=True)
    assert ">सेटिंग</button>" in settings_view(FakeWriting(), DEFAULT, "hi", here=True)


def test_others_see_the_operators_model_and_no_address() -> None:
    writing = FakeWriting(
        offered=(Offer("quote", ""), Offer("endpoint", "theirs")), free=False, url="http://secret.lan/v1"
    )
    page = settings_view(writing, DEFAULT, "en", here=True)
    assert "Model: theirs" in page
    assert "secret.lan" not in page
    assert 'type="text"' not in page


def test_a_reader_elsewhere_names_no_model_and_no_address(desk: FakeDesk) -> None:
    page = settings_view(FakeWriting(url="http://secret.lan/v1"), DEFAULT, "en", here=False)
    assert "secret.lan" not in page
    assert 'type="text"' not in page
    fields = {"writer": "endpoint", "endpoint_url": "http://localhost:1", "endpoint_model": "m"}
    assert Handlers(desk, writing=FakeWriting()).settle(fields, "en", here=False)[0] == DEFAULT


def test_what_was_typed_stays_text() -> None:
    typed = '"><script>alert(1)</script>'
    page = settings_view(FakeWriting(), Manner(choice=Choice("endpoint", typed, typed)), "en", here=True)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"writer": "endpoint", "endpoint_url": "nowhere", "endpoint_model": "m"}, "“nowhere” is not the address"),
        ({"writer": "endpoint", "endpoint_model": "m"}, "is not the address"),
        ({"writer": "endpoint", "endpoint_url": "http://localhost:1"}, "name of the model"),
        ({"writer": "endpoint", "endpoint_url": "http://localhost:1", "endpoint_model": "m"}, ""),
        ({"writer": "local", "local_model": "m"}, ""),
        ({"writer": "quote"}, ""),
    ],
)
def test_what_plainly_lacks_something_is_said_at_once(desk: FakeDesk, fields: dict[str, str], told: str) -> None:
    manner, _, problem = Handlers(desk, writing=FakeWriting()).settle(fields, "en", here=True)
    assert manner.choice.writer == fields["writer"]
    assert told in problem
    assert bool(problem) is bool(told)
