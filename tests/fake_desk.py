"""A desk without a model or an archive, for tests: it gives the answers it has been told to give."""

import time
from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from index.article import Article, Copy
from index.filters import Filters
from index.standing import Standing
from rag.answer import Answer, AnswerSentence, Citation, Event, Nearest, Progress, Written
from rag.web.escape import script_language
from rag.web.protocol import AnswerLanguage

Quote = tuple[str, str]  # an article's id and words of its newest version


class FakeDesk:
    """Quotes what `replies` lists for a question and abstains from any other.

    An article may come in several versions; it can be corrected or taken out later. `understood`, `short_answers` and
    `notices_of` are by question; `notices` come with any other. `copies` and `relevance` are by article. `pause`
    seconds, which may be changed, pass before each event; `asked` keeps, in order, every question with its history and
    the answer language wanted. A question whose reply is an exception raises it. What does not pass the filters is not
    quoted; `latest` quotes the newest first; `as_typed` leaves out what is `restored` of what was understood.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        replies: Mapping[str, Sequence[Quote] | Exception],
        *,
        notices: Sequence[str] = (),
        pause: float = 0.0,
        understood: Mapping[str, Mapping[str, Any]] | None = None,
        short_answers: Mapping[str, str] | None = None,
        notices_of: Mapping[str, Sequence[str]] | None = None,
        copies: Mapping[str, tuple[Copy, ...]] | None = None,
        relevance: Mapping[str, float] | None = None,
    ) -> None:
        self._versions = {(article.id, article.version): article for article in articles}
        self._newest = {article.id: article for _, article in sorted(self._versions.items())}
        self._taken_out: dict[str, Standing] = {}
        self._replies = replies
        self._notices = tuple(notices)
        self._notices_of = notices_of or {}
        self._understood = understood or {}
        self._short_answers = short_answers or {}
        self._copies = copies or {}
        self._relevance = relevance or {}
        self.pause = pause
        self.asked: list[tuple[str, tuple[str, ...], AnswerLanguage]] = []

    def stream(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        answer_language: AnswerLanguage = "auto",
        as_of: date | None = None,
        filters: Filters | None = None,
        latest: bool = False,
        as_typed: bool = False,
    ) -> Generator[Event, None, None]:
        """Yield the stages, the sentences quoted for the question and the answer they make."""
        self.asked.append((question, tuple(history), answer_language))
        reply = self._replies.get(question, ())
        quotes = () if isinstance(reply, Exception) else self._passing(reply, filters or Filters(), latest)
        for event in self._events(question, answer_language, quotes):
            time.sleep(self.pause)
            if as_typed and isinstance(event, Answer):
                event = replace(event, understood={**event.understood, "restored": None})
            yield event
            if isinstance(reply, Exception):
                raise reply

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article by its id, the newest version unless one is named."""
        return self._newest.get(article_id) if version is None else self._versions.get((article_id, version))

    def standing(self, article_id: str) -> Standing | None:
        """Return what has become of an article."""
        versions = sorted(version for held, version in self._versions if held == article_id)
        if article_id in self._taken_out:
            return self._taken_out[article_id]
        return Standing(versions[-1], True, frozenset()) if versions else None

    def correct(self, article: Article) -> None:
        """Put another version of an article in its place."""
        self._versions[article.id, article.version] = self._newest[article.id] = article

    def take_out(self, article_id: str, at: str, *, retract: bool = False) -> None:
        """Remove an article, or retract it, at a time."""
        versions = sorted(version for held, version in self._versions if held == article_id)
        withdrawn = frozenset(versions if retract else ())
        self._taken_out[article_id] = Standing(versions[-1], False, withdrawn, dict.fromkeys(versions, at))
        self._newest.pop(article_id, None)
        for version in withdrawn:
            del self._versions[article_id, version]

    def coverage(self) -> Mapping[str, int]:
        """Return the number of articles of each day."""
        return Counter(article.published[:10] for article in self._newest.values() if article.published)

    def info(self) -> Mapping[str, Any]:
        """Return what the articles amount to."""
        newest = self._newest.values()
        days = sorted(article.published[:10] for article in newest if article.published)
        return {
            "articles": len(newest),
            "languages": dict(Counter(article.language for article in newest)),
            "sources": sorted({article.source for article in newest}),
            "sections": sorted({article.section for article in newest}),
            "first_published": days[0] if days else None,
            "last_published": days[-1] if days else None,
        }

    def _passing(self, quotes: Sequence[Quote], filters: Filters, latest: bool) -> list[Quote]:
        passing = [quote for quote in quotes if _passes(self._newest[quote[0]], filters)]
        if latest:
            passing.sort(key=lambda quote: self._newest[quote[0]].published or "", reverse=True)
        return passing

    def _events(self, question: str, answer_language: AnswerLanguage, quotes: Sequence[Quote]) -> list[Event]:
        asked = str(self._understood.get(question, {}).get("restored") or question)
        spoken = script_language(asked) if answer_language == "auto" else answer_language
        citations = [self._citation(n, *quote) for n, quote in enumerate(quotes, start=1)]
        sentences = [AnswerSentence(citation.quote, (citation.n,)) for citation in citations]
        abstention = "संग्रह में इसका जवाब नहीं मिला।" if spoken == "hi" else "The archive does not hold the answer."
        near = () if quotes else [self._near(article) for article in list(self._newest.values())[:3]]
        short = self._short_answers.get(question) if quotes else None
        answer = Answer(
            question=question,
            question_language=script_language(question),
            answer_language=spoken,
            understood=self._understood.get(question, {}),
            answer=" ".join(f"{citation.quote} [{citation.n}]" for citation in citations) or abstention,
            short_answer=short,
            abstained=not quotes,
            sentences=tuple(sentences),
            citations=tuple(citations),
            notices=tuple(self._notices_of.get(question, self._notices)),
            nearest=tuple(near),
            writer="fake",
        )
        stages = (Progress(stage) for stage in ("understand", "retrieve", "select", "write"))
        written = [
            Written(sentence, (citation,), short if citation.n == 1 else None)
            for sentence, citation in zip(sentences, citations, strict=True)
        ]
        return [*stages, *written, answer]

    def _citation(self, n: int, article_id: str, quote: str) -> Citation:
        article = self._newest[article_id]
        start = article.body.index(quote)
        return Citation(
            n=n,
            article_id=article.id,
            version=article.version,
            passage_id=n,
            headline=article.headline,
            source=article.source,
            published=article.published,
            url=article.url,
            language=article.language,
            quote=quote,
            start=start,
            end=start + len(quote),
            also_in=self._copies.get(article_id, ()),
            relevance=self._relevance.get(article_id),
        )

    def _near(self, article: Article) -> Nearest:
        return Nearest(article.id, article.headline, article.source, article.published, article.language)


def _passes(article: Article, filters: Filters) -> bool:
    day = (article.published or "")[:10]
    if (filters.first_day and day < filters.first_day) or (filters.last_day and not "" < day <= filters.last_day):
        return False
    wanted = (filters.source, filters.language, filters.section)
    held = (article.source, article.language, article.section)
    return all(want in (None, have) for want, have in zip(wanted, held, strict=True))
