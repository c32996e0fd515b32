"""The questions asked before: a dialog that the browser fills from its own storage; the server never sees the list."""

from index.article import Language
from rag.web.escape import escaped
from rag.web.icons import CLOCK
from rag.web.strings import say


def past_view(language: Language) -> str:
    """Return the button that opens the dialog, and the dialog, empty."""
    words = {
        name: escaped(say(f"past_{name}", language)) for name in ("title", "how", "none", "clear", "keep", "forget")
    }
    close = escaped(say("close_dialog", language))
    return (
        f'<button type="button" class="kh-round" data-open="kh-past" aria-haspopup="dialog" title="{words["title"]}"'
        f' aria-label="{words["title"]}">{CLOCK}</button>'
        f'<dialog id="kh-past" class="kh-dialog" aria-labelledby="kh-past-title" data-forget="{words["forget"]}">'
        f'<header><h2 id="kh-past-title">{words["title"]}</h2>'
        f'<button type="button" class="kh-tool" data-close>{close}</button></header>'
        f'<p class="kh-past-how">{words["how"]}</p><p class="kh-past-none">{words["none"]}</p><ol></ol>'
        f'<footer><label><input type="checkbox" data-keep checked> {words["keep"]}</label>'
        f'<button type="button" class="kh-tool" data-clear>{words["clear"]}</button></footer></dialog>'
    )
