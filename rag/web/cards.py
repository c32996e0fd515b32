"""Source cards, one an article: who published it, when, and each cited sentence under its number."""

from collections.abc import Iterable, Sequence

from index.article import Copy, Language
from rag.answer import Nearest
from rag.dates import long_date
from rag.web.conversation import Source, Turn
from rag.web.escape import escaped, script_language
from rag.web.strings import say

# Relevance from which on a source meets much of a question, and all of it: near the quartiles of what is quoted for the
# development questions of the samples.
RELEVANT = (0.5, 0.65)


def sources_list(turn: Turn, place: int, language: Language, *, unfolded: bool) -> str:
    """Return the cards of a turn, folded away unless asked otherwise; "" for a turn without sources."""
    if not turn.sources:
        return ""
    articles = by_article(turn.sources)
    cards = "".join(_card(sources, place, language) for sources in articles)
    title = escaped(say("sources", language, count=len(articles)))
    return (
        f'<details class="kh-sources"{" open" if unfolded else ""}><summary>{title}</summary><ol>{cards}</ol></details>'
    )


def nearest_list(turn: Turn, place: int, language: Language) -> str:
    """Return the articles nearest to a question that could not be answered, as buttons."""
    if turn.answer is None or not turn.answer.nearest:
        return ""
    items = "".join(_near(near, place, k, language) for k, near in enumerate(turn.answer.nearest))
    title = escaped(say("nearest", language))
    return f'<section class="kh-nearest"><h3>{title}</h3><ul>{items}</ul></section>'


def meta_line(source: str, published: str | None, written_in: Language, language: Language, *, when: str = "") -> str:
    """Return outlet, day (or `when` in its place) and language badge on one line."""
    badge = say("hindi" if written_in == "hi" else "english", language)
    day = when or (long_date(published, language) if published else say("undated", language))
    outlet = f'<span class="kh-outlet" lang="{script_language(source)}">{escaped(source)}</span>' if source else ""
    stamp = f' datetime="{escaped(published)}"' if published else ""
    return (
        f'<p class="kh-meta">{outlet}<time{stamp}>{escaped(day)}</time>'
        f'<span class="kh-badge">{escaped(badge)}</span></p>'
    )


def by_article(sources: Iterable[Source]) -> list[list[Source]]:
    """Return the sources of each article, or version of one, together, in the order of their first numbers."""
    groups: dict[tuple[str, int], list[Source]] = {}
    for source in sources:
        groups.setdefault((source.citation.article_id, source.citation.version), []).append(source)
    return list(groups.values())


def _card(sources: Sequence[Source], place: int, language: Language) -> str:
    first, numbers = sources[0].citation, [source.citation.n for source in sources]
    if sources[0].withdrawn:
        return _withdrawn_card(numbers, place, language)
    headline = first.headline or say("untitled", language)
    known = [source.citation.relevance for source in sources if source.citation.relevance is not None]
    quotes = "".join(_quote(source, place, language, alone=len(sources) == 1) for source in sources)
    copies = list(dict.fromkeys(copy for source in sources for copy in source.citation.also_in))
    opens = f'data-action="cite" data-turn="{place}" data-n="{first.n}"'
    return (
        f'<li class="kh-card"><h3 lang="{script_language(headline)}">{escaped(headline)}</h3>'
        f"{meta_line(first.source, first.published, first.language, language)}"
        f"{_relevance(max(known, default=None), language)}{quotes}{_elsewhere(copies, language)}"
        f'<button type="button" class="kh-link" {opens}>{escaped(say("open_article", language))}</button></li>'
    )


def _quote(source: Source, place: int, language: Language, *, alone: bool) -> str:
    """Return a cited sentence under its number, with the words around it where it is the only one of its article."""
    citation = source.citation
    before, after = (source.before, source.after) if alone else ("", "")
    where = f'data-turn="{place}" data-n="{citation.n}"'
    label = say("source_mark", language, n=citation.n, headline=citation.headline or say("untitled", language))
    return (
        f'<div class="kh-quote" {where}><button type="button" class="kh-number" data-action="cite" {where}'
        f' aria-label="[{citation.n}] {escaped(label)}">{citation.n}</button><blockquote lang="{citation.language}">'
        f"{escaped(before)}<mark>{escaped(citation.quote)}</mark>{escaped(after)}</blockquote></div>"
    )


def _withdrawn_card(numbers: Iterable[int], place: int, language: Language) -> str:
    marks = "".join(
        f'<div class="kh-quote" data-turn="{place}" data-n="{n}"><span class="kh-number" aria-hidden="true">{n}</span>'
        f'<p class="kh-problem">{escaped(say("withdrawn", language, day=""))}</p></div>'
        for n in numbers
    )
    return f'<li class="kh-card">{marks}</li>'


def _relevance(relevance: float | None, language: Language) -> str:
    """Return how closely the source meets the question, as one to three dots with words; "" where nobody knows."""
    if relevance is None:
        return ""
    level = 1 + sum(relevance >= bound for bound in RELEVANT)
    words = escaped(say(f"relevance_{level}", language))
    dots = "".join(f"<i{' class=kh-on' if n < level else ''}></i>" for n in range(3))
    return f'<p class="kh-relevance"><span class="kh-dots" aria-hidden="true">{dots}</span>{words}</p>'


def _elsewhere(copies: Sequence[Copy], language: Language) -> str:
    """Return the line that names the other outlets of a story, each with its day; "" where there are none."""
    if not copies:
        return ""
    outlets = []
    for copy in copies:
        day = long_date(copy.published, language) if copy.published else ""
        outlets.append(", ".join(part for part in (copy.source or copy.article_id, day) if part))
    line = escaped(say("also_in", language, outlets=" · ".join(outlets)))
    return f'<p class="kh-also">{line}</p>'


def _near(near: Nearest, place: int, k: int, language: Language) -> str:
    headline = near.headline or say("untitled", language)
    return (
        f'<li><button type="button" class="kh-link" data-action="near" data-turn="{place}" data-near="{k}"'
        f' lang="{script_language(headline)}">{escaped(headline)}</button>'
        f"{meta_line(near.source, near.published, near.language, language)}</li>"
    )
