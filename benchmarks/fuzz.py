"""Random texts are read and checked for as long as you like; whatever breaks a law is printed and kept.

    .venv-bench/bin/python -m benchmarks.fuzz --minutes 60      coverage-guided, where atheris is installed
    .venv/bin/python -m benchmarks.fuzz --minutes 60            else at random
    … --reading                                                 only what is read: ten times as many texts

What it finds becomes a test before it is mended.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date
from pathlib import Path

from benchmarks.texts import FILLER, HOSTILE
from factcheck import Document, check, extract
from factcheck.facts import known_facts
from factcheck.rulebook import default_rulebook

FOUND = Path(__file__).parent / "found"
PUBLISHED = date(2022, 10, 21)
#: What random texts are made of: everything that some reader or rule may begin with, and what only looks like it.
PIECES = (
    *"0 1 7 12 1,000 1.5 2½ 34°09′N 3-1 9/11 24/7 2022 1990s '90s 10:30 500m £ $ € ¢ % ‰ km miles °C mph per a an of".split(),
    *"one two dozen hundred thousand million billion half third quarter twenty-one 1st 2nd 50th about nearly over".split(),
    *"more than at least up to some Monday Friday, Feb. March May 24 today yesterday last next week month year years ago".split(),
    *"FY21 Q4FY23 2H23 FY BC AD BCE 44 79 nm kt F knots capacitor 3:48.82 2:14:07 3m59s sub- -something -some -odd -in-10 brace trio of final latter".split(),
    *"aged turned under over boy both at the year fortnight last before week every second summer noughties [32] top".split(),
    *"killed injured people residents rose fell from to by and or between (55 ) [ ] “ ” \" ' — – - , . ; : ? ! … / =".split(),
    *"\n \n\n \t \u00a0 \u202e \u200d \u0301 \r\n İ ß ﬁ ² ½ ٣ 三 😀 \x00 \ud800".split(" "),
    *(word for line in FILLER for word in line.split()),
    *(text(40) for text in HOSTILE.values()),
)


def broken(text: str, *, reading: bool = False) -> str | None:
    """The law that a text breaks, or None.

    Nothing raises, mentions are in order and never overlap, what is printed is allowed, and everything points
    into the text. With `reading` nothing is checked.
    """
    try:
        document = Document("a.txt", text, PUBLISHED)
        mentions = extract(document)
        at = 0
        for mention in mentions:
            if not at <= mention.start < mention.end <= len(text):
                return f"overlaps or is empty: {mention.text!r}"
            amount = mention.quantity
            if amount is not None and not amount.lower <= amount.value <= amount.upper:
                return f"does not allow what it prints: {mention.text!r}"
            mention.to_dict()
            at = mention.end
        if reading:
            return None
        report = check([document], against=[Document("b.txt", text[::-1])], rulebook=RULEBOOK, facts=FACTS)
        for finding in report.findings:
            if not finding.spans or any(
                not 0 <= span.start < span.end <= len(span.document.text) for span in finding.spans
            ):
                return f"{finding.rule} points nowhere"
    except Exception as mistake:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{type(mistake).__name__}: {mistake}"
    return None


RULEBOOK, FACTS = default_rulebook(), known_facts()


def shrunk(text: str, law: str, *, reading: bool) -> str:
    """The text without all that it breaks the law without."""
    size = len(text) // 2
    while size:
        for at in range(0, len(text), size):
            shorter = text[:at] + text[at + size :]
            if (found := broken(shorter, reading=reading)) and found.split(":")[0] == law.split(":", maxsplit=1)[0]:
                text = shorter
                break
        else:
            size //= 2
    return text


def keep(text: str, law: str, *, reading: bool) -> None:
    """Print what was found, and keep it beside this file."""
    text = shrunk(text, law, reading=reading)
    print(f"{law}\n  {text!r}", flush=True)
    FOUND.mkdir(exist_ok=True)
    (FOUND / f"{hash(text) & 0xFFFFFFFF:08x}.txt").write_text(repr(text), encoding="utf-8")


def at_random(until: float, seed: int, *, reading: bool) -> None:
    """Texts put together from the pieces."""
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    told: set[str] = set()
    count = 0
    while time.monotonic() < until:
        text = ""
        for _ in range(chance.randint(1, 60)):
            text += chance.choice(PIECES) + chance.choice((" ", " ", " ", "", "\n", "-"))
        count += 1
        law = broken(text, reading=reading)
        if law and law.split(":")[0] not in told:
            told.add(law.split(":")[0])
            keep(text, law, reading=reading)
    print(f"{count:,} texts, {len(told)} laws broken")


def guided(minutes: float, corpus: Path, *, reading: bool) -> None:
    """Texts that reach new lines of factcheck, as atheris finds them; the folder keeps those that did."""
    import atheris  # noqa: PLC0415 - only where it is installed

    told: set[str] = set()

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        text = "".join(
            PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] + " " * provider.ConsumeIntInRange(0, 1)
            if provider.ConsumeBool()
            else provider.ConsumeUnicode(6)
            for _ in range(min(60, 1 + len(data) // 3))
        )
        # It goes on, for an hour that ends at the first mistake finds no second one.
        if (law := broken(text, reading=reading)) and law.split(":")[0] not in told:
            told.add(law.split(":")[0])
            keep(text, law, reading=reading)

    corpus.mkdir(parents=True, exist_ok=True)
    atheris.instrument_all()
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-max_total_time={int(minutes * 60)}", "-max_len=300", "-timeout=60"], one
    )
    atheris.Fuzz()


def main() -> None:
    """Look for so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1, help="of the texts at random")
    parser.add_argument("--corpus", type=Path, default=FOUND / "corpus", help="where texts are kept to go on from")
    parser.add_argument("--random", action="store_true", help="even where atheris is installed")
    parser.add_argument("--reading", action="store_true", help="only read the texts, do not check them")
    options = parser.parse_args()
    try:
        import atheris  # noqa: F401, PLC0415 - asks only whether it is there
    except ImportError:
        options.random = True
    if options.random:
        at_random(time.monotonic() + 60 * options.minutes, options.seed, reading=options.reading)
    else:
        guided(options.minutes, options.corpus, reading=options.reading)


if __name__ == "__main__":
    main()
