"""Words by which names are told in a sentence: titles and offices, heads of organisations and places, given names.

Each role and each kind of place has its words in both languages on one line, by which a question in one is met in the
other.
"""

from index.language.normalise import fold
from index.language.stems import stem

_ROLES = """
    minister ministers मंत्री मंत्रियों राज्यमंत्री राज्य mos mantri
    president राष्ट्रपति rashtrapati
    premier प्रधानमंत्री pm प्राइम मिनिस्टर prime
    chief मुख्यमंत्री मुख्य प्रमुख cm
    vice उपराष्ट्रपति उप deputy उपमुख्यमंत्री
    governor गवर्नर राज्यपाल उपराज्यपाल lieutenant
    captain कप्तान कैप्टन skipper
    group ग्रुप विंग wing squadron स्क्वाड्रन
    commander कमांडर leader लीडर नेता नेताओं neta
    justice justices judge judges जस्टिस न्यायमूर्ति न्यायाधीश जज
    chairman chairperson chairwoman chair अध्यक्ष चेयरमैन सभापति स्पीकर speaker head director निदेशक डायरेक्टर
    secretary सचिव महासचिव अफसर अधिकारी officer official
    lawyer advocate attorney वकील अधिवक्ता एडवोकेट vakil senior वरिष्ठ counsel
    economist अर्थशास्त्री
    scientist वैज्ञानिक professor प्रोफेसर प्रो doctor dr डॉ डॉक्टर researcher शोधकर्ता
    astronaut अंतरिक्षयात्री यात्री
    actor actress अभिनेता अभिनेत्री singer गायक गायिका artist कलाकार director निर्देशक
    player खिलाड़ी batsman batter बल्लेबाज bowler गेंदबाज striker footballer cricketer क्रिकेटर athlete एथलीट sprinter
    coach कोच manager मैनेजर engineer इंजीनियर founder संस्थापक ceo सीईओ executive
    king queen prince राजा रानी राजकुमार महाराजा pope पोप
    general जनरल admiral एडमिरल marshal मार्शल colonel कर्नल major मेजर lieutenant
    mp mps सांसद mla विधायक candidate उम्मीदवार प्रत्याशी senator mayor मेयर महापौर ambassador राजदूत
    writer author लेखक लेखिका poet कवि journalist पत्रकार spokesperson spokesman प्रवक्ता
    mr mrs ms shri smt sri श्री श्रीमती सुश्री कुमारी late स्वर्गीय दिवंगत पद्मश्री
    former पूर्व foreign विदेश finance वित्त home गृह defence रक्षा
"""
_PLACES = """
    country countries nation देश देशों मुल्क desh
    state province राज्य प्रदेश प्रांत सूबे rajya
    city town capital शहर नगर राजधानी shahar sheher
    district जिले जिला zila
    village गांव ganv gaon
    airport हवाईअड्डे एयरपोर्ट
    stadium ground venue स्टेडियम मैदान
    port बंदरगाह coast तट island द्वीप river नदी lake झील sea सागर crater क्रेटर गड्ढे
    station स्टेशन स्थान place जगह इलाके area क्षेत्र region
"""
_ORGANISATIONS = """
    company companies firm कंपनी कंपनियों
    bank बैंक
    party पार्टी दल
    court न्यायालय अदालत कोर्ट
    university विश्वविद्यालय यूनिवर्सिटी college कॉलेज school स्कूल
    institute institution संस्थान संस्था संस्थाओं laboratory प्रयोगशाला लैबोरेटरी centre center केंद्र सेंटर
    committee समिति commission आयोग council परिषद board बोर्ड authority प्राधिकरण agency एजेंसी
    union संघ यूनियन organisation organization संगठन association एसोसिएशन federation महासंघ confederation trust न्यास ट्रस्ट
    corporation निगम limited लिमिटेड shipyard शिपयार्ड hospital अस्पताल museum संग्रहालय temple मंदिर akhara अखाड़ा अखाड़े
    team टीम club क्लब ministry मंत्रालय department विभाग army सेना force बल group समूह ग्रुप
"""
_GIVEN = """
    अजय अजित अखिलेश अनिल अनीता अनुराग अमित अमर अरविंद अरुण अर्जुन अवधेश अशोक अश्विनी आकाश आदित्य आनंद आलोक आशा इंदिरा ईशा
    उमा उमेश उषा ओम करण कमल कमला कल्पना किरण किशोर किशोरी कुमार कृष्ण केशव कैलाश गणेश गिरीश गीता गोपाल गोविंद गौतम चंद्र
    चंदन जगदीश जय जया जितेंद्र ज्योति तरुण तेज दिनेश दिलीप दिव्या दीपक दुर्गा देव देवी धर्म धीरज नरेंद्र नवीन नितिन निर्मला
    नीरज नीतीश नेहा पंकज पवन पीयूष पूजा पूनम प्रकाश प्रताप प्रतिभा प्रदीप प्रमोद प्रवीण प्रसाद प्रशांत प्रिया प्रीति प्रेम
    बलराम बाबू बाल भगत भरत भारती भूपेंद्र मंगल मनोज ममता महेंद्र महेश माया मीना मीरा मुकेश मोहन मोहम्मद यशवंत योगेश रंजन
    रजनी रतन रमन रमेश रवि रश्मि राकेश राघव राज राजा राजीव राजेंद्र राजेश राधा राम राहुल रीता रेखा रोहित लक्ष्मण लक्ष्मी
    लता लाल विकास विक्रम विजय विनय विनोद विमल विराट विवेक विशाल विश्व वीर वेंकट शंकर शक्ति शशि शांति शिव शिवाजी शुभ
    श्याम संगीता संजय संजीव संतोष संदीप सचिन सत्य समीर सरला सरिता सागर सीता सुधा सुधीर सुनील सुनीता सुभाष सुमन सुरेश
    सुषमा सूर्य सोनिया सोमनाथ स्मृति स्वाति हरि हरीश हेमंत अहमद अली खान शेख अंसारी सिंह शर्मा वर्मा गुप्ता यादव मिश्रा
    मिश्र पांडेय पांडे तिवारी त्रिपाठी दुबे चौबे शुक्ला श्रीवास्तव सिन्हा झा ठाकुर चौधरी पटेल शाह मेहता जोशी देसाई पाटिल
    पवार ठाकरे शिंदे गांधी नेहरू मोदी राय रॉय घोष बोस दास सेन बनर्जी मुखर्जी चटर्जी भट्टाचार्य रेड्डी राव नायडू नायर पिल्लै
    मेनन अय्यर कृष्णन गिल कौर बादल मान धवन कपूर खन्ना मल्होत्रा चोपड़ा अरोड़ा भाटिया सेठी अग्रवाल जैन गोयल बंसल मित्तल
    सीतारमण ईरानी स्वामी आचार्य
"""
_PEOPLES = """
    indian indians american americans british chinese russian russians japanese german french pakistani australian
    african asian european israeli iranian nepali canadian italian taiwanese czech english hindi hindu muslim
    christian sikh
"""
_NO_NAMES = """
    अनुसार पास बार दौरान बीच साथ बाद पहले सबसे चारों तीनों दोनों सभी कई कुछ मैच टूर्नामेंट फाइनल सीमा सुविधा तकनीक भारतीय अमेरिकी
    चीनी रूसी ब्रिटिश पाकिस्तानी जापानी जर्मन फ्रांसीसी मौजूदा पूर्ण नया नई नए पुराना पुराने पुरानी बड़ा बड़ी बड़े छोटा छोटे छोटी पहला
    पहली दूसरा दूसरी दूसरे तीसरा तीसरी तीसरे सोवियत समारोह लोग लोगों संख्या मात शिकस्त विश्व कप इंटरनेट मोबाइल फोन एक दो तीन
"""


def _grouped(listed: str) -> dict[str, str]:
    """Return the first word of its line for each word and its stem."""
    found: dict[str, str] = {}
    for line in listed.strip().splitlines():
        first, *others = (fold(word) for word in line.split())
        for word in (first, *others):
            found.setdefault(word, first)
            found.setdefault(stem(word), first)
    return found


ROLES = _grouped(_ROLES)
PLACES = _grouped(_PLACES)
ORGANISATIONS = _grouped(_ORGANISATIONS)
GIVEN = frozenset(fold(word) for word in _GIVEN.split())
PEOPLES = frozenset(_PEOPLES.split())
NO_NAMES = frozenset(fold(word) for word in _NO_NAMES.split())
