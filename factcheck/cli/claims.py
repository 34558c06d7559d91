"""`factcheck claims`: every number and date, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.arguments import checked
from factcheck.cli.codes import LISTING_EXIT_CODES, UNUSABLE
from factcheck.cli.console import show, write
from factcheck.cli.options import judging, reading, screen, showing

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@showing
@screen
def claims(
    articles: tuple[str, ...], *, form: str, output: Path | None, only_ascii: bool, color: str, **choices: Any
) -> int:
    """List every number and date in ARTICLES: what it comes to, what it is about, and whether it was compared.

    The values are what the words allow: “about 100 metres” is anything from 90 to
    110. What was compared with nothing is listed with the reason.
    """
    report, complete = checked(articles, **choices)
    if form == "json":
        from factcheck.report.claims import claims_record
        from factcheck.report.records import as_json

        write(as_json(claims_record(report)) + "\n", output)
    else:
        from factcheck.report.claims import claims_lines

        show(lambda page: claims_lines(report, page), output, only_ascii=only_ascii, color=color)
    return 0 if complete else UNUSABLE
