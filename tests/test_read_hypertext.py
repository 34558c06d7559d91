"""Web pages become documents: what a browser shows, when they were published, and back to line and column."""

from __future__ import annotations

import json
from datetime import date

import pytest

from factcheck.read.hypertext import read_hypertext

DAY = date(2022, 10, 21)

PAGE = """\
<!DOCTYPE html>
<html><head><title>Bridge falls | The Linden Post</title>
<meta property="article:published_time" content="2022-10-21T09:30:00Z">
<style>p { width: 12px }</style></head>
<body><nav><ul><li>Sport 24</li></ul></nav>
<article>
<p>The <b>Linden</b>
   bridge of 1,950&nbsp;m fell<sup><a href="#1">[1]</a></sup> &amp; sank 3&#8239;km<sup>2</sup>.<br><br>Nobody was hurt.
<script>var a = 42;</script>
<ul><li>One<li>Two</ul>
<p>After <del>12</del> the fall</p>
<blockquote><p>It fell.</p><p>It was old.</p></blockquote>
<figure><img src="a.jpg"><figcaption>The bridge in May</figcaption></figure>
<table><tr><th>Town<th>People<tr><td>Linden<td>70,000</table>
The end.
</article>
<footer>Call 0800 555</footer></body></html>
"""


def test_a_page_is_read_as_it_is_shown() -> None:
    document = read_hypertext("a.html", PAGE)
    assert document.text.split("\n\n") == [
        "Bridge falls",
        "The Linden bridge of 1,950\xa0m fell & sank 3\u202fkm².",
        "Nobody was hurt.",
        "One",
        "Two",
        "After the fall",
        "It fell.",
        "It was old.",
        "The bridge in May",
        "Town",
        "People",
        "Linden",
        "70,000",
        "The end.",
    ]
    assert [block.role.value for block in document.blocks] == [
        "headline",
        *["list item"] * 2,
        *["quotation"] * 2,
        "caption",
        *["table cell"] * 4,
    ]
    assert (document.published, document.remarks) == (
        DAY,
        ("published 2022-10-21, as its metadata (article:published_time) says",),
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Bridge", "2:20"),
        ("bridge", "8:4"),
        ("m fell", "8:25"),
        ("km", "8:82"),
        ("One", "10:9"),
        ("70,000", "14:48"),
        ("The end", "15:1"),
    ],
)
def test_a_word_of_a_page_leads_back_to_where_it_stands(words: str, place: str) -> None:
    document = read_hypertext("a.html", PAGE)
    assert str(document.place(document.text.index(words))) == place


SHOWN = {
    "<h1>It fell</h1><p>Text": "It fell\n\nText",
    "<title>It fell</title><p>It fell on Monday.": "It fell on Monday.",
    "<meta property='og:title' content='It fell'><title>Other</title><p>Text": "It fell\n\nText",
    "<main><p>Text</main><p>More": "Text",
    "<article></article><main></main><p>Text": "Text",
    "<p>one<br>two": "one\ntwo",
    "a <i>b</i>c  d": "a bc d",
    "<p>5<sup>th</sup> of<sup>1</sup> may": "5th of may",
    "&lt;p&gt; &copy &unknown; &#x41; &a": "<p> © &unknown; A &a",
    "<script type='application/ld+json'>{broken</script><p>Text": "Text",
    "<svg><title>x</title><svg></svg>y</svg><p>Text</nav>": "Text",
    "<ul><li>a<ul><li>b</ul><li>c</ul></div>d": "a\n\nb\n\nc\n\nd",
    "<p>5 < 6 and 7 > 3": "5 < 6 and 7 > 3",
    "<p>Lin&shy;den lost 1\u200b,\u00ad950&nbsp;m<wbr>.": "Linden lost 1,950\xa0m.",
    "<p>Text<p hidden>Not<b>this</b><p>More": "Text\n\nMore",
    "<div style='color: red; DISPLAY:none'><div>Not</div>this</div>Text<img hidden> and more": "Text and more",
    "<ul><li hidden>Not<li>a<li style='visibility: hidden'>nor</li></ul>b": "a\n\nb",
    "<template>12</template><noscript>12</noscript><nav><p>12</nav><p>Text": "Text",
    "<p>On <time datetime='2022-10-20'>Thursday</time> it fell.": "On Thursday it fell.",
}


@pytest.mark.parametrize(("source", "shown"), SHOWN.items())
def test_elements_are_shown_as_a_browser_shows_them(source: str, shown: str) -> None:
    assert read_hypertext("a.html", source).text == shown


DATED_PAGES = {
    '<script type="application/ld+json">{"@graph": [{"a": 1}, {"datePublished": "2022-10-21"}]}</script><time datetime="2022-10-01">': "JSON-LD",
    '<meta name="date" content="soon"><meta name="DC.date" content="2022-10-21">': "metadata (dc.date)",
    '<span itemprop="datePublished" content="2022-10-21">': "metadata (datepublished)",
    '<time>then</time><time datetime="2022-10-21T10:00">': "<time>",
}


UNDATED_PAGES = [
    "<time datetime='soon'>",
    "<nav><time datetime='2022-10-20'></nav>",
    "<div hidden><time datetime='2022-10-20'></div>",
    f"<p>{'It fell. ' * 100}On <time datetime='2022-10-20'>Thursday</time>.",
    "<script type='application/ld+json'>{'datePublished': 5}</script>",
]


@pytest.mark.parametrize("source", UNDATED_PAGES)
def test_a_day_that_is_told_of_does_not_date_a_page(source: str) -> None:
    assert read_hypertext("a.html", f"{source}<p>Text").published is None


def test_linked_data_of_the_article_dates_a_page_before_that_of_anything_else() -> None:
    linked = [
        {"@type": "Event", "datePublished": "2022-10-01"},
        {"@type": "NewsArticle", "datePublished": "2022-10-21"},
    ]
    page = f"<script type='application/ld+json'>{json.dumps(linked)}</script><p>Text"
    assert read_hypertext("a.html", page).published == DAY


@pytest.mark.parametrize(("source", "where"), DATED_PAGES.items())
def test_metadata_dates_a_page(source: str, where: str) -> None:
    document = read_hypertext("a.html", source + "<p>Text")
    assert (document.published, document.remarks) == (DAY, (f"published 2022-10-21, as its {where} says",))
