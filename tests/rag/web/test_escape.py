import pytest

from rag.web.escape import escaped, script_language, web_host


def test_markup_and_quotes_become_text() -> None:
    assert escaped("<b a=\"1\" b='2'>&") == "&lt;b a=&quot;1&quot; b=&#x27;2&#x27;&gt;&amp;"


def test_direction_controls_and_control_characters_go() -> None:
    assert escaped("a\u202eb\u2066c\u200fd\x00e\x1bf") == "abcdef"


def test_hindi_joiners_and_line_breaks_stay() -> None:
    assert escaped("क्\u200dष र्\u200cय\n\t") == "क्\u200dष र्\u200cय\n\t"


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
        ),
        *("//evil.example/x", "/local", "", "https:///path", "http://[::1", "https://bank.example@evil.example/"),
        *("https:\\\\evil.example", "file:///etc/passwd", "https://ok.example/\x00"),
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    assert web_host(url) is None


def test_a_web_address_gives_its_host() -> None:
    assert web_host("HTTPS://Samachar.Example:8443/देश?a=1#b") == "samachar.example"


@pytest.mark.parametrize(("text", "language"), [("", "en"), ("2025", "en"), ("रु 2025", "hi"), ("A रु", "hi")])
def test_a_text_is_tagged_by_most_of_its_letters(text: str, language: str) -> None:
    assert script_language(text) == language
