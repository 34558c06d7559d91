"""A mention with another amount in it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, Kind, Mention, extract
from factcheck.judge.restating import MOST_IN_WORDS, in_letters, numeral, restated, rewritten


def mention(text: str) -> Mention:
    (found,) = extract(Document("text", text))
    return found


@pytest.mark.parametrize(
    ("text", "amount", "reads"),
    [
        ("45 families", 55, "55 families"),
        ("eight", 6, "six"),
        ("eight", 12, "12"),
        ("Nineteen of those held", 17, "Seventeen"),
        ("twelve judges", 14, "fourteen judges"),
        ("a dozen eggs", 14, "14 eggs"),
        ("a five-cent rise", 55, "55-cent"),
        ("an average of 75 km/h", 55, "an average of 55 km/h"),
        ("nearly £4.2m", 5_100_000, "nearly £5.1m"),
        ("2 million people", 300, "300 people"),
        ("100 births per 1,000 inhabitants", 10, "10 births per 1,000 inhabitants"),
        ("1 mile", 2, "2 miles"),
        ("2 miles", 1, "1 mile"),
        ("1.5 km", 1, "1 km"),
        ("two and a half years", Fraction(3, 2), "1.5 years"),
        ("one in 30", Fraction(1, 20), "one in 20"),
        ("two-thirds", Fraction(44, 100), "44%"),
        ("-5C", -8, "-8C"),
    ],
)
def test_a_mention_keeps_its_words(text: str, amount: int | Fraction, reads: str) -> None:
    assert rewritten(mention(text), Fraction(amount)) == reads


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("three blankets", Fraction(11, 3)),
        ("six", Fraction(13, 2)),
        ("20 trees", 0),
        ("40 km", -3),
        ("7 or 8 boats", 5),
    ],
)
def test_what_there_cannot_be_is_not_proposed(text: str, amount: int | Fraction) -> None:
    assert not rewritten(mention(text), Fraction(amount))


def test_a_number_stands_without_its_hedge_and_noun() -> None:
    assert [
        numeral(mention(text)) for text in ("some 960 villagers", "nearly £4.2m", "eight boats", "about 40 km")
    ] == [
        "960",
        "£4.2m",
        "8",
        "40 km",
    ]
    assert restated(mention("some 960 villagers"), Fraction(1140)) == "1,140"


@given(st.integers(2, MOST_IN_WORDS))
def test_a_number_in_words_is_read_as_the_number(number: int) -> None:
    found = mention(f"{in_letters(number)} boats")
    assert found.quantity is not None
    assert found.quantity.value == number


@given(
    st.sampled_from(
        ["45 families", "nine boats", "£30", "12 km", "7 per cent", "forty-one days", "more than 60 people"]
    ),
    st.integers(2, 900),
)
def test_what_is_proposed_is_read_as_the_amount(text: str, amount: int) -> None:
    before = mention(text)
    after = mention(rewritten(before, Fraction(amount)))
    assert before.quantity is not None
    assert after.quantity is not None
    assert after.kind is before.kind is not Kind.NUMBER
    assert (after.quantity.value, after.quantity.unit, after.quantity.bound) == (
        Decimal(amount),
        before.quantity.unit,
        before.quantity.bound,
    )
