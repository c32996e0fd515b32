"""Countries, states and large cities by their names in both languages: sound does not give one from the other."""

from typing import Literal, NamedTuple

from index.language.normalise import fold

PlaceKind = Literal["country", "state", "city"]

_LISTED: dict[PlaceKind, str] = {
    "country": """
        India भारत; Pakistan पाकिस्तान; China चीन; Nepal नेपाल; Bhutan भूटान; Bangladesh बांग्लादेश; Sri Lanka श्रीलंका;
        Maldives मालदीव; Afghanistan अफगानिस्तान; Myanmar म्यांमार; Russia रूस; Ukraine यूक्रेन; America अमेरिका;
        United States अमेरिका; US अमेरिका; Canada कनाडा; Mexico मेक्सिको; Brazil ब्राजील; Argentina अर्जेंटीना;
        Britain ब्रिटेन; United Kingdom ब्रिटेन; England इंग्लैंड; Scotland स्कॉटलैंड; Ireland आयरलैंड; France फ्रांस;
        Germany जर्मनी; Italy इटली; Spain स्पेन; Portugal पुर्तगाल; Netherlands नीदरलैंड; Belgium बेल्जियम;
        Switzerland स्विट्जरलैंड; Austria ऑस्ट्रिया; Sweden स्वीडन; Norway नॉर्वे; Denmark डेनमार्क; Finland फिनलैंड;
        Poland पोलैंड; Hungary हंगरी; Greece यूनान; Turkey तुर्की; Turkiye तुर्किये; Israel इज़राइल; Iran ईरान;
        Iraq इराक; Saudi Arabia सऊदी अरब; United Arab Emirates संयुक्त अरब अमीरात; Qatar कतर; Kuwait कुवैत; Oman ओमान;
        Syria सीरिया; Lebanon लेबनान; Jordan जॉर्डन; Egypt मिस्र; Sudan सूडान; Ethiopia इथियोपिया; Kenya केन्या;
        South Africa दक्षिण अफ्रीका; Nigeria नाइजीरिया; Ghana घाना; Morocco मोरक्को; Tanzania तंज़ानिया; Comoros कोमोरोस;
        Japan जापान; South Korea दक्षिण कोरिया; North Korea उत्तर कोरिया; Taiwan ताइवान; Vietnam वियतनाम;
        Thailand थाईलैंड; Malaysia मलेशिया; Singapore सिंगापुर; Indonesia इंडोनेशिया; Philippines फिलीपींस;
        Cambodia कंबोडिया; Australia ऑस्ट्रेलिया; New Zealand न्यूजीलैंड; Mauritius मॉरीशस; Seychelles सेशेल्स;
        Kazakhstan कजाकिस्तान; Uzbekistan उज्बेकिस्तान; Mongolia मंगोलिया; Cuba क्यूबा; Chile चिली; Peru पेरू;
        Colombia कोलंबिया; Venezuela वेनेजुएला; Jamaica जमैका; Georgia जॉर्जिया; Armenia आर्मेनिया; Romania रोमानिया;
        Bulgaria बुल्गारिया; Czech Republic चेक गणराज्य; Slovakia स्लोवाकिया; Croatia क्रोएशिया; Serbia सर्बिया
    """,
    "state": """
        Andhra Pradesh आंध्र प्रदेश; Arunachal Pradesh अरुणाचल प्रदेश; Assam असम; Bihar बिहार; Chhattisgarh छत्तीसगढ़;
        Goa गोवा; Gujarat गुजरात; Haryana हरियाणा; Himachal Pradesh हिमाचल प्रदेश; Jharkhand झारखंड; Karnataka कर्नाटक;
        Kerala केरल; Madhya Pradesh मध्य प्रदेश; Maharashtra महाराष्ट्र; Manipur मणिपुर; Meghalaya मेघालय; Mizoram मिजोरम;
        Nagaland नागालैंड; Odisha ओडिशा; Punjab पंजाब; Rajasthan राजस्थान; Sikkim सिक्किम; Tamil Nadu तमिलनाडु;
        Telangana तेलंगाना; Tripura त्रिपुरा; Uttar Pradesh उत्तर प्रदेश; Uttarakhand उत्तराखंड;
        West Bengal पश्चिम बंगाल; Jammu and Kashmir जम्मू-कश्मीर; Kashmir कश्मीर; Ladakh लद्दाख; Puducherry पुडुचेरी;
        California कैलिफोर्निया; Texas टेक्सास; Florida फ्लोरिडा; Alaska अलास्का; Hawaii हवाई
    """,
    "city": """
        Delhi दिल्ली; New Delhi नई दिल्ली; Mumbai मुंबई; Kolkata कोलकाता; Chennai चेन्नई; Bengaluru बेंगलुरु;
        Hyderabad हैदराबाद; Ahmedabad अहमदाबाद; Pune पुणे; Surat सूरत; Jaipur जयपुर; Lucknow लखनऊ; Kanpur कानपुर;
        Nagpur नागपुर; Indore इंदौर; Bhopal भोपाल; Patna पटना; Vadodara वडोदरा; Agra आगरा; Varanasi वाराणसी;
        Prayagraj प्रयागराज; Ayodhya अयोध्या; Amritsar अमृतसर; Chandigarh चंडीगढ़; Mohali मोहाली; Ranchi रांची;
        Raipur रायपुर; Guwahati गुवाहाटी; Bhubaneswar भुवनेश्वर; Kochi कोच्चि; Thiruvananthapuram तिरुवनंतपुरम;
        Coimbatore कोयंबटूर; Madurai मदुरै; Visakhapatnam विशाखापत्तनम; Vijayawada विजयवाड़ा; Mysuru मैसूरु;
        Srinagar श्रीनगर; Jammu जम्मू; Shimla शिमला; Dehradun देहरादून; Haridwar हरिद्वार; Gurugram गुरुग्राम;
        Noida नोएडा; Ghaziabad गाजियाबाद; Faridabad फरीदाबाद; Jodhpur जोधपुर; Udaipur उदयपुर; Sriharikota श्रीहरिकोटा;
        London लंदन; Paris पेरिस; Berlin बर्लिन; Rome रोम; Madrid मैड्रिड; Moscow मॉस्को; Kyiv कीव; Geneva जिनेवा;
        Vienna वियना; Brussels ब्रुसेल्स; New York न्यूयॉर्क; Washington वाशिंगटन; Chicago शिकागो; Boston बोस्टन;
        San Francisco सैन फ्रांसिस्को; Los Angeles लॉस एंजिलिस; San Diego सैन डिएगो; Houston ह्यूस्टन; Austin ऑस्टिन;
        Toronto टोरंटो; Beijing बीजिंग; Shanghai शंघाई; Hong Kong हांगकांग; Tokyo टोक्यो; Seoul सियोल; Bangkok बैंकॉक;
        Jakarta जकार्ता; Kathmandu काठमांडू; Dhaka ढाका; Colombo कोलंबो; Islamabad इस्लामाबाद; Lahore लाहौर; Karachi कराची;
        Kabul काबुल; Tehran तेहरान; Dubai दुबई; Abu Dhabi अबू धाबी; Doha दोहा; Riyadh रियाद; Jerusalem यरुशलम; Cairo काहिरा;
        Istanbul इस्तांबुल; Ankara अंकारा; Nairobi नैरोबी; Johannesburg जोहान्सबर्ग; Sydney सिडनी; Melbourne मेलबर्न;
        Rio de Janeiro रियो डी जनेरियो; Budapest बुडापेस्ट; Stockholm स्टॉकहोम; Oslo ओस्लो; Taipei ताइपे; Hanoi हनोई
    """,
}


class Place(NamedTuple):
    """A known place."""

    english: str
    hindi: str
    kind: PlaceKind


def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for kind, listed in _LISTED.items():
        for pair in listed.split(";"):
            words = pair.split()
            split = next(at for at, word in enumerate(words) if not word.isascii())
            place = Place(" ".join(words[:split]), " ".join(words[split:]), kind)
            found.setdefault(fold(place.english), place)
            found.setdefault(fold(place.hindi), place)
    return found


_PLACES = _places()


def place_called(name: str) -> Place | None:
    """Return the place of a name in either language, None where it is not known.

    >>> place_called("रूस").english, place_called("Saudi Arabia").hindi, place_called("Ram")
    ('Russia', 'सऊदी अरब', None)
    """
    return _PLACES.get(fold(name))
