"""How much of a place is meant: Marlow, Greater Marlow, the Marlow district, northern Marlow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Goes before a place and how much of it is meant, in a scope: "extent:marlow=district".
EXTENT, OF = "extent:", "="
#: What may bear the name of its chief town; a city is what its name says.
_BEARERS = tuple(
    "district county province region area governorate prefecture municipality borough department canton oblast territory"
    " conurbation".split()
)
_KINDS = any_of(_BEARERS)
#: Before a name, these say that it is more than the town, or less.
_GREATER = "greater metropolitan suburban wider outer inner central downtown".split()
_AROUND = any_of((*_GREATER, "Greater", "Outer", "Inner", "Downtown"))
_WAYS = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"
#: Part of a place in which something may be told to have happened, or in all of it.
PART = "part"
#: A county does and says what its council does.
_ACTS = r"(?! (?:[A-Z]|council|court|police|sheriff|official|authorit|government|spokes|attorney|commission|hospital|school|executive))"
_MEANT = regex(
    rf"\b(?!(?:The|An?|This|That|Its|Their|In|Each|Every|No|One)\b)(?P<name1>[A-Z][\w’'-]+)(?:[’']s)? (?i:(?:metropolitan |metro |wider |greater |urban )*(?P<kind1>{_KINDS}))\b{_ACTS}"
    rf"|\b(?i:(?P<kind2>{_KINDS}) of) (?:the )?(?P<name2>[A-Z][\w’'-]+)"
    rf"|\b(?P<kind3>{_AROUND}) (?P<name3>[A-Z][\w’'-]+)"
    rf"|\b(?i:{_WAYS}) (?P<name>[A-Z][\w’'-]+)"
)

#: How large a place without a name is: "in the city", "across the province". What is told of both is told of two places.
_LARGE = {
    **dict.fromkeys(("city", "town", "village"), "town"),
    **dict.fromkeys(("district", "county", "borough"), "district"),
    **dict.fromkeys(("province", "region", "state", "governorate", "prefecture", "oblast", "republic"), "province"),
    **dict.fromkeys(("country", "nation"), "country"),
}
#: The same, the smallest first.
SIZES = tuple(dict.fromkeys(_LARGE.values()))
_NAMELESS = regex(
    rf"(?<!lies )(?<!stands )(?<! is )\b(?:in|across|throughout) the (?:whole |entire )?(?P<kind>{any_of(_LARGE)})\b(?! of | (?:[a-z]+ )?(?:council|centre|center|hall))(?![’'])"
)


def size_of(kind: str) -> str:
    """Which of the sizes a kind of place has: a village that of a town."""
    return _LARGE[kind]


#: Words of which a sentence has one that says how much of a place is meant, and that says how large one without a name is.
_MEANT_BY, _NAMELESS_BY = (*_BEARERS, *_GREATER, "north", "south", "east", "west"), tuple(_LARGE)


def extents(text: str, lowered: str) -> Iterator[str]:
    """How much of each place of a sentence is meant, as scope, where words beside its name tell; of one without a name, how large it is.

    `lowered` is the sentence in small letters.
    """
    nameless = _NAMELESS.finditer(text) if _has_one_of(_NAMELESS_BY, lowered) else ()
    if len(sizes := {_LARGE[found["kind"]] for found in nameless}) == 1:
        yield f"{EXTENT}{OF}{sizes.pop()}"
    for found in _MEANT.finditer(text) if _has_one_of(_MEANT_BY, lowered) else ():
        told = {group.rstrip("123"): words for group, words in found.groupdict().items() if words}
        yield f"{EXTENT}{stem(told['name'].lower())}{OF}{told.get('kind', PART).lower()}"


def _has_one_of(words: tuple[str, ...], lowered: str) -> bool:
    for word in words:  # noqa: SIM110 - `any` takes twice as long
        if word in lowered:
            return True
    return False
