"""A report as JUnit XML: a suite for each article, a case for each finding, and one for each rule that found nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from factcheck.regexes import regex
from factcheck.report.places import path_of, quoted, told
from factcheck.report.terminal import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Article, Finding, Report, Suppressed

#: XML has no way to write these.
_FORBIDDEN = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_text(report: Report) -> str:
    """The suites of all articles and of the rules; the findings that make the run fail are its failures."""
    suites = [
        *(_article_suite(article, report) for article in report.articles if not article.is_source),
        *(_unreadable_suite(one.name, str(one)) for one in report.unreadable),
        _rules_suite(report),
    ]
    root = ET.Element("testsuites", {"name": "factcheck", **_sums(case for suite in suites for case in suite)})
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _article_suite(article: Article, report: Report) -> ET.Element:
    document = article.document
    cases = [_finding_case(one, report) for one in report.findings if one.spans[0].document is document]
    cases += [_suppressed_case(one) for one in report.suppressed if one.finding.spans[0].document is document]
    return _suite(path_of(document), cases)


def _rules_suite(report: Report) -> ET.Element:
    """Each rule that compared something, in all articles together, and found nothing."""
    told_of = {finding.rule for finding in report.findings} | {one.finding.rule for one in report.suppressed}
    cases = []
    for rule, number in sorted(report.comparisons.items()):
        if number and rule not in told_of:
            case = _case("rules", rule)
            _add(case, "system-out", f"{counted(number, 'comparison')}, and nothing that differs.")
            cases.append(case)
    return _suite("rules that found nothing", cases)


def _unreadable_suite(name: str, what: str) -> ET.Element:
    case = _case(name, "can be read")
    _add(case, "error", what, message=what, type="unreadable")
    return _suite(name, [case])


def _finding_case(finding: Finding, report: Report) -> ET.Element:
    case = _of(finding)
    words = "\n".join([quoted(finding.spans[0]), *told(finding)])
    if report.fails(finding):
        _add(case, "failure", words, message=finding.message, type=finding.severity.value)
    else:
        _add(case, "system-out", f"{finding.severity.value}: {words}")
    return case


def _suppressed_case(one: Suppressed) -> ET.Element:
    case = _of(one.finding)
    _add(case, "skipped", message=": ".join(filter(None, [one.by.value, one.reason])))
    _add(case, "system-out", "\n".join([quoted(one.finding.spans[0]), *told(one.finding)]))
    return case


def _of(finding: Finding) -> ET.Element:
    span = finding.spans[0]
    return _case(path_of(span.document), f"{finding.rule} at {span.document.place(span.start)}")


def _suite(name: str, cases: list[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", {"name": _clean(name), **_sums(cases)})
    suite.extend(cases)
    return suite


def _case(place: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": _clean(place), "name": _clean(name), "time": "0"})


def _add(case: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    inner = ET.SubElement(case, tag, {name: _clean(value) for name, value in attributes.items()})
    inner.text = _clean(text) if text else None


def _sums(cases: Iterable[ET.Element]) -> dict[str, str]:
    tags = [{inner.tag for inner in case} for case in cases]
    sums = {"tests": len(tags)}
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        sums[name] = sum(tag in one for one in tags)
    return {name: str(number) for name, number in sums.items()} | {"time": "0"}


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
