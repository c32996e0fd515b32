"""Training data of a few lines."""

from pathlib import Path

import pytest

PAIRS = [
    ("the minister met in Delhi", "मंत्री दिल्ली में मिले"),
    ("the river rose and rain fell", "नदी चढी और बारिश हुई"),
    ("rain fell in Delhi and a river rose", "दिल्ली में बारिश हुई और नदी चढी"),
    ("a minister met the rain", "मंत्री बारिश में मिले"),
    ("the rain fell in the river", "नदी में बारिश हुई"),
    ("rain", "बारिश"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write training data of a few lines."""
    folder = tmp_path / "data"
    folder.mkdir()
    files = {
        "parallel.en-hi.tsv": [*(f"{english}\t{hindi}\tmade up" for english, hindi in PAIRS)],
        "lexicon.hin2eng.tsv": ["नदी\triver", "बारिश\train|fell", "मंत्री\tminister"],
        "lexicon.eng2hin.tsv": ["river\tनदी", "rain\tबारिश", "minister\tमंत्री"],
        "names.roman-devanagari.tsv": ["RAM\tराम\tmade up", "DELHI RAM\tदिल्ली राम\tmade up"],
        "places.roman-devanagari.tsv": ["DELHI\tदिल्ली\tmade up"],
        "terms.en-hi.tsv": ["rain\tबारिश\tmade up"],
    }
    for name, lines in files.items():
        (folder / name).write_text("\n".join(["heading", *lines]) + "\n", encoding="utf-8")
    return folder
