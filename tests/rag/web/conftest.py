"""Two plain articles, one of them in two versions, and a hostile one; a desk that quotes them."""

from collections.abc import Callable

import pytest

from index.article import Article
from rag.web.conversation import Turn, after
from tests.fake_desk import FakeDesk

OPENING = "पुल मार्च में खुलेगा।"
COST = "The bridge cost {} crore rupees."
HOSTILE = '<script>alert(1)</script> " onmouseover="alert(1)" \u202etxt.exe'


@pytest.fixture
def articles() -> list[Article]:
    return [
        Article(
            id="bridge",
            body=f"नदी पर काम पूरा हो गया।\n\n{OPENING} टोल नहीं लगेगा।",
            headline="नदी का पुल तैयार",
            published="2025-12-04T23:07:00+05:30",
            updated="2025-12-05",
            source="नगर दर्पण",
            author="सुधा रावत",
            place="मोतीपुर",
            url="https://nagar.example/pul",
            language="hi",
            rights="Sample article.",
        ),
        Article(
            id="cost", body=f"Work began in 2023. {COST.format('nine')} It is safe.", headline="What it cost", version=1
        ),
        Article(id="cost", body=COST.format("ten"), headline="What it cost", version=2),
        Article(
            id="bad", body=f"Before. {HOSTILE} After.", headline=HOSTILE, source=HOSTILE, url="javascript:alert(1)"
        ),
    ]


@pytest.fixture
def desk(articles: list[Article]) -> FakeDesk:
    return FakeDesk(
        articles,
        {
            "पुल कब खुलेगा?": [("bridge", OPENING), ("cost", COST.format("ten"))],
            HOSTILE: [("bad", HOSTILE)],
        },
    )


@pytest.fixture
def hostile() -> str:
    """A question, headline, outlet and quote that would break out of a page that let it."""
    return HOSTILE


@pytest.fixture
def answered(desk: FakeDesk) -> Callable[[str], Turn]:
    """Ask the desk and return the finished turn."""

    def ask(question: str) -> Turn:
        turn = Turn(question)
        for event in desk.stream(question):
            turn = after(turn, event, desk)
        return turn

    return ask
