"""The conversation as a page shows it: question, progress, answer with clickable numbers, notices, sources."""

from index.article import Language
from rag.answer import AnswerSentence
from rag.dates import long_date
from rag.web.cards import nearest_list, sources_list
from rag.web.conversation import Conversation, Turn
from rag.web.coverage import answer_coverage
from rag.web.escape import escaped, script_language
from rag.web.reasons import detail_view, reason_words
from rag.web.strings import STRINGS, say
from rag.web.tools import tools_view
from rag.web.understood import understood_view

# Characters of a last word that stays with its mark on the narrowest screen.
LONGEST_KEPT = 16


def conversation_view(turns: Conversation, language: Language, welcome: str, *, judged: bool = False) -> str:
    """Return all turns, oldest first, or the welcome while nothing has been asked; `judged` offers thumbs."""
    last = len(turns) - 1
    body = "".join(
        turn_view(turn, place, language, last=place == last, judged=judged) for place, turn in enumerate(turns)
    )
    title = escaped(say("conversation", language))
    return f'<div class="kh kh-thread" lang="{language}" role="region" aria-label="{title}">{body or welcome}</div>'


def turn_view(turn: Turn, place: int, language: Language, *, last: bool = True, judged: bool = False) -> str:
    """Return one question and its answer so far; the sources of earlier turns are folded away.

    All of it speaks the language of the answer, only what can be done with it that of the page. Sources come when the
    answer is whole: beneath one that grows they would slide down the page.
    """
    working = turn.state == "working"
    asked_in = turn.answer.question_language if turn.answer else script_language(turn.question)
    spoken = turn.spoken(language)
    sources = "" if working else sources_list(turn, place, spoken, unfolded=last)
    return (
        f'<article class="kh-turn" lang="{spoken}" data-turn="{place}" aria-labelledby="kh-asked-{place}">'
        f'<h2 class="kh-question" id="kh-asked-{place}" lang="{asked_in}">{escaped(turn.question)}</h2>'
        f'<div class="kh-answer" aria-busy="{str(working).lower()}">'
        f"{_lead(turn)}{''.join(_sentence(one, turn, place, spoken) for one in turn.sentences)}"
        f"{_status(turn, language)}</div>"
        f"{_abstention(turn)}{understood_view(turn, place, spoken)}{_notices(turn)}"
        f"{tools_view(turn, place, language, last=last, judged=judged)}{nearest_list(turn, place, spoken)}"
        f"{sources}{answer_coverage(turn, place, spoken)}</article>"
    )


def _lead(turn: Turn) -> str:
    if not turn.short:
        return ""
    return f'<p class="kh-lead" lang="{script_language(turn.short)}">{escaped(turn.short)}</p>'


def _sentence(sentence: AnswerSentence, turn: Turn, place: int, language: Language) -> str:
    first, *others = [_mark(n, turn, place, language) for n in sentence.citations] or [""]
    spoken = script_language(sentence.text)
    if sentence.support == "supported":
        said = _kept_together("kh-words", sentence.text, spoken, first)
    else:
        doubt = f"({say('support_' + sentence.support, language)})"
        words = f'<span class="kh-words" lang="{spoken}">{escaped(sentence.text)}</span>'
        said = f"{words} {_kept_together('kh-doubt', doubt, language, first)}"
    kind = f"kh-sentence kh-{escaped(sentence.support)}{' kh-dated' if sentence.date else ''}"
    return f'<p class="{kind}">{_day(sentence, language)}{said}{"".join(others)}</p>'


def _kept_together(kind: str, text: str, spoken: Language, mark: str) -> str:
    """Return a text and the mark after it, which never goes to a line without the last word, unless that is long."""
    head, space, last = text.rpartition(" ")
    if len(last) > LONGEST_KEPT:
        return f'<span class="{kind}" lang="{spoken}">{escaped(text)}</span> {mark}'
    opening = f'<span class="{kind}" lang="{spoken}">'
    return f'{opening}{escaped(head + space)}</span><span class="kh-keep">{opening}{escaped(last)}</span> {mark}</span>'


def _day(sentence: AnswerSentence, language: Language) -> str:
    """Return the day that heads a bullet of a timeline."""
    if not sentence.date:
        return ""
    return f'<time datetime="{escaped(sentence.date)}">{escaped(long_date(sentence.date, language))}</time> '


def _mark(n: int, turn: Turn, place: int, language: Language) -> str:
    source = turn.source(n)
    if source is None:
        return ""
    label = say("source_mark", language, n=n, headline=source.citation.headline or say("untitled", language))
    return (
        f'<button type="button" class="kh-mark" data-action="cite" data-turn="{place}" data-n="{n}"'
        f' aria-label="[{n}] {escaped(label)}">[{n}]</button>'
    )


def _status(turn: Turn, language: Language) -> str:
    """Return the line that says what is going on, or why there is no more."""
    if turn.state == "working":
        stage = f"stage_{turn.stage}"
        words = say(stage if stage in STRINGS else "stage_write", language)
        return f'<p class="kh-progress" role="status" lang="{language}">{escaped(words)}</p>'
    if turn.state == "stopped":
        return f'<p class="kh-problem" lang="{language}">{escaped(say("stopped", language))}</p>'
    if turn.state == "failed":
        told = reason_words(turn.reason, language) if turn.reason else (turn.problem, "en")
        detail = f" {detail_view(*told)}" if turn.problem else ""
        return f'<p class="kh-problem" role="alert" lang="{language}">{escaped(say("failed", language))}{detail}</p>'
    return ""


def _abstention(turn: Turn) -> str:
    """Return the desk's word that it has no answer, under a title in the same language, whatever the page's."""
    if turn.answer is None or not turn.answer.abstained:
        return ""
    spoken = turn.answer.answer_language
    return (
        f'<div class="kh-abstained" lang="{spoken}"><strong>{escaped(say("not_answered", spoken))}</strong>'
        f"<p>{escaped(turn.answer.answer)}</p></div>"
    )


def _notices(turn: Turn) -> str:
    if turn.answer is None or not turn.answer.notices:
        return ""
    spoken = turn.answer.answer_language
    items = "".join(f'<li lang="{spoken}">{escaped(notice)}</li>' for notice in turn.answer.notices)
    title = escaped(say("notices", spoken))
    return f'<aside class="kh-notices" aria-label="{title}"><ul>{items}</ul></aside>'
