"""docs/fact-checkers.md is true: its commands run, and do what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import httpx2
import pytest

from factcheck.cli import main
from factcheck.cli.serve import PORT
from tests.test_serve import served

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "fact-checkers.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (factcheck .*?)(?:  +#.*)?$", PAGE, re.MULTILINE)
#: It runs until it is interrupted, and has a test of its own.
SERVE = "factcheck serve"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file that the commands of the page name."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "fixtures" / "flood", tmp_path / "wire", ignore=shutil.ignore_patterns("*.out"))
    shutil.copy(tmp_path / "wire" / "courier.txt", tmp_path / "draft.txt")
    (tmp_path / "old.txt").write_text("The flood killed 12 people at Larkin.", encoding="utf-8")
    (tmp_path / "new.txt").write_text("The flood killed 14 people at Larkin.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != SERVE])
def test_a_command_of_the_page_works(desk: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = set(desk.iterdir())
    with pytest.raises(SystemExit) as end:
        main(shlex.split(command)[1:])

    shown = capsys.readouterr()
    assert (end.value.code in {0, 1}, shown.err) == (True, "")
    written = re.findall(r"--output (\S+)|=(\S+\.\w+)", command)
    assert {path.name for path in set(desk.iterdir()) - before} == {"".join(names) for names in written}
    assert shown.out or written


def test_the_page_is_served_where_it_says() -> None:
    assert SERVE in COMMANDS
    assert f"http://127.0.0.1:{PORT}/" in PAGE
    with served("--no-config") as (_, address):
        assert httpx2.get(address).status_code == 200


def test_a_rewording_is_no_change_as_the_page_says(desk: Path) -> None:
    (desk / "new.txt").write_text("The flood killed twelve people at Larkin.", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["diff", "old.txt", "new.txt"])

    assert end.value.code == 0


@pytest.mark.parametrize("name", re.findall(r"\]\(([^):]+)\)", PAGE))
def test_what_the_page_links_to_is_there(name: str) -> None:
    assert (ROOT / "docs" / name).exists()
