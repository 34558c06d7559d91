"""Two notes of a line each, such as a desk takes them down: "4.1%" and "4.7%", "a town of 80,000" and "73,000 people".

Nothing stands in them by which what they are of could be told apart, and so they are held to be of one thing. A text of more
than a line is never read so.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.align.gates import of_another_story
from factcheck.attach.voices import speaker
from factcheck.attach.words import words_of
from factcheck.judge.agreement import agree_either_way, gap
from factcheck.judge.checks import check
from factcheck.judge.checks.retold.places import APART, degrees_of
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import AMOUNTS, Article, Claim, Kind, Severity, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A note is no longer than this, in letters.
LINE = 80
#: Of two amounts that say nothing of what they are, the smaller is at least this share of the larger.
LIKELY = Decimal("0.5")
#: "North-east of town", "to the south": which way something lies, what it is, and from where.
LIES = regex(
    r"(?:(?:(?P<it>it)|(?:the|an?) (?P<thing>[a-z]+)) (?:is|was|lies|lay|stands|stood) )?(?:just |right )?(?:to |in )?(?:the )?"
    r"(?P<way>(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?: of (?:the )?(?P<point>[a-z]+))?\.?",
)


@check("jottings", of=tuple, least=2)
def jottings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Every two notes of which each has one amount, or one bearing, and neither has a word that tells it from the other's."""
    notes = [article for article in articles if _is_note(article)]
    for one, other in combinations(notes, 2):
        yield from _amounts(one, other)
        yield from _bearings(one, other)


def _is_note(article: Article) -> bool:
    return len(article.sentences) == 1 and len(article.document.text) <= LINE


# --- amounts ------------------------------------------------------------------------


def _amounts(one: Article, other: Article) -> Iterator[Verdict]:
    """The only amounts of two notes; those of a draft and its source, and of two who speak, more and less loudly than others."""
    ours, theirs = _amount(one), _amount(other)
    if ours is None or theirs is None or not _of_one_thing(ours, theirs):
        return
    a, b = ours.mention.quantity, theirs.mention.quantity
    if a is None or b is None:
        return
    spans = (ours.mention.span, theirs.mention.span)
    found = agree_either_way(a, b)
    if found.agrees:
        yield Accord(spans, found.reason)
        return
    voices = [speaker(claim.sentence, claim.mention.start) for claim in (ours, theirs)]
    if all(voices) and voices[0] != voices[1]:
        yield Clash(spans, arithmetic=f"{voices[0]} and {voices[1]}", at_most=Severity.NOTE)
    else:
        drafted = one.is_source is not other.is_source
        yield Clash(spans, arithmetic=found.reason, at_most=None if drafted else Severity.WARNING)


def _amount(article: Article) -> Claim | None:
    """The claim of the only amount of a note."""
    amounts = [claim for claim in article.claims if claim.mention.kind in AMOUNTS and claim.mention.quantity]
    return amounts[0] if len(amounts) == 1 and not amounts[0].withheld else None


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two amounts are of one kind and size, and no word but of one note says what they are of."""
    a, b = one.mention.quantity, other.mention.quantity
    if a is None or b is None or family(one.mention) != family(other.mention):
        return False
    if one.mention.kind is not Kind.QUANTITY and a.unit != b.unit and "" not in (a.unit, b.unit):
        return False
    words, others = _words(one), _words(other)
    # Where both have a word in common, it is for the rules of like words.
    if (words and others) or gap(a.value, b.value) > LIKELY:
        return False
    return not of_another_story(one, other)


def _words(claim: Claim) -> set[str]:
    """The telling words of a note beside its amount, and not those of who says so."""
    said = set((speaker(claim.sentence, claim.mention.start) or "").split())
    return {
        word.stem
        for word in words_of(claim.sentence)
        if not (word.empty or word.lower in said or claim.mention.start <= word.start < claim.mention.end)
    }


# --- bearings -----------------------------------------------------------------------


def _bearings(one: Article, other: Article) -> Iterator[Verdict]:
    """Which way something lies, in two notes that say nothing else."""
    ours, theirs = (LIES.fullmatch(note.sentences[0].text.lower()) for note in (one, other))
    if ours is None or theirs is None:
        return
    if any(ours[part] and theirs[part] and ours[part] != theirs[part] for part in ("thing", "point")):
        return
    turn = abs(degrees_of(ours["way"]) - degrees_of(theirs["way"])) % 360
    turn = min(turn, 360 - turn)
    spans = tuple(
        Span(note.document, *(note.sentences[0].start + end for end in told.span("way")))
        for note, told in ((one, ours), (other, theirs))
    )
    if turn >= APART:
        yield Clash(spans, arithmetic=f"{turn} degrees apart", at_most=Severity.WARNING)
    else:
        yield Accord(spans, f"{turn} degrees apart")
