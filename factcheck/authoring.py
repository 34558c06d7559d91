"""The loop of a rule's author: a rule to begin with, and its examples tried anew whenever a file changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.rulebook import Rulebook, RuleError, check_names, load_rules, rule_files
from factcheck.rulebook.examples import test_rules
from factcheck.rulebook.files import read_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.judge.rules import Rule
    from factcheck.rulebook.examples import Checker, Failure

#: A new rule as it is written before its author has changed anything.
TEMPLATE = Path(__file__).with_name("template.yaml")


class AuthoringError(ValueError):
    """A rule cannot be begun; says why, and what to do."""


def new_rule(name: str, folder: Path) -> Path:
    """The file of a new rule, whose examples come out as they say; AuthoringError if there can be none."""
    spelled = name.lower().replace("_", "-").replace(" ", "-")
    if not spelled.replace("-", "").isalnum() or spelled != name:
        hint = f" Try {spelled!r}." if spelled.replace("-", "").isalnum() else ""
        raise AuthoringError(
            f"{name!r} is no name for a rule: use small letters and hyphens, as in 'wrong-discount'.{hint}"
        )
    path = folder / f"{name}.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE.read_text(encoding="utf-8"))
    except FileExistsError:
        raise AuthoringError(f"{path}: there is such a rule already. Choose another name, or edit it.") from None
    except OSError as error:
        raise AuthoringError(f"{path}: cannot be written: {error.strerror}.") from None
    return path


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of tests came to."""

    rules: tuple[Rule, ...]
    failures: tuple[Failure, ...]
    #: The error that a rule file holds, if one cannot be read; then nothing was tried.
    problem: str = ""


def tried(folder: Path, check: Checker) -> Round:
    """The examples of all rules in a folder, tried once; RuleError if a rule cannot be read."""
    rulebook = load_rules([folder])
    return Round(rulebook.rules, tuple(test_rules(rulebook, check)))


def rounds(folder: Path, check: Checker, wait: Callable[[], None]) -> Iterator[Round]:
    """A round for the whole folder, and one for the rules of each file that changes, for as long as `wait` returns.

    A file is read by itself: in a folder of a hundred rules the others have not changed.
    """
    by_file: dict[Path, Rule] = {}
    seen: dict[Path, tuple[int, int]] = {}
    while True:
        files = _marks(folder)
        changed = [file for file, mark in files.items() if seen.get(file) != mark]
        if changed or seen.keys() - files.keys():
            seen = files
            yield _round(by_file, changed, files, check)
        wait()


def _round(by_file: dict[Path, Rule], changed: list[Path], files: dict[Path, tuple[int, int]], check: Checker) -> Round:
    """The examples of the rules in the changed files, tried in the company of all others."""
    for gone in by_file.keys() - files.keys():
        del by_file[gone]
    try:
        for file in changed:
            by_file[file] = read_rule(file)
        check_names({rule.name: rule for rule in by_file.values()})
    except RuleError as error:
        return Round((), (), str(error))
    rulebook = Rulebook(tuple(by_file.values()))
    rules = tuple(by_file[file] for file in changed)
    return Round(rules, tuple(test_rules(rulebook, check, rules)))


def _marks(folder: Path) -> dict[Path, tuple[int, int]]:
    """When each rule file was last written, and how long it is."""
    marks = {}
    for file in rule_files(folder):
        try:
            status = file.stat()
        except FileNotFoundError:  # removed between the listing and the look
            continue
        marks[file] = (status.st_mtime_ns, status.st_size)
    return marks
