"""Passages: whole sentences, exact offsets, nothing left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.chunking import MAX_WORDS, content_hash, context_of, passages_of, sentences_of

SENTENCES = st.lists(
    st.sampled_from(
        [
            "प्रधानमंत्री ने कहा कि काम पूरा हो गया है।",
            "डॉ. सिंह को रु. 3.5 करोड़ मिले।",
            "The U.S. team won by 6 runs.",
            "Who was there? “Nobody,” he said.",
            "बारिश रुकी नहीं " * 20 + "।",
        ]
    ),
    min_size=1,
    max_size=40,
)


def _article(body: str, **values: str) -> Article:
    return Article(id="x", body=body, **values)  # type: ignore[arg-type]


@given(SENTENCES, st.sampled_from([" ", "\n\n"]))
def test_every_sentence_is_in_a_passage_and_offsets_are_exact(sentences: list[str], between: str) -> None:
    body = between.join(sentences)
    passages = passages_of(_article(body))
    for passage in passages:
        assert body[passage.start : passage.end] == passage.text
        assert passage.sentences[0].start == passage.start
        assert passage.sentences[-1].end == passage.end
        assert all(body[s.start : s.end] == s.text for s in passage.sentences)
    covered = {(s.start, s.end) for passage in passages for s in passage.sentences}
    assert covered == {(s.start, s.end) for s in sentences_of(body)}


@given(SENTENCES)
def test_neighbours_share_a_sentence_and_stay_bounded(sentences: list[str]) -> None:
    passages = passages_of(_article(" ".join(sentences)))
    longest = max(len(sentence.split()) for sentence in sentences)
    for before, after in pairwise(passages):
        assert before.start < after.start
        assert after.start <= before.end + 1
        assert len(before.sentences) == 1 or after.sentences[0] in before.sentences
    for passage in passages:
        assert len(passage.text.split()) <= MAX_WORDS + longest


def test_a_long_article_becomes_passages_of_the_intended_length() -> None:
    body = " ".join(f"यह वाक्य संख्या {number} है और इसमें ठीक दस शब्द हैं।" for number in range(60))
    lengths = [len(passage.text.split()) for passage in passages_of(_article(body))]
    assert len(lengths) > 4
    assert all(60 <= length <= MAX_WORDS for length in lengths)


def test_blank_body_has_no_passages() -> None:
    assert passages_of(_article(" \n ")) == []


def test_context_names_headline_and_day() -> None:
    article = _article("कुछ हुआ।", headline="बड़ी खबर", published="2025-12-04T23:07:00+05:30")
    assert context_of(article) == "बड़ी खबर (2025-12-04). "


def test_content_hash_changes_with_the_context_and_not_with_the_source() -> None:
    article = _article("कुछ हुआ।", headline="एक")
    (passage,) = passages_of(article)
    assert content_hash(article, passage) != content_hash(_article("कुछ हुआ।", headline="दो"), passage)
    assert content_hash(article, passage) == content_hash(_article("कुछ हुआ।", headline="एक", source="कोई"), passage)
