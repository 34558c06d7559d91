"""What is longer than the screen is shown a screen at a time, if somebody sits before one."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = ("claims", "timeline", "compare", "diff")


def on_a_terminal(folder: Path, *arguments: str, lines: int) -> str:
    """What a terminal of so many lines gets to see; the pager says that it was asked."""
    pager = folder / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n", encoding="utf-8")
    pager.chmod(0o755)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PAGER": str(pager), "LINES": str(lines), "COLUMNS": "80"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # this is how Linux says that nobody writes any more
        pass
    finally:
        os.close(ours)
    process.wait()
    return shown.decode()


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    found = []
    for at in range(2):
        path = tmp_path / f"{at}.txt"
        path.write_text(f"The Larkin bridge opened on {4 + at} May 1998. It cost $5m.\n", encoding="utf-8")
        found.append(str(path))
    return found


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_longer_than_the_screen_is_paged(tmp_path: Path, articles: list[str], command: str) -> None:
    assert on_a_terminal(tmp_path, command, *articles, lines=5).startswith("PAGED")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_paged_that_somebody_wants_at_once(tmp_path: Path, articles: list[str], command: str) -> None:
    shown = on_a_terminal(tmp_path, command, *articles, "--no-pager", lines=5)

    assert "1998" in shown
    assert "PAGED" not in shown


def test_what_has_room_on_the_screen_is_not_paged(tmp_path: Path, articles: list[str]) -> None:
    assert "PAGED" not in on_a_terminal(tmp_path, "timeline", *articles, lines=100)


def test_a_pipe_is_not_paged(tmp_path: Path, articles: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "timeline", *articles],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PAGER": "false", "LINES": "5"},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "1998-05-04" in done.stdout
