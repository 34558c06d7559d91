"""Each folder of fixtures is a story: articles, and what factcheck prints of them, to the letter.

After a change that is meant to be seen, write the stories anew and read the difference:

    python -m tests.test_stories && git diff fixtures docs
"""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
#: What is printed stands beside the articles, but under an ending that is none of theirs.
EXPECTED = "expected.out"

PICTURE = ROOT / "docs" / "report.svg"
#: The whole report is too long for a picture: what stands in two sources, and against the facts.
SHOWN = ("--select", "facts", "--select", "sources", "--select", "to-for-by")

STORIES = sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_dir())


def factcheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run at the top of the checkout, on a terminal of 80 columns."""
    environment = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "CLICOLOR_FORCE"}}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=ROOT,
        env={**environment, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout
    return done


def told(story: Path) -> str:
    """What somebody sees who checks a story, without colours."""
    articles = sorted(path.relative_to(ROOT).as_posix() for path in story.iterdir() if path.name != EXPECTED)
    done = factcheck("check", *articles)
    return f"$ factcheck check {' '.join(articles)}\n{done.stdout}\n$ echo $?\n{done.returncode}\n"


def drawn() -> str:
    """The picture of the README: a run on the first story with its colours, as SVG."""
    articles = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "fixtures/bakhmut").glob("*.txt"))
    done = factcheck("check", *articles, *SHOWN, "--color", "always")
    console = Console(record=True, width=80, file=StringIO(), force_terminal=True)
    console.print(f"$ factcheck check fixtures/bakhmut/*.txt {' '.join(SHOWN)}\n", highlight=False)
    console.print(Text.from_ansi(done.stdout.rstrip()))
    return console.export_svg(title="factcheck")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_is_told_to_the_letter(story: Path) -> None:
    assert told(story) == (story / EXPECTED).read_text(encoding="utf-8")


def test_the_picture_shows_what_is_printed_today() -> None:
    assert drawn() == PICTURE.read_text(encoding="utf-8")


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
    for each in STORIES:
        (each / EXPECTED).write_text(told(each), encoding="utf-8")
