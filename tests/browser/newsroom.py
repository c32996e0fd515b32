"""What the browser tests read and ask: a Hindi and an English article, a hostile one, questions in both languages."""

from index.article import Article, Copy, Language
from tests.fake_desk import FakeDesk, Quote

HOSTILE = "<script>window.broken = 1</script>"
ATTRIBUTE = '<img src=x onerror="window.broken = 1"> [x](javascript:window.broken=1) \u202etxt.exe'
LAKE = "\n\n".join(
    (
        "मोतीपुर की बड़ी झील में इस साल सर्दियों के पहले हफ्ते में ही विदेशी पक्षी लौट आए हैं। वन विभाग की "
        "गिनती में अब तक बारह हज़ार पक्षी मिले हैं।",
        "गिनती के लिए झील को छह हिस्सों में बाँटा गया था। हर हिस्से में तीन लोगों की टोली सुबह छह बजे से दस "
        "बजे तक बैठी। टोलियों में विश्वविद्यालय के छात्र भी थे।",
        "विभाग के अनुसार सबसे ज़्यादा संख्या सुरखाब की रही। पिछले साल इसी समय आठ हज़ार पक्षी दिखे थे। जानकार "
        "मानते हैं कि तालाब की सफ़ाई से पानी में घास कम हुई और मछलियाँ बढ़ीं।",
        "झील के किनारे रहने वाले मछुआरों ने दिसंबर से फरवरी तक जाल न डालने का फ़ैसला किया है। पंचायत ने "
        "उन्हें इन तीन महीनों के लिए दूसरे काम देने का वादा किया।",
        "पर्यटन विभाग ने किनारे पर दो मचान बनवाए हैं। एक मचान पर एक बार में बीस लोग चढ़ सकते हैं। टिकट तीस "
        "रुपये का है और बच्चों से कुछ नहीं लिया जाएगा।",
        "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा। केंद्र में दूरबीनें मुफ़्त मिलेंगी और हर शनिवार को सैर होगी।",
        "जिला अधिकारी ने लोगों से शोर न करने और प्लास्टिक न लाने की अपील की है। नियम तोड़ने पर पाँच सौ रुपये का जुर्माना होगा।",
        "स्थानीय स्कूलों ने भी तैयारी की है। शिक्षक बच्चों को पक्षियों के चित्र बनाना और उनकी बोली पहचानना सिखा रहे हैं।",
    )
)
TRAM = "\n\n".join(
    (
        "The city of Rampur Lake will bring back its trams after four decades, the transport board said on "
        "Monday. The first line will run from the old fort to the new bus station.",
        "Engineers surveyed the route through the autumn. They found that most of the old rails under Station "
        "Road could be lifted without closing both lanes at once.",
        "The board chose low-floor cars so that wheelchairs can roll on at every stop. Each car seats sixty "
        "people and carries two hundred in all.",
        "Shopkeepers on Station Road asked that the digging stop during the festival weeks. The board agreed, "
        "and added two months to the plan.",
        "A day pass will cost forty rupees, and students will ride for half of that. Tickets will be sold on "
        "the cars and by telephone.",
        "The first tram is due to carry passengers on 2 October 2026. Test runs without passengers begin in June.",
        "Power will come from a solar yard beside the depot. The yard is to make more than the trams use on "
        "most days of the year.",
        "The old trams stopped in 1984, when buses took over their last line. One of them still stands in the "
        "town museum.",
    )
)

_RIGHTS = "Sample article written for tests; no rights reserved."
ARTICLES = [
    Article(
        id="lake",
        body=LAKE,
        headline="मोतीपुर झील में लौटे बारह हज़ार पक्षी, जनवरी में खुलेगा केंद्र",
        standfirst="सफ़ाई के बाद झील में मछलियाँ बढ़ीं; मछुआरे तीन महीने जाल नहीं डालेंगे",
        published="2025-12-04T23:07:00+05:30",
        updated="2025-12-05T08:10:00+05:30",
        source="नगर दर्पण",
        section="पर्यावरण",
        author="सुधा रावत",
        place="मोतीपुर",
        url="https://nagar-darpan.example/lake",
        language="hi",
        rights=_RIGHTS,
    ),
    Article(
        id="tram",
        body=TRAM,
        headline="Trams to return to Rampur Lake after forty years",
        standfirst="First line links the old fort with the new bus station",
        published="2025-11-24T09:30:00+05:30",
        source="The Lake Courier",
        section="City",
        author="Anil Mathur",
        place="Rampur Lake",
        url="https://lake-courier.example/tram",
        language="en",
        rights=_RIGHTS,
    ),
    Article(
        id="hostile",
        body=f"First line.\n\n{HOSTILE} {ATTRIBUTE} ends here.",
        headline='<img src=x onerror="window.broken = 1"> \u202eenildaeh',
        published="2025-11-01",
        source='" onmouseover="window.broken = 1',
        url="javascript:window.broken = 1",
    ),
]

ARTICLE_OF: dict[Language, str] = {"hi": "lake", "en": "tram"}
HINDI = "मोतीपुर झील का पक्षी केंद्र कब खुलेगा?"
HINDI_QUOTE = "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा।"
COUNT = "वन विभाग की गिनती में अब तक बारह हज़ार पक्षी मिले हैं।"
ENGLISH = "When will the first tram carry passengers?"
ENGLISH_QUOTE = "The first tram is due to carry passengers on 2 October 2026."
FARE = "A day pass will cost forty rupees, and students will ride for half of that."

# A question whose answer has a short form and rests on two sentences of one article; one that only makes sense after
# it; one that names days, and the same without them; one that both articles answer, the older first; one that neither
# does.
OPENING: dict[Language, str] = {"hi": HINDI, "en": "When do the trams return, and what do they cost?"}
QUOTES: dict[Language, tuple[str, str]] = {"hi": (HINDI_QUOTE, COUNT), "en": (ENGLISH_QUOTE, FARE)}
SHORT: dict[Language, str] = {"hi": "14 जनवरी 2026", "en": "2 October 2026"}
FOLLOW_UP: dict[Language, str] = {"hi": "और टिकट कितने का है?", "en": "And how are tickets sold?"}
ROMANISED, READ_AS = "jheel ka pakshi kendra kab khulega?", "झील का पक्षी केंद्र कब खुलेगा?"
DATED: dict[Language, str] = {"hi": "पिछले हफ्ते ट्राम क्यों रुकीं?", "en": "Why did last week's trams stop?"}
UNDATED: dict[Language, str] = {"hi": "ट्राम क्यों रुकीं?", "en": "Why did trams stop?"}
BOTH: dict[Language, str] = {"hi": "जल्दी क्या खुलेगा?", "en": "What opens soon?"}
UNKNOWN: dict[Language, str] = {"hi": "क्या चाँद पर पानी है?", "en": "Is there water on the Moon?"}

_DUE = [("tram", ENGLISH_QUOTE)]
_FOLLOWED: dict[Language, Quote] = {
    "hi": ("lake", "टिकट तीस रुपये का है और बच्चों से कुछ नहीं लिया जाएगा।"),
    "en": ("tram", "Tickets will be sold on the cars and by telephone."),
}
_DAYS_READ: dict[Language, str] = {"hi": "पिछले हफ्ते", "en": "last week's"}


def desk() -> FakeDesk:
    """Return a desk that answers these questions from these articles."""
    replies: dict[str, list[Quote]] = {
        ENGLISH: _DUE,
        ROMANISED: [("lake", HINDI_QUOTE)],
        HOSTILE: [("hostile", HOSTILE), ("hostile", ATTRIBUTE)],
    }
    understood: dict[str, dict[str, object]] = {
        HOSTILE: {"restored": ATTRIBUTE},
        ROMANISED: {"restored": READ_AS},
    }
    for language, opening in OPENING.items():
        replies[opening] = [(ARTICLE_OF[language], quote) for quote in QUOTES[language]]
        replies[FOLLOW_UP[language]] = [_FOLLOWED[language]]
        replies[DATED[language]] = replies[UNDATED[language]] = _DUE
        replies[BOTH[language]] = [*_DUE, ("lake", HINDI_QUOTE)]
        understood[FOLLOW_UP[language]] = {"standalone": f"{opening} {FOLLOW_UP[language]}"}
        days = {"start": "2025-11-24", "end": "2025-11-30", "text": _DAYS_READ[language], "reason": "named"}
        understood[DATED[language]] = {"window": days}
    return FakeDesk(
        ARTICLES,
        replies,
        understood=understood,
        short_answers={HOSTILE: ATTRIBUTE} | {OPENING[language]: short for language, short in SHORT.items()},
        notices_of={HOSTILE: [ATTRIBUTE]},
        copies={
            "lake": (Copy("lake-2", "झील समाचार", "2025-12-05"),),
            "tram": (Copy("tram-2", "Rampur Post", "2025-11-25"),),
        },
        relevance={"lake": 0.6, "tram": 0.7},
    )
