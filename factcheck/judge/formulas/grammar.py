r"""Patterns, written like the sentences that they read.

A pattern is written like the sentence that it reads:

    word            the word, in lower case; `\(` `\)` `\[` `\]` are brackets in the text
    (rose|fell to)  one of these
    [by about]      this or nothing; [a|the] is one of these or nothing
    <rise>          any word of a class (word_classes.py)
    ...  ...9       up to five (nine) words, with no mention among them but of a time or an ordinal
    ^               here a sentence begins
    //              up to forty words and marks with no amount among them, also into the next sentence
    !word !(a|b)    not this next; at the very start of a pattern: not this before it
    {new:amount}    a mention of that kind (SLOTS), known by the name `new`
    {old:exact count}    the same, if the words neither hedge nor bound it, give no range, and count no "others"
    {old:hedged count}   the same, if they do
    {mean:average money} the same, if they call it an average
    {age:age|number}     of either kind
    {money}         a mention of that kind which is only passed over
    {parts:count+}  a list: "four residents, three firefighters and a guard"
    {what:word}     a word; under the same name again only the same word
    born in {birth:year} & died in {death:year}      both, in either order, each once in the sentence
    the {it:word} opened in {start:year} && the {it:word} is {age:age}    also into the next sentence
    {share:percentage} of its budget &&& budget of {whole:money}     anywhere in the article
    @founded        a phrase that several rules read (word_classes.py)
    @now:exact-money    the same, its slots of that kind
    {n:count} + at {price:money} + {total:money}     in any order, and no amount besides (any_order.py)
    {n:count} ++ at {price:money}    the same, in one sentence or in two that follow each other
    {n:count} +++ at {price:money}   the same, in up to three sentences with numbers
    {n:count} + {m:count} + !among   the last nowhere in it; behind `&`, too, where it names no slot
    {total:money} in all + {parts:money*}    the rest: two or more amounts, all that the others leave

A comma of the text is passed over between two parts of a pattern; a comma of the
pattern must be there. What stands between two `&` becomes one regular expression in
which only bounded things repeat, so that no text can make it slow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.judge.formulas.any_order import LEAST_MEMBERS
from factcheck.judge.formulas.parsing import Parser, PatternError
from factcheck.judge.formulas.patterns import Demand, Pattern, Reach
from factcheck.judge.formulas.rarity import rarest_first
from factcheck.judge.formulas.slots import SLOTS, Slot
from factcheck.judge.formulas.word_classes import PHRASES
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

_PHRASE = regex(r"@([\w-]+)(?::([a-z-]+(?:\|[a-z]+)*))?")
#: Stands in a phrase for the kind that a pattern asks for, and what that is where it asks for none.
_ASKED, _UNASKED = "?", "amount"
_REST = regex(r"\{\s*([a-z_]\w*)\s*:\s*([a-z| ]+?)\s*\*\s*\}")
#: What stands between the parts of a wording in any order. With a plus nothing else may be counted; twice, a part may
#: stand in the next sentence, and thrice in the one after that.
_JOINT = regex(r" (&&?|\+{1,3}) ")
#: Stands between parts of which each may be in any sentence of the article.
_ANYWHERE = " &&& "


def pattern(source: str) -> Pattern:
    """The pattern that a line of a rule describes; PatternError if it describes none."""
    if _ANYWHERE in source:
        return _anywhere(source)
    written = _JOINT.split(_PHRASE.sub(_phrase, source))
    pieces, joints = written[::2], written[1::2]
    is_closed, farthest = any("+" in joint for joint in joints), Reach(max(map(len, joints), default=1))
    parts, absent, rest = [], [], []
    for piece in pieces:
        if is_closed and (left := _REST.fullmatch(piece.strip())):
            rest.append(_rest_slot(left))
        elif piece.startswith("!") and (is_closed or Parser(piece).only_shuts_out()):
            absent.append(Parser(piece[1:]).pattern())
        else:
            parts.append(Parser(piece).pattern())
    slots = (*(slot for part in parts for slot in part.slots), *rest)
    if not slots or len(rest) > 1:
        raise PatternError(f"no slot such as {{total:count}}, or two that take the rest, in {source!r}")
    if not joints:
        demand = parts[0].demand
        return replace(parts[0], source=source, demand=demand._replace(least=max(1, demand.least)))
    demands = [part.demand for part in parts]
    needs = {need for demand in demands for need in demand.needs} | {slot.letters for slot in rest}
    reach = max(farthest, *(demand.reach for demand in demands))
    least = sum(demand.least for demand in demands) + LEAST_MEMBERS * len(rest)
    return Pattern(
        source,
        "",
        slots,
        Demand(rarest_first(needs), reach, least),
        tuple(parts),
        is_closed,
        tuple(absent),
    )


def _anywhere(source: str) -> Pattern:
    """A wording whose parts each stand somewhere in the article, in one sentence each."""
    parts = tuple(map(pattern, source.split(_ANYWHERE)))
    demands = [part.demand for part in parts]
    if any(demand.reach is not Reach.SENTENCE for demand in demands):
        raise PatternError(f"what stands between two '&&&' must be in one sentence: {source!r}")
    needs = rarest_first(need for demand in demands for need in demand.needs)
    slots = tuple(slot for part in parts for slot in part.slots)
    least = sum(demand.least for demand in demands)
    return Pattern(source, "", slots, Demand(needs, Reach.ARTICLE, least), parts)


def _rest_slot(found: re.Match[str]) -> Slot:
    """The slot for all amounts that are left."""
    for kind in found[2].split("|"):
        if kind.strip() not in SLOTS:
            raise PatternError(f"no slot is of kind {kind.strip()!r}", kind.strip(), SLOTS)
    return Slot(found[1], found[2], is_list=True, takes_rest=True)


def _phrase(found: re.Match[str]) -> str:
    """The wordings that a name stands for, with the kind of slot that is asked for."""
    if found[1] not in PHRASES:
        raise PatternError(f"no phrase is called @{found[1]}", found[1], PHRASES)
    return f"({PHRASES[found[1]].replace(_ASKED, (found[2] or _UNASKED).replace('-', ' '))})"
