"""How much two sentences share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from factcheck.judge.checks.retold.passages import in_order

_WORDS = st.lists(st.sampled_from("the a bridge collapsed on monday and # people died".split()), max_size=80)


@given(_WORDS, _WORDS)
def test_words_shared_in_order_are_the_longest_common_subsequence(words: list[str], others: list[str]) -> None:
    assert in_order(words, others) == LCSseq.similarity(words, others)
