"""What a run imports: nobody waits for what their command does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STORY = [str(ROOT / "fixtures" / "library" / "article.txt")]
#: Two articles of some hundreds of words, and how many modules of ours their check may import: a few more than it does.
SHORT = [str(ROOT / "fixtures" / "bakhmut" / name) for name in ("battle.txt", "siege.txt")]
MOST_MODULES = 296
#: Each takes as long to import as a short article takes to check, or many times as long.
HEAVY = {"pint", "dateparser", "rich", "ruamel"}


def imported(program: str, cache: Path) -> set[str]:
    """The packages and modules that a program has imported when it ends."""
    program += "\nprint('\\n', *sorted(set(sys.modules) | {name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)},
        cwd=cache,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def run_of(*arguments: str) -> str:
    """A program that runs the command line and goes on."""
    return f"""
from factcheck.cli import main
try:
    main({list(arguments)!r})
except SystemExit as end:
    assert end.code in (0, 1), end.code
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_and_version_read_no_article(arguments: list[str], tmp_path: Path) -> None:
    assert imported(run_of(*arguments), tmp_path).isdisjoint(
        HEAVY | {"factcheck.extract", "factcheck.pipeline", "factcheck.rulebook"}
    )


def test_extraction_pays_for_no_rule_and_no_report(tmp_path: Path) -> None:
    program = (
        "from factcheck import Document, extract\nassert extract(Document('a', 'It is 90 km off, as on 3 May 2020.'))"
    )
    assert imported(program, tmp_path).isdisjoint(HEAVY | {"click", "factcheck.rulebook", "factcheck.report"})


def test_a_check_whose_rules_are_kept_needs_none_of_the_heavy_packages(tmp_path: Path) -> None:
    check = run_of("check", *STORY, "--output", str(tmp_path / "report"))
    assert "ruamel" in imported(check, tmp_path)  # the first run reads the rules
    assert imported(check, tmp_path).isdisjoint(HEAVY | {"hashlib"})


def test_a_check_of_two_short_articles_imports_few_modules(tmp_path: Path) -> None:
    """A module takes a fifth of a millisecond to import: a check declares the words that it is about, and an article without them is spared it."""
    check = run_of("check", *SHORT, "--output", str(tmp_path / "report"))
    imported(check, tmp_path)  # the first run looks at every check
    modules = {name for name in imported(check, tmp_path) if name.startswith("factcheck.")}
    assert len(modules) <= MOST_MODULES, sorted(modules)


def test_only_colours_need_rich(tmp_path: Path) -> None:
    assert "rich" in imported(run_of("check", *STORY, "--color", "always"), tmp_path)


#: Makes a list of the sources of all expressions that are compiled from here on, but for those of other packages.
WATCHED = """
import re, click, json, decimal, fractions, calendar, inspect, string, glob, unicodedata, difflib, dataclasses
import importlib.resources, importlib.metadata
compiled = []
parse = re._parser.parse
re._parser.parse = lambda source, *rest: compiled.append(source) or parse(source, *rest)
"""


def test_no_pattern_is_compiled_before_it_is_used(tmp_path: Path) -> None:
    program = f"""{WATCHED}
import factcheck.cli, factcheck.pipeline, factcheck.rulebook, factcheck.facts, factcheck.report.terminal
from factcheck.judge.checks import named_checks
named_checks()  # which are declared in files that all are read the first time
assert compiled == [], compiled
"""
    imported(program, tmp_path)


def test_no_pattern_is_compiled_that_an_earlier_run_compiled(tmp_path: Path) -> None:
    check = run_of("check", *STORY, "--output", str(tmp_path / "report"))
    imported(f"{WATCHED}\n{check}\nassert len(compiled) > 50", tmp_path)
    imported(f"{WATCHED}\n{check}\nassert compiled == [], compiled", tmp_path)


def test_no_noun_has_its_methods_written_before_the_first_is_made(tmp_path: Path) -> None:
    program = """
import click, dataclasses
written = []
dataclasses._create_fn = lambda name, *rest, **more: written.append((name, rest))
import factcheck.cli, factcheck.pipeline, factcheck.rulebook, factcheck.facts, factcheck.report.terminal
from factcheck.judge.checks import named_checks
named_checks()  # which are declared in files that all are read the first time
assert written == [], written
"""
    imported(program, tmp_path)
