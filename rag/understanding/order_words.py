"""The words by which questions ask for developments in order, for a day's news or for the latest on a topic."""

import regex

from index.language.function_words import word_set

# Matched on folded words between single spaces.
TIMELINE = regex.compile(
    r" (?:(?:a |the )?(?:brief |full |complete )?(?:timeline|chronology|time line)(?: of| for)?"
    r"|chronological(?:ly)?(?: order)?"
    r"|(?:key|main) (?:events|developments)(?: of| in)?|sequence of events(?: of| in)?|story so far|history so far"
    r"|what has happened so far|what all has happened|what happened so far|step by step developments?"
    r"|(?:developments|events|progress)(?: \S+){0,5} so far|so far(?= in the \S+ (?:case|saga|deal))"
    r"|टाइमलाइन|घटनाक्रम|समयरेखा|तिथिवार|तारीखवार|क्रमवार|सिलसिलेवार|(?:का |के )?अब तक का (?:सफर|इतिहास|घटनाक्रम|हाल)"
    r"|(?:में |का |के बारे में )?अब तक क्या (?:क्या )?हुआ(?: है)?|कब क्या (?:क्या )?हुआ|क्रम से(?: बताओ| बताइए| बताएं)?"
    r"|शुरू से (?:अब|आज) तक|समय के क्रम में"
    r"|ghatnakram|ghatanakram|taarikhwar|tarikhwar|(?:ka |ke )?ab tak ka (?:safar|itihas|haal)"
    r"|(?:mein |me |ka )?ab tak kya (?:kya )?hua(?: hai)?|kab kya (?:kya )?hua|kram se(?: batao| bataiye)?"
    r"|shuru se (?:ab|aaj) tak) "
)
DIGEST = regex.compile(
    r" (?:digest(?: of)?|round ?up(?: of)?|(?:top|main|major|big|biggest|key|important) "
    r"(?:news|stories|headlines)(?: of| from)?"
    r"|headlines(?: of| from)|news (?:summary|in brief)|summary of (?:the )?news"
    r"|(?:बडी|मुख्य|प्रमुख|खास|अहम) (?:खबरें|खबरे|खबर|खबरों|समाचार|सुर्खियां)|सुर्खियां|समाचार सार"
    r"|(?:badi|bari|mukhya|pramukh|khas|aham) (?:khabren|khabrein|khabre|khabar|khabron|samachar)|surkhiyan) "
)
# "What happened on …": with nothing else asked, it wants the news of those days.
HAPPENED = regex.compile(
    r" (?:what(?: all| else)? (?:happened|took place|occurred|went on|was happening|is happening|happens)"
    r"|(?:what|which) (?:events?|incidents?) (?:happened|took place|occurred)|what (?:was|is|were) (?:in )?the news"
    r"|(?:key|main) (?:events|developments)|events"
    r"|क्या (?:क्या |कुछ )?(?:हुआ|हुई|हुए|घटा|घटित हुआ|चल रहा)|(?:कौन सी|क्या|क्या क्या) घटनाएं? (?:हुई|हुईं|घटी|घटीं)"
    r"|kya (?:kya |kuch )?(?:hua|huaa|huwa|hui|hue|chal raha)) "
)
_NEWS_WORD = r"(?:news|updates?|developments?|headlines?|happenings?|reports?)"
_LATEST_WORD = r"(?:news|updates?|developments?|headlines?|happenings?)"
_HINDI_NEWS = "(?:खबर|खबरें|खबरे|खबरों|समाचार|अपडेट|अपडेट्स|न्यूज|सुर्खियां|जानकारी|हाल|घटनाक्रम)"
_ROMAN_NEWS = "(?:khabar|khabren|khabrein|khabre|khabron|samachar|updates?|news|haal|jankari|jaankari)"
# "The latest on …": with or without a topic, and with nothing else asked, it wants the newest articles.
LATEST_NEWS = regex.compile(
    rf" (?:(?:latest|newest|most recent|recent|fresh|new|breaking|today s|todays) {_LATEST_WORD}"
    r"|(?:what|whats) (?:is |s )?(?:the )?(?:latest|newest|new)(?= (?:on|about|with|regarding|from|in) )"
    r"|(?:the )?latest (?:on|about|regarding)"
    rf"|(?:सबसे )?(?:ताजा|ताजातरीन|ताजी|नई|नया|नए|नवीनतम|हालिया|लेटेस्ट|आज की|आज के) {_HINDI_NEWS}"
    rf"|(?:sabse )?(?:taza|taaza|tazaa|taja|taji|tazi|nayi|nai|naya|latest|new|recent|aaj ki|aaj ke) {_ROMAN_NEWS}) "
)
# News of a topic or of some days, where the whole question asks for no more.
NEWS = regex.compile(
    rf"^ (?:is there |are there )?(?:(?:give|show|tell)(?: me)? )?(?:any |all |the |some )*{_NEWS_WORD}"
    r" (?:on|about|of|from|for|regarding|in) "
    rf"| {_NEWS_WORD} $"
    r"| (?:की|के|का|से जुडी|से जुडे|पर|संबंधी|सम्बंधी) (?:कोई |सब |सारी |सभी )?(?:खबर|खबरें|खबरे|समाचार|न्यूज)"
    r"(?: (?:क्या|है|हैं|थी|थीं|दो|दें|दीजिए|बताओ|बताइए|बताएं|दिखाओ|दिखाइए|सुनाओ))* $"
    r"| (?:ki|ke|ka|se judi|se jude|par) (?:koi |sab |sari |sabhi )?(?:khabar|khabren|khabrein|khabre|samachar|news)"
    r"(?: (?:kya|hai|hain|thi|do|den|dijiye|batao|bataiye|dikhao|dikhaiye|sunao))* $"
)
# What such a question says besides its topic.
FILLERS = word_set(
    """
    give show list tell explain describe make prepare create write summarise summarize events developments
    history case news happened far order whole entire full story complete summary week date wise datewise बताओ
    बताइए बताएं बताइये दिखाओ दिखाइए बनाओ बनाइए दो दीजिए दें पूरा पूरी पूरे सारा सारी मामले मामला घटनाएं खबरें
    खबर समाचार क्रम कहानी विस्तार batao bataiye dikhao banao dijiye poora poori pura puri mamle mamla khabren
    khabar kahani
    about regarding occurred place took major special important key main latest recent
    लेकर जुडी जुडे संबंधित बारे आई आया दिन din bare baare
    """
)
# What "what happened" may say of where, without making it another question.
EVERYWHERE = word_set("world country nation india देश दुनिया विश्व भारत desh duniya vishv bharat")
# With one of these such a question asks what somebody did or said.
ASKING_MORE = word_set("did does do will would can could should said say says कहा बोला बोले kaha bola bole")
