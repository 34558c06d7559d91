"""Articles come from files of all kinds, and what cannot be read is said and left out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep
from typing import TYPE_CHECKING

import pytest

from benchmarks.newsroom import articles
from factcheck.archive import pieces as pieces_module
from factcheck.archive import rows
from factcheck.archive.adding import add
from factcheck.archive.pieces import arrow, documents, pieces
from factcheck.archive.problems import ArchiveError
from factcheck.archive.store import opened
from factcheck.model import Document, Unreadable
from factcheck.pipeline import understand
from factcheck.read import load

if TYPE_CHECKING:
    from datetime import date

#: So many times the adding is killed here; by hand, a hundred times: `ROUNDS=100 pytest tests/archive -k killed`.
ROUNDS = int(os.environ.get("ROUNDS", "5"))


def lines(documents: list[Document]) -> str:
    return "".join(
        json.dumps({"name": one.name, "text": one.text, "published": str(one.published)}) + "\n" for one in documents
    )


def table(documents: list[Document], place: Path) -> None:
    pyarrow, parquet = arrow(), arrow("parquet")
    columns: dict[str, list[str] | list[date | None]] = {
        "id": [one.name for one in documents],
        "body": [one.text for one in documents],
        "date": [one.published for one in documents],
    }
    parquet.write_table(pyarrow.table(columns), place, row_group_size=7)


def held(place: Path) -> list[object]:
    with opened(place) as store:
        return [*store.rows(), *store.text_rows(), *store.turning()]


def test_lines_tables_and_files_hold_the_same_articles(newsroom: list[Document], tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    table(newsroom, tmp_path / "wire.parquet")
    of_lines = add(tmp_path / "lines.fc", [str(tmp_path / "wire.jsonl")])
    of_table = add(tmp_path / "table.fc", [str(tmp_path / "wire.parquet")])
    assert of_lines == of_table == (len(newsroom), 0, (), ())
    assert held(tmp_path / "lines.fc") == held(tmp_path / "table.fc")


def test_a_folder_is_walked_and_files_are_read_as_they_are_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "wire" / "2024"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The fire in Halden killed 12 people.")
    (folder / "b.md").write_text("---\ndate: 2024-05-06\n---\n# Fire\n\nThe fire in **Halden** killed 14 people.\n")
    (folder / "c.html").write_text("<html><body><p>The fire in <b>Halden</b> killed 16 people.</p></body></html>")
    (folder / "d.ndjson").write_text('{"text": "The fire in Halden killed 18 people."}\n')
    (folder / "notes.xyz").write_text("The fire in Halden killed 20 people.")
    told: list[tuple[int, int]] = []
    added = add(tmp_path / "wire.fc", [str(tmp_path / "wire")], tell=lambda done, all_: told.append((done, all_)))
    assert (added.new, added.unreadable) == (4, ())
    with opened(tmp_path / "wire.fc") as store:
        found = {(Path(row.name).name, row.lower, row.day) for row in store.rows()}
    assert found == {("a.txt", 12, None), ("b.md", 14, 739012), ("c.html", 16, None), ("d.ndjson:1", 18, None)}
    assert told == [(1, 2), (2, 2)]


def test_records_that_cannot_be_used_are_said_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text(
        '{"text": "The fire killed 12 people."}\n\n{"text": \n[1, 2]\n{"name": "no text"}\n'
        '{"text": "It killed 13 people.", "date": "yesterday"}\n{"text": "It killed 14 people.", "date": ""}\n'
    )
    added = add(tmp_path / "wire.fc", [str(tmp_path / "wire.jsonl"), str(tmp_path / "gone.txt")])
    assert added.new == 2
    told = [str(one).removeprefix(str(tmp_path)) for one in added.unreadable]
    assert [one[:14] for one in told] == [
        "/wire.jsonl:3:",
        "/wire.jsonl:4:",
        "/wire.jsonl:5:",
        "/wire.jsonl:6:",
        "/gone.txt: no ",
    ]
    assert "“yesterday” is no day of the calendar. Write it as 2022-02-24." in told[3]


def test_a_table_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "wire.parquet").write_text("a,b,c")
    (only,) = pieces(
        [
            str(tmp_path / "wire.parquet"),
        ]
    )
    assert isinstance(only, Unreadable)
    assert only.what.startswith("no Parquet")


def test_every_line_is_in_one_piece_wherever_the_file_is_cut(
    newsroom: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    monkeypatch.setattr(pieces_module, "BYTES", 1000)
    work = [piece for piece in pieces([str(tmp_path / "wire.jsonl")]) if not isinstance(piece, Unreadable)]
    assert len(work) > 10
    assert [one.name for piece in work for one in documents(piece)] == [one.name for one in newsroom]


def test_several_processes_make_the_same_archive(
    newsroom: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    monkeypatch.setattr(pieces_module, "BYTES", 4000)
    add(tmp_path / "one.fc", [str(tmp_path / "wire.jsonl")])
    add(tmp_path / "two.fc", [str(tmp_path / "wire.jsonl")], jobs=2)
    assert held(tmp_path / "one.fc") == held(tmp_path / "two.fc")


def test_a_poisonous_article_is_kept_as_failed_and_the_rest_goes_on(
    newsroom: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def poisoned(document: Document) -> object:
        if document.name == newsroom[3].name:
            raise RecursionError("too\ndeep")
        return understand(document)

    monkeypatch.setattr(rows, "understand", poisoned)
    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    added = add(tmp_path / "wire.fc", [str(tmp_path / "wire.jsonl")])
    assert added.failed == ((newsroom[3].name, "RecursionError: too"),)
    with opened(tmp_path / "wire.fc") as store:
        assert store.failures() == list(added.failed)
        assert (store.info().sources, store.info().failed) == (len(newsroom), 1)
    again = add(tmp_path / "wire.fc", [str(tmp_path / "wire.jsonl")])
    assert (again.new, again.known) == (0, len(newsroom))


def test_a_file_that_trips_its_reader_is_said_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The fire in Halden killed 12 people, {name} says.")

    def tripped(names: list[str]) -> object:
        if names[0].endswith("a.txt"):
            raise IndexError("list index out of range")
        return load(names)

    monkeypatch.setattr(pieces_module, "load", tripped)
    added = add(tmp_path / "wire.fc", [str(tmp_path)])
    assert added.new == 1
    assert "could not be read (IndexError: list index out of range)" in str(added.unreadable[0])


def test_half_letters_and_names_that_are_none_are_kept_as_well_as_they_can_be(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "wire")
    os.mkdir(folder)  # noqa: PTH102 - a Path takes no bytes
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        with open(os.path.join(folder, name), "w") as file:  # noqa: PTH118, PTH123 - the same
            file.write(f"The fire in Halden killed 12 people, {name!r} says.")
    (tmp_path / "wire.jsonl").write_text(r'{"name": "half", "text": "\ud83d The fire in Varde killed 12 people."}')
    added = add(tmp_path / "wire.fc", [str(tmp_path / "wire"), str(tmp_path / "wire.jsonl")])
    assert (added.new, added.failed, added.unreadable) == (3, (), ())
    assert add(tmp_path / "wire.fc", [str(tmp_path / "wire"), str(tmp_path / "wire.jsonl")]).known == 3
    with opened(tmp_path / "wire.fc") as store:
        rows = {row.name.rpartition("/")[2]: row.passage for row in store.rows()}
        assert set(rows) == {r"caf\udce8.txt", r"caf\udce9.txt", "half"}
        assert rows["half"].startswith("? The fire")
        assert store.remove(f"{tmp_path}/wire/caf\udce9.txt") == 1


def test_json_nested_too_deeply_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text("[" * 100_000 + '\n{"text": "The fire killed 12 people."}\n')
    added = add(tmp_path / "wire.fc", [str(tmp_path / "wire.jsonl")])
    assert (added.new, len(added.unreadable)) == (1, 1)


def test_of_a_damaged_table_the_rest_is_read_and_one_without_text_is_said_once(
    newsroom: list[Document], tmp_path: Path
) -> None:
    place = tmp_path / "wire.parquet"
    table(newsroom, place)
    data = bytearray(place.read_bytes())
    first = arrow("parquet").ParquetFile(place).metadata.row_group(0).column(1)
    data[first.data_page_offset : first.data_page_offset + 40] = b"\xa5" * 40
    place.write_bytes(data)
    added = add(tmp_path / "wire.fc", [str(place)])
    assert added.new == len(newsroom) - 7
    assert "rows from 1 on are damaged" in str(added.unreadable[0])
    arrow("parquet").write_table(arrow().table({"name": ["a", "b"], "text": [1, 2]}), place)
    (only,) = pieces([str(place)])
    assert isinstance(only, Unreadable)
    assert only.what == "a table without text"


def test_what_is_not_installed_is_said_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(
        ArchiveError, match=r"this needs pyarrow\. Install it with: pip install 'factcheck-rules\[archive\]'"
    ):
        arrow()


def test_a_process_that_dies_is_told_of_and_what_was_added_is_safe(
    newsroom: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.archive import adding  # noqa: PLC0415 - to take a function of it away

    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    monkeypatch.setattr(adding, "_read_elsewhere", _die)
    with pytest.raises(ArchiveError, match="ended from outside"):
        add(tmp_path / "wire.fc", [str(tmp_path / "wire.jsonl")], jobs=2)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="nothing tells of children here")
def test_processes_that_read_end_with_the_one_that_began_them(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text(lines(list(articles(4000))))
    command = [sys.executable, "-m", "factcheck", "archive", "add", str(tmp_path / "wire.fc")]
    process = subprocess.Popen(
        [*command, str(tmp_path / "wire.jsonl"), "--jobs", "2"],
        cwd=Path(__file__).parent.parent.parent,
        stderr=subprocess.DEVNULL,
    )
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    children: list[str] = []
    while len(children) < 3 and process.poll() is None:  # two that read, and one that Python keeps beside them
        children = found.read_text().split()
        sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert len(children) == 3
    for _ in range(200):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        sleep(0.1)
    pytest.fail("somebody is left over")


def _die(*_: object, **__: object) -> None:
    os._exit(9)


def test_killed_at_any_moment_and_done_again_nothing_is_lost_torn_or_doubled(
    newsroom: list[Document], tmp_path: Path
) -> None:
    (tmp_path / "wire.jsonl").write_text(lines(newsroom))
    add(tmp_path / "whole.fc", [str(tmp_path / "wire.jsonl")])
    expected = held(tmp_path / "whole.fc")
    random = Random(7)
    for at in range(ROUNDS):
        place = tmp_path / f"{at}.fc"
        process = subprocess.Popen(
            [sys.executable, "-c", _ADD, str(place), str(tmp_path / "wire.jsonl")],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent.parent,
        )
        assert process.stdout is not None
        # So many articles are acknowledged before it is killed, and perhaps some more.
        acknowledged = 0
        for _ in range(random.randrange(len(newsroom))):
            if process.stdout.readline():
                acknowledged += 1
        process.send_signal(signal.SIGKILL)
        acknowledged += len(process.stdout.read().splitlines())
        process.wait()
        process.stdout.close()
        with opened(place, make=True) as store:
            (state,) = store._connection.execute("PRAGMA integrity_check").fetchone()
            assert state == "ok"
            assert store.sources() >= acknowledged
        add(place, [str(tmp_path / "wire.jsonl")])
        assert held(place) == expected


#: Adds articles one by one, and acknowledges each that it finds or has added.
_ADD = """
import sys
from pathlib import Path
from factcheck.archive.pieces import documents, pieces
from factcheck.archive.rows import read
from factcheck.archive.store import opened
with opened(Path(sys.argv[1]), make=True) as store:
    for piece in pieces([sys.argv[2]]):
        for document in documents(piece):
            store.add([read(document)])
            print(document.name, flush=True)
"""
