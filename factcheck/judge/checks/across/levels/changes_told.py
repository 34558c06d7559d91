"""A change that one article tells by itself ("has doubled", "raised by a fifth"), against the two levels of another: "from 4,000 to 6,000"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.align.gates import OF_WHOLES, of_another_story
from factcheck.align.names import folded, names_of
from factcheck.align.senses import sense
from factcheck.attach.words import stem, words_of
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.one_time import of_one_day
from factcheck.judge.checks.across.levels.changes import FOLDS, YEAR, amount_of, changes_of, levels_of
from factcheck.judge.checks.across.levels.consequences import TIMES
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.checks.across.levels.changes import Change, Levels
    from factcheck.model import Article, Claim, Mention, Sentence

#: Over how long something changed.
_STRETCH = regex(
    r"\b(?:this|last|past|previous|in an?|over an?|within an?|(?<!by )(?<!by about )(?<!by almost )(?<!by nearly )(?<!by over )(?P<many>\w+)) (?P<unit>years?|decades?|months?|weeks?|quarters?|seasons?|century)\b|\bsince (?P<since>[a-z]+)\b"
)
#: At the end of a sentence, who says so.
_SAID = regex(r", (?:[\w’'-]+ ){1,6}(?:said|says|reported|announced)\b|,? according to ")
#: Of the words that tell what it is that changed, this share stands beside the levels.
ALIKE = 0.75


@check("change-of-levels", of=tuple, least=2)
def change_of_levels(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Each change that one article tells without its levels, and two levels of another by which it was otherwise."""
    told = [(article, found) for article in articles if (found := list(changes_of(article)))]
    pairs = [(article, pair) for article in articles if (pair := list(levels_of(article)))] if told else []
    for article, changes in told:
        for other, levels in pairs:
            if other is not article:
                for change in changes:
                    yield from _change_and_levels(change, levels, article)


def _change_and_levels(change: Change, levels: list[Levels], article: Article) -> Iterator[Verdict]:
    """What comes of a change and the levels of another article, unless its own article has them too."""
    alike = [pair for pair in levels if _of_one_thing(change, pair)]
    fitting = [pair for pair in alike if _fits(change, pair)]
    for pair in fitting or alike:
        spans = (change.claim.mention.span, pair.former.mention.span, pair.latter.mention.span)
        was, became = amount_of(pair.former).value, amount_of(pair.latter).value
        told = f"{number_in_words(became)} is {number_in_words(round(became / was, 2))} times {number_in_words(was)}"
        if fitting:
            yield Accord(spans, told)
        elif not any(_prints(mention, each) for mention in article.mentions for each in (pair.former, pair.latter)):
            yield Clash(spans, {"change": change.claim.mention.text}, arithmetic=told)


def _fits(change: Change, pair: Levels) -> bool:
    """Whether the change may be that of the two levels, however they were rounded."""
    least, most = pair.ratio
    return least <= change.most and change.least <= most


def _prints(mention: Mention, claim: Claim) -> bool:
    return bool(mention.quantity and mention.quantity.printed == amount_of(claim).printed)


def _of_one_thing(change: Change, pair: Levels) -> bool:
    """Whether a change and two levels are told of one thing, over one stretch of time, in one story."""
    from factcheck.judge.checks.across.levels.derived_levels import have_one_name  # noqa: PLC0415 - few articles tell both

    claim, level = change.claim, pair.latter
    core = _core(claim.sentence)
    around = _core(pair.former.sentence) | _core(level.sentence)
    head = {sense(stem(amount_of(level).noun)), sense(level.attribute), sense(pair.former.attribute)}
    return (
        bool(core)
        and len(core & (around | head)) >= ALIKE * len(core)
        and (len(core) > 1 or core <= head or core == _core(level.sentence))
        and change.years == pair.years
        and (not change.years or _name_the_same(claim, pair))
        and _times(claim.sentence) <= _times(pair.former.sentence) | _times(level.sentence)
        and have_one_name(claim, level)
        and of_one_day(claim.mention, level.mention)
        and not of_another_story(claim, level, whatever=OF_WHOLES)
    )


def _name_the_same(claim: Claim, pair: Levels) -> bool:
    """Whether neither sentence names anything of which the other article does not speak: "exports of Arland to Borland"."""
    return all(
        name.opens or folded(name.text).rpartition(" ")[2] in other.mention.document.text.lower()
        for one, other in ((claim, pair.latter), (pair.former, claim), (pair.latter, claim))
        for name in names_of(one.mention.document.text, one.sentence.start, one.sentence.end)
    )


@cache
def _of_change() -> frozenset[str]:
    """Words of a change, and of times, which do not tell what it is that changed."""
    changes = (*WORD_CLASSES["rise"], *WORD_CLASSES["raise"], *WORD_CLASSES["fall"], *TIMES, *FOLDS, "halved")
    others = "cut reduce reduced slashed up down number figure total level year years month months week weeks decade decades quarter half third fifth tenth percent now today since size by"
    return frozenset(map(stem, (*changes, *others.split())))


def _core(sentence: Sentence) -> frozenset[str]:
    """The senses of what a sentence tells of, without names, times and the words of a change."""
    said = _SAID.search(sentence.text)
    end = sentence.start + said.start() if said else sentence.end
    return frozenset(
        sense(word.stem)
        for at, word in enumerate(words_of(sentence))
        if not (word.empty or (word.capital and at)) and word.stem not in _of_change() and word.start < end
    )


def _times(sentence: Sentence) -> frozenset[str]:
    """When and over how long a sentence says that something changed."""
    text = sentence.text.lower()
    stretches = (
        f"{found['many'] or ''} {(found['unit'] or found['since']).rstrip('s')}".strip()
        for found in _STRETCH.finditer(text)
    )
    return frozenset((*YEAR.findall(text), *stretches))
