"""Feeds: entries become articles as they are; no link is followed, no entity expanded."""

import io
from pathlib import Path

import pytest

from index.readers import feed
from index.readers.draft import Document, Draft, Problem, UnfitError

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>दर्पण</title><link>https://darpan.example/</link><language>hi</language><copyright>CC BY</copyright>
<item>
  <title>झील &amp;amp; घाट</title>
  <link>https://darpan.example/a?utm_source=rss</link>
  <guid isPermaLink="false">darpan/a</guid>
  <pubDate>Thu, 04 Dec 2025 23:04:00 +0530</pubDate>
  <category>देश</category><category>मौसम</category>
  <dc:creator>मीरा सेन</dc:creator>
  <description>नावें सोमवार से चलेंगी</description>
  <content:encoded><![CDATA[<p>झील का पानी <b>बढ़ गया</b>।</p>
  <p>यह भी पढ़ें: कल की खबर</p><p>घाट खुलेंगे।</p>
  <script>track()</script>]]></content:encoded>
</item>
<item><title>खाली</title><link>https://darpan.example/b</link></item>
<item><title>सार</title><guid>https://darpan.example/c/</guid>
<description>&lt;p&gt;केवल सार है।&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title><id>urn:c</id>
<entry><title type="html">Lake &lt;i&gt;fills&lt;/i&gt; up</title><id>urn:uuid:1</id>
<link rel="alternate" href="https://courier.example/a"/><published>2025-12-04T23:04:00+05:30</published>
<updated>2025-12-05T08:00:00Z</updated><author><name>Neha Rao</name></author>
<summary>The lake rose on Thursday…</summary>
<content type="html">&lt;p&gt;The lake rose on Thursday. Boats wait.&lt;/p&gt;</content></entry>
<entry><title>Only updated</title><id>12345</id><link href="https://courier.example/b"/>
<updated>2025-12-05T08:00:00Z</updated><summary>It rained.</summary></entry></feed>"""


def _read(text: str | bytes) -> list[Draft | Problem]:
    return list(feed.read(Document(io.BytesIO(text if isinstance(text, bytes) else text.encode()))))


def _first(text: str | bytes) -> Draft:
    first = _read(text)[0]
    assert isinstance(first, Draft)
    return first


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_rss(codec: str) -> None:
    full, empty, summary = _read(RSS.encode(codec))
    assert isinstance(full, Draft)
    assert (full.id, full.headline) == ("darpan/a", "झील & घाट")
    assert full.body == "झील का पानी बढ़ गया।\n\nघाट खुलेंगे।"
    assert full.standfirst == "नावें सोमवार से चलेंगी"
    assert full.published == "Thu, 04 Dec 2025 23:04:00 +0530"
    assert (full.source, full.section, full.author, full.rights) == ("दर्पण", "देश", "मीरा सेन", "CC BY")
    assert (full.page_language, full.url) == ("hi", "https://darpan.example/a?utm_source=rss")
    assert isinstance(empty, Problem)
    assert empty.position == 2
    assert isinstance(summary, Draft)
    assert (summary.id, summary.body, summary.standfirst) == ("https://darpan.example/c", "केवल सार है।", "")


def test_atom() -> None:
    full, short = _read(ATOM)
    assert isinstance(full, Draft)
    assert (full.id, full.headline, full.author) == ("urn:uuid:1", "Lake fills up", "Neha Rao")
    assert (full.body, full.standfirst) == ("The lake rose on Thursday. Boats wait.", "")
    assert (full.published, full.updated) == ("2025-12-04T23:04:00+05:30", "2025-12-05T08:00:00Z")
    assert full.page_language == "en"
    assert isinstance(short, Draft)
    # A bare number tells the entries of one feed apart and may stand in any other feed too.
    assert (short.id, short.url) == ("", "https://courier.example/b")
    assert (short.published, short.updated) == ("2025-12-05T08:00:00Z", "")


def test_an_entry_without_identity_keeps_its_name_when_the_feed_moves_on() -> None:
    item = "<item><title>एक</title><description>पानी बढ़ा।</description></item>"
    other = item.replace("एक", "दो")
    frame = "<rss version='2.0'><channel><title>x</title>{}</channel></rss>"
    (before,), (new, after) = _read(frame.format(item)), _read(frame.format(other + item))
    assert isinstance(before, Draft)
    assert isinstance(new, Draft)
    assert isinstance(after, Draft)
    assert before.fragment == after.fragment != new.fragment


def test_a_damaged_feed_gives_what_it_still_holds() -> None:
    assert _first(RSS[: RSS.index("<item><title>खाली")]).id == "darpan/a"


def test_an_old_encoding_may_be_declared() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><item><description>Le café.</description>'
    assert _first(text.encode("latin-1")).body == "Le café."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "no entries"),
        ("<rss><chan", "not a feed that can be read|no entries"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>', "entities"),
        ("", "empty"),
    ],
)
def test_what_is_no_feed(text: str, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        _read(text)


def test_a_feed_that_names_a_file_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(RSS, encoding="utf-8")
    with pytest.raises(UnfitError):
        _read(str(tmp_path / "secret.xml"))
    with pytest.raises(UnfitError, match="entities"):
        _read(f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.xml">]><rss><item>&x;</item></rss>')
