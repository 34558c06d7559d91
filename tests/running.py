"""Runs of the command line, for the tests of what it does (the fixture `run` is in conftest.py)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent

DIFFERS = "The depot lies 40 km (64 miles) from the border."
AGREES = "The depot lies 40 km (25 miles) from the border."


class Outcome(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def write(name: str, text: str | bytes) -> str:
    """A file in the folder of the run, and its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def factcheck(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    """A run in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], env=environment, capture_output=True, check=False, **settings
    )
