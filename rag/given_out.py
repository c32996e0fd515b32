"""An article as it is given out: with what has become of it since it was cited, or why it is not there."""

from dataclasses import asdict
from typing import Any

from index.errors import KhabarError
from rag.desk import NewsDesk


class NoArticleError(KhabarError):
    """There is no such article, or no longer."""

    def __init__(self, message: str, code: str, facts: dict[str, Any]) -> None:
        super().__init__(message)
        self.code = code
        self.facts = facts


def article_as_dict(desk: NewsDesk, article_id: str, version: int | None = None) -> dict[str, Any]:
    """Return an article, or an earlier version of it, beside its `newest_version` and whether it is `in_force`.

    Raises NoArticleError with the code "unknown", "withdrawn" (its text was erased) or "removed".
    """
    standing = desk.standing(article_id)
    asked: dict[str, Any] = {"article_id": article_id, "version": version}
    if standing is None:
        raise NoArticleError(
            f"no article {article_id!r}: ask for an id that a citation or a hit bears", "unknown", asked
        )
    facts = {
        "newest_version": standing.newest_version,
        "in_force": standing.in_force,
        "retired_at": standing.retired(version),
    }
    withdrawn = standing.is_withdrawn(version)
    article = None if withdrawn else desk.article(article_id, version)
    if article is not None:
        return {**asdict(article), **facts, "withdrawn": False}
    told = {**asked, **facts, "withdrawn": withdrawn}
    if withdrawn:
        raise NoArticleError(f"article {article_id!r} was withdrawn: its text is no longer kept", "withdrawn", told)
    if version is None:
        message = f"article {article_id!r} was removed: version {standing.newest_version} is still readable by number"
        raise NoArticleError(message, "removed", told)
    raise NoArticleError(f"no version {version} of {article_id!r}: leave out the version", "unknown", told)
