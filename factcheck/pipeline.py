"""An article's way from text to report, a line a stage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.align import align
from factcheck.attach import attach
from factcheck.extract import extract as read_out
from factcheck.judge import Inside, comparing, inside, judge
from factcheck.model import Article, Claim, Document, Kind, Mention, Report, Unchecked
from factcheck.nouns import no_circles
from factcheck.processes import in_turn
from factcheck.read import segment
from factcheck.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.processes import Each
    from factcheck.rulebook import Rulebook


@no_circles()
def extract(document: Document) -> tuple[Mention, ...]:
    """Every amount and time in the document, with its value, in order."""
    return tuple(resolve(read_out(document), document))


@no_circles()
def understand(document: Document, *, is_source: bool = False, untied: bool = False) -> Article:
    """The document with its sentences, what they mention, and what that is about (see `attach` for `untied`)."""
    sentences = segment(document)
    mentions = extract(document)
    claims = attach(sentences, mentions, untied=untied)
    return Article(document, sentences, mentions, claims, is_source)


@no_circles()
def check(
    documents: Iterable[Document],
    *,
    against: Iterable[Document] = (),
    rulebook: Rulebook | None = None,
    facts: Iterable[Article] | None = None,
    each: Each = in_turn,
) -> Report:
    """Every place in the documents that the rules find cannot be right together with another.

    The documents are checked each by itself, against each other, against the
    sources, and against what is known. Without a rulebook the rules that ship with
    factcheck apply; without `facts`, so do the facts that ship with it. `each` says
    in how many processes each is understood and checked by itself.
    """
    rulebook, facts = _known(rulebook, facts)
    sources = tuple(each(partial(understand, is_source=True, untied=True), tuple(against)))
    drafts = tuple(documents)
    untied = bool(sources) or len(drafts) > 1
    judged = tuple(each(partial(_judged_inside, rulebook=rulebook, untied=untied), drafts))
    articles = (*(article for article, _ in judged), *sources)
    verdict = judge(articles, align((*articles, *facts)), rulebook, [told for _, told in judged])
    unchecked = tuple(_unchecked(articles, verdict.compared))
    return Report(articles, verdict.findings, verdict.agreements, unchecked, verdict.comparisons, rulebook.summaries)


@no_circles()
def _judged_inside(document: Document, *, rulebook: Rulebook, untied: bool) -> tuple[Article, Inside]:
    """The document understood, and what the rules make of it by itself."""
    article = understand(document, untied=untied)
    return article, inside(article, rulebook)


@no_circles()
def compare(
    documents: Iterable[Document],
    *,
    rulebook: Rulebook | None = None,
    facts: Iterable[Article] | None = None,
    each: Each = in_turn,
) -> Report:
    """Every place in the documents, all of them equal, where they differ from each other or from what is known.

    What an article gets wrong by itself is not looked for (see `check`).
    """
    rulebook, facts = _known(rulebook, facts)
    rulebook = comparing(rulebook)
    articles, known = tuple(each(partial(understand, untied=True), tuple(documents))), tuple(facts)
    verdict = judge(articles, align((*articles, *known)), rulebook)
    findings = tuple(finding for finding in verdict.findings if len({span.document.name for span in finding.spans}) > 1)
    unchecked = tuple(_unchecked(articles, verdict.compared))
    summaries = rulebook.summaries
    return Report(articles, findings, verdict.agreements, unchecked, verdict.comparisons, summaries, known=known)


def _known(rulebook: Rulebook | None, facts: Iterable[Article] | None) -> tuple[Rulebook, Iterable[Article]]:
    """The rules and the facts to go by: those that ship with factcheck where none are given."""
    if rulebook is None:
        from factcheck.rulebook import default_rulebook  # noqa: PLC0415 - a caller with rules of its own need not load ours

        rulebook = default_rulebook()
    if facts is None:
        from factcheck.facts import known_facts  # noqa: PLC0415 - nor ours facts

        facts = known_facts()
    return rulebook, facts


#: Why a mention that makes no claim was compared with nothing.
NO_CLAIM = {
    Kind.DATE: "a date that no event is tied to",
    Kind.TIME: "a time of day",
    Kind.DURATION: "a length of time",
    Kind.SET: "a repeated time",
    Kind.AGE: "an age",
    Kind.ORDINAL: "an ordinal",
}


def _unchecked(articles: Iterable[Article], compared: set[tuple[str, int]]) -> Iterator[Unchecked]:
    """Every mention of the articles that was compared with nothing, and why."""
    for article in articles:
        claims = {claim.mention.start: claim for claim in article.claims}
        for mention in article.mentions:
            if (article.document.name, mention.start) not in compared:
                yield Unchecked(mention, _reason(mention, claims.get(mention.start)))


def _reason(mention: Mention, claim: Claim | None) -> str:
    if claim is None or not claim.attribute:
        return NO_CLAIM.get(mention.kind, "nothing beside it says what it is about")
    if claim.withheld:
        return claim.withheld
    return "nothing else speaks of the same" + (
        f", as far as can be told ({claim.guesses[0]}?)" if claim.guesses else ""
    )
