"""The matching form of text: spellings that a reader takes for the same word become the same string."""

import re
import unicodedata

_NEWLINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BYTE_ORDER_MARK = "\ufeff"
_NUKTA, _CHANDRABINDU, _ANUSVARA, _VIRAMA = "\u093c", "\u0901", "\u0902", "\u094d"

# Each nasal with a virama before a stop of its own class is written ं as well: हिन्दी, हिंदी; कम्पनी, कंपनी.
# For न् the papers do so before every stop and sibilant: इन्फोसिस, इंफोसिस; साइन्स, साइंस.
_NASAL_CLUSTER = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[क-घच-झट-ढत-धप-भश-स])|म्(?=[प-भ])")


def fold_newlines(text: str) -> str:
    r"""Turn every kind of line end into ``\n`` and drop a leading byte order mark.

    >>> fold_newlines("\ufeffखबर\r\nnews\u2028end")
    'खबर\nnews\nend'
    """
    return _NEWLINE.sub("\n", text).lstrip(_BYTE_ORDER_MARK)


def fold(text: str) -> str:
    """Return the form in which text is compared; idempotent, and not of the same length as `text`.

    Unicode NFC (UAX 15) with nukta, joiners and other format characters (Cf) and Latin diacritics removed,
    chandrabindu as anusvara, a nasal half-letter before a stop as anusvara, every decimal digit as ASCII, casefolded.

    >>> fold("क़ानून, हिन्दी, चाँद, २०२५")
    'कानून, हिंदी, चांद, 2025'
    >>> fold("Café Straße")
    'cafe strasse'
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text.translate(_TABLE))
    return _NASAL_CLUSTER.sub(_ANUSVARA, folded) if _VIRAMA in folded else folded


class _FoldTable(dict[int, str]):
    """Code point to its folded form, worked out at the first meeting: all of Unicode would take a second to fill."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character == _CHANDRABINDU:
        return _ANUSVARA
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFD", character).casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if not _is_dropped(part)))


def _is_dropped(character: str) -> bool:
    """Nukta, Latin accents, Vedic accents, variation selectors and format characters carry no difference to match."""
    return (
        character == _NUKTA
        or "\u0300" <= character <= "\u036f"
        or "\u0951" <= character <= "\u0954"
        or "\ufe00" <= character <= "\ufe0f"
        or unicodedata.category(character) == "Cf"
    )


_TABLE = _FoldTable()
