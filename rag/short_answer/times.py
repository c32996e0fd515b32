"""Whether a sentence speaks of another time than the question."""

import regex

from index.language.calendar_words import MONTHS
from index.language.tokens import words

_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_DOUBTFUL = frozenset({"may", "march", "mar", "mai", "sep", "dec", "जन", "फर", "अग"})


def is_of_another_time(question: str, sentence: str) -> bool:
    """Tell whether both name years, or months, and none of them is the same.

    >>> is_of_another_time("How many payments in August 2022?", "जुलाई 2023 में 996 करोड़ भुगतान हुए।")
    True
    >>> is_of_another_time("How many payments in July 2023?", "जुलाई 2023 में 996 करोड़ भुगतान हुए।")
    False
    """
    asked, told = _times(question), _times(sentence)
    return any(one and other and one.isdisjoint(other) for one, other in zip(asked, told, strict=True))


def _times(text: str) -> tuple[set[str], set[str]]:
    found = words(text)
    years = {word for word in found if _YEAR.fullmatch(word)}
    return years, {str(MONTHS[word]) for word in found if word in MONTHS and word not in _DOUBTFUL}
