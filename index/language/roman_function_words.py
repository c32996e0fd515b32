"""The small words of Hindi and how people type them in Roman letters: what sound alone would not restore."""

import re
from collections.abc import Sequence

from index.language.function_words import word_set

# One Hindi word a line, then its spellings, in lower case. Words that sound as they are typed need no line, save where
# English has the same letters (use, is, the) or another Hindi word sounds alike and is commoner (kis, kise).
_SPELLINGS = """
    क्या kya kyaa kia
    कौन kaun kon koun kaon
    कौनसा kaunsa konsa kounsa
    कौनसी kaunsi konsi kounsi
    कौनसे kaunse konse kounse
    कब kab kb
    कहां kahan kahaan kahaa kaha kha
    क्यों kyon kyun kyu kyo kyoon kyoun kiyu kyn
    कैसे kaise kese kaese
    कैसा kaisa kesa
    कैसी kaisi kesi
    कितना kitna kitnaa ktna
    कितनी kitni kitnee ktni
    कितने kitne kitney ktne
    किस kis
    किसने kisne kisney
    किसको kisko
    किसे kise kisey
    किससे kisse
    किसका kiska
    किसकी kiski
    किसके kiske
    किसमें kisme kismein kismei
    किसी kisi kisee
    किन kin
    है hai h he hei hae hy
    हैं hain hein hen
    हूं hun hoon hu hoo
    था tha thaa
    थी thi thee
    थे the thay
    हो ho
    का ka kaa
    की ki kee kii
    के ke k kay
    को ko koo
    ने ne ney
    से se
    सा sa
    सी si
    पर par pe pr per
    में me mein main mai mei men m mn
    तक tak tk
    और aur or nd aor
    या ya yaa
    तो to toh
    भी bhi bhee
    ही hi hii
    नहीं nahi nahin nhi nahee nhin nehi naheen
    न na
    यह yah yeh yh
    ये ye
    वह wah vah woh wo vo voh vh
    वे ve
    इस is iss
    उस us uss
    इन in inn
    उन un unn
    इसे ise
    उसे use usey
    इसने isne
    उसने usne
    इनके inke
    उनके unke
    उनका unka
    उनकी unki
    उन्होंने unhone unhonne unhonay unhoney
    उन्हें unhe unhen unhein
    इन्हें inhe inhen inhein
    इसमें isme ismein ismei
    उसमें usme usmein usmei
    मैंने maine mene mainey
    मुझे mujhe muje mujhey mjhe
    हम hum ham
    हमने humne hamne
    हमें hume hamen humein hamein
    हमारे hamare humare
    हमारी hamari humari
    हमारा hamara humara
    आप aap ap
    अपने apne
    अपना apna
    अपनी apni
    जो jo
    जब jab jb
    तब tb
    अब ab
    अभी abhi abi
    सब sab sb
    सबसे sabse sbse
    एक ek
    दो do
    साथ sath saath
    बाद baad bad
    बारे bare baare
    लिए liye liey
    लोग log
    दिन din
    कुछ kuch kuchh kch
    बहुत bahut bahot bohot bhut bhot
    ज्यादा zyada jyada zada jada ziyada
    पहले pehle pahle phle pehley
    पहला pehla pahla
    पहली pehli pahli phli
    रहा raha rha
    रही rahi rhi
    रहे rahe rhe
    कर kar kr
    करना karna krna
    करने karne krne
    करता karta krta
    करते karte krte
    करें karen karein
    किया kiya
    गया gaya gya
    गई gayi gai gyi
    गए gaye gae gye
    हुआ hua huaa huwa
    हुई hui huyi
    हुए hue huye huwe
    दिया diya
    दी di dee
    लिया liya
    ली li
    कहा
    मिले mile
    मिली mili
    मिला mila
    सकता sakta skta
    सकती sakti skti
    सकते sakte skte
    चाहिए chahiye chahie
    वाला wala vala waala
    वाली wali vali waali
    वाले wale vale waale
    क्योंकि kyonki kyunki kyuki
    लेकिन lekin lkn
    मगर magar
    अगर agar agr
    फिर phir fir
    जी ji jee
    दिल्ली delhi dilli
    साल saal sal
    नाम naam nam
    कम kam
    मन man mann
    बने bane bne
    बताओ batao btao
    बताइए bataiye
    लाख lakh
    करोड karod crore karor
    सौ sau
    हजार hazar hazaar hajar
"""
# Spellings that English has too; they are English between two English words: made in India, man of the match.
_ALSO_ENGLISH = word_set("in is us use the to do main men may per or man mile din log kin ham hum are")
# Verbs and what else a clause in कि hangs on; elsewhere "ki" is की.
_BEFORE_THAT = word_set(
    """
    है हैं था थी थे कहा कही कहना कहते कहता कहती बोला बोले बोली बोलते बताया बताते बताती बताओ बताइए लगता लगा माना पूछा
    सोचा चाहिए यह चूंकि क्योंकि करें करो दो दें दिलाओ मालूम पता
    """
)
_FIRST_PERSON = re.compile("(?:h[uo]{1,2}n?|.*[uo]ng[ai])$")
_WORDS = {
    spelling: word
    for word, *spellings in (line.split() for line in _SPELLINGS.strip().splitlines())
    for spelling in spellings
}


def function_word(typed: str) -> str | None:
    """Return the Hindi function word that is typed so in lower case, where there is one.

    >>> function_word("nhi"), function_word("kaun"), function_word("chunav")
    ('नहीं', 'कौन', None)
    """
    return _WORDS.get(typed)


def is_also_english(typed: str) -> bool:
    """Tell whether a function word's spelling is an English word as well.

    >>> is_also_english("the"), is_also_english("kaun")
    (True, False)
    """
    return typed in _ALSO_ENGLISH


def in_context(typed: str, word: str, before: str, others: Sequence[str]) -> str:
    """Return a function word as the words around it want it: मैं for में beside हूं, कि for की after a verb.

    `before` is the restored word before it, `others` are all words of the question as typed.

    कहा with ने, and बारे only after के.

    >>> in_context("mai", "में", "अगर", ["agar", "mai", "jata", "hun"])
    'मैं'
    >>> in_context("ki", "की", "कहा", ["kaha", "ki"]), in_context("ki", "की", "भारत", ["bharat", "ki"])
    ('कि', 'की')
    """
    if typed in ("main", "mai") and any(_FIRST_PERSON.match(other) for other in others):
        return "मैं"
    if typed == "ki" and before in _BEFORE_THAT:
        return "कि"
    if typed == "kaha" and "ne" in others:
        return "कहा"
    if typed == "bare" and before != "के":
        return "बडे"
    return word
