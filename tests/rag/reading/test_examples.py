"""What the reader learns from."""

import random
from itertools import islice

from index.hashing import HashEmbedder
from rag.reading.training.clozes import clozes
from rag.reading.training.examples import Example, Marks, batches, examples, place_of
from rag.reading.training.stories import Asked, Story
from rag.reading.training.strangers import Stranger, strangers
from tests.rag.reading.test_inputs import CLS, SEP, cut

MARKS = Marks(CLS, SEP)
STORIES = [
    Story(
        headline={"en": f"match {number}", "hi": f"मैच {number}"},
        sentences={"en": ["Asha won it", "rain fell", "they left"], "hi": ["आशा जीती", "पानी बरसा", "वे गए"]},
        asked=[
            Asked({"en": "who won", "hi": "कौन जीता"}, [0], {"en": "Asha", "hi": "आशा"}),
            Asked({"en": "why did they leave", "hi": "वे क्यों गए"}, [1, 2], {}),
            Asked({"en": "who lost", "hi": "कौन हारा"}, [], {}),
        ],
    )
    for number in range(8)
]


def drawn(count: int) -> list[Example]:
    near = [[[Stranger((number + 1) % len(STORIES), 0)], [], []] for number in range(len(STORIES))]
    return list(islice(examples(STORIES, near, cut, MARKS, random.Random(1)), count))


def test_spans_are_of_the_words_that_answer() -> None:
    found = [one for one in drawn(400) if one.span not in (None, (0, 0))]
    assert found
    for one in found:
        assert one.span is not None
        first, last = one.span
        place = one.answers.index(1.0)
        assert first == last == one.joined.ranges[place][0]


def test_some_answer_some_do_not_and_where_none_does_the_span_is_none() -> None:
    found = drawn(400)
    none = [one for one in found if not any(one.answers)]
    assert 100 < len(none) < 300
    assert all(one.span == (0, 0) for one in none)
    assert any(one.span is None for one in found)


def test_batches_hold_inputs_of_like_length() -> None:
    draw = random.Random(2)
    some = next(batches(iter(drawn(300)), 16, draw))
    lengths = [len(one.joined.ids) for one in some]
    assert len(some) == 16
    assert max(lengths) - min(lengths) < 10


def test_strangers_are_near_sentences_of_stories_that_lack_what_is_named() -> None:
    def story(name: str, series: str = "") -> Story:
        sentences = [f"{name} won the race", "rain fell on the crowd"]
        asked = Asked({"en": f"when did {name} win the race", "hi": ""}, [0], {})
        return Story({"en": "race", "hi": ""}, {"en": sentences, "hi": sentences}, [asked], series)

    stories = [story("Asha"), story("Bina"), story("Asha"), story("Chitra", "s"), story("Chitra", "s")]
    near = strangers(stories, HashEmbedder())
    assert {one.story for one in near[0][0]} == {1, 3, 4}
    assert near[3][0][0] == Stranger(4, 0)


def test_made_questions_leave_out_what_is_the_answer() -> None:
    pairs = [(f"the town of Indore {name} has {n} old river bridges", f"शहर में {n} पुराने पुल {name} हैं") for n, name in
             enumerate(["Ajay", "Bina", "Chitra", "Dev", "Esha", "Farid", "Gita", "Hari", "Indu"], 11)]  # fmt: skip
    found = list(islice(clozes(pairs, cut, MARKS, random.Random(3)), 300))
    marked = [one for one in found if one.span not in (None, (0, 0))]
    assert marked
    assert all(one.answers[_place(one)] == 1.0 for one in marked)
    assert any(not any(one.answers) for one in found)


def test_answers_are_not_found_within_other_words() -> None:
    assert place_of("20", "In 2020, and again in 20 days") == 22
    assert place_of("चार", "चारदीवारी के चार कोने") == 13
    assert place_of("five", "fifty") == -1


def _place(one: Example) -> int:
    assert one.span is not None
    return next(at for at, (first, last) in enumerate(one.joined.ranges) if first <= one.span[0] < last)
