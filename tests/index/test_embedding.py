"""The embedder on a tiny model made here with random weights: prefixes, spans, truncation, fingerprints, errors."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from safetensors.numpy import save_file

from index import arithmetic, model_loading, one_pass, plain_bert
from index.embedding import Embedder, open_embedder
from index.errors import ArchiveError
from index.hashing import HashEmbedder
from index.one_pass import OnePassEmbedder
from index.presets import BUNDLED_FOLDER
from index.sentence_embedder import SentenceEmbedder
from index.token_vectors import DIMENSIONS

E5 = "intfloat/multilingual-e5-small"
ENGLISH_WORDS = ["query", "passage", ":", "the", "minister", "met", "his", "crew", ".", "##s"]
HINDI_WORDS = ["मंत्री", "ने", "बैठक", "की", "।", "सरकार", "पर", "नई", "सड़क", "##ों"]
MARKERS = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
HINDI = "मंत्री ने बैठक की। सरकार ने नई सड़क पर बैठक की। मंत्रीों ने सड़क की।"
HINDI_SPANS = [(0, 18), (19, 48), (49, len(HINDI))]
LONGEST = 24

MakeModel = Callable[..., Path]


@pytest.fixture(scope="module")
def make_model(tmp_path_factory: pytest.TempPathFactory) -> MakeModel:
    """Return a function that writes a sentence-transformers folder with random weights and a few WordPieces."""

    def make(pooling: str = "mean", *, dense: bool = False, prompts: dict[str, str] | None = None) -> Path:
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.base.modules import Dense, Normalize, Transformer
        from sentence_transformers.sentence_transformer.modules import Pooling
        from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

        torch.manual_seed(7)
        folder = tmp_path_factory.mktemp("model")
        tokenizer = _tokenizer()
        config = BertConfig(
            vocab_size=tokenizer.get_vocab_size(),
            hidden_size=16,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        )
        BertModel(config).save_pretrained(folder / "hf")
        PreTrainedTokenizerFast(tokenizer_object=tokenizer, **MARKERS).save_pretrained(folder / "hf")
        modules = [Transformer(str(folder / "hf"), max_seq_length=LONGEST), Pooling(16, pooling)]
        modules += [Dense(16, 8)] if dense else []
        model = SentenceTransformer(modules=[*modules, Normalize()], device="cpu", prompts=prompts)
        model.save_pretrained(str(folder / "st"), create_model_card=False)
        return folder / "st"

    return make


@pytest.fixture(scope="module")
def tiny(make_model: MakeModel) -> Path:
    return make_model()


@pytest.fixture(autouse=True)
def exact_arithmetic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep to 32 bits, so that vectors can be compared closely on every processor."""
    monkeypatch.setattr(arithmetic, "processor_has_bfloat16", lambda: False)


@pytest.fixture
def hub_cache(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay the tiny model into a hub cache under the name of a preset, its weights stored as the hub's client does."""
    cached = tmp_path / "hub" / f"models--{E5.replace('/', '--')}"
    snapshot = cached / "snapshots" / ("0" * 40)
    shutil.copytree(tiny, snapshot)
    digest = hashlib.sha256((snapshot / "model.safetensors").read_bytes()).hexdigest()
    (cached / "blobs").mkdir()
    (snapshot / "model.safetensors").rename(cached / "blobs" / digest)
    (snapshot / "model.safetensors").symlink_to(cached / "blobs" / digest)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("0" * 40)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    return snapshot


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    words = [*ENGLISH_WORDS, *HINDI_WORDS]
    letters = sorted({character for word in words for character in word if character not in "#:."})
    pieces = [form for letter in letters for form in (letter, f"##{letter}")]
    vocabulary = {token: row for row, token in enumerate(dict.fromkeys([*MARKERS.values(), *words, *pieces]))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=MARKERS["unk_token"]))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
    )
    return tokenizer


def _plain(folder: Path, text: str) -> Any:
    """Return what sentence-transformers itself makes of a text."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True).encode(text)


def _encode(embedder: Embedder, texts: list[str], spans: Sequence[Sequence[tuple[int, int]]]) -> tuple[Any, list[Any]]:
    """Return the vectors (n, d) of passages and, for each, those of its spans."""
    encoded = embedder.encode_passages(texts, spans)
    return np.array([one.whole for one in encoded]), [one.sentences for one in encoded]


def _span_by_hand(folder: Path, text: str, start: int, end: int) -> Any:
    """Return the unit mean of the token vectors of a span, by transformers alone."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokens = AutoTokenizer.from_pretrained(folder)(text, return_offsets_mapping=True, return_tensors="pt")
    offsets = tokens.pop("offset_mapping")[0].tolist()
    with torch.inference_mode():
        states = AutoModel.from_pretrained(folder)(**tokens).last_hidden_state[0]
    chosen = [place for place, (a, b) in enumerate(offsets) if start <= a < b <= end]
    mean = states[chosen].mean(0).numpy()
    return mean / np.linalg.norm(mean)


def test_vectors_are_those_of_sentence_transformers(tiny: Path) -> None:
    embedder = open_embedder(str(tiny))
    assert isinstance(embedder, OnePassEmbedder)
    assert embedder.dimensions == 16
    vectors, _ = _encode(embedder, [HINDI], [[]])
    np.testing.assert_allclose(vectors[0], _plain(tiny, HINDI), atol=1e-5)
    np.testing.assert_allclose(embedder.encode_questions([HINDI])[0], vectors[0], atol=1e-5)


def test_the_bundled_model_read_plainly_is_the_same() -> None:
    vectors = open_embedder().encode_questions([HINDI, "Who came second?"])
    for vector, text in zip(vectors, [HINDI, "Who came second?"], strict=True):
        expected = _plain(BUNDLED_FOLDER, text).astype(np.float32)  # in 16 bits, as the model is stored
        np.testing.assert_allclose(vector, expected, atol=2e-3)


def test_only_a_mean_pooled_bert_is_read_plainly(tiny: Path, make_model: MakeModel) -> None:
    assert plain_bert.can_read(tiny)
    assert plain_bert.can_read(BUNDLED_FOLDER)
    for other in (make_model("cls"), make_model(dense=True), tiny.parent):
        assert not plain_bert.can_read(other)


def test_a_cold_command_line_does_without_torch() -> None:
    code = "import sys; from index.embedding import open_embedder; open_embedder().encode_questions(['कब?'])"
    heavy = (
        "print([name for name in ('torch', 'sentence_transformers', 'transformers', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", f"{code}; {heavy}"], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_spans_are_means_of_token_vectors_in_context(tiny: Path) -> None:
    short, spans = "मंत्री ने बैठक की। सरकार ने सड़क की।", [(0, 18), (19, 36)]
    _, (parts,) = _encode(open_embedder(str(tiny)), [short], [spans])
    for part, (start, end) in zip(parts, spans, strict=True):
        np.testing.assert_allclose(part, _span_by_hand(tiny, short, start, end), atol=1e-5)


def test_a_span_beyond_the_longest_input_gets_the_passage_vector(tiny: Path) -> None:
    long = " ".join([HINDI] * 3)
    end = (len(long) - 10, len(long))
    vectors, (parts,) = _encode(open_embedder(str(tiny)), [long], [[(0, 18), end, (18, 19)]])
    np.testing.assert_allclose(parts[1], vectors[0], atol=1e-6)
    np.testing.assert_allclose(parts[2], vectors[0], atol=1e-6)  # white space has no token
    assert abs(float(parts[0] @ vectors[0])) < 0.9999


def test_batches_of_mixed_lengths_keep_order(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_pass, "BATCH_TOKENS", 32)
    embedder = open_embedder(str(tiny))
    texts = [HINDI, "the minister met his crew.", "", "मंत्री", HINDI[:48], "crew"]
    spans = [HINDI_SPANS, [(0, 12)], [], [(0, 6)], HINDI_SPANS[:2], []]
    together, parts = _encode(embedder, texts, spans)
    for row, text in enumerate(texts):
        alone, (own,) = _encode(embedder, [text], [spans[row]])
        np.testing.assert_allclose(together[row], alone[0], atol=1e-5)
        np.testing.assert_allclose(parts[row], own, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_nothing_to_encode(tiny: Path) -> None:
    embedder = open_embedder(str(tiny))
    assert embedder.encode_questions([]).shape == (0, 16)
    assert embedder.encode_passages([], []) == []


def test_threads_share_a_model(tiny: Path) -> None:
    embedder = open_embedder(str(tiny))
    texts = [HINDI[: 6 + at] for at in range(40)]
    expected = embedder.encode_questions(texts)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: embedder.encode_questions([text])[0], texts))
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_sixteen_bits_change_little(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = open_embedder(str(tiny))
    exact, (exact_parts,) = _encode(embedder, [HINDI], [HINDI_SPANS])
    monkeypatch.setattr(arithmetic, "processor_has_bfloat16", lambda: True)
    quick, (quick_parts,) = _encode(embedder, [HINDI], [HINDI_SPANS])
    assert quick.dtype == np.float32
    assert float(quick[0] @ exact[0]) > 0.999
    assert ((quick_parts * exact_parts).sum(1) > 0.999).all()


def test_spans_go_through_the_modules_behind_the_pooling(make_model: MakeModel) -> None:
    folder = make_model(dense=True)
    embedder = open_embedder(str(folder))
    assert isinstance(embedder, OnePassEmbedder)
    text = "the minister met his crew."
    vectors, (parts,) = _encode(embedder, [text], [[(0, len(text))]])
    assert vectors.shape == (1, 8)
    np.testing.assert_allclose(vectors[0], _plain(folder, text), atol=1e-5)
    assert parts.shape == (1, 8)
    assert float(parts[0] @ vectors[0]) > 0.9  # all tokens but [CLS] and [SEP]


def test_token_vectors_where_the_folder_has_a_projection(make_model: MakeModel) -> None:
    folder = make_model()
    projection = np.random.default_rng(0).normal(size=(16, DIMENSIONS)).astype(np.float32)
    save_file({"weight": projection}, folder / "token_projection.safetensors")
    embedder = open_embedder(str(folder))
    (passage,) = embedder.encode_passages([HINDI], [HINDI_SPANS])
    assert passage.tokens is not None
    assert passage.tokens.counts.tolist() == [5, 8, 6]  # a word each, but a plural in two pieces; and the danda
    question = embedder.encode_question("मंत्री ने बैठक की।", [(0, 6), (10, 14)])
    np.testing.assert_allclose(question.whole, embedder.encode_questions(["मंत्री ने बैठक की।"])[0], atol=1e-5)
    assert question.tokens.shape == (2, DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(question.tokens, axis=1), 1, atol=1e-5)
    (alone,) = embedder.encode_passages(["मंत्री ने बैठक की।"], [[(0, 18)]])
    assert alone.tokens is not None
    assert float(alone.tokens.best_matches(question.tokens).min()) > 0.95  # its own words, but for the four bits


def test_without_a_projection_there_are_no_token_vectors(tiny: Path) -> None:
    embedder = open_embedder(str(tiny))
    (passage,) = embedder.encode_passages([HINDI], [HINDI_SPANS])
    assert passage.tokens is None
    assert embedder.encode_question(HINDI, HINDI_SPANS).tokens.shape == (0, DIMENSIONS)


def test_a_preset_for_which_they_are_not_known_to_help_has_no_token_vectors(hub_cache: Path) -> None:
    save_file({"weight": np.ones((16, DIMENSIONS), np.float32)}, hub_cache / "token_projection.safetensors")
    embedder = open_embedder(E5)
    (passage,) = embedder.encode_passages([HINDI], [HINDI_SPANS])
    assert passage.tokens is None
    assert embedder.encode_question(HINDI, HINDI_SPANS).tokens.shape == (0, DIMENSIONS)


def test_a_projection_changes_the_fingerprint_and_must_fit(make_model: MakeModel) -> None:
    folder = make_model()
    before = open_embedder(str(folder)).fingerprint
    path = folder / "token_projection.safetensors"
    save_file({"weight": np.ones((16, DIMENSIONS), np.float32)}, path)
    assert open_embedder(str(folder)).fingerprint != before
    save_file({"weight": np.ones((16, 5), np.float32)}, path)
    with pytest.raises(ArchiveError, match="does not project to 128"):
        open_embedder(str(folder))
    path.write_bytes(b"\x01 no weights")
    with pytest.raises(ArchiveError, match="cannot be read"):
        open_embedder(str(folder))


@pytest.mark.parametrize("pooling", ["cls", "lasttoken"])
def test_other_poolings_embed_spans_apart(make_model: MakeModel, pooling: str) -> None:
    folder = make_model(pooling)
    embedder = open_embedder(str(folder))
    assert type(embedder) is SentenceEmbedder
    vectors, parts = _encode(embedder, [HINDI, "crew"], [HINDI_SPANS, []])
    np.testing.assert_allclose(vectors[0], _plain(folder, HINDI), atol=1e-5)
    assert [part.shape for part in parts] == [(3, 16), (0, 16)]
    start, end = HINDI_SPANS[1]
    np.testing.assert_allclose(parts[0][1], _plain(folder, HINDI[start:end]), atol=1e-5)
    assert embedder.encode_questions([]).shape == (0, 16)


def test_a_preset_in_the_cache_is_used_with_its_prefixes_and_without_the_network(hub_cache: Path) -> None:
    embedder = open_embedder(E5)
    assert embedder.name == E5
    np.testing.assert_allclose(embedder.encode_questions([HINDI])[0], _plain(hub_cache, "query: " + HINDI), atol=1e-5)
    prefixed = "passage: मंत्री ने बैठक की।"
    vectors, (parts,) = _encode(embedder, ["मंत्री ने बैठक की।"], [[(0, 9), (10, 18)]])
    np.testing.assert_allclose(vectors[0], _plain(hub_cache, prefixed), atol=1e-5)
    np.testing.assert_allclose(parts[1], _span_by_hand(hub_cache, prefixed, 19, 27), atol=1e-5)


def test_an_unknown_model_uses_its_own_prompts(make_model: MakeModel) -> None:
    folder = make_model(prompts={"query": "query: ", "document": "passage: "})
    embedder = open_embedder(str(folder))
    plain = make_model()
    np.testing.assert_allclose(embedder.encode_questions(["मंत्री"])[0], _plain(plain, "query: मंत्री"), atol=1e-5)
    vectors, _ = _encode(embedder, ["मंत्री"], [[]])
    np.testing.assert_allclose(vectors[0], _plain(plain, "passage: मंत्री"), atol=1e-5)


def test_the_fingerprint_stands_for_what_is_computed(tiny: Path, tmp_path: Path, hub_cache: Path) -> None:
    original = open_embedder(str(tiny)).fingerprint
    copy = tmp_path / "copy"
    shutil.copytree(tiny, copy)
    (copy / "README.md").write_text("# A card")
    assert open_embedder(str(copy)).fingerprint == original
    prefixed = open_embedder(E5)
    assert prefixed.fingerprint not in {original, ""}
    assert model_loading.fingerprint(hub_cache) == model_loading.fingerprint(tiny)
    pooling = copy / "1_Pooling" / "config.json"
    pooling.write_text(pooling.read_text().replace('"mean"', '"max"'))
    assert open_embedder(str(copy)).fingerprint != original


def test_a_folder_is_remembered_by_its_full_path(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.parent)
    assert open_embedder("st").name == str(tiny)


@pytest.mark.parametrize("name", ["./nowhere", "/nowhere/model", "a/b/c"])
def test_a_missing_folder_is_named(name: str) -> None:
    with pytest.raises(ArchiveError, match="no such folder"):
        open_embedder(name)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"modules\.json is missing"):
        open_embedder(str(tmp_path))


@pytest.mark.parametrize("damage", ["weights", "code"])
def test_a_damaged_or_foreign_model_is_one_line(tiny: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(tiny, folder)
    if damage == "weights":
        (folder / "model.safetensors").write_bytes(b"\x00" * 20)
    else:
        modules = folder / "modules.json"
        modules.write_text(modules.read_text().replace("sentence_transformers.base.modules", "evil.module"))
    with pytest.raises(ArchiveError, match="cannot be loaded") as caught:
        open_embedder(str(folder))
    assert "\n" not in str(caught.value)


def test_a_hub_model_without_a_network_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise httpx.ConnectError("no route")

    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(httpx, "head", unreachable)
    with pytest.raises(ArchiveError, match="hub cannot be reached") as caught:
        open_embedder(E5)
    assert E5 in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_hub_kept_offline_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setattr(httpx, "head", None)
    with pytest.raises(ArchiveError, match="hub cannot be reached"):
        open_embedder("someone/some-model")


def test_the_fake_needs_no_model() -> None:
    embedder = open_embedder("hash")
    assert isinstance(embedder, HashEmbedder)
    vectors, parts = _encode(embedder, [HINDI, ""], [HINDI_SPANS, []])
    assert vectors.shape == (2, embedder.dimensions)
    assert parts[0].shape == (3, embedder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    np.testing.assert_array_equal(vectors, HashEmbedder().encode_questions([HINDI, ""]))
