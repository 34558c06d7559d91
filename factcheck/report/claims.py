"""Every number and date of the articles: what it comes to, what it is about, and whether it was compared."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from factcheck.report.about import about
from factcheck.report.lines import Line
from factcheck.report.records import VERSION, as_json, claim_record, mention_record
from factcheck.report.table import table_lines
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article, Claim, Mention, Report
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

HEADER = ("where", "words", "value", "about", "compared")


class Outcome(NamedTuple):
    """What came of comparing a mention: a word, and the rule or the reason behind it."""

    compared: str
    why: str


#: By the article of a mention and where the mention starts.
Outcomes = dict[tuple[int, int], Outcome]

#: Another finding tells of the same place, and stands for it.
ELSEWHERE = Outcome("yes", "reported together with a louder finding")


def claims_lines(report: Report, page: Page) -> Iterator[Line]:
    """A table for each article, and below them the rules and reasons that its last column names by letters."""
    outcomes = _outcomes(report)
    letters = _letters(outcomes)
    for article in report.articles:
        yield Line((page.text(article.document.name), "bold"))
        if article.mentions:
            yield from table_lines(HEADER, list(_rows(article, outcomes, letters)), page, indent="  ")
        else:
            yield Line("  no number or date is written in it")
        yield Line()
    for why, letter in letters.items():
        yield Line(page.text(f"{letter}  {why}"))


def _rows(article: Article, outcomes: Outcomes, letters: dict[str, str]) -> Iterator[tuple[str, ...]]:
    claims = _by_start(article)
    for mention in article.mentions:
        outcome = outcomes[_key(mention)]
        yield (
            str(article.document.place(mention.start)),
            mention.text,
            meaning(mention),
            about(claims.get(mention.start)),
            f"{outcome.compared}, {letters[outcome.why]}",
        )


def _letters(outcomes: Outcomes) -> dict[str, str]:
    """A letter for each rule and reason, in the order in which they are needed."""
    needed = dict.fromkeys(outcome.why for outcome in outcomes.values())
    return {why: ascii_lowercase[at % 26] * (1 + at // 26) for at, why in enumerate(needed)}


def claims_text(report: Report) -> str:
    """The same as JSON."""
    return as_json(claims_record(report))


def claims_record(report: Report) -> Record:
    """The same for a program: every mention, with its claim if it has one."""
    outcomes = _outcomes(report)
    return {
        "version": VERSION,
        "sources": [
            {
                "name": article.document.name,
                "published": article.document.published.isoformat() if article.document.published else None,
                "mentions": [
                    {
                        **(claim_record(claims[mention.start]) if mention.start in claims else mention_record(mention)),
                        **outcomes[_key(mention)]._asdict(),
                    }
                    for claims in [_by_start(article)]
                    for mention in article.mentions
                ],
            }
            for article in report.articles
        ],
    }


def _outcomes(report: Report) -> Outcomes:
    """The loudest that came of comparing each mention."""
    outcomes = {_key(unchecked.mention): Outcome("no", unchecked.reason) for unchecked in report.unchecked}
    for agreement in report.agreements:
        for span in agreement.spans:
            outcomes[id(span.document), span.start] = Outcome("agrees", agreement.rule)
    for finding in sorted(report.findings, key=lambda finding: -finding.severity.rank):
        for span in finding.spans:
            outcomes[id(span.document), span.start] = Outcome(finding.severity.value, finding.rule)
    return {
        _key(mention): outcomes.get(_key(mention), ELSEWHERE)
        for article in report.articles
        for mention in article.mentions
    }


def _key(mention: Mention) -> tuple[int, int]:
    return id(mention.document), mention.start


def _by_start(article: Article) -> dict[int, Claim]:
    return {claim.mention.start: claim for claim in article.claims}
