"""`python -m rag.reading.training`: makes the reader from the bundled model and the stories."""

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from index.embedding import open_embedder
from index.one_pass import OnePassEmbedder
from index.presets import BUNDLED_FOLDER
from index.training import checkpoints
from index.training.lexicon import parallel_with_origin
from rag.reading.inputs import BREAK, OPENING
from rag.reading.reader import CONFIG, FOLDER, WEIGHTS, Reader
from rag.reading.training.clozes import clozes
from rag.reading.training.examples import Example, Marks, batches, examples
from rag.reading.training.network import Network, loss
from rag.reading.training.stories import load
from rag.reading.training.strangers import strangers
from rag.reading.training.watch import held_out

log = logging.getLogger("rag.reading.training")
BATCH = 32
RATE, HEAD_RATE = 1e-4, 5e-4  # of the body, and of what is new on top of it
WARMING, FLOOR = 100, 0.02  # steps; share of the rate that is left in the end
CLIPPED = 1.0  # the gradient's length
TOLD_EVERY = 50  # steps; checkpoints as well
CHECKPOINT = "training.pt"


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments and make the reader."""
    parser = argparse.ArgumentParser(prog="python -m rag.reading.training", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with parallel.en-hi.tsv …, for the made questions")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder to write the reader to (%(default)s)")
    parser.add_argument("--begin", type=Path, help="folder with a reader to go on from, else from the bundled model")
    parser.add_argument("--made", type=int, default=200, help="steps with made questions first (%(default)s)")
    parser.add_argument("--steps", type=int, default=4450, help="steps with the stories (%(default)s)")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so many; run again to go on")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if given.made and given.data is None:
        parser.error("--made needs --data; or leave them out with --made 0")
    embedder = open_embedder(device="cpu")
    assert isinstance(embedder, OnePassEmbedder)  # noqa: S101 (the bundled model is one)
    torch.manual_seed(0)
    network = Network(embedder, BUNDLED_FOLDER / "model.safetensors")
    if given.begin:
        network.take(given.begin)
    given.output.mkdir(parents=True, exist_ok=True)
    ended = time.monotonic() + 60 * given.minutes
    for stage, steps in (("made", given.made), ("stories", given.steps)):
        if not _learn(network, embedder, stage, steps, given.data, given.output / CHECKPOINT, ended):
            return
    save(network, given.output)
    (given.output / CHECKPOINT).unlink(missing_ok=True)
    reader = Reader(embedder, given.output)
    for pairing, shares in held_out(reader, [one for one in load() if one.is_held_out]).items():
        log.info("%s  %s", pairing, "  ".join(f"{name} {share:.3f}" for name, share in shares.items()))


def _drawn(stage: str, embedder: OnePassEmbedder, data: Path, start: int) -> Iterator[list[Example]]:
    draw = random.Random(f"{stage} {start}")
    marks = Marks(embedder.words.row(OPENING) or 0, embedder.words.row(BREAK) or 0)
    if stage == "made":
        pairs = [(english, hindi) for english, hindi, _ in parallel_with_origin(data)]
        found = clozes(pairs, embedder.pieces, marks, draw)
    else:
        stories = [one for one in load() if not one.is_held_out]
        found = examples(stories, strangers(stories, embedder), embedder.pieces, marks, draw)
    return batches(found, BATCH, draw)


def _learn(
    network: Network, embedder: OnePassEmbedder, stage: str, steps: int, data: Path, kept: Path, ended: float
) -> bool:
    """Learn for some steps, going on from the checkpoint of this stage; tell whether they were all done in time."""
    heads = [*network.pool.parameters(), *network.sentence.parameters(), *network.span.parameters()]
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "full_rate": RATE}, {"params": heads, "full_rate": HEAD_RATE}], weight_decay=0.01
    )
    start = _take_up(network, optimiser, stage, steps, kept)
    network.train()
    told: list[dict[str, float]] = []
    for step, batch in zip(
        range(start, steps), _drawn(stage, embedder, data, start) if start < steps else (), strict=False
    ):
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * min(1.0, (step + 1) / WARMING) * max(FLOOR, 1 - step / steps)
        value, parts = loss(network, batch)
        optimiser.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIPPED)
        optimiser.step()
        told.append(parts)
        if len(told) == TOLD_EVERY or step + 1 == steps:
            means = {name: sum(one[name] for one in told) / len(told) for name in told[0]}
            log.info("%s %d  %s", stage, step + 1, "  ".join(f"{name} {mean:.3f}" for name, mean in means.items()))
            told = []
            _keep(network, optimiser, stage, step + 1, kept)
            if time.monotonic() > ended:
                return False
    network.eval()
    return True


def _keep(network: Network, optimiser: torch.optim.Optimizer, stage: str, step: int, path: Path) -> None:
    state = {"stage": stage, "step": step, "network": network.state_dict(), "optimiser": optimiser.state_dict()}
    checkpoints.keep(path, state)


def _take_up(network: Network, optimiser: torch.optim.Optimizer, stage: str, steps: int, path: Path) -> int:
    """Set everything as the checkpoint has it, and return how many steps of the stage are done."""
    state = checkpoints.take_up(path)
    if state is None:
        return 0
    network.load_state_dict(state["network"])
    if state["stage"] != stage:
        return 0 if stage == "stories" else steps  # of a later stage: this one is done
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def save(network: Network, folder: Path) -> None:
    """Write the weights in 16 bits, as the reader reads them."""
    from safetensors.torch import save_file

    named = {name.removeprefix("body."): value for name, value in network.state_dict().items()}
    kept = {
        name: value.to(torch.float16).contiguous()
        for name, value in named.items()
        if value.is_floating_point() and "word_embeddings" not in name
    }
    save_file(kept, str(folder / WEIGHTS), metadata={"format": "pt"})
    (folder / WEIGHTS).chmod(0o644)
    config = network.body.config
    told = {name: getattr(config, name) for name in ("num_hidden_layers", "num_attention_heads", "layer_norm_eps")}
    (folder / CONFIG).write_text(json.dumps(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
