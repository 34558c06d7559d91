"""What a draft says in words alone, where the sentence of a source that says the same has the opposite."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, figures_of
from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks.across.one_thing import of_two_attributes
from factcheck.judge.checks.across.opposites import sides_of
from factcheck.judge.checks.across.periods import of_two_periods
from factcheck.judge.verdicts import Clash
from factcheck.model import Claim, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Article, Sentence

#: The cause of a word whose opposite a source has among the same words.
REVERSED = "reversed"
#: What differs must be so much more alike than what agrees, as words say less than figures do.
ALIKE = 0.42
#: Of these groups, so many sides are told apart without a figure: sales rose or fell, on last year or on last quarter.
#: What stays as it is may have risen before, so "unchanged" is none of them.
SIDES: Mapping[str, int] = {"direction": 2, "level": 2, "size": 3, "compared with": 3, "extreme": 2}
#: Between the group and the side of a word, in the attribute of the claim that stands for it.
_OF = ":"
#: "No discount", "no further discount", "without any discount"; not "no more than".
_NONE = regex(
    r"\b(?:no|without(?: any)?|not (?:a single|any)|zero) (?!more|less|fewer|longer|later|one|doubt)([a-z]+)(?: ([a-z]+))?"
)
#: The word behind a figure: "a 15% discount".
_BEHIND = regex(r"[ -]([A-Za-z]+)")


def said_the_other_way(draft: Article, sources: Sequence[Article], known: SourceIndex) -> Iterator[Clash]:
    """Each word of a draft, and the opposite that stands in a source among clearly more of the same words than it does.

    Words weigh what they weigh among the figures of the sources, which are `known`.
    """
    ours, theirs = list(_sayings(draft)), [(source, list(_sayings(source))) for source in sources]
    sides = {claim.attribute for claims in (ours, *(told for _, told in theirs)) for claim in claims}
    opposed = {group for group, many in Counter(map(_group, sides)).items() if many > 1} & {
        _group(claim.attribute) for claim in ours
    }
    index = SourceIndex(
        (saying for source, told in theirs for saying in figures_of(source, _among(told, opposed))), _kind, known
    )
    held = [(saying, index.peers(saying)) for saying in figures_of(draft, _among(ours, opposed))]
    as_told = _as_told(held)
    for saying, peers in held:
        same = max((likeness for other, likeness in peers if _side(other) == _side(saying)), default=0.0)
        other, likeness = next(
            (peer for peer in peers if _side(peer[0]) != _side(saying) and not _are_apart(saying, peer[0])),
            (saying, 0.0),
        )
        if likeness >= ALIKE + same and as_told[id(other)] < likeness:
            yield Clash((saying.mention.span, other.mention.span), cause=REVERSED)


def _are_apart(saying: Figure, other: Figure) -> bool:
    return of_two_attributes(saying, other) or of_two_periods(saying, other)


def _as_told(held: Iterable[tuple[Figure, list[tuple[Figure, float]]]]) -> Mapping[int, float]:
    """How well each saying of the sources, by its id, is told by some sentence of the draft that takes its side."""
    told: defaultdict[int, float] = defaultdict(float)
    for saying, peers in held:
        for other, likeness in peers:
            if _side(other) == _side(saying):
                told[id(other)] = max(told[id(other)], likeness)
    return told


def _among(claims: Iterable[Claim], groups: Container[str]) -> list[Claim]:
    return [claim for claim in claims if _group(claim.attribute) in groups]


def _sayings(article: Article) -> Iterator[Claim]:
    """The words of an article that have an opposite, where their sentence takes one side, and what it has some of and none."""
    for sentence in article.sentences:
        yield from _words(sentence)
        yield from _nones(sentence)
    yield from filter(None, map(_some, article.claims))


def _nones(sentence: Sentence) -> Iterator[Claim]:
    """Each "no" of a sentence, by the noun that it denies; one with an adjective before the noun by both."""
    for match in _NONE.finditer(sentence.text.lower()):
        nouns = [at for at in (1, 2) if match[at] and match[at] not in EMPTY]
        for noun in nouns:
            start, end = sentence.start + match.start(), sentence.start + match.end(nouns[-1])
            yield Claim(Mention(sentence.document, start, end, Kind.NUMBER), sentence, f"{_noun(match[noun])}{_OF}0")


def _some(claim: Claim) -> Claim | None:
    """A figure by the noun that it counts, or that stands behind it."""
    mention = claim.mention
    counted = mention.quantity.unit if mention.kind is Kind.COUNT and mention.quantity else ""
    behind = _BEHIND.match(mention.document.text, mention.end)
    noun = counted.rpartition(" ")[2] or (behind[1].lower() if behind else "")
    return Claim(replace(mention, kind=Kind.NUMBER), claim.sentence, f"{_noun(noun)}{_OF}1") if noun else None


def _noun(word: str) -> str:
    return sense(stem(word))


def _words(sentence: Sentence) -> Iterator[Claim]:
    for group, told in SIDES.items():
        for word in sides_of(sentence, group):
            if word.side < told:
                mention = Mention(sentence.document, word.start, word.end, Kind.NUMBER)
                yield Claim(mention, sentence, f"{group}{_OF}{word.side}")


def _side(saying: Figure) -> str:
    return saying.claim.attribute


def _kind(saying: Figure) -> str:
    return _group(_side(saying))


def _group(attribute: str) -> str:
    return attribute.partition(_OF)[0]
