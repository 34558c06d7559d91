"""Markdown becomes a document: what is printed, by whom and when, and back to line and column."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.read.markdown import read_markdown

DAY = date(2022, 10, 21)

ARTICLE = """\
---
title: "Bridge falls"
author: Ada Marsh # a comment
date: 2022-10-21T09:30:00+02:00
---
The *Linden* bridge of **1,950 m**
fell[^1] &amp; [two boats](https://example.com/a_(b) "A title") sank.

## Why

1. It was `5 *years*` old
   and more
2. Nobody ~~ever~~ looked

Nobody was hurt in
2022. Some were in 2021.

> “It fell,” he said.
>
> “It was old.”

| Town | People |
|------|-------:|
| Linden | 70,000 |

![The bridge in May](bridge.jpg)

```python
answer = 42
```
<!-- not
for print -->

Under it
--------

[home]: https://example.com
[^1]: A note of 12 words.
"""


def test_markdown_is_read_as_it_is_printed() -> None:
    document = read_markdown("a.md", ARTICLE)
    assert document.text.split("\n\n") == [
        "Bridge falls",
        "The Linden bridge of 1,950 m fell & two boats sank.",
        "Why",
        "It was 5 *years* old and more",
        "Nobody ever looked",
        "Nobody was hurt in 2022. Some were in 2021.",
        "“It fell,” he said.",
        "“It was old.”",
        "Town",
        "People",
        "Linden",
        "70,000",
        "The bridge in May",
        "Under it",
        "A note of 12 words.",
    ]
    assert [(block.role.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "Bridge falls"),
        ("headline", "Why"),
        ("list item", "It was 5 *years* old and more"),
        ("list item", "Nobody ever looked"),
        ("quotation", "“It fell,” he said."),
        ("quotation", "“It was old.”"),
        ("table cell", "Town"),
        ("table cell", "People"),
        ("table cell", "Linden"),
        ("table cell", "70,000"),
        ("caption", "The bridge in May"),
        ("headline", "Under it"),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("1,950 m", "6:26"),
        ("two boats", "7:17"),
        ("years", "11:15"),
        ("70,000", "24:12"),
        ("12 words", "38:17"),
        ("Bridge", "2:9"),
    ],
)
def test_a_word_of_markdown_leads_back_to_where_it_stands(words: str, place: str) -> None:
    document = read_markdown("a.md", ARTICLE)
    assert str(document.place(document.text.index(words))) == place


PRINTED = {
    "2*3*4 and 5 * 3 and 5,000*": "234 and 5 * 3 and 5,000*",
    "snake_case_name and _this_": "snake_case_name and this",
    "**bold *and* more**": "bold and more",
    r"\*not\* and \\ it": r"*not* and \ it",
    "``a ` b`` and ` alone": "a ` b and ` alone",
    "[sic] and [x][y] and [z](w)": "[sic] and x and z",
    "[![alt](i.png)](http://x) it": "it",
    "<https://x.org> and <em>it</em><br>fell &#8212; 5 < 6": "https://x.org and it fell — 5 < 6",
    "it <!-- hidden -->fell": "it fell",
    "# Title #\nText": "Title\n\nText",
    "#5 is no title": "#5 is no title",
    "Text\n# Title": "Text\n\nTitle",
    "a  \nb\\\nc": "a b c",
    "<figure>\n<figcaption>The jetty</figcaption>\n</figure>": "The jetty",
    "***\nText\n***": "Text",
    "```\nnever closed\n5": "",
    "Text\n<!-- never closed\n\n5": "Text",
    "---\ntitle: never closed": "title: never closed",
    "+++\ntitle = 'It fell'\n+++\nText": "It fell\n\nText",
    "---\ntitle: It fell!\n---\n# It *fell*\n\nText": "It fell\n\nText",
    "a | b\n--|--\n1 | 2\nText": "a\n\nb\n\n1\n\n2\n\nText",
    "a\r\nb\r\n\r\n- c\r\n- d": "a b\n\nc\n\nd",
}


@pytest.mark.parametrize(("source", "printed"), PRINTED.items())
def test_marks_of_markdown_are_not_printed(source: str, printed: str) -> None:
    assert read_markdown("a.md", source).text == printed


def test_front_matter_without_a_day_is_told() -> None:
    document = read_markdown("a.md", "---\npublished: soon\ndate: 21 October 2022\n---\nIt fell.")
    assert document.published == DAY
    document = read_markdown("a.md", "---\ndate: soon\n---\nIt fell.")
    assert document.remarks == ("its front matter gives “soon” as date, which is no day such as 2022-10-05",)
