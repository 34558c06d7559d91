"""What grows from one day to the next: a later article that counts more brings it up to date, and one that counts fewer does not.

Where both tell how many it was on one and the same day ("as of Monday", "on Monday the toll stood at"), nothing has grown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.scopes import but_said
from factcheck.align.senses import same_attribute
from factcheck.attach.stretches import NIGHT
from factcheck.attach.words import stem
from factcheck.extract.lexicon.calendar_words import MONTHS, WEEKDAYS
from factcheck.model import Kind
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from factcheck.model import Claim

#: Fates of which there can only come to be more.
RISING = frozenset({"killed", "injured", "arrested", "infected", "displaced", "evacuated", "rescued"})
#: Fates of which there come to be fewer as well as more.
MOVING = frozenset({"missing", "trapped"})
#: What happens to things, more and more of which come to be known.
_HIT = frozenset(
    map(
        stem,
        "damaged destroyed flooded wrecked ruined razed burned burnt scorched gutted affected collapsed levelled leveled buried submerged swept spread blackened charred consumed toppled crushed inundated engulfed".split(),
    )
)
_COUNTED = frozenset({Kind.COUNT, Kind.QUANTITY})
#: Behind a number, and before the one that it stands for.
_INSTEAD = regex(
    r"(?: [a-z]+)?,? (?:from|instead of|rather than|and not|down from|up from) (?:[a-z]+ )?(\d{1,3}(?:,\d{3})*|\d+)\b"
)
_DAY = rf"(?:{any_of(WEEKDAYS)}|\d{{1,2}}(?:st|nd|rd|th)? {any_of(MONTHS)}|{any_of(MONTHS)} \d{{1,2}})\b(?: (?:morning|afternoon|evening|night))?"
_PART = r"(?:(?:late|early|midnight|noon|midday|dusk|dawn|(?:the )?(?:morning|afternoon|evening|night)|end) )?(?:(?:on|of) )?"
#: By when something was counted; the same where a verb tells that it was counted until then; and on which day a count stood.
_AS_OF = regex(rf"\bas (?:of|at) {_PART}{_DAY}")
_BY_THEN, _HAD = regex(rf"\b(?:by|until|up to) {_PART}{_DAY}"), regex(r"\bhad\b")
#: On which day it stood, which opens the sentence or stands right beside the number: "the number of victims of the blast on Monday" is of an event.
_ON, _STOOD = (
    regex(rf"\A\W*on {_PART}{_DAY}|(?<=\d) (?:people |dead )?on {_PART}{_DAY}"),
    regex(r"\b(?:toll|tally|count|number|total|figure)\b[^.;,]* (?:stood at|was) "),
)
#: The part of the day, and what parts a day from what was counted by it; a comma behind its opening words does not.
_PARTS_OF_DAY = regex(
    r"\b(?:late|early|morning|afternoon|noon|midday|evening|dusk|dawn|night|midnight|end of|start of|\d+(?::\d\d)? ?[ap]m|\d\d:\d\d)\b"
)
_PARTS, _OPENS = (
    regex(r"[;:()–—“”\"]|, | (?:which|who|that|when|where|after|before|said|told|until then|more|from)\b"),
    12,
)
#: Causes by which a rule of its own may speak of a clash.
UPDATE, FALLEN = "update", "fallen"


def grown(one: Claim, other: Claim) -> str:
    """Whether the later of two articles counts more (`UPDATE`) or fewer (`FALLEN`) of what can only grow; "" if nobody can say.

    Of those who are missing any later count is an update.
    """
    first, second = sorted((one, other), key=lambda claim: str(claim.mention.document.published))
    days = [claim.mention.document.published for claim in (first, second)]
    amounts = [claim.mention.quantity for claim in (first, second)]
    if None in days or days[0] == days[1] or amounts[0] is None or amounts[1] is None:
        return ""
    if (day := _counted_on(one)) and day == _counted_on(other):
        return ""
    if same_attribute(one.attribute) in MOVING:
        return UPDATE
    if not _grow(one, other):
        return ""
    return UPDATE if amounts[0].value < amounts[1].value else FALLEN


def puts_right(claim: Claim, other: Claim) -> bool:
    """Whether a sentence tells that its number stands for the other's: "lowered the toll to 13 from 16"."""
    amount, at = other.mention.quantity, claim.mention.end - claim.sentence.start
    found = _INSTEAD.match(claim.sentence.text, at)
    return bool(found and amount and amount.printed == (Decimal(found[1].replace(",", "")),))


def _grow(one: Claim, other: Claim) -> bool:
    """Whether two counts are of what can only come to be more."""
    if same_attribute(one.attribute) in RISING:
        return True
    return one.mention.kind in _COUNTED and not (_HIT.isdisjoint(one.context) or _HIT.isdisjoint(other.context))


def _counted_on(claim: Claim) -> frozenset[str]:
    """The day, and what part of it, as of which a sentence tells its count; nothing where it tells no day, or what happened on it."""
    days = {
        word.partition("-")[0].removeprefix("days:").removeprefix(NIGHT)
        for word in but_said(claim.scope)
        if word.startswith(("days:", NIGHT))
    }
    text = claim.sentence.text.lower()
    if len(days) != 1 or not _is_as_of(text, claim.mention.start - claim.sentence.start):
        return frozenset()
    return frozenset((*days, *_PARTS_OF_DAY.findall(text)))


def _is_as_of(text: str, at: int) -> bool:
    """Whether a sentence says of the number at an offset that it was so many on a day."""
    for words, needed in ((_AS_OF, None), (_BY_THEN, _HAD), (_ON, _STOOD)):
        found = words.search(text)
        if found and (needed is None or needed.search(text)):
            between = text[found.end() : at] if found.end() <= at else text[at : found.start()]
            return not _PARTS.search(between.removeprefix(", ") if found.start() <= _OPENS else between)
    return False
