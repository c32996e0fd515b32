"""Abbreviations of Indian news as the two languages write them: BJP, भाजपा, बीजेपी; CM, मुख्यमंत्री, Chief Minister.

Neither sound nor spelling joins BJP and भाजपा, so what is written for what is listed; that an abbreviation may also be
written by the names of its letters (बीजेपी) is a rule and needs no line of its own.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from index.filters import Words
from index.language.function_words import word_set
from index.language.normalise import fold
from index.language.tokens import Token, tokens, words
from index.language.transliteration import to_devanagari

# One thing a line, its abbreviations in Latin letters first; one that stands in two lines may mean either.
_LISTED = """
BJP/भाजपा/भारतीय जनता पार्टी/Bharatiya Janata Party
AAP/आम आदमी पार्टी/Aam Aadmi Party
SP/सपा/समाजवादी पार्टी/Samajwadi Party
SP/पुलिस अधीक्षक
BSP/बसपा/बहुजन समाज पार्टी/Bahujan Samaj Party
RJD/राजद/राष्ट्रीय जनता दल/Rashtriya Janata Dal
JDU/जदयू/जनता दल यूनाइटेड/Janata Dal United
JDS/जदएस/जनता दल सेक्युलर/Janata Dal Secular
BJD/बीजद/बीजू जनता दल/Biju Janata Dal
LJP/लोजपा/लोक जनशक्ति पार्टी/Lok Janshakti Party
RLD/रालोद/राष्ट्रीय लोक दल/Rashtriya Lok Dal
INLD/इनेलो
JMM/झामुमो/झारखंड मुक्ति मोर्चा/Jharkhand Mukti Morcha
TDP/तेदेपा/तेलुगु देशम/Telugu Desam
TMC/तृणमूल/तृणमूल कांग्रेस/Trinamool Congress/Trinamool
NCP/राकांपा/राष्ट्रवादी कांग्रेस पार्टी/Nationalist Congress Party
CPM/CPIM/माकपा
CPI/भाकपा
DMK/द्रमुक
AIADMK/अन्नाद्रमुक
NDA/राजग/राष्ट्रीय जनतांत्रिक गठबंधन/National Democratic Alliance
UPA/संप्रग
RSS/राष्ट्रीय स्वयंसेवक संघ/Rashtriya Swayamsevak Sangh
CM/मुख्यमंत्री/Chief Minister
PM/प्रधानमंत्री/Prime Minister
MP/सांसद/Member of Parliament
MP/मध्य प्रदेश/Madhya Pradesh
UP/उत्तर प्रदेश/Uttar Pradesh
MLA/विधायक
MLC/विधान पार्षद
CJI/प्रधान न्यायाधीश/मुख्य न्यायाधीश/Chief Justice
DM/जिलाधिकारी/District Magistrate
DGP/पुलिस महानिदेशक
FIR/प्राथमिकी
EC/ECI/चुनाव आयोग/निर्वाचन आयोग/Election Commission
SC/सुप्रीम कोर्ट/उच्चतम न्यायालय/सर्वोच्च न्यायालय/Supreme Court
HC/हाईकोर्ट/हाई कोर्ट/उच्च न्यायालय/High Court
ED/प्रवर्तन निदेशालय/Enforcement Directorate
CBI/केंद्रीय जांच ब्यूरो
NIA/राष्ट्रीय जांच एजेंसी
RBI/रिजर्व बैंक/Reserve Bank
SBI/स्टेट बैंक/State Bank of India
LIC/जीवन बीमा निगम/Life Insurance Corporation
GST/वस्तु एवं सेवा कर/Goods and Services Tax
GDP/सकल घरेलू उत्पाद
MSP/न्यूनतम समर्थन मूल्य
UCC/समान नागरिक संहिता/Uniform Civil Code
WHO/विश्व स्वास्थ्य संगठन/World Health Organization
UN/संयुक्त राष्ट्र/United Nations
IMF/अंतरराष्ट्रीय मुद्रा कोष
"""
# Acronyms of up to so many letters are spelt out by the names of these.
LONGEST_SPELT_OUT = 6
# In small letters these are other words, of English or of Hindi in Roman letters. In romanised Hindi some are meant
# after all: "up" is the state but in "runner up", "aap" the party beside talk of an election.
_OTHER_WORDS = word_set("aap up us who un ed")
_ALSO_UNITS, _COUNTING = word_set("pm cm mp"), word_set("many much kitne kitna kitni कितने कितना कितनी")
_TAKES_UP = word_set(
    "runner start set follow line back close pick check make warm sit push build wake sign log top mock"
)
_OF_ELECTIONS = word_set(
    "seat seats vote votes party chunav chunaav election jeeti jeeta jiti haari haara hari sarkar mla mp vidhayak bjp"
    " congress candidate ummeedwar umeedwar"
)


class Written(NamedTuple):
    """A run of a question's words that is an abbreviation or what it stands for; `others` are the runs written for it.

    `start` and `end` count words, `meanings` the things that it may be.
    """

    start: int
    end: int
    others: tuple[Words, ...]
    meanings: int


def abbreviated(text: str, *, romanised: bool = False) -> list[Written]:
    """Return the abbreviations of a text, and what has one, with the other ways of writing them; longest first.

    >>> abbreviated("BJP को कितनी सीटें")[0].others[:2]
    (('भाजपा',), ('भारतीय', 'जनता', 'पार्टी'))
    >>> ("बीजेपी",) in abbreviated("भाजपा की सीटें")[0].others
    True
    >>> abbreviated("What goes up?"), len(abbreviated("up me kaun jeeta", romanised=True))
    ([], 1)
    """
    return list(_abbreviated(text, tokens(text), romanised=romanised))


def _abbreviated(text: str, found: Sequence[Token], *, romanised: bool) -> Iterator[Written]:
    table, longest = _table()
    folded = [token.text for token in found]
    place = 0
    while place < len(found):
        for end in range(min(len(found), place + longest), place, -1):
            run = tuple(folded[place:end])
            meanings = table.get(run, ())
            if meanings and _is_meant(text, found, place, romanised=romanised):
                # What may mean something else as well stands for nothing but itself: MP for Madhya Pradesh.
                others = dict.fromkeys(
                    one for meaning in meanings for one in meaning if one != run and len(table[one]) == 1
                )
                yield Written(place, end, tuple(others), len(meanings))
                place = end - 1
                break
        place += 1


def _is_meant(text: str, found: Sequence[Token], place: int, *, romanised: bool) -> bool:
    token, beside = found[place], [one.text for one in found[max(0, place - 1) : place + 2]]
    if token.text in _ALSO_UNITS:
        return not any(word[0].isdigit() or word in _COUNTING for word in beside)  # 5 pm, PM 2.5, how many cm
    if token.text not in _OTHER_WORDS:
        return True
    if text[token.start : token.end].isupper() and not text.isupper():
        return True
    if token.text == "aap":
        return romanised and not _OF_ELECTIONS.isdisjoint(one.text for one in found)
    return romanised and (token.text == "ed" or (token.text == "up" and _TAKES_UP.isdisjoint(beside)))


def spelt_out(word: str) -> str:
    """Return a word of Latin letters as Hindi writes it by the names of its letters, folded.

    >>> spelt_out("upi"), spelt_out("BJP")
    ('यूपीआई', 'बीजेपी')
    """
    return fold("".join(to_devanagari(letter) for letter in word.upper()))


@cache
def _capitals() -> frozenset[str]:
    forms = (form for line in _LISTED.strip().splitlines() for form in line.split("/"))
    return frozenset(form.lower() for form in forms if form.isascii() and form.isupper())


def in_capitals(word: str) -> bool:
    """Tell whether a folded word is one of the abbreviations that English writes in capitals.

    >>> in_capitals("who"), in_capitals("bharatiya")
    (True, False)
    """
    return word in _capitals()


@cache
def _table() -> tuple[dict[Words, tuple[tuple[Words, ...], ...]], int]:
    """Return by each run of folded words the lines that it stands in, and the longest run."""
    lines: dict[Words, tuple[tuple[Words, ...], ...]] = {}
    for line in _LISTED.strip().splitlines():
        forms = line.split("/")
        forms += [spelt_out(form) for form in forms if form.isupper() and form.isascii()]
        runs = tuple(tuple(words(form)) for form in forms)
        for run in runs:
            lines[run] = (*lines.get(run, ()), runs)
    return lines, max(map(len, lines))
