"""`factcheck timeline`: every dated event of the articles, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.checking import checked
from factcheck.cli.codes import LISTING_EXIT_CODES, UNUSABLE
from factcheck.cli.console import deliver
from factcheck.cli.desk import judging
from factcheck.cli.options import paging, reading, screen, showing
from factcheck.report.formats import TIMELINE

if TYPE_CHECKING:
    from factcheck.cli.desk import Desk
    from factcheck.cli.options import Target


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@showing(TIMELINE)
@paging
@screen
def timeline(
    articles: tuple[str, ...],
    *,
    desk: Desk,
    targets: tuple[Target, ...],
    paged: bool,
    only_ascii: bool,
    color: str,
    **choices: Any,
) -> int:
    """Put the dated events of ARTICLES in order, each with its source.

    “Wednesday” is dated from the day on which its own article was published, and
    said to be derived. A date that is part of a finding is marked with an
    exclamation mark, and the other side of the finding is told.
    """
    report = checked(articles, desk, **choices)
    delivered = deliver(report, TIMELINE, targets, only_ascii=only_ascii, color=color, paged=paged)
    return 0 if delivered and not report.unreadable else UNUSABLE
