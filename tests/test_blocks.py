"""What two claims of different articles must share to be compared at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.blocks import MOST, Key, keys
from factcheck.judge.checks.across.side_by_side.sources import compared
from factcheck.judge.verdicts import Accord, Clash
from factcheck.model import Claim, Document
from factcheck.pipeline import understand

DAY = date(2022, 10, 21)


def claim_of(text: str, published: date | None = None, name: str = "The Post") -> Claim:
    """The one claim of a text that says what it is about."""
    (claim,) = [claim for claim in understand(Document(name, text, published)).claims if claim.attribute]
    return claim


MEET = {
    "a transliteration": (
        "Bakhmut was home to 73,000 people.",
        "Bachmut is a town of 70,000 people. Bachmut is small.",
    ),
    "a name of before": ("Beijing was home to 21,893,000 people.", "Peking is a city of 20,000,000 people."),
    "no name at all": ("The collapse killed 12 people.", "Fourteen people died in the collapse."),
    "two words for one attribute": (
        "The Acme Works posted revenue of $5 million.",
        "The Acme Works posted sales of $6 million.",
    ),
    "a name told only by the lead": (
        "The quake shook Kestrel at noon.\n\nAt least 12 people died, the mayor said.",
        "Rescuers in Kestrel counted 14 people dead.",
    ),
}
APART = {
    "another place": ("Marlow was home to 73,000 people.", "Kestrel was home to 80,000 people."),
    "another fate": ("The collapse killed 12 people.", "The collapse injured 12 people."),
    "another kind of amount": ("The depot lies 90 km from Kestrel.", "The depot cost $90 million in Kestrel."),
}


@pytest.mark.parametrize(("one", "other"), MEET.values(), ids=MEET)
def test_claims_that_may_be_about_one_thing_share_a_key(one: str, other: str) -> None:
    assert {*keys(claim_of(one))} & {*keys(claim_of(other))}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_claims_about_different_things_share_none(one: str, other: str) -> None:
    assert not {*keys(claim_of(one))} & {*keys(claim_of(other))}


TOLL = "The collapse in Kestrel killed 12 people."


@given(st.integers(0, 60), st.integers(-8, 8))
def test_tolls_of_neighbouring_days_share_a_key_wherever_the_stretch_ends(offset: int, apart: int) -> None:
    first, second = (date.fromordinal(DAY.toordinal() + days) for days in (offset, offset + apart))
    assert {*keys(claim_of(TOLL, first))} & {*keys(claim_of(TOLL, second))}


def test_tolls_of_another_month_share_no_key_until_the_time_is_left_out() -> None:
    early, late = keys(claim_of(TOLL, DAY)), keys(claim_of(TOLL, date(2022, 12, 21)))
    assert not {*early} & {*late}
    assert {key.timeless for key in early} & {key.timeless for key in late}


def test_a_key_is_plain_and_a_claim_has_few() -> None:
    text = "Anna Berg of Oslo, Ivar Lund of Bergen and Nils Dahl of Tromso spent $5 million on roads."
    found = keys(claim_of(text))
    assert len(found) == MOST
    assert all(isinstance(part, str | int) for key in found for part in key)


def test_a_pile_may_say_which_names_are_one() -> None:
    claim = claim_of("Marlow was home to 73,000 people.")
    assert keys(claim, {"marlow": "kestrel"}) == (Key("kestrel", "population", "count"),)


def test_two_bare_claims_are_compared_without_the_rest_of_the_pile() -> None:
    first = claim_of("The collapse killed 12 people.")
    assert isinstance(compared(first, claim_of("Fourteen people died in the collapse.", name="The Herald")), Clash)
    assert isinstance(compared(first, claim_of("A dozen people died in the collapse.", name="The Mail")), Accord)
    assert compared(first, claim_of("The collapse injured 30 people.", name="The Sun")) is None
