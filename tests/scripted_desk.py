"""A desk whose writer is a scripted model behind a real server, and what must hold of each of its answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import regex

from rag.answer import Answer
from rag.desk import NewsDesk
from tests.chat_server import ChatServer, Reply, chat_server

Open = Callable[..., NewsDesk]

QUESTION = "How many kilograms does the rover weigh?"
HINDI_QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"
FACT, HINDI_FACT = "The rover weighs 26 kilograms.", "बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।"
COST = "Dr. Rao said the mission cost about Rs. 615 crore"


class Scripted:
    """Asks one desk over one scripted server."""

    def __init__(self, desk: NewsDesk, server: ChatServer) -> None:
        self.desk, self.server = desk, server

    def ask(self, question: str = QUESTION, **given: object) -> Answer:
        answer = self.desk.ask(question, **given)  # type: ignore[arg-type]
        self.is_honest(answer)
        return answer

    def is_honest(self, answer: Answer) -> None:
        """Each sentence that passes for supported cites a source that holds its numbers; citations are exact."""
        quotes = {citation.n: citation.quote for citation in answer.citations}
        for citation in answer.citations:
            article = self.desk.article(citation.article_id, citation.version)
            assert article is not None
            assert article.body[citation.start : citation.end] == citation.quote
        for sentence in answer.sentences:
            told = " ".join(quotes[n] for n in sentence.citations)
            if sentence.support == "supported":
                assert sentence.citations
                assert set(regex.findall(r"\p{Nd}+", sentence.text)) <= set(regex.findall(r"\p{Nd}+", told))
        assert set(quotes) == {n for sentence in answer.sentences for n in sentence.citations}
        assert answer.abstained == (not answer.sentences)


@contextmanager
def scripted(open_desk: Open, *replies: Reply, **settings: object) -> Iterator[Scripted]:
    with chat_server(*replies) as server:
        given = {"writer": "endpoint", "endpoint_url": server.url, "endpoint_model": "tiny", **settings}
        yield Scripted(open_desk(**given), server)


def number_of(server: ChatServer, sentence: str) -> int:
    """Return the number that a sentence has in the evidence which the server was given."""
    return int(regex.search(rf"\[(\d+)\] {regex.escape(sentence)}", server.prompt)[1])  # type: ignore[index]
