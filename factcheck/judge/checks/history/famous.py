"""The events that everybody knows, read from the table `events.txt`: what they are called, and when they happened."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING

from factcheck.judge.wording import day_in_words
from factcheck.nouns import NamedTuple, dataclass
from factcheck.regexes import regex
from factcheck.resolve.stretches import month_end
from factcheck.tables import rows

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.judge.moments import Days


class Time(NamedTuple):
    """When something was: the days on which it began, and those on which it ended."""

    first: Days
    last: Days

    @property
    def whole(self) -> Days:
        """All days on which it may have gone on."""
        return self.first[0], self.last[1]

    def __str__(self) -> str:
        begun, ended = _printed(self.first), _printed(self.last)
        return begun if begun == ended else f"{begun} to {ended}"


@dataclass(frozen=True)
class Event:
    """What something is called and said to be, and when it was."""

    name: str
    happening: str
    #: Its days, as the table has them.
    days: str

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """When it was; several times, where there were several of one name."""
        return tuple(map(_time, self.days.split(", ")))

    @cached_property
    def named(self) -> re.Pattern[str] | None:
        """What reads its name; None where it has none."""
        return regex(rf"(?<![\w-]){expression(self.name)}(?![\w-])") if self.name else None

    @cached_property
    def happened(self) -> re.Pattern[str] | None:
        """What reads a clause that says that it happened; None where there is none."""
        return regex(rf"(?<![\w-]){expression(self.happening)}(?![\w-])") if self.happening else None


#: How the table's patterns become regular expressions, in this order. An optional word takes its blank along.
_WRITTEN = (
    (regex(r"\."), r"\."),
    (regex(r"'"), "['’]"),
    (regex(r"\("), "(?:"),
    (regex(r" \[([^]]*)\]"), r"(?: (?:\1))?"),
    (regex(r"(?<![’\w?])\[([^]’]*)\] "), r"(?:(?:\1) )?"),
    (regex(r"~ "), r"(?:[\\w’'-]+ ){0,4}?"),
)


def expression(pattern: str) -> str:
    """A pattern of the table as a regular expression that captures nothing."""
    for read, written in _WRITTEN:
        pattern = read.sub(written, pattern)
    return f"(?:{pattern})"


def events_of(words: frozenset[str]) -> Iterator[Event]:
    """The events that a sentence of these words may speak of, in the order of the table."""
    by_word = _by_word()
    told = {
        number
        for word in by_word.keys() & words
        for rest, number in by_word[word]
        if not rest or words.issuperset(rest.split("+"))
    }
    yield from map(_event, sorted(told))


@cache
def _lines() -> list[str]:
    return rows(__package__, "events.txt")


@cache
def _by_word() -> dict[str, list[tuple[str, int]]]:
    """The first words of the events' keys, and under each the rest of the key and the number of the event's line.

    A text speaks of few events, so that the rest of a line is only read where it does.
    """
    by_word: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, line in enumerate(_lines()):
        for key in line.partition(" | ")[0].split():
            word, _, rest = key.partition("+")
            by_word[word].append((rest, number))
    return dict(by_word)


@cache
def _event(number: int) -> Event:
    _, days, names = _lines()[number].split(" | ", 2)
    name, happening = (part.strip() for part in names.rsplit(" |", 1))
    return Event(name, happening, days)


def _time(written: str) -> Time:
    first, _, last = written.partition("..")
    return Time(_days(first), _days(last or first))


def _days(written: str) -> Days:
    """The days of "1986-04-26", "1986-04" or "1986"."""
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    first = date(year, month or 1, day or 1)
    return first, first + timedelta(days=1) if day else month_end(year, month or 12)


def _printed(days: Days) -> str:
    """Days as a reader would write them: a day, a month or a year."""
    first, length = days[0], (days[1] - days[0]).days
    return str(first.year) if length > 31 else f"{first:%B %Y}" if length > 1 else day_in_words(first)
