"""Bytes become text, or a reason why they are none; never mojibake."""

import codecs
import io
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

import regex

from index.language.normalise import fold_newlines
from index.readers.draft import Document, UnfitError
from index.readers.faults import InputFault
from index.reasons import Reason, because

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read pages that claim Latin-1 or ASCII as Windows-1252 (WHATWG Encoding Standard, section 4.2).
_PAGE_CHARSETS = {
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_SAMPLE = 65_536
_CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n\x0b\x0c\r\x1b"))
_BINARY_SHARE = 0.01
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD = regex.compile(r"\p{L}[\p{M}\u200c\u200d]*\p{L}")
# What Hindi and English news is made of: ASCII, Latin, Devanagari, joiners, dashes, quotes, currency.
_EXPECTED = regex.compile(r"[\t\n\r\x20-\x7e\u00a0-\u024f\u0900-\u097f\u200b-\u206f\u20a0-\u20bf\ufeff]")


def open_file(path: Path) -> BinaryIO:
    """Open a regular file for reading without ever waiting for one; raises UnfitError with the reason."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnfitError(because(InputFault.NO_FILE))
        # Between the look and the opening a pipe may take the file's place, and opening that would wait for a writer.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(path, flags), "rb")
    except PermissionError as error:
        raise UnfitError(because(InputFault.DENIED)) from error
    except FileNotFoundError as error:
        raise UnfitError(because(InputFault.GONE)) from error
    except (OSError, ValueError) as error:
        raise UnfitError(because(InputFault.UNOPENED, detail=str(error))) from error


def decode(data: bytes) -> str:
    """Return the text of a plain file: UTF-8, or UTF-16 and UTF-32 where certain; raises UnfitError with the reason."""
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise UnfitError(because(InputFault.EMPTY))
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, codec)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _unmarked_utf16(data) or _refuse(data, error)
    if _looks_binary(data):
        return _unmarked_utf16(data) or _refuse(data)
    return text


def decode_words(data: bytes) -> str:
    """Return the text of a plain file with a word in it; raises UnfitError also for bytes that happen to decode."""
    text = decode(data)
    return text if _WORD.search(text) else _refuse(data)


def as_utf8(document: Document) -> BinaryIO:
    """Return the bytes of a document that may be too large to load as a UTF-8 stream from its start.

    Only the beginning is looked at; raises UnfitError when it is empty or binary.
    """
    head = document.stream.read(_SAMPLE)
    document.stream.seek(0)
    if head.startswith(tuple(mark for mark, codec in _MARKS if codec != "utf-8-sig")) or _looks_binary(head):
        return io.BytesIO(decode(document.load()).encode("utf-8"))
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise UnfitError(because(InputFault.EMPTY))
    return document.stream


def decode_page(data: bytes, charset: str = "") -> str:
    """Return the text of a page or feed, whose server or first lines may name its encoding; raises UnfitError.

    Bytes that are UTF-8 are read so whatever is claimed: old templates claim Latin-1 for pages in Hindi.
    """
    try:
        return decode(data)
    except UnfitError:
        codec = _PAGE_CHARSETS.get((charset or _declared(data)).strip().lower())
        if codec is None or _looks_binary(data) != codec.startswith("utf-16"):
            raise
        try:
            return data.decode(codec)
        except UnicodeDecodeError as error:
            named = charset or _declared(data)
            raise UnfitError(because(InputFault.NOT_AS_DECLARED, charset=named, byte=error.start)) from error


def clean_text(text: str) -> str:
    r"""Fold newlines and remove what no store or page can show: control characters; lone surrogates become U+FFFD.

    >>> clean_text("खबर\x00 एक\r\nnews")
    'खबर एक\nnews'
    """
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", fold_newlines(text)))


def clean_line(text: str) -> str:
    r"""Clean a text and put it on one line, with single spaces.

    >>> clean_line(" बाढ़ से\n राहत\x07 ")
    'बाढ़ से राहत'
    """
    return " ".join(clean_text(text).split())


def not_utf8(error: UnicodeDecodeError) -> Reason:
    """Say where text stops being UTF-8 and what to do."""
    return because(InputFault.NOT_UTF8, byte=error.start)


def _marked(data: bytes, codec: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8-sig":
            _refuse(data[3:], error)
        raise UnfitError(because(InputFault.NOT_AS_MARKED, charset=codec.upper(), byte=error.start)) from error
    sample = text[:_SAMPLE]
    if not text.strip("\x00\ufeff \t\r\n"):
        raise UnfitError(because(InputFault.EMPTY))
    if len(_CONTROLS.findall(sample)) >= max(1, _BINARY_SHARE * len(sample)):
        raise UnfitError(because(InputFault.BINARY))
    return text


def _refuse(data: bytes, error: UnicodeDecodeError | None = None) -> str:
    if error is None or _looks_binary(data):
        raise UnfitError(because(InputFault.BINARY))
    if _looks_like_iscii(data):
        raise UnfitError(because(InputFault.ISCII, byte=error.start))
    raise UnfitError(not_utf8(error))


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL_BYTES)) >= max(1, _BINARY_SHARE * len(sample))


def _looks_like_iscii(data: bytes) -> bool:
    """ISCII (IS 13194:1991) keeps Hindi letters in 0xA1-0xFA, and a text of it is mostly these."""
    sample = data[:_SAMPLE]
    high = [byte for byte in sample if byte >= 0x80]
    in_range = sum(1 for byte in high if 0xA1 <= byte <= 0xFA)
    return len(high) > 0.4 * len(sample) and in_range > 0.95 * len(high)


def _unmarked_utf16(data: bytes) -> str | None:
    """Return UTF-16 text without a mark, if one byte order and only that gives Hindi or English."""
    if len(data) % 2 or len(data) < 16 or not any(byte in data[:_SAMPLE] for byte in (0x00, 0x09)):
        return None
    found = []
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[: _SAMPLE // 2]
        if len(_EXPECTED.findall(sample)) >= 0.97 * len(sample):
            found.append(text)
    return found[0] if len(found) == 1 else None


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else ""
