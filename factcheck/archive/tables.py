"""Claims as Arrow tables: what passes between the archive, Parquet files and the engines for many claims."""

from __future__ import annotations

import csv
import os
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from factcheck.archive.pieces import arrow
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import ClaimRow
from factcheck.archive.texts import NO_DAY, TextRow, Turn
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Row = TypeVar("Row", bound=NamedTuple)

#: So many rows make a batch.
BATCH = 20_000
#: Arrow's names of the types that rows have.
_TYPES = {int: "int64", float: "float64", str: "string", bool: "bool_", bytes: "binary"}


def schema(row: type[NamedTuple]) -> Any:
    """The columns of rows of this kind; any may be empty."""
    pyarrow = arrow()
    hints = get_type_hints(row)
    return pyarrow.schema(
        [
            (name, getattr(pyarrow, next(made for kind, made in _TYPES.items() if kind in _kinds(hints[name])))())
            for name in row._fields
        ]
    )


def _kinds(hint: Any) -> tuple[Any, ...]:
    return getattr(hint, "__args__", (hint,))


def batches(rows: Iterable[NamedTuple], row: type[NamedTuple]) -> Iterator[Any]:
    """The rows in batches of Arrow."""
    pyarrow, columns = arrow(), schema(row)
    waiting = iter(rows)
    while some := list(islice(waiting, BATCH)):
        made = [
            pyarrow.array(column, field.type) for column, field in zip(zip(*some, strict=True), columns, strict=True)
        ]
        yield pyarrow.record_batch(made, schema=columns)


def table(rows: Iterable[NamedTuple], row: type[NamedTuple]) -> Any:
    """The rows as one table."""
    return arrow().Table.from_batches(list(batches(rows, row)), schema(row))


def column(name: str, numbers: Iterable[int]) -> Any:
    """The numbers as a table of one column."""
    pyarrow = arrow()
    return pyarrow.table({name: pyarrow.array(list(numbers), pyarrow.int64())})


def rows_of(found: Iterable[Any], row: type[Row]) -> Iterator[Row]:
    """The rows of batches."""
    for batch in found:
        for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield row(*values)


def write_parquet(rows: Iterable[NamedTuple], path: Path, row: type[NamedTuple] = ClaimRow) -> int:
    """Write rows, of claims or of this kind, to a Parquet file; how many there are."""
    parquet, columns = arrow("parquet"), schema(row)
    written = 0
    with _beside(path) as beside, parquet.ParquetWriter(beside, columns, compression="zstd") as writer:
        for batch in batches(rows, row):
            writer.write_batch(batch)
            written += batch.num_rows
    return written


def texts_beside(place: Path) -> Path:
    """Where the texts lie that belong to claims in a Parquet file, or in a folder of such: scans over claims do not touch them.

    >>> from pathlib import PurePosixPath
    >>> print(texts_beside(PurePosixPath("out/claims.parquet")), texts_beside(PurePosixPath("claims")))
    out/claims.texts.parquet claims.texts
    """
    return place.with_name(f"{place.stem}.texts{place.suffix}")


def write_texts(rows: Iterable[TextRow], claims: Path) -> tuple[int, Path]:
    """Write texts beside a Parquet file of claims; how many there are, and where. Without any, none are left there."""
    place, coming = texts_beside(claims), iter(rows)
    first = next(coming, None)
    if first is None:
        place.unlink(missing_ok=True)
        return 0, place
    return write_parquet(chain([first], coming), place, TextRow), place


def turns_in(found: Iterable[Any]) -> Iterator[Turn]:
    """The names that articles turn on, from the `source`, `day` and `about` of batches, in their order by name, day and article."""
    compute, pyarrow = arrow("compute"), arrow()
    parts = []
    for batch in found:
        told = compute.split_pattern(batch.column("about"), " ")
        names, of = compute.list_flatten(told), compute.list_parent_indices(told)
        days, sources = (compute.take(batch.column(name), of) for name in ("day", "source"))
        one = pyarrow.table({"name": names, "day": compute.fill_null(days, NO_DAY), "source": sources})
        one = one.filter(compute.not_equal(one["name"], ""))
        parts.append(one.set_column(0, "name", compute.cast(one["name"], pyarrow.int64())))
    if parts:
        ordered = pyarrow.concat_tables(parts).sort_by([(name, "ascending") for name in Turn._fields])
        yield from rows_of(ordered.to_batches(), Turn)


def write_csv(rows: Iterable[ClaimRow], path: Path) -> int:
    """Write claims to a CSV file, for a spreadsheet; how many there are."""
    written = 0
    with _beside(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ClaimRow._fields)
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file beside the one that is wanted, which takes its place when it is whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(path)
    except OSError as problem:
        what = problem.strerror or problem
        raise ArchiveError(f"{path}: cannot be written: {what}. Name a file in a folder that has room.") from problem
    finally:
        beside.unlink(missing_ok=True)


def word_counts(found: Iterable[Any]) -> dict[str, int]:
    """In how many sentences each word stands, from the `words` of batches; under the empty word, how many there are."""
    compute, pyarrow = arrow("compute"), arrow()
    counts: dict[str, int] = {"": 0}
    for batch in found:
        sentences = batch.column("words").drop_null()
        counts[""] += len(sentences)
        words = compute.list_flatten(compute.split_pattern(sentences, " "))
        for pair in compute.value_counts(words.cast(pyarrow.string())).to_pylist():
            if pair["values"]:
                counts[pair["values"]] = counts.get(pair["values"], 0) + pair["counts"]
    return counts
