from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.ingest import prepare
from rag.answer import Answer
from rag.choice import Choice
from rag.desk import NewsDesk
from rag.settings import Settings
from rag.web.conversation import NO_WISHES, Conversation
from rag.web.handlers import Handlers
from rag.web.manner import Manner
from rag.web.writing import ChosenWriting
from rag.writers import endpoint
from tests.chat_server import Reply, chat_server
from tests.conftest import HINDI_BODY
from tests.serving import free_port

QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"
QUOTE = "बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।"


@pytest.fixture
def desk(archive: Archive, bar_for_hashes: None, monkeypatch: pytest.MonkeyPatch) -> NewsDesk:
    """A desk on one Hindi article."""
    monkeypatch.setattr(endpoint, "FIRST_WAIT", 0.01)
    article = Article("hi-1", HINDI_BODY, "राजनाथ सिंह की भेंट", published="2025-12-04", source="गंगा", language="hi")
    prepared, _ = prepare([article], archive)
    with archive.catalog.transaction():
        archive.catalog.put(prepared[0], archive.model())
    return NewsDesk(archive, Settings.from_environment(quote_margin=20.0, writer_sentences=3))


def asked(desk: NewsDesk, manner: Manner) -> Answer:
    handlers = Handlers(desk, writing=ChosenWriting(desk, free=True))
    *_, (turns, _) = handlers.answer(handlers.take(QUESTION, (), "en", manner.upon(NO_WISHES)).turns, "en")
    answer = turns[-1].answer
    assert answer is not None, turns[-1].problem
    return answer


def test_an_endpoint_that_nobody_serves_is_explained_and_quotes_stand_in(desk: NewsDesk) -> None:
    dead = Choice("endpoint", "tiny", f"http://127.0.0.1:{free_port()}/v1")
    answer = asked(desk, Manner(choice=dead))
    assert (answer.writer, answer.citations[0].quote) == ("quote", QUOTE)
    assert any("उसके सर्वर से संपर्क नहीं हुआ" in notice for notice in answer.notices)
    english = asked(desk, Manner("en", dead))
    assert any("its server cannot be reached" in notice for notice in english.notices)


def test_a_model_that_is_not_there_is_explained_and_quotes_stand_in(desk: NewsDesk) -> None:
    answer = asked(desk, Manner(choice=Choice("local", "nobody/has-this-model")))
    assert (answer.writer, answer.citations[0].quote) == ("quote", QUOTE)
    assert any("वह इस मशीन पर नहीं है" in notice for notice in answer.notices)


def test_a_key_that_is_refused_is_explained_and_quotes_stand_in(desk: NewsDesk) -> None:
    with chat_server(Reply(status=401)) as server:
        answer = asked(desk, Manner("en", Choice("endpoint", "tiny", server.url)))
    assert (answer.writer, answer.citations[0].quote) == ("quote", QUOTE)
    assert any("its address, name or key is not right" in notice for notice in answer.notices)


def test_the_chosen_model_writes(desk: NewsDesk) -> None:
    with chat_server(Reply(["बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया [1][2][3]।"])) as server:
        answer = asked(desk, Manner(choice=Choice("endpoint", "tiny", server.url)))
        assert server.asked[-1]["model"] == "tiny"
    assert answer.writer == "endpoint"


@pytest.mark.parametrize("quotes", [None, 1])
def test_the_chosen_model_completes_a_follow_up(desk: NewsDesk, quotes: int | None) -> None:
    complete = "बैठक में निर्यात का कितने प्रतिशत का आंकड़ा रखा गया?"
    with chat_server(Reply(["?"]), Reply([complete]), Reply(["?"])) as server:
        handlers = Handlers(desk, writing=ChosenWriting(desk, free=True))
        wishes = Manner(choice=Choice("endpoint", "tiny", server.url), quotes=quotes).upon(NO_WISHES)
        turns: Conversation = ()
        for question in (QUESTION, "और निर्यात का?"):
            *_, (turns, _) = handlers.answer(handlers.take(question, turns, "hi", wishes).turns, "hi")
        assert len(server.asked) == 3
    answer = turns[-1].answer
    assert answer is not None, turns[-1].problem
    assert answer.understood["standalone"] == complete


def test_fewer_quotes_and_fewer_sentences_for_a_model(desk: NewsDesk) -> None:
    several = asked(desk, Manner(quotes=10))
    assert len(asked(desk, Manner(quotes=1)).citations) == 1 < len(several.citations)
    given = []
    for quotes in (None, 1):
        with chat_server(Reply(["?"])) as server:
            asked(desk, Manner(choice=Choice("endpoint", "tiny", server.url), quotes=quotes))
            given.append("[2] " in server.prompt)
    assert given == [True, False]


def test_where_the_choice_is_not_free_nobody_sends_the_server_anywhere(
    archive: Archive, desk: NewsDesk, tmp_path: Path
) -> None:
    with chat_server(Reply(["?"])) as theirs, chat_server(Reply(["?"])) as other:
        settings = Settings.from_environment(endpoint_url=theirs.url, endpoint_model="theirs")
        handlers = Handlers(desk, writing=ChosenWriting(NewsDesk(archive, settings), free=False))
        fields = {"writer": "endpoint", "endpoint_url": other.url, "endpoint_model": "other"}
        manner, dialog, problem = handlers.settle(fields, "en", here=True)
        assert manner == Manner(choice=Choice("endpoint"))
        assert problem == ""
        assert "endpoint_url" not in dialog
        assert theirs.url not in dialog
        # Not even a forged state gets further.
        forged = Manner(choice=Choice("endpoint", "other", other.url))
        for one in (manner, forged):
            taken = handlers.take(QUESTION, (), "en", one.upon(NO_WISHES))
            list(handlers.answer(taken.turns, "en"))
        assert other.asked == []
        assert [asked["model"] for asked in theirs.asked] == ["theirs", "theirs"]
        assert handlers.settle({"writer": "local", "local_model": str(tmp_path)}, "en", here=True)[0] == Manner()
