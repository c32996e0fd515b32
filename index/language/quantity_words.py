"""Words of number and measure, folded: Hindi, English and romanised Hindi, with what each unit comes to in another."""

from decimal import Decimal
from typing import NamedTuple

from index.language.function_words import word_set
from index.language.normalise import fold

_HINDI_NUMBERS = """
शून्य ज़ीरो|एक|दो|तीन|चार|पाँच|छह छः छे छै छ:|सात|आठ|नौ|दस|ग्यारह|बारह|तेरह|चौदह|पंद्रह पंदरह|सोलह|सत्रह सतरह|अठारह अट्ठारह|उन्नीस
|बीस|इक्कीस|बाईस बाइस|तेईस तेइस|चौबीस|पच्चीस पचीस|छब्बीस|सत्ताईस सत्ताइस|अट्ठाईस अट्ठाइस अठ्ठाईस अठाईस|उनतीस उन्तीस
|तीस|इकतीस इकत्तीस|बत्तीस|तैंतीस तेंतीस तेतीस तैतीस|चौंतीस चौतीस|पैंतीस पैतीस|छत्तीस|सैंतीस सैतीस|अड़तीस|उनतालीस उन्तालीस
|चालीस|इकतालीस|बयालीस बयालिस|तैंतालीस तेतालीस|चौवालीस चवालीस चौंवालीस|पैंतालीस पैतालीस|छियालीस|सैंतालीस|अड़तालीस|उनचास उन्चास
|पचास|इक्यावन|बावन|तिरपन तिरेपन|चौवन चउवन|पचपन|छप्पन|सत्तावन|अट्ठावन अठावन|उनसठ
|साठ|इकसठ|बासठ|तिरसठ तिरेसठ|चौंसठ चौसठ|पैंसठ|छियासठ|सड़सठ|अड़सठ|उनहत्तर उनहतर
|सत्तर|इकहत्तर|बहत्तर|तिहत्तर|चौहत्तर|पचहत्तर पिचहत्तर|छिहत्तर|सतहत्तर|अठहत्तर|उनासी उन्यासी
|अस्सी|इक्यासी|बयासी|तिरासी|चौरासी|पचासी पिचासी|छियासी|सत्तासी सतासी|अट्ठासी अठासी|नवासी
|नब्बे|इक्यानवे इक्यानबे|बानवे बानबे|तिरानवे तिरानबे|चौरानवे|पचानवे पंचानवे पिचानवे|छियानवे|सत्तानवे|अट्ठानवे अठानवे|निन्यानवे निन्यानबे
"""
_ENGLISH_NUMBERS = """
zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen
|eighteen|nineteen
"""
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ROMAN_NUMBERS = {
    5: "paanch panch paach",
    6: "chhah chhe chheh",
    8: "aath",
    11: "gyarah gyaarah",
    12: "barah baarah",
    13: "terah",
    14: "chaudah",
    15: "pandrah",
    18: "atharah",
    19: "unnis unnees",
    21: "ikkis ikkees",
    24: "chaubis chaubees",
    25: "pachis pachees pachchis",
    40: "chalis chaalis",
    50: "pachas pachaas",
    80: "assi",
    90: "nabbe",
}
# English words as well, or Hindi words with another meaning: numbers only before a Hindi unit or scale.
_DOUBTFUL_ROMAN = {
    1: "ek",
    2: "do",
    3: "teen tin",
    4: "char chaar",
    7: "saat sat",
    9: "nau",
    10: "das dus",
    20: "bees bis",
    30: "tees",
    60: "saath",
    70: "sattar",
}
_SCALES = {
    12: "dozen दर्जन darjan",
    100: "hundred सौ sau",
    1000: "thousand हज़ार हजार hazar hazaar hajar hajaar",
    10**5: "lakh lac lakhs lacs लाख",
    10**6: "million mn मिलियन",
    10**7: "crore crores cr करोड़ karod karor",
    10**9: "billion bn अरब बिलियन arab",
    10**11: "खरब kharab",
    10**12: "trillion tn ट्रिलियन",
}
# A scale that is another word where no number stands before it.
NEVER_ALONE = word_set(
    "arab kharab अरब खरब cr mn bn tn lac lacs lakhs lakh crore crores hundred thousand million billion trillion "
    "dozen दर्जन darjan"
)
_FRACTIONS = {"1.5": "डेढ़ dedh derh", "2.5": "ढाई अढ़ाई dhai dhaai"}
# Added to the number that follows; before a scale alone, सवा is 1.25 and पौन 0.75.
_ADDENDS = {"0.5": "साढ़े साढे sadhe saadhe", "0.25": "सवा sava sawa", "-0.25": "पौने paune"}
HALVES = word_set(fold("half आधा आधे आधी aadha aadhe"))


def _counted(listed: str) -> dict[str, int]:
    return {fold(word): number for number, words in enumerate(listed.split("|")) for word in words.split()}


def _spelt(listed: dict[int, str]) -> dict[str, int]:
    return {fold(word): number for number, words in listed.items() for word in words.split()}


def _decimals(listed: dict[str, str]) -> dict[str, Decimal]:
    return {fold(word): Decimal(number) for number, words in listed.items() for word in words.split()}


HINDI_NUMBERS = _counted(_HINDI_NUMBERS)
TENS = {word: 10 * place for place, word in enumerate(_ENGLISH_TENS.split(), 2)}
NUMBERS = {**HINDI_NUMBERS, **_counted(_ENGLISH_NUMBERS), **TENS, **_spelt(_ROMAN_NUMBERS)}
DOUBTFUL = _spelt(_DOUBTFUL_ROMAN)
SCALES = _spelt(_SCALES)
FRACTIONS = _decimals(_FRACTIONS)
ADDENDS = _decimals(_ADDENDS)

_IRREGULAR_ORDINALS = {
    1: "first पहला पहली pehla pehli pahla pahli प्रथम",
    2: "second दूसरा दूसरी दूसरे doosra doosri dusra dusri द्वितीय",
    3: "third तीसरा तीसरी तीसरे teesra teesri tisra tisri तृतीय",
    4: "fourth चौथा चौथी चौथे chautha chauthi",
    5: "fifth",
    6: "sixth छठा छठी छठे छठवाँ छठवीं छठवें chhatha chhathi",
    8: "eighth",
    9: "ninth नवाँ नवीं नवें",
    12: "twelfth",
}
_REGULAR = word_set("four six seven ten eleven thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
HINDI_ORDINAL_ENDINGS = tuple(fold(ending) for ending in ("वाँ", "वीं", "वें", "वे", "वी", "वा"))
ORDINALS = {
    **{word + fold(ending): n for word, n in HINDI_NUMBERS.items() if n > 4 for ending in ("वाँ", "वीं", "वें")},
    **{word + "th": NUMBERS[word] for word in _REGULAR},
    **{word[:-1] + "ieth": n for word, n in TENS.items()},
    **_spelt(_IRREGULAR_ORDINALS),
}


class Measure(NamedTuple):
    """What a unit measures, and how much of it one unit is: km is 1,000 of length, month and year are of months."""

    dimension: str
    factor: Decimal


_MEASURES = {
    "length": {
        "mm": "0.001",
        "cm": "0.01",
        "m": "1",
        "km": "1000",
        "ft": "0.3048",
        "inch": "0.0254",
        "mile": "1609.344",
    },
    "area": {"m2": "1", "km2": "1000000", "hectare": "10000", "acre": "4046.86", "sqft": "0.0929"},
    "mass": {"g": "0.001", "kg": "1", "quintal": "100", "tonne": "1000"},
    "volume": {"litre": "1", "m3": "1000"},
    "seconds": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
    "months": {"month": "1", "quarter": "3", "year": "12", "decade": "120", "century": "1200"},
    "points": {"percentage point": "1", "basis point": "0.01"},
    "power": {"kW": "0.001", "MW": "1", "GW": "1000"},
}
MEASURES = {
    unit: Measure(dimension, Decimal(factor))
    for dimension, units in _MEASURES.items()
    for unit, factor in units.items()
}

# By canonical unit, its names, set apart by commas where they are of several words.
_UNIT_NAMES = {
    "INR": "₹,rs,inr,रु,रुपये,रुपए,रुपया,रुपयों,रुपयों,रुपैया,rupee,rupees,rupaye,rupaya,rupay,rupaiye",
    "USD": "$,us$,usd,डॉलर,डालर,अमेरिकी डॉलर,dollar,dollars,us dollar,us dollars",
    "EUR": "€,eur,यूरो,euro,euros",
    "GBP": "£,gbp,पाउंड,पौंड,pound,pounds",
    "JPY": "¥,येन,yen",
    "percent": "%,प्रतिशत,फीसदी,फीसद,पर्सेंट,परसेंट,percent,per cent,pct,pratishat,fisdi,feesdi",
    "percentage point": "percentage point,percentage points,प्रतिशत अंक,प्रतिशत अंकों,प्रतिशत बिंदु,फीसदी अंक,% points",
    "basis point": "basis point,basis points,आधार अंक,आधार अंकों,बेसिस पॉइंट",
    "mm": "mm,millimetre,millimetres,millimeter,millimeters,मिमी,मिलीमीटर",
    "cm": "cm,centimetre,centimetres,centimeter,centimeters,सेमी,सेंटीमीटर",
    "m": "m,metre,metres,meter,meters,मीटर,मी",
    "km": "km,kms,kilometre,kilometres,kilometer,kilometers,किलोमीटर,किमी,कि मी",
    "ft": "ft,foot,feet,फुट,फीट",
    "inch": "inch,inches,इंच",
    "mile": "mile,miles,मील,मीलों",
    "light-year": "light year,light years,प्रकाश वर्ष",
    "m2": "square metre,square metres,square meter,square meters,sq m,वर्ग मीटर",
    "km2": "square km,sq km,"
    "square kilometre,square kilometres,square kilometer,square kilometers,वर्ग किलोमीटर,वर्ग किमी",
    "sqft": "square foot,square feet,sq ft,वर्ग फुट,वर्ग फीट",
    "hectare": "hectare,hectares,हेक्टेयर",
    "acre": "acre,acres,एकड़",
    "km/h": "kmph,km h,"
    "km per hour,kilometres per hour,kilometers per hour,kilometres an hour,kilometers an hour,km an hour,"
    "किलोमीटर प्रति घंटा,किलोमीटर प्रति घंटे,किमी प्रति घंटा,किमी प्रति घंटे,किलोमीटर प्रतिघंटा,किमी प्रतिघंटा,किमी घंटा",
    "g": "g,gm,gram,grams,gramme,grammes,ग्राम",
    "kg": "kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,किलो,किलोग्राम,किग्रा",
    "quintal": "quintal,quintals,क्विंटल,कुंतल",
    "tonne": "tonne,tonnes,ton,tons,टन,metric ton,metric tons,मीट्रिक टन",
    "litre": "litre,litres,liter,liters,लीटर",
    "m3": "cubic metre,cubic metres,cubic meter,cubic meters,घन मीटर",
    "degree": "°,degree,degrees,डिग्री,degree celsius,degrees celsius,डिग्री सेल्सियस,° c,°c,° celsius",
    "second": "sec,seconds,सेकंड,सेकेंड,सैकंड",
    "minute": "min,mins,minute,minutes,मिनट,मिनटों",
    "hour": "hour,hours,hr,hrs,घंटा,घंटे,घंटों,ghanta,ghante,ghanton",
    "day": "day,days,दिन,दिनों,दिवसीय,दिवस,din,dino,dinon",
    "week": "week,weeks,हफ्ता,हफ्ते,हफ्तों,सप्ताह,सप्ताहों,hafta,hafte,hafton",
    "month": "month,months,महीना,महीने,महीनों,माह,mahina,mahine,mahino,mahinon",
    "quarter": "quarter,quarters,तिमाही",
    "year": "year,years,yr,yrs,साल,सालों,वर्ष,वर्षों,वर्षीय,बरस,saal,saalon",
    "decade": "decade,decades,दशक,दशकों",
    "century": "century,centuries,सदी,सदियों,शताब्दी",
    "people": "people,person,persons,लोग,लोगों,व्यक्ति,व्यक्तियों,जने,log,logon,logo",
    "times": "times,fold,गुना,गुनी,गुने,guna",
    "seat": "seat,seats,सीट,सीटें,सीटों",
    "vote": "vote,votes,वोट,वोटों,मत,मतों",
    "run": "run,runs,रन,रनों",
    "wicket": "wicket,wickets,विकेट,विकेटों",
    "goal": "goal,goals,गोल",
    "medal": "medal,medals,पदक,पदकों,मेडल",
    "MHz": "mhz,megahertz,मेगाहर्ट्ज,मेगाहर्ट्ज़",
    "kW": "kw,kilowatt,kilowatts,किलोवाट",
    "MW": "mw,megawatt,megawatts,मेगावाट",
    "GW": "gw,gigawatt,gigawatts,गीगावाट",
}
UNITS = {fold(name): unit for unit, names in _UNIT_NAMES.items() for name in names.split(",")}
LONGEST_UNIT = max(len(name.split()) for name in UNITS)
# Units that stand before their number: ₹500, Rs. 500, US$5.
LEADING = {name: unit for name, unit in UNITS.items() if name in word_set("₹ rs inr रु $ us$ usd € eur £ gbp ¥")}
# Units that number words of romanised Hindi may stand before.
ROMAN_UNITS = word_set(
    "rupaye rupaya rupay rupaiye pratishat fisdi feesdi ghanta ghante ghanton din dino dinon hafta hafte hafton mahina "
    "mahine mahino mahinon saal saalon log logon guna kilo baje lakh crore karod karor hazar hazaar hajar hajaar sau "
    "arab"
)
# Between a number and its unit: 300 से अधिक लोग, 5 billion US dollars.
SKIPPED = word_set(fold("से अधिक ज़्यादा ज्यादा कम us american indian अमेरिकी भारतीय more than less plus"))
