"""The pages are true: their code runs, their commands work, the files that they name are there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from factcheck.archive.store import opened
from factcheck.cli import main
from tests.word_files import word_file

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
COMMANDS = re.findall(r"^    (factcheck .*?)(?:  +#.*)?$", README, re.MULTILINE)
FOLDERS = (ROOT, ROOT / "factcheck", ROOT / "factcheck" / "judge" / "checks" / "across")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file that the commands of the README name."""
    monkeypatch.chdir(tmp_path)
    text = "The depot lies 40 km (64 miles) from the border.\n"
    for name in ("draft.txt", "draft.md", "a.txt", "b.txt", "c.md", "wire/agency.txt", "wire/paper.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<p>{text}</p>", encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.txt").write_text(text, encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(word_file(text))
    (tmp_path / "desk.yaml").write_text(
        "- subject: Marlow\n  attribute: population\n  value: 73,000\n", encoding="utf-8"
    )
    with opened(tmp_path / "wire.fc", make=True):
        pass
    shutil.copytree(ROOT / "rules" / "units", tmp_path / "my-rules")
    return tmp_path


def test_the_readme_has_commands() -> None:
    assert len(COMMANDS) >= 10


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(shlex.split(command)[1:])

    shown = capsys.readouterr()
    assert (end.value.code in {0, 1}, shown.err) == (True, "")
    assert shown.out


def test_the_code_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)

    exec(code, {})  # noqa: S102 - it is our own page

    assert "wrong-conversion" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES)
def test_the_files_that_a_page_names_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"[\w/-]+\.(?:py|md|yaml|svg|cfg)\b", text)) - {
        "draft.md",
        "c.md",
        "desk.yaml",
        "what-is-wrong.yaml",
    }
    known = {path.name for folder in FOLDERS for path in folder.rglob("*") if ".venv" not in path.parts}

    missing = {name for name in named if not any((folder / name).exists() for folder in FOLDERS) and name not in known}
    assert missing == set()
