import pytest
from lxml import html

from index.readers.html_text import blocks_of, is_skipped, paragraphs_of_markup


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>एक <b>दो</b><i>तीन</i></p><p>चार</p>", ["एक दोतीन", "चार"]),
        ("one<br>two<br/> <br>three", ["one\ntwo", "three"]),
        ("<div>a<p>b</p>c</div>d", ["a", "b", "c", "d"]),
        ("<ul><li>a</li><li>b</li></ul>", ["a", "b"]),
        ("<table><tr><td>ज़िला</td><td>घर</td></tr><tr><td>क</td><td>3</td></tr></table>", ["ज़िला | घर", "क | 3"]),
        ("<p>a<script>x()</script>b<!-- c -->d</p><nav>menu</nav><figure><figcaption>e</figcaption></figure>", ["abd"]),
        ("<p>a</p><p hidden>b</p><p aria-hidden='true'>c</p>tail", ["a", "tail"]),
        ("क्\u200dष &amp; &#2325;\u00a0x", ["क्\u200dष & क x"]),
        ("plain words", ["plain words"]),
        (" ", []),
        ("<!-- only -->", []),
    ],
)
def test_markup_becomes_paragraphs(markup: str, paragraphs: list[str]) -> None:
    assert paragraphs_of_markup(markup) == paragraphs


def test_blocks_know_their_links_and_their_noise() -> None:
    root = html.fragment_fromstring(
        "<div><p>बारिश <a href='/x'>थमी</a></p>"
        "<div class='post__related-links'><p>more</p></div><p class='shared'>s</p></div>"
    )
    first, noisy, fine = blocks_of(root)
    assert first.link_share == pytest.approx(3 / 8)
    assert (first.tag, first.noisy, noisy.noisy, fine.noisy) == ("p", False, True, False)


def test_deep_markup_is_no_recursion() -> None:
    assert paragraphs_of_markup("<b>" * 5000 + "deep") in ([], ["deep"])


def test_menus_by_role_are_skipped() -> None:
    assert is_skipped(html.fragment_fromstring("<div role='navigation'>x</div>"))
    assert not is_skipped(html.fragment_fromstring("<form>x</form>"))
