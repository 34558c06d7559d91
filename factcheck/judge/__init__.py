"""Topics and sentences become findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.judge.agreement import tolerating
from factcheck.judge.checks import Check, Signs, gates, named_checks
from factcheck.judge.findings import finding_of, settled
from factcheck.judge.formulas.sentences import sentence_verdicts
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Agreement, Article, Finding, Severity, Topic
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.rules import Rule, Rulebook


#: The groups of rules that put figures together.
OF_SUMS = frozenset({"totals", "percentages", "rates", "lists", "ranges"})
#: What is told of so many figures or more, with this sign, is a sum.
_OF_A_SUM, _EQUALS = 3, " = "


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules made of the articles."""

    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...]
    #: How many comparisons each rule made.
    comparisons: dict[str, int]
    #: Where the compared places start, each with its document's name.
    compared: set[tuple[str, int]]


#: What rules made of an article by itself, each by its name: a rule is not sent from one process to another.
Inside = tuple[tuple[str, Verdict], ...]


def judge(
    articles: tuple[Article, ...], topics: Iterable[Topic], rulebook: Rulebook, insides: Iterable[Inside] | None = None
) -> Judgement:
    """Every place where the articles break a rule, and every place where they were found to keep it.

    What the rules make of each article by itself is found out here, unless it is known.
    """
    sources = {article.document.name for article in articles if article.is_source}
    findings: list[Finding] = []
    agreements: list[Agreement] = []
    comparisons: Counter[str] = Counter()
    compared: set[tuple[str, int]] = set()
    if insides is None:
        insides = [inside(article, rulebook) for article in articles]
    rules = {rule.name: rule for rule in rulebook.rules}
    verdicts = [(rules[name], verdict) for told in insides for name, verdict in told]
    with tolerating(rulebook.tolerance):
        verdicts += _among_articles(articles, tuple(topics), rulebook)
    agreed = [(rule, verdict) for rule, verdict in verdicts if isinstance(verdict, Accord)]
    for rule, verdict in verdicts:
        comparisons[rule.name] += 1
        compared.update((span.document.name, span.start) for span in verdict.spans)
        if isinstance(verdict, Clash):
            if _is_accounted_for(rule, verdict, articles, agreed):
                continue
            findings.append(_among(sources, finding_of(verdict, rule)))
        else:
            agreements.append(Agreement(rule.name, verdict.reason, verdict.spans))
    found = settled(findings, articles, rulebook.rules, agreements)
    return Judgement(found, _once(agreements), dict(comparisons), compared)


def _is_accounted_for(
    rule: Rule, clash: Clash, articles: Iterable[Article], agreed: Iterable[tuple[Rule, Accord]]
) -> bool:
    """Whether a rule put figures of one article together that all stand in other sums of it."""
    if rule.group not in OF_SUMS or len({span.document.name for span in clash.spans}) != 1:
        return False
    from factcheck.judge.checks.sums.other_sums import all_stand_elsewhere  # noqa: PLC0415 - most articles have no clash

    document = clash.spans[0].document
    starts = frozenset(span.start for span in clash.spans)
    told = (
        frozenset(span.start for span in accord.spans)
        for other, accord in agreed
        if accord.spans[0].document is document and other.group in OF_SUMS and _EQUALS in accord.reason
    )
    # What puts the same figures together in some other way explains nothing.
    sums = [one for one in told if len(one) >= _OF_A_SUM and not starts <= one]
    return any(
        article.document is document and all_stand_elsewhere(article, clash.spans, clash.words, sums)
        for article in articles
    )


def _among(sources: set[str], finding: Finding) -> Finding:
    """The finding; what differs between sources alone is a note."""
    if not sources.issuperset(span.document.name for span in finding.spans):
        return finding
    return replace(finding, severity=Severity.NOTE, among_sources=True)


def comparing(rulebook: Rulebook) -> Rulebook:
    """The rules that compare articles with each other or with what is known."""
    checks = named_checks()
    names = tuple(rule.name for rule in rulebook.rules if rule.check and checks[rule.check].of is not Article)
    return rulebook.select(names) if names else replace(rulebook, rules=())


def inside(article: Article, rulebook: Rulebook) -> Inside:
    """What the rules make of an article by itself; nothing of a source, which is taken as it is."""
    checks = named_checks()
    if article.is_source or all(rule.check and checks[rule.check].of is not Article for rule in rulebook.rules):
        return ()
    with tolerating(rulebook.tolerance):
        told = list(sentence_verdicts(article, rulebook))
        opened = gates().opened_by(Signs.of(article))
        for (name, parameters), rules in rulebook.by_check.items():
            if name in opened:
                told += _decided(checks[name], parameters, rules, (article,))
    return tuple([(rule.name, verdict) for rule, verdict in told])


def _among_articles(
    articles: tuple[Article, ...], topics: tuple[Topic, ...], rulebook: Rulebook
) -> Iterator[tuple[Rule, Verdict]]:
    """What the rules make of all articles together, and of what is told of one thing."""
    checks = named_checks()
    for (name, parameters), rules in rulebook.by_check.items():
        check = checks[name]
        if check.of is Topic:
            yield from _decided(check, parameters, rules, topics)
        elif check.of is tuple and check.may_compare(articles):
            yield from _decided(check, parameters, rules, (articles,))


def _decided(
    check: Check, parameters: Iterable[tuple[str, str]], rules: Sequence[Rule], nouns: Iterable[object]
) -> Iterator[tuple[Rule, Verdict]]:
    """What a check makes of each noun, for each of the rules that call it."""
    arguments = check.arguments(dict(parameters))
    for noun in nouns:
        for verdict in check.decide(noun, **arguments):
            yield from ((rule, verdict) for rule in rules if _speaks_for(rule, verdict))


def _speaks_for(rule: Rule, verdict: Verdict) -> bool:
    """Whether a verdict of a rule's check is the rule's own business."""
    return rule.cause == verdict.cause


def _once(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The agreements without those that stand there twice, in the order of the text."""
    seen: dict[tuple[object, ...], Agreement] = {}
    for agreement in agreements:
        places = frozenset((span.document.name, span.start, span.end) for span in agreement.spans)
        seen.setdefault((agreement.rule, places), agreement)
    return tuple(seen.values())


__all__ = ["Accord", "Clash", "Inside", "Judgement", "comparing", "inside", "judge"]
