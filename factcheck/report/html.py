"""A report becomes one HTML file: no network, and nothing in it that submitted text could set off.

Everything that is shown goes through a template that escapes it. The style and the
script stand in the file, and its policy names them by their hashes and allows
nothing else.
"""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Severity
from factcheck.paths import short_names
from factcheck.report.about import about
from factcheck.report.claims import listings
from factcheck.report.margin import Numbering, asides, texts
from factcheck.report.matrix import matrix
from factcheck.report.pictures import date_picture, spread_picture
from factcheck.report.stretches import printable
from factcheck.report.terminal import place, summary
from factcheck.report.timeline import timeline
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.model import Document, Report

#: The templates, the style and the script.
PAGE = Path(__file__).with_name("page")


def report_page(report: Report) -> str:
    """The page with the articles in front."""
    return _page(report, "text")


def matrix_page(report: Report) -> str:
    """The page with facts and sources side by side in front."""
    return _page(report, "matrix")


def timeline_page(report: Report) -> str:
    """The page with the dates in front."""
    return _page(report, "timeline")


def claims_page(report: Report) -> str:
    """The page with all numbers and dates in front."""
    return _page(report, "numbers")


def report_fragment(report: Report) -> str:
    """The report without a page around it, for a page that has the style and the script already."""
    return environment().get_template("report.html.jinja").render(_seen(report, "text"))


def asset(name: str) -> str:
    """The style or the script of that name."""
    return (PAGE / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """The templates, which escape whatever is put into them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - no other format needs it

    made = Environment(
        loader=FileSystemLoader(PAGE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(about=about, meaning=meaning, printable=printable, told_of=told_of, where=place)
    return made


def told_of(document: Document) -> list[str]:
    """Sentences on a document: when it was published, and what had to be assumed to read it."""
    said = [f"{remark[:1].upper()}{remark[1:]}." for remark in document.remarks]
    if any(remark.startswith("published ") for remark in document.remarks):
        return said
    day = f"Published {document.published}." if document.published else "Its day of publication is not known."
    return [day, *said]


def _page(report: Report, opened: str) -> str:
    return whole_page("report.html.jinja", **_seen(report, opened))


def whole_page(body: str, **seen: Any) -> str:
    """A page in one file, `body` being the template of what is shown in it."""
    style, script = asset("report.css"), asset("report.js")
    return (
        environment()
        .get_template("page.html.jinja")
        .render(
            seen,
            body=body,
            style=style,
            script=script,
            style_hash=_hashed(style),
            script_hash=_hashed(script),
        )
    )


def _hashed(source: str) -> str:
    """What a Content-Security-Policy calls a style or a script that stands in the page."""
    return f"sha256-{base64.b64encode(sha256(source.encode()).digest()).decode()}"


def _seen(report: Report, opened: str) -> dict[str, Any]:
    """All that the templates show."""
    numbering, sides, told = Numbering(report), matrix(report), timeline(report)
    telling = [at for at in range(len(sides.sources)) if any(fact.cells[at] for fact in sides.facts)]
    sources = [sides.sources[at] for at in telling]
    return {
        "opened": opened,
        "report": report,
        "summary": summary(report),
        "numbering": numbering,
        "texts": list(texts(report, numbering)),
        "asides": asides(report, numbering),
        "severities": [(one, sum(found.severity is one for found in report.findings)) for one in Severity],
        "rules": _rules(report),
        "summaries": {rule.name: rule.summary for rule in report.rules},
        "sources": list(zip(sources, short_names([source.name for source in sources]), strict=True)),
        "facts": [(fact, [fact.cells[at] for at in telling], spread_picture(fact)) for fact in sides.facts],
        "timeline": told,
        "dates": date_picture(told),
        "listings": listings(report),
    }


def _rules(report: Report) -> list[tuple[str, int]]:
    """The rules that found something, each with how often, the most telling first."""
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
