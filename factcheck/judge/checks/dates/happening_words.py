"""The words that tell what happened, in whatever form: "after the verdict", and elsewhere "he was convicted"."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.attach.words import EMPTY, stem
from factcheck.regexes import regex

#: Words without capitals, for names tell nobody's doings.
_NAMELESS = regex(r"(?<![\w’'-])[a-z][a-z’'-]*")
#: What may tell the same as another; a newcomer adds a line.
_SAME = """
left, leave, leaves, leaving, set out, set off, sailed, departed, departure, take-off, took off
verdict, guilty, convicted, conviction
call, called, alarm, alert, reported
death, died, dead, killed
crash, crashed, overturned, hit, collision, collided, accident, derailed, derailment
sinking, sank, sunk, capsized, went down, disaster, wreck, wrecked, shipwreck, foundered
fire, blaze, broke out, flames
earthquake, quake, struck, tremor
attack, shooting, bombing, explosion, blast, exploded, attacked
vote, election, poll, referendum, elected, elections
final, match, game
kick-off, kicked off, start, started, began, begin, beginning, begins, starts
wedding, married, marriage
heat, heatwave
fall, fell, collapse, collapsed
arrival, arrived, reached
closure, closed, shut
due, expected, scheduled
took over, took charge, became, appointed
"""


@lru_cache(maxsize=256)
def happening_words(words: str) -> frozenset[str]:
    """What words tell, whatever their form: stems, or what stands for all that tell the same."""
    plain = f" {' '.join(word for word in _NAMELESS.findall(words))} "
    told = {same for phrase, same in _same().items() if phrase in plain}
    for phrase in _same() if told else ():
        plain = plain.replace(phrase, " ")
    return frozenset(told | {stem(word) for word in plain.split() if word not in EMPTY and len(word) > 2})


@cache
def _same() -> dict[str, str]:
    return {f" {phrase} ": f"={line[0]}" for line in map(_phrases, _SAME.strip().splitlines()) for phrase in line}


def _phrases(line: str) -> list[str]:
    return [phrase.strip() for phrase in line.split(",")]
