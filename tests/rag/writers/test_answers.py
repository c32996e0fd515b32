"""Whatever a model writes, the answer is honest: cited, verified, in the asker's language, or an abstention."""

import pytest

from rag.messages import MESSAGES
from tests.chat_server import Reply
from tests.scripted_desk import COST, FACT, HINDI_FACT, HINDI_QUESTION, QUESTION, Open, scripted

PERIOD = "The articles of the archive are from 23 August 2023 to 4 December 2025."


def test_a_cited_sentence_is_verified_and_shown(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    with scripted(open_desk, Reply(["The rover", " weighs 26 kilo", f"grams [{n}", "]", "."])) as script:
        answer = script.ask()
        assert [(s.text, s.citations, s.support) for s in answer.sentences] == [(FACT, (1,), "supported")]
        assert answer.answer == f"{FACT} [1]"
        assert answer.citations[0].quote == FACT
        assert answer.writer == "endpoint"
        assert answer.notices == ()
        asked = script.server.asked[0]
        assert asked["path"] == "/v1/chat/completions"
        assert (asked["model"], asked["stream"], asked["temperature"]) == ("tiny", True, 0)


def test_a_hindi_question_is_answered_in_hindi(open_desk: Open, numbers: dict[str, int]) -> None:
    said = HINDI_FACT[:-1] + f" [{numbers['hindi']}]।"
    with scripted(open_desk, Reply(list(said))) as script:
        answer = script.ask(HINDI_QUESTION)
        assert answer.answer == f"{HINDI_FACT} [1]"
        assert "सवाल:" in script.server.prompt


def test_the_chosen_answer_language_is_the_models(open_desk: Open) -> None:
    with scripted(open_desk, Reply(["NOT-IN-EVIDENCE"])) as script:
        script.ask(QUESTION, answer_language="hi")
        assert "देवनागरी" in script.server.asked[0]["messages"][0]["content"]


def test_sentences_are_numbered_by_first_use(open_desk: Open, numbers: dict[str, int]) -> None:
    fact, cost = numbers["fact"], numbers["cost"]
    with scripted(
        open_desk, Reply([f"{COST} [{cost}]. {FACT} [{fact}] The mission cost Rs. 615 crore, Dr. Rao said [{cost}]."])
    ) as script:
        answer = script.ask()
        assert [s.citations for s in answer.sentences] == [(1,), (2,), (1,)]
        assert [c.quote[:8] for c in answer.citations] == ["Dr. Rao ", "The rove"]


def test_what_the_source_does_not_say_is_removed_and_told(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    said = f"The rover weighs 27 kilograms [{n}]. {FACT} [{n}] The rover was built in Pune [{n}]."
    with scripted(open_desk, Reply([said])) as script:
        answer = script.ask()
        assert [s.text for s in answer.sentences] == [FACT]
        assert answer.notices == (MESSAGES["removed"]["en"].format(count=2),)
        assert "27" not in answer.answer


def test_what_the_source_does_not_say_is_marked_where_so_set(open_desk: Open, numbers: dict[str, int]) -> None:
    with scripted(open_desk, Reply([f"It weighs 27 kilograms [{numbers['fact']}]."]), unsupported="mark") as script:
        answer = script.ask()
        assert [s.support for s in answer.sentences] == ["unsupported"]
        assert answer.answer == "It weighs 27 kilograms. (not supported by its source) [1]"


@pytest.mark.parametrize(
    "said",
    [
        "The rover weighs 26 kilograms.",  # no citation
        "The rover weighs 26 kilograms [99].",  # an id that nothing has
        "The rover weighs 26 kilograms [0].",
        "The rover weighs 26 kilograms [7, 99999].",
        "The rover weighs 2600 kilograms [1][2][3][4][5][6].",
        "Pigs fly over Mars [1].",
        "asdf qwer zxcv",
        "{}[]<>;;;",
    ],
)
def test_nothing_that_stands_is_an_abstention(open_desk: Open, said: str) -> None:
    with scripted(open_desk, Reply([said])) as script:
        answer = script.ask()
        assert answer.abstained or all(s.support == "supported" and "26" in s.text for s in answer.sentences)
        if answer.abstained:
            assert answer.answer == MESSAGES["abstained"]["en"]
            assert answer.nearest


def test_an_abstention_says_the_period_and_shows_the_nearest_whoever_writes(open_desk: Open) -> None:
    below_the_bar = open_desk(abstain_below=1.0).ask(QUESTION)
    nothing_to_tell = open_desk().ask("timeline of the opera festival of 1890")
    with scripted(open_desk, Reply(["Pigs fly over Mars [1]."])) as script:
        nothing_stands = script.ask()
    assert [one.writer for one in (below_the_bar, nothing_stands)] == ["quote", "endpoint"]
    for answer in (below_the_bar, nothing_to_tell, nothing_stands):
        assert answer.abstained
        assert answer.answer == MESSAGES["abstained"]["en"]
        assert PERIOD in answer.notices
        assert {near.article_id for near in answer.nearest} == {"hi-1", "en-1"}


def test_the_wrong_sentence_cited_does_not_stand(open_desk: Open, numbers: dict[str, int]) -> None:
    with scripted(open_desk, Reply([f"{FACT} [{numbers['cost']}]"])) as script:
        answer = script.ask()
        assert answer.abstained
        assert answer.notices[0] == MESSAGES["removed_one"]["en"].format(count=1)
        assert answer.notices[1:] == (PERIOD,)


@pytest.mark.parametrize(
    "said", ["NOT-IN-EVIDENCE", "NOT IN EVIDENCE.", "<think>\nHm, 26 [1].\n</think>\n\nNOT-IN-EVIDENCE"]
)
def test_a_model_that_finds_nothing_abstains(open_desk: Open, said: str) -> None:
    with scripted(open_desk, Reply(list(said))) as script:
        answer = script.ask()
        assert answer.abstained
        assert answer.notices == (PERIOD,)


def test_thoughts_are_not_shown(open_desk: Open, numbers: dict[str, int]) -> None:
    said = f"<think>Maybe. The rover weighs 26 kilograms [{numbers['cost']}].</think>{FACT} [{numbers['fact']}]"
    with scripted(open_desk, Reply(list(said))) as script:
        assert script.ask().answer == f"{FACT} [1]"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (QUESTION, "रोवर का वज़न 26 किलोग्राम है [{n}]।"),
        (QUESTION, "Rover ka vajan 26 kilogram hai aur yeh chand par hai [{n}]."),
        (QUESTION, "月球车重26公斤 [{n}]。"),
        (HINDI_QUESTION, "The figure was 36 per cent [{n}]."),
        (HINDI_QUESTION, "The figure was 36 per cent."),
    ],
)
def test_the_wrong_language_gives_way_to_quotes(
    open_desk: Open, numbers: dict[str, int], question: str, said: str
) -> None:
    hindi = question == HINDI_QUESTION
    n = numbers["hindi" if hindi else "fact"]
    with scripted(open_desk, Reply([said.format(n=n)])) as script:
        answer = script.ask(question)
        assert answer.writer == "quote"
        assert MESSAGES["wrong_language"]["hi" if hindi else "en"] in answer.notices
        assert answer.sentences[0].text == (HINDI_FACT if hindi else FACT)


def test_one_sentence_in_the_wrong_language_is_left_out(open_desk: Open, numbers: dict[str, int]) -> None:
    n = numbers["fact"]
    with scripted(open_desk, Reply([f"{FACT} [{n}] रोवर का वज़न 26 किलोग्राम है [{n}]।"])) as script:
        answer = script.ask()
        assert answer.answer == f"{FACT} [1]"
        assert answer.notices == (MESSAGES["removed_foreign_one"]["en"].format(count=1),)
