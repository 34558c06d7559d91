"""How much of something a thing has, told twice: "the 300-seat theatre", "the theatre has 350 seats"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.calendar_words import CAPITALISED, MONTHS, WEEKDAYS
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Bound
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim

#: A name of its own, of two words or more.
_NAME = r"(?:[A-Z][\w-]+ )+[A-Z][\w-]+"
#: "The theatre has 300", "the village of 1,200", "the stadium, which seats 40,000".
_HAS = regex(
    rf"\b(?:(?P<det>[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?) (?:[a-z’'-]+ ){{0,3}}?(?P<holder>[a-z]{{3,}})|(?P<name>{_NAME})),?(?: which| that| who)?"
    r" (?:has|have|had|holds?|held|houses?|boasts?|offers?|contains?|employs?|employed|carries|carried|(?:was|is) (?:carrying|holding|employing|seating)|seats?|seated|sleeps|with|of|counts|numbers|fields?)"
    r"(?: (?:room|space|seats|capacity|beds) for)?(?: a (?:capacity|population|total|staff|crew) of)? $"
)
#: "The 80-room hotel"; "the 1,900 people of the village".
_SIZED = regex(r"\d-[a-z]+$")
_NOUNS = regex(r" (?P<one>[a-z]{3,})(?: (?P<two>[a-z]{3,}))?")
_OF = regex(r" (?:in|of|at|on|aboard|inside|on board) (?:the|its|this|their|his|her) (?P<holder>[a-z]{3,})")
_GENITIVE = regex(rf"\b(?:[Tt]he (?P<holder>[a-z]{{3,}})|(?P<name>{_NAME}))['’]s (?:all )?$")
_WHOLE = regex(r"\b[Aa]ll (?:of )?(?:the |its |their |his |her )?$")
#: All of them in one place, and not all there are: "In the capital all 12".
_ALL_THERE = regex(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n) (?!{any_of(CAPITALISED)}\b)(?:the |its )?(?:(?!that )[\w’-]+ ){{1,3}}?,? ?all (?:of )?(?:the |its |their )?$"
)
#: Some of all of them: "most of the college's 1,900".
_OF_ALL = regex(
    r"\b(?:most|half|all|many|some|none|few|one|two|three|(?:a |one |two )?(?:third|quarter|fifth|tenth)s?|each|any|\d+%|per ?cent) of"
    r" (?=(?:the [a-z]+['’]s|[A-Z][\w’' -]+['’]s|its|their) $)",
    re.IGNORECASE,
)
#: "Its 160 workers": all of them, where nothing says which.
_PLAIN = regex(r"[\d,]+ [a-z]+")
_TOLD_WHICH = regex(r" (?:with|of|in|on|at|from|who|that|which|for|over|under|aged|[a-z]+ing)\b")
_OWN = regex(r"\b(?:[Ii]ts|[Tt]heir) (?:all )?$")
_DEFINITE = regex(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) $")
#: One word for who lives in a place is as good as another.
_INHABITANTS = frozenset({"person", "people", "resident", "inhabitant", "villager", "islander", "townspeople"})
_FLOORS = frozenset({"storey", "story", "level"})
#: A number behind which these stand is a part of another number: "two of the eight".
_PART = regex(
    r" (?:in|of|at|on) (?:the|its|their) [a-z]+['’]s? [a-z]| of (?:the |its |their |those |these )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|them|us)\b"
    r"|^ (?:there|elsewhere|in the (?:senate|lower house|upper house|house|assembly))\b",
    re.IGNORECASE,
)
#: What makes a number that of a change, of a part, or of another state.
_OTHER_SCOPES = frozenset({"added", "part", "former", "change", "contrasted"})
#: How much of the text around a number is looked at, in letters.
_AROUND = 70
#: A verb that says what is counted, where no noun does.
_COUNTED_BY = regex(r"\b(seat)s?(?:ed)? $")
#: A sentence that says one of these may speak of another thing, or of another time.
SPEAKS_OF_ANOTHER = regex(
    r"\b(?:another|others?|second|new|newer|old|older|former|formerly|previous|previously|earlier|original|originally|once|planned|plans?"
    r"|expand(?:s|ed)?|extra|additional|more|larger|smaller|bigger|each|every|rival|nearby|last|year|years|ago"
    r"|since|until|became|grew|grown|rose|fell|cut|down|up|added|per|average|least|among|including|some|only|just|first|next|remaining|most)\b"
)
#: What is asked, taken or met anew each time: two of a name are two.
_MANY = frozenset(stem(word) for word in "poll survey study sample group crowd team trial class queue".split())
#: A thing of which more is told than this stands for several.
SEVERAL = 3
#: Capitals that name no people and no places.
CALENDAR = frozenset(map(stem, (*WEEKDAYS, *MONTHS)))
#: What stands between two sentences, in letters.
NEARBY = 2


class Holding(NamedTuple):
    """So many of something, and what has them: stems of the nouns that may be its name; none where all are meant."""

    claim: Claim
    unit: str
    holders: frozenset[str]
    definite: bool
    #: Whether "its" looks back no further than to the sentence before.
    nearby: bool = False


@check("told-sizes", of=Article, about=COUNTED)
def told_sizes(article: Article) -> Iterator[Verdict]:
    """A thing that has so many of something in one sentence and another number of them in the next."""
    by_unit: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in article.claims:
        if (
            claim.mention.kind in COUNTED
            and claim.mention.quantity is not None
            and claim.mention.quantity.bound is Bound.EXACT
            and claim.withheld is None
            and (claim.scope.isdisjoint(_OTHER_SCOPES) or (claim.scope & _OTHER_SCOPES == {"part"} and _of_all(claim)))
            and (unit := _unit(claim))
        ):
            by_unit[unit].append(claim)
    for unit, claims in by_unit.items():
        same = [held for claim in claims if (held := _holding(claim, unit))] if len(claims) > 1 else []
        if len(same) <= SEVERAL:
            for first, second in combinations(same, 2):
                if _of_one_thing(first, second):
                    yield from _two_sizes(first, second)


def _of_all(claim: Claim) -> re.Match[str] | None:
    """The words before a number that speak of some of all of them."""
    return _OF_ALL.search(
        claim.mention.document.text[max(claim.sentence.start, claim.mention.start - _AROUND) : claim.mention.start]
    )


def _unit(claim: Claim) -> str:
    """What is counted, in one word: by the noun, or else by the verb before it."""
    mention = claim.mention
    head = mention.noun
    if not head:
        start = max(claim.sentence.start, mention.start - _AROUND)
        counted = _COUNTED_BY.search(mention.document.text, start, mention.start)
        head = counted[1] if counted else ""
    return "person" if head in _INHABITANTS else stem("floor" if head in _FLOORS else head) if head else ""


def _holding(claim: Claim, unit: str) -> Holding | None:
    mention = claim.mention
    text = mention.document.text
    before = text[max(claim.sentence.start, mention.start - _AROUND) : mention.start]
    after = text[mention.end : min(claim.sentence.end, mention.end + _AROUND)]
    if _PART.match(after):
        return None
    definite = bool(_DEFINITE.search(before))
    if _SIZED.search(mention.text):
        nouns = _NOUNS.match(after)
        return Holding(claim, unit, _stems(*nouns.groups()), definite) if nouns else None
    if _ALL_THERE.search(before):
        return None
    if _WHOLE.search(before):
        within = _OF.match(after)
        return Holding(claim, unit, _stems(within["holder"]) if within else frozenset(), definite=True)
    if within := _OF.match(after):
        return Holding(claim, unit, _stems(within["holder"]), definite) if definite else None
    return _possessed(claim, unit, before, after)


def _possessed(claim: Claim, unit: str, before: str, after: str) -> Holding | None:
    """What has so many of them, by a verb or by a genitive: "the inn has 60", "the inn's 60", "its 60"."""
    if _OWN.search(before) and _PLAIN.fullmatch(claim.mention.text) and not _TOLD_WHICH.match(after):
        return Holding(claim, unit, frozenset(), definite=True, nearby=True)
    if found := (not _TOLD_WHICH.match(after) and _GENITIVE.search(before)) or _HAS.search(before):
        whose = found.groupdict().get("det") or "the"
        holders = _stems(*(found["holder"] or found["name"].lower()).split())
        return Holding(claim, unit, holders, definite=whose.lower() not in {"a", "an"})
    return None


def _stems(*words: str | None) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word and word not in EMPTY)


def _of_one_thing(first: Holding, second: Holding) -> bool:
    """Whether the second comes back to what the first spoke of."""
    one, other = first.claim, second.claim
    if not second.holders and (
        not first.holders or (second.nearby and other.sentence.start - one.sentence.end > NEARBY)
    ):
        return False
    # "Foreign students" are some of the students.
    if not _sort(other) <= _sort(one):
        return False
    if (
        (one.sentence is other.sentence and not _are_parted(one, other))
        or not second.definite
        or not one.subject <= other.subject | one.subject
    ):
        return False
    mine, theirs = first.holders, second.holders
    # "Oak Primary" and "Elm Primary" are two.
    if (theirs and not (mine and (mine <= theirs or theirs <= mine))) or (mine | theirs) & _MANY:
        return False
    mine, theirs = one.names - CALENDAR, other.names - CALENDAR
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    said = other.sentence.text.replace(other.mention.text, "")
    if of_all := _of_all(other):
        said = said.replace(of_all[0], "")
    return not SPEAKS_OF_ANOTHER.search(said)


def _sort(claim: Claim) -> frozenset[str]:
    """The words that tell of what sort the things are: "intensive-care" of beds."""
    return frozenset(claim.mention.unit.split()[:-1])


def _are_parted(one: Claim, other: Claim) -> bool:
    """Whether words were left out between two places of one sentence: "the 90-room hotel … keys for all 110 rooms"."""
    return "…" in one.mention.document.text[one.mention.end : other.mention.start]


def _two_sizes(first: Holding, second: Holding) -> Iterator[Verdict]:
    one, two = first.claim.mention, second.claim.mention
    if one.quantity is None or two.quantity is None:
        return
    found = agree(one.quantity, two.quantity)
    spans = (two.span, one.span)
    if found.verdict is Fit.DIFFERENT:
        yield Clash(
            spans,
            {"second": two.text, "first": one.text},
            found.reason,
            repairs=(f"“{one.text}” both times", f"“{two.text}” both times"),
        )
    elif found.agrees:
        yield Accord(spans, found.reason)
