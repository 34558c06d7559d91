"""What goes on while somebody writes sees it when a file changes that articles are checked by."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.authoring import new_rule
from factcheck.cli.console import Unusable
from factcheck.cli.lasting import Lasting, Workbench
from factcheck.cli.lsp import lsp
from factcheck.cli.serve import serve
from factcheck.decisions import decision_on, with_decisions
from factcheck.model import Document
from factcheck.pipeline import check
from tests.running import DIFFERS, write

if TYPE_CHECKING:
    import click

    from factcheck.model import Report

DRAFT = Document("draft.txt", DIFFERS)
BRIDGE = Document("draft.txt", "The Tarn bridge opened on 5 May 1998.")
FACT = """\
- subject: the Tarn bridge
  attribute: opened
  value: 3 May 1998
"""
DISCOUNT = Document("draft.txt", "The shop gave a 20% discount on the coat, from £90 down to £60.")
POPULATION = Document("draft.txt", "The population of Marlow is 74,200.")


pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder; and the day is the first of June."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.cli.lasting.today", lambda: date(2026, 6, 1))


def found(bench: Workbench, draft: Document = DRAFT) -> list[str]:
    return [finding.rule for finding in bench.check([draft]).findings]


def decisions(report: Report) -> str:
    return with_decisions(Path("f"), "", map(decision_on, report.findings))


@pytest.mark.parametrize("command", [serve, lsp])
def test_settings_decisions_and_facts_hold_as_soon_as_they_are_there(command: click.Command) -> None:
    write("desk.yaml", "[]\n")
    bench = Workbench(command, ["--facts", "desk.yaml"])
    assert found(bench) == ["wrong-conversion"]
    write("factcheck.toml", '[severity]\nunits = "note"\n')
    assert [finding.severity.value for finding in bench.check([DRAFT]).findings] == ["note"]
    write("factcheck.toml", "")
    write("factcheck-decisions.toml", decisions(check([DRAFT])))
    assert found(bench) == []
    assert [one.finding.rule for one in bench.check([DRAFT]).suppressed] == ["wrong-conversion"]
    write("desk.yaml", FACT)
    assert found(bench, BRIDGE) == ["known-date"]


def test_an_option_wins_over_a_setting_that_comes_later() -> None:
    bench = Workbench(serve, ["--select", "dates"])
    assert found(bench) == []
    write("factcheck.toml", 'select = ["units"]\n')
    assert found(bench) == []
    assert found(Workbench(serve, [])) == ["wrong-conversion"]


def test_settings_that_are_left_out_stay_left_out() -> None:
    bench = Workbench(serve, ["--no-config"])
    write("factcheck.toml", 'ignore = ["units"]\n')
    assert found(bench) == ["wrong-conversion"]


def test_what_cannot_be_used_any_more_is_told_in_each_report_until_it_is_mended() -> None:
    write("factcheck.toml", 'ignore = ["units"]\n')
    bench = Workbench(lsp, [])
    write("factcheck.toml", 'ignoer = ["units"]\n')
    for _ in range(2):
        report = bench.check([DRAFT])
        (remark,) = report.remarks
        assert report.findings == ()
        assert remark == (
            "factcheck.toml:1: there is no setting “ignoer”. Did you mean 'ignore'? What held before still does."
        )
    write("factcheck.toml", "")
    assert bench.check([DRAFT]).remarks == ()
    assert found(bench) == ["wrong-conversion"]


def test_what_cannot_be_used_at_the_start_is_told_at_once() -> None:
    write("factcheck.toml", "nonsense = 1\n")
    with pytest.raises(Unusable):
        Workbench(serve, [])


def test_rules_sources_and_a_baseline_are_read_again_when_they_change() -> None:
    rule = new_rule("wrong-discount", Path("mine"))
    write("wire/a.txt", "The population of Marlow is 74,200.")
    write("known.toml", "")
    bench = Workbench(lsp, ["--rules", "mine", "--against", "wire", "--baseline", "known.toml"])
    assert [found(bench, draft) for draft in (DISCOUNT, POPULATION)] == [["wrong-discount"], []]
    rule.write_text(rule.read_text(encoding="utf-8").replace("discount", "rebate"), encoding="utf-8")
    write("wire/a.txt", "The population of Marlow is 91,300.")
    write("known.toml", decisions(check([DRAFT])))
    assert found(bench, DISCOUNT) == []
    assert found(bench, POPULATION) == ["differs-from-source"]
    assert found(bench) == []


def test_only_what_lasts_remembers_how_it_was_called() -> None:
    assert isinstance(serve, Lasting)
    assert isinstance(lsp, Lasting)
