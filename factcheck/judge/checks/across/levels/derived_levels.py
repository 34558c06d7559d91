"""What follows from a level and a change of one article, against what another one prints of it."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.align.became import met_it
from factcheck.align.gates import OF_WHOLES, of_another_story
from factcheck.align.names import code
from factcheck.align.persons import about
from factcheck.align.scopes import of_another_time, of_other_days
from factcheck.align.senses import same_attribute
from factcheck.align.settings import setting_of
from factcheck.attach.attributes import HUMAN
from factcheck.attach.voices import QUOTED
from factcheck.attach.words import stem, words_of
from factcheck.judge.agreement import agree, gap
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.one_time import FORMER, of_one_day
from factcheck.judge.checks.across.levels.consequences import GONE, TAKES, Role, before, behind, consequences
from factcheck.judge.checks.across.stories.named_event import names_of
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import month_name, number_in_words
from factcheck.model import COUNTED, Article, Bound, Claim, Kind, Mention, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.attach.words import Word
    from factcheck.judge.checks.across.levels.consequences import Consequence

#: A number that says what is left, or how much there is now.
REMAINS = regex(
    r"\b(?:remain(?:s|ed|ing)?|ke(?:ep|eps|pt)|retain(?:s|ed)?|(?:has|have|had|with)(?: (?:only|just|about|some|around))* [£$€]?\d[^.;]{0,40} left\b(?! (?:the|for|on|in|their|his|her|home)\b)|left (?:with|in|at|standing)|(?:are|is|were|was|be) left|still|now|today|currently|surviv(?:e[sd]?|ing)"
    r"|stay(?:s|ed|ing)? (?:behind|on|put))\b|\d[\d,.]*(?: [a-z]+)?(?: are| is)? left\b(?! (?:the|for|on|in|their|his|her|home)\b)"
)
#: A number that says what there was.
WAS = regex(
    r"\b(?:last|(?:the )?(?:previous|prior|preceding)|an?(?= \w+ (?:ago|earlier|before))|the(?= \w+ before)|(?P<many>\w+)(?= \w+s (?:ago|earlier|before)))"
    r" (?P<unit>year|season|month|week|quarter|day)s?\b"
)
NOW = regex(r"\b(?:now|currently|at present)\b")
#: The stretch over which a change is told.
OVER = regex(
    r"\b(?:this|last|in the|over the|during the|in a|over a|a|(?:in|over|within) (?:the (?:last|past) )?(?P<many>\w+)(?= \w+s\b))"
    r" (?P<unit>year|season|month|week|quarter)s?\b"
)
#: The months, and how many there are.
MONTH_NAMES = tuple(month_name(month).lower() for month in range(1, 13))
YEAR = len(MONTH_NAMES)
#: Words before a noun or verb that tell of no other one.
ADVERBS = frozenset("now still already then once also only just today currently".split())
#: Scopes of a number that is no level.
NO_LEVELS = frozenset(("change", "added", "part", "recent", FORMER))
#: People as who employs, teaches or holds them counts them, and what those who are employed may lose.
STAFF = frozenset("staff employee journalist workforce nurse doctor engineer clerk inmate pupil".split())
POSTS = frozenset("job post position role".split())
PERSON, POST = "person", "post"
#: What was worked out from rounded numbers may be off by this share of the larger, where nothing is hedged.
ROUNDED = Decimal("0.1")
#: A level that differs from what follows by more than this share of the larger is as likely of something else; so is what
#: there was before; of what is left more is open, for who tells it says so.
NEAR = {Role.AFTER: Decimal("0.25"), Role.BEFORE: Decimal("0.5"), Role.GONE: Decimal("0.75"), Role.PART: Decimal("0.6")}
NEAR_NOW, NEAR_LEFT = Decimal("0.5"), Decimal("0.92")
#: Shares are told of so much that more words must be the same, if there are as many.
SHARES_IN_COMMON = 2


@check("derived-level", of=tuple, least=2)
def derived_level(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """What follows from a level and a change of one article, against every number of another that stands for it."""
    told = [(article, found) for article in articles if (found := list(consequences(article)))]
    related = _related(articles) if told else {}
    for article, found in told:
        for other in related[id(article)]:
            for each in found:
                yield from _consequence_and_levels(each, article, other)


def _related(articles: Iterable[Article]) -> dict[int, list[Article]]:
    """For each article those that turn on a name in common with it, or of which one turns on none."""
    names = {id(article): frozenset(map(code, about(article.document))) for article in articles}
    having: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for name in names[id(article)] or ("",):
            having[name].append(article)
    return {
        id(article): list(
            {
                id(other): other
                for name in (*names[id(article)], "")
                for other in (having[name] if names[id(article)] else articles)
                if other is not article
            }.values()
        )
        for article in articles
    }


def _consequence_and_levels(each: Consequence, article: Article, other: Article) -> Iterator[Verdict]:
    """The likeliest numbers of another article that stand for what follows, unless one of them fits."""
    if _tells_both(other, each):
        return  # what follows from them is its own business
    peers = [claim for claim in other.claims if _stands_for(each, claim)]
    fitting = [claim for claim in peers if _fits(each, claim)]
    for claim in fitting:
        yield Accord(_places(each, claim), f"{each.working}; {claim.mention.text}")
    for claim in () if fitting else peers:
        printed = claim.mention.quantity
        if printed and not any(_prints(mention, claim.mention) for mention in article.mentions):
            yield Clash(
                _places(each, claim),
                {"level": claim.mention.text},
                arithmetic=f"{each.working}, not {number_in_words(printed.value)}",
            )


def _tells_both(article: Article, each: Consequence) -> bool:
    """Whether an article has the level and the change, too."""
    if not any(_prints(mention, each.level.mention) for mention in article.mentions):
        return False
    return (
        regex(rf"(?<!\w){re.escape(each.change.text)}(?!\w)", re.IGNORECASE).search(article.document.text) is not None
    )


def _places(each: Consequence, claim: Claim) -> tuple[Span, ...]:
    return claim.mention.span, each.level.mention.span, each.change


def _fits(each: Consequence, claim: Claim) -> bool:
    """Whether a number may be what follows, however both were rounded; a hedge leaves it more room."""
    printed, level = claim.mention.quantity, each.level.mention.quantity
    if printed is None or level is None:
        return False
    if each.role is Role.PART:
        return agree(each.amount, printed).agrees
    hedged = Bound.EXACT is not printed.bound or Bound.EXACT is not level.bound
    return agree(each.amount, printed).agrees and (hedged or gap(each.amount.value, printed.value) <= ROUNDED)


def _prints(mention: Mention, other: Mention) -> bool:
    """Whether a mention prints the number of another."""
    return bool(mention.quantity and other.quantity and mention.quantity.printed == other.quantity.printed)


# --- whether a number stands for what follows ---------------------------------------


def _stands_for(each: Consequence, claim: Claim) -> bool:
    """Whether a number of another article is of the sort, the thing, the story and the time of what follows."""
    amount, level = claim.mention.single, each.level.mention.quantity
    if amount is None or level is None or claim.withheld not in {None, QUOTED, each.level.withheld}:
        return False
    if each.role is Role.GONE and amount.value < each.amount.lower and not _fits(each, claim):
        return False  # it may be some of them
    if (
        each.role is Role.PART
        and not _fits(each, claim)
        and (_is_of_more_than(claim, each.level) or _is_later_and_more(claim, each))
    ):
        return False
    return (
        _of_one_sort(each.level, claim, each.role)
        and gap(each.amount.value, amount.value) <= _near(each, claim)
        and level.printed != amount.printed
        and _has_role(each, claim)
        and of_another_time(claim) <= of_another_time(each.level)
        and of_one_day(each.level.mention, claim.mention)
        and _of_one_thing(each.level, claim)
        and not _of_another_kind(each.level, claim)
        and not (each.role in {Role.PART, Role.GONE} and of_other_days(each.level.scope, claim.scope))
        and not of_another_story(each.level, claim, whatever=OF_WHOLES)
    )


def _is_of_more_than(claim: Claim, level: Claim) -> bool:
    """Whether a sentence names something of which the article of a level does not speak, so that it may be of some of them."""
    return not names_of(claim.sentence.text[1:]) <= names_of(level.mention.document.text)


def _is_later_and_more(claim: Claim, each: Consequence) -> bool:
    """Whether a number may have become more than follows from an article that was published before."""
    days = claim.mention.document.published, each.level.mention.document.published
    amount = claim.mention.quantity
    return amount is not None and amount.value > each.amount.value and None not in days and str(days[0]) > str(days[1])


def _near(each: Consequence, claim: Claim) -> Decimal:
    """By what share of the larger a number may differ from what follows, and be meant for it; more, if it says that it is what there is now."""
    if each.is_left:
        return NEAR_LEFT
    return NEAR_NOW if each.role is Role.AFTER and _beside(REMAINS, claim) else NEAR[each.role]


def _of_one_sort(level: Claim, other: Claim, role: Role) -> bool:
    """Whether two numbers are counts of one noun, or amounts in one unit."""
    a, b = level.mention, other.mention
    if a.quantity is None or b.quantity is None:
        return False
    if not {a.kind, b.kind} <= COUNTED:
        return a.kind is b.kind and a.quantity.unit == b.quantity.unit
    one, two = _head(a.quantity.unit), _head(b.quantity.unit)
    if one == two or "" in (one, two) or (role is Role.GONE and (one, two) == (PERSON, POST)):
        return True
    # "Measles cases", and "cases of measles".
    return one in _words(other) and two in _words(level)


def _head(unit: str) -> str:
    """What is counted: all heads of people are one, and so are all of what they work as."""
    last = unit.rpartition(" ")[2]
    if last in HUMAN or last in STAFF:
        return PERSON
    return POST if last in POSTS else same_attribute(stem(last))


def _has_role(each: Consequence, claim: Claim) -> bool:
    """Whether a sentence tells its number as what there is now, or was, or is gone."""
    remains = _beside(REMAINS, claim) is not None
    goes = not remains and (TAKES.search(before(claim.mention)) or GONE.match(behind(claim.mention)))
    if each.role is Role.PART:
        return met_it(claim, each.fates) and claim.scope.isdisjoint(NO_LEVELS)
    if each.role is Role.GONE:
        return bool(goes) and not claim.scope & {"added", "recent"}
    former = each.role is Role.BEFORE and FORMER in claim.scope
    if goes or claim.scope & (NO_LEVELS - {FORMER} if former else NO_LEVELS):
        return False
    was, over = _beside(WAS, claim), OVER.search(each.level.sentence.text.lower())
    one_span = (was is not None and _over_as_long(over, was)) or _is_month_before(claim, each.level)
    if former and was is None:
        return _stands_beside(each.level.mention, claim)
    if each.role is Role.BEFORE:
        return one_span or (was is None and each.level.withheld is not None and _beside(NOW, claim) is not None)
    return remains or claim.attribute == "population" if each.is_left else was is None or one_span


def _over_as_long(over: re.Match[str] | None, was: re.Match[str]) -> bool:
    """Whether a change is told over the stretch that lies between a former number and now: "in ten years", "ten years ago"."""
    return over is None or (over["unit"], over["many"]) == (was["unit"], was["many"])


def _stands_beside(level: Mention, claim: Claim) -> bool:
    """Whether a sentence that tells what a number was before tells the level that it came to: "to 8 million from 3 million"."""
    if level.single is None:
        return False
    digits = number_in_words(level.single.value)
    return regex(rf"(?<![\d.,]){re.escape(digits)}(?![\d%]|[.,]\d)").search(claim.sentence.text) is not None


def _is_month_before(claim: Claim, level: Claim) -> bool:
    """Whether the one sentence tells of the month before that of the other: "in February" and "in March"."""
    one, two = (_months(each) for each in (claim, level))
    return len(one) == len(two) == 1 and (two[0] - one[0]) % YEAR == 1


def _months(claim: Claim) -> list[int]:
    """The months of a sentence, counted from nought."""
    return [MONTH_NAMES.index(word.lower) for word in words_of(claim.sentence) if word.lower in MONTH_NAMES]


def _beside(words: re.Pattern[str], claim: Claim) -> re.Match[str] | None:
    """Words of a number's sentence that are told of it: no other figure stands between."""
    sentence, start, end = claim.sentence.text.lower(), *_inside(claim)
    for found in words.finditer(sentence):
        between = sentence[found.end() : start] if found.end() <= start else sentence[end : found.start()]
        if not any(map(str.isdigit, between)):
            return found
    return None


def _inside(claim: Claim) -> tuple[int, int]:
    """Where a number stands in its sentence."""
    return claim.mention.start - claim.sentence.start, claim.mention.end - claim.sentence.start


def _of_one_thing(level: Claim, other: Claim) -> bool:
    """Whether two sentences name one thing, and say in a word at least that the same of it is counted or measured."""
    if not have_one_name(level, other):
        return False
    if {level.mention.kind, other.mention.kind} == {Kind.COUNT}:
        return True
    one, two = _words(level) - level.names, _words(other) - other.names
    needed = SHARES_IN_COMMON if level.mention.kind is Kind.PERCENTAGE else 1
    return len(one & two) >= min(needed, len(one), len(two))


def have_one_name(level: Claim, other: Claim) -> bool:
    """Whether a sentence or its article has a name that the other has too, or neither has any."""
    one, two = (setting_of(side).names or setting_of(side).about for side in (level, other))
    if not {code(name) for name in one}.isdisjoint(code(name) for name in two):
        return True
    # A first word, which is written with a capital whatever it is, may be a name that the other sentence tells.
    first = (words_of(side.sentence)[:1] for side in (level, other))
    opens = [{word.lower for word in words if word.capital} for words in first]
    lasts = [{name.rpartition(" ")[2] for name in names} for names in (one, two)]
    return not (one or two) or not (opens[0].isdisjoint(lasts[1]) and opens[1].isdisjoint(lasts[0]))


def _of_another_kind(level: Claim, other: Claim) -> bool:
    """Whether a noun that both sentences have is told apart in both: "cholera deaths" and "deaths from measles"."""
    one, two = _told_apart(level), _told_apart(other)
    return any(one[noun].isdisjoint(two[noun]) for noun in one.keys() & two.keys())


def _told_apart(claim: Claim) -> dict[str, set[str]]:
    """The nouns of a sentence that have a word of their own before them, or behind "of" or "from", with these words."""
    words = words_of(claim.sentence)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for at, (one, two) in enumerate(pairwise(words)):
        is_name = one.capital and at > 0
        if _adjoin(one, two) and not (is_name or one.empty or two.empty or two.capital or one.lower in ADVERBS):
            found[two.stem].add(one.stem)
    for noun, joint, other in zip(words, words[1:], words[2:], strict=False):
        if joint.lower in {"of", "from"} and _adjoin(joint, other) and not (noun.empty or other.empty or other.capital):
            found[noun.stem].add(other.stem)
    return found


def _adjoin(one: Word, other: Word) -> bool:
    """Whether nothing stands between two words."""
    return other.start - one.end <= len("’s ")


def _words(claim: Claim) -> frozenset[str]:
    return claim.context | {claim.attribute}
