"""Places that lie in each other, and which way they lie from each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.blocks import TOLLS, as_of
from factcheck.align.gates import of_another_event
from factcheck.align.names import code
from factcheck.align.settings import setting_of
from factcheck.attach.extents import EXTENT, OF, SIZES, size_of
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Claim, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from factcheck.model import Document, Sentence

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_LARGE = r"(?:province|region|state|country|county|oblast|district|prefecture|governorate|republic)"
_SMALL = r"(?:city|town|village|suburb|district|port|settlement|capital)"
_HEART = r"the (?:very )?(?:heart|middle|centre|center|north|south|east|west)"
#: "Kestrel, a town in Arland province", "Kestrel, in the heart of Arland province", "the city of Kestrel in the Arland region", "Kestrel, which lies in Arland", "in Kestrel, Arland",
#: "Arland's city of Kestrel", "the Kestrel district of Arland".
INSIDE = regex(
    rf"(?P<part>{_NAME})(?:, (?:an?|the) (?:\w+ )?{_SMALL})?(?: in|, in {_HEART} of) (?:the )?(?P<whole>{_NAME}) {_LARGE}\b"
    rf"|(?P<part2>{_NAME}), which (?:lies|is|stands) in (?:the )?(?P<whole2>{_NAME})"
    rf"|(?P<part3>{_NAME}), (?:(?:an?|the) )?(?:\w+ )?{_SMALL} (?:in|of) (?:the )?(?:{_LARGE} of )?(?P<whole3>{_NAME})"
    # "In Kestrel, Arland", and not "in Kestrel, Arland and Halden".
    rf"|\b(?:in|at|near|outside) (?P<part4>{_NAME}), (?P<whole4>{_NAME})(?=[,;]? [a-z]|[.;]|\Z)(?!,? (?:and|or)\b)"
    rf"|(?P<whole5>{_NAME})[’']s (?:[a-z]+ ){{0,2}}{_SMALL} of (?P<part5>{_NAME})"
    rf"|(?P<part6>{_NAME}) (?:{_SMALL}|{_LARGE}) (?:of|in) (?:the )?(?P<whole6>{_NAME})"
)
#: Before the size of a place that has no name, and where it says that it lies in another: "the city, which lies in it".
THE = "the "
NAMELESS_INSIDE = regex(
    rf"\bthe (?P<part>city|town|village|district|county|borough)(?:,? which)? (?:(?:lies|is|stands) )?in (?:it\b|(?:the|that|this|its) (?P<whole>{_LARGE})\b)"
)
#: Degrees of the compass, clockwise from the north.
COMPASS = {
    way: degrees
    for degrees, ways in {
        0: "north northern", 45: "northeast northeastern", 90: "east eastern", 135: "southeast southeastern",
        180: "south southern", 225: "southwest southwestern", 270: "west western", 315: "northwest northwestern",
    }.items()
    for way in ways.split()
}  # fmt: skip
#: Ways as far apart as this, in degrees, cannot both be right.
APART = 90
#: One of these the sentence of every bearing has: "north", "northern", "northwards".
WAYS = frozenset(f"{way}{ending}" for way in COMPASS for ending in ("", "ward", "wards"))
#: What every bearing of a thing from a place has.
WAY = regex(r"(?:north|south|east|west)(?:ern)? (?:of )?(?:[A-Z]|the )")
#: What a place may be called without its name, where an article has only one, and before its name.
_NAMELESS = r"capital|border|coast|river|airport"
#: From where something lies: "of Kestrel", "of the provincial capital, Kestrel", "of the capital".
_POINT = rf"(?:the )?(?:(?:[a-z]+ )?(?:capital|city|town|port|village)(?:,| of)? )?(?P<point>{_NAME})|the (?P<nameless>{_NAMELESS})\b(?! (?:city|region|district|of)\b)"
_DISTANCE = r"(?:[\d.,]+|[a-z]+(?:-[a-z]+)?) ?(?:km|kilomet(?:er|re)s?|miles?)"
_UNIT = regex(r"(?:km|kilomet(?:er|re)s?|miles?)$")
#: "Odra lies 10 km north-east of Kestrel", "Odra, just south of Kestrel", "the quarry to the south of Kestrel".
LIES = regex(
    rf"(?:(?P<thing>{_NAME})|(?P<noun>[a-z]{{4,}}))(?:, (?:an?|the)(?: [a-z]+){{1,3}}|,| (?:is|was) an? [a-z]+| (?:is|was|lies|lay|stands|sits|struck|hit))?"
    rf"(?: (?:located|situated|about|some|just|only))*(?: (?P<distance>{_DISTANCE}))?"
    rf"(?: \([^)]{{1,20}}\))?(?: to)?(?: the)? (?P<way>(?:north|south)(?:[ -]?(?:east|west))?|east|west) of (?:{_POINT})"
)
#: "Marlow, in northern Arland", "Marlow in the south of Arland".
WITHIN = regex(
    rf"(?P<thing>{_NAME})(?:, (?:an?|the) (?:[a-z]+ )?{_SMALL}|,| (?:is|lies|stands|sits)(?: an? (?:[a-z]+ )?{_SMALL})?)? in (?:the )?"
    rf"(?:far )?(?P<way>(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern)? (?:of )?(?:the )?(?P<point>{_NAME})(?!['’])"
)
#: What lies in the north of a country may lie in its east, too.
APART_WITHIN = 135
#: "The northern slope of Mount Varga", "drifted east from Kestrel".
SIDE = regex(
    rf"\b(?P<way>(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern)?) (?P<side>slope|face|flank|side|shore|bank|edge|end|tip|half) of (?P<point>{_NAME})"
    rf"|\b(?P<moves>moved|moving|drifted|drifting|headed|heading) (?P<way2>(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:wards?)? (?:from|of) (?P<point2>{_NAME})"
)
#: Before the country in which something lies.
INSIDE_OF = "in "
#: Nouns of which many lie round one place.
MANY = EMPTY | frozenset(
    "area areas town towns village villages city cities suburb suburbs region district province road roads highway border country"
    " countries land lands base bases front line lines post posts position positions place places point points outskirts located".split()
)


class Bearing(NamedTuple):
    """Which way a thing lies from a point, in degrees, and where that is said."""

    thing: str
    point: str
    degrees: int
    span: Span


@check("part-and-whole", of=tuple, least=2)
def part_and_whole(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """The toll of a place in one article, against the smaller toll that another gives of what it lies in."""
    tolls: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for article in articles:
        for claim in article.claims:
            if claim.attribute in TOLLS and not (claim.withheld or claim.scope & {"added", "part", "change", "former"}):
                for place in (*map(code, setting_of(claim).places[:1]), *_size(claim)):
                    tolls[claim.attribute, place].append(claim)
    inside = {pair for article in articles for pair in _inside(article)} if len(tolls) > 1 else set()
    for (attribute, place), claims in sorted(tolls.items()):
        for part, whole in sorted(inside):
            for other in tolls.get((attribute, whole), ()) if part == place else ():
                for claim in claims:
                    yield from _contained(claim, other)


def _inside(article: Article) -> Iterator[tuple[str, str]]:
    """The codes of places that an article says lie in another."""
    for match in INSIDE.finditer(article.document.text):
        part, whole = (
            next(told for way in ("", "2", "3", "4", "5", "6") if (told := match[name + way]))
            for name in ("part", "whole")
        )
        if code(part) != code(whole):
            yield code(part), code(whole)
    for match in NAMELESS_INSIDE.finditer(article.document.text):
        part, whole = SIZES.index(size_of(match["part"])), match["whole"]
        larger = SIZES[part + 1 :] if whole is None else [size_of(whole)]
        yield from ((f"{THE}{SIZES[part]}", f"{THE}{size}") for size in larger)


def _size(claim: Claim) -> Iterator[str]:
    """How large the place without a name is that a claim is told of: "the town"."""
    yield from (THE + size for word in claim.scope if (size := word.removeprefix(EXTENT + OF)) != word)


def _contained(part: Claim, whole: Claim) -> Iterator[Verdict]:
    one, other = part.mention, whole.mention
    same_day = (as_of(part) or as_of(whole)) == (as_of(whole) or as_of(part))
    if one.document is other.document or not (one.quantity and other.quantity) or part.subject != whole.subject:
        return
    if of_another_event(part, whole):
        return
    if one.quantity.lower > other.quantity.upper and not agree(one.quantity, other.quantity).agrees:
        # A later report of the part may count more than an earlier one of the whole.
        yield Clash(
            (one.span, other.span),
            {"attribute": part.label},
            arithmetic=f"{one.text} in {_place(part)}, {other.text} in {_place(whole)}",
            guesses=0 if same_day else 1,
        )
    else:
        yield Accord((one.span, other.span), f"{one.text} is no more than {other.text}")


def _place(claim: Claim) -> str:
    """What to call the place that a claim is told of."""
    return next((place.title() for place in setting_of(claim).places), "") or next(_size(claim), "")


@check("bearings", of=tuple, least=2)
def bearings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Which way one place lies from another, in two articles that turn it by a right angle or more."""
    known: defaultdict[tuple[str, str], list[Bearing]] = defaultdict(list)
    for article in articles:
        # A bearing stands in one sentence, and few sentences name a way.
        told = sentences_with(article, WAYS)
        for bearing in (*_bearings(told), *_sides(article, told), *_within(told)):
            for earlier in known[bearing.thing, bearing.point]:
                yield from _turned(earlier, bearing)
            known[bearing.thing, bearing.point].append(bearing)


def degrees_of(way: str) -> int:
    """The degrees of a word of the compass: "north-east" → 45."""
    return COMPASS[way.replace("-", "").replace(" ", "")]


def _bearings(told: Iterable[Sentence]) -> Iterator[Bearing]:
    """Every bearing of an article: of a name, from the place whose code comes first; of a noun; of what is so far away."""
    for document, match in _read(LIES, filter(_has_way, told)):
        point = code(match["point"]) if match["point"] else match["nameless"]
        degrees = degrees_of(match["way"])
        span = Span(document, *match.span("way"))
        if match["thing"]:
            first, second = sorted((code(match["thing"]), point))
            yield Bearing(first, second, degrees if second == point else (degrees + 180) % 360, span)
        elif match["noun"] not in MANY and match["point"]:
            yield Bearing(match["noun"], point, degrees, span)
        if match["distance"]:
            yield Bearing(_in_short(match["distance"]), point, degrees, span)


def _in_short(distance: str) -> str:
    """A distance with one word for each unit: "38 kilometres" and "38km"."""
    number = _UNIT.sub("", distance).strip()
    return f"{number} {'miles' if 'mile' in distance else 'km'}"


def _has_way(sentence: Sentence) -> bool:
    return WAY.search(sentence.document.text, sentence.start, sentence.end) is not None


def _read(pattern: re.Pattern[str], sentences: Iterable[Sentence]) -> Iterator[tuple[Document, re.Match[str]]]:
    """What a pattern reads in some sentences, and the document of each."""
    for sentence in sentences:
        for match in pattern.finditer(sentence.document.text, sentence.start, sentence.end):
            yield sentence.document, match


def _within(told: Iterable[Sentence]) -> Iterator[Bearing]:
    """In which part of a country something lies."""
    for document, match in _read(WITHIN, filter(_has_way, told)):
        point = code(match["point"])
        if code(match["thing"]) != point:
            span = Span(document, *match.span("way"))
            yield Bearing(code(match["thing"]), f"{INSIDE_OF}{point}", degrees_of(match["way"]), span)


def _sides(article: Article, told: Iterable[Sentence]) -> Iterator[Bearing]:
    """Sides of a place, and ways that lead from it, each with what its sentence tells of it."""
    for document, match in _read(SIDE, told):
        named = "2" if match["moves"] else ""
        thing, point, way = match["moves"] or match["side"], code(match[f"point{named}"]), match[f"way{named}"]
        words = {word.stem for word in words_of(sentence_at(article, match.start())) if not word.empty}
        known = {stem(word) for word in match[0].lower().split()}
        span = Span(document, *match.span(f"way{named}"))
        for word in sorted(words - known):
            yield Bearing(f"{thing} {word}", point, degrees_of(way), span)


def _turned(one: Bearing, other: Bearing) -> Iterator[Verdict]:
    if one.span.document is other.span.document:
        return
    turn = abs(one.degrees - other.degrees) % 360
    spans = (one.span, other.span)
    if min(turn, 360 - turn) >= (APART_WITHIN if one.point.startswith(INSIDE_OF) else APART):
        yield Clash(spans, {"thing": one.thing}, arithmetic=f"{min(turn, 360 - turn)} degrees apart")
    else:
        yield Accord(spans, f"{one.span.text} and {other.span.text} are {min(turn, 360 - turn)} degrees apart")
