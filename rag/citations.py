"""Evidence gets numbers, in the order in which it is first cited."""

from collections.abc import Mapping, Sequence

from index.article import Copy
from rag.answer import Citation
from rag.evidence import Evidence


class Numbering:
    """Numbers the sentences that an answer cites; a sentence cited twice keeps its number.

    `copies` are the other articles of the stories that may be cited, by article id.
    """

    def __init__(self, copies: Mapping[str, tuple[Copy, ...]] | None = None) -> None:
        self._copies = copies or {}
        self._numbers: dict[tuple[str, int], int] = {}
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, by number."""
        return tuple(self._citations)

    def number(self, evidence: Sequence[Evidence]) -> tuple[tuple[int, ...], tuple[Citation, ...]]:
        """Return the numbers of some evidence and the citations that are new."""
        new = []
        for one in evidence:
            if one.key not in self._numbers:
                self._numbers[one.key] = len(self._numbers) + 1
                new.append(_citation(self._numbers[one.key], one, self._copies.get(one.stored.article.id, ())))
        self._citations += new
        return tuple(self._numbers[one.key] for one in evidence), tuple(new)


def _citation(n: int, evidence: Evidence, copies: tuple[Copy, ...]) -> Citation:
    article, sentence = evidence.stored.article, evidence.sentence
    return Citation(
        n=n,
        article_id=article.id,
        version=article.version,
        passage_id=evidence.stored.passage_id,
        headline=article.headline,
        source=article.source,
        published=article.published,
        url=article.url,
        language=article.language,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        also_in=copies,
        relevance=min(1.0, round(evidence.features.context, 3)),
    )
