"""How quantities are said in English and in Hindi: units, scales, grouping, and the words that qualify them."""

from decimal import Decimal

from index.article import Language
from index.language.quantities import Quantity

# By canonical unit: English for one, for many, Hindi. "" is a bare number; a unit that is not here is not said.
_UNITS: dict[str | None, tuple[str, str, str]] = {
    None: ("{}", "{}", "{}"),
    "percent": ("{} per cent", "{} per cent", "{} प्रतिशत"),
    "percentage point": ("{} percentage point", "{} percentage points", "{} प्रतिशत अंक"),
    "basis point": ("{} basis point", "{} basis points", "{} आधार अंक"),
    "INR": ("₹{}", "₹{}", "{} रुपये"),
    "USD": ("${}", "${}", "{} डॉलर"),
    "EUR": ("€{}", "€{}", "{} यूरो"),
    "GBP": ("£{}", "£{}", "{} पाउंड"),
    "mm": ("{} millimetre", "{} millimetres", "{} मिलीमीटर"),
    "cm": ("{} centimetre", "{} centimetres", "{} सेंटीमीटर"),
    "m": ("{} metre", "{} metres", "{} मीटर"),
    "km": ("{} kilometre", "{} kilometres", "{} किलोमीटर"),
    "km/h": ("{} km an hour", "{} km an hour", "{} किलोमीटर प्रति घंटा"),
    "g": ("{} gram", "{} grams", "{} ग्राम"),
    "kg": ("{} kilogram", "{} kilograms", "{} किलोग्राम"),
    "tonne": ("{} tonne", "{} tonnes", "{} टन"),
    "second": ("{} second", "{} seconds", "{} सेकंड"),
    "minute": ("{} minute", "{} minutes", "{} मिनट"),
    "hour": ("{} hour", "{} hours", "{} घंटे"),
    "day": ("{} day", "{} days", "{} दिन"),
    "week": ("{} week", "{} weeks", "{} हफ्ते"),
    "month": ("{} month", "{} months", "{} महीने"),
    "year": ("{} year", "{} years", "{} साल"),
    "quarter": ("{} quarter", "{} quarters", "{} तिमाही"),
    "decade": ("{} decade", "{} decades", "{} दशक"),
    "century": ("{} century", "{} centuries", "{} सदी"),
    "ft": ("{} foot", "{} feet", "{} फुट"),
    "inch": ("{} inch", "{} inches", "{} इंच"),
    "mile": ("{} mile", "{} miles", "{} मील"),
    "light-year": ("{} light year", "{} light years", "{} प्रकाश वर्ष"),
    "acre": ("{} acre", "{} acres", "{} एकड़"),
    "hectare": ("{} hectare", "{} hectares", "{} हेक्टेयर"),
    "m2": ("{} square metre", "{} square metres", "{} वर्ग मीटर"),
    "km2": ("{} square kilometre", "{} square kilometres", "{} वर्ग किलोमीटर"),
    "sqft": ("{} square foot", "{} square feet", "{} वर्ग फुट"),
    "litre": ("{} litre", "{} litres", "{} लीटर"),
    "quintal": ("{} quintal", "{} quintals", "{} क्विंटल"),
    "degree": ("{} degree", "{} degrees", "{} डिग्री"),
    "kW": ("{} kilowatt", "{} kilowatts", "{} किलोवाट"),
    "MW": ("{} megawatt", "{} megawatts", "{} मेगावाट"),
    "GW": ("{} gigawatt", "{} gigawatts", "{} गीगावाट"),
    "times": ("{} time", "{} times", "{} गुना"),
    "wicket": ("{} wicket", "{} wickets", "{} विकेट"),
    "goal": ("{} goal", "{} goals", "{} गोल"),
    "medal": ("{} medal", "{} medals", "{} पदक"),
    "people": ("{} person", "{} people", "{} लोग"),
    "seat": ("{} seat", "{} seats", "{} सीटें"),
    "vote": ("{} vote", "{} votes", "{} वोट"),
    "run": ("{} run", "{} runs", "{} रन"),
}
_COUNTED = frozenset({"people", "seat", "vote", "run", "wicket", "goal", "medal"})
_ENGLISH_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_HINDI_SCALES = ((10**12, "लाख करोड़"), (10**7, "करोड़"), (10**5, "लाख"))
_RUPEE_SCALES = ((10**12, "lakh crore"), (10**7, "crore"))
_HINDI_FOREIGN_SCALES = ((10**9, "अरब"), (10**7, "करोड़"), (10**5, "लाख"))
# A scale is used where it leaves no more decimals than this; else the number is written out.
_DECIMALS = 3


def said(quantity: Quantity, language: Language, qualified: str = "{}") -> str | None:
    """Return a quantity as a language says it, with what qualifies it; None for a unit that has no name here.

    >>> from index.language.quantities import quantities
    >>> [said(quantities(text)[0], "en") for text in ("36 प्रतिशत", "5.43 अरब डॉलर", "2 लाख", "978 करोड़ रुपये")]
    ['36 per cent', '$5.43 billion', '200,000', '₹978 crore']
    >>> said(quantities("$5.43 billion")[0], "hi"), said(quantities("312 million people")[0], "hi")
    ('5.43 अरब डॉलर', '31.2 करोड़ लोग')
    """
    names = _UNITS.get(quantity.unit)
    if names is None:
        return None
    one, many, hindi = names
    ends = [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]
    number = "–".join(_number(end, quantity.unit, language) for end in ends)
    if language == "hi" and quantity.unit in _COUNTED:  # 2 लाख से ज्यादा लोग
        return hindi.format(qualified.format(number))
    form = hindi if language == "hi" else one if ends == [1] else many
    return qualified.format(form.format(number))


def _number(value: Decimal, unit: str | None, language: Language) -> str:
    if language == "en":
        scales = _RUPEE_SCALES if unit == "INR" else _ENGLISH_SCALES
    else:
        scales = _HINDI_FOREIGN_SCALES if unit in ("USD", "EUR", "GBP") else _HINDI_SCALES
    for scale, name in scales:
        scaled = value / scale
        if abs(scaled) >= 1 and scaled == round(scaled, _DECIMALS):
            return f"{_plain(scaled, language)} {name}"
    return _plain(value, language)


def _plain(value: Decimal, language: Language) -> str:
    whole, _, rest = f"{value.normalize():f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    size = 3 if language == "en" else 2  # 1,234,567 and 12,34,567
    head, tail = digits[:-3], digits[-3:]
    groups = [tail]
    while head:
        groups.insert(0, head[-size:])
        head = head[:-size]
    return sign + ",".join(groups) + (f".{rest}" if rest else "")
