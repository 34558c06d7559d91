"""Folders of rule files become a rulebook.

Reading YAML with line numbers is slow, so what was read is kept (kept.py) as long as no
file of the rules or of the rule engine has changed.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.judge.checks import engine
from factcheck.judge.rules import Rule, Rulebook, UnknownRuleError
from factcheck.kept import files_in, kept
from factcheck.rulebook.errors import RuleError, line_of, meant
from factcheck.rulebook.records import row_of, rulebook_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.kept import FileName

__all__ = ["Rule", "RuleError", "Rulebook", "UnknownRuleError", "default_rulebook", "load_rules", "meant"]


@cache
def default_rulebook() -> Rulebook:
    """The rules that ship with factcheck, read once a process."""
    return load_rules([default_folder()])


def default_folder() -> Path:
    """Where the rules that ship with factcheck are: in the package, or in a checkout beside it."""
    package = Path(__file__).parent.parent
    shipped = package / "rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


def load_rules(folders: Iterable[Path]) -> Rulebook:
    """The rules in the folders; a rule of a later folder takes the place of one of the same name."""
    folders = [Path(folder) for folder in folders]
    files = [file for folder in folders for file in _rule_files(folder)]
    reader = files_in(os.path.dirname(__file__), (".py",))  # noqa: PTH120 - Path takes longer
    (rulebook,) = kept(
        "rules", folders, [*reader, *engine(), *files], lambda: [row_of(_read_all(folders))], rulebook_of
    )
    check_names({rule.name: rule for rule in rulebook.rules})
    return rulebook


def _read_all(folders: Iterable[Path]) -> tuple[Rule, ...]:
    """The rules in the folders, in the order of their names; RuleError if a folder has two of one name."""
    from factcheck.rulebook.files import read_rule  # noqa: PLC0415 - not needed while what was read is kept

    by_name: dict[str, Rule] = {}
    for folder in folders:
        named: dict[str, Path] = {}
        for path in rule_files(folder):
            if path.stem in named:
                raise RuleError(path, 1, f"{named[path.stem]} is called so too")
            named[path.stem] = path
            by_name[path.stem] = read_rule(path)
    return tuple(by_name[name] for name in sorted(by_name))


def rule_files(folder: Path) -> list[Path]:
    """The rule files in a folder and its folders, in order; a file is its own list."""
    return list(map(Path, _rule_files(folder)))


def _rule_files(folder: Path) -> Sequence[FileName]:
    return [folder] if folder.is_file() else files_in(str(folder), (".yaml", ".yml"))


def check_names(by_name: Mapping[str, Rule]) -> None:
    """Raise RuleError where `instead-of` names a rule that there is not.

    A rule of a newsroom's own may stand instead of one that is not here now; only a
    name that looks like another is taken for a slip.
    """
    for rule in by_name.values():
        unknown = [other for other in rule.instead_of if other not in by_name]
        if unknown:
            known = {*by_name, *(path.stem for path in rule_files(default_folder()))}
            is_ours = default_folder() in Path(rule.path).parents
            for other in unknown:
                guess = meant(other, known)
                if other not in known and (is_ours or guess):
                    line = line_of(Path(rule.path), "instead-of")
                    raise RuleError(Path(rule.path), line, f"no rule is called {other!r}{guess}")
