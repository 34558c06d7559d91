"""Laws of reading amounts, and texts made to be slow to read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.extract import extract, scanning
from factcheck.extract.numerals import read_numeral
from factcheck.extract.scanning import REACH, lower_case
from factcheck.model import Document
from factcheck.resolve.factors import FACTORS
from factcheck.resolve.units import SAME_NAME, alternatives, convert, dimension, factor
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable

PIECES = st.sampled_from(
    "12 1,234.5 two hundred and a half three-quarters of about more than at least $5 € bn million m km/h % ° C 's people killed men "
    "between to from - – ( ) , . / : one in four year-old aged USD rm79 5'6\" ½ é 🙂 ́ \u00a0 \r\n \n İ ß ﬁ 1 0 - − 2014 May".split(
        " "
    ),
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)
)


@given(TEXTS)
def test_readings_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for reading in extract(Document("a.txt", text)):
        assert end <= reading.start < reading.end <= len(text)
        end = reading.end


@given(TEXTS)
@example("under 3-1 years")
@example("million to one years")
def test_what_is_printed_is_allowed(text: str) -> None:
    for reading in extract(Document("a.txt", text)):
        quantity = reading.quantity
        if quantity is not None:
            assert quantity.lower <= quantity.upper
            if quantity.printed:
                assert quantity.lower <= quantity.value <= quantity.upper


@given(TEXTS)
def test_lower_case_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(lower_case(text)) == len(text)


@given(st.integers(min_value=0, max_value=10**15))
def test_separators_change_no_number(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "'"), f"{number:,}".replace(",", "\u202f")):
        numeral = read_numeral(written, 0)
        assert numeral is not None
        assert (numeral.value, numeral.end) == (Decimal(number), len(written))


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_is_the_number(number: int) -> None:
    words = in_words(number)
    numeral = read_numeral(words, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(number), len(words))


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """The number as it is said in full."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            more, rest = divmod(number, scale)
            joint = " and " if scale == 100 or rest < 100 else " "
            return f"{in_words(more)} {name}" + (joint + in_words(rest) if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(
    st.decimals(min_value=-1000, max_value=10**6, places=2),
    st.sampled_from(sorted(FACTORS)),
    st.sampled_from(sorted(FACTORS)),
)
def test_units_convert_there_and_back(amount: Decimal, unit: str, other: str) -> None:
    if dimension(unit) == dimension(other):
        back = convert(convert(amount, unit, other), other, unit)
        assert abs(back - amount) <= Decimal("1e-6") * max(abs(amount), Decimal(1)) * max(
            Decimal(1), factor(other) / factor(unit)
        )


def test_other_meanings_of_a_unit_measure_the_same() -> None:
    for unit, others in SAME_NAME.items():
        for other in others:
            assert dimension(other) is not None, other
            if (unit, other) not in {("ounce", "fluid ounce"), ("pound", "pound sterling")}:
                assert dimension(unit) == dimension(other)


def test_rates_are_made_of_their_units() -> None:
    assert abs(factor("kilometer per hour") - factor("kilometer per minute") / 60) < Decimal("1e-18")
    assert dimension("liter per 100 kilometer") == "[length] ** 2"
    assert dimension("dollar per barrel") == "dollar / [length] ** 3"
    assert dimension("person") is None
    assert alternatives("gallon per minute") == ("imperial gallon per minute",)


def test_what_measures_something_else_does_not_convert() -> None:
    with pytest.raises(ValueError, match="measure different things"):
        convert(Decimal(1), "kilometer", "hour")
    with pytest.raises(ValueError, match="not a unit"):
        factor("person")


def test_temperatures_convert_as_levels() -> None:
    assert convert(Decimal(5), "celsius", "fahrenheit") == 41
    assert convert(Decimal(-40), "fahrenheit", "celsius") == -40
    assert convert(Decimal(0), "kelvin", "celsius") == Decimal("-273.15")


def test_the_table_of_factors_is_what_pint_says() -> None:
    pytest.importorskip("pint")
    from factcheck.resolve.generate_factors import factors  # noqa: PLC0415 - pint is slow to load

    assert factors() == FACTORS


@given(st.lists(PIECES, min_size=1, max_size=4).map(" ".join))
def test_what_is_said_again_and_again_is_read_as_if_it_were_said_once(phrase: str) -> None:
    text = f"{phrase} " * (3 * REACH // (len(phrase) + 1) + 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scanning, "REACH", len(text))
        one_by_one = extract(Document("a.txt", text))
    assert extract(Document("a.txt", text)) == one_by_one


def test_a_row_of_figures_ends_before_what_is_counted() -> None:
    readings = extract(Document("a.txt", "1 2 3 4 5 6 7 8 9 10 11 people"))
    assert [(reading.start, reading.end) for reading in readings][-1] == (21, 30)


HOSTILE = {
    "kilometers": "5 km " * 200,
    "last weeks": "last week " * 100,
    "months that are verbs": "may " * 250,
    "digits": "1" * 500,
    "ones and spaces": "1 " * 500,
    "ones and commas": "1," * 500,
    "number words": "one " * 250,
    "hundreds of": "hundreds of " * 90,
    "and": "one hundred and " * 60,
    "out of": "one in " * 150,
    "points": "two point " * 100,
    "hyphens": "twenty-" * 150,
    "hedges": "more than at least about " * 40,
    "ISO dates": "2022-02-24" * 100,
    "ranges": "1-2-3 to 4 " * 90,
    "brackets": "(" * 500 + "5" + ")" * 500,
    "no spaces": "a" * 1000,
    "letters and digits": "a1" * 500,
    "adjectives": "12 " + "big " * 250,
    "quotes": '5"' * 500,
    "dollars": "$" * 1000,
    "points in figures": "1.2" * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_takes_time_in_step_with_length(name: str) -> None:
    def work(size: int) -> Callable[[], object]:
        return lambda: extract(Document("a.txt", HOSTILE[name] * size))

    assert growth(work, 6) < MOST
