"""The words of a question as articles in the other language may have them: by meaning, and by sound."""

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens
from index.lexical import Term
from index.word_neighbours import WordNeighbours

# What a word's sound is worth beside its nearest translations: names have no other.
SOUND = 0.9


def groups_of(question: str, neighbours: WordNeighbours | None) -> list[list[Term]]:
    """Return for each content word of a question, in order, the stems of its translations and its phonetic keys."""
    groups = []
    asked = [token for token in tokens(question) if not is_stop_word(token.text)]
    translated = neighbours.of_all([token.text for token in asked]) if neighbours else [()] * len(asked)
    for token, translations in zip(asked, translated, strict=True):
        found: dict[str, float] = {}
        for word, weight in translations:
            found.setdefault(stem(word), weight)
        group = [Term("stems", text, weight) for text, weight in found.items()]
        group += [Term("keys", key, SOUND) for key in phonetic_keys(question[token.start : token.end])]
        groups.append(group)
    return groups
