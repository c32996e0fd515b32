"""What a question demands or forbids holds in every channel: exact phrases, excluded words, days."""

from datetime import date
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.filters import Filters
from index.ingest import prepare
from index.language.tokens import words
from rag import NewsDesk
from rag.messages import MESSAGES
from rag.retrieval import Hit
from rag.settings import CHANNELS, Channel, Settings
from tests.conftest import MakeArticle

pytestmark = pytest.mark.usefixtures("bar_for_hashes")


def _articles(make_article: MakeArticle) -> list[Article]:
    def told(article_id: str, published: str | None, headline: str, body: str, **values: str) -> Article:
        language = "hi" if words(body)[0][0] > "z" else "en"
        facts = {"language": language, **values}
        return make_article(article_id, published=published, headline=headline, body=body, **facts)

    return [
        told("dam-may", "2025-05-04", "Dam opened", "The old dam gate was opened in Kota. Water rose by two metres."),
        told("dam-july", "2025-07-09", "Dam closed", "The dam gate in Kota was closed again. Water fell."),
        told("dam-flood", "2025-07-20", "Floods near the dam", "Water from the dam flooded the gate road in Kota."),
        told("dam-cricket", "2025-07-21", "Cricket at Kota dam", "The water sports and cricket at the dam gate began."),
        told("gate", None, "Gate of the dam", "The gate dam old water: a word puzzle from Kota."),
        told("bandh", "2025-07-10", "कोटा बांध के गेट खुले", "कोटा बांध के पुराने गेट खोले गए। पानी दो मीटर बढ़ा।"),
        told("khel", "2025-07-11", "कोटा में खेल", "कोटा बांध के पास क्रिकेट खेला गया। पानी शांत रहा।", section="खेल"),
    ]


@pytest.fixture
def folder(archive: Archive, make_article: MakeArticle) -> Path:
    prepared, _ = prepare(_articles(make_article), archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    return archive.folder


@pytest.fixture
def desk(folder: Path) -> NewsDesk:
    return NewsDesk.open(folder)


@pytest.fixture(params=["dense", "lexical", "names", None])
def any_desk(request: pytest.FixtureRequest, folder: Path) -> NewsDesk:
    """Return a desk with one channel alone, for each that searches any language, and one with all."""
    channel: Channel | None = request.param
    return NewsDesk.open(folder, Settings(channels=frozenset({channel} if channel else CHANNELS)))


def _ids(hits: list[Hit]) -> set[str]:
    return {hit.stored.article.id for hit in hits}


@pytest.mark.parametrize("query", ['water "dam gate"', "water “dam gate”", "„DAM gate” water", "water «dam gate»"])
def test_a_phrase_must_stand_as_it_is_in_every_channel(any_desk: NewsDesk, query: str) -> None:
    found = _ids(any_desk.search(query)[1])
    assert found == {"dam-may", "dam-july", "dam-cricket"}


def test_a_hindi_phrase(any_desk: NewsDesk) -> None:
    assert _ids(any_desk.search('कोटा "बाँध के पुराने गेट"')[1]) == {"bandh"}
    assert _ids(any_desk.search('"कोटा में खेल"')[1]) <= {"khel"}


def test_a_phrase_that_nobody_wrote(desk: NewsDesk) -> None:
    question, hits = desk.search('dam "gate the old dam"')
    assert hits == []
    assert desk.notices(question, hits) == [MESSAGES["no_phrase"]["en"].format(phrases="“gate the old dam”")]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("dam gate water -cricket", {"dam-may", "dam-july", "dam-flood", "gate"}),
        ("dam gate water -flooded -Cricket", {"dam-may", "dam-july", "gate"}),
        ("dam gate water -flood", {"dam-may", "dam-july", "dam-cricket", "gate"}),
        ("dam gate water -old -the", set()),
        ('dam gate water -"word puzzle"', {"dam-may", "dam-july", "dam-flood", "dam-cricket"}),
        ("dam gate water -opened", {"dam-july", "dam-flood", "dam-cricket", "gate"}),
    ],
)
def test_an_excluded_word_is_nowhere_in_any_channel(any_desk: NewsDesk, query: str, left: set[str]) -> None:
    found = _ids(any_desk.search(query, filters=Filters(language="en"))[1])
    assert found == left


def test_an_excluded_hindi_word(any_desk: NewsDesk) -> None:
    assert "khel" not in _ids(any_desk.search("कोटा बांध पानी -क्रिकेट")[1])
    assert "bandh" not in _ids(any_desk.search("कोटा बांध पानी -मीटर")[1])
    assert "khel" in _ids(any_desk.search("कोटा बांध पानी")[1])


def test_exclusions_do_not_shorten_the_list(folder: Path) -> None:
    desk = NewsDesk.open(folder, Settings(candidates=5))
    assert len(desk.search("dam gate water -cricket", top=5)[1]) == 5


def test_a_hyphen_inside_a_word_excludes_nothing(desk: NewsDesk) -> None:
    question, hits = desk.search("dam-gate water - old")
    assert question.filters.excluded == ()
    assert "dam-may" in _ids(hits)


def test_nothing_later_than_a_given_day_of_asking_is_found(any_desk: NewsDesk) -> None:
    found = _ids(any_desk.search("dam gate water", as_of=date(2025, 7, 10))[1])
    assert {"dam-may", "dam-july", "gate"} <= found
    assert not found & {"dam-flood", "dam-cricket", "khel"}
    assert "dam-cricket" in _ids(any_desk.search("dam gate water")[1])


def test_an_answer_as_of_a_day_cites_nothing_later(desk: NewsDesk) -> None:
    answer = desk.ask("What flooded the gate road in Kota?", as_of=date(2025, 7, 10))
    assert all((citation.published or "") <= "2025-07-10" for citation in answer.citations)
    assert all((near.published or "") <= "2025-07-10" for near in answer.nearest)
    assert answer.understood["filters"]["as_of"] == "2025-07-10"


@pytest.mark.parametrize(
    ("query", "day", "left"),
    [
        ("dam water last week", 16, {"dam-july", "bandh", "khel"}),
        ("dam water from 3 to 9 May 2025", 21, {"dam-may"}),
        ("dam water yesterday", 21, {"dam-flood", "dam-cricket"}),
        ("कल बांध का पानी कितना बढ़ा था", 21, {"dam-flood", "dam-cricket"}),
        ("kal dam ka pani kitna badha tha", 21, {"dam-flood", "dam-cricket"}),
        ("dam water since 15 July 2025", 20, {"dam-flood"}),
        ("dam ki khabar may 2025 mein", 21, {"dam-may"}),
    ],
)
def test_a_firm_window_filters_every_channel(any_desk: NewsDesk, query: str, day: int, left: set[str]) -> None:
    found = _ids(any_desk.search(query, as_of=date(2025, 7, day))[1])
    assert found == left if "dense" in any_desk.settings.channels else found <= left


def test_an_explicit_filter_wins_over_the_question(desk: NewsDesk) -> None:
    question, hits = desk.search(
        "dam water in the last 3 days", filters=Filters(first_day="2025-05-01", last_day="2025-05-31")
    )
    assert _ids(hits) == {"dam-may"}
    assert "win over “last 3 days”" in desk.notices(question, hits)[0]


def test_the_notice_names_the_days_that_were_searched(desk: NewsDesk) -> None:
    answer = desk.ask("What happened at the dam yesterday?", as_of=date(2025, 7, 21))
    assert answer.understood["window"]["start"] == "2025-07-20"
    assert answer.understood["window"]["end"] == "2025-07-21"
    assert "from 20 July 2025 to 21 July 2025" in answer.notices[0]
    hindi = desk.ask("कल बांध पर क्या हुआ था?", as_of=date(2025, 7, 21))
    assert "20 जुलाई 2025 से 21 जुलाई 2025 तक" in hindi.notices[0]


def test_one_day_is_named_once(desk: NewsDesk) -> None:
    answer = desk.ask("What happened at the dam today?", as_of=date(2025, 7, 20))
    assert "Only articles of 20 July 2025 were searched" in answer.notices[0]
    hindi = desk.ask("आज बांध पर क्या हुआ?", as_of=date(2025, 7, 20))
    assert "केवल 20 जुलाई 2025 के लेख खोजे गए" in hindi.notices[0]


@pytest.mark.parametrize(("month", "first"), [("May", "dam-may"), ("July", "dam-july")])
def test_days_that_are_only_named_come_first(desk: NewsDesk, month: str, first: str) -> None:
    question, hits = desk.search(f"Was the dam gate in Kota opened or closed in {month} 2025?")
    dated = [hit.stored.article.id for hit in hits if hit.stored.article.published]
    assert dated[0] == first
    assert {"dam-may", "dam-july"} <= set(dated)
    assert question.reason == "preferred"


def test_what_a_person_may_paste(desk: NewsDesk) -> None:
    for query in (
        '"""" dam',
        "dam \u202e\u200d gate",
        "d\u0301am -",
        '"dam',
        "%s {0} \\ dam",
        "dam" * 300,
        "- -- -a -1",
    ):
        desk.search(query)
