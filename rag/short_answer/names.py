"""The names in a sentence: capitalised words in English, and in Hindi runs of words that are no common ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from index.language.calendar_words import FULL_WEEKDAYS, MONTHS
from index.language.normalise import fold
from index.language.phonetic import phonetic_keys
from index.language.quantities import quantities
from index.language.stems import is_stop_word, stem
from index.language.tokens import Token, tokens
from index.word_neighbours import WordNeighbours
from rag.short_answer.gazetteer import place_called
from rag.short_answer.name_words import GIVEN, NO_NAMES, ORGANISATIONS, PEOPLES, PLACES, ROLES

LONGEST, _TITLES = 7, 3
# A word whose nearest translation is as near, and sounds otherwise, is a common one.
COMMON, _NEAREST = 0.6, 4
_DEVANAGARI = regex.compile(r"\p{Devanagari}")
_CAPITAL = regex.compile(r"\p{Lu}")
_AUXILIARIES = frozenset(
    fold(
        "दिया दिए दी देगा देगी देंगे देना लिया लिए ली लेगा लेगी लेंगे लेना गया गई गए जाएगा जाएगी जाएंगे रहा रही रहे चुका "
        "चुकी चुके सका सकी सके सकता सकती सकते पाया पाई पाए पड़ा पड़ी पड़े"
    ).split()
)
_VENUES = frozenset({"stadium", "airport", "station"})
_INITIAL = regex.compile(r"(?:\p{Lu}|\p{Devanagari}{1,5})\.\s?")
_JOINTS = frozenset({"de", "da", "del", "la", "bin", "al", "van", "von"})
# What "of" belongs to a name behind: Bank of India, but not Vetter of Germany.
_BEFORE_OF = frozenset({"bank", "republic", "university", "confederation", "house", "institute", "survey", "court"})
_VERB = regex.compile(
    r".{1,4}(?:ना|ने|नी|ता|ते|ती|ाया|ाई|ाए)|.+(?:ाना|ाने|कर|ेगा|ेगी|ेंगे|एगा|एगी)|किया|किए|की|दिया|दिए|दी|लिया|लिए|ली|हुआ|हुई|हुए|गया|गई|गए|"
    r"था|थी|थे|है|हैं|बना|बने|बनी|चुना|मिला|मिली|मिले|रहा|रही|रहे|जीता|हारा|कहा|आया|आई|आए|उतरा|उतरी|चला|चली|चले|वाला|वाली|वाले"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``sentence[start:end]``: what stands before it, and how much of it is surely no common word, 0…1."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    titles: tuple[str, ...]  # roles said right before it, by their first words
    surely: float
    is_known_place: bool
    organisation: str | None  # the word by which it is one
    place: str | None  # the word that says what kind of place it is, in it or right behind it


def names(sentence: str, neighbours: WordNeighbours | None) -> list[Name]:
    """Return the names of a sentence, in order, not overlapping.

    >>> [name.text for name in names("Senior advocate Harish Salve met Nirmala Sitharaman in Delhi on Monday.", None)]
    ['Harish Salve', 'Nirmala Sitharaman', 'Delhi']
    >>> [name.text for name in names("इलेक्ट्रॉनिकी मंत्री अश्विनी वैष्णव ने मोहाली में यह कहा।", None)]
    ['अश्विनी वैष्णव', 'मोहाली']
    """
    found = tokens(sentence)
    counted = [(q.start, q.end) for q in quantities(sentence) if q.kind != "label"]
    hindi = _DEVANAGARI.search(sentence) is not None
    runs = _hindi_runs(sentence, found, counted) if hindi else _english_runs(sentence, found, counted)
    named = (_name(sentence, found, run, neighbours, hindi=hindi) for run in runs)
    return [name for name in named if name]


def _english_runs(sentence: str, found: Sequence[Token], counted: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    run: list[int] = []
    for place, token in enumerate(found):
        surface = sentence[token.start : token.end]
        capital = _CAPITAL.match(surface) is not None and not _is_other(sentence, token, counted)
        joined = bool(run) and _is_joined(sentence, found, run[-1], place)
        of = surface in _JOINTS or (surface == "of" and bool(run) and found[run[-1]].text in _BEFORE_OF)
        if capital or (run and joined and of):
            if not joined:
                yield run
                run = []
            run.append(place)
        elif run and joined and token.text.isdigit() and not any(a <= token.start < b for a, b in counted):
            run.append(place)
        else:
            yield run
            run = []
    yield run


def _is_other(sentence: str, token: Token, counted: Sequence[tuple[int, int]]) -> bool:
    if token.text in MONTHS or token.text in FULL_WEEKDAYS or any(a <= token.start < b for a, b in counted):
        return True
    return is_stop_word(token.text) and _INITIAL.match(sentence, token.start) is None


def _hindi_runs(sentence: str, found: Sequence[Token], counted: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    run: list[int] = []
    for place, token in enumerate(found):
        joined = bool(run) and _is_joined(sentence, found, run[-1], place)
        initial = (
            _INITIAL.match(sentence, token.start) is not None
            and token.end < len(sentence)
            and sentence[token.end] == "."
        )
        stops = (
            (
                is_stop_word(token.text)
                or token.text in MONTHS
                or token.text in FULL_WEEKDAYS
                or token.text in NO_NAMES
                or _VERB.fullmatch(token.text) is not None
                or any(a <= token.start < b for a, b in counted)
            )
            and token.text not in GIVEN
            and (is_stop_word(token.text) or place_called(token.text) is None)  # पटना is no verb
            and not initial
        )
        if stops or not joined:
            yield run
            run = []
        if not stops:
            run.append(place)
    yield run


def _is_joined(sentence: str, found: Sequence[Token], before: int, place: int) -> bool:
    gap = sentence[found[before].end : found[place].start]
    if gap in ("-", "–", " ", "\u00a0"):
        return True
    return gap.strip() == "." and found[before].end - found[before].start <= 4


def _name(
    sentence: str, found: Sequence[Token], run: list[int], neighbours: WordNeighbours | None, *, hindi: bool
) -> Name | None:
    while run and sentence[found[run[-1]].start : found[run[-1]].end] in {*_JOINTS, "of"}:
        run = run[:-1]
    run, titles = _untitled(sentence, found, run)
    common = {
        place: _is_common(sentence[found[place].start : found[place].end], found[place].text, neighbours)
        for place in run
    }
    organisation = _organisation(found, run)
    if hindi:
        run = _trimmed(found, run, common, titles=bool(titles), organisation=bool(organisation))
    if not run or len(run) > LONGEST or all(found[place].text in PEOPLES for place in run):
        return None
    words = tuple(found[place].text for place in run)
    text = sentence[found[run[0]].start : found[run[-1]].end]
    known = place_called(text) is not None
    if len(run) == 1 and not known and (role_of(words[0]) or (common[run[0]] and words[0] not in GIVEN)):
        return None
    behind = [found[run[-1] + 1].text] if run[-1] + 1 < len(found) else []
    kind = next((PLACES[one] for word in (*words[::-1], *behind) for one in (word, stem(word)) if one in PLACES), None)
    surely = 1.0 if known else sum(not common[place] for place in run) / len(run)
    end = found[run[-1]].end
    return Name(found[run[0]].start, end, text, words, tuple(titles), surely, known, organisation, kind)


def _untitled(sentence: str, found: Sequence[Token], run: list[int]) -> tuple[list[int], list[str]]:
    """Return a run without the roles that open it, or that stand right before it, and these roles."""
    cut = max((at for at, place in enumerate(run[:-1]) if role_of(found[place].text)), default=-1)
    titles = [role for place in run[: cut + 1] if (role := role_of(found[place].text))]
    run = run[cut + 1 :]
    before = run[0] - 1 if run and not titles else -1  # senior advocate Harish Salve
    while before >= 0 and len(titles) < _TITLES and _is_joined(sentence, found, before, before + 1):
        role = role_of(found[before].text)
        if role is None:
            break
        titles.append(role)
        before -= 1
    return run, titles


def _trimmed(
    found: Sequence[Token], run: list[int], common: Mapping[int, bool], *, titles: bool, organisation: bool
) -> list[int]:
    """Return a Hindi run without the common words round it: what stands behind a title is a name as it is."""
    while len(run) > 1 and common[run[0]] and not titles and found[run[0]].text not in GIVEN:
        run = run[1:]
    while len(run) > 1 and common[run[-1]] and not _may_end(found[run[-1]].text) and not organisation:
        run = run[:-1]
    while run and run[-1] + 1 < len(found) and found[run[-1] + 1].text in _AUXILIARIES:
        if found[run[-1]].text in GIVEN:
            break
        run = run[:-1]  # सौंप दिया
    return run


def _may_end(word: str) -> bool:
    """Tell whether a common word ends a name: गांधी मैदान."""
    return word in GIVEN or PLACES.get(word) in _VENUES


def role_of(word: str) -> str | None:
    """Return the first word of the line of roles that a word stands on, None where it is no role."""
    if word in GIVEN:
        return None
    return ROLES.get(word) or (ROLES.get(stem(word)) if len(word) > 3 else None)


def _organisation(found: Sequence[Token], run: Sequence[int]) -> str | None:
    if len(run) < 2:
        return None
    for place in (run[-1], run[0]):
        word = found[place].text
        if word in ORGANISATIONS or stem(word) in ORGANISATIONS:
            return ORGANISATIONS.get(word) or ORGANISATIONS[stem(word)]
    return None


def _is_common(surface: str, word: str, neighbours: WordNeighbours | None) -> bool:
    """Tell whether a word is more likely a common one than a name."""
    if word in GIVEN or place_called(word) is not None:
        return False
    if word in ORGANISATIONS or word in PLACES or word in ROLES:
        return True
    if surface[0].isascii():  # a capital tells
        return False
    near = neighbours.of(word) if neighbours else ()
    keys = set(phonetic_keys(surface))
    alike = any(keys.intersection(phonetic_keys(other)) for other, _ in near[:_NEAREST])
    return bool(near) and near[0][1] >= COMMON and not alike
