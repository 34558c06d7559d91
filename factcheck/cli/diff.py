"""`factcheck diff`: which numbers and dates changed between two versions of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.codes import FOUND, UNUSABLE
from factcheck.cli.console import Unusable, deliver
from factcheck.cli.options import Day, paging, screen, showing
from factcheck.report.formats import VERSIONS

if TYPE_CHECKING:
    from datetime import date

    from factcheck.cli.options import Target
    from factcheck.model import Article

DIFF_EXIT_CODES = """\b
Exits with
  0    if every number and date says what it said before
  1    if one was changed, added or removed (one that only moved is shown, and does not count)
  2    if a version cannot be read, or the result not be written
  70   after a mistake of factcheck's own
  130  when interrupted
"""


@click.command(epilog=DIFF_EXIT_CODES)
@click.argument("old")
@click.argument("new")
@click.option("--old-date", type=Day(), help="The day the old version was published, if it does not say it.")
@click.option("--new-date", type=Day(), help="The day the new version was published, if it does not say it.")
@showing(VERSIONS)
@paging
@screen
def diff(
    old: str,
    new: str,
    *,
    old_date: date | None,
    new_date: date | None,
    targets: tuple[Target, ...],
    paged: bool,
    only_ascii: bool,
    color: str,
) -> int:
    """Show which numbers and dates changed from the OLD version of an article to the NEW.

    A number is followed through rewording and from paragraph to paragraph: what it
    says counts, and not how it is written.
    """
    from factcheck.align.versions import Happening
    from factcheck.report.versions import versions

    compared = versions(_article(old, old_date), _article(new, new_date))
    delivered = deliver(compared, VERSIONS, targets, only_ascii=only_ascii, color=color, paged=paged)
    quiet = {Happening.KEPT, Happening.MOVED}
    differ = any(change.happening not in quiet for change in compared.changes)
    return UNUSABLE if not delivered else FOUND if differ else 0


def _article(path: str, published: date | None) -> Article:
    """What is read out of the version in a file."""
    from factcheck.pipeline import understand
    from factcheck.read import load

    documents, unreadable = load([path], published=published)
    if unreadable:
        raise Unusable(str(unreadable[0]))
    if len(documents) > 1:
        raise Unusable(f"{path}: that is {len(documents)} articles. Name the file of one version.")
    return understand(documents[0])
