"""Which of the wordings that rules read stand in an example of the rule."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from factcheck.judge.formulas.anywhere import far_readings
from factcheck.judge.formulas.passages import Told, as_one, fitting, passages
from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.rules import Rulebook
from factcheck.model import Document
from factcheck.pipeline import understand
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.filing import Entry, Filing
    from factcheck.judge.rules import Rule
    from factcheck.model import Article

#: So many wordings stand in no example of their rule. A new one comes with an example; one fewer here for each that is given one, or goes.
WITHOUT_EXAMPLE = 69


def _read_in(article: Article, filing: Filing) -> Iterator[Entry]:
    """The wordings that read something in an article, one of them as often as it does."""
    within = [
        (sentence, [mention for mention in article.mentions if sentence.start <= mention.start < sentence.end])
        for sentence in article.sentences
    ]
    told: list[Told] = []
    for two, passage in passages(within, filing):
        told.append(two[-1])
        for some, reach in ((two[-1:], Reach.SENTENCE), (two, Reach.NEXT), (passage, Reach.PASSAGE)):
            for entry in fitting(some, reach, filing):
                if entry.pattern.read(as_one(some)):
                    yield entry
    skeletons = [one.skeleton for one in told]
    for entry in fitting(told, Reach.ARTICLE, filing) if told else ():
        if any(far_readings(entry.pattern, skeletons, entry.rule.unless)):
            yield entry


def _in_examples(rule: Rule) -> set[tuple[int, int]]:
    """The wordings of a rule that read something in one of its examples: of which requirement, and the how-manieth."""
    filing = Rulebook((rule,)).filing
    texts = (
        Document(passage.name, passage.text, passage.published)
        for example in rule.examples
        for passage in example.passages
    )
    read = chain.from_iterable(_read_in(understand(text), filing) for text in texts)
    return {(entry.of_requirement, entry.number) for entry in read}


def _as_written(rule: Rule) -> list[range]:
    """For each reading in the file of a rule the requirements that it makes: one, or with each: one for each of its rows."""
    tree = YAML(typ="safe", pure=True).load(Path(rule.path).read_text(encoding="utf-8"))
    sizes = [len(one.get("each", "1")) for one in [*([tree] if "read" in tree else []), *tree.get("readings", [])]]
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return [range(end - size, end) for end, size in zip(ends, sizes, strict=True)]


def _without_example(rule: Rule) -> tuple[str, ...]:
    """The wordings of a rule, as its file has them, that read nothing in its examples."""
    read = _in_examples(rule)
    return tuple(
        wording.source
        for made in _as_written(rule)
        for number, wording in enumerate(rule.requirements[made[0]].patterns)
        if not any((requirement, number) in read for requirement in made)
    )


def test_no_more_wordings_than_before_stand_in_no_example_of_their_rule() -> None:
    found = {rule.name: _without_example(rule) for rule in default_rulebook().rules if rule.requirements}
    many = Counter({name: len(wordings) for name, wordings in found.items() if wordings})
    assert many.total() <= WITHOUT_EXAMPLE, "\n".join(
        f"{name}: {wording}" for name, _ in many.most_common() for wording in found[name]
    )
