"""Questions for a timeline or a digest: which they are, what of, and the day of what a sentence tells."""

from datetime import date

import pytest

from rag.names.numbered import has_all, numbered
from rag.timeline import Asked, asked_for, event_day, wants_order

TODAY = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("question", "form", "topic"),
    [
        ("S-400 सौदे में अब तक क्या हुआ?", "timeline", "S-400 सौदे"),
        ("timeline of Chandrayaan-3", "timeline", "Chandrayaan-3"),
        ("Give me a timeline of the farm laws", "timeline", "farm laws"),
        ("chandrayaan-3 ka ab tak ka safar", "timeline", "chandrayaan-3"),
        ("चुनावी बॉन्ड का मामला क्रम से बताओ", "timeline", "चुनावी बॉन्ड"),
        ("अयोध्या विवाद का घटनाक्रम बताइए", "timeline", "अयोध्या विवाद"),
        ("silkyara surang mein kab kya hua?", "timeline", "silkyara surang"),
        ("Chronology of the electoral bonds case", "timeline", "electoral bonds"),
        ("What has happened so far in the Silkyara tunnel?", "timeline", "Silkyara tunnel"),
        ("digest of last week", "digest", ""),
        ("पिछले हफ्ते की बड़ी खबरें", "digest", ""),
        ("pichhle hafte ki badi khabrein", "digest", ""),
        ("top news of November 2025", "digest", ""),
        ("आज की मुख्य खबरें बताइए", "digest", ""),
        ("main headlines of yesterday", "digest", ""),
    ],
)
def test_what_is_wanted_in_order(question: str, form: str, topic: str) -> None:
    asked = asked_for(question, TODAY)
    assert asked is not None
    assert (asked.form, asked.topic) == (form, topic)


@pytest.mark.parametrize(
    "question",
    [
        "चंद्रयान-3 कब उतरा?",
        "How many people have been rescued so far?",
        "अब तक कितने लोग मारे गए?",
        "What is the latest toll?",
        "timeline",
        "Who writes the news?",
        "खबर किसने छापी?",
        "सबसे बड़ी टीम कौन सी है?",
        "ab tak kitne log aaye?",
    ],
)
def test_other_questions_are_let_be(question: str) -> None:
    assert asked_for(question, TODAY) is None


@pytest.mark.parametrize(
    ("sentence", "published", "day", "dated"),
    [
        ("चंद्रयान-3 का लैंडर 23 अगस्त 2023 को उतरा।", date(2023, 9, 1), date(2023, 8, 23), True),
        ("चंद्रयान-3 शुक्रवार को रवाना हुआ।", date(2023, 7, 14), date(2023, 7, 14), True),
        ("It said on Sunday that the rover works.", date(2023, 8, 28), date(2023, 8, 27), True),
        ("अदालत ने 11 मार्च को अर्जी खारिज की।", date(2024, 3, 22), date(2024, 3, 11), True),
        ("The judge retires on 17 November.", date(2019, 11, 9), date(2019, 11, 9), False),
        ("The court will hear it on 3 May 2024.", date(2024, 3, 1), date(2024, 3, 1), False),
        ("In 2019 the mission failed.", date(2023, 8, 1), date(2023, 8, 1), False),
        ("चंद्रयान-3 अगस्त में उतरा।", date(2023, 9, 1), date(2023, 9, 1), False),
        ("मंगलवार को 41 मजदूर निकाले गए।", date(2023, 11, 29), date(2023, 11, 28), True),
    ],
)
def test_the_day_of_what_a_sentence_tells(sentence: str, published: date, day: date, dated: bool) -> None:
    assert event_day(sentence, published) == (day, dated)


@pytest.mark.parametrize(
    ("question", "form", "topic"),
    [
        ("What happened on 3 March 2021?", "digest", ""),
        ("३ मार्च 2021 को क्या-क्या हुआ था?", "digest", ""),
        ("3 march 2021 ko desh mein kya hua", "digest", ""),
        ("what happened in India in 2021", "digest", ""),
        ("2021-03-03 को क्या हुआ?", "digest", ""),
        ("news of 3 March 2021", "digest", ""),
        ("मार्च 2021 की खबरें दिखाओ", "digest", ""),
        ("ताज़ा खबरें", "digest", ""),
        ("what happened in Goa on 3 March 2021", "digest", "Goa"),
        ("latest news about the Goa ferry", "latest", "Goa ferry"),
        ("What is the latest on the ferry?", "latest", "ferry"),
        ("गोवा की नौका की ताज़ा खबर क्या है?", "latest", "गोवा की नौका"),
        ("goa ferry ki nayi khabar batao", "latest", "goa ferry"),
        ("Goa ferry news", "latest", "Goa ferry"),
    ],
)
def test_news_of_a_time_or_of_a_topic(question: str, form: str, topic: str) -> None:
    assert asked_for(question, TODAY) == Asked(form, topic)  # type: ignore[arg-type]
    assert wants_order(question)


@pytest.mark.parametrize(
    "question",
    [
        "What happened to the ferry?",
        "क्या हुआ?",
        "What will happen on 3 March 2031?",
        "What happened when the ferry sank?",
        "Who was hurt on 3 March 2021?",
        "3 मार्च 2021 को कितने लोग घायल हुए?",
        "What is the latest toll in Goa?",
        "latest news: how many were hurt in Goa?",
        "What did the latest report say about Goa?",
        "यह खबर किसने छापी?",
        "What new rules did Goa make?",
    ],
)
def test_a_question_that_asks_more_is_none(question: str) -> None:
    assert asked_for(question, TODAY) is None


def test_a_number_is_a_part_of_a_name() -> None:
    assert has_all(numbered("chandrayaan-3"), "चंद्रयान 3 की उड़ान")
    assert not has_all(numbered("chandrayaan-3"), "चंद्रयान-2 की उड़ान, 3 दिन बाद")
    assert has_all(numbered("farm laws"), "anything")
