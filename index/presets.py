"""The embedding models known by name: their prefixes, whether their token vectors help, where they lie on disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

BUNDLED_FOLDER = Path(__file__).parent / "model"
# Every folder of a sentence-transformers model has this file; the hub's cache is searched for it.
MODULES_FILE = "modules.json"


@dataclass(frozen=True, slots=True)
class Preset:
    """What has to be known of a model to use it as it was trained.

    `hub_id` is empty where nothing is to be had from the hub. None as a prefix means the model's own prompt, if it has
    one. `size_mb` is what a download takes (10^6 bytes), 0 where there is none or it is not known. `late_interaction`
    tells whether its token vectors are used, by the projection that its folder then has; `late_note` tells why.
    """

    name: str
    hub_id: str
    question_prefix: str | None
    passage_prefix: str | None
    dimensions: int
    size_mb: int
    licence: str
    note: str = ""
    late_interaction: bool = False
    late_note: str = "no late interaction: it was trained for one vector a text, and whether more help was not tried"


def _e5(size: str, dimensions: int, size_mb: int) -> Preset:
    hub_id = f"intfloat/multilingual-e5-{size}"
    return Preset(hub_id, hub_id, "query: ", "passage: ", dimensions, size_mb, "MIT", "94 languages, Hindi among them")


_ALL = (
    Preset(
        "bundled",
        "",
        "",
        "",
        384,
        60,
        "Apache-2.0; see NOTICE",
        "the default: Hindi and English, comes with Khabar",
        late_interaction=True,
        late_note="late interaction: it was trained for it and comes with the projection",
    ),
    _e5("small", 384, 471),
    _e5("base", 768, 1112),
    _e5("large", 1024, 2240),
    Preset(
        "BAAI/bge-m3",
        "BAAI/bge-m3",
        "",
        "",
        1024,
        2271,
        "MIT",
        "more than 100 languages",
        late_note="no late interaction: its head for that is not read, and without it was not tried",
    ),
    Preset(
        "google/embeddinggemma-300m",
        "google/embeddinggemma-300m",
        "task: search result | query: ",
        "title: none | text: ",
        768,
        1211,
        "Gemma terms of use",
        "gated: accept the terms on its hub page and run `hf auth login` before the first use",
    ),
    Preset(
        "Qwen/Qwen3-Embedding-0.6B",
        "Qwen/Qwen3-Embedding-0.6B",
        "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
        "",
        1024,
        1192,
        "Apache-2.0",
        "pools the last token; slow without a GPU",
        late_note="no late interaction: its tokens know only what stands before them; not tried",
    ),
    Preset(
        "hash",
        "",
        "",
        "",
        256,
        0,
        "Apache-2.0",
        "no model: hashes words; for tests, finds only shared words",
        late_note="no late interaction: it has no token vectors",
    ),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.name: preset for preset in _ALL})


def preset_of(name: str) -> Preset:
    """Return the preset of that name; for any other name one of the hub, of which nothing is known beforehand.

    >>> preset_of("intfloat/multilingual-e5-small").question_prefix, preset_of("someone/else").question_prefix
    ('query: ', None)
    """
    return PRESETS.get(name) or Preset(
        name,
        name,
        None,
        None,
        0,
        0,
        "see its page on the hub",
        late_interaction=True,
        late_note="late interaction where its folder holds a projection made for it",
    )


def on_disk(preset: Preset) -> Path | None:
    """Return the folder a model can be loaded from, or None; looks into the hub's cache and never at the network."""
    if preset.name == "bundled":
        return BUNDLED_FOLDER if (BUNDLED_FOLDER / MODULES_FILE).is_file() else None
    if not preset.hub_id:
        return None
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(preset.hub_id, MODULES_FILE)
    return Path(found).parent if isinstance(found, str) else None
