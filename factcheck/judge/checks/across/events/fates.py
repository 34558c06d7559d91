"""What became of people in two reports of one event: how many were killed, hurt, saved or held, and to how long somebody was sent to prison."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.attach.voices import QUOTED
from factcheck.judge.checks.across.figures.one_thing import DENIED, head
from factcheck.judge.checks.across.figures.one_time import are_of_two_days
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.events.reports import EventReport

#: What the words round a count of people tell that became of them.
_FATES = {
    "killed": (
        regex(r"\b(?:kill(?:ed|s|ing)|loss of|deaths? of|claim(?:ed|s|ing)|cost) (?:all |some )?\Z"),
        regex(r"(?:\w+ ){0,3}(?:(?:died|drowned|perished|dead|deaths)\b|li(?:fe|ves)\b|lost their lives\b|(?:were|was|been) killed\b|killed\b)"),
    ),
    "in hospital": (
        regex(r"\b(?:put|left|sent|took|landed) \Z"),
        regex(r"(?:[\w-]+ ){0,5}(?:in|to) (?:the |an? )?(?:[a-z]+ )?(?:hospital|infirmary)\b"),
    ),
    "hurt": (
        regex(r"\b(?:injur(?:ed|es|ing)|hurt(?:ing)?|wound(?:ed|s|ing)) \Z"),
        regex(r"(?:[\w-]+ ){0,3}(?:injured|hurt|wounded)\b"),
    ),
    "saved": (
        regex(r"\b(?:rescu(?:ed|es|ing)|sav(?:ed|es|ing)|picked up) (?:all )?\Z"),
        regex(r"(?:[\w-]+ ){0,3}(?:rescued|saved|brought ashore|winched)\b"),
    ),
    "held": (
        regex(r"\b(?:arrest(?:ed|s|ing)|detain(?:ed|s|ing)) \Z"),
        regex(r"(?:[\w-]+ ){0,3}(?:arrested|detained|in custody)\b"),
    ),
}  # fmt: skip
#: Of people, so far before a number, and behind it, in letters.
BEFORE, BEHIND = 26, 44
#: What ends the words that are said of a number.
_ENDS = regex(r"[.,;:()]")
#: A part of a number of people, or more than were told before.
_PART = regex(
    r"\b(?:more|others?|another|further|additional|of them|of whom|of these|at least|so far|up to|as many as|feared|missing|critical\w*|serious\w*)\b"
)
_PERSON = "person"
#: Of a whole and some of it each has its own words: "the loss of nine of her 23 crew", "four of the 27 people hurt".
_WHOLE = regex(r"\bof (?:the|its|her|his|their|all|a crew of) (?:[a-z]+ )?\Z")
_SOME = regex(r" of (?:the|its|her|his|their) (?:[a-z]+ )?[\w-]+ ")
_DEAD_OF = regex(r" of (?:the|th[eo]se|them)\b")
_ALL_BUT = regex(r"\ball but \Z")
#: Heads that are people, besides those that are known.
_PEOPLE = regex(
    r"(?:[a-z]+ )*(?:crew|life|bather|swimmer|diner|hiker|walker|climber|skier|miner|sailor|fisherman|diver|driver|rider|biker|cyclist|motorist"
    r"|tourist|visitor|shopper|camper|guest|holidaymaker|reveller|spectator|worshipper|pilgrim|pupil|student|soldier|labourer|commuter|customer)"
)
#: What the words round a length of time tell that a court made of it, by those before and behind it.
_TERMS = {
    "banned": (
        regex(r"\b(?:bann(?:ed|ing)|ban|barr(?:ed|ing)|disqualif(?:ied|ying))\b[^.;:]{0,60} for (?:the next )?\Z"),
        regex(r"[- ](?:driving |travel |stadium |transfer )?ban\b"),
    ),
    "at least": (
        regex(r"\b(?:minimum(?: term| sentence)?(?: of)?|tariff of|must serve(?: at least)?) \Z"),
        regex(r" (?:minimum|tariff)\b"),
    ),
    "prison": (
        regex(
            r"\b(?:(?:jail(?:ed|ing)|imprison(?:ed|ing)|locked (?:him |her )?up|behind bars|(?:to|in) (?:prison|jail|custody))\b[^.;:,]{0,40} for|(?:term|sentence) of|sentenced to|serving)(?: the next)? \Z"
        ),
        regex(r"(?: in (?:prison|jail|custody)| behind bars|(?:['’]s?)? ?imprisonment|['’]? ?(?:prison |jail |custodial )?(?:sentence|term)|(?: jail)? in a young)\b"),
    ),
}  # fmt: skip
#: A term that is not the one that was passed, or is somebody else's, by the words before it or near behind it.
_NO_TERM_BEFORE = regex(
    r"\b(?:fac(?:es?|ed|ing)|could|would|may|might|maxim\w+|up to|carr(?:y|ies|ied)|previous\w*|earlier|already|sought|ask\w*|demand\w*|want\w*|prosecut\w*|appeal\w*"
    r"|reduc\w*|cut|rais\w*|increas\w*|lengthen\w*|further|another|consecutive\w*|concurrent\w*|each|suspended|served|recommend\w*|guidelines?|unless|if|first|average"
    r"|accomplices?|brother|sister|wife|husband|son|daughter|father|mother|partner|colleague|others?|co-\w+|driver|in (?:19|20)\d\d)\b"
)
_NO_TERM_BEHIND = regex(
    r"['’]? ?(?:[\w-]+ ){0,3}(?:suspended|more|further|ago|earlier|later|in (?:19|20)\d\d|on appeal|each|for (?:his|her|their))\b"
)
#: Before a term of which so much was served, and what is near before one that was not passed, though its sentence may deny something else.
_OUT_OF, _NOT = (
    regex(r"\b(?:years?|months?) of (?:an?|his|her|the|their) \Z"),
    regex(r"(?:\bnot|n['’]t|\bnever)(?: \w+){0,3} \Z"),
)
#: A ban of its own, beside which there may be another.
_AT_THE_WHEEL = regex(r"\b(?:driv\w+|wheel|roads?)\b")
#: So far before a term, in letters.
TERM_BEFORE = 70
#: Behind a part of a word, or of a number torn apart.
_TORN = regex(r"(?: ?-|, ?\d| ?:)")


def of_one_fate(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The counts of people of whom the same became, if either report has only one."""
    one, other = ours.told(_by_fate), theirs.told(_by_fate)
    for fate in one:
        if len(one[fate]) == len(other.get(fate, ())) == 1:
            yield one[fate][0], other[fate][0]


def _by_fate(report: EventReport) -> dict[str, list[Figure]]:
    fates: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if fate := _fate(figure):
            fates[fate].append(figure)
    return fates


def _fate(figure: Figure) -> str:
    """What became of the people that a figure counts, by the words beside it; "" if it counts none, or some of them."""
    mention = figure.mention
    if mention.kind not in {Kind.COUNT, Kind.NUMBER} or mention.quantity is None or mention.quantity.value < 2:
        return ""
    if _TORN.match(mention.document.text, mention.end) or figure.claim.withheld not in {None, QUOTED}:
        return ""
    text, sentence = mention.document.text, figure.claim.sentence
    before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    behind = text[mention.end : min(sentence.end, mention.end + BEHIND)]
    before = _ENDS.split(before)[-1].lower()
    if (cut := _ENDS.search(behind)) is not None:
        behind = behind[: cut.start()]
    if _DEAD_OF.search(mention.text) or _ALL_BUT.search(before):
        return ""
    if _WHOLE.search(before):
        before = ""
    elif _SOME.match(text, mention.end):
        behind = ""
    if _PART.search(f"{before}{mention.text} {behind}".lower()) or (
        mention.kind is Kind.COUNT and not counts_people(figure)
    ):
        return ""
    unit = mention.text.rpartition(" ")[2]  # "17 lives"
    said = f"{unit} {behind.lstrip()}" if unit in {"lives", "dead", "injured"} else behind.lstrip()
    told = [fate for fate, (led, follows) in _FATES.items() if led.search(before) or follows.match(said)]
    return told[0] if len(told) == 1 or told[:1] == ["killed"] else ""


def of_one_term(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The terms that a court passed on somebody, or for which it banned somebody, if either report has only one."""
    one, other = ours.told(_by_term), theirs.told(_by_term)
    for term in one.keys() & other.keys():
        a, b = one[term][0], other[term][0]
        if any(len({figure.mention.quantity for figure in side[term]}) > 1 for side in (one, other)):
            continue
        told = a.claim.sentence, b.claim.sentence
        if are_of_two_days(ours.days_of(told[0]), theirs.days_of(told[1])):
            continue
        if not (ours.names_others(told[0], theirs) or theirs.names_others(told[1], ours)):
            yield a, b


def _by_term(report: EventReport) -> dict[str, list[Figure]]:
    terms: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if term := _term(figure):
            terms[term].append(figure)
    return terms


def _term(figure: Figure) -> str:
    """What a court made of a length of time, by the words beside it; "" if it is no term, or not surely the one that was passed."""
    mention, sentence = figure.mention, figure.claim.sentence
    if mention.kind is not Kind.DURATION or figure.claim.withheld not in {None, QUOTED, DENIED}:
        return ""
    text = mention.document.text
    before = text[max(sentence.start, mention.start - TERM_BEFORE) : mention.start].lower()
    if _OUT_OF.search(before):
        before = ""
    if figure.claim.withheld == DENIED and _NOT.search(before):
        return ""
    behind = text[mention.end : min(sentence.end, mention.end + BEHIND)].lower()
    if _NO_TERM_BEFORE.search(before) or _NO_TERM_BEHIND.match(behind):
        return ""
    told = (term for term, (led, follows) in _TERMS.items() if led.search(before) or follows.match(behind))
    term = next(told, "")
    return f"{term} at the wheel" if term and _AT_THE_WHEEL.search(before[-BEFORE:] + behind[:BEFORE]) else term


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, by what they are called."""
    amount = figure.mention.quantity
    if amount is None:
        return False
    return head(amount.unit) == _PERSON or _PEOPLE.fullmatch(amount.unit) is not None
