"""`python -m index.training`: makes the bilingual model from an English encoder and word translations."""

import argparse
import copy
import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import torch

from index.training import initialise, lexicon, vocabulary
from index.training.aligned import reciprocal
from index.training.mixture import Mixture
from index.training.projection import text_axes, token_projection
from index.training.save import save
from index.training.sources import Sources, read
from index.training.spelling import loan_words, spellings
from index.training.student import Student
from index.training.train import Plan, append, train
from index.training.watch import held_out

log = logging.getLogger("index.training")
# Together with the English rows and the body, a folder of 56 MB.
WORDS = 65_000
# Every so many-th pair of sentences shows where token vectors lie; some thousand are plenty.
PROJECTION_STEP = 20
PLAN = Plan()


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments and make the model."""
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with lexicon.hin2eng.tsv, parallel.en-hi.tsv …"
    )
    parser.add_argument("--base", type=Path, required=True, help="folder with the English encoder, all-MiniLM-L6-v2")
    parser.add_argument("--output", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--words", type=int, default=WORDS, help="how many whole Hindi words get a row (%(default)s)")
    parser.add_argument("--steps", type=int, default=PLAN.steps, help="of training (%(default)s); 0: none")
    parser.add_argument(
        "--thawed-steps", type=int, default=PLAN.thawed_steps, help="further steps, the body thawed (%(default)s)"
    )
    parser.add_argument("--batch", type=int, default=PLAN.batch, help="pairs a step (%(default)s)")
    parser.add_argument("--rate", type=float, default=PLAN.rate, help="learning rate (%(default)s)")
    parser.add_argument("--minutes", type=float, default=PLAN.minutes, help="stop after so many; run again to go on")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    plan = Plan(given.steps, given.batch, given.rate, minutes=given.minutes, thawed_steps=given.thawed_steps)
    make(given.data, given.base, given.output, given.words, plan)


def make(data: Path, base: Path, output: Path, words: int, plan: Plan) -> None:
    """Write the model: the English encoder with Hindi rows added, initialised from a dictionary and then trained."""
    from transformers import AutoModel, AutoTokenizer

    translations = lexicon.translations(data)
    whole = vocabulary.frequent_words(translations, (hindi for _, hindi in lexicon.parallel(data)), words)
    english = AutoTokenizer.from_pretrained(base)
    english.backend_tokenizer.no_padding()  # the base's files ask for a fixed length
    rows = vocabulary.extend(english.get_vocab(), whole, vocabulary.hindi_pieces(translations))
    tokenizer = vocabulary.tokenizer_of(rows)
    log.info("%d rows: %d English, %d Hindi words", len(rows), len(english), len(whole))
    encoder = AutoModel.from_pretrained(base)
    table = encoder.get_input_embeddings().weight.data.clone()
    known, targets = initialise.target_vectors(table, english.backend_tokenizer, _normalised(translations))
    encoder.resize_token_embeddings(len(rows), mean_resizing=False)
    encoder.get_input_embeddings().weight.data.copy_(initialise.initialise(table, rows, tokenizer, known, targets))
    if plan.steps:
        learn(encoder, tokenizer, len(table), data, plan, output / "training")
    tokenizer, spelt = add_spellings(encoder, rows, translations, data)
    log.info("%d spellings of English words", spelt)
    sentences = [side for pair in islice(lexicon.parallel(data), 0, None, PROJECTION_STEP) for side in pair]
    encoder.float().eval()
    projection, axes = token_projection(encoder, tokenizer, sentences), text_axes(encoder, tokenizer, sentences)
    save(encoder, tokenizer, projection, axes, output)
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    log.info("%s: %.1f MB", output, size / 1e6)


def add_spellings(
    encoder: Any, rows: dict[str, int], translations: dict[str, list[str]], data: Path
) -> tuple[Any, int]:
    """Give rows to English words as Hindi may spell them, each with its word's vector; return tokenizer and count."""
    normalise = vocabulary.normaliser().normalize_str
    pairs = reciprocal(translations, lexicon.translations_into_hindi(data))
    loans = sorted({(english, normalise(hindi)) for english, hindi in loan_words(pairs)})
    known = spellings([word for word in rows if word.isascii()], loans, _normalised(translations))
    spelt = {written: word for written, word in known.items() if written not in rows}
    table = encoder.get_input_embeddings().weight.data.clone()
    longer = rows | {written: len(rows) + place for place, written in enumerate(spelt)}
    encoder.resize_token_embeddings(len(longer), mean_resizing=False)
    own = table[[rows[word] for word in spelt.values()]]
    encoder.get_input_embeddings().weight.data.copy_(torch.cat([table, own]))
    return vocabulary.tokenizer_of(longer), len(spelt)


def learn(encoder: Any, tokenizer: Any, base_rows: int, data: Path, plan: Plan, folder: Path) -> None:
    """Train the rows beyond the base's, then the layers as well, in the encoder itself.

    `folder` keeps checkpoints and logs, of the second part in a folder of its own.
    """
    student = Student(copy.deepcopy(encoder), tokenizer, base_rows)
    sources = read(data)
    done = train(student, Mixture(sources), plan, folder, _watch(student, sources, folder))
    if done and plan.thawed_steps:
        teacher = copy.deepcopy(student)
        student.thaw()
        plan = replace(plan, steps=plan.thawed_steps, rate=plan.thawed_rate)
        thawed = folder / "thawed"
        done = train(student, Mixture(sources, seed=1), plan, thawed, _watch(student, sources, thawed), teacher)
        encoder.encoder.load_state_dict(student.body.encoder.state_dict())
    if not done:
        log.info("stopped before the last step: run the same command again to go on")
    encoder.get_input_embeddings().weight.data.copy_(student.table())


def _watch(student: Student, sources: Sources, folder: Path) -> Callable[[int], None]:
    """Return what tells at a step how the student does on sentences that it does not learn from."""

    def watch(step: int) -> None:
        seen = held_out(student, sources.held_out)
        log.info("step %d, sentences not learnt from: %s", step, seen)
        append(folder / "watched.jsonl", {"step": step, **seen})

    return watch


def _normalised(translations: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the translations under the tokenizer's form of each Hindi word; the more frequent spelling wins."""
    normalise = vocabulary.normaliser().normalize_str
    found: dict[str, list[str]] = {}
    for word, english in translations.items():
        found.setdefault(normalise(word), english)
    return found


if __name__ == "__main__":
    main()
