"""`factcheck explain`: what a rule looks for, or how a text is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.arguments import chosen_rules, plainly
from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import show
from factcheck.cli.options import Day, screen

if TYPE_CHECKING:
    from datetime import date


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("rule", required=False)
@click.option("--text", help="Explain how this text is read, instead of a rule.")
@click.option("--date", "published", type=Day(), help="The day the text was published.")
@click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Look for the rule in this folder too.")
@screen
def explain(
    rule: str | None,
    *,
    text: str | None,
    published: date | None,
    folders: tuple[str, ...],
    only_ascii: bool,
    color: str,
) -> int:
    """Explain RULE, or with --text how a text is read.

    Of a rule: what it looks for, how it decides, and the texts that it flags and
    accepts. Of a text: every number and date that is read in it, and what each
    came to.
    """
    if (rule is None) == (text is None):
        raise click.UsageError("Name a rule, or give a text with --text. `factcheck rules` lists the rules.")
    if text is not None:
        from factcheck.model import Document
        from factcheck.report.explain import text_lines

        document, rulebook = Document("text", text, published), chosen_rules(folders)
        show(lambda page: text_lines(document, rulebook, page), None, only_ascii=only_ascii, color=color)
        return 0
    from factcheck.report.explain import rule_lines

    rulebook = chosen_rules(folders)
    with plainly():
        found = rulebook[rule or ""]
    show(lambda page: rule_lines(found, page), None, only_ascii=only_ascii, color=color)
    return 0
