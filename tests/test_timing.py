"""What a check costs is measured when somebody asks, and then for every stage and every rule."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck import cli
from factcheck.facts import known_facts
from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.report.costs import cost_lines
from factcheck.report.prose import Page
from factcheck.rulebook import default_rulebook
from factcheck.timing import Costs, Watch, costs

if TYPE_CHECKING:
    from pathlib import Path

STAGES = ["segment", "extract", "resolve", "attach", "align", "judge"]


def test_every_stage_and_every_rule_is_measured() -> None:
    rulebook = default_rulebook().select(("units", "percentages"))
    draft = Document("draft", "Sales rose 25% to 1,000 from 900. The depot lies 40 km (64 miles) from here.")
    report = check([draft], against=[Document("source", "Sales rose 25%.")], rulebook=rulebook, facts=())
    measured = costs(report.articles, known_facts(), rulebook)
    assert [watch.name for watch in measured.stages] == STAGES
    assert all(watch.seconds > 0 for watch in measured.stages)
    told = " ".join(watch.name for watch in measured.rules)
    assert all(rule.name in told for rule in rulebook.rules if rule.requirements)
    assert "(check: conversion)" in told
    by_name = {watch.name: watch.seconds for watch in measured.rules}
    assert by_name["wrong-percent-change"] > 0
    assert [watch.seconds for watch in measured.rules] == sorted(by_name.values(), reverse=True)


def test_a_check_that_is_not_timed_knows_no_watch() -> None:
    program = "import sys, factcheck; factcheck.check([factcheck.Document('a', '40 km (25 miles)')]); print('factcheck.timing' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_costs_are_told_in_milliseconds_and_trifles_in_one_line() -> None:
    measured = Costs((Watch("judge", 0.0123),), (Watch("wrong-conversion", 0.002), Watch("a", 0.00001), Watch("b")))
    assert [line.plain.rstrip() for line in cost_lines(measured, Page())] == [
        "stage  ms",
        "judge  12.30",
        "",
        "rule              ms",
        "wrong-conversion  2.00",
        "and 2 that took less than 0.05 ms each",
    ]


def test_the_costs_stand_beside_the_report_and_not_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The depot lies 40 km (25 miles) from here.", encoding="utf-8")
    with pytest.raises(SystemExit) as exited:
        cli.main(["check", str(draft), "--format", "json", "--timing", "--select", "wrong-conversion"])
    out, told = capsys.readouterr()
    assert exited.value.code == 0
    assert json.loads(out)["compared"] == {"wrong-conversion": 1}
    assert [line.split()[0] for line in told.splitlines() if line][1:7] == STAGES
    assert "wrong-conversion" in told
