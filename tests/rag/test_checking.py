"""The cautious check: numbers and names must be in the source, and nearly every word."""

import pytest

from index.article import Language
from rag.answer import Support
from rag.checking import WordCheck
from tests.made_evidence import evidence_of

RAO = evidence_of("Dr. Rao said the mission cost about Rs. 615 crore.")
BAITHAK = evidence_of("बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।", language="hi")


@pytest.mark.parametrize(
    ("sentence", "language", "support"),
    [
        ("The mission cost Rs. 615 crore, Dr. Rao said.", "en", "supported"),
        ("The mission cost Rs. 615 crore, Dr. Rao told the Courier.", "en", "supported"),
        ("The mission cost Rs. 616 crore, Dr. Rao said.", "en", "unsupported"),
        ("The mission cost Rs. 615 crore, Dr. Sharma said.", "en", "unsupported"),
        ("Rivers flood villages every monsoon season.", "en", "unsupported"),
        ("बैठक में ३६ प्रतिशत आयात का आँकड़ा रखा गया।", "hi", "supported"),
        ("बैठक में 63 प्रतिशत आयात का आंकड़ा रखा गया।", "hi", "unsupported"),
    ],
)
def test_words_and_numbers_are_compared(sentence: str, language: Language, support: Support) -> None:
    cited = [RAO if language == "en" else BAITHAK]
    assert WordCheck().check(sentence, cited, language).support == support


def test_across_languages_nothing_is_more_than_partly_supported() -> None:
    assert WordCheck().check("Rao.", [evidence_of("राव आए।", language="hi")], "en").support == "partly"
    assert WordCheck().check("It was 36 per cent.", [BAITHAK], "en").support == "unsupported"


def test_without_a_source_nothing_is_supported() -> None:
    verdict = WordCheck().check("It rained.", [], "en")
    assert (verdict.support, verdict.reasons) == ("unsupported", ("no source",))


def test_the_reasons_name_what_is_missing() -> None:
    assert WordCheck().check("It cost 616.", [RAO], "en").reasons == ("number not in source: 616",)
