"""How the archive grows: claims by the million, one article against all of them, and text to findings.

    make bench-archive ARTICLES=FOLDER                   writes docs/archive-figures.md and docs/archive.svg; ARTICLES, which may be left out,
                                                         are repeated with other names
    python -m benchmarks.archive --case compare --many 1000000

Each figure is taken in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.archive_page import chart, page
from benchmarks.newsroom import WRONG_IN_NEWS, articles, claims, renamed
from factcheck.archive.adding import add
from factcheck.archive.bulk import over_parquet
from factcheck.archive.checking import check_archive, check_draft
from factcheck.archive.engines import check_with
from factcheck.archive.entries import RECORDED
from factcheck.archive.pieces import Piece, documents, pieces
from factcheck.archive.rows import ClaimRow, Read, SourceRow
from factcheck.archive.store import opened
from factcheck.archive.values import Value, kept
from factcheck.model import Document
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.archive.checking import Checked

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "archive-figures.md"
CHART = ROOT / "docs" / "archive.svg"
MILLION = 1_000_000
#: So many articles are held against the archive, one by one, each with so many claims.
DRAFTS, CLAIMS = 200, 4
#: So many claims stand in the hottest block of the experiment.
HOT = 400_000
#: So many articles are read from text to findings: short ones that are made up, and ones of the folder.
TEXTS, REAL = 10_000, 2_000
#: So often the program that adds is killed.
ROUNDS = 100

Figures = dict[str, float]


def main() -> None:
    """Measure, print, and write the page and the chart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default="1,3,10", help="in millions of claims")
    parser.add_argument("--rules", type=float, default=10, help="up to so many millions with the rules")
    parser.add_argument("--desk", type=_sizes, default="1,10", help="the same, for one article against all")
    parser.add_argument("--texts", type=int, default=TEXTS, help="so many articles from text to findings")
    parser.add_argument(
        "--articles", type=Path, help="articles to repeat with other names: a folder, JSON lines, Parquet"
    )
    parser.add_argument("--jobs", type=int, default=1, help="so many cases at once")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="so often what adds is killed")
    parser.add_argument("--case", choices=CASES, help="only this, and only print")
    parser.add_argument("--many", type=int, default=MILLION)
    parser.add_argument(
        "--scratch", type=Path, default=Path(tempfile.gettempdir()), help="a folder with room for 25 GB"
    )
    options = parser.parse_args()
    if options.case:
        with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
            figures = CASES[options.case](Given(options.many, Path(folder), options.articles))
            figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(json.dumps(figures))
        return
    ruled = [size for size in options.sizes if size <= options.rules * MILLION]
    sizes = {"desk": options.desk, "compare": ruled, "values": [size for size in options.sizes if size not in ruled]}
    once = {"same": 1, "hot": HOT, "text": options.texts, "usual": options.texts, "killed": options.rounds}
    if options.articles:
        once["real"] = REAL
    # The longest first, that the others may be done beside it.
    wanted = [(case, size) for case in sizes for size in sorted(sizes[case], reverse=True)]
    wanted += once.items()
    with ThreadPoolExecutor(options.jobs) as pool:
        came = dict(zip(wanted, pool.map(partial(measured, options=options), wanted), strict=True))
    desk, *all_against_all = ([(size, came[case, size]) for size in sorted(sizes[case])] for case in sizes)
    compared = [row for rows in all_against_all for row in rows]
    found = {case: came[case, many] for case, many in once.items()}
    written = page(compared, desk, found)
    print(written)
    PAGE.write_text(written, encoding="utf-8")
    CHART.write_text(chart(compared), encoding="utf-8")


def _sizes(written: str) -> list[int]:
    return [int(float(size) * MILLION) for size in written.split(",")]


def measured(one: tuple[str, int], *, options: argparse.Namespace) -> Figures:
    """What a case comes to, in a process of its own."""
    case, many = one
    command = [sys.executable, "-m", "benchmarks.archive", "--case", case, "--many", str(many)]
    command += ["--scratch", str(options.scratch), *(["--articles", str(options.articles)] if options.articles else [])]
    began = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)  # noqa: S603 - ourselves
    figures: Figures = json.loads(done.stdout.splitlines()[-1]) | {"many": many}
    print(f"{time.perf_counter() - began:.0f} s", case, many, figures, file=sys.stderr)
    return figures


# --- cases --------------------------------------------------------------------------


class Given(NamedTuple):
    """What a case is given: how many, a folder of its own, and articles to repeat."""

    many: int
    folder: Path
    articles: Path | None


class Cost(NamedTuple):
    """What something took, in seconds of the clock and of all processors."""

    wall: float
    processors: float


def cost(work: Callable[[], object]) -> Cost:
    """What it takes, in this process and in those that it starts and waits for."""
    wall, processors = time.perf_counter(), _processors()
    work()
    return Cost(time.perf_counter() - wall, _processors() - processors)


def _processors() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def values(given: Given) -> Figures:
    """All claims of a Parquet file on DuckDB: the values that cannot go together."""
    place = given.folder / "claims.parquet"
    made = cost(partial(_in_another_process, given.many, place))
    with over_parquet([place]) as engine:
        took = cost(lambda: list(kept(engine.conflicting())))
    return {
        "made": made.processors,
        "values": took.processors,
        "values wall": took.wall,
        "megabytes": place.stat().st_size / MILLION,
    }


def compare(given: Given) -> Figures:
    """The same, and then all of it with the rules."""
    figures = values(given)
    rulebook = default_rulebook()
    found: list[int] = []
    with over_parquet([given.folder / "claims.parquet"]) as engine:
        whole = cost(lambda: found.append(len(check_archive(engine, rulebook))))
    return figures | {"whole": whole.processors, "whole wall": whole.wall, "conflicts": found[0]}


def desk(given: Given) -> Figures:
    """One article after the other held against so many claims, and then added and on the disk."""
    rulebook = default_rulebook()
    place = given.folder / "wire.fc"
    built = cost(lambda: fill(place, claims(given.many)))
    # Of the same subjects as the claims that are there.
    drafts = [_read(list(told)) for _, told in groupby(_drafts(given.many), key=lambda claim: claim.source)]
    with opened(place) as store:

        def held_against(draft: Read) -> None:
            check_draft(store, draft, rulebook)
            store.add([draft])

        held_against(drafts[0])
        took = [cost(partial(held_against, draft)) for draft in drafts[1:]]
    wall, processors = (sorted(kind) for kind in zip(*took, strict=True))
    return {
        "p50": statistics.median(wall) * 1000,
        "p95": wall[int(len(wall) * 0.95)] * 1000,
        "p50 processor": statistics.median(processors) * 1000,
        "p95 processor": processors[int(len(processors) * 0.95)] * 1000,
        "mean processor": statistics.mean(processors) * 1000,
        "built": built.processors,
        "megabytes": place.stat().st_size / MILLION,
        "articles": len(wall),
    }


def hot(given: Given) -> Figures:
    """One block with so many claims, of rounded and of exact values."""
    rounded = [Value(1, float(value), float(value) + 50, given.many // 100) for value in range(0, 10_000, 100)]
    exact = [Value(1, float(value), float(value), 1) for value in range(given.many)]
    return {
        "rounded": cost(lambda: list(kept(rounded))).processors,
        "exact": cost(lambda: list(kept(exact))).processors,
    }


def text(given: Given) -> Figures:
    """So many made-up articles from text to findings, with a process for each core."""
    return _to_findings(articles(given.many), given)


def usual(given: Given) -> Figures:
    """The same, where no more of them differ than of published news."""
    return _to_findings(articles(given.many, wrong=WRONG_IN_NEWS), given)


def real(given: Given) -> Figures:
    """The same with articles of somebody's, repeated with other names until there are so many."""
    parts = [part for part in pieces([str(given.articles)]) if isinstance(part, Piece)]
    found = [one for part in parts for one in documents(part) if isinstance(one, Document)]
    copies = (renamed(one, at // len(found)) for at, one in enumerate(cycle(found)))
    return _to_findings(islice(copies, given.many), given) | {"different": len(found)}


def _to_findings(articles: Iterable[Document], given: Given) -> Figures:
    lines = given.folder / "wire.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for one in articles:
            record = {"name": one.name, "text": one.text} | ({"published": str(one.published)} if one.published else {})
            file.write(json.dumps(record) + "\n")
    place, jobs = given.folder / "wire.fc", os.cpu_count() or 1
    found: list[Checked] = []
    added = cost(lambda: add(place, [str(lines)], jobs=jobs))
    checked = cost(lambda: found.append(check_with("sqlite", place, default_rulebook(), jobs=jobs, claims_only=True)))
    wholes = cost(lambda: found.append(check_with("sqlite", place, default_rulebook(), jobs=jobs)))
    with opened(place) as store:
        info = store.info()
    return {
        "articles": info.sources,
        "claims": info.claims,
        "conflicts": len(found[0].conflicts),
        "letters": lines.stat().st_size / given.many,
        "added": added.processors,
        "added wall": added.wall,
        "checked": checked.processors,
        "checked wall": checked.wall,
        "wholes": wholes.processors,
        "wholes wall": wholes.wall,
        "all conflicts": len(found[1].conflicts),
        "packed": info.packed,
        "size": info.size,
    }


def killed(given: Given) -> Figures:
    """What adds articles is killed so often, and done again: whether nothing was lost, torn or doubled."""
    return _tests("tests/archive/test_adding.py", "-k", "killed", ROUNDS=str(given.many))


def same(given: Given) -> Figures:
    """Whether all engines find the same, in whatever order the articles come."""
    del given
    return _tests("tests/archive/test_parity.py", "tests/archive/test_spark.py")


def _tests(*arguments: str, **settings: str) -> Figures:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | settings, stdout=sys.stderr, check=False)  # noqa: S603 - ourselves
    return {"passed": float(done.returncode == 0)}


CASES: dict[str, Callable[[Given], Figures]] = {
    "values": values,
    "compare": compare,
    "desk": desk,
    "hot": hot,
    "text": text,
    "usual": usual,
    "real": real,
    "killed": killed,
    "same": same,
}


def _in_another_process(many: int, path: Path) -> None:
    """Make claims and write them, without the memory that takes."""
    if os.fork():
        os.wait()
    else:
        claims(many).write_parquet(str(path), compression="zstd")
        os._exit(0)


def _drafts(many: int) -> Iterator[ClaimRow]:
    """The claims of articles about the subjects of so many claims."""
    return map(ClaimRow._make, claims(many, seed=2, told=CLAIMS, first=DRAFTS * CLAIMS).order("claim").fetchall())


def _read(told: list[ClaimRow]) -> Read:
    claim = told[0]
    return Read(SourceRow(claim.source, claim.name, claim.day, len(told), ""), tuple(told))


def fill(place: Path, found: Any) -> None:
    """Make an archive of claims that come by their numbers, table by table: what `add` does with each, for millions."""
    with opened(place, make=True):
        pass
    connection = sqlite3.connect(place, isolation_level=None)
    indexes = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql <> ''").fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN;")
    recorded, source = (
        itemgetter(*map(ClaimRow._fields.index, columns)) for columns in (RECORDED, ("source", "name", "day"))
    )
    words_at = ClaimRow._fields.index("words")
    into = f"INSERT INTO recorded VALUES ({', '.join('?' * len(RECORDED))})"  # noqa: S608 - names of columns
    sentences: Counter[str] = Counter()
    for batch in found.to_arrow_reader(AT_ONCE):
        some = list(zip(*(column.to_pylist() for column in batch.columns), strict=True))
        connection.executemany(into, map(recorded, some))
        connection.executemany("INSERT INTO sources VALUES (?, ?, ?, 1, '')", map(source, some))
        sentences.update(row[words_at] for row in some if row[words_at] is not None)
    words: Counter[str] = Counter()
    for sentence, times in sentences.items():
        words.update(dict.fromkeys(["", *sentence.split()], times))
    connection.executemany("INSERT INTO words VALUES (?, ?)", words.items())
    last = [*DERIVED, *(sql for _, sql in indexes), "COMMIT", "PRAGMA journal_mode = WAL"]
    connection.executescript("; ".join(["BEGIN", *last]))
    connection.close()


#: So many claims are made at once.
AT_ONCE = 20_000
_PLACED = "SELECT {0}, lower, upper, claim, source, day FROM recorded JOIN sources USING (source) WHERE {0} IS NOT NULL"
_ALL_PLACED = " UNION ALL ".join(map(_PLACED.format, ("block_1", "block_2", "block_3")))
_TOLD = "SELECT block, lower, upper, COUNT(*), COUNT(DISTINCT source), MIN(day), MAX(day), MIN(source), MAX(source)"
#: What follows from the claims, in the order of its tables.
DERIVED = (
    f"INSERT INTO places {_ALL_PLACED} ORDER BY 1, 2, 3, 4",
    f"INSERT INTO told {_TOLD} FROM places GROUP BY block, lower, upper",
    "INSERT INTO named SELECT subjects, claim FROM recorded ORDER BY 1, 2",
)


if __name__ == "__main__":
    main()
