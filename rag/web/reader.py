"""The reading pane: a whole article with the cited words marked, or what the archive holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.article import Article, Language
from index.standing import Standing
from rag.dates import long_date, long_time
from rag.web.cards import meta_line
from rag.web.coverage import archive_coverage
from rag.web.escape import escaped, script_language, web_host
from rag.web.numbers import count_view, grouped
from rag.web.standing import absent_view, standing_note
from rag.web.strings import say


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open in the reader: an article, where it was opened from, and which of its code points to mark."""

    article_id: str
    version: int | None
    turn: int
    n: int | None = None
    start: int = 0
    end: int = 0
    numbers: tuple[int, ...] = ()  # of all the sources of the answer


def reader_view(opened: Opened, article: Article | None, standing: Standing | None, language: Language) -> str:
    """Return the article with its cited words in ``<mark>``, and what has become of it since it was cited."""
    number = "" if opened.n is None else f' data-n="{opened.n}"'
    number += "" if opened.version is None else f' data-version="{opened.version}"'
    if article is None:
        head, shown = "", absent_view(standing, opened.version, language)
    else:
        head, shown = _head(article, language), _article(opened, article, standing, language)
    close = escaped(say("close", language))
    return (
        f'<section class="kh kh-reader kh-open" lang="{language}" data-turn="{opened.turn}"{number}'
        f' aria-label="{escaped(say("reader", language))}">'
        f'<div class="kh-bar"><button type="button" class="kh-close" data-action="close">'
        f'<span aria-hidden="true">×</span> {close}</button>{_neighbours(opened, language)}</div>'
        f"{head}"
        f'<div class="kh-scroll" tabindex="0">{shown}</div></section>'
    )


def empty_view(info: Mapping[str, Any], language: Language, coverage: Mapping[str, int] | None = None) -> str:
    """Return the pane while no article is open: how to open one, and what the archive holds, also by day."""
    rows = "".join(f"<dt>{escaped(say(name, language))}</dt><dd>{value}</dd>" for name, value in _facts(info, language))
    facts = f"<h3>{escaped(say('archive', language))}</h3><dl>{rows}</dl>" if rows else ""
    return (
        f'<section class="kh kh-reader" lang="{language}" aria-label="{escaped(say("reader", language))}">'
        f'<div class="kh-scroll kh-empty"><p class="kh-empty-title">{escaped(say("reader_empty", language))}</p>'
        f"<p>{escaped(say('reader_empty_how', language))}</p>{facts}"
        f"{archive_coverage(coverage or {}, language)}</div></section>"
    )


def _neighbours(opened: Opened, language: Language) -> str:
    """Return the way to the citation before and to the one after; "" where there is only one."""
    if opened.n not in opened.numbers or len(opened.numbers) < 2:
        return ""
    at = opened.numbers.index(opened.n)
    where = escaped(say("source_of", language, n=at + 1, count=len(opened.numbers)))
    before = _neighbour("previous_source", "‹", opened, at - 1, language)
    following = _neighbour("next_source", "›", opened, at + 1, language)
    return f'<span class="kh-steps-bar">{before}<span class="kh-where">{where}</span>{following}</span>'


def _neighbour(name: str, sign: str, opened: Opened, at: int, language: Language) -> str:
    label = escaped(say(name, language))
    there = 0 <= at < len(opened.numbers)
    goes = f'data-turn="{opened.turn}" data-n="{opened.numbers[at]}"' if there else "disabled"
    return (
        f'<button type="button" class="kh-step" data-action="cite" data-step="{name}" {goes} aria-label="{label}"'
        f' title="{label}">{sign}</button>'
    )


def _head(article: Article, language: Language) -> str:
    """Return what stays in sight however far one reads: headline, outlet, when it was published."""
    headline = article.headline or say("untitled", language)
    when = long_time(article.published, language) if article.published else ""
    return (
        f'<header class="kh-head"><h2 id="kh-headline" lang="{script_language(headline)}">{escaped(headline)}</h2>'
        f"{meta_line(article.source, article.published, article.language, language, when=when)}</header>"
    )


def _article(opened: Opened, article: Article, standing: Standing | None, language: Language) -> str:
    return (
        f'<article class="kh-article" aria-labelledby="kh-headline"><header>{_above(article, language)}'
        f"{_line('kh-standfirst', article.standfirst)}"
        f"{_byline(article, language)}{_updated(article, language)}"
        f"{standing_note(article, standing, language)}</header>"
        f'<div class="kh-body" lang="{article.language}">{marked_body(article.body, opened.start, opened.end)}</div>'
        f"<footer>{_rights(article, language)}{_original(article, language)}</footer></article>"
    )


def marked_body(body: str, start: int, end: int) -> str:
    """Return a body as paragraphs with ``body[start:end]`` marked, over several paragraphs if it spans them.

    >>> marked_body("पहला। दूसरा।", 6, 12)
    '<p>पहला। <mark>दूसरा।</mark></p>'
    """
    paragraphs, at = [], 0
    for line in body.split("\n"):
        if line.strip():
            first, last = (min(max(edge - at, 0), len(line)) for edge in (start, end))
            before, quote, after = (escaped(part) for part in (line[:first], line[first:last], line[last:]))
            paragraphs.append(f"<p>{before}{f'<mark>{quote}</mark>' if quote else ''}{after}</p>")
        at += len(line) + 1
    return "".join(paragraphs)


def _above(article: Article, language: Language) -> str:
    sample = any(word in article.rights.casefold() for word in ("sample", "नमूना"))
    badge = f'<span class="kh-badge kh-sample">{escaped(say("sample", language))}</span>' if sample else ""
    section = f'<span lang="{script_language(article.section)}">{escaped(article.section)}</span>'
    return f'<p class="kh-section">{section}{badge}</p>' if article.section or badge else ""


def _line(name: str, text: str) -> str:
    return f'<p class="{name}" lang="{script_language(text)}">{escaped(text)}</p>' if text else ""


def _byline(article: Article, language: Language) -> str:
    author = say("by", language, author=article.author) if article.author else ""
    line = " · ".join(filter(None, (author, article.place)))
    return f'<p class="kh-byline">{escaped(line)}</p>' if line else ""


def _updated(article: Article, language: Language) -> str:
    """Return when the article was last changed; "" where that is when it was published."""
    if not article.updated or article.updated == article.published:
        return ""
    when = f'<time datetime="{escaped(article.updated)}">{escaped(long_time(article.updated, language))}</time>'
    return f'<p class="kh-dates">{escaped(say("updated", language))}: {when}</p>'


def _rights(article: Article, language: Language) -> str:
    if not article.rights:
        return ""
    text = f'<span lang="{script_language(article.rights)}">{escaped(article.rights)}</span>'
    return f'<p class="kh-rights">{escaped(say("rights", language))}: {text}</p>'


def _original(article: Article, language: Language) -> str:
    host = web_host(article.url)
    if host is None:
        return ""
    text = escaped(say("original", language, host=host))
    link = f'href="{escaped(article.url)}" target="_blank" rel="noopener noreferrer"'
    return f"<p><a {link}>{text}</a></p>"


def _facts(info: Mapping[str, Any], language: Language) -> list[tuple[str, str]]:
    """Return the names of the facts and their values as HTML."""
    if not info:
        return []
    names = {code: say(name, language) for code, name in (("hi", "hindi"), ("en", "english"))}
    languages = (
        f"{escaped(names.get(code, code))} {count_view(count)}" for code, count in sorted(info["languages"].items())
    )
    sources = [source for source in info["sources"] if source]
    outlets = ", ".join(sources[:6])
    if len(sources) > 6:
        outlets += " " + say("and_more", language, count=grouped(len(sources) - 6))
    days = [long_date(day, language) for day in (info["first_published"], info["last_published"]) if day]
    facts = {
        "archive_articles": count_view(info["articles"]),
        "archive_languages": " · ".join(languages),
        "archive_sources": escaped(outlets),
        "archive_dates": escaped(" – ".join(dict.fromkeys(days))),
    }
    return [(name, value) for name, value in facts.items() if value]
