"""The words of the settings, in Hindi and English."""

from index.article import Language

SETTINGS_STRINGS: dict[str, dict[Language, str]] = {
    "settings": {"hi": "सेटिंग", "en": "Settings"},
    "settings_as": {"hi": "सेटिंग: {chosen}", "en": "Settings: {chosen}"},
    "settings_how": {
        "hi": "ये बातें इसी ब्राउज़र में रहती हैं और आगे के हर सवाल पर लागू होती हैं।",
        "en": "Kept in this browser; they hold for every question from now on.",
    },
    "settings_done": {"hi": "लागू कीजिए", "en": "Save"},
    "settings_default": {"hi": "शुरू जैसा कीजिए", "en": "Back to defaults"},
    "settings_close": {"hi": "रद्द कीजिए", "en": "Cancel"},
    "answer_in": {"hi": "जवाब की भाषा", "en": "Language of the answer"},
    "answer_in_how": {
        "hi": "खबर अपनी बात और मॉडल अपना जवाब इसी भाषा में देगा; उद्धृत वाक्य लेख की भाषा में ही रहते हैं।",
        "en": "What Khabar itself says and what a model writes; quotes stay in the language of their article.",
    },
    "answer_auto": {"hi": "सवाल की भाषा", "en": "As asked"},
    "writer": {"hi": "जवाब कौन लिखे", "en": "Who writes the answer"},
    "writer_quote": {"hi": "केवल उद्धरण", "en": "Quotes only"},
    "writer_quote_how": {
        "hi": "लेखों के वाक्य ज्यों के त्यों। न मॉडल चाहिए, न इंटरनेट।",
        "en": "Sentences of the articles, word for word. Needs no model and no network.",
    },
    "writer_local": {"hi": "इस मशीन का मॉडल", "en": "A model on this machine"},
    "writer_local_how": {
        "hi": "मॉडल अपने शब्दों में लिखता है; हर वाक्य स्रोत से मिलाकर ही दिखाया जाता है। कुछ भी मशीन से बाहर नहीं जाता।",
        "en": "Writes in its own words; each sentence is checked against its source before you see it."
        " Nothing leaves this machine.",
    },
    "writer_endpoint": {"hi": "सर्वर का मॉडल", "en": "A model on a server"},
    "writer_endpoint_how": {
        "hi": "सवाल और मिले हुए वाक्य उस सर्वर को भेजे जाते हैं (Ollama, vLLM, llama.cpp या कोई OpenAI-जैसा सर्वर)।",
        "en": "The question and the sentences found are sent to that server"
        " (Ollama, vLLM, llama.cpp or any other that speaks OpenAI's API).",
    },
    "writer_fails": {
        "hi": "मॉडल न मिले या जवाब न दे तो उद्धरण दिखाए जाते हैं और कारण बताया जाता है।",
        "en": "Where a model is missing or does not answer, quotes stand in and you are told why.",
    },
    "local_model": {"hi": "मॉडल का नाम या फ़ोल्डर", "en": "Name or folder of the model"},
    "endpoint_url": {"hi": "सर्वर का पता", "en": "Address of the server"},
    "endpoint_model": {"hi": "सर्वर पर मॉडल का नाम", "en": "The server's name of the model"},
    "model_set": {"hi": "मॉडल: {model}", "en": "Model: {model}"},
    "source_count": {"hi": "ज़्यादा से ज़्यादा उद्धरण", "en": "Most quotes in an answer"},
    "source_count_how": {
        "hi": "कम उद्धरण यानी छोटा जवाब; मॉडल को भी तब पढ़ने के लिए कम वाक्य दिए जाते हैं।",
        "en": "Fewer make a shorter answer; a model is then given fewer sentences to read, too.",
    },
    "answers_in_hi": {"hi": "जवाब हिंदी में", "en": "answers in Hindi"},
    "answers_in_en": {"hi": "जवाब अंग्रेज़ी में", "en": "answers in English"},
    "chosen_quote": {"hi": "केवल उद्धरण", "en": "quotes only"},
    "chosen_local": {"hi": "इस मशीन का मॉडल लिखेगा", "en": "written by a model on this machine"},
    "chosen_endpoint": {"hi": "सर्वर का मॉडल लिखेगा", "en": "written by a model on a server"},
    "model_chosen": {"hi": "लिखेगा मॉडल {model}", "en": "written by the model {model}"},
    "quote_chosen": {"hi": "एक ही उद्धरण", "en": "one quote"},
    "quotes_chosen": {"hi": "{count} उद्धरण तक", "en": "up to {count} quotes"},
    "needed_endpoint_url": {
        "hi": "सर्वर का पता लिखिए, जैसे http://localhost:11434/v1",
        "en": "Please give the address of the server, such as http://localhost:11434/v1",
    },
    "needed_endpoint_model": {
        "hi": "सर्वर पर मॉडल का नाम लिखिए",
        "en": "Please give the server's name of the model",
    },
    "bad_address": {
        "hi": "“{url}” किसी सर्वर का पता नहीं है; उसे http://localhost:11434/v1 जैसा लिखिए। अभी उद्धरण ही दिखेंगे।",
        "en": "“{url}” is not the address of a server; write it like http://localhost:11434/v1."
        " Until then answers are quotes.",
    },
    "no_endpoint_model": {
        "hi": "सर्वर पर मॉडल का नाम भी लिखिए। अभी उद्धरण ही दिखेंगे।",
        "en": "Please give the server's name of the model, too. Until then answers are quotes.",
    },
}
