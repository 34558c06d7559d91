"""Each folder of fixtures is a story: articles, and what factcheck prints of them, to the letter.

After a change that is meant to be seen, write the stories anew and read the difference:

    python -m tests.test_stories && git diff fixtures
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: What is printed stands beside the articles, but under an ending that is none of theirs.
EXPECTED = "expected.out"

STORIES = sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_dir())


def told(story: Path) -> str:
    """What somebody sees who checks a story on a terminal of 80 columns without colours."""
    articles = sorted(path.relative_to(ROOT).as_posix() for path in story.iterdir() if path.name != EXPECTED)
    environment = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "CLICOLOR_FORCE"}}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "factcheck", "check", *articles],
        cwd=ROOT,
        env={**environment, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return f"$ factcheck check {' '.join(articles)}\n{done.stdout}\n$ echo $?\n{done.returncode}\n"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_is_told_to_the_letter(story: Path) -> None:
    assert told(story) == (story / EXPECTED).read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in STORIES:
        (each / EXPECTED).write_text(told(each), encoding="utf-8")
