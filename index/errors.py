"""What can go wrong in the archive, each with one line that says what, where and what to do."""

from typing import Self

from index.reasons import Reason


class KhabarError(Exception):
    """Base of every error that is shown to a user as one line; `exit_code` is the command's.

    Where it has a `reason`, that says why in a form that can be told in other languages too.
    """

    exit_code = 1

    def __init__(self, message: str, reason: Reason | None = None) -> None:
        super().__init__(message)
        self.reason = reason

    @classmethod
    def at(cls, place: object, reason: Reason) -> Self:
        """Return the error that something is wrong with a file, folder or address."""
        return cls(f"{place}: {reason}", reason)

    @classmethod
    def of(cls, reason: Reason) -> Self:
        """Return the error that something is wrong for a reason that tells the place itself."""
        return cls(str(reason), reason)


class UsageError(KhabarError):
    """The command or call was put together wrongly."""

    exit_code = 2


class ArchiveError(KhabarError):
    """The archive is missing, locked, damaged, full or of another version or model."""

    exit_code = 3


class BusyError(ArchiveError):
    """Somebody else is writing to the archive."""


class UnreadableError(KhabarError):
    """An input cannot be read as articles: the message says why and what to do."""

    exit_code = 4
