"""From where a time is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple
from factcheck.resolve.tense import Tense

if TYPE_CHECKING:
    from datetime import date

    from factcheck.resolve.stretches import Stretch


class Now(NamedTuple):
    """From where a time is counted: the day of writing, the sentence's tense, the time last spoken of."""

    published: date | None
    tense: Tense = Tense.OPEN
    spoken: Stretch | None = None
