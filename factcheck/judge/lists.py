"""Lists, and the numbers that announce how long they are."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.parts import mentions_in, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Bound, Kind, Role, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Sentence

#: Words that say how many there are without counting them.
QUANTIFIERS = {"both": 2, "either": 2, "neither": 2}
ENSEMBLES = {
    **dict.fromkeys(("duo", "pair", "couple", "twosome", "twins"), 2),
    **dict.fromkeys(("trio", "threesome", "triplets", "triumvirate"), 3),
    **dict.fromkeys(("quartet", "foursome", "quadruplets"), 4),
    **dict.fromkeys(("quintet", "fivesome", "quintuplets"), 5),
    **dict.fromkeys(("sextet",), 6),
    **dict.fromkeys(("septet",), 7),
    **dict.fromkeys(("octet",), 8),
}
_GROUPS = QUANTIFIERS | ENSEMBLES
#: Names that hold an "and" of their own.
WHOLE_NAMES = regex(
    r"\b(Trinidad|Antigua|Bosnia|Kitts|Tome|Tomé|Turks|Vincent|Pierre|Tyne|Brighton|Simon|Marks|Johnson|Procter|Bang|Dolce|Rolls"
    r"|Hall|Crosby|Rodgers|Gilbert|Smith|Ernst|Standard|Black|Dumfries|Perth|Nottinghamshire|Windsor|Food|Health|Arts|Romeo|Tom|Mac"
    r"|Pride|Crime|War|Sons|Telford|Wallis|Andaman|Jammu|Dadra|Castile|Provence) (?:and|&) (the )?(?=[A-Z])"
)
#: A list of numbers of members is no list of members.
COUNTING = frozenset(CARDINALS) | {
    "dozens",
    "several",
    "some",
    "many",
    "for",
    "at",
    "in",
    "on",
    "to",
    "with",
    "by",
    "from",
}
#: Longer lists are told in figures, and nobody counts them.
LONGEST = 20
#: How long a list may be, in letters.
REACH = 600

_OPENING = regex(
    r"(?P<tail>(?: [a-z][a-z’'-]*){0,5}?) ?(?P<mark>:|--|[–—-](?= )|—|–|(?<= )\(|,| (?:are|were)(?= ))(?: namely,?| that is,?| (?:they are )?(?:named|identified|known)(?: by [a-z]+)? as)? ?(?=[^\W\d_])"
)
_CLOSING = {
    **dict.fromkeys((":", " are", " were"), regex(r"[.!?](?!\w)|$|\n")),
    "(": regex(r"\)"),
    ",": regex(
        r",(?= (?:who|which|were|was|are|is|had|have|has|all|both|will|would|could|can|did|do|said|say|[a-z]+(?:ed|ang|old|on|ook|ame|ent|ew|ade|ept|ost|elt|aid)) ?)"
    ),
}
_DASH = regex(r" ?(?:[–—]|--| -(?= ))")
#: A list that says so is not the whole of it, and a number that says so not the number of its members.
_INCOMPLETE = regex(
    r"\b(?:including|include[sd]?|among|such as|like|others?|etc|e\.g|especially|notably|mostly|led by|respectively|plus|more|both|either)\b",
    re.IGNORECASE,
)
_NOT_THEIRS = regex(
    r"\b(?:of|least|other|another|more|than|first|last|next|top|extra|further|additional|remaining|about|around) (?:the |these |those |his |her |its |their )?$",
    re.IGNORECASE,
)
_SEPARATOR = regex(r", (?:and|or|&) |, | (?:and|or|&) ")
_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|bint|ibn|el|of|the|du|des|ter|y)"
_NAME_WRITTEN = rf"(?:(?:the|a|an|Dr|Mr|Mrs|Ms) )?[^\W\d_a-z][\w’'.-]*(?: (?:{_PARTICLE} ){{0,2}}[^\W\d_a-z][\w’'.-]*){{0,4}}(?:,? \(?\d{{1,2}}\)?)?"
_NAME = regex(_NAME_WRITTEN)
_THING = regex(r"(?:(?:the|a|an|his|her|their|its|my|our) )?[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}")
_AGE = regex(r", (?=\d{1,2}\b(?!\w))")


class _Announced(NamedTuple):
    """A number of members, where it is said, and what sort of word says it."""

    span: Span
    number: int
    cause: str


@check("list-length", of=Article)
def list_length(article: Article) -> Iterator[Verdict]:
    """Every list that a number, "both" or "trio" announces, and whether it has so many members."""
    for announced in (*_counts(article), *_words(article)):
        found = _list_after(announced, article)
        if found is None:
            continue
        listed, members = found
        spans = (announced.span, listed)
        if len(members) == announced.number:
            yield Accord(spans, f"the list has {announced.number} members", cause=announced.cause)
        else:
            yield Clash(
                spans,
                {"announced": announced.span.text, "listed": number_in_words(len(members))},
                arithmetic=f"{announced.number} announced, {len(members)} listed: {'; '.join(members)}",
                cause=announced.cause,
            )


def _counts(article: Article) -> Iterator[_Announced]:
    """The small whole numbers of things that a list may follow."""
    text = article.document.text
    for mention in article.mentions:
        quantity = mention.quantity
        if (
            mention.kind not in {Kind.COUNT, Kind.NUMBER}
            or quantity is None
            or quantity.bound is not Bound.EXACT
            or len(quantity.printed) != 1
        ):
            continue
        value = quantity.printed[0]
        if not 2 <= value <= LONGEST or value != int(value) or text[mention.start : mention.end].startswith("-"):
            continue
        before = text[max(0, mention.start - 20) : mention.start]
        if _NOT_THEIRS.search(before):
            continue
        every = before.lower().endswith("all ")
        yield _Announced(mention.span, int(value), "quantifier" if every else "")


def _words(article: Article) -> Iterator[_Announced]:
    """The words that say how many there are: "both", "trio"."""
    document = article.document
    text, words = document.text, vocabulary(document)
    for word, number in _GROUPS.items():
        if word not in words:
            continue
        for form in (word, word.capitalize()) if word in QUANTIFIERS else (word,):
            at = text.find(form)
            while at >= 0:
                end = at + len(word)
                if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    yield _Announced(
                        Span(document, at, end), number, "quantifier" if word in QUANTIFIERS else "ensemble"
                    )
                at = text.find(form, end)


def _list_after(announced: _Announced, article: Article) -> tuple[Span, list[str]] | None:
    """The list that stands right behind a number, and its members."""
    text = article.document.text
    opening = _OPENING.match(text, announced.span.end, announced.span.end + 120)
    if opening is None or _INCOMPLETE.search(opening["tail"]):
        return None
    mark = opening["mark"]
    if mark == "," and len(opening["tail"].split()) > (2 if announced.cause else 1):
        return None
    if announced.cause == "quantifier" and announced.span.text.lower() in QUANTIFIERS and not opening["tail"]:
        return None
    start = opening.end()
    closing = _CLOSING.get(mark, _DASH).search(text, start, start + REACH)
    if mark == "," and (last := _LAST_NAME.search(text, start, start + REACH)):
        closing = _COMMA.search(text, last.end(), last.end() + 1) or closing
    if closing is None or "\n" in text[start : closing.start()]:
        return None
    listed = text[start : closing.start()]
    found = members(listed)
    if found is None or (mark in {",", " are", " were"} and not _NAME.fullmatch(found[0])):
        return None
    return Span(article.document, start, closing.start()), found


def members(listed: str) -> list[str] | None:
    """The members of "Ann Ray, Bo Lind and Cy Dunn"; None where it is no plain and complete list."""
    if _INCOMPLETE.search(listed):
        return None
    joined = WHOLE_NAMES.sub(lambda name: name[0].replace(" and ", "\0and\0").replace(" & ", "\0&\0"), listed.strip())
    joined = _AGE.sub(" ", joined)
    separators = _SEPARATOR.findall(joined)
    if not separators or not separators[-1].strip(" ,") or any(separator.strip(" ,") for separator in separators[:-1]):
        return None
    parts = [part.strip() for part in _SEPARATOR.split(joined)]
    shapes = [part.replace("\0and\0", " of ").replace("\0&\0", " of ") for part in parts]
    if any(shape.split()[0].lower() in COUNTING for shape in shapes):
        return None
    if all(map(_NAME.fullmatch, shapes)) or all(map(_THING.fullmatch, shapes)):
        return [part.replace("\0", " ") for part in parts]
    return None


_LAST_NAME = regex(rf",? and {_NAME_WRITTEN}(?=, [a-z])")
_COMMA = regex(",")


# --- respectively -------------------------------------------------------------------

_NAMES = regex(rf"(?<![\w’'-])(?:{_NAME_WRITTEN}, ){{0,{LONGEST}}}{_NAME_WRITTEN},? and (?:{_NAME_WRITTEN})")
_JOINED = regex(r", (?:and |or )?| (?:and|or|&) ")


@check("respectively", of=Article)
def respectively(article: Article) -> Iterator[Verdict]:
    """The two lists that "respectively" pairs, and whether one is as long as the other."""
    text = article.document.text
    if "respectively" not in text:
        return
    for sentence in article.sentences:
        if text.find("respectively", sentence.start, sentence.end) < 0:
            continue
        lists = sorted(
            (*_lists_of_amounts(sentence, article), *_lists_of_names(sentence)), key=lambda one: one[0].start
        )
        if len(lists) != 2 or lists[0][0].overlaps(lists[1][0]):
            continue
        (first, one), (second, other) = lists
        if one == other:
            yield Accord((first, second), f"both lists have {one} members")
        else:
            yield Clash(
                (second, first),
                {"one": number_in_words(one), "other": number_in_words(other)},
                arithmetic=f"{one} and {other} members",
            )


def _lists_of_amounts(sentence: Sentence, article: Article) -> Iterator[tuple[Span, int]]:
    """Amounts or times of one sentence that nothing but commas and "and" keep apart."""
    text = article.document.text
    said = mentions_in(article, sentence.start, sentence.end)
    run = list(said[:1])
    for before, mention in pairwise(said):
        if _JOINED.fullmatch(text, before.end, mention.start):
            run.append(mention)
            continue
        yield from _run(run, text)
        run = [mention]
    yield from _run(run, text)


def _run(run: Sequence[Mention], text: str) -> Iterator[tuple[Span, int]]:
    if len(run) > 1 and " and " in text[run[-2].end : run[-1].start].replace(",", ""):
        yield Span(run[0].document, run[0].start, run[-1].end), len(run)


def _lists_of_names(sentence: Sentence) -> Iterator[tuple[Span, int]]:
    document = sentence.document
    for found in _NAMES.finditer(document.text, sentence.start, sentence.end):
        named = members(found[0])
        if named is not None:
            yield Span(document, *found.span()), len(named)


# --- numbered lists -----------------------------------------------------------------

_NUMBERED = regex(r"\(?(\d{1,2})[.)]\s")
#: A list with one of these has a member that is not counted.
_BONUS = regex(r"\b(?:bonus|extra|honou?rable mention|plus)\b", re.IGNORECASE)
#: Before the number of a headline: "The five best …", "Here are seven tips", "Top 10".
_LEADS = regex(r"(?:(?:the|our|my|your|here are|these|top|try these|just) ){0,3}", re.IGNORECASE)
#: A heading is no longer than this, in letters.
HEADING = 160


@check("numbered-items", of=Article)
def numbered_items(article: Article) -> Iterator[Verdict]:
    """The number in the line over a numbered list, and how many items follow."""
    items: list[Sentence] = []
    heading: Sentence | None = None
    for sentence in article.sentences:
        number = _number_of(sentence)
        if number == len(items) + 1 and (items or heading):
            items.append(sentence)
        elif number == 1 or (items and number is not None):
            yield from _headed(heading, items, article)
            items = [sentence] if number == 1 else []
        elif sentence.role is not Role.LIST_ITEM and not items:
            heading = _heading(sentence, heading)
    yield from _headed(heading, items, article)


def _number_of(sentence: Sentence) -> int | None:
    """The number that an item of a list begins with."""
    text = sentence.document.text
    if not (text[sentence.start].isdigit() or text[sentence.start] == "("):
        return None
    found = _NUMBERED.match(text, sentence.start, sentence.end)
    return int(found[1]) if found else None


def _heading(sentence: Sentence, before: Sentence | None) -> Sentence | None:
    """The line that a list stands under: a line that ends in a colon, or the headline."""
    text = sentence.text
    if len(text) <= HEADING and (sentence.role is Role.HEADLINE or text.endswith(":")):
        return sentence
    return before if before is not None and before.role is Role.HEADLINE else None


def _headed(heading: Sentence | None, items: Sequence[Sentence], article: Article) -> Iterator[Verdict]:
    if heading is None or len(items) < 2 or any(_BONUS.search(sentence.text) for sentence in (heading, *items)):
        return
    counts = [
        mention
        for mention in article.mentions
        if heading.start <= mention.start < heading.end
        and mention.kind in {Kind.COUNT, Kind.NUMBER}
        and mention.quantity
        and mention.quantity.bound is Bound.EXACT
    ]
    if len(counts) != 1:
        return
    if heading.role is Role.HEADLINE and not _LEADS.fullmatch(article.document.text, heading.start, counts[0].start):
        return
    count = counts[0]
    announced = count.quantity.value if count.quantity else None
    spans = (count.span, items[-1].span)
    if announced == len(items):
        yield Accord(spans, f"{len(items)} items follow")
    elif announced is not None and announced >= 2:
        yield Clash(
            spans,
            {"heading": count.text, "items": number_in_words(len(items))},
            arithmetic=f"{announced} announced, {len(items)} items",
        )
