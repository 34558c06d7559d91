"""Lists, and the numbers that announce how long they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import exact_numbers, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


#: Words that say how many there are without counting them.
QUANTIFIERS = {"both": 2, "either": 2, "neither": 2}
ENSEMBLES = {
    **dict.fromkeys(("duo", "pair", "couple", "twosome", "twins"), 2),
    **dict.fromkeys(("trio", "trilogy", "threesome", "triplets", "triumvirate"), 3),
    **dict.fromkeys(("quartet", "foursome", "quadruplets"), 4),
    **dict.fromkeys(("quintet", "fivesome", "quintuplets"), 5),
    **dict.fromkeys(("sextet",), 6),
    **dict.fromkeys(("septet",), 7),
    **dict.fromkeys(("octet",), 8),
}
_GROUPS = QUANTIFIERS | ENSEMBLES
_GROUP_WORDS = frozenset(_GROUPS)
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
    r"(?P<tail>(?: of (?:[a-z]+ ){0,2}(?:[\w’'-]+[’']s? )?\d{1,3}(?= ))?(?: (?:[a-z][a-z’'-]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)){0,6}?) ?(?P<mark>:|--|[–—-](?= )|—|–|(?<= )\(|,| (?:are|were)(?= (?:the )?[A-Z])| as(?= [A-Z])| (?:made up |consisting |composed )?of(?= [A-Z]))(?: namely,?| that is,?| (?P<theme>(?:all )?(?:devoted|dedicated|given over) to)| (?:they are )?(?:named|identified|known)(?: by [a-z]+)? as)? ?(?:(?<=[–—-] )(?P<where>(?:in|at|near|from) )(?=[A-Z]))?(?=[^\W\d_]|(?<=: )\d)"
)
#: What stands behind the name of a town to tell where it is.
_REGION = regex(r"shire$|\b(?:County|Province|State|England|Scotland|Wales)$")
_CLOSING = {
    **dict.fromkeys((":", " are", " were"), regex(r"[.!?](?!\w)|$|\n")),
    "(": regex(r"\)"),
    ",": regex(
        r",(?= (?:who|which|were|was|are|is|had|have|has|all|both|will|would|could|can|did|do|said|say|[a-z]+(?:ed|ang|old|on|ook|ame|ent|ew|ade|ept|ost|elt|aid)) ?)"
    ),
}
_DASH = regex(r" ?(?:[–—]|--| -(?= ))|[.!?](?=\s|$)")
#: A list that says so is not the whole of it, and a number that says so not the number of its members.
_INCOMPLETE = regex(
    r"\b(?:including|include[sd]?|among|such as|like|others?|etc|e\.g|especially|notably|mostly|led by|respectively|plus|more|both|either)\b",
    re.IGNORECASE,
)
_NOT_THEIRS = regex(
    r"\b(?:of|least|other|another|more|than|first|last|next|top|extra|further|additional|remaining|about|around) (?:the |these |those |his |her |its |their )?(?:[\w’'-]+[’']s? )?$",
    re.IGNORECASE,
)
#: "Either of the two hubs" are two hubs.
_EITHER = regex(r"\b(?:either|neither|both|all) of (?:the|these|those|its|his|her|their) $", re.IGNORECASE)
_SEPARATOR = regex(r", (?:and|n?or|&) |, | (?:and|n?or|&) ")
#: So many members a list of clauses has at least, and what makes one of them several.
_CLAUSES = 3
_SEVERAL = regex(r"[()“”\":]|\b(?:twice|twins?|all|as well as|together|pairs?|couples?|with|or|nor)\b")
_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|bint|ibn|el|of|the|du|des|ter|y)"
NAME_WRITTEN = rf"(?:(?:the|a|an|Dr|Mr|Mrs|Ms) )?[^\W\d_a-z][\w’'.-]*(?: (?:{_PARTICLE} ){{0,2}}[^\W\d_a-z][\w’'.-]*){{0,4}}(?:,? \(?\d{{1,2}}\)?| \(\d{{4}}\))?"
_NAME = regex(NAME_WRITTEN)
#: What has a figure of its own, and is nobody with an age: "Tuesday 18".
_WITH_FIGURE = regex(r"\w \d{1,2}$")
_THING = regex(r"(?:(?:the|a|an|his|her|their|its|my|our) )?[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}")
#: One of several things that are each told with their article: "a door that would not close".
_TOLD_THING = regex(r"(?:an?|the) [a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,11}")
#: The last member of a list between commas: what follows goes on with the sentence.
_LAST = regex(rf" (?:and|n?or|&) {NAME_WRITTEN}(?=, [a-z])")
_LAST_OF_ALL = regex(rf" (?:and|&) {NAME_WRITTEN}")
#: "Duo Kev, Baz and Lee Marsden were caged".
_DIRECT = regex(
    rf"s? (?P<names>{NAME_WRITTEN}(?:, {NAME_WRITTEN})*,? (?:and|&) {NAME_WRITTEN})(?= (?:were|was|are|is|have|had|has|will|would|won|split|sang|made|took|[a-z]+ed)\b)"
)
_AGE = regex(r", (?=\d{1,2}\b(?!\w))")


class Announced(NamedTuple):
    """A number of members, where it is said, and what sort of word says it."""

    span: Span
    number: int
    cause: str


class _List(NamedTuple):
    """A list and its members: what tells where things are may name one place for several, and a comma may set off what belongs to one."""

    span: Span
    members: list[str]
    tells_where: bool = False
    has_clauses: bool = False

    def may_have(self, number: int) -> bool:
        """Whether the list may be of so many things, whatever it has members."""
        many = len(self.members)
        return number == many or (self.tells_where and number > many) or (self.has_clauses and number < many)


@check("list-length", of=Article)
def list_length(article: Article) -> Iterator[Verdict]:
    """Every list that a number, "both" or "trio" announces, and whether it has so many members."""
    nearest: dict[int, tuple[Announced, _List]] = {}
    for announced in sorted((*small_numbers(article), *_words(article)), key=lambda one: one.span.start):
        listed = _names_after(announced, article) or _list_after(announced, article)
        if listed is not None:
            nearest[listed.span.start] = announced, listed
    for announced, listed in nearest.values():
        spans = (announced.span, listed.span)
        if len(listed.members) == announced.number:
            yield Accord(spans, f"the list has {announced.number} members", cause=announced.cause)
        elif not listed.may_have(announced.number):
            yield Clash(
                spans,
                {"announced": announced.span.text, "listed": number_in_words(len(listed.members))},
                arithmetic=f"{announced.number} announced, {len(listed.members)} listed: {'; '.join(listed.members)}",
                cause=announced.cause,
            )


def small_numbers(article: Article) -> Iterator[Announced]:
    """The small whole numbers of things that a list may follow."""
    text = article.document.text
    for mention, quantity in exact_numbers(article):
        value = quantity.printed[0]
        if not 2 <= value <= LONGEST or value != int(value) or text[mention.start : mention.end].startswith("-"):
            continue
        before = text[max(0, mention.start - 20) : mention.start]
        of_the_two = _EITHER.search(before) is not None
        if _NOT_THEIRS.search(before) and not of_the_two:
            continue
        every = of_the_two or before.lower().endswith("all ")
        yield Announced(mention.span, int(value), "quantifier" if every else "")


def _words(article: Article) -> Iterator[Announced]:
    """The words that say how many there are: "both", "trio"."""
    document = article.document
    text, words = document.text, vocabulary(article)
    for word in _GROUP_WORDS & words:
        number = _GROUPS[word]
        for form in (word, word.capitalize()) if word in QUANTIFIERS else (word,):
            at = text.find(form)
            while at >= 0:
                end = at + len(word)
                if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    yield Announced(
                        Span(document, at, end), number, "quantifier" if word in QUANTIFIERS else "ensemble"
                    )
                at = text.find(form, end)


def _names_after(announced: Announced, article: Article) -> _List | None:
    """The names right behind a word such as "duo", and no mark between them."""
    direct = _DIRECT.match(article.document.text, announced.span.end) if announced.cause == "ensemble" else None
    found = members(direct["names"]) if direct else None
    return _List(Span(article.document, *direct.span("names")), found) if direct and found else None


def _list_after(announced: Announced, article: Article) -> _List | None:
    """The list that stands right behind a number, and its members."""
    text = article.document.text
    opening = _OPENING.match(text, announced.span.end, announced.span.end + 120)
    if opening is None or not _announces(announced, opening["tail"], opening["mark"]):
        return None
    # What things are devoted to is listed as behind a colon.
    start, mark = opening.end(), ":" if opening["theme"] else opening["mark"]
    end = _end_of_list(text, start, mark)
    if end is None or "\n" in text[start:end]:
        return None
    listed = text[start:end]
    found = members(listed)
    if found and mark == "," and all(_WITH_FIGURE.search(member) for member in found):
        found = None
    if found is None and mark == ":" and not announced.cause and (told := _clauses(listed, announced.number)):
        return _List(Span(article.document, start, end), told, has_clauses=True)
    if found is None or (mark in {",", " are", " were", " as"} and not _NAME.fullmatch(found[0])):
        return None
    tells_where = opening["where"] is not None
    if tells_where and any(_REGION.search(member) for member in found):
        return None  # "in Leeds, West Yorkshire and York"
    return _List(Span(article.document, start, end), found, tells_where)


def _clauses(listed: str, announced: int) -> list[str]:
    """The members of "20 clinics, two schools, and the clearing of a tip"; none where one of them may be several, or may count."""
    told = listed.strip().split("; " if ";" in listed else ", ")
    if len(told) < _CLAUSES or not told[-1].startswith("and ") or _INCOMPLETE.search(listed) or _SEVERAL.search(listed):
        return []
    told[-1] = told[-1].removeprefix("and ")
    if any(" and " in one or _may_count(one.split()[0].lower(), announced) for one in told):
        return []
    return told


def _may_count(word: str, announced: int) -> bool:
    """Whether the first word of a member may be a number of things announced: "two of fraud"."""
    return word in COUNTING or (word.isdigit() and int(word) <= announced)


def _announces(announced: Announced, tail: str, mark: str) -> bool:
    """Whether a number may announce a list, by the words and the mark between them."""
    if _INCOMPLETE.search(tail):
        return False
    if mark.endswith(" of"):
        return announced.cause == "ensemble"  # and not "three of Leeds, York and Hull"
    if mark == "-" and not tail and announced.span.text.isdigit():
        return False  # "3 - pointers"
    if mark == "," and len(tail.split()) > (3 if announced.cause else 1):
        return False
    return bool(tail) or announced.cause != "quantifier" or announced.span.text.lower() not in QUANTIFIERS


def _end_of_list(text: str, start: int, mark: str) -> int | None:
    """Where a list ends that was opened with a mark."""
    if mark.endswith((" of", " as")):
        last = _LAST_OF_ALL.search(text, start, start + REACH)
        return last.end() - text.endswith(".", last.start(), last.end()) if last else None
    if mark == "," and (last := _LAST.search(text, start, start + REACH)):
        return last.end()
    closing = _CLOSING.get(mark, _DASH).search(text, start, start + REACH)
    return closing.start() if closing else None


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
    if (
        all(map(_NAME.fullmatch, shapes))
        or all(map(_THING.fullmatch, shapes))
        or all(map(_TOLD_THING.fullmatch, shapes))
    ):
        return [part.replace("\0", " ") for part in parts]
    return None
