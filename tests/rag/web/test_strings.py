import string

import pytest

from rag.web.strings import STRINGS, say


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert {name for name, words in STRINGS.items() if set(words) != {"hi", "en"}} == set()


@pytest.mark.parametrize("name", sorted(STRINGS))
def test_a_string_has_words_and_the_same_blanks_in_both_languages(name: str) -> None:
    words = STRINGS[name]
    assert all(text.strip() for text in words.values())
    assert blanks(words["hi"]) == blanks(words["en"])


def test_hindi_strings_are_hindi() -> None:
    assert [name for name, words in STRINGS.items() if not any("\u0900" <= c <= "\u097f" for c in words["hi"])] == []


def test_blanks_are_filled() -> None:
    assert say("sources", "hi", count=3) == "स्रोत (3)"
