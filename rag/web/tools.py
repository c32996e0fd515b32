"""What can be done with an answer: copy it, share the question, ask again or otherwise, say whether it helped."""

from collections.abc import Callable

from index.article import Language
from rag.web.conversation import Turn
from rag.web.copies import export, markdown, plain
from rag.web.escape import escaped
from rag.web.icons import THUMB_DOWN, THUMB_UP
from rag.web.links import link
from rag.web.strings import say

LONGEST_REASON = 500
_COPIES: tuple[tuple[str, Callable[[Turn, Language], str]], ...] = (
    ("copy_plain", plain),
    ("copy_markdown", markdown),
    ("copy_quotes", export),
)


def tools_view(turn: Turn, place: int, language: Language, *, last: bool, judged: bool) -> str:
    """Return the buttons beneath an answer; only the last one is asked again in its place; `judged` offers thumbs."""
    if turn.state == "working":
        return ""
    again = _button("again", place, language) if last else ""
    edit = _plain_button("edit", f'data-edit="{escaped(turn.question)}"', language)
    opinion = "".join(_thumb(thumb, place, language) for thumb in ("up", "down")) if judged and turn.answer else ""
    return (
        f'<div class="kh-tools" role="group" lang="{language}" aria-label="{escaped(say("tools", language))}">'
        f"{_copies(turn, language)}{_link(turn, language)}{again}{edit}"
        f"{f'<span class=kh-thumbs>{opinion}</span>' if opinion else ''}</div>"
    )


def _copies(turn: Turn, language: Language) -> str:
    if turn.answer is None and not turn.sentences:
        return ""
    told = _told("copied", language)
    items = "".join(
        f'<button type="button" data-copy="{escaped(text)}" {told}>{escaped(say(name, language))}</button>'
        for name, text in ((name, written(turn, turn.spoken(language))) for name, written in _COPIES)
        if text
    )
    return (
        f'<details class="kh-menu"><summary>{escaped(say("copy", language))}</summary>'
        f'<div class="kh-sheet">{items}</div></details>'
    )


def _link(turn: Turn, language: Language) -> str:
    address = escaped(link(turn.question, turn.wishes.filters, latest=turn.wishes.latest))
    return _plain_button("copy_link", f'data-link="{address}" {_told("link_copied", language)}', language)


def _told(done: str, language: Language) -> str:
    """Return what a button says when it has copied, and when the browser did not let it."""
    return f'data-done="{escaped(say(done, language))}" data-failed="{escaped(say("not_copied", language))}"'


def _button(action: str, place: int, language: Language) -> str:
    return _plain_button(action, f'data-action="{action}" data-turn="{place}"', language)


def _plain_button(name: str, attributes: str, language: Language) -> str:
    return f'<button type="button" class="kh-tool" {attributes}>{escaped(say(name, language))}</button>'


def _thumb(thumb: str, place: int, language: Language) -> str:
    """Return a thumb that unfolds a form; nothing is stored before its button is pressed."""
    name = escaped(say(f"thumb_{thumb}", language))
    field = f"kh-reason-{thumb}-{place}"
    return (
        f'<details class="kh-menu kh-thumb" data-turn="{place}" data-thumb="{thumb}">'
        f'<summary aria-label="{name}" title="{name}">{THUMB_UP if thumb == "up" else THUMB_DOWN}</summary>'
        f'<form class="kh-sheet"><label for="{field}">{escaped(say(f"why_{thumb}", language))}</label>'
        f'<textarea id="{field}" rows="3" maxlength="{LONGEST_REASON}"></textarea>'
        f"<p>{escaped(say('opinion_kept', language))}</p>"
        f'<button type="submit" class="kh-send">{escaped(say("send", language))}</button></form></details>'
    )
