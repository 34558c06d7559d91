"""The loop of a rule's author: begin a rule, try it, change it, and see at once what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.authoring import AuthoringError, Round, new_rule, rounds, tried
from factcheck.pipeline import check
from factcheck.rulebook import RuleError, load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.judge.rules import Rulebook
    from factcheck.model import Document, Finding


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def findings(
    drafts: Sequence[Document], sources: Sequence[Document], facts: str, rulebook: Rulebook
) -> Iterable[Finding]:
    assert not facts
    return check(drafts, against=sources, rulebook=rulebook, facts=()).findings


def changed(path: Path, old: str, new: str) -> Callable[[], object]:
    return lambda: path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def watched(folder: Path, *steps: Callable[[], object]) -> Iterator[Round]:
    """The rounds while one step after another is taken, until none is left."""
    ahead = iter(steps)

    def wait() -> None:
        step = next(ahead, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    with pytest.raises(KeyboardInterrupt):
        yield from rounds(folder, findings, wait)


def test_a_new_rule_comes_out_as_its_own_examples_say(tmp_path: Path) -> None:
    path = new_rule("wrong-discount", tmp_path / "house")
    one = tried(tmp_path / "house", findings)
    assert [rule.name for rule in one.rules] == [path.stem]
    assert {example.verdict for rule in one.rules for example in rule.examples} == {"flagged", "accepted"}
    assert not one.failures


@pytest.mark.parametrize(
    ("name", "problem"),
    {"Wrong_Discount": "Try 'wrong-discount'", "wrong discount": "Try 'wrong-discount'", "../up": "is no name"}.items(),
)
def test_a_rule_is_called_in_small_letters_and_hyphens(tmp_path: Path, name: str, problem: str) -> None:
    with pytest.raises(AuthoringError, match=problem):
        new_rule(name, tmp_path)
    assert not list(tmp_path.glob("**/*.yaml"))


def test_a_rule_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = new_rule("wrong-discount", tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(AuthoringError, match="there is such a rule already"):
        new_rule("wrong-discount", tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(AuthoringError, match="cannot be written"):
        new_rule("wrong-discount", tmp_path / "file" / "house")


def test_only_the_rules_of_a_changed_file_are_tried_again(tmp_path: Path) -> None:
    first, _ = new_rule("one", tmp_path), new_rule("two", tmp_path)
    whole, changes = watched(tmp_path, lambda: None, changed(first, "down to <<£60>>", "down to £60"))
    assert [rule.name for rule in whole.rules] == ["one", "two"]
    assert not whole.failures
    assert [rule.name for rule in changes.rules] == ["one"]
    assert [failure.rule.name for failure in changes.failures] == ["one"]


def test_a_mistake_is_told_and_the_watch_goes_on(tmp_path: Path) -> None:
    path = new_rule("one", tmp_path)
    *_, mistaken, mended = watched(
        tmp_path, changed(path, "severity: error", "severity: eror"), changed(path, "severity: eror", "severity: note")
    )
    assert "one.yaml:12: no severity is called 'eror'. Did you mean 'error'?" in mistaken.problem
    assert not mended.problem
    assert [rule.severity.value for rule in mended.rules] == ["note"]


def test_rules_that_come_and_go_are_noticed(tmp_path: Path) -> None:
    path = new_rule("one", tmp_path)
    _, more, fewer = watched(tmp_path, lambda: new_rule("two", tmp_path), path.unlink)
    assert [rule.name for rule in more.rules] == ["two"]
    assert fewer.rules == ()


def test_names_in_instead_of_are_looked_at_while_watching(tmp_path: Path) -> None:
    path = new_rule("one", tmp_path)
    _, mistaken = watched(tmp_path, changed(path, "severity: error", "severity: error\ninstead-of: [wrong-convertion]"))
    assert "Did you mean 'wrong-conversion'?" in mistaken.problem
    with pytest.raises(RuleError, match="wrong-convertion"):
        load_rules([tmp_path])
