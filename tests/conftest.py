"""What tests share: articles made up on the spot, small archives without a model, the sample archive with one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import seeds
from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from index.ingest import ingest
from rag import confidence
from rag.desk import NewsDesk
from rag.weights import CONFIDENCE

HINDI_BODY = (
    "रक्षा मंत्री राजनाथ सिंह ने गुरुवार को नई दिल्ली में रूस के रक्षा मंत्री से भेंट की। "
    "दोनों देशों ने मिलकर हथियार बनाने पर बात की। बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।\n\n"
    "अगली बैठक अगले साल मॉस्को में होगी। डॉ. शर्मा ने बताया कि 1,20,000 करोड़ रुपये का बजट तय है।"
)
ENGLISH_BODY = (
    "The lander touched down near the south pole of the Moon at 6.04 p.m. on Wednesday. "
    "Engineers in Bengaluru cheered as the signal arrived. The rover weighs 26 kilograms.\n\n"
    "Dr. Rao said the mission cost about Rs. 615 crore. It will work for one lunar day."
)

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what Khabar keeps for later runs away from the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHABAR_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def bar_for_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lower the bar of confidence, in all pairings alike: cosines of hashed words are smaller than the model's."""
    alike = replace(CONFIDENCE, bias=dict.fromkeys(CONFIDENCE.bias, 1.5))
    monkeypatch.setattr(confidence, "CONFIDENCE", alike)


@pytest.fixture
def make_article() -> MakeArticle:
    """Return a function that makes an article from what a test cares about."""

    def make(article_id: str = "hi-1", **values: object) -> Article:
        defaults: dict[str, object] = {
            "body": HINDI_BODY,
            "headline": "राजनाथ सिंह ने रूस के रक्षा मंत्री से भेंट की",
            "published": "2025-12-04T23:07:00+05:30",
            "source": "गंगा समाचार",
            "language": "hi",
        }
        return Article(id=article_id, **{**defaults, **values})  # type: ignore[arg-type]

    return make


@pytest.fixture
def english_article(make_article: MakeArticle) -> Article:
    """Return an English article."""
    return make_article(
        "en-1",
        body=ENGLISH_BODY,
        headline="Lander touches down near the lunar south pole",
        published="2023-08-23T18:30:00+05:30",
        source="Indus Courier",
        language="en",
    )


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Return an empty archive whose embedder is the deterministic fake."""
    return Archive.create(tmp_path / "archive", HashEmbedder())


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample archive with the bundled model, once a run."""
    folder = tmp_path_factory.mktemp("sample") / "archive"
    opened = Archive.open_or_create(folder)
    summary = ingest(opened, [str(seeds.ARTICLES)])
    assert not summary.failed
    opened.close()
    return folder


@pytest.fixture(scope="session")
def sample_desk(sample_archive: Path) -> NewsDesk:
    """Open a desk on the sample archive."""
    return NewsDesk.open(sample_archive)
