"""The head of the page and its welcome: name, language switch, example questions."""

from collections.abc import Iterable

from index.article import Language
from rag.web.escape import escaped
from rag.web.examples import Example
from rag.web.strings import say

_SPOKEN: dict[Language, str] = {"hi": "हिंदी", "en": "English"}


def masthead_view(language: Language) -> str:
    """Return the name and the switch between Hindi and English, each written in its own language."""
    other: Language = "en" if language == "hi" else "hi"
    names = "".join(
        f'<span lang="{code}"{"" if code == language else " class=kh-second"}>{say("name", code)}</span>'
        for code in (language, other)
    )
    switch = "".join(
        f'<button type="button" lang="{code}" data-action="language" data-language="{code}"'
        f' aria-pressed="{str(code == language).lower()}">{name}</button>'
        for code, name in _SPOKEN.items()
    )
    return (
        f'<header class="kh kh-masthead" lang="{language}"><h1>{names}</h1>'
        f'<p class="kh-tagline">{escaped(say("tagline", language))}</p>'
        f'<div class="kh-switch" role="group" aria-label="{escaped(say("interface_language", language))}">'
        f"{switch}</div></header>"
    )


def welcome_view(examples: Iterable[Example], language: Language) -> str:
    """Return what stands in place of the conversation before the first question."""
    items = "".join(
        f'<li><button type="button" data-action="example" lang="{escaped(example.language)}"'
        f' data-question="{escaped(example.question)}">{escaped(example.question)}</button>'
        f'<span class="kh-script">{escaped(say("script_" + example.language, language))}</span></li>'
        for example in examples
    )
    return (
        f'<section class="kh-welcome"><h2>{escaped(say("welcome", language))}</h2>'
        f"<p>{escaped(say('welcome_how', language))}</p>"
        f'<h3>{escaped(say("examples", language))}</h3><ul class="kh-examples">{items}</ul></section>'
    )


def problem_view(problem: str, language: Language) -> str:
    """Return a line about a question that was not asked; "" when there is no problem."""
    line = f'<p class="kh-problem" role="alert">{escaped(problem)}</p>'
    return f'<div class="kh" lang="{language}">{line}</div>' if problem else ""
