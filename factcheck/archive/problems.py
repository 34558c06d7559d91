"""What can go wrong with an archive, in one line each."""

from __future__ import annotations


class ArchiveError(Exception):
    """Something is the matter with an archive; the message says where, what, and the remedy."""


def needs(extra: str, package: str) -> ArchiveError:
    """What to say where a package that does the work is not installed."""
    return ArchiveError(f"this needs {package}. Install it with: pip install 'factcheck-rules[{extra}]'")
