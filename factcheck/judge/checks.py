"""The named checks that a rule may call, and what each is called on.

A check is a few lines of arithmetic that know nothing of wording, severity or
files. It registers itself:

    @check("disagree", of=Topic)
    def disagree(topic: Topic, *, within: str = "document") -> Iterator[Verdict]: ...

Its keyword parameters are the keys that a rule may set beside `check:`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.judge.verdicts import Verdict

#: A check takes an Article, a Topic, or a tuple of all Articles of the run.
Decide = Callable[..., Iterator[Verdict]]


@dataclass(frozen=True, slots=True)
class Check:
    """A named check and the noun that it is called on."""

    name: str
    of: type[Any]
    decide: Decide


CHECKS: dict[str, Check] = {}


def check(name: str, *, of: type[Any]) -> Callable[[Decide], Decide]:
    """Register a function under the name by which rules call it."""

    def register(decide: Decide) -> Decide:
        CHECKS[name] = Check(name, of, decide)
        return decide

    return register
