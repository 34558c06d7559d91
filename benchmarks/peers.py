"""Times one peer on texts from standard input, with nothing of factcheck imported; prints the seconds of the fastest run.

python benchmarks/peers.py NAME RUNS < texts.json
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], object]


def dateparser() -> Reader:
    """Dates alone."""
    from dateparser.search import search_dates  # noqa: PLC0415 - each peer is imported only where it is measured

    return lambda text: search_dates(text, languages=["en"])


def quantulum3() -> Reader:
    """Quantities alone."""
    from quantulum3 import parser  # noqa: PLC0415 - as above

    read: Reader = parser.parse
    return read


def recognizers() -> Reader:
    """Numbers, percentages, ages, currencies, dimensions, temperatures, dates and times."""
    import recognizers_suite as suite  # noqa: PLC0415 - as above

    readers = (
        suite.recognize_number,
        suite.recognize_percentage,
        suite.recognize_age,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_temperature,
        suite.recognize_datetime,
    )
    return lambda text: [read(text, suite.Culture.English) for read in readers]


PEERS = {"dateparser.search_dates": dateparser, "quantulum3": quantulum3, "Recognizers-Text": recognizers}


def main() -> None:
    """Read all texts so many times, after a short one that makes the peer load what it loads late."""
    _, name, runs = sys.argv
    texts = json.load(sys.stdin)
    read = PEERS[name]()
    read("It was 5 km away on 3 May 2020.")
    print(min(seconds(read, texts) for _ in range(int(runs))))


def seconds(read: Reader, texts: list[str]) -> float:
    """How much processor time it takes to read all texts."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
