"""Style and behaviour in the browser: every .css and .js file of this folder, in the order of their names."""

from importlib.resources import files


def style() -> str:
    """Return all style sheets as one."""
    return _joined(".css")


def script() -> str:
    """Return all scripts as one; each adds to the one global, `khabar`, and they run once however often they come."""
    return f"if (!window.khabar) {{\nwindow.khabar = {{}};\n{_joined('.js')}}}\n"


def _joined(ending: str) -> str:
    names = sorted(one.name for one in files(__name__).iterdir() if one.name.endswith(ending))
    return "\n".join((files(__name__) / name).read_text(encoding="utf-8") for name in names)
