"""Every word of the interface, in Hindi and English."""

from index.article import Language
from rag.web.adding.words import WORDS as ADDING
from rag.web.settings_strings import SETTINGS_STRINGS

STRINGS: dict[str, dict[Language, str]] = {
    **SETTINGS_STRINGS,
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
    "filters": {"hi": "लेख चुनिए: तारीख़, प्रकाशन, भाषा", "en": "Filter: dates, outlet, language"},
    "filter_from": {"hi": "इस दिन से", "en": "From"},
    "filter_to": {"hi": "इस दिन तक", "en": "To"},
    "filter_source": {"hi": "प्रकाशन", "en": "Outlet"},
    "filter_section": {"hi": "अनुभाग", "en": "Section"},
    "filter_language": {"hi": "लेख की भाषा", "en": "Articles in"},
    "filter_any": {"hi": "सभी", "en": "Any"},
    "latest_first": {"hi": "सबसे नई ख़बर पहले", "en": "Latest first"},
    "latest_chosen": {"hi": "सबसे नई पहले", "en": "latest first"},
    "filters_chosen": {"hi": "चुनी हुई शर्तें: {filters}", "en": "Chosen: {filters}"},
    "filters_drop": {"hi": "शर्तें हटाइए", "en": "Clear filters"},
    "days_reversed": {
        "hi": "पहला दिन आख़िरी दिन के बाद का है; तारीख़ें बदलिए।",
        "en": "The first day is after the last one; please change the dates.",
    },
    "conversation": {"hi": "सवाल-जवाब", "en": "Questions and answers"},
    "dark": {"hi": "गहरे रंग", "en": "Dark colours"},
    "empty_archive": {"hi": "संग्रह अभी ख़ाली है", "en": "The archive is still empty"},
    "empty_archive_how": {
        "hi": "सवाल पूछने से पहले इसमें लेख जोड़िए। कमांड लाइन पर इनमें से कोई एक चलाइए"
        " (संग्रह किसी और फ़ोल्डर में हो तो --archive फ़ोल्डर भी लिखिए):",
        "en": "Put articles into it before you ask. Run one of these on the command line"
        " (with --archive FOLDER if the archive lies elsewhere):",
    },
    "step_samples": {"hi": "नमूने के लेख:", "en": "The sample articles:"},
    "step_own": {"hi": "अपने लेखों का फ़ोल्डर:", "en": "A folder of your own articles:"},
    "step_web": {"hi": "कोई वेब पन्ना या फ़ीड:", "en": "A web page or a feed:"},
    "empty_archive_then": {
        "hi": "फिर यह पन्ना दोबारा खोलिए; ऐप को बंद करने की ज़रूरत नहीं।",
        "en": "Then load this page again; the app may keep running.",
    },
    "link_brought": {
        "hi": "यह सवाल एक लिंक से आया है। पूछने के लिए “पूछिए” दबाइए।",
        "en": "A link brought this question. Press Ask to ask it.",
    },
    "link_brought_filtered": {
        "hi": "यह सवाल एक लिंक से आया है, इन शर्तों के साथ: {filters}। पूछने के लिए “पूछिए” दबाइए।",
        "en": "A link brought this question, with these conditions: {filters}. Press Ask to ask it.",
    },
    "understood": {"hi": "सवाल कैसे समझा गया", "en": "How the question was understood"},
    "restored": {"hi": "ऐसे पढ़ा गया:", "en": "Read as:"},
    "completed": {"hi": "पिछले सवालों के साथ समझा गया:", "en": "Understood, with the questions before it, as:"},
    "alone": {"hi": "पिछले सवालों से अलग पूछा गया", "en": "Asked apart from the questions before it"},
    "days_searched": {"hi": "इन दिनों के लेख:", "en": "Articles of:"},
    "days_preferred": {"hi": "इन दिनों के लेख पहले:", "en": "Articles about these days first:"},
    "days_from": {"hi": "{day} से", "en": "from {day}"},
    "days_to": {"hi": "{day} तक", "en": "up to {day}"},
    "filtered": {"hi": "चुनी हुई शर्तें:", "en": "Only:"},
    "without_context": {
        "hi": "पिछले सवालों को छोड़कर फिर पूछिए",
        "en": "Ask again without the questions before it",
    },
    "without_window": {"hi": "इन दिनों के बिना फिर पूछिए", "en": "Ask again without these days"},
    "without_filters": {"hi": "इन शर्तों के बिना फिर पूछिए", "en": "Ask again without these conditions"},
    "coverage_answer": {
        "hi": "इस जवाब के पीछे की ख़बरें, समय के साथ (लाल: उद्धृत)",
        "en": "Stories behind this answer over time (red: cited)",
    },
    "coverage_archive": {"hi": "संग्रह के लेख, समय के साथ", "en": "Articles of the archive over time"},
    "coverage_summary": {"hi": "कुल लेख: {count}। सबसे ज़्यादा: {peak}।", "en": "{count} in all, most of them: {peak}."},
    "coverage_summary_cited": {"hi": "उद्धृत: {count}।", "en": "Cited: {count}."},
    "coverage_table": {"hi": "आँकड़े तालिका में", "en": "The figures as a table"},
    "coverage_when": {"hi": "कब", "en": "When"},
    "coverage_articles": {"hi": "लेख", "en": "Articles"},
    "coverage_cited": {"hi": "उद्धृत", "en": "Cited"},
    "tools": {"hi": "इस जवाब के साथ", "en": "With this answer"},
    "copy": {"hi": "कॉपी", "en": "Copy"},
    "copy_plain": {"hi": "सादा पाठ", "en": "Plain text"},
    "copy_markdown": {"hi": "मार्कडाउन (Markdown)", "en": "Markdown"},
    "copy_quotes": {"hi": "उद्धरण, प्रकाशन, तारीख़, पता", "en": "Quotes with outlet, date, address"},
    "copied": {"hi": "कॉपी हो गया", "en": "Copied"},
    "not_copied": {"hi": "ब्राउज़र ने कॉपी नहीं करने दिया", "en": "The browser did not allow copying"},
    "copy_link": {"hi": "लिंक", "en": "Link"},
    "link_copied": {"hi": "लिंक कॉपी हो गया", "en": "Link copied"},
    "again": {"hi": "फिर पूछिए", "en": "Ask again"},
    "edit": {"hi": "बदलिए", "en": "Edit"},
    "thumb_up": {"hi": "जवाब काम आया", "en": "Helpful answer"},
    "thumb_down": {"hi": "जवाब में कमी है", "en": "Something is wrong"},
    "why_up": {"hi": "क्या अच्छा लगा? (चाहें तो लिखिए)", "en": "What was good? (optional)"},
    "why_down": {"hi": "क्या कमी रही? (चाहें तो लिखिए)", "en": "What is wrong? (optional)"},
    "opinion_kept": {
        "hi": "भेजने पर यह सवाल, इससे पहले के सवाल, उद्धृत जगहें और आपकी राय इसी संग्रह के फ़ोल्डर में रखी जाती हैं।",
        "en": "On sending, this question, those before it, the places cited and your opinion are kept in the archive's"
        " folder.",
    },
    "send": {"hi": "भेजिए", "en": "Send"},
    "opinion_thanks": {"hi": "धन्यवाद, आपकी राय रख ली गई।", "en": "Thank you, your opinion has been kept."},
    "opinion_failed": {
        "hi": "आपकी राय रखी नहीं जा सकी।",
        "en": "Your opinion could not be kept.",
    },
    "past_title": {"hi": "पिछले सवाल", "en": "Past questions"},
    "past_how": {
        "hi": "यह सूची केवल आपके ब्राउज़र में रहती है।",
        "en": "This list is kept in your browser only.",
    },
    "past_none": {"hi": "अभी कोई सवाल नहीं।", "en": "No questions yet."},
    "past_clear": {"hi": "सब मिटाइए", "en": "Clear all"},
    "past_keep": {"hi": "नए सवाल याद रखिए", "en": "Remember new questions"},
    "past_forget": {"hi": "यह सवाल मिटाइए", "en": "Forget this question"},
    "close_dialog": {"hi": "बंद कीजिए", "en": "Close"},
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
    "source_of": {"hi": "उद्धरण {n} / {count}", "en": "Quote {n} of {count}"},
    "previous_source": {"hi": "पिछला उद्धरण", "en": "Previous quote"},
    "next_source": {"hi": "अगला उद्धरण", "en": "Next quote"},
    "relevance_1": {"hi": "सवाल से कम मिलता है", "en": "Touches on the question"},
    "relevance_2": {"hi": "सवाल से काफ़ी मिलता है", "en": "Meets much of the question"},
    "relevance_3": {"hi": "सवाल से पूरा मिलता है", "en": "Meets the question closely"},
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
    "updated": {"hi": "अद्यतन", "en": "Updated"},
    "rights": {"hi": "अधिकार", "en": "Rights"},
    "original": {"hi": "मूल पन्ना: {host}", "en": "Original page: {host}"},
    "sample": {"hi": "नमूना लेख", "en": "Sample article"},
    "old_version": {
        "hi": "यह लेख का पुराना रूप (संस्करण {version}) है, जिस पर जवाब टिका है; लेख बाद में बदला गया{day}।",
        "en": "This is the older version ({version}) that the answer cites; the article was changed since{day}.",
    },
    "newest": {"hi": "नया रूप पढ़िए", "en": "Read it as it is now"},
    "removed": {
        "hi": "यह लेख संग्रह से हटाया जा चुका है{day} और अब खोजा नहीं जाता; जवाब में उद्धृत रूप यहाँ पढ़ा जा सकता है।",
        "en": "This article was taken out of the archive{day} and is no longer found;"
        " the version that the answer cites can still be read.",
    },
    "gone": {
        "hi": "यह लेख अब संग्रह में नहीं है: इसे हटाया गया{day}।",
        "en": "This article is no longer in the archive: it was removed{day}.",
    },
    "never_held": {"hi": "यह लेख इस संग्रह में नहीं है।", "en": "This article is not in the archive."},
    "withdrawn": {"hi": "यह लेख वापस ले लिया गया है{day}।", "en": "This article was withdrawn{day}."},
    "withdrawn_how": {
        "hi": "इसका पाठ मिटा दिया गया है; इस पर टिकी बातों को अब प्रमाणित न मानिए।",
        "en": "Its text has been erased; what was said on its authority no longer stands.",
    },
    "taken_back": {
        "hi": "[यह वाक्य एक ऐसे लेख से था जो वापस ले लिया गया है।]",
        "en": "[This sentence came from an article that was withdrawn.]",
    },
    "on_day": {"hi": " ({day} को)", "en": " on {day}"},
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
    **ADDING,
}


def say(name: str, language: Language, **values: str | int) -> str:
    """Return an interface string in a language, its blanks filled.

    >>> say("sources", "hi", count=2), say("sources", "en", count=2)
    ('स्रोत (2)', 'Sources (2)')
    """
    return STRINGS[name][language].format(**values)
