"""What a check costs: each stage of the pipeline and each rule, on a run that is made for it.

The pipeline itself measures nothing. Here its stages are called one by one with a
watch in the hand, and the judge once more for each rule, after a first run in which
all that is needed was loaded and compiled.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from time import perf_counter
from typing import TYPE_CHECKING, Self

from factcheck.align import align
from factcheck.attach import attach
from factcheck.extract import extract
from factcheck.judge import judge
from factcheck.judge.formulas.patterns import Pattern
from factcheck.judge.rules import Rulebook
from factcheck.read import segment
from factcheck.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.formulas.readings import Reading
    from factcheck.judge.formulas.skeleton import Skeleton
    from factcheck.judge.rules import Requirement, Rule
    from factcheck.model import Article, Topic


@dataclass(slots=True)
class Watch:
    """How long something took in all, in seconds: `with watch: …` adds to it."""

    name: str = ""
    seconds: float = 0.0
    started: float = 0.0

    def __enter__(self) -> Self:
        self.started = perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += perf_counter() - self.started


@dataclass(frozen=True, slots=True)
class Costs:
    """What the stages cost, in the order of the pipeline, and what the rules cost, the dearest first."""

    stages: tuple[Watch, ...]
    rules: tuple[Watch, ...]


@dataclass(frozen=True)
class WatchedPattern(Pattern):
    """A pattern that adds up how long it reads."""

    watch: Watch = field(default_factory=Watch)

    def read(self, skeleton: Skeleton) -> list[Reading]:
        """What the pattern reads."""
        with self.watch:
            return super().read(skeleton)


def costs(articles: Sequence[Article], known: Iterable[Article], rulebook: Rulebook) -> Costs:
    """What each stage and each rule costs on articles that have been checked before, and on what is known."""
    segmenting, extracting, resolving, attaching, aligning, judging = stages = tuple(
        map(Watch, ("segment", "extract", "resolve", "attach", "align", "judge"))
    )
    untied = any(article.is_source for article in articles)
    read: list[Article] = []
    for article in articles:
        document = article.document
        with segmenting:
            sentences = segment(document)
        with extracting:
            readings = extract(document)
        with resolving:
            mentions = tuple(resolve(readings, document))
        with attaching:
            claims = attach(sentences, mentions, untied=untied)
        read.append(replace(article, sentences=sentences, mentions=mentions, claims=claims))
    understood = tuple(read)
    with aligning:
        topics = tuple(align((*understood, *known)))
    with judging:
        judge(understood, topics, rulebook)
    rules = (*_patterns(understood, topics, rulebook), *_checks(understood, topics, rulebook))
    return Costs(stages, tuple(sorted(rules, key=lambda watch: (-watch.seconds, watch.name))))


def _patterns(articles: tuple[Article, ...], topics: tuple[Topic, ...], rulebook: Rulebook) -> Iterator[Watch]:
    """How long each rule's patterns read."""
    watches = {rule.name: Watch(rule.name) for rule in rulebook.rules if rule.requirements}
    watched = Rulebook(tuple(_watched(rule, watches[rule.name]) for rule in rulebook.rules if rule.requirements))
    judge(articles, topics, watched)
    for watch in watches.values():
        watch.seconds = 0.0  # the patterns were compiled
    judge(articles, topics, watched)
    yield from watches.values()


def _watched(rule: Rule, watch: Watch) -> Rule:
    """The rule without its check, and with its patterns watched."""
    return replace(rule, check="", requirements=tuple(_watched_requirement(one, watch) for one in rule.requirements))


def _watched_requirement(requirement: Requirement, watch: Watch) -> Requirement:
    patterns = (
        WatchedPattern(**{one.name: getattr(pattern, one.name) for one in fields(Pattern)}, watch=watch)
        for pattern in requirement.patterns
    )
    return replace(requirement, patterns=tuple(patterns))


def _checks(articles: tuple[Article, ...], topics: tuple[Topic, ...], rulebook: Rulebook) -> Iterator[Watch]:
    """How long each check takes, for all the rules that call it with the same parameters."""
    for (check, _), rules in rulebook.by_check.items():
        others = f" and {len(rules) - 1} more" if len(rules) > 1 else ""
        alone = Rulebook(tuple(replace(rule, requirements=()) for rule in rules))
        with Watch(f"{rules[0].name}{others} (check: {check})") as watch:
            judge(articles, topics, alone)
        yield watch
