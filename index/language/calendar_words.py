"""Names of months, weekdays, units of time and small numbers, folded: English, Hindi and romanised Hindi."""

_MONTH_NAMES = (
    "january jan janvari janwari जनवरी जन",
    "february feb farvari farwari febuary फरवरी फर",
    "march mar मार्च",
    "april apr aprail अप्रैल अप्रेल",
    "may mai मई",
    "june jun joon जून",
    "july jul julai जुलाई",
    "august aug agast अगस्त अग",
    "september sept sep sitambar sitamber सितंबर सितं सित",
    "october oct aktubar aktoobar अक्टूबर अक्तूबर ऑक्टोबर अक्टू",
    "november nov navambar navamber नवंबर",
    "december dec disambar disamber दिसंबर दिसं",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

_WEEKDAY_NAMES = (
    "monday mon somvar somwar somvaar सोमवार सोम",
    "tuesday tues tue mangalvar mangalwar mangalvaar मंगलवार मंगल",
    "wednesday wed budhvar budhwar budhvaar बुधवार बुध",
    "thursday thurs thu guruvar guruwar guruvaar बृहस्पतिवार गुरुवार गुरूवार वीरवार गुरु",
    "friday fri shukravar shukrawar shukravaar शुक्रवार शुक्र",
    "saturday sat shanivar shaniwar shanivaar शनिवार शनि",
    "sunday sun ravivar raviwar ravivaar itwar रविवार इतवार रवि",
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}
# Without the short forms, which are words of their own as well: sun, sat, मंगल, गुरु, रवि.
FULL_WEEKDAYS = {
    name: number for name, number in WEEKDAYS.items() if name.endswith(("day", "var", "war", "vaar", "वार"))
}

_UNIT_NAMES = {
    "hour": "hour hours घंटे घंटों घंटा ghante ghanton ghanta",
    "day": "day days दिन दिनों din dino dinon",
    "week": "week weeks हफ्ते हफ्तों हफ्ता सप्ताह सप्ताहों hafte hafta hafton hafto haftey saptah",
    "weekend": "weekend वीकेंड सप्ताहांत",
    "month": "month months महीने महीनों महीना माह mahine mahina mahinon mahino mahiney maheene mah",
    "quarter": "quarter quarters तिमाही timahi timaahi",
    "year": "year years साल सालों वर्ष वर्षों बरस saal sal saal saalon saalo varsh baras",
}
UNITS = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split()}
ENGLISH_UNITS = {name: unit for name, unit in UNITS.items() if name.startswith(("day", "week", "month", "qua", "year"))}

_COUNT_NAMES = {
    1: "one a an एक ek",
    2: "two couple दो do",
    3: "three तीन teen tin",
    4: "four चार char chaar",
    5: "five पांच paanch panch",
    6: "six छह छः छे chhah chhe chah",
    7: "seven सात saat sat",
    8: "eight आठ aath",
    9: "nine नौ nau",
    10: "ten दस das dus",
    11: "eleven ग्यारह gyarah",
    12: "twelve बारह barah",
    15: "fifteen पंद्रह pandrah",
    20: "twenty बीस bees",
    30: "thirty तीस tees",
}
COUNTS = {name: number for number, names in _COUNT_NAMES.items() for name in names.split()}


def one_of(names: dict[str, int] | dict[str, str]) -> str:
    """Return a pattern that matches the longest of the names first."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"
