"""A rulebook becomes a page of Markdown: what each rule finds, with an example that it flags and one that it accepts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.rulebook.marking import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factcheck.judge.rules import Example, Rule, Rulebook

#: What the letters in a list of types say that a type can be decided from.
DECIDED_FROM = {
    "T": "the text alone",
    "M": "the text and its date",
    "R": "the text and a table of reference",
    "H": "a person only",
}


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of inconsistency from a list of them, and why no rule looks for it, if none does."""

    id: str
    decided_from: str
    name: str
    out_because: str = ""


class TypesError(ValueError):
    """A list of types that cannot be read: file, line and what."""


def read_types(path: Path) -> tuple[Type, ...]:
    """The types in a file of four columns with tabs between them; the first line names the columns."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TypesError(f"{path}: cannot be read: {error}") from None
    types = []
    for number, line in enumerate(lines[1:], start=2):
        columns = line.split("\t")
        if len(columns) != 4 or columns[1] not in DECIDED_FROM:
            raise TypesError(f"{path}:{number}: a type is an id, one of {', '.join(DECIDED_FROM)}, a name and a reason")
        types.append(Type(*columns))
    return tuple(types)


def handbook(rulebook: Rulebook, types: Iterable[Type] = ()) -> str:
    """The page: the rules by group, and what they cover of a list of types."""
    return "\n".join([*_rules(rulebook), *_coverage(rulebook, tuple(types))])


def _rules(rulebook: Rulebook) -> Iterator[str]:
    groups = [
        (name, list(rules))
        for name, rules in groupby(sorted(rulebook.rules, key=_by_group), key=lambda rule: rule.group)
    ]
    yield "# The rules"
    yield ""
    yield f"{len(rulebook.rules)} rules in {len(groups)} groups, written by `factcheck rules --markdown` from the rule files."
    yield "Each text under a rule is one of its own tests; what it reports stands between `<<` and `>>`."
    yield ""
    for group, rules in groups:
        names = ", ".join(f"[{rule.name}](#{rule.name})" for rule in rules)
        yield f"* [{group}](#{group}): {names}"
    for group, rules in groups:
        yield ""
        yield f"## {group}"
        for rule in rules:
            yield from _rule(rule)


def _by_group(rule: Rule) -> tuple[str, int, str]:
    return rule.group, rule.severity.rank, rule.name


def _rule(rule: Rule) -> Iterator[str]:
    yield ""
    yield f"### {rule.name}"
    yield ""
    covers = f", covers {', '.join(rule.covers)}" if rule.covers else ""
    yield f"**{rule.summary}** ({rule.severity.value}{covers})"
    if rule.explanation:
        yield ""
        yield rule.explanation
    for verdict, says in (("flagged", "Flagged"), ("accepted", "Accepted")):
        example = next((example for example in rule.examples if example.verdict == verdict), None)
        if example is not None:
            yield from _example(says, example)


def _example(says: str, example: Example) -> Iterator[str]:
    yield ""
    yield f"{says}, {example.title}:"
    for passage in example.passages:
        said = [passage.name] if len(example.passages) > 1 else []
        said += [f"published {passage.published}"] if passage.published else []
        said += ["a source"] if passage.against else []
        if said:
            yield ""
            yield f"*{', '.join(said)}*"
        text = marked(passage.text, passage.marks)
        fence = "~~~" if "```" in text else "```"
        yield ""
        yield f"{fence}text"
        yield text
        yield fence


def _coverage(rulebook: Rulebook, types: tuple[Type, ...]) -> Iterator[str]:
    """A table of the types that are out, and one of the rules that find the others."""
    found = {one.id: sorted(rule.name for rule in rulebook.rules if one.id in rule.covers) for one in types}
    out = [one for one in types if not found[one.id]]
    if out:
        yield from _table("What no rule looks for", ("type", "", "decided from", "why it is out"))
        for one in out:
            yield f"| {one.id} | {one.name} | {DECIDED_FROM[one.decided_from]} | {one.out_because} |"
    if types:
        yield from _table("What the rules cover", ("type", "", "rules"))
        for one in types:
            if found[one.id]:
                yield f"| {one.id} | {one.name} | {', '.join(f'[{name}](#{name})' for name in found[one.id])} |"
    yield ""


def _table(title: str, columns: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
