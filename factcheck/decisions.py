"""What somebody has looked at and let stand: a file of decisions, each about the claims of one finding.

A decision is known by the fingerprint of the finding, which is made of its rule and
of what is claimed. So it outlives every edit but one of the values themselves.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.keylines import toml_problem
from factcheck.nouns import dataclass
from factcheck.paths import from_here, same_file
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factcheck.model import Finding, Report

FILE = "factcheck-decisions.toml"
HEADER = (
    "# Findings that were looked at and are let stand. `factcheck decide` adds to it; to take one back, delete it.\n"
)
NEEDED = ("finding", "rule", "claims")
KEYS = (*NEEDED, "articles", "reason", "by", "until")

_ENTRY = regex(r"^\[\[decision\]\]", 8)  # re.MULTILINE


class DecisionsError(ValueError):
    """A file of decisions that cannot be used: `file:line: what is the matter, and the remedy`."""


@dataclass(frozen=True, slots=True)
class Decision:
    """That a finding is let stand, why, who says so, and until when."""

    fingerprint: str
    rule: str
    claims: tuple[str, ...]
    #: The articles that it holds for; for all, if none is named.
    articles: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    until: date | None = None

    @property
    def id(self) -> str:
        """What a person calls the finding by."""
        return f"#{self.fingerprint[:7]}"

    def is_about(self, finding: Finding) -> bool:
        """Whether it lets the finding stand, as long as it holds."""
        return self.fingerprint == finding.fingerprint and (
            not self.articles
            or all(any(same_file(name, known) for known in self.articles) for name in articles_of(finding))
        )

    def holds(self, today: date) -> bool:
        """Whether it has not run out."""
        return self.until is None or today <= self.until


def articles_of(finding: Finding) -> tuple[str, ...]:
    """The paths of the articles that a finding points into, sorted."""
    return tuple(sorted({from_here(span.document.name) for span in finding.spans}))


def decision_on(finding: Finding, reason: str = "", by: str = "", until: date | None = None) -> Decision:
    """The decision to let a finding stand."""
    return Decision(finding.fingerprint, finding.rule, finding.claims, articles_of(finding), reason, by, until)


# --- the file -----------------------------------------------------------------------


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file; DecisionsError where it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise DecisionsError(f"{path}: cannot be read: {problem.strerror}. Check the name.") from problem
    except UnicodeDecodeError as problem:
        raise DecisionsError(f"{path}: is not UTF-8 text. Save it as UTF-8.") from problem
    return tuple(decision for decision, _ in _entries(path, text))


def with_decisions(path: Path, text: str, decisions: Iterable[Decision]) -> str:
    """The text of a file with the decisions put in, in order; what else stands in it stays, comments included."""
    kept = {_key(decision): (decision, entry) for decision, entry in _entries(path, text)}
    kept |= {_key(decision): (decision, _written(decision)) for decision in decisions}
    start = _ENTRY.search(text)
    head = (text[: start.start()] if start else text).strip() or HEADER.strip()
    entries = sorted(kept.values(), key=lambda one: (one[0].articles, one[0].rule, one[0].claims, one[0].fingerprint))
    return "\n\n".join([head, *(entry.strip() for _, entry in entries)]) + "\n"


def _key(decision: Decision) -> tuple[str, tuple[str, ...]]:
    return decision.fingerprint, decision.articles


def _entries(path: Path, text: str) -> Iterator[tuple[Decision, str]]:
    """Each decision of a file, and the lines that it stands in."""
    import tomllib  # noqa: PLC0415 - a run without decisions does not pay for it

    starts = [match.start() for match in _ENTRY.finditer(text)]
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise DecisionsError(toml_problem(str(path), problem)) from problem
    found = table.get("decision", [])
    if table.keys() - {"decision"} or not isinstance(found, list) or len(found) != len(starts):
        raise DecisionsError(f"{path}:1: a file of decisions has nothing in it but [[decision]] and what is below it.")
    for entry, (start, end) in zip(found, pairwise([*starts, len(text)]), strict=True):
        yield _decision(f"{path}:{text.count(chr(10), 0, start) + 1}", entry), text[start:end]


def _decision(place: str, entry: dict[str, Any]) -> Decision:
    from factcheck.rulebook import meant  # noqa: PLC0415 - it loads what a run needs later on

    for key in entry:
        if key not in KEYS:
            remedy = meant(key, KEYS) or f". There are {', '.join(KEYS)}."
            raise DecisionsError(f"{place}: a decision has no “{key}”{remedy}")
    for key in NEEDED:
        if not entry.get(key):
            raise DecisionsError(f"{place}: this decision has no “{key}”. `factcheck decide` writes all that it needs.")
    until = entry.get("until")
    if until is not None and type(until) is not date:
        raise DecisionsError(f"{place}: “until” is a day, written without quotation marks: until = 2026-12-31")
    return Decision(
        str(entry["finding"]),
        str(entry["rule"]),
        tuple(map(str, entry["claims"])),
        tuple(map(str, entry.get("articles", ()))),
        str(entry.get("reason", "")),
        str(entry.get("by", "")),
        until,
    )


def _written(decision: Decision) -> str:
    lines = [
        "[[decision]]",
        f"finding = {_quoted(decision.fingerprint)}",
        f"rule = {_quoted(decision.rule)}",
        f"claims = [{', '.join(map(_quoted, decision.claims))}]",
        f"articles = [{', '.join(map(_quoted, decision.articles))}]",
        *(f"{key} = {_quoted(text)}" for key, text in (("reason", decision.reason), ("by", decision.by)) if text),
        *([f"until = {decision.until}"] if decision.until else []),
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A string of TOML, which is one of JSON but for one letter."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


# --- what is wrong with decisions ---------------------------------------------------


def remarks(decisions: Iterable[Decision], report: Report, today: date, name: str) -> Iterator[str]:
    """What is to be said of decisions that let nothing stand in the articles of a report, though they are about them."""
    everything = [*report.findings, *(one.finding for one in report.suppressed)]
    names = [from_here(article.document.name) for article in report.articles]
    for decision in decisions:
        if any(map(decision.is_about, everything)):
            if not decision.holds(today):
                yield f"{name}: {decision.id} was let stand until {decision.until}, and is reported again."
        elif decision.articles and all(any(same_file(one, known) for one in names) for known in decision.articles):
            changed = [finding for finding in everything if _is_changed(decision, finding)]
            claims = " and ".join(f"“{claim}”" for claim in decision.claims)
            if changed:
                yield (
                    f"{name}: {decision.id} let {claims} stand, and one of them is another now: see #{changed[0].id}."
                )
            else:
                yield f"{name}: {decision.id} is of no use any more, for {claims} do not differ now. Delete it."


def _is_changed(decision: Decision, finding: Finding) -> bool:
    """Whether the finding is what has become of another, of which one claim is left."""
    return decision.rule == finding.rule and bool(set(decision.claims) & set(finding.claims))
