from collections.abc import Callable
from dataclasses import replace

from index.article import Copy
from rag.web.cards import RELEVANT, by_article, meta_line, nearest_list, sources_list
from rag.web.conversation import Turn

Answered = Callable[[str], Turn]


def test_a_card_says_who_when_and_in_which_language(answered: Answered) -> None:
    cards = sources_list(answered("पुल कब खुलेगा?"), 0, "en", unfolded=True)
    assert '<h3 lang="hi">नदी का पुल तैयार</h3>' in cards
    assert '<span class="kh-outlet" lang="hi">नगर दर्पण</span>' in cards
    assert '<time datetime="2025-12-04T23:07:00+05:30">4 December 2025</time>' in cards
    assert '<span class="kh-badge">Hindi</span>' in cards
    assert "No date given" in cards  # the second source


def test_the_cited_sentence_is_marked_in_its_passage(answered: Answered) -> None:
    cards = sources_list(answered("पुल कब खुलेगा?"), 0, "hi", unfolded=True)
    assert '<blockquote lang="hi"><mark>पुल मार्च में खुलेगा।</mark> टोल नहीं लगेगा।</blockquote>' in cards


def test_a_card_names_the_other_outlets_of_its_story(answered: Answered, hostile: str) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert "kh-also" not in sources_list(turn, 0, "en", unfolded=True)
    first, *others = turn.sources
    copies = (Copy("b", "नया सवेरा", "2025-12-05T08:00:00+05:30"), Copy("c", hostile, None))
    told = replace(first, citation=replace(first.citation, also_in=copies))
    cards = sources_list(replace(turn, sources=(told, *others)), 0, "en", unfolded=True)
    assert '<p class="kh-also">Also in: नया सवेरा, 5 December 2025 · ' in cards
    assert "<script" not in cards


def test_each_card_opens_its_own_source(answered: Answered) -> None:
    cards = sources_list(answered("पुल कब खुलेगा?"), 3, "hi", unfolded=True)
    assert [f'data-action="cite" data-turn="3" data-n="{n}"' in cards for n in (1, 2, 3)] == [True, True, False]


def test_quotes_of_one_article_share_a_card_and_keep_their_numbers(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    first, cost = turn.sources
    again = replace(first, citation=replace(first.citation, n=3, quote="टोल नहीं लगेगा।", relevance=RELEVANT[1]))
    cards = sources_list(replace(turn, sources=(first, cost, again)), 0, "en", unfolded=True)
    assert cards.count("<h3") == cards.count('class="kh-card"') == 2
    assert "Sources (2)" in cards
    bridge, _, other = cards.partition("What it cost")
    assert "<mark>पुल मार्च में खुलेगा।</mark></blockquote>" in bridge  # without what stands around it: that is quoted, too
    assert "<mark>टोल नहीं लगेगा।</mark>" in bridge
    assert ['class="kh-number" data-action="cite" data-turn="0" data-n="3"' in part for part in (bridge, other)] == [
        True,
        False,
    ]
    assert bridge.count("kh-relevance") == 1


def test_versions_of_an_article_are_not_taken_for_one(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    older = replace(turn.sources[1], citation=replace(turn.sources[1].citation, n=3, version=1))
    assert [len(group) for group in by_article((*turn.sources, older))] == [1, 1, 1]


def test_earlier_sources_are_folded_away(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert sources_list(turn, 0, "en", unfolded=True).startswith('<details class="kh-sources" open>')
    assert sources_list(turn, 0, "en", unfolded=False).startswith('<details class="kh-sources">')


def test_no_sources_no_list(answered: Answered) -> None:
    assert sources_list(answered("?"), 0, "en", unfolded=True) == ""


def test_nearest_articles_are_buttons(answered: Answered) -> None:
    near = nearest_list(answered("?"), 2, "en")
    assert near.count('data-action="near" data-turn="2"') == 3
    assert nearest_list(answered("पुल कब खुलेगा?"), 2, "en") == ""


def test_hostile_articles_stay_text(answered: Answered, hostile: str) -> None:
    for page in (sources_list(answered(hostile), 0, "en", unfolded=True), nearest_list(answered("?"), 0, "en")):
        assert "<script" not in page
        assert 'onmouseover="' not in page
        assert "\u202e" not in page


def test_a_hostile_date_stays_text() -> None:
    assert "<img" not in meta_line("", '"><img src=x>', "en", "en")


def test_relevance_is_shown_in_three_steps_and_words(answered: Answered) -> None:
    turn = answered("पुल कब खुलेगा?")
    assert "kh-relevance" not in sources_list(turn, 0, "en", unfolded=True)
    source = turn.sources[0]
    words = ("Touches on", "Meets much of", "Meets the question closely")
    for level, relevance in enumerate((0.0, RELEVANT[0], RELEVANT[1]), start=1):
        told = replace(source, citation=replace(source.citation, relevance=relevance))
        cards = sources_list(replace(turn, sources=(told,)), 0, "en", unfolded=True)
        assert cards.count("class=kh-on") == level
        assert words[level - 1] in cards
