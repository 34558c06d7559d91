"""How fast factcheck reads and checks, beside programs that read numbers or dates, in one run.

    make bench                                     writes docs/benchmarks.md and docs/benchmarks.svg
    python -m benchmarks.run --data FILE.jsonl.gz  measures on the "text" of each line, and only prints

Peers that are not installed beside `--peers` are left out, and said to be.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.texts import ARTICLE, HOSTILE, LONG, articles
from factcheck import Document, check, extract
from factcheck.facts import known_facts
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
CHART = ROOT / "docs" / "benchmarks.svg"

#: How much each program is given to read, in letters: about as much as it reads in some seconds.
OURS = 1_000_000
PEERS = {"dateparser.search_dates": 200_000, "quantulum3": 200_000, "Recognizers-Text": 12_000}
#: The best of so many runs is taken, ours and theirs, for everything else that runs on the machine only makes it slower.
RUNS = 3
#: So many starts of a program are timed, in turns, and the fastest is taken.
STARTS = 20
#: How long hostile texts are: all of them, and those of `LONG`.
LETTERS = (10_000, 100_000)
MEGABYTE = 1_000_000
#: What takes longer than this, in seconds, is timed once.
ONCE = 0.5


class Speed(NamedTuple):
    """Who read, and how many letters a second."""

    name: str
    letters: float


def main() -> None:
    """Measure, print, and write the page and the chart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="measure on these texts instead, and write nothing")
    parser.add_argument(
        "--peers", type=Path, default=ROOT / ".venv-bench" / "bin" / "python", help="a Python that has the peers"
    )
    options = parser.parse_args()
    texts = read(options.data) if options.data else articles(OURS)
    page = [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        f"Ratios of one run are the reliable part; {os.getloadavg()[2]:.1f} processes wanted these cores meanwhile.",
        "",
        *speed_section(texts, options.peers),
        *processes_section(texts),
        *([] if options.data else [*start_section(), *hostile_section()]),
    ]
    print("\n".join(page))
    if not options.data:
        PAGE.write_text("\n".join(page) + "\n", encoding="utf-8")


def read(path: Path) -> list[str]:
    """The texts of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


# --- speed --------------------------------------------------------------------------


def speed_section(texts: Sequence[str], python: Path) -> list[str]:
    """Letters a second of all, and how many times as fast as each we are."""
    rulebook, facts = default_rulebook(), known_facts()
    extraction = Speed(
        "factcheck: extraction", letters_a_second(lambda text: extract(Document("a", text)), up_to(texts, OURS))
    )
    whole = Speed(
        "factcheck: whole check",
        letters_a_second(lambda text: check([Document("a", text)], rulebook=rulebook, facts=facts), up_to(texts, OURS)),
    )
    peers = [
        Speed(name, letters) for name, most in PEERS.items() if (letters := peer(name, python, up_to(texts, most)))
    ]
    rows = [extraction, whole, *peers]
    CHART.write_text(chart(rows), encoding="utf-8")
    missing = [name for name in PEERS if name not in {row.name for row in rows}]
    return [
        "## Letters a second, one core",
        "",
        f"Articles of {ARTICLE:,} letters: the examples of the rules among sentences without numbers.",
        "",
        "| | letters a second | extraction is so many times as fast | the whole check is |",
        "|---|---:|---:|---:|",
        *(
            f"| {row.name} | {row.letters:,.0f} | {extraction.letters / row.letters:,.1f} | {whole.letters / row.letters:,.1f} |"
            for row in rows
        ),
        "",
        *([f"Not installed, and so not measured: {', '.join(missing)}.", ""] if missing else []),
        "![Letters a second](benchmarks.svg)",
        "",
    ]


def up_to(texts: Iterable[str], letters: int) -> list[str]:
    """The first texts, so many letters of them in all."""
    chosen: list[str] = []
    for text in texts:
        chosen.append(text)
        letters -= len(text)
        if letters <= 0:
            break
    return chosen


def letters_a_second(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """How many letters are worked through in a second of processor time, at best."""
    work(texts[0])
    return sum(map(len, texts)) / min(seconds(lambda: [work(text) for text in texts]) for _ in range(RUNS))


def at_best(work: Callable[[str], object], text: str) -> float:
    """How much processor time a text takes, at best."""
    first = seconds(partial(work, text))
    return first if first > ONCE else min(first, seconds(partial(work, text)))


def seconds(work: Callable[[], object]) -> float:
    """How much processor time it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peer(name: str, python: Path, texts: Sequence[str]) -> float | None:
    """The same of another program, in a Python of its own; None where it is not installed."""
    if not python.exists():
        return None
    done = subprocess.run(  # noqa: S603 - the Python is named by whoever measures
        [python, ROOT / "benchmarks" / "peers.py", name, str(RUNS)],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return sum(map(len, texts)) / float(done.stdout) if done.returncode == 0 else None


def chart(rows: Sequence[Speed]) -> str:
    """The speeds as bars, each line of the grid ten times the one before."""
    left, width, height, least = 190, 470, 26, 4
    scale = width / (math.log10(max(row.letters for row in rows)) + 0.1 - least)
    bottom = height * len(rows) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 60}" height="{bottom + 24}" font-family="sans-serif" font-size="12" fill="#666">'
    ]
    for power in range(least, 8):
        x = left + (power - least) * scale
        if x < left + width:
            parts.append(f'<path d="M{x:.0f} 0V{bottom}" stroke="#ccc"/>')
            parts.append(f'<text x="{x:.0f}" y="{bottom + 16}" text-anchor="middle">{10**power:,}</text>')
    for at, row in enumerate(rows):
        y, length = at * height + 5, max(2.0, (math.log10(row.letters) - least) * scale)
        colour = "#2a7" if row.name.startswith("factcheck") else "#99a"
        parts.append(f'<text x="{left - 8}" y="{y + 13}" text-anchor="end">{row.name}</text>')
        parts.append(f'<rect x="{left}" y="{y}" width="{length:.0f}" height="18" fill="{colour}"/>')
        parts.append(f'<text x="{left + length + 5:.0f}" y="{y + 13}">{row.letters:,.0f}</text>')
    return "\n".join([*parts, "</svg>", ""])


# --- several processes --------------------------------------------------------------


def processes_section(texts: Sequence[str]) -> list[str]:
    """How fast the command checks many articles, in one process and in as many as there are cores."""
    ways = {"each by itself": ["--separately"], "against each other": []}
    cores = os.cpu_count() or 1
    chosen = up_to(texts, OURS)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        for number, text in enumerate(chosen):
            Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
        command = ["-m", "factcheck", "check", folder, "--format", "statistics"]
        start([*command, "--separately"], cache)  # what is kept is made
        took = {
            (way, jobs): min(start([*command, *options, "--jobs", str(jobs)], cache) for _ in range(RUNS))
            for way, options in ways.items()
            for jobs in sorted({1, cores})
        }
    letters = sum(map(len, chosen))
    return [
        "## Several processes",
        "",
        f"`factcheck check` of the first {letters:,} letters as {len(chosen)} files, from start to report, with all that each process",
        "does first; by the clock, which tells less where others want the cores too, and by what all processes had of the processor.",
        "",
        "| articles | processes | seconds | letters a second | of the time of one | seconds of the processor |",
        "|---|---:|---:|---:|---:|---:|",
        *(
            f"| {way} | {jobs} | {clock:.1f} | {letters / clock:,.0f} | {100 * clock / took[way, 1][0]:.0f} % | {used:.1f} |"
            for (way, jobs), (clock, _, used) in took.items()
        ),
        "",
    ]


# --- cold start ---------------------------------------------------------------------


def start_section() -> list[str]:
    """How long commands take from nothing, against a Python that does nothing."""
    stories = sorted(str(path) for path in (ROOT / "fixtures" / "bakhmut").glob("*.txt"))[1:]
    commands = {
        "python -c pass": ["-c", "pass"],
        "factcheck --help": ["-m", "factcheck", "--help"],
        "factcheck check, two short articles": ["-m", "factcheck", "check", *stories],
    }
    with tempfile.TemporaryDirectory() as cache:
        for arguments in commands.values():
            start(arguments, cache)  # what is kept is made
        starts = [[start(arguments, cache) for arguments in commands.values()] for _ in range(STARTS)]
    timed = {name: min(times) for name, times in zip(commands, zip(*starts, strict=True), strict=True)}
    nothing, *_ = timed["python -c pass"]
    return [
        "## From nothing to the report",
        "",
        f"The fastest of {STARTS} starts, the rules, facts and programs kept from the one before.",
        "",
        "| | milliseconds | times `python -c pass` | most memory, MB |",
        "|---|---:|---:|---:|",
        *(
            f"| {name} | {took * 1000:.0f} | {took / nothing:.1f} | {memory:.0f} |"
            for name, (took, memory, _) in timed.items()
        ),
        "",
    ]


#: Starts a program from a small process: of a large one, Linux counts the memory as its child's.
STARTER = """
import os, sys, time
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, _, used = os.wait4(child, 0)
print(time.perf_counter() - began, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""


def start(arguments: Sequence[str], cache: str) -> tuple[float, float, float]:
    """The seconds that a start takes, the megabytes, and the seconds of the processor."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"XDG_CACHE_HOME": cache, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - this Python, on this project
        [sys.executable, "-S", "-c", STARTER, sys.executable, *arguments],
        env=environment,
        cwd=cache,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    took, memory, used = map(float, done.stdout.split())
    return took, memory, used


# --- hostile texts ------------------------------------------------------------------


def hostile_section() -> list[str]:
    """How long texts take that are meant to be slow, and how that grows with their length."""
    rulebook, facts = default_rulebook(), known_facts()
    works: dict[str, Callable[[str], object]] = {
        "extraction": lambda text: extract(Document("a", text)),
        "whole check": lambda text: check([Document("a", text)], rulebook=rulebook, facts=facts),
    }
    rows = []
    for name, text in HOSTILE.items():
        lengths = (*LETTERS, MEGABYTE) if name in LONG else LETTERS
        cells: list[str] = []
        for work in works.values():
            short, *_, long = [(letters, at_best(work, text(letters))) for letters in lengths]
            cells += [f"{long[1] * MEGABYTE / long[0]:.2f}", power(short, long)]
        rows.append(f"| {name} | {lengths[-1]:,} | {' | '.join(cells)} |")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        "## Texts that are meant to be slow",
        "",
        f"Seconds a megabyte at the greatest length, and the power of the length with which the time grows from {LETTERS[0]:,}",
        "letters on (1 is linear; left out where a text takes less than a millisecond). The texts are in",
        "`benchmarks/texts.py`; `tests/test_hostile.py` holds the growth.",
        "",
        "| text, repeated | letters | extraction, s/MB | power | whole check, s/MB | power |",
        "|---|---:|---:|---:|---:|---:|",
        *rows,
        "",
        f"Most memory of this whole run: {memory:.0f} MB.",
    ]


def power(short: tuple[int, float], long: tuple[int, float]) -> str:
    """The power of the letters with which the seconds grow; nothing where they are too few to tell."""
    return f"{math.log(long[1] / short[1], long[0] / short[0]):.2f}" if short[1] > 1e-3 else ""


if __name__ == "__main__":
    main()
