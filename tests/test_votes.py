"""Votes that cannot all have been cast, and numbers beside a house that are no votes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flagging import agreements, as_flagged, reported

RULE = "more-votes-than-seats"

VOTES = {
    "no more can vote than have a seat": "The <<50-seat>> house passed it <<31-22>>.",
    "as many as have a seat can": "The 50-seat house passed it 31-19.",
    "votes may be told before their house": "It passed <<31-22>> in the <<50-seat>> house.",
    "a score may be told in words": "The <<50-seat>> house passed it by <<31 votes to 22>>.",
    "for and against make a score": "In the <<50-member>> council, <<31 voted for and 22 against>> it.",
    "a hall is no house": "The 50-seat theatre passed it 31-22.",
    "a body that is so many strong has so many seats": "The body, <<50 members>> strong, passed it <<31-22>>.",
    "a score without a vote is of a game": "The 50-member council saw Orbe and Marl at 31-22.",
    "chairs are no seats": "The 50-chair house passed it 31-22.",
    "more than fifty seats may be enough": "The more than 50-seat house passed it 31-22.",
    "one of two numbers of seats may be enough": "The 50-60 seat house passed it 31-22.",
    "a house that grows has other numbers": "The 50-seat house voted 31-22 to expand.",
    "a majority is no house": "The 50-seat majority of the house passed it 31-22.",
    "a former house had other seats": "The former 50-seat house passed it 31-22.",
    "another house between them is the one that voted": "The 50-seat house waited until the Senate passed it 61-22.",
    "a vote of another sentence is another vote": "The 50-seat house voted on it. A day later it was 31-22.",
    "a date is no score": "The 50-seat house passed it on 2019-12-31.",
    "the end of a number is no score": "The 50-seat house passed bill 7.31-22.",
    "shares are no votes": "The 50-seat house passed it 61-39%.",
    "years are no votes": "The 50-seat house backed jail of 30 to 40 years.",
    "members of a house are not all of it": "Three members of the council passed it 31-22.",
}


@pytest.mark.parametrize("text", VOTES.values(), ids=VOTES)
def test_a_house_casts_no_more_votes_than_it_has_seats(text: str) -> None:
    assert as_flagged(text, RULE) == text


def test_a_vote_that_fits_its_house_is_told_to_agree() -> None:
    assert agreements("The 50-seat house passed it 31-19.", RULE) == 1


@settings(max_examples=40)
@given(st.integers(10, 400), st.integers(1, 400), st.integers(1, 400))
def test_only_the_sum_of_the_votes_counts(seats: int, ayes: int, noes: int) -> None:
    for score in (f"{ayes}-{noes}", f"{noes}-{ayes}"):
        report = reported(f"The {seats}-seat house passed it {score}.", RULE)
        assert bool(report.findings) is (ayes + noes > seats)
        assert bool(report.agreements) is (ayes + noes <= seats)
