"""Clashes become findings: worded, weighed, told apart, and put in order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Article, Finding, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.judge.rules import Rule
    from factcheck.judge.verdicts import Clash

#: How much less sure (of 100) each guess leaves us.
GUESS = 25
_FIELD = regex(r"\{(\w+)\}")
_SPACE = regex(r"\s+")


def finding_of(clash: Clash, rule: Rule) -> Finding:
    """The finding that a rule makes of a clash."""
    severity = rule.severity.lowered(clash.guesses)
    if clash.at_most is not None:
        severity = max(severity, clash.at_most, key=lambda level: level.rank)
    words = {str(number): span.text for number, span in enumerate(clash.spans)} | dict(clash.words)
    return Finding(
        rule=rule.name,
        severity=severity,
        message=filled(rule.message, words),
        spans=clash.spans,
        arithmetic=filled(rule.arithmetic, words) or clash.arithmetic,
        slip=filled(clash.slip or rule.slip, words),
        repairs=clash.repairs,
        confidence=max(0, 100 - GUESS * clash.guesses),
    )


def filled(template: str, words: dict[str, str]) -> str:
    """A message with its braces filled; what nobody knows is left out."""
    return _SPACE.sub(" ", _FIELD.sub(lambda field: words.get(field[1], ""), template)).strip()


def fields(template: str) -> set[str]:
    """The names that a message has in braces."""
    return set(_FIELD.findall(template))


def settled(findings: Iterable[Finding], articles: Iterable[Article], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """The findings in the order of the articles: one for each place, and each passage told once."""
    order = {article.document.name: number for number, article in enumerate(articles)}
    ranked = sorted(
        findings,
        key=lambda finding: (
            order.get(finding.spans[0].document.name, len(order)),
            finding.spans[0].start,
            finding.severity.rank,
            finding.rule,
            -len(finding.spans),
            [(span.document.name, span.start, span.end) for span in finding.spans],
        ),
    )
    told = {rule.name: rule.instead_of for rule in rules if rule.instead_of}
    silenced = _silenced(ranked, told)
    sentences = {article.document.name: article for article in articles}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for finding in ranked:
        if (finding.rule, _marked(finding)) in silenced:
            continue
        keys = {
            ("place", finding.rule, _marked(finding)),
            ("passage", finding.rule, finding.claims, _passage(finding, sentences)),
        }
        if not keys & seen:
            kept.append(finding)
        seen |= keys
    return tuple(gathered(kept))


#: No finding shows more places than this.
SHOWN = 6


def gathered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with those of several articles that say the same two things told as one."""
    first: dict[tuple[object, ...], Finding] = {}
    for number, finding in enumerate(findings):
        apart = len(finding.spans) == len({span.document.name for span in finding.spans}) == 2
        key = (finding.rule, finding.severity, *finding.claims) if apart else (number,)
        earlier = first.get(key)
        if earlier and set(_marks(earlier)) & set(_marks(finding)):
            more = [
                span for span, mark in zip(finding.spans, _marks(finding), strict=True) if mark not in _marks(earlier)
            ]
            first[key] = replace(earlier, spans=(*earlier.spans, *more)[:SHOWN])
        else:
            first[key if earlier is None else (number,)] = finding
    return list(first.values())


def _marks(finding: Finding) -> list[tuple[str, int]]:
    return [(span.document.name, span.start) for span in finding.spans]


def _marked(finding: Finding) -> tuple[object, ...]:
    return tuple(sorted((span.document.name, span.start, span.end) for span in finding.spans))


def _silenced(findings: list[Finding], told: dict[str, tuple[str, ...]]) -> set[tuple[object, ...]]:
    """The findings of general rules where a rule that stands in their stead has spoken."""
    silenced: set[tuple[object, ...]] = set()
    for special in findings:
        for general in findings if special.rule in told else ():
            if general.rule in told[special.rule] and any(
                one.overlaps(other) for one in special.spans for other in general.spans
            ):
                silenced.add((general.rule, _marked(general)))
    return silenced


def _passage(finding: Finding, articles: dict[str, Article]) -> tuple[str, ...]:
    """The sentences that a finding points into, whatever their place."""
    return tuple(sorted(f"{span.document.name}\n{_sentence(span, articles)}" for span in finding.spans))


def _sentence(span: Span, articles: dict[str, Article]) -> str:
    sentences = articles[span.document.name].sentences if span.document.name in articles else ()
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return " ".join(sentences[at].text.casefold().split()) if at >= 0 else ""
