"""The gates: what says of two claims that they are not about the same thing, each in words, or in none."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.became import of_another_fate, of_some_alone
from factcheck.align.blocks import OF_EVENTS, TOLLS
from factcheck.align.drafts import family, is_fraction
from factcheck.align.merging import is_one_name, may_be_one_name
from factcheck.align.names import usual_stem
from factcheck.align.narrowings import narrowed, told_for_another
from factcheck.align.scopes import but_said, of_another_scope, of_another_time, told_behind
from factcheck.align.senses import same_attribute
from factcheck.align.settings import VEHICLES, setting_of
from factcheck.align.wholes import (
    another_place,
    bears_its_name,
    elsewhere,
    exceeds_whole,
    in_its_place,
    is_of_it,
    named_apart,
    of_a_part,
    of_another_extent,
    of_another_stretch,
    opened_by_another,
)
from factcheck.attach.scope import RUNNING
from factcheck.attach.words import stem
from factcheck.model import AS_OF
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from factcheck.model import Claim, Setting

    Gate = Callable[[Claim, Claim], str]

#: What stays as it is, so that a fact about it holds in any year.
CONSTANT = frozenset(map(stem, ("distance", "height", "elevation", "length", "width", "depth", "area", "altitude")))
#: An article turns on the first so many of its names.
FOREMOST = 3
#: Counted on through a game, a season or a career; or the furniture of a page.
TALLIES = frozenset(
    "game games season seasons match matches point points pass passes goal goals touchdown touchdowns yard yards rebound rebounds shot shots "
    "carry carries catch catches reception receptions run runs homer homers rbi assist assists punch punches save saves hit hits lap laps inning innings "
    "round rounds set sets block blocks steal steals wicket wickets try tries penalty penalties foul fouls title titles win wins loss losses start starts "
    "minute minutes second quarter quarters half rush rushed rushing drive drives play plays kick kicks medal medals "
    "photo photos image images picture pictures slide slides comment comments share shares page pages chapter chapters".split()
)
#: The same by stem, for what is no count.
TALLIED = frozenset(map(stem, TALLIES))
#: Of what is told with one of these words and without it, one may be no other: "the war", "the full-scale war".
ANOTHER_SORT = frozenset(
    map(
        stem,
        "full full-scale all-out open outright wider broader ground air present current latest second third other actual formal official later earlier civil"
        " extended additional temporary permanent main smaller larger older newer former previous original neighbouring nearby next rival rebuilt".split(),
    )
)
#: The same where the later of two has it: "the bridge was built in 1932; the old bridge". What was told of as new first is so once.
_OTHERWISE_TOLD = frozenset({"new", "old"})
#: Two tolls of one event are never so many times apart.
FAR_MORE = 1000
#: How strong a quake was may itself be what differs.
MAGNITUDES = frozenset(map(stem, ("magnitude", "quake", "earthquake", "richter")))
#: More of the figure stands beyond a blank: "5. 9", "500, 000", "9 / 11", "0845 125 2222".
BROKEN_BEFORE, BROKEN_BEHIND = regex(r"\d ?[.,:/-]? ?\Z"), regex(r" ?[.,:/-]? ?\d")

#: What two gates say that look at the first claim more than at the other.
TALLY, STORY = "a running tally", "another story"


def _attribute(claim: Claim, other: Claim) -> str:
    return "" if same_attribute(claim.attribute) == same_attribute(other.attribute) else "another attribute"


def _kind(claim: Claim, other: Claim) -> str:
    one, two = ((side.base or side).mention for side in (claim, other))
    return "" if family(one) == family(two) and is_fraction(one) is is_fraction(two) else "another kind of amount"


def _scope(claim: Claim, other: Claim) -> str:
    # A toll always runs on; of all else "so far" adds up what several sentences tell.
    running = (RUNNING in claim.scope) is not (RUNNING in other.scope) and claim.attribute not in TOLLS
    scopes = claim.scope, other.scope
    if claim.mention.document is not other.mention.document and all(
        one.mention.document.published for one in (claim, other)
    ):
        scopes = but_said(claim.scope), but_said(other.scope)
    return "another scope" if running or of_another_scope(*scopes) else ""


def _subject(claim: Claim, other: Claim) -> str:
    """Neither subject is a shorter way to say the other."""
    if claim.subject == other.subject:
        return ""
    if claim.is_fact is not other.is_fact and not claim.has_own_subject:
        fact, told = (claim, other) if claim.is_fact else (other, claim)
        return "" if fact.subject <= told.context | told.subject else "another subject"
    if claim.attribute in TOLLS and not (claim.subject and other.subject):
        # Of miners there cannot be more than of all, whoever they are.
        some, every = (claim, other) if claim.subject else (other, claim)
        return "" if exceeds_whole(some, every) else "another subject"
    if not claim.has_own_subject:
        return "another subject"
    one, two = ({usual_stem(word) for word in subject} for subject in (claim.subject, other.subject))
    nested = (one <= two or two <= one) and not (bears_its_name(claim, other) or is_of_it(claim, other))
    if claim.attribute.startswith("event:") and _is_of_another_sort(claim, other):
        return "another subject"
    return "" if nested and ((one and two) or claim.guesses or other.guesses) else "another subject"


def _is_of_another_sort(claim: Claim, other: Claim) -> bool:
    """Whether a word says of one of two things of one name that it is another."""
    first, last = sorted((claim, other), key=lambda one: one.mention.start)
    return not (
        ANOTHER_SORT.isdisjoint(claim.subject ^ other.subject)
        and _OTHERWISE_TOLD.isdisjoint(last.subject - first.subject)
    )


def of_two_subjects(claim: Claim, other: Claim) -> bool:
    """Whether two happenings of one kind befell two: "the mill opened", "the church opened"."""
    if not (claim.subject and other.subject) or claim.attribute != other.attribute:
        return False
    return claim.attribute.startswith("event:") and bool(_subject(claim, other))


def _fact_time(claim: Claim, other: Claim) -> str:
    """A fact of one year is not held against a claim about another, unless it is about what stays as it is."""
    if claim.is_fact is other.is_fact:
        return ""
    fact, told = (claim, other) if claim.is_fact else (other, claim)
    as_of = told_behind(AS_OF, fact.scope)
    if not as_of or fact.attribute.startswith("event:") or fact.attribute in CONSTANT:
        return ""
    of_year = {_year(days.split("-")[0]) for days in told_behind("days:", told.scope)}
    published = told.mention.document.published
    if published and not of_year:
        of_year = {published.year}
    first, end = next(iter(as_of)).split("-")
    around = range(_year(first) - 1, _year(int(end) - 1) + 2)
    return "" if not of_year or any(year in around for year in of_year) else "another time"


def _year(ordinal: str | int) -> int:
    return date.fromordinal(int(ordinal)).year


def _whole(claim: Claim, other: Claim) -> str:
    return "a figure that is torn apart" if _is_broken(claim) or _is_broken(other) else ""


def _time(claim: Claim, other: Claim) -> str:
    """One of two tolls is of a month or a year of which the other does not speak."""
    if claim.attribute not in OF_EVENTS or of_another_time(claim) == of_another_time(other):
        return ""
    return "another time"


def _event(claim: Claim, other: Claim) -> str:
    """What happened is told, and it is two things."""
    if claim.attribute not in OF_EVENTS:
        return ""
    one, two = setting_of(claim).happened, setting_of(other).happened
    crashed, sank = ({VEHICLES[word] for word in side.context & VEHICLES.keys()} for side in (claim, other))
    apart = (one and two and one.isdisjoint(two)) or (crashed and sank and crashed.isdisjoint(sank))
    return "another event" if apart else ""


def _strength(claim: Claim, other: Claim) -> str:
    """Nobody knows the day of either quake, and they were not equally strong."""
    if claim.attribute in MAGNITUDES or any(one.mention.document.published for one in (claim, other)):
        return ""
    one, two = setting_of(claim).strengths, setting_of(other).strengths
    return "another event" if one and two and one.isdisjoint(two) else ""


def _order(claim: Claim, other: Claim) -> str:
    """One toll is so many times the other that no slip and no later count explains it."""
    return "another order of size" if claim.attribute in OF_EVENTS and of_another_order(claim, other) else ""


def of_another_order(claim: Claim, other: Claim) -> bool:
    """Whether one number is so many times the other that they are of two things."""
    a, b = claim.mention.quantity, other.mention.quantity
    if a is None or b is None:
        return False
    less, more = sorted((a, b), key=lambda quantity: quantity.value)
    return 0 < less.upper * FAR_MORE < more.lower


def _story(claim: Claim, other: Claim) -> str:
    """Nothing that the one article turns on is what the other turns on, and no name says what is meant."""
    if claim.has_own_subject and claim.subject & claim.names:
        return ""
    one, two = setting_of(claim).about, setting_of(other).about
    return "" if not (one and two) or _have_one_name(one, two) else STORY


@lru_cache(maxsize=1 << 12)
def _have_one_name(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether some name is in both."""
    return not set(names).isdisjoint(others) or any(is_one_name(name, other) for name in names for other in others)


def _kin(claim: Claim, other: Claim) -> str:
    """Each article turns on another of a kind, or names it next to the number: "INS Mysore" and "INS Sukanya", two hurricanes, two banks."""
    if claim.has_own_subject:
        return ""
    one, two = setting_of(claim), setting_of(other)
    known = {*one.about, *one.names} & {*two.about, *two.names}
    kin = any(
        name not in known and of_kind not in known and _are_kin(name, of_kind)
        for told, by_other in ((one.about[:FOREMOST], two.about[:FOREMOST]), (one.names[:1], two.names[:1]))
        for name in told
        for of_kind in by_other
    )
    return "another of its kind" if kin else ""


def _are_kin(one: str, other: str) -> bool:
    """Whether two names begin with the same word and end with another."""
    a, b = one.split(), other.split()
    return len(a) == len(b) > 1 and a[0] == b[0] and not may_be_one_name(one, other)


def _tally(claim: Claim, _: Claim) -> str:
    """Goals, games and seasons: what is counted of them changes from one moment to the next."""
    unit = claim.mention.measure
    counted = unit.rpartition(" ")[2]
    # By its stem a car would be a carry.
    return TALLY if (counted in TALLIES if counted else claim.attribute in TALLIED) else ""


def _actor(claim: Claim, other: Claim) -> str:
    """Each number has a name before it, and it is not the same."""
    if claim.has_own_subject or claim.attribute in OF_EVENTS:
        return ""
    one, two = setting_of(claim).actor, setting_of(other).actor
    return "another name before it" if one and two and not may_be_one_name(one, two) else ""


def _stranger(claim: Claim, other: Claim) -> str:
    """Each number has a name before it of which the other article does not speak."""
    one, two = setting_of(claim), setting_of(other)
    strange = one.actor and two.actor and not (_speaks_of(two, one.actor) or _speaks_of(one, two.actor))
    return "another name before it" if strange else ""


def _speaks_of(setting: Setting, name: str) -> bool:
    """Whether an article turns on a name, or has it beside the number."""
    return any(may_be_one_name(name, known) for known in (*setting.about, *setting.names))


def _close_by(claim: Claim, other: Claim) -> str:
    """Nothing close to the two numbers is the same."""
    if claim.has_own_subject or claim.attribute in OF_EVENTS:
        return ""
    one, two = setting_of(claim).near, setting_of(other).near
    return "" if not (one and two) or one & two else "other words beside it"


#: What sets two claims apart wherever they stand.
GATES: tuple[Gate, ...] = (
    _attribute,
    _kind,
    _scope,
    _subject,
    _fact_time,
)
#: The same, and what sets them apart in two articles only.
BETWEEN: tuple[Gate, ...] = (
    *GATES,
    _whole,
    of_a_part,
    narrowed,
    of_another_stretch,
    of_another_extent,
    of_some_alone,
    of_another_fate,
    in_its_place,
    _story,
    _kin,
    _tally,
    _time,
    _event,
    _strength,
    _order,
    another_place,
    named_apart,
    _actor,
    _close_by,
)


#: Of these, what looks at the first claim more than at the other.
ONE_WAY: tuple[Gate, ...] = (_story, _tally)


#: What sets two amounts apart that stand among the same words.
IN_LIKE_WORDS = (
    opened_by_another,
    named_apart,
    _scope,
    _whole,
    _stranger,
    of_a_part,
    narrowed,
    told_for_another,
    of_another_stretch,
    of_another_extent,
    of_some_alone,
    of_another_fate,
    in_its_place,
    elsewhere,
    _story,
    _kin,
    _tally,
    _strength,
)


#: What sets two amounts apart that are known to measure one thing of one name.
OF_ONE_MEASURE = (_whole, of_a_part, narrowed, of_another_extent, in_its_place, elsewhere)
#: Of these, what a change and the level that it led to differ in.
OF_SCOPE = (_scope, of_another_stretch)
#: And what a whole and a number of some of it do.
OF_WHOLES = (*OF_SCOPE, of_some_alone, of_another_fate)
#: What two figures differ in that stand for one in two reports of one event: what leads to a fine is put in two ways.
OF_WORDING = (*OF_SCOPE, told_for_another)
#: And where they stand in two rows of figures, or are lengths of time.
OF_ROWS, OF_LENGTHS = (*OF_WORDING, _whole), (*OF_WORDING, _tally)
#: And where the one has the digits of the other, three or more, in another order, which they have by no chance.
OF_SWAPS = (*OF_WORDING, _story, narrowed)
#: And where two reports surely are of one event, each with only one such figure.
OF_SURE_SWAPS = (*OF_SWAPS, _stranger, elsewhere)


def of_another_story(claim: Claim, other: Claim, *, whatever: Collection[Gate] = ()) -> bool:
    """Whether two claims in like words are told of two stories, `whatever` some gates say of them."""
    return any(gate(claim, other) for gate in IN_LIKE_WORDS if gate not in whatever)


def of_another_part(claim: Claim, other: Claim) -> bool:
    """Whether two claims that measure one thing of one name are told of a part and its whole, or of two places."""
    return any(gate(claim, other) for gate in OF_ONE_MEASURE)


def of_another_event(claim: Claim, other: Claim) -> bool:
    """Whether two tolls are told of two stories, of two kinds of event, or of two times."""
    return bool(_story(claim, other) or _event(claim, other) or _time(claim, other))


def _is_broken(claim: Claim) -> bool:
    text, mention = claim.mention.document.text, claim.mention
    begins = text[mention.start].isdigit()  # behind "in 2024." may stand "Some 84 people"
    before = begins and BROKEN_BEFORE.search(text, max(0, mention.start - 4), mention.start)
    # Behind a noun, "of its 900 staff, 40 left", another figure may stand.
    return bool(before or (text[mention.end - 1].isdigit() and BROKEN_BEHIND.match(text, mention.end)))
