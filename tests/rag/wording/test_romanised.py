"""Questions in romanised Hindi become Hindi, with the bundled model's words and an archive's."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from index.language.detect import question_language
from rag.desk import NewsDesk
from rag.question import understand
from rag.wording.romanised import restored

Restore = Callable[..., str]


@pytest.fixture(scope="module")
def restore(sample_desk: NewsDesk) -> Restore:
    """Return a function that restores a question over the sample archive and returns its text."""

    def restore(text: str, *history: str) -> str:
        question = understand(text, history=history)
        with sample_desk.archive.snapshot() as snapshot:
            embedder = sample_desk.archive.embedder()
            return restored(question, snapshot, embedder.vocabulary, embedder.neighbours).search_text

    return restore


@pytest.mark.parametrize(
    ("typed", "hindi"),
    [
        ("rajnath singh kisse mile?", "राजनाथ सिंह किससे मिले?"),
        ("chunav kb hue the", "चुनाव कब हुए थे"),
        ("GST rate kitna hai", "जीएसटी rate कितना है"),
        ("sarkaar ne kya faisla kiya", "सरकार ने क्या फैसला किया"),
        ("vikrant pe kitne ladaku vimaan rkhe ja skte h", "विक्रांत पर कितने लडाकू विमान रखे जा सकते है"),
        ("kya chandrayaan chaand par utra", "क्या चंद्रयान चांद पर उतरा"),
        ("neta bole ki mehngai nhi badhi", "नेता बोले कि महंगाई नहीं बढी"),
        ("gaon mein bhukamp se kitne log ghayal hue", "गांव में भूकंप से कितने लोग घायल हुए"),
        ("made in india kya hai", "made in इंडिया क्या है"),
        ("alarm 7 am ka hai", "alarm 7 am का है"),
        ("who ke pramukh kaun hain", "who के प्रमुख कौन हैं"),
        ("raksha mantri ne kya kaha", "रक्षा मंत्री ने क्या कहा"),
        ("Bharat ka rashtrapati kaun hai", "भारत का राष्ट्रपति कौन है"),
        ("bihar me rjd ko kitni seat mili", "बिहार में राजद को कितनी सीट मिली"),
        ("up me jdu aur bjp", "यूपी में जदयू और भाजपा"),
        ("delhi me aap ko kitni seat mili", "दिल्ली में आम आदमी पार्टी को कितनी सीट मिली"),
        ("aap kya kar rahe hain", "आप क्या कर रहे हैं"),
        ("aimim ne kitni seat jeeti", "एआईएमआईएम ने कितनी सीट जीती"),
        ("upi kab shuru hua", "यूपीआई कब शुरू हुआ"),
        ("nitish kumar kitvi baar cm bane", "नीतीश कुमार कितनी बार मुख्यमंत्री बने"),
        ("musk ne twitter kitne me kharida", "मस्क ने ट्विटर कितने में खरीदा"),
        ("lok sabha me kitne vote pade", "लोकसभा में कितने वोट पडे"),
        ("sbi ne kya data diya", "स्टेट बैंक ने क्या data दिया"),
        ("lic ka share kitna gira", "lic का share कितना गिरा"),
        ("tihar jail me attack kisne kiya", "tihar jail में attack किसने किया"),
        ("kitne mp the", "कितने mp थे"),
    ],
)
def test_a_question_is_restored(restore: Restore, typed: str, hindi: str) -> None:
    assert restore(typed) == hindi


def test_capitals_are_acronyms_unless_all_is_in_capitals(restore: Restore) -> None:
    assert restore("NDRF CM kaun hai") == "NDRF मुख्यमंत्री कौन है"
    assert restore("SARKAR KAUN CHALATA HAI") == "सरकार कौन चलाता है"


def test_an_earlier_question_in_english_is_left_alone(restore: Restore) -> None:
    said = restore("aur wo kab hua?", "When did the lander touch down?")
    assert said == "the lander touch down: वह कब हुआ?"
    assert restore("aur wo kab hua?", "chunav kahan hua?") == "चुनाव हुआ: वह कब हुआ?"


def test_the_asker_is_shown_what_was_understood(sample_desk: NewsDesk) -> None:
    question, _ = sample_desk.search("rajnath singh kisse mile")
    assert question.understood()["restored"] == "राजनाथ सिंह किससे मिले"
    assert question.text == "rajnath singh kisse mile"
    assert sample_desk.search("राजनाथ सिंह किससे मिले")[0].understood()["restored"] is None


def test_a_question_is_taken_as_it_was_typed_where_that_is_wanted(sample_desk: NewsDesk) -> None:
    typed = "rajnath singh kisse mile?"
    answer = sample_desk.ask(typed, as_typed=True)
    assert answer.question_language == "hi-Latn"
    assert answer.answer_language == "hi"
    assert (answer.understood["restored"], answer.understood["standalone"]) == (None, typed)
    assert not any("\u0900" <= letter <= "\u097f" for stem in answer.understood["stems"] for letter in stem)
    assert sample_desk.ask(typed).understood["standalone"] == "राजनाथ सिंह किससे मिले?"


def test_hindi_terms_are_searched_with_the_typed_content_words(sample_desk: NewsDesk) -> None:
    question, _ = sample_desk.search("sarkaar k budget mein kya hai")
    assert "सरकार" in question.stems
    assert {"k", "kya", "mein"}.isdisjoint(question.stems)


def test_an_english_word_is_searched_by_what_the_archive_has_for_it(sample_desk: NewsDesk) -> None:
    question, _ = sample_desk.search("parliament kab bani")
    (one,) = [one for one in question.otherwise if "parliament" in one.terms]
    assert ("संसद",) in one.runs
    assert not [run for run in one.runs if run == ("पार्लियामेंट",)]  # which no passage has


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("nitish kumar kitvi baar cm bane", "bihar-election-2025"),
        ("lok sabha 2024 me bjp ko kitni seat mili", "loksabha-2024"),
        ("lic ka share kitne pe list hua", "lic-ipo"),
        ("lic ipo ka price band kya tha", "lic-ipo"),
        ("tdp aur jdu ke kitne mp h 2024 me", "loksabha-2024"),
        ("musk ne twitter kitne me kharida", "twitter-musk"),
        ("sc ne electoral bond scheme kyu cancel ki", "electoral-bonds"),
    ],
)
def test_the_right_article_comes_first(sample_desk: NewsDesk, typed: str, event: str) -> None:
    question, hits = sample_desk.search(typed, as_of=date(2025, 12, 31))
    assert question.language == "hi-Latn"
    assert event in hits[0].stored.article.id


def test_a_follow_up_names_another_party(sample_desk: NewsDesk) -> None:
    before = "bihar 2025 me bjp ko kitni seat mili"
    answer = sample_desk.ask("aur rjd ko?", history=[before], as_of=date(2025, 12, 31))
    assert "राष्ट्रीय जनता दल को सिर्फ 25 सीटें" in answer.answer


def test_restoring_takes_milliseconds(restore: Restore) -> None:
    questions = ["rajnath singh kisse mile", "sarkar ne kisano ke liye kya yojana banayi", "match kaun jeeta"]
    for question in questions:
        assert question_language(question) == "hi-Latn"
        restore(question)
    start = time.process_time()
    for question in questions:
        restore(question)
    assert (time.process_time() - start) / len(questions) < 0.05  # about 2 ms; tests share their processor
