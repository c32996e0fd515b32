"""Names of the sample articles in both scripts, by what they name, so that one may stand for another."""

from typing import Literal, NamedTuple


class Name(NamedTuple):
    """A name in both scripts."""

    en: str
    hi: str
    sort: Literal["person", "place", "organisation", "thing"]

    def written(self, language: str) -> str:
        """Return the name as a language writes it."""
        return self.hi if language == "hi" else self.en


_PEOPLE = """
Narendra Modi|नरेंद्र मोदी; Rajnath Singh|राजनाथ सिंह; Amit Shah|अमित शाह; Nirmala Sitharaman|निर्मला सीतारमण;
Ashwini Vaishnaw|अश्विनी वैष्णव; Rahul Gandhi|राहुल गांधी; Sonia Gandhi|सोनिया गांधी; Joe Biden|जो बाइडेन;
Donald Trump|डोनाल्ड ट्रंप; Elon Musk|एलन मस्क; Vladimir Putin|व्लादीमिर पुतिन; Neeraj Chopra|नीरज चोपड़ा;
Abhinav Bindra|अभिनव बिंद्रा; Nitish Kumar|नीतीश कुमार; Tejashwi Yadav|तेजस्वी यादव; Ranjan Gogoi|रंजन गोगोई;
Ram Nath Kovind|राम नाथ कोविंद; Droupadi Murmu|द्रौपदी मुर्मू; Yashwant Sinha|यशवंत सिन्हा;
Jagdeep Dhankhar|जगदीप धनखड़; Mallikarjun Kharge|मल्लिकार्जुन खरगे; Mukesh Ambani|मुकेश अंबानी;
Sunil Mittal|सुनील मित्तल; Rekha Gupta|रेखा गुप्ता; Shubhanshu Shukla|शुभांशु शुक्ला; Rakesh Sharma|राकेश शर्मा;
Sunita Williams|सुनीता विलियम्स; Virat Kohli|विराट कोहली; Travis Head|ट्रैविस हेड; Jack Dorsey|जैक डोर्सी;
Jawaharlal Nehru|जवाहरलाल नेहरू; Om Birla|ओम बिरला; Smriti Irani|स्मृति ईरानी; Rajiv Kumar|राजीव कुमार;
Sanjay Malhotra|संजय मल्होत्रा; Tushar Mehta|तुषार मेहता; Arvind Kejriwal|अरविंद केजरीवाल;
Ding Liren|डिंग लिरेन; Liang Wenfeng|लियांग वेनफेंग; Shaktikanta Das|शक्तिकांत दास; Chandrachud|चंद्रचूड़;
Radhakrishnan|राधाकृष्णन; Gukesh|गुकेश; Kariko|कारिको; Weissman|वाइसमैन; Belousov|बेलौसोव; Atishi|आतिशी;
Sivan|सिवन; Somanath|सोमनाथ; Musk|मस्क; Modi|मोदी; Chopra|चोपड़ा; Agrawal|अग्रवाल; Murmu|मुर्मू; Sinha|सिन्हा;
Williams|विलियम्स; Ramana|रमना; Nagesh Kumar|नागेश कुमार
"""
_PLACES = """
New Delhi|नई दिल्ली; Delhi|दिल्ली; Mumbai|मुंबई; Bengaluru|बेंगलुरु; Chennai|चेन्नई; Hyderabad|हैदराबाद;
Lucknow|लखनऊ; Ahmedabad|अहमदाबाद; Ayodhya|अयोध्या; Gujarat|गुजरात; Bihar|बिहार; Kerala|केरल; Karnataka|कर्नाटक;
Assam|असम; Haryana|हरियाणा; Jharkhand|झारखंड; Maharashtra|महाराष्ट्र; Tamil Nadu|तमिलनाडु;
Uttar Pradesh|उत्तर प्रदेश; West Bengal|पश्चिम बंगाल; Rajasthan|राजस्थान; Punjab|पंजाब; Odisha|ओडिशा;
Ladakh|लद्दाख; Sriharikota|श्रीहरिकोटा; Indore|इंदौर; Kochi|कोच्चि; Panipat|पानीपत; India|भारत; China|चीन;
Russia|रूस; Japan|जापान; Brazil|ब्राजील; Hungary|हंगरी; Pakistan|पाकिस्तान; Australia|ऑस्ट्रेलिया;
Germany|जर्मनी; Taiwan|ताइवान; Singapore|सिंगापुर; United States|अमेरिका; Britain|ब्रिटेन;
South Africa|दक्षिण अफ्रीका; California|कैलिफोर्निया; Florida|फ्लोरिडा; San Francisco|सैन फ्रांसिस्को;
Stockholm|स्टॉकहोम; Tokyo|टोक्यो; Suez Canal|स्वेज नहर; Mars|मंगल ग्रह; Silkyara|सिलक्यारा
"""
_ORGANISATIONS = """
Bharatiya Janata Party|भारतीय जनता पार्टी; Aam Aadmi Party|आम आदमी पार्टी; Congress|कांग्रेस;
Janata Dal|जनता दल; BJP|भाजपा; Supreme Court|सुप्रीम कोर्ट; Election Commission|चुनाव आयोग;
Reserve Bank|रिजर्व बैंक; State Bank|स्टेट बैंक; ISRO|इसरो; NASA|नासा; Lok Sabha|लोकसभा; Rajya Sabha|राज्यसभा;
Twitter|ट्विटर; OpenAI|ओपनएआई; DeepSeek|डीपसीक; Microsoft|माइक्रोसॉफ्ट; Nvidia|एनवीडिया;
CrowdStrike|क्राउडस्ट्राइक; LIC|एलआईसी; NPCI|एनपीसीआई; IndiGo|इंडिगो; Jio|जियो; Airtel|एयरटेल; Reliance|रिलायंस;
Tata|टाटा; World Health Organization|विश्व स्वास्थ्य संगठन; SpaceX|स्पेसएक्स; Cochin Shipyard|कोचीन शिपयार्ड;
Samyukt Kisan Morcha|संयुक्त किसान मोर्चा
"""
_THINGS = """
Vikram|विक्रम; Pragyan|प्रज्ञान; Perseverance|पर्सिवियरेंस; Ingenuity|इंजेन्यूइटी; Dimorphos|डिमॉर्फस;
ChatGPT|चैटजीपीटी; Ever Given|एवर गिवन; Aditya-L1|आदित्य-एल1; Gaganyaan|गगनयान; Dragon|ड्रैगन;
Starliner|स्टारलाइनर; Chandrayaan|चंद्रयान; SpaDeX|स्पेडेक्स; Vikrant|विक्रांत; Axiom|एक्सिओम;
Vikramaditya|विक्रमादित्य; Mangalyaan|मंगलयान; Curiosity|क्यूरियोसिटी
"""


def _read(listed: str, sort: Literal["person", "place", "organisation", "thing"]) -> list[Name]:
    pairs = (pair.strip().split("|") for pair in listed.split(";"))
    return [Name(en, hi, sort) for en, hi in pairs]


NAMES = (
    *_read(_PEOPLE, "person"),
    *_read(_PLACES, "place"),
    *_read(_ORGANISATIONS, "organisation"),
    *_read(_THINGS, "thing"),
)
