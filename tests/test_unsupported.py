"""The figures of a draft that no source has, which are told where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.cli import main
from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.report.html import report_page
from factcheck.report.records import finding_record
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from pathlib import Path

from tests.drafting import found, told


def test_a_figure_of_no_source_is_told_where_it_is_asked_for() -> None:
    draft, source = "The bakery, which opened in 1988, sells 400 loaves.", "The bakery opened in 1988."

    assert told(found(draft, source, rule="figure-without-source")) == [("400 loaves",)]
    assert [
        finding.rule for finding in check([Document("draft", draft)], against=[Document("source", source)]).findings
    ] == []


def test_the_option_tells_what_no_source_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text("The bakery, which opened in 1988, sells 400 loaves.")
    (tmp_path / "source.txt").write_text("The bakery opened in 1988.")
    command = ["check", "draft.txt", "--against", "source.txt", "--fail-on", "note"]

    with pytest.raises(SystemExit) as plain:
        main(command)
    assert plain.value.code == 0
    with pytest.raises(SystemExit) as asked:
        main([*command, "--unsupported"])
    assert asked.value.code == 1
    told = capsys.readouterr().out
    section = told[told.index("Figures that no source has") :]
    assert "draft.txt:1:41" in section
    assert "400 loaves" in section
    assert "note:" not in told
    assert "; 1 figure that no source has." in " ".join(told.split())


def test_what_no_source_has_stands_apart_in_every_format_for_people_and_programs() -> None:
    rulebook = default_rulebook().requesting("figure-without-source")
    draft = Document("draft", "The bakery, which opened in 1988, sells 400 loaves.")
    report = check([draft], against=[Document("source", "The bakery opened in 1989.")], rulebook=rulebook)
    assert {record["rule"]: record["unsupported"] for record in map(finding_record, report.findings)} == {
        "differs-from-source": False,
        "figure-without-source": True,
    }
    page = report_page(report)
    margin = page[page.index('<aside class="margin"') :]
    differences, asides = margin[: margin.index("Figures that no source has")], margin[margin.index('class="aside"') :]
    assert "differs-from-source" in differences
    assert "figure-without-source" not in differences
    assert "no source has “400 loaves”" in asides
