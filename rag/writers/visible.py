"""Text without what cannot be seen: controls, direction marks, invisible letters, halves of surrogate pairs."""

import regex

# The joiners inside Hindi words stay.
_UNSEEN = regex.compile(r"(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\ufe00-\ufe0f]")


def visible(text: str) -> str:
    r"""Return text without what cannot be seen; white space stays, each character is judged alone.

    >>> visible("क्ष\u200dत्र\u202e छिपा\u200b हुआ\x1b[31m\n")
    'क्ष\u200dत्र छिपा हुआ[31m\n'
    """
    return _UNSEEN.sub(lambda match: match[0] if match[0].isspace() else "", text)
