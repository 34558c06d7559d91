"""What may happen to an archive, and what is said of it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.archive.checking import check_archive
from factcheck.archive.layout import APPLICATION, VERSION
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import read
from factcheck.archive.statements import COUNTED
from factcheck.archive.store import opened
from factcheck.model import Document

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook

FIRE = Document("fire.txt", "The fire in Halden killed 12 people.")


def test_an_article_is_there_once_however_often_it_is_added(store: Store, newsroom: list[Document]) -> None:
    assert store.add(map(read, newsroom)) == len(newsroom)
    before = list(store.rows())
    assert store.add(map(read, newsroom)) == 0
    assert list(store.rows()) == before
    assert store.info().claims == len(before)


def test_a_copy_under_another_name_is_no_other_source(store: Store) -> None:
    store.add(map(read, [FIRE, Document("copy.txt", FIRE.text)]))
    assert store.sources() == 1


def test_an_article_that_was_edited_gives_way_to_the_new_one(store: Store) -> None:
    store.add([read(FIRE)])
    store.add([read(Document("fire.txt", "The fire in Halden killed 14 people."))])
    assert store.sources() == 1
    assert [row.lower for row in store.rows()] == [14.0]


def test_articles_that_are_added_at_once_come_one_after_the_other(store: Store) -> None:
    edited = Document("fire.txt", "The fire in Halden killed 14 people.")
    assert store.add(map(read, [FIRE, edited, Document("copy.txt", edited.text)])) == 2
    assert [(row.name, row.lower) for row in store.rows()] == [("fire.txt", 14.0)]
    assert kept_and_counted(store)
    assert store.add(map(read, [FIRE, edited, FIRE])) == 3
    assert [(row.name, row.lower) for row in store.rows()] == [("fire.txt", 12.0)]
    assert kept_and_counted(store)


def test_what_is_kept_of_values_is_what_would_be_counted(store: Store, newsroom: list[Document]) -> None:
    undated = [Document(one.name, one.text) for one in newsroom[5:10]]
    store.add(map(read, [*newsroom[10:], *undated, *newsroom[:5]]))
    assert kept_and_counted(store)
    edited = Document(newsroom[0].name, newsroom[7].text + " It rained.", newsroom[7].published)
    store.add([read(edited)])
    assert kept_and_counted(store)
    for document in newsroom[8:20]:
        store.remove(document.name)
    assert kept_and_counted(store)


def kept_and_counted(store: Store) -> set[object]:
    """What is kept of the values, which is what COUNTED makes of the places."""
    execute = store._connection.execute
    execute("CREATE TEMP TABLE IF NOT EXISTS asked (block INTEGER PRIMARY KEY)")
    execute("DELETE FROM asked")
    execute("INSERT INTO asked SELECT DISTINCT block FROM places")
    found = set(execute("SELECT * FROM told"))
    assert found == set(execute(COUNTED))
    return found


def test_what_goes_wrong_with_one_article_leaves_the_archive_as_it_was(store: Store) -> None:
    def articles() -> object:
        yield read(FIRE)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(articles())  # type: ignore[arg-type]
    assert store.sources() == 0
    assert list(store.rows()) == []


def test_two_may_write_one_after_the_other_and_one_who_waits_in_vain_says_so(store: Store) -> None:
    said: list[str] = []
    with opened(store.path, patience=0.1, say=said.append) as other:
        other.add([read(FIRE)])
        writer = sqlite3.connect(store.path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        assert said == []
        with pytest.raises(ArchiveError, match=r"wire\.fc: another program is writing to it\. Try again"):
            other.add([read(Document("b.txt", "The flood killed 3 people."))])
        assert said == [f"{store.path}: another program is writing to it; waiting, at most 0.1 seconds."]
        assert other.sources() == 1  # whoever reads need not wait
        writer.execute("COMMIT")
        writer.close()
        assert other.add([read(Document("b.txt", "The flood killed 3 people."))]) == 1


def test_who_waits_says_so_at_once(store: Store) -> None:
    writer = sqlite3.connect(store.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")

    def let_go(_: str) -> None:
        writer.execute("COMMIT")
        writer.close()

    with opened(store.path, say=let_go) as other:
        assert other.add([read(FIRE)]) == 1  # who is never told waits on for half a minute, and then gives up


def test_a_full_disk_loses_nothing_that_was_there(store: Store, newsroom: list[Document]) -> None:
    store.add([read(FIRE)])
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveError, match=r"the disk is full\. What was added before is safe"):
        store.add(map(read, newsroom))
    assert store.sources() == 1
    store._connection.execute("PRAGMA max_page_count = 1000000")
    assert store.add(map(read, newsroom)) == len(newsroom)


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        (b"no database at all, but text, and enough of it", "no archive"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "no archive"),
    ],
)
def test_a_file_that_is_no_archive_is_said_to_be_none(tmp_path: Path, begins: bytes, told: str) -> None:
    place = tmp_path / "wire.fc"
    place.write_bytes(begins)
    with (
        pytest.raises(ArchiveError, match=rf"wire\.fc: damaged, or {told} .*Make it anew from the articles"),
        opened(place),
    ):
        pass


def test_a_damaged_archive_is_said_to_be_damaged(tmp_path: Path, newsroom: list[Document]) -> None:
    place = tmp_path / "wire.fc"
    with opened(place, make=True) as store:
        store.add(map(read, newsroom))
    data = bytearray(place.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    place.write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"), opened(place) as store:
        list(store.rows())


def test_what_no_database_looks_into_is_said_to_be_damaged_when_it_is_read(
    store: Store, rulebook: Rulebook, newsroom: list[Document]
) -> None:
    store.add(map(read, newsroom))
    store._connection.execute("""UPDATE recorded SET record = replace(record, '"mention"', '"mentiXn"')""")
    with pytest.raises(ArchiveError, match=r"is damaged \(KeyError: 'mention'\)\. Make it anew from the articles"):
        check_archive(store, rulebook)
    store._connection.execute("UPDATE recorded SET record = CAST(x'7bff' AS TEXT)")
    with pytest.raises(
        ArchiveError, match=r"wire\.fc: damaged, or no archive \(Could not decode to UTF-8 .*Make it anew"
    ):
        list(store.rows())


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such limit")
def test_a_file_that_may_not_grow_is_no_damage(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(tmp_path / "wire.fc")], capture_output=True, text=True, check=True
    )
    assert "What was added before is untouched" in done.stdout
    assert "Make it anew" not in done.stdout
    with opened(tmp_path / "wire.fc", make=True) as store:
        assert store.sources() % 10 == 0


#: Adds articles ten by ten until the file has as many bytes as it may.
_LIMITED = """
import resource, signal, sys
from itertools import islice
from pathlib import Path
from benchmarks.newsroom import articles
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import read
from factcheck.archive.store import opened
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
with opened(Path(sys.argv[1]), make=True) as store:
    try:
        found = articles(1000)
        for _ in range(100):
            store.add(map(read, islice(found, 10)))
    except ArchiveError as problem:
        print(problem)
"""


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "addresses.db"
    other = sqlite3.connect(place)
    other.execute("CREATE TABLE addresses (name)")
    other.commit()
    other.close()
    with pytest.raises(ArchiveError, match="not an archive of factcheck"), opened(place, make=True):
        pass


@pytest.mark.parametrize(("version", "age"), [(VERSION - 1, "an older"), (VERSION + 1, "a newer")])
def test_an_archive_of_another_format_is_refused_with_the_way_out(tmp_path: Path, version: int, age: str) -> None:
    place = tmp_path / "wire.fc"
    with opened(place, make=True) as store:
        store._connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(ArchiveError, match=rf"made by {age} factcheck .*factcheck archive add NEW"), opened(place):
        pass


def test_an_archive_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no such archive\. Make it with"), opened(tmp_path / "none.fc"):
        pass
    assert not (tmp_path / "none.fc").exists()
    with pytest.raises(ArchiveError, match="a folder, not an archive"), opened(tmp_path, make=True):
        pass
    with pytest.raises(ArchiveError, match="cannot be opened"), opened(tmp_path / "no" / "such" / "a.fc", make=True):
        pass


def test_the_file_says_what_it_is(store: Store) -> None:
    assert store._connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_info_tells_what_there_is(store: Store, newsroom: list[Document]) -> None:
    assert store.info()[:7] == (0, 0, 0, 0, 0, None, None)
    store.add(map(read, newsroom))
    info = store.info()
    days = [document.published.toordinal() for document in newsroom if document.published]
    assert (info.sources, info.failed, info.first_day, info.last_day) == (30, 0, min(days), max(days))
    assert info.claims < info.places < 3 * info.claims
    assert info.size > 0


def test_more_articles_may_be_asked_for_than_a_statement_holds(store: Store) -> None:
    assert store.known(range(100_000)) == set()


def test_a_file_in_which_nothing_is_says_so(tmp_path: Path) -> None:
    place = tmp_path / "wire.fc"
    place.touch()
    with (
        pytest.raises(ArchiveError, match="nothing is in it; what made it was broken off"),
        opened(place),
    ):
        pass
    with opened(place, make=True) as store:
        assert store.sources() == 0
