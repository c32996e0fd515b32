"""The words of a question that say what kind of answer it wants, as people write them.

English, Hindi and romanised Hindi, each before its spelling is folded.
"""

from typing import Literal

Kind = Literal["number", "date", "person", "name", "place", "reason", "other"]
Unit = Literal["percent", "money", "time", "length", "weight"]

# Runs of words that ask; what comes first in a question asks, the longest run where several begin together.
ASKING: dict[Kind, str] = {
    "number": """
        how many, how much, how long, how old, how far, how high, how fast, how big, how large, how tall, how deep,
        how heavy, by how, what percentage, what percent, what share, what proportion, what number, what figure, what
        score, what margin, what price, what rate, what toll, what was the score, what was the margin, what was the
        price, what was the cost, what was the death toll, death toll, what did it cost, कितना, कितने, कितनी, कितनों,
        kitna, kitne, kitni, kitney, kitnay, ktna, ktne, ktni, kitana, kitane, kitani
    """,
    "date": """
        when, what date, what day, what year, which date, which day, which year, which month, what time, कब, किस दिन,
        किस तारीख, किस साल, किस वर्ष, किस महीने, किस सन, कौन सी तारीख, कौन सा दिन, कितने बजे, kab, kb, kis din, kis
        tarikh, kis tareekh, kis saal, kis sal, kis mahine, kis date, kis year, kitne baje, what is the date, what was
        the date, what is the last date, what was the last date, what is the deadline, what was the deadline, तारीख
        क्या, तिथि क्या, आखिरी तारीख, अंतिम तारीख, tarikh kya, tareekh kya, date kya, aakhiri tarikh, akhiri tarikh,
        antim tarikh
    """,
    "person": """
        who, whom, whose, किसने, किस ने, किसे, किसको, किस को, किसका, किसकी, किसके, किससे, किस से, कौन, किन्हें,
        किन्होंने, किनके, किनकी, kisne, kis ne, kisney, kise, kisko, kis ko, kiska, kiski, kiske, kisse, kis se, kaun,
        kon, koun
    """,
    "name": """
        which, what is the name, what was the name, name of, called, किस, किन, कौन सा, कौन सी, कौन से, कौनसा, कौनसी,
        कौनसे, क्या नाम, नाम क्या, किस नाम, kis, kin, kaun sa, kaun si, kaun se, kaunsa, kaunsi, kaunse, kon sa, kon
        si, kon se, konsa, konsi, konse, kya naam, naam kya
    """,
    "place": """
        where, which city, which country, which state, which place, which stadium, which venue, which ground, which
        town, which district, what city, what country, कहां, किस शहर, किस देश, किस राज्य, किस जगह, किस स्थान, किस
        मैदान, किस जिले, किस स्टेडियम, kahan, kaha, kahaan, kidhar, kis shahar, kis sheher, kis desh, kis rajya, kis
        jagah
    """,
    "reason": """
        why, what reason, what caused, for what, क्यों, क्यूं, किस वजह, किस कारण, किसलिए, किस लिए, क्या वजह, क्या
        कारण, वजह क्या, कारण क्या, kyon, kyun, kyu, kyo, kyoon, kis wajah, kis vajah, kis karan, kya wajah, kya vajah,
        kya karan
    """,
}

# Words of a question that say what its number is measured in.
UNIT_CUES: dict[Unit, str] = {
    "percent": """
        percent percentage cent share proportion rate turnout level प्रतिशत फीसदी फीसद दर मतदान pratishat fisadi
        feesdi
    """,
    "money": """
        money cost costs fee profit salary spend spent pay paid price priced worth amount sum fine value budget raise
        raised revenue rupees dollars खर्च लागत रकम कीमत पैसा पैसे राशि रुपये रुपए दाम जुर्माना मूल्य बजट कमाई मुनाफा
        भुगतान kharch kharcha lagat rakam raqam keemat kimat paisa paise rashi rupaye rupye rupay daam jurmana
    """,
    "time": """
        long old age hours minutes days weeks months years देर समय वक्त उम्र घंटे मिनट दिन दिनों हफ्ते महीने साल वर्ष
        samay der din ghante minute mahine saal umra umar
    """,
    "length": """
        far high tall deep wide distance height altitude metres kilometres दूर दूरी ऊंचाई ऊंचे ऊंचा ऊंची लंबा लंबी लंबाई
        गहरा गहराई मीटर किलोमीटर door duri unchai lamba lambi lambai
    """,
    "weight": """
        heavy weigh weighs weighed weight mass वजन भार भारी wazan vajan bhaar
    """,
}

# "What was the final turnout", "what profit did", "कीमत क्या": a number is wanted, though no word asks how much.
QUANTITIES = """
    age amount budget cost count distance fee figure fine height level margin number percentage price profit rate
    salary score speed strength toll total turnout weight
"""
HINDI_QUANTITIES = """
    अंतर आंकड़ा आंकड़े उम्र ऊंचाई कीमत दर दूरी मुनाफा रकम लागत वजन संख्या स्कोर
"""

# "Which judge", "किस नेता": the name that is wanted is a person's.
ROLES = """
    actor actress advocate architect astronaut author batsman batter bowler captain ceo chairman coach economist
    general governor hero judge lawyer leader man member minister officer official people person player politician
    president scientist senator singer woman writer अधिकारी अभिनेता अभिनेत्री अंतरिक्षयात्री उम्मीदवार कप्तान खिलाड़ी
    गेंदबाज गवर्नर जज नेता नेताओं न्यायाधीश प्रत्याशी बल्लेबाज महिला मंत्री मुख्यमंत्री राष्ट्रपति लेखक लोगों वकील
    वैज्ञानिक व्यक्ति सांसद neta mantri khiladi kaptan vakil vaigyanik
"""
