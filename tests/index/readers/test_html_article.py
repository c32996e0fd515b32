"""The article among everything else that a news page shows."""

import pytest
from lxml import html

from index.readers.html_article import article_paragraphs
from index.readers.html_metadata import byline_of

PARAGRAPHS = [
    "The lake rose to 508 metres on Thursday, the highest level in five years, the water department said.",
    "Boats wait.",
    "“We are ready,” said Meera Sen, the collector, who added that fourteen boats and six camps had been set up.",
    "More rain is due over the weekend, and people along the shore have been told to stay alert.",
    "It will be over by Monday.",
]
SITE = """<html lang="en"><body class="has-sidebar share">
<div class="cookie-banner"><p>We use cookies to improve this site. By going on you agree to our policy.</p></div>
<div class="topbar"><a href="/">Home</a> <a href="/e">E-paper</a></div>
<div class="wrapper"><div class="left"><div class="breadcrumb"><a href="/">Home</a> / <a href="/i">India</a></div>
<h1>Lake fills up</h1><div class="byline">By <a href="/n">Neha Rao</a> | Updated: Dec 5, 2025 08:00 IST</div>
<div class="share-bar"><a href="#">Facebook</a><a href="#">X</a></div>
{}
<div class="tags">Tags: <a href="/t">lake</a>, <a href="/u">Bhopal</a></div>
<div class="author-bio"><p>Neha Rao covers water and cities for The Courier. She has won three awards.</p></div>
<div class="newsletter"><p>Sign up for our newsletter and get the day's top stories every morning.</p></div></div>
<div class="right"><h3>Trending</h3><div>
<p>Ten photos from the hills that you should not miss this weekend</p></div></div></div>
<div class="comments-area"><h3>Comments</h3><p>Great report, thanks for the details about the boats.</p></div>
<div class="footer"><p>Copyright 2025 The Courier. All the news that is made up.</p></div></body></html>"""
AS_P = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
INSIDE = {
    "paragraphs": AS_P,
    "divs": "".join(f'<div class="para">{text}</div>' for text in PARAGRAPHS),
    "breaks": "<br/><br/>".join(PARAGRAPHS),
    "spans": "".join(f"<p><span>{text}</span></p>" for text in PARAGRAPHS),
    "nested": f"<div><div><section>{AS_P}</section></div></div>",
    "list": f"<p>{PARAGRAPHS[0]}</p><ul>" + "".join(f"<li>{text}</li>" for text in PARAGRAPHS[1:]) + "</ul>",
    "advertisements": f"<p>{PARAGRAPHS[0]}</p><div class='ad'><p>Advertisement</p></div><p>{PARAGRAPHS[1]}</p>"
    "<div class='also-read'><b>Also Read:</b> <a href='/x'>Another story here</a></div>"
    f"<p>{PARAGRAPHS[2]}</p><blockquote class='twitter-tweet'><p>What a lake</p>— someone</blockquote>"
    f"<p>{PARAGRAPHS[3]}</p><p><a href='/y'>Ten things to know</a></p><p>{PARAGRAPHS[4]}</p>",
}


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize(
    "around",
    [
        "<div class='story-body'>{}</div>",
        "<div class='c-article__content'>{}</div>",
        "<div id='post-content'><div class='entry-content'>{}</div></div>",
        "<article>{}</article>",
        "<article><h1>Lake fills up</h1>{}</article><article><p>Another story that may interest you.</p></article>",
        "<div itemprop='articleBody'>{}</div>",
    ],
)
def test_an_element_marked_as_the_article_holds_it(around: str, inside: str) -> None:
    page = html.document_fromstring(SITE.format(around.format(INSIDE[inside])))
    assert [text for text in article_paragraphs(page) if text != "Lake fills up"] == PARAGRAPHS


def test_a_long_article_is_found_without_marks() -> None:
    long = [f"{text} Reading {number} was taken at dawn." for number in range(4) for text in PARAGRAPHS]
    page = html.document_fromstring(SITE.format("<div>" + "".join(f"<p>{text}</p>" for text in long) + "</div>"))
    assert article_paragraphs(page) == long


def test_a_card_is_not_taken_for_the_article() -> None:
    story = "<div>" + AS_P * 2 + "</div>"
    page = html.document_fromstring(
        f"<body>{story}<article><p>Another story that may interest you.</p></article></body>"
    )
    assert article_paragraphs(page)[:5] == PARAGRAPHS


def test_the_byline_around_the_headline_is_found() -> None:
    page = html.document_fromstring(SITE.format(AS_P))
    assert byline_of(page) == {"author": "Neha Rao", "published": "Dec 5, 2025 08:00 IST", "updated": ""}
    assert byline_of(html.document_fromstring("<p class='date'>Dec 5, 2025</p>")) == {}
