"""Which sentences can give the kind of answer that a question wants."""

import pytest

from index.language.tokens import words
from rag.ranking.fitting import fits
from rag.understanding.kinds import wanted


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("कितने लोग घायल हुए?", "इस हादसे में १५ लोग घायल हुए।", 1.0),
        ("कितने लोग घायल हुए?", "हादसा सात लोगों को घायल कर गया।", 1.0),
        ("कितने लोग घायल हुए?", "हादसे में सात घायल हुए।", 1.0),
        ("कितने लोग घायल हुए?", "हादसे में सात मरे।", 0.5),
        ("कितने लोग घायल हुए?", "लोग घायल हुए।", 0.0),
        ("कितने लोग घायल हुए?", "हादसा 2023 में हुआ।", 0.0),
        ("कितने लोग घायल हुए?", "हादसा 5 जून को हुआ।", 0.0),
        ("How many died?", "The bridge fell on 4 June.", 0.0),
        ("How much did it cost?", "It cost Rs 978 crore.", 1.0),
        ("How much did it cost?", "It cost about $5.6 million.", 1.0),
        ("How much did it cost?", "It was 30 years old.", 0.25),
        ("कितने प्रतिशत मतदान हुआ?", "शाम तक 66.14% वोट पड़े।", 1.0),
        ("कितने प्रतिशत मतदान हुआ?", "16.63 करोड़ मतदाता थे।", 0.25),
        ("वे कब लौटे?", "वे बुधवार को लौटे।", 0.5),
        ("वे कब लौटे?", "वे 5 जून को लौटे।", 1.0),
        ("When did the court rule?", "The court ruled in 2023.", 1.0),
        ("When did the court rule?", "The court ruled against them.", 0.0),
        ("When in 2023 did it rule?", "The court ruled in 2023.", 0.0),
        ("When does he go?", "He may resign, and they march on.", 0.0),
        ("When does he go?", "He goes in May.", 1.0),
        ("How many people died in the days of fighting?", "It lasted three years.", 0.5),
        ("Who won?", "The award went to Neeraj Chopra.", 1.0),
        ("Who won?", "Neeraj Chopra won the award.", 1.0),
        ("Who won?", "The award went to Chopra.", 0.5),
        ("Who won?", "The award went to nobody.", 0.0),
        ("Who beat Neeraj Chopra?", "Neeraj Chopra came second.", 0.0),
        ("Which rocket flew?", "It flew on Falcon.", 1.0),
        ("कौन जीता?", "फ़ाइनल नीरज ने जीता।", 1.0),
        ("कौन जीता?", "फ़ाइनल जीता गया।", 0.0),
        ("Where did they meet?", "They met in Delhi.", 1.0),
        ("Where did they meet?", "They met again.", 0.0),
        ("वे कहाँ मिले?", "वे दिल्ली में मिले।", 1.0),
        ("वे दिल्ली में कहाँ मिले?", "वे दिल्ली में मिले।", 0.0),
        ("Why was it put off?", "It was put off because of rain.", 1.0),
        ("Why was it put off?", "It was put off again.", 0.0),
        ("और क्या हुआ?", "कुछ भी।", 0.5),
    ],
)
def test_fits(question: str, sentence: str, expected: float) -> None:
    assert fits(wanted(question), sentence, words(question)) == expected
