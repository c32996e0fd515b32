"""The lexical and names channels: BM25 in Tantivy over stems, phonetic keys and exact words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.filters import Filters, Words, day_number
from index.language.stems import is_stop_word, stem

HEADLINE_BOOST = 1.5
END_OF_TIME = 99_999_999


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a field ("stems" or "keys") and how much it is worth, 0…1, beside others of its group."""

    field: str
    text: str
    weight: float


class LexicalSearcher:
    """One immutable state of an archive's Tantivy index."""

    def __init__(self, searcher: Any, schema: Any) -> None:
        import tantivy

        self._tantivy = tantivy
        self._searcher = searcher
        self._schema = schema

    def search_stems(
        self,
        stems: Sequence[str],
        phrases: Sequence[Words],
        filters: Filters,
        top: int,
        groups: Sequence[Sequence[Words]] = (),
    ) -> list[tuple[int, float]]:
        """Return (passage id, BM25), best first; each phrase, a run of folded words, must occur as it stands.

        Each group of runs says one thing in several ways, and counts by that of them which counts most.
        """
        clauses = [clause for term in dict.fromkeys(stems) for clause in self._either("stems", "headline_stems", term)]
        clauses += [
            self._tantivy.Query.disjunction_max_query([clause for run in runs for clause in self._said(run)])
            for runs in groups
        ]
        return self._search(clauses, phrases, filters, top)

    def search_keys(self, keys: Sequence[str], filters: Filters, top: int) -> list[tuple[int, float]]:
        """Return (passage id, BM25) for phonetic keys, best first."""
        clauses = [clause for key in dict.fromkeys(keys) for clause in self._either("keys", "headline_keys", key)]
        return self._search(clauses, (), filters, top)

    def search_groups(self, groups: Sequence[Sequence[Term]], filters: Filters, top: int) -> list[tuple[int, float]]:
        """Return (passage id, score), best first, for groups of terms of which each group stands for one word.

        A group counts by its best term: the term's weight times the rarity of the group, the passages that have any of
        its terms being counted as one term's.
        """
        query = self._tantivy.Query
        clauses = []
        for group in groups:
            found = [term for term in group if self._searcher.doc_freq(term.field, term.text)]
            if not found:
                continue
            rarity = self._rarity(sum(self._searcher.doc_freq(term.field, term.text) for term in found))
            either = [
                query.const_score_query(query.term_query(self._schema, field, term.text), boost * term.weight * rarity)
                for term in found
                for field, boost in ((term.field, 1.0), (f"headline_{term.field}", HEADLINE_BOOST))
            ]
            clauses.append(query.disjunction_max_query(either))
        return self._search(clauses, (), filters, top)

    def rarity(self, field: str, term: str) -> float:
        """Return BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), N passages, n with the term."""
        return self._rarity(self._searcher.doc_freq(field, term))

    def passages_with(self, *run: str) -> int:
        """Return how many passages have, or have in their headline, a folded word or a run of such words."""
        if len(run) == 1:
            return int(self._searcher.doc_freq("exact", run[0]))
        return int(self._searcher.search(self._phrase(run), limit=1, count=True).count)

    def passage_ids(self) -> set[int]:
        """Return the ids of all passages of the index."""
        return set(self._all(self._tantivy.Query.all_query()))

    def with_phrases(self, phrases: Sequence[Words]) -> list[int]:
        """Return the ids of all passages in which, or in whose headline, each of the phrases stands."""
        must = self._tantivy.Occur.Must
        return self._all(self._tantivy.Query.boolean_query([(must, self._phrase(phrase)) for phrase in phrases]))

    def with_any(self, excluded: Sequence[Words]) -> list[int]:
        """Return the ids of all passages that have, or whose headline has, one of the excluded words or phrases."""
        should = self._tantivy.Occur.Should
        clauses = [(should, clause) for words in excluded for clause in self._forms(words)]
        return self._all(self._tantivy.Query.boolean_query(clauses))

    def _rarity(self, having: int) -> float:
        return math.log(1 + (max(self._searcher.num_docs - having, 0) + 0.5) / (having + 0.5))

    def _either(self, body: str, headline: str, term: str) -> list[Any]:
        query = self._tantivy.Query
        in_headline = query.boost_query(query.term_query(self._schema, headline, term), HEADLINE_BOOST)
        return [query.term_query(self._schema, body, term), in_headline]

    def _search(
        self, clauses: Sequence[Any], phrases: Sequence[Sequence[str]], filters: Filters, top: int
    ) -> list[tuple[int, float]]:
        if not clauses and not phrases:
            return []
        occur, query = self._tantivy.Occur, self._tantivy.Query
        parts = [(occur.Must, self._phrase(phrase)) for phrase in phrases]
        if clauses:
            wanted = query.boolean_query([(occur.Should, clause) for clause in clauses])
            parts.append((occur.Should if phrases else occur.Must, wanted))
        parts += [(occur.Must, query.const_score_query(clause, 0.0)) for clause in self._conditions(filters)]
        parts += [(occur.MustNot, clause) for words in filters.excluded for clause in self._forms(words)]
        hits = self._searcher.search(query.boolean_query(parts), limit=top, count=False).hits
        ids = self._ids([address for _, address in hits])
        return [(passage_id, float(score)) for passage_id, (score, _) in zip(ids, hits, strict=True)]

    def _phrase(self, phrase: Sequence[str]) -> Any:
        query = self._tantivy.Query
        if len(phrase) == 1:
            return query.term_query(self._schema, "exact", phrase[0])
        return query.phrase_query(self._schema, "exact", list(phrase))

    def _said(self, run: Words) -> list[Any]:
        """Return what finds a word in any of its forms, or several words as they stand."""
        return self._either("stems", "headline_stems", stem(run[0])) if len(run) == 1 else [self._phrase(run)]

    def _forms(self, words: Words) -> Iterator[Any]:
        """Yield what matches an excluded phrase, or an excluded word in any of its forms."""
        yield self._phrase(words)
        if len(words) == 1 and not is_stop_word(words[0]):
            for field in ("stems", "headline_stems"):
                yield self._tantivy.Query.term_query(self._schema, field, stem(words[0]))

    def _conditions(self, filters: Filters) -> Iterator[Any]:
        for field in ("source", "language", "section"):
            value = getattr(filters, field)
            if value is not None:
                yield self._tantivy.Query.term_query(self._schema, field, value)
        if filters.first_day or filters.last_day:
            first, last = day_number(filters.first_day) or 1, day_number(filters.last_day) or END_OF_TIME
            yield self._days(first, last)
        if filters.as_of:
            yield self._days(0, day_number(filters.as_of))
        yield from map(self._phrase, filters.phrases)

    def _days(self, first: int, last: int) -> Any:
        return self._tantivy.Query.range_query(self._schema, "day", self._tantivy.FieldType.Integer, first, last)

    def _all(self, query: Any) -> list[int]:
        hits = self._searcher.search(query, limit=max(1, self._searcher.num_docs), count=False).hits
        return self._ids([address for _, address in hits])

    def _ids(self, addresses: list[Any]) -> list[int]:
        return [int(value or 0) for value in self._searcher.fast_field_values("passage_id", addresses)]
