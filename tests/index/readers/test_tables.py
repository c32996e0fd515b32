"""Tables: any newsroom's column names, quotes over several lines, one bad row never stops the others."""

import csv
import io
from pathlib import Path

import pytest

from index.readers import table_lines
from index.readers.draft import Document, Draft, Problem, UnfitError
from index.readers.tables import columns_of, delimiter_of, read


def _read(text: str | bytes) -> list[Draft | Problem]:
    return list(read(Document(io.BytesIO(text if isinstance(text, bytes) else text.encode()))))


def _drafts(text: str | bytes) -> list[Draft]:
    return [item for item in _read(text) if isinstance(item, Draft)]


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_byte_order_marks(separator: str, codec: str) -> None:
    text = (
        separator.join(["शीर्षक", "पाठ", "तारीख"]) + "\r\n" + separator.join(["झील", "पानी बढ़ा।", "2025-12-04"]) + "\r\n"
    )
    (draft,) = _drafts(text.encode(codec))
    assert (draft.headline, draft.body, draft.published) == ("झील", "पानी बढ़ा।", "2025-12-04")


def test_an_open_quote_costs_its_own_row_only() -> None:
    items = _read('id,body\n1,"never closed\n2,"two\nlines"\n3,three\n4,"he said "no" to it"\n5,"open again\n')
    assert [(item.position, isinstance(item, Draft)) for item in items] == [
        (2, False),
        (3, True),
        (5, True),
        (6, True),
        (7, False),
    ]
    assert [item.body for item in items if isinstance(item, Draft)][:2] == ["two\nlines", "three"]


def test_bytes_that_are_no_utf8_spoil_their_row_only() -> None:
    rows = b"".join(b"%d,row %d\n" % (number, number) for number in range(400))
    items = _read(b"id,body\n" + rows + b"x,caf\xe9 is closed\n" + rows)
    assert sum(isinstance(item, Draft) for item in items) == 800
    (problem,) = [item for item in items if isinstance(item, Problem)]
    assert problem.position == 402
    assert "not UTF-8" in str(problem.reason)


def test_a_line_too_long_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_lines, "MAX_LINE_BYTES", 50)
    items = _read("id,body\n1,one\n2," + "x" * 500 + "\n3,three\n")
    assert [item.position for item in items] == [2, 3, 4]
    assert isinstance(items[1], Problem)
    assert "too long" in str(items[1].reason)


def test_lines_may_end_in_carriage_returns_alone() -> None:
    assert [draft.body for draft in _drafts("id,body\r1,one\r2,two\r")] == ["one", "two"]


def test_rows_go_by_the_line_they_begin_on() -> None:
    items = _read('title,content\n\nA,"one\ntwo, three"\nB,\nC,"x",too many\nD,last\n')
    assert [item.position for item in items] == [3, 5, 6, 7]
    assert isinstance(items[0], Draft)
    assert (items[0].body, items[0].fragment) == ("one\ntwo, three", "3")
    assert isinstance(items[1], Problem)
    assert '"body" is missing' in str(items[1].reason)
    assert isinstance(items[2], Problem)
    assert "3 cells under 2 columns" in str(items[2].reason)
    assert isinstance(items[3], Draft)


def test_unknown_columns_and_spare_aliases_go_to_extra() -> None:
    (draft,) = _drafts("Body,Text,Photo ID,Link\nthe body,the text,12,https://news.example/a\n")
    assert (draft.body, draft.url) == ("the body", "https://news.example/a")
    assert draft.extra == {"Text": "the text", "Photo ID": "12"}


def test_column_names() -> None:
    assert columns_of(["Article_Text", "PUBLISHED-AT", "अख़बार", "", "byline"]) == [
        "body",
        "published",
        "source",
        "column 4",
        "author",
    ]


def test_a_separator_in_quotes_does_not_count() -> None:
    assert delimiter_of('"a;b;c";body,date\n') in ";,"
    assert delimiter_of('"a,b,c";body;date\n') == ";"
    assert delimiter_of("body\n") in ",;|"


def test_one_column_is_a_table() -> None:
    assert [draft.body for draft in _drafts("body\nfirst\nsecond\n")] == ["first", "second"]


def test_a_body_longer_than_the_csv_module_expects() -> None:
    (draft,) = _drafts("body\n" + "x" * 500_000 + "\n")
    assert len(draft.body) == 500_000


def test_a_quote_never_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.readers.tables.MAX_BODY", 1000)
    items = _read('body\n"never closed\n' + "row\n" * 1000)
    assert isinstance(items[0], Problem)
    assert "is a quote opened and not closed?" in str(items[0].reason)
    assert any(isinstance(item, Draft) for item in items)
    csv.field_size_limit(131_072)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        (b"name,date\nx,y\n", "no column for the article's text among name, published"),
        (b"body caf\xe9\nx\n", "not UTF-8"),
        (bytes(range(256)), "looks binary"),
    ],
)
def test_files_that_are_no_table_of_articles(data: bytes, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        _read(data)


def test_the_file_stays_open_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("body\nx\n", encoding="utf-8")
    with path.open("rb") as stream:
        list(read(Document(stream)))
        assert not stream.closed
