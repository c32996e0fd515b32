"""Why a passage was found: what each channel gave and which words met, for programs and for people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens
from index.lexical import Term
from rag.question import Question
from rag.retrieval import Hit
from rag.understanding.preference import preferred_days

# What the score of a channel is.
_MEASURES = {
    "dense": "cosine",
    "lexical": "BM25",
    "names": "BM25",
    "translated": "rarity",
    "late": "MaxSim",
    "year": "agrees",
    "kind": "holds it",
    "own": "own language",
    "cross": "relevance",
}

_TermsOf = Callable[[str, str], Iterable[str]]


def explain(hit: Hit, question: Question) -> dict[str, dict[str, Any]]:
    """Return for each channel that found a passage its score, its share of the fused score, the passage's rank in it.

    The lexical and translated channels tell which `terms` met, the names channel which `keys`; `words` are pairs of the
    word asked for and the word that stands in the passage or its headline.
    """
    total = sum(hit.parts.values()) or 1.0
    told: dict[str, dict[str, Any]] = {}
    for channel, score in hit.channels.items():
        share = hit.parts.get(channel, 0.0) / total
        told[channel] = {"score": round(score, 6), "share": round(share, 4), "rank": hit.ranks.get(channel)}
    if "lexical" in told:
        told["lexical"] |= _met("terms", question.stems, question, hit, lambda folded, _: [stem(folded)])
    if "names" in told:
        told["names"] |= _met("keys", question.keys, question, hit, lambda _, word: phonetic_keys(word))
    if "translated" in told:
        told["translated"] |= _translated(question, hit)
    return told


def hit_lines(told: dict[str, dict[str, Any]], hit: Hit, question: Question) -> list[str]:
    """Return an explanation as lines of text."""
    lines = [f"score {hit.score:.3f}"]
    days = preferred_days(question)
    if days is not None:
        lines[0] += f", passages from {days[0]} to {days[1]} preferred"
    for channel, one in told.items():
        met = ", ".join(asked if asked == found else f"{asked} = {found}" for asked, found in one.get("words", ()))
        measure = f"{_MEASURES.get(channel, 'score')} {one['score']:.3f}"
        lines.append(f"  {channel:11}{one['share']:4.0%}  {measure}, rank {one['rank']}" + (f": {met}" if met else ""))
    return lines


def question_lines(question: Question) -> list[str]:
    """Return what was made of a question as lines of text."""
    shown = question.understood()
    lines = [f"understood ({shown['language']}, asks for: {shown['kind']}): {shown['standalone']}"]
    if shown["respelt"]:
        lines.append(f"  for articles in the other language read as: {shown['respelt']}")
    filters = ", ".join(f"{name} {value}" for name, value in shown["filters"].items() if value)
    window = shown["window"]
    if filters:
        lines.append(f"  only: {filters}")
    if window:
        days = f"{window['start'] or '…'} to {window['end'] or '…'}" if window["reason"] != "latest" else "newest first"
        lines.append(f"  time: {days} ({window['reason']}{': ' if window['text'] else ''}{window['text']})")
    for name, label in (("phrases", "in these very words"), ("excluded", "without")):
        if shown[name]:
            lines.append(f"  {label}: {', '.join(shown[name])}")
    return lines


def _met(name: str, asked: Iterable[str], question: Question, hit: Hit, terms_of: _TermsOf) -> dict[str, Any]:
    """Return the terms of a question that a passage or its headline has, and a word of each for them."""
    mine = _surfaces(f"{question.text} {question.search_text}", terms_of)
    theirs = _surfaces(f"{hit.stored.article.headline} {hit.stored.passage.text}", terms_of)
    shared = [term for term in asked if term in theirs]
    pairs = dict.fromkeys((mine.get(term, term), theirs[term]) for term in shared)
    return {name: shared, "words": [list(pair) for pair in pairs]}


def _translated(question: Question, hit: Hit) -> dict[str, Any]:
    """Return the terms of the other language that a passage or its headline has, and which word each stands for."""
    text = f"{hit.stored.article.headline} {hit.stored.passage.text}"
    theirs = {
        "stems": _surfaces(text, lambda folded, _: [stem(folded)]),
        "keys": _surfaces(text, lambda _, word: phonetic_keys(word)),
    }
    met: dict[str, None] = {}
    pairs: dict[tuple[str, str], None] = {}
    for word, group in _words_of_groups(question):
        found = max((term for term in group if term.text in theirs[term.field]), key=attrgetter("weight"), default=None)
        if found is not None:
            met[found.text] = None
            pairs[word, theirs[found.field][found.text]] = None
    return {"terms": list(met), "words": [list(pair) for pair in pairs]}


def _words_of_groups(question: Question) -> Iterator[tuple[str, Sequence[Term]]]:
    """Yield each content word of a question and the terms that it has in the other language."""
    for token, group in zip(question.content, question.translated, strict=False):
        yield question.search_text[token.start : token.end], group


def _surfaces(text: str, terms_of: _TermsOf) -> dict[str, str]:
    """Return for each term of a text the first word that has it."""
    return dict(reversed([*_terms(text, terms_of)]))


def _terms(text: str, terms_of: _TermsOf) -> Iterator[tuple[str, str]]:
    for token in tokens(text):
        if not is_stop_word(token.text):
            word = text[token.start : token.end]
            for term in terms_of(token.text, word):
                yield term, word
