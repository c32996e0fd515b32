"""What programs may call over `gradio_client`: a question and an article, by the names of the HTTP API."""

from typing import TYPE_CHECKING, Any, cast

from index.errors import KhabarError, UsageError
from rag.answer import Answer
from rag.web.protocol import Desk
from rag.web.wiring.questions import AT_ONCE

if TYPE_CHECKING:
    from rag.desk import NewsDesk


def wire_names(desk: Desk) -> None:
    """Offer `/ask` and `/article`; the events of the page itself stay nobody's interface but its own."""
    import gradio as gr

    def ask(
        question: str,
        history: list[str] | None = None,
        answer_language: str = "auto",
        first_day: str = "",
        last_day: str = "",
        source: str = "",
        language: str = "",
        section: str = "",
        latest: bool = False,
    ) -> dict[str, Any]:
        """Answer a question, or abstain: the object that `khabar ask --json` prints."""
        named = {"from": first_day, "to": last_day, "source": source, "language": language, "section": section}
        given = {name: value for name, value in named.items() if value}
        asked = {"question": question, "history": history or [], "answer_language": answer_language, "latest": latest}
        return _told(lambda: _answered(desk, {**given, **asked}))

    def article(article_id: str, version: int | None = None) -> dict[str, Any]:
        """Return an article, or an earlier version of it, and what has become of it since."""
        from rag.given_out import article_as_dict

        return _told(lambda: article_as_dict(cast("NewsDesk", desk), article_id, version))

    def _told(act: Any) -> dict[str, Any]:
        try:
            result: dict[str, Any] = act()
        except KhabarError as error:
            raise gr.Error(str(error), print_exception=False) from None
        return result

    for function in (ask, article):
        gr.api(function, api_name=function.__name__, concurrency_limit=AT_ONCE)


def _answered(desk: Desk, given: dict[str, Any]) -> dict[str, Any]:
    from pydantic import ValidationError

    from rag.server.requests import AskRequest

    try:
        asked = AskRequest.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"{'.'.join(map(str, first['loc'])) or 'the question'}: {first['msg']}") from None
    events = desk.stream(
        asked.question,
        history=asked.history,
        answer_language=asked.answer_language,
        filters=asked.filters(),
        latest=asked.latest,
    )
    return next(event for event in events if isinstance(event, Answer)).as_dict()
