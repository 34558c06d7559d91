"""The formats that a result can be written in: a name, what it is for, and the function that writes it.

A new format is a function and a line here. What takes long to import is imported
when somebody asks for the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.report.lines import Line
    from factcheck.report.prose import Page


class MissingExtraError(Exception):
    """A format needs a package that is not installed; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a result down."""

    says: str
    #: `module:function` of what writes it: from a result to its text, or to its bytes.
    writer: str
    #: Whether the function lays the result out in lines for a page instead.
    laid_out: bool = False

    def written(self, result: object) -> str | bytes:
        """All of the file that the format makes of a result."""
        text: str | bytes = self._function()(result)
        return text

    def lines(self, result: object, page: Page, **how: Any) -> Iterable[Line]:
        """The result laid out for a page, `how` being whatever the function takes besides."""
        lines: Iterable[Line] = self._function()(result, page, **how)
        return lines

    def _function(self) -> Any:
        module, _, name = self.writer.partition(":")
        return getattr(import_module(f"factcheck.report.{module}"), name)


#: Formats by name; the first is written where nobody asks for another.
Formats = Mapping[str, Format]

#: Of a report.
REPORT: Formats = {
    "terminal": Format("for people to read", "terminal:report_lines", laid_out=True),
    "json": Format("all that is known, for programs", "records:report_text"),
    "sarif": Format("SARIF 2.1.0, for code scanning", "sarif:sarif_text"),
    "github": Format("annotations of GitHub Actions", "github:github_text"),
    "gitlab": Format("code quality of GitLab", "gitlab:gitlab_text"),
    "junit": Format("JUnit XML, for what shows the results of tests", "junit:junit_text"),
    "rdjson": Format("diagnostics for reviewdog", "rdjson:rdjson_text"),
    "csv": Format("a row for each finding, for spreadsheets", "csv:csv_text"),
    "markdown": Format("a summary, for a step or a comment", "markdown:markdown_text"),
    "statistics": Format("how many findings each rule has", "statistics:statistics_lines", laid_out=True),
    "html": Format("a page for a browser, in one file", "html:report_page"),
    "claimreview": Format("drafts of fact checks for schema.org's ClaimReview", "claimreview:claimreview_text"),
}

#: Of the settings of a project.
SETTINGS: Formats = {
    "terminal": Format("a table for people to read", "settings:settings_lines", laid_out=True),
    "json": Format("the same, for programs", "settings:settings_text"),
}

#: Of articles that are equals.
COMPARISON: Formats = {
    **REPORT,
    "terminal": Format(
        "for people to read, with a table of facts by sources", "comparison:comparison_lines", laid_out=True
    ),
    "matrix": Format("the table of facts by sources alone", "comparison:matrix_lines", laid_out=True),
    "json": Format("all that is known, for programs", "comparison:comparison_text"),
    "csv": Format("a row for each fact, a column for each source", "comparison:matrix_sheet"),
    "parquet": Format("the same, for programs that read Parquet", "comparison:matrix_parquet"),
    "html": Format("a page for a browser, in one file", "html:matrix_page"),
}

#: Of the numbers and dates in articles.
CLAIMS: Formats = {
    "terminal": Format("a table for people to read", "claims:claims_lines", laid_out=True),
    "json": Format("all that is known, for programs", "claims:claims_text"),
    "csv": Format("a row for each, for spreadsheets", "claim_sheets:claims_sheet"),
    "parquet": Format("the same, for programs that read Parquet", "claim_sheets:claims_parquet"),
    "html": Format("a page for a browser, in one file", "html:claims_page"),
}

#: Of the claims of several articles that met.
PAIRS: Formats = {
    "terminal": Format("a paragraph for each pair, for people to read", "pairs:pairs_lines", laid_out=True),
    "json": Format("the same, for programs", "pairs:pairs_text"),
    "csv": Format("a row for each pair, for spreadsheets", "pairs:pairs_sheet"),
    "parquet": Format("the same, for programs that read Parquet", "pairs:pairs_parquet"),
}

#: Of the dates in articles.
TIMELINE: Formats = {
    "terminal": Format("what happened when, for people to read", "timeline:timeline_lines", laid_out=True),
    "json": Format("all that is known, for programs", "timeline:timeline_text"),
    "csv": Format("a row for each date, for spreadsheets", "timeline:timeline_sheet"),
    "parquet": Format("the same, for programs that read Parquet", "timeline:timeline_parquet"),
    "html": Format("a page for a browser, in one file", "html:timeline_page"),
}

#: Of two versions of an article.
VERSIONS: Formats = {
    "terminal": Format("what changed, for people to read", "versions:versions_lines", laid_out=True),
    "json": Format("all that is known, for programs", "versions:versions_text"),
    "csv": Format("a row for each number and date, for spreadsheets", "versions:versions_sheet"),
    "parquet": Format("the same, for programs that read Parquet", "versions:versions_parquet"),
    "html": Format("both versions side by side in the browser, in one file", "versions_page:versions_page"),
}

#: Of the conflicts in an archive.
CONFLICTS: Formats = {
    "terminal": Format("for people to read", "conflicts:conflicts_lines", laid_out=True),
    "json": Format("all that is known, for programs", "conflicts:conflicts_text"),
}
