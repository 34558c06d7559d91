"""Amounts, digits and scores that change on the way through an article, and those that only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flagging import agreements, as_flagged, reported

RESTATED = ("restated-in-another-unit", "unit-drift", "currency-drift")

#: The noun that two amounts of different units modify.
MODIFIED = {
    "a definite noun is the one that was spoken of": "It is a <<3 km>> pier.\n\nThe <<9-mile>> pier is old.",
    "so is a possessive one": "It is a <<3 km>> pier.\n\nTheir <<9-mile>> pier is old.",
    "a new one may be the same": "It is a <<3 km>> pier.\n\nThe new <<9-mile>> pier is old.",
    "an indefinite noun is another one": "It is a 3 km pier.\n\nA 9-mile pier is old.",
    "what is so long needs no article": "It is a <<3 km>> pier.\n\nPier One is old, and the pier is <<9 miles>> long.",
    "how wide it is is another thing": "It is a 30 m pier.\n\nThe pier is 300 feet wide.",
    "two things may be wide": "The pier is 30 m wide.\n\nThe bay is 300 feet wide.",
    "two things have a weight": "He lifted a 30 kg weight.\n\nThe 30-pound weight fell.",
    "another noun is another thing": "It is a 3 km pier.\n\nThe 9-mile road is old.",
    "an amount before no noun modifies nothing": "It is a 3 km pier.\n\nThe 9 miles, on foot, are long.",
    "one unit is no change of unit": "It is a 3 km pier.\n\nThe 9 km pier is old.",
    "units of two dimensions are not compared": "It is a 3 km pier.\n\nThe 9-tonne pier is old.",
    "what converts agrees": "It is a 3 km pier.\n\nThe 1.9-mile pier is old.",
    "an added one is another": "Another 3 km pier was built.\n\nThe 9-mile pier is old.",
    "what is denied does not stand": "It is a 3 km pier.\n\nHe denied that the 9-mile pier is old.",
    "what is presupposed stands": "It is a <<3 km>> pier.\n\nShe may visit the <<9-mile>> pier.",
    "two in one sentence are told apart": "It is a 3 km pier, and the 9-mile pier is old.",
    "a noun of many amounts stands for many things": (
        "It is a 3 km pier.\n\nA 2 km pier. A 4 km pier. A 5 km pier.\n\nThe 9-mile pier is old."
    ),
    "one number in two units is a slip of the unit": "It is a <<9 km>> pier.\n\nThe <<9-mile>> pier is old.",
    "one sum in two currencies is a slip of the sign": "It won a <<£9m>> prize.\n\nThe <<$9m>> prize is old.",
    "two sums in two currencies may be two prizes": "It won a £9m prize.\n\nThe $12m prize is old.",
    "dollars of two countries go by one name": "It won a US$9m prize.\n\nThe A$9m prize is old.",
}


@pytest.mark.parametrize("text", MODIFIED.values(), ids=MODIFIED)
def test_a_noun_keeps_its_amount_in_every_unit(text: str) -> None:
    assert as_flagged(text, *RESTATED) == text


def test_the_slip_of_a_unit_is_told_from_another_amount() -> None:
    (copied,) = reported("It is a 9 km pier.\n\nThe 9-mile pier is old.", *RESTATED).findings
    (other,) = reported("It is a 3 km pier.\n\nThe 9-mile pier is old.", *RESTATED).findings
    assert (copied.rule, other.rule) == ("unit-drift", "restated-in-another-unit")


@settings(max_examples=25)
@given(st.integers(2, 90), st.integers(2, 90))
def test_which_of_two_amounts_is_told_first_changes_nothing(kilometers: int, miles: int) -> None:
    one, other = f"{kilometers} km", f"{miles}-mile"
    there, back = (
        bool(reported(f"It is the {first} pier.\n\nThe {second} pier is old.", *RESTATED).findings)
        for first, second in ((one, other), (other, one))
    )
    assert there is back


#: A figure, and a round number beside it.
ROUNDED = {
    "more than a round number is no less": "It has <<1,962 beds>>.\n\nThe <<more than 2,000 beds>> are full.",
    "nearly a round number is no more": "It has <<2,041 beds>>.\n\nThe <<nearly 2,000 beds>> are full.",
    "more than it is more": "It has 2,041 beds.\n\nThe more than 2,000 beds are full.",
    "nearly it is less": "It has 1,962 beds.\n\nThe nearly 2,000 beds are full.",
    "about it is on either side": "It has 1,962 beds.\n\nThe about 2,000 beds are full.",
    "it may be told first": "The <<more than 2,000 beds>> are full.\n\nIt has <<1,962 beds>>.",
    "a number far from it is another": "It has 1,500 beds.\n\nThe more than 2,000 beds are full.",
    "a number as exact is not round": "It has 1,962 beds.\n\nThe more than 1,964 beds are full.",
    "another noun is another thing": "It has 1,962 beds.\n\nThe more than 2,000 chairs are full.",
    "so is another thing of one unit": "The pier cost £1,962.\n\nThe roof cost more than £2,000.",
    "what was added is not all": "It got an extra 1,962 beds.\n\nThe more than 2,000 beds are full.",
    "another name is another place": "A clinic in Orbe has 1,962 beds.\n\nOne in Hull has more than 2,000 beds.",
    "one name is one place": "A clinic in Hull has <<1,962 beds>>.\n\nThat one in Hull has <<more than 2,000 beds>>.",
    "two hedges say nothing": "It has almost 1,962 beds.\n\nThe more than 2,000 beds are full.",
    "a sentence of another time gives another figure": "It has 1,962 beds.\n\nThe more than 2,000 beds it had last year were full.",
    "a headline rounds": "More than 2,000 beds are full\n\nIt has 1,962 beds.",
    "a range is not rounded": "It has 1,960 to 1,964 beds.\n\nThe more than 2,000 beds are full.",
    "what may be is not so": "It has 1,962 beds.\n\nIt may need more than 2,000 beds.",
}


@pytest.mark.parametrize("text", ROUNDED.values(), ids=ROUNDED)
def test_a_round_number_lies_on_the_side_that_it_says(text: str) -> None:
    assert as_flagged(text, "rounds-the-other-way") == text


#: Two numbers of the same digits.
DIGITS = {
    "neighbours that changed places": "It has <<1,842 seats>>.\n\nOf its <<1,482 seats>> none is free.",
    "digits further apart are no slip": "It has 1,842 seats.\n\nOf its 1,248 seats none is free.",
    "another digit is another number": "It has 1,842 seats.\n\nOf its 1,852 seats none is free.",
    "three digits are alike by chance": "It has 842 seats.\n\nOf its 482 seats none is free.",
    "rounded numbers are alike by chance": "It has 18,400 seats.\n\nOf its 14,800 seats none is free.",
    "people are counted by many names": "It has <<1,842 people>>.\n\nIts <<1,482 residents>> are old.",
    "two nouns are two things": "It has 1,842 seats.\n\nOf its 1,482 lamps none is lit.",
    "money is not seats": "It sold 1,842.\n\nThey cost £1,482.",
    "a number alone may count the same": "It has <<1,842 seats>>.\n\nOf the <<1,482>>, none is free.",
    "pence count": "It cost <<£18.42>>.\n\nThe <<£14.82>> was paid in coins.",
    "two currencies are two sums": "It cost £1,842.\n\nThe $1,482 was paid in coins.",
    "numbers without commas are names of things": "It stands at 1842 Hill Road.\n\nShe rang at 1482.",
    "a list of permutations is no slip": (
        "It has 1,842 seats. It had 1,482 seats. It has 1,824 seats. It had 4,182 seats. It has 8,142 seats."
    ),
}


@pytest.mark.parametrize("text", DIGITS.values(), ids=DIGITS)
def test_digits_that_changed_places_are_one_number_mistyped(text: str) -> None:
    assert as_flagged(text, "digit-swap") == text


@settings(max_examples=25)
@given(st.integers(1000, 99_999).map(str), st.integers(0, 2))
def test_digits_swapped_there_are_swapped_back(number: str, at: int) -> None:
    other = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    there, back = (
        bool(reported(f"It has {int(one):,} lamps.\n\nThe {int(two):,} lamps burn.", "digit-swap").findings)
        for one, two in ((number, other), (other, number))
    )
    if other[0] != "0" and number != other and "00" not in {number[-2:], other[-2:]}:
        assert there
        assert back
    else:
        assert there is back


#: A result, and the same result told again.
SCORES = {
    "a defeat has one score": "Orbe lost <<3-1>>. They wept after the <<2-1>> defeat.",
    "so has a win that a noun tells": "It was a <<3-1>> win for Orbe. They sang after the <<2-1>> win.",
    "an adjective changes nothing": "Orbe lost <<3-1>>. They wept after that bitter <<2-1>> defeat.",
    "a dash is a dash": "Orbe lost 3–1. They wept after the 3-1 defeat.",
    "winners and losers turn it round": "Orbe lost 1-3. They wept after the 3-1 defeat.",
    "a third score is of another game": "Orbe lost 3-1. It was 0-0 at the break. They wept after the 2-1 defeat.",
    "a game of last week is another": "Orbe lost 3-1. They wept less than after the 2-1 defeat last week.",
    "another opponent is another game": "Orbe lost 3-1. They wept as after the 2-1 defeat by Hull.",
    "the same opponent is the same game": "Orbe lost <<3-1>> to Hull. They wept after the <<2-1>> defeat by Hull.",
    "a score that is told before its game is none of it": "They wept after the 2-1 defeat. Orbe lost 3-1.",
    "an indefinite defeat is another": "Orbe lost 3-1. They wept after a 2-1 defeat.",
}


@pytest.mark.parametrize("text", SCORES.values(), ids=SCORES)
def test_a_result_that_is_told_again_has_the_same_score(text: str) -> None:
    assert as_flagged(text, "score-drift") == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("restated-in-another-unit", "It is a 3 km pier.\n\nThe 1.9-mile pier is old."),
        ("rounds-the-other-way", "It has 1,962 beds.\n\nThe nearly 2,000 beds are full."),
        ("score-drift", "Orbe lost 3-1. They wept after the 3-1 defeat."),
    ],
)
def test_what_was_compared_and_agrees_is_told(rule: str, text: str) -> None:
    assert agreements(text, rule) == 1
