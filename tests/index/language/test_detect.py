import pytest

from index.language.detect import article_language, question_language
from index.language.roman_hindi import mended

ROMANISED_HINDI = [
    "rajnath singh kisse mile?",
    "chandrayaan 3 kab utra tha",
    "modi ji ne kya kaha",
    "budget 2025 me income tax ki limit kya hai",
    "kaun jeeta t20 world cup 2024",
    "kya hua",
    "Bharat ka pradhan mantri kaun hai",
    "delhi me aaj mausam kaisa hai",
    "putin bharat kab aaye the",
    "repo rate kitna hai",
    "petrol ke daam kyon badhe",
    "supreme court ne kya faisla diya",
    "wayanad landslide me kitne log mare",
    "manu bhaker ne kitne medal jeete",
    "ISRO ka agla mission kaunsa hai",
    "chunav natije bihar",
    "sarkar ki nayi yojana",
    "who ke pramukh kaun hain",
    "us ke rashtrapati ne kya bola",
    "neeraj chopra ka best throw kitna tha",
    "the hindu ka malik kaun hai",
    "silkyara tunnel se mazdoor kaise nikle",
    "operation sindoor kab hua",
    "kitne MP ne vote diya",
    "GST council ki baithak kahan hogi",
    "virat kohli ne sanyas kyu liya",
    "gukesh world champion kaise bana",
    "RBI governor kaun hai abhi",
    "kisan andolan khatam kab hua",
    "Lok Sabha mein kitni seat hain",
    "pichhle hafte kya hua manipur mein",
    "murmu ji kahan gayi thi",
    "ram mandir ka udghatan kisne kiya",
    "Kejriwal ko bail mili kya",
    "is saal monsoon kaisa rahega",
    "trump ne india par kitna tariff lagaya",
    "iPhone 16 ki keemat batao",
    "bhookamp nepal",
    "kaun banega mukhyamantri",
    "unhone resign kyon kiya",
    "mujhe budget ke baare me batao",
    "Agniveer yojana kya hai",
    "nitish kumar kitvi baar cm bane",
    "modi kitin baar pm bane",
    "bjp ne ktini seat jeeti",
    "delhi cm baar baar",
    "rekha gupta phir cm bane",
    "virat kohli sanyas",
    "sona chandi bhav",
    "manipur hinsa",
    "ram mandir udghatan tarikh",
    "women reservation bill ke against kiitne vote pade",
    "supar baul XLIX kisnee jita?",
    "jdu kitni seat layi",
    "lic share ka price kitna gira",
    "nitish phir se cm bana",
]
ENGLISH = [
    "Who is the main accused?",
    "Me Too case verdict",
    "What did Sita Ram say to the bar?",
    "Is there hope for Kashmir ki…",
    "Whom did Rajnath Singh meet?",
    "When did Chandrayaan-3 land on the Moon?",
    "What is the repo rate?",
    "AAP manifesto Delhi",
    "How many medals did Manu Bhaker win?",
    "US tariffs on India",
    "The Hindu editorial",
    "Modi Putin summit",
    "Who won the 2024 T20 World Cup?",
    "Did the UN pass the resolution?",
    "Gaya airport",
    "Ko Samui ferry accident",
    "Is Kia in India profitable?",
    "Who founded the Khelo India games?",
    "What is the Pradhan Mantri Awas Yojana?",
    "Where is the Jana Sena party based?",
    "Lok Sabha election results",
    "Rajya Sabha MPs suspended",
    "Men and women in the army",
    "To whom did he give it?",
    "Karan Johar film release",
    "Maine governor vote",
    "Mango exports to Japan",
    "Kisan Credit Card limit",
    "Why do they say so?",
    "Mann Ki Baat is broadcast on which day?",
    "Who wrote the song about Ka and Ki?",
    "Is Diya Kumari the deputy chief minister?",
    "How long did the Silkyara rescue take?",
    "Which states use the Aaj Tak channel?",
    "What was said on air?",
    "Kerala landslide death toll",
    "Kargil war anniversary",
    "Sensex today",
    "Bhopal gas tragedy compensation",
    "Explain the Waqf amendment act",
    "Name the Indian Nobel laureates",
    "Tell me about it",
    "Kitwe mine accident",
    "Kisku on Santal rights",
    "Kazan BRICS summit 2024",
    "Sanyasi rebellion of Bengal",
    "Nitish Kumar sworn in as CM",
    "Rekha Gupta cabinet ministers",
    "Janata Dal United seats in Bihar",
    "Hemant Soren JMM Jharkhand",
    "Tihar jail Kejriwal",
    "Bhavnagar airport",
    "LIC share price",
    "Gira Sarabhai museum",
    "the bane of Gotham",
    "Rahul Gandhi Bharat Jodo Yatra",
    "Baba Ramdev Patanjali case",
    "BJP seats in UP",
    "",
    "42?",
]
HINDI = [
    "राजनाथ सिंह किससे मिले?",
    "ISRO का chandrayaan mission",
    "GST क्या है",
    "What क्या है",
    "चंद्रयान",
    "T20 world cup 2024 का विजेता",
    "१५ अगस्त",
]


@pytest.mark.parametrize("question", ROMANISED_HINDI)
def test_romanised_hindi_is_recognised(question: str) -> None:
    assert question_language(question) == "hi-Latn"


@pytest.mark.parametrize("question", ENGLISH)
def test_english_is_not_taken_for_hindi(question: str) -> None:
    assert question_language(question) == "en"


@pytest.mark.parametrize("question", HINDI)
def test_devanagari_makes_a_question_hindi(question: str) -> None:
    assert question_language(question) == "hi"


@pytest.mark.parametrize("question", ["What does आत्मनिर्भर mean?", "Who is राजनाथ सिंह?", "When was वंदे भारत launched"])
def test_an_english_question_may_quote_a_hindi_word(question: str) -> None:
    assert question_language(question) == "en"


def test_the_case_of_letters_does_not_matter() -> None:
    assert question_language("MODI JI NE KYA KAHA") == "hi-Latn"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("रक्षा मंत्री राजनाथ सिंह ने बैठक की।", "hi"),
        ("The defence minister met his counterpart.", "en"),
        ("आरबीआई (RBI) ने UPI Lite की सीमा बढ़ाकर ₹1,000 कर दी, NPCI ने कहा।", "hi"),
        ("The mission, called चंद्रयान in Hindi, landed on the Moon in 2023.", "en"),
        ("", "en"),
        ("2025 — 12", "en"),
        ("Modi ji ne kaha ki desh badal raha hai", "en"),
    ],
)
def test_an_article_has_the_language_of_most_of_its_letters(text: str, language: str) -> None:
    assert article_language(text) == language


@pytest.mark.parametrize("word", ["katne", "katna", "kisna", "kutta", "kitab"])
def test_words_of_their_own_are_not_mended(word: str) -> None:
    assert mended(word) == word
