"""The names of a list in one article, against how many another one counts: "its routes to Oslo and Turin", "three routes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.names import code, names_in
from factcheck.align.scopes import times_told
from factcheck.align.settings import setting_of
from factcheck.attach import times_of
from factcheck.attach.words import EMPTY, WORD, stem
from factcheck.judge.checks import check
from factcheck.judge.checks.across.names.counted_names import Counted, counted_or_named
from factcheck.judge.checks.across.names.name_lists import OPEN
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Bound, Claim, Kind, Mention, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: "The regions of Donetsk and Luhansk", "its routes to Oslo and Turin": a noun in the plural, and the names of them all.
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_PLACES = (
    "states|regions|provinces|districts|cities|towns|villages|counties|countries|republics|islands|territories|oblasts"
)
_FEW = "(?:two|three|four|five|six|seven|eight|nine)"
LISTED = regex(
    rf"\b(?:(?:the|its|their|his|her|(?P<whose>[a-z]+)[’']s) (?P<noun>[a-z]+s)(?: of| to| in| at| from| are| were|,)|(?P<places>{_PLACES})(?: of|,)|{_FEW} (?P<counted>[a-z]+s)(?:,|:| –)) (?P<names>{_NAME}(?:, {_NAME})*,? and {_NAME})(?![\w’'-])(?!,? (?:among|and) )"
)
#: Scopes of a count that a list may be of: all of them, or those by which they became fewer ("drops three routes").
LISTABLE = frozenset({"change", "whole"})
#: So many telling words before a list tell what was done.
TELLING = 1
#: A phrase before or behind a number is looked for so far, in letters.
WINDOW = 60


@check("count-and-list", of=tuple, least=2)
def count_and_list(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """The names of a closed list in one article, against how many another article counts."""
    counted = [
        claim
        for article in articles
        for claim in article.claims
        if claim.mention.kind is Kind.COUNT
        and _is_exact(claim.mention)
        and not claim.withheld
        and {word for word in claim.scope if ":" not in word} <= LISTABLE
    ]
    index = Counted(counted)
    for article in articles if counted else ():
        named = list(_lists(article))
        yield from counted_or_named(article, index, [span for span, *_ in named])
        for span, noun, many, near in named:
            for claim in counted:
                apart = claim.mention.document is not article.document and times_told(claim) <= _times_at(article, span)
                if apart and _is_called(claim, noun) and near & setting_of(claim).near:
                    yield from _list_compared(span, many, claim)


def _is_called(claim: Claim, noun: str) -> bool:
    """Whether a claim counts what a noun says, which may be people."""
    return noun in {claim.attribute, stem(claim.mention.unit)}


def _times_at(article: Article, span: Span) -> frozenset[str]:
    """The days and months that the sentence of a list speaks of."""
    sentence = sentence_at(article, span.start)
    return frozenset(times_of(mentions_in(article, sentence.start, sentence.end)))


def _is_exact(mention: Mention) -> bool:
    """Whether a count is printed, and without a hedge."""
    return mention.quantity is not None and bool(mention.quantity.printed) and mention.quantity.bound is Bound.EXACT


def _lists(article: Article) -> Iterator[tuple[Span, str, int, frozenset[str]]]:
    """Each list of names behind its noun: where it stands, the noun's stem, how many, and the stems before it."""
    text = article.document.text
    for match in LISTED.finditer(text):
        before = text[max(0, match.start() - WINDOW) : match.start()]
        if not OPEN.search(before):
            many = match["names"].replace(" and ", ", ").replace(",,", ",").count(", ") + 1
            telling = [word for word in WORD.findall(before.lower() + (match["whose"] or "")) if word not in EMPTY]
            near = frozenset(map(stem, telling[-TELLING:]))
            noun = stem(match["noun"] or match["places"] or match["counted"])
            yield Span(article.document, match.start(), match.end()), noun, many, near


def _list_compared(span: Span, many: int, claim: Claim) -> Iterator[Verdict]:
    spans = (claim.mention.span, span)
    amount = claim.mention.quantity
    names = {code(name.text) for name in names_in(span.document)}
    known = {code(name) for name in (*setting_of(claim).names, *setting_of(claim).about)}
    if amount is None or (known and not names & known):
        return
    if amount.lower <= many <= amount.upper:
        yield Accord(spans, f"{many} are named")
    else:
        yield Clash(spans, {"named": str(many)}, arithmetic=f"{many} are named, not {number_in_words(amount.value)}")
