"""Two closed lists of names of which one article has a member that the other has not: "France, Italy and Spain", "… Portugal"."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.align.merging import may_be_one_name
from factcheck.align.names import canonical, code
from factcheck.align.senses import KEPT_APART
from factcheck.judge.checks import check
from factcheck.judge.checks.across.names.name_lists import lists_in
from factcheck.judge.checks.across.names.occasions import are_apart, of_two_articles, of_two_occasions
from factcheck.judge.verdicts import Accord, Clash, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.checks.across.names.name_lists import Listed
    from factcheck.model import Article

#: Words that names are shortened by.
_SHORT = {"ft": "fort", "st": "saint", "mt": "mount"}
#: Of the telling words of the sentence that has fewer, this share stands in the other: where both lists stand behind words that
#: lead up to them, and where one opens its sentence.
ALIKE, ALIKE_ANYWHERE = 0.6, 0.75


@check("two-lists", of=tuple, least=2)
def two_lists(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Lists of as many names in sentences that tell one thing of them, of which one name differs, and those that agree."""
    having: defaultdict[tuple[int, str], list[Listed]] = defaultdict(list)
    for article in articles:
        for listed in lists_in(article):
            for name in listed.names:
                having[len(listed.names), code(name)].append(listed)
    for one, other in of_two_articles(having.values(), attrgetter("span")):
        yield from _lists_of_one(one, other)


def _lists_of_one(one: Listed, other: Listed) -> Iterator[Verdict]:
    """What comes of two lists that share a name."""
    if not _tell_one_thing(one, other) or _names_another(one, other) or _names_another(other, one):
        return
    lacking, more = (_not_in(a.names, b.names) for a, b in ((one, other), (other, one)))
    spans = (one.span, other.span)
    if not lacking and not more:
        yield Accord(spans, f"both name {len(one.names)}")
    elif len(lacking) == len(more) == 1 and not (_has(other, lacking[0]) or _has(one, more[0])):
        yield Clash(
            spans, {"member": lacking[0], "other": more[0]}, arithmetic=f"{lacking[0]} in one, {more[0]} in the other"
        )


def _tell_one_thing(one: Listed, other: Listed) -> bool:
    """Whether two sentences tell one thing of the names that they list, of one time and of none other of the kind."""
    if of_two_occasions(one.sentence, other.sentence) or are_apart(one.times, other.times):
        return False
    if any(are_apart(one.told & apart, other.told & apart) for apart in KEPT_APART):
        return False
    common, fewer = len(one.told & other.told), min(len(one.told), len(other.told))
    if not (one.nearest and other.nearest):
        return common > 0 and common >= ALIKE_ANYWHERE * fewer
    return (
        common > 0
        and common >= ALIKE * fewer
        and one.nearest in other.told
        and other.nearest in one.told
        and (one.first in other.told or other.first in one.told)
    )


def _names_another(listed: Listed, other: Listed) -> bool:
    """Whether a sentence names somebody or something of which the other article does not speak: another match, another year's prize."""
    text = other.span.document.text
    return any(name.rpartition(" ")[2] not in text for name in listed.beside)


def _not_in(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The names that are not among the others."""
    return [name for name in names if not any(_may_be_one(name, other) for other in others)]


def _may_be_one(name: str, other: str) -> bool:
    return may_be_one_name(_in_full(name), _in_full(other))


def _in_full(name: str) -> str:
    """The usual name, its first word written out: "Ft. Myers" is Fort Myers."""
    first, blank, rest = canonical(name).partition(" ")
    return _SHORT.get(first, first) + blank + rest


def _has(listed: Listed, name: str) -> bool:
    """Whether the article of a list speaks of a name somewhere."""
    return name in listed.span.document.text
