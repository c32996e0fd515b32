"""Pages: the article without its site, no paragraph lost, none made up."""

import io

import pytest

from index.readers.draft import Document, UnfitError
from index.readers.html import parse, read

PARAGRAPHS = [
    "झील का पानी शनिवार रात खतरे के निशान से ऊपर चला गया और निचले इलाकों के करीब दो हजार परिवार स्कूलों में ठहराए गए।",
    "बारिश थमी।",
    "“हम तैयार हैं।”",
    "जिलाधिकारी मीरा सेन ने बताया कि 14 नावें लगाई गई हैं और हर शिविर में डॉक्टर मौजूद रहेंगे।",
    "बारिश थमी।",
    "अगले 24 घंटे में और बारिश का अनुमान है, इसलिए किनारे के गाँवों को सतर्क रहने को कहा गया है।",
]
AROUND = (
    '<!DOCTYPE html><html lang="hi"><head><title>झील उफान पर</title><script>var x = "स्क्रिप्ट";</script></head><body>'
    "<header><nav><ul><li><a href='/a'>होम</a></li><li><a href='/b'>देश</a></li></ul></nav></header>{}"
    "<aside><h3>ताज़ा</h3><ul><li><a href='/z'>आज की दस बड़ी खबरें</a></li></ul></aside>"
    "<footer><p>© दर्पण। सर्वाधिकार सुरक्षित।</p></footer></body></html>"
)
PLAIN = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
RELATED = "<div class='related'><h3>यह भी पढ़ें</h3><ul><li><a href='/x'>शहर में कल पानी नहीं आएगा</a></li></ul></div>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<main><article><h1>झील उफान पर</h1>{PLAIN}</article></main>",
        f"<div class='story'><h1>झील उफान पर</h1>{PLAIN}</div>",
        f"<form><div itemprop='articleBody'>{PLAIN}</div></form>",
        "<div class='story-content'>" + "".join(f"<div>{text}</div>" for text in PARAGRAPHS) + "</div>",
        "<div id='content'>" + "<br><br>".join(PARAGRAPHS) + "</div>",
        f"<article><h1>झील उफान पर</h1><p>लेखक: मीरा सेन</p><p>4 दिसंबर 2025</p>{PLAIN}{RELATED}</article>",
        f"<article><figure><img src='a.jpg'><figcaption>झील, शनिवार</figcaption></figure>{PLAIN}</article>",
        f"<article>{PLAIN}<p><b>यह भी पढ़ें:</b> <a href='/q'>दूसरी खबर</a></p><p>विज्ञापन</p></article>",
        f"<article>{PLAIN}</article><section class='comments'><h3>टिप्पणियाँ</h3><p>बहुत अच्छी खबर, धन्यवाद।</p></section>",
        f"<article>{PLAIN}</article><article><a href='/2'>दूसरी खबर का शीर्षक</a></article>".replace(
            "<article>", "<article><h1>झील उफान पर</h1>", 1
        ),
        f"<article><div class='share-story'>{PLAIN}</div></article>",
    ],
)
def test_every_paragraph_and_nothing_else(inner: str) -> None:
    assert parse(AROUND.format(inner)).body == "\n\n".join(PARAGRAPHS)


def test_subheadings_lists_quotes_and_tables_stay() -> None:
    inner = (
        f"<article>{PLAIN}<h2>आगे क्या</h2><ul><li>नावें: 14</li><li>शिविर: 6</li></ul>"
        "<blockquote><p>हम साथ हैं, मंत्री ने कहा।</p></blockquote>"
        "<table><tr><td>ज़िला</td><td>घर</td></tr><tr><td>भोपाल</td><td>3</td></tr></table></article>"
    )
    rest = ["आगे क्या", "नावें: 14", "शिविर: 6", "हम साथ हैं, मंत्री ने कहा।", "ज़िला | घर", "भोपाल | 3"]
    assert parse(AROUND.format(inner)).body == "\n\n".join(PARAGRAPHS + rest)


@pytest.mark.parametrize(
    "inner", ["<article><p>बारिश थमी।</p><p>स्कूल खुले।</p></article>", "<p>बारिश थमी।</p><p>स्कूल खुले।</p>"]
)
def test_a_short_article_is_one(inner: str) -> None:
    assert parse(AROUND.format(inner)).body == "बारिश थमी।\n\nस्कूल खुले।"


def test_metadata_and_visible_bylines_meet() -> None:
    page = AROUND.format(f"<article><h1>झील उफान पर</h1><p>By Neha Rao</p><p>Updated: Dec 5, 2025</p>{PLAIN}</article>")
    draft = parse(page.replace("<head>", '<head><meta property="article:published_time" content="2025-12-04">'))
    assert (draft.headline, draft.author) == ("झील उफान पर", "Neha Rao")
    assert draft.published == "2025-12-04"
    assert draft.page_language == "hi"
    assert draft.body.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize(
    ("description", "above", "standfirst"),
    [
        ("दो हजार परिवार हटाए गए", "", "दो हजार परिवार हटाए गए"),
        ("दो हजार परिवार हटाए गए", "<p class='standfirst'>दो हजार परिवार हटाए गए</p>", "दो हजार परिवार हटाए गए"),
        ("", "<h2 class='sub-title'>दो हजार परिवार हटाए गए</h2>", "दो हजार परिवार हटाए गए"),
        (PARAGRAPHS[0], "", ""),
        (PARAGRAPHS[0][:60] + "…", "", ""),
    ],
)
def test_standfirst(description: str, above: str, standfirst: str) -> None:
    page = AROUND.format(f"<article><h1>झील उफान पर</h1>{above}{PLAIN}</article>")
    draft = parse(page.replace("<head>", f'<head><meta name="description" content="{description}">'))
    assert draft.standfirst == standfirst
    assert draft.body == "\n\n".join(PARAGRAPHS)


def test_json_ld_text_is_the_last_resort() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "पानी बढ़ा।\\n\\nनावें चलीं।"}</script>'
    )
    page = f"<html><head>{script}</head><body><div id='app'></div></body></html>"
    assert parse(page).body == "पानी बढ़ा।\n\nनावें चलीं।"
    assert parse(AROUND.format(f"{script}<article>{PLAIN}</article>")).body == "\n\n".join(PARAGRAPHS)


def test_a_saved_page_knows_where_it_came_from() -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0026)https://news.example/a?x=1 -->\n" + AROUND.format(PLAIN)
    assert parse(page).url == "https://news.example/a?x=1"


@pytest.mark.parametrize(
    "page",
    [
        AROUND.format(""),
        AROUND.format("<ul>" + "".join(f"<li><a href='/{n}'>खबर {n}</a></li>" for n in range(30)) + "</ul>"),
        "<html><body><div id='app'></div><script src='app.js'></script></body></html>",
        "<html></html>",
        "<!-- nothing -->",
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(UnfitError, match=r"no article text found|no page"):
        parse(page)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>अधूरा <b>पन्ना<div><p>झील का पानी बढ़ गया।<table><tr><td>",
        "<p>झील का पानी बढ़ गया।</html></body></p></div></div>",
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/x"><p>झील का पानी बढ़ गया।</html>',
        "<p>झील का पानी\x00 बढ़ गया।\x1b</p>",
    ],
)
def test_broken_markup_is_read_as_browsers_do(page: str) -> None:
    assert "झील का पानी बढ़ गया।" in parse(page).body


@pytest.mark.parametrize("data", [b"<p>" + b"x" * 11_000_000, b"<b>" * 60_000])
def test_a_page_too_large_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(UnfitError, match="too large"):
        list(read(Document(io.BytesIO(data))))
