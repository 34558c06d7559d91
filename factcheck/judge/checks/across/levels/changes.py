"""Changes that are told without levels ("has doubled", "raised by a fifth"), and levels between which something changed."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.voices import QUOTED, withheld
from factcheck.attach.words import words_of
from factcheck.judge.checks.across.levels.consequences import (
    MOVED,
    MOVED_BY,
    TIMES,
    TO_OR_FROM,
    before,
    behind,
)
from factcheck.judge.checks.parts import mentions_in, sentences_with
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.model import AMOUNTS, COUNTED, Article, Bound, Claim, Kind, Mention, Quantity, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator


class Change(NamedTuple):
    """A change without its levels: the least and the most that a level may have become, as shares of what it was."""

    claim: Claim
    least: Decimal
    most: Decimal
    #: Between which years, where it tells two.
    years: tuple[str, ...] = ()


class Levels(NamedTuple):
    """What something was, and what it became."""

    former: Claim
    latter: Claim
    #: Of which years they are, where each tells its own.
    years: tuple[str, ...] = ()

    @property
    def ratio(self) -> tuple[Decimal, Decimal]:
        """The latter as a share of the former: the least and the most that the words allow."""
        was, became = amount_of(self.former), amount_of(self.latter)
        ratio, slack = became.value / was.value, _rounded(was) + _rounded(became)
        return ratio * (1 - slack), ratio * (1 + slack)


def _rounded(amount: Quantity) -> Decimal:
    """By what share of it an amount may be rounded, of which little is."""
    return min(ROUNDED, (amount.upper - amount.lower) / (2 * amount.value))


#: How far a level that "doubled" may be from twice as much, as shares; what is not quite it, and what is more.
LESS, MORE, ROUGHLY = Decimal("0.12"), Decimal("0.15"), Decimal("0.1")
#: No level is taken to be rounded by more than this share of it; a share in per cent by so much of it, or half a point.
ROUNDED, IN_PERCENT, HALF_A_POINT = Decimal("0.05"), Decimal("0.06"), Decimal("0.005")
NO_END = Decimal(1_000_000)
FOLDS = {
    f"{many}{joint}fold": Decimal(times)
    for times, many in enumerate("two three four five six seven eight nine ten".split(), 2)
    for joint in ("", "-")
}
#: Of which a sentence has one that tells such a change.
TELLING = frozenset((*TIMES, *FOLDS, "fold", "halved", "half"))
_CHANGE = regex(
    rf"\b(?:(?P<more>more than|over)|(?P<nearly>nearly|almost|close to|virtually|not quite)|(?P<about>about|around|roughly|some|approximately)|[a-z’']+) "
    rf"(?P<word>{any_of((*TIMES, *FOLDS, 'halved'))}|(?:{any_of(WORD_CLASSES['fall'])}|cut|reduced|slashed) (?:by|in) half)\b(?! (?:to|from|the (?:number|size)) )"
)
#: Before what something was, and between that and what it became.
_FROM, _TO, _BACK = (
    regex(r"\bfrom (?:about |around |some |nearly |only |just )*\Z"),
    regex(
        r"(?: (?:in \d{4}|an? [a-z]+ (?:ago|earlier)|[a-z]+ [a-z]+ (?:ago|earlier)|last [a-z]+|today|now))?,? to (?:about |around |some |nearly |only |just |more than )*"
    ),
    regex(r",? (?:up |down )?from (?:about |around |some |nearly |only |just )*"),
)
#: Before what something came to; before what it was; and what says that it is so now.
_CAME_TO = regex(r"\b(?:to|at) (?:about |around |some |nearly |only |just |more than )*\Z")
_WAS, _NOW = (
    regex(r"\b(?:was|were|had|stood at|numbered|counted|with)\b"),
    regex(r"\b(?:now|today|currently)\b|\A(?:it|they|there) (?:is|are|has|have) "),
)
#: A year in figures.
YEAR = regex(r"\b(?:19|20)\d\d\b")
#: Between which years something changed, every year of which it did, and of which year a number is, behind it or before.
_BETWEEN = regex(r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until) ((?:19|20)\d\d)\b")
_FROM_YEAR = regex(r"(?: [a-z]+){0,2} (?:from|between) (?:19|20)\d\d (?:to|and|until) (?:19|20)\d\d\b")
_YEARLY = regex(r"\b(?:a|per|each|every) year\b|\byearly\b|\bannual(?:ly)?\b|\bon average\b")
_OF_YEAR, _IN_YEAR = regex(r"(?: [a-z]+){0,4}?,? in ((?:19|20)\d\d)\b"), regex(r"\A\W*in ((?:19|20)\d\d)\b")
#: No two levels are so near each other that a change of them is told by such words: what rose hardly is no slip of a multiple.
WITHIN = 90


def changes_of(article: Article) -> Iterator[Change]:
    """The changes that an article tells in sentences that have no level."""
    for sentence in sentences_with(article, TELLING):
        text = sentence.text.lower()
        if _has_level(article, sentence):
            continue
        for found in _CHANGE.finditer(text):
            start, end = sentence.start + found.start("word"), sentence.start + found.end("word")
            claim = _claim(Mention(article.document, start, end, Kind.NUMBER), sentence)
            if claim.withheld in {None, QUOTED}:
                yield Change(claim, *_as_told(found["word"], found.lastgroup and found.groupdict()), _between(text))
    for claim in article.claims:
        words = before(claim.mention)
        amount, moved = claim.mention.quantity, MOVED.search(words) or MOVED_BY.search(words)
        if amount is None or moved is None or claim.withheld not in {None, QUOTED} or not _is_share(claim.mention):
            continue
        text, words = claim.sentence.text.lower(), behind(claim.mention)
        if _YEARLY.search(text) or (TO_OR_FROM.match(words) and not _FROM_YEAR.match(words)):
            continue
        if _has_level(article, claim.sentence, claim.mention):
            continue
        ends = [1 + part if moved["up"] else 1 - part for part in _shares(claim.mention, amount)]
        if min(ends) > 0:
            yield Change(_claim(claim.mention, claim.sentence), min(ends), max(ends), _between(text))


def _between(text: str) -> tuple[str, ...]:
    """The two years between which a sentence says that something changed, if it tells no others."""
    found = _BETWEEN.search(text)
    return found.groups() if found and len(YEAR.findall(text)) == len(found.groups()) else ()


def _as_told(word: str, groups: object) -> tuple[Decimal, Decimal]:
    """The least and the most that a word for a change allows."""
    told = groups if isinstance(groups, dict) else {}
    is_half = word == "halved" or word.endswith("half")
    times = Decimal(2) if is_half else TIMES.get(word) or FOLDS[word]
    least, most = times * (1 - LESS), times * (1 + MORE)
    if told.get("more"):
        least, most = times * (1 - LESS / 4), NO_END
    elif told.get("nearly"):
        least, most = times * (1 - 2 * LESS), times * (1 + LESS / 4)
    elif told.get("about"):
        least, most = times * (1 - 2 * LESS), times * (1 + 2 * LESS)
    return (1 / most, 1 / least) if is_half else (least, most)


def _claim(mention: Mention, sentence: Sentence) -> Claim:
    """A change as a claim of its sentence."""
    words = words_of(sentence)
    return Claim(
        mention,
        sentence,
        "",
        context=frozenset(word.stem for word in words if not word.empty),
        names=frozenset(word.stem for word in words[1:] if word.capital and not word.empty),
        withheld=withheld(mention.start, sentence, sentence.text.lower()),
    )


def _has_level(article: Article, sentence: Sentence, but: Mention | None = None) -> bool:
    return any(
        mention is not but and mention.kind in AMOUNTS and mention.quantity is not None
        for mention in mentions_in(article, sentence.start, sentence.end)
    )


def levels_of(article: Article) -> Iterator[Levels]:
    """What an article says that something was and became: "from 4 to 6", "to 6 from 4", "50 in 2015; now there are 100"."""
    told = [claim for claim in article.claims if claim.withheld in {None, QUOTED} and _is_level(claim.mention)]
    for one, two in pairwise(told):
        if not _of_one_sort(one, two) or two.mention.start - one.mention.end > WITHIN:
            continue
        text = one.mention.document.text[one.mention.end : two.mention.start].lower()
        if _FROM.search(before(one.mention)) and _TO.fullmatch(text):
            yield Levels(one, two)
        elif _CAME_TO.search(before(one.mention)) and _BACK.fullmatch(text):
            yield Levels(two, one)
        elif _was_and_is(one, two):
            yield Levels(one, two)
        elif (former := _year_of(one)) and (latter := _year_of(two)) and former < latter:
            yield Levels(one, two, (former, latter))


def _year_of(claim: Claim) -> str:
    """The year that is told right behind a number, or that opens its sentence; "" where there is none, or a bound."""
    found = _OF_YEAR.match(behind(claim.mention)) or _IN_YEAR.match(claim.sentence.text.lower())
    return found[1] if found and amount_of(claim).bound is Bound.EXACT else ""


def _was_and_is(one: Claim, two: Claim) -> bool:
    """Whether one number is told of what was in a year, and the next of what is now."""
    if one.sentence.paragraph != two.sentence.paragraph or YEAR.search(behind(two.mention)):
        return False
    is_next = one.sentence is not two.sentence
    begins = two.sentence.start if is_next else one.mention.end
    document = two.mention.document.text
    between = document[begins : two.mention.start].lower()
    dated = YEAR.search(document, one.sentence.start, one.sentence.end if is_next else two.mention.start)
    was = _WAS.search(before(one.mention))
    return bool(dated and was and _NOW.search(between))


def _is_level(mention: Mention) -> bool:
    return mention.kind in AMOUNTS and mention.exact is not None and mention.exact.lower > 0


def _of_one_sort(one: Claim, two: Claim) -> bool:
    """Whether two numbers count one noun, or are amounts in one unit."""
    a, b = one.mention, two.mention
    if {a.kind, b.kind} <= COUNTED:
        return len({amount_of(one).unit, amount_of(two).unit} - {""}) <= 1
    return a.kind is b.kind and amount_of(one).unit == amount_of(two).unit


def _is_share(mention: Mention) -> bool:
    amount = mention.quantity
    if amount is None:
        return False
    if mention.kind is Kind.PERCENTAGE:
        return amount.unit == "percent"
    return mention.kind is Kind.NUMBER and 0 < amount.value < 1


def _shares(mention: Mention, amount: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the most that a share may be: of one in words a tenth less and more, of one in per cent less."""
    whole = 100 if mention.kind is Kind.PERCENTAGE else 1
    if amount.bound is not Bound.EXACT:
        return amount.lower / whole, amount.upper / whole
    share = amount.value / whole
    slack = ROUGHLY * share if whole == 1 else max(HALF_A_POINT, IN_PERCENT * share)
    return share - slack, share + slack


def amount_of(claim: Claim) -> Quantity:
    """The amount of a claim that is one of an amount."""
    if claim.mention.quantity is None:
        raise TypeError(claim)
    return claim.mention.quantity
