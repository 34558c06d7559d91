"""DuckDB for bulk: the same statements over Parquet files, or over an archive that is read into memory's edge."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.archive.engine import Engine
from factcheck.archive.events import Gathered, Member
from factcheck.archive.problems import ArchiveError, needs, no_claims
from factcheck.archive.recalling import ComparedRow
from factcheck.archive.rows import ClaimRow
from factcheck.archive.statements import (
    COMPARED,
    CONFLICT,
    IN_ORDER,
    NEAR,
    PLACES,
    SIBLINGS,
    TEXTS,
    TORN,
    VALUES,
    VALUES_OF,
    ranges,
)
from factcheck.archive.tables import BATCH, batches, column, rows_of, table, turns_in, word_counts
from factcheck.archive.texts import TextRow, Turn
from factcheck.archive.values import Kept, Value
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.archive.store import Store

Row = TypeVar("Row", bound=NamedTuple)

#: What it takes beyond this goes to the disk. What is found of ten million claims takes about as much again in Python.
MEMORY = "400MB"
#: The blocks of so many claims are counted at once: those of more go to the disk, or in and out of the processor's caches.
IN_MEMORY = 2_000_000


class Bulk(Engine):
    """An engine that answers the statements about many claims at once."""

    def __init__(self, connection: Any, sources: int | None = None) -> None:
        self._connection = connection
        self._sources = sources
        self._words: dict[str, int] | None = None

    def conflicting(self) -> Iterator[Value]:
        """The values of all blocks in which some cannot go together."""
        ((claims,),) = self._connection.execute("SELECT COUNT(*) FROM claims").fetchall()
        self._connection.execute("CREATE OR REPLACE TEMP TABLE torn (block BIGINT)")
        for first, last in ranges(1 + claims // IN_MEMORY):
            self._connection.execute(f"INSERT INTO torn {TORN.format(first, last)}")
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE told AS {VALUES}")
        yield from self._answer(CONFLICT, Value)
        self._connection.execute("DROP TABLE told; DROP TABLE torn")

    def values(self, blocks: Iterable[int]) -> Iterator[Value]:
        """The values of these blocks."""
        self._connection.register("asked", column("block", blocks))
        return self._answer(VALUES_OF, Value)

    def compared(self, plan: Iterable[Kept]) -> Iterator[ComparedRow]:
        """The claims of the values that are kept, block by block."""
        self._keep(plan)
        return self._answer(COMPARED + IN_ORDER, ComparedRow)

    def siblings(self, sources: Iterable[int]) -> Iterator[ComparedRow]:
        """All claims of these articles, article by article."""
        self._seek(sources)
        return self._answer(SIBLINGS + IN_ORDER, ComparedRow)

    @contextmanager
    def near(self, plan: Iterable[Kept], sources: Iterable[int]) -> Iterator[None]:
        """For a while, these values and these articles are all there is: each question would read all claims anew."""
        self._all_words()
        self._keep(plan)
        self._seek(sources)
        self._connection.execute(
            f"CREATE SCHEMA near; CREATE TABLE near.claims AS {NEAR}; USE near; CREATE VIEW places AS {PLACES}"
        )
        try:
            yield
        finally:
            self._connection.execute("USE main; DROP SCHEMA near CASCADE")

    def turning(self) -> Iterator[Turn]:
        """The names that articles turn on whose texts are kept, in their order by name, day and article."""
        return turns_in(self._batches("SELECT source, day, about FROM texts"))

    def texts(self, members: Iterable[Member]) -> Iterator[Gathered]:
        """What the articles of groups say, group by group; those whose texts are not kept are left out."""
        self._connection.register("members", table(members, Member))
        return self._answer(TEXTS + IN_ORDER, Gathered)

    def word_counts(self, words: Iterable[str]) -> dict[str, int]:
        """In how many sentences each word stands; those that stand in none are left out."""
        known = self._all_words()
        return {word: known[word] for word in words if word in known}

    def sentences(self) -> int:
        """How many sentences make a claim."""
        return self._all_words()[""]

    def sources(self) -> int:
        """How many articles there are; of Parquet files, how many make a claim: they have no others."""
        if self._sources is not None:
            return self._sources
        ((found,),) = self._connection.execute("SELECT COUNT(DISTINCT source) FROM claims").fetchall()
        return int(found)

    def _keep(self, plan: Iterable[Kept]) -> None:
        self._connection.register("kept", table(plan, Kept))

    def _seek(self, sources: Iterable[int]) -> None:
        self._connection.register("sought", column("source", sources))

    def _all_words(self) -> dict[str, int]:
        if self._words is None:
            self._words = word_counts(self._batches("SELECT words FROM claims WHERE words IS NOT NULL"))
        return self._words

    def _answer(self, statement: str, row: type[Row]) -> Iterator[Row]:
        return rows_of(self._batches(statement), row)

    def _batches(self, statement: str) -> Iterator[Any]:
        # A connection has one answer at a time; the next statement may come while this one is still read.
        yield from self._connection.sql(statement).to_arrow_reader(BATCH)


@contextmanager
def over_parquet(files: Sequence[Path], texts: Sequence[Path] = ()) -> Iterator[Bulk]:
    """The engine over claims in Parquet files, and over the texts of their articles, if they are there."""
    with _connected() as connection:
        connection.execute(f"CREATE VIEW claims AS SELECT * FROM {_read(files)}")
        columns = {name for name, *_ in connection.sql("SELECT * FROM claims").description}
        if missing := [name for name in ClaimRow._fields if name not in columns]:
            raise ArchiveError(no_claims(files[0], missing))
        connection.execute(f"CREATE VIEW places AS {PLACES}")
        if texts:
            connection.execute(f"CREATE VIEW texts AS SELECT {', '.join(TextRow._fields)} FROM {_read(texts)}")
        else:
            connection.register("texts", table([], TextRow))
        yield Bulk(connection)


def _read(files: Iterable[Path]) -> str:
    """What DuckDB calls these files."""
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    return f"read_parquet([{names}])"


@contextmanager
def over_store(store: Store) -> Iterator[Bulk]:
    """The engine over the claims of an archive, which are read into it."""
    with _connected() as connection:
        for name, row, found in (("claims", ClaimRow, store.rows()), ("texts", TextRow, store.text_rows())):
            connection.register("read", table([], row))
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read")
            for batch in batches(found, row):
                connection.register("read", batch)
                connection.execute(f"INSERT INTO {name} SELECT * FROM read")
        connection.execute(f"CREATE VIEW places AS {PLACES}")
        yield Bulk(connection, store.sources())


@contextmanager
def _connected() -> Iterator[Any]:
    try:
        duckdb = import_module("duckdb")
    except ModuleNotFoundError as problem:
        raise needs("archive", "duckdb") from problem
    with TemporaryDirectory(prefix="factcheck-") as folder:
        settings = {
            "memory_limit": MEMORY,
            "temp_directory": folder,
            "preserve_insertion_order": False,
            # Nothing is fetched from anywhere while it runs.
            "autoinstall_known_extensions": False,
        }
        connection = duckdb.connect(":memory:", config=settings)
        try:
            yield connection
        except duckdb.Error as problem:
            raise ArchiveError(f"DuckDB could not answer: {str(problem).splitlines()[0]}") from problem
        finally:
            connection.close()
