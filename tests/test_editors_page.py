"""docs/editors.md is true: its commands run, and its settings are what editors can read."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path, PurePath

import pytest

from factcheck.cli import main
from factcheck.lsp.server import file_name
from factcheck.read import loading, packages
from tests.pdf_files import lines, pdf_file
from tests.word_files import paragraph, run, word_file

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    (factcheck .*)$", PAGE, re.MULTILINE)
TEXT = "The depot lies 40 km (64 miles) from the border."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file that the commands of the page name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(word_file(paragraph(run(TEXT))))
    (tmp_path / "paper.pdf").write_bytes(pdf_file(lines(TEXT)))
    (tmp_path / "page.html").write_text(f"<p>{TEXT}")
    (tmp_path / "item.json").write_text(json.dumps({"headline": "A depot", "body_html": f"<p>{TEXT}"}))
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "agency.txt").write_text(TEXT)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_finds_what_is_wrong(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(shlex.split(command)[1:])
    shown = capsys.readouterr()
    assert (end.value.code, shown.err) == (1, "")
    assert "[wrong-conversion]" in shown.out


def test_a_place_is_named_as_the_page_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del desk
    for name, place in (("draft.docx", "draft.docx, paragraph 1"), ("paper.pdf", "paper.pdf, page 1, paragraph 1")):
        with pytest.raises(SystemExit):
            main(["check", name])
        assert f"  ┌─ {place}" in capsys.readouterr().out
        with pytest.raises(SystemExit):
            main(["check", name, "--format", "json"])
        span = json.loads(capsys.readouterr().out)["findings"][0]["spans"][0]
        assert f"{name}, {span['landmark']}" == place
        assert span["page"] == (1 if name.endswith("pdf") else None)


def test_the_settings_for_vs_code_are_those_that_the_extension_reads_and_the_server_understands() -> None:
    (settings,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    languages = json.loads(settings).pop("glspc.server.languageId")
    # The extension declares them as a string and two lists of strings.
    assert {**json.loads(settings), "glspc.server.languageId": languages} == {
        "glspc.server.command": "factcheck",
        "glspc.server.commandArguments": ["lsp"],
        "glspc.server.languageId": languages,
    }
    endings = {PurePath(file_name("untitled:Untitled-1", language)).suffix for language in languages}
    assert endings == {".md", ".txt", ".html"}


def test_the_limits_that_the_page_names_are_those_that_hold() -> None:

    mega = 1024 * 1024
    assert f"text above {loading.MOST_TEXT // mega} MB, other files above {loading.MOST_BYTES // mega} MB" in PAGE
    assert f"more than {packages.MOST_UNPACKED // mega} MB ({packages.MOST_MARKED_UP // mega} MB of it text)" in PAGE
