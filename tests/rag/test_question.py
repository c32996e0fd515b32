"""A text becomes a Question."""

from datetime import date

import pytest

from index.errors import UsageError
from index.filters import Filters
from rag.followups.standalone import standalone
from rag.question import understand

TODAY = date(2025, 12, 10)


def test_language_terms_and_phrases() -> None:
    question = understand('किसने कहा "रक्षा उत्पादन"?', as_of=TODAY)
    assert question.language == "hi"
    assert question.answer_language == "hi"
    assert question.phrases == (("रक्षा", "उत्पादन"),)
    assert question.wanted.kind == "person"


def test_romanised_hindi_is_answered_in_hindi() -> None:
    question = understand("rajnath singh ne kis se mulakat ki?", as_of=TODAY)
    assert (question.language, question.answer_language) == ("hi-Latn", "hi")
    assert understand("राजनाथ", as_of=TODAY).keys[0] in question.keys


@pytest.mark.parametrize(
    ("text", "first", "last", "reason"),
    [
        ("पिछले हफ्ते क्या हुआ?", "2025-12-01", "2025-12-08", "next_day"),
        ("last week's coverage", "2025-12-01", "2025-12-07", "named"),
        ("इस हफ्ते क्या हुआ?", "2025-12-08", "2025-12-10", "named"),
        ("What was said from 3 to 9 May 2025?", "2025-05-03", "2025-05-09", "named"),
        ("दो दिन पहले कौन आया?", "2025-12-08", "2025-12-09", "next_day"),
        ("kal kaun aaya tha?", "2025-12-09", "2025-12-10", "next_day"),
        ("yesterday's news", "2025-12-09", "2025-12-09", "named"),
        ("आज क्या हुआ?", "2025-12-10", "2025-12-10", "named"),
        ("Who left since 3 May 2025?", "2025-05-03", "2025-12-10", "named"),
        ("articles before May 2025", None, "2025-04-30", "named"),
        ("What happened in July 2024?", None, None, "preferred"),
        ("What will open tomorrow?", None, None, "preferred"),
        ("What is the latest toll?", None, None, "latest"),
        ("Who won the final?", None, None, None),
    ],
)
def test_the_window_that_is_shown_is_the_window_that_is_searched(
    text: str, first: str | None, last: str | None, reason: str | None
) -> None:
    question = understand(text, as_of=TODAY)
    shown = question.understood()
    assert (question.filters.first_day, question.filters.last_day, question.reason) == (first, last, reason)
    assert (shown["filters"]["from"], shown["filters"]["to"]) == (first, last)
    if shown["window"] is not None:
        assert shown["window"]["reason"] == reason
        if shown["window"]["firm"]:
            assert (shown["window"]["start"], shown["window"]["end"]) == (first, last)


def test_an_explicit_filter_wins_and_is_shown() -> None:
    filters = Filters(first_day="2019-01-01", language="hi")
    question = understand("What happened last week?", filters=filters)
    assert question.filters == filters
    window = question.understood()["window"]
    assert (window["start"], window["end"], window["reason"]) == ("2019-01-01", None, "explicit")


def test_only_a_day_of_asking_that_was_given_bounds_what_is_found() -> None:
    assert understand("Who won?", as_of=TODAY).filters.as_of == "2025-12-10"
    assert understand("Who won?").filters.as_of is None
    assert understand("Who won?").as_of == date.today()


@pytest.mark.parametrize(
    ("text", "phrases", "excluded", "left"),
    [
        ('"रक्षा उत्पादन" बजट', ["रक्षा उत्पादन"], [], '"रक्षा उत्पादन" बजट'),
        ("“रक्षा उत्पादन” -क्रिकेट", ["रक्षा उत्पादन"], ["क्रिकेट"], "“रक्षा उत्पादन”"),
        ("„Red Fort“ blast -delhi -'", ["red fort"], ["delhi"], "„Red Fort“ blast -'"),
        ('election -"by election" -Bihar', [], ["by election", "bihar"], "election"),
        ("चंद्रयान-3 कब उतरा?", [], [], "चंद्रयान-3 कब उतरा?"),
        ("COVID-19 - the cases", [], [], "COVID-19 - the cases"),
        ("vaccine -COVID-19", [], ["covid 19"], "vaccine"),
        ("Leh at -5 degrees", [], [], "Leh at -5 degrees"),
        ("state-of-the-art – chips", [], [], "state-of-the-art – chips"),
        ('an "unclosed quote', [], [], 'an "unclosed quote'),
    ],
)
def test_phrases_and_exclusions(text: str, phrases: list[str], excluded: list[str], left: str) -> None:
    question = understand(text, as_of=TODAY)
    shown = question.understood()
    assert (shown["phrases"], shown["excluded"], shown["standalone"]) == (phrases, excluded, left)
    assert question.text == text


@pytest.mark.parametrize(
    "text", ["क्या है?", "What is this?", "kya hai", "🙂🙂", "தமிழ் செய்தி", "中国新闻", "-cricket", "+"]
)
def test_nothing_to_search_for(text: str) -> None:
    assert not understand(text).is_searchable


@pytest.mark.parametrize("text", ["कल क्या हुआ था?", "2024?", "Modi", '"the who"', "🙂 दिल्ली", "what is 中国 Xi"])
def test_something_to_search_for(text: str) -> None:
    assert understand(text).is_searchable


@pytest.mark.parametrize("text", ["", "  \n", "\u00a0\u2003"])
def test_an_empty_question_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        understand(text)


def test_of_an_over_long_question_the_first_words_are_read() -> None:
    question = understand("बैठक " * 300)
    assert (question.text, question.cut_from) == (("बैठक " * 200).strip(), 1499)
    assert len(understand("क" * 1001).text) == 1000
    assert understand("क" * 1000).cut_from is None


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("और वह कब लौटीं?", True),
        ("And who came second?", True),
        ("unhone kya kaha?", True),
        ("कहाँ?", True),
        ("Who won the Thomas Cup final in Bangkok?", False),
        ("Who took the oath as prime minister and when?", False),
        ("Who won the final between India and South Africa?", False),
        ("चंद्रयान-3 और विक्रम लैंडर कब उतरा?", False),
        ("लोकसभा चुनाव में मतदान कितने चरणों में हुआ?", False),
    ],
)
def test_a_follow_up_is_searched_with_what_it_leans_on(text: str, leans: bool) -> None:
    before = "सुनीता विलियम्स अंतरिक्ष में कब गईं?"
    made = understand(text, history=[before], as_of=TODAY)
    assert made.rewritten is leans
    assert ("सुनीता विलियम्स" in made.search_text) is leans
    assert made.text == text
    assert leans or made.search_text == text


def test_a_conversation_is_followed_back_to_the_last_question_that_stands_alone() -> None:
    history = ["When did Chandrayaan-3 land on the Moon?", "Who won the Thomas Cup final?", "When was that?"]
    assert standalone("And where?", history).text == "won the Thomas Cup final: where?"
    assert len(standalone("And where?", ["And why?"] * 2000).text) < 100
    long = standalone("And where?", ["Who won the Thomas Cup? " + "very long " * 90])
    assert len(long.text) < 400


def test_the_days_and_exclusions_of_a_conversation_are_carried() -> None:
    said = ["पिछले हफ्ते राजनाथ सिंह किससे मिले? -क्रिकेट"]
    carried = understand("और उन्होंने क्या कहा?", history=said, as_of=TODAY)
    assert (carried.filters.first_day, carried.filters.last_day) == ("2025-12-01", "2025-12-08")
    assert carried.filters.excluded == (("क्रिकेट",),)
    own = understand("और उन्होंने कल क्या कहा?", history=said, as_of=TODAY)
    assert own.filters.first_day == "2025-12-09"
    complete = understand("सिलक्यारा सुरंग से कितने मजदूर निकाले गए?", history=said, as_of=TODAY)
    assert (complete.filters.first_day, complete.filters.excluded) == (None, ())
    event = understand("When did it reach L1?", history=["Was Aditya-L1 launched in September 2023?"], as_of=TODAY)
    assert event.window is None


def test_a_new_value_asks_what_the_question_before_asked() -> None:
    made = understand("aur pune mein?", history=["mumbai mein kitni barish hui?"], as_of=TODAY)
    assert (made.search_text, made.wanted.kind) == ("pune mein kitni barish hui?", "number")
    assert made.understood()["rewritten"] is True
    assert understand("2023?", history=["2019 में विश्व कप किसने जीता?"], as_of=TODAY).search_text.startswith("2023")


def test_the_language_is_that_of_the_follow_up() -> None:
    made = understand("और वह कब हुआ?", history=["When did Chandrayaan-3 land?"], as_of=TODAY)
    assert made.language == "hi"
    assert [language for _, language in made.parts] == ["en", "hi"]
