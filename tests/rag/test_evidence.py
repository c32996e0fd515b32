"""How well a question is met by sentences, token by token."""

from dataclasses import replace

import numpy as np

from rag.desk import NewsDesk
from rag.ranking.matching import SAME_THING, matches_of, met_by


def test_what_the_headline_says_counts_little() -> None:
    headline, first, second = [0.95, 0.2], [0.9, 0.1], [0.1, 0.9]
    own, told = met_by(np.array([headline, first, second], dtype=np.float32))
    weights = np.array([0.05, 0.8]) / 0.85
    np.testing.assert_allclose(own, [weights @ first, weights @ second], rtol=1e-5)
    np.testing.assert_allclose(told, [weights @ first, weights @ [0.9, 0.9]], rtol=1e-5)
    assert own[1] > own[0]


def test_nothing_to_meet() -> None:
    for matches in (np.zeros((1, 3), np.float32), np.zeros((4, 0), np.float32)):
        own, told = met_by(matches)
        assert own.tolist() == told.tolist() == [0] * (len(matches) - 1)


def test_an_abbreviation_is_met_by_its_full_form(sample_desk: NewsDesk) -> None:
    question, hits = sample_desk.search("बिहार में आरजेडी को कितनी सीटें मिलीं?")
    vectors = sample_desk.archive.embedder().encode_question(question.search_text, question.content_spans)
    stored = next(hit.stored for hit in hits if "राष्ट्रीय जनता दल" in hit.stored.passage.text)
    texts = [stored.article.headline, *(sentence.text for sentence in stored.passage.sentences)]
    full = next(row for row, text in enumerate(texts) if "राष्ट्रीय जनता दल" in text)
    tokens = slice(vectors.counts[0], vectors.counts[:2].sum())  # of आरजेडी, the second content word
    met, plain = matches_of(question, vectors, stored), matches_of(replace(question, otherwise=()), vectors, stored)
    assert met[full, tokens].min() >= SAME_THING > plain[full, tokens].min()
    untold = [row for row, text in enumerate(texts) if "राजद" not in text and "राष्ट्रीय जनता दल" not in text]
    assert untold
    np.testing.assert_array_equal(met[untold], plain[untold])
