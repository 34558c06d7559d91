"""The days that dateparser reads, for phrases that our own grammar finds but does not work out."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache


@lru_cache(maxsize=1024)
def read_day(words: str, base: date) -> date | None:
    """The day that English words mean on a day, or None where dateparser finds none."""
    import dateparser  # noqa: PLC0415 - it takes 0.2 s to load and few articles need it

    settings = {"RELATIVE_BASE": datetime.combine(base, time(12)), "RETURN_AS_TIMEZONE_AWARE": False}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None
