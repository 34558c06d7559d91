"""Formulas decide over ranges and over printed numbers at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.formulas.formula import Formula, FormulaError
from factcheck.judge.formulas.values import Undecidable, Value, Values, as_level, moment, number, value_of
from factcheck.judge.formulas.working import in_words, working
from factcheck.model import Bound, CalendarDate, Document, Kind, Mention, Quantity, TimeExpression


def said(  # noqa: PLR0913 - each says one thing about the mention
    text: str, value: str, *, kind: Kind = Kind.COUNT, unit: str = "", slack: str = "0", bound: Bound = Bound.EXACT
) -> Value:
    """What a mention with this text allows: the value, so much either way."""
    amount = Decimal(value)
    quantity = Quantity(amount - Decimal(slack), amount + Decimal(slack), unit, (amount,), bound)
    return value_of(Mention(Document("draft", text), 0, len(text), kind, quantity))


def year(of: int) -> Value:
    text = str(of)
    time = TimeExpression(text, date(of, 1, 1), date(of + 1, 1, 1), CalendarDate(year=of))
    return value_of(Mention(Document("draft", text), 0, 4, Kind.DATE, time=time))


def years(length: int) -> Value:
    return said(f"{length} years", str(length), kind=Kind.DURATION, unit="year", slack="0.5")


GROWTH = "new == old * (1 + change)"
QUARTER = said("25%", "25", kind=Kind.PERCENTAGE, unit="percent", slack="0.5")


def paid(text: str, value: str, *, slack: str = "0", unit: str = "pound sterling") -> Value:
    return said(text, value, kind=Kind.MONEY, unit=unit, slack=slack)


PER_MILE = said("£3m a mile", "3e6", kind=Kind.MONEY, unit="pound sterling per mile")
PER_HOUR = said("£15 an hour", "15", kind=Kind.MONEY, unit="pound sterling per hour")
MILES = said("12-mile", "12", kind=Kind.QUANTITY, unit="mile", slack="0.5")
HOURS = said("40 hours", "40", kind=Kind.DURATION, unit="hour")
MEGAWATTS_APIECE = said("2 MW per engine", "2", kind=Kind.QUANTITY, unit="megawatt per engine")

HOLDS = [
    (GROWTH, {"new": said("1,000", "1000", slack="500"), "old": said("800", "800", slack="50"), "change": QUARTER}),
    ("sum(parts) == total", {"parts": (said("five", "5"), said("three", "3"), number(1)), "total": said("nine", "9")}),
    ("length == end - start", {"start": year(1990), "end": year(2005), "length": years(15)}),
    ("length == end - start", {"start": year(1990), "end": year(2005), "length": years(16)}),
    ("a == b or a > b", {"a": number(3), "b": number(2)}),
    ("a >= 0 and a <= 1", {"a": QUARTER}),
    ("abs(a - b) <= 1", {"a": number(2), "b": number(3)}),
    ("abs(a - b) != 2", {"a": number(2), "b": number(3)}),
    ("max(a, b) == 3 and min(a, b) == 2 and len(a, b) == 2", {"a": number(2), "b": number(3)}),
    ("calendar_year(start) == 1990", {"start": year(1990)}),
    ("-a < 0", {"a": number(2)}),
    ("comes_to(rate, way) == total", {"rate": PER_MILE, "way": MILES, "total": paid("£36m", "36e6")}),
    ("comes_to(rate, time) == total", {"rate": PER_HOUR, "time": HOURS, "total": paid("£600", "600")}),
    (
        "whole == per(each) * n",
        {"whole": said("4 MW", "4", kind=Kind.QUANTITY, unit="megawatt"), "each": MEGAWATTS_APIECE, "n": number(2)},
    ),
    # Four parts, each rounded to the million, may miss their total by one million.
    (
        "sum(parts) == total",
        {
            "parts": tuple(paid(f"€{part}m", f"{part}e6", slack="5e5", unit="euro") for part in (7, 6, 5, 3)),
            "total": paid("€20m", "2e7", slack="5e5", unit="euro"),
        },
    ),
    (
        "sum(parts) == total",
        {
            "parts": (said("40", "40"), said("some 310", "310", slack="31", bound=Bound.ABOUT)),
            "total": said("360", "360"),
        },
    ),
    ("times_apart(a, b) == 3", {"a": number(2), "b": number(6)}),
    # A million for a billion says nothing of what two sums are of; a thousand things are a thousand.
    (
        "times_apart(a, b) < 1.1",
        {
            "a": said("$3 million", "3000000", kind=Kind.MONEY, unit="dollar"),
            "b": said("$3.03 billion", "3030000000", kind=Kind.MONEY, unit="dollar"),
        },
    ),
    ("times_apart(a, b) == 1000", {"a": number(3), "b": number(3000)}),
    (
        "things(a, b, n) == 2",
        {"a": said("two men", "2", unit="man"), "b": said("six owls", "6", unit="owl"), "n": number(9)},
    ),
    ("things(a, b) == 1", {"a": said("two men", "2", unit="man"), "b": said("six people", "6", unit="person")}),
    ("things(a, b) == 0", {"a": said("two", "2", unit="person"), "b": said("£2", "2", kind=Kind.MONEY, unit="dollar")}),
    ("things(a) == 1", {"a": said("£2 a tree", "2", kind=Kind.MONEY, unit="pound sterling per tree")}),
    ("things(a) == 0", {"a": said("£2 a head", "2", kind=Kind.MONEY, unit="pound sterling per head")}),
]
FAILS = [
    # Small sums in figures are what they say, where they are added up.
    (
        "sum(parts) == total",
        {
            "parts": (paid("£310", "310", slack="5"), paid("£40", "40")),
            "total": paid("£360", "360", slack="5"),
        },
    ),
    (
        "sum(parts) == total",
        {
            "parts": tuple(paid(f"€{part}m", f"{part}e6", slack="5e5", unit="euro") for part in (11, 4, 5)),
            "total": paid("€18m", "18e6", slack="5e5", unit="euro"),
        },
    ),
    (GROWTH, {"new": said("1,000", "1000", slack="500"), "old": said("900", "900", slack="50"), "change": QUARTER}),
    ("sum(parts) == total", {"parts": (said("four", "4"), said("three", "3"), number(1)), "total": said("nine", "9")}),
    ("new == old * 3", {"new": said("400", "400", slack="50"), "old": said("200", "200", slack="50")}),
    ("length == end - start", {"start": year(1990), "end": year(2005), "length": years(25)}),
    ("change <= 1", {"change": said("140%", "140", kind=Kind.PERCENTAGE, unit="percent", slack="5")}),
    ("a == b or a > b", {"a": number(2), "b": number(3)}),
]


@pytest.mark.parametrize(("formula", "values"), HOLDS)
def test_what_rounding_allows_holds(formula: str, values: dict[str, Value]) -> None:
    assert Formula(formula).decide(values).holds


@pytest.mark.parametrize(("formula", "values"), FAILS)
def test_what_no_rounding_allows_does_not(formula: str, values: dict[str, Value]) -> None:
    assert not Formula(formula).decide(values).holds


def test_a_hedge_widens_what_fits() -> None:
    about = said("more than 500", "500", slack="0", bound=Bound.ABOVE)
    about = Value(about.lower, float("inf"), about.face, loose=True)
    assert Formula("a == b").decide({"a": about, "b": number(900)}).holds
    assert not Formula("a == b").decide({"a": about, "b": number(480)}).holds


def test_measures_convert_and_rates_are_quotients() -> None:
    values = {
        "distance": said("90 km", "90", kind=Kind.QUANTITY, unit="kilometer", slack="5"),
        "time": said("three hours", "3", kind=Kind.DURATION, unit="hour", slack="0.5"),
        "speed": said("30 km/h", "30", kind=Kind.QUANTITY, unit="kilometer per hour", slack="5"),
    }
    assert Formula("speed == distance / time").decide(values).holds


def test_of_two_levels_one_may_leave_out_what_the_other_says() -> None:
    barrel = said("$80 a barrel", "80", kind=Kind.MONEY, unit="dollar per barrel")
    before = said("$78", "78", kind=Kind.MONEY, unit="dollar")
    days = said("12 days", "12", kind=Kind.DURATION, unit="day")
    assert as_level(before, barrel).measures == barrel.measures
    assert as_level(before, barrel).face * 80 == barrel.face * 78
    assert as_level(said("20", "20", kind=Kind.NUMBER), days).face * 12 == days.face * 20


def test_a_level_keeps_a_unit_of_its_own() -> None:
    barrel = said("$80 a barrel", "80", kind=Kind.MONEY, unit="dollar per barrel")
    for other in (
        said("$2bn", "2e9", kind=Kind.MONEY, unit="dollar"),
        said("£78", "78", kind=Kind.MONEY, unit="pound sterling"),
        said("about $78", "78", kind=Kind.MONEY, unit="dollar", bound=Bound.ABOUT),
        number(78),
    ):
        assert as_level(other, barrel) is other


UNDECIDABLE = [
    (
        "a == b",
        {
            "a": said("$5", "5", kind=Kind.MONEY, unit="dollar"),
            "b": said("£5", "5", kind=Kind.MONEY, unit="pound sterling"),
        },
    ),
    (
        "a + b == 2",
        {
            "a": said("5 km", "5", kind=Kind.QUANTITY, unit="kilometer"),
            "b": said("5 kg", "5", kind=Kind.QUANTITY, unit="kilogram"),
        },
    ),
    ("a / b == 2", {"a": number(1), "b": number(0)}),
    ("a + b > 2", {"a": year(1990), "b": year(2000)}),
    ("a == published", {"a": year(1990)}),
    ("calendar_year(a) == 2", {"a": number(1)}),
    ("first(a) <= last(a)", {"a": said("12", "12")}),
    ("a > year", {"a": (number(1),)}),
    ("comes_to(a, b) == 2", {"a": PER_HOUR, "b": years(2)}),
    ("comes_to(a, b) == 2", {"a": PER_HOUR, "b": MILES}),
    ("comes_to(a, b) == 2", {"a": number(2), "b": MILES}),
    ("per(a) == 2", {"a": MILES}),
    ("per(a) == 2", {"a": said("60 mph", "60", kind=Kind.QUANTITY, unit="mile per hour")}),
]


@pytest.mark.parametrize(("formula", "values"), UNDECIDABLE)
def test_amounts_of_different_things_decide_nothing(formula: str, values: dict[str, Value]) -> None:
    with pytest.raises(Undecidable):
        Formula(formula).decide(values)


REFUSED = {
    "__import__('os')": "does not compare",
    "a.real == 1": "is not arithmetic",
    "a[0] == 1": "is not arithmetic",
    "(lambda: 1)() == 1": "is not arithmetic",
    "exp(a) == 1": "no function is called 'exp'",
    "b == 1": "no slot is called 'b'",
    "a": "does not compare",
    "a ** 9 == 1": "is not arithmetic",
    "1 < a < 3": "does not compare",
    "a == 'x'": "is not arithmetic",
    "a == True": "is not arithmetic",
    "parts == 3": "is a list",
    "abs(a, a) == 3": "takes one value",
    "a ==": "is no formula",
    "not a == 1": "does not compare",
}


@pytest.mark.parametrize(("formula", "problem"), REFUSED.items())
def test_a_formula_is_arithmetic_and_nothing_else(formula: str, problem: str) -> None:
    with pytest.raises(FormulaError, match=problem):
        Formula(formula).check({"a": False, "parts": True})


amounts = st.integers(1, 10**9).map(number)


@given(amounts, amounts)
def test_equality_is_symmetric(a: Value, b: Value) -> None:
    values = {"a": a, "b": b}
    assert Formula("a == b").decide(values).holds is Formula("b == a").decide(values).holds


@given(amounts, amounts)
def test_what_was_added_can_be_taken_away(a: Value, b: Value) -> None:
    assert Formula("a + b - b == a and a * b / b == a").decide({"a": a, "b": b}).holds


@given(st.integers(1, 10**6), st.integers(0, 10**3), st.integers(1, 10**6), st.integers(0, 10**3))
def test_a_product_allows_the_product_of_any_two_values_that_its_factors_allow(a: int, i: int, b: int, j: int) -> None:
    values = {
        "a": Value(Fraction(a), Fraction(a + i), Fraction(a)),
        "b": Value(Fraction(b), Fraction(b + j), Fraction(b)),
    }
    product = Formula("a * b").work_out(values)
    assert product.lower == a * b
    assert product.upper == (a + i) * (b + j)


def test_the_working_is_one_line_and_repairs_every_number() -> None:
    values = {"new": said("1,000", "1000"), "old": said("900", "900"), "change": QUARTER}
    shown = working(Formula(GROWTH).decide(values), values)
    assert shown.line == "900 × (1 + 25%) = 1,125, not 1,000"
    assert shown.repairs == ("“1,000” → “1,125”", "“900” → “800”", "“25%” → “11.1%”")


def test_the_working_keeps_the_style_of_the_text() -> None:
    values: Values = {
        "total": said("£9m", "9000000", kind=Kind.MONEY, unit="pound sterling"),
        "parts": (
            said("£4m", "4000000", kind=Kind.MONEY, unit="pound sterling"),
            said("£3m", "3000000", kind=Kind.MONEY, unit="pound sterling"),
        ),
    }
    shown = working(Formula("sum(parts) == total").decide(values), values)
    assert shown.line == "£4m + £3m = £7m, not £9m"
    assert shown.repairs == ("“£9m” → “£7m”",)


def test_a_date_is_repaired_with_a_date() -> None:
    values = {"start": year(1990), "end": year(2005), "length": years(25)}
    shown = working(Formula("length == end - start").decide(values), values)
    assert shown.line == "2005 − 1990 = 15 years, not 25 years"
    assert "“2005” → “2015”" in shown.repairs


def test_an_inequality_is_shown_as_it_stands() -> None:
    values = {"a": number(3), "b": number(2)}
    assert working(Formula("a < b").decide(values), values).line == "3 ≥ 2"


def test_the_day_of_publication_has_a_name() -> None:
    values = {"published": moment(date(2022, 6, 1), date(2022, 6, 2)), "birth": year(1980)}
    assert Formula("published - birth >= 41 * year").decide(values).holds


def test_an_instant_that_was_worked_out_is_told_by_its_year() -> None:
    assert in_words(moment(date(2024, 5, 5), date(2024, 5, 6))) == "2024"
    assert in_words(number(7)) == "7"
