"""Rules about whole articles: asked of few at a time that may tell of one event, whose texts are read again.

A group is compared as `compare` does it. What the rules about claims find in it
is found among all claims of the archive too, so that of a group only what the
others find is told; of two rules that mark the same places one speaks, as in a
single run.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align import align
from factcheck.archive.conflicts import Conflict
from factcheck.archive.texts import article_in
from factcheck.judge import comparing, judge
from factcheck.judge.checks import named_checks
from factcheck.judge.findings import outspoken
from factcheck.pipeline import understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.events import Gathered
    from factcheck.archive.texts import TextRow
    from factcheck.judge.rules import Rule, Rulebook
    from factcheck.model import Article, Document, Finding


def of_wholes(rulebook: Rulebook) -> Rulebook | None:
    """What a rulebook asks of articles that are compared, no more of it than can go to another process; None where it asks nothing of the whole of them."""
    book = comparing(rulebook)
    if not any(_is_of_wholes(rule) for rule in book.rules):
        return None
    return replace(book, rules=tuple(replace(rule, examples=()) for rule in book.rules), loaded=None)


def _is_of_wholes(rule: Rule) -> bool:
    """Whether a rule looks at whole articles, none of which is the source of another."""
    check = named_checks().get(rule.check)
    return check is not None and check.of is tuple and not check.with_sources


def differing(rows: Sequence[TextRow | Gathered], rulebook: Rulebook) -> list[Conflict]:
    """What the rules about whole articles find in some that may tell of one event, each by itself."""
    documents = sorted(map(article_in, rows), key=lambda document: document.name)
    articles = tuple(_understood(documents))
    about_wholes = {rule.name for rule in rulebook.rules if _is_of_wholes(rule)}
    # Few groups have anything; only in these it matters what the other rules say of the same places.
    if not judge(articles, (), rulebook.select(tuple(about_wholes))).findings:
        return []
    known = {article.document.name: article for article in articles}
    found = []
    for finding in judge(articles, align(articles), rulebook).findings:
        names = dict.fromkeys(span.document.name for span in finding.spans)
        if finding.rule in about_wholes and len(names) > 1:
            told = tuple(replace(known[name], mentions=(), claims=()) for name in sorted(names))
            found.append(Conflict((finding,), (), told))
    return found


def _understood(documents: Iterable[Document]) -> Iterator[Article]:
    for document in documents:
        try:
            yield understand(document, untied=True)
        except Exception:  # noqa: BLE001, S112 - where it was read that was told already
            continue


def joined(of_claims: Iterable[Conflict], of_wholes: Iterable[Conflict], rules: Sequence[Rule]) -> list[Conflict]:
    """What was found between claims and between whole articles, each place told once."""
    wholes = list(of_wholes)
    texts = {article.document.name: article for conflict in wholes for article in conflict.articles}
    conflicts = [*(_moved(conflict, texts) for conflict in of_claims), *wholes]
    findings = [finding for conflict in conflicts for finding in conflict.findings]
    kept = {id(finding) for finding in outspoken(findings, rules)} if wholes else set(map(id, findings))
    told = (
        replace(conflict, findings=tuple(finding for finding in conflict.findings if id(finding) in kept))
        for conflict in conflicts
    )
    return [conflict for conflict in told if conflict.findings]


def _moved(conflict: Conflict, texts: Mapping[str, Article]) -> Conflict:
    """A conflict between claims, with as much of its articles as is known: the places are the same, whether what stands between is blank or not."""
    if texts.keys().isdisjoint(article.document.name for article in conflict.articles):
        return conflict
    return replace(
        conflict,
        findings=tuple(_pointing_at(finding, texts) for finding in conflict.findings),
        articles=tuple(texts.get(article.document.name, article) for article in conflict.articles),
    )


def _pointing_at(finding: Finding, texts: Mapping[str, Article]) -> Finding:
    spans = tuple(
        replace(span, document=texts[span.document.name].document) if span.document.name in texts else span
        for span in finding.spans
    )
    return replace(finding, spans=spans)
