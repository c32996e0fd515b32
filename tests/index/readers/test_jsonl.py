"""JSON articles: one bad line never stops the others, and a large file is never loaded whole."""

import io
import json
from collections.abc import Iterator
from itertools import islice

import pytest

from index.readers import jsonl
from index.readers.draft import MOST_BAD, Document, Draft, Problem, UnfitError


def _document(text: str | bytes) -> Document:
    return Document(io.BytesIO(text if isinstance(text, bytes) else text.encode()))


def _shown(items: Iterator[Draft | Problem]) -> list[tuple[int | None, str]]:
    return [(item.position, str(item.reason) if isinstance(item, Problem) else item.body) for item in items]


BAD_LINES = "\n".join(
    [
        '{"body": "पहली।"}',
        "{bad",
        "",
        "[1]",
        '{"headline": "x"}',
        '{"body": 5}',
        '{"body": "x", "n": NaN}',
        '{"body": "x", "n": ' + "[" * 100_000 + "}",
        '{"body": "x", "n": ' + "9" * 5000 + "}",
        '{"body": "आखिरी।"}',
    ]
)


def test_a_bad_line_is_told_with_its_number_and_does_not_stop_the_others() -> None:
    shown = _shown(jsonl.read(_document(BAD_LINES)))
    assert [position for position, _ in shown] == [1, 2, 4, 5, 6, 7, 8, 9, 10]
    assert (shown[0][1], shown[-1][1]) == ("पहली।", "आखिरी।")
    reasons = [reason for _, reason in shown[1:-1]]
    assert reasons[0].startswith("not JSON: ")
    assert reasons[1] == "not a JSON object with the article's fields"
    assert '"body" is missing' in reasons[2]
    assert '"body" must be a text' in reasons[3]
    assert "NaN is no JSON number" in reasons[4]
    assert "nested too deeply" in reasons[5]
    assert reasons[6].startswith("not JSON: ")


def test_bytes_that_are_no_utf8_spoil_their_line_only() -> None:
    data = '{"body": "एक।"}\n'.encode() + b'{"body": "caf\xe9"}\n' + '{"body": "तीन।"}'.encode()
    shown = _shown(jsonl.read(_document(data)))
    assert [position for position, _ in shown] == [1, 2, 3]
    assert "not UTF-8 (first bad byte at 13)" in shown[1][1]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_of_byte_order(codec: str) -> None:
    text = '{"body": "एक।"}\r\n{"body": "दो।"}\r\n'
    assert _shown(jsonl.read(_document(text.encode(codec)))) == [(1, "एक।"), (2, "दो।")]


def test_a_line_too_long_is_skipped_and_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 100)
    long = json.dumps({"body": "x" * 450})
    shown = _shown(jsonl.read(_document(f'{{"body": "a."}}\n{long}\n{{"body": "b."}}\n{long}')))
    assert [position for position, _ in shown] == [1, 2, 3, 4]
    assert (shown[0][1], shown[2][1]) == ("a.", "b.")
    assert shown[1][1].startswith("too long: ")
    assert shown[3][1].startswith("too long: ")


def test_lines_are_read_as_they_are_asked_for() -> None:
    class Endless(io.BytesIO):
        lines = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.lines += 1
            return b'{"body": "a."}\n'

    stream = Endless(b'{"body": "a."}\n')
    assert len(list(islice(jsonl.read(Document(stream)), 1000))) == 1000
    assert stream.lines < 1010


def test_a_file_of_something_else_is_given_up() -> None:
    items = jsonl.read(_document("log line\n" * 5000))
    assert all(isinstance(item, Problem) for item in islice(items, MOST_BAD))
    with pytest.raises(UnfitError, match="none of the first 1000 items"):
        next(items)
    good_first = '{"body": "a."}\n' + "log line\n" * 1500
    assert len(list(jsonl.read(_document(good_first)))) == 1501


@pytest.mark.parametrize(
    "text",
    ['{"body": "एक।"}', '{\n "body": "एक।"\n}', '{"body":\n "एक।"}', '\ufeff{"id": "a",\n"body": "एक।"}\n'],
)
def test_a_json_file_may_be_one_object(text: str) -> None:
    (draft,) = jsonl.read_json(_document(text))
    assert isinstance(draft, Draft)
    assert (draft.body, draft.position, draft.fragment) == ("एक।", None, "")


def test_a_json_file_may_be_a_list_or_lines() -> None:
    listed = '[{"body": "एक।"},\n {"b": 1},\n {"body": "तीन।"}]'
    for read in (jsonl.read, jsonl.read_json):
        shown = _shown(read(_document(listed)))
        assert [position for position, _ in shown] == [1, 2, 3]
        assert (shown[0][1], shown[2][1]) == ("एक।", "तीन।")
        assert _shown(read(_document('{"body": "एक।"}\n{"body": "दो।"}'))) == [(1, "एक।"), (2, "दो।")]


@pytest.mark.parametrize("text", ['{"body": "abc', "[" * 100_000, "5", '"text"', '{"headline": "x"}', "nothing"])
def test_a_json_file_that_is_no_article(text: str) -> None:
    with pytest.raises(UnfitError):
        list(jsonl.read_json(_document(text)))
