"""A report as a page of Markdown: the summary of a CI step, or a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.regexes import regex
from factcheck.report.places import quoted, told, worst_first
from factcheck.report.terminal import counted, summary, suppressed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Report

#: A comment on GitHub holds 65,536 letters; a finding takes some 500.
MOST = 100
#: What Markdown or HTML would make something of.
_SIGNS = regex(r"[\\`*_{}\[\]()<>#+!|~&@:-]")


def markdown_text(report: Report) -> str:
    """A heading, a table of the findings, the loudest first, and what was compared and what not."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"### factcheck: {summary(report)}"
    findings = worst_first(report.findings)
    if findings:
        yield ""
        yield "| | Where | What differs | Rule |"
        yield "| --- | --- | --- | --- |"
        for finding in findings[:MOST]:
            yield _row(finding)
    if findings[MOST:]:
        yield ""
        yield f"And {counted(len(findings) - MOST, 'more finding')}."
    yield ""
    mentions = sum(len(article.mentions) for article in report.articles)
    yield (
        f"{counted(report.compared, 'comparison')} made. "
        f"Of {mentions:,} numbers and dates, {len(report.unchecked):,} were compared with nothing."
    )
    for words in (*suppressed_words(report), *report.remarks, *map(str, report.unreadable)):
        yield ""
        yield _plain(words)


def _row(finding: Finding) -> str:
    cells = (
        finding.severity.value,
        _plain(quoted(finding.spans[0])),
        "<br>".join(_plain(line) for line in told(finding)),
        f"`{finding.rule}`",
    )
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """The text with every sign escaped that would be more than itself, on one line."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))
