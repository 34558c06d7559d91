"""Claims become topics: which are about the same thing."""

from __future__ import annotations

from factcheck.align.topics import align

__all__ = ["align"]
