"""Function words of Hindi, English and Hindi typed in Roman letters: what a question is made of, not about."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a white-space separated list."""
    return frozenset(text.split())


# All lists are in the folded spelling of normalise.fold: no nukta, anusvara for chandrabindu.
_HINDI_QUESTION_WORDS = word_set(
    """
    क्या कौन कौनसा कौनसी कौनसे कब कहां किधर क्यों क्यूं कैसा कैसी कैसे कितना कितनी कितने कितनों किस किसने किसको
    किससे किसका किसकी किसके किसमें किसपर किसे किसलिए किन किन्हें किन्होंने किनको किनसे किनका किनकी किनके किनमें
    """
)
_HINDI_FUNCTION_WORDS = word_set(
    """
    का की के को ने से में पर तक लिए लिये साथ द्वारा बीच तरफ ओर बाद पहले दौरान बारे खिलाफ वास्ते सहित बिना अलावा और
    या एवं तथा व कि जो जिस जिसने जिसको जिससे जिसका जिसकी जिसके जिसमें जिसे जिन जिन्हें जिन्होंने जिनका जिनकी जिनके
    जिनमें जब जहां जैसा जैसी जैसे जितना जितनी जितने तब तो वहां यहां वैसे ऐसा ऐसी ऐसे इतना इतनी इतने उतना उतनी उतने
    यह ये वह वे वो इस इसने इसको इससे इसका इसकी इसके इसमें इसे इसी इसलिए इन इन्हें इन्होंने इनको इनसे इनका इनकी
    इनके इनमें उस उसने उसको उससे उसका उसकी उसके उसमें उसे उसी उन उन्हें उन्होंने उनको उनसे उनका उनकी उनके उनमें
    यही वही यहीं वहीं मैं मैंने मुझे मुझको मुझसे मेरा मेरी मेरे हम हमने हमें हमको हमसे हमारा हमारी हमारे तुम तुमने
    तुम्हें तुम्हारा तुम्हारी तुम्हारे आप आपने आपको आपसे आपका आपकी आपके अपना अपनी अपने खुद स्वयं कोई कुछ किसी
    किन्हीं सब सभी हर प्रत्येक दोनों है हैं हूं हो था थे थी थीं होगा होगी होंगे होंगी होता होती होते होना होने हुआ
    हुई हुए हुईं रहा रही रहे रहीं रहना कर करके करना करने करता करती करते करें करेगा करेगी करेंगे किया किए किये की
    कीं गया गई गयी गए गये गईं जा जाना जाने जाता जाती जाते जाए जाएगा जाएगी जाएंगे जाये दिया दी दिए दिये दे देना
    देने लिया ली लेना लेने ले सकता सकती सकते सका सके चाहिए चाहिये वाला वाली वाले वालों नहीं न ना मत मगर लेकिन
    किंतु परंतु बल्कि यदि अगर तथापि हालांकि क्योंकि ताकि चूंकि अथवा फिर भी ही भर मात्र सिर्फ केवल अब अभी तभी कभी
    बहुत ज्यादा काफी अधिक जी श्री श्रीमती आदि इत्यादि अतः अत
    """
)
_ENGLISH_QUESTION_WORDS = word_set("who whom whose what which when where why how whats whos wheres whens hows")
_ENGLISH_FUNCTION_WORDS = word_set(
    """
    a an the this that these those such same other another each every either neither both all any some no none nor
    not only i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we
    our ours ourselves they them their theirs themselves one ones am is are was were be been being isnt arent
    wasnt werent have has had having havent hasnt hadnt do does did doing done dont doesnt didnt will would shall
    should can could may might must wont wouldnt shouldnt cant couldnt and or but if then else than as because
    while until though although since so too very just also even still yet of at by for with about against between
    into through during before after above below to from up down in out on off over under again further once here
    there now within without upon among across per via please tell
    """
)
# Roman-letter Hindi that means nothing else in English news: "main", "men", "bad", Gaya, AAP, UN, FIR and "next of kin"
# stay out, and so does "us" from every list, because the folded U.S. is spelled the same.
_ROMAN_QUESTION_WORDS = word_set(
    """
    kya kyaa kaun kon koun kaunsa kaunsi kaunse konsa konsi konse kab kahan kahaan kidhar kyon kyun kyu kyo kyoon
    kaisa kaisi kaise kese kitna kitni kitne kitnaa kitnee kis kisne kisko kisse kiska kiski kiske kismein kisme
    kise kisliye kinhe kinhen kinhone kinko kinse kinka kinki kinke
    """
)
_ROMAN_FUNCTION_WORDS = word_set(
    """
    ka ki ke ko kaa kii ne se mein mei mai me par tak liye saath sath dwara beech baad pehle pahle dauran
    baare khilaf aur ya evam tatha va ki jo jis jisne jisko jisse jiska jiski jiske jisme jismein jise jin
    jinhe jinka jinki jinke jahan jaisa jaisi jaise jitna jitni jitne wahan vahan yahan aisa aisi aise itna itni
    itne yah yeh ye vah voh woh wo ve is isne isko isse iska iski iske isme ismein ise isi isliye in inhe inhen
    inka inki inke usne usko usse uska uski uske usme usmein use usi unhe unhen unhone unhonne unko unse
    unka unki unke mera meri mere mujhe maine hamne humne hame hamen hamara hamari hamare humara humari humare
    tumne tumhara aapne aapko aapka aapki aapke apna apni apne khud koi kuch kuchh kisi sab sabhi har dono
    donon hai hain he hei hu hoon ho tha the thi thee hoga hogi honge hota hoti hote hona hone hua hui
    hue huye huaa raha rahi rahe rehne kar karke karna karne karta karti karte karen kare karega karegi karenge
    kiya kiye gayi gaye gai jaa jane jata jati jate jaye jayega jayegi diya diye dena dene liya lena lene
    sakta sakti sakte chahiye wala wali wale walon vala vali vale nahi nahin nhi na magar lekin kintu parantu
    balki yadi agar halanki kyonki kyunki taki phir bhi hi sirf keval ab abhi kabhi bahut zyada jyada kafi
    adhik ji shri shrimati to toh tha kaha batao bataiye bataen
    """
)

QUESTION_WORDS = _HINDI_QUESTION_WORDS | _ENGLISH_QUESTION_WORDS | _ROMAN_QUESTION_WORDS
STOP_WORDS = QUESTION_WORDS | _HINDI_FUNCTION_WORDS | _ENGLISH_FUNCTION_WORDS | _ROMAN_FUNCTION_WORDS
