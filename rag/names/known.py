"""Well-known names of more than a sound: countries, states, cities and institutions as both languages write them.

A name that is translated (India, भारत), abbreviated (RBI) or made of common words (Supreme Court) cannot be met by its
sound or told from other words by its spelling; such names are listed. Those of peoples stand with their countries.
"""

from collections.abc import Sequence
from functools import cache

from index.language.tokens import words

_LISTED = """
India/Indian/Indians/Bharat/Bharatiya/भारत/भारतीय/भारतीयों/हिंदुस्तान
United States/US/USA/America/American/Americans/अमेरिका/अमेरिकी/अमरीका/संयुक्त राज्य अमेरिका/यूएस
Britain/British/UK/United Kingdom/ब्रिटेन/ब्रिटिश/यूनाइटेड किंगडम/यूके
England/इंग्लैंड
China/Chinese/चीन
Russia/Russian/Russians/रूस/रूसी
Ukraine/Ukrainian/यूक्रेन/यूक्रेनी
Japan/Japanese/जापान/जापानी
Germany/German/Germans/जर्मनी/जर्मन
France/French/फ्रांस/फ्रांसीसी/फ्रेंच
Italy/Italian/इटली/इतालवी
Spain/Spanish/स्पेन/स्पेनिश
Netherlands/Dutch/Holland/नीदरलैंड/नीदरलैंड्स/डच
Switzerland/Swiss/स्विट्जरलैंड/स्विस
Sweden/Swedish/स्वीडन/स्वीडिश
Norway/Norwegian/नॉर्वे
Denmark/Danish/डेनमार्क
Greece/Greek/यूनान/ग्रीस
Hungary/Hungarian/हंगरी
Poland/Polish/पोलैंड
Czech Republic/Czech/Czechia/चेक गणराज्य
Turkey/Turkish/Turkiye/तुर्की/तुर्किये
Egypt/Egyptian/मिस्र
Israel/Israeli/इजराइल/इजरायल/इस्राइल/इजरायली/इजराइली
Palestine/Palestinian/Palestinians/फिलिस्तीन/फलस्तीन/फिलिस्तीनी/फलस्तीनी
Iran/Iranian/ईरान/ईरानी
Iraq/Iraqi/इराक/इराकी
Saudi Arabia/Saudi/सऊदी अरब/सऊदी
United Arab Emirates/UAE/संयुक्त अरब अमीरात/यूएई
Qatar/कतर
Afghanistan/Afghan/अफगानिस्तान/अफगान
Pakistan/Pakistani/पाकिस्तान/पाकिस्तानी
Bangladesh/Bangladeshi/बांग्लादेश/बांग्लादेशी
Sri Lanka/Sri Lankan/श्रीलंका/श्रीलंकाई
Nepal/Nepali/Nepalese/नेपाल/नेपाली
Bhutan/भूटान
Myanmar/Burma/म्यांमार/बर्मा
Maldives/मालदीव
Thailand/Thai/थाईलैंड/थाई
Vietnam/Vietnamese/वियतनाम
Indonesia/Indonesian/इंडोनेशिया
Malaysia/Malaysian/मलेशिया
Singapore/सिंगापुर
Philippines/फिलीपींस/फिलिपींस
North Korea/उत्तर कोरिया
South Korea/South Korean/दक्षिण कोरिया
Taiwan/Taiwanese/ताइवान/ताइवानी
Hong Kong/हांगकांग
Australia/Australian/Australians/ऑस्ट्रेलिया/ऑस्ट्रेलियाई
New Zealand/न्यूजीलैंड
Canada/Canadian/कनाडा/कनाडाई
Mexico/Mexican/मेक्सिको
Brazil/Brazilian/ब्राजील/ब्राजीली
Argentina/अर्जेंटीना
South Africa/South African/दक्षिण अफ्रीका
Africa/African/अफ्रीका/अफ्रीकी
European Union/EU/यूरोपीय संघ/ईयू
African Union/अफ्रीकी संघ
Europe/European/यूरोप/यूरोपीय
Asia/Asian/एशिया/एशियाई
Assam/असम
Bihar/बिहार
Chhattisgarh/छत्तीसगढ़
Goa/गोवा
Gujarat/Gujarati/गुजरात/गुजराती
Haryana/हरियाणा
Jharkhand/झारखंड
Karnataka/कर्नाटक
Kerala/केरल
Maharashtra/महाराष्ट्र
Manipur/मणिपुर
Meghalaya/मेघालय
Mizoram/मिजोरम
Nagaland/नगालैंड/नागालैंड
Odisha/Orissa/ओडिशा/उड़ीसा
Punjab/Punjabi/पंजाब/पंजाबी
Rajasthan/राजस्थान
Sikkim/सिक्किम
Telangana/तेलंगाना
Tripura/त्रिपुरा
Uttarakhand/उत्तराखंड
Ladakh/लद्दाख
Puducherry/Pondicherry/पुदुचेरी/पुडुचेरी
Andhra Pradesh/आंध्र प्रदेश
Arunachal Pradesh/अरुणाचल प्रदेश
Himachal Pradesh/हिमाचल प्रदेश
Madhya Pradesh/मध्य प्रदेश
Uttar Pradesh/UP/उत्तर प्रदेश/यूपी
West Bengal/Bengal/पश्चिम बंगाल/बंगाल
Tamil Nadu/तमिलनाडु/तमिल नाडु
Jammu and Kashmir/जम्मू-कश्मीर/जम्मू और कश्मीर/जम्मू कश्मीर
New Delhi/Delhi/नई दिल्ली/दिल्ली
Mumbai/Bombay/मुंबई/बंबई
Kolkata/Calcutta/कोलकाता/कलकत्ता
Chennai/Madras/चेन्नई/मद्रास
Bengaluru/Bangalore/बेंगलुरु/बेंगलूर/बंगलौर
Hyderabad/हैदराबाद
Ahmedabad/अहमदाबाद
Pune/पुणे
Jaipur/जयपुर
Lucknow/लखनऊ
Patna/पटना
Bhopal/भोपाल
Srinagar/श्रीनगर
Kochi/Cochin/कोच्चि/कोचीन
Prayagraj/Allahabad/प्रयागराज/इलाहाबाद
Varanasi/Banaras/वाराणसी/बनारस
Ganga/Ganges/गंगा
Bharatiya Janata Party/BJP/भारतीय जनता पार्टी/भाजपा/बीजेपी
Congress/कांग्रेस
Aam Aadmi Party/AAP/आम आदमी पार्टी/आप पार्टी
Trinamool Congress/TMC/तृणमूल कांग्रेस/तृणमूल/टीएमसी
Samajwadi Party/समाजवादी पार्टी/सपा
Bahujan Samaj Party/BSP/बहुजन समाज पार्टी/बसपा/बीएसपी
Janata Dal (United)/Janata Dal/JDU/JD(U)/जनता दल/जनता दल यूनाइटेड/जदयू/जेडीयू
Rashtriya Janata Dal/RJD/राष्ट्रीय जनता दल/राजद/आरजेडी
Nationalist Congress Party/NCP/राष्ट्रवादी कांग्रेस पार्टी/एनसीपी
Communist Party/कम्युनिस्ट पार्टी/माकपा/भाकपा
National Democratic Alliance/NDA/राष्ट्रीय जनतांत्रिक गठबंधन/राजग/एनडीए
Rashtriya Swayamsevak Sangh/RSS/राष्ट्रीय स्वयंसेवक संघ/आरएसएस
Supreme Court/सुप्रीम कोर्ट/उच्चतम न्यायालय/सर्वोच्च न्यायालय/शीर्ष अदालत
High Court/हाईकोर्ट/हाई कोर्ट/उच्च न्यायालय
Election Commission/Election Commission of India/चुनाव आयोग/निर्वाचन आयोग
Reserve Bank of India/Reserve Bank/RBI/भारतीय रिजर्व बैंक/रिजर्व बैंक/आरबीआई
State Bank of India/State Bank/SBI/भारतीय स्टेट बैंक/स्टेट बैंक/एसबीआई
World Bank/विश्व बैंक
International Monetary Fund/IMF/अंतरराष्ट्रीय मुद्रा कोष/आईएमएफ
World Health Organization/World Health Organisation/WHO/विश्व स्वास्थ्य संगठन/डब्ल्यूएचओ
United Nations/UN/संयुक्त राष्ट्र/यूएन
Security Council/सुरक्षा परिषद
Lok Sabha/लोकसभा/लोक सभा
Rajya Sabha/राज्यसभा/राज्य सभा
Central Bureau of Investigation/CBI/केंद्रीय जांच ब्यूरो/सीबीआई
Enforcement Directorate/प्रवर्तन निदेशालय/ईडी
National Investigation Agency/NIA/राष्ट्रीय जांच एजेंसी/एनआईए
Indian Space Research Organisation/Indian Space Research Organization/ISRO/भारतीय अंतरिक्ष अनुसंधान संगठन/इसरो
National Stock Exchange/NSE/नेशनल स्टॉक एक्सचेंज/राष्ट्रीय शेयर बाजार/एनएसई
Bombay Stock Exchange/BSE/बंबई शेयर बाजार/बीएसई
Life Insurance Corporation/Life Insurance Corporation of India/LIC/भारतीय जीवन बीमा निगम/जीवन बीमा निगम/एलआईसी
International Space Station/ISS/अंतरराष्ट्रीय अंतरिक्ष स्टेशन/आईएसएस
White House/व्हाइट हाउस
Red Fort/लाल किला/लाल किले
Suez Canal/स्वेज नहर
Himalayas/Himalaya/Himalayan/हिमालय/हिमालयी
Arabian Sea/अरब सागर
Bay of Bengal/बंगाल की खाड़ी
Mars/Red Planet/मंगल ग्रह/लाल ग्रह
"""

# Words that may mean a country or something else: they bear a name out but state none.
AMBIGUOUS = {"चीनी": "China", "चेक": "Czech Republic", "english": "England", "अंग्रेजी": "England", "अंग्रेज": "England"}
AMBIGUOUS |= {"मंगल": "Mars"}


@cache
def _table() -> tuple[dict[tuple[str, ...], str], int]:
    """Return which name each run of folded words is, and the longest run."""
    named = {}
    for line in _LISTED.strip().splitlines():
        first, *others = line.split("/")
        for written in (first, *others):
            named[tuple(words(written))] = first
    return named, max(map(len, named))


def known_names(folded: Sequence[str], surfaces: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return the well-known names among words, each with its first place and the one behind its last, longest first.

    `surfaces` are the words as they are written: in Latin letters a name begins with a capital.

    >>> known_names(["the", "reserve", "bank", "of", "india"], ["The", "Reserve", "Bank", "of", "India"])
    [('Reserve Bank of India', 1, 5)]
    >>> known_names(["हमारे", "रिजर्व", "बैंक"], ["हमारे", "रिज़र्व", "बैंक"]), known_names(["us"], ["us"])
    ([('Reserve Bank of India', 1, 3)], [])
    """
    named, longest = _table()
    found, place = [], 0
    while place < len(folded):
        for end in range(min(len(folded), place + longest), place, -1):
            name = named.get(tuple(folded[place:end]))
            if name is not None and _is_written_as_name(surfaces[place:end]):
                found.append((name, place, end))
                place = end - 1
                break
        place += 1
    return found


def hinted_names(folded: Sequence[str], found: Sequence[tuple[str, int, int]]) -> frozenset[str]:
    """Return the names that words may mean as well, or that stand within longer ones: India in the Bank of India.

    >>> words = ["reserve", "bank", "of", "india"]
    >>> sorted(hinted_names(words, [("Reserve Bank of India", 0, 4)]))
    ['India', 'Reserve Bank of India']
    """
    named, _ = _table()
    runs = (
        tuple(folded[start:stop])
        for _, first, end in found
        for start in range(first, end)
        for stop in range(start + 1, end + 1)
    )
    inner = {named[run] for run in runs if run in named}
    return frozenset(inner | {AMBIGUOUS[word] for word in folded if word in AMBIGUOUS})


def _is_written_as_name(surfaces: Sequence[str]) -> bool:
    """Tell whether a run begins as a name does; an abbreviation such as US or UP is all in capitals."""
    first = surfaces[0]
    if not first[0].isascii():
        return True
    return first.isupper() if len(surfaces) == 1 and len(first) <= 3 else first[0].isupper()
