"""The head of the page and its welcome: name, switches, example questions, first steps with an empty archive."""

from collections.abc import Iterable

from index.article import Language
from rag.web.escape import escaped
from rag.web.examples import Example
from rag.web.icons import HALF, PLUS
from rag.web.past import past_view
from rag.web.strings import say

_FIRST_STEPS = (
    ("step_samples", "khabar ingest seeds/articles"),
    ("step_own", "khabar ingest ~/articles"),
    ("step_web", "khabar ingest https://…"),
)
_SPOKEN: dict[Language, str] = {"hi": "हिंदी", "en": "English"}


def masthead_view(language: Language, *, adds: bool = False) -> str:
    """Return the name, the past questions, and the switches: light or dark; Hindi or English, each in its own words.

    `adds` offers to add articles. The script of the page finds here what it says for Gradio.
    """
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
    toasts = {"title": "toast_title", "lost": "toast_lost", "failed": "toast_failed", "close": "close_dialog"}
    said = "".join(f' data-toast-{name}="{escaped(say(word, language))}"' for name, word in toasts.items())
    language_of = escaped(say("interface_language", language))
    dark = escaped(say("dark", language))
    return (
        f'<header class="kh kh-masthead" lang="{language}"{said}><h1>{names}</h1>'
        f'<p class="kh-tagline">{escaped(say("tagline", language))}</p>'
        f'{_opener(language) if adds else ""}<div class="kh-controls">{past_view(language)}'
        f'<button type="button" class="kh-round" data-scheme aria-pressed="false" title="{dark}" aria-label="{dark}">'
        f'{HALF}</button><div class="kh-switch" role="group" aria-label="{language_of}">'
        f"{switch}</div></div></header>"
    )


def _opener(language: Language) -> str:
    """Return the button that opens the panel for adding articles."""
    name = escaped(say("add_articles", language))
    return (
        f'<button type="button" class="kh-add-open" data-adds aria-haspopup="dialog" title="{name}">'
        f"{PLUS}<span>{name}</span></button>"
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


def empty_archive_view(language: Language) -> str:
    """Return what stands in place of the conversation while the archive holds nothing: how to fill it."""
    steps = "".join(f"<li>{escaped(say(name, language))} <code>{command}</code></li>" for name, command in _FIRST_STEPS)
    # Shown where there is a panel to open.
    here = (
        f'<p class="kh-add-step">{escaped(say("add_first_step", language))}'
        f' <button type="button" class="kh-link" data-adds>{escaped(say("add_articles", language))}</button></p>'
    )
    return (
        f'<section class="kh-welcome"><h2>{escaped(say("empty_archive", language))}</h2>'
        f"{here}<p>{escaped(say('empty_archive_how', language))}</p>"
        f'<ol class="kh-steps">{steps}</ol><p>{escaped(say("empty_archive_then", language))}</p></section>'
    )


def note_view(text: str, language: Language) -> str:
    """Return a line that tells something and asks for nothing."""
    return f'<div class="kh" lang="{language}"><p class="kh-note" role="status">{escaped(text)}</p></div>'


def problem_view(problem: str, language: Language) -> str:
    """Return a line about a question that was not asked; "" when there is no problem."""
    line = f'<p class="kh-problem" role="alert">{escaped(problem)}</p>'
    return f'<div class="kh" lang="{language}">{line}</div>' if problem else ""
