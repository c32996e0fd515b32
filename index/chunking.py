"""An article becomes passages: runs of whole sentences of about 60 to 130 words, one sentence of overlap."""

import hashlib
import json
from itertools import accumulate

import regex

from index.article import Article, Passage, Sentence
from index.language.sentences import split_sentences

MIN_WORDS = 60
MAX_WORDS = 130
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


def sentences_of(body: str) -> list[Sentence]:
    """Return the sentences of a body, in order, with code-point offsets into it."""
    return [Sentence(start, end, body[start:end]) for start, end in split_sentences(body)]


def passages_of(article: Article) -> list[Passage]:
    """Cut the body into passages; every sentence is in at least one, and ``body[start:end] == text`` for each.

    A passage grows sentence by sentence while it has fewer than `MIN_WORDS` words or the next sentence still fits
    within `MAX_WORDS`; the next one begins with its last sentence, so that a pronoun keeps its antecedent.
    """
    sentences = sentences_of(article.body)
    if not sentences:
        return []
    totals = [0, *accumulate(len(_WORD.findall(sentence.text)) for sentence in sentences)]
    bounds: list[tuple[int, int]] = []
    first = 0
    while True:
        last = _end_of_run(totals, first)
        bounds.append((first, last))
        if last == len(sentences):
            break
        first = last - 1 if last - first > 1 else last
    start = _reach_back(totals, *bounds[-1])
    bounds = [*(bound for bound in bounds[:-1] if bound[0] < start), (start, len(sentences))]
    return [_passage(article.body, sentences[first:last]) for first, last in bounds]


def context_of(article: Article) -> str:
    """Return what stands before a passage when it is embedded, but is never quoted: headline and day."""
    day = (article.published or "")[:10]
    return f"{article.headline} ({day}). " if day else f"{article.headline}. "


def content_hash(article: Article, passage: Passage) -> bytes:
    """Return a digest of all that a passage's vectors depend on (beside the model)."""
    spans = [(s.start - passage.start, s.end - passage.start) for s in passage.sentences]
    return hashlib.sha256(json.dumps([context_of(article), passage.text, spans]).encode()).digest()


def _end_of_run(totals: list[int], first: int) -> int:
    """Return the index after the last sentence of the passage that begins at `first`."""
    last = first + 1
    while last < len(totals) - 1:
        words, with_next = totals[last] - totals[first], totals[last + 1] - totals[first]
        if with_next > MAX_WORDS and words >= MIN_WORDS // 2:
            break
        if words >= MIN_WORDS and with_next > (MIN_WORDS + MAX_WORDS) // 2:
            break
        last += 1
    return last


def _reach_back(totals: list[int], first: int, last: int) -> int:
    """Let a short last passage begin earlier: a lone closing sentence says little by itself."""
    while first > 0 and totals[last] - totals[first] < MIN_WORDS and totals[last] - totals[first - 1] <= MAX_WORDS:
        first -= 1
    return first


def _passage(body: str, sentences: list[Sentence]) -> Passage:
    start, end = sentences[0].start, sentences[-1].end
    return Passage(start, end, body[start:end], tuple(sentences))
