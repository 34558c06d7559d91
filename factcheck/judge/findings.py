"""Clashes become findings: worded, weighed, told apart, and put in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from factcheck.judge.verdicts import UNSUPPORTED
from factcheck.model import START, Agreement, Article, Finding, Span
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
        reference=clash.reference,
        unsupported=clash.cause == UNSUPPORTED,
    )


def filled(template: str, words: dict[str, str]) -> str:
    """A message with its braces filled; what nobody knows is left out."""
    return _SPACE.sub(" ", _FIELD.sub(lambda field: words.get(field[1], ""), template)).strip()


def fields(template: str) -> set[str]:
    """The names that a message has in braces."""
    return set(_FIELD.findall(template))


def settled(
    findings: Iterable[Finding],
    articles: Iterable[Article],
    rules: Iterable[Rule],
    agreements: Iterable[Agreement] = (),
) -> tuple[Finding, ...]:
    """The findings in the order of the articles: one for each place, and each passage told once.

    A rule that stands instead of others has spoken where it agrees, too.
    """
    found = list(findings)
    if not found:
        return ()
    order = {article.document.name: number for number, article in enumerate(articles)}
    ranked = sorted(
        found,
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
    silenced = _silenced(ranked, told, [one for one in agreements if one.rule in told])
    passages = _Passages(articles)
    seen: set[tuple[object, ...]] = set()
    kept = []
    for finding in ranked:
        if (finding.rule, _marked(finding)) in silenced:
            continue
        keys = {
            ("place", finding.rule, _marked(finding)),
            ("passage", finding.rule, finding.claims, passages.of(finding)),
        }
        if not keys & seen:
            kept.append(finding)
        seen |= keys
    return tuple(gathered(_told_once(kept)))


def outspoken(findings: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """The findings, of different runs, without those of other rules that mark the same places or in whose stead one speaks."""
    found = list(findings)
    told = {rule.name: rule.instead_of for rule in rules if rule.instead_of}
    silenced = _silenced(found, told, [])
    return _told_once([finding for finding in found if (finding.rule, _marked(finding)) not in silenced])


def _told_once(findings: list[Finding]) -> list[Finding]:
    """The findings without those of other rules that mark the same places: the loudest is told, and of these one that can be acted on."""
    first = [(min(_marked(finding)), finding) for finding in findings]
    first.sort(key=lambda one: one[0])
    doubled: set[int] = set()
    for number, ((document, _, end), finding) in enumerate(first):
        # Findings of the same places are of overlapping first ones.
        for later in range(number + 1, len(first)):
            (other_document, start, _), other = first[later]
            if other_document != document or start >= end:
                break
            if finding.rule != other.rule and _is_of_all(finding, other) and _is_of_all(other, finding):
                doubled.add(id(max(finding, other, key=_weight)))
    return [finding for finding in findings if id(finding) not in doubled]


def _is_of_all(one: Finding | Agreement, other: Finding) -> bool:
    """Whether one speaks of every place of the other."""
    return all(any(span.overlaps(own) for own in one.spans) for span in other.spans)


def _weight(finding: Finding) -> tuple[int, int, bool, str]:
    return finding.severity.rank, -len(finding.repairs), not finding.slip, finding.rule


#: No finding shows more places than this.
SHOWN = 6


def gathered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with those of several articles that say the same two things told as one, in whatever order they come."""
    groups: dict[int, list[Finding]] = {}
    #: The group to which a finding of some wording gave a place first, and the group that took over another.
    owners: dict[tuple[object, ...], int] = {}
    joined: dict[int, int] = {}
    for number, finding in enumerate(findings):
        groups[number] = [finding]
        if len(finding.spans) == len({span.document.name for span in finding.spans}) == 2:
            for mark in _marks(finding):
                one = _last(joined, owners.setdefault((finding.rule, finding.severity, *finding.claims, mark), number))
                other = _last(joined, number)
                first, later = sorted((one, other))
                if first != later:
                    groups[first] += groups.pop(later)
                    joined[later] = first
    return [_as_one(group) for group in groups.values()]


def _last(joined: dict[int, int], number: int) -> int:
    """The group that a group has become a part of."""
    while number in joined:
        number = joined[number]
    return number


def _as_one(group: list[Finding]) -> Finding:
    """The first of some findings, with the places of all."""
    places = {mark: span for one in group for span, mark in zip(one.spans, _marks(one), strict=True)}
    return replace(group[0], spans=tuple(places.values())[:SHOWN]) if len(group) > 1 else group[0]


def _marks(finding: Finding) -> list[tuple[str, int]]:
    return [(span.document.name, span.start) for span in finding.spans]


def _marked(finding: Finding) -> tuple[tuple[str, int, int], ...]:
    return tuple(sorted((span.document.name, span.start, span.end) for span in finding.spans))


def _silenced(
    findings: list[Finding], told: dict[str, tuple[str, ...]], agreements: list[Agreement]
) -> set[tuple[object, ...]]:
    """The findings of general rules where a rule that stands in their stead has spoken."""
    general = {name for names in told.values() for name in names}
    spans: defaultdict[tuple[str, str], list[tuple[Span, Finding]]] = defaultdict(list)
    for finding in findings:
        for span in finding.spans if finding.rule in general else ():
            spans[finding.rule, span.document.name].append((span, finding))
    for listed in spans.values():
        listed.sort(key=lambda one: one[0].start)
    longest = {key: max(span.end - span.start for span, _ in listed) for key, listed in spans.items()}
    silenced: set[tuple[object, ...]] = set()
    specials: list[Finding | Agreement] = [*findings, *agreements]
    for special in specials:
        for name, span in product(told.get(special.rule, ()), special.spans):
            key = name, span.document.name
            listed = spans.get(key, [])
            first = bisect_left(listed, span.start - longest.get(key, 0), key=lambda one: one[0].start)
            last = bisect_left(listed, span.end, first, key=lambda one: one[0].start)
            silenced.update(
                (name, _marked(finding))
                for other, finding in listed[first:last]
                if span.overlaps(other) and _is_told_by(special, finding)
            )
    return silenced


def _is_told_by(special: Finding | Agreement, finding: Finding) -> bool:
    """Whether what a rule says stands for a finding: it is no agreement and of one text, or has all of its places."""
    if isinstance(special, Finding) and len({span.document.name for span in finding.spans}) == 1:
        return True
    return _is_of_all(special, finding)


class _Passages:
    """The sentences that findings point into, whatever their place: a number for each wording."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._sentences = {article.document.name: article.sentences for article in articles}
        self._numbers: dict[str, int] = {}
        self._known: dict[tuple[str, int], int] = {}

    def of(self, finding: Finding) -> tuple[tuple[str, int], ...]:
        """The documents and sentences of a finding, in order."""
        return tuple(sorted((span.document.name, self._sentence(span)) for span in finding.spans))

    def _sentence(self, span: Span) -> int:
        name = span.document.name
        sentences = self._sentences.get(name, ())
        at = bisect_right(sentences, span.start, key=START) - 1
        if (name, at) not in self._known:
            words = " ".join(sentences[at].text.casefold().split()) if at >= 0 else ""
            self._known[name, at] = self._numbers.setdefault(words, len(self._numbers))
        return self._known[name, at]
