"""The names of a sentence, with the titles before them, and which of them a question may mean."""

import pytest

from index.article import Language
from index.embedding import open_embedder
from index.word_neighbours import WordNeighbours
from rag.question import understand
from rag.short_answer.candidates import candidates
from rag.short_answer.names import names
from tests.made_evidence import evidence_of


@pytest.fixture(scope="module")
def neighbours() -> WordNeighbours | None:
    return open_embedder().neighbours


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chief Justice D. Y. Chandrachud wrote for the Bench on Monday.", ["D. Y. Chandrachud", "Bench"]),
        (
            "It was built by the Indian Institute of Astrophysics in Bengaluru.",
            ["Indian Institute of Astrophysics", "Bengaluru"],
        ),
        ("Johannes Vetter of Germany missed Rio de Janeiro.", ["Johannes Vetter", "Germany", "Rio de Janeiro"]),
        ("The Indian team lost.", []),
        ("ग्रुप कैप्टन प्रशांत बालकृष्णन नायर ने रूस में तैयारी की।", ["प्रशांत बालकृष्णन नायर", "रूस"]),
        ("इलेक्ट्रॉनिकी मंत्री अश्विनी वैष्णव ने यह कहा।", ["अश्विनी वैष्णव"]),
        ("मुख्यमंत्री ने कहा कि बैठक अगले साल होगी।", []),
        ("नई कमान वी. नारायणन ने संभाली है।", ["वी. नारायणन"]),
        ("पटना के गांधी मैदान में सभा हुई।", ["पटना", "गांधी मैदान"]),
        ("कोच्चि में पोत सौंप दिया गया।", ["कोच्चि"]),
    ],
)
def test_names(sentence: str, found: list[str], neighbours: WordNeighbours) -> None:
    named = names(sentence, neighbours)
    assert [one.text for one in named] == found
    assert all(sentence[one.start : one.end] == one.text for one in named)


def test_titles_stand_before_a_name(neighbours: WordNeighbours) -> None:
    (lawyer,) = names("Senior advocate Harish Salve appeared.", neighbours)
    assert "lawyer" in lawyer.titles


@pytest.mark.parametrize(
    ("question", "sentence", "found"),
    [
        ("Who met Rajnath Singh?", "Rajnath Singh met Sergei Lavrov in Moscow.", ["Sergei Lavrov"]),
        ("Who took the bench's case?", "The Supreme Court heard Harish Salve.", ["Harish Salve"]),
        ("2023 में भारत किससे हारा?", "ऑस्ट्रेलिया ने भारत को हराया।", ["ऑस्ट्रेलिया"]),
        ("In which city did they meet?", "Harish Salve met them in Delhi.", ["Harish Salve", "Delhi"]),
    ],
)
def test_candidates(question: str, sentence: str, found: list[str], neighbours: WordNeighbours) -> None:
    language = "hi" if question.startswith("2023") else "en"
    got = candidates(understand(question), [evidence_of(sentence, language=language)], "en", neighbours)
    assert [one.part.said for one in got] == found


def test_the_case_of_a_hindi_question_word_is_that_of_its_answer(neighbours: WordNeighbours) -> None:
    sentence = "अश्विनी वैष्णव ने राकेश शर्मा को चिप भेंट की।"
    by, to = candidates(understand("चिप किसने भेंट की?"), [evidence_of(sentence, language="hi")], "hi", neighbours)
    assert (by.signals.person_case, to.signals.person_case) == (1.0, 0.0)
    by, to = candidates(understand("चिप किसे भेंट की गई?"), [evidence_of(sentence, language="hi")], "hi", neighbours)
    assert (by.signals.person_case, to.signals.person_case) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("question", "sentence", "holder"),
    [
        ("Who is the chief executive?", "The chief executive, George Kurtz, met Satya Nadella.", "George Kurtz"),
        ("Who was the sherpa's secretary?", "Amitabh Kant, the secretary, met Li Qiang.", "Amitabh Kant"),
        (
            "Who is the governor of the bank?",
            "Sanjay Malhotra is the governor; Ram Singh voted.",
            "Sanjay Malhotra",
        ),
        ("बैंक के गवर्नर कौन हैं?", "गवर्नर संजय मल्होत्रा ने राजीव कुमार को लिखा।", "संजय मल्होत्रा"),
    ],
)
def test_a_role_speaks_for_the_name_beside_it(
    question: str, sentence: str, holder: str, neighbours: WordNeighbours
) -> None:
    language: Language = "hi" if sentence[0] > "z" else "en"
    found = candidates(understand(question), [evidence_of(sentence, language=language)], language, neighbours)
    roles = {one.part.said: one.signals.person_role for one in found}
    assert roles.pop(holder) == 1.0
    assert roles
    assert not any(roles.values())
