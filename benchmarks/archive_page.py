"""What `benchmarks.archive` has measured, as a page and a chart."""

from __future__ import annotations

import math
import os
import platform
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Figures = dict[str, float]
MILLION = 1_000_000
#: Of what kind the articles are that go from text to findings, by the case that measures them.
KINDS = {
    "text": "made up, one figure in twenty wrong",
    "usual": "made up, as many conflicts as in published news",
    "real": "published news, repeated with other names",
}
#: What the aims are for.
CORES = 2


class Aim(NamedTuple):
    """What was aimed at, what came of it, and whether it was reached."""

    aim: str
    here: str
    reached: bool


def page(
    compared: Sequence[tuple[int, Figures]], desk: Sequence[tuple[int, Figures]], found: Mapping[str, Figures]
) -> str:
    """The page with all figures."""
    lines = [
        "# Figures of the archive",
        "",
        f"Written by `make bench-archive` on {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        "CPU s are seconds of the processor, of all processes; by the clock it takes longer where other programs share the cores",
        f"(the load was {os.getloadavg()[2]:.1f} in the last quarter of an hour).",
        "",
        *_compared(compared),
        *_desk(desk),
        *_texts(found),
        *_aims(compared, desk, found),
    ]
    return "\n".join(lines) + "\n"


def _compared(rows: Sequence[tuple[int, Figures]]) -> list[str]:
    lines = [
        "## All claims against all, DuckDB over Parquet",
        "",
        "`values`: the two statements and the sides, which every claim goes through. `whole`: with the rules, which only the",
        "claims of torn blocks do.",
        "",
        "| claims | values, CPU s | claims a CPU second | whole, CPU s | wall s | conflicts | most memory, MB | file, MB |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {many:,} | {found['values']:.1f} | {many / found['values']:,.0f} | {_shown(found, 'whole')} | {_shown(found, 'whole wall')}"
            f" | {_shown(found, 'conflicts', ',.0f')} | {found['memory']:.0f} | {found['megabytes']:.0f} |"
            for many, found in rows
        ),
        "",
    ]
    if len(rows) > 1:
        powers = (f"{power(rows, key):.2f} for `{key}`" for key in ("values", "whole"))
        lines += [
            f"The cost grows with the power {' and '.join(powers)} (1 is linear).",
            "",
            "![Growth](archive.svg)",
            "",
        ]
    return lines


def _shown(found: Figures, key: str, form: str = ".1f") -> str:
    """A figure, or a dash where it was not measured."""
    return format(found[key], form) if key in found else "–"


def power(rows: Sequence[tuple[int, Figures]], key: str) -> float:
    """With which power of the number of claims a cost grows, from the fewest to the most for which it was measured."""
    (few, least), *_, (many, most) = [row for row in rows if key in row[1]] * 2
    return math.log(most[key] / least[key], many / few) if many > few else math.nan


def _desk(rows: Sequence[tuple[int, Figures]]) -> list[str]:
    ((_, last), *_) = rows
    return [
        "## One article against all, and added, SQLite",
        "",
        f"{last['articles']:.0f} articles with four claims each about the same subjects, checked and committed to the disk one by one:",
        "the middle one, and the one that 95 of 100 are quicker than.",
        "",
        "| claims | p50, ms | p95, ms | of the processor: p50, ms | p95, ms | mean | file, MB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {many:,} | {found['p50']:.1f} | {found['p95']:.1f} | {found['p50 processor']:.1f}"
            f" | {found['p95 processor']:.1f} | {found['mean processor']:.1f} | {found['megabytes']:.0f} |"
            for many, found in rows
        ),
        "",
    ]


def _texts(found: Mapping[str, Figures]) -> list[str]:
    return [
        "## Text to findings",
        "",
        f"From JSON lines to findings, by {os.cpu_count()} processes. `one core`: articles a second of the processor; `{CORES} cores`: twice as",
        "many, which is what the clock shows where they have nothing else to do. `checked`: with the rules about claims (`--claims-only`).",
        "",
        f"| articles | | letters each | claims each | conflicts | read and kept, CPU ms each | checked, CPU ms each | one core | {CORES} cores | by the clock |",
        "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {of['articles']:,.0f} | {KINDS[kind]} | {of['letters']:,.0f} | {of['claims'] / of['articles']:.1f}"
            f" | {of['conflicts']:,.0f} | {of['added'] / of['articles'] * 1000:.2f}"
            f" | {of['checked'] / of['articles'] * 1000:.2f} | {a_second(of, 1):,.0f} | {a_second(of):,.0f}"
            f" | {by_the_clock(of):,.0f} |"
            for kind, of in found.items()
            if kind in KINDS
        ),
        "",
        "With the rules about whole articles, whose texts are read again:",
        "",
        "| articles | | conflicts | checked, CPU ms each | by the clock | text, packed, bytes each | archive, bytes each |",
        "|---:|---|---:|---:|---:|---:|---:|",
        *(
            f"| {of['articles']:,.0f} | {KINDS[kind]} | {of['all conflicts']:,.0f} | {of['wholes'] / of['articles'] * 1000:.2f}"
            f" | {of['articles'] / of['wholes wall']:,.0f} a second | {of['packed'] / of['articles']:,.0f} | {of['size'] / of['articles']:,.0f} |"
            for kind, of in found.items()
            if kind in KINDS
        ),
        "",
    ]


def a_second(of: Figures, cores: int = CORES) -> float:
    """How many articles a second so many cores take from text to findings."""
    return of["articles"] * cores / (of["added"] + of["checked"])


def by_the_clock(of: Figures) -> float:
    """How many articles a second it was."""
    return of["articles"] / (of["added wall"] + of["checked wall"])


def _aims(
    compared: Sequence[tuple[int, Figures]], desk: Sequence[tuple[int, Figures]], found: Mapping[str, Figures]
) -> list[str]:
    aims = [*_of_compare(compared), _of_blocks(found["hot"]), _of_desk(*desk[-1]), *_of_texts(found), *_of_tests(found)]
    return [
        "## The aims",
        "",
        "| aim | here | |",
        "| --- | --- | --- |",
        *(f"| {one.aim} | {one.here} | {'reached' if one.reached else '**not reached**'} |" for one in aims),
        "",
        "How often names are wrongly taken for one was read by hand: [evaluation.md](evaluation.md), for an aim of 0.5 % of the claims.",
    ]


def _of_compare(rows: Sequence[tuple[int, Figures]]) -> Iterator[Aim]:
    few, (many, most) = rows[0][0], rows[-1]
    rate, grows = many / most["values"], power(rows, "values")
    yield Aim(
        "values compared, DuckDB: 1,000,000 claims a second a core",
        f"{rate:,.0f} a CPU second of {many:,}",
        rate >= MILLION,
    )
    yield Aim(
        "growth: power 1.10 at most",
        f"{grows:.2f} from {few:,} to {many:,}; with the rules {power(rows, 'whole'):.2f}",
        grows <= 1.10,
    )
    yield Aim(
        "memory at 10,000,000 claims: under 1 GB",
        f"{most['memory']:,.0f} MB at {many:,}, {'with' if 'whole' in most else 'without'} the rules",
        many >= 10 * MILLION and most["memory"] < 1000,
    )


def _of_blocks(hot: Figures) -> Aim:
    return Aim(
        "one block of 400,000 claims: 0.1 s rounded, 2 s exact",
        f"{hot['rounded']:.4f} and {hot['exact']:.2f} CPU s for {hot['many']:,.0f}",
        hot["many"] >= 400_000 and hot["rounded"] < 0.1 and hot["exact"] < 2,
    )


def _of_desk(many: int, article: Figures) -> Aim:
    return Aim(
        "one article against 10,000,000 claims, committed: p50 5 ms, p95 20 ms",
        f"{article['p50']:.1f} and {article['p95']:.1f} ms by the clock, {article['p50 processor']:.1f} and"
        f" {article['p95 processor']:.1f} of the processor, against {many:,}",
        many >= 10 * MILLION and article["p50"] < 5 and article["p95"] < 20,
    )


def _of_texts(found: Mapping[str, Figures]) -> Iterator[Aim]:
    for kind, what in KINDS.items():
        if kind in found:
            of = found[kind]
            yield Aim(
                f"text to findings, two cores: 1,500 articles a second ({what})",
                f"{by_the_clock(of):,.0f} of {of['letters']:,.0f} letters each by the clock, {a_second(of):,.0f} by the processors",
                by_the_clock(of) >= 1500,
            )


def _of_tests(found: Mapping[str, Figures]) -> Iterator[Aim]:
    yield Aim(
        "same findings: SQLite, DuckDB, Spark, one by one, in any order",
        "tests/archive/test_parity.py and test_spark.py",
        bool(found["same"]["passed"]),
    )
    killed = found["killed"]
    yield Aim(
        "killed a hundred times while adding: nothing lost, torn or doubled",
        f"{killed['many']:,.0f} times",
        bool(killed["passed"]) and killed["many"] >= 100,
    )


def chart(rows: Sequence[tuple[int, Figures]]) -> str:
    """CPU seconds by claims, both in powers of ten, with the line of linear growth."""
    left, width, height, bottom = 60, 480, 220, 240
    low, high = math.log10(rows[0][0]), math.log10(rows[-1][0])
    costs = [found[key] for _, found in rows for key in ("values", "whole") if key in found]
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
        measured = [(many, found[key]) for many, found in rows if key in found]
        points = [at(*row) for row in measured]
        path = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts += [
            f'<text x="{x + 6:.1f}" y="{y - 6:.1f}">{seconds:.1f} s</text>'
            for (x, y), (_, seconds) in zip(points, measured, strict=True)
        ]
        parts.append(f'<text x="{points[-1][0] + 6:.1f}" y="{points[-1][1] + 14:.1f}" fill="{colour}">{key}</text>')
    many, found = rows[0]
    ends = [at(many, found["values"]), at(rows[-1][0], found["values"] * rows[-1][0] / many)]
    line = " L".join(f"{x:.1f} {y:.1f}" for x, y in ends)
    parts.append(f'<path d="M{line}" stroke="#999" stroke-dasharray="4 4"/>')
    parts.append(f'<text x="{left}" y="{bottom + 36}">claims; CPU seconds; dashed: linear</text>')
    return "\n".join([*parts, "</svg>", ""])
