"""`factcheck lsp`: editors show what is found while an article is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from factcheck.cli.arguments import as_reported, as_settled, chosen_rules, documents_in, facts_known
from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable
from factcheck.cli.deciding import decided_in, decisions_file, today
from factcheck.cli.options import judging

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.model import Document, Report


@click.command(epilog=LISTING_EXIT_CODES)
@click.option(
    "--against", multiple=True, metavar="SOURCE", help="Check against this source too (a file, folder or glob)."
)
@judging
def lsp(
    *,
    against: tuple[str, ...],
    facts: tuple[str, ...],
    no_facts: bool,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Config,
) -> int:
    """Talk to an editor over standard input and output, in the Language Server Protocol.

    Editors start this command; docs/editors.md says how to tell them. Plain text,
    Markdown, HTML and NINJS are checked as they are typed.
    """
    try:
        from factcheck.lsp.server import server
    except ModuleNotFoundError as problem:
        raise Unusable(
            f'{problem.name} is not installed. Install it with: pip install "factcheck-rules[lsp]"'
        ) from problem
    from factcheck.paths import from_here
    from factcheck.pipeline import check
    from factcheck.silencing import Standing, silenced

    rulebook = chosen_rules(folders, select, ignore, config)
    known = facts_known(facts, shipped=not no_facts)
    sources = as_settled(documents_in(against, None, None, "accept")[0], config)
    file = decisions_file(None, config)
    decisions = decided_in(file) if file.exists() else ()
    standing = Standing(decisions, from_here(str(file)), comments=config.get("comments", True))

    def checked(draft: Document) -> Report:
        report = check(as_settled([draft], config), against=sources, rulebook=rulebook, facts=known)
        return silenced(replace(report, findings=as_reported(report, rulebook, config)), standing, today())

    server(checked).start_io()
    return 0
