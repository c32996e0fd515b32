"""The models known by name, and where they are looked for."""

from pathlib import Path

import pytest

from index.presets import BUNDLED_FOLDER, PRESETS, on_disk, preset_of


def test_presets_bear_their_names_and_say_what_a_user_must_know() -> None:
    assert next(iter(PRESETS)) == "bundled"
    for name, preset in PRESETS.items():
        assert preset.name == name
        assert preset.dimensions > 0
        assert preset.licence
    assert "gated" in PRESETS["google/embeddinggemma-300m"].note


def test_prefixes_are_those_the_models_were_trained_with() -> None:
    for size in ("small", "base", "large"):
        preset = PRESETS[f"intfloat/multilingual-e5-{size}"]
        assert (preset.question_prefix, preset.passage_prefix) == ("query: ", "passage: ")
    assert (PRESETS["BAAI/bge-m3"].question_prefix, PRESETS["BAAI/bge-m3"].passage_prefix) == ("", "")
    assert str(PRESETS["Qwen/Qwen3-Embedding-0.6B"].question_prefix).endswith("\nQuery:")


def test_late_interaction_is_off_where_it_is_not_known_to_help() -> None:
    assert [name for name, preset in PRESETS.items() if preset.late_interaction] == ["bundled"]
    for preset in PRESETS.values():
        assert preset.late_note.startswith("late interaction" if preset.late_interaction else "no late interaction")
    assert preset_of("/srv/our-own-model").late_interaction


def test_other_names_are_taken_as_the_hubs() -> None:
    preset = preset_of("someone/some-model")
    assert (preset.hub_id, preset.question_prefix, preset.passage_prefix) == ("someone/some-model", None, None)


def test_on_disk_finds_the_bundled_model_and_nothing_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    assert on_disk(PRESETS["bundled"]) == BUNDLED_FOLDER
    assert on_disk(PRESETS["hash"]) is None
    assert on_disk(PRESETS["BAAI/bge-m3"]) is None


def test_on_disk_finds_the_snapshot_that_the_cache_points_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    cached = tmp_path / "models--BAAI--bge-m3"
    for commit in ("a" * 40, "b" * 40):
        (cached / "snapshots" / commit).mkdir(parents=True)
        (cached / "snapshots" / commit / "modules.json").write_text("[]")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("a" * 40)
    assert on_disk(PRESETS["BAAI/bge-m3"]) == cached / "snapshots" / ("a" * 40)
