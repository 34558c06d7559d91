"""What can go wrong with an archive, in one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: What to do about an archive that is of no use any more.
REBUILD = "Make it anew from the articles: factcheck archive add NEW-ARCHIVE FILES"


class ArchiveError(Exception):
    """Something is the matter with an archive; the message says where, what, and the remedy."""


def no_claims(path: Path, missing: Sequence[str]) -> str:
    """What to say of a Parquet file that lacks columns of claims: mostly it holds articles."""
    return (
        f"{path}: not claims of an archive (it has no {missing[0]}). Read articles with: factcheck archive add ARCHIVE "
        f"{path}; and write claims with: factcheck archive export ARCHIVE --output claims.parquet"
    )


def needs(extra: str, package: str) -> ArchiveError:
    """What to say where a package that does the work is not installed."""
    return ArchiveError(f"this needs {package}. Install it with: pip install 'factcheck-rules[{extra}]'")
