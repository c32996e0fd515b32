"""Plain text as a reader saves it from a news site: section, headline, standfirst, byline, dates, then the body."""

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from index.language.calendar_words import MONTHS, one_of
from index.language.normalise import fold, fold_newlines
from index.language.paragraphs import paragraphs
from index.language.tokens import words
from index.readers.building import MAX_BODY
from index.readers.decode import decode_words
from index.readers.draft import Document, Draft, UnfitError
from index.readers.faults import InputFault
from index.readers.furniture import is_furniture
from index.readers.text_lines import Kind, Mark, ends_sentence, fields_of, marks_of
from index.reasons import because

# Above its first byline or date a page has a section, a headline and a standfirst, wrapped once or twice at most.
_MOST_LINES_ABOVE, _MOST_SENTENCES_ABOVE, _LONGEST_ABOVE = 6, 2, 400
_BYLINE_KINDS: frozenset[Kind] = frozenset({"author", "first_published", "published", "updated"})
_LONGEST_HEADLINE = 200
_CONNECTOR_WORDS = 4
_SECTION_NAMES = (
    "india|national|nation|world|international|politics|business|economy|markets|companies|sports|sport|cricket|science|"
    "technology|tech|health|education|entertainment|lifestyle|opinion|editorial|cities|city|states|environment|defence|"
    "law|crime|news|top news|भारत|देश|राष्ट्रीय|दुनिया|विदेश|विश्व|अंतरराष्ट्रीय|राजनीति|कारोबार|व्यापार|अर्थव्यवस्था|बाजार|खेल|"
    "क्रिकेट|विज्ञान|तकनीक|प्रौद्योगिकी|टेक|स्वास्थ्य|सेहत|शिक्षा|मनोरंजन|संपादकीय|विचार|राज्य|शहर|पर्यावरण|रक्षा|कानून|अपराध|"
    "समाचार|खबर|ताजा खबरें"
)
_SECTIONS = frozenset(fold(name) for name in _SECTION_NAMES.split("|"))
_BREADCRUMB = regex.compile(r".{1,60}\s[>»›/]\s.{1,60}")
_DATELINE = regex.compile(
    r"[\p{L}\p{M}.]+(?:[ -][\p{L}\p{M}.]+){0,3}\s*,\s*"
    rf"(?:\d{{1,2}}\s+{one_of(MONTHS)}|{one_of(MONTHS)}\.?\s+\d{{1,2}})(?:,?\s+\d{{4}})?\s*(?:\([^)]{{1,30}}\))?\s*"
    r"(?:[:：—–।]|-\s)"
)


def read(document: Document) -> Iterator[Draft]:
    """Yield the one article of a plain-text file."""
    text = decode_words(document.load())
    if len(text) > MAX_BODY:
        raise UnfitError(because(InputFault.LONG_TEXT, count=len(text), most=MAX_BODY))
    yield parse(text)


def parse(text: str) -> Draft:
    r"""Take a saved article apart; what is not there stays empty, and a text of paragraphs only is all body.

    >>> draft = parse("खेल\n\nपुल बन गया\n\nलेखक: मीरा सेन\n4 दिसंबर 2025\n\nपुल कल खुलेगा।\n")
    >>> draft.section, draft.headline, draft.author, draft.published, draft.body
    ('खेल', 'पुल बन गया', 'मीरा सेन', '4 दिसंबर 2025', 'पुल कल खुलेगा।')
    >>> parse("Bridge opens\n\nIt opened on Monday.").headline
    'Bridge opens'
    """
    written = fold_newlines(text).split("\n")
    lines = [line.rstrip() for line in written]
    end, below = _cut_tail(lines)
    start, above, marks = _cut_head(lines, end)
    fields: dict[str, Any] = {**fields_of([*marks, *below])}
    section, headline, standfirst = _headings(above, has_headline="headline" in fields)
    if not above and "headline" not in fields:
        start, section, headline = _headline_of_plain_text(lines, start, end)
    headline, standfirst = fields.pop("headline", headline), fields.pop("standfirst", standfirst)
    body = _body(written[start:end], (headline, standfirst))
    return Draft(
        body=body,
        headline=headline,
        standfirst=standfirst,
        section=fields.pop("section", section),
        place=fields.pop("place", "") or _place(body),
        **fields,
    )


def _cut_tail(lines: Sequence[str]) -> tuple[int, list[Mark]]:
    """Return where the body ends and what stands below it about the article."""
    end, marks = len(lines), list[Mark]()
    while end:
        line = lines[end - 1]
        # A bare agency or address below the text may be a part of it.
        found = [mark for mark in marks_of(line) if mark.kind not in ("author", "url") or mark.value != line.strip()]
        if line and not found and not is_furniture(line):
            break
        marks[:0] = found
        end -= 1
    return end, marks


def _cut_head(lines: Sequence[str], end: int) -> tuple[int, list[str], list[Mark]]:
    """Return where the body begins, the lines above the bylines and dates, and what these say."""
    start, above, marks = 0, list[str](), list[Mark]()
    while True:
        begin = _next_mark(lines, start, end)
        if begin is None:
            return start, above, marks
        kept = [line for line in lines[start:begin] if not is_furniture(line)]
        if above and not all(_is_connector(line) for line in kept):
            return start, above, marks
        above = above or kept
        start = _take_marks(lines, begin, end, marks)


def _is_connector(line: str) -> bool:
    """Tell whether a line between byline and date may be a place or a post rather than text."""
    return len(words(line)) <= _CONNECTOR_WORDS and not ends_sentence(line)


def _next_mark(lines: Sequence[str], start: int, end: int) -> int | None:
    """Return the next line that is a mark, if what stands before it can be headings."""
    plain = sentences = 0
    for number in range(start, end):
        line = lines[number]
        if not line or is_furniture(line):
            continue
        found = marks_of(line)
        # The first line of all is a headline even if it begins with "By".
        if found and (start or plain or found[0].kind != "author" or ":" in line):
            return number if sentences <= (_MOST_SENTENCES_ABOVE if found[0].kind in _BYLINE_KINDS else 0) else None
        plain += 1
        sentences += ends_sentence(line)
        if plain > _MOST_LINES_ABOVE or len(line) > _LONGEST_ABOVE:
            return None
    return None


def _take_marks(lines: Sequence[str], number: int, end: int, marks: list[Mark]) -> int:
    """Take a run of marks, with the name under "Published by"; return the line after it."""
    while number < end:
        line = lines[number]
        found = marks_of(line)
        if line and not found and not is_furniture(line):
            break
        number += 1
        if found and found[-1] == Mark("author", ""):
            number = _skip_blank(lines, number, end)
            if number < end and len(words(lines[number])) <= 8 and not ends_sentence(lines[number]):
                found = [*found[:-1], *(_name_in(lines[number]))]
                number += 1
        marks.extend(found)
    return number


def _name_in(line: str) -> list[Mark]:
    return marks_of(line) or [Mark("author", line.strip())]


def _skip_blank(lines: Sequence[str], number: int, end: int) -> int:
    while number < end and not lines[number]:
        number += 1
    return number


def _headings(above: Sequence[str], *, has_headline: bool) -> tuple[str, str, str]:
    """Return section, headline and standfirst from the lines above the byline."""
    text = "\n".join(above)
    items = [" ".join(text[start:end].split()) for start, end in paragraphs(text)]
    section = ""
    if items and (has_headline or len(items) > 1) and _is_section(items):
        section, items = items[0], items[1:]
    headline = items.pop(0) if items and not has_headline else ""
    return section, headline, " ".join(items)


def _is_section(items: Sequence[str]) -> bool:
    """Tell whether the first of several headings is the section: by its name, or by its shortness before two more."""
    first = items[0]
    if fold(first) in _SECTIONS or _BREADCRUMB.fullmatch(first):
        return True
    count = len(words(first))
    return not ends_sentence(first) and ((len(items) > 2 and count <= 3) or count == 1)


def _headline_of_plain_text(lines: Sequence[str], start: int, end: int) -> tuple[int, str, str]:
    """Return where the body begins, the section and the headline of a text without a byline or a date above it."""
    section = ""
    number = _skip_blank(lines, start, end)
    if number < end and fold(lines[number].strip()) in _SECTIONS and _is_heading(lines, number, end):
        after = _skip_blank(lines, number + 1, end)
        if _is_heading(lines, after, end):
            section, number = lines[number].strip(), after
    if not _is_heading(lines, number, end):
        return start, "", ""
    return number + 1, section, lines[number].strip()


def _is_heading(lines: Sequence[str], number: int, end: int) -> bool:
    """Tell whether a line stands alone, is short, ends no sentence and has text below it."""
    if number + 2 >= end or not lines[number] or lines[number + 1]:
        return False
    return len(lines[number]) <= _LONGEST_HEADLINE and not ends_sentence(lines[number])


def _body(lines: Sequence[str], headings: tuple[str, str]) -> str:
    """Return the lines of the body as they are, without furniture and headings that stand there once more."""
    kept: list[str] = []
    repeated = {fold(heading) for heading in headings if heading}
    for line in lines:
        bare = " ".join(line.split())
        left_out = not bare or is_furniture(bare) or (not any(kept) and fold(bare) in repeated)
        kept.append("" if left_out else line)
    return regex.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n").rstrip()


def _place(body: str) -> str:
    """Return the place of a dateline with a date, such as "नई दिल्ली, 4 दिसंबर:", which stays in the body."""
    beginning = body.lstrip()[:160]
    return beginning.partition(",")[0].strip() if _DATELINE.match(fold(beginning)) else ""
