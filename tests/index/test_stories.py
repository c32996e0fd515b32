"""Stories: which reports are one, in whatever order they come, and what becomes of them when articles go."""

import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.archive import Archive
from index.hashing import HashEmbedder
from index.ingest import ingest
from index.likeness import is_same_report
from index.signature import bands_of, signature_of
from index.stories import also_in, stories
from index.upkeep import check, reembed, remove

HINDI = (
    "पटना में गंगा पर बना नया पुल सोमवार को मुख्यमंत्री ने जनता के लिए खोल दिया। करीब पांच किलोमीटर लंबे इस पुल से "
    "उत्तर बिहार का सफर एक घंटा घटेगा।\n\nपुल पर 2,400 करोड़ रुपये खर्च हुए और काम सात साल चला। इंजीनियरों ने बताया "
    "कि बाढ़ के दिनों में निर्माण रोकना पड़ता था।\n\nउद्घाटन के बाद सैकड़ों लोग पैदल पुल पार करने पहुंचे। पुलिस ने भीड़ को "
    "देखते हुए शाम तक वाहनों की आवाजाही रोक रखी थी।"
)
ENGLISH = (
    "The new bridge over the Ganga at Patna was opened to the public on Monday by the chief minister. The bridge, some "
    "five kilometres long, will shorten the journey to north Bihar by an hour.\n\nIt cost Rs 2,400 crore and took "
    "seven years to build. Engineers said that work had to stop in the months of flood.\n\nAfter the opening hundreds "
    "of people came to cross the bridge on foot. The police kept vehicles off it until evening because of the crowd."
)
COPIES = {
    "hi": [
        "पटना, 5 मई (एजेंसी): " + HINDI,
        HINDI.rsplit("\n\n", 1)[0],
        HINDI.replace("खोल दिया", "आम जनता को सौंप दिया").replace("बताया", "कहा"),
        HINDI + "\n\nराज्य में गंगा पर इससे पहले भी कई पुल बने हैं, जिनमें से कुछ की मरम्मत चल रही है।",
    ],
    "en": [
        "PATNA, May 5 (MW) — " + ENGLISH,
        ENGLISH.rsplit("\n\n", 1)[0],
        ENGLISH.replace("shorten the journey", "cut the trip").replace("months of flood", "flood months"),
        ENGLISH + "\n\nThe state has several older bridges over the river, and some of them are under repair.",
    ],
}
FOLLOW_UPS = {
    "hi": [
        "पटना के नए पुल में दरार मिलने के बाद उसे नौ दिन में ही बंद कर दिया गया, और निर्माण कंपनी पर मुकदमा दर्ज हुआ।\n\n" + HINDI,
        HINDI.replace("2,400", "2,900"),
    ],
    "en": [
        "Cracks closed the new bridge at Patna only nine days after its opening, and its builder was charged.\n\n"
        + ENGLISH,
        ENGLISH.replace("2,400", "2,900"),
    ],
}
BODIES = {"hi": HINDI, "en": ENGLISH}


def _article(article_id: str, body: str, **values: str) -> dict[str, str]:
    return {"id": article_id, "headline": f"खबर {article_id}", "body": body, "source": f"outlet {article_id}", **values}


def _put(archive: Archive, folder: Path, rows: Sequence[dict[str, str]]) -> None:
    path = folder / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert not ingest(archive, [str(path)]).failed


def _others(archive: Archive, article_id: str) -> set[str]:
    return {copy.article_id for copy in also_in(archive.catalog.connection, article_id)}


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_copy_is_the_same_report(language: str, number: int) -> None:
    body, copy = BODIES[language], COPIES[language][number]
    assert is_same_report(body, copy)
    assert is_same_report(copy, body)
    assert set(bands_of(signature_of(body))) & set(bands_of(signature_of(copy)))


@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_follow_up_with_new_facts_is_not(language: str, number: int) -> None:
    body, later = BODIES[language], FOLLOW_UPS[language][number]
    assert not is_same_report(body, later)
    assert not is_same_report(later, body)


def test_a_translation_is_not() -> None:
    assert not is_same_report(HINDI, ENGLISH)


def test_a_signature_does_not_see_spelling_or_white_space() -> None:
    other = HINDI.replace("गंगा", "गङ्गा").replace("2,400", "२,४००").replace("\n\n", "\n ")
    assert (signature_of(HINDI) == signature_of(other)).all()


@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_order_of_ingest_does_not_matter(tmp_path: Path, language: str) -> None:
    bodies = [BODIES[language], *COPIES[language][:2], FOLLOW_UPS[language][0]]
    rows = [_article(str(number), body) for number, body in enumerate(bodies)]
    for place, order in enumerate(itertools.permutations(rows)):
        if place % 5 == 0:
            folder = tmp_path / str(place)
            archive = Archive.create(folder, HashEmbedder())
            for row in order:
                _put(archive, tmp_path, [row])
            assert _others(archive, "0") == {"1", "2"}
            assert _others(archive, "3") == set()
            archive.close()


@pytest.fixture
def told(archive: Archive, tmp_path: Path) -> Archive:
    """Hold one report four times: "a", an exact copy "b", near ones "c" and "d"; and its follow-up "e"."""
    bodies = {"a": ENGLISH, "b": ENGLISH, "c": COPIES["en"][0], "d": COPIES["en"][1], "e": FOLLOW_UPS["en"][0]}
    _put(archive, tmp_path, [_article(name, body) for name, body in bodies.items()])
    return archive


def test_exact_and_near_copies_are_listed_with_source_and_day(told: Archive, tmp_path: Path) -> None:
    _put(told, tmp_path, [_article("c", COPIES["en"][0], published="2025-05-06")])
    assert _others(told, "a") == {"b", "c", "d"}
    assert _others(told, "b") == {"a", "c", "d"}
    (copy,) = (one for one in also_in(told.catalog.connection, "d") if one.article_id == "c")
    assert (copy.source, copy.published) == ("outlet c", "2025-05-06")


@pytest.mark.parametrize("retract", [False, True])
def test_a_story_outlives_its_first_article(told: Archive, retract: bool) -> None:
    remove(told, ["a"], retract=retract)
    assert _others(told, "b") == {"c", "d"}
    remove(told, ["b"], retract=retract)
    assert _others(told, "c") == {"d"}
    assert check(told) == []


def test_of_what_is_retracted_nothing_is_kept(told: Archive) -> None:
    remove(told, ["a", "b"], retract=True)
    count = told.catalog.connection.execute("SELECT COUNT(*) FROM texts").fetchone()[0]
    assert count == 3
    assert told.catalog.connection.execute("SELECT COUNT(DISTINCT text_key) FROM bands").fetchone()[0] == count


def test_an_update_leaves_the_story_and_comes_back(told: Archive, tmp_path: Path) -> None:
    _put(told, tmp_path, [_article("d", "Something else altogether happened in Patna.")])
    assert _others(told, "a") == {"b", "c"}
    _put(told, tmp_path, [_article("d", COPIES["en"][1])])
    assert _others(told, "a") == {"b", "c", "d"}


def test_reembed_and_ingest_again_change_no_story(told: Archive, tmp_path: Path) -> None:
    before = stories(told.catalog.connection)
    reembed(told, HashEmbedder(dimensions=96))
    _put(told, tmp_path, [_article("a", ENGLISH)])
    assert stories(told.catalog.connection) == before
    assert len(set(before.values())) == 1


def test_an_archive_from_before_there_were_stories_catches_up(told: Archive) -> None:
    with told.catalog.transaction() as connection:
        tables = ("DROP TABLE texts", "DROP TABLE bands", "DROP TABLE copies")
        gone = ("DROP INDEX article_day", "DROP INDEX article_duplicate", "ALTER TABLE articles DROP COLUMN retired_at")
        for statement in (*tables, *gone):
            connection.execute(statement)
        connection.execute("DELETE FROM meta WHERE key LIKE 'stories%'")
        connection.execute("PRAGMA user_version = 2")
    told.close()
    opened = Archive.open(told.folder)
    assert _others(opened, "a") == {"b"}
    with opened.writing():
        opened.rebuild()
    assert _others(opened, "a") == {"b", "c", "d"}
    with opened.snapshot() as snapshot:
        assert len({story for story, _ in snapshot.table.stories_of(snapshot.table.ids.tolist()).values()}) == 2
    assert check(opened) == []


def test_a_text_without_a_word_is_no_trouble(archive: Archive, tmp_path: Path) -> None:
    _put(archive, tmp_path, [_article("a", "?"), _article("b", "!"), _article("c", "हां।")])
    assert _others(archive, "a") == set()
