"""Rules, as the judge sees them: what to read, what must hold, and what to say if it does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.judge.filing import Filing, Index
from factcheck.model import RuleSummary
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factcheck.judge.formulas.formula import Formula
    from factcheck.judge.formulas.patterns import Pattern
    from factcheck.model import Severity


@dataclass(frozen=True, slots=True)
class Requirement:
    """Several wordings, and what must hold wherever one of them is read.

    Without a formula nothing that they read can be right.
    """

    patterns: Sequence[Pattern]
    formula: Formula | None
    #: What must hold for the wordings to be about one thing at all; where it does not, nothing is compared.
    where: Formula | None = None
    #: What the message may name besides the slots, and how it is worked out.
    worked_out: tuple[tuple[str, Formula], ...] = ()
    #: The likely slip, where this requirement fails.
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an example, with the stretches that are marked in it."""

    name: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    published: date | None = None
    #: Whether the others are checked against it.
    against: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule must say of a few texts."""

    title: str
    #: "flagged", "accepted" or "not-yet".
    verdict: str
    passages: tuple[Passage, ...]
    #: Reference facts to go by, in the words of a facts file.
    facts: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that can be wrong with a text."""

    name: str
    group: str
    path: str
    summary: str
    explanation: str
    severity: Severity
    message: str
    covers: tuple[str, ...] = ()
    #: Rules that keep silent where this one speaks.
    instead_of: tuple[str, ...] = ()
    requirements: Sequence[Requirement] = ()
    #: The rule keeps silent on a sentence with one of these words.
    unless: tuple[str, ...] = ()
    check: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    #: Of a check that tells several causes apart, the one that this rule is about.
    cause: str = ""
    slip: str = ""
    #: The line of working, where no formula gives one.
    arithmetic: str = ""
    examples: Sequence[Example] = ()
    #: Whether it is only used where somebody asks for it by its name.
    on_request: bool = False


class UnknownRuleError(ValueError):
    """A rule was chosen by a name that no rule or group has."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no rule or group is called {name!r}")
        self.name = name
        self.known = known


@dataclass(frozen=True)
class Rulebook:
    """Rules, in the order of their names."""

    rules: tuple[Rule, ...]
    #: Amounts whose gap is no larger a share than this are taken to agree.
    tolerance: float = 0.0
    #: The rules on request that were asked for.
    requested: frozenset[str] = frozenset()
    #: The rules as they were loaded, and what their patterns ask of a text, so that no pattern need be read to be filed.
    loaded: tuple[tuple[Rule, ...], Index] | None = field(default=None, compare=False, repr=False)

    def __getitem__(self, name: str) -> Rule:
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise UnknownRuleError(name, tuple(rule.name for rule in self.rules))

    def select(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Rulebook:
        """The rules that are chosen by name or group (all, if none is), without those to ignore."""
        chosen = self._named(select) if select else {rule.name for rule in self.rules}
        chosen -= self._named(ignore)
        rules = tuple(rule for rule in self.rules if rule.name in chosen)
        return replace(self, rules=rules, requested=self.requested | set(select))

    def requesting(self, *names: str) -> Rulebook:
        """The rules, and of those on request the ones that are named."""
        return replace(self, requested=self.requested | set(names))

    def with_severities(self, severities: Mapping[str, Severity]) -> Rulebook:
        """The rules, those that are named, or whose group is, as loud as is said of them; a rule's own name counts more."""
        if not severities:
            return self
        return replace(
            self,
            rules=tuple(
                replace(rule, severity=severities.get(rule.name, severities.get(rule.group, rule.severity)))
                for rule in self.rules
            ),
        )

    def _named(self, names: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        known = {rule.name for rule in self.rules} | {rule.group for rule in self.rules}
        for name in names:
            if name not in known:
                raise UnknownRuleError(name, tuple(sorted(known)))
            found |= {rule.name for rule in self.rules if name in (rule.name, rule.group)}
        return found

    @cached_property
    def summaries(self) -> tuple[RuleSummary, ...]:
        """What a reader of a report is told of each rule."""
        return tuple(
            RuleSummary(rule.name, rule.group, rule.severity, rule.summary, rule.explanation) for rule in self.rules
        )

    @cached_property
    def filing(self) -> Filing:
        """The patterns of all rules, under what they ask of a text."""
        loaded, index = self.loaded or ((), None)
        at = {rule.name: number for number, rule in enumerate(loaded)}
        if index is None or not all(rule.name in at and _ask_alike(rule, loaded[at[rule.name]]) for rule in self.rules):
            return Filing(Index.of(self.rules), self.rules)
        used = {rule.name: rule for rule in self.rules}
        return Filing(index, [used.get(rule.name) for rule in loaded])

    @cached_property
    def by_check(self) -> dict[tuple[str, tuple[tuple[str, str], ...]], list[Rule]]:
        """The rules under the check that they call, parameters included: each is called once."""
        found: dict[tuple[str, tuple[tuple[str, str], ...]], list[Rule]] = defaultdict(list)
        for rule in self.rules:
            if rule.check and (not rule.on_request or rule.name in self.requested):
                found[rule.check, tuple(sorted(rule.parameters.items()))].append(rule)
        return dict(found)


def _ask_alike(rule: Rule, loaded: Rule) -> bool:
    """Whether what was worked out for a rule as it was loaded holds for what has been made of it: another severity changes nothing."""
    return rule.requirements is loaded.requirements and rule.unless == loaded.unless
