"""The tails of the distributions that published tests use, in pure Python.

The regularised incomplete beta and gamma functions give them all. Both are worked
out by continued fractions with the modified method of Lentz, as in Press, Teukolsky,
Vetterling and Flannery, *Numerical Recipes*, 3rd edition (2007), sections 6.2 and 6.4.
"""

from __future__ import annotations

from math import erfc, exp, isfinite, lgamma, log, log1p, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Terms of a continued fraction before it is given up, and when two terms count as the same.
_TERMS = 500
_SAME = 1e-14
_TINY = 1e-300


def normal_tail(z: float) -> float:
    """The chance that a standard normal value is as far from nought as z, on either side."""
    return erfc(abs(z) / sqrt(2))


def student_tail(t: float, df: float) -> float:
    """The two-sided chance of Student's t (Abramowitz and Stegun, 26.7.1)."""
    return incomplete_beta(df / (df + t * t), df / 2, 0.5)


def fisher_tail(f: float, df1: float, df2: float) -> float:
    """The chance of an F as large (Abramowitz and Stegun, 26.6.2)."""
    return 1.0 if f <= 0 else incomplete_beta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2)


def chi_square_tail(x: float, df: float) -> float:
    """The chance of a chi-square as large (Abramowitz and Stegun, 26.4.19)."""
    return 1.0 if x <= 0 else upper_gamma(df / 2, x / 2)


def correlation_tail(r: float, df: float) -> float:
    """The two-sided chance of Pearson's r with n − 2 degrees of freedom, by way of t (Fisher, 1915)."""
    return 0.0 if abs(r) >= 1 else student_tail(r * sqrt(df / (1 - r * r)), df)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _continued(_beta_terms(x, a, b)) / a
    return 1 - front * _continued(_beta_terms(1 - x, b, a)) / b


def _beta_terms(x: float, a: float, b: float) -> Iterator[tuple[float, float]]:
    """Numerators and denominators of 1 / (1 + d1 / (1 + d2 / (1 + …)))."""
    yield 1.0, 1.0
    for m in range(_TERMS):
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1.0
        n = m + 1
        yield n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n)), 1.0


def upper_gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function Q(a, x)."""
    if x <= 0:
        return 1.0
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return max(0.0, 1 - front * _gamma_series(a, x))
    return front * _continued(_gamma_terms(a, x))


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _TERMS * 20):
        term *= x / (a + n)
        total += term
        if term < total * _SAME:
            break
    return total


def _gamma_terms(a: float, x: float) -> Iterator[tuple[float, float]]:
    yield 1.0, x + 1 - a
    for n in range(1, _TERMS * 20):
        yield -n * (n - a), x + 1 - a + 2 * n


def _continued(terms: Iterator[tuple[float, float]]) -> float:
    """The value of a continued fraction (Lentz's method as changed by Thompson and Barnett, 1986)."""
    value, c, d = _TINY, _TINY, 0.0
    for numerator, denominator in terms:
        d = 1 / ((denominator + numerator * d) or _TINY)
        c = (denominator + numerator / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < _SAME:
            break
    return value if isfinite(value) else 0.0
