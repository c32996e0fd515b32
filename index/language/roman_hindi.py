"""Hindi in Roman letters against English: how many words of a question could only be one of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from string import ascii_lowercase

from index.language.function_words import word_set

# Weight 1 each: small words of romanised Hindi that English does not use, in the spellings that people type.
_HINDI_WORDS = word_set(
    """
    kya kyaa kaun kon koun kaunsa kaunsi kaunse konsa konsi konse kab kahan kahaan kidhar kyon kyun kyu kyo kyoon
    kyonki kyunki kaisa kaisi kaise kese kesa kesi kitna kitni kitne kitnaa kitnee kis kisne kisko kisse kiska
    kiski kiske kisme kismein kise kisliye kin kinhe kinhen kinhone kinhonne kinko kinse kinka kinki kinke hai
    hain hei hoon tha thi hoga hogi honge hota hoti hote hona hone hua hui hue huye huaa huwa huwe raha rahi rahe
    rehne rehta rahega rahegi rahenge gayi gaye gai gya diya diye dijiye dunga denge liya liye lijiye kiya kiye
    kijiye kariye kara karo kardo karein karaya karayi karwaya karvaya chahiye chahie chahta chahti sakta sakti
    sakte saka chuka chuki wala wali wale walon vala vali vale waala waali waale mein mei liye sath saath
    dwara dvara beech baad baare dauran khilaf aur evam tatha isne isko isse iska iski iske isme ismein isi isliye
    inhe inhen inka inki inke unhe unhen unhone unhonne unko unse unka unki unke usne usko usse uska uski uske
    usme usmein jisne jisko jisse jiska jiski jiske jisme jismein jinhe jinka jinki jinke yah yeh vah voh woh
    jahan yahan yaha wahan vahan jaisa jaisi jaise aisa aisi aise itna itni itne jitna jitni jitne utna mera meri
    mujhe muje hamne humne hume hamen hamara hamari hamare humara humari humare tumne tumhara aapne aapko aapka
    aapki aapke apna apni apne khud ek har baje koi kuch kuchh kisi sabhi dono donon nahi nahin nhi lekin magar
    kintu parantu balki yadi agar halanki taki phir bhi abhi kabhi bahut bohot zyada jyada kafi kaafi
    parso parson pichhle pichle pichla pichli agle agla agli hafte hafta mahine mahina saal subah shaam raat sabse
    pehle pahle pehla pahla pehli pahli dusra dusri doosra tarah taraf khatam shuru bina andar bahar upar neeche
    mujko muje karo karen karte karti karta karna bajao dikhao hatao badlo badlein bajae dilao dilaye lagao
    kb ktne ktna ktni kn kyuki rkha rkhe skte skta skti gyi bna bnaye krna krne krte phle
    paas kaha kahi kahte kehte bola boli bataya batayi batao bataiye batayen bataen batana
    """
)
# Weight 0.6 each for these with a slip of the finger, but not as the first word: no English word or name is near them.
_OFTEN_MISTYPED = sorted(word_set("kitna kitni kitne kisne kiska kiski kiske kaunsa kaunsi kaunse kyonki"))
# Weight 1, but only after another word: a postposition never opens a question, a name ("Ko Samui") or an initial may.
_POSTPOSITIONS = word_set("ka ki ke kaa kii ko ne se par")
# Weight 0.6 for "me" between two words, where nothing is English and no verb before it can have it for an object.
_IN = "me"
_VERB_BEFORE_ME = re.compile(
    ".*ed|.*s|show|help|let|send|remind|give|gave|call|follow|love|ask|teach|around|like|besides|bring|lent|sent|leave"
    "|excuse|trust|text|wake|notify|alert|pardon|join|hear|beat|told|made|left|before|to|read|play|find|keep|show"
)
# Weight 1 as the last of three words or more, for है: "alarm set he".
_LAST_IS = word_set("he h")
# Weight 0.6 as the last of three words or more: "nitish phir cm bane".
_LAST_VERBS = word_set("bane bana gira gire jita")
# Weight 0.6: content words of the news that turn up in questions without any small word ("chunav natije bihar").
_HINDI_CONTENT_WORDS = word_set(
    """
    aaj kal tak chunav chunaav natija natije nateeja nateeje mulakat mulaqat mulakaat sarkar sarkaar sarkari
    pradhanmantri uprashtrapati mukhyamantri mukhyamantriyon mantri grihmantri rakshamantri videshmantri
    vittmantri yojana yojna neta netaon duniya rajdhani shahar sheher gaon zila jila khabar khabren samachar
    taza taaza tazaa bhookamp bhukamp baarish barish baadh hadsa haadsa hatya maut mrityu ghayal giraftar
    giraftaar aropi aaropi adalat khiladi khilaadi khel jeet haar jeeta jeeti haara haari padak kisaan
    aandolan mehngai mahangai rupaye rupye rupay karod paisa keemat kimat daam vetan naukri rozgar berozgari
    pariksha parinam mausam tapman garmi sardi jankari jaankari naam umra sankhya kaaran vajah wajah nirnay faisla
    vivad matlab raksha yudh yuddh jung hamla aatanki atanki samjhauta baithak daura bayan bayaan vidheyak kanoon
    sansthan vishwavidyalay padyatra shapath tyagpatra istifa isteefa gathbandhan rajneeti rajniti thana baar bhav
    sanyas hinsa dhamaka arakshan udghatan tarikh tareekh wapsi wapas vapas vidhayak ummeedwar umeedwar
    """
)
_VERB_STEMS = word_set(
    """
    aa ja jaa kar ho mil mila bol bata dekh dikh jeet jit haar utar utr ban bana chal lag laga padh parh rakh
    pahunch pahuch mar maar gir badh ghat khul khol le de bhej likh chun hat hata tut toot nikal nikl rok mang
    maang kah suna milt
    """
)
_VERB_ENDINGS = word_set(
    """
    ega egi enge engi unga ungi oge ogi a aa i ee e o na ni ne ta ti te ya yi ye yega yegi yenge kar iye ayega
    ayegi aya ayi aye raha rahi rahe
    """
)
# Forms of those verbs that English, or a name in English news, has too.
_NOT_ONLY_HINDI = word_set(
    """
    aana aao aaa bane bani bana bano bate bola bole boli dena dene jana jane jani janna jaya jate hoe hoo hota
    hate hata hati kara karate kari lane lana lagna lago late leo lee leta lena len lei mare mara mari maria mane
    mile milo mila mili milea milan mange mangi mango rakhi rok roki toot tutti dea dee deo dei doe banana banaya
    mania tuta mayo maya male chune jai jaa jao haa hoa karna karni gira giri gire chala chali chalo deta dete
    lega lea leya maaa aaya jita jeeti heena
    """
)
_VERB_FORMS = frozenset(stem + ending for stem, ending in product(_VERB_STEMS, _VERB_ENDINGS)) - _NOT_ONLY_HINDI

# Weight 1 each: English small words that romanised Hindi does not use.
_ENGLISH_WORDS = word_set(
    """
    who whom whose what which when where why how a an this that these those there here of for with from by at
    about into through between against during before after and but if than as because while until was were be been
    being are am has have had does did doing done will would shall should could may might must can i my you your
    him his she her it its we our they them their not any some all most more many much such other another both
    each every only just also then now ever never whats whos wheres hows didnt doesnt isnt wasnt cant says said
    say tell give make made take took get got go went come came does many long far old happened
    """
)
# Weight 0.5 each: English small words that romanised Hindi uses as well, for इस, उस, में, थे, तो, इन, हो, पर, हूँ.
_SHARED_WORDS = word_set("is us in the to on or do so up out over under off")


def hindi_score(words: Sequence[str]) -> float:
    """Return how strongly folded words point to romanised Hindi.

    >>> hindi_score(["rajnath", "singh", "kisse", "mile"])
    1.0
    """
    score = sum(_hindi_weight(word, place) for place, word in enumerate(words))
    if len(words) > 2 and words[-1] in _LAST_IS:
        score += 1.0
    if len(words) > 2 and words[-1] in _LAST_VERBS:
        score += 0.6
    if not english_score(words) and words[:1] != ["he"]:
        score += sum(
            0.6 for before, word in pairwise(words[:-1]) if word == _IN and not _VERB_BEFORE_ME.fullmatch(before)
        )
    return float(score)


def english_score(words: Sequence[str]) -> float:
    """Return how strongly folded words point to English.

    >>> english_score(["who", "is", "the", "main", "accused"])
    2.0
    """
    return sum(1.0 if word in _ENGLISH_WORDS else 0.5 if word in _SHARED_WORDS else 0.0 for word in words)


def _hindi_weight(word: str, place: int) -> float:
    if word in _HINDI_WORDS or (place > 0 and word in _POSTPOSITIONS):
        return 1.0
    told = word in _HINDI_CONTENT_WORDS or word in _VERB_FORMS or (place > 0 and word in _slips())
    return 0.6 if told else 0.0


def mended(word: str) -> str:
    """Return a folded word, a mistyped question word as it should be.

    >>> mended("kitvi"), mended("ktini"), mended("kitab")
    ('kitni', 'kitni', 'kitab')
    """
    return _slips().get(word, word)


# To cut and to pound, a river and names: words of their own.
_NO_SLIPS = word_set("katna katne katni kutna kutne kutni kisna krishna kinne kitti kinski kitsi kutta kutte kutti")


@cache
def _slips() -> dict[str, str]:
    """Return question words by what has one letter too many, one for another, or two changed about."""
    slips = {slip: word for word in _OFTEN_MISTYPED for slip in _slips_of(word)}
    return {slip: word for slip, word in slips.items() if slip not in _HINDI_WORDS and slip not in _NO_SLIPS}


def _slips_of(word: str) -> Iterator[str]:
    """Yield the slips within a word; its first letter is right."""
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
            yield before + after[1:2] + after[0] + after[2:]
