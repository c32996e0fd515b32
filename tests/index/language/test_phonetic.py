"""One key for one name in two scripts, different keys for different names."""

import pytest

from index.language.phonetic import phonetic_key, phonetic_keys

SAME = """
    Modi मोदी
    Rajnath राजनाथ
    raajnaath राजनाथ
    Belousov बेलौसोव
    Neeraj नीरज
    Chopra चोपड़ा
    Chandrayaan चंद्रयान
    Murmu मुर्मू
    Shah शाह
    Jaishankar जयशंकर
    Kejriwal केजरीवाल
    Wayanad वायनाड
    Silkyara सिल्क्यारा
    Gukesh गुकेश
    Mumbai मुंबई
    Delhi दिल्ली
    Biden बाइडन
    Putin पुतिन
    Netanyahu नेतन्याहू
    Ukraine यूक्रेन
    Zelensky ज़ेलेंस्की
    Trump ट्रंप
    Washington वाशिंगटन
    Lakshmi लक्ष्मी
    Krishna कृष्ण
    Sindoor सिंदूर
    Vikrant विक्रांत
    Draupadi द्रौपदी
    mulakat मुलाकात
    yojana योजना
    chunav चुनाव
    sarkar सरकार
    bhookamp भूकंप
    khiladi खिलाड़ी
    jeeta जीता
    Singh सिंह
    Ayodhya अयोध्या
    India इंडिया
    vigyan विज्ञान
    Himalaya हिमालय
    Kashmir कश्मीर
    Congress कांग्रेस
    Cricket क्रिकेट
    Russia रूसिया
    Sunak सुनक
    Rishi ऋषि
    Williams विलियम्स
    Isro इसरो
    Aditya आदित्य
    Bumrah बुमराह
    Kohli कोहली
    Rohit रोहित
    Vishwanath विश्वनाथ
    Gaganyaan गगनयान
    Hemant हेमंत
    Musk मस्क
    Twitter ट्विटर
    samjhauta समझौता
    nirnay निर्णय
    pradhanmantri प्रधानमंत्री
    mahila महिला
    arakshan आरक्षण
    vidheyak विधेयक
    bharatiya भारतीय
    chhattisgarh छत्तीसगढ़
    Qatar क़तर
    Morbi मोरबी
    hadsa हादसा
"""
DIFFERENT = """
    मोदी शाह
    राम रावण
    दिल्ली मुंबई
    कोहली शर्मा
    भारत पाकिस्तान
    Putin Biden
    Musk Mumbai
    चुनाव खिलाड़ी
    सिंह सिंधु
    Chandrayaan Chandigarh
    रूस रोम
    यूक्रेन ईरान
    अदालत अदानी
    मतदान मैदान
    तूफान भूकंप
"""


@pytest.mark.parametrize("pair", SAME.strip().splitlines())
def test_the_same_name_in_two_scripts_meets(pair: str) -> None:
    roman, devanagari = pair.split()
    assert set(phonetic_keys(roman)) & set(phonetic_keys(devanagari))


@pytest.mark.parametrize("pair", DIFFERENT.strip().splitlines())
def test_different_names_do_not(pair: str) -> None:
    one, other = pair.split()
    assert not set(phonetic_keys(one)) & set(phonetic_keys(other))


@pytest.mark.parametrize("word", ["ओ", "Eo", "का", "2025", "", "é", "एक"])
def test_short_words_and_numbers_have_none(word: str) -> None:
    assert phonetic_key(word) == ""
