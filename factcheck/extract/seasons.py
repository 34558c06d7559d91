"""Seasons and decades in words: "the winter of 2010", "in spring", "the nineties", "the '80s"."""

from __future__ import annotations

from factcheck.extract.lexicon.calendar_words import SEASONS
from factcheck.extract.phrases import fixed
from factcheck.extract.said import Found, Grain, Here, Printed, Said, Season, Years, calendar_date
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import GAP, place_after, word_after, word_before
from factcheck.extract.years import full_year, spoken_year, year
from factcheck.model import Kind
from factcheck.regexes import regex


def named_season(lowered: str, at: int, end: int) -> tuple[Said, int, int]:
    """A season with its year, if it names one."""
    code = SEASONS[lowered[at:end]]
    word, stop = word_after(lowered, end)
    begin = place_after(lowered, stop) if word == "of" else place_after(lowered, end)
    if lowered[begin : begin + 4].isdecimal() and (found := year(lowered, begin, leads=True)):
        return Season(code, found.said), at, found.end
    if lowered[begin : begin + 1] in _APOSTROPHES and begin > end and (short := _SHORT_YEAR.match(lowered, begin)):
        return Season(code, Printed(calendar_date(full_year(int(short[1]))))), at, short.end()
    if told := _THAT_YEAR.match(lowered, end):
        return Season(code, Here(Grain.YEAR, _STEPS[told[1]])), at, told.end()
    spoken = spoken_year(lowered, begin)
    if spoken:
        return Season(code, spoken.said), at, spoken.end
    return Season(code), at, end


_APOSTROPHES = frozenset("'’‘")
_SHORT_YEAR = regex(r"['’‘](\d\d)(?![\w'’-])")
_THAT_YEAR = regex(rf"{GAP}(?:of{GAP})?(last|this|next){GAP}year\b(?!['’-])")
_STEPS = {"last": -1, "this": 0, "next": 1}


def season(_text: str, lowered: str, at: int, end: int) -> Reading | None:
    """A season, where a word before or a year behind shows that no verb is meant."""
    said, _, stop = named_season(lowered, at, end)
    dated = stop != end
    word, before = word_before(lowered, at)
    if word == "the":
        is_fall_of = not dated and word_after(lowered, end)[0] == "of"
        return Reading(said, before, stop) if dated or (_led(lowered, before) and not is_fall_of) else None
    if not dated and word in _EACH:
        return fixed(f"XXXX-{SEASONS[lowered[at:end]]}", before, stop, Kind.SET)
    return Reading(said, at, stop) if dated or (word in _SEASON_LEADS and lowered[at:end] != "fall") else None


_EACH = frozenset({"each", "every"})
_SEASON_LEADS = frozenset("in during since by until".split())
_THE_SEASON_LEADS = _SEASON_LEADS | frozenset("of over for into through throughout before after".split())


def _led(lowered: str, at: int) -> bool:
    return word_before(lowered, at)[0] in _THE_SEASON_LEADS


DECADES = {
    word: number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties noughties".split(), start=2
    )
}


def decade_word(lowered: str, at: int, end: int) -> Found | None:
    """The decade in words that begins here: "nineties"."""
    number = DECADES.get(lowered[at:end])
    return Found(Years(Grain.DECADE, 1900 + 10 * number, 10), at, end) if number else None


_SHORT_DECADE = regex(r"([2-9])0['’]?s\b")


def short_decade(lowered: str, at: int) -> Found | None:
    """The decade in two figures that begins here: "80s"."""
    found = _SHORT_DECADE.match(lowered, at)
    return Found(Years(Grain.DECADE, 1900 + 10 * int(found[1]), 10), at - 1, found.end()) if found else None
