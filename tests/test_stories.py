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

#: The pictures in docs/, by the command that each shows. The whole report is too long for one: it shows
#: what stands in two sources, and against the facts.
PICTURES = {
    "report.svg": "check fixtures/bakhmut/*.txt --select facts --select sources --select to-for-by",
    "compare.svg": "compare fixtures/flood/*.txt --format matrix",
}
#: How wide a picture is whose table would not fit else.
WIDTHS = {"compare.svg": 100}

STORIES = sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_dir())


def factcheck(*arguments: str, width: int = 80) -> subprocess.CompletedProcess[str]:
    """A run at the top of the checkout, on a terminal so many columns wide."""
    environment = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "CLICOLOR_FORCE"}}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=ROOT,
        env={**environment, "COLUMNS": str(width), "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout
    return done


def from_root(path: Path) -> str:
    """The path as it is typed at the top of the checkout."""
    return path.relative_to(ROOT).as_posix()


def told(story: Path) -> str:
    """What somebody sees who checks a story, without colours."""
    articles = sorted(from_root(path) for path in story.iterdir() if path.name != EXPECTED)
    done = factcheck("check", *articles)
    return f"$ factcheck check {' '.join(articles)}\n{done.stdout}\n$ echo $?\n{done.returncode}\n"


def drawn(picture: str) -> str:
    """A picture of the pages: a run with its colours, as SVG."""
    width = WIDTHS.get(picture, 80)
    arguments = [
        name
        for argument in PICTURES[picture].split()
        for name in (sorted(map(from_root, ROOT.glob(argument))) if "*" in argument else [argument])
    ]
    done = factcheck(*arguments, "--color", "always", width=width)
    console = Console(record=True, width=width, file=StringIO(), force_terminal=True)
    console.print(f"$ factcheck {PICTURES[picture]}\n", highlight=False)
    console.print(Text.from_ansi(done.stdout.rstrip()))
    return console.export_svg(title="factcheck")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_a_story_is_told_to_the_letter(story: Path) -> None:
    assert told(story) == (story / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_shows_what_is_printed_today(picture: str) -> None:
    assert drawn(picture) == (ROOT / "docs" / picture).read_text(encoding="utf-8")


if __name__ == "__main__":
    for one in PICTURES:
        (ROOT / "docs" / one).write_text(drawn(one), encoding="utf-8")
    for each in STORIES:
        (each / EXPECTED).write_text(told(each), encoding="utf-8")
