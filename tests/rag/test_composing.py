"""What of a model's drafts is shown: only what is verified, once, in the right language; else quotes, and notices."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from index.article import Language
from index.errors import UsageError
from rag.answer import Support, Written
from rag.citations import Numbering
from rag.composing import Composition, as_text
from rag.disagreement import Disagreement, Figure
from rag.evidence import Evidence
from rag.messages import MESSAGES
from rag.question import Question, understand
from rag.short_answer import ShortAnswer
from rag.short_answer.parts import Part
from rag.verification.checking import Verdict
from rag.writers import TROUBLES, Draft, WriterError
from tests.made_evidence import evidence_of

ONE, TWO = evidence_of("He came."), evidence_of("She left.", 9)


@dataclass
class Fake:
    """Writes some drafts, or fails at one that is an error."""

    drafts: Sequence[Draft | Exception]
    name: str = "fake"
    asked: list[Question] = field(default_factory=list)
    closed: bool = False

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        self.asked.append(question)
        try:
            for draft in self.drafts:
                if isinstance(draft, Exception):
                    raise draft
                yield draft
        finally:
            self.closed = True


class Says:
    """Supports what the sentence itself says: partly or not at all, where it has such a word."""

    def __init__(self) -> None:
        self.prepared: list[Evidence] = []

    def prepare(self, cited: Evidence) -> None:
        self.prepared.append(cited)

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Verdict:
        supports: tuple[Support, ...] = ("unsupported", "partly")
        return Verdict(next((one for one in supports if one in sentence), "supported"), ("because",))


QUOTES = [Draft("He came.", (ONE,))]


def compose(
    *drafts: Draft | Exception, language: Language = "en", question: str = "Who came?", mark: bool = False
) -> tuple[Composition, Fake]:
    writer = Fake(drafts)
    composed = Composition(Numbering(), Says(), language, marks_unsupported=mark)
    asked = understand(question, as_of=date(2025, 12, 10))
    written = list(composed.run(asked, [ONE, TWO], writer, QUOTES))
    assert [event.sentence for event in written] == composed.sentences
    return composed, writer


def said(text: str, *evidence: Evidence) -> Draft:
    return Draft(text, evidence or (ONE,), composed=True)


def test_quotes_are_supported_as_they_are() -> None:
    composed, _ = compose(Draft("unsupported यह", (ONE,)))
    assert composed.sentences[0].support == "supported"
    assert composed.quotes


def test_only_what_is_verified_is_shown() -> None:
    composed, _ = compose(said("It is so."), said("It is unsupported."), said("It is partly so.", TWO), said("So."))
    assert [(s.text, s.citations, s.support) for s in composed.sentences] == [
        ("It is so.", (1,), "supported"),
        ("It is partly so.", (2,), "partly"),
        ("So.", (1,), "supported"),
    ]
    assert composed.notices == [MESSAGES["removed_one"]["en"].format(count=1)]
    assert not composed.quotes
    assert as_text(composed.sentences, "en") == (
        "It is so. [1] It is partly so. (only partly supported by its source) [2] So. [1]"
    )
    assert [one["support"] for one in composed.verdicts] == ["supported", "unsupported", "partly", "supported"]


def test_what_cites_nothing_is_not_shown() -> None:
    composed, _ = compose(Draft("It is so.", (), composed=True))
    assert composed.sentences == []
    assert composed.verdicts[0]["reasons"] == ["no source"]


def test_what_is_not_supported_may_be_marked() -> None:
    composed, _ = compose(said("It is unsupported."), Draft("So.", (), composed=True), mark=True)
    assert [(s.citations, s.support) for s in composed.sentences] == [((1,), "unsupported"), ((), "unsupported")]
    assert composed.notices == []


def test_a_sentence_is_shown_once() -> None:
    composed, _ = compose(said("It is so."), said("It is so."), said("unsupported."), said("unsupported."))
    assert len(composed.sentences) == 1
    assert composed.notices == [MESSAGES["removed_one"]["en"].format(count=1)]


def test_an_abstaining_model_is_not_replaced_by_quotes() -> None:
    composed, _ = compose()
    assert composed.sentences == []
    assert composed.notices == []
    assert composed.writer == "fake"


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_failure_is_named(trouble: str, language: Language) -> None:
    error = WriterError(trouble, "detail")  # type: ignore[arg-type]
    problem = MESSAGES[f"trouble_{trouble}"][language]
    composed, _ = compose(
        said("यह सच नहीं है, unsupported।" if language == "hi" else "unsupported"), error, language=language
    )
    assert composed.notices == [MESSAGES["model_failed"][language].format(problem=problem)]
    assert composed.writer == "quote"
    assert [s.text for s in composed.sentences] == ["He came."]
    sentence = {"en": "It is so.", "hi": "ऐसा है।"}[language]
    composed, _ = compose(said(sentence), error, language=language)
    assert composed.notices == [MESSAGES["model_stopped"][language].format(problem=problem)]
    assert composed.writer == "fake"
    assert [s.text for s in composed.sentences] == [sentence]


@pytest.mark.parametrize(
    ("short", "differing", "brought"),
    [
        (ShortAnswer(Part("two", 0, 3), ONE), None, ["two", None, None]),
        (ShortAnswer(Part("two", 0, 3), TWO), None, [None, "two", None]),
        (None, Disagreement("update", (Figure("12 people", ONE), Figure("21 people", TWO))), [None, "21 people", None]),
        (None, Disagreement("differ", (Figure("12 people", ONE), Figure("21 people", TWO))), [None, None, None]),
        (None, None, [None, None, None]),
    ],
)
def test_the_short_answer_comes_once_with_the_sentence_it_needs(
    short: ShortAnswer | None, differing: Disagreement | None, brought: list[str | None]
) -> None:
    composed = Composition(Numbering(), Says(), "en", marks_unsupported=False, short=short, differing=differing)
    writer = Fake([Draft("He came.", (ONE,)), Draft("She left.", (TWO,)), Draft("Both.", (ONE, TWO))])
    written = list(composed.run(understand("Who came?"), [ONE, TWO], writer, QUOTES))
    assert [event.short_answer for event in written] == brought


def test_a_wrong_set_up_is_raised() -> None:
    with pytest.raises(UsageError):
        compose(UsageError("wrong key"))


def test_the_wrong_language_stops_the_model() -> None:
    composed, writer = compose(said("ऐसा है।"), said("It is so."))
    assert writer.closed
    assert composed.notices == [MESSAGES["wrong_language"]["en"]]
    assert (composed.writer, composed.quotes) == ("quote", True)


def test_an_opening_in_the_wrong_language_is_forgiven() -> None:
    composed, _ = compose(Draft("उत्तर", (), composed=True), said("It is so."))
    assert [s.text for s in composed.sentences] == ["It is so."]
    assert composed.notices == [MESSAGES["removed_foreign_one"]["en"].format(count=1)]


def test_the_model_is_asked_in_the_language_that_was_chosen() -> None:
    _, writer = compose(language="hi")
    assert writer.asked[0].answer_language == "hi"
    _, writer = compose(question="kaun aaya?", language="hi")
    assert writer.asked[0].language == "hi-Latn"


def test_nobody_reading_on_stops_the_model() -> None:
    writer = Fake([said("It is so."), said("More.")])
    composed = Composition(Numbering(), Says(), "en", marks_unsupported=False)
    events = composed.run(understand("Who came?"), [ONE], writer, QUOTES)
    assert isinstance(next(events), Written)
    events.close()  # type: ignore[attr-defined]
    assert writer.closed


@pytest.mark.parametrize(("most", "read"), [(0, []), (1, [ONE]), (20, [ONE, TWO])])
def test_the_best_evidence_is_read_while_a_model_has_yet_to_write(most: int, read: list[Evidence]) -> None:
    checker = Says()
    composed = Composition(Numbering(), checker, "en", marks_unsupported=False, prefetched=most)

    def slow() -> Iterator[Draft]:
        deadline = time.monotonic() + 10
        while checker.prepared != read and time.monotonic() < deadline:
            time.sleep(0.001)
        yield said("It is so.")

    writer = Fake([])
    writer.write = lambda question, evidence: slow()  # type: ignore[method-assign]
    assert list(composed.run(understand("Who came?"), [ONE, TWO], writer, QUOTES))
    assert checker.prepared == read


def test_quotes_need_nothing_read() -> None:
    checker = Says()
    composed = Composition(Numbering(), checker, "en", marks_unsupported=False, prefetched=20)
    threads = set(threading.enumerate())
    for _ in composed.verbatim(QUOTES):
        assert set(threading.enumerate()) == threads
    assert checker.prepared == []
    assert composed.writer == "quote"
