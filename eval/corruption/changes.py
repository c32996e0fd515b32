"""Changes after which a sentence no longer follows: a number, name, date or unit is another one, or it is negated.

Each takes a sentence, its language and a source of chance, and returns the changed sentence, or None where it finds
nothing to change. Numbers are found by patterns of this file, not by the reader that the verifier uses.
"""

from collections.abc import Callable
from functools import cache
from random import Random

import regex

from eval.corruption.names import NAMES, Name

Change = Callable[[str, str, Random], str | None]

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}
MONTHS = {language: listed.split() for language, listed in _MONTHS.items()}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
}
WEEKDAYS = {language: listed.split() for language, listed in _WEEKDAYS.items()}
_SMALL = {
    "en": "two three four five six seven eight nine ten twelve",
    "hi": "दो तीन चार पाँच छह सात आठ नौ दस बारह",
}
SMALL = {language: listed.split() for language, listed in _SMALL.items()}
_LETTER = r"[\p{L}\p{M}\p{Nd}]"
_ANY_MONTH = "|".join(MONTHS["en"] + MONTHS["hi"])
# Neither the days and years of dates nor times of day nor numbers inside names.
_FIGURES = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{Nd}},.:-])\p{{Nd}}[\p{{Nd}},]*(?:\.\p{{Nd}}+)?(?![\p{{L}}\p{{M}}\p{{Nd}}:-]|[.,]\p{{Nd}})"
    rf"(?!\s*(?:{_ANY_MONTH}|बजे|बजकर|am|pm)(?!{_LETTER}))"
)
_DAY = regex.compile(
    rf"(?<!{_LETTER})\p{{Nd}}{{1,2}}(?=\s(?:{_ANY_MONTH})(?!{_LETTER}))"
    rf"|(?<=(?:{_ANY_MONTH})\s)\p{{Nd}}{{1,2}}(?!{_LETTER})"
)
_YEAR = regex.compile(r"(?<![\p{L}\p{M}\p{Nd}.,₹$-])(?<!Rs )(?:19|20)\p{Nd}\p{Nd}(?![\p{L}\p{M}\p{Nd}-]|[.,]\p{Nd})")


def _words(words: list[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!{_LETTER})(?:{'|'.join(words)})(?!{_LETTER})")


_MONTH_WORD = {language: _words(words) for language, words in MONTHS.items()}
_WEEKDAY_WORD = {language: _words(words) for language, words in WEEKDAYS.items()}
_SMALL_WORD = {language: _words(words) for language, words in SMALL.items()}


def change_number(text: str, language: str, chance: Random) -> str | None:
    """Write another number, at least a tenth away."""
    places = [match for match in _FIGURES.finditer(text) if not _YEAR.fullmatch(match[0])]
    small = list(_SMALL_WORD[language].finditer(text))
    if not places and not small:
        return None
    match = chance.choice(places or small)
    if not places:
        return _put(text, match, chance.choice([word for word in SMALL[language] if word != match[0]]))
    return _put(text, match, _another(match[0], chance))


def _another(figures: str, chance: Random) -> str:
    plain = figures.replace(",", "")
    decimals = len(plain.partition(".")[2])
    value = float(plain)
    while True:
        new = value * chance.choice((0.2, 0.5, 0.7, 0.85, 1.15, 1.3, 1.6, 2, 3)) + chance.choice((0, 0, 1, 2))
        written = f"{new:.{decimals}f}"
        if abs(float(written) - value) >= 0.1 * value and float(written) > 0:
            break
    return f"{float(written):,.{decimals}f}" if "," in figures else written


def swap_name(text: str, language: str, chance: Random) -> str | None:
    """Write another name of the same sort."""
    found = [(name, match) for name in NAMES if (match := standing(name, text, language))]
    if not found:
        return None
    longest = [
        (name, match)
        for name, match in found
        if not any(o.span() != match.span() and o.start() <= match.start() and match.end() <= o.end() for _, o in found)
    ]
    name, match = chance.choice(longest)
    others = [
        other
        for other in NAMES
        if other.sort == name.sort and _is_other(other, name) and other.written(language) not in text
    ]
    return _put(text, match, chance.choice(others).written(language))


def standing(name: Name, text: str, language: str) -> regex.Match[str] | None:
    """Return where a name stands in a text as a word of its own."""
    written = name.written(language)
    return _alone(written).search(text) if written in text else None


@cache
def _alone(written: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}.-]){regex.escape(written)}(?!{_LETTER})")


@cache
def _before(unit: str) -> regex.Pattern[str]:
    return regex.compile(rf"{_BEFORE_A_UNIT}{unit}(?!{_LETTER})")


def _is_other(one: Name, other: Name) -> bool:
    """Tell whether two names have no word in common: Musk is no wrong name for Elon Musk."""
    return not set(one.en.split()) & set(other.en.split())


def move_date(text: str, language: str, chance: Random) -> str | None:
    """Write another day, month, year or weekday."""
    days, years = list(_DAY.finditer(text)), list(_YEAR.finditer(text))
    months = [match for match in _MONTH_WORD[language].finditer(text) if match[0] != "मई" or days]
    choices: list[tuple[regex.Match[str], list[str]]] = [
        *((match, [str(day) for day in range(1, 29)]) for match in days),
        *((match, [str(int(match[0]) + step) for step in (-3, -2, -1, 1, 2)]) for match in years),
        *((match, MONTHS[language]) for match in months),
    ] or [(match, WEEKDAYS[language]) for match in _WEEKDAY_WORD[language].finditer(text)]
    if not choices:
        return None
    match, others = chance.choice(choices)
    return _put(text, match, chance.choice([other for other in others if other != match[0]]))


_UNITS: dict[str, list[tuple[str, str]]] = {
    "en": [
        ("lakh crore", "crore"), ("crore", "lakh"), ("lakh", "crore"), ("million", "billion"), ("billion", "million"),
        ("percentage points", "percent"), ("percent", "percentage points"), ("per cent", "percentage points"),
        ("km", "metres"), ("metres", "km"), ("dollars", "rupees"), ("rupees", "dollars"), ("days", "weeks"),
        ("weeks", "days"), ("months", "years"), ("years", "months"), ("minutes", "hours"), ("hours", "days"),
        ("seconds", "minutes"), ("kg", "tonnes"), ("tonnes", "kg"), ("acres", "hectares"), ("inches", "feet"),
    ],
    "hi": [
        ("लाख करोड़", "करोड़"), ("करोड़", "लाख"), ("लाख", "करोड़"), ("अरब", "करोड़"), ("हजार", "लाख"),
        ("प्रतिशत", "प्रतिशत अंक"), ("किलोमीटर", "मीटर"), ("मीटर", "किलोमीटर"), ("डॉलर", "रुपये"), ("रुपये", "डॉलर"),
        ("दिन", "हफ्ते"), ("महीने", "साल"), ("साल", "महीने"), ("मिनट", "घंटे"), ("घंटे", "दिन"), ("सेकंड", "मिनट"),
        ("किलो", "टन"), ("टन", "किलो"), ("एकड़", "हेक्टेयर"),
    ],
}  # fmt: skip
_SCALES = "lakh|crore|million|billion|लाख|करोड़|अरब|हजार"
_BEFORE_A_UNIT = rf"(?<=(?:\p{{Nd}}|(?<!{_LETTER})(?:{_SCALES}|{'|'.join(SMALL['en'] + SMALL['hi'])}))[ -]?)"
_RUPEES_OF = regex.compile(r"(?:Rs\.?|₹) ?(?=\p{Nd})")


def change_unit(text: str, language: str, chance: Random) -> str | None:
    """Write another unit or scale behind a number: crore for lakh, percentage points for percent, metres for km."""
    choices: list[tuple[regex.Match[str], str]] = []
    taken: set[int] = set()
    for unit, other in _UNITS[language]:
        for match in _before(unit).finditer(text) if unit in text else ():
            after = text[match.end() : match.end() + 8].lstrip()
            if match.start() not in taken and not after.startswith(("points", "अंक", "पहले", "ago")):
                taken.update(range(*match.span()))
                choices.append((match, other))
    choices += [(match, "$") for match in _RUPEES_OF.finditer(text)]
    if not choices:
        return None
    return _put(text, *chance.choice(choices))


_NEGATABLE = regex.compile(
    r"(?<=[\p{L}\d,)] )(?:is|are|was|were|has|have|had|will|would|can|could|should)(?= [\p{L}\d])(?! not)"
)
_PAST = {
    "won": "win", "said": "say", "got": "get", "took": "take", "became": "become", "left": "leave", "passed": "pass",
    "gave": "give", "beat": "beat", "wrote": "write", "moved": "move", "lost": "lose", "opened": "open", "made": "make",
    "began": "begin", "travelled": "travel", "received": "receive", "promised": "promise", "launched": "launch",
    "voted": "vote", "landed": "land", "rose": "rise", "fell": "fall", "held": "hold",
}  # fmt: skip
_NOT = regex.compile(r" (?:not|never)(?!\p{L})| नहीं(?![\p{L}\p{M}])")
_HINDI_VERBS = (
    "गया|गई|गए|किया|की|किए|हुआ|हुई|हुए|रहा|रही|रहे|दिया|दी|दिए|लिया|ली|लिए|मिले|मिली|मिला|होगा|होगी|होंगे|चुका|चुकी|चुके|जाएगा|जाएगी"
    "|जाएँगे|कहा|बताया|पड़े|आए|आई|आया|करेंगे|था|थी|थे|है|हैं"
)
_HINDI_VERB = regex.compile(rf" (?=(?:[\p{{L}}\p{{M}}]+ )?[\p{{L}}\p{{M}}]*(?:{_HINDI_VERBS})(?: (?:है|हैं|था|थी|थे))?।$)")


def negate(text: str, language: str, chance: Random) -> str | None:
    """Say the contrary: put a "not" or नहीं to the verb, or take it away."""
    denied = _NOT.search(text)
    if denied:
        return text[: denied.start()] + text[denied.end() :]
    if language == "hi":
        match = _HINDI_VERB.search(text)
        return f"{text[: match.start()]} नहीं{text[match.start() :]}" if match else None
    match = _NEGATABLE.search(text)
    if match:
        return f"{text[: match.end()]} not{text[match.end() :]}"
    for past, verb in _PAST.items():
        found = regex.search(rf"(?<= ){past}(?= )", text)
        if found:
            return _put(text, found, f"did not {verb}")
    return None


def _put(text: str, match: regex.Match[str], replacement: str) -> str:
    return text[: match.start()] + replacement + text[match.end() :]


CHANGES: dict[str, Change] = {
    "number": change_number,
    "name": swap_name,
    "date": move_date,
    "negated": negate,
    "unit": change_unit,
}
