"""The findings of the last runs are kept in the user's cache folder, so that one can be decided on by its id alone.

A line is a finding, the latest last: its fingerprint, and what a decision on it would say, which is read if it is asked for.
They are safe to lose: then `factcheck check` has to run again, or a JSON report to be named.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.decisions import Decision, decision_on
from factcheck.kept import cache_folder, keep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Finding

#: So many are kept, the latest; a run that finds more is not decided on one by one.
MOST = 2000


def remember(findings: Iterable[Finding], place: Path | None) -> None:
    """Keep the findings in a file, as far as it can be written; there may be no place for it."""
    fresh = {one.fingerprint.encode(): _line(one) for one in map(decision_on, findings)}
    if fresh and place is not None:
        before = (line for line in _kept(place) if line.partition(b" ")[0] not in fresh)
        keep(str(place), b"\n".join([*before, *fresh.values()][-MOST:]))


def recalled(start: str, place: Path | None) -> list[Decision]:
    """The decisions that could be made on findings of the last runs whose fingerprint begins so."""
    wanted = (line.partition(b" ") for line in _kept(place) if line.startswith(start.encode())) if place else ()
    found = []
    for name, _, written in wanted:
        with suppress(ValueError, LookupError, TypeError):
            one = json.loads(written)
            found.append(Decision(name.decode(), one["rule"], tuple(one["claims"]), tuple(one["articles"])))
    return found


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


def _kept(place: Path) -> list[bytes]:
    with suppress(OSError):
        return place.read_bytes().splitlines()
    return []


def _line(decision: Decision) -> bytes:
    written = {"rule": decision.rule, "claims": decision.claims, "articles": decision.articles}
    return f"{decision.fingerprint} {json.dumps(written)}".encode()
