"""A number in words, and the same in figures behind it: "twelve (12) applicants"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.spelled import read_spelled
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Figures in brackets behind a word.
_FIGURES = regex(r" \((?<=[a-z] \()[£$€]?(?P<figures>\d{1,3}(?:,\d{3})*|\d+)%?\)")
#: The other way round: "45 (fifty-four) days", "£200 (three hundred pounds)"; the figures are read from the bracket backwards.
_WORDS_BEHIND = regex(r" \((?<=\d \()(?P<words>[a-z][a-z -]{1,60})\)")
_FIGURES_BEFORE = regex(r"(?<![\w.,:/-])[£$€]?(?P<figures>\d{1,3}(?:,\d{3})+|\d+)\Z")
#: What may be counted by the word: "ten pounds (10)".
_UNITS = (
    " pounds",
    " dollars",
    " euros",
    " percent",
    " per cent",
    " days",
    " years",
    " months",
    " hours",
    " weeks",
    " miles",
)
#: A percentage behind any other number is the share that it makes: "one nurse in three (33%)".
_PERCENT = (" percent", " per cent")
#: No number in words is longer, in letters.
_LONGEST = 60
_WORD = regex(r"(?<![\w-])[a-z]", 0)
#: "9.8 trillion (9,845,804,000,000)" rounds, and is not in words.
_IN_FIGURES = regex(r"\d[ -]?\Z")
#: What is numbered, and not counted.
_LABEL = regex(r"\b(?:section|article|chapter|paragraph|clause|rule|verse|page|note|item|figure|table|psalm|no\.?) $")


@check("words-and-figures", of=Article, told_by="(")
def words_and_figures(article: Article) -> Iterator[Verdict]:
    """Numbers in words with figures in brackets behind them, and whether both are one number."""
    lowered = article.document.text.lower()
    yield from _in_words_behind(article, lowered)
    for found in _FIGURES.finditer(lowered):
        unit = next((unit for unit in _UNITS if lowered.endswith(unit, 0, found.start())), "")
        end = found.start() - len(unit)
        if found[0].endswith("%)") and unit not in _PERCENT:
            continue
        said = _spelled_before(lowered, max(sentence_at(article, end).start, end - _LONGEST), end)
        if said is None or _LABEL.search(lowered, max(0, said[0] - _LONGEST), said[0]):
            continue
        start, value = said
        figures = Decimal(found["figures"].replace(",", ""))
        spans = (Span(article.document, start, end), Span(article.document, *found.span("figures")))
        if value == figures:
            yield Accord(spans, f"both are {number_in_words(value)}")
        else:
            yield Clash(
                spans,
                {"words": spans[0].text, "figures": spans[1].text},
                f"{spans[0].text} is {number_in_words(value)}, not {spans[1].text}",
                repairs=(f"“{spans[1].text}” → “{number_in_words(value)}”",),
            )


def _in_words_behind(article: Article, lowered: str) -> Iterator[Verdict]:
    """Numbers in figures with the same in words behind them."""
    for words in _WORDS_BEHIND.finditer(lowered):
        found = _FIGURES_BEFORE.search(lowered, max(0, words.start() - _LONGEST), words.start())
        numeral = read_spelled(lowered, words.start("words")) if found else None
        behind = lowered[numeral.end : words.end("words")] if numeral else ""
        if (
            found is None
            or numeral is None
            or numeral.part
            or behind not in {"", *_UNITS}
            or _LABEL.search(lowered, max(0, found.start() - _LONGEST), found.start())
        ):
            continue
        figures = Decimal(found["figures"].replace(",", ""))
        spans = (Span(article.document, *words.span("words")), Span(article.document, *found.span("figures")))
        if numeral.value == figures:
            yield Accord(spans, f"both are {number_in_words(figures)}")
        else:
            yield Clash(
                spans,
                {"words": spans[0].text, "figures": spans[1].text},
                f"{spans[0].text} is {number_in_words(numeral.value)}, not {spans[1].text}",
                repairs=(f"“{spans[1].text}” → “{number_in_words(numeral.value)}”",),
            )


def _spelled_before(lowered: str, start: int, end: int) -> tuple[int, Decimal] | None:
    """Where the number in words begins that ends at a place, and what it is; the longest one."""
    for word in _WORD.finditer(lowered, start, end):
        numeral = read_spelled(lowered, word.start())
        if numeral is not None and numeral.end == end:
            whole = (
                not numeral.part
                and numeral.value == int(numeral.value)
                and not _IN_FIGURES.search(lowered, 0, word.start())
            )
            return (word.start(), numeral.value) if whole else None
    return None
