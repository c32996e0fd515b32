"""Verification: what follows from its source is supported, what does not is not, and the reason is named."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedding import open_embedder
from index.hashing import HashEmbedder
from rag.verification.verifier import Cited, Verifier
from rag.verification.weights import WEIGHTS
from tests.made_evidence import evidence_of

IMPORTS = "मार्च 2024 में भारत ने 36 प्रतिशत हथियार रूस से खरीदे, राजनाथ सिंह ने कहा।"
DEAL = "Rajnath Singh said on 4 December 2025 that India would buy five S-400 systems for $5.43 billion."


class CountingEmbedder(HashEmbedder):
    """Notes the texts that it turns into vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        return super().encode_questions(texts)


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier(open_embedder())


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (IMPORTS, IMPORTS),
        ("मार्च 2024 में भारत ने छत्तीस फीसदी हथियार रूस से खरीदे।", IMPORTS),
        ("In March 2024 India bought 36 percent of its weapons from Russia.", IMPORTS),
        ("राजनाथ सिंह ने 4 दिसंबर 2025 को कहा कि भारत 5.43 अरब डॉलर में पाँच एस-400 खरीदेगा।", DEAL),
        ("Rajnath Singh said on December 4, 2025 that India would buy 5 S-400 systems for $5,430 million.", DEAL),
    ],
)
def test_what_follows_is_supported(verifier: Verifier, sentence: str, source: str) -> None:
    verdict = verifier.check_texts(sentence, [Cited(source)])
    assert (verdict.support, verdict.reasons) == ("supported", ())
    assert verdict.probability >= WEIGHTS.supported


@pytest.mark.parametrize(
    ("sentence", "source", "code", "detail"),
    [
        ("मार्च 2024 में भारत ने 63 प्रतिशत हथियार रूस से खरीदे।", IMPORTS, "number", "63 प्रतिशत"),
        ("मार्च 2024 में भारत ने 36 प्रतिशत अंक हथियार रूस से खरीदे।", IMPORTS, "unit", "36 प्रतिशत अंक"),
        ("जून 2024 में भारत ने 36 प्रतिशत हथियार रूस से खरीदे।", IMPORTS, "date", "June"),
        ("मार्च 2024 में भारत ने 36 प्रतिशत हथियार रूस से नहीं खरीदे।", IMPORTS, "negation", ""),
        ("मार्च 2024 में भारत ने 36 प्रतिशत हथियार रूस से खरीदे, अमित शाह ने कहा।", IMPORTS, "name", "शाह"),
        ("In March 2024 India bought 63 percent of its weapons from Russia.", IMPORTS, "number", "63 percent"),
        ("राजनाथ सिंह ने कहा कि भारत 5.43 करोड़ डॉलर में पाँच एस-400 खरीदेगा।", DEAL, "number", "5.43 करोड़ डॉलर"),
        (
            "Rajnath Singh said that India would buy five S-400 systems for ₹5.43 billion.",
            DEAL,
            "unit",
            "₹5.43 billion",
        ),
        ("The lake rose all night.", DEAL, "content", ""),
        ("The craft landed at 12:23.", "The craft landed at 6:04 on 23 August.", "number", "12:23"),
        ("The teams have 2.5 points.", "Both teams have points.", "number", "2.5"),
    ],
)
def test_what_does_not_follow_is_not_supported(
    verifier: Verifier, sentence: str, source: str, code: str, detail: str
) -> None:
    verdict = verifier.check_texts(sentence, [Cited(source)])
    assert verdict.support != "supported"
    assert (code, detail) in [(reason.code, reason.detail) for reason in verdict.reasons]
    assert all(reason.message("hi") and reason.message("en") for reason in verdict.reasons)


def test_all_that_is_cited_counts_together(verifier: Verifier) -> None:
    told = "India bought 36 percent of its weapons from Russia and paid $5.43 billion."
    first, second = "India bought 36 percent of its weapons from Russia.", "India paid $5.43 billion."
    assert verifier.check_texts(told, [Cited(first), Cited(second)]).support == "supported"
    assert verifier.check_texts(told, [Cited(first)]).support != "supported"


def test_the_day_of_publication_explains_a_date(verifier: Verifier) -> None:
    source = "The lander touched down on the Moon on Wednesday."
    sentence = "The lander touched down on the Moon on 23 August 2023."
    assert verifier.check_texts(sentence, [Cited(source, published=date(2023, 8, 23))]).support == "supported"
    assert verifier.check_texts(sentence, [Cited(source)]).support != "supported"


def test_without_a_source_nothing_is_supported(verifier: Verifier) -> None:
    verdict = verifier.check_texts("The lake rose.", [])
    assert (verdict.support, verdict.probability) == ("unsupported", 0.0)


def test_a_model_without_a_word_table_still_checks_numbers() -> None:
    verifier = Verifier(HashEmbedder())
    assert verifier.check_texts("It rose to 508 metres.", [Cited("It rose to 508 metres.")]).support == "supported"
    assert verifier.check_texts("It rose to 805 metres.", [Cited("It rose to 508 metres.")]).support == "unsupported"


def test_what_was_prepared_is_not_read_again() -> None:
    embedder = CountingEmbedder()
    verifier = Verifier(embedder)
    source = evidence_of("It rose to 508 metres.", published="2025-12-04")
    verifier.prepare(source)
    assert embedder.texts == ["It rose to 508 metres."]
    verdict = verifier.check("It rose to 805 metres.", [source], "en")
    assert embedder.texts == ["It rose to 508 metres.", "It rose to 805 metres."]
    assert verdict == Verifier(HashEmbedder()).check("It rose to 805 metres.", [source], "en")


def test_an_nli_model_may_object(tmp_path: Path) -> None:
    torch, tokenizers, transformers = (pytest.importorskip(name) for name in ("torch", "tokenizers", "transformers"))
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel({w: i for i, w in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]"}
    transformers.PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special).save_pretrained(tmp_path)
    config = transformers.BertConfig(
        vocab_size=4, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8, num_labels=2,
        id2label={0: "entailment", 1: "contradiction"}, label2id={"entailment": 0, "contradiction": 1},
    )  # fmt: skip
    model = transformers.BertForSequenceClassification(config)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor([-9.0, 9.0]))
    model.save_pretrained(tmp_path)
    cited = [Cited("The lake rose.")]
    assert Verifier(HashEmbedder()).check_texts("The lake rose.", cited).support == "supported"
    assert Verifier(HashEmbedder(), nli=str(tmp_path)).check_texts("The lake rose.", cited).support == "unsupported"
