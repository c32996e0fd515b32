"""What happens when somebody adds articles: whether they may, what they gave, the run, its report; no gradio here."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.article import Language
from index.errors import KhabarError
from index.readers import NamedFile
from index.readers.web import is_url
from rag.frames import frames
from rag.web.adding.policy import Policy
from rag.web.adding.run import Target, added
from rag.web.adding.uploads import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES, discard, plain_name, received
from rag.web.adding.view import LONGEST_ADDRESS, LONGEST_SOURCE, refusal_view, report_view
from rag.web.escape import visible
from rag.web.here import Caller

if TYPE_CHECKING:
    from index.archive import Archive

log = logging.getLogger(__name__)

# So many entries of a form are looked at, whatever it claims: too many files are refused, and deleted.
_MOST_CLAIMED = 1000


class Adding:
    """Puts what visitors hand over into an archive, as far as the policy lets them; holds no session."""

    def __init__(self, archive: "Archive", policy: Policy) -> None:
        self._archive = archive
        self.policy = policy
        # One for all runs, so that one waits for the last articles of another that was stopped.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="adding")

    def offers(self, request: Any) -> bool:
        """Tell whether the page that is asked for has the panel."""
        return self.policy.allows(Caller.of(request))

    def add(self, given: Mapping[str, Any], caller: Caller, language: Language, folder: Path) -> Iterator[str]:
        """Yield the report as the files and the address in a form are read; `folder` is where uploads lie.

        What was sent is deleted at the end. Whether the caller may add is asked here, whatever the page showed.
        """
        if not self.policy.allows(caller):
            yield refusal_view("add_refused", language)
            return
        files, problem = _files_in(given, folder)
        address = str(given.get("address") or "").strip()
        problem = problem or _fault_of(address, files)
        if problem:
            discard(files)
            yield refusal_view(problem, language)
            return
        targets: list[Target] = [*files, *([_whole(address)] if address else [])]
        source = " ".join(visible(str(given.get("source") or "")).split())[:LONGEST_SOURCE]
        yield from self._reports(targets, source, caller, language)

    def _reports(self, targets: Sequence[Target], source: str, caller: Caller, language: Language) -> Iterator[str]:
        public_only = self.policy.is_public_only(caller)
        run = added(self._archive, targets, self._thread, source=source, public_only=public_only)
        with closing(run) as steps:
            for step in steps:
                if step.problem is not None and not isinstance(step.problem, KhabarError):
                    log.error("not all could be added: %s", frames(step.problem))
                yield report_view(step, language)


def _files_in(given: Mapping[str, Any], folder: Path) -> tuple[list[NamedFile], str]:
    """Return all the files of a form that did arrive, and the word for what is wrong with them, "" where nothing is."""
    claimed = given.get("files") or []
    if not isinstance(claimed, list):
        return [], "add_not_received"
    files = [file for one in claimed[:_MOST_CLAIMED] if (file := _file_of(one, folder))]
    if len(claimed) > MOST_FILES:
        return files, "add_too_many"
    try:
        sizes = [file.path.stat().st_size for file in files]
    except OSError:
        return files, "add_not_received"
    is_whole = len(files) == len(claimed) and all(file.name for file in files)
    if not is_whole or any(size > LARGEST_FILE for size in sizes):
        return files, "add_not_received"
    return files, "add_too_large_together" if sum(sizes) > LARGEST_TOGETHER else ""


def _file_of(claim: Any, folder: Path) -> NamedFile | None:
    """Return the file that one entry of a form tells of, None where it did not arrive; its name may be empty."""
    path = received(str(claim.get("path")), folder) if isinstance(claim, Mapping) else None
    return NamedFile(path, plain_name(str(claim.get("name")))) if path else None


def _fault_of(address: str, files: Sequence[NamedFile]) -> str:
    """Return the word for what is wrong with an address, or with giving nothing at all; "" where nothing is.

    A path of this machine is no address: nothing is read here but what was sent.
    """
    if not address:
        return "" if files else "add_nothing"
    return "" if len(address) <= LONGEST_ADDRESS and is_url(_whole(address)) else "add_no_address"


def _whole(address: str) -> str:
    """Return an address with the scheme that people leave out.

    >>> _whole("news.example/a"), _whole("ftp://news.example/a"), _whole("/etc/passwd")
    ('https://news.example/a', 'ftp://news.example/a', '/etc/passwd')
    """
    host = address.partition("/")[0]
    is_bare = "." in host.strip(".") and ":" not in host and not any(letter.isspace() for letter in address)
    return f"https://{address}" if is_bare else address
