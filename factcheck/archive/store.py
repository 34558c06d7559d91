"""The archive as a single file: SQLite, for the desk and for up to some ten million claims.

Whoever writes holds the file for one batch of articles. A batch is there as a whole
or not at all, whatever happens to the program or the machine; whoever reads sees
the archive as it was when the reading began.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from factcheck.archive.engine import Engine
from factcheck.archive.problems import ArchiveError
from factcheck.archive.recalling import ComparedRow
from factcheck.archive.rows import ClaimRow
from factcheck.archive.statements import COMPARED, CONFLICT, IN_ORDER, NAMED, SIBLINGS, VALUES, VALUES_OF, WORDS_OF
from factcheck.archive.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.archive.rows import Read
    from factcheck.archive.values import Kept

#: "fact", in the header of the file, so that `file` and others can tell what it is.
APPLICATION = 0x66616374
#: Goes up whenever what is kept, or the blocks of a claim, change.
VERSION = 2
#: How long to wait for another writer, in seconds.
PATIENCE = 30.0

SCHEMA = """
CREATE TABLE sources (
    source INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    day INTEGER,
    claims INTEGER NOT NULL,
    problem TEXT NOT NULL
);
CREATE INDEX sources_by_name ON sources (name);
CREATE TABLE recorded (
    claim INTEGER PRIMARY KEY,
    source INTEGER NOT NULL,
    lower REAL,
    upper REAL,
    block_1 INTEGER,
    block_2 INTEGER,
    block_3 INTEGER,
    line INTEGER NOT NULL,
    col INTEGER NOT NULL,
    landmark TEXT NOT NULL,
    passage TEXT NOT NULL,
    words TEXT,
    subjects TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX recorded_by_source ON recorded (source);
CREATE TABLE places (
    block INTEGER NOT NULL,
    lower REAL NOT NULL,
    upper REAL NOT NULL,
    claim INTEGER NOT NULL,
    source INTEGER NOT NULL,
    day INTEGER,
    PRIMARY KEY (block, lower, upper, claim)
) WITHOUT ROWID;
CREATE TABLE named (code TEXT NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (code, claim)) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, sentences INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIEW claims AS
    SELECT claim, recorded.source, day, lower, upper, block_1, block_2, block_3, name, line, col, landmark, passage, words, subjects,
        record
    FROM recorded JOIN sources ON sources.source = recorded.source;
"""


class Info(NamedTuple):
    """What an archive holds."""

    sources: int
    failed: int
    claims: int
    #: How many places they have in blocks.
    places: int
    blocks: int
    #: The days of publication, as `date.toordinal` counts them.
    first_day: int | None
    last_day: int | None
    size: int


class Store(Engine):
    """An archive that is open. It answers the statements, and takes and gives up articles."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    # --- what engines are asked -----------------------------------------------------

    def conflicting(self) -> list[Value]:
        """The values of all blocks in which some cannot go together."""
        with self._plainly():
            self._connection.execute("DROP TABLE IF EXISTS temp.told")
            self._connection.execute(f"CREATE TEMP TABLE told AS {VALUES}")
            return [Value(*row) for row in self._connection.execute(CONFLICT)]

    def values(self, blocks: Iterable[int]) -> list[Value]:
        """The values of these blocks."""
        with self._plainly():
            self._temporary("asked", "block INTEGER PRIMARY KEY", ((block,) for block in blocks))
            return [Value(*row) for row in self._connection.execute(VALUES_OF)]

    def compared(self, plan: Iterable[Kept]) -> Iterator[ComparedRow]:
        """The claims of the values that are kept, block by block."""
        with self._plainly():
            self._temporary("kept", "block INTEGER, side INTEGER, lower REAL, upper REAL, until INTEGER", plan)
            for row in self._connection.execute(COMPARED + IN_ORDER):
                yield ComparedRow(*row)

    def siblings(self, sources: Iterable[int]) -> Iterator[ComparedRow]:
        """All claims of these articles, article by article."""
        with self._plainly():
            self._temporary("sought", "source INTEGER PRIMARY KEY", ((source,) for source in sources))
            for row in self._connection.execute(SIBLINGS + IN_ORDER):
                yield ComparedRow(*row)

    def named(self, code: str) -> Iterator[ComparedRow]:
        """All claims about what is looked up so."""
        with self._plainly():
            for row in self._connection.execute(NAMED, [code]):
                yield ComparedRow(*row)

    def word_counts(self, words: Iterable[str]) -> dict[str, int]:
        """In how many sentences each word stands; those that stand in none are left out."""
        with self._plainly():
            self._temporary("spelled", "word TEXT PRIMARY KEY", ((word,) for word in set(words)))
            return dict(self._connection.execute(WORDS_OF))

    def sentences(self) -> int:
        """How many sentences make a claim."""
        with self._plainly():
            (found,) = self._connection.execute("SELECT sentences FROM words WHERE word = ''").fetchone() or (0,)
            return int(found)

    def sources(self) -> int:
        """How many articles there are."""
        with self._plainly():
            (found,) = self._connection.execute("SELECT COUNT(*) FROM sources").fetchone()
            return int(found)

    def _temporary(self, name: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """A table that only this connection sees, with these rows."""
        # It is emptied and not dropped: another answer may still be on its way.
        self._connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({columns})")
        self._connection.execute(f"DELETE FROM temp.{name}")
        self._connection.executemany(f"INSERT INTO temp.{name} VALUES ({_marks(columns.count(',') + 1)})", rows)

    # --- articles come and go -------------------------------------------------------

    def known(self, sources: Sequence[int]) -> set[int]:
        """Which of these articles are in the archive."""
        with self._plainly():
            found = self._connection.execute(
                f"SELECT source FROM sources WHERE source IN ({_marks(len(sources))})", sources
            )
            return {source for (source,) in found}

    def add(self, articles: Iterable[Read]) -> int:
        """Take the articles in, all of them or none; how many were new.

        An article that is there already stays as it is, and one of the same name
        gives way to the new one: it was edited.
        """
        added = 0
        with self._writing() as execute:
            for source, claims in articles:
                if self.known([source.source]):
                    continue
                self._forget(source.name)
                execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", [source])
                execute(f"INSERT OR IGNORE INTO recorded VALUES ({_marks(len(RECORDED))})", map(_recorded, claims))
                execute("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?, ?)", _places(claims))
                execute("INSERT OR IGNORE INTO named VALUES (?, ?)", _named(claims))
                execute(_COUNT_UP, _words(claim.words for claim in claims).items())
                added += 1
        return added

    def remove(self, name: str) -> int:
        """Give up the articles of this name; how many there were."""
        with self._writing():
            return self._forget(name)

    def _forget(self, name: str) -> int:
        sources = self._connection.execute("SELECT source FROM sources WHERE name = ?", [name]).fetchall()
        for (source,) in sources:
            claims = self._connection.execute(
                "SELECT claim, lower, upper, words, subjects, block_1, block_2, block_3 FROM recorded WHERE source = ?",
                [source],
            ).fetchall()
            execute = self._connection.executemany
            placed = [(block, *claim[1:3], claim[0]) for claim in claims for block in claim[5:] if block is not None]
            execute("DELETE FROM places WHERE block = ? AND lower = ? AND upper = ? AND claim = ?", placed)
            counts = _words(claim[3] for claim in claims)
            execute(
                "UPDATE words SET sentences = sentences - ? WHERE word = ?", [(n, word) for word, n in counts.items()]
            )
            execute("DELETE FROM words WHERE word = ? AND sentences = 0", [(word,) for word in counts])
            named = [(code, claim[0]) for claim in claims for code in claim[4].split("\n")]
            execute("DELETE FROM named WHERE code = ? AND claim = ?", named)
            execute("DELETE FROM recorded WHERE source = ?", [(source,)])
            execute("DELETE FROM sources WHERE source = ?", [(source,)])
        return len(sources)

    # --- what it holds --------------------------------------------------------------

    def info(self) -> Info:
        """What it holds, in numbers."""
        with self._plainly():
            counted = "COUNT(*), COALESCE(SUM(problem <> ''), 0), COALESCE(SUM(claims), 0), MIN(day), MAX(day)"
            sources, failed, claims, first, last = self._connection.execute(f"SELECT {counted} FROM sources").fetchone()
            places, blocks = self._connection.execute("SELECT COUNT(*), COUNT(DISTINCT block) FROM places").fetchone()
        return Info(sources, failed, claims, places, blocks, first, last, self.path.stat().st_size)

    def failures(self) -> list[tuple[str, str]]:
        """The names of the articles that could not be understood, and why."""
        with self._plainly():
            return self._connection.execute(
                "SELECT name, problem FROM sources WHERE problem <> '' ORDER BY name"
            ).fetchall()

    def rows(self) -> Iterator[ClaimRow]:
        """Every claim, in the order of their numbers."""
        with self._plainly():
            for row in self._connection.execute(f"SELECT {', '.join(ClaimRow._fields)} FROM claims ORDER BY claim"):
                yield ClaimRow(*row)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- faults ---------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Callable[[str, Iterable[Sequence[object]]], object]]:
        """A transaction: all that is written within it is kept, or nothing is."""
        with self._plainly():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection.executemany
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """What the database complains of, in a line that says what to do."""
        with plainly(self.path):
            yield


@contextmanager
def opened(path: Path, *, make: bool = False, patience: float = PATIENCE) -> Iterator[Store]:
    """The archive in a file, which is made if need be; `ArchiveError` where there is none or it cannot be used."""
    if not make and not path.exists():
        raise ArchiveError(f"{path}: no such archive. Make it with: factcheck archive add {path} FILES")
    if path.is_dir():
        raise ArchiveError(f"{path}: a folder, not an archive. Name a file, which is made if need be.")
    with plainly(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        with plainly(path):
            _prepare(path, connection, make=make)
        yield Store(path, connection)
    finally:
        connection.close()


def _prepare(path: Path, connection: sqlite3.Connection, *, make: bool) -> None:
    """Make the tables, or see that they are ours."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    if make and not tables:
        connection.execute("PRAGMA journal_mode = WAL")
        # Two programs may find the file empty at the same time; the second waits, and finds the tables.
        connection.executescript(
            f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
    elif application != APPLICATION:
        raise ArchiveError(f"{path}: not an archive of factcheck. Name another file.")
    elif version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        raise ArchiveError(
            f"{path}: made by {age} factcheck (format {version}, not {VERSION}). {REBUILD.format(path=path)}"
        )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")


#: What to do about an archive that is of no use any more.
REBUILD = "Make it anew from the articles: factcheck archive add NEW-ARCHIVE FILES"


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """What SQLite complains of, as an `ArchiveError`."""
    try:
        yield
    except sqlite3.Error as problem:
        raise ArchiveError(f"{path}: {_complaint(problem)}") from problem


def _complaint(problem: sqlite3.Error) -> str:
    match getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another program is writing to it. Try again when it is done."
        case sqlite3.SQLITE_FULL:
            return "the disk is full. What was added before is safe; make room and run the same command again."
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return f"damaged, or no archive ({problem}). {REBUILD}"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return "cannot be opened or written to. Check the folder and its permissions."
        case _:
            return f"{problem}. {REBUILD}"


#: The columns of `recorded`: those of a claim, without what its article has once for all.
RECORDED = tuple(name for name in ClaimRow._fields if name not in {"name", "day"})
_COUNT_UP = "INSERT INTO words (word, sentences) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET sentences = sentences + excluded.sentences"


def _recorded(claim: ClaimRow) -> tuple[object, ...]:
    return tuple(getattr(claim, name) for name in RECORDED)


def _places(claims: Iterable[ClaimRow]) -> list[tuple[object, ...]]:
    """A row for each block of each claim, in the order of the table."""
    return sorted((*place, claim.claim, claim.source, claim.day) for claim in claims for place in claim.places)


def _named(claims: Iterable[ClaimRow]) -> list[tuple[str, int]]:
    return sorted((code, claim.claim) for claim in claims for code in claim.subjects.split("\n") if code)


def _words(sentences: Iterable[str | None]) -> Counter[str]:
    """In how many of the sentences each word stands; under the empty word, how many there are."""
    counts: Counter[str] = Counter()
    for words in sentences:
        if words is not None:
            counts.update(["", *words.split()])
    return counts


def _marks(number: int) -> str:
    return ", ".join("?" * number)
