from typing import Any

import pytest

from index.readers.draft import UnfitError
from index.readers.records import draft_of


def test_known_keys_are_fields_and_the_rest_is_extra() -> None:
    record = {"id": 7, "body": "झील भरी।", "headline": None, "version": 3, "desk": "रात", "extra": {"a": 1}}
    draft = draft_of(record, position=4, fragment="4")
    assert (draft.id, draft.body, draft.headline) == ("7", "झील भरी।", "")
    assert draft.extra == {"a": 1, "desk": "रात"}
    assert (draft.position, draft.fragment) == (4, "4")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({}, '"body" is missing'),
        ({"body": " \n"}, '"body" is missing or empty'),
        ({"body": 5}, '"body" must be a text, not a number'),
        ({"body": "x", "headline": ["a"]}, '"headline" must be a text, not a list'),
        ({"body": "x", "published": {"d": 1}}, '"published" must be a text, not an object'),
        ({"body": "x", "id": True}, '"id" must be a text, not true or false'),
    ],
)
def test_wrong_types_are_named(record: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        draft_of(record, position=1)
