"""What a figure follows from whose other side is counted elsewhere: so much for each of what was counted, and a share of it.

"Each starter had raised £300, making £5.52m": the starters were counted before. "Forty-six suppliers, or 4 per cent, have given
notice": they are so many of "its 1,150 suppliers". The noun leads there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks.sums.ways import Basis, Scene, if_near, is_share, of_one_sort, products, quantity, quotients
from factcheck.judge.formulas.arithmetic import thing
from factcheck.model import COUNTED, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Each of them stands no farther from its amount, in letters.
_NEAR = 60
#: Before a total, and what is shared by each.
_MAKES = regex(
    r",? (?:or|making|which makes|that is|for|(?:which|that) (?:comes|came|amounts|amounted|adds up) to|coming to|costing it)(?: a total of)? $"
    r"|, a total of $|\. (?:That|It) (?:makes|comes to|adds up to)(?: a total of)? $"
)
_EACH_BEFORE = regex(r"\b[Ee](?:ach|very) (?P<item>[a-z]+)\b[^.;]*$")
_EACH_BEHIND = regex(
    r" (?:for|to|from|by) (?:the (?:family|families|kin|relatives) of )?(?:each|every)(?: one)? (?:of the )?(?P<item>[a-z]+)\b"
)
#: Between a part and the share that it is, and behind the share.
_OR = regex(r", or (?:just |some |about |nearly |almost )?")
_CLOSES = regex(r"[,.]")
_OR_SO = regex(r", (?:or )?(?:just |some |about |nearly |almost |exactly )?")
_OF_THE_TOTAL = regex(r" of (?:the|its|their) (?:[\w’'-]+ ){0,2}(?:total|tally|whole)\b")
#: Who lost their lives, and what tells that so many did.
_DEAD = frozenset({"dead", "victim"})
_KILLED = regex(r"\b(?:kill(?:ed|ing|s)|number of (?:the )?dead to|toll to) $")
_DIED = regex(r" (?:of (?:them|whom) )?(?:dead|died|were killed|have died|lost their lives)\b")
#: Before the number of them all, so many letters at most.
_NUMBER_OF = regex(r"\b[Nn]umber of (?P<words>(?:[a-z-]+ ){1,3})(?:[^.;\d]*? )?(?:to|at|is|was|reached|hit) $")
_FAR = 120
#: Before all of what is counted, wherever that is.
_ALL = regex(r"\b(?:its|the|their|his|her|all|our|with|has|had) $")
#: Where these stand, the part is one of something else.
_OF_OTHERS = regex(
    r"\b(?:among|group|groups|those|placebo|arm|category|first|new|by then|of (?:the|its|their) [a-z]+s)\b"
)


def basis_elsewhere(scene: Scene) -> Basis | None:
    """What a figure follows from by a noun that is counted in a sentence before."""
    if is_share(scene.figure):
        return _share_of_them(scene) or _share_of_the_total(scene)
    return _so_much_for_each(scene)


def _so_much_for_each(scene: Scene) -> Basis | None:
    """So much for each, and how many there are."""
    each = scene.before[-1] if scene.before else None
    if each is None or not _MAKES.search(scene.lead(_NEAR)) or not of_one_sort(each, scene.figure):
        return None
    text = each.document.text
    found = _EACH_BEHIND.match(text, each.end, scene.figure.start) or _EACH_BEFORE.search(
        text, max(scene.sentence.start, each.start - _NEAR), each.start
    )
    told = (
        (Basis((each, one), products, sure=1, is_far=True) for one in _counted(scene, found["item"])) if found else ()
    )
    return next((near for one in told if (near := if_near(one, scene.figure))), None)


def _share_of_them(scene: Scene) -> Basis | None:
    """A part that is told with its noun, and all of them."""
    part, text = scene.before[-1] if scene.before else None, scene.figure.document.text
    if part is None or part.kind is not Kind.COUNT or scene.figure.kind is not Kind.PERCENTAGE:
        return None
    if not _OR.fullmatch(text, part.end, scene.figure.start) or not _CLOSES.match(text, scene.figure.end):
        return None
    if len(scene.before) > 1 or _OF_OTHERS.search(text, scene.sentence.start, scene.sentence.end):
        return None
    wholes = (one for one in _counted(scene, thing(part)) if quantity(one).value > quantity(part).value)
    whole = next((one for one in wholes if _ALL.search(text, max(0, one.start - _NEAR), one.start)), None)
    return if_near(Basis((part, whole), quotients, sure=1, is_far=True), scene.figure) if whole else None


def _share_of_the_total(scene: Scene) -> Basis | None:
    """A part that is told with its noun, and the number of them all: "90 cases, a quarter of the city's total"."""
    part, text = scene.before[-1] if scene.before else None, scene.figure.document.text
    if part is None or part.kind is not Kind.COUNT or not _OR_SO.fullmatch(text, part.end, scene.figure.start):
        return None
    if not _OF_THE_TOTAL.match(text, scene.figure.end):
        return None
    told = (one for one in scene.further_up if one.kind in COUNTED and quantity(one).value > quantity(part).value)
    whole = next((one for one in told if _is_number_of(thing(part), one)), None)
    return if_near(Basis((part, whole), quotients, sure=1, is_far=True), scene.figure) if whole else None


def _is_number_of(item: str, one: Mention) -> bool:
    """Whether an amount is told as the number of things of a noun."""
    found = _NUMBER_OF.search(one.document.text, max(0, one.start - _FAR), one.start)
    return found is not None and item != "" and any(word.startswith(item) for word in found["words"].split())


def _counted(scene: Scene, item: str) -> Iterator[Mention]:
    """What sentences before count under a noun, the nearest first."""
    if item in _DEAD:
        return (one for one in scene.further_up if one.kind in COUNTED and _is_toll(one))
    return (one for one in scene.further_up if item and one.kind in COUNTED and thing(one) == item)


def _is_toll(one: Mention) -> bool:
    """Whether the words beside a count say that so many died."""
    text = one.document.text
    died = _KILLED.search(text, max(0, one.start - _NEAR), one.start) or _DIED.match(text, one.end)
    return thing(one) in _DEAD or died is not None
