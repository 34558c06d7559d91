"""The tables of an archive in a file of SQLite, whether a file has them, and what SQLite complains of."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from textwrap import shorten
from typing import TYPE_CHECKING

from factcheck.archive.problems import REBUILD, ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: "fact", in the header of the file, so that `file` and others can tell what it is.
APPLICATION = 0x66616374
#: Goes up whenever what is kept, or the blocks of a claim, change.
VERSION = 6

#: What is written goes to the log first; so many pages of it are put in their places at once, which the article that
#: comes next has to wait for: with SQLite's thousand it is one of forty.
PAGES_AHEAD = 10_000
#: Nobody waits where many articles come at once: what is written twice in that time is put in its place once.
PAGES_OF_MANY = 40_000

#: So much of the file is held in memory, in KiB: rows of a batch go into pages all over it.
CACHE = 64_000

#: A complaint of SQLite may bring the whole of a row along; so many letters of it are shown.
MOST = 100

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
CREATE TABLE said (source INTEGER PRIMARY KEY, about TEXT NOT NULL, text BLOB NOT NULL);
CREATE TABLE turning (
    name INTEGER NOT NULL,
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY (name, day, source)
) WITHOUT ROWID;
CREATE TABLE places (
    block INTEGER NOT NULL,
    lower REAL NOT NULL,
    upper REAL NOT NULL,
    claim INTEGER NOT NULL,
    source INTEGER NOT NULL,
    day INTEGER,
    PRIMARY KEY (block, lower, upper, claim)
) WITHOUT ROWID;
CREATE TABLE told (
    block INTEGER NOT NULL,
    lower REAL NOT NULL,
    upper REAL NOT NULL,
    claims INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    low_source INTEGER NOT NULL,
    high_source INTEGER NOT NULL,
    PRIMARY KEY (block, lower, upper)
) WITHOUT ROWID;
CREATE TABLE named (code TEXT NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (code, claim)) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, sentences INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIEW claims AS
    SELECT claim, recorded.source, day, lower, upper, block_1, block_2, block_3, name, line, col, landmark, passage, words, subjects,
        record
    FROM recorded JOIN sources ON sources.source = recorded.source;
CREATE VIEW texts AS
    SELECT said.source, name, day, about, text
    FROM said JOIN sources ON sources.source = said.source;
"""


def prepare(path: Path, connection: sqlite3.Connection, *, make: bool) -> None:
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
    elif not tables:
        raise ArchiveError(
            f"{path}: nothing is in it; what made it was broken off. Run it again: factcheck archive add {path} FILES"
        )
    elif application != APPLICATION:
        raise ArchiveError(f"{path}: not an archive of factcheck. Name another file.")
    elif version != VERSION:
        age = "an older" if version < VERSION else "a newer"
        raise ArchiveError(f"{path}: made by {age} factcheck (format {version}, not {VERSION}). {REBUILD}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_AHEAD}")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """What SQLite complains of, as an `ArchiveError`."""
    try:
        yield
    except sqlite3.Error as problem:
        raise ArchiveError(f"{path}: {_complaint(problem)}") from problem


def is_busy(problem: sqlite3.Error) -> bool:
    """Whether somebody else holds the file just now."""
    return _code(problem) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _code(problem: sqlite3.Error) -> int:
    return getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _complaint(problem: sqlite3.Error) -> str:
    match _code(problem):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "another program is writing to it. Try again when it is done."
        case sqlite3.SQLITE_FULL:
            return "the disk is full. What was added before is safe; make room and run the same command again."
        case sqlite3.SQLITE_IOERR:
            return (
                f"the disk could not be written or read ({problem}). What was added before is untouched: see that there "
                "is room and that the disk is sound, and run the same command again."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return "cannot be opened or written to. Check the folder and its permissions."
        case _:
            return f"damaged, or no archive ({shorten(str(problem), MOST)}). {REBUILD}"
