"""What a search found, as `khabar search --json` prints it, the HTTP API sends it and assistants get it."""

from collections.abc import Sequence
from typing import Any

from index.stories import also_in
from rag.desk import NewsDesk
from rag.explanation import explain
from rag.question import Question
from rag.retrieval import Hit


def found_as_dict(desk: NewsDesk, query: str, question: Question, hits: Sequence[Hit]) -> dict[str, Any]:
    """Return the object that `khabar search --json` prints for the passages found, best first."""
    return {
        "query": query,
        "understood": question.understood(),
        "hits": [_hit(desk, question, rank, hit) for rank, hit in enumerate(hits, start=1)],
        "notices": desk.notices(question, hits),
    }


def _hit(desk: NewsDesk, question: Question, rank: int, hit: Hit) -> dict[str, Any]:
    """Return a hit for JSON; `also_in` are the ids of the other articles of its story, the oldest first."""
    article, passage = hit.stored.article, hit.stored.passage
    return {
        "rank": rank,
        "score": round(hit.score, 6),
        "article_id": article.id,
        "passage_id": hit.stored.passage_id,
        "headline": article.headline,
        "published": article.published,
        "source": article.source,
        "language": article.language,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "channels": explain(hit, question),
        "also_in": [copy.article_id for copy in also_in(desk.archive.catalog.connection, article.id)],
    }
