"""How the archive grows: claims by the million, one article against all of them, and text to findings.

    make bench-archive                                   writes docs/archive-figures.md and docs/archive.svg
    python -m benchmarks.archive --sizes 1,3,10          in millions of claims (as `make bench-archive` does)
    python -m benchmarks.archive --case compare --many 1000000

Each figure is taken in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.newsroom import articles, claims
from factcheck.archive.adding import add
from factcheck.archive.bulk import over_parquet
from factcheck.archive.checking import check_archive, check_draft
from factcheck.archive.rows import Read, SourceRow, read
from factcheck.archive.store import opened
from factcheck.archive.tables import write_parquet
from factcheck.archive.values import Value, kept
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.archive.rows import ClaimRow
    from factcheck.archive.store import Store

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "archive-figures.md"
CHART = ROOT / "docs" / "archive.svg"
MILLION = 1_000_000
#: So many articles are held against the archive, one by one.
DRAFTS = 200
#: So many claims stand in the hottest block of the experiment.
HOT = 400_000
#: So many articles are read from text to findings.
TEXTS = 10_000

Figures = dict[str, float]


def main() -> None:
    """Measure, print, and write the page and the chart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default="1,3,10", help="in millions of claims")
    parser.add_argument("--desk", type=_sizes, default="1,10", help="the same, for one article against all")
    parser.add_argument("--texts", type=int, default=TEXTS, help="so many articles from text to findings")
    parser.add_argument("--case", choices=CASES, help="only this, and only print")
    parser.add_argument("--many", type=int, default=MILLION)
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()), help="a folder with room")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        if options.case:
            figures = CASES[options.case](options.many, Path(folder))
            figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps(figures))
            return
    compared = [(size, measured("compare", size, options.scratch)) for size in options.sizes]
    desk = [(size, measured("desk", size, options.scratch)) for size in options.desk]
    hot = measured("hot", HOT, options.scratch)
    text = measured("text", options.texts, options.scratch)
    page = [*_head(), *_compared(compared), *_desk(desk), *_rest(hot, text, options.texts)]
    print("\n".join(page))
    PAGE.write_text("\n".join(page) + "\n", encoding="utf-8")
    CHART.write_text(chart(compared), encoding="utf-8")


def _sizes(written: str) -> list[int]:
    return [int(float(size) * MILLION) for size in written.split(",")]


def measured(case: str, many: int, scratch: Path) -> Figures:
    """What a case comes to, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.archive",
        "--case",
        case,
        "--many",
        str(many),
        "--scratch",
        str(scratch),
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)  # noqa: S603 - ourselves
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    print(case, many, figures, file=sys.stderr)
    return figures


# --- cases --------------------------------------------------------------------------


class Cost(NamedTuple):
    """What something took, in seconds of the clock and of all processors."""

    wall: float
    processors: float


def cost(work: Callable[[], object]) -> Cost:
    """What it takes."""
    wall, processors = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - processors)


def compare(many: int, folder: Path) -> Figures:
    """All claims of Parquet files on DuckDB: the values that cannot go together, and then the rules."""
    _in_another_process(many, folder / "claims.parquet")
    rulebook = default_rulebook()
    found: list[int] = []
    with over_parquet([folder / "claims.parquet"]) as engine:
        values = cost(lambda: list(kept(engine.conflicting())))
    with over_parquet([folder / "claims.parquet"]) as engine:
        whole = cost(lambda: found.append(len(check_archive(engine, rulebook))))
    return {
        "values": values.processors,
        "values wall": values.wall,
        "whole": whole.processors,
        "whole wall": whole.wall,
        "conflicts": found[0],
        "megabytes": (folder / "claims.parquet").stat().st_size / MILLION,
    }


def desk(many: int, folder: Path) -> Figures:
    """One article after the other held against so many claims, and then added."""
    rulebook = default_rulebook()

    def held_against(draft: Read) -> None:
        check_draft(store, draft, rulebook)
        store.add([draft])

    with opened(folder / "wire.fc", make=True) as store:
        built = cost(lambda: _fill(store, claims(many)))
        drafts = map(read, articles(DRAFTS, seed=2))
        took = [cost(partial(held_against, draft)) for draft in drafts]
        size = store.info().size
    wall, processors = (sorted(kind) for kind in zip(*took, strict=True))
    return {
        "p50": statistics.median(wall) * 1000,
        "p95": wall[int(len(wall) * 0.95)] * 1000,
        "p50 processor": statistics.median(processors) * 1000,
        "p95 processor": processors[int(len(processors) * 0.95)] * 1000,
        "built": many / built.processors,
        "megabytes": size / MILLION,
    }


def hot(many: int, folder: Path) -> Figures:
    """One block with so many claims, of rounded and of exact values."""
    del folder
    rounded = [Value(1, float(value), float(value) + 50, many // 100) for value in range(0, 10_000, 100)]
    exact = [Value(1, float(value), float(value), 1) for value in range(many)]
    return {
        "rounded": cost(lambda: list(kept(rounded))).processors,
        "exact": cost(lambda: list(kept(exact))).processors,
    }


def text(many: int, folder: Path) -> Figures:
    """So many articles from text to findings, with a process for each core."""
    lines = folder / "wire.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for document in articles(many):
            record = {"name": document.name, "text": document.text, "published": str(document.published)}
            file.write(json.dumps(record) + "\n")
    letters = lines.stat().st_size
    added = cost(lambda: add(folder / "wire.fc", [str(lines)], jobs=os.cpu_count() or 1))
    with opened(folder / "wire.fc") as store:
        checked = cost(lambda: check_archive(store, default_rulebook()))
    return {
        "articles a second": many / (added.wall + checked.wall),
        "added": added.wall,
        "checked": checked.wall,
        "letters an article": letters / many,
    }


CASES: dict[str, Callable[[int, Path], Figures]] = {"compare": compare, "desk": desk, "hot": hot, "text": text}


def _in_another_process(many: int, path: Path) -> None:
    """Make claims and write them, without the memory that takes."""
    if os.fork():
        os.wait()
    else:
        write_parquet(claims(many), path)
        os._exit(0)


def _fill(store: Store, rows: Iterator[ClaimRow]) -> None:
    sources = groupby(rows, key=lambda claim: claim.source)
    while some := [_source(list(told)) for _, told in islice(sources, 2000)]:
        store.add(some)


def _source(told: list[ClaimRow]) -> Read:
    claim = told[0]
    return Read(SourceRow(claim.source, claim.name, claim.day, len(told), ""), tuple(told))


# --- the page -----------------------------------------------------------------------


def _head() -> list[str]:
    return [
        "# Figures of the archive",
        "",
        f"Written by `make bench-archive` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        "",
    ]


def _compared(rows: Sequence[tuple[int, Figures]]) -> list[str]:
    first, last = rows[0], rows[-1]
    lines = [
        "## All claims against all, DuckDB over Parquet",
        "",
        "`values`: the two statements and the sides, which every claim goes through. `whole`: with the rules, which only the",
        "claims of torn blocks do.",
        "",
        "| claims | values, CPU s | claims a CPU second | whole, CPU s | wall s | conflicts | most memory, MB | file, MB |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {many:,} | {found['values']:.1f} | {many / found['values']:,.0f} | {found['whole']:.1f} | {found['whole wall']:.1f}"
            f" | {found['conflicts']:,.0f} | {found['memory']:.0f} | {found['megabytes']:.0f} |"
            for many, found in rows
        ),
        "",
    ]
    if len(rows) > 1:
        powers = (f"{power(first, last, key):.2f} for `{key}`" for key in ("values", "whole"))
        lines += [
            f"The cost grows with the power {' and '.join(powers)} (1 is linear).",
            "",
            "![Growth](archive.svg)",
            "",
        ]
    return lines


def power(first: tuple[int, Figures], last: tuple[int, Figures], key: str) -> float:
    """With which power of the number of claims a cost grows."""
    return math.log(last[1][key] / first[1][key], last[0] / first[0])


def _desk(rows: Sequence[tuple[int, Figures]]) -> list[str]:
    return [
        "## One article against all, and added, SQLite",
        "",
        f"The middle and the 95th of 100 of {DRAFTS} articles, each committed to the disk.",
        "",
        "| claims | p50, ms | p95, ms | of the processor: p50, ms | p95, ms | claims added a CPU second | file, MB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {many:,} | {found['p50']:.1f} | {found['p95']:.1f} | {found['p50 processor']:.1f}"
            f" | {found['p95 processor']:.1f} | {found['built']:,.0f} | {found['megabytes']:.0f} |"
            for many, found in rows
        ),
        "",
    ]


def _rest(hot: Figures, text: Figures, texts: int) -> list[str]:
    return [
        "## One block, text to findings",
        "",
        f"A block with {HOT:,} claims: {hot['rounded']:.4f} CPU s where the values are rounded, {hot['exact']:.2f} CPU s where each is another one.",
        "",
        f"{texts:,} articles of {text['letters an article']:,.0f} letters from JSON lines to findings, {os.cpu_count()} processes:",
        f"{text['articles a second']:,.0f} articles a second ({text['added']:.0f} s to read, {text['checked']:.0f} s to check).",
    ]


def chart(rows: Sequence[tuple[int, Figures]]) -> str:
    """CPU seconds by claims, both in powers of ten, with the line of linear growth."""
    left, width, height, bottom = 60, 480, 220, 240
    low, high = math.log10(rows[0][0]), math.log10(rows[-1][0])
    costs = [found[key] for _, found in rows for key in ("values", "whole")]
    least, most = math.log10(min(costs)) - 0.2, math.log10(max(costs)) + 0.2

    def at(many: float, seconds: float) -> tuple[float, float]:
        x = left + 20 + (math.log10(many) - low) / max(high - low, 1e-9) * (width - 40)
        return x, bottom - (math.log10(seconds) - least) / (most - least) * height

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 80}" height="{bottom + 40}" font-family="sans-serif" font-size="12" fill="#666">'
    ]
    for many, _ in rows:
        x, _ = at(many, rows[0][1]["values"])
        parts.append(f'<path d="M{x:.0f} 10V{bottom}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{many:,}</text>')
    for key, colour in (("values", "#2a7"), ("whole", "#27a")):
        points = [at(many, found[key]) for many, found in rows]
        path = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts += [
            f'<text x="{x + 6:.1f}" y="{y - 6:.1f}">{found[key]:.1f} s</text>'
            for (x, y), (_, found) in zip(points, rows, strict=True)
        ]
        parts.append(f'<text x="{points[-1][0] + 6:.1f}" y="{points[-1][1] + 14:.1f}" fill="{colour}">{key}</text>')
    many, found = rows[0]
    ends = [at(many, found["values"]), at(rows[-1][0], found["values"] * rows[-1][0] / many)]
    line = " L".join(f"{x:.1f} {y:.1f}" for x, y in ends)
    parts.append(f'<path d="M{line}" stroke="#999" stroke-dasharray="4 4"/>')
    parts.append(f'<text x="{left}" y="{bottom + 36}">claims; CPU seconds; dashed: linear</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    main()
