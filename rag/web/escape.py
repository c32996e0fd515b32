"""The one way that text from articles, questions and models gets into a page."""

import html
import re
from urllib.parse import urlsplit

from index.article import Language

# Direction controls can make a headline read as another one; other control characters have no business in a page.
# ZWJ and ZWNJ stay: Hindi spelling uses them.
_HIDDEN = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_IN_A_LINK = re.compile(r"[\s\x00-\x20\x7f\\]")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_LATIN = re.compile(r"[A-Za-z]")


def visible(text: str) -> str:
    """Return text without the characters that nobody sees but that change what is read.

    >>> visible("safe\u202etxt.exe")
    'safetxt.exe'
    """
    return _HIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Return text as HTML that shows it and does nothing else, inside an element or a quoted attribute.

    >>> escaped('<b onclick="x">भारत & नेपाल</b>')
    '&lt;b onclick=&quot;x&quot;&gt;भारत &amp; नेपाल&lt;/b&gt;'
    """
    return html.escape(visible(text), quote=True)


def web_host(url: str) -> str | None:
    """Return the host of a web address, None when it is anything but plain http or https.

    >>> web_host("https://samachar.example/desh/1"), web_host("javascript:alert(1)")
    ('samachar.example', None)
    """
    if _NOT_IN_A_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
        return parts.hostname if parts.scheme in {"http", "https"} and not parts.username else None
    except ValueError:
        return None


def script_language(text: str) -> Language:
    """Return the `lang` attribute for a text, by the script of most of its letters.

    >>> script_language("चंद्रयान ISRO का मिशन है।"), script_language("ISRO sent चंद्रयान up.")
    ('hi', 'en')
    """
    return "hi" if len(_DEVANAGARI.findall(text)) > len(_LATIN.findall(text)) else "en"
