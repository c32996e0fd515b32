"""Whatever is asked, a clear result: nothing usable is said to be so, what is too long is cut and said to be."""

import time

import pytest

from rag.answer import Answer
from rag.desk import NewsDesk
from rag.messages import MESSAGES, message

UNUSABLE = {
    "Hindi stop words": "क्या है?",
    "English stop words": "what is this",
    "romanised stop words": "kya hai",
    "stop words without end": "क्या यह वह है और " * 1000,
    "emoji": "🙂🙂🙂",
    "an emoji of several": "👩‍👩‍👧‍👦 🇮🇳 ❤️",
    "Tamil": "தமிழ் செய்தி",
    "Chinese": "中国新闻",
    "Arabic": "أخبار الهند",
    "Cyrillic": "новости Индии",
    "only a minus": "-बाँध",
    "punctuation": "?!",
    "dandas": "।।॥",
    "a matra alone": "\u093e\u094d",
    "control characters": "\x00\x07\x1b[",
    "separators of records": "\x1c\x1f",
    "zero width": "\u200b\u200d\ufeff",
    "overrides of direction": "\u202e\u2066",
    "half a surrogate pair": "\ud83d",
    "private use": "\ue000\uf8ff",
    "quotation marks": '"" “”',
    "a long run of emoji": "🙂" * 10_000,
    "10,000 control characters": "\x00" * 10_000,
}
LONG = {
    "one letter": "क" * 10_000,
    "one Latin letter": "a" * 10_000,
    "one digit": "९" * 10_000,
    "one word": "संग्रह " * 2000,
    "a question and a paste": "चंद्रयान-3 चंद्रमा पर कब उतरा? " + "यह एक लंबा पाठ है। " * 600,
    "a romanised question and a paste": "chandrayaan-3 chandrama par kab utra? " + "yah ek lamba paath hai " * 600,
    "an English question and a paste": "When did Chandrayaan-3 land on the Moon? " + "So it goes on and on. " * 600,
    "quotes": '"लाल किला" ' * 1000,
    "minuses": "-क्रिकेट " * 1500,
    "dates": "3 मई 2025 से 9 मई 2025 तक " * 500,
    "nested marks": "“" * 10_000,
    "combining marks": "e" + "\u0301" * 10_000,
    "brackets": "([{<" * 3000,
}
# Of processor time; a question takes tens of milliseconds, and this is for what grows without bound.
SECONDS = 5.0


@pytest.mark.parametrize("asked", UNUSABLE.values(), ids=UNUSABLE)
def test_nothing_usable_is_said_and_the_answer_abstains(sample_desk: NewsDesk, asked: str) -> None:
    question, hits = sample_desk.search(asked)
    assert hits == []
    assert MESSAGES["unsearchable"][question.answer_language] in sample_desk.notices(question, hits)
    answer = sample_desk.ask(asked)
    assert answer.abstained
    assert answer.nearest == ()
    assert MESSAGES["unsearchable"][answer.answer_language] in answer.notices


@pytest.mark.parametrize("asked", LONG.values(), ids=LONG)
def test_what_is_too_long_is_cut_and_said_to_be(sample_desk: NewsDesk, asked: str) -> None:
    begun = time.process_time()
    question, hits = sample_desk.search(asked)
    answer = sample_desk.ask(asked)
    assert time.process_time() - begun < SECONDS
    whole, read = " ".join(asked.split()), question.text
    assert 0 < len(read) <= sample_desk.settings.question_characters
    assert whole.startswith(read)
    for language, notices in (
        (question.answer_language, sample_desk.notices(question, hits)),
        (answer.answer_language, answer.notices),
    ):
        assert message("cut", language, count=str(len(whole)), read=str(len(read))) in notices
    assert answer.question == asked
    assert answer.abstained == (not answer.sentences)


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_question_before_a_paste_still_finds_its_topic(sample_desk: NewsDesk, language: str) -> None:
    asked = LONG["a question and a paste" if language == "hi" else "an English question and a paste"]
    found = [hit.stored.article.id for hit in sample_desk.search(asked)[1]]
    assert any("chandrayaan-3" in article_id for article_id in found)


def test_a_long_question_of_a_conversation_does_no_harm(sample_desk: NewsDesk) -> None:
    history = [*LONG.values(), *UNUSABLE.values()]
    answers = [sample_desk.ask("और कहाँ?", history=history[: at + 1]) for at in range(0, len(history), 5)]
    assert all(isinstance(answer, Answer) for answer in answers)
