"""How many live in a place or belong to something: countries, parts of a place, stocks that run out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.amounts.countries import COUNTRIES, DEMONYMS
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# --- countries ------------------------------------------------------------------------


#: So many times the people of 2024 no country has had, nor will soon.
_MOST = Decimal("1.5")
_MILLION = Decimal(1_000_000)
#: Counted as people who live there.
_PEOPLE = frozenset("person people inhabitant citizen resident voter".split())
_NAME = any_of(COUNTRIES)
#: "France has a population of", "Nigeria, with its", "India's".
_COUNTRY_BEFORE = regex(
    rf"\b(?P<country>{_NAME})(?:['’]s?|,? which)?,?(?: (?:total|current|entire))?"
    r"(?: (?:has|had|is|with|home to|a|an|its|the|population|of|country|nation|some|about|around|is home to|counts|stands at|reached|totals)){1,7} ?$|"
    rf"\bpopulation of (?P<of>{_NAME})(?: (?:is|stands at|reached|was|of|now|has reached|about|some))+ ?$|\b(?P<own>{_NAME})['’]s? $"
)
_COUNTRY_BEHIND = regex(
    rf"^(?: people)?(?: who)? (?:live|living|lives) in (?P<country>{_NAME})\b|^ (?:people |inhabitants |citizens )?(?:of|in) (?P<of>{_NAME})\b(?! and)"
)


@check("population", of=Article, told_by=["million", "billion"])
def population(article: Article) -> Iterator[Verdict]:
    """Numbers of people in a country, and whether so many can live there."""
    text = article.document.text
    for mention in article.mentions:
        quantity = mention.quantity
        if mention.kind not in {Kind.COUNT, Kind.NUMBER} or quantity is None or quantity.value < _MILLION:
            continue
        before = _COUNTRY_BEFORE.search(text, max(0, mention.start - 70), mention.start)
        people = quantity.unit.rpartition(" ")[2] in _PEOPLE
        if before is not None and not people and "population" not in before[0]:
            before = None
        found = before or (_COUNTRY_BEHIND.match(text[mention.end : mention.end + 60]) if people else None)
        country = next((name for name in found.groups() if name), "") if found else DEMONYMS.get(quantity.unit, "")
        if not country:
            continue
        most = COUNTRIES[country] * _MILLION
        if quantity.lower > most * _MOST:
            yield Clash(
                (mention.span,),
                {"country": country},
                arithmetic=f"about {COUNTRIES[country]:,} million people live in {country}",
            )
        else:
            yield Accord((mention.span,), f"about {COUNTRIES[country]:,} million people live in {country}")


# --- more of its people than a place has ----------------------------------------------

_PLACES = (
    r"(?:village|town|city|island|hamlet|district|suburb|parish|settlement|municipality|county|country|community|camp|commune|borough|school|college"
    r"|university|company|firm|factory|hospital|prison|ship|battalion|regiment|brigade|club|union|congregation|colony|region|province)"
)
_MEMBERS = (
    r"(?:residents|people|inhabitants|citizens|villagers|islanders|townspeople|townsfolk|pupils|students|workers|employees|staff|members|soldiers|men|prisoners"
    r"|inmates|passengers|crew|patients|parishioners|households|families|voters|islanders|locals|children)"
)
#: "the village of", "a town with", "the island, home to", "the school has".
_PLACE_OF = regex(
    rf"\b{_PLACES}(?: of| with| has|,? (?:which|that) has|,? (?:which is )?home to| is home to|(?:['’]s)? population(?: of| is| was| stands at)?|,? population|,? with a population of"
    rf"| has a population of|,? which (?:employs|holds|houses|teaches)|,? employing| employs| of just| numbering)(?: about| some| only| just| nearly| its)* ?$|\bpopulation (?:of|is|was|stood at)(?: about| some| only| just)? $"
)
#: "a 900-person village", "600 people live in the village".
_PLACE_BEHIND = regex(
    rf"^[- ](?:strong |person |people |pupil )?{_PLACES}\b|^,? (?:people )?(?:live|lived) (?:in|on) (?:the|this|its) \w*"
)
#: "4,000 of its residents", "4,000 of them".
_OF_ITS = regex(
    rf"\bof (?:its|the (?:\w+ )?{_PLACES}['’]s) (?:\w+ )?{_MEMBERS}\b|^[^.;]{{0,30}}? of (?:them|its (?:own )?{_MEMBERS})\b"
    rf"|^(?:some |about |nearly |around |more than |over |at least )?[\d,]+ (?:residents|inhabitants|villagers|townspeople|townsfolk|islanders|pupils|parishioners|locals)\b(?! (?:of|in|from|across|on)\b)"
)
#: "9,000 inhabitants of the town of".
_BEFORE_ITS_PLACE = regex(
    rf"^,? (?:(?:of|in|from) )?(?:the|this|a) (?:\w+ )?{_PLACES} of (?:just |only |about |some )?$"
)
#: "More than 3,000 of the".
_OF_THE = regex(r"^ of (?:the|its|their|those|these|our|all)(?: \w+['’]s)? $")
#: "Of the island's 800 people, 1,100 have left".
_OF_THE_PLACES = regex(rf"\b[Oo]f (?:the|its) (?:\w+ )?(?:{_PLACES}['’]s )?$")
_THEN = regex(
    r" ?(?:[a-z]+ )?(?:[a-z]+)?, (?:about |some |at least )?[\d,]+ (?:of them )?(?:have|had|were|are|left|fled|died|voted|work|live|signed|moved|fell|lost|backed|joined|stayed|took|said|attended)\b"
)
#: In longer times a place may lose more than live there at once.
_LONG_TIMES = regex(r"\b(?:decades?|centur(?:y|ies)|generations?|years|since|ever|history)\b")
#: "20 for every 100,000 residents" counts nobody.
_PER = regex(r"\b(?:per|every|each) $")
#: How far behind the size of a place its people are spoken of, in letters.
_NEAR = 300


@check("more-than-live-there", of=Article, about=[Kind.COUNT, Kind.NUMBER])
def more_than_live_there(article: Article) -> Iterator[Verdict]:
    """A number of a place's people that is larger than the place."""
    text = article.document.text
    place: Mention | None = None
    counts = [m for m in article.mentions if m.kind in (Kind.COUNT, Kind.NUMBER) and m.quantity and m.quantity.printed]
    for at, mention in enumerate(counts):
        earlier = counts[at - 1] if at else None
        if earlier is not None and mention.start - earlier.end < 60:
            between = text[earlier.end : mention.start]
            unit = mention.quantity.unit.rpartition(" ")[2] if mention.quantity else ""
            leads = _OF_THE_PLACES.search(text, max(0, earlier.start - 40), earlier.start)
            if leads and _THEN.match(text, earlier.end) and mention.start - earlier.end < 30:
                yield from _part_and_place(mention, earlier)
            of_the = unit in _COUNTED and _OF_THE.match(between)
            if of_the or (_BEFORE_ITS_PLACE.match(between) and unit in {"", *_COUNTED}):
                yield from _part_and_place(earlier, mention)
        if _is_place(text, mention):
            place = mention
        elif place is not None and mention.start - place.end < _NEAR:
            following = text[mention.start : mention.end + 40]
            if _PER.search(text, max(0, mention.start - 12), mention.start):
                continue
            if _OF_ITS.search(following) and not _LONG_TIMES.search(text[place.end : mention.end + 80]):
                yield from _part_and_place(mention, place)


#: What counts as one of a place's people, in the singular.
_COUNTED = frozenset(
    "person resident inhabitant citizen villager islander pupil student worker employee member soldier prisoner inmate passenger patient household"
    " family voter local child player seat delegate parishioner hostage migrant refugee survivor guest".split()
)


def _is_place(text: str, mention: Mention) -> bool:
    if _PLACE_OF.search(text, max(0, mention.start - 70), mention.start):
        return True
    unit = mention.quantity.unit.rpartition(" ")[2] if mention.quantity else ""
    # "A 300-bed hospital" has more than 300 people.
    return unit in {"", *_COUNTED} and _PLACE_BEHIND.match(text[mention.end : mention.end + 40]) is not None


def _part_and_place(part: Mention, place: Mention) -> Iterator[Verdict]:
    if part.quantity is None or place.quantity is None:
        return
    if part.quantity.lower > place.quantity.upper:
        yield Clash((part.span, place.span))
    else:
        yield Accord((part.span, place.span), f"{part.text} is no more than {place.text}")


# --- at that rate it would be empty ----------------------------------------------------

#: A loss of so many times the stock is no rounding.
_FAR = Decimal("1.2")
_DAYS = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "month": Decimal(30), "year": Decimal(365)}
_LOSS = regex(
    r"\b(?:leav(?:e|es|ing)|left|fle(?:e|es|d)|fleeing|los(?:e|es|ing|t)|quit(?:s|ting)?|di(?:e|es|ed)|dying|drain(?:s|ed|ing)?|burn(?:s|ed|ing)? through"
    r"|sell(?:s|ing)?|sold|emigrat\w+|evacuat\w+|resign\w*|sheds?|shed(?:ding)|leak(?:s|ed|ing)?|us(?:es|ed|ing)|pump(?:s|ed|ing)?|consum\w+|kill(?:s|ed|ing)?|depart\w*|escap\w+|dump\w*|spill\w*|evaporat\w+|remov\w+)\b",
    re.IGNORECASE,
)
_GAIN = regex(
    r"\b(?:arriv\w+|visitors?|tourists?|commut\w+|replac\w+|born|births?|refill\w*|restock\w*|return\w*|recruit\w*|hir(?:e|ed|ing)|passed through|produc\w+|grow\w*)\b",
    re.IGNORECASE,
)
#: What says how much there is at first.
_STOCK = regex(
    rf"\b(?:{_PLACES}|herd|flock|lake|reservoir|tank|army|force|staff|workforce|stock|stockpile|reserves?|forest|library|fleet|orchard|pool|colony|population|supply|store|hive|garrison|fund)"
    rf"(?: of| with| has|,? which (?:has|holds|had|held)|, home to| holds| holding)(?: about| some| only| just)? $|\b(?:has|had|with|of)(?: a (?:staff|workforce|herd|stock|population) of| only| just| about)? $"
)
_EACH = regex(
    r"\b(?:each|every|a|per) (?P<unit>hour|day|week|month|year)\b|\b(?P<ly>hourly|daily|weekly|monthly)\b",
    re.IGNORECASE,
)
_LY = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}


@check("stock-runs-out", of=Article, about=[Kind.DURATION])
def stock_runs_out(article: Article) -> Iterator[Verdict]:
    """Losses at a rate that goes on for longer than there is anything to lose."""
    lasting = {
        sentence_at(article, mention.start).start for mention in article.mentions if mention.kind is Kind.DURATION
    }
    for number, sentence in enumerate(article.sentences):
        if sentence.start not in lasting:
            continue
        if _EACH.search(sentence.text) is None or _LOSS.search(sentence.text) is None or _GAIN.search(sentence.text):
            continue
        before = article.sentences[max(0, number - 1)]
        yield from _run_out(
            article, before.start if before.paragraph == sentence.paragraph else sentence.start, sentence
        )


def _run_out(article: Article, start: int, sentence: Sentence) -> Iterator[Verdict]:
    text = article.document.text
    mentions = mentions_in(article, start, sentence.end)
    lengths = [m for m in mentions if m.kind is Kind.DURATION and m.start >= sentence.start and _is_for(text, m)]
    amounts = [
        m for m in mentions if m.kind in {Kind.COUNT, Kind.NUMBER, Kind.QUANTITY} and m.quantity and m.quantity.printed
    ]
    rates = [
        (m, unit) for m in amounts if m.start >= sentence.start and (unit := _rate(text, sentence, m, len(amounts)))
    ]
    if len(lengths) != 1 or len(rates) != 1:
        return
    (rate, unit), length = rates[0], lengths[0]
    stocks = [m for m in amounts if m is not rate and _is_stock(text, m, rate)]
    if len(stocks) != 1 or not (rate.quantity and length.quantity and stocks[0].quantity):
        return
    days = _least(length) * _DAYS.get(length.quantity.unit, Decimal(0))
    lost = rate.quantity.printed[0] * days / _DAYS[unit]
    spans = (rate.span, stocks[0].span, length.span)
    working = f"{rate.text}: in {length.text} that makes {lost:,.0f}"
    if lost > stocks[0].quantity.printed[0] * _FAR:
        yield Clash(spans, arithmetic=working)
    else:
        yield Accord(spans, working)


def _is_for(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 16) : mention.start].lower()
    return before.endswith(
        (
            "for ",
            "for the past ",
            "for the last ",
            "for over ",
            "for about ",
            "over ",
            "the past ",
            "the last ",
            "lasted ",
            "during ",
        )
    )


def _least(length: Mention) -> Decimal:
    """The fewest units that a length of time holds: two, where it only says "months"."""
    quantity = length.quantity
    if quantity is None:
        return Decimal(0)
    return quantity.printed[0] if quantity.printed else max(quantity.lower, Decimal(2))


def _rate(text: str, sentence: Sentence, mention: Mention, amounts: int) -> str:
    """The unit of time that a number is lost in; nothing where it is no rate."""
    unit = mention.quantity.unit if mention.quantity else ""
    if " per " in unit:
        return unit.rpartition(" ")[2] if unit.rpartition(" ")[2] in _DAYS else ""
    if _STOCK.search(text[max(0, mention.start - 50) : mention.start]) or amounts != 2:
        return ""
    each = _EACH.search(sentence.text)
    return (each["unit"] or _LY[each["ly"].lower()]).lower() if each else ""


def _is_stock(text: str, mention: Mention, rate: Mention) -> bool:
    """Whether a number says how much there is, in the unit of what is lost."""
    one, other = mention.quantity, rate.quantity
    if one is None or other is None or (mention.kind is Kind.QUANTITY) != (rate.kind is Kind.QUANTITY):
        return False
    if mention.kind is Kind.QUANTITY and one.unit != other.unit.partition(" per ")[0]:
        return False
    return " per " not in one.unit and _STOCK.search(text[max(0, mention.start - 60) : mention.start]) is not None
