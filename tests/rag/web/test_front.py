from rag.web.examples import ANY_ARCHIVE, Example
from rag.web.front import masthead_view, problem_view, welcome_view


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
