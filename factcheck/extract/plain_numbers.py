"""Numbers without a unit: counts with their head noun, and bare numbers that are no name, year, score or item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.ages import is_time
from factcheck.extract.bare_numbers import counts_people, number_of
from factcheck.extract.bounds import hedge_before, hedge_behind
from factcheck.extract.counts import Head, head_behind, head_of_one
from factcheck.extract.lexicon.calendar_words import HEDGES_OR_PREPOSITIONS, YEAR_PREPOSITIONS
from factcheck.extract.lexicon.function_words import PERCENT
from factcheck.extract.lexicon.numbers import CARDINALS, SCALES
from factcheck.extract.measures import rate
from factcheck.extract.names import (
    FIRST_SURE_YEAR,
    behind_is_name,
    counted_in_spite_of_year,
    glued_behind,
    is_address,
    is_alone,
    is_label,
    is_year,
    word_before,
)
from factcheck.extract.plurals import looks_plural
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.lexicon.hedges import Hedge
    from factcheck.extract.numeral import Numeral
    from factcheck.extract.openings import Opening
    from factcheck.extract.scanning import Reading

#: "A percentage of 20", "per cent of 22", and not "12 per cent of 1,000".
_SHARE_OF = ending(r"(?:\A|[\n(]|\ba )(percentage|percents?|per cents?) of ", 20, " of ")
#: Words that figures in brackets repeat ("twelve (12) applicants").
NUMBER_NAMES = CARDINALS.keys() | SCALES.keys()
#: Figures below this may be the first word of a name ("787 Dreamliner").
SMALL = 1000
#: A hedged count whose figure follows in brackets: "more than 200 homes (187)".
#: Before the exact number in brackets of what is counted roughly, or by its share of all: "over 300 runs in the series (286)",
#: "three-quarters of the club's 160 members (120)".
_COUNTED_BEFORE = regex(
    r"\b(?:more than|over|at least|nearly|almost|close to|some|about|around|fewer than|less than|under|up to) [\d,]+(?: [a-z]+){1,2}"
    r"(?: (?:in|of|at|on|from|across)(?: [a-z]+){1,3})? \(\Z"
    r"|(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|in [a-z]+|in \d+|per ?cent|%) of (?:[a-z’']+ ){0,5}[\d,]+(?: [a-z]+){0,5} \(\Z"
)
#: Before a large one, of which the share is told: "35% for the Reds (142,100)".
_SHARE_BEFORE = regex(PERCENT + r"(?: [a-z’'-]+){0,6} \(\Z")
#: Before the count that a share comes to: "of 640 seats, 15% (96)"; where shares of several stand in a row, a small one may be the
#: share of the last time: "45% (43) for the Reds and 30% (35) for the Greens".
_SHARE_RIGHT_BEFORE = regex(r"\d(?:%| ?per ?cent)(?: of (?:them|these|those|whom))? \(\Z")
_SHARE_AND_LAST = regex(r"\d(?:%| ?per ?cent) \(\d\d?(?:\.\d)?\)")
_ROW, _LAST_SHARE = 90, 100
#: One of several numbers with a name behind each: "21 Labour, 17 Conservative and 12 Liberal Democrat".
_NAMED = r"(?:[A-Z][a-z][\w'’-]* ?){1,3}"
_LISTED_ON = regex(rf" {_NAMED}(?:, (?:and )?| and )\d{{1,3}} [A-Z][a-z]")
_LISTED = regex(rf"(?<![\w.,])\d{{1,3}} {_NAMED}(?:, (?:and )?| and )\Z")
#: What such a list stands behind.
_LIST_BEFORE = regex(r"(?::|–|—|\(|\b(?:with|of|won|has|had|have|comprises|comprising|were|are|for|to)) ?\Z")
_RANKS = frozenset(("top", "bottom"))
#: What a number with decimals is the strength of.
_QUAKES = frozenset(("earthquake", "quake", "tremor", "aftershock"))
#: Behind people, and no strokes of golf: "4 Shot in Lund".
_SHOT = regex(r" shot(?= (?:dead|in|at|by|outside|near|on|during|and|after)\b|[,.;\n]|\Z)")
#: Words that make a pronoun of "one" behind them.
_NOT_ONE = frozenset("no the this that which any every each only another a".split())
_ONE_BY = ("one by ", "one on ", "one to ", "one after ")


def read_plain(  # noqa: PLR0911 - each gate may end it
    opening: Opening, numerals: tuple[Numeral, ...], end: int, behind: Hedge | None = None,
) -> Reading | None:  # fmt: skip
    """The count with its head noun, or the bare number, unless the number is a name, a year, a score or a time."""
    lowered, start, last = opening.lowered, opening.start, numerals[-1]
    if is_time(lowered, end) or glued_behind(lowered, last.end) or _is_name(opening, last, end):
        return None
    one = len(numerals) == 1 and last.spelled and last.value == 1
    if one and (word_before(lowered, start) in _NOT_ONE or lowered.endswith(_ONE_BY, 0, start)):
        return None
    end += len("-strong") if lowered.startswith("-strong", end) else 0
    text = opening.text
    head = head_of_one(lowered, end, text) if one else head_behind(lowered, end, spelled=last.spelled, text=text)
    shot = not one and _SHOT.match(lowered, end) is not None
    if head is not None and (shot or (last.step < 1 and head.noun.split()[0] in _QUAKES)):
        head = None  # "3 shot in Lund", "a 6.2 earthquake"
    if _is_adjective(lowered, head, end) or (not last.spelled and _is_year(lowered, numerals, start, head)):
        return None
    if head is not None and not last.part:
        rated = rate(lowered, head.end)
        if rated:
            head = Head(rated[0], f"{head.noun} per {rated[1]}")
        if behind is None and len(numerals) == 1 and (more := hedge_behind(lowered, head.end)):
            head, behind = head._replace(end=more.at), more.hedge
        noun = "person" if head.noun == "other" and counts_people(lowered, start, end) else head.noun
        return opening.reading(head.end, Kind.COUNT, numerals, noun, behind)
    if (shot or counts_people(lowered, start, end)) and not last.part:
        return opening.reading(end, Kind.COUNT, numerals, "person", behind)
    if (one and not is_alone(lowered, start, end)) or (not last.spelled and _is_set_apart(opening, last, end)):
        return None
    return _bare(opening, numerals, end, behind)


def _bare(opening: Opening, numerals: tuple[Numeral, ...], end: int, behind: Hedge | None) -> Reading:
    """The number by itself, as a share behind "a percentage of", or a count behind "the number of cases is"."""
    lowered, start = opening.lowered, opening.start
    if share := _SHARE_OF(lowered, start):
        return opening._replace(start=share.start(1)).reading(end, Kind.PERCENTAGE, numerals, "percent", behind)
    hedged = hedge_before(lowered, start)
    if numerals[-1].step >= 1 and (named := number_of(lowered, hedged.at if hedged else start)):
        return opening.reading(end, Kind.COUNT, numerals, named, behind)
    return opening.reading(end, Kind.NUMBER, numerals, "", behind)


def _is_name(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether a word before the number labels it, or a street behind it is numbered."""
    figures = not numeral.spelled
    if not is_label(opening.text, opening.start, figures=figures):
        return figures and is_address(opening.text, end)
    # "The top two teams" are two teams, though "the top two" and "the top 40 hits" are names.
    word = word_before(opening.lowered, opening.start)
    counts = word == "final" or (word in _RANKS and not figures)
    return not counts or head_behind(opening.lowered, end) is None


def _is_adjective(lowered: str, head: Head | None, end: int) -> bool:
    """Whether the number only makes a compound with the word that hangs on it: "a six-speed gearbox"."""
    return head is None and lowered[end : end + 1] == "-" and lowered[end + 1 : end + 2].isalpha()


def _is_year(lowered: str, numerals: tuple[Numeral, ...], start: int, head: Head | None) -> bool:
    """Whether figures are a year, or two of them a run of years."""
    if not is_year(lowered, numerals[-1]):
        return False
    if lowered.endswith(("pre-", "post-"), 0, start):
        return True
    if len(numerals) == 2:
        years_lead = lowered.startswith("between", start) or word_before(lowered, start) in _YEAR_PREPOSITIONS
        return head is None or years_lead or not _are_hundreds(numerals)
    return not _counts_in_spite_of_year(lowered, numerals[0], start, head)


def _are_hundreds(numerals: tuple[Numeral, ...]) -> bool:
    return not any(numeral.value % 100 for numeral in numerals)


def _is_set_apart(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether bare figures belong to the name behind them, number an item, or stand alone in brackets."""
    lowered, start = opening.lowered, opening.start
    if numeral.value < SMALL and behind_is_name(opening.text, end) and not hedge_before(lowered, start):
        return not _is_listed(opening.text, start, end)
    is_item = (start == 0 or lowered[start - 1] in "\n\t") and lowered[end : end + 2] in _ITEM_ENDS
    is_note = (
        start > 1 and lowered[start - 1] == "[" and lowered[end : end + 1] == "]" and not lowered[start - 2].isspace()
    )
    if is_item or is_note:  # "1. Stay calm", "fled.[32]"
        return True
    in_brackets = lowered[start - 1 : start] == "(" and lowered[end : end + 1] == ")"
    if not in_brackets:
        return False
    before = word_before(lowered, start - 1)
    if (
        numeral.value >= SMALL
        and "," in lowered[start:end]
        and _SHARE_BEFORE.search(lowered, max(0, start - 90), start)
    ):
        return False
    if _SHARE_RIGHT_BEFORE.search(lowered, max(0, start - 20), start):
        return (
            numeral.value < _LAST_SHARE and len(_SHARE_AND_LAST.findall(lowered, max(0, start - _ROW), end + _ROW)) > 1
        )
    return before.rpartition("-")[2] not in NUMBER_NAMES and not _COUNTED_BEFORE.search(
        lowered, max(0, start - 90), start
    )


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a number with a name behind it is one of a list of them."""
    if _LISTED_ON.match(text, end):
        return bool(
            _LIST_BEFORE.search(text, max(0, start - 12), start) or _LISTED.search(text, max(0, start - 60), start)
        )
    return _LISTED.search(text, max(0, start - 60), start) is not None


def _counts_in_spite_of_year(lowered: str, numeral: Numeral, start: int, head: Head | None) -> bool:
    """Whether four figures that may be a year count something ("2000 workers", "about 1000 came")."""
    if head is not None and (lowered.startswith(_OF_ITS_OWN, numeral.end) or _leads_to_one(lowered, numeral, head)):
        return False
    if head is not None and counted_in_spite_of_year(head.noun):
        before = word_before(lowered, start)
        return numeral.value % 100 == 0 or (before != "the" and before not in YEAR_PREPOSITIONS)
    hedged = hedge_before(lowered, start)
    if hedged and lowered.startswith("c", hedged.at):  # "circa 1850"
        return False
    if numeral.value >= FIRST_SURE_YEAR:
        if hedged and numeral.value % 100 and lowered[hedged.at : start].strip() in HEDGES_OR_PREPOSITIONS:
            return False
        return hedged is not None and head is not None
    return hedged is not None or (head is not None and word_before(lowered, start) not in _YEAR_PREPOSITIONS)


#: Behind a year another phrase begins: "as early as 1988 the shops were open".
_OF_ITS_OWN = (" the ", " a ", " an ", " his ", " her ", " its ", " their ")


def _leads_to_one(lowered: str, numeral: Numeral, head: Head) -> bool:
    """Whether a single thing follows, so that it is of that year: "the 2009 vote"."""
    if numeral.value < FIRST_SURE_YEAR or numeral.value % 100 == 0 or lowered[numeral.end] == "-":
        return False
    return not looks_plural(lowered[numeral.end : head.end].rpartition(" ")[2])


#: Behind the number of an item in a list.
_ITEM_ENDS = frozenset((". ", ") "))
_YEAR_PREPOSITIONS = frozenset(
    "in since from until till by before after during of between and to the this that early late mid circa for".split(),
)
