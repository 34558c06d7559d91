"""First names and their short forms: Bill Marsh may be William Marsh."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from factcheck.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


def is_one_first_name(one: str, other: str) -> bool:
    """Whether two first names in small letters are one, or one is short for the other.

    >>> is_one_first_name("bill", "william"), is_one_first_name("bill", "billy"), is_one_first_name("bill", "bob")
    (True, True, False)
    """
    return one == other or not _full(one).isdisjoint(_full(other))


def _full(name: str) -> frozenset[str]:
    """The first names that a name may be short for, and itself."""
    return _shortened().get(name, frozenset()) | {name}


@cache
def _shortened() -> Mapping[str, frozenset[str]]:
    """The short forms of the table, each with the full names that it stands for."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for line in rows(__package__, "first_names.txt"):
        full, _, short = line.lower().partition("=")
        for form in map(str.strip, short.split(",")):
            table[form].add(full.strip())
    return {form: frozenset(names) for form, names in table.items()}
