"""Sums so small for what they are paid for that a "million" must be missing: a prison for $62, sales of €410."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Kind, Mention
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: From here on a sum may be what such a thing costs, and one pound is a token.
_ENOUGH, _TOKEN = Decimal(2000), Decimal(1)
_THINGS = any_of(
    (
        *WORD_CLASSES["large-thing"],
        *"prison jail courthouse mansion manor château townhouse bungalow palace farmhouse ranch vineyard brewery cinema theatre theater"
        " barracks carrier tanker liner trawler helicopter airbase racecourse marina dockyard mill quarry mine colliery reservoir dyke"
        " dike pier viaduct tramway monorail line loop bypass highway supercomputer spaceport house flat apartment shipyard steelworks works depot"
        " sawmill winery distillery smelter wind-farm windfarm airfield shipyards frigates corvette corvettes warships submarines jets airliners tankers"
        " ferries helicopters locomotives locomotive trains satellites rockets icebreaker icebreakers hospitals prisons stadiums tanks fighters bombers skyscrapers".split(),
    )
)
_ADJECTIVES = r"(?:[\w’'-]+ ){0,3}?"
_TIMES = r"(?: (?:last|this|yesterday|on|in|at|earlier)\b[\w ,]{0,25}?)?"
#: A thing that changes hands for it, or is what it costs.
_FOR_THING = regex(
    rf"\b{_THINGS}(?: (?:of|in|near|on|outside|at|with) [\w’' -]{{1,30}}?)?(?:, (?:which|a|an|the|built|once|home|now) [^,;:.]{{1,60}},|,)?(?: (?:was|were|has been|had been|is to be|will be|which was))? ?(?:sold|bought|auctioned|built|acquired|snapped up|went|goes|gone|fetched)"
    rf"(?: off| up)?{_TIMES} for (?:about |only |just )?$"
    rf"|\b(?:bought|buys?|sold|sells?|acquired?|built|builds?|purchased?|snapped up|picked up|paid for|completed|opened) (?:the|a|an|his|her|its|their) {_ADJECTIVES}{_THINGS}\b{_TIMES} for (?:about |only |just )?$"
    rf"|\b{_THINGS}(?: itself)? (?:will|would|is to|is expected to|could|should|was to) (?:cost|be worth) (?:about |only |just |at least )?(?:it |them |taxpayers |(?:the )?(?:taxpayer|state|council|county|city|government) )?$"
    rf"|\b{_THINGS}(?: itself)? (?:cost|costs|fetched|made|is valued at|was valued at|is worth|was worth) (?:about |only |just |at least )?(?:it |them |taxpayers |(?:the )?(?:taxpayer|state|council|county|city|government) )?$"
    rf"|\b(?:agreed to buy|is to buy|will buy|buys|bought|agreed to acquire|acquires|acquired|will acquire|is to take over|takes over|took over) its {_ADJECTIVES}(?:rival|competitor|supplier|subsidiary)\b{_TIMES} for (?:about |only |just )?$",
    re.IGNORECASE,
)
_BODY = (
    r"(?:government|ministry|state|treasury|navy|army|air force|kingdom|republic|country|nation|city|central bank|airline|airport|bank|retailer|carmaker"
    r"|brewer|insurer|railway|railways|province|ministry)"
)
#: What a state or a firm has, owes or may spend.
_HELD = regex(
    rf"\b{_BODY}['’]s (?:[a-z-]+ ){{0,3}}?(?:budget|deficit|debts?|surplus|spending|reserves|borrowings|takings|overdraft|liabilities|shortfall)(?: (?:for|in|on|this|next|last) [\w ]{{1,20}}?)?"
    r" (?:is|are|was|were|stands? at|stood at|of|comes? to|came to|reached|will be|rose to|fell to|(?:has|have) (?:reached|fallen to|risen to)) (?:about |only |just |some )?$",
    re.IGNORECASE,
)
_GETS = r"(?:order(?:ed|s|ing)?|bought|buys?|buying|sold|sells?|built|builds?|acquired?|commissioned|purchased?|launched|leased)"
#: "Ordered three frigates for"; "paid … for the skyscraper"; "for … the airline has ordered six jets".
_ORDERED = regex(
    rf"\b{_GETS} (?:(?:a|an|the|its|[a-z]+|\d+) ){{1,4}}?{_THINGS}\b{_TIMES} for (?:about |only |just )?$",
    re.IGNORECASE,
)
_PAID, _PAID_FOR = (
    regex(r"\b(?:paid|pays?|spent|spends?|bid|offered) (?:about |only |just )?$"),
    regex(rf" (?:for|on) (?:the|its|a|an|their|his|her) {_ADJECTIVES}{_THINGS}\b", re.IGNORECASE),
)
_FOR, _IS_ORDERED = (
    regex(r"^For (?:about |only |just )?$"),
    regex(
        rf",? (?:the|a|an|its) [\w’' -]{{1,40}}?\b(?:ordered|bought|acquired|commissioned|agreed to buy) (?:(?:a|an|the|its|[\w-]+|\d+) ){{1,4}}?{_THINGS}\b",
        re.IGNORECASE,
    ),
)
_STATE = r"(?:government|ministry|state|treasury|parliament|congress|senate|legislature|lawmakers|legislators|senators|deputies|ministers|cabinet|navy|army|air force|kingdom|central bank|european union|commission|world bank|IMF)"
_COMMITS = (
    r"(?:spend|spends|spent|invest|invests|invested|borrow|borrows|borrowed|lend|lends|lent|allocate|allocates|allocated|earmark|earmarked|set aside|provide|provides|provided"
    r"|approve|approves|approved|pledge|pledges|pledged|give|gives|gave|grant|grants|granted|commit|commits|committed|inject|injected|pump|pumped)"
)
#: What a state, or a bank for one, commits.
_OF_STATE = regex(
    rf"\b{_STATE}\b[\w’', -]{{0,40}}?\b{_COMMITS} (?:about |only |just |some |a budget of |a loan of |a bailout of |the (?:state|country|nation|bank|airline) |it |them )*$"
    rf"|\bbank(?: has| had)? (?:lent|lends|loaned) the (?:state|country|government|nation|city|airline) (?:about |some )?$",
    re.IGNORECASE,
)
_FIGURES = (
    r"(?:sales|revenues?|turnover|profits?|earnings|net income|losses|exports|imports|takings|assets|liabilities)"
)
#: What a firm takes or makes.
_OF_FIRM = regex(
    rf"\b(?:its|their|company['’]s|firm['’]s|group['’]s|airline['’]s|bank['’]s|retailer['’]s|chain['’]s|maker['’]s|brewer['’]s|country['’]s|nation['’]s|club['’]s|annual|net|gross|pre-tax|operating|half-year|quarterly|full-year)"
    rf" (?:[a-z-]+ ){{0,2}}?{_FIGURES}(?: (?:in|for|at) [\w ]{{1,25}}?)? (?:reached|hit|were|was|of|fell to|rose to|dropped to|climbed to|grew to|slid to|jumped to|totalled|totaled|came to|amounted to|stood at|topped)"
    r" (?:about |only |just |some )?$",
    re.IGNORECASE,
)
_PLAYER = (
    r"(?:striker|midfielder|defender|goalkeeper|winger|forward|fullback|full-back|playmaker|centre-half|centre-back)"
)
_CLUB = regex(
    r"\b(?:club|side|team|united|city|rovers|athletic|albion|town)(?: (?:have|has|had))? (?:paid|spent|pay|pays|bid|offered|offer) (?:[A-Z][\w’'-]+ )?(?:about |only |just )?$",
    re.IGNORECASE,
)
_FOR_PLAYER = regex(
    rf" (?:for|on) (?:the |a |an |their )?(?:(?!(?:for|of|to|from|on)\b)[\w’'-]+ ){{0,3}}?{_PLAYER}\b", re.IGNORECASE
)
#: A sentence that says one of these tells of a small thing, or of the piece.
_SMALL = regex(
    r"\b(?:share|shares|tickets?|toys?|models?|dolls?['’]?s?|lego|miniature|replica|souvenirs?|postcards?|poster|hours?|days?|nights?|weekly|months?(?= rent)|each|per|apiece|pupils?|heads?|barrels?"
    r"|tonnes?|tons?|pass|tolls?|fees?|rides?|admission|rooms?|fare|parking|meals?|lunch|tea|coffee|beer|guests?|visit\w*|tours?|rent\w*|let|lease|deposit|bail|fined?|bills?|tax(?:es)?|petition|raffle|auctioneers?"
    r"|keyrings?|paint|repair\w*|clean\w*|hire|bets?|odds|token|symbolic|nominal|nineteenth|century|(?:1[5-9]\d\d|19[0-7]\d)|every|extra|child|children|families|family|people|household\w*|workers?|teachers?|winners?|scheme|voucher\w*|card|scouts?|charity)\b",
    re.IGNORECASE,
)
_BEHIND = regex(
    r"[-–]| (?:an?|per|each|every|apiece|more|less|off|note|bill|coin|ticket|million|billion|bn|thousand|trillion|crore|lakh|thousands|millions)\b|[a-zA-Z]"
)

#: What whole trades mean to spend over years.
_OVER_YEARS = regex(
    r"\b(?:companies|firms|producers|utilities|carmakers|airlines|retailers|drillers|operators|manufacturers|developers|growers|refiners|miners|banks|governments|cities)"
    r" (?:[a-z]+ )?(?:expect|plan|hope|intend|want|mean|forecast|are|aim)s? (?:to )?(?:spend|invest|put|spending|investing)(?:ing)? (?:about |only |just |some )?$",
    re.IGNORECASE,
)
_YEARS_TO_COME = regex(
    r"[^.;]{0,90}\b(?:between 20\d\d and 20\d\d|from 20\d\d to 20\d\d|by 20\d\d|(?:over|in) the (?:next|coming) (?:[a-z]+ )?(?:years|decade))\b"
)


#: What leads to such a sum, and what does so with what follows it.
_WAYS = (_FOR_THING, _ORDERED, _OF_STATE, _OF_FIRM, _HELD)
_PAIRS = ((_CLUB, _FOR_PLAYER), (_PAID, _PAID_FOR), (_FOR, _IS_ORDERED), (_OVER_YEARS, _YEARS_TO_COME))


@check("lost-scale", of=Article, about=[Kind.MONEY])
def lost_scale(article: Article) -> Iterator[Verdict]:
    """Sums below a few thousand for which states, firms and clubs trade in what costs millions."""
    text = article.document.text
    for sentence in article.sentences:
        sums = [one for one in mentions_in(article, sentence.start, sentence.end) if one.kind is Kind.MONEY]
        if len(sums) != 1 or not _is_small(sums[0]) or _SMALL.search(sentence.text) or sentence.quotations:
            continue
        mention = sums[0]
        if _BEHIND.match(text, mention.end):
            continue
        before = text[sentence.start : mention.start]
        is_told = any(way.search(before) for way in _WAYS)
        if is_told or any(way.search(before) and what.match(text, mention.end) for way, what in _PAIRS):
            yield Clash((mention.span,))


def _is_small(mention: Mention) -> bool:
    quantity = mention.exact
    return quantity is not None and " per " not in quantity.unit and _TOKEN < quantity.value < _ENOUGH
