"""docs/ci.md and docs/configuration.md are true: their commands run, and their tables name what there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from factcheck.cli.codes import FOUND, INTERNAL_ERROR, INTERRUPTED, NOTHING_COMPARED, UNUSABLE
from factcheck.config import read_config
from factcheck.keys import KEYS
from factcheck.report.formats import REPORT
from tests.pages import followed, page
from tests.running import ROOT

pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("factcheck.cli.deciding.today", lambda: date(2026, 6, 1))


def column(text: str, heading: str) -> list[str]:
    """The code in the first column of the table whose first heading this is."""
    table = text.split(f"\n| {heading} |")[1].split("\n\n", maxsplit=1)[0]
    return re.findall(r"^\| `?([^|`]+?)`? \|", table, re.MULTILINE)[1:]


def test_every_command_of_the_page_on_ci_prints_what_stands_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(followed(page("ci.md"), capsys)) > 7
    hooks = {hook["id"] for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
    (repository,) = YAML(typ="safe").load(Path(".pre-commit-config.yaml"))["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == hooks
    steps = YAML(typ="safe").load(Path(".github/workflows/factcheck.yml"))["jobs"]["factcheck"]["steps"]
    (inputs,) = (step["with"] for step in steps if "factcheck@" in step["uses"])
    assert set(inputs) <= set(YAML(typ="safe").load(ROOT / "action.yml")["inputs"])


def test_the_page_on_ci_names_every_exit_code_and_no_format_that_there_is_not() -> None:
    codes = column(page("ci.md"), "exit code")
    assert codes == ["0", str(FOUND), str(UNUSABLE), str(NOTHING_COMPARED), f"{INTERNAL_ERROR}, {INTERRUPTED}"]
    assert set(column(page("ci.md"), "format")) <= set(REPORT)


def test_every_command_of_the_page_on_settings_prints_what_stands_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(followed(page("configuration.md"), capsys)) == 2
    assert read_config(Path("factcheck.toml")).per_file


def test_the_page_on_settings_names_every_setting() -> None:
    assert column(page("configuration.md"), "setting") == list(KEYS)
