"""The words by which a question leans on the one before it: pronouns, "and", "there"; and words that name nothing."""

from index.language.tokens import words

# As the first word: it goes on from the question before.
GOING_ON = frozenset(words("and but also or so then plus और तो फिर एवं मगर लेकिन aur or to toh phir fir nd"))
# Of these nothing is lost when they are left out.
BARE_AND = frozenset(words("and but also or so plus और तो एवं aur toh nd"))
# Words for what has been named before. Those of the first list may be bound by a name in their own question.
ENGLISH_PRONOUNS = frozenset(words("he she they his her hers its their theirs"))
ENGLISH_OBJECTS = frozenset(words("it him them"))
HINDI_POINTERS = frozenset(
    words(
        """
        वह वे वो वही उस उसे उसने उसका उसकी उसके उसको उससे उसमें उसपर उसी उन उन्हें उन्होंने उनका उनकी उनके उनको उनसे
        उनमें उन्हीं यह ये यही इस इसे इसने इसका इसकी इसके इसको इससे इसमें इसी इन इन्हें इन्होंने इनका इनकी इनके इनको
        इनसे इनमें वहां वहीं तब
        """
    )
)
ROMAN_POINTERS = frozenset(
    words(
        """
        woh wo vo voh usne usko uska uski uske usse usme usmein usmen unhe unhen unhone unhonne unka unki unke unko
        unse unme unmein yeh ye iska iski iske isko isse isme ismein inka inki inke inko inse wahan vahan wahin wahi
        """
    )
)
# These are English as well: they point in romanised Hindi only.
ROMAN_ALSO_ENGLISH = frozenset(words("us use un is ise in tab uss iss usi isi inhe"))
# "This year", "इस साल" and "is hafte" point at the day of asking, not at what was said.
TIMES = frozenset(
    words(
        """
        year month week weekend quarter morning evening time century season summer winter monsoon decade साल वर्ष महीने
        माह हफ्ते सप्ताह बार समय वक्त दिनों तिमाही सीजन saal sal varsh mahine mahina hafte haftey saptah baar bar samay
        waqt dino dinon
        """
    )
)
NEAR = frozenset(words("this these इस इसी यह इन is iss isi in"))
# "जो जीता वह", "jab utra tab": the pronoun's partner stands in the same question.
RELATIVES = frozenset(
    words(
        """
        जो जिस जिसने जिसका जिसकी जिसके जिसमें जिसे जिन जिन्हें जिन्होंने जिनका जिनकी जिनके जब जहां जैसा जितना jo jis
        jisne jiska jiski jiske jise jin jinhone jab jahan
        """
    )
)
SUBORDINATORS = frozenset(words("when while after before because if that since until who which as and"))
# "That" and "there" point back after these; else they join clauses or say that something exists.
BEFORE_THAT = frozenset(
    words(
        """
        is was are were do does did has had have will would can could should after before since at in on of from by for
        to about with than during until over like under and
        """
    )
)
AFTER_THAT = frozenset(
    words("day year time week month place country state city match meeting case man woman company team party deal")
)
BEING = frozenset(words("is are was were be been being will any"))
# Of these none tells what a question is about.
GENERIC = frozenset(
    words(
        """
        people person persons anyone someone died die killed injured hurt dead wounded happened happen happens say said
        says told tell win won lost lose many much more number else again long old heavy first second third fourth last
        next come came go went get got take took taken give gave given make made one two others rest
        लोग लोगों मारे मरे मौत मौतें घायल हुआ कहा बताया बोला बोले जीता जीते जीती हारा हारे मिला मिले मिली आया आए आई
        दूसरे दूसरा दूसरी तीसरे तीसरा चौथे पहला पहली नंबर स्थान रहा बाकी अन्य
        log logon mare maut ghayal kaha bataya bola jeeta jita haara mila mile mili aaya aaye aayi doosre dusre teesre
        tisre pehla number nambar raha
        """
    )
)
# What they are of must have been said: "what was the reason?", "नतीजा क्या रहा?".
RELATIONAL = frozenset(
    words(
        """
        reason cause result outcome effect impact cost price score margin winner loser captain date day year venue place
        details name age cities city percent purpose aim
        कारण वजह नतीजा नतीजे असर लागत कीमत खर्च स्कोर अंतर विजेता कप्तान तारीख दिन साल जगह नाम उम्र मकसद प्रतिशत संख्या
        तीव्रता उद्देश्य परिणाम फायदा नुकसान karan wajah nateeja natija asar lagat keemat kharch tareekh tarikh din naam
        umra maksad fayda nuksan
        """
    )
)
# "The moon" and "the prime minister" need no earlier question.
UNIQUE = frozenset(
    words(
        """
        moon sun world earth government parliament economy budget prime president constitution supreme census
        republic army navy media internet
        """
    )
)
# One class for each relation that a preposition or a postposition says.
PLACES_OF_SLOTS: dict[str, str] = {
    word: relation
    for relation, prepositions in {
        "in": "in at में मे mein me mei main during",
        "on": "on पर pe par",
        "to": "to को ko",
        "from": "from से se",
        "of": "of का की के ka ki ke",
        "for": "for लिए लिये liye liya",
        "by": "by ने ne",
    }.items()
    for word in words(prepositions)
}
PREPOSITIONS = frozenset(words("in at during on to from of for by"))
ARTICLES = frozenset(words("the a an"))
