"""`factcheck serve`: a page on this machine that checks a draft as it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from factcheck.cli.arguments import as_settled, chosen_rules, facts_known
from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable
from factcheck.cli.options import judging

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Article, Document, Report

#: Where the page is, if no other port is asked for.
PORT = 8642


@click.command(epilog=LISTING_EXIT_CODES)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port of this machine to use; 0 takes a free one.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@judging
def serve(
    *,
    port: int,
    open_page: bool,
    facts: tuple[str, ...],
    no_facts: bool,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Config,
) -> int:
    """Show a page on this machine: paste or drop a draft and its sources, and see the report as you type.

    Only this machine can open the page, and nothing that is put into it leaves the
    machine or is kept. Ctrl-C ends it.
    """
    rulebook = chosen_rules(folders, select, ignore, config)
    known = facts_known(facts, shipped=not no_facts)
    try:
        from factcheck.serve.app import application
        from factcheck.serve.server import HOST, listen
        from factcheck.serve.server import serve as run
    except ModuleNotFoundError as problem:
        raise Unusable(
            f'{problem.name} is not installed. Install it with: pip install "factcheck-rules[serve]"'
        ) from problem
    try:
        listening = listen(port)
    except OSError as problem:
        raise Unusable(
            f"port {port} of this machine cannot be used: {problem.strerror}. Choose another with --port, or a free one with --port 0."
        ) from problem
    port = listening.getsockname()[1]
    address = f"http://{HOST}:{port}/"
    click.echo(f"factcheck is at {address} for this machine only. Ctrl-C ends it.")
    if open_page:
        click.launch(address)
    run(application(partial(_checked, rulebook, known, config), port=port), listening)
    return 0


def _checked(
    rulebook: Rulebook,
    known: tuple[Article, ...],
    config: Config,
    drafts: Sequence[Document],
    sources: Sequence[Document],
) -> Report:
    from factcheck.pipeline import check

    return check(as_settled(drafts, config), against=as_settled(sources, config), rulebook=rulebook, facts=known)
