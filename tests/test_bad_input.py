"""Whatever comes in and wherever the report is to go: one clear line, the right exit code, and nothing half-written."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli.console import write
from factcheck.read import load
from factcheck.read.hypertext import read_hypertext
from factcheck.read.loading import read
from factcheck.read.problems import CannotReadError
from tests.growth import MOST, growth
from tests.pdf_files import lines, pdf_file
from tests.word_files import deleted, inserted, paragraph, repacked, run, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
DIFFERS = "The depot lies 90 km (75 miles) from the border.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with an article that is found fault with."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(DIFFERS)
    return tmp_path


def factcheck(
    *arguments: str, stdout: int = subprocess.PIPE, limit: int | None = None, env: dict[str, str] | None = None
) -> tuple[int, str]:
    """The exit code of a run in a process of its own, and what it complains of; `limit` is the largest file it may write."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
        stdout=stdout,
        stderr=subprocess.PIPE,
        preexec_fn=limited,
        check=False,
    )
    return done.returncode, done.stderr.decode()


def complaints(*arguments: str) -> list[str]:
    documents, unreadable = load(arguments)
    assert not documents
    return [str(problem) for problem in unreadable]


# --- files --------------------------------------------------------------------------


def zip_bomb() -> bytes:
    """A Word file whose text unpacks to seventy megabytes of blanks."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 70 * 1024 * 1024)
    return packed.getvalue()


def laughing() -> bytes:
    """A Word file of entities that stand for each other."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    return repacked(
        word_file("It fell."), word__document_xml=f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><w>&e11;</w>'.encode()
    )


def deep() -> bytes:
    """A Word file whose elements lie in each other."""
    return repacked(word_file("It fell."), word__document_xml=b"<w>" * 100_000 + b"</w>" * 100_000)


AGAIN = "Open it where it was written, and save it again."
BAD_FILES: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "bomb.docx": (
        zip_bomb,
        "it unpacks to 70 MB in 1 files, more than an article has. Save the text alone in a file of its own.",
    ),
    "laughs.docx": (laughing, f"word/document.xml in it declares entities, which no article needs. {AGAIN}"),
    "cut.docx": (lambda: word_file("It fell.")[:-100], f"it is damaged (File is not a zip file). {AGAIN}"),
    "old.docx": (
        lambda: b"\xd0\xcf\x11\xe0 and so on",
        (
            "it is an old Word document, or one that is locked with a password, not text. "
            "Save the article as .docx, .pdf, .html, .md or .txt."
        ),
    ),
    "cut.pdf": (lambda: pdf_file(lines("It fell."))[:40], None),
    "locked.pdf": (
        lambda: pdf_file(
            lines("It fell."),
            trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'x' * 32}) /U ({'y' * 32}) /P -4 >> /ID [(a) (b)]",
        ),
        "it is locked with a password. Save a copy without one.",
    ),
    "scan.pdf": (
        lambda: pdf_file([], scanned=True),
        "its pages are scanned: they are pictures, without text. Have the text recognised first (ocrmypdf does that).",
    ),
    "large.html": (
        lambda: b"<p>It fell.</p>" * (50 * 1024 * 1024 // 15),
        "it has 50.0 MB of text; 16 MB are the most that is read. Save the article alone.",
    ),
    "page.json": (lambda: b'{"a": 1}', "it is JSON, but no NINJS item with a text. Name the file of one news item."),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_in_a_line_and_exits_with_2_after_the_rest_is_checked(name: str, folder: Path) -> None:
    make, complaint = BAD_FILES[name]
    (folder / name).write_bytes(make())
    code, said = factcheck("check", name, "a.txt", "--format", "json=report.json")
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(f"factcheck: {name}: ")
    assert complaint is None or said == f"factcheck: {name}: {complaint}\n"
    assert '"rule": "wrong-conversion"' in (folder / "report.json").read_text()


WORD = word_file(paragraph(run("It killed "), deleted("12"), inserted("14")))
with ZipFile(BytesIO(WORD)) as package:
    WORD_XML = package.read("word/document.xml")
WHOLE: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
    "a.docx": (WORD_XML, lambda xml: repacked(WORD, word__document_xml=xml)),
    "b.docx": (WORD, bytes),
    "a.pdf": (pdf_file(lines("It fell on 12 May.", "It was old.")), bytes),
    "a.json": (b'{"headline": "It fell", "body_html": "<p>In \\u004day</p>"}', bytes),
}


@settings(max_examples=60)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_damaged_file_is_read_or_told(name: str, data: st.DataObject) -> None:
    whole, packed = WHOLE[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    damaged = whole[:start] + data.draw(st.binary(max_size=5)) + whole[end:]
    with suppress(CannotReadError):
        read(name, packed(damaged))


@pytest.mark.parametrize("xml", [b"<a/>", WORD_XML.replace(b"w:body", b"w:bodies")])
def test_a_word_file_without_a_body_is_told(xml: bytes) -> None:
    with pytest.raises(CannotReadError, match="it is damaged"):
        read("a.docx", repacked(WORD, word__document_xml=xml))


def test_a_word_file_of_elements_in_elements_is_read_or_refused(folder: Path) -> None:
    (folder / "deep.docx").write_bytes(deep())
    (complaint,) = complaints("deep.docx")
    assert complaint.startswith("deep.docx: ")


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>It fell.</p>", "<ul><li>12", "<!--", "<table><tr><td>5", "&amp;", "</p>", "<b"]
)
def test_four_times_the_page_takes_about_four_times_as_long(piece: str) -> None:
    def page(size: int) -> Callable[[], object]:
        return lambda: read_hypertext("a.html", piece * size)

    assert growth(page, 2_000) <= MOST


def test_a_file_without_end_is_not_read_to_its_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    monkeypatch.setattr("factcheck.read.loading.file_bytes.__defaults__", (1024 * 1024,))
    assert complaints("/dev/zero") == [
        "/dev/zero: it has more than 1 MB, more than an article has. Save the text alone."
    ]


# --- folders ------------------------------------------------------------------------


def test_links_in_a_circle_are_told(folder: Path) -> None:
    (folder / "b.txt").symlink_to("c.txt")
    (folder / "c.txt").symlink_to("b.txt")
    assert complaints("b.txt") == [
        "b.txt: it cannot be read (Too many levels of symbolic links). Check the name and the disk."
    ]
    documents, unreadable = load(["."])
    assert [document.name for document in documents] == ["./a.txt"]
    assert [one.name for one in unreadable] == ["./b.txt", "./c.txt"]


def test_a_link_that_leads_out_of_a_folder_is_not_followed(folder: Path) -> None:
    (folder / "articles" / "in").mkdir(parents=True)
    (folder / "secret").mkdir()
    (folder / "secret" / "s.txt").write_text("It cost 5.")
    (folder / "articles" / "a.txt").symlink_to("../secret/s.txt")
    (folder / "articles" / "b").symlink_to(folder / "secret")
    (folder / "articles" / "in" / "c.txt").write_text("It fell.")
    (folder / "articles" / "d.txt").symlink_to("in/c.txt")
    documents, unreadable = load(["articles"])
    assert [document.name for document in documents] == ["articles/d.txt"]
    assert [str(one) for one in unreadable] == [
        f"{name}: it is a link that leads out of the folder. Name what it leads to, if that is to be read."
        for name in ("articles/a.txt", "articles/b")
    ]
    assert [document.name for document in load(["articles/a.txt"])[0]] == ["articles/a.txt"]


def test_a_name_that_is_too_long_is_told(folder: Path) -> None:
    del folder
    name = "a" * 5_000
    assert complaints(name) == [f"{name}: it cannot be read (File name too long). Check the name and the disk."]


def test_a_file_that_vanishes_between_listing_and_reading_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "b.txt").write_text("It fell.")
    opened = Path.open

    def open_and_remove(path: Path, mode: str) -> object:
        (folder / "b.txt").unlink(missing_ok=True)
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", open_and_remove)
    documents, unreadable = load(["."])
    assert [document.name for document in documents] == ["./a.txt"]
    assert [str(one) for one in unreadable] == ["./b.txt: no such file. Check the name and the folder you are in."]


# --- where the report goes ----------------------------------------------------------


def test_a_full_disk_is_told_and_exits_with_2(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        assert factcheck("check", "a.txt", stdout=full.fileno()) == (
            2,
            (
                "factcheck: the report cannot be written: No space left on device. "
                "Write it to another disk with --format NAME=FILE.\n"
            ),
        )
    assert factcheck("check", "a.txt", "--output", "/dev/full")[0] == 2
    assert os.listdir(folder) == ["a.txt"]  # noqa: PTH208 - names are what is asked for


def test_a_disk_that_fills_up_leaves_the_old_report_as_it_was(folder: Path) -> None:
    (folder / "report.json").write_text("old")
    code, said = factcheck("check", "a.txt", "--format", "json=report.json", limit=100)
    assert (code, said) == (
        2,
        "factcheck: report.json: cannot be written: File too large. Name a file in a folder that you may write to.\n",
    )
    assert (folder / "report.json").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "report.json"]


def test_a_run_that_is_interrupted_leaves_nothing_half_written(folder: Path) -> None:
    os.mkfifo(folder / "slow.txt")
    running = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "check", "a.txt", "slow.txt", "--format", "json=report.json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background may have it ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads run here
    )
    with (folder / "slow.txt").open("wb"):  # it is being read now, for else this would wait
        running.send_signal(signal.SIGINT)
        out, said = running.communicate(timeout=60)
    assert (running.returncode, out, said) == (130, b"", b"\nfactcheck: interrupted\n")
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "slow.txt"]


def test_an_interruption_while_a_file_is_written_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write("report", folder / "report.txt")
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_letters_that_the_screen_lacks_are_written_otherwise(env: dict[str, str], folder: Path) -> None:
    (folder / "café.txt").write_text(DIFFERS)
    (folder / "größe.pdf").write_bytes(b"no PDF")
    code, said = factcheck(
        "check", "café.txt", "größe.pdf", "--format", "terminal=out.txt", "--format", "terminal", env=env
    )
    assert (code, said.count("\n")) == (2, 1)
    assert said.isascii()
    assert "wrong-conversion" in (folder / "out.txt").read_text()


def test_a_name_that_is_no_unicode_is_written_somehow(folder: Path) -> None:
    os.rename(b"a.txt", b"caf\xe9.txt")  # noqa: PTH104 - a Path takes no bytes
    code, said = factcheck("check", ".", "--format", "terminal=out.txt", "--format", "json=out.json")
    assert (code, said) == (1, "")
    assert "wrong-conversion" in (folder / "out.txt").read_text()


def test_twenty_columns_are_enough(folder: Path) -> None:
    del folder
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "a.txt"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "20"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert max(map(len, done.stdout.decode().splitlines())) <= 20
