"""Times: whether a sentence speaks of another year or month than the question, and the hours that it names."""

from collections.abc import Iterator

import regex

from index.article import Language
from index.language.calendar_words import MONTHS
from index.language.normalise import fold
from index.language.quantities import quantities
from index.language.tokens import words
from rag.short_answer.parts import Part

_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
_DOUBTFUL = frozenset({"may", "march", "mar", "mai", "sep", "dec", "जन", "फर", "अग"})
_PART = regex.compile(r"(सुबह|तड़के|दोपहर|शाम|रात)(?:\s+के?)?(?:\s+(?:करीब|लगभग|ठीक))?\s*$")
_MORNING = ("सुबह", "तड़के")
# Hours of which half a day is not in doubt: 13 to 23 and, with two digits, midnight.
_OF_24_HOURS = regex.compile(r"(1[3-9]|2[0-3]|१[३-९]|२[०-३]|00|००)[:.]")


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


def times_of_day(sentence: str, source: Language, language: Language) -> Iterator[Part]:
    """Yield the times of the clock in a sentence, said in a language.

    >>> [part.said for part in times_of_day("यान दोपहर 12 बजकर 1 मिनट पर उड़ा।", "hi", "en")]
    ['12:01 pm']
    >>> [part.said for part in times_of_day("It was sent at 9.39 am.", "en", "hi")]
    ['सुबह 9:39 बजे']
    >>> [part.said for part in times_of_day("गाड़ी 15:30 बजे छूटी।", "hi", "en")]
    ['15:30']
    """
    for quantity in quantities(sentence):
        if quantity.kind != "time":
            continue
        part = _PART.search(sentence[: quantity.start])
        start = part.start(1) if part else quantity.start
        if source == language:
            yield Part(sentence[start : quantity.end], start, quantity.end)
            continue
        hour, minute = divmod(int(quantity.low), 60)
        time = f"{hour or 12}:{minute:02}"
        if written := _OF_24_HOURS.match(quantity.text):
            time = f"{int(written[1])}:{minute:02}"
            yield Part(time if language == "en" else f"{time} बजे", start, quantity.end)
        elif language == "en":
            named = fold(part[1]) if part else ""
            half = f" {'am' if named in map(fold, _MORNING) or (named == 'रात' and hour < 6) else 'pm'}" if part else ""
            yield Part(time + half, start, quantity.end)
        else:
            yield Part(_in_hindi(hour, time, fold(quantity.text)), start, quantity.end)


def _in_hindi(hour: int, time: str, said: str) -> str:
    if "a" in said and "m" in said:
        named = "सुबह" if 4 <= hour < 12 else "रात"
    elif "p" in said and "m" in said:
        named = "दोपहर" if hour in (0, 1, 2, 3) else "शाम" if hour < 7 else "रात"
    else:
        named = ""
    return f"{named} {time} बजे".strip()
