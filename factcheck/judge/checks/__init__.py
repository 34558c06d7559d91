"""The named checks that a rule may call, and what each is called on.

A check is a few lines of arithmetic that know nothing of wording, severity or
files. It registers itself:

    @check("disagree", of=Topic)
    def disagree(topic: Topic, *, within: str = "document") -> Iterator[Verdict]: ...

Its keyword parameters are the keys that a rule may set beside `check:`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from factcheck.judge.verdicts import Verdict
from factcheck.nouns import dataclass

#: A check takes an Article, a Topic, or a tuple of all Articles of the run.
Decide = Callable[..., Iterator[Verdict]]


@dataclass(frozen=True)
class Check:
    """A named check and the noun that it is called on."""

    name: str
    of: type[Any]
    decide: Decide

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """The parameters that a rule may set, and what each is if it does not."""
        signature = inspect.signature(self.decide)
        return {
            parameter.name: parameter.default
            for parameter in signature.parameters.values()
            if parameter.kind is parameter.KEYWORD_ONLY
        }

    def arguments(self, written: Mapping[str, str]) -> dict[str, Any]:
        """The parameters that a rule sets, as what the check takes; ValueError if one is not such a thing."""
        defaults = self.parameters if written else {}
        return {name: type(defaults[name])(text) for name, text in written.items()}


CHECKS: dict[str, Check] = {}


def check(name: str, *, of: type[Any]) -> Callable[[Decide], Decide]:
    """Register a function under the name by which rules call it."""

    def register(decide: Decide) -> Decide:
        CHECKS[name] = Check(name, of, decide)
        return decide

    return register
