"""What the reading pane says of an article that changed, was removed or was withdrawn since an answer cited it."""

from index.article import Article, Language
from index.standing import Standing
from rag.dates import long_date
from rag.web.escape import escaped
from rag.web.strings import say


def standing_note(article: Article, standing: Standing | None, language: Language) -> str:
    """Return the line above an article that is not as it was cited; "" while it is."""
    if standing is None or (standing.in_force and article.version >= standing.newest_version):
        return ""
    day = _on_day(standing.retired(article.version), language)
    name = "old_version" if article.version < standing.newest_version else "removed"
    text = escaped(say(name, language, version=article.version, day=day))
    return f'<div class="kh-old"><p>{text}</p>{_newest(standing, language)}</div>'


def absent_view(standing: Standing | None, version: int | None, language: Language) -> str:
    """Return what stands in place of an article that cannot be shown: it was withdrawn, removed, or never there."""
    if standing is None or (version is not None and version > standing.newest_version):
        return _line(say("never_held", language))
    day = _on_day(standing.retired(version), language)
    if not standing.is_withdrawn(version):
        return _line(say("gone", language, day=day))
    how = f"<p>{escaped(say('withdrawn_how', language))}</p>{_newest(standing, language)}"
    return f'{_line(say("withdrawn", language, day=day))}<div class="kh-old">{how}</div>'


def _newest(standing: Standing, language: Language) -> str:
    """Return the button that opens the article as it is now; "" where it no longer is."""
    if not standing.in_force:
        return ""
    return f'<button type="button" class="kh-link" data-action="newest">{escaped(say("newest", language))}</button>'


def _on_day(at: str | None, language: Language) -> str:
    return say("on_day", language, day=long_date(at, language)) if at else ""


def _line(text: str) -> str:
    return f'<p class="kh-problem" role="alert">{escaped(text)}</p>'
