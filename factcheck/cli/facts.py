"""`factcheck facts`: what the desk knows."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable, harmless


@click.group()
def facts() -> None:
    """Keep the facts that articles are checked against with --facts."""


@facts.command(epilog=LISTING_EXIT_CODES)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--subject", required=True, help="What it is about, in the words of an article: “the Tarn bridge”.")
@click.option("--attribute", required=True, help="What is known of it: “opened”, “population”, “height”.")
@click.option("--value", required=True, help="As an article would print it: “3 May 1998”, “73,000 people”, “90 km”.")
@click.option("--as-of", default="", help="When it was so, for what changes: “2021”, “March 2021”, “2021-03-04”.")
@click.option("--source", default="", help="Where it can be looked up.")
def add(file: Path, *, subject: str, attribute: str, value: str, as_of: str, source: str) -> int:
    """Add a fact to FILE, which is made if need be; what stands there stays as it is.

    The fact is read as a check reads it before anything is written, so that what
    cannot be understood is said at once.
    """
    from factcheck.facts import FactsError, add_fact

    fact = {"subject": subject, "attribute": attribute, "value": value, "as-of": as_of, "source": source}
    try:
        line = add_fact(file, fact)
    except FactsError as problem:
        raise Unusable(str(problem)) from problem
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8 text"
        raise Unusable(f"{file}: cannot be written: {reason}") from problem
    click.echo(harmless(f"{file}:{line}: added. Use it with: factcheck check ARTICLE --facts {file}"))
    return 0
