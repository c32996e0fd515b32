"""The words of adding articles, in Hindi and English; rag/web/strings.py takes them in."""

from index.article import Language

WORDS: dict[str, dict[Language, str]] = {
    "add_articles": {"hi": "लेख जोड़िए", "en": "Add articles"},
    "add_how": {
        "hi": "फ़ाइलें या किसी पन्ने का पता दीजिए; जुड़ते ही उनके बारे में सवाल पूछे जा सकते हैं।",
        "en": "Give files or the address of a page; you can ask about them as soon as they are in.",
    },
    "add_zone": {"hi": "फ़ाइलें यहाँ छोड़िए, या दबाकर चुनिए", "en": "Drop files here, or press to choose"},
    "add_limits": {
        "hi": "{formats} · एक बार में {files} फ़ाइलें, हर फ़ाइल {size} MB तक",
        "en": "{formats} · up to {files} files at a time, {size} MB each",
    },
    "add_unchoose": {"hi": "चुनी हुई फ़ाइलें हटाइए", "en": "Clear the files"},
    "add_address": {"hi": "लेख या फ़ीड (RSS) का पता", "en": "Address of an article or feed (RSS)"},
    "add_outlet": {"hi": "प्रकाशन का नाम (ज़रूरी नहीं)", "en": "Name of the outlet (optional)"},
    "add_text_how": {
        "hi": "सादे पाठ (.txt) में पहली पंक्ति शीर्षक हो और उसके बाद एक ख़ाली पंक्ति; तारीख़ शीर्षक के नीचे अपनी पंक्ति में, जैसे"
        " “4 दिसंबर 2025”। जिस लेख की तारीख़ नहीं, वह तारीख़ की शर्त में नहीं आता।",
        "en": "Plain text (.txt): the headline on the first line, a blank line after it; the date on a line of its own"
        " beneath, such as “4 December 2025”. An article without a date passes no filter of dates.",
    },
    "add_send": {"hi": "जोड़िए", "en": "Add"},
    "add_stop": {"hi": "रोकिए", "en": "Stop"},
    "add_stopped": {
        "hi": "यहीं रोक दिया गया; जो नीचे दिखता है, वह जुड़ चुका है।",
        "en": "Stopped here; what is listed below is in.",
    },
    "add_sending": {"hi": "भेजी जा रही है ({n} / {count}): {file}", "en": "Sending {n} of {count}: {file}"},
    "add_waiting": {"hi": "बारी का इंतज़ार…", "en": "Waiting for its turn…"},
    "add_not_sent": {"hi": "नहीं भेजी जा सकी: {file}", "en": "Could not be sent: {file}"},
    "add_too_many": {
        "hi": "एक बार में {files} से ज़्यादा फ़ाइलें नहीं जुड़तीं; कुछ बाद में जोड़िए।",
        "en": "At most {files} files go in at a time; please add some of them later.",
    },
    "add_too_large": {
        "hi": "{file}: {size} MB से बड़ी है; उसे बाँट दीजिए।",
        "en": "{file} is larger than {size} MB; please split it.",
    },
    "add_too_large_together": {
        "hi": "फ़ाइलें मिलाकर {size} MB से बड़ी हैं; कुछ बाद में जोड़िए।",
        "en": "Together the files are larger than {size} MB; please add some of them later.",
    },
    "add_folder": {
        "hi": "फ़ोल्डर नहीं जुड़ते; उनकी फ़ाइलें चुनिए।",
        "en": "Folders are not taken; please choose the files in them.",
    },
    "add_nothing": {"hi": "पहले कोई फ़ाइल चुनिए या पता लिखिए।", "en": "Please choose a file or give an address first."},
    "add_no_address": {
        "hi": "यह किसी वेब पन्ने का पता नहीं है; https:// से शुरू होने वाला पता दीजिए।",
        "en": "This is no web address; please give one that starts with https://.",
    },
    "add_not_received": {
        "hi": "एक फ़ाइल नहीं पहुँची; फिर भेजने के लिए ‘जोड़िए’ दबाइए।",
        "en": "A file did not arrive; press Add to send it again.",
    },
    "add_refused": {
        "hi": "इस पन्ने से लेख जोड़ने की अनुमति नहीं है।",
        "en": "Articles cannot be added from this page.",
    },
    "add_busy": {
        "hi": "इस संग्रह में अभी कोई और लेख जोड़ रहा है; उसके पूरा होने पर फिर कोशिश कीजिए।",
        "en": "Somebody else is adding to this archive just now; please try again when that has finished.",
    },
    "add_failed": {
        "hi": "जोड़ते समय कुछ गड़बड़ हुई; जो नीचे दिखता है, वह सुरक्षित है। फिर से कोशिश कीजिए।",
        "en": "Something went wrong; what is listed below is safe. Please try again.",
    },
    "add_reading": {"hi": "पढ़ी जा रही है ({n} / {count}): {file}", "en": "Reading {n} of {count}: {file}"},
    "add_so_far": {"hi": "अब तक लेख: {articles}", "en": "articles so far: {articles}"},
    "add_done_none": {"hi": "कोई नया लेख नहीं जुड़ा।", "en": "No new article was added."},
    "add_done": {
        "hi": "जुड़ गए (लेख: {articles})। अब इनके बारे में पूछिए।",
        "en": "Done (articles: {articles}). You can ask about them now.",
    },
    "add_results": {"hi": "हर फ़ाइल का नतीजा", "en": "What became of each"},
    "add_target": {"hi": "फ़ाइल या पता", "en": "File or address"},
    "add_outcome": {"hi": "नतीजा", "en": "Result"},
    "outcome_added": {"hi": "जुड़ा", "en": "Added"},
    "outcome_updated": {"hi": "नया रूप जुड़ा", "en": "Updated"},
    "outcome_unchanged": {"hi": "पहले से है", "en": "Unchanged"},
    "outcome_duplicate": {"hi": "यही पाठ पहले से है", "en": "Duplicate"},
    "outcome_failed": {"hi": "नहीं जुड़ा", "en": "Failed"},
    "outcome_nothing": {"hi": "कोई लेख नहीं मिला", "en": "No article in it"},
    "add_first_step": {"hi": "इसी पन्ने से:", "en": "From this page:"},
}
