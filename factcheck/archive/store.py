"""The archive as a single file: SQLite, for the desk and for up to some ten million claims.

Whoever writes holds the file for one batch of articles. A batch is there as a whole
or not at all, whatever happens to the program or the machine; whoever reads sees
the archive as it was when the reading began.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from factcheck.archive.engine import Engine
from factcheck.archive.entries import INTO, entries, words_in
from factcheck.archive.events import LOOKED_AT, Gathered, Member, days, nearest
from factcheck.archive.layout import PAGES_OF_MANY, is_busy, plainly, prepare
from factcheck.archive.problems import ArchiveError
from factcheck.archive.recalling import ComparedRow
from factcheck.archive.rows import ClaimRow, kept_name
from factcheck.archive.statements import COMPARED, CONFLICT, COUNTED, IN_ORDER, NAMED, SIBLINGS, TEXTS, WORDS_OF
from factcheck.archive.texts import TextRow, Turn, turns
from factcheck.archive.values import Kept, Value
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.archive.rows import Read

#: How long to wait for another writer, in seconds, and how much of that before anybody is told.
PATIENCE, UNTOLD = 30.0, 0.25


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
    #: Of how many articles the text is kept, and in how many bytes.
    texts: int
    packed: int
    size: int


class Store(Engine):
    """An archive that is open. It answers the statements, and takes and gives up articles."""

    def __init__(self, path: Path, connection: sqlite3.Connection, patience: float, say: Callable[[str], None]) -> None:
        self.path = path
        self._connection = connection
        self._patience = patience
        self._say = say

    # --- what engines are asked -----------------------------------------------------

    def conflicting(self) -> list[Value]:
        """The values of all blocks in which some cannot go together."""
        with self._plainly():
            return [Value(*row) for row in self._connection.execute(CONFLICT)]

    def values(self, blocks: Iterable[int]) -> list[Value]:
        """The values of these blocks."""
        with self._plainly():
            self._ask(blocks)
            return [Value(*row) for row in self._connection.execute(_TOLD_OF)]

    def compared(self, plan: Iterable[Kept]) -> Iterator[ComparedRow]:
        """The claims of the values that are kept, block by block."""
        with self._plainly():
            self._temporary("kept", ", ".join(Kept._fields), plan)
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
            for row in self._connection.execute(NAMED, [kept_name(code)]):
                yield ComparedRow(*row)

    def turning(self) -> Iterator[Turn]:
        """The names that articles turn on whose texts are kept, in their order by name, day and article."""
        with self._plainly():
            for row in self._connection.execute("SELECT name, day, source FROM turning ORDER BY name, day, source"):
                yield Turn(*row)

    def texts(self, members: Iterable[Member]) -> Iterator[Gathered]:
        """What the articles of groups say, group by group; those whose texts are not kept are left out."""
        with self._plainly():
            self._temporary("members", "at INTEGER, source INTEGER", members)
            for row in self._connection.execute(TEXTS):
                yield Gathered(*row)

    def beside(self, draft: TextRow) -> list[Gathered]:
        """What the articles say that may tell of the same event as a draft; it may be one of them itself."""
        with self._plainly():
            found = [
                Turn(*row)
                for turn in turns(draft)
                for row in self._connection.execute(_AROUND, [turn.name, *days(turn.day)])
            ]
        return list(self.texts(Member(0, source) for source in nearest(found, draft.day)))

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

    def _ask(self, blocks: Iterable[int]) -> None:
        """Say which blocks are of interest."""
        self._temporary("asked", "block INTEGER PRIMARY KEY", ((block,) for block in blocks))

    def _temporary(self, name: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
        """A table that only this connection sees, with these rows."""
        # It is emptied and not dropped: another answer may still be on its way.
        self._connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} ({columns})")
        self._connection.execute(f"DELETE FROM temp.{name}")
        self._connection.executemany(
            f"INSERT INTO temp.{name} VALUES ({', '.join('?' * (columns.count(',') + 1))})", rows
        )

    # --- articles come and go -------------------------------------------------------

    def known(self, sources: Iterable[int]) -> set[int]:
        """Which of these articles are in the archive."""
        with self._plainly():
            self._temporary("sought", "source INTEGER PRIMARY KEY", ((source,) for source in set(sources)))
            return {source for (source,) in self._connection.execute(_KNOWN)}

    def expect_many(self) -> None:
        """Prepare for many articles, which nobody waits for one by one."""
        with self._plainly():
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_OF_MANY}")

    def add(self, articles: Iterable[Read]) -> int:
        """Take the articles in, all of them or none; how many were new.

        An article that is there already stays as it is, and one of the same name
        gives way to the new one: it was edited.
        """
        articles = list(articles)
        added = 0
        waiting: dict[int, Read] = {}
        named: dict[str, int] = {}
        with self._writing() as execute:
            known = self.known(article.source.source for article in articles)
            taken = self._taken(article.source.name for article in articles)
            for article in articles:
                number, name = article.source.source, article.source.name
                if number in waiting or number in known:
                    continue
                if name in taken:
                    known -= self._forget(name)
                waiting.pop(named.get(name, number), None)
                waiting[number], named[name] = article, number
                added += 1
            for name, rows in entries(tuple(waiting.values())).items():
                execute(INTO[name], rows)
        return added

    def remove(self, name: str) -> int:
        """Give up the articles of this name; how many there were."""
        with self._writing():
            return len(self._forget(kept_name(name)))

    def _taken(self, names: Iterable[str]) -> set[str]:
        """Which of these names articles of the archive have."""
        self._temporary("called", "name TEXT PRIMARY KEY", ((name,) for name in set(names)))
        return {name for (name,) in self._connection.execute(_TAKEN)}

    def _forget(self, name: str) -> set[int]:
        """Give up the articles of this name; which they were."""
        sources = {row[0] for row in self._connection.execute("SELECT source FROM sources WHERE name = ?", [name])}
        for source in sources:
            claims = self._connection.execute(
                "SELECT claim, lower, upper, words, subjects, block_1, block_2, block_3 FROM recorded WHERE source = ?",
                [source],
            ).fetchall()
            execute = self._connection.executemany
            placed = [(block, *claim[1:3], claim[0]) for claim in claims for block in claim[5:] if block is not None]
            execute("DELETE FROM places WHERE block = ? AND lower = ? AND upper = ? AND claim = ?", placed)
            self._ask({block for block, *_ in placed})
            self._connection.execute("DELETE FROM told WHERE block IN (SELECT block FROM asked)")
            self._connection.execute(f"INSERT INTO told {COUNTED}")
            counts = words_in(claim[3] for claim in claims)
            execute(
                "UPDATE words SET sentences = sentences - ? WHERE word = ?", [(n, word) for word, n in counts.items()]
            )
            execute("DELETE FROM words WHERE word = ? AND sentences = 0", [(word,) for word in counts])
            named = [(code, claim[0]) for claim in claims for code in claim[4].split("\n")]
            execute("DELETE FROM named WHERE code = ? AND claim = ?", named)
            for row in self._connection.execute(_TEXT_OF, [source]).fetchall():
                execute("DELETE FROM turning WHERE name = ? AND day = ? AND source = ?", turns(TextRow(*row)))
            execute("DELETE FROM said WHERE source = ?", [(source,)])
            execute("DELETE FROM recorded WHERE source = ?", [(source,)])
            execute("DELETE FROM sources WHERE source = ?", [(source,)])
        return sources

    # --- what it holds --------------------------------------------------------------

    def info(self) -> Info:
        """What it holds, in numbers."""
        with self._plainly():
            counted = "COUNT(*), COALESCE(SUM(problem <> ''), 0), COALESCE(SUM(claims), 0), MIN(day), MAX(day)"
            sources, failed, claims, first, last = self._connection.execute(f"SELECT {counted} FROM sources").fetchone()
            counted = "COALESCE(SUM(claims), 0), COUNT(DISTINCT block)"
            places, blocks = self._connection.execute(f"SELECT {counted} FROM told").fetchone()
            counted = "COUNT(*), COALESCE(SUM(LENGTH(text)), 0)"
            texts, packed = self._connection.execute(f"SELECT {counted} FROM said").fetchone()
        return Info(sources, failed, claims, places, blocks, first, last, texts, packed, self.path.stat().st_size)

    def has(self, name: str) -> bool:
        """Whether there is an article of this name."""
        with self._plainly():
            return bool(self._taken([kept_name(name)]))

    def names(self) -> list[str]:
        """What the articles are called, each name once."""
        with self._plainly():
            return [name for (name,) in self._connection.execute("SELECT DISTINCT name FROM sources ORDER BY name")]

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

    def text_rows(self) -> Iterator[TextRow]:
        """What every article says whose text is kept, in the order of their numbers."""
        with self._plainly():
            for row in self._connection.execute("SELECT * FROM texts ORDER BY source"):
                yield TextRow(*row)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- faults ---------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Callable[[str, Iterable[Sequence[object]]], object]]:
        """A transaction: all that is written within it is kept, or nothing is."""
        with self._plainly():
            self._begin()
            try:
                yield self._connection.executemany
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # a full disk has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        """Take hold of the file; where another program has it, say so and wait."""
        untold = min(UNTOLD, self._patience)
        try:
            self._wait(untold)
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as problem:
            if not is_busy(problem):
                raise
            self._say(f"{self.path}: another program is writing to it; waiting, at most {self._patience:g} seconds.")
            self._wait(self._patience - untold)
            self._connection.execute("BEGIN IMMEDIATE")

    def _wait(self, seconds: float) -> None:
        """From now on wait so long for another writer."""
        self._connection.execute(f"PRAGMA busy_timeout = {seconds * 1000:.0f}")

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """What the database complains of, in a line that says what to do."""
        with plainly(self.path):
            yield


def say_nothing(_: str) -> None:
    """Nobody listens."""


@contextmanager
def opened(
    path: Path, *, make: bool = False, patience: float = PATIENCE, say: Callable[[str], None] = say_nothing
) -> Iterator[Store]:
    """The archive in a file, which is made if need be; `ArchiveError` where there is none or it cannot be used.

    Whoever writes to it waits for another writer as long as `patience` says, in seconds; `say` is told of that.
    """
    if not make and not path.exists():
        raise ArchiveError(f"{path}: no such archive. Make it with: factcheck archive add {path} FILES")
    if path.is_dir():
        raise ArchiveError(f"{path}: a folder, not an archive. Name a file, which is made if need be.")
    if path.suffix.lower() == ".parquet":
        raise ArchiveError(f"{path}: Parquet, not an archive. Only factcheck archive check reads that.")
    with plainly(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        with plainly(path):
            prepare(path, connection, make=make)
        yield Store(path, connection, patience, say)
    finally:
        connection.close()


#: What is kept of some blocks, which takes as long as they have values and not as they have claims.
_TOLD_OF = f"""
SELECT {", ".join(f"told.{name}" for name in Value._fields)}
FROM asked
CROSS JOIN told
WHERE told.block = asked.block
"""
_TEXT_OF = "SELECT * FROM texts WHERE source = ?"
#: The newest articles that turn on a name, between two days.
_AROUND = f"""
SELECT name, day, source FROM turning WHERE name = ? AND day BETWEEN ? AND ? ORDER BY day DESC, source LIMIT {LOOKED_AT}
"""
_KNOWN = "SELECT sources.source FROM sought CROSS JOIN sources WHERE sources.source = sought.source"
_TAKEN = "SELECT sources.name FROM called CROSS JOIN sources WHERE sources.name = called.name"
