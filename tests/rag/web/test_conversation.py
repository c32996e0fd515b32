from collections.abc import Callable
from dataclasses import replace

from index.article import Article
from rag.answer import Answer, Citation, Progress, Written
from rag.web.conversation import CONTEXT, Turn, after, history, surrounded
from tests.fake_desk import FakeDesk


def test_a_turn_grows_event_by_event(desk: FakeDesk) -> None:
    turn = Turn("पुल कब खुलेगा?")
    seen = []
    for event in desk.stream(turn.question):
        turn = after(turn, event, desk)
        seen.append((type(event), turn.stage, len(turn.sentences), turn.state))
    assert (Progress, "retrieve", 0, "working") in seen
    assert [count for kind, _, count, _ in seen if kind is Written] == [1, 2]
    assert turn.state == "done"
    assert [source.citation.n for source in turn.sources] == [1, 2]


def test_the_answer_replaces_what_was_written_before_it(desk: FakeDesk) -> None:
    *events, answer = desk.stream("पुल कब खुलेगा?")
    turn = Turn("पुल कब खुलेगा?")
    for event in events:
        turn = after(turn, event, desk)
    assert isinstance(answer, Answer)
    turn = after(turn, replace(answer, sentences=answer.sentences[:1], citations=answer.citations[:1]), desk)
    assert len(turn.sentences) == len(turn.sources) == 1


def test_the_words_around_a_citation_are_those_of_its_paragraph(answered: Callable[[str], Turn]) -> None:
    source = answered("पुल कब खुलेगा?").sources[0]
    assert (source.before, source.after) == ("", " टोल नहीं लगेगा।")


def test_long_surroundings_are_cut_between_words() -> None:
    body = "शब्द " * 200 + "यहाँ।" + " शब्द" * 200
    start = body.index("यहाँ।")
    citation = Citation(1, "a", 1, 1, "", "", None, "", "hi", "यहाँ।", start, start + 5)
    source = surrounded(citation, Article(id="a", body=body))
    assert source.before.startswith("… शब्द ")
    assert source.after.endswith(" शब्द …")
    assert max(len(source.before), len(source.after)) <= CONTEXT + 2


def test_a_citation_of_an_article_that_is_gone_stands_alone() -> None:
    source = surrounded(Citation(1, "a", 1, 1, "", "", None, "", "hi", "यहाँ।", 0, 5), None)
    assert (source.before, source.after) == ("", "")


def test_history_leaves_out_questions_that_failed() -> None:
    assert history((Turn("a", "done"), Turn("b", "failed"), Turn("c", "stopped"))) == ("a", "c")


def test_sources_and_nearest_articles_are_found_by_number(answered: Callable[[str], Turn]) -> None:
    turn = answered("क्या चाँद पर पानी है?")
    near = turn.near(0)
    assert near is not None
    assert near.article_id == "bad"
    assert turn.near(-1) is None
    assert turn.near(3) is None
    assert turn.source(1) is None
