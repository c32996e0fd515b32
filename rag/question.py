"""A text becomes a Question: language, script, standalone form, terms, time window, what kind of answer it wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import regex

from index.errors import UsageError
from index.filters import Filters
from index.language.detect import question_language
from index.language.stems import is_stop_word
from index.language.tokens import tokens, words
from index.language.windows import TimeWindow, time_window
from index.lexical import Term
from index.terms import keys_of, stems_of
from rag.answer import QuestionLanguage
from rag.kinds import Wanted, wanted

AnswerLanguage = Literal["auto", "hi", "en"]
_QUOTED = regex.compile(r'["“]([^"“”]{2,200})["”]')
# A question with fewer words of its own than this leans on the one before it.
OWN_WORDS = 2
# As the first word it says that a short question goes on from the one before.
_GOING_ON = regex.compile(r"(?:and|but|also|then|और|तो|फिर|aur|to|phir|or)\b", regex.IGNORECASE)
# Words for what has been named before.
_POINTING = regex.compile(
    r"\b(?:he|she|it|its|his|her|him|they|them|their|that|this|those|these|there|else"
    r"|वह|वे|वो|उस|उन|उनका|उनकी|उनके|उन्होंने|उसने|उसका|उसकी|उसके|उन्हें|उसे|इस|इसका|इसकी|इसके|इसमें|उसमें|यह|ये|इन|इनका|इनमें|वहां|वहाँ|तब"
    r"|woh|wo|vo|voh|unka|unki|unke|unhone|usne|uska|uski|uske|unhe|use|iska|iski|iske|isme|usme|yeh|ye|wahan|tab)\b",
    regex.IGNORECASE,
)
# With so many words of its own a question stands alone, whatever it points at.
ENOUGH_WORDS = 4
# A conversation is followed back so far.
MOST_TURNS = 6


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the retriever sees it. `search_text` stands alone: it holds what a follow-up leaves unsaid.

    `restored` is the text in Devanagari, where it came in Roman letters; `translated` are, for each of its words, the
    terms that articles in the other language may have for it.
    """

    text: str
    language: QuestionLanguage
    search_text: str
    stems: tuple[str, ...]
    keys: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    wanted: Wanted
    window: TimeWindow | None
    filters: Filters
    as_of: date
    restored: str | None = None
    translated: tuple[tuple[Term, ...], ...] = ()

    @property
    def answer_language(self) -> Literal["hi", "en"]:
        """The language that Khabar answers in: that of the asker; romanised Hindi is answered in Devanagari."""
        return "en" if self.language == "en" else "hi"

    @property
    def other_language(self) -> Literal["hi", "en"]:
        """The language in which articles can be met only by translated words and by sounds."""
        return "hi" if self.language == "en" else "en"

    @property
    def content_spans(self) -> list[tuple[int, int]]:
        """The places in `search_text` of the words that carry meaning; of all its words where none does."""
        found = tokens(self.search_text)
        return [(t.start, t.end) for t in ([t for t in found if not is_stop_word(t.text)] or found)]

    def understood(self) -> dict[str, Any]:
        """Return what was made of the question, for people and programs to check."""
        window = self.window
        return {
            "standalone": self.search_text,
            "restored": self.restored,
            "language": self.language,
            "kind": self.wanted.kind,
            "stems": list(self.stems),
            "names": list(self.keys),
            "phrases": [" ".join(phrase) for phrase in self.phrases],
            "window": None
            if window is None
            else {
                "start": window.start.isoformat() if window.start else None,
                "end": window.end.isoformat() if window.end else None,
                "text": window.text,
                "latest": window.latest,
                "firm": window.firm,
            },
        }


def understand(
    text: str,
    *,
    history: Sequence[str] = (),
    filters: Filters | None = None,
    as_of: date | None = None,
    longest: int = 1000,
) -> Question:
    """Read a question; an explicit filter wins over a date that the question names.

    Raises UsageError for an empty or over-long question.
    """
    text = " ".join(text.split())
    if not words(text):
        raise UsageError("the question is empty: type a question in Hindi, English or romanised Hindi")
    if len(text) > longest:
        raise UsageError(f"the question has {len(text)} characters, at most {longest} are read: shorten it")
    filters, as_of = filters or Filters(), as_of or date.today()
    language = question_language(text)
    search_text = standalone(text, history)
    window = time_window(text, as_of)
    if window is not None and window.firm and not (filters.first_day or filters.last_day):
        filters = _within(filters, window)
    return Question(
        text=text,
        language=language,
        search_text=search_text,
        stems=tuple(dict.fromkeys(stems_of(search_text))),
        keys=tuple(dict.fromkeys(keys_of(search_text))),
        phrases=tuple(tuple(words(match)) for match in _QUOTED.findall(text) if words(match)),
        wanted=wanted(text),
        window=window,
        filters=filters,
        as_of=as_of,
    )


def standalone(text: str, history: Sequence[str]) -> str:
    """Put the last question before one that leans on it: too few words of its own, or one that points back.

    >>> standalone("और वह कब लौटीं?", ["सुनीता विलियम्स अंतरिक्ष में कब गईं?"])
    'सुनीता विलियम्स अंतरिक्ष में कब गईं? और वह कब लौटीं?'
    >>> standalone("Who won the 2019 World Cup final?", ["When did Chandrayaan-3 land?"])
    'Who won the 2019 World Cup final?'
    """
    said = [text]
    for earlier in reversed(history[-MOST_TURNS:]):
        if not _leans(said[0]):
            break
        said.insert(0, earlier)
    return " ".join(said)


def _leans(text: str) -> bool:
    own = [word for word in words(text) if not is_stop_word(word)]
    points = _GOING_ON.match(text) or _POINTING.search(text)
    return len(own) < OWN_WORDS or (points is not None and len(own) < ENOUGH_WORDS)


def _within(filters: Filters, window: TimeWindow) -> Filters:
    """Narrow the filters to a window; a report may come a day after the day that it tells of."""
    last = window.end + timedelta(days=1) if window.end else None
    return Filters(
        first_day=window.start.isoformat() if window.start else None,
        last_day=last.isoformat() if last else None,
        source=filters.source,
        language=filters.language,
        section=filters.section,
    )
