"""An answer as text to take along: plain, Markdown, or the quotes alone with outlet, date and address."""

import re
from collections.abc import Sequence

from index.article import Language
from rag.answer import AnswerSentence, Citation
from rag.dates import long_date
from rag.web.conversation import Turn
from rag.web.escape import visible, web_host
from rag.web.strings import say

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
# What would begin a list, a heading or a rule at the start of a line.
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
# In the address of a Markdown link these would end it.
_ENDS_A_LINK = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}


def plain(turn: Turn, language: Language) -> str:
    """Return the question, the answer with its numbers, and each source on a line."""
    sources = [f"[{c.n}] {_told(c, language)}" for c in _citations(turn)]
    return "\n".join([visible(turn.question), "", *_lines(turn, language), *([""] if sources else []), *sources])


def markdown(turn: Turn, language: Language) -> str:
    """Return the same as Markdown, the headlines linked; what the articles say is escaped and stays text."""
    sources = []
    for citation in _citations(turn):
        headline = _as_markdown(citation.headline or say("untitled", language))
        linked = f"[{headline}]({_address(citation)})" if web_host(citation.url) else headline
        told = _as_markdown(_outlet_and_day(citation, language))
        sources.append(f"{citation.n}. {linked}{' — ' if told else ''}{told}  \n   “{_as_markdown(citation.quote)}”")
    question = f"**{_as_markdown(turn.question)}**"
    lines = [_as_markdown(line) for line in _lines(turn, language)]
    return "\n\n".join([question, *lines, *(["\n".join(sources)] if sources else [])])


def export(turn: Turn, language: Language) -> str:
    """Return each quote with its outlet, date, headline and address, as a reporter files them."""
    quotes = []
    for citation in _citations(turn):
        address = [citation.url] if web_host(citation.url) else []
        told = [_outlet_and_day(citation, language), citation.headline or say("untitled", language), *address]
        quotes.append("\n".join([f"“{visible(citation.quote)}”", *(visible(line) for line in told if line)]))
    return "\n\n".join(quotes)


def _citations(turn: Turn) -> Sequence[Citation]:
    return [source.citation for source in turn.sources]


def _lines(turn: Turn, language: Language) -> list[str]:
    """Return the lines of the answer, or what is said in its place."""
    short = [turn.short] if turn.short else []
    sentences = [_line(sentence, turn, language) for sentence in turn.sentences]
    own = [turn.answer.answer] if turn.answer and turn.answer.abstained else []
    return [visible(line) for line in (*short, *sentences, *own)]


def _line(sentence: AnswerSentence, turn: Turn, language: Language) -> str:
    """Return a sentence with its day in a timeline, the word of doubt that it bears, and its numbers."""
    day = f"{long_date(sentence.date, language)}:" if sentence.date else ""
    doubt = "" if sentence.support == "supported" else f"({say('support_' + sentence.support, language)})"
    numbers = "".join(f"[{n}]" for n in sentence.citations if turn.source(n))
    return " ".join(part for part in (day, sentence.text, doubt, numbers) if part)


def _told(citation: Citation, language: Language) -> str:
    headline = citation.headline or say("untitled", language)
    address = citation.url if web_host(citation.url) else ""
    parts = [headline, _outlet_and_day(citation, language), address]
    return visible(" — ".join(part for part in parts if part))


def _outlet_and_day(citation: Citation, language: Language) -> str:
    day = long_date(citation.published, language) if citation.published else ""
    return ", ".join(part for part in (citation.source, day) if part)


def _address(citation: Citation) -> str:
    return "".join(_ENDS_A_LINK.get(one, one) for one in citation.url)


def _as_markdown(text: str) -> str:
    r"""Return text that Markdown shows as it is.

    >>> _as_markdown("[x](javascript:alert) <b> - *y*"), _as_markdown("1. first")
    ('\\[x\\](javascript:alert) \\<b\\> - \\*y\\*', '1\\. first')
    """
    line = " ".join(visible(text).split())
    begun = _BEGINS.match(line)
    if begun and begun[2].isdigit():
        line = f"{begun[2]}\x00{line[begun.end() :]}"
    elif begun:
        line = f"\x00{line}"
    return _MARKDOWN.sub(r"\\\1", line).replace("\x00", "\\")
