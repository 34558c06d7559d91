"""Votes, held against the seats of the house that they were cast in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import exact_numbers, mentions_in, sentence_at, sentence_number
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Kind, Mention, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Quantity

#: What a house is counted in.
SEATS = frozenset(
    "seat member person people judge justice lawmaker senator deputy councillor councilor delegate juror strong representative mp".split()
)
_HOUSE = regex(
    r"(?: (?!of )[a-zA-Z][\w’'-]*){0,4}? (?:house|chamber|senate|parliament|assembly|council|board|committee|court|legislature|congress|commission|panel|diet|duma|knesset|bundestag"
    r"|authority|caucus|jury|synod|union|cabinet)\b|[ -]strong\b",
    re.IGNORECASE,
)
#: "Parliament, which has 120 seats", "a house of 99 members", "senators, of whom there are 50".
_HOUSE_BEFORE = regex(
    r"\b(?:house|chamber|senate|parliament|assembly|council|legislature|congress|knesset|bundestag|diet|duma|jury|panel|board|committee|court|senators|deputies|members|councillors)"
    r"(?:,? (?:which|that) (?:now )?(?:has|have|had)|,? with|,? of whom there are|,? of) (?:only |all |its )?$",
    re.IGNORECASE,
)
#: Of these all that there are sit together: "all nine justices".
BENCH = frozenset("judge justice juror councillor councilor".split())
_ALL = regex(r"\b[Aa]ll (?:of )?(?:the |its )?$")
_THE = regex(r"\b[Tt]he $")
_SPLIT = regex(r" (?:were )?(?:split|divided|voted|ruled|decided)\b")
_WORDS = any_of(CARDINALS)
_SCORE = regex(
    rf"(?<![\d.,–-])\b(\d{{1,4}}|(?:{_WORDS})(?= (?:votes )?to ))(?: votes)?(?:[–-]| ?to |, with |; |, )(\d{{1,4}}|(?<= to )(?:{_WORDS}))(?: against| opposed)?(?![\d,.]*\d|[\w–-]|%| (?:per|years?|months?|days?|dollars))"
)
_FOR_AGAINST = regex(
    r"(?<![\d.,])(\d{1,4}) (?:\w+ )?(?:voted |votes? )?(?:for|in favou?r|yes|backed it|supported it)(?: (?:it|the \w+))?,?(?: and| with| to| while| but)? (\d{1,4}) (?:\w+ )?(?:voted |votes? )?(?:against|opposed|no)\b"
)
_VOTE = regex(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:e[sd])?|approv\w+|reject\w+|back(?:s|ed)|defeat\w+|adopt\w+|ratif\w+|clear(?:s|ed)|rul(?:ed|es|ing)|split|endors\w+|decid\w+|elect\w+|against|carri(?:ed|es)|thr(?:ew|ows?|own)|turned down|struck down|upheld|killed|found (?:for|against)|held that|by \d+[–-]\d+|by \d+(?: votes)? to \d+|sent (?:\w+ ){1,5}back|dismiss\w+|confirm\w+|acquit\w+|convict\w+|repeal\w+|scrapp?\w+|bann?ed|postpon\w+|shelv\w+|agree[ds]?|refus\w+|oust\w+|sack(?:ed|s))\b",
    re.IGNORECASE,
)
_ANOTHER_HOUSE = regex(
    r"\b(?:Senate|House|Assembly|jury|parliament|committee|council|referendum|poll|season|game|match)\b", re.IGNORECASE
)
#: Whose house is called what.
_OF_HOUSE = {"councillor": "council", "councilor": "council", "senator": "senate", "member": "house"}
#: The number of a house that it once had, or will have.
_NOT_NOW = regex(r"\b(?:majority|enlarge\w*|expand\w*|reduc\w*|former|cut)\b", re.IGNORECASE)

#: Who were all there, or voted, so that a vote told before is theirs: "All 51 councillors were present".
_PRESENT = regex(r" (?:were (?:all )?present|was present|attended|voted|took part|cast (?:a|their) votes?)\b")
#: Who sat together, so that what "they" decided in the next sentence is theirs.
_SAT = regex(
    r"[^.;:!?]{0,40} (?:were (?:all )?present|was present|attended|voted|took part|sat|met|gathered|turned up)\b"
)
_THEY = regex(
    r"(?:They|It|The (?:members|judges|justices|jurors|jury|bench|panel|council|councillors|vote|verdict|result))\b"
)
#: How many sentences earlier the vote may be told.
_EARLIER = 4


@check("votes", of=Article, about=COUNTED)
def votes(article: Article) -> Iterator[Verdict]:
    """Every vote whose house is said to have so many seats, and whether as many could vote."""
    text = article.document.text
    for mention, quantity in exact_numbers(article):
        house = _house(mention, quantity)
        if house is None:
            continue
        sentence = sentence_at(article, mention.start)
        if _NOT_NOW.search(sentence.text):
            continue
        scores = _scores(text, sentence.start, sentence.end)
        if not scores and _PRESENT.match(text, mention.end):
            number = sentence_number(article, mention.start)
            earlier = article.sentences[max(0, number - _EARLIER) : number]
            own = _OF_HOUSE.get(quantity.unit)
            told = [one for one in earlier if all(own == name.lower() for name in _ANOTHER_HOUSE.findall(one.text))]
            scores = [found for one in told for found in _scores(text, one.start, one.end)][-1:]
        if not scores and _SAT.match(text, mention.end):
            after = article.sentences[sentence_number(article, mention.start) + 1 :][:1]
            told = [one for one in after if _THEY.match(one.text) and not _ANOTHER_HOUSE.search(one.text)]
            scores = [found for one in told for found in _scores(text, one.start, one.end)]
        for found in scores:
            if found.start() < mention.end <= found.end() or found.start() <= mention.start < found.end():
                continue
            if any(
                one.kind is Kind.DATE and one.end > found.start()
                for one in mentions_in(article, sentence.start, found.end())
            ):
                continue  # "On April 6, 1994"
            start, end = max(mention.end, house.end()), min(mention.start, house.start())
            between = text[start : found.start()] if found.start() >= mention.end else text[found.end() : end]
            if not _ANOTHER_HOUSE.search(between):
                yield _cast(mention, found, int(quantity.printed[0]))


def _scores(text: str, start: int, end: int) -> list[re.Match[str]]:
    """What votes of a stretch of text came out as, if it tells of votes."""
    if not _VOTE.search(text, start, end):
        return []
    return [*_SCORE.finditer(text, start, end), *_FOR_AGAINST.finditer(text, start, end)]


def _house(mention: Mention, quantity: Quantity) -> re.Match[str] | None:
    """The words for the house that has so many seats, behind them or before."""
    text, unit = mention.document.text, quantity.unit
    behind = before = None
    if unit in SEATS or mention.text.endswith("strong"):
        behind = _HOUSE.match(text, mention.end, mention.end + 60)
    if unit in SEATS or not unit:
        before = _HOUSE_BEFORE.search(text, max(0, mention.start - 60), mention.start)
    if behind or before or unit not in BENCH:
        return behind or before
    led_in = (_ALL, _THE) if _SPLIT.match(text, mention.end) else (_ALL,)
    return next(filter(None, (one.search(text, max(0, mention.start - 8), mention.start) for one in led_in)), None)


def _cast(mention: Mention, found: re.Match[str], seats: int) -> Verdict:
    span = Span(mention.document, found.start(), found.end())
    cast = sum(int(CARDINALS.get(votes.lower(), 0) or votes) for votes in found.groups())
    if cast <= seats:
        return Accord((span, mention.span), f"{cast} of {seats} voted")
    return Clash(
        (span, mention.span),
        {"votes": span.text, "seats": mention.text},
        f"{found[1]} + {found[2]} = {cast}, more than {seats}",
    )
