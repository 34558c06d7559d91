"""`factcheck lsp`: editors show what is found while an article is written."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable
from factcheck.cli.deciding import heeding
from factcheck.cli.desk import judging
from factcheck.cli.lasting import Lasting, Workbench, given
from factcheck.cli.options import against


@click.command(cls=Lasting, epilog=LISTING_EXIT_CODES)
@against
@judging
@heeding
def lsp(**_: Any) -> int:
    """Talk to an editor over standard input and output, in the Language Server Protocol.

    Editors start this command; docs/editors.md says how to tell them. Plain text,
    Markdown, HTML and NINJS are checked as they are typed, and again when settings,
    rules, facts, sources or decisions change.
    """
    try:
        from factcheck.lsp.server import server
    except ModuleNotFoundError as problem:
        raise Unusable(
            f'{problem.name} is not installed. Install it with: pip install "factcheck-rules[lsp]"'
        ) from problem
    bench = Workbench(lsp, given())
    server(lambda draft: bench.check([draft]), bench.files).start_io()
    return 0
