"""When two printed amounts agree."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.agreement import Agreement, Fit, agree
from factcheck.judge.wording import amount_in_words, number_in_words, plural
from factcheck.model import Bound, Quantity


def printed(value: str, unit: str = "", step: str = "1", bound: Bound = Bound.EXACT) -> Quantity:
    """A number good to half its last place."""
    amount, half = Decimal(value), Decimal(step) / 2
    upper = Decimal("Infinity") if bound is Bound.ABOVE else amount + half
    return Quantity(amount - half, upper, unit, (amount,), bound, Decimal(step))


FITS = {
    Fit.SAME: [
        (printed("90", "kilometer", "10"), printed("55", "mile")),
        (printed("1", "kilometer"), printed("0.6", "mile", "0.1")),
        (printed("500", "kilometer", "100"), printed("300", "mile", "100")),
        (printed("73000", "", "1000"), printed("70000", "", "10000")),
        (printed("5", "celsius"), printed("41", "fahrenheit")),
        (printed("500", bound=Bound.ABOVE), printed("900", "", "100")),
    ],
    Fit.LOOSE: [
        (printed("7", "kilometer"), printed("5", "mile")),
        (printed("2", "kilometer"), printed("1", "mile")),
    ],
    Fit.DIFFERENT: [
        (printed("40", "kilometer", "10"), printed("64", "mile")),
        (printed("2000", "tonne", "1000"), printed("1500", "long ton", "100")),
        (printed("12"), printed("14")),
        (printed("150", "kilometer per hour", "10"), printed("150", "mile per hour", "10")),
    ],
    Fit.INCOMPARABLE: [
        (printed("12", "hectare"), printed("30", "mile", "10")),
    ],
}


@pytest.mark.parametrize(("fit", "a", "b"), [(fit, *pair) for fit, pairs in FITS.items() for pair in pairs])
def test_amounts_fit_as_people_round_them(fit: Fit, a: Quantity, b: Quantity) -> None:
    assert agree(a, b).verdict is fit
    assert agree(a, b).agrees is (fit is not Fit.DIFFERENT)


def test_the_reason_shows_the_conversion() -> None:
    found = agree(printed("90", "kilometer", "10"), printed("55", "mile"))
    assert found == Agreement(
        Fit.SAME, "90 kilometers = 55.9 miles, which rounds to 55", "90 kilometers = 55.9 miles", found.gap
    )


def test_a_step_of_temperature_has_no_zero() -> None:
    rise, fahrenheit = printed("5", "celsius"), printed("9", "fahrenheit")
    assert agree(rise, fahrenheit, difference=True).verdict is Fit.SAME
    assert agree(rise, fahrenheit).verdict is Fit.DIFFERENT


quantities = st.builds(
    lambda value, places: printed(str(value), "", str(10**places)), st.integers(1, 10**6), st.integers(0, 3)
)


@given(quantities, quantities)
def test_agreement_is_symmetric(a: Quantity, b: Quantity) -> None:
    assert agree(a, b).verdict is agree(b, a).verdict


@given(quantities)
def test_every_amount_agrees_with_itself(quantity: Quantity) -> None:
    assert agree(quantity, quantity).verdict is Fit.SAME


WORDED = {
    "1,125": (1125, ""),
    "55.9 miles": (Decimal("55.923"), "mile"),
    "0.621 miles": (Decimal("0.62137"), "mile"),
    "$7.3 million": (7_300_000, "dollar"),
    "-$5": (-5, "dollar"),
    "90%": (90, "percent"),
    "1 mile": (1, "mile"),
    "30 kilometers per hour": (30, "kilometer per hour"),
    "6 square feet": (6, "square foot"),
    "0": (0, ""),
    "20 °C": (20, "celsius"),
}


@pytest.mark.parametrize(("words", "amount"), WORDED.items())
def test_amounts_are_worded_as_a_paper_prints_them(words: str, amount: tuple[Decimal, str]) -> None:
    assert amount_in_words(Decimal(amount[0]), amount[1]) == words


def test_units_that_need_no_plural_keep_their_form() -> None:
    assert [plural(unit) for unit in ("hertz", "foot", "people")] == ["hertz", "feet", "peoples"]
    assert number_in_words(Decimal(1234567890123)) == "1.23 trillion"
