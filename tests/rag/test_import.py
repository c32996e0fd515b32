"""Nothing heavy is loaded before it is needed."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "transformers", "sentence_transformers", "gradio", "faiss", "tantivy", "trafilatura", "numpy")


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import rag", HEAVY),
        ("import rag.cli; rag.cli.build()", HEAVY),
        ("import app", HEAVY),
        ("import rag.desk", ("torch", "transformers", "sentence_transformers", "gradio")),
    ],
)
def test_imports_stay_light(statement: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys\n{statement}\nprint(' '.join(set({heavy!r}) & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
