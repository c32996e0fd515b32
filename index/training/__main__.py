"""`python -m index.training`: makes the bilingual model from an English encoder and word translations."""

import argparse
import logging
from pathlib import Path

from index.embedding import open_embedder
from index.training import initialise, lexicon, vocabulary
from index.training.measure import measure
from index.training.save import save

log = logging.getLogger("index.training")


def main() -> None:
    """Read the arguments, make the model, and measure it where told with what."""
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with lexicon.hin2eng.tsv, parallel.en-hi.tsv, …"
    )
    parser.add_argument("--base", type=Path, required=True, help="folder with the English encoder, all-MiniLM-L6-v2")
    parser.add_argument("--output", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--words", type=int, default=14_000, help="how many whole Hindi words get a row")
    parser.add_argument("--measure", type=Path, nargs=2, metavar=("EN", "HI"), help="aligned SQuAD-shaped files")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    make(arguments.data, arguments.base, arguments.output, arguments.words)
    if arguments.measure:
        for pairing, value in measure(open_embedder(str(arguments.output)), *arguments.measure).items():
            log.info("%s nDCG@10 %.1f", pairing, value)


def make(data: Path, base: Path, output: Path, words: int) -> None:
    """Write the dictionary-initialised model: the English encoder with Hindi rows added, its body unchanged."""
    from transformers import AutoModel, AutoTokenizer

    pairs = lexicon.translations(data)
    for word, roman in lexicon.names(data).items():
        pairs.setdefault(word, [roman])
    whole = vocabulary.frequent_words(pairs, lexicon.hindi_sentences(data), words)
    pieces = vocabulary.hindi_pieces(word for word in pairs if lexicon.is_hindi_word(word))
    english = AutoTokenizer.from_pretrained(base)
    rows = vocabulary.extend(english.get_vocab(), whole, pieces)
    tokenizer = vocabulary.tokenizer_of(rows)
    log.info("%d rows: %d English, %d Hindi words", len(rows), len(english), len(whole))
    encoder = AutoModel.from_pretrained(base)
    table = initialise.initialise(
        encoder.get_input_embeddings().weight.data,
        rows,
        lambda word: english(word, add_special_tokens=False)["input_ids"],
        lambda word: tokenizer.encode(word, add_special_tokens=False).ids,
        initialise.normalised(pairs, vocabulary.normaliser().normalize_str),
    )
    encoder.resize_token_embeddings(len(rows))
    encoder.get_input_embeddings().weight.data.copy_(table)
    save(encoder, tokenizer, output)


if __name__ == "__main__":
    main()
