"""Who beat whom, and who sold to whom: two articles that name the same two and turn their parts round."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.align.names import NO_NAMES
from factcheck.attach import times_of
from factcheck.attach.voices import FORECAST, QUOTED, withheld
from factcheck.attach.words import stem, words_of
from factcheck.judge.checks import check
from factcheck.judge.checks.across.names.occasions import (
    are_apart,
    is_called,
    keys_of,
    of_two_articles,
    of_two_occasions,
)
from factcheck.judge.checks.parts import mentions_in, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_HAS = r"(?: (?:has|have|had|then|also|now|narrowly|easily|comfortably|finally|agreed to|has agreed to|have agreed to|plans to|is to|will))*"
#: What stands between a deed and whom it was done to or with: "the cup final", "its stake in Brightline", "4,000 towers".
_WHAT = r"(?: (?!against\b|to\b|from\b|by\b|and\b|but\b|over\b|on\b)[\w’',.%€£$-]+){1,10}?"
_ON = r"(?:,| on [A-Z][a-z]+,?| in [A-Z][a-z]+,?)?"
_BEATEN = any_of(
    "beat beaten defeated overcame thrashed trounced edged outplayed crushed upset stunned hammered eliminated knocked".split()
)
_BOUGHT = any_of("buy buys bought purchase purchased acquire acquires acquired".split())
_SOLD = any_of("sell sells sold".split())
#: The one who comes out of it as the first of two, and the other, by what it is: `first`, `second`.
_TOLD = {
    "won": (
        rf"(?P<first>{_NAME}){_HAS} (?P<deed>{_BEATEN})(?: out)? (?:the )?(?P<second>{_NAME})",
        rf"(?P<first>{_NAME}){_HAS} (?P<deed>won|wins|win|triumphed|prevailed)(?:{_WHAT})?{_ON} (?:against|over) (?:the )?(?P<second>{_NAME})",
        rf"(?P<first>{_NAME}){_HAS} (?P<deed>won|wins)(?:{_WHAT})?, (?:beating|defeating) (?:the )?(?P<second>{_NAME})",
        rf"(?P<second>{_NAME}){_HAS} (?P<deed>lost|loses)(?:{_WHAT})?{_ON} (?:to|against) (?:the )?(?P<first>{_NAME})",
        rf"(?P<second>{_NAME}) (?:was|were|has been|have been) (?P<deed>{_BEATEN})(?:{_WHAT})? by (?:the )?(?P<first>{_NAME})",
    ),
    "sold": (
        rf"(?P<first>{_NAME}){_HAS} (?P<deed>{_SOLD}){_WHAT} to (?:the )?(?P<second>{_NAME})",
        rf"(?P<second>{_NAME}){_HAS} (?P<deed>{_BOUGHT}){_WHAT} from (?:the )?(?P<first>{_NAME})",
    ),
    "bought": (
        rf"(?P<first>{_NAME}){_HAS} (?P<deed>{_BOUGHT}|took over|takes over|take over) (?:the |its rival |rival )?(?P<second>{_NAME})(?!['’])",
        rf"(?P<second>{_NAME}) (?:was|has been|is to be|will be) (?P<deed>{_BOUGHT}|taken over) by (?:the |its rival |rival )?(?P<first>{_NAME})",
    ),
}
_PATTERNS = tuple((role, regex(wording)) for role, wordings in _TOLD.items() for wording in wordings)
_WORDS = (
    "beat beaten defeated overcame thrashed trounced edged outplayed crushed upset stunned hammered eliminated knocked buy buys bought purchase purchased acquire"
    " acquires acquired sell sells sold won wins win triumphed prevailed lost loses took takes take taken beating defeating"
)
TELLING = frozenset(_WORDS.split())
_DEEDS = frozenset(map(stem, (*TELLING, "against", "victory", "agreed")))
_FIGURE = regex(r"\d[\d.,–-]*\d|\d")
#: Who was asked may see it otherwise.
_ASKED = regex(r"\b(?:poll|polls|survey|viewers|judges|readers)\b")
#: So much else two sentences have in common, in telling words and figures, if they tell of one match or sale.
IN_COMMON = 2


class Roles(NamedTuple):
    """Which of two is the one, and which the other."""

    role: str
    first: str
    second: str
    deed: Span
    sentence: Sentence
    #: What else the sentence tells: the stems of its telling words, and its figures.
    told: frozenset[str]
    times: frozenset[str]


@check("two-roles", of=tuple, least=2)
def two_roles(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Sentences of two articles that tell one win or sale of the same two, and which of them won or sold.

    An article that tells it both ways is not held against another.
    """
    known: defaultdict[tuple[str, str], list[Roles]] = defaultdict(list)
    for article in articles:
        for roles in _roles(article):
            for key in keys_of(roles.first) | keys_of(roles.second):
                known[roles.role, key].append(roles)
    for one, other in of_two_articles(known.values(), attrgetter("deed")):
        if not _tell_one_thing(one, other):
            continue
        if is_called(one.first, other.first):
            yield Accord((one.deed, other.deed), "who is told to have done it is the same")
        elif not any(_tells_both(roles, known) for roles in (one, other)):
            yield Clash((one.deed, other.deed), {"one": one.first, "other": other.first})


def _roles(article: Article) -> Iterator[Roles]:
    """The wins and sales that an article tells of two names."""
    for sentence in sentences_with(article, TELLING):
        text = sentence.text
        for role, pattern in _PATTERNS:
            for found in pattern.finditer(text):
                start, end = (sentence.start + at for at in found.span("deed"))
                first, second = (named(found[side]) for side in ("first", "second"))
                if not first or not second or is_called(first, second):
                    continue
                if withheld(start, sentence, text.lower()) in {None, QUOTED, FORECAST}:
                    span = Span(article.document, start, end)
                    names = {word.lower() for side in ("first", "second") for word in found[side].split()}
                    times = frozenset(times_of(mentions_in(article, sentence.start, sentence.end)))
                    yield Roles(role, first, second, span, sentence, _else_told(sentence, names), times)


def named(words: str) -> str:
    """A name without the titles and days before it."""
    parts = words.split()
    while parts and parts[0].lower().rstrip(".") in NO_NAMES:
        del parts[0]
    return " ".join(parts).removesuffix("'s").removesuffix("’s")


def _else_told(sentence: Sentence, names: Collection[str]) -> frozenset[str]:
    """What else a sentence tells: the stems of its telling words, and its figures."""
    words = {word.stem for word in words_of(sentence) if not word.empty and word.lower not in names}
    return frozenset((words - _DEEDS) | set(_FIGURE.findall(sentence.text)))


def _tell_one_thing(one: Roles, other: Roles) -> bool:
    """Whether two sentences name the same two, and tell one match or sale of them."""
    same = is_called(one.first, other.first) and is_called(one.second, other.second)
    turned = is_called(one.first, other.second) and is_called(one.second, other.first)
    if same is turned or len(one.told & other.told) < IN_COMMON:
        return False
    figures = [{word for word in roles.told if word[:1].isdigit()} for roles in (one, other)]
    return not (
        are_apart(one.times, other.times)
        or are_apart(*figures)
        or _ASKED.search(f"{one.sentence.text} {other.sentence.text}")
        or of_two_occasions(one.sentence, other.sentence)
    )


def _tells_both(roles: Roles, known: Mapping[tuple[str, str], Iterable[Roles]]) -> bool:
    """Whether an article tells elsewhere that the other of the two won or sold."""
    return any(
        each.deed.document is roles.deed.document
        and is_called(each.first, roles.second)
        and is_called(each.second, roles.first)
        for key in keys_of(roles.second)
        for each in known.get((roles.role, key), ())
    )
