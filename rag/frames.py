"""Where an error came from, for logs that must not hold what people ask."""

import traceback


def frames(error: BaseException) -> str:
    """Return where an error came from, without its message: that may hold words of a question."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
