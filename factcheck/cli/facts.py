"""`factcheck facts`: what the desk knows."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli import Naming
from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable, harmless, write


@click.group(cls=Naming)
def facts() -> None:
    """Keep the facts that articles are checked against with --facts."""


@facts.command(epilog=LISTING_EXIT_CODES)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True, help="How to write them."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write them to this file and not to the screen.",
)
def export(files: tuple[Path, ...], *, form: str, output: Path | None) -> int:
    """Write the facts of FILES (or, without any, those that ship with factcheck) as statements.

    Each has its subject, attribute and value, the point in time of which it speaks,
    its reference, and what the value comes to. `facts import` reads them again.
    """
    from factcheck.facts import SHIPPED, FactsError
    from factcheck.statements import statements_sheet, statements_text

    write_statements = statements_sheet if form == "csv" else statements_text
    try:
        write(write_statements(files or (SHIPPED,)), output)
    except FactsError as problem:
        raise Unusable(str(problem)) from problem
    return 0


@facts.command("import", epilog=LISTING_EXIT_CODES)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("statements", type=click.Path(path_type=Path, dir_okay=False))
def bring_in(file: Path, statements: Path) -> int:
    """Add the STATEMENTS of a JSON file or a sheet to FILE, all of them or none.

    What FILE has already is left out; where it has another value for the same,
    nothing is written.
    """
    from factcheck.facts import FactsError
    from factcheck.statements import add_statements

    try:
        added, told = add_statements(file, statements)
    except FactsError as problem:
        raise Unusable(str(problem)) from problem
    except OSError as problem:
        raise Unusable(f"{file}: cannot be written: {problem.strerror}") from problem
    click.echo(harmless(f"{file}: {added} of {told} added. Use them with: factcheck check ARTICLE --facts {file}"))
    return 0


@facts.command("list", epilog=LISTING_EXIT_CODES)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
def show_all(files: tuple[Path, ...]) -> int:
    """Show the facts of FILES (or, without any, those that ship with factcheck), a line each with its place."""
    from factcheck.facts import SHIPPED, FactsError, statements_of

    try:
        for file in files or (SHIPPED,):
            for claim, fact in statements_of(file):
                line = claim.mention.document.place(claim.mention.start).line
                beside = "; ".join(filter(None, (fact.get("as-of"), fact.get("source"))))
                told = f"{fact['subject']}, {fact['attribute']}: {fact['value']}"
                click.echo(harmless(f"{file}:{line}: {told} ({beside})" if beside else f"{file}:{line}: {told}"))
    except FactsError as problem:
        raise Unusable(str(problem)) from problem
    return 0


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
