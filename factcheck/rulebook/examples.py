"""The examples of a rule are its tests: what comes out against what should."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.judge.rules import Example, Rule, Rulebook
from factcheck.model import Document
from factcheck.nouns import dataclass
from factcheck.rulebook.marking import marked

if TYPE_CHECKING:
    from factcheck.model import Finding

#: Checks documents against sources (and facts, in the words of a facts file) by a rulebook.
Checker = Callable[[Sequence[Document], Sequence[Document], str, Rulebook], Iterable["Finding"]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example of which a rule says something else than it should."""

    rule: Rule
    example: Example
    #: The texts by name, with << >> round what should be reported, and round what is.
    wanted: Mapping[str, str]
    found: Mapping[str, str]

    def __str__(self) -> str:
        where = f"{self.rule.path}:{self.example.line}: {self.example.verdict}, “{self.example.title}”"
        if self.found == self.wanted:
            return f"{where}: it comes right now; make it an example of flagged or accepted"
        lines = [f"{where}:"]
        for name, wanted in self.wanted.items():
            found = self.found[name]
            lines += [f"  {name}:"] if len(self.wanted) > 1 else []
            lines += (
                [f"  as it should be: {wanted}"]
                if found == wanted
                else [f"  should be: {wanted}", f"  is:        {found}"]
            )
        return "\n".join(lines)


def test_rules(
    rulebook: Rulebook,
    check: Checker,
    rules: Iterable[Rule] | None = None,  # noqa: PT028 - it is no test
) -> Iterator[Failure]:
    """Every example (of these rules, or of all) that comes out otherwise than its rule says."""
    for rule in rulebook.rules if rules is None else rules:
        for example in rule.examples:
            failure = example_failure(rulebook, rule, example, check)
            if failure is not None:
                yield failure


test_rules.__test__ = False  # type: ignore[attr-defined]  # it is no test, whatever pytest makes of its name


def example_failure(rulebook: Rulebook, rule: Rule, example: Example, check: Checker) -> Failure | None:
    """What a rule says of an example, against what it should say; None if it is the same."""
    documents = [Document(passage.name, passage.text, passage.published) for passage in example.passages]
    drafts = [document for document, passage in zip(documents, example.passages, strict=True) if not passage.against]
    sources = [document for document, passage in zip(documents, example.passages, strict=True) if passage.against]
    marks: dict[str, set[tuple[int, int]]] = {passage.name: set() for passage in example.passages}
    used = rulebook.requesting(rule.name) if rule.on_request else rulebook
    told = list(check(drafts, sources, example.facts, used))
    own = [finding for finding in told if finding.rule == rule.name]
    if not own and example.verdict == "flagged":
        # Another rule may tell of the very places, and of two that do one is told.
        marked_by_any = {_places(finding) for finding in told}
        alone = check(drafts, sources, example.facts, replace(used, rules=(rule,)))
        own = [finding for finding in alone if _places(finding) in marked_by_any]
    for span in (span for finding in own for span in finding.spans):
        marks.setdefault(span.document.name, set()).add((span.start, span.end))
    silent = example.verdict == "accepted"
    wanted = {passage.name: marked(passage.text, () if silent else passage.marks) for passage in example.passages}
    found = {passage.name: marked(passage.text, marks[passage.name]) for passage in example.passages}
    is_right = found == wanted
    return Failure(rule, example, wanted, found) if is_right is (example.verdict == "not-yet") else None


def _places(finding: Finding) -> frozenset[tuple[str, int, int]]:
    return frozenset((span.document.name, span.start, span.end) for span in finding.spans)
