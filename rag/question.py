"""A text becomes a Question: language, script, standalone form, terms, time window, what kind of answer it wants."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import regex

from index.errors import UsageError
from index.filters import Filters, Words
from index.language.detect import question_language
from index.language.stems import is_stop_word
from index.language.tokens import tokens, words
from index.language.windows import TimeWindow, time_window
from index.lexical import Term
from index.terms import keys_of, stems_of
from rag.answer import QuestionLanguage
from rag.kinds import Wanted, wanted
from rag.marks import read_marks
from rag.period import Reason, searched

AnswerLanguage = Literal["auto", "hi", "en"]
# A question of nothing else is empty; the scripts in which something can be found.
_NOTHING = regex.compile(r"[\p{P}\p{Z}\p{C}]*")
_SEARCHABLE = regex.compile(r"[\p{Latin}\p{Devanagari}\p{Nd}]")
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
    wanted: Wanted
    window: TimeWindow | None  # where firm, with the days that are searched
    reason: Reason | None  # why these days
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
            "restored": self.restored,
            "language": self.language,
            "kind": self.wanted.kind,
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
) -> Question:
    """Read a question; an explicit filter wins over a date that the question names.

    Asked as of a given day, nothing published later is found. Raises UsageError for an empty or over-long question.
    """
    text = " ".join(text.encode("utf-8", "ignore").decode().split())
    if _NOTHING.fullmatch(text):
        raise UsageError("the question is empty: type a question in Hindi, English or romanised Hindi")
    if len(text) > longest:
        raise UsageError(f"the question has {len(text)} characters, at most {longest} are read: shorten it")
    marked = read_marks(text)
    filters = filters or Filters()
    filters = replace(
        filters,
        as_of=as_of.isoformat() if as_of else filters.as_of,
        phrases=(*filters.phrases, *marked.phrases),
        excluded=(*filters.excluded, *marked.excluded),
    )
    as_of = as_of or date.today()
    search_text = standalone(marked.text, history)
    window, filters, reason = searched(time_window(marked.text, as_of), filters, as_of)
    return Question(
        text=text,
        language=question_language(marked.text),
        search_text=search_text,
        stems=tuple(dict.fromkeys(stems_of(search_text))),
        keys=tuple(dict.fromkeys(keys_of(search_text))),
        wanted=wanted(marked.text),
        window=window,
        reason=reason,
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
