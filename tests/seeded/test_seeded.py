"""Each kind of slip is caught in an article of our own, and what rounding explains is no slip."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document
from factcheck.rulebook import default_rulebook
from tests.seeded.__main__ import excerpt, table
from tests.seeded.mistyping import MISTYPED, Slip, first_digit, printed, swapped_digits, ten_times
from tests.seeded.slips import SEEDS, conversions
from tests.seeded.sowing import trials

RULEBOOK = default_rulebook()
ARTICLE = Document(
    "ferry",
    """Ferry fire kills 14 off Marl

A fire on a ferry killed 14 people off the port of Marl on Tuesday, October 4, the coast guard said.

The ship was 40 miles (64 kilometers) from land, and burned at a depth of water of 1,250 feet (381 meters).

It had last been inspected on Thursday, 24 February 2022. The line's fares rose 25% to 1,045 crowns from 836 last year.

The ship carried 19 people: 12 passengers, four sailors and three cooks. An inquest will open on 12 November.
""",
    date(2022, 10, 8),
)


def chance(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 - it is to be the same every time


@pytest.mark.parametrize("seed", range(3))
def test_every_kind_of_slip_is_caught_and_nothing_is_said_before(seed: int) -> None:
    tried = list(trials([ARTICLE], RULEBOOK, seed=seed, most=1))
    assert {trial.slip.kind for trial in tried} == set(SEEDS)
    assert [excerpt(trial) for trial in tried if not (trial.silent and trial.caught)] == []


def test_the_table_counts_what_was_tried() -> None:
    header, _, *rows = table(trials([ARTICLE], RULEBOOK, seed=1, most=1))
    assert header == "| kind | slips | silent before | caught | share |"
    assert rows == [f"| {kind} | 1 | 1 | 1 | 100.0% |" for kind in SEEDS]


def test_no_more_slips_of_a_kind_are_tried_than_asked_for() -> None:
    articles = [Document(str(number), "It is 40 miles (64 km) long.") for number in range(3)]
    assert len([trial for trial in trials(articles, RULEBOOK, seed=1, most=2) if "x10" in trial.slip.kind]) == 2


def test_a_number_that_rounding_explains_is_no_slip() -> None:
    seed = conversions("any", lambda *_: "4")
    assert not list(seed(Document("short", "It is 2 miles (3 km) long."), chance()))
    assert [slip.typed for slip in seed(Document("long", "It is 20 miles (32 km) long."), chance())] == ["4"]


def test_a_place_that_does_not_agree_is_left_alone() -> None:
    seed = conversions("any", lambda *_: "999")
    assert not list(seed(Document("wrong", "It is 20 miles (64 km) long."), chance()))
    assert not list(seed(Document("other", "It is 20 miles (32 hectares) long."), chance()))


def test_a_slip_replaces_its_stretch_and_nothing_else() -> None:
    assert Slip("any", 6, 8, "23").put_into("It is 32 km long.") == "It is 23 km long."


@given(st.integers(1, 10**7), st.sampled_from(list(MISTYPED)), st.integers())
def test_a_mistyped_number_is_another_number_or_cannot_be_mistyped_so(value: int, how: str, seed: int) -> None:
    figures = f"{value:,}"
    typed = MISTYPED[how](figures, chance(seed))
    assert printed(typed).value != value or typed == figures


@pytest.mark.parametrize(("figures", "digits"), {"0.62": "6.2", "55": "550", "1,250": "12,500", "300": "3,000"}.items())
def test_ten_times_is_written_as_the_number_was(figures: str, digits: str) -> None:
    assert ten_times(figures, chance()) == digits


def test_one_digit_alone_cannot_change_places() -> None:
    assert swapped_digits("8", chance()) == "8"
    assert swapped_digits("93", chance()) == "39"
    assert first_digit("0", chance()) == "0"
