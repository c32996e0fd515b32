"""A consonant skeleton by which a name in Roman letters meets the same in Devanagari: Rajnath, raajnaath, राजनाथ."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from index.language.normalise import fold

# A key has one letter for each class of consonants. Until the vowels go, a stands for अ आ, i for इ ई ए ऐ and o for
# उ ऊ ओ औ, and "-" for the vowel that Devanagari does not write, which speech keeps or drops.
_DEVANAGARI_SOUNDS = {
    letter: sound
    for sound, letters in {
        "k": "कख",
        "g": "गघ",
        "c": "चछ",
        "j": "जझ",
        "t": "टठतथ",
        "d": "डढदध",
        "n": "ङञणनं",
        "p": "पफ",
        "b": "बभ",
        "m": "म",
        "y": "य",
        "r": "र",
        "l": "लळ",
        "v": "व",
        "s": "शषस",
        "h": "ह",
        "a": "अआऄा",
        "i": "इईएऐऍऎिीेैॅॆ",
        "o": "उऊओऔऑऒुूोौॉॊ",
    }.items()
    for letter in letters
}
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_VIRAMA = "्"
_DEVANAGARI_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ज्ञ", "ग"),  # ज्ञान, Gyan
        ("ंह", "ंग"),  # सिंह, Singh
        ("(?<=्)ह", ""),  # मल्होत्रा, Malhotra; व्हाइट, White
        ("(?<=गा)व$", "ंव"),  # गाव, the Marathi spelling of गांव
        ("ऋ", "रि"),
        ("ृ", "्रि"),  # कृष्ण, Krishna
    )
)
# Further readings, each alone, where spelling leaves open how a word sounds.
_DEVANAGARI_READINGS = (
    (re.compile("(?<=[अ-औक-हा-ौ])[डढ](?!्)"), "र"),  # ड़ is often typed without its dot: चोपडा, Chopra
    (re.compile("(?<=[ा-ौ])ं$"), ""),  # किसानों is a plural, मैक्रों is not
    (re.compile("ै"), "ा"),  # English a: बैंक, bank; टैक्स, tax
    (re.compile("^[एऐ](?=.{2})"), "अ"),  # एप्पल, Apple
    (re.compile(r"(?<=.)([क-ह])\1"), r"\1"),  # प्रतापपुर, Pratapur
    (re.compile("(?<=[क-ह])व(?=[क-ह])"), "ौ"),  # नवगछिया, Naugachhia
)
_LATIN_READINGS = (
    (re.compile("(?<=[aeiou])rh(?=[aeiou])"), "r"),  # सीतामढ़ी, Sitamarhi; फरहान, Farhan
    (re.compile("^([^aeiouy]*[aeiou]+[^aeiouy]+)e$"), r"\1"),  # बोस, Bose; पुणे, Pune
    (re.compile("^([^aeiouy]*)a([^aeiouy]+)e$"), r"\1e\2"),  # रेट, rate
    (re.compile("^([^aeiouy]+)u(?=[^aeiouy]+$)"), r"\1a"),  # बस, bus; कप, cup
    (re.compile("(?<=[lmnr])h(?=[aeiou])"), "ah"),  # शिवहर, Shivhar against मल्होत्रा, Malhotra
    (re.compile("^b(?=[aiy])"), "v"),  # विश्वास, Biswas
    (re.compile("(?<=[aeiour])b(?=h?[aeioru])"), "v"),  # भुवनेश्वर, Bhubaneswar
    (re.compile("^isr"), "ijr"),  # इज़राइल, Israel
    (re.compile("m(?=k)|(?<=[^aeiou])ma(?=[pbv])"), "n"),  # ओंकार, Omkar; ब्रह्मपुत्र, Brahmaputra
    (re.compile("(?<=[aeiounrd])g(?=[eiy])"), "j"),  # डिजिटल, digital; नगीना, Nagina
)
# Roman spellings that do not sound letter by letter, brought to those that do; the order matters.
_LATIN_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:eu|u(?=ni[ocfqtv]|nes|kr|gan|rug|tah))", "yu"),  # यूरोप, यूक्रेन
        (r"^sheo", "shiva"),  # शिवहर
        (r"^x(?=i)|^sch(?!o)|^ch(?=ic|ef)|(?<=a)ch(?=ine)", "s"),  # शी, शिकागो, मशीन
        (r"^x", "j"),
        (r"^wr", "r"),
        (r"^kn|^gn(?=o)", "n"),
        (r"^cz|tch|chh", "ch"),
        (r"^ge(?=o|n|rm)|^gy(?=m)|dg(?=e)|g(?=es?$|enc)|(?<=olo)g(?=y)", "j"),
        (r"^jn(?=a)|dny|gny", "gy"),
        (r"^ch(?=r)|(?<=mi)ch(?=ae)|(?<=te)ch(?=n|$)", "k"),
        (r"igh(?=t)|eigh$", "i"),
        (r"[oa]ugh(?=t)", "o"),
        (r"ign$", "in"),
        (r"mb$", "m"),
        (r"(?:t|ss?|c)i(?=on|al)", "s"),
        (r"ture$", "char"),
        (r"(?<=o)h(?=ns?$|nson)", ""),  # John
        (r"sinh$", "singh"),
        (r"(?<=r)ao$", "av"),  # राव
        (r"gaon$", "ganv"),
        (r"^deo", "dev"),
        (r"(?<=[iu]a)h$", ""),
        (r"cc(?=[ei])", "ks"),  # एक्सीडेंट
        (r"que?$|ck", "k"),
        (r"qu(?=[aeio])", "kv"),
        (r"q", "k"),
        (r"ph|f", "p"),
        (r"sh", "s"),
        (r"rh(?![aeiouy])|^rh", "r"),  # गढ़
        (r"ch", "C"),
        (r"(?<=[bdgjklmnptvwz])h", ""),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"z", "j"),
        (r"(?<=[aeiou])w(?![aeiouy])", ""),  # Lucknow, Moscow
        (r"w", "v"),
        (r"a[iy](?![aeiou])", "i"),
        (r"y(?![aeiou])", "i"),
        (r"[ae][uw]", "o"),
        (r"e", "i"),
        (r"u", "o"),
        (r"C", "c"),
    )
)
# What reads like no word is an acronym and sounds by the names of its letters (CBI, सीबीआई); capitals may be one.
_NOT_LATIN = re.compile("[^a-z]")
_VOWEL_LETTER = re.compile("[aeiouy]")
_ONSET = re.compile(
    r".?[aeiouy]|[bcdfgjklmnpqrstvwxz]h|[bcdfgkpstvmn]r|[bcfgkps]l|s[ckmnptqvw]|[dgkst]w|[gkj]n|d[vn]|k[sv]|ts|cz|ps|pf|wr"
)
_NAMES_OF_LETTERS = "i bi si di i ip ji ic ai ji ki il im in o pi kio ar is ti yo vi dablio iks vai jid"
_LETTER_NAMES = dict(zip("abcdefghijklmnopqrstuvwxyz", _NAMES_OF_LETTERS.split(), strict=True))
_LONGEST_ACRONYM = 6
_CAPITALS = re.compile(f"[A-Z]{{2,{_LONGEST_ACRONYM}}}")
_LABIAL_NASAL = re.compile("m(?=-?[pbv])")
_DOUBLED = re.compile(r"([b-hj-np-z])\1+")
_FINAL_GLIDE = re.compile("-?y-?$")  # विजय, Vijay
_WEAK_FINAL_H = re.compile("(?<=[ai-])h$")
_VOWELS = re.compile("[aio-]+")


@lru_cache(maxsize=131072)
def phonetic_keys(word: str) -> tuple[str, ...]:
    """Return the keys that a word is found by, none for numbers and the shortest words, more where its sound is open.

    Aspirates, retroflexes and sibilants merge and vowels go, after the manner of Soundex but for two scripts. One or
    two consonants alone would join too many words (मोदी, मुद्दा, मीडिया), so short keys keep the kind of their vowels.

    >>> phonetic_keys("राजनाथ"), phonetic_keys("raajnaath")
    (('rjnt',), ('rjnt',))
    >>> phonetic_keys("चोपड़ा"), phonetic_keys("Chopra")
    (('cpd', 'cpr'), ('cpr',))
    >>> phonetic_keys("मोदी"), phonetic_keys("Modi"), phonetic_keys("CBI"), phonetic_keys("2025")
    (('modi',), ('modi',), ('sibi',), ())
    >>> phonetic_keys("NATO"), phonetic_keys("नाटो"), phonetic_keys("UPI"), phonetic_keys("यूपीआई")
    (('nato', 'int'), ('nato',), ('opi', 'yopi'), ('yopi',))
    """
    folded = fold(word)
    if _DEVANAGARI.search(folded):
        sounds = [_devanagari_sounds(reading) for reading in _readings(folded, _DEVANAGARI_READINGS)]
    elif _NOT_LATIN.search(folded):
        return ()
    else:
        sounds = [_latin_sounds(reading) for reading in _readings(folded, _LATIN_READINGS)]
        if _CAPITALS.fullmatch(word):
            sounds.append(_spelt_out(folded))
    return tuple(dict.fromkeys(key for key in map(_key, sounds) if key))


def phonetic_key(word: str) -> str:
    """Return the first key of a word, "" where it has none.

    >>> phonetic_key("Jaishankar"), phonetic_key("जयशंकर"), phonetic_key("ओ")
    ('jsnkr', 'jsnkr', '')
    """
    return next(iter(phonetic_keys(word)), "")


def _readings(word: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[str]:
    yield word
    for pattern, replacement in rules:
        yield pattern.sub(replacement, word)


def _devanagari_sounds(word: str) -> str:
    for pattern, replacement in _DEVANAGARI_SPELLINGS:
        word = pattern.sub(replacement, word)
    sounds = []
    for letter, following in zip(word, word[1:] + _VIRAMA, strict=True):
        sounds.append(_DEVANAGARI_SOUNDS.get(letter, ""))
        if "क" <= letter <= "ह" and following != _VIRAMA and not "ा" <= following <= "ौ":
            sounds.append("-")
    return "".join(sounds)


def _latin_sounds(word: str) -> str:
    pronounceable = _ONSET.match(word) and _VOWEL_LETTER.search(word)
    if 2 <= len(word) <= _LONGEST_ACRONYM and not pronounceable:
        return _spelt_out(word)
    for pattern, replacement in _LATIN_SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _spelt_out(word: str) -> str:
    return "".join(_LETTER_NAMES[letter] for letter in word)


def _key(sounds: str) -> str:
    sounds = _FINAL_GLIDE.sub("i", _DOUBLED.sub(r"\1", _LABIAL_NASAL.sub("n", sounds)))
    gliding = sounds[:1] + sounds[1:].replace("y", "i")  # प्रिया, Priya; इंडिया, India
    if len(_VOWELS.sub("", gliding)) < 2:
        with_glide = sounds if sounds[:1] not in "aio" else sounds.replace("iy", "i")  # आलिया, Alia
        if gliding[:1] not in "aio" or len(_VOWELS.sub("", with_glide)) > 1:
            gliding = with_glide  # माया, Maya have no other consonant, आयोग, Aayog only one
    consonants = _VOWELS.sub("", gliding)
    opens_with_vowel = gliding[:1] in "aio"
    if len(consonants) > 2:
        if len(consonants) > 3 and _WEAK_FINAL_H.search(gliding):  # अब्दुल्ला, Abdullah
            consonants = consonants[:-1]
        return "a" + consonants if opens_with_vowel else consonants
    short = _VOWELS.sub(_kind_of_vowel, gliding)
    if len(consonants) < 2:
        return short if len(short) > 2 else ""  # अजय, Ajay
    return short[0] + consonants if opens_with_vowel else short.rstrip("a")


def _kind_of_vowel(match: re.Match[str]) -> str:
    """Reduce neighbouring vowels to one: the glides of आइ, ऐ and आउ, औ say more than the a before them."""
    return match[0].replace("-", "a").lstrip("a")[:1] or "a"
