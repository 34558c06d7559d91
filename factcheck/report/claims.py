"""Every number and date of the articles: what it comes to, what it is about, and whether it was compared."""

from __future__ import annotations

from bisect import bisect_right
from string import ascii_lowercase
from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple
from factcheck.report.about import about
from factcheck.report.lines import Line
from factcheck.report.records import VERSION, as_json, claim_record, mention_record
from factcheck.report.table import table_lines
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Article, Claim, Mention, Report, Sentence
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

HEADER = ("where", "words", "value", "about", "compared")


class Outcome(NamedTuple):
    """What came of comparing a mention: a word, and the rule or the reason behind it."""

    compared: str
    why: str


class Listing(NamedTuple):
    """A number or date, what is claimed by it if anything is, and what came of it."""

    mention: Mention
    claim: Claim | None
    #: The sentence that it stands in, if it stands in one.
    sentence: Sentence | None
    outcome: Outcome


#: Another finding tells of the same place, and stands for it.
ELSEWHERE = Outcome("yes", "reported together with a louder finding")


def claims_lines(report: Report, page: Page) -> Iterator[Line]:
    """A table for each article, and below them the rules and reasons that its last column names by letters."""
    listed = listings(report)
    letters = _letters(listing.outcome for _, found in listed for listing in found)
    for article, found in listed:
        yield Line((page.text(article.document.name), "bold"))
        if found:
            yield from table_lines(HEADER, [_row(listing, letters) for listing in found], page, indent="  ")
        else:
            yield Line("  no number or date is written in it")
        yield Line()
    for why, letter in letters.items():
        yield Line(page.text(f"{letter}  {why}"))


def _row(listing: Listing, letters: dict[str, str]) -> tuple[str, ...]:
    mention, claim, _, outcome = listing
    return (
        str(mention.document.place(mention.start)),
        mention.text,
        meaning(mention),
        about(claim),
        f"{outcome.compared}, {letters[outcome.why]}",
    )


def _letters(outcomes: Iterable[Outcome]) -> dict[str, str]:
    """A letter for each rule and reason, in the order in which they are needed."""
    needed = dict.fromkeys(outcome.why for outcome in outcomes)
    return {why: ascii_lowercase[at % 26] * (1 + at // 26) for at, why in enumerate(needed)}


def claims_text(report: Report) -> str:
    """The same as JSON."""
    return as_json(claims_record(report))


def claims_record(report: Report) -> Record:
    """The same for a program: every mention, with its claim if it has one."""
    return {
        "version": VERSION,
        "sources": [
            {
                "name": article.document.name,
                "published": article.document.published.isoformat() if article.document.published else None,
                "mentions": [
                    {**(claim_record(claim) if claim else mention_record(mention)), **outcome._asdict()}
                    for mention, claim, _, outcome in found
                ],
            }
            for article, found in listings(report)
        ],
    }


def listings(report: Report) -> list[tuple[Article, list[Listing]]]:
    """The numbers and dates of each article, in order."""
    outcomes = _outcomes(report)
    return [(article, list(_listed(article, outcomes))) for article in report.articles]


def _listed(article: Article, outcomes: dict[tuple[int, int], Outcome]) -> Iterator[Listing]:
    claims = {claim.mention.start: claim for claim in article.claims}
    for mention in article.mentions:
        at = bisect_right(article.sentences, mention.start, key=lambda sentence: sentence.start) - 1
        sentence = article.sentences[at] if at >= 0 and mention.start < article.sentences[at].end else None
        yield Listing(mention, claims.get(mention.start), sentence, outcomes.get(_key(mention), ELSEWHERE))


def _outcomes(report: Report) -> dict[tuple[int, int], Outcome]:
    """The loudest that came of comparing, by the article of a mention and where the mention starts."""
    outcomes = {_key(unchecked.mention): Outcome("no", unchecked.reason) for unchecked in report.unchecked}
    for agreement in report.agreements:
        for span in agreement.spans:
            outcomes[id(span.document), span.start] = Outcome("agrees", agreement.rule)
    for finding in sorted(report.findings, key=lambda finding: -finding.severity.rank):
        for span in finding.spans:
            outcomes[id(span.document), span.start] = Outcome(finding.severity.value, finding.rule)
    return outcomes


def _key(mention: Mention) -> tuple[int, int]:
    return id(mention.document), mention.start
