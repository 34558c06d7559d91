"""A watched folder: what comes in is told, and then is part of the archive."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.archive.checking import Checked
from factcheck.archive.watching import arrivals, check_in
from factcheck.model import Unreadable
from tests.archive.shown import findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook


def test_a_file_arrives_when_it_is_written_to_the_end_and_again_when_it_changes(tmp_path: Path) -> None:
    def write(name: str, text: str) -> None:
        (tmp_path / name).write_text(text)

    happens: Iterator[Callable[[], object]] = iter(
        [
            lambda: None,
            lambda: write("b.txt", "half"),
            lambda: write("b.txt", "half of it and the rest"),
            lambda: None,
            lambda: write("a.txt", "edited"),
            lambda: None,
            (tmp_path / "b.txt").unlink,
            lambda: None,
            lambda: write("b.txt", "half of it and the rest"),
            lambda: None,
        ]
    )
    write("a.txt", "first")
    looks = 0
    told: list[tuple[int, str]] = []

    def wait() -> None:
        nonlocal looks
        looks += 1
        try:
            next(happens)()
        except StopIteration:
            raise EOFError from None

    with suppress(EOFError):
        told.extend((looks, name.rpartition("/")[2]) for name in arrivals(tmp_path, wait))
    assert told == [(1, "a.txt"), (4, "b.txt"), (6, "a.txt"), (10, "b.txt")]


def test_each_article_is_told_of_and_then_kept(store: Store, rulebook: Rulebook, tmp_path: Path) -> None:
    for name, dead in (("a.txt", 12), ("b.txt", 19)):
        (tmp_path / name).write_text(f"A fire at a mill in Eskford on 6 May 2024 killed {dead} people.")
    (first,) = check_in(store, str(tmp_path / "a.txt"), rulebook)
    (second,) = check_in(store, str(tmp_path / "b.txt"), rulebook)
    assert isinstance(first, Checked)
    assert isinstance(second, Checked)
    assert (first.sources, first.conflicts) == (0, ())
    assert {rule for rule, _, _ in findings(second.conflicts)} == {"sources-differ"}
    assert store.sources() == 2
    assert list(check_in(store, str(tmp_path / "b.txt"), rulebook)) == []


def test_what_cannot_be_read_is_told(store: Store, rulebook: Rulebook, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    (only,) = check_in(store, str(tmp_path / "a.txt"), rulebook)
    assert isinstance(only, Unreadable)
    (missing,) = check_in(store, str(tmp_path / "no*.txt"), rulebook)
    assert isinstance(missing, Unreadable)
