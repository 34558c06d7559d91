"""Expressions do what `re` makes of them, whether their programs are new, kept or damaged."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.kept import packed, unpacked
from factcheck.regexes import any_of, compiled, regex

ROOT = Path(__file__).parent.parent
SOURCES = [
    (r"(?P<day>\d{1,2}) (?P<month>[A-Z]\w+)|(\w+)", 0),
    (r"(?i:no)t (?!so)|[^\W\d_]+?(?<=a)\b", re.IGNORECASE),
    ("[\ue000-\uf8ff]|\\ud800|[½é€\U0001f600]", 0),
    (r"(?x) a  b # and so on", re.MULTILINE),
]
TEXT = "on 24 February NOT so, not that: a½é€\U0001f600 ab \ud800"
#: Compiles an expression, says what it finds and whether it was read from its source.
PROGRAM = """
import re, sys
from factcheck.regexes import any_of, regex
read = []
parse = re._parser.parse
re._parser.parse = lambda source, *flags: read.append(source) or parse(source, *flags)
print(regex(rf"(?P<figure>\\d+) ({any_of({'men', 'women'})})").search("of 12 men")["figure"], len(read))
"""


#: Sums up the sources of all expressions that modules make.
SUM = """
import importlib, pkgutil
import factcheck
from factcheck import regexes
sources = []
made = regexes._Uncompiled.__init__
regexes._Uncompiled.__init__ = lambda self, source, flags: sources.append(str(source)) or made(self, source, flags)
for room in ("read", "extract", "resolve", "attach", "align", "judge"):
    package = importlib.import_module(f"factcheck.{room}")
    for module in pkgutil.walk_packages(package.__path__, f"factcheck.{room}."):
        importlib.import_module(module.name)
print(*sorted(sources), sep="\\n")
"""


def run(cache: Path | None, program: str = PROGRAM, **more: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    environment |= {"PYTHONPATH": str(ROOT), **more} | ({"XDG_CACHE_HOME": str(cache)} if cache else {})
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_an_expression_is_what_re_makes_of_its_source(source: str, flags: int) -> None:
    ours, theirs = compiled(source, flags), re.compile(source, flags)
    assert ours == theirs
    assert ours.groupindex == theirs.groupindex
    assert [found.groups() for found in ours.finditer(TEXT)] == [found.groups() for found in theirs.finditer(TEXT)]


def test_of_any_words_the_longest_that_fits_is_found() -> None:
    counted = regex(rf"(\d) ({any_of(('day', 'days', 'c.', 'p|q', ''))})")
    assert counted.pattern == r"(\d) ((?:c\.|day(?:s)?|p\|q)?)"
    assert counted.findall("4 days, 3 day, 2 c. 1 p|q 0 ps") == [
        *zip("43210", ("days", "day", "c.", "p|q", ""), strict=True)
    ]


def test_bytes_are_looked_through_too() -> None:
    assert regex(rb"[\x80-\xff]+").findall(b"a\xe9b") == [b"\xe9"]


def test_a_source_that_cannot_be_read_is_an_error_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(")


def test_a_program_is_made_once_and_kept(tmp_path: Path) -> None:
    assert run(tmp_path) == "12 1"
    assert run(tmp_path) == "12 0"


def test_a_source_is_the_same_in_every_process_or_else_its_program_would_be_kept_for_nothing(tmp_path: Path) -> None:
    one, other = (run(tmp_path, SUM, PYTHONHASHSEED=seed).splitlines() for seed in "12")
    assert len(one) > 1000
    assert sorted({*one} ^ {*other}) == []


def test_without_a_folder_for_caches_it_is_made_each_time() -> None:
    assert run(None) == run(None) == "12 1"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"KEY",
        b"KEY\n[1]\n",
        b"KEY\n{}\n",
        b"0 ''\n[0, 1, {}]\nAAAA",
        b"KEY\n[0, 2, {}]\nAAAA",
        b'KEY\n[0, 1, {"a": 9}]\n????',
        b"KEY\n[0, 1, {}]\nAAA",
        b"KEY\n[0, 1\nAAAA",
    ],
)
def test_a_damaged_program_is_made_again(damage: bytes, tmp_path: Path) -> None:
    run(tmp_path)
    (kept,) = (tmp_path / "factcheck").glob("programs-*.json")
    marks, programs = unpacked(kept.read_bytes())
    key = bytes(programs[0]).partition(b"\n")[0]
    kept.write_bytes(packed(marks, [damage.replace(b"KEY", key)]))
    assert run(tmp_path) == "12 1"


@pytest.mark.parametrize("damage", [b"", b"[]", b"[]\n", b'[["a"],[1]]\n', b'[["a"],["b"]]\n', b"[[1],[]]\n"])
def test_a_file_that_holds_no_programs_is_written_over(damage: bytes, tmp_path: Path) -> None:
    run(tmp_path)
    (kept,) = (tmp_path / "factcheck").glob("programs-*.json")
    kept.write_bytes(damage)
    assert (run(tmp_path), run(tmp_path)) == ("12 1", "12 0")


def test_what_no_run_uses_any_longer_is_forgotten_once_it_is_much(tmp_path: Path) -> None:
    run(tmp_path)
    (kept,) = (tmp_path / "factcheck").glob("programs-*.json")
    kept.write_bytes(packed(["00000000"], [b"A" * 4_000_000]))
    run(tmp_path)
    assert "00000000" not in unpacked(kept.read_bytes())[0]
