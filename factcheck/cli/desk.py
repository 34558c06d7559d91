"""What articles are checked by: the rules, facts and settings that the options and the files of a project choose."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.arguments import chosen_rules, facts_known
from factcheck.cli.console import Unusable
from factcheck.cli.options import together
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.config import Config
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Article, Document, Report


@dataclass(frozen=True)
class Desk:
    """The rules, the facts and the settings that articles are checked by."""

    config: Config
    facts: tuple[str, ...]
    no_facts: bool
    folders: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules that are chosen; Unusable where they cannot be."""
        return chosen_rules(self.folders, self.select, self.ignore, self.config)

    @cached_property
    def known(self) -> tuple[Article, ...]:
        """What is known; Unusable where a file of facts cannot be read."""
        return facts_known(self.facts, shipped=not self.no_facts)

    def settled(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """The documents, as the settings say that they are to be read."""
        from factcheck.config import day_first

        return tuple(replace(document, day_first=day_first(self.config, document)) for document in documents)

    def reported(self, report: Report) -> Report:
        """The report with those findings that the settings for their files let be reported."""
        if not self.config.per_file:
            return report
        from factcheck.config import reported

        groups = {rule.name: rule.group for rule in self.rulebook.rules}
        kept = (one for one in report.findings if reported(self.config, one, groups[one.rule]))
        return replace(report, findings=tuple(kept))

    def files(self) -> Iterator[Path]:
        """Where rules, facts and settings stand, or would if there were any."""
        from factcheck.config import FILES

        if self.config.path is not None:
            yield self.config.path
        yield from (folder / name for folder in (Path.cwd(), *Path.cwd().parents) for name in FILES)
        yield from map(Path, (*self.folders, *self.facts))


# --- settings -----------------------------------------------------------------------


def settled(ctx: click.Context, param: click.Parameter, value: Path | None) -> Config:
    """The settings that hold; what they say of an option holds wherever the option is not given."""
    del param
    from factcheck.config import Config, ConfigError, found_from, read_config

    try:
        if value is not None:
            config = read_config(value)
        else:
            config = Config() if ctx.meta.get(NO_CONFIG) else found_from(Path.cwd())
    except ConfigError as problem:
        raise Unusable(str(problem)) from problem
    ctx.default_map = {**(ctx.default_map or {}), **options_of(config)}
    return config


def options_of(config: Config) -> dict[str, Any]:
    """The settings by the names of the parameters that they stand for."""
    found = {name: config.get(key) for key, name in PARAMETERS.items() if key in config.settings}
    if "shipped-facts" in config.settings:
        found["no_facts"] = not config.get("shipped-facts")
    return found


#: The parameters of commands that have settings of another or the same name.
PARAMETERS = {
    "select": "select",
    "ignore": "ignore",
    "rules": "folders",
    "facts": "facts",
    "against": "against",
    "fail-on": "fail_on",
    "allow-empty": "allow_empty",
    "decisions": "decisions",
}
NO_CONFIG = "factcheck.cli.no_config"


def _without_config(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
    del param
    ctx.meta[NO_CONFIG] = value


configuring = together(
    click.option(
        "--no-config",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_without_config,
        help="Leave out the settings of the project.",
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        is_eager=True,
        callback=settled,
        metavar="FILE",
        help="Use the settings in this file.  [default: the nearest factcheck.toml from here up]",
    ),
)

# --- the options --------------------------------------------------------------------

_judging = together(
    configuring,
    click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file too."),
    click.option("--no-facts", is_flag=True, help="Leave out the facts that ship with factcheck."),
    click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Use the rules in this folder too."),
    click.option("--select", multiple=True, metavar="RULE", help="Use only this rule or group; may be given again."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or group out; may be given again."),
)


def judging(command: Any) -> Any:
    """The options that say what articles are checked by; the command gets them as `desk`."""

    @wraps(command)
    def with_desk(*arguments: Any, **options: Any) -> Any:
        return command(*arguments, desk=taken(options), **options)

    return _judging(with_desk)


def taken(options: dict[str, Any]) -> Desk:
    """The desk that the options of a command choose, which are taken out."""
    return Desk(**{name: options.pop(name) for name in Desk.__dataclass_fields__})
