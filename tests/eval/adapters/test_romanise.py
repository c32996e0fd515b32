"""Hindi in Roman letters by rule."""

import json
from pathlib import Path

import pytest

from eval.adapters import convert
from eval.adapters.romanise import romanise


@pytest.mark.parametrize(
    ("hindi", "roman"),
    [
        ("बदलती", "badalti"),
        ("सरकारी", "sarkari"),
        ("नमकीन", "namkin"),
        ("चंद्रयान", "chandrayan"),
        ("ज़मीन", "zamin"),
        ("विशेषज्ञ", "visheshagy"),
        ("अमेरिका", "amerika"),
        ("GDP 7.5% बढ़ी।", "GDP 7.5% badhi."),
    ],
)
def test_words_are_written_as_they_are_heard(hindi: str, roman: str) -> None:
    assert romanise(hindi) == roman


def test_a_set_is_converted_with_romanised_questions(tmp_path: Path) -> None:
    answers = [{"text": "पटना", "answer_start": 0}]
    paragraph = {"context": "पटना में सभा हुई।", "qas": [{"id": "1", "question": "सभा कहाँ हुई?", "answers": answers}]}
    source = tmp_path / "set.json"
    source.write_text(json.dumps({"data": [{"title": "t", "paragraphs": [paragraph]}]}), encoding="utf-8")
    convert("squad", articles=source, output=tmp_path / "out", romanise=True)
    (line,) = (tmp_path / "out" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(line)["question"], json.loads(line)["language"]) == ("sabha kahan hui?", "hi-Latn")
