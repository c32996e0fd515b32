"""The Hindi of every reason that index/ and rag/ give in English.

What a library says in `detail` is left out, being English; what the system says stays, for whoever looks after it.
"""

from index.archive_faults import ArchiveFault
from index.readers.faults import AddressFault, InputFault
from index.reasons import Fault
from rag.feedback import FeedbackFault

_OF_A_FILE: dict[Fault, str] = {
    InputFault.MISSING: "वहाँ कोई फ़ाइल या फ़ोल्डर नहीं है; रास्ता जाँचिए",
    InputFault.GONE: "फ़ाइल अब वहाँ नहीं है: लिंक टूटा है, या फ़ाइल इस बीच हटा दी गई",
    InputFault.DENIED: "फ़ाइल पढ़ने की अनुमति नहीं है; अनुमति दीजिए",
    InputFault.UNOPENED: "फ़ाइल खुल नहीं सकी ({detail})",
    InputFault.UNREAD: "इसे पढ़ा नहीं जा सका ({detail})",
    InputFault.NO_FILE: "यह साधारण फ़ाइल नहीं है (पाइप, सॉकेट या डिवाइस है)",
    InputFault.EMPTY: "ख़ाली है: इसमें कोई पाठ नहीं है",
    InputFault.TOO_LARGE: "दस्तावेज़ {megabytes} MB से बड़ा है; उसे बाँट दीजिए",
    InputFault.PACKED: "{packing} में बंद है; पहले उसे खोलिए ({command})",
    InputFault.PACKED_ZIP: "ZIP में बंद है; पहले उसे खोलिए, या दस्तावेज़ को टेक्स्ट, HTML या PDF के रूप में सहेजिए",
    InputFault.NO_FORMAT: "इस तरह की फ़ाइल नहीं पढ़ी जाती; ये पढ़ी जाती हैं: {formats}",
    InputFault.SIDECAR: "यह फ़ाइल अपने फ़ोल्डर के लेखों के बारे में बताती है, ख़ुद कोई लेख नहीं है",
    InputFault.BAD_SIDECAR: "{detail}; साथ के लेख इसके बिना पढ़े गए",
    InputFault.NOTHING_GOOD: "पहली {count} प्रविष्टियों में एक भी लेख नहीं है; आगे नहीं पढ़ा गया",
    InputFault.BINARY: "नाम जो भी हो, यह टेक्स्ट फ़ाइल नहीं लगती (बाइनरी है)",
    InputFault.NOT_UTF8: "UTF-8 में नहीं है (बाइट {byte} पर गड़बड़); पहले उसे बदलिए, जैसे iconv -f WINDOWS-1252 -t utf-8 से",
    InputFault.ISCII: "UTF-8 में नहीं है (बाइट {byte} पर गड़बड़): ISCII या हिंदी का कोई पुराना फ़ॉन्ट लगता है,"
    " जिसे iconv नहीं जानता; पहले उसे यूनिकोड में बदलिए",
    InputFault.NOT_AS_MARKED: "निशान {charset} का है, पर यह {charset} में नहीं है: बाइट {byte} पर गड़बड़",
    InputFault.NOT_AS_DECLARED: "लिखा है कि यह {charset} में है, पर है नहीं: बाइट {byte} पर गड़बड़",
    InputFault.OLD_FONT: "इसके अक्षर हिंदी के किसी पुराने फ़ॉन्ट (कृतिदेव, चाणक्य…) के हैं या ग़लत ढंग से पढ़े गए हैं; उन्हें यूनिकोड में बदलिए",
    InputFault.LOST_LETTERS: "इसके अक्षर खो गए हैं (उनकी जगह प्रश्नचिह्न हैं); इसे UTF-8 में फिर से सहेजिए",
}
_OF_AN_ARTICLE: dict[Fault, str] = {
    InputFault.NO_TEXT: "इसमें लेख का पाठ नहीं है",
    InputFault.NO_BODY: "इसमें लेख का पाठ नहीं है: “body” नहीं है या ख़ाली है",
    InputFault.NO_TEXT_IN_ENTRY: "फ़ीड की इस प्रविष्टि में न लेख का पाठ है, न उसका सार",
    InputFault.NO_TEXT_ON_PAGE: "पन्ने पर किसी लेख का पाठ नहीं मिला: कहीं यह मुखपृष्ठ, लिंकों की सूची या"
    " स्क्रिप्ट से चलने वाला पन्ना तो नहीं?",
    InputFault.LONG_BODY: "लेख {count} अक्षरों का है, {most} तक के पढ़े जाते हैं; उसे बाँट दीजिए",
    InputFault.LONG_TEXT: "एक ही लेख में {count} अक्षर हैं, {most} तक पढ़े जाते हैं; उसे बाँट दीजिए",
    InputFault.LONG_FIELD: "“{field}” में {count} अक्षर हैं; {most} तक पढ़े जाते हैं",
    InputFault.LONG_LINE: "एक ही पंक्ति {megabytes} MB से लंबी है",
    InputFault.NOT_TEXT: "“{field}” में पाठ होना चाहिए, कुछ और नहीं",
    InputFault.TOO_DEEP: "एक के भीतर एक {most} से ज़्यादा परतें हैं",
    InputFault.MANY_TAGS: "पन्ना बहुत बड़ा है: उसमें {most} से ज़्यादा टैग हैं",
    InputFault.NO_PAGE: "यह पन्ना पढ़ा नहीं जा सका; इसकी HTML टूटी हुई है",
    InputFault.NO_FEED: "यह फ़ीड पढ़ी नहीं जा सकी; इसकी XML टूटी हुई है",
    InputFault.NO_ENTRIES: "फ़ीड में कोई प्रविष्टि नहीं है",
    InputFault.ENTITIES: "इसमें XML एंटिटी हैं, जिनकी समाचार फ़ीड को ज़रूरत नहीं; पहले उन्हें हटाइए",
    InputFault.OTHER_XML: "यह XML फ़ाइल न RSS या Atom फ़ीड है, न कोई पन्ना",
    InputFault.NOT_JSON: "यह ठीक JSON नहीं है",
    InputFault.BROKEN_JSON: "यह ठीक JSON नहीं है: अक्षर {character} पर गड़बड़",
    InputFault.DEEP_JSON: "JSON की परतें इतनी गहरी हैं कि पढ़ी नहीं जा सकतीं",
    InputFault.NO_OBJECT: "यह लेख के खानों वाला JSON ऑब्जेक्ट नहीं है",
    InputFault.NO_SIDECAR_OBJECT: 'यह {{"source": "…", "language": "hi"}} जैसा JSON ऑब्जेक्ट नहीं है',
    InputFault.SIDECAR_FIELD: "“{field}” में पाठ होना चाहिए",
    InputFault.NO_HEADER: "ख़ाली है: इसमें स्तंभों के नामों वाली पंक्ति नहीं है",
    InputFault.NO_COLUMN: "इनमें से किस स्तंभ में लेख का पाठ है, पता नहीं चलता: {columns}; उसका नाम “body” रखिए",
    InputFault.NO_ROW: "यह तालिका की पंक्ति नहीं है: कोई उद्धरण-चिह्न खुला तो नहीं रह गया?",
    InputFault.MANY_CELLS: "{columns} स्तंभों के नीचे {cells} खाने हैं: कोई खाना उद्धरण-चिह्नों के बिना तो नहीं?",
}
_OF_A_PDF: dict[Fault, str] = {
    InputFault.EMPTY_PDF: "ख़ाली है: इसमें कुछ नहीं है",
    InputFault.NO_PDF: "यह PDF पढ़ी नहीं जा सकती: अधूरी है, टूटी हुई है, या PDF है ही नहीं",
    InputFault.DAMAGED_PDF: "यह PDF ख़राब है; उसे फिर से सहेजकर देखिए",
    InputFault.LOCKED_PDF: "PDF पर पासवर्ड लगा है; पहले उसे बिना पासवर्ड के सहेजिए",
    InputFault.MANY_PAGES: "PDF में {count} पन्ने हैं, {most} तक पढ़े जाते हैं; उसे बाँट दीजिए",
    InputFault.LONG_PDF: "PDF में {most} से ज़्यादा अक्षर हैं; उसे बाँट दीजिए",
    InputFault.SLOW_PDF: "PDF पढ़ने में {seconds} सेकंड से ज़्यादा लगते हैं: कहीं यह डिकंप्रेशन बम तो नहीं?",
    InputFault.HEAVY_PDF: "PDF पढ़ने में बहुत ज़्यादा मेमोरी या समय लगता है: कहीं यह डिकंप्रेशन बम तो नहीं?",
    InputFault.SWELLING_PDF: "PDF का एक हिस्सा खुलने पर अपने आकार से कहीं बड़ा हो जाता है: कहीं यह डिकंप्रेशन बम तो नहीं?",
    InputFault.SCANNED_PDF: "PDF में पाठ नहीं, पन्नों की तस्वीरें ही हैं (स्कैन); पहले OCR चलाइए",
    InputFault.PDF_FONT: "PDF की हिंदी किसी पुराने फ़ॉन्ट (कृतिदेव, चाणक्य…) में है; पहले उसे यूनिकोड में बदलिए",
    InputFault.UNMAPPED_PDF: "PDF में अक्षरों के नाम (यूनिकोड मैप) नहीं हैं; उसे टेक्स्ट के रूप में फिर सहेजिए, या OCR चलाइए",
    InputFault.SHUFFLED_PDF: "PDF में हिंदी के अक्षर सही क्रम में नहीं हैं; उसे टेक्स्ट के रूप में फिर सहेजिए, या OCR चलाइए",
}
_OF_AN_ADDRESS: dict[Fault, str] = {
    AddressFault.NO_ADDRESS: "यह किसी वेब पन्ने का पता नहीं है; https://example.org/page जैसा पता दीजिए",
    AddressFault.UNKNOWN_HOST: "{host} नाम का कोई सर्वर नहीं मिला; पता जाँचिए",
    AddressFault.UNREACHABLE: "सर्वर से संपर्क नहीं हुआ; पता और इंटरनेट जाँचिए",
    AddressFault.SILENT: "सर्वर जवाब नहीं दे रहा; बाद में कोशिश कीजिए",
    AddressFault.SLOW: "{seconds} सेकंड में पूरा जवाब नहीं आया; बाद में कोशिश कीजिए",
    AddressFault.PRIVATE: "यह पता किसी निजी नेटवर्क ({host}) में ले जाता है; वहाँ से कुछ नहीं पढ़ा जाता",
    AddressFault.MANY_REDIRECTS: "{most} से ज़्यादा बार दूसरे पते पर भेजा गया; सीधे आख़िरी पता दीजिए",
    AddressFault.REDIRECTS_NOWHERE: "यह पता ऐसी जगह भेजता है जो वेब पता नहीं है: {address}",
    AddressFault.REDIRECTS_INSIDE: "यह पता किसी निजी नेटवर्क ({host}) में भेजता है; वहाँ से कुछ नहीं पढ़ा जाता",
    AddressFault.BAD_STATUS: "सर्वर ने पन्ना नहीं दिया (HTTP {status}); पता जाँचिए",
    AddressFault.NOT_GIVEN: "सर्वर यह पन्ना सबको नहीं देता (HTTP {status}); पन्ना सहेजकर उसकी फ़ाइल जोड़िए",
    AddressFault.IN_TROUBLE: "सर्वर अभी पन्ना नहीं दे पा रहा (HTTP {status}); बाद में कोशिश कीजिए",
    AddressFault.NO_SUCH_TYPE: "यह {type} है; पन्ना, फ़ीड, टेक्स्ट, तालिका, JSON या PDF नहीं",
    AddressFault.NO_TYPE: "यह न पन्ना है, न फ़ीड, टेक्स्ट, तालिका, JSON या PDF: सर्वर नहीं बताता कि क्या है",
    AddressFault.BAD_PACKING: "सर्वर ने इसे {packing} में बंद करके भेजा, जो माँगा नहीं गया था; इसे नहीं पढ़ा गया",
    AddressFault.NOT_UNPACKED: "सर्वर ने जो भेजा, वह खुल नहीं सका; बाद में कोशिश कीजिए",
    AddressFault.LARGE_ANSWER: "यह {megabytes} MB से बड़ा है; इसे सहेजकर फ़ाइल जोड़िए",
}
_OF_THE_ARCHIVE: dict[Fault, str] = {
    ArchiveFault.BUSY: "संग्रह में अभी प्रक्रिया {process} लिख रही है; उसके पूरा होने पर फिर कोशिश कीजिए",
    ArchiveFault.LOCKED: "संग्रह में अभी कोई और लिख रहा है; उसके पूरा होने पर फिर कोशिश कीजिए",
    ArchiveFault.DISK_FULL: "डिस्क भर गई है; जिसके जुड़ने की सूचना मिल चुकी, वह सुरक्षित है। कुछ जगह ख़ाली करके फिर कोशिश कीजिए",
    ArchiveFault.DENIED: "संग्रह इस्तेमाल करने की अनुमति नहीं है ({detail}); देखिए कि फ़ोल्डर किसका है",
    ArchiveFault.DAMAGED: "संग्रह की catalog.sqlite ख़राब हो गई है ({detail}); उसे नक़ल से लौटाइए, या लेख फिर से जोड़िए",
    ArchiveFault.NO_MODEL: "संग्रह ख़राब हो गया है (उसमें किसी मॉडल का नाम नहीं है); लेख नए संग्रह में जोड़िए",
    ArchiveFault.OTHER_MODEL: "संग्रह मॉडल {model} ({fingerprint}) से बना है, पर यहाँ {other} का रूप {other_fingerprint} है;"
    " khabar reembed --archive {folder} --embedder {other} चलाइए",
    ArchiveFault.BAD_VECTORS: "संग्रह के एक वेक्टर की लंबाई {dimensions} आयामों के लिए ग़लत है; khabar check चलाइए",
    ArchiveFault.BAD_TOKENS: "संग्रह के टोकन-वेक्टरों की लंबाई ग़लत है; khabar check चलाइए",
    FeedbackFault.FULL: "रायों की फ़ाइल भर गई है (राय: {count}); khabar feedback export चलाकर उसे हटाइए",
    FeedbackFault.NOT_KEPT: "यहाँ रायें नहीं रखी जा सकतीं ({detail}); डिस्क और फ़ोल्डर का मालिक जाँचिए",
    FeedbackFault.NEWER: "रायों की फ़ाइल खबर के किसी नए संस्करण की है; खबर को नया कीजिए, या फ़ाइल हटाइए",
    FeedbackFault.LONG_PAST: "इससे पहले के सवाल मिलाकर इतने लंबे हैं कि साथ नहीं रखे जा सकते",
    FeedbackFault.MANY_PLACES: "{most} से ज़्यादा उद्धरण हैं, या किसी लेख की id बहुत लंबी है",
}
HINDI: dict[Fault, str] = {**_OF_A_FILE, **_OF_AN_ARTICLE, **_OF_A_PDF, **_OF_AN_ADDRESS, **_OF_THE_ARCHIVE}
