"""The words of a sentence that say what kind of answer it holds: numbers, units, parts of the day, titles."""

from rag.understanding.question_words import Unit

# One is left out: it is rarely a figure.
NUMBERS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand lakh lakhs crore crores million
    billion trillion dozen half quarter twice thrice दो तीन चार पांच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह
    सोलह सत्रह अठारह उन्नीस बीस इक्कीस पच्चीस तीस पैंतीस चालीस पैंतालीस पचास पचपन साठ सत्तर पचहत्तर अस्सी नब्बे सौ
    हजार लाख करोड़ अरब खरब मिलियन बिलियन दर्जन आधा आधे डेढ़ ढाई सवा पौने दोनों तीनों चारों
"""

# What stands beside a number of a unit.
UNITS: dict[Unit, str] = {
    "percent": """
        percent percentage cent प्रतिशत फीसदी फीसद
    """,
    "money": """
        rupee rupees rs inr dollar dollars euro euros pounds रुपये रुपए रुपया रुपयों रु डॉलर यूरो
    """,
    "time": """
        second seconds minute minutes hour hours day days week weeks month months year years सेकंड मिनट घंटा घंटे
        घंटों दिन दिनों हफ्ता हफ्ते सप्ताह महीना महीने महीनों साल सालों वर्ष वर्षों वर्षीय
    """,
    "length": """
        metre metres meter meters km kilometre kilometres kilometer kilometers mile miles foot feet मीटर किलोमीटर किमी
        फुट फीट मील
    """,
    "weight": """
        kg kilo kilos kilogram kilograms tonne tonnes ton tons gram grams किलो किलोग्राम टन ग्राम
    """,
}

# Hours and days that only the date of the report makes a date.
TIMES_OF_DAY = """
    today yesterday morning evening night midnight noon am pm आज कल सुबह शाम रात दोपहर तड़के बजे
"""

# Hindi titles and offices, before a name.
TITLES = """
    श्री सुश्री श्रीमती डॉ प्रधानमंत्री राष्ट्रपति मंत्री मुख्यमंत्री कप्तान अध्यक्ष न्यायमूर्ति जस्टिस गवर्नर
    राज्यपाल कोच वकील सांसद नेता
"""
