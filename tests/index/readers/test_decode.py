"""Bytes: what is certain is decoded, what is not is refused with the place and a way out."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers.decode import as_utf8, clean_line, clean_text, decode, decode_page, decode_words, open_file
from index.readers.draft import Document, UnfitError

HINDI = "झील का पानी गुरुवार को बढ़ गया। नावें सोमवार से चलेंगी। "
ENGLISH = "The lake rose on Thursday. Boats run from Monday. "


@pytest.mark.parametrize("text", [HINDI, ENGLISH, HINDI + ENGLISH])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_decoded(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff \n".encode("utf-16"), "empty"),
        (bytes(1000), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(50), "looks binary"),
        (bytes(range(256)) * 4, "looks binary"),
        (b"\xff\xfe" + b"\x07\x00\x01\x00" * 9, "looks binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04" + bytes(99) + b"This program", "looks binary"),
        ("Le café était fermé.".encode("latin-1"), r"not UTF-8 \(first bad byte at 6\).*iconv -f .* -t utf-8"),
        (HINDI.encode()[:-2] + b"\xe0 and more", r"first bad byte at \d+"),
        (b"\xed\xa0\x80 lone surrogate", "first bad byte at 0"),
        (bytes([0xB3, 0xDA, 0xCC, 0x20, 0xD8, 0xE8, 0xC6, 0xDB]) * 9, "looks like ISCII"),
        (b"\xff\xfe" + b"\x00\xd8\x41\x00", "not UTF-16, though its mark says so"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnfitError:
        return
    assert text.strip()


@pytest.mark.parametrize("declared", ["windows-1252", "ISO-8859-1", "iso-8859-15"])
def test_a_page_may_declare_an_old_encoding(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>Le café était fermé.</p>'
    assert "café était" in decode_page(page.encode("latin-1"))
    assert "café était" in decode_page("<p>Le café était fermé.".encode("latin-1"), charset=declared)
    assert "café était" in decode_page(f"<?xml version='1.0' encoding='{declared}'?><p>Le café était".encode("latin-1"))


def test_a_page_in_utf8_is_read_so_whatever_it_declares() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>{HINDI}'
    assert decode_page(page.encode()) == page
    assert decode_page(page.encode("utf-16-le"), charset="utf-16le") == page


@pytest.mark.parametrize("declared", ["x-user-defined", "shift_jis", "utf-8", "nonsense"])
def test_encodings_that_are_not_honoured(declared: str) -> None:
    with pytest.raises(UnfitError, match="not UTF-8"):
        decode_page(f'<meta charset="{declared}"><p>Le café était'.encode("latin-1"))


def test_a_page_that_declares_an_encoding_may_be_binary_all_the_same() -> None:
    with pytest.raises(UnfitError, match="looks binary"):
        decode_page(b'<meta charset="iso-8859-1">' + bytes(range(256)))


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_cleaned_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert clean_text(cleaned) == cleaned
    assert "\n" not in clean_line(text)


def test_joiners_stay_and_controls_go() -> None:
    assert clean_text("क्\u200dष\x00\x07 \ud800\u200c") == "क्\u200dष \ufffd\u200c"


def test_a_stream_is_not_read_through_to_be_judged() -> None:
    data = (HINDI * 5000).encode()
    stream = io.BytesIO(data)
    assert as_utf8(Document(stream)) is stream
    assert stream.read() == data
    assert as_utf8(Document(io.BytesIO(HINDI.encode("utf-16")))).read() == HINDI.encode()
    for bad, reason in ((b"", "empty"), (bytes(range(256)), "looks binary")):
        with pytest.raises(UnfitError, match=reason):
            as_utf8(Document(io.BytesIO(bad)))


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnfitError, match="not a regular file"):
        open_file(tmp_path / "pipe.txt")
    with pytest.raises(UnfitError, match="not a regular file"):
        open_file(tmp_path)


def test_reasons_for_files_that_do_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnfitError, match="not there"):
        open_file(tmp_path / "gone.txt")
    with pytest.raises(UnfitError, match="cannot be opened"):
        open_file(tmp_path / ("x" * 300))
    (tmp_path / "secret.txt").write_text("x")

    def deny(path: object, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    with pytest.raises(UnfitError, match="permission denied"):
        open_file(tmp_path / "secret.txt")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\x01\x02\x03", b"12 + 3\n", "।।।".encode(), b"a 1 b 2 c"])
def test_what_has_no_word_is_no_text(data: bytes) -> None:
    with pytest.raises(UnfitError, match="not a text file"):
        decode_words(data)


@pytest.mark.parametrize("text", ["ख़बर", "का काम", "Lake", "क्‍ष"])
def test_a_word_in_either_script_is_text(text: str) -> None:
    assert decode_words(text.encode()) == text
