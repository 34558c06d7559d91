"""Which engine checks an archive: SQLite where it lies, DuckDB for bulk, Spark for more than one machine."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive.checking import Checked, check_archive
from factcheck.archive.problems import ArchiveError
from factcheck.archive.sharing import shared
from factcheck.archive.store import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.archive.engine import Engine
    from factcheck.judge.rules import Rulebook

#: So many pieces are compared in less time than other processes take to begin.
WORTH = 16


def check_with(  # noqa: PLR0913 - each by its name
    engine: str,
    place: Path,
    rulebook: Rulebook,
    *,
    master: str = "local[*]",
    jobs: int = 1,
    claims_only: bool = False,
) -> Checked:
    """What an archive, or a folder of Parquet files with claims, has that cannot all be right."""
    with engine_for(engine, place, master=master) as found, shared(jobs, place, worth=WORTH) as each:
        return Checked(
            place.name, found.sources(), tuple(check_archive(found, rulebook, each, claims_only=claims_only))
        )


def extract_with_spark(
    place: Path, files: Sequence[str], *, master: str = "local[*]", with_texts: bool = True
) -> tuple[int, int]:
    """Read the claims of articles in Parquet files into a folder of such; how many there are, and how many articles failed."""
    from factcheck.archive.cluster import extract, session  # noqa: PLC0415 - takes Java to start

    for file in files:
        if not Path(file).exists():
            raise ArchiveError(f"{file}: no such file. Spark reads articles from Parquet files, or folders of them.")
    if place.is_file():
        raise ArchiveError(f"{place}: a file. Spark writes claims to a folder; name one that is to be made.")
    with session(master) as spark:
        return extract(spark, map(Path, files), place, with_texts=with_texts)


@contextmanager
def engine_for(engine: str, place: Path, *, master: str = "local[*]") -> Iterator[Engine]:
    """The engine of this name over an archive, or over a Parquet file or a folder of them."""
    files = parquet_files(place)
    if engine == "spark":
        from factcheck.archive.cluster import over_parquet as on_cluster  # noqa: PLC0415 - takes Java to start

        if not files:
            raise ArchiveError(
                f"{place}: Spark reads Parquet. Write it with: factcheck archive export {place} --output claims.parquet"
            )
        with on_cluster(place, master) as cluster:
            yield cluster
    elif engine == "duckdb" or (engine == "auto" and files):
        from factcheck.archive.bulk import over_parquet, over_store  # noqa: PLC0415 - an extra

        if files:
            with over_parquet(files, texts_of(place)) as bulk:
                yield bulk
        else:
            with opened(place) as store, over_store(store) as bulk:
                yield bulk
    elif files:
        raise ArchiveError(f"{place}: Parquet files are not for SQLite. Leave --engine out, or say --engine duckdb.")
    else:
        with opened(place) as store:
            yield store


def parquet_files(place: Path) -> list[Path]:
    """The Parquet files that a place stands for; none where it is an archive or nothing."""
    if place.is_dir():
        found = [file for file in sorted(place.glob("*.parquet")) if not _holds_texts(file)]
        if not found:
            raise ArchiveError(f"{place}: no Parquet files in this folder. Name an archive, or a folder with claims.")
        return found
    return [place] if place.suffix.lower() == ".parquet" and place.exists() else []


def texts_of(place: Path) -> list[Path]:
    """The Parquet files with the texts of the articles whose claims are in a file or a folder."""
    from factcheck.archive.tables import texts_beside  # noqa: PLC0415 - an extra

    beside = texts_beside(place)
    inside = [file for file in sorted(place.glob("*.parquet")) if _holds_texts(file)] if place.is_dir() else []
    return [*inside, *(sorted(beside.glob("*.parquet")) if beside.is_dir() else [beside] if beside.exists() else [])]


def _holds_texts(file: Path) -> bool:
    return file.stem.endswith(".texts")
