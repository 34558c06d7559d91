"""What comes of a run: findings, what agrees, what was compared with nothing, and the report of them all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import field
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model.claims import Article
    from factcheck.model.mentions import Mention
    from factcheck.model.texts import Span


class Severity(StrEnum):
    """How loudly a finding is reported."""

    #: Cannot both be right, decided from the text.
    ERROR = "error"
    #: Very likely a slip, or decided with a guess.
    WARNING = "warning"
    #: Worth a look.
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the loudest."""
        return _SEVERITIES.index(self)

    def lowered(self, steps: int = 1) -> Severity:
        """The severity so many steps quieter, and never less than a note."""
        return _SEVERITIES[min(self.rank + steps, len(_SEVERITIES) - 1)]


_SEVERITIES = tuple(Severity)


#: So much of a fingerprint tells the findings of a run apart.
ID_LENGTH = 7


@cache
def _sha256() -> Callable[[bytes], Any]:
    """The hash, without the OpenSSL that `hashlib` loads too, which would take longer than most articles to check."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            found: Callable[[bytes], Any] = import_module(name).sha256
            return found
    from hashlib import sha256  # noqa: PLC0415 - an interpreter that calls its parts otherwise

    return sha256


@dataclass(frozen=True, slots=True)
class Finding:
    """Two or more places that cannot both be right, and why.

    It says that they differ and never which one is wrong.
    """

    rule: str
    severity: Severity
    message: str
    #: The first is the one to mark.
    spans: tuple[Span, ...]
    #: One line of working ("40 km = 24.9 miles; 64 miles = 103 km").
    arithmetic: str = ""
    #: The likely slip, in words ("the factor was applied the wrong way round").
    slip: str = ""
    #: What would make the places agree, one for each side.
    repairs: tuple[str, ...] = ()
    #: How sure we are, from 0 to 100.
    confidence: int = 100
    #: Whether the places stand in sources only, so that no draft is to be marked.
    among_sources: bool = False
    #: Whether it says no more than that no source has a figure.
    unsupported: bool = False
    #: Where the fact can be looked up that it rests on; "" where it rests on none.
    reference: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """What the places say, sorted, whatever their blanks and capitals."""
        return tuple(sorted(" ".join(span.text.casefold().split()) for span in self.spans))

    @property
    def fingerprint(self) -> str:
        """The same for the same rule and claims, whatever is edited elsewhere."""
        digest: str = _sha256()("\n".join([self.rule, *self.claims]).encode(errors="replace")).hexdigest()
        return digest[:16]

    @property
    def id(self) -> str:
        """What a person calls it by: the beginning of its fingerprint."""
        return self.fingerprint[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Places that were compared and found to agree, and why ("90 km = 55.9 miles")."""

    rule: str
    reason: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A mention that was compared with nothing, and why."""

    mention: Mention
    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that was given to be read and cannot be: where, what, and what to do."""

    name: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}. {self.remedy}"


class Silencer(StrEnum):
    """What keeps a finding from being reported."""

    COMMENT = "comment in the article"
    SIC = "[sic]"
    DECISION = "decision"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody has looked at and let stand, and why."""

    finding: Finding
    by: Silencer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What a reader of a report is told of a rule."""

    name: str
    group: str
    severity: Severity
    summary: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run found, compared, and could not compare."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    #: How many comparisons were made, by rule.
    comparisons: Mapping[str, int] = field(default_factory=dict)
    #: The rules that were used, in the order of their names.
    rules: tuple[RuleSummary, ...] = ()
    #: What was to be checked and could not be read.
    unreadable: tuple[Unreadable, ...] = ()
    #: What was found and is not among the findings, since somebody decided so.
    suppressed: tuple[Suppressed, ...] = ()
    #: What is to be said about the decisions themselves: expired, out of date, of no use.
    remarks: tuple[str, ...] = ()
    #: Whether findings were told from those that a baseline knew already.
    has_baseline: bool = False
    #: What is known, where articles were compared with each other: one more source, which is always right.
    known: tuple[Article, ...] = ()
    #: The quietest finding that makes the run fail; None if none does.
    fail_on: Severity | None = Severity.ERROR

    @property
    def compared(self) -> int:
        """How many comparisons were made."""
        return sum(self.comparisons.values())

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is loud enough to make the run fail."""
        return self.fail_on is not None and finding.severity.rank <= self.fail_on.rank
