"""`factcheck config`: which settings hold, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.codes import LISTING_EXIT_CODES, UNUSABLE
from factcheck.cli.console import deliver
from factcheck.cli.desk import configuring
from factcheck.cli.options import screen, showing
from factcheck.report.formats import SETTINGS

if TYPE_CHECKING:
    from factcheck.cli.options import Target
    from factcheck.config import Config


@click.command(epilog=LISTING_EXIT_CODES)
@configuring
@showing(SETTINGS)
@screen
def config(config: Config, *, targets: tuple[Target, ...], only_ascii: bool, color: str) -> int:
    """Show every setting: what it is, and where it is set.

    Settings stand in factcheck.toml, in pyproject.toml under [tool.factcheck], or in
    setup.cfg under [factcheck], in the current folder or the nearest one above it.
    An option of the command line wins over a setting.
    """
    return 0 if deliver(config, SETTINGS, targets, only_ascii=only_ascii, color=color) else UNUSABLE
