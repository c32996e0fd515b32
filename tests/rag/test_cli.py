"""The `khabar` command as scripts use it: JSON on stdout, words on stderr, exit codes."""

import json
from pathlib import Path

import pytest

from rag.cli import main
from tests.conftest import ENGLISH_BODY, HINDI_BODY

pytestmark = pytest.mark.usefixtures("bar_for_hashes")
ANSWER_KEYS = {
    *(
        "question",
        "question_language",
        "answer_language",
        "understood",
        "answer",
        "short_answer",
        "abstained",
        "sentences",
    ),
    *("citations", "notices", "nearest", "timings_ms", "writer", "as_of"),
}
CITATION_KEYS = {
    *("n", "article_id", "version", "passage_id", "headline", "source", "published", "url", "language", "quote"),
    *("start", "end", "also_in", "relevance"),
}
HIT_KEYS = {
    *(
        "rank",
        "score",
        "article_id",
        "passage_id",
        "headline",
        "published",
        "source",
        "language",
        "text",
        "start",
        "end",
    ),
    *("channels", "also_in"),
}


class Khabar:
    """Runs the command in this process against one archive."""

    def __init__(self, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.archive, self._capsys = archive, capsys

    def __call__(self, command: str, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([command, *arguments, "--archive", str(self.archive)])
        captured = self._capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err


@pytest.fixture
def khabar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Khabar:
    rows = [
        {"id": "hi-1", "body": HINDI_BODY, "headline": "राजनाथ सिंह की भेंट", "published": "2025-12-04T23:07:00+05:30"},
        {
            "id": "en-1",
            "body": ENGLISH_BODY,
            "headline": "Lander on the Moon",
            "source": "Courier",
            "section": "Science",
        },
    ]
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run = Khabar(tmp_path / "archive", capsys)
    code, out, _ = run("ingest", str(source), "--embedder", "hash", "--json")
    assert code == 0
    assert json.loads(out)["added"] == 2
    return run


def test_ask_prints_one_object_of_the_agreed_shape(khabar: Khabar) -> None:
    code, out, err = khabar("ask", "How many kilograms does the rover weigh?", "--json", "--as-of", "2025-12-31")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) == ANSWER_KEYS
    assert set(answer["citations"][0]) == CITATION_KEYS
    quote = answer["citations"][0]["quote"]
    assert answer["sentences"][0] == {"text": quote, "citations": [1], "support": "supported", "date": None}
    assert 0 < answer["citations"][0]["relevance"] <= 1
    assert answer["as_of"] == "2025-12-31"
    assert "asking" in err


def test_the_latest_is_put_first_where_that_is_wished(khabar: Khabar) -> None:
    for command in ("ask", "search"):
        _, out, _ = khabar(command, "How many kilograms does the rover weigh?", "--latest", "--json")
        assert json.loads(out)["understood"]["window"]["latest"] is True
        _, out, _ = khabar(command, "How many kilograms does the rover weigh?", "--json")
        assert json.loads(out)["understood"]["window"] is None


def test_ask_in_words_names_the_source(khabar: Khabar) -> None:
    _, out, _ = khabar("ask", "How many kilograms does the rover weigh?")
    assert "The rover weighs 26 kilograms. [1]" in out
    assert "[1] Lander on the Moon (Courier)" in out


def test_an_abstention_leaves_with_0(khabar: Khabar) -> None:
    code, out, _ = khabar("ask", "Who composed the opera?", "--json")
    assert code == 0
    assert json.loads(out)["abstained"]


def test_trace_is_written(khabar: Khabar, tmp_path: Path) -> None:
    khabar("ask", "How many kilograms does the rover weigh?", "--trace", str(tmp_path / "trace.json"))
    trace = json.loads((tmp_path / "trace.json").read_text(encoding="utf-8"))
    assert {"understood", "confidence", "passages", "sentences", "timings_ms"} <= set(trace)


def test_search_prints_hits_of_the_agreed_shape(khabar: Khabar) -> None:
    code, out, _ = khabar("search", "rover", "--language", "en", "--section", "Science", "--json")
    found = json.loads(out)
    assert code == 0
    assert set(found) == {"query", "understood", "hits", "notices"}
    assert set(found["hits"][0]) == HIT_KEYS
    assert [hit["article_id"] for hit in found["hits"]] == ["en-1"]
    lexical = found["hits"][0]["channels"]["lexical"]
    assert set(lexical) == {"score", "share", "rank", "terms", "words"}
    assert (lexical["rank"], lexical["terms"], lexical["words"]) == (1, ["rover"], [["rover", "rover"]])


def test_search_shows_date_source_and_language_of_every_hit(khabar: Khabar) -> None:
    _, out, _ = khabar("search", "रक्षा मंत्री राजनाथ और lander")
    assert "राजनाथ सिंह की भेंट (2025-12-04, hi)" in out
    assert "Lander on the Moon (Courier, undated, en)" in out


def test_explain_shows_the_channels(khabar: Khabar) -> None:
    _, out, _ = khabar("search", "rajnath -cricket", "--explain", "--top", "1")
    assert "understood (" in out
    assert "without: cricket" in out
    assert "score" in out
    assert "rajnath = राजनाथ" in out


def test_the_json_and_the_words_tell_of_the_same_window(khabar: Khabar) -> None:
    asked = ("राजनाथ सिंह कल किससे मिले थे?", "--as-of", "2025-12-05")
    found = json.loads(khabar("search", *asked, "--json")[1])
    window, filters = found["understood"]["window"], found["understood"]["filters"]
    assert (window["start"], window["end"]) == (filters["from"], filters["to"]) == ("2025-12-04", "2025-12-05")
    assert window["reason"] == "next_day"
    assert found["notices"] == json.loads(khabar("ask", *asked, "--json")[1])["notices"]
    assert found["notices"][0] in khabar("search", *asked)[1]
    assert "4 दिसंबर 2025 से 5 दिसंबर 2025 तक" in found["notices"][0]


def test_nothing_published_after_the_day_of_asking(khabar: Khabar) -> None:
    found = json.loads(khabar("search", "राजनाथ सिंह", "--as-of", "2025-12-03", "--json")[1])
    assert "hi-1" not in [hit["article_id"] for hit in found["hits"]]
    assert found["understood"]["filters"]["as_of"] == "2025-12-03"


def test_nothing_to_search_for_is_said(khabar: Khabar) -> None:
    code, out, _ = khabar("search", "🙂", "--json")
    assert code == 0
    assert json.loads(out)["hits"] == []
    assert "no word to search for" in json.loads(out)["notices"][0]
    assert "nothing found\n(" in khabar("search", "kya hai")[1]


@pytest.mark.parametrize("command", ["ask", "search"])
@pytest.mark.parametrize(
    "text",
    [
        "क्या है",
        "what is it",
        "kya hai",
        "🙂🙂",
        "中国新闻",
        "தமிழ்",
        "x" * 900,
        "का\u0000\u0007 \u202e",
        "\udc80 दिल्ली",
        "a '(*:",
        "\u0000\u0007",
        "\udc80",
        "?!",
        "क" * 10_000,
    ],
)
def test_a_question_with_little_or_nothing_usable_has_a_clear_result(khabar: Khabar, command: str, text: str) -> None:
    code, out, _ = khabar(command, text, "--json")
    assert code == 0
    assert json.loads(out)["notices"] or json.loads(out).get("answer") or json.loads(out)["hits"]


@pytest.mark.parametrize("command", ["ask", "search"])
@pytest.mark.parametrize("text", ["", " \n "])
def test_what_is_no_question_is_refused_in_a_line(khabar: Khabar, command: str, text: str) -> None:
    code, out, said = khabar(command, text)
    assert (code, out) == (2, "")
    assert said.splitlines()[-1].startswith("khabar: the question ")


def test_export_is_what_ingest_reads(khabar: Khabar, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = khabar("export")
    copy = tmp_path / "copy.jsonl"
    copy.write_text(out, encoding="utf-8")
    other = Khabar(tmp_path / "other", capsys)
    _, summary, _ = other("ingest", str(copy), "--embedder", "hash", "--json")
    assert json.loads(summary)["added"] == 2
    assert other("export")[1] == out
    assert json.loads(khabar("ingest", str(copy), "--json")[1])["unchanged"] == 2


def test_info_check_rebuild_and_remove(khabar: Khabar) -> None:
    facts = json.loads(khabar("info", "--json")[1])
    assert (facts["articles"], facts["languages"]) == (2, {"en": 1, "hi": 1})
    assert json.loads(khabar("check", "--json")[1])["clean"]
    assert khabar("rebuild")[0] == 0
    assert json.loads(khabar("remove", "en-1", "--json")[1])["removed"] == ["en-1"]
    assert json.loads(khabar("info", "--json")[1])["articles"] == 1
    assert khabar("check")[0] == 0


def test_a_damaged_description_is_mended_by_rebuild(khabar: Khabar) -> None:
    (khabar.archive / "archive.json").write_text("{")
    assert khabar("info")[0] == 3
    assert khabar("rebuild")[0] == 0
    assert khabar("info")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("ask", ""), 2, "the question is empty"),
        (("ask", "x", "--from", "yesterday"), 2, "write it as YYYY-MM-DD"),
        (("ask", "x", "--from", "2025-02-01", "--to", "2025-01-01"), 2, "swap them"),
        (("ask", "x", "--writer", "nobody"), 2, "nobody"),
        (("remove",), 2, "name the articles"),
        (("remove", "no-such"), 2, "no-such"),
        (("ingest", "/no/such/file"), 4, "no article could be read"),
    ],
)
def test_wrong_usage_is_said_in_a_line(khabar: Khabar, arguments: tuple[str, ...], code: int, words: str) -> None:
    left, _, err = khabar(*arguments)
    assert left == code
    assert words in err
    assert "Traceback" not in err


def test_a_setting_out_of_bounds_is_said_in_a_line(khabar: Khabar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_QUOTES", "0")
    left, _, err = khabar("ask", "कब?")
    assert left == 2
    assert "KHABAR_QUOTES" in err
    assert "Traceback" not in err


def test_where_nothing_is_read_no_archive_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unfit = tmp_path / "unfit.txt"
    unfit.write_bytes(b"\xff\xfe\x00\x01\x02\x03")
    run = Khabar(tmp_path / "archive", capsys)
    code, out, err = run("ingest", str(tmp_path / "nowhere"), str(unfit), "--embedder", "hash", "--json")
    assert code == 4
    assert [len(json.loads(out)[name]) for name in ("failed", "unreadable")] == [2, 2]
    assert "no article could be read" in err
    assert not run.archive.exists()


def test_a_target_that_cannot_be_read_is_counted_once_beside_one_that_can(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fit = tmp_path / "fit.txt"
    fit.write_text("Lake fills up\n\nIt rose on Thursday.", encoding="utf-8")
    run = Khabar(tmp_path / "archive", capsys)
    code, out, _ = run("ingest", str(tmp_path / "nowhere"), str(fit), "--embedder", "hash", "--json")
    assert code == 4
    assert (json.loads(out)["added"], len(json.loads(out)["failed"])) == (1, 1)
    described = run("info")[1]
    assert "first_published: none" in described
    assert "None" not in described


def test_a_missing_archive_leaves_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = Khabar(tmp_path / "none", capsys)("ask", "कुछ हुआ?")
    assert code == 3
    assert "khabar ingest" in err


def test_models_lists_the_presets(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["models", "--json"])
    told = json.loads(capsys.readouterr().out)
    listed = {model["name"]: model for model in told["models"]}
    assert listed["bundled"]["on_disk"]
    assert listed["bundled"]["late_interaction"]
    assert "not tried" in listed["intfloat/multilingual-e5-small"]["late_note"]
    assert listed["BAAI/bge-m3"]["licence"] == "MIT"
    assert "gated" in listed["google/embeddinggemma-300m"]["note"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "khabar: name a command (see khabar --help)"),
        (["asc"], "khabar: No such command 'asc'. Did you mean 'ask'? (see khabar --help)"),
        (["ask"], "khabar: Missing argument 'question' (see khabar ask --help)"),
        (
            ["ask", "x", "--language", "fr"],
            "khabar: Invalid value for '--language': 'fr' is not one of 'hi', 'en' (see",
        ),
        (["search", "x", "--top", "0"], "khabar: Invalid value for '--top': "),
        (["models", "--nope"], "khabar: No such option: --nope"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert told.startswith(line)
    assert told.count("\n") == 1


def test_help_is_no_error_and_names_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert [
        f"{code} {words}" in told for code, words in ((0, "answered"), (1, "stopped"), (2, "wrong"), (3, "archive"))
    ] == [True] * 4


def test_what_a_command_leaves_with_is_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves(**_: object) -> int:
        return 1

    monkeypatch.setattr("rag.cli.build", lambda: leaves)
    with pytest.raises(SystemExit) as left:
        main(["eval", "gate"])
    assert left.value.code == 1
