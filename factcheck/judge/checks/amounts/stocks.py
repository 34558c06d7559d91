"""Losses at a rate that leave nothing long since: "50 books a day for two years" out of 8,000."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.attributes import PEOPLE
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_by_sentence, mentions_in, sentence_number
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_AMOUNTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.QUANTITY})
#: A loss of so many times the stock is no rounding.
_FAR = Decimal("1.2")
_DAYS = {
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "night": Decimal(1),
    "week": Decimal(7),
    "month": Decimal(30),
    "year": Decimal(365),
}
#: What takes from a stock, whoever says it and wherever the stock is told.
_LOSS = regex(
    r"\b(?:leav(?:e|es|ing)|left|fle(?:e|es|d)|fleeing|abandon\w*|los(?:e|es|ing|t)|quit(?:s|ting)?|di(?:e|es|ed)|dying|drain(?:s|ed|ing)?|burn(?:s|ed|t|ing)?"
    r"|emigrat\w+|evacuat\w+|resign\w*|sheds?|shedding|leak(?:s|ed|ing)?|kill(?:s|ed|ing)?|depart\w*|escap\w+|dump\w*|spill\w*|evaporat\w+|remov\w+"
    r"|fell(?:s|ed|ing)?|slaughter\w*|cull\w*|shoot(?:s|ing)?|shot|poach\w*|steal(?:s|ing)?|stole|stolen|sack(?:s|ed|ing)?|fir(?:es|ed|ing)|lay(?:s|ing)? off|laid off"
    r"|destroy\w*|demolish\w*|smash\w*|eat(?:s|ing)?|ate|eaten|drink(?:s|ing)?|drank|cut(?:s|ting)? down|chop\w*|sank|sink(?:s|ing)?|scrap(?:s|ped|ping)?|shred\w*|deport\w*|expel\w*"
    r"|vanish\w*|disappear\w*|desert\w*|drown\w*|mov(?:ed|ing) out|carr(?:y|ied|ying) off)\b",
    re.IGNORECASE,
)
#: The same of what may come in again: then the stock is told first.
_MAY_COME_AGAIN = regex(
    r"\b(?:sell(?:s|ing)?|sold|us(?:es|ed|ing)|pump(?:s|ed|ing)?|consum\w+|t[ao]k(?:e|es|ing)|took|taken|caught|catch(?:es|ing)?|gave out|giv(?:es|en|ing) out|hand(?:s|ed|ing) out|dug|digs?|shipp?(?:s|ed|ing)?)\b"
)
_GAIN = regex(
    r"\b(?:arriv\w+|visitors?|tourists?|commut\w+|replac\w+|born|births?|refill\w*|filled|restock\w*|return\w*|recruit\w*|hir(?:e|ed|ing)|passed through|produc\w+|grow\w*"
    r"|new ones|for work|to work|for school|t[ao]k(?:e|es|ing) in|took in|let in|admit\w*|reborn|planted|bred|breed\w*|rain\w*|topped up|supplied|supplies|bak(?:es|ed|ing)|deliver\w*|each time|treated|lent|lends)\b",
    re.IGNORECASE,
)
#: What did not come in: "without one delivery", "with no rain".
_NO_GAIN = regex(
    r"\b(?:without|with no|no) (?:(?:an?|one|any|single|further|new|drop|of|more) ){0,3}(?:rain\w*|deliver\w*|refill\w*|suppl(?:y|ies)|arrivals?|births?|replacements?|recruits?)\b",
    re.IGNORECASE,
)
#: What says how much there is at first.
_STOCK = regex(
    r"\b(?:village|town|city|island|hamlet|district|suburb|settlement|camp|school|college|company|firm|factory|prison|regiment|brigade|battalion|congregation|herd|flock|lake|reservoir|tank|army|force|staff"
    r"|workforce|stock|stockpile|reserves?|forest|wood|library|fleet|orchard|pool|colony|population|supply|store|hive|garrison|fund|heap|pile|cellar|warehouse|wall|pack|swarm|crew|archive|collection)"
    r"(?: of| with| has| had| was of| is of| numbers| numbered| counted|,? which (?:has|holds|had|held)|, home to| is home to| holds| held| holding)(?: about| some| only| just)? $"
    r"|\b(?:has|had|held|holds|kept|keeps|contained|contains|stored|numbered|with|of|were|are|employs|employed|counted|houses|housed)(?: a (?:staff|workforce|herd|stock|population) of| only| just| about| some)? $",
    re.IGNORECASE,
)
_EACH = regex(
    r"^(?: of them| [a-z]+)?,? (?:each|every|a|per) (?P<unit>hour|day|night|week|month|year)\b|^ (?P<ly>hourly|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_EVERY = regex(r"\b(?:[Ee]very|[Ee]ach) (?P<unit>hour|day|night|week|month|year)\b,? ")
_LY = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
#: One word for what is counted is as good as another.
_ALIKE = {
    word: line.split()[0]
    for line in (
        "book volume title",
        "worker employee job staffer",
        "soldier man troop",
        "litre liter",
        "tree trunk",
        "house home",
    )
    for word in line.split()
}
_FOR = tuple("for ,over ,the past ,the last ,lasted ,during ,in ".split(","))


class _Rate(NamedTuple):
    """So many in each of some unit of time, and what is counted."""

    mention: Mention
    per: str
    noun: str


@check("stock-runs-out", of=Article, about=[Kind.DURATION])
def stock_runs_out(article: Article) -> Iterator[Verdict]:
    """Losses at a rate that goes on for longer than there is anything to lose."""
    going_on = (one for one in article.mentions if one.kind is Kind.DURATION and _is_for(one))
    for number in sorted({sentence_number(article, one.start) for one in going_on}):
        sentence, said = article.sentences[number], mentions_by_sentence(article)[number]
        lengths = [one for one in said if one.kind is Kind.DURATION and _is_for(one)]
        rates = [rate for one in said if (rate := _rate(one, sentence))] if len(lengths) == 1 else []
        if len(rates) != 1:
            continue
        is_sure = _LOSS.search(sentence.text) is not None
        if not (is_sure or _MAY_COME_AGAIN.search(sentence.text)) or _gains(sentence):
            continue
        near = [
            sentence,
            *(one for one in article.sentences[max(0, number - 2) : number] if one.paragraph == sentence.paragraph),
        ]
        if is_sure:
            near += [one for one in article.sentences[number + 1 : number + 2] if one.paragraph == sentence.paragraph]
        if any(_gains(one) for one in near):
            continue
        amounts = [one for other in near for one in mentions_in(article, other.start, other.end)]
        stocks = [one for one in amounts if one is not rates[0].mention and _is_stock(one, rates[0])]
        if len(stocks) == 1:
            yield from _run_out(rates[0], stocks[0], lengths[0])


def _run_out(rate: _Rate, stock: Mention, length: Mention) -> Iterator[Verdict]:
    one, other, time = rate.mention.quantity, stock.quantity, length.quantity
    if one is None or other is None or time is None:
        return
    lost = one.printed[0] * _least(length) * _DAYS.get(time.unit, Decimal(0)) / _DAYS[rate.per]
    spans = (rate.mention.span, stock.span, length.span)
    working = f"{rate.mention.text}: in {length.text} that makes {lost:,.0f}"
    if lost > other.printed[0] * _FAR:
        yield Clash(spans, arithmetic=working)
    else:
        yield Accord(spans, working)


def _gains(sentence: Sentence) -> bool:
    """Whether anything comes in again."""
    return _GAIN.search(_NO_GAIN.sub(" ", sentence.text)) is not None


def _is_for(mention: Mention) -> bool:
    before = mention.document.text[max(0, mention.start - 20) : mention.start].lower()
    return before.endswith(_FOR) or before.endswith(
        ("for about ", "for over ", "for nearly ", "for some ", "over about ")
    )


def _least(length: Mention) -> Decimal:
    """The fewest units that a length of time holds: two, where it only says "months"."""
    quantity = length.quantity
    if quantity is None:
        return Decimal(0)
    return quantity.printed[0] if quantity.printed else max(quantity.lower, Decimal(2))


def _rate(mention: Mention, sentence: Sentence) -> _Rate | None:
    """What is lost in each hour, day or year: "20 a day", "every day 20"."""
    quantity = mention.single
    if mention.kind not in _AMOUNTS or quantity is None:
        return None
    noun, _, per = quantity.unit.partition(" per ")
    if per in _DAYS:
        return _Rate(mention, per, _noun(noun))
    text = sentence.document.text
    behind = _EACH.match(text[mention.end : mention.end + 20])
    if behind:
        return _Rate(mention, (behind["unit"] or _LY[behind["ly"].lower()]).lower(), _noun(noun))
    every = _EVERY.search(text, max(sentence.start, mention.start - 30), mention.start)
    return _Rate(mention, every["unit"], _noun(noun)) if every else None


def _noun(unit: str) -> str:
    """What is counted, in the one word for it; people by whatever they are called."""
    noun = unit.rpartition(" ")[2]
    return "person" if noun in PEOPLE else _ALIKE.get(noun, noun)


def _is_stock(mention: Mention, rate: _Rate) -> bool:
    """Whether a number says how much there is of what is lost."""
    quantity, text = mention.single, mention.document.text
    if mention.kind not in _AMOUNTS or quantity is None or " per " in quantity.unit:
        return False
    noun = _noun(quantity.unit)
    if (mention.kind is Kind.QUANTITY) is not (rate.mention.kind is Kind.QUANTITY) and rate.noun:
        return False
    # "Killed 15 a day" may be of the herd: what is lost has no noun of its own there.
    is_told = text[rate.mention.start : rate.mention.end].lower().find(rate.noun) >= 0
    if noun and rate.noun and noun != rate.noun and is_told:
        return False
    return _STOCK.search(text, max(0, mention.start - 60), mention.start) is not None
