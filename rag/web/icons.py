"""Small drawings for buttons, in the colour of the text around them; a button bears its name besides."""

_BOX = '<svg class="kh-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">'
_THUMB = (
    "M1.5 7.5h3V14h-3zM6 14V7.5l2.6-6c1.4.1 2 1.2 1.7 2.6L9.8 6.5h3.7c1 0 1.5.8 1.3 1.7l-1.1 4.6c-.2.8-.7 1.2-1.5 1.2z"
)


def _drawn(path: str, turned: str = "") -> str:
    return f'{_BOX}<path d="{path}"{turned} fill="none" stroke="currentColor" stroke-width="1.4"/></svg>'


CLOCK = _drawn("M8 1.5a6.5 6.5 0 1 1-.01 0zM8 4v4l2.8 1.8")
PLUS = _drawn("M8 2.5v11M2.5 8h11")
THUMB_UP = _drawn(_THUMB)
THUMB_DOWN = _drawn(_THUMB, ' transform="rotate(180 8 8)"')
HALF = (
    f'{_BOX}<circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" stroke-width="1.4"/>'
    '<path d="M8 1.7a6.3 6.3 0 0 1 0 12.6z" fill="currentColor"/></svg>'
)
