"""The stories that the reader is trained on are well-formed: what is learnt from a wrong one is wrong."""

import pytest

from index.article import Language
from rag.reading.training.stories import Story, load

STORIES = load()


def test_there_are_stories_of_which_some_are_held_out() -> None:
    held_out = [story for story in STORIES if story.is_held_out]
    assert len(STORIES) > 20 * len(held_out) / 4 > 0
    assert len({story.headline["en"] for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("language", ["hi", "en"])
def test_answers_stand_in_their_sentences(language: Language) -> None:
    wrong = [
        (story.headline[language], asked.question[language])
        for story in STORIES
        for asked in story.asked
        if language in asked.answers and asked.answers[language] not in story.sentences[language][asked.at[0]]
    ]
    assert wrong == []


def test_both_languages_have_as_many_sentences() -> None:
    assert all(len(story.sentences["en"]) == len(story.sentences["hi"]) for story in STORIES)


def test_questions_name_sentences_that_there_are() -> None:
    assert all(0 <= at < len(story.sentences["en"]) for story in STORIES for one in story.asked for at in one.at)


def test_each_story_has_questions_that_it_answers_and_near_misses() -> None:
    def kinds(story: Story) -> set[bool]:
        return {bool(asked.at) for asked in story.asked}

    assert all(kinds(story) == {True, False} for story in STORIES)
