"""Windows of time in three scripts: examples with the days that they mean."""

from datetime import date

import pytest

from index.language.windows import time_window

AS_OF = date(2025, 12, 10)  # a Wednesday

# Hindi, English and romanised Hindi of the same words; the days meant; firm or not.
EXAMPLES = [
    ("आज क्या हुआ", "What happened today?", "aaj kya hua", "2025-12-10", "2025-12-10", True),
    ("कल क्या हुआ था?", "What happened yesterday?", "kal kya hua tha", "2025-12-09", "2025-12-09", True),
    ("कल रात क्या हुआ", "What happened last night?", "kal raat kya hua", "2025-12-09", "2025-12-09", True),
    ("कल क्या होगा?", "What will happen tomorrow?", "kal kya hoga?", "2025-12-11", "2025-12-11", False),
    ("कल किसका मैच है?", "Whose match is tomorrow?", "kal kiska match hai", "2025-12-11", "2025-12-11", False),
    (
        "परसों कौन आया?",
        "Who came the day before yesterday?",
        "parson kaun aaya tha",
        "2025-12-08",
        "2025-12-08",
        True,
    ),
    (
        "परसों कौन आएगा?",
        "Who comes the day after tomorrow?",
        "parso kaun aayega",
        "2025-12-12",
        "2025-12-12",
        False,
    ),
    ("दो दिन पहले", "two days ago", "do din pehle", "2025-12-08", "2025-12-08", True),
    ("३ हफ़्ते पहले", "3 weeks ago", "teen hafte pehle", "2025-11-17", "2025-11-23", True),
    ("एक महीने पहले", "a month ago", "ek mahine pahle", "2025-11-01", "2025-11-30", True),
    ("पाँच साल पहले", "five years ago", "paanch saal pehle", "2020-01-01", "2020-12-31", True),
    ("पिछले हफ़्ते", "last week", "pichhle hafte", "2025-12-01", "2025-12-07", True),
    ("बीते सप्ताह", "the past week", "beete hafte", "2025-12-01", "2025-12-07", True),
    ("पिछले महीने", "last month", "pichle mahine", "2025-11-01", "2025-11-30", True),
    ("पिछले साल", "last year", "pichhle saal", "2024-01-01", "2024-12-31", True),
    ("पिछली तिमाही", "last quarter", "pichhli timahi", "2025-07-01", "2025-09-30", False),
    ("पिछले तीन दिनों में", "in the past 3 days", "pichhle teen dino mein", "2025-12-07", "2025-12-10", True),
    ("पिछले २ महीनों में", "in the last two months", "pichle do mahino me", "2025-10-10", "2025-12-10", True),
    ("पिछले 24 घंटों में", "in the last 24 hours", "pichhle 24 ghanton mein", "2025-12-09", "2025-12-10", True),
    (
        "मई 2025 के पहले हफ्ते में",
        "in the first week of May 2025",
        "may 2025 ke pehle hafte me",
        "2025-05-01",
        "2025-05-31",
        False,
    ),
    ("इसी महीने", "this very month: this month", "isi mahine", "2025-12-01", "2025-12-10", True),
    ("सोमवार से बुधवार तक", "from Monday to Wednesday", "somvar se budhwar tak", "2025-12-08", "2025-12-10", True),
    ("पिछले वीकेंड", "last weekend", "pichhle weekend", "2025-12-06", "2025-12-07", True),
    ("पिछले सोमवार", "last Monday", "pichhle somvar", "2025-12-08", "2025-12-08", True),
    ("पिछले बुधवार", "last Wednesday", "pichle budhwar", "2025-12-03", "2025-12-03", True),
    ("पिछले हफ्ते मंगलवार को", "last week on Tuesday", "pichle hafte mangalwar", "2025-12-02", "2025-12-02", True),
    ("शुक्रवार को क्या हुआ", "What happened on Friday?", "shukravar ko kya hua", "2025-12-05", "2025-12-05", False),
    ("शुक्रवार को क्या होगा", "What will happen on Friday?", "shukrawar ko kya hoga", "2025-12-12", "2025-12-12", False),
    ("इस हफ्ते", "this week", "is hafte", "2025-12-08", "2025-12-10", True),
    ("इस महीने की बैठक", "this month's meeting", "is mahine ki baithak", "2025-12-01", "2025-12-10", True),
    ("इस साल", "this year", "is saal", "2025-01-01", "2025-12-10", True),
    ("अगले महीने", "next month", "agle mahine", "2026-01-01", "2026-01-31", False),
    ("अगले सोमवार", "next Monday", "agle somvar", "2025-12-15", "2025-12-15", False),
    ("23 अगस्त 2023 को", "on 23 August 2023", "23 agast 2023 ko", "2023-08-23", "2023-08-23", False),
    ("२३ अगस्त, २०२३ को", "on August 23rd, 2023", "23 August, 2023 ko", "2023-08-23", "2023-08-23", False),
    ("2023-08-23 को", "on 23/08/2023", "23.8.2023 ko", "2023-08-23", "2023-08-23", False),
    ("15 दिसंबर को क्या हुआ?", "on the 15th of December", "15 disambar ko kya hua", "2024-12-15", "2024-12-15", False),
    (
        "15 दिसम्बर को क्या होगा?",
        "What will open on 15 December?",
        "15 december ko kya khulega",
        "2025-12-15",
        "2025-12-15",
        False,
    ),
    ("मई 2025 में", "in May 2025", "mai 2025 mein", "2025-05-01", "2025-05-31", False),
    ("2025 के मई महीने में", "during May, 2025", "2025 ke may mahine me", "2025-05-01", "2025-05-31", False),
    ("अगस्त में क्या हुआ", "What happened in August?", "agast mein kya hua", "2025-08-01", "2025-08-31", False),
    ("पिछले मार्च", "last March", "pichhle march", "2025-03-01", "2025-03-31", True),
    ("2023 में", "in 2023", "2023 mein", "2023-01-01", "2023-12-31", False),
    ("मई 2025 की खबरें", "reports of May 2025", "may 2025 ki khabren", "2025-05-01", "2025-05-31", True),
    ("२०२४ की खबरें", "news from 2024", "2024 ki khabar", "2024-01-01", "2024-12-31", True),
    ("3 से 9 मई 2025 तक", "from 3 to 9 May 2025", "3 se 9 may 2025 tak", "2025-05-03", "2025-05-09", True),
    ("३–९ मई २०२५", "May 3-9, 2025", "3-9 may 2025", "2025-05-03", "2025-05-09", True),
    (
        "3 मई से 9 मई 2025 के बीच",
        "between 3 May and 9 May 2025",
        "3 may aur 9 may 2025 ke beech",
        "2025-05-03",
        "2025-05-09",
        True,
    ),
    ("मार्च से जून 2024 तक", "from March to June 2024", "march se june 2024 tak", "2024-03-01", "2024-06-30", True),
    (
        "मार्च और जून 2024 के बीच",
        "between March and June 2024",
        "march aur june 2024 ke bich",
        "2024-03-01",
        "2024-06-30",
        True,
    ),
    ("नवंबर से जनवरी 2025 तक", "November to January 2025", "november se janvari 2025", "2024-11-01", "2025-01-31", True),
    ("नवंबर 2024 से जनवरी तक", "from November 2024 to January", "nov 2024 se jan tak", "2024-11-01", "2025-01-31", True),
    ("3 मई 2025 से आज तक", "from 3 May 2025 to today", "3 may 2025 se aaj tak", "2025-05-03", "2025-12-10", True),
    ("2019 और 2023 के बीच", "between 2019 and 2023", "2019 aur 2023 ke beech", "2019-01-01", "2023-12-31", False),
    ("2019 से 2023 तक", "from 2019 to 2023", "2019-2023", "2019-01-01", "2023-12-31", False),
    ("9 मई 2025 से", "since 9 May 2025", "9 may 2025 se", "2025-05-09", "2025-12-10", True),
    ("पिछले महीने से", "since last month", "pichhle mahine se", "2025-11-01", "2025-12-10", True),
    ("9 मई 2025 से दिल्ली में", "since 9 May 2025 Delhi saw", "9 may 2025 se dilli mein", "2025-05-09", "2025-12-10", True),
    ("2023 से अब तक", "since 2023", "2023 se ab tak", "2023-01-01", "2025-12-10", True),
    ("9 मई 2025 के बाद", "after 9 May 2025", "9 may 2025 ke baad", "2025-05-10", "2025-12-10", False),
    ("9 मई 2025 से पहले", "before 9 May 2025", "9 may 2025 se pehle", None, "2025-05-08", False),
    ("मई 2025 से पहले के लेख", "articles before May 2025", "may 2025 se pehle ki khabar", None, "2025-04-30", True),
    ("31 मई 2025 तक", "until 31 May 2025", "31 may 2025 tak", None, "2025-05-31", False),
]
IN_THREE_SCRIPTS = [
    (words, start, end, firm) for *forms, start, end, firm in EXAMPLES for words in forms
]  # 170 and more


@pytest.mark.parametrize(("words", "start", "end", "firm"), IN_THREE_SCRIPTS)
def test_windows(words: str, start: str | None, end: str, firm: bool) -> None:
    window = time_window(words, AS_OF)
    assert window is not None
    assert (window.start and str(window.start), str(window.end), window.firm) == (start, end, firm)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the 2019 World Cup final?",
        "टी20 विश्व कप 2024 किसने जीता?",
        "What may the court decide?",
        "31 फरवरी को क्या हुआ?",
        "चंद्रयान-3 कब उतरा?",
        "Is COVID-19 in India?",
        "कारिको से ठीक एक साल पहले नोबेल किसे मिला?",
        "chunav se do din pehle kya hua",
        "What did the army chief do on the last day of the Test?",
        "Is inflation higher than last year?",
        "पिछले साल से ज़्यादा बारिश कहाँ हुई?",
        "What is year on year growth?",
        "आज तक चैनल किसका है?",
        "Which school did he attend after 2023 elections?",
        "2070 तक भारत क्या करेगा?",
        "सूरज और मंगल पर पानी कहाँ मिला?",
        *("Whose wall is visible even today?", "Was the sea lower than it is today?", "What is it known as today?"),
        *("आज भी किसकी दीवार दिखती है?", "aaj bhi kiski deewar dikhti hai?"),
    ],
)
def test_no_window(question: str) -> None:
    window = time_window(question, AS_OF)
    assert window is None or (window.start, window.end) == (None, None)


@pytest.mark.parametrize(
    "question",
    [
        *("What is the latest toll?", "how many so far", "recent floods", "What is the price today?"),
        *("अब तक कितने नोट लौटे?", "ताज़ा आंकड़ा क्या है", "आजकल क्या चल रहा है", "आज क्या हुआ", "हाल ही में क्या हुआ"),
        *("ab tak kitne log mare", "aaj kal kya chal raha hai", "aaj kya hua", "taaza khabar"),
    ],
)
def test_latest(question: str) -> None:
    window = time_window(question, AS_OF)
    assert window is not None
    assert window.latest


@pytest.mark.parametrize(
    "question", ["What happened last week?", "पिछले हफ्ते क्या हुआ", "pichhle hafte kya hua", "May 2025"]
)
def test_freshness_only_where_it_is_asked_for(question: str) -> None:
    window = time_window(question, AS_OF)
    assert window is not None
    assert not window.latest


def test_the_words_that_said_so_are_kept() -> None:
    window = time_window("What did the RBI say from 3 to 9 May 2025?", AS_OF)
    assert window is not None
    assert window.text == "from 3 to 9 may 2025"


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        *(("yesterday's news", True), ("कल की खबरें", True), ("3 se 9 may 2025 tak", True), ("May 3-9, 2025", True)),
        *(("kal kya hua", False), ("last month", False), ("since May 2025", False)),
    ],
)
def test_days_of_publication_are_told_from_days_of_events(words: str, exact: bool) -> None:
    window = time_window(words, AS_OF)
    assert window is not None
    assert window.exact is exact


@pytest.mark.parametrize("as_of", [date(1000, 1, 1), date(2024, 2, 29), date(9000, 12, 31)])
@pytest.mark.parametrize(
    "words", ["999 years ago", "999 हफ्ते पहले", "29 फरवरी को", "last 900 saal", "परसों", "next 999 years"]
)
def test_the_ends_of_the_calendar(words: str, as_of: date) -> None:
    window = time_window(words, as_of)
    assert window is None or window.start is None or window.end is None or window.start <= window.end
