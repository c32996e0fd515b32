"""What kind of answer a question wants (a number, a date, a person, a place), and whether a sentence can give it."""

from typing import Literal

import regex

from index.language.tokens import words

Kind = Literal["number", "date", "person", "place", "other"]

# Runs of words that ask, as people write them in English, Hindi and romanised Hindi; the first kind found wins.
_ASKING: dict[Kind, str] = {
    "number": "how many,how much,how long,how old,how far,how high,how fast,how big,how large,how tall,"
    "how heavy,by how,what percentage,what percent,what share,what proportion,what number,"
    "what figure,what score,what margin,what price,what rate,what toll,what was the score,"
    "what was the margin,death toll,कितना,कितने,कितनी,कितनों,kitna,kitne,kitni,kitney,kitnay,ktna,"
    "ktne,ktni,kitana,kitane,kitani",
    "date": "when,what date,what day,what year,which date,which day,which year,which month,what time,कब,"
    "किस दिन,किस तारीख,किस साल,किस वर्ष,किस महीने,किस सन,कौन सी तारीख,कौन सा दिन,kab,kb,kis din,"
    "kis tarikh,kis tareekh,kis saal,kis sal,kis mahine,kis date,kis year",
    "person": "who,whom,whose,किसने,किस ने,किसे,किसको,किस को,किसका,किसकी,किसके,किससे,किस से,कौन,किन्हें,"
    "किन्होंने,kisne,kis ne,kisney,kise,kisko,kis ko,kiska,kiski,kiske,kisse,kis se,kaun,kon,koun",
    "place": "where,which city,which country,which state,which place,which stadium,which venue,which ground,"
    "which town,which district,what city,what country,कहां,किस शहर,किस देश,किस राज्य,किस जगह,"
    "किस स्थान,किस मैदान,किस जिले,किस स्टेडियम,kahan,kaha,kahaan,kidhar,kis shahar,kis sheher,"
    "kis desh,kis rajya,kis jagah",
}
_RUNS = [(kind, f" {' '.join(words(run))} ") for kind, runs in _ASKING.items() for run in runs.split(",")]

_NUMBER_WORDS = frozenset(
    word
    for text in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand lakh "
        "lakhs crore crores "
        "million billion trillion dozen half quarter percent once twice",
        "एक दो तीन चार पांच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस "
        "पच्चीस तीस चालीस पचास साठ "
        "सत्तर अस्सी नब्बे सौ हजार लाख करोड़ अरब खरब मिलियन बिलियन दर्जन आधा आधे डेढ़ ढाई प्रतिशत फीसदी "
        "फीसद दोनों तीनों चारों",
    )
    for word in words(text)
)
_DATE_WORDS = frozenset(
    words(
        "january february march april may june july august september october november december monday "
        "tuesday wednesday "
        "thursday friday saturday sunday today yesterday morning evening night midnight noon "
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर दिसंबर "
        "दिसम्बर सोमवार मंगलवार बुधवार "
        "गुरुवार बृहस्पतिवार शुक्रवार शनिवार रविवार आज कल सुबह शाम रात दोपहर तड़के"
    )
)
_YEAR = regex.compile(r"(19|20)[0-9]{2}")
_NAME = regex.compile(r"(?<=[\p{L}\p{M},'’”\"] )\p{Lu}[\p{L}\p{M}.'’-]+")
_OPENING_NAME = regex.compile(r"^\p{Lu}[\p{L}\p{M}.'’-]+ \p{Lu}[\p{L}\p{M}.'’-]+")
_HINDI = regex.compile(r"\p{Devanagari}")
_PLACE = regex.compile(r"\b(in|at|from|near|to|off) (the )?\p{Lu}|(?<!\p{M}|\p{L})(में|पर|से|स्थित)(?![\p{L}\p{M}])")
_HINDI_AGENT = regex.compile(r"(?<![\p{L}\p{M}])(ने|को|श्री|सुश्री|डॉ|प्रधानमंत्री|राष्ट्रपति|मंत्री|कप्तान)(?![\p{L}\p{M}])")


def kind_of(question: str) -> Kind:
    """Return the kind of answer that a question asks for.

    >>> kind_of("चंद्रयान-3 कब उतरा?"), kind_of("Who won the final?"), kind_of("kitne log mare")
    ('date', 'person', 'number')
    """
    line = f" {' '.join(words(question))} "
    return next((kind for kind, run in _RUNS if run in line), "other")


def fits(kind: Kind, sentence: str, question: str = "") -> bool:
    """Tell whether a sentence holds something of a kind that the question does not; true where that cannot be told.

    >>> fits("number", "भारत ने 36 प्रतिशत आयात किया।"), fits("number", "चंद्रयान-3 उतरा।", "चंद्रयान-3 का वजन कितना है?")
    (True, False)
    """
    asked = set(words(question))
    found = [word for word in words(sentence) if word not in asked]
    if kind == "number":
        return any(word[0].isdigit() or word in _NUMBER_WORDS for word in found)
    if kind == "date":
        return any(word in _DATE_WORDS or _YEAR.fullmatch(word) for word in found)
    if kind == "person":
        return _names_somebody(sentence, asked)
    return kind != "place" or bool(_PLACE.search(sentence))


def _names_somebody(sentence: str, asked: set[str]) -> bool:
    """Tell whether a sentence may name a person that the question does not."""
    if _HINDI.search(sentence):
        return bool(_HINDI_AGENT.search(sentence))
    names = [words(name) for name in (*_NAME.findall(sentence), *_OPENING_NAME.findall(sentence))]
    return any(not asked.issuperset(name) for name in names)
