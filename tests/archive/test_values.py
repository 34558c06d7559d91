"""Values, sides, and the bounds that decide which claims are compared at all."""

from __future__ import annotations

import math
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcheck.archive.rows import NOTHING, _span
from factcheck.archive.values import MOST_SIDES, SAMPLE, WHOLE, Value, kept, sides
from factcheck.judge.agreement import agree
from factcheck.model import Bound, Quantity

ends = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: (float(pair[0]), float(pair[0] + pair[1])))
values = st.lists(
    st.builds(
        lambda span, claims: Value(1, span[0], span[1], claims), st.one_of(ends, st.just(NOTHING)), st.integers(1, 200)
    ),
    min_size=1,
    max_size=30,
    unique_by=lambda value: value[:3],
)
amounts = st.builds(
    lambda printed, slack, bound: Quantity(
        Decimal(printed - slack), Decimal(printed + slack), "person", (Decimal(printed),), bound
    ),
    st.integers(1, 3000),
    st.integers(0, 400),
    st.sampled_from([Bound.EXACT, Bound.ABOUT]),
)


@given(values)
def test_every_value_is_on_one_side_and_one_number_fits_all_of_a_side(told: list[Value]) -> None:
    found = sides(told)
    assert sorted(value for side in found for value in side) == sorted(told)
    for side in found:
        if (side[0].lower, side[0].upper) == NOTHING:
            assert len(side) == 1
        else:
            assert max(value.lower for value in side) <= min(value.upper for value in side)


@given(values)
def test_the_order_of_the_values_changes_nothing(told: list[Value]) -> None:
    assert list(kept(told)) == list(kept(told[::-1]))


@given(values)
def test_of_a_large_block_the_ends_are_kept_and_no_more_sides_than_are_allowed(told: list[Value]) -> None:
    plan = list(kept(told))
    if sum(value.claims for value in told) <= WHOLE:
        assert {value[:1] + value[2:4] for value in plan} == {value[:3] for value in told}
        assert {value.until for value in plan} == {2**63 - 1}
    else:
        found = sides(told)
        assert len({value.side for value in plan}) <= MOST_SIDES
        assert {0, len(found) - 1} <= {value.side for value in plan}


@given(values)
def test_a_side_that_is_wanted_is_kept(told: list[Value]) -> None:
    wanted = told[len(told) // 2][:3]
    assert any((value.block, value.lower, value.upper) == wanted for value in kept(told, {wanted}))


def test_of_a_side_that_many_take_some_are_compared_and_always_the_same() -> None:
    (only, _) = kept([Value(1, 0.0, 1.0, 1_000_000), Value(1, 5.0, 6.0, 1)])
    share = (only.until + 2**63) / 2**64
    assert math.isclose(share, SAMPLE / 1_000_000, rel_tol=1e-6)


@given(amounts, amounts)
def test_amounts_that_disagree_have_bounds_that_do_not_meet(one: Quantity, other: Quantity) -> None:
    (low, high), (other_low, other_high) = _span(one), _span(other)
    if not agree(one, other).agrees:
        assert low > other_high or other_low > high


def test_units_do_not_keep_amounts_apart() -> None:
    miles = Quantity(Decimal("54.5"), Decimal("55.5"), "mile", (Decimal(55),))
    kilometers = Quantity(Decimal(85), Decimal(95), "kilometer", (Decimal(90),))
    far = Quantity(Decimal(195), Decimal(205), "kilometer", (Decimal(200),))
    assert _span(miles)[0] <= _span(kilometers)[1]
    assert _span(miles)[1] < _span(far)[0]
    assert _span(Quantity(Decimal(50), Decimal("Infinity"), "person", (Decimal(50),), Bound.ABOVE)) == (50, math.inf)
