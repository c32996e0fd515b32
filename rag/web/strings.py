"""Every word of the interface, in Hindi and English."""

from index.article import Language

STRINGS: dict[str, dict[Language, str]] = {
    "name": {"hi": "खबर", "en": "Khabar"},
    "tagline": {"hi": "समाचार से पूछिए, हर स्रोत देखिए", "en": "Ask the news, see every source"},
    "interface_language": {"hi": "पन्ने की भाषा", "en": "Language of the page"},
    "hindi": {"hi": "हिंदी", "en": "Hindi"},
    "english": {"hi": "अंग्रेज़ी", "en": "English"},
    "welcome": {"hi": "क्या जानना चाहते हैं?", "en": "What would you like to know?"},
    "welcome_how": {
        "hi": "सवाल हिंदी में, अंग्रेज़ी में या रोमन अक्षरों में लिखी हिंदी में पूछिए।"
        " जवाब के साथ लगे अंक दबाने पर मूल लेख उसी वाक्य पर खुलता है।",
        "en": "Ask in Hindi, in English or in Hindi typed in Roman letters."
        " The numbers in an answer open the article at the very sentence.",
    },
    "examples": {"hi": "ये सवाल पूछकर देखिए", "en": "Try one of these"},
    "script_hi": {"hi": "हिंदी में", "en": "In Hindi"},
    "script_en": {"hi": "अंग्रेज़ी में", "en": "In English"},
    "script_hi-Latn": {"hi": "रोमन हिंदी में", "en": "In romanised Hindi"},
    "question": {"hi": "आपका सवाल", "en": "Your question"},
    "ask": {"hi": "पूछिए", "en": "Ask"},
    "stop": {"hi": "रोकिए", "en": "Stop"},
    "answer_in": {"hi": "जवाब की भाषा", "en": "Answer in"},
    "answer_auto": {"hi": "सवाल की भाषा", "en": "As asked"},
    "conversation": {"hi": "सवाल-जवाब", "en": "Questions and answers"},
    "stage_understand": {"hi": "सवाल समझा जा रहा है…", "en": "Reading the question…"},
    "stage_retrieve": {"hi": "लेख खोजे जा रहे हैं…", "en": "Searching the archive…"},
    "stage_select": {"hi": "काम के वाक्य चुने जा रहे हैं…", "en": "Choosing the sentences that answer…"},
    "stage_write": {"hi": "जवाब लिखा जा रहा है…", "en": "Writing the answer…"},
    "stage_verify": {"hi": "जवाब स्रोतों से मिलाया जा रहा है…", "en": "Checking the answer against its sources…"},
    "stopped": {"hi": "जवाब यहीं रोक दिया गया।", "en": "The answer was stopped here."},
    "failed": {
        "hi": "इस सवाल का जवाब देते समय कुछ गड़बड़ हुई। फिर से पूछकर देखिए।",
        "en": "Something went wrong while answering. Please ask again.",
    },
    "not_answered": {"hi": "जवाब नहीं मिला", "en": "No answer found"},
    "nearest": {"hi": "सवाल के सबसे क़रीब के लेख", "en": "The articles nearest to the question"},
    "support_partly": {"hi": "स्रोत से आंशिक रूप से पुष्ट", "en": "only partly supported by its source"},
    "support_unsupported": {"hi": "स्रोत से पुष्ट नहीं", "en": "not supported by its source"},
    "notices": {"hi": "सूचना", "en": "Please note"},
    "sources": {"hi": "स्रोत ({count})", "en": "Sources ({count})"},
    "source_mark": {"hi": "स्रोत {n}: {headline}", "en": "source {n}: {headline}"},
    "open_article": {"hi": "पूरा लेख पढ़िए", "en": "Open article"},
    "also_in": {"hi": "यही खबर यहाँ भी: {outlets}", "en": "Also in: {outlets}"},
    "untitled": {"hi": "बिना शीर्षक", "en": "Untitled"},
    "undated": {"hi": "तारीख़ नहीं दी गई", "en": "No date given"},
    "reader": {"hi": "लेख", "en": "Article"},
    "reader_empty": {"hi": "लेख यहाँ खुलेगा", "en": "Articles open here"},
    "reader_empty_how": {
        "hi": "जवाब में [1] जैसे किसी अंक को दबाइए।",
        "en": "Press a number such as [1] in an answer.",
    },
    "close": {"hi": "लेख बंद कीजिए", "en": "Close article"},
    "by": {"hi": "लेखक: {author}", "en": "By {author}"},
    "published": {"hi": "प्रकाशित", "en": "Published"},
    "updated": {"hi": "अद्यतन", "en": "Updated"},
    "rights": {"hi": "अधिकार", "en": "Rights"},
    "original": {"hi": "मूल पन्ना: {host}", "en": "Original page: {host}"},
    "sample": {"hi": "नमूना लेख", "en": "Sample article"},
    "old_version": {
        "hi": "यह लेख का पुराना रूप (संस्करण {version}) है, जिस पर जवाब टिका है; लेख बाद में बदला गया।",
        "en": "This is the older version ({version}) that the answer cites; the article has changed since.",
    },
    "gone": {
        "hi": "यह लेख अब संग्रह में नहीं है।",
        "en": "This article is no longer in the archive.",
    },
    "archive": {"hi": "यह संग्रह", "en": "This archive"},
    "archive_articles": {"hi": "लेख", "en": "Articles"},
    "archive_languages": {"hi": "भाषाएँ", "en": "Languages"},
    "archive_sources": {"hi": "प्रकाशन", "en": "Outlets"},
    "archive_dates": {"hi": "अवधि", "en": "Dates"},
    "and_more": {"hi": "और {count} अन्य", "en": "and {count} more"},
    "still_working": {
        "hi": "पिछले सवाल का जवाब आ रहा है; उसे पूरा होने दीजिए या रोकिए।",
        "en": "The last question is still being answered; let it finish or stop it.",
    },
    "empty_question": {"hi": "पहले कोई सवाल लिखिए।", "en": "Please write a question first."},
    "long_question": {
        "hi": "सवाल {count} अक्षरों का है; अधिकतम {limit} अक्षरों में पूछिए।",
        "en": "The question is {count} characters long; please ask in at most {limit}.",
    },
}


def say(name: str, language: Language, **values: str | int) -> str:
    """Return an interface string in a language, its blanks filled.

    >>> say("sources", "hi", count=2), say("sources", "en", count=2)
    ('स्रोत (2)', 'Sources (2)')
    """
    return STRINGS[name][language].format(**values)
