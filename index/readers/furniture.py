"""Lines of a saved page that belong to the site around the article: sharing, pointers elsewhere, advertisements."""

import regex

from index.language.normalise import fold

_LONGEST = 160

_WHOLE_LINES = (
    "advertisement|sponsored|share|share this|share this article|share this story|share on|print|email|"
    "comments|comment|post a comment|subscribe|subscribe now|sign in|log in|follow us|follow us on|whatsapp|"
    "facebook|twitter|telegram|linkedin|instagram|copy link|next story|previous story|related stories|"
    "related articles|related news|top stories|trending|listen to this article|read full story|home|menu|"
    "विज्ञापन|शेयर|शेयर करें|साझा करें|सब्सक्राइब करें|सदस्यता लें|टिप्पणी|टिप्पणियां|टिप्पणी करें|प्रिंट|"
    "ईमेल|संबंधित खबरें|फॉलो करें|हमें फॉलो करें|होम|व्हाट्सऐप|व्हाट्सएप|फेसबुक|ट्विटर|खबर सुनें|"
    "पूरी खबर पढ़ें"
)
# Furniture when a colon, a bar or nothing follows: "Also read: …".
_POINTERS = "also read|read also|read more|also watch|related|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी देखें|और पढ़ें|पढ़ें"
# Furniture whatever follows.
_PROMOTIONS = (
    "subscribe to|sign up for|follow us on|click here to|download the|story continues below|share this|"
    "join our whatsapp|join us on|for all the latest|get the latest|catch all the|tags:|topics:|टैग:|टॉपिक्स|"
    "हमारे व्हाट्सऐप|हमें फॉलो"
)

_FURNITURE = frozenset(fold(line) for line in _WHOLE_LINES.split("|"))
_POINTER = regex.compile(rf"(?:{fold(_POINTERS)})\s*(?:[:：|»>–—-].*|\Z)")
_PROMOTION = regex.compile(rf"(?:{fold(_PROMOTIONS)}).*")


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the site around the article.

    >>> is_furniture("यह भी पढ़ें: दूसरी खबर"), is_furniture("Advertisement"), is_furniture("Share prices fell.")
    (True, True, False)
    """
    if len(line) > _LONGEST:
        return False
    folded = fold(line).strip()
    bare = folded.strip(" :|>»*#-–—.…•")
    return bare in _FURNITURE or bool(_POINTER.fullmatch(folded) or _PROMOTION.fullmatch(folded))
