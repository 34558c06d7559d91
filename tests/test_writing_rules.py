"""docs/writing-rules.md does what it says: its commands run, and its tables name what the engine knows."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, NoReturn

import pytest

from factcheck.judge.formulas.arithmetic import FUNCTIONS
from factcheck.judge.formulas.formula import DURATIONS, PUBLISHED, TIMES_TOLD, Formula
from factcheck.judge.formulas.grammar import pattern
from factcheck.judge.formulas.parsing import _LEXEME
from factcheck.judge.formulas.skeleton import Skeleton, joined, skeleton
from factcheck.judge.formulas.slots import SLOTS
from factcheck.judge.formulas.word_classes import PHRASES, WORD_CLASSES
from factcheck.model import Document
from factcheck.pipeline import understand
from factcheck.rulebook.files import KEYS, READING_KEYS
from tests.pages import followed, page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = page("writing-rules.md")


def table(title: str) -> list[list[str]]:
    """The rows of the tables under a heading whose first column is code, without its marks."""
    section = PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`").replace("\\|", "|") for cell in row] for row in rows]


def first_column(title: str) -> list[str]:
    return [row[0] for row in table(title)]


# --- the commands -------------------------------------------------------------------


def test_every_command_of_the_page_prints_what_stands_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("factcheck.cli.rules._a_moment", _interrupt)
    assert len(followed(PAGE, capsys)) > 5


def _interrupt() -> NoReturn:
    raise KeyboardInterrupt


# --- the tables ---------------------------------------------------------------------


def test_every_key_is_told_once() -> None:
    assert sorted(first_column("The keys of a rule")) == sorted({*KEYS, *READING_KEYS})


def test_every_kind_of_slot_is_told_once() -> None:
    assert sorted(first_column("Kinds of slots")) == sorted(SLOTS)


def test_every_function_and_name_of_formulas_is_told_once() -> None:
    told = first_column("What a formula may say")
    functions = [name for name in told if "(" in name]
    assert sorted(name.partition("(")[0] for name in functions) == sorted(FUNCTIONS)
    assert sorted(name for name in told if "(" not in name) == sorted((*DURATIONS, PUBLISHED, TIMES_TOLD))


@pytest.mark.parametrize("written", [name for name in first_column("What a formula may say") if "(" in name])
def test_a_function_takes_what_the_page_gives_it(written: str) -> None:
    Formula(written).check_arithmetic({"parts": True, "a": False, "b": False})


def test_every_class_of_words_is_told_once() -> None:
    assert sorted(first_column("Classes of words")) == sorted(f"<{name}>" for name in WORD_CLASSES)


@pytest.mark.parametrize("row", table("Classes of words"), ids=lambda row: row[0])
def test_the_words_told_of_a_class_are_in_it(row: list[str]) -> None:
    assert set(row[1].split(", ")) <= set(WORD_CLASSES[row[0][1:-1]])


def test_every_phrase_is_told_once() -> None:
    assert sorted(first_column("Phrases")) == sorted(f"@{name}" for name in PHRASES)


@pytest.mark.parametrize("row", table("Phrases"), ids=lambda row: row[0])
def test_a_phrase_reads_the_text_beside_it_into_the_slot_beside_it(row: list[str]) -> None:
    source = row[0] if row[1] else f"{row[0]} & in {{when:year}}"
    (reading,) = pattern(source).read(skeleton_of(row[2]))
    assert [slot.name for slot, _ in reading.filled] == (row[1] or "when").split(", ")


PARTS = table("What a pattern is made of")


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row[0])
def test_a_pattern_of_the_page_reads_the_text_beside_it(row: list[str]) -> None:
    text = skeleton_of(row[2])
    assert list(pattern(row[0]).read(text)), text.text


def skeleton_of(text: str) -> Skeleton:
    """The skeleton of one sentence or a few."""
    article = understand(Document("text", text))
    sentences = (
        skeleton(sentence, [one for one in article.mentions if sentence.start <= one.start < sentence.end])
        for sentence in article.sentences
    )
    return reduce(joined, sentences)


def test_every_part_of_a_pattern_is_told() -> None:
    told = {match.lastgroup for row in PARTS for match in _LEXEME.finditer(row[0])}
    assert told >= _LEXEME.groupindex.keys() - {"stray"}
