"""The tokenizer: the English encoder's word pieces, then whole Hindi words and Hindi pieces."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from index.training.lexicon import is_hindi_word

PIECE_VOCABULARY = 4000
# The word of rank r in the lexicon counts as seen FREQUENT / (r + 10) times, as by Zipf's law.
FREQUENT = 200_000
LONGEST_WORD = 60
DEVANAGARI = [chr(code) for code in range(0x0900, 0x0980)]
DIGITS = "०१२३४५६७८९"
UNKNOWN = "[UNK]"


def normaliser() -> Any:
    """Return the normaliser: marks of Latin letters, nukta and joiners deleted, matras kept, digits ASCII, lower case.

    Never `strip_accents`, which deletes matras and so merges different Hindi words. English comes out as the base has
    it.

    >>> normalise = normaliser().normalize_str
    >>> normalise("ज़मीन चाँद १९४७"), normalise("Café")
    ('जमीन चांद 1947', 'cafe')
    """
    steps = [
        normalizers.NFD(),
        normalizers.Replace(Regex("[\u0300-\u036f\u093c\u200c\u200d\u00ad\ufeff]"), ""),
        normalizers.Replace("ँ", "ं"),
        *(normalizers.Replace(digit, str(value)) for value, digit in enumerate(DIGITS)),
        normalizers.BertNormalizer(strip_accents=False, lowercase=True),
    ]
    return normalizers.Sequence(steps)


def frequent_words(ranked: Iterable[str], sentences: Iterable[str], count: int) -> list[str]:
    """Return the most frequent Hindi words, normalised: by rank in the lexicon plus counts in running text."""
    normalise, split = normaliser().normalize_str, pre_tokenizers.BertPreTokenizer().pre_tokenize_str
    weights: Counter[str] = Counter()
    for rank, word in enumerate(ranked):
        weights[normalise(word)] += round(FREQUENT / (rank + 10))
    for sentence in sentences:
        weights.update(word for word, _ in split(normalise(sentence)) if is_hindi_word(word))
    return [word for word, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]]


def hindi_pieces(words: Iterable[str]) -> list[str]:
    """Return word pieces learnt from Hindi words, for words that are not in the vocabulary as a whole."""
    learner = Tokenizer(models.WordPiece(unk_token=UNKNOWN))
    learner.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    normalise = normaliser().normalize_str
    # The trainer breaks ties by number, and numbers inner letters as threads meet them: numbered here, once for all.
    inner_letters = [f"##{letter}" for letter in DEVANAGARI]
    trainer = trainers.WordPieceTrainer(vocab_size=PIECE_VOCABULARY, show_progress=False, special_tokens=inner_letters)
    learner.train_from_iterator((normalise(word) for word in words), trainer)
    return sorted(piece for piece in learner.get_vocab() if is_hindi_word(piece.removeprefix("##")))


def extend(base: Mapping[str, int], words: Iterable[str], pieces: Iterable[str]) -> dict[str, int]:
    """Return a vocabulary with the base's rows first, then words, pieces and every single Devanagari letter."""
    vocabulary = dict(base)
    letters = [form for letter in DEVANAGARI for form in (letter, f"##{letter}")]
    for token in [*words, *pieces, *letters]:
        vocabulary.setdefault(token, len(vocabulary))
    return vocabulary


def tokenizer_of(vocabulary: dict[str, int]) -> Any:
    """Return the tokenizer over a vocabulary; its pre-tokeniser splits at the danda."""
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD))
    tokenizer.normalizer = normaliser()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])],
    )
    return tokenizer
