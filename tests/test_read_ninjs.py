"""NINJS becomes documents, and every word leads back to where the JSON has it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.ninjs import read_ninjs
from factcheck.read.problems import CannotReadError

ITEM = r"""{ "uri": "urn:1", "versioncreated": "2022-10-21T10:00:00Z", "firstcreated": "2022-10-20T10:00:00Z",
  "headline": "It \u201cfell\u201d on Monday",
  "body_text": "never read",
  "body_html": "<p>The bridge \ud83d\ude00 of 1,950&nbsp;m fell.<\/p>\n<p>Nobody \"knew\".<\/p>",
  "associations": {"main": {"type": "picture", "description_text": "The bridge in \u004day"}, "other": 5}
}"""


def test_an_item_is_read_with_its_headline_and_captions() -> None:
    document = read_ninjs("a.json", ITEM)
    assert document.text.split("\n\n") == [
        "It “fell” on Monday",
        "The bridge 😀 of 1,950\xa0m fell.",
        'Nobody "knew".',
        "The bridge in May",
    ]
    assert [(block.role.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "It “fell” on Monday"),
        ("caption", "The bridge in May"),
    ]
    assert str(document.published) == "2022-10-21"
    assert document.remarks == ("published 2022-10-21, as its versioncreated says",)


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("fell” on", r"fell\u201d on"),
        ("on Monday", "on Monday"),
        ("😀", r"\ud83d\ude00"),
        ("1,950", "1,950&nbsp;m"),
        ("m fell", "m fell"),
        ("Nobody", r"Nobody \"knew"),
        ("knew", r"knew\"."),
        ("May", r"\u004day"),
        ("ay", 'ay"}'),
    ],
)
def test_a_word_leads_back_to_where_the_json_has_it(words: str, written: str) -> None:
    document = read_ninjs("a.json", ITEM)
    assert document.origin
    assert ITEM[document.origin.offset(document.text.rindex(words)) :].startswith(written)
    place = document.place(document.text.rindex(words))
    assert ITEM.splitlines()[place.line - 1][place.column - 1 :].startswith(written)


def test_lists_of_later_versions_are_read() -> None:
    item = {
        "headlines": [{"role": "main", "value": "It fell"}, {"role": "short", "value": "Fell"}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": "never read"},
            {"role": "main", "contentType": "text/html", "value": "<p>It fell on Monday."},
            "nonsense",
        ],
        "associations": [{"descriptions": [{"value": "In May"}]}],
        "versionCreated": "2022-10-21",
    }
    document = read_ninjs("a.json", json.dumps(item))
    assert document.text == "It fell\n\nIt fell on Monday.\n\nIn May"
    assert str(document.published) == "2022-10-21"


def test_plain_text_is_read_where_there_is_no_other() -> None:
    document = read_ninjs("a.json", '{"body_text": "It fell.\\nIt < 5 was old.", "versioncreated": "soon"}')
    assert (document.text, document.published) == ("It fell.\nIt < 5 was old.", None)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('{"a":\n "b}', ":2:2: it is no JSON (Unterminated string starting at). Export the item again."),
        ("{}", ": it is JSON, but no NINJS item with a text. Name the file of one news item."),
        ('[{"headline": "It fell"}]', ": it is JSON, but no NINJS item with a text. Name the file of one news item."),
        (
            '{"headline": 5, "body_text": " "}',
            ": it is JSON, but no NINJS item with a text. Name the file of one news item.",
        ),
        ("[" * 100_000, ": its JSON is nested too deeply. Export the item again."),
    ],
)
def test_what_is_no_item_is_told(source: str, complaint: str) -> None:
    with pytest.raises(CannotReadError) as problem:
        read_ninjs("a.json", source)
    assert f"{problem.value.place}: {problem.value.what}. {problem.value.remedy}" == complaint


@given(st.text(st.sampled_from('ab12 "\\/é😀\u00ad\n'), min_size=1), st.booleans())
def test_every_letter_of_plain_text_leads_back_to_itself(text: str, escaped: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    source = json.dumps({"body_text": f"x{text}"}, ensure_ascii=escaped)
    document = read_ninjs("a.json", source)
    assert document.text == f"x{text}"
    assert document.origin
    for at, letter in enumerate(document.text):
        start = document.origin.offset(at)
        assert source[start:].startswith(json.dumps(letter, ensure_ascii=escaped)[1:-1])
