import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import index
import rag
from index.errors import ArchiveError, UsageError
from index.readers.faults import AddressFault, InputFault
from index.reasons import Fault, because
from rag.web.reason_words import HINDI
from rag.web.reasons import detail_view, error_words, reason_words


def kinds(of: type[Fault] = Fault) -> Iterator[type[Fault]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


EVERY = [fault for kind in kinds() for fault in kind]


def test_no_kind_of_reason_is_overlooked_here() -> None:
    sources = [path for package in (index, rag) for path in Path(package.__path__[0]).rglob("*.py")]
    written = re.findall(
        r"^class (\w+)\(Fault\)", "\n".join(path.read_text(encoding="utf-8") for path in sources), re.M
    )
    assert len(written) >= 4
    assert {kind.__name__ for kind in kinds()} == set(written)


@pytest.mark.parametrize("fault", EVERY, ids=str)
def test_every_reason_has_hindi_words_with_its_particulars(fault: Fault) -> None:
    words = HINDI.get(fault, "")
    assert re.search("[\u0900-\u097f]", words), "put it into Hindi in rag/web/reason_words.py"
    blanks = {name for _, name, _, _ in string.Formatter().parse(words) if name}
    assert fault.blanks - {"detail"} <= blanks <= fault.blanks


@pytest.mark.parametrize("fault", EVERY, ids=str)
def test_every_reason_can_be_told_in_both_languages(fault: Fault) -> None:
    values: dict[str, str | int] = {name: 7 if f"{{{name}:," in fault.value else "x" for name in fault.blanks}
    reason = because(fault, **values)
    assert reason_words(reason, "en") == (str(reason), "en")
    words, spoken = reason_words(reason, "hi")
    assert spoken == "hi"
    assert words != str(reason)


def test_numbers_are_grouped_as_the_page_does() -> None:
    reason = because(InputFault.LONG_BODY, count=2_345_678, most=2_000_000)
    assert reason_words(reason, "hi")[0].startswith("लेख 23,45,678 अक्षरों का है, 20,00,000 तक")
    assert str(reason).startswith("too long: a body of 2,345,678 characters")


def test_an_error_of_no_known_kind_is_told_in_its_english() -> None:
    assert error_words(UsageError("NLI model x: cannot be loaded"), "hi") == ("NLI model x: cannot be loaded", "en")
    told = error_words(ArchiveError.at("/srv/a", because(AddressFault.SILENT)), "hi")
    assert told == (HINDI[AddressFault.SILENT], "hi")


def test_hostile_particulars_stay_text(hostile: str) -> None:
    for language in ("hi", "en"):
        page = detail_view(*reason_words(because(InputFault.NO_COLUMN, columns=hostile), language))
        assert page.startswith('<span class="kh-detail" lang="')
        assert "<script" not in page
        assert "\u202e" not in page
