from pathlib import PurePosixPath

import pytest

from index.readers.identity import canonical_url, file_name, is_front_page


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://News.Example/a/", "https://news.example/a"),
        ("HTTP://news.example:80/a#top", "http://news.example/a"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=y&UTM_medium=z", "https://news.example/a?id=7"),
        ("https://me:secret@news.example/a", "https://news.example/a"),
        ("https://news.example/देश", "https://news.example/%E0%A4%A6%E0%A5%87%E0%A4%B6"),
        ("https://news.example/%E0%A4%A6%E0%A5%87%E0%A4%B6", "https://news.example/%E0%A4%A6%E0%A5%87%E0%A4%B6"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        (" https://news.example ", "https://news.example"),
        ("javascript:alert(1)", ""),
        ("ftp://news.example/a", ""),
        ("/a/b", ""),
        ("https://", ""),
        ("http://[::1/a", ""),
        ("http://news.example:99999/a", ""),
        ("", ""),
    ],
)
def test_canonical_urls(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_front_pages() -> None:
    assert is_front_page("https://news.example/?utm_source=x")
    assert not is_front_page("https://news.example/?p=7")


def test_names_are_in_one_unicode_form() -> None:
    decomposed, composed = "cafe\u0301.txt", "caf\u00e9.txt"
    assert file_name(PurePosixPath(f"/d/x/{decomposed}"), PurePosixPath("/d")) == f"x/{composed}"
