"""Texts with << >> in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import mark, unmark


@given(st.text("ab<>", max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_what_is_marked_can_be_unmarked(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    spans = tuple(zip(edges[::2], edges[1::2], strict=False))
    assert unmark(mark(text, spans)) == (text, spans)


@pytest.mark.parametrize("marked", ["a <<b", "a >> b", "<<a <<b>>", "<<a>> b>>"])
def test_a_mark_without_its_other_half_is_an_error(marked: str) -> None:
    with pytest.raises(ValueError, match=r"closed|nothing to"):
        unmark(marked)


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(2, 9)], [(2, 1)]])
def test_spans_that_overlap_or_lie_outside_cannot_be_marked(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        mark("text", spans)
