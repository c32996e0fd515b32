"""One answer against one question's known answer: what was found, quoted, cited and said, true or false each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from eval.questions import EvalQuestion
from index.article import Article
from index.language.normalise import fold
from rag.answer import Answer, Citation

_DEVANAGARI = regex.compile(r"\p{Devanagari}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is true of one answer; None where the question does not put it to the test."""

    question_id: str
    slice: str
    relevant_in_top5: bool | None
    answer_quoted: bool | None
    abstained_rightly: bool
    citations_exact: bool
    own_words_in_language: bool
    milliseconds: float


def judge(
    question: EvalQuestion,
    answer: Answer,
    ranked: Sequence[str],
    article: Callable[[str, int], Article | None],
    language_of: Callable[[str], str],
) -> Verdict:
    """Judge an answer. `ranked` are the ids of the articles found, best first, each once."""
    answerable = not question.unanswerable
    return Verdict(
        question_id=question.id,
        slice=slice_of(question, language_of),
        relevant_in_top5=bool(set(ranked[:5]) & set(question.relevant)) if answerable else None,
        answer_quoted=answer_is_quoted(question, answer) if answerable else None,
        abstained_rightly=answer.abstained != answerable,
        citations_exact=all(_is_exact(citation, article) for citation in answer.citations),
        own_words_in_language=_speaks(answer, "en" if question.language == "en" else "hi"),
        milliseconds=answer.timings_ms["total"],
    )


def slice_of(question: EvalQuestion, language_of: Callable[[str], str]) -> str:
    """Return the group that a question is reported in: what is special about it, else question→article language."""
    for tag in ("unanswerable", "follow-up", "date", "latest"):
        if tag in question.tags or (tag == "unanswerable" and question.unanswerable):
            return "date" if tag == "latest" else tag
    if not question.relevant:
        return f"{question.language}→?"
    languages = {language_of(article_id) for article_id in question.relevant}
    own = "en" if question.language == "en" else "hi"
    return f"{question.language}→{own if own in languages else min(languages)}"


def answer_is_quoted(question: EvalQuestion, answer: Answer) -> bool:
    """Tell whether a cited sentence of a relevant article is the one that holds the answer, or says the answer."""
    return any(sentence_answers(question, one.article_id, one.quote) for one in answer.citations)


def sentence_answers(question: EvalQuestion, article_id: str, sentence: str) -> bool:
    """Tell whether a sentence of a relevant article is the one that holds the answer, or says the answer."""
    if article_id not in question.relevant:
        return False
    gold, quote = _plain(question.quote), _plain(sentence)
    return (bool(gold) and (gold in quote or quote in gold)) or any(_holds(quote, _plain(a)) for a in question.answers)


def _holds(quote: str, answer: str) -> bool:
    """Tell whether an answer stands in a quote as whole words."""
    return bool(answer) and f" {answer} " in f" {quote} "


def _plain(text: str) -> str:
    return " ".join(regex.findall(r"[\p{L}\p{M}\p{N}]+", fold(text)))


def _is_exact(citation: Citation, article: Callable[[str, int], Article | None]) -> bool:
    found = article(citation.article_id, citation.version)
    return found is not None and found.body[citation.start : citation.end] == citation.quote


def _speaks(answer: Answer, language: str) -> bool:
    """Tell whether all that Khabar itself says is in a language."""
    own = [*answer.notices]
    if answer.abstained:
        own.append(answer.answer)
    return answer.answer_language == language and all(
        (_DEVANAGARI.search(text) is not None) == (language == "hi") for text in own
    )
