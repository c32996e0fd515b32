"""What Khabar itself says beside an answer, in both languages; always uncited, always in the asker's language."""

from typing import Literal

MESSAGES: dict[str, dict[Literal["hi", "en"], str]] = {
    "abstained": {
        "hi": "संग्रह में इस सवाल का जवाब नहीं मिला।",
        "en": "The archive does not hold an answer to this question.",
    },
    "abstained_chosen": {
        "hi": "चुने हुए लेखों में इस सवाल का जवाब नहीं मिला; शर्तें हटाकर फिर पूछिए।",
        "en": "The articles you chose do not hold an answer to this question; try without the filters.",
    },
    "period": {
        "hi": "संग्रह के लेख {first} से {last} तक के हैं।",
        "en": "The articles of the archive are from {first} to {last}.",
    },
    "empty": {
        "hi": "संग्रह में अभी कोई लेख नहीं है।",
        "en": "The archive holds no articles yet.",
    },
    "cut": {
        "hi": "सवाल {count} अक्षरों का है; उसके पहले {read} अक्षर ही पढ़े गए।",
        "en": "The question has {count} characters; only its first {read} were read.",
    },
    "nothing_passes": {
        "hi": "चुनी हुई शर्तों (तारीख, स्रोत, भाषा या खंड) में कोई लेख नहीं आता।",
        "en": "No article meets the conditions chosen (dates, source, language or section).",
    },
    "nothing_in_days": {
        "hi": "इन दिनों का कोई लेख संग्रह में नहीं है।",
        "en": "The archive holds no article of these days.",
    },
    "unsearchable": {
        "hi": "इसमें खोजने लायक कोई शब्द नहीं है: किसी व्यक्ति, जगह, चीज़ या घटना का नाम हिंदी या अंग्रेज़ी में लिखिए।",
        "en": "There is no word to search for in this: name a person, place, thing or event in Hindi or English.",
    },
    "no_phrase": {
        "hi": "चुनी हुई शर्तों में किसी लेख में {phrases} ज्यों का त्यों नहीं है।",
        "en": "No article that meets the conditions chosen has {phrases} in these very words.",
    },
    "unmet_phrases": {
        "hi": "किसी लेख में {phrases} ज्यों का त्यों नहीं है; इसके शब्द अलग-अलग खोजे गए।",
        "en": "No article has {phrases} in these very words; its words were searched for one by one.",
    },
    "window_named": {
        "hi": "केवल {days} के लेख खोजे गए, क्योंकि सवाल में “{text}” है।",
        "en": "Only articles {days} were searched, because the question says “{text}”.",
    },
    "window_next_day": {
        "hi": "केवल {days} के लेख खोजे गए: “{text}” की रिपोर्ट एक दिन बाद भी आ सकती है।",
        "en": "Only articles {days} were searched: a report of “{text}” may come a day later.",
    },
    "window_explicit": {
        "hi": "केवल {days} के लेख खोजे गए: चुनी हुई तारीखें सवाल के “{text}” से ऊपर हैं।",
        "en": "Only articles {days} were searched: the dates chosen win over “{text}” in the question.",
    },
    "days_on": {"hi": "{day}", "en": "of {day}"},
    "days_from_to": {"hi": "{first} से {last} तक", "en": "from {first} to {last}"},
    "days_from": {"hi": "{first} से आज तक", "en": "from {first} to today"},
    "days_to": {"hi": "{last} तक", "en": "up to {last}"},
    "excluded": {
        "hi": "{words} वाले लेख-अंश छोड़ दिए गए।",
        "en": "Passages with {words} were left out.",
    },
    "foreign": {
        "hi": "मूल लेख अंग्रेज़ी में है; वाक्य ज्यों का त्यों उद्धृत है।",
        "en": "The source is in Hindi; its words are quoted as printed.",
    },
    "partly_foreign": {
        "hi": "स्रोत {numbers} अंग्रेज़ी में हैं; वाक्य ज्यों के त्यों उद्धृत हैं।",
        "en": "Sources {numbers} are in Hindi; their words are quoted as printed.",
    },
    "partly_foreign_one": {
        "hi": "स्रोत {numbers} अंग्रेज़ी में है; वाक्य ज्यों का त्यों उद्धृत है।",
        "en": "Source {numbers} is in Hindi; its words are quoted as printed.",
    },
    "newest": {
        "hi": "यहाँ उद्धृत लेखों में सबसे नया {day} का है।",
        "en": "The newest article quoted here is of {day}.",
    },
    "figures_differ": {
        "hi": "खबरों में आँकड़े अलग-अलग हैं: {one} ({first}) और {two} ({second})।",
        "en": "Reports differ: {one} ({first}) and {two} ({second}).",
    },
    "figures_update": {
        "hi": "बाद की खबर में {two} है ({second}); पहले की खबर में {one} था ({first})।",
        "en": "The later report says {two} ({second}); an earlier one said {one} ({first}).",
    },
    "removed": {
        "hi": "मॉडल के {count} वाक्य हटा दिए गए: उनके स्रोत उनकी पुष्टि नहीं करते।",
        "en": "{count} sentences of the model were removed: their sources do not support them.",
    },
    "removed_one": {
        "hi": "मॉडल का {count} वाक्य हटा दिया गया: उसका स्रोत उसकी पुष्टि नहीं करता।",
        "en": "{count} sentence of the model was removed: its source does not support it.",
    },
    "removed_foreign": {
        "hi": "मॉडल के {count} वाक्य हटा दिए गए: वे हिंदी में नहीं थे।",
        "en": "{count} sentences of the model were removed: they were not in English.",
    },
    "removed_foreign_one": {
        "hi": "मॉडल का {count} वाक्य हटा दिया गया: वह हिंदी में नहीं था।",
        "en": "{count} sentence of the model was removed: it was not in English.",
    },
    "wrong_language": {
        "hi": "मॉडल ने हिंदी में जवाब नहीं दिया; इसलिए लेखों के वाक्य ज्यों के त्यों दिए गए हैं।",
        "en": "The model did not answer in English; sentences of the articles are quoted instead.",
    },
    "model_failed": {
        "hi": "मॉडल जवाब नहीं लिख सका ({problem}); इसलिए लेखों के वाक्य ज्यों के त्यों दिए गए हैं।",
        "en": "The model could not write the answer ({problem}); sentences of the articles are quoted instead.",
    },
    "model_stopped": {
        "hi": "जवाब अधूरा है, आगे का हिस्सा नहीं आया ({problem})।",
        "en": "The answer is incomplete, the rest of it is missing ({problem}).",
    },
    "trouble_unreachable": {"hi": "उसके सर्वर से संपर्क नहीं हुआ", "en": "its server cannot be reached"},
    "trouble_late": {"hi": "उसने बहुत देर लगाई", "en": "it took too long"},
    "trouble_busy": {"hi": "वह अभी व्यस्त है", "en": "it is too busy now"},
    "trouble_refused": {"hi": "उसके सर्वर ने मना कर दिया", "en": "its server refused"},
    "trouble_broken": {"hi": "उसका उत्तर पढ़ा नहीं जा सका", "en": "what it sent cannot be read"},
    "trouble_silent": {"hi": "उसने कुछ नहीं लिखा", "en": "it wrote nothing"},
    "trouble_cut": {"hi": "संपर्क बीच में टूट गया", "en": "the connection broke off"},
    "trouble_long": {"hi": "वह तय सीमा से लंबा था", "en": "it was longer than allowed"},
    "trouble_unloadable": {"hi": "उसे खोला नहीं जा सका", "en": "it cannot be loaded"},
    "trouble_missing": {"hi": "वह इस मशीन पर नहीं है", "en": "it is not on this machine"},
    "trouble_unready": {
        "hi": "उसका पता, नाम या कुंजी ठीक नहीं है",
        "en": "its address, name or key is not right",
    },
    "trouble_failed": {"hi": "वह चलते-चलते रुक गया", "en": "it failed while running"},
    "support_partly": {"hi": "स्रोत से आंशिक रूप से पुष्ट", "en": "only partly supported by its source"},
    "support_unsupported": {"hi": "स्रोत से पुष्ट नहीं", "en": "not supported by its source"},
}


def message(name: str, language: Literal["hi", "en"], **values: str) -> str:
    """Return a message in a language, its blanks filled.

    >>> message("newest", "en", day="4 December 2025")
    'The newest article quoted here is of 4 December 2025.'
    """
    return MESSAGES[name][language].format(**values)
