"""Mentions become claims: what they are about."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.attach.attributes import About, about
from factcheck.attach.events import event, tells_event
from factcheck.attach.extents import extents
from factcheck.attach.fates import FATES
from factcheck.attach.stretches import NIGHT, stretches
from factcheck.attach.voices import SAID, is_of_saying, withheld
from factcheck.attach.words import Word, telling_stem, words_of
from factcheck.model import AMOUNTS, Claim, Kind, Mention, Sentence
from factcheck.nouns import dataclass
from factcheck.read.repeats import repeats
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: "that number has dropped to": what follows changes the number before.
REFERS_BACK = regex(
    r"\b(?:that|this|the) (?:number|figure|total|population|toll) (?:has |have |had |was |is )?(?:since )?\w+ (?:to|by) "
    r"(?:about |around |nearly |almost )?$"
)
#: No phrase that refers back to a number is longer, in letters.
REFERS_BACK_WITHIN = 80
#: A word further from a number than this, in letters, stands in a list or a table that lost its lines.
CONTEXT = 600
#: Nobody wrote a longer sentence, in letters; what looks like one is a table or a row of figures.
LONGEST = 2000
#: What pages and pictures are counted off by, before "12 of 18", and how far it may stand before the last number, in letters.
PAGE, PAGE_WITHIN = (
    regex(
        r"\b(?:captions?|photos?|images?|pictures?|slides?|pages?|parts?|steps?|chapters?|episodes?|exhibits?)\s+#?(?P<page>\d+ of )?$",
        re.IGNORECASE,
    ),
    24,
)
NOT_TOLD = About("", "", frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence whose words may tell what its mentions are about."""

    sentence: Sentence
    mentions: list[Mention]
    lowered: str
    words: list[Word]


class _Stems:
    """The stems of the telling words of a sentence, and where they stand."""

    def __init__(self, words: Iterable[Word]) -> None:
        told = [(start, stem) for start, _, lower, _ in words if (stem := telling_stem(lower))]
        self._starts = [start for start, _ in told]
        self._stems = [stem for _, stem in told]

    def around(self, mention: Mention) -> list[str]:
        """The stems near a mention and not in it."""
        low = bisect_left(self._starts, mention.start - CONTEXT)
        at = bisect_left(self._starts, mention.start, low)
        beyond = bisect_left(self._starts, mention.end, at)
        high = bisect_left(self._starts, mention.end + CONTEXT, beyond)
        return self._stems[low:at] + self._stems[beyond:high]


def attach(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, untied: bool = False) -> tuple[Claim, ...]:
    """A claim for every mention whose words tell what it is about, in order.

    A paragraph that is printed twice makes its claims once. With `untied`, every
    other mention makes a claim too, whose attribute is empty: sentences that say
    the same can be compared number by number without knowing what each is about.
    """
    telling = list(_telling(sentences, mentions, untied=untied))
    # The first word of a sentence is a name if it has a capital inside another one.
    known = {word.lower for one in telling for word in one.words[1:] if word.capital}
    claims: list[Claim] = []
    for one in telling:
        for claim in _claims(one, known, untied=untied):
            claims.append(_of_a_level(claim, claims))
    return tuple(claims)


def _telling(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, untied: bool) -> Iterator[_Telling]:
    """The sentences that hold an amount, or a date and a word for what happened; copies left out."""
    copied = [(copy.start, copy.end) for copy, _ in repeats(sentences)]
    at = 0
    for sentence in sentences:
        first = at
        while at < len(mentions) and mentions[at].start < sentence.end:
            at += 1
        said = list(mentions[first:at])
        if (
            not said
            or sentence.end - sentence.start > LONGEST
            or any(start <= sentence.start < end for start, end in copied)
        ):
            continue
        lowered = sentence.text.lower()
        if untied or any(mention.kind in AMOUNTS for mention in said) or tells_event(lowered):
            yield _Telling(sentence, said, lowered, words_of(sentence))


def _claims(one: _Telling, known: set[str], *, untied: bool) -> Iterator[Claim]:
    """What a sentence claims, mention by mention; `known` are the words that have a capital inside a sentence."""
    times: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    telling: _Stems | None = None
    for before, mention in zip([None, *one.mentions], one.mentions, strict=False):
        told = None if before and _restates(before, mention) else _told(mention, one)
        if told is None or not told.attribute:
            if not untied or mention.kind in {Kind.SET, Kind.TIME}:
                continue
            told = NOT_TOLD
        if telling is None:  # many a sentence claims nothing
            telling = _Stems(one.words)
            times, names = _times(one, untied=untied), _names(one.words, known)
        context = {*telling.around(mention)}
        if told.attribute in FATES.values():
            # "Killed 12" and "12 died" are alike however they put it.
            context = {word for word in context if FATES.get(word) != told.attribute}
        yield Claim(
            mention=mention,
            sentence=one.sentence,
            attribute=told.attribute,
            label=told.label,
            subject=told.subject,
            context=frozenset(context),
            names=names & context,
            scope=told.scope if mention.kind is Kind.DATE else told.scope | times,
            withheld=withheld(mention.start, one.sentence, one.lowered),
            guesses=told.guesses,
        )


def _times(one: _Telling, *, untied: bool) -> frozenset[str]:
    """The days of which a sentence speaks, as scope; with `untied` the stretches and places too."""
    times = frozenset(times_of(one.mentions))
    return (
        times.union(stretches(one.sentence, one.lowered, one.mentions), extents(one.sentence.text, one.lowered))
        if untied
        else times
    )


def _names(words: Sequence[Word], known: set[str]) -> frozenset[str]:
    """The stems of the words with a capital; the first of a sentence has one anyway."""
    capitals = [lower for at, (_, _, lower, capital) in enumerate(words) if capital and (at or lower in known)]
    return frozenset(filter(None, map(telling_stem, capitals)))


def _told(mention: Mention, one: _Telling) -> About | None:
    if mention.kind in AMOUNTS and mention.quantity is not None:
        if mention.kind is Kind.NUMBER and _counts_pages(mention):
            return None
        return about(mention, one.sentence, one.words)
    if mention.kind is Kind.DATE and mention.time is not None and mention.time.start is not None:
        return event(mention, one.words)
    return None


def _counts_pages(mention: Mention) -> bool:
    """Whether a number says which page or picture of how many it is: "Caption 12 of 18", and the 18."""
    text = mention.document.text
    found = PAGE.search(text, max(0, mention.start - PAGE_WITHIN), mention.start)
    return found is not None and (found["page"] is not None or text.startswith(" of ", mention.end))


def _restates(before: Mention, mention: Mention) -> bool:
    """Whether a mention is the one before it once more, in another unit: "90 km (55 miles)"."""
    between = mention.document.text[before.end : mention.start]
    measures = mention.kind is before.kind and mention.kind in {Kind.QUANTITY, Kind.MONEY}
    return measures and between in {" (", "(", " / ", "/"}


def times_of(mentions: Iterable[Mention]) -> Iterator[str]:
    """The days that a sentence speaks of, as scope: two sentences on different days do not clash."""
    for mention in mentions:
        time = mention.time
        if mention.kind is Kind.TIME and time is not None and time.start and time.printed:
            # A night may be of two days, and yet it is one night.
            yield f"{NIGHT}{time.start.toordinal()}"
        if mention.kind is Kind.DATE and time is not None:
            if time.start and time.end:
                days = f"{time.start.toordinal()}-{time.end.toordinal()}"
                yield f"days:{days}"
                if mention.document.published and is_of_saying(mention):
                    yield f"{SAID}{days}"
            elif time.printed and time.printed.weekday is not None:
                yield f"weekday:{time.printed.weekday}"
            elif time.printed and time.printed.month is not None:
                yield f"month:{time.printed.month}"


def _of_a_level(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """The claim, tied to the level that it changes where it says "that number has dropped to 90%"."""
    mention = claim.mention
    if mention.kind is not Kind.PERCENTAGE or not earlier:
        return claim
    base = earlier[-1]
    start = max(base.mention.end, mention.start - REFERS_BACK_WITHIN)
    before = mention.document.text[start : mention.start].lower()
    if base.mention.kind is not Kind.COUNT or not REFERS_BACK.search(before):
        return claim
    return replace(
        claim,
        attribute=base.attribute,
        label=base.label,
        subject=base.subject,
        context=base.context,
        scope=base.scope,
        base=base,
    )
