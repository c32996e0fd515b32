"""A text becomes a Question: language, script, standalone form, terms, time window, what kind of answer it wants."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import regex

from index.errors import UsageError
from index.filters import Filters, Words
from index.language.detect import question_language
from index.language.roman_hindi import mended
from index.language.stems import is_stop_word
from index.language.tokens import Token, tokens
from index.language.windows import TimeWindow, time_window
from index.lexical import Term
from index.terms import keys_of, stems_of
from index.vectors import Spans
from rag.answer import QuestionLanguage
from rag.followups.standalone import Rewrite, Standalone, standalone
from rag.timeline import Asked, asked_for, wants_order
from rag.understanding.kinds import Wanted, wanted
from rag.understanding.marks import read_marks
from rag.understanding.period import Reason, searched
from rag.wording.otherwise import Otherwise, otherwise_of

AnswerLanguage = Literal["auto", "hi", "en"]
_BLANK = regex.compile(r"[\p{Z}\t-\r]*")
_CONTROLS = regex.compile(r"\p{Cc}+")
# The scripts in which something can be found.
_SEARCHABLE = regex.compile(r"\p{Nd}|(?=\p{L})[\p{Latin}\p{Devanagari}]")


@dataclass(frozen=True, slots=True)
class Respelt:
    """A text to be read, and the places (start, end) in it of a question's content words."""

    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the retriever sees it. `search_text` stands alone: it holds what a follow-up leaves unsaid.

    `restored` is the text in Devanagari, where it came in Roman letters; `translated` are, for each word that carries
    meaning, the terms that articles in the other language may have for it; `otherwise` are other ways to write some of
    its words.
    """

    text: str
    language: QuestionLanguage
    search_text: str
    stems: tuple[str, ...]
    keys: tuple[str, ...]
    wanted: Wanted
    window: TimeWindow | None  # where firm, with the days that are searched
    reason: Reason | None  # why these days
    filters: Filters
    as_of: date
    restored: str | None = None
    translated: tuple[tuple[Term, ...], ...] = ()
    otherwise: tuple[Otherwise, ...] = ()
    parts: tuple[tuple[str, QuestionLanguage], ...] = ()  # of `search_text`: what is carried, what was asked
    rewritten: bool = False  # a follow-up that was made to stand alone
    asked: Asked | None = None  # where developments are wanted in order: what is searched for is their topic
    unmet_phrases: tuple[Words, ...] = ()  # in quotation marks, but in no article
    respelt: Respelt | None = None  # as articles of the other language spell it, where that is another way
    cut_from: int | None = None  # how many characters it had, where only the first of them were read

    @property
    def answer_language(self) -> Literal["hi", "en"]:
        """The language that Khabar answers in: that of the asker; romanised Hindi is answered in Devanagari."""
        return "en" if self.language == "en" else "hi"

    @property
    def other_language(self) -> Literal["hi", "en"]:
        """The language in which articles can be met only by translated words and by sounds."""
        return "hi" if self.language == "en" else "en"

    @property
    def own_start(self) -> int:
        """Where in `search_text` what was asked itself begins: 0, or behind what a follow-up carries and its colon."""
        colon = self.search_text.rfind(": ") if len(self.parts) > 1 else -1
        return colon + len(": ") if colon >= 0 else 0

    @property
    def content(self) -> list[Token]:
        """The words of `search_text` that carry meaning; all its words where none does."""
        found = tokens(self.search_text)
        return [token for token in found if not is_stop_word(token.text)] or found

    @property
    def content_spans(self) -> list[tuple[int, int]]:
        """The places of these words in `search_text`."""
        return [(token.start, token.end) for token in self.content]

    @property
    def phrases(self) -> tuple[Words, ...]:
        """The runs of words in quotation marks, which must be there as they stand."""
        return self.filters.phrases

    @property
    def is_searchable(self) -> bool:
        """Whether there is anything to search for: a content word in a script that is known, a phrase or a time."""
        dated = self.filters.first_day or self.filters.last_day
        return bool(self.phrases or dated) or any(_SEARCHABLE.search(stem) for stem in self.stems)

    def understood(self) -> dict[str, Any]:
        """Return what was made of the question, for people and programs to check."""
        window, filters = self.window, self.filters
        return {
            "standalone": self.search_text,
            "rewritten": self.rewritten,
            "restored": self.restored,
            "respelt": self.respelt.text if self.respelt else None,
            "language": self.language,
            "kind": self.wanted.kind,
            "form": self.asked.form if self.asked else None,
            "stems": list(self.stems),
            "names": list(self.keys),
            "phrases": [" ".join(phrase) for phrase in filters.phrases],
            "excluded": [" ".join(phrase) for phrase in filters.excluded],
            "filters": {
                "from": filters.first_day,
                "to": filters.last_day,
                "source": filters.source,
                "language": filters.language,
                "section": filters.section,
                "as_of": filters.as_of,
            },
            "window": None
            if window is None
            else {
                "start": window.start.isoformat() if window.start else None,
                "end": window.end.isoformat() if window.end else None,
                "text": window.text,
                "latest": window.latest,
                "firm": window.firm,
                "reason": self.reason,
            },
        }


def understand(
    text: str,
    *,
    history: Sequence[str] = (),
    filters: Filters | None = None,
    as_of: date | None = None,
    longest: int = 1000,
    latest: bool = False,
    rewrite: Rewrite | None = None,
) -> Question:
    """Read a question; an explicit filter wins over a date that the question names.

    A follow-up is completed from the `history` of earlier questions, with the days that they were asked within and the
    words that they left out; by a model's `rewrite` where there is one, else by rules. `latest` puts the newest first,
    as a question does that asks for it.

    Asked as of a given day, nothing published later is found. Of a question with more than `longest` characters the
    first are read. Raises UsageError for one of white space alone.
    """
    if _BLANK.fullmatch(text):
        raise UsageError("the question is empty: type a question in Hindi, English or romanised Hindi")
    text, cut_from = _read(text, longest)
    marked = read_marks(text)
    said = _mended(marked.text)
    before = [read_marks(one[:longest]) for one in history]
    alone = standalone(said, [one.text for one in before], rewrite)
    filters = filters or Filters()
    carried = before[-1].excluded if alone.rewritten else ()
    filters = replace(
        filters,
        as_of=as_of.isoformat() if as_of else filters.as_of,
        phrases=(*filters.phrases, *marked.phrases),
        excluded=(*filters.excluded, *marked.excluded, *carried),
    )
    as_of = as_of or date.today()
    language = question_language(said) if alone.substituted else alone.parts[-1][1]
    asked = asked_for(alone.text, as_of) if alone.substituted or wants_order(said) else None
    window = _window(said, alone, as_of)
    if asked is not None:
        # Where no article is of the days that are asked for, what names them is searched for.
        sought = asked.topic or (window.text if window and not window.firm else "")
        alone = replace(alone, parts=((sought, language),))
        latest = latest or asked.form == "latest"
    search_text = alone.text
    if latest:
        window = replace(window or TimeWindow(None, None, "", True, False), latest=True)
    window, filters, reason = searched(window, filters, as_of)
    return Question(
        text=text,
        language=language,
        search_text=search_text,
        stems=tuple(dict.fromkeys(stems_of(search_text))),
        keys=tuple(dict.fromkeys(keys_of(search_text))),
        wanted=_wanted(said, alone),
        window=window,
        reason=reason,
        filters=filters,
        as_of=as_of,
        otherwise=otherwise_of(search_text, romanised=language == "hi-Latn"),
        parts=alone.parts,
        rewritten=alone.rewritten,
        asked=asked,
        cut_from=cut_from,
    )


def _read(text: str, longest: int) -> tuple[str, int | None]:
    r"""Return the words of a text, up to so many characters, and how many it has where these are not all.

    >>> _read("कब\x00 \ud83d हुआ?", 1000), _read("कहाँ और कब", 8)
    (('कब हुआ?', None), ('कहाँ और', 10))
    """
    text = " ".join(_CONTROLS.sub(" ", text.encode("utf-8", "ignore").decode()).split())
    if len(text) <= longest:
        return text, None
    whole_words = text[: longest + 1].rpartition(" ")[0]
    return whole_words or text[:longest], len(text)


def _mended(text: str) -> str:
    """Return a question in romanised Hindi without the slips in its question words.

    >>> _mended("cm kitvi baar bane"), _mended("Kitui is where?")
    ('cm kitni baar bane', 'Kitui is where?')
    """
    if question_language(text) != "hi-Latn":
        return text
    for token in reversed(tokens(text)):
        text = (
            text[: token.start] + mended(token.text) + text[token.end :] if mended(token.text) != token.text else text
        )
    return text


def _window(text: str, alone: Standalone, as_of: date) -> TimeWindow | None:
    """Return the days that a question names, or those that it was asked within before, where they are firm."""
    own = time_window(text, as_of)
    if not alone.rewritten or (own is not None and (own.start or own.end)):
        return own
    carried = time_window(alone.text, as_of)
    if carried is None or (not carried.firm and not alone.substituted):
        return own
    return replace(carried, latest=own is not None and own.latest)


def _wanted(text: str, alone: Standalone) -> Wanted:
    own = wanted(text)
    return wanted(alone.text) if own.kind == "other" and alone.substituted else own
