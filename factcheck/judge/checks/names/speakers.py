"""Two speakers who give different numbers of the same: "Police said 500 marched; organisers said 5,000"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_number, telling
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VERBS = "said says say claim claimed claims counted counts count estimated estimates estimate reported reports put puts spoke speaks gave gives give counted reckon reckoned reckons".split()
_TOLD_BY = frozenset(_VERBS)
#: Of these a sentence has one in which somebody gives a number.
_SPEAKING = _TOLD_BY | {"according"}
#: "Police said 500", "the hospital spoke of 20", "the union put it at 900"; who says so is the last word before the verb.
_SAYS = regex(
    rf"(?P<who>[\w’'-]+),? (?:has |have |had |later |only )?(?:{'|'.join(_VERBS)})\b(?: (?!that if\b)(?:[\w’'-]+ ){{0,9}})?(?:about |some |only |just )?$"
)
#: "…, the police six": the verb was said before.
_ELIDED = regex(
    r"(?:,|;)(?: and| but| while)? (?:the |its |an? )?(?P<who>[a-z]{3,}|[A-Z][\w-]+)(?: (?:of|at|as|to))?(?: about| some| only| just)? $"
)
_ACCORDING = regex(r"\b[Aa]ccording to (?:the |an? |its )?(?:[\w’'-]+ ){0,2}?(?P<who>[\w’'-]+),? (?:[\w’'-]+ ){0,4}$")
_ACCORDING_BEHIND = regex(r"(?: [\w’'-]+){0,5},? according to (?:the |an? )?(?:[\w’'-]+ ){0,2}?(?P<who>[\w’'-]+)\b")
#: What makes a second number one of something else, or no number that anybody gives.
_ELSE = regex(
    r"\b(?:more|another|others?|fewer|less|years?|could|might|may|would|if|denied|feared|expect\w*|earlier|previous\w*|last|next|of (?:them|whom|those))\b"
)
_KINDS = {
    Kind.COUNT: "count",
    Kind.NUMBER: "count",
    Kind.PERCENTAGE: "share",
    Kind.MONEY: "sum",
    Kind.QUANTITY: "measure",
}
#: How far apart two numbers stand, in letters.
_FAR = 140
#: How far behind the first number the second speaker is named.
_ELISION = 20


class _Told(NamedTuple):
    """A number that somebody gives."""

    who: str
    mention: Mention


@check("speakers-differ", of=Article, told_by=_SPEAKING)
def speakers_differ(article: Article) -> Iterator[Verdict]:
    """Numbers that two speakers give of the same, in one sentence or two."""
    text = article.document.text
    told = [
        _Told(who, mention)
        for here in telling(article)
        if not here.words.isdisjoint(_SPEAKING)
        for mention in here.mentions
        if (who := _speaker(article, mention))
    ]
    if not told:
        return
    told += [
        _Told(who, mention)
        for first, mention in pairwise(article.mentions)
        if (who := _elided(article, first, mention, told))
    ]
    for one, other in pairwise(sorted(told, key=lambda one: one.mention.start)):
        if (
            one.who == other.who
            or other.mention.start - one.mention.end > _FAR
            or "\n\n" in text[one.mention.end : other.mention.start]
        ):
            continue
        first, last = (
            article.sentences[sentence_number(article, one.mention.start)],
            article.sentences[sentence_number(article, other.mention.start)],
        )
        between = mentions_in(article, one.mention.end, other.mention.start)
        if _of_one_kind(one.mention, other.mention) and not between and not _ELSE.search(text, first.start, last.end):
            yield from _two_numbers(one.mention, other.mention)


def _speaker(article: Article, mention: Mention) -> str:
    """Who gives a number, in small letters; nothing where nobody does."""
    if mention.kind not in _KINDS or mention.quantity is None or not mention.quantity.printed:
        return ""
    text = article.document.text
    sentence = article.sentences[sentence_number(article, mention.start)]
    if sentence.quotes(mention.start):
        return ""
    before = text[max(sentence.start, mention.start - 90) : mention.start]
    clause = before.rpartition(";")[2]
    found = (
        (not _TOLD_BY.isdisjoint(clause.split()) and _SAYS.search(clause))
        or ("ccording" in clause and _ACCORDING.search(clause))
        or (
            "according" in text[mention.end : sentence.end] and _ACCORDING_BEHIND.match(text, mention.end, sentence.end)
        )
    )
    return found["who"].lower() if found else ""


def _elided(article: Article, first: Mention, mention: Mention, told: Sequence[_Told]) -> str:
    """Who gives a number right behind that of another speaker, whose verb serves for both."""
    if not any(one.mention is first for one in told) or any(one.mention is mention for one in told):
        return ""
    found = _ELIDED.search(article.document.text, first.end, mention.start)
    is_bare = mention.kind in _KINDS and mention.quantity is not None and bool(mention.quantity.printed)
    return found["who"].lower() if found and is_bare and found.start() - first.end < _ELISION else ""


def _of_one_kind(one: Mention, other: Mention) -> bool:
    """Whether two numbers may be of the same: of one kind, with one noun unless one has none."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or _KINDS[one.kind] != _KINDS[other.kind]:
        return False
    return a.unit == b.unit or Kind.NUMBER in {one.kind, other.kind} or "person" in {a.unit, b.unit}


def _two_numbers(one: Mention, other: Mention) -> Iterator[Verdict]:
    a, b = one.quantity, other.quantity
    if a is None or b is None or min(a.value, b.value) <= 1:
        return
    agreement = agree(a, b)
    if agreement.agrees or (Bound.ABOUT in {a.bound, b.bound} and a.meets(b)):
        yield Accord((one.span, other.span), agreement.reason)
    else:
        yield Clash((one.span, other.span), {"one": one.text, "other": other.text}, agreement.reason)
