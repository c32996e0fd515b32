"""What is told about a sentence that its source does not bear out, in Hindi and English."""

from index.article import Language

_MESSAGES = {
    "number": ("{detail} is not in the cited sentence.", "{detail} उद्धृत वाक्य में नहीं है।"),
    "unit": ("The unit of {detail} is another in the cited sentence.", "{detail} की इकाई उद्धृत वाक्य में दूसरी है।"),
    "date": ("The date ({detail}) is not in the cited sentence.", "यह तारीख ({detail}) उद्धृत वाक्य में नहीं है।"),
    "name": ("The name {detail} is not in the cited sentence.", "{detail} नाम उद्धृत वाक्य में नहीं है।"),
    "negation": ("The cited sentence does not deny the same.", "उद्धृत वाक्य में इनकार इसी तरह नहीं है।"),
    "content": ("The cited sentence does not say this.", "उद्धृत वाक्य यह नहीं कहता।"),
}


def told(code: str, detail: str, language: Language) -> str:
    """Return a reason as a sentence.

    >>> told("number", "36", "en"), told("number", "36", "hi")
    ('36 is not in the cited sentence.', '36 उद्धृत वाक्य में नहीं है।')
    """
    return _MESSAGES[code][language == "hi"].format(detail=detail)
