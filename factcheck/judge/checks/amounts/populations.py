"""How many live in a place or belong to something: countries, parts of a place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import OF_THE
from factcheck.judge.checks import check
from factcheck.judge.checks.amounts.countries import COUNTRIES, DEMONYMS
from factcheck.judge.checks.parts import sentence_at, telling
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Mention
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# --- countries ------------------------------------------------------------------------


#: So many times the people of 2024 no country has had, nor will soon.
_MOST = Decimal("1.5")
_MILLION = Decimal(1_000_000)
#: Counted as people who live there.
_PEOPLE = frozenset(
    "person people inhabitant citizen resident voter customer subscriber taxpayer member user pensioner worker employee child pupil student"
    " patient adult household family driver follower believer consumer birth elector".split()
)
_NAME = any_of(COUNTRIES)
#: "France has a population of", "Nigeria, with its", "India's".
_COUNTRY_BEFORE = regex(
    rf"\b(?P<country>{_NAME})(?:['’]s?|,? which)?,?(?: (?:total|current|entire))?"
    r"(?: (?:has|had|is|with|home to|a|an|its|the|population|of|country|nation|some|about|around|is home to|counts|stands at|reached|totals)){1,7} ?$|"
    rf"\bpopulation of (?P<of>{_NAME})(?: (?:is|stands at|reached|was|of|now|has reached|about|some))+ ?$|\b(?P<own>{_NAME})['’]s? $"
)
#: "Canada counts", "in Japan", "Australia expects to count": and the electorate of a country.
_COUNTRY_COUNTS = regex(
    rf"\b(?P<country>{_NAME})(?:,? with its)?(?: (?:now|already|still|expects|expected|hopes|is|was|to|has|had|have|is said))*(?: (?:counts?|counted|has|had|numbers?|registered|registers|insures?|employs?|boasts))(?: (?:about|some|almost|nearly))? ?$"
    rf"|\b[Ii]n (?P<of>{_NAME}),?(?: (?:about|some|almost|nearly|there are))? ?$"
    rf"|\b(?P<own>{_NAME})['’]s (?:electorate|workforce|people|population) of(?: (?:about|some|almost|nearly))? ?$"
)
#: What comes to a country, or goes through it, may be more than live there.
_COMES = regex(
    r"\b(?:visit\w*|tourists?|arriv\w+|travel\w*|passed|pass through|flew|flown|crossed|trips?|views?|viewed|times|across|worldwide|world|globe|global\w*|abroad|including|elsewhere|Asia|Africa|Europe"
    r"|Americas?|together|combined|countries|ever|history|centur(?:y|ies)|since|watched|played)\b"
)
_COUNTRY_BEHIND = regex(
    rf"^(?: people)?(?: who)? (?:live|living|lives) in (?P<country>{_NAME})\b|^ (?:people |inhabitants |citizens )?(?:of|in) (?P<of>{_NAME})\b(?! and)"
    rf"|^(?: are| is| were| have been)? (?:registered|enrolled|insured|employed|jobless|unemployed) in (?P<own>{_NAME})\b(?! and)"
)


@check("population", of=Article, told_by=["million", "billion"])
def population(article: Article) -> Iterator[Verdict]:
    """Numbers of people in a country, and whether so many can live there."""
    text = article.document.text
    for mention in article.mentions:
        quantity = mention.quantity
        if mention.kind not in COUNTED or quantity is None or quantity.value < _MILLION:
            continue
        before = _COUNTRY_BEFORE.search(text, max(0, mention.start - 70), mention.start)
        people = quantity.noun in _PEOPLE
        if before is not None and not people and "population" not in before[0]:
            before = None
        if before is None and people and not _COMES.search(sentence_at(article, mention.start).text):
            before = _COUNTRY_COUNTS.search(text, max(0, mention.start - 70), mention.start)
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
#: A sentence that tells the size of a place has one of these.
_PLACE_WORDS = frozenset(_PLACES.removeprefix("(?:").removesuffix(")").split("|")) | {"population"}
_MEMBERS = (
    r"(?:residents|people|souls|inhabitants|citizens|villagers|islanders|townspeople|townsfolk|pupils|students|workers|employees|staff|members|soldiers|men|prisoners"
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
    rf"|^(?:some |about |nearly |around |more than |over |at least )?[\d,]+ (?:residents|inhabitants|villagers|townspeople|townsfolk|islanders|pupils|parishioners|locals)\b(?! (?:(?:now |still )?(?:live|work)\b[^.]{{0,20}}\b(?:abroad|elsewhere|overseas|away)|of|in|from(?! (?:their|its)\b)|across|on)\b)"
    rf"|^(?:(?:some|about|nearly|around|over|almost|roughly|more than|at least) )?[\w,-]+ of the {_MEMBERS}\b(?! (?:of|from(?! (?:their|its)\b)|in)\b)"
)
_OF_THE_MEMBERS = regex(rf"\b[Oo]f the {_MEMBERS}, (?:about |some |only |just )?$")
#: "9,000 inhabitants of the town of", "3,000 of the residents of the town, which has", "7,000 people fled the village of".
_BEFORE_ITS_PLACE = regex(
    rf"^,? (?:(?:of|in|from|(?:have |had |has )?(?:fled|left|abandoned|deserted|quit)|(?:still |now )?lived? (?:in|on)|(?:have |had |has )?(?:fled|died|drowned|moved out) (?:from|of|in)"
    rf"|(?:were|was|have been|had been|are being|were being) (?:evacuated|driven|forced|moved|taken|expelled|removed|displaced|rescued|killed)(?: out)? (?:of|from|in)) )?(?:the|this|a) (?:\w+ )?{_PLACES}"
    rf"(?: of|,? (?:which|that) has|,? home to|,? with|,? (?:with a |whose )?population(?: of| is| was)?) (?:just |only |about |some |a mere )?$"
)
#: "More than 3,000 of the".
_OF_THE = regex(rf"^ {OF_THE}(?: \w+['’]s)? $")
#: Who is employed does not live there.
_EMPLOYS = regex(r"\bemploy(?:s|ing|ed)\b[\w ]*\Z")
_DWELLERS = regex(r"\b(?:residents|inhabitants|villagers|townspeople|townsfolk|islanders|locals|pupils|parishioners)\b")
#: "Of the island's 800 people, 1,100 have left".
_OF_THE_PLACES = regex(rf"\b[Oo]f (?:the|its) (?:\w+ )?(?:{_PLACES}['’]s )?$")
_THEN = regex(
    r" ?(?:[a-z]+ )?(?:[a-z]+)?, (?:about |some |at least )?[\d,]+ (?:of them )?(?:have|had|were|are|left|fled|died|voted|work|live|signed|moved|fell|lost|backed|joined|stayed|took|said|attended)\b"
)
#: In longer times a place may lose more than live there at once.
_LONG_TIMES = regex(r"\b(?:decades?|centur(?:y|ies)|generations?|years|since|ever|history)\b")
#: Who lives beyond the place may be among them.
_BEYOND = regex(
    r"\b(?:others?|elsewhere|nearby|surrounding|neighbou?ring|around|valley|county|region|province|countryside|villages|towns|suburbs|in summer|farms)\b"
)
#: "20 for every 100,000 residents" counts nobody.
_PER = regex(r"\b(?:per|every|each) $")
#: How far behind the size of a place its people are spoken of, in letters.
_NEAR = 300


@check("more-than-live-there", of=Article, about=COUNTED)
def more_than_live_there(article: Article) -> Iterator[Verdict]:
    """A number of a place's people that is larger than the place."""
    text = article.document.text
    place: Mention | None = None
    counts = [
        (mention, told.words)
        for told in telling(article)
        if not told.kinds.isdisjoint(COUNTED)
        for mention in told.mentions
        if mention.kind in COUNTED and mention.quantity and mention.quantity.printed
    ]
    for at, (mention, words) in enumerate(counts):
        earlier = counts[at - 1][0] if at else None
        if earlier is not None and mention.start - earlier.end < 60:
            between = text[earlier.end : mention.start]
            unit = mention.noun
            leads = _OF_THE_PLACES.search(text, max(0, earlier.start - 40), earlier.start)
            if leads and _THEN.match(text, earlier.end) and mention.start - earlier.end < 30:
                yield from _part_and_place(mention, earlier)
            of_the = unit in _COUNTED and _OF_THE.match(between)
            if of_the or (_BEFORE_ITS_PLACE.match(between) and unit in {"", *_COUNTED}):
                yield from _part_and_place(earlier, mention)
        if not words.isdisjoint(_PLACE_WORDS) and _is_place(text, mention):
            place = mention
        elif place is not None and mention.start - place.end < _NEAR:
            following = text[mention.start : mention.end + 40]
            of_them = _OF_ITS.search(following) or _OF_THE_MEMBERS.search(
                text, max(place.end, mention.start - 40), mention.start
            )
            if of_them and of_them[0].endswith(" of them") and earlier is not place:
                of_them = None
            if of_them and _EMPLOYS.search(text, max(0, place.start - 70), place.start):
                of_them = None if _DWELLERS.search(of_them[0]) else of_them
            if (
                of_them
                and not _is_apart(text, place, mention)
                and not _LONG_TIMES.search(text[place.end : mention.end + 80])
            ):
                yield from _part_and_place(mention, place)


def _is_apart(text: str, place: Mention, mention: Mention) -> bool:
    """Whether a number is "per" so many, or others than a place's people may be among them."""
    is_per = _PER.search(text, max(0, mention.start - 12), mention.start)
    return is_per is not None or _BEYOND.search(text, place.end, mention.end + 40) is not None


#: What counts as one of a place's people, in the singular.
_COUNTED = frozenset(
    "person resident inhabitant citizen villager islander pupil student worker employee member soldier prisoner inmate passenger patient household"
    " soul dweller family voter local child player seat delegate parishioner hostage migrant refugee survivor guest".split()
)


#: The same of those who make up a place, whom a club or a hall may have besides.
_MAKING_UP = frozenset({"", *_COUNTED}) - {"player", "seat", "delegate", "guest", "employee", "worker"}


def _is_place(text: str, mention: Mention) -> bool:
    unit = mention.noun
    # "A 300-bed hospital" has more than 300 people, and an island with two doctors more than two.
    return unit in _MAKING_UP and (
        _PLACE_OF.search(text, max(0, mention.start - 70), mention.start) is not None
        or _PLACE_BEHIND.match(text[mention.end : mention.end + 40]) is not None
    )


def _part_and_place(part: Mention, place: Mention) -> Iterator[Verdict]:
    if part.quantity is None or place.quantity is None:
        return
    if part.quantity.lower > place.quantity.upper:
        yield Clash((part.span, place.span))
    else:
        yield Accord((part.span, place.span), f"{part.text} is no more than {place.text}")
