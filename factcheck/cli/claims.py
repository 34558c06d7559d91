"""`factcheck claims`: every number and date, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.checking import checked
from factcheck.cli.codes import LISTING_EXIT_CODES, UNUSABLE
from factcheck.cli.console import deliver
from factcheck.cli.desk import judging
from factcheck.cli.options import paging, reading, screen, showing
from factcheck.report.formats import CLAIMS, PAIRS

if TYPE_CHECKING:
    from factcheck.cli.desk import Desk
    from factcheck.cli.options import Target


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@showing(CLAIMS)
@click.option(
    "--pairs",
    is_flag=True,
    help=f"List instead the claims of different articles that met: how alike they are, and what came of it ({', '.join(PAIRS)}).",
)
@paging
@screen
def claims(
    articles: tuple[str, ...],
    *,
    desk: Desk,
    pairs: bool,
    targets: tuple[Target, ...],
    paged: bool,
    only_ascii: bool,
    color: str,
    **choices: Any,
) -> int:
    """List every number and date in ARTICLES: what it comes to, what it is about, and whether it was compared.

    The values are what the words allow: “about 100 metres” is anything from 90 to
    110. What was compared with nothing is listed with the reason.
    """
    formats = PAIRS if pairs else CLAIMS
    if unwritten := [target.form for target in targets if target.form not in formats]:
        raise click.UsageError(f"--pairs is not written as {unwritten[0]}. There are {', '.join(formats)}.")
    report = checked(articles, desk, **choices)
    delivered = deliver(report, formats, targets, only_ascii=only_ascii, color=color, paged=paged)
    return 0 if delivered and not report.unreadable else UNUSABLE
