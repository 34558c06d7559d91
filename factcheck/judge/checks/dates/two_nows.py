"""One event at two distances from the day of writing: "the vote is tomorrow", "Tuesday's vote, three days ago"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import WEEKDAYS
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import longest_words, sentence_at, telling
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

#: What takes place once, so that a day of it in one line and another in the next are no two of its kind.
_ONCE = frozenset(
    "final finals by-election byelection election elections referendum wedding funeral coronation inauguration launch premiere derby marathon summit"
    " regatta carnival eclipse lift-off handover sentencing unveiling opening walkout strike festival ceremony parade lottery auction budget census ballot"
    " poll playoff play-off semi-final semifinal quarter-final fair".split()
)
#: What is given once, and told of a day only beside a verb or behind a comma: last week's ruling may be a lower court's.
_GIVEN = frozenset("verdict ruling judgment judgement".split())
_EVENTS = any_of((*WORD_CLASSES["event"], *_ONCE, *_GIVEN))
#: What somebody does tomorrow is an event, too: "the council votes", "the people of Orle elect a mayor".
_DEEDS = {"vote": "vote", "votes": "vote", "elect": "election", "elects": "election", "marry": "wedding"}
#: The longest word of each, of which a sentence that tells one has some.
_EVENT_WORDS = longest_words({*WORD_CLASSES["event"], *_ONCE, *_GIVEN, *_DEEDS})
_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_WHEN = (
    r"(?P<when>the day before yesterday|the day after tomorrow|today|tonight|this (?:morning|afternoon|evening)|last night"
    r"|(?:yesterday|tomorrow)|(?:last|next) (?:week|weekend|month|(?i:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"|{_COUNT} (?:days?|weeks?) (?:ago|away|from now|from today|earlier than today)|in {_COUNT} (?:days?|weeks?)(?:['’]s?)?(?: time)?)"
)
#: What is told of an event between its name and its day.
_HELD = (
    r"(?P<held>(?:,? (?:which|that))?(?:,? (?:is|was|are|were|has|had|have|been|be|being|will|to|now|only|just|finally|due|set|scheduled|planned|starts?|begins?|began|begun"
    r"|started|opens?|opened|ends?|ended|finish(?:es|ed)?|closes?|closed|over|took place|takes? place|taken place|taking place|kicks? off|kicked off|goes? ahead|went ahead|got under way"
    r"|gets? under way|comes?|came|falls?|held|given|handed down|delivered|read out|announced|cast|played|won|fought|contested|staged|run|beginning|starting|opening|ending))*)"
)
#: Where it takes place: "in Leeds", "at the town hall", "in driving rain".
_PLACE = r"(?:,? (?:in|at|near|by|on|off) (?:(?!that|which|who|after|before|since|until)[\w’'-]+ ){0,3}(?!that|which|who|after|before|since|until)[\w’'-]+)??"
_WHOSE = r"\b(?:[Tt]he|(?:his|her)(?= (?:verdict|ruling|judge?ment))|[a-z]+['’]s|[A-Z]\w+['’]s|[Ii]ts|[Tt]heir)"
_KIND = r"(?P<kind>(?:(?!(?:first|second|third|last|previous|earlier|other|next|new|latest|former|opening(?! ceremony)) )[\w’'-]+ ){0,2})"
_TELLS = regex(
    rf"{_WHOSE} {_KIND}(?P<event>{_EVENTS})\b{_HELD}{_PLACE}(?:(?P<joint>,| –)? |(?P<bracket> \())(?:on \w+day,? )?{_WHEN}\b"
)
#: "Tomorrow the final will be played".
_OPENS = regex(
    rf"(?:^|[.!?;]\s+)(?i:{_WHEN}),? [Tt]he {_KIND}(?P<event>{_EVENTS})(?P<held> (?:is|was|will|begins?|began|starts?|started|opens?|opened|ends?|ended|takes?|took|kicks?|kicked|gets?|got)"
    r"(?: (?:be|begin|start|open|end|to|due|set|being|been))*)\b"
)
#: "Yesterday's match"; "last week's final".
_OWNED = regex(
    rf"\b(?P<when>[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Yy]esterday|[Tt]omorrow|[Ll]ast (?:night|week|month)|[Nn]ext (?:week|month))['’]s {_KIND}(?P<event>{_EVENTS})\b"
)
#: "The council votes tomorrow".
_DONE = regex(
    rf"(?:^|[.!?\n]\s*)(?:The |All )?(?:[\w’'-]+ ){{1,6}}?(?P<event>{any_of(_DEEDS)})(?P<kind>)(?P<held> (?:an? |its |on |for )?(?:[a-z]+ ){{0,3}}?)(?<= )(?P<when>today|tonight|tomorrow)\b"
)
#: "Today is Thursday"; "Saturday's hearing".
_WEEKDAYS = any_of(map(str.title, WEEKDAYS))
_TODAY_IS = regex(rf"oday(?<=\b[Tt]oday)(?: is|,) (?P<day>{_WEEKDAYS})\b")
_OF_A_DAY = regex(rf"(?<!last )(?<!next )\b(?P<when>{_WEEKDAYS})['’]s {_KIND}(?P<event>{_EVENTS})\b")
_TO_COME = regex(r"\b(?:will|ahead of|before|ready for|prepar\w+ for|forecast|expected|tickets? for|eve of)\b")
#: What lasts for days, so that it may begin on one and end on another.
_LASTS = frozenset(
    "festival fair strike walkout trial tournament championship championships conference congress convention summit talks workshop seminar course camp exhibition show"
    " expo sale biennale market carnival tour trip visit voyage cruise election vote campaign inquest hearing exercise exercises season symposium retreat fast truce ceasefire"
    " curfew holiday competition trek expedition safari pilgrimage hike mission stay break programme residency regatta race rally games biennale cup test"
    " census auction fete fête mela fiesta test debate playoff play-off inquest meeting raid march".split()
)
_BEGINS = regex(
    r"\b(?:starts?|begins?|began|begun|started|opens?|opened|kick\w* off|under way|beginning|starting|opening)\b"
)
_ENDS = regex(r"\b(?:ends?|ended|ending|finish\w*|closes?|closed|over)\b")
#: Where nothing but its place stands between an event and a day, the day is that of the event only behind these: it is not in "arrived for the final yesterday".
_AT_IT = regex(
    r"(?:^|[.!?;:,”\"]\s+|\n\s*|\b(?:at|in|during|won|wins?|winning|lost|loses?|losing|watch(?:ed|es|ing)?|play(?:s|ed|ing)?|attend(?:s|ed|ing)?|h[oe]ld(?:s|ing)?|stag(?:es?|ed|ing)"
    r"|saw|sees?|miss(?:ed|es)?|r[au]ns?|beg[aiu]ns?|begin(?:ning)?|start(?:s|ed|ing)?|opens?|opened|host(?:s|ed)?|left|leaves?|and|but|as|that|when)\s+)$"
)
_ELSEWHERE = regex(r" (?:in|by|at|of) (?:the|an?|his|her|its|their) [a-z]")
_GIVES = regex(r"\b(?:gives?|gave|hand(?:s|ed) down|deliver(?:s|ed)?|announc(?:es|ed)|read(?:s)? out)\s+$")
#: Words of a kind that tell no kind.
_NO_KIND = frozenset(
    "the a an own long-awaited eagerly much big great grand long crucial key historic mon tues wednes thurs fri satur sun".split()
)
#: "In three days" is when it will be only behind these; elsewhere it is how long it took.
_WILL_BE = frozenset("is are be begins starts opens place due".split())
#: The last words of a time from now.
_SIGNS = frozenset(
    "today tonight yesterday tomorrow ago away now time week weeks weekend month days day morning afternoon evening night"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
WEEK = 7
_TIMES = frozenset({Kind.DATE, Kind.DURATION, Kind.TIME})
#: How long before an event "begin" stands, in letters.
_VERB = 14
#: How far before and behind a time the event stands, in letters.
_BEFORE, _BEHIND = 110, 50
_SPANS = {
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), (0, 0)),
    **dict.fromkeys(("yesterday", "last night"), (-1, -1)),
    "tomorrow": (1, 1),
    "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2),
    "last week": (-13, -1),
    "next week": (1, 13),
    "last weekend": (-9, -1),
    "next weekend": (1, 14),
    "last month": (-61, -1),
    "next month": (1, 61),
}
#: "Last Friday" and "next Friday".
_LAST, _NEXT = (-14, -1), (1, 14)


class Told(NamedTuple):
    """How many days from now something is said to be, at the least and the most, of which kind it is, and where that is told."""

    least: int
    most: int
    #: -1 where it begins then, 1 where it ends, 0 where it is.
    stage: int
    kind: frozenset[str]
    span: Span
    #: Whether only the day tells which it is: "yesterday's match".
    is_owned: bool


@check("two-nows", of=Article, about=[Kind.DATE, Kind.DURATION, Kind.TIME])
def two_nows(article: Article) -> Iterator[Verdict]:
    """One event that is at two distances from the day of writing."""
    nows = [
        mention
        for told_here in telling(article)
        if not (told_here.kinds.isdisjoint(_TIMES) or told_here.words.isdisjoint(_EVENT_WORDS))
        for mention in told_here.mentions
        if _is_from_now(mention)
    ]
    if not nows or (len(nows) == 1 and not _TODAY_IS.search(article.document.text)):
        return
    told: defaultdict[str, dict[int, Told]] = defaultdict(dict)
    for mention in nows:
        for found in _tellings(article.document.text, mention):
            start = found.start("when")
            if not sentence_at(article, start).quotes(start) and (span := _from_now(found)):
                kind = frozenset(_words(found["kind"])) - _NO_KIND
                where = Span(article.document, *found.span("when"))
                event = _DEEDS.get(found["event"], found["event"])
                told[event].setdefault(start, Told(*span, _stage(found), kind, where, _is_owned(found)))
    _add_weekdays(told, article)
    for event, tellings in told.items():
        if tellings:
            yield from _tellings_of_one(event, sorted(tellings.values(), key=lambda one: one.span.start))


def _add_weekdays(told: defaultdict[str, dict[int, Told]], article: Article) -> None:
    """Add "Saturday's hearing" that is to come and fits nothing told of it, where the text says which day today is."""
    text = article.document.text
    today = _TODAY_IS.search(text)
    for found in _OF_A_DAY.finditer(text, today.end()) if today else ():
        tellings, kind = told[found["event"]], frozenset(_words(found["kind"])) - _NO_KIND
        is_to_come = _TO_COME.search(sentence_at(article, found.start()).text)
        ahead = (_number(found["when"]) - _number(today["day"])) % WEEK if today else 0
        fits = any(one.least <= day <= one.most for one in tellings.values() for day in (ahead, ahead - WEEK))
        if is_to_come and not fits and all(one.kind == kind for one in tellings.values()):
            where = Span(article.document, *found.span("when"))
            tellings[found.start()] = Told(ahead, ahead, 0, kind, where, is_owned=False)


def _number(weekday: str) -> int:
    return WEEKDAYS[weekday.lower()]


def _words(kind: str) -> list[str]:
    return [word.removesuffix("'s").removesuffix("’s") for word in kind.lower().split()]


def _is_from_now(mention: Mention) -> bool:
    """Whether a time may be told from the day of writing."""
    if mention.kind not in _TIMES:
        return False
    words = [word.rstrip("'s’") if word.rstrip("'s’") in _SIGNS else word for word in mention.text.lower().split()]
    return not _SIGNS.isdisjoint(words) or mention.document.text.startswith((" away", " from now"), mention.end)


def _tellings(text: str, mention: Mention) -> Iterator[re.Match[str]]:
    """What is said to be at a time, before it or behind it."""
    start, end = max(0, mention.start - _BEFORE), mention.end + _BEHIND
    for wording in (_TELLS, _OPENS, _OWNED, _DONE):
        for found in wording.finditer(text, start if wording in (_TELLS, _DONE) else max(0, mention.start - 2), end):
            is_told = wording is not _TELLS or found["held"] or found["bracket"]
            lead = (_GIVES if found["event"] in _GIVEN else _AT_IT).search(
                text, max(0, found.start() - 20), found.start()
            )
            if lead and not lead[0].strip().isalpha() and _ELSEWHERE.match(text, found.end("when")):
                lead = None
            if is_told or lead or (found["joint"] and found["event"] not in _GIVEN):
                yield found


def _is_owned(found: re.Match[str]) -> bool:
    """Whether an event is told as that of a day: "yesterday's match"."""
    return "held" not in found.groupdict()


def _stage(found: re.Match[str]) -> int:
    """Whether an event begins or ends at a time, or is."""
    if found["event"] not in _LASTS or _is_owned(found):
        return 0
    held = found["held"] or found.string[max(0, found.start() - _VERB) : found.start()].split(" ", 1)[-1]
    return -1 if _BEGINS.search(held) or found["when"].endswith(" away") else 1 if _ENDS.search(held) else 0


def _tellings_of_one(event: str, tellings: Sequence[Told]) -> Iterator[Verdict]:
    first, *others = tellings
    for other in others:
        if not _may_be_one(event, first, other):
            continue
        early, late = (first, other) if first.stage <= other.stage else (other, first)
        # What began before it ended may have been going on at any time between.
        if early.least <= late.most and (late.least <= early.most or early.stage != late.stage):
            yield Accord((first.span, other.span), f"{first.span.text} fits {other.span.text}")
        else:
            yield Clash((first.span, other.span))
            return


def _may_be_one(event: str, one: Told, other: Told) -> bool:
    """Whether nothing tells two events apart; of matches and debates there is one a week, and only "the match" is one."""
    if event in _ONCE:
        return not (one.kind - other.kind and other.kind - one.kind)
    is_loose = any(told.is_owned and told.most > told.least for told in (one, other))
    return one.kind >= other.kind and not is_loose and not (one.is_owned and other.is_owned)


def _from_now(found: re.Match[str]) -> tuple[int, int] | None:
    """How many days from now a phrase means, at the least and the most."""
    when = found["when"].lower()
    if when in _SPANS:
        return _SPANS[when]
    if when.endswith("day") and when.startswith(("last ", "next ")):
        return _LAST if when.startswith("last ") else _NEXT
    ahead = when.startswith("in ")
    if ahead and not when.endswith("time") and found.string[: found.start("when")].split()[-1] not in _WILL_BE:
        return None
    count, unit, *way = when.removeprefix("in ").split()
    number = int(count) if count.isdigit() else 1 if count in ("a", "an") else int(CARDINALS.get(count, 1))
    sign = 1 if ahead or way[0] in ("away", "from") else -1
    if unit.startswith("day"):
        return sign * number, sign * number
    ends = sorted((sign * (7 * number - 4), sign * (7 * number + 4)))
    return ends[0], ends[1]
