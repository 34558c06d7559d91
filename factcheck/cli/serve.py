"""`factcheck serve`: a page on this machine that checks a draft as it is typed."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable
from factcheck.cli.deciding import heeding
from factcheck.cli.desk import judging
from factcheck.cli.lasting import Lasting, Workbench, given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Document, Report

#: Where the page is, if no other port is asked for.
PORT = 8642


@click.command(cls=Lasting, epilog=LISTING_EXIT_CODES)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port of this machine to use; 0 takes a free one.",
)
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@judging
@heeding
def serve(*, port: int, open_page: bool, **_: Any) -> int:
    """Show a page on this machine: paste or drop a draft and its sources, and see the report as you type.

    Only this machine can open the page, and nothing that is put into it leaves the
    machine or is kept. Settings, rules, facts and decisions hold as their files are at
    the time. Ctrl-C ends it.
    """
    try:
        from factcheck.serve.app import application
        from factcheck.serve.server import HOST, listen
        from factcheck.serve.server import serve as run
    except ModuleNotFoundError as problem:
        raise Unusable(
            f'{problem.name} is not installed. Install it with: pip install "factcheck-rules[serve]"'
        ) from problem
    bench(given())  # what cannot be used is told before the page is there
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
    run(application(partial(check_here, given()), port=port), listening)
    return 0


def check_here(arguments: tuple[str, ...], drafts: Sequence[Document], sources: Sequence[Document]) -> Report:
    """The report on the drafts, in whichever process it is asked for."""
    return bench(arguments).check(drafts, sources)


@cache
def bench(arguments: tuple[str, ...]) -> Workbench:
    """What this process checks with."""
    return Workbench(serve, arguments)
