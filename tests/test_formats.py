"""The formats for other programs: each is valid as its public definition has it, and each has all places of a finding."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from factcheck.model import (
    Article,
    Document,
    Finding,
    Landmark,
    Report,
    RuleSummary,
    Severity,
    Silencer,
    Span,
    Suppressed,
    Unreadable,
)
from factcheck.report import sarif
from factcheck.report.csv import csv_text
from factcheck.report.formats import REPORT
from factcheck.report.github import github_text
from factcheck.report.gitlab import gitlab_text
from factcheck.report.junit import junit_text
from factcheck.report.markdown import markdown_text
from factcheck.report.places import path_of
from factcheck.report.rdjson import rdjson_text
from factcheck.report.sarif import sarif_text
from tests.handmade import article, depots

RULE = RuleSummary(
    "wrong-conversion", "units", Severity.ERROR, "Two amounts differ.", "One amount\nstands in two units."
)
#: As GitLab documents what it reads of the Code Climate format.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}
#: As reviewdog defines its diagnostic format.
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column")},
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["path", "range"],
    "properties": {
        "path": {"type": "string"},
        "range": {
            "type": "object",
            "required": ["start"],
            "properties": {"start": POSITION, "end": POSITION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
DIAGNOSTICS = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                            "additionalProperties": False,
                        },
                    },
                },
            },
        },
    },
    "additionalProperties": False,
}


def finding_in(*documents: Article, severity: Severity = Severity.ERROR, rule: str = RULE.name) -> Finding:
    """A finding at the whole text of each document."""
    spans = tuple(Span(one.document, 0, len(one.document.text)) for one in documents)
    return Finding(rule, severity, "they differ", spans)


def one(name: str, text: str, **more: Any) -> Article:
    return Article(Document(name, text, **more), (), ())


def full() -> Report:
    """A report with all that a report can have in it."""
    known = depots()
    return replace(
        known,
        rules=(RULE,),
        unreadable=(Unreadable("lost.txt", "no such file", "Check the name."),),
        suppressed=(
            Suppressed(known.findings[0], Silencer.COMMENT, "quoted from the law"),
            Suppressed(known.findings[1], Silencer.BASELINE),
        ),
        remarks=("factcheck-decisions.toml: nothing is left of #1234567",),
        has_baseline=True,
    )


def sarif_run(report: Report) -> Any:
    log = json.loads(sarif_text(report))
    SarifLog.model_validate(log)
    (run,) = log["runs"]
    return run


def gitlab_issues(report: Report) -> Any:
    issues = json.loads(gitlab_text(report))
    jsonschema.validate(issues, CODE_QUALITY)
    return issues


def diagnostics(report: Report) -> Any:
    record = json.loads(rdjson_text(report))
    jsonschema.validate(record, DIAGNOSTICS)
    return record["diagnostics"]


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_text(report))))


def suites(report: Report) -> dict[str, Any]:
    return {suite.name: suite for suite in JUnitXml.fromstring(junit_text(report).encode())}


# --- every format -------------------------------------------------------------------


@pytest.mark.parametrize("form", [form for form in REPORT if not REPORT[form].laid_out])
def test_every_format_has_all_places_of_a_finding(form: str) -> None:
    (draft, (first,)), (source, (second,)) = (
        article("draft.txt", ["It is <<70,000 metres>> long."]),
        article("wire/source.txt", ["Built of steel, it is <<73,000 metres>> long."]),
    )
    report = Report((draft, source), (Finding("sources-differ", Severity.WARNING, "they differ", (first, second)),))
    written = REPORT[form].written(report)
    text = written if isinstance(written, str) else written.decode()
    for word in ("draft.txt", "wire", "source.txt", "73,000 metres"):
        assert word in text or word.replace(".", "&#46;") in text, form


@pytest.mark.parametrize("form", [form for form in REPORT if not REPORT[form].laid_out])
def test_every_format_can_be_written_of_nothing(form: str) -> None:
    assert REPORT[form].written(Report((), ()))


@given(st.text(min_size=1), st.text())
def test_no_text_of_an_article_breaks_a_format(text: str, reason: str) -> None:
    odd = one("a.txt", text)
    found = finding_in(odd, one("b.txt", f"[{text}"))
    report = Report((odd,), (found,), suppressed=(Suppressed(found, Silencer.SIC, reason),), rules=(RULE,))
    assert len(json.loads(sarif_text(report))["runs"][0]["results"]) == 2
    assert len(gitlab_issues(report)) == len(diagnostics(report)) == 1
    assert suites(report)["a.txt"].tests == len(rows(report)) == 2
    assert len(commands(report)) == 2
    assert len(markdown_text(report).splitlines()) == 9


@pytest.mark.parametrize(
    ("name", "path"), [("./a.txt", "a.txt"), ("x/../a.txt", "a.txt"), ("/abroad/a.txt", "/abroad/a.txt")]
)
def test_a_path_is_told_from_the_folder_of_the_run(name: str, path: str) -> None:
    assert path_of(Document(name, "")) == path


def test_a_file_below_the_folder_of_the_run_is_told_relative_to_it() -> None:
    assert path_of(Document(str(Path.cwd() / "wire" / "a.txt"), "")) == "wire/a.txt"


# --- SARIF --------------------------------------------------------------------------


def test_sarif_marks_the_first_place_and_links_to_the_others() -> None:
    result = sarif_run(full())["results"][0]
    assert [location["physicalLocation"]["region"]["snippet"]["text"] for location in result["locations"]] == [
        "64 miles"
    ]
    (other,) = result["relatedLocations"]
    assert (other["id"], other["physicalLocation"]["region"]["snippet"]["text"]) == (1, "40 km")
    assert other["logicalLocations"] == [{"fullyQualifiedName": "paragraph 2", "kind": "text"}]
    assert "[“40 km” in draft.txt](1)" in result["message"]["text"]
    assert result["rank"] == 100


def test_sarif_counts_columns_in_code_points() -> None:
    odd = one("a.txt", "\N{MATHEMATICAL SCRIPT CAPITAL X}é 5 km")
    run = sarif_run(Report((odd,), (Finding("r", Severity.NOTE, "m", (Span(odd.document, 3, 7),)),)))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (4, 8)


def test_sarif_escapes_brackets_that_are_no_link() -> None:
    message = sarif_run(Report((), (finding_in(one("a.txt", "x"), one("b.txt", "it [sic] is")),)))["results"][0]
    assert message["message"]["text"] == "they differ. Compare [“it \\[sic\\] is” in b.txt](1)."


def test_sarif_tells_two_findings_of_the_same_claims_apart_and_keeps_their_fingerprint() -> None:
    found = finding_in(one("a.txt", "x"), one("b.txt", "y"))
    hashes = [result["partialFingerprints"] for result in sarif_run(Report((), (found, found)))["results"]]
    assert hashes == [{"primaryLocationLineHash": f"{found.fingerprint}:{number}"} for number in (1, 2)]


def test_sarif_says_what_is_suppressed_by_whom_and_what_is_new() -> None:
    results = sarif_run(full())["results"]
    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        [{"kind": "inSource", "justification": "quoted from the law"}],
        None,
    ]
    assert [result["baselineState"] for result in results] == ["new", "new", "new", "unchanged"]
    assert all("baselineState" not in result for result in sarif_run(replace(full(), has_baseline=False))["results"])


def test_sarif_says_what_could_not_be_read_and_what_is_wrong_with_the_decisions() -> None:
    (invocation,) = sarif_run(full())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == [
        "lost.txt: no such file. Check the name."
    ]
    assert "nothing is left" in invocation["toolConfigurationNotifications"][0]["message"]["text"]


def test_sarif_tells_of_the_rules_that_ran() -> None:
    run = sarif_run(full())
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["fullDescription"]["text"]) == ("wrong-conversion", "One amount stands in two units.")
    assert [result["ruleIndex"] for result in run["results"]] == [0, -1, 0, -1]


def test_sarif_knows_the_files_by_hash_and_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = "a dépôt".encode("utf-16")
    (tmp_path / "a b.txt").write_bytes(data)
    read, gone = sarif_run(Report((one("a b.txt", "a dépôt"), one("/gone.txt", "x")), ()))["artifacts"]
    assert read == {
        "location": {"uri": "a%20b.txt", "uriBaseId": "%SRCROOT%"},
        "hashes": {"sha-256": sha256(data).hexdigest()},
        "encoding": "UTF-16-LE",
    }
    assert gone == {"location": {"uri": "file:///gone.txt"}}


def test_sarif_holds_no_more_than_is_read_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    note, error = (finding_in(one("a.txt", "x"), severity=level) for level in (Severity.NOTE, Severity.ERROR))
    run = sarif_run(Report((), (note, note, error)))
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    (said,) = run["invocations"][0]["toolConfigurationNotifications"]
    assert said["message"]["text"].startswith("1 quieter results are left out")


def test_sarif_calls_a_page_by_its_name() -> None:
    page = one("a.pdf", "x", landmarks=(Landmark(0, "page 3, paragraph 2", 3),))
    location = sarif_run(Report((page,), (finding_in(page),)))["results"][0]["locations"][0]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "page 3, paragraph 2", "kind": "text"}]


# --- GitHub -------------------------------------------------------------------------


def commands(report: Report) -> list[str]:
    before, _, _ = github_text(report).partition("::stop-commands::")
    return before.splitlines()


def test_github_shows_the_place_and_tells_of_the_others() -> None:
    first, *_ = commands(full())
    assert first.startswith(
        "::error file=draft.txt,line=3,endLine=3,col=45,endColumn=53,title=wrong-conversion::“40 km” and"
    )
    assert "%0ACompare “40 km” (draft.txt:3:38).%0A" in first


def test_github_takes_nothing_in_an_article_for_a_command() -> None:
    evil = one("a:b,c.txt", "::error::x\r\n##[add-mask]100%\n::stop-commands::x")
    lines = github_text(Report((evil,), (finding_in(evil),))).splitlines()
    assert lines[0].startswith("::error file=a%3Ab%2Cc.txt,line=1,endLine=3,title=wrong-conversion::")
    assert not any(word in lines[0][2:] for word in ("\r", "100% "))
    opening = next(at for at, line in enumerate(lines) if line.startswith("::stop-commands::"))
    token = lines[opening].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert lines.count(f"::{token}::") == 1
    assert all(line.startswith("::") for line in lines[:opening])


def test_github_shows_the_worst_ten_of_a_level_and_counts_the_rest() -> None:
    plain = one("a.txt", "x")
    notes = [finding_in(plain, severity=Severity.NOTE)] * 12
    shown = commands(Report((plain,), (*notes, *[finding_in(plain)] * 11)))
    levels = [line.split()[0] for line in shown]
    assert levels == ["::error"] * 10 + ["::notice"] * 10
    assert shown[-1] == "::notice title=factcheck::4 more findings; the log of this step has all."


def test_github_tells_of_what_is_suppressed_and_of_what_cannot_be_read() -> None:
    assert commands(full())[-1] == (
        "::notice title=factcheck::2 suppressed, 1 that cannot be read; the log of this step has all."
    )


def test_github_gives_no_line_of_a_file_without_lines() -> None:
    page = one("a.pdf", "x", landmarks=(Landmark(0, "page 3", 3),))
    (line,) = commands(Report((page,), (finding_in(page),)))
    assert line == "::error file=a.pdf,title=wrong-conversion::page 3: they differ."


# --- GitLab -------------------------------------------------------------------------


def test_gitlab_gets_the_worst_first_with_fingerprints_of_their_own() -> None:
    plain = one("a.txt", "x")
    issues = gitlab_issues(Report((plain,), (finding_in(plain, severity=Severity.NOTE), *[finding_in(plain)] * 2)))
    assert [issue["severity"] for issue in issues] == ["major", "major", "info"]
    assert issues[1]["fingerprint"] == f"{issues[0]['fingerprint']}-2"


def test_gitlab_has_the_second_place_in_the_description() -> None:
    assert "Compare “40 km” (draft.txt:3:38)." in gitlab_issues(full())[0]["description"]


# --- JUnit --------------------------------------------------------------------------


def test_junit_has_a_suite_for_each_article_and_a_case_for_each_finding() -> None:
    report = full()
    found = suites(report)
    assert list(found) == ["draft.txt", "source.txt", "lost.txt", "rules that found nothing"]
    draft = found["draft.txt"]
    assert (draft.tests, draft.failures, draft.skipped, draft.errors) == (4, 1, 2, 0)
    assert [case.name for case in draft][:2] == ["wrong-conversion at 3:45", "sources-differ at 3:45"]
    failing, passing, skipped, _ = draft
    assert "Compare “40 km” (draft.txt:3:38)." in failing.result[0].text
    assert passing.is_passed
    assert skipped.result[0].message == "comment in the article: quoted from the law"
    assert found["lost.txt"].errors == 1


def test_junit_fails_what_makes_the_run_fail() -> None:
    assert suites(replace(depots(), fail_on=Severity.NOTE))["draft.txt"].failures == 2
    assert suites(replace(depots(), fail_on=None))["draft.txt"].failures == 0


def test_junit_has_a_passing_case_for_each_rule_that_found_nothing() -> None:
    report = replace(depots(), findings=(), comparisons={"wrong-conversion": 2, "wrong-sum": 0})
    (case,) = suites(report)["rules that found nothing"]
    assert (case.name, case.is_passed) == ("wrong-conversion", True)


def test_junit_sums_up_and_survives_being_written_again() -> None:
    text = junit_text(full())
    known = JUnitXml.fromstring(text.encode())
    again = JUnitXml.fromstring(known.tostring())  # type: ignore[no-untyped-call]
    for each in (known, again):
        assert (each.tests, each.failures, each.errors, each.skipped) == (5, 1, 1, 2)


# --- rdjson -------------------------------------------------------------------------


def test_rdjson_counts_columns_in_bytes_from_the_line_of_the_file() -> None:
    odd = one("a.txt", "first\n\N{MATHEMATICAL SCRIPT CAPITAL X}é 5 km")
    (diagnostic,) = diagnostics(Report((odd,), (Finding("r", Severity.WARNING, "m", (Span(odd.document, 9, 13),)),)))
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 8}, "end": {"line": 2, "column": 12}}


def test_rdjson_has_the_other_places_as_related_ones() -> None:
    (related,) = diagnostics(full())[0]["related_locations"]
    assert related["message"] == "“40 km” (draft.txt:3:38)"
    assert related["location"]["range"]["start"] == {"line": 3, "column": 38}


# --- CSV, Markdown ------------------------------------------------------------------


def test_csv_has_a_row_for_each_finding_with_both_places_and_why_it_is_suppressed() -> None:
    reported, _, suppressed, _ = rows(full())
    assert (reported["source"], reported["line"], reported["text"]) == ("draft.txt", "3", "64 miles")
    assert (reported["other_source"], reported["other_column"], reported["other_text"]) == ("draft.txt", "38", "40 km")
    assert suppressed["suppressed"] == "comment in the article: quoted from the law"


def test_csv_lists_the_third_place_and_those_after_it() -> None:
    (row,) = rows(Report((), (finding_in(*(one(f"{name}.txt", name) for name in "abcd")),)))
    assert row["more_places"] == "“c” (c.txt:1:1); “d” (d.txt:1:1)"
    (alone,) = rows(Report((), (finding_in(one("a.txt", "x")),)))
    assert (alone["other_source"], alone["more_places"]) == ("", "")


def test_csv_gives_a_spreadsheet_nothing_to_work_out() -> None:
    (row,) = rows(Report((), (finding_in(one("a.txt", '=HYPERLINK("x")')),)))
    assert row["text"] == '\'=HYPERLINK("x")'


def test_markdown_shows_signs_and_makes_nothing_of_them() -> None:
    evil = one("a.txt", "<img src=x> | [b](c) @all")
    text = markdown_text(Report((evil,), (finding_in(evil),)))
    assert not any(sign in text.splitlines()[4] for sign in ("<img", "[", "@"))
    assert "&#60;img src=x&#62; &#124; &#91;b&#93;" in text


def test_markdown_says_what_is_left_out_suppressed_and_unread() -> None:
    plain = one("a.txt", "x")
    text = markdown_text(replace(full(), articles=(plain,), findings=(finding_in(plain),) * 102))
    assert "\nAnd 2 more findings.\n" in text
    assert "2 suppressed" in text
    assert "nothing is left" in text
    assert "no such file" in text
