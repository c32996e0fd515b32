"""What can go wrong in the archive, each with one line that says what, where and what to do."""


class KhabarError(Exception):
    """Base of every error that is shown to a user as one line; `exit_code` is the command's."""

    exit_code = 1


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
