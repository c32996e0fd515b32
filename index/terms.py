"""The terms that the lexical and names channels index and search: stems and phonetic keys of content words."""

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens, words


def stems_of(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order.

    >>> stems_of("The ministers met in Delhi")
    ['minist', 'met', 'delhi']
    """
    return [stem(word) for word in words(text) if not is_stop_word(word)]


def keys_of(text: str) -> list[str]:
    """Return the phonetic keys of the words that have one and carry meaning, in order.

    >>> keys_of("राजनाथ सिंह ने") == keys_of("Rajnath Singh ne")
    True
    """
    found = ((token.text, text[token.start : token.end]) for token in tokens(text))
    return [key for folded, word in found if not is_stop_word(folded) for key in phonetic_keys(word)]
