"""Mentions become claims: what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.attach.attributes import FATES, about
from factcheck.attach.events import EVENT_WORDS, event
from factcheck.attach.voices import withheld
from factcheck.attach.words import Word, words_of
from factcheck.model import Claim, Kind, Mention, Sentence
from factcheck.read.repeats import repeats

#: Kinds that say how much of something there is.
REFERS_BACK = re.compile(r"\b(?:that|this|the) (?:number|figure|total|population|toll) (?:has |have |had |was |is )?(?:since )?\w+ (?:to|by) (?:about |around |nearly |almost )?$")
#: No phrase that refers back to a number is longer, in letters.
REFERS_BACK_WITHIN = 80
LETTERS = re.compile(r"[a-z]+")
AMOUNTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, Kind.NUMBER})


def attach(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """A claim for every mention whose words tell what it is about, in order.

    A paragraph that is printed twice makes its claims once.
    """
    copied = [(copy.start, copy.end) for copy, _ in repeats(sentences)]
    claims: list[Claim] = []
    for sentence, said in _by_sentence(sentences, mentions):
        if not any(start <= sentence.start < end for start, end in copied):
            lowered = sentence.text.lower()
            if not _tells(said, lowered):
                continue
            words, times = words_of(sentence), frozenset(_times(said))
            for before, mention in zip([None, *said], said, strict=False):
                if before and _restates(before, mention):
                    continue
                claim = _claim(mention, sentence, words, lowered, times)
                if claim is not None:
                    claims.append(_of_a_level(claim, claims))
    return tuple(claims)


def _tells(said: Iterable[Mention], lowered: str) -> bool:
    """Whether a sentence can make a claim: it holds an amount, or a date and a word for what happened."""
    return any(mention.kind in AMOUNTS for mention in said) or not EVENT_WORDS.isdisjoint(LETTERS.findall(lowered))


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[tuple[Sentence, list[Mention]]]:
    """The sentences that mention anything, each with what it mentions."""
    at = 0
    for sentence in sentences:
        first = at
        while at < len(mentions) and mentions[at].start < sentence.end:
            at += 1
        if at > first:
            yield sentence, list(mentions[first:at])


def _restates(before: Mention, mention: Mention) -> bool:
    """Whether a mention is the one before it once more, in another unit: "90 km (55 miles)"."""
    between = mention.document.text[before.end : mention.start]
    return between in {" (", "(", " / ", "/"} and mention.kind is before.kind and mention.kind in {Kind.QUANTITY, Kind.MONEY}


def _times(mentions: Iterable[Mention]) -> Iterator[str]:
    """The days that a sentence speaks of, as scope: two sentences on different days do not clash."""
    for mention in mentions:
        time = mention.time
        if mention.kind is Kind.DATE and time is not None:
            if time.start and time.end:
                yield f"days:{time.start.toordinal()}-{time.end.toordinal()}"
            elif time.printed and time.printed.weekday is not None:
                yield f"weekday:{time.printed.weekday}"


def _of_a_level(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """The claim, tied to the level that it changes where it says "that number has dropped to 90%"."""
    mention = claim.mention
    if mention.kind is not Kind.PERCENTAGE or not earlier:
        return claim
    base = earlier[-1]
    before = mention.document.text[max(base.mention.end, mention.start - REFERS_BACK_WITHIN) : mention.start].lower()
    if base.mention.kind is not Kind.COUNT or not REFERS_BACK.search(before):
        return claim
    return replace(claim, attribute=base.attribute, subject=base.subject, context=base.context, scope=base.scope, base=base)


def _claim(mention: Mention, sentence: Sentence, words: list[Word], lowered: str, times: frozenset[str]) -> Claim | None:
    if mention.kind in AMOUNTS and mention.quantity is not None:
        told = about(mention, sentence, words)
    elif mention.kind is Kind.DATE and mention.time is not None and mention.time.start is not None:
        found = event(mention, sentence, words)
        if found is None:
            return None
        told = found
    else:
        return None
    if not told.attribute:
        return None
    telling = {word.stem for word in words if not word.empty and not mention.start <= word.start < mention.end}
    if told.attribute in FATES.values():
        telling = {word for word in telling if FATES.get(word) != told.attribute}
    return Claim(
        mention=mention,
        sentence=sentence,
        attribute=told.attribute,
        subject=told.subject,
        context=frozenset(telling),
        names=frozenset(word.stem for word in words[1:] if word.capital and word.stem in telling),
        scope=told.scope if mention.kind is Kind.DATE else told.scope | times,
        withheld=withheld(mention.start, sentence, lowered),
        guesses=told.guesses,
    )
