"""A tiny chat model, made on the spot, that says what it is told to; transformers runs it as any other."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

TEMPLATE = (
    "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
)
THINKING = TEMPLATE + "{{ '<think>\n' }}"
WITHOUT_SYSTEM = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}" + TEMPLATE
SPECIAL = ("<unk>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>")


def make_chat_model(
    folder: Path, said: Sequence[bytes], *, ends: bool = True, template: str | None = TEMPLATE, positions: int = 100_000
) -> Path:
    """Save a Qwen3 model that writes `said` after any prompt, one token an item, each of them another.

    Its only layer adds nothing and its head maps each token to the next, so it is a chain. Without `ends` the last
    token follows itself for ever.
    """
    import torch
    from transformers import Qwen3Config, Qwen3ForCausalLM

    tokenizer = _tokenizer(said, template)
    size = len(tokenizer)
    config = Qwen3Config(
        vocab_size=size,
        hidden_size=size,
        intermediate_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        num_key_value_heads=1,
        head_dim=8,
        max_position_embeddings=positions,
        tie_word_embeddings=False,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
    )
    model = Qwen3ForCausalLM(config)
    chain = [_last_of_prompt(tokenizer), *_ids(tokenizer, said)]
    chain.append(tokenizer.eos_token_id if ends else chain[-1])
    with torch.no_grad():
        model.model.layers[0].self_attn.o_proj.weight.zero_()
        model.model.layers[0].mlp.down_proj.weight.zero_()
        model.model.embed_tokens.weight.copy_(torch.eye(size))
        model.lm_head.weight.zero_()
        for token, following in pairwise(chain):
            model.lm_head.weight[following, token] = 1.0
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def _tokenizer(said: Sequence[bytes], template: str | None) -> Any:
    """Return a byte-level tokenizer that knows each byte, and what is said as further tokens."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    words = [*SPECIAL, *sorted(pre_tokenizers.ByteLevel.alphabet()), *(_spelled(one) for one in said if len(one) > 1)]
    vocabulary = {word: place for place, word in enumerate(dict.fromkeys(words))}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token=SPECIAL[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        unk_token=SPECIAL[0],
        eos_token=SPECIAL[4],
        additional_special_tokens=list(SPECIAL[1:4]),
    )
    if template is not None:
        wrapped.chat_template = template
    return wrapped


def _last_of_prompt(tokenizer: Any) -> int:
    if tokenizer.chat_template is None:
        return int(tokenizer.convert_tokens_to_ids("<|assistant|>"))
    asked = [{"role": "user", "content": "?"}]
    return int(tokenizer.apply_chat_template(asked, add_generation_prompt=True, return_dict=True)["input_ids"][-1])


def _ids(tokenizer: Any, said: Sequence[bytes]) -> list[int]:
    ids = [tokenizer.convert_tokens_to_ids(_spelled(one)) for one in said]
    assert len(set(ids)) == len(ids), "a chain cannot go through a token twice"
    return ids


def _spelled(piece: bytes) -> str:
    """Return bytes as byte-level tokenizers spell them: printable letters for all 256."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    letters = {byte: chr(byte) for byte in printable} | {byte: chr(256 + n) for n, byte in enumerate(others)}
    return "".join(letters[byte] for byte in piece)
