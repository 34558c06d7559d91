"""Whatever marks a source has, its letters lead back to themselves, and it is read in time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Role
from factcheck.read.hypertext import read_hypertext
from factcheck.read.markdown import read_markdown

marked = st.text(st.sampled_from("ab1 \n\r\t*_`~[]()<>!&;#-+.|\\:\"'/=pé"), max_size=60)


@given(marked)
def test_letters_of_markdown_lead_back_to_themselves(source: str) -> None:
    assert_leads_back(read_markdown("a.md", source))


@given(marked, st.sampled_from(["", "<article>", "<p>", "<table>"]))
def test_letters_of_a_page_lead_back_to_themselves(source: str, before: str) -> None:
    assert_leads_back(read_hypertext("a.html", before + source))


def assert_leads_back(document: Document) -> None:
    assert document.origin is not None
    source = document.origin.text
    for offset, letter in enumerate(document.text):
        place = document.origin.offset(offset)
        assert 0 <= place <= len(source)
        if letter.isalnum() and "&" not in source:
            assert source[place] == letter
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    assert all(block.role is not Role.BODY for block in document.blocks)


HOSTILE = [
    "*a",
    "_",
    "`a ",
    "``a`",
    "[",
    "[a](",
    "](",
    "![",
    "<!--",
    "<!--x\n",
    "```\n",
    "<a",
    "<",
    "&",
    "|",
    "> ",
    "- ",
    "#",
    "\n",
    "[^",
    "---\n",
    "a|\n-|\n",
    "<li><td>",
    "</h1><li>",
    "<p>",
    "<br>",
]


@pytest.mark.parametrize("read", [read_markdown, read_hypertext])
@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_source_takes_about_twice_the_time(piece: str, read: type[Document]) -> None:
    def seconds(letters: int) -> float:
        started = process_time()
        read("a", piece * (letters // len(piece)))
        return process_time() - started

    # Four times is linear; sixteen would be quadratic. The floor keeps out the clock's own grain.
    assert min(seconds(40_000) for _ in range(4)) < 12 * max(0.02, min(seconds(10_000) for _ in range(4)))
