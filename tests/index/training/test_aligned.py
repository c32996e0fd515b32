"""Words of translated sentences are linked by the dictionary, and swapped on both sides at once."""

from index.training.aligned import align, reciprocal

TO_ENGLISH = {"मंत्री": ["minister"], "नदी": ["river", "stream"], "बाढ़": ["flood"], "है": ["is"], "गाँव": ["village"]}
TO_HINDI = {"minister": ["मंत्री"], "river": ["सरिता", "नदी"], "flood": ["सैलाब"], "village": ["गाँव"]}


def test_a_word_is_linked_where_its_translation_stands_once() -> None:
    english, hindi = "The ministers saw the river in flood, a river is wide.", "मंत्री ने नदी में बाढ़ देखी।"
    (aligned,) = align([(english, hindi)], TO_ENGLISH)
    links = [(english[slice(*there)], hindi[slice(*here)]) for there, here in aligned.links]
    assert links == [("ministers", "मंत्री"), ("flood", "बाढ़")]  # two rivers: which one is नदी?


def test_nukta_and_chandrabindu_do_not_matter() -> None:
    (aligned,) = align([("A flood came to the village", "गांव में बाढ आई")], TO_ENGLISH)
    assert len(aligned.links) == 2


def test_words_are_swapped_on_both_sides_and_nothing_else_changes() -> None:
    (aligned,) = align([("The minister saw the river.", "मंत्री ने नदी देखी।")], TO_ENGLISH)
    others = {"minister": ("queen", "रानी"), "river": ("wide sea", "समुद्र")}
    assert aligned.with_words(lambda english, _: others[english]) == ("The queen saw the wide sea.", "रानी ने समुद्र देखी।")
    assert aligned.with_words(lambda english, hindi: None) == (aligned.english, aligned.hindi)


def test_only_words_that_name_each_other_are_swapped_in() -> None:
    assert reciprocal(TO_ENGLISH, TO_HINDI) == [("minister", "मंत्री"), ("river", "नदी"), ("village", "गाँव")]
