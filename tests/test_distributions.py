"""The tails of the distributions agree with printed tables and with each other."""

from __future__ import annotations

from math import exp, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.checks.sums.distributions import (
    chi_square_tail,
    correlation_tail,
    fisher_tail,
    incomplete_beta,
    normal_tail,
    student_tail,
    upper_gamma,
)

#: Critical values as every table of statistics prints them.
TABLES = {
    "t, 1 df, 5 %": (student_tail(12.706, 1), 0.05),
    "t, 28 df, 5 %": (student_tail(2.048, 28), 0.05),
    "t, 120 df, 1 %": (student_tail(2.617, 120), 0.01),
    "z, 5 %": (normal_tail(1.959964), 0.05),
    "z, 0.1 %": (normal_tail(-3.290527), 0.001),
    "F, 1 and 30 df, 5 %": (fisher_tail(4.171, 1, 30), 0.05),
    "F, 5 and 10 df, 1 %": (fisher_tail(5.636, 5, 10), 0.01),
    "chi-square, 1 df, 5 %": (chi_square_tail(3.8415, 1), 0.05),
    "chi-square, 10 df, 1 %": (chi_square_tail(23.209, 10), 0.01),
    "chi-square, 100 df, 5 %": (chi_square_tail(124.342, 100), 0.05),
    "r, 28 df, 5 %": (correlation_tail(0.361, 28), 0.05),
}
freedom = st.integers(1, 400)
sizes = st.floats(0, 40)


@pytest.mark.parametrize("name", TABLES)
def test_a_tail_is_what_the_tables_print(name: str) -> None:
    found, printed = TABLES[name]
    assert isclose(found, printed, rel_tol=5e-3)


@given(sizes, sizes, freedom)
def test_the_farther_out_the_smaller_the_tail(one: float, other: float, df: int) -> None:
    near, far = sorted((one, other))
    for tail in (student_tail, chi_square_tail):
        assert 0 <= tail(far, df) <= tail(near, df) + 1e-12
        assert tail(near, df) <= 1


@given(sizes, freedom)
def test_a_squared_t_is_an_f(t: float, df: int) -> None:
    assert isclose(student_tail(t, df), fisher_tail(t * t, 1, df), rel_tol=1e-9, abs_tol=1e-12)


@given(st.floats(0, 6))
def test_a_squared_z_is_a_chi_square(z: float) -> None:
    assert isclose(normal_tail(z), chi_square_tail(z * z, 1), rel_tol=1e-8, abs_tol=1e-12)


@given(sizes)
def test_two_degrees_of_chi_square_decay_like_an_exponential(x: float) -> None:
    assert isclose(chi_square_tail(x, 2), exp(-x / 2), rel_tol=1e-9, abs_tol=1e-14)


@given(st.floats(0, 1), st.floats(0.5, 60), st.floats(0.5, 60))
def test_the_beta_function_is_its_own_mirror(x: float, a: float, b: float) -> None:
    assert isclose(incomplete_beta(x, a, b), 1 - incomplete_beta(1 - x, b, a), rel_tol=1e-9, abs_tol=1e-9)


def test_nothing_lies_beyond_the_ends() -> None:
    assert incomplete_beta(0, 2, 3) == 0
    assert incomplete_beta(1, 2, 3) == 1
    assert upper_gamma(3, 0) == 1
    assert fisher_tail(-1, 2, 3) == 1
    assert chi_square_tail(0, 2) == 1
    assert correlation_tail(1, 10) == 0
