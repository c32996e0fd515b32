"""Drafts become articles: cleaned, bounded, with defaults, a language and an identity."""

from typing import Any

import pytest

from index.readers.building import MAX_BODY, Origin, build, known_language
from index.readers.draft import Draft, UnfitError
from index.readers.sidecar import Defaults

HINDI, ENGLISH = "झील का पानी गुरुवार को बढ़ गया।", "The lake rose on Thursday."
ORIGIN = Origin("in/2025/a.txt", "2025/a.txt", "ganga")


def test_the_article_says_more_than_its_folder_and_the_user_more_than_both() -> None:
    defaults = Defaults("गंगा समाचार", "hi", "CC0", "देश")
    own = Draft(HINDI, source="अपना", section="खेल", rights="CC BY")
    article = build(own, Origin("a", "a", "f", defaults))
    assert (article.source, article.section, article.rights) == ("अपना", "खेल", "CC BY")
    article = build(Draft(HINDI), Origin("a", "a", "f", defaults))
    assert (article.source, article.section, article.rights) == ("गंगा समाचार", "देश", "CC0")
    assert build(own, Origin("a", "a", "f", defaults, source="मेरा")).source == "मेरा"


@pytest.mark.parametrize(
    ("draft", "origin", "identity"),
    [
        (Draft("x.", id=" a-1 ", url="https://n.example/a"), ORIGIN, "a-1"),
        (Draft("x.", url="https://N.example/a/?utm_source=y#z"), ORIGIN, "https://n.example/a"),
        (Draft("x."), ORIGIN, "ganga/2025/a.txt"),
        (Draft("x.", source="गंगा समाचार"), ORIGIN, "गंगा समाचार/2025/a.txt"),
        (Draft("x.", fragment="7"), ORIGIN, "ganga/2025/a.txt#7"),
        (Draft("x.", url="not a url"), ORIGIN, "ganga/2025/a.txt"),
        (Draft("x.", fragment="7"), Origin("u", "https://n.example/a.csv", source="S"), "https://n.example/a.csv#7"),
    ],
)
def test_identity(draft: Draft, origin: Origin, identity: str) -> None:
    assert build(draft, origin).id == identity


@pytest.mark.parametrize(
    ("values", "default", "language"),
    [
        ({"body": HINDI}, "", "hi"),
        ({"body": ENGLISH}, "", "en"),
        ({"body": ENGLISH, "language": "hi"}, "en", "hi"),
        ({"body": HINDI, "language": "en-GB"}, "", "en"),
        ({"body": ENGLISH, "language": "klingon"}, "", "en"),
        ({"body": ENGLISH, "page_language": "hi-IN"}, "", "hi"),
        ({"body": ENGLISH, "page_language": "en"}, "hi", "en"),
        ({"body": ENGLISH}, "hi", "hi"),
        ({"body": HINDI, "page_language": "en-US"}, "en", "hi"),
        ({"body": ENGLISH, "page_language": "mr"}, "", "en"),
    ],
)
def test_language(values: dict[str, Any], default: str, language: str) -> None:
    assert build(Draft(**values), Origin("a", "a", defaults=Defaults(language=default))).language == language


def test_names_of_languages() -> None:
    names = ["HI", "hi_IN", "हिन्दी", "English", "eng", "fr", ""]
    assert [known_language(name) for name in names] == ["hi", "hi", "hi", "en", "en", None, None]


def test_dates_become_iso_and_what_is_unclear_is_kept_as_written() -> None:
    article = build(Draft("x.", published="4 दिसंबर 2025, रात 11:04 बजे", updated="05-03-2024"), ORIGIN)
    assert (article.published, article.updated) == ("2025-12-04T23:04:00", None)
    assert article.extra == {"updated_raw": "05-03-2024"}


def test_an_address_that_is_none_is_kept_aside() -> None:
    article = build(Draft("x.", url="javascript:alert(1)", extra={"a": 1}), ORIGIN)
    assert (article.url, article.extra) == ("", {"url_raw": "javascript:alert(1)", "a": 1})


def test_text_is_cleaned_everywhere() -> None:
    draft = Draft("एक\x00।\r\nदो\ud800।", headline=" a\x07\n b ", extra={"k\x00": ["\udfff", {"z": "\x01y"}]})
    article = build(draft, ORIGIN)
    assert (article.body, article.headline) == ("एक।\nदो\ufffd।", "a b")
    assert article.extra == {"k": ["\ufffd", {"z": "y"}]}


def test_the_body_is_verbatim_otherwise() -> None:
    body = "  पहला  पैरा।\n\n\n\tदूसरा। "
    assert build(Draft(body), ORIGIN).body == body


def _nested(depth: int) -> list[Any]:
    return [_nested(depth - 1)] if depth else []


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft(" \x00\n"), "no article text"),
        (Draft("x" * (MAX_BODY + 1)), "too long: a body of 2,000,001 characters"),
        (Draft("x", headline="y" * 30_000), "too long: headline has 30,000 characters"),
        (Draft("x", extra={"deep": _nested(40)}), "nested more than 32 levels deep"),
        (Draft("ljdkj us dgk gS fd fdlkuksa ds fy, u;h ;kstuk vkSj dj ugha"), "old font"),
        (Draft(HINDI.encode().decode("latin-1")), "wrongly decoded"),
        (Draft("???? ?? ????? ?????? ??? ????"), "letters are lost"),
    ],
)
def test_what_is_refused(draft: Draft, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        build(draft, ORIGIN)
