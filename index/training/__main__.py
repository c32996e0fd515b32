"""`python -m index.training`: makes the bilingual model from an English encoder and word translations."""

import argparse
import copy
import logging
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import torch

from index.training import initialise, lexicon, spelling, vocabulary
from index.training.aligned import Pair, reciprocal
from index.training.mixture import Mixture
from index.training.projection import text_axes, token_projection
from index.training.save import save
from index.training.sources import Sources, read
from index.training.student import Student
from index.training.train import Plan, append, train
from index.training.watch import held_out

log = logging.getLogger("index.training")
# Together with all other rows and the body, a folder of 95 MB.
WORDS = 75_000
RARE_WORDS = 15_000
COMMON = 4_000  # Hindi words that are never read in pieces while learning
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
    parser.add_argument("--start", type=Path, help="a model made before, to go on from")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    plan = Plan(given.steps, given.batch, given.rate, minutes=given.minutes, thawed_steps=given.thawed_steps)
    make(given.data, given.base, given.output, given.words, plan, given.start)


def make(data: Path, base: Path, output: Path, words: int, plan: Plan, start: Path | None = None) -> None:
    """Write the model: the English encoder with Hindi rows added, initialised from a dictionary and then trained.

    From `start`, a model made before, rows and layers are taken over; words and pieces that it lacks get rows.
    """
    from transformers import AutoModel, AutoTokenizer

    translations = lexicon.translations(data)
    whole = vocabulary.frequent_words(translations, (hindi for _, hindi in lexicon.parallel(data)), words)
    english = AutoTokenizer.from_pretrained(base).backend_tokenizer
    english.no_padding()  # the base's files ask for a fixed length
    folder = output / "training"
    folder.mkdir(parents=True, exist_ok=True)
    spelt, rare = spelling.kept(folder / "spellings.json", lambda: _spell(english, translations, data, start is None))
    teacher = AutoModel.from_pretrained(base, dtype=torch.float32)
    encoder = AutoModel.from_pretrained(start or base, dtype=torch.float32)
    first = AutoTokenizer.from_pretrained(start or base).get_vocab()
    pieces = vocabulary.hindi_pieces([*translations, *(hindi for _, hindi in rare)])
    rows = vocabulary.extend(first, [*whole, *spelt], pieces)
    tokenizer = vocabulary.tokenizer_of(rows)
    log.info("%d rows, %d of them new", len(rows), len(rows) - len(first))
    table = encoder.get_input_embeddings().weight.data.clone()
    english_table = teacher.get_input_embeddings().weight.data
    known, targets = initialise.target_vectors(english_table, english, _normalised(translations) | _ranked(spelt))
    encoder.resize_token_embeddings(len(rows), mean_resizing=False)
    encoder.get_input_embeddings().weight.data.copy_(initialise.initialise(table, rows, tokenizer, known, targets))
    if plan.steps or plan.thawed_steps:
        common = {*english.get_vocab(), *whole[:COMMON], *pieces, *vocabulary.LETTERS}
        in_pieces = vocabulary.tokenizer_of({token: row for token, row in rows.items() if token in common})
        student = Student(copy.deepcopy(encoder), tokenizer, len(english_table), in_pieces)
        learn(student, teacher, read(data, rare), plan, folder)
        encoder.encoder.load_state_dict(student.body.encoder.state_dict())
        encoder.get_input_embeddings().weight.data.copy_(student.table())
    sentences = [side for pair in islice(lexicon.parallel(data), 0, None, PROJECTION_STEP) for side in pair]
    encoder.float().eval()
    projection, axes = token_projection(encoder, tokenizer, sentences), text_axes(encoder, tokenizer, sentences)
    save(encoder, tokenizer, projection, axes, output)
    size = sum(path.stat().st_size for path in output.iterdir() if path.is_file())
    log.info("%s: %.1f MB", output, size / 1e6)


def learn(student: Student, english: Any, sources: Sources, plan: Plan, folder: Path) -> None:
    """Train the student's new rows, then its layers as well, held to the encoder `english`.

    `folder` keeps checkpoints and logs, of the second part in a folder of its own.
    """
    done = not plan.steps or train(student, Mixture(sources), plan, folder, _watch(student, sources, folder))
    if done and plan.thawed_steps:
        teacher = copy.deepcopy(student)
        teacher.body.encoder.load_state_dict(english.encoder.state_dict())
        student.thaw()
        plan = replace(plan, steps=plan.thawed_steps, rate=plan.thawed_rate)
        thawed = folder / "thawed"
        done = train(student, Mixture(sources, seed=1), plan, thawed, _watch(student, sources, thawed), teacher)
    if not done:
        log.info("stopped before the last step: run the same command again to go on")


def _spell(
    english: Any, translations: dict[str, list[str]], data: Path, common: bool
) -> tuple[dict[str, str], list[Pair]]:
    """Return {spelling: English word} for words with a row of their own, where wanted, and (rare word, spelling).

    Rare are words that English reads in several pieces: what their spellings teach is how Hindi pieces sound.
    """
    into_hindi = lexicon.translations_into_hindi(data)
    normalise = vocabulary.normaliser().normalize_str
    loans = sorted({(en, normalise(hi)) for en, hi in spelling.loan_words(reciprocal(translations, into_hindi))})
    speller = spelling.Speller(loans)
    known = english.get_vocab()
    spelt = spelling.spellings(speller, filter(str.isascii, known), _normalised(translations)) if common else {}
    words = [word for word in into_hindi if word.isascii() and word.isalpha() and word not in known]
    chosen = random.Random(0).sample(words, min(RARE_WORDS, len(words)))
    return spelt, [(word, hindi) for word in chosen for hindi, _ in speller.spell(word, 2)]


def _ranked(spelt: dict[str, str]) -> dict[str, list[str]]:
    return {written: [word] for written, word in spelt.items()}


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
