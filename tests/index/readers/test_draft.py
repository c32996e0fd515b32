import io
from collections.abc import Iterator
from itertools import islice

import pytest

from index.readers.draft import MOST_BAD, Document, Draft, Problem, UnfitError, while_hopeful
from index.readers.faults import InputFault
from index.reasons import because


def test_a_document_is_loaded_up_to_its_limit() -> None:
    assert Document(io.BytesIO(b"12345")).load(5) == b"12345"
    with pytest.raises(UnfitError, match="too large"):
        Document(io.BytesIO(b"123456")).load(5)


def test_one_good_item_gives_hope_for_ever() -> None:
    def items(*, good: bool) -> Iterator[Draft | Problem]:
        if good:
            yield Draft("x")
        for number in range(3 * MOST_BAD):
            yield Problem(number, because(InputFault.NO_BODY))

    assert len(list(while_hopeful(items(good=True)))) == 3 * MOST_BAD + 1
    assert len(list(islice(while_hopeful(items(good=False)), MOST_BAD))) == MOST_BAD
    with pytest.raises(UnfitError, match="given up"):
        list(while_hopeful(items(good=False)))
