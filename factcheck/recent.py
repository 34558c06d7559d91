"""The findings of the last runs are kept in the user's cache folder, so that one can be decided on by its id alone.

They are safe to lose: then `factcheck check` has to run again, or a JSON report to be named.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.decisions import Decision, decision_on
from factcheck.kept import cache_folder, keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Finding

#: So many are kept, the latest; a run that finds more is not decided on one by one.
MOST = 2000


def remember(findings: Iterable[Finding], place: Path | None) -> None:
    """Keep the findings in a file, as far as it can be written; there may be no place for it."""
    fresh = {one.fingerprint: _record(one) for one in map(decision_on, findings)}
    if fresh and place is not None:
        kept = {**_kept(place), **fresh}
        keep(str(place), json.dumps(dict([*kept.items()][-MOST:])).encode())


def recalled(start: str, place: Path | None) -> list[Decision]:
    """The decisions that could be made on findings of the last runs whose fingerprint begins so."""
    return [
        Decision(name, one["rule"], tuple(one["claims"]), tuple(one["articles"]))
        for name, one in (_kept(place) if place else {}).items()
        if name.startswith(start)
    ]


def reported_in(path: Path, start: str) -> list[Decision]:
    """The same of the findings in a JSON report; ValueError if it is none."""
    try:
        findings = json.loads(path.read_text(encoding="utf-8"))["findings"]
        found = {
            one["fingerprint"]: Decision(
                one["fingerprint"],
                one["rule"],
                tuple(sorted(" ".join(span["text"].casefold().split()) for span in one["spans"])),
                tuple(sorted({span["source"] for span in one["spans"]})),
            )
            for one in findings
        }
    except OSError as problem:
        raise ValueError(f"cannot be read: {problem.strerror}") from problem
    except (ValueError, LookupError, TypeError) as problem:
        raise ValueError("is no report that --format json has written") from problem
    return [decision for name, decision in found.items() if name.startswith(start)]


def usual_place() -> Path | None:
    """Where they are kept; None where there is no folder for such files."""
    folder = cache_folder()
    return Path(folder) / "findings.json" if folder else None


def _kept(place: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        kept = json.loads(place.read_bytes())
        if isinstance(kept, dict):
            return kept
    return {}


def _record(decision: Decision) -> dict[str, Any]:
    return {"rule": decision.rule, "claims": decision.claims, "articles": decision.articles}
