"""So many years that somebody is quoted with, which lead to no year of the article, and would but for a digit: "built in 1871 … “after 134 years”".

Whoever speaks of so exact a number of years has counted from something, and an article that quotes it mostly tells from what.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.mistyping import are_swapped, has_another_digit
from factcheck.judge.verdicts import Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Mention

#: Fewer years are told of much that no article dates, and so are those that a five divides.
_LEAST, _ROUND = 11, 5
_YEAR = regex(r"(?<![\d.,£$€-])(?:1[5-9]\d\d|20\d\d)\b(?![.,]?\d| (?:people|[a-z]+s\b))")
#: What somebody did for so many years is dated beside it, or nowhere: "I have taught for 23 years".
_DID = regex(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Mm]y|[Hh]is|[Hh]er)\b(?:['’](?:ve|d|s))?(?: [\w’'-]+){1,6} $|\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)['’](?:ve|d) (?:[\w’'-]+ )*$"
)
_CLAUSE = 60
_PEOPLE = regex(r"\b(?:I|we|he|she|they|my|his|her)\b", re.IGNORECASE)
#: What is no time up to now.
_OTHERWISE = regex(
    r" (?:from now|old|of age|ago, when (?:I|we) (?:was|were)|to (?:come|go)|in (?:prison|jail|the (?:navy|army)))|-old"
)


@check("said-years", of=Article, told_by=("years", "yrs"), about=[Kind.DURATION])
def said_years(article: Article) -> Iterator[Verdict]:
    """A number of years in somebody's words that fits no two years of the article, and two of them with another digit in it."""
    published, text = article.document.published, article.document.text
    said = [one for one in article.mentions if _is_exact(one) and _is_said(article, one)] if published else []
    if not said or published is None:
        return
    dated = {int(found[0]): found.span() for found in _YEAR.finditer(text)}
    dated = {year: place for year, place in dated.items() if year <= published.year}
    apart = {last - first for first, last in combinations(sorted({*dated, published.year}), 2)}
    told = [printed for one in article.mentions if one.quantity for printed in one.quantity.printed]
    for mention in said:
        years = _years(mention)
        if told.count(Decimal(years)) > 1 or apart & {years - 1, years, years + 1}:
            continue
        meant = [year for year in dated if _is_mistyped(years, published.year - year)]
        if _DID.search(text, max(0, mention.start - _CLAUSE), mention.start):
            meant = [year for year in meant if _tells_of_them(article, dated[year][0], mention)]
        if len(meant) == 1:
            yield Clash(
                in_text_order(Span(article.document, *dated[meant[0]]), mention.span),
                {"start": str(meant[0]), "years": mention.text},
                arithmetic=f"from {meant[0]} to {published.year} it is {published.year - meant[0]} years",
            )


def _is_exact(mention: Mention) -> bool:
    quantity = mention.exact
    return (
        mention.kind is Kind.DURATION
        and quantity is not None
        and quantity.unit == "year"
        and quantity.printed[0] % 1 == 0
        and quantity.printed[0] >= _LEAST
        and quantity.printed[0] % _ROUND != 0
    )


def _is_said(article: Article, mention: Mention) -> bool:
    """Whether somebody is quoted with it, of a time up to now."""
    return sentence_at(article, mention.start).quotes(mention.start) and not _OTHERWISE.match(
        article.document.text, mention.end
    )


def _tells_of_them(article: Article, at: int, mention: Mention) -> bool:
    """Whether a year stands in the paragraph of a mention, in a sentence of people."""
    sentence = sentence_at(article, at)
    is_beside = sentence.paragraph == sentence_at(article, mention.start).paragraph
    return is_beside and _PEOPLE.search(sentence.text) is not None


def _years(mention: Mention) -> int:
    return int(mention.quantity.printed[0]) if mention.quantity else 0


def _is_mistyped(years: int, meant: int) -> bool:
    """Whether another first digits, or two that changed places, make one number of years of the other."""
    one, other = Decimal(years), Decimal(meant)
    is_another = years % 10 == meant % 10 and has_another_digit(one, other)
    return meant > 0 and (is_another or are_swapped(one, other))
