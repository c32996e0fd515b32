"""Reads one number from a run of digits and number words: 5.43 अरब, साढ़े तीन लाख, two hundred and five thousand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from index.language.function_words import word_set
from index.language.quantity_words import (
    ADDENDS,
    DOUBTFUL,
    FRACTIONS,
    HALVES,
    NEVER_ALONE,
    NUMBERS,
    ROMAN_UNITS,
    SCALES,
    TENS,
)

_HUNDRED = Decimal(100)
_INDEFINITE = word_set("कई कुछ several few many some kai kuch")
_ONES = frozenset({"one", "एक", "ek"})
_LONGEST_DIGITS = 24


class Item(NamedTuple):
    """A number, word or sign of a text; `text` is folded, `surface` is not."""

    kind: str
    text: str
    start: int
    end: int
    surface: str


class Numeral(NamedTuple):
    """A number as written: `scale` is the last of its hundreds, lakhs …; `last` the place of the item behind it.

    `digits`: it is written in figures; `year`: in four figures alone; `needs_unit`: its word is no number by itself.
    """

    value: Decimal
    scale: Decimal
    last: int
    digits: bool
    year: bool
    needs_unit: bool


@dataclass(slots=True)
class _Sum:
    """What was read so far: whole groups, and the group that is being read."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    scale: Decimal = Decimal(1)  # the last, a hundred or more
    group: Decimal | None = None  # that of the last whole group
    before: str = ""  # what came last: digits, number, tens, hundred, scale

    def add(self, number: Decimal, kind: str) -> bool:
        """Take a number below a hundred or figures; false where it cannot go on from what was read."""
        if self.current is None and (self.before in ("", "scale", "addend")):
            if self.group is not None and number >= self.group:
                return False
            self.current = number
        elif self.current is not None and self._goes_on(number, kind):
            self.current += number
        else:
            return False
        self.before = kind
        return True

    def _goes_on(self, number: Decimal, kind: str) -> bool:
        """Tell whether a number may follow a twenty or a hundred."""
        if self.before == "tens":
            return kind == "number" and 0 < number < 10
        return self.before == "hundred" and number < _HUNDRED

    def multiply(self, scale: Decimal) -> bool:
        """Take a hundred, thousand, lakh …; false where it cannot go on from what was read."""
        if scale == _HUNDRED and self.before in ("", "number", "digits"):
            self.current, self.before = (Decimal(1) if self.current is None else self.current) * scale, "hundred"
            self.scale = scale
            return True
        if self.current is None:
            if self.group is not None and scale < self.group:
                return False
            self.total = (self.total or Decimal(1)) * scale
        elif self.group is not None and scale > self.group:
            self.total, self.current = (self.total + self.current) * scale, None
        else:
            self.total, self.current = self.total + self.current * scale, None
        self.before, self.scale, self.group = "scale", scale, scale
        return True


def numeral_at(items: Sequence[Item], place: int) -> Numeral | None:
    """Return the number that begins at a place, as long as it goes on; None where there is none."""
    if place >= len(items) or (items[place].text in SCALES and not _may_open(items, place)):
        return None
    read, at = _Sum(), place
    addend = ADDENDS.get(items[place].text)
    needs_unit = items[place].text in _ONES
    if addend is not None:
        at += 1
    elif items[place].text in HALVES or (items[place].text in ("a", "an") and _is_scale(items, place + 1)):
        return _half_or_one(items, place)
    while at < len(items) and (at == place or _joined(items, at)):
        if not _take(read, items, at):
            break
        at += 1
        if at + 1 < len(items) and items[at].text == "and" and read.before in ("hundred", "scale"):
            at += 1 if items[at + 1].text in NUMBERS and _take(replace(read), items, at + 1) else 0
    if addend is not None and at > place + 1:
        _with_addend(read, addend, items[place + 1].text)
    elif addend is not None or at == place:
        return None
    value, at = _and_a_half(items, at, read)
    figures = at == place + 1 and items[place].kind == "number"
    return Numeral(
        value,
        read.scale,
        at,
        items[place].kind == "number",
        figures and len(items[place].text) == 4 and items[place].text.isdigit(),
        needs_unit and at == place + 1,
    )


def _may_open(items: Sequence[Item], place: int) -> bool:
    """Tell whether a scale may begin a number: हज़ार रुपये is a thousand, several thousand is none."""
    return items[place].text not in NEVER_ALONE and (place == 0 or items[place - 1].text not in _INDEFINITE)


def _is_scale(items: Sequence[Item], place: int) -> bool:
    return place < len(items) and items[place].text in SCALES


def _joined(items: Sequence[Item], at: int) -> bool:
    """Tell whether an item goes on from the one before: a comma or a full stop would be an item between them."""
    return items[at].kind != "sign" or (items[at].text == "-" and at + 1 < len(items))


def _take(read: _Sum, items: Sequence[Item], at: int) -> bool:
    item = items[at]
    word = item.text
    if item.kind == "number":
        return (
            len(word) <= _LONGEST_DIGITS
            and read.before != "digits"
            and read.add(Decimal(word.replace(",", "")), "digits")
        )
    if word in SCALES:
        return read.multiply(Decimal(SCALES[word]))
    if word in FRACTIONS:
        return read.add(FRACTIONS[word], "number")
    if word == "-":
        return read.before == "tens" and 0 < NUMBERS.get(items[at + 1].text, 0) < 10
    number = NUMBERS.get(word)
    if number is None and word in DOUBTFUL and at + 1 < len(items):
        number = DOUBTFUL[word] if items[at + 1].text in ROMAN_UNITS else None
    return number is not None and read.add(Decimal(number), "tens" if word in TENS else "number")


def _with_addend(read: _Sum, addend: Decimal, following: str) -> None:
    """Add the साढ़े, सवा or पौने that opened a number to its first part; before a scale alone it stands for one more."""
    if following in SCALES:
        opened = Decimal(SCALES[following])
        extra = opened * addend
    else:
        scale = read.scale if read.total or read.before == "hundred" else Decimal(1)
        extra = scale * addend
    if read.current is not None:
        read.current += extra
    else:
        read.total += extra


def _and_a_half(items: Sequence[Item], at: int, read: _Sum) -> tuple[Decimal, int]:
    value = read.total + (read.current or 0)
    if tuple(item.text for item in items[at : at + 3]) == ("and", "a", "half"):
        value, at = value + Decimal("0.5"), at + 3
        if _is_scale(items, at):
            read.scale = Decimal(SCALES[items[at].text])
            return value * read.scale, at + 1
    return value, at


def _half_or_one(items: Sequence[Item], place: int) -> Numeral | None:
    """Read "half a million", "a hundred and five", "आधा घंटा", "a dozen"."""
    if items[place].text in HALVES:
        at = place + 1 + (place + 1 < len(items) and items[place + 1].text in ("a", "an"))
        if _is_scale(items, at):
            scale = Decimal(SCALES[items[at].text])
            return Numeral(scale / 2, scale, at + 1, False, False, False)
        return Numeral(Decimal("0.5"), Decimal(1), at, False, False, True)
    opened = Item("word", "one", items[place].start, items[place].end, items[place].surface)
    return numeral_at([*items[:place], opened, *items[place + 1 :]], place)
