"""Whether an ASCII full stop ends a sentence or only shortens a word, in Hindi and English news."""

import regex

from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.function_words import word_set
from index.language.normalise import fold

# Dotted: a single letter and a full stop stand before it, as in U.S. and सी.बी.आई., not in pib.gov.in.
_WORD_BEFORE = regex.compile(
    r"(?<dotted>(?<![\p{L}\p{M}])(?:\p{Latin}|[\u0900-\u097f]{1,4})\.)?(?<word>[\p{L}\p{M}\p{N}\u200c\u200d]+)\Z"
)
_WORD_AFTER = regex.compile(r"[\"'“‘«(\[]*(?<word>[\p{L}\p{M}\u200c\u200d]+|\p{Nd})(?<point>\.)?")
# The longest word looked at; it keeps the work per full stop bounded.
_REACH = 24

# Titles and the like stand before a name and never end a sentence.
_TITLES = word_set(
    """
    dr mr mrs ms prof lt gen col maj capt cdr cmde brig adm sgt gp sqn flt wg hon rev smt shri sri st mt ft mohd
    vs viz cf
    """
)
_BEFORE_NUMBER = word_set("rs re no nos art sec fig ch vol pp p para cl sr eq approx") | frozenset(MONTHS)
# These may well be the last word; a following word that usually opens a sentence decides.
_MAY_END = word_set("inc ltd co corp pvt bros jr sr etc dept govt univ dist assn est md sk adv gov rep pt al sub")
_OPENERS = word_set(
    """
    the he she it they this that these those there here in on at but and so if when while after before as for
    from his her its their we you our i a an however according meanwhile earlier later also although since both
    all some many no not what who
    """
)
_AFTER_CLOCK = word_set("ist gmt utc est edt et pst local indian") | frozenset(WEEKDAYS) | frozenset(MONTHS)

_DEVANAGARI = regex.compile("[\u0900-\u097f]")
_ONE_SYLLABLE = regex.compile("(?:[क-ह]्)*[क-हऄ-औ][ा-ौंःृ]*")
_LETTER_NAMES = word_set("ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड")
_HINDI_SHORTENED = word_set("इंजी एड एडवो लेफ्टि लेफ्ट अनु सुश्री श्रीमती विधा मिमी") | _LETTER_NAMES - {"आई"}
# Syllables that end sentences as words; any other syllable before a full stop is an abbreviation (डॉ. पं. रु. कि.मी.).
_SHORT_ENDINGS = word_set("है हैं था थी थे थीं की कीं दी दीं ली लीं हो हूं दो लो दे जा आ भी ही तो ना न गा गी गे में से को क्या")


def ends_sentence(text: str, start: int, stop: int, following: int) -> bool:
    """Tell whether the full stop at `stop` ends the sentence begun at `start`; the next character is at `following`.

    >>> text = "डॉ. सिंह आए. वे रुके."
    >>> ends_sentence(text, 0, 2, 4), ends_sentence(text, 0, 11, 13)
    (False, True)
    >>> text = "Lt. Gen. Rao left. It rained."
    >>> ends_sentence(text, 0, 7, 9), ends_sentence(text, 0, 17, 19)
    (False, True)
    """
    before = _WORD_BEFORE.search(text, max(start, stop - _REACH), stop)
    if before is None:
        return True
    after = _WORD_AFTER.match(text, following, following + _REACH)
    word, dotted = fold(before["word"]), before["dotted"] is not None
    next_word = fold(after["word"]) if after else ""
    if _DEVANAGARI.match(word):
        spaced = following > stop + 1
        return _ends_hindi(word, dotted, next_word, spaced, initials=after is not None and after["point"] is not None)
    opener = next_word in _OPENERS and not (after and after["point"])
    return _ends_english(text[max(start, stop - 3) : stop].lower(), word, dotted, next_word, opener)


def _ends_hindi(word: str, dotted: bool, next_word: str, spaced: bool, *, initials: bool) -> bool:
    if word in MONTHS and next_word.isdigit():
        return False
    if not spaced:  # "है.उन्होंने": only after a word that can end a sentence, never inside सी.बी.आई
        return not dotted and word in _SHORT_ENDINGS
    if word in _HINDI_SHORTENED or (word == "आई" and (dotted or initials)):
        return False
    return word in _SHORT_ENDINGS or not _ONE_SYLLABLE.fullmatch(word)


def _ends_english(tail: str, word: str, dotted: bool, next_word: str, opener: bool) -> bool:
    if tail in ("a.m", "p.m"):
        return next_word not in _AFTER_CLOCK
    if dotted or (len(word) == 1 and word.isalpha()):  # U.S. and J. K. Rowling
        return opener
    if word in _TITLES:
        return False
    if word in _BEFORE_NUMBER and next_word.isdigit():
        return False
    return word not in _MAY_END or opener
