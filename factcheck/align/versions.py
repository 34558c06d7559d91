"""Which number of a new version of an article an old one has become.

Sentences are matched first: the same words, else the most telling words in common.
Inside two matched sentences numbers are matched by what they are about and by the
words beside them; what is left over, by what it is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from enum import StrEnum
from math import fsum
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.attach.words import telling_stems, words_of
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from factcheck.model import Article, Claim, Mention, Sentence

#: Two sentences with less than this share of the telling words of the shorter in common say different things.
ALIKE = 0.5
#: A word that stands in more sentences than this finds none of them.
COMMON = 60
#: Two numbers of matched sentences that have less than this in common (see `_likeness`) are not one.
SAME_NUMBER = 2.0
#: How many letters on either side are looked through for the word beside a number.
NEAR = 40
_WORD_BEFORE = regex(r"([^\W\d_]+)\W*$")
_WORD_AFTER = regex(r"^\W*([^\W\d_]+)")


class Happening(StrEnum):
    """What became of a number from one version to the next."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Saying:
    """A number or date with the sentence that it stands in, and what is claimed by it if anything is."""

    mention: Mention
    sentence: Sentence
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a number or date; `old` is None where it was added, `new` where it was removed."""

    happening: Happening
    old: Saying | None
    new: Saying | None


Pair = tuple[Saying, Saying]


def changes(old: Article, new: Article) -> tuple[Change, ...]:
    """What became of every number and date: those of the new version in order, then those that are gone."""
    pairs = dict(_sentence_pairs(old.sentences, new.sentences))
    moved = _moved(pairs)
    before, after = _sayings(old), _sayings(new)
    found: dict[int, Change] = {}
    gone: list[Saying] = []
    come = {id(saying): saying for group in after.values() for saying in group}
    for at, group in before.items():
        others = after.get(pairs.get(at, -1), [])
        rest = list(group)
        for one, other in _matched(group, others, _likeness, SAME_NUMBER):
            found[id(other)] = _change(one, other, moved=at in moved)
            rest.remove(one)
            del come[id(other)]
        gone.extend(rest)
    for one, other in _by_subject(gone, come.values()):
        found[id(other)] = _change(one, other, moved=True)
        gone.remove(one)
        del come[id(other)]
    in_order = [found.get(id(one)) or Change(Happening.ADDED, None, one) for group in after.values() for one in group]
    return (*in_order, *(Change(Happening.REMOVED, one, None) for one in gone))


def _change(old: Saying, new: Saying, *, moved: bool) -> Change:
    if _value(old.mention) != _value(new.mention):
        return Change(Happening.CHANGED, old, new)
    return Change(Happening.MOVED if moved else Happening.KEPT, old, new)


def _value(mention: Mention) -> Hashable:
    """What a number or date says, however it is written."""
    amount, time = mention.quantity, mention.time
    return (
        (amount.lower, amount.upper, amount.bound, amount.unit) if amount else None,
        (time.start, time.end) if time and time.start else time and time.timex,
    )


def _sayings(article: Article) -> dict[int, list[Saying]]:
    """The numbers and dates of each sentence, by the sentence's place among the others."""
    claims = {claim.mention.start: claim for claim in article.claims}
    found: dict[int, list[Saying]] = {}
    mentions = deque(article.mentions)
    for at, sentence in enumerate(article.sentences):
        found[at] = []
        while mentions and mentions[0].start < sentence.end:
            mention = mentions.popleft()
            found[at].append(Saying(mention, sentence, claims.get(mention.start)))
    return found


# --- sentences ----------------------------------------------------------------------


def _sentence_pairs(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The places of the sentences that say the same; each stands in one pair at most."""
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, sentence in enumerate(new):
        waiting[_letters(sentence)].append(at)
    left, free = [], set(range(len(new)))
    for at, sentence in enumerate(old):
        if same := waiting[_letters(sentence)]:
            other = same.popleft()
            free.discard(other)
            yield at, other
        else:
            left.append(at)
    yield from _reworded({at: old[at] for at in left}, {at: new[at] for at in sorted(free)})


def _letters(sentence: Sentence) -> str:
    return " ".join(sentence.text.casefold().split())


def _reworded(old: dict[int, Sentence], new: dict[int, Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences in other words: the most alike first, and of those equally alike the least moved."""
    words_before = {at: _telling(sentence) for at, sentence in old.items()}
    words_after = {at: _telling(sentence) for at, sentence in new.items()}
    counts = Counter(word for words in (*words_before.values(), *words_after.values()) for word in words)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in words_after.items():
        for word in words:
            if counts[word] <= COMMON:
                having[word].append(at)

    def weight(words: Iterable[str]) -> float:
        return fsum(1 / counts[word] for word in words)

    ranked = []
    for at, words in words_before.items():
        for other in sorted({other for word in words for other in having[word]}):
            shorter = min(words, words_after[other], key=lambda side: (weight(side), sorted(side)))
            likeness = weight(words & words_after[other]) / weight(shorter)
            if likeness >= ALIKE:
                ranked.append((-likeness, abs(at - other), at, other))
    yield from _each_once((at, other) for _, _, at, other in sorted(ranked))


def _telling(sentence: Sentence) -> frozenset[str]:
    return frozenset(telling_stems(words_of(sentence)))


def _each_once(ranked: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of which neither side stands in an earlier one."""
    used: tuple[set[int], set[int]] = (set(), set())
    for one, other in ranked:
        if one not in used[0] and other not in used[1]:
            used[0].add(one)
            used[1].add(other)
            yield one, other


def _moved(pairs: dict[int, int]) -> set[int]:
    """The old places of the sentences that stand in another order now; as few as explain the new order."""
    ordered = sorted(pairs.items())
    tails: list[int] = []
    lengths = []
    for _, new in ordered:
        at = bisect_left(tails, new)
        tails[at : at + 1] = [new]
        lengths.append(at + 1)
    kept, wanted, below = set(), len(tails), len(pairs) and max(pairs.values()) + 1
    for (old, new), length in zip(reversed(ordered), reversed(lengths), strict=True):
        if length == wanted and new < below:
            kept.add(old)
            wanted, below = wanted - 1, new
    return set(pairs) - kept


# --- numbers ------------------------------------------------------------------------


def _matched(
    old: Sequence[Saying], new: Sequence[Saying], likeness: Callable[[Saying, Saying], float], least: float
) -> Iterator[Pair]:
    """The pairs of numbers that have most in common; each number stands in one pair at most."""
    ranked = sorted(
        (-likeness(one, other), abs(at - place), at, place)
        for at, one in enumerate(old)
        for place, other in enumerate(new)
        if family(one.mention) == family(other.mention)
    )
    good = ((at, place) for unlike, _, at, place in ranked if -unlike >= least)
    yield from ((old[at], new[place]) for at, place in _each_once(good))


def _likeness(one: Saying, other: Saying) -> float:
    """What two numbers of matched sentences have in common: what they are about, the words beside them, their value."""
    subject = [
        (saying.claim.attribute, saying.claim.subject) if saying.claim else ("", frozenset()) for saying in (one, other)
    ]
    shared = 1.0  # the sentences say the same
    shared += subject[0][0] == subject[1][0]
    shared += subject[0][1] == subject[1][1]
    shared += 2 * (_value(one.mention) == _value(other.mention))
    shared += sum(word is not None and word == place for word, place in zip(_beside(one), _beside(other), strict=True))
    return shared


def _beside(saying: Saying) -> tuple[str | None, str | None]:
    """The words before and after a number."""
    mention, text = saying.mention, saying.mention.document.text
    before = _WORD_BEFORE.search(text[max(0, mention.start - NEAR) : mention.start].lower())
    after = _WORD_AFTER.search(text[mention.end : mention.end + NEAR].lower())
    return before and before[1], after and after[1]


def _by_subject(old: Iterable[Saying], new: Iterable[Saying]) -> Iterator[Pair]:
    """The numbers that say the same of the same subject, in whatever sentences."""
    waiting: defaultdict[Hashable, deque[Saying]] = defaultdict(deque)
    for saying in new:
        if key := _about(saying):
            waiting[key].append(saying)
    for saying in list(old):
        if (key := _about(saying)) and waiting[key]:
            yield saying, waiting[key].popleft()


def _about(saying: Saying) -> Hashable:
    """What a number is the number of; None where its words do not say whose."""
    claim = saying.claim
    if claim is None or not claim.attribute or not claim.subject:
        return None
    return claim.attribute, claim.subject, claim.scope, family(saying.mention)
