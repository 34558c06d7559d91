"""Text becomes readings: one pass that finds where an amount or a time may begin, and asks who can read it.

A reader gets the text, the lower-cased text (letter for letter as long) and where its anchor begins and ends. It answers
with a reading that may begin before the anchor ("about 50", "$5", "the third quarter"), or with None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import VULGAR_FRACTIONS
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from factcheck.extract.said import Said
    from factcheck.model import Quantity


class Reading(NamedTuple):
    """What is said at one place: a time that still lacks its date, an amount, or both for a duration."""

    said: Said | None
    start: int
    end: int
    kind: Kind = Kind.DATE
    quantity: Quantity | None = None


Reader = Callable[[str, str, int, int], Reading | None]

#: No first anchor of a text is longer than this; a longer run of digits is read all the same.
LONGEST_ANCHOR = 80


#: A letter for each letter and a digit for each digit, so that a digit behind a letter is found without an expression.
_SORTS = bytes(ord("a") if 97 <= code <= 122 else ord("0") if 48 <= code <= 57 else ord(" ") for code in range(256))
_TOUCHING = b"a0"


#: What a run of figures goes on with; bounded, so that a reading may end within a long run and the rest be run again.
_REST_OF_RUN = r"[0-9.,:/–-]{0,63}"

#: Small figures in a row with nothing between are a row of a table; the last one may begin something else.
_ROW = regex(r"(?:[0-9]{1,3} (?=[0-9])){8,}")


class Scanner:
    """Reads whole texts with one table of readers for words and one list for digits.

    The readers of an anchor are asked in order and the longest reading wins, the earlier reader if two are
    equally long. Readings never overlap: scanning goes on after the end of a reading.
    """

    def __init__(
        self, words: Mapping[str, tuple[Reader, ...]], digits: tuple[Reader, ...], codes: Iterable[str]
    ) -> None:
        self._words = words
        self._digits = digits
        figures = "".join(VULGAR_FRACTIONS)
        first = rf"[0-9.{figures}]{_REST_OF_RUN}|{any_of(words)}(?!\w)"
        # One character class before and one at the start of each branch let the matcher skip most letters unlooked at.
        self._anchor = regex(rf"[^a-z0-9](?:{first})")
        # The group is the digits behind a currency's code.
        self._anchor_or_code = regex(rf"[^a-z0-9](?:{first}|(?:{any_of(codes)})([0-9]{_REST_OF_RUN}))")

    def scan(self, text: str) -> list[Reading]:
        """The readings of the text, in order."""
        lowered = with_points(lower_case(text))
        readings: list[Reading] = []
        repeated = _Repeated()
        sorts = lowered.encode("ascii", "replace").translate(_SORTS)
        # Few texts have digits that touch letters, and to look for codes before them takes as long as all the rest.
        anchors = self._anchor_or_code if _TOUCHING in sorts else self._anchor
        search, readers_of, of_digits = anchors.search, self._words.get, self._digits
        # The first word lacks the boundary before it that the pattern looks for.
        found = anchors.match(" " + lowered[:LONGEST_ANCHOR])
        shift = 1 if found else 0
        found = found or search(lowered)
        looked = 0
        while found:
            code = found.lastindex
            begin, position = found.span(1) if code else found.span()
            begin, position = begin + (0 if code else 1) - shift, position - shift
            reading = None
            if code or not (begin and lowered[begin - 1].isalnum()):
                readers = readers_of(lowered[begin:position], of_digits)
                looked += 1
                if looked > LONGEST_UNREPEATED:
                    reading = repeated.read(readers, text, lowered, begin, position)
                else:
                    reading = _longest(readers, text, lowered, begin, position)
                if reading is None and readers is of_digits and not code and (row := _ROW.match(lowered, begin)):
                    position = row.end()
            if reading is not None and _keep(reading, readings):
                # A reading may leave the rest of a run of figures to the next one ("2012-2019").
                position = max(reading.end, begin + 1)
            # The letter before may be the boundary of the next anchor ("5% 7%").
            found, shift = search(lowered, position - 1), 0
        return readings


#: No reader looks further than this from its anchor, to either side.
REACH = 400
#: So much to either side is looked at first, for most texts say nothing twice.
GLIMPSE = 12
#: What a text says over and over is known again if it has no more anchors than this.
LONGEST_ROUND = 32
#: In a text with fewer anchors than this, as most articles have, nobody asks what it says over and over.
LONGEST_UNREPEATED = 256


class _Repeated:
    """What was read of a text that says the same over and over, which need not be read over and over."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, Reading | None]] = {}
        self._glimpsed: set[str] = set()

    def read(self, readers: tuple[Reader, ...], text: str, lowered: str, at: int, end: int) -> Reading | None:
        """The longest reading of an anchor, out of what is known where the same stands around it."""
        glimpse = text[at - GLIMPSE : at + GLIMPSE]
        around = text[at - REACH : at + REACH] if glimpse in self._glimpsed and at > REACH else ""
        if around in self._known:
            last, read = self._known[around]
            return _moved(read, at - last)
        reading = _longest(readers, text, lowered, at, end)
        if around and (reading is None or reading.end < at + REACH):
            if len(self._known) == LONGEST_ROUND:
                self._known.clear()
            self._known[around] = at, reading
        elif not around:
            if len(self._glimpsed) == LONGEST_ROUND:
                self._glimpsed.clear()
            self._glimpsed.add(glimpse)
        return reading


def _moved(read: Reading | None, by: int) -> Reading | None:
    if read is None:
        return None
    said, start, end, kind, quantity = read
    return Reading(said, start + by, end + by, kind, quantity)


#: What is read as a length of time or an hour is no amount of anything else, and nobody else is asked.
_SETTLED = frozenset((Kind.DURATION, Kind.TIME))


def _longest(readers: tuple[Reader, ...], text: str, lowered: str, at: int, end: int) -> Reading | None:
    best: Reading | None = None
    for read in readers:
        reading = read(text, lowered, at, end)
        if reading is None:
            continue
        if reading.kind in _SETTLED:
            return reading
        if best is None or reading.end - reading.start > best.end - best.start:
            best = reading
    return best


def _keep(reading: Reading, readings: list[Reading]) -> bool:
    """Add the reading unless an earlier one that it overlaps is as long; a shorter one gives way."""
    while readings and reading.start < readings[-1].end:
        if readings[-1].end - readings[-1].start >= reading.end - reading.start:
            return False
        readings.pop()
    readings.append(reading)
    return True


_POINTS_AND_COMMAS = regex(r"[.][0-9]{3},[0-9]{1,2}(?![0-9.,])")
_COMMAS_AND_POINTS = regex(r"[0-9],[0-9]{3}(?:[.,][0-9]|(?![0-9]))")
_WITH_COMMA = regex(
    r"(?<![0-9.,])[0-9]{1,3}(?:[.][0-9]{3})+(?![0-9.])(?:,[0-9]+)?|(?<![0-9.,])[0-9]+,[0-9]+(?![0-9.,])"
)
_SWAPPED = str.maketrans(".,", ",.")


def with_points(lowered: str) -> str:
    """The text, letter for letter as long, with its figures written "1,234.5" if it writes them "1.234,5".

    A text does so if it has figures that can be read no other way, and none that say the contrary.
    """
    if not _POINTS_AND_COMMAS.search(lowered) or _COMMAS_AND_POINTS.search(lowered):
        return lowered
    return _WITH_COMMA.sub(lambda found: found[0].translate(_SWAPPED), lowered)


def lower_case(text: str) -> str:
    """The text in lower case, letter for letter as long ("İ" alone would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
