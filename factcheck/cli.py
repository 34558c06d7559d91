"""The command line: each command turns arguments into nouns, calls one function, and shows the result.

Whatever takes long to import is imported where it is used, so that `--help` is there at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from factcheck import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from factcheck.authoring import Round
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Article, Document, Finding, Report
    from factcheck.report.lines import Line
    from factcheck.report.prose import Page

FOUND = 1
UNUSABLE = 2
NOTHING_COMPARED = 3
INTERNAL_ERROR = 70
INTERRUPTED = 130

#: How often `rules test --watch` looks at the files, in seconds.
LOOK_AGAIN = 0.2

EXIT_CODES = """\b
Exits with
  0    if nothing is found that is as loud as --fail-on says
  1    if something is
  2    if an option, a rule, a fact or an article cannot be used
       (what can be read is checked and reported all the same)
  3    if there was nothing to compare (0 with --allow-empty)
  70   after a mistake of factcheck's own
  130  when interrupted
"""
LISTING_EXIT_CODES = """\b
Exits with
  0    normally
  2    if an option, a rule, a fact or an article cannot be used
  70   after a mistake of factcheck's own
  130  when interrupted
"""
TESTING_EXIT_CODES = """\b
Exits with
  0    if every example comes out as its rule says
  1    if one does not
  2    if a rule cannot be used
  70   after a mistake of factcheck's own
  130  when interrupted
"""


class Day(click.ParamType[date]):
    """A day of the calendar, written as 2022-02-24."""

    name = "yyyy-mm-dd"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or an error that says how to write one."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day of the calendar. Write it as 2022-02-24.", param, ctx)


class Unusable(click.ClickException):
    """Something given on the command line cannot be used; the message says where, what, and the remedy."""

    exit_code = UNUSABLE


def together(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator for options that several commands share, in the order given."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


reading = together(
    click.option(
        "--against", multiple=True, metavar="SOURCE", help="Check against this source too (a file, folder or glob)."
    ),
    click.option(
        "--date",
        "published",
        type=Day(),
        help="The day the articles were published, if they do not say it or say it wrongly.",
    ),
    click.option(
        "--stdin-filename",
        metavar="NAME",
        default=None,
        help="What to call the article that `-` reads from standard input; its ending tells the format.",
    ),
)
judging = together(
    click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file too."),
    click.option("--no-facts", is_flag=True, help="Leave out the facts that ship with factcheck."),
    click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Use the rules in this folder too."),
    click.option("--select", multiple=True, metavar="RULE", help="Use only this rule or group; may be given again."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or group out; may be given again."),
)
showing = together(
    click.option(
        "--format",
        "form",
        type=click.Choice(["terminal", "json"]),
        default="terminal",
        show_default=True,
        help="How to write the result.",
    ),
    click.option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write it to this file and not to the screen.",
    ),
)
screen = together(
    click.option("--ascii", "only_ascii", is_flag=True, help="Use plain letters and signs only."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Whether to use colours. NO_COLOR and FORCE_COLOR are heeded.",
    ),
    click.option("--debug", is_flag=True, expose_value=False, hidden=True),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Show where a mistake of factcheck's own came from, as FACTCHECK_DEBUG=1 does.",
)
def commands() -> None:
    """Find the numbers and dates in articles that cannot both be right.

    \b
    factcheck check draft.txt                       one article against itself
    factcheck check draft.md --against sources/     a draft against its sources
    factcheck claims draft.txt                      every number and date in it
    factcheck explain wrong-conversion              what a rule looks for
    """  # noqa: D301 - click wants the letter \b itself, to leave the lines as they are


@commands.command(epilog=EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="The quietest finding that makes the exit code 1.",
)
@click.option("--allow-empty", is_flag=True, help="Do not mind if there was nothing to compare.")
@showing
@click.option("--verbose", "-v", is_flag=True, help="List what was compared and agrees, and what was not compared.")
@click.option("--timing", is_flag=True, help="Tell on standard error what each stage and each rule cost.")
@screen
def check(
    articles: tuple[str, ...],
    *,
    fail_on: str,
    allow_empty: bool,
    form: str,
    output: Path | None,
    verbose: bool,
    timing: bool,
    only_ascii: bool,
    color: str,
    **choices: Any,
) -> int:
    """Check ARTICLES against themselves and each other.

    ARTICLES are files, folders, globs, or `-` for standard input: plain text,
    Markdown or HTML. Nothing is said about who is right: the report shows the
    places that differ, and what could not be compared.
    """
    report, complete = _checked(articles, **choices)
    if form == "json":
        from factcheck.report.records import as_json, report_record

        _write(as_json(report_record(report)) + "\n", output)
    else:
        from factcheck.report.terminal import report_lines

        _show(lambda page: report_lines(report, page, verbose=verbose), output, only_ascii=only_ascii, color=color)
    if timing:
        _tell_costs(report, only_ascii=only_ascii, **choices)
    return _exit_code(report, complete=complete, fail_on=fail_on, allow_empty=allow_empty)


@commands.command(epilog=LISTING_EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@showing
@screen
def claims(
    articles: tuple[str, ...], *, form: str, output: Path | None, only_ascii: bool, color: str, **choices: Any
) -> int:
    """List every number and date in ARTICLES: what it comes to, what it is about, and whether it was compared.

    The values are what the words allow: “about 100 metres” is anything from 90 to
    110. What was compared with nothing is listed with the reason.
    """
    report, complete = _checked(articles, **choices)
    if form == "json":
        from factcheck.report.claims import claims_record
        from factcheck.report.records import as_json

        _write(as_json(claims_record(report)) + "\n", output)
    else:
        from factcheck.report.claims import claims_lines

        _show(lambda page: claims_lines(report, page), output, only_ascii=only_ascii, color=color)
    return 0 if complete else UNUSABLE


@commands.command(epilog=LISTING_EXIT_CODES)
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

        document, rulebook = Document("text", text, published), _rulebook(folders)
        _show(lambda page: text_lines(document, rulebook, page), None, only_ascii=only_ascii, color=color)
        return 0
    from factcheck.report.explain import rule_lines

    rulebook = _rulebook(folders)
    with _plainly():
        found = rulebook[rule or ""]
    _show(lambda page: rule_lines(found, page), None, only_ascii=only_ascii, color=color)
    return 0


@commands.group(invoke_without_command=True, epilog=LISTING_EXIT_CODES)
@click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="List the rules in this folder too.")
@click.option("--markdown", is_flag=True, help="Write a page of all rules with their examples, in Markdown.")
@click.option(
    "--types",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Add to the page which of the types in this table the rules cover.",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page to this file."
)
@screen
@click.pass_context
def rules(
    ctx: click.Context,
    *,
    folders: tuple[str, ...],
    markdown: bool,
    types: Path | None,
    output: Path | None,
    only_ascii: bool,
    color: str,
) -> int:
    """List the rules: the name, how loud it is, and what it finds."""
    if ctx.invoked_subcommand is not None:
        return 0
    rulebook = _rulebook(folders)
    if markdown:
        from factcheck.report.handbook import TypesError, handbook, read_types

        try:
            _write(handbook(rulebook, read_types(types) if types else ()), output)
        except TypesError as problem:
            raise Unusable(str(problem)) from problem
    else:
        from factcheck.report.explain import rules_lines

        _show(lambda page: rules_lines(rulebook, page), output, only_ascii=only_ascii, color=color)
    return 0


@rules.command(epilog=LISTING_EXIT_CODES)
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Put it into this folder, which is made if need be.  [default: the current one]",
)
def new(name: str, *, folder: Path) -> int:
    """Begin a rule called NAME: a file with an example of every part, to be changed into your own.

    Call it after what is wrong with the text, in small letters and hyphens, as in
    wrong-discount.
    """
    from factcheck.authoring import AuthoringError, new_rule

    try:
        path = new_rule(name, folder)
    except AuthoringError as problem:
        raise Unusable(str(problem)) from problem
    click.echo(_harmless(f"{path} is written. Change it, and try it with: factcheck rules test {path.parent} --watch"))
    return 0


@rules.command(name="test", epilog=TESTING_EXIT_CODES)
@click.argument("folder")
@click.option("--watch", is_flag=True, help="Try again whenever a file changes, until interrupted with Ctrl-C.")
def test_(folder: str, *, watch: bool) -> int:
    """Try the rules in FOLDER on their own examples.

    A text under `flagged` must be reported on the words between << and >>, one
    under `accepted` must not be, and one under `not-yet` must still go wrong.
    """
    from factcheck.authoring import rounds, tried

    if watch:
        with suppress(KeyboardInterrupt):  # the way to end it
            for one in rounds(_folder(folder), _findings, _a_moment):
                _tell_round(one)
        return 0
    with _plainly():
        one = tried(_folder(folder), _findings)
    _tell_round(one)
    return FOUND if one.failures else 0


def _a_moment() -> None:
    """Wait until it is worth looking at the files again."""
    from time import sleep

    sleep(LOOK_AGAIN)


def _tell_round(one: Round) -> None:
    """What came of a round of tests: each failure in marked text, and the sum of it."""
    if one.problem:
        click.echo(_harmless(one.problem))
        return
    for failure in one.failures:
        click.echo(_harmless(str(failure)))
    rules, examples = len(one.rules), sum(len(rule.examples) for rule in one.rules)
    told = f"{rules} rule{'s' * (rules != 1)}, {examples} example{'s' * (examples != 1)}"
    if one.failures:
        click.echo(f"{told}, of which {len(one.failures)} came out otherwise than the rule says.")
    else:
        click.echo(f"{told}, and all came out as the rules say.")


def main(arguments: Sequence[str] | None = None, *, prog_name: str = "factcheck") -> NoReturn:
    """Run the command line, and exit with the code that EXIT_CODES tells of."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(arguments, prog_name=prog_name, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message(), err=True)
        code = UNUSABLE
    except click.ClickException as problem:
        _complain(_one_line(problem))
        code = UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted")
        code = INTERRUPTED
    except Exception as mistake:  # noqa: BLE001 - whatever it is, it is ours, and no reader is to see a traceback
        code = _own_up(mistake, arguments)
    sys.exit(code)


# --- arguments become nouns ---------------------------------------------------------


def _checked(
    articles: tuple[str, ...],
    *,
    against: tuple[str, ...],
    published: date | None,
    stdin_filename: str | None,
    facts: tuple[str, ...],
    no_facts: bool,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> tuple[Report, bool]:
    """The report on what can be read, and whether that is all; what cannot be is said at once."""
    rulebook = _rulebook(folders, select, ignore)
    known = _facts(facts, shipped=not no_facts)
    from factcheck.pipeline import check as check_documents

    documents, all_read = _documents(articles, published, stdin_filename)
    sources, all_sources_read = _documents(against, None, stdin_filename) if against else ([], True)
    report = check_documents(documents, against=sources, rulebook=rulebook, facts=known)
    return report, all_read and all_sources_read


def _tell_costs(
    report: Report,
    *,
    only_ascii: bool,
    facts: tuple[str, ...],
    no_facts: bool,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    **_: Any,
) -> None:
    """Say what the check cost, on a run of its own: the one before has warmed everything up."""
    from factcheck.report.costs import cost_lines
    from factcheck.report.screen import page_on, printed
    from factcheck.timing import costs

    measured = costs(report.articles, _facts(facts, shipped=not no_facts), _rulebook(folders, select, ignore))
    _write_out(printed(cost_lines(measured, page_on(sys.stderr, only_ascii=only_ascii)), coloured=False), sys.stderr)


def _documents(paths: Iterable[str], published: date | None, stdin_filename: str | None) -> tuple[list[Document], bool]:
    """The articles that can be read, and whether that is all."""
    from factcheck.read import load

    documents, unreadable = load(paths, published=published, stdin_name=stdin_filename)
    for one in unreadable:
        _complain(str(one))
    return list(documents), not unreadable


def _rulebook(folders: Iterable[str], select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Rulebook:
    """The rules that ship with factcheck and those in the folders, as far as they are chosen."""
    from factcheck.rulebook import default_folder, load_rules

    with _plainly():
        return load_rules([default_folder(), *map(_folder, folders)]).select(select, ignore)


def _folder(folder: str) -> Path:
    """The folder (or file) of rules, if there is any rule in it."""
    from factcheck.rulebook import rule_files

    path = Path(folder)
    if not path.exists():
        raise Unusable(f"{folder}: no such folder. Name the folder that holds your rule files.")
    if not rule_files(path):
        raise Unusable(
            f"{folder}: no rules in this folder. A rule is a .yaml file; `factcheck explain RULE` shows one."
        )
    return path


def _facts(files: Iterable[str], *, shipped: bool) -> tuple[Article, ...]:
    """What is known: the facts that ship with factcheck, and those in the files."""
    from factcheck.facts import FactsError, known_facts, load_facts

    try:
        return (*(known_facts() if shipped else ()), *(load_facts(Path(file)) for file in files))
    except FactsError as problem:
        raise Unusable(str(problem)) from problem


def _findings(
    drafts: Sequence[Document], sources: Sequence[Document], facts: str, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """What the rules find in the texts of an example, given the example's own facts or, if it has none, ours."""
    from factcheck.facts import read_facts
    from factcheck.pipeline import check as check_documents

    known = (read_facts(facts, "facts"),) if facts else None
    return check_documents(drafts, against=sources, rulebook=rulebook, facts=known).findings


@contextmanager
def _plainly() -> Iterator[None]:
    """What is wrong with a rule, or the name of one, is told as one line."""
    from factcheck.rulebook import RuleError, UnknownRuleError, meant

    try:
        yield
    except UnknownRuleError as problem:
        raise Unusable(f"{problem}{meant(problem.name, problem.known)} `factcheck rules` lists them.") from problem
    except RuleError as problem:
        raise Unusable(str(problem)) from problem


# --- results are shown --------------------------------------------------------------


def _show(lines: Callable[[Page], Iterable[Line]], output: Path | None, *, only_ascii: bool, color: str) -> None:
    """Lay the lines out for where they go, and put them there."""
    from factcheck.report.prose import Page
    from factcheck.report.screen import is_coloured, page_on, printed

    if output is None:
        _write(
            printed(lines(page_on(sys.stdout, only_ascii=only_ascii)), coloured=is_coloured(color, sys.stdout)), None
        )
    else:
        page = Page(encoding="ascii" if only_ascii else "utf-8")
        _write(printed(lines(page), coloured=color == "always"), output)


def _write(text: str, output: Path | None) -> None:
    """Write to the screen, or to a file that is there as a whole or not at all."""
    if output is None:
        _write_out(text, sys.stdout)
        return
    place = output.resolve()
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        if place.exists() and not place.is_file():  # a device or a pipe is written to, not replaced
            place.write_text(text, encoding="utf-8")
        else:
            beside.write_text(text, encoding="utf-8")
            beside.replace(place)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise Unusable(
            f"{output}: cannot be written: {problem.strerror}. Give --output a file in a folder that you may write to."
        ) from problem


def _write_out(text: str, stream: TextIO) -> None:
    """Write all of it, or as much as whoever reads the pipe wants of it."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python would flush again on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _exit_code(report: Report, *, complete: bool, fail_on: str, allow_empty: bool) -> int:
    """What the run comes to, as EXIT_CODES tells; why there was nothing to compare is said."""
    from factcheck.model import Severity

    if not complete:
        return UNUSABLE
    if fail_on != "never" and any(finding.severity.rank <= Severity(fail_on).rank for finding in report.findings):
        return FOUND
    if report.compared or report.findings or allow_empty:
        return 0
    for article in report.articles:
        if not article.mentions:
            _complain(f"{article.document.name}: no number or date is written in it")
    _complain("nothing was compared, so nothing is known to agree. --allow-empty accepts that.")
    return NOTHING_COMPARED


# --- complaints ---------------------------------------------------------------------


def _complain(problem: str) -> None:
    """Say on standard error what is the matter."""
    with suppress(BrokenPipeError):
        click.echo(f"factcheck: {_harmless(problem)}", err=True)


def _harmless(text: str) -> str:
    """The text, line by line, without anything that a terminal would obey."""
    from factcheck.report.visible import visible

    return "\n".join(map(visible, text.splitlines()))


def _one_line(problem: click.ClickException) -> str:
    """What click complains of, with the way to help where the command was not understood."""
    message = problem.format_message().replace("\n", " ")
    if isinstance(problem, click.UsageError) and problem.ctx is not None:
        return f"{message} See `{problem.ctx.command_path} --help`."
    return message


def _own_up(mistake: Exception, arguments: Sequence[str] | None) -> int:
    """Say that the mistake is factcheck's, and how to report it."""
    debug = "--debug" in (arguments if arguments is not None else sys.argv) or os.environ.get(
        "FACTCHECK_DEBUG", "0"
    ) not in {"", "0"}
    if debug:
        import traceback

        click.echo(_harmless("".join(traceback.format_exception(mistake))), err=True)
    what = f"{type(mistake).__name__}: {mistake}".replace("\n", " ")
    _complain(
        f"this is a mistake of factcheck, not of yours: {what}. Please report it with the command and what `factcheck --debug` shows of it."
    )
    return INTERNAL_ERROR
