"""What holds for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from factcheck.cli import main
from tests.running import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from tests.running import Run

# A law is no slower for being checked on a busy machine, and a change is not blamed for a case that chance had not met before:
# `make laws` looks for those.
settings.register_profile("patient", deadline=None, derandomize=True)
settings.register_profile("curious", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the findings of a test's runs are kept; the rules that were read stay in the cache of whoever runs it."""
    place = tmp_path.with_name(f"{tmp_path.name}-findings.json")
    monkeypatch.setattr("factcheck.recent.usual_place", lambda: place)
    return place


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: Path) -> Run:
    """Runs a command line in an empty folder."""
    assert not kept.exists(), "nothing is known of earlier runs"
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "FACTCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        return Outcome(int(end.value.code or 0), *capsys.readouterr())

    return run
