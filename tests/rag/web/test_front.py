from rag.web.examples import ANY_ARCHIVE, Example
from rag.web.front import empty_archive_view, masthead_view, note_view, problem_view, welcome_view


def test_the_switch_names_each_language_in_itself() -> None:
    page = masthead_view("hi")
    assert 'lang="hi" data-action="language" data-language="hi" aria-pressed="true">हिंदी<' in page
    assert 'lang="en" data-action="language" data-language="en" aria-pressed="false">English<' in page


def test_examples_are_buttons_in_three_scripts() -> None:
    page = welcome_view(ANY_ARCHIVE, "en")
    assert [page.count(f'data-action="example" lang="{code}"') for code in ("hi", "en", "hi-Latn")] == [1, 1, 1]
    assert "In romanised Hindi" in page


def test_a_hostile_example_stays_text() -> None:
    assert "<img" not in welcome_view([Example('"><img src=x>', "en")], "en")


def test_a_problem_is_an_alert_and_none_is_nothing() -> None:
    assert 'role="alert">&lt;b&gt;</p>' in problem_view("<b>", "en")
    assert problem_view("", "en") == ""


def test_an_empty_archive_says_how_to_fill_it() -> None:
    page = empty_archive_view("hi")
    assert "संग्रह अभी ख़ाली है" in page
    assert "<code>khabar ingest seeds/articles</code>" in page


def test_a_note_tells_and_does_not_alarm() -> None:
    assert note_view("<b>", "en") == '<div class="kh" lang="en"><p class="kh-note" role="status">&lt;b&gt;</p></div>'


def test_light_and_dark_are_switched_by_a_named_button() -> None:
    assert 'data-scheme aria-pressed="false" title="Dark colours" aria-label="Dark colours"' in masthead_view("en")
