"""Files become documents: which files, in what encoding and format, dated by what, and back to line and column."""

from __future__ import annotations

import io
import os
import sys
import textwrap
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.read import load
from factcheck.read.datelines import printed_date
from factcheck.read.loading import read
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def the_one(argument: str) -> Document:
    documents, unreadable = load([argument])
    assert not unreadable
    return documents[0]


def complaints(*arguments: str) -> list[str]:
    documents, unreadable = load(arguments)
    assert not documents
    return [str(problem) for problem in unreadable]


# --- which files --------------------------------------------------------------------


def test_a_file_is_called_what_it_was_called_and_read_once(folder: Path) -> None:
    (folder / "a.txt").write_text("It fell.")
    (folder / "b.txt").symlink_to("a.txt")
    documents, unreadable = load(["a.txt", "./a.txt", str(folder / "a.txt"), "b.txt"])
    assert [document.name for document in documents] == ["a.txt"]
    assert unreadable == ()


def test_a_folder_is_walked_in_order_without_what_is_hidden_and_without_circles(folder: Path) -> None:
    for name in ("b/z.md", "b/a.txt", "a.HTML", ".hidden.txt", ".git/x.txt", "photo.jpg", "notes"):
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It fell.")
    (folder / "in" / "b" / "circle").symlink_to(folder / "in")
    documents, unreadable = load(["in"])
    assert [document.name for document in documents] == ["in/a.HTML", "in/b/a.txt", "in/b/z.md"]
    assert unreadable == ()


def test_a_glob_is_read_in_order_and_a_file_called_like_one_is_read(folder: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "[x].txt"):
        (folder / name).write_text("It fell.")
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "d.txt").write_text("It fell.")
    assert [document.name for document in load(["[ab].txt", "d*p", "[x].txt"])[0]] == [
        "a.txt",
        "b.txt",
        "deep/er/d.txt",
        "[x].txt",
    ]


def test_standard_input_is_called_and_read_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(words: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words)))

    typed(b"# It *fell*")
    documents, _ = load(["-", "-"], stdin_name="draft.md")
    assert [(document.name, document.text) for document in documents] == [("draft.md", "It fell")]
    typed(b"# It *fell*")
    assert [(document.name, document.text) for document in load(["-"])[0]] == [("<stdin>", "# It *fell*")]
    typed(b"")
    assert complaints("-") == ["<stdin>: nothing came in. Check that it was saved."]


def test_bad_input_is_told_in_a_line_and_never_stops_the_rest(folder: Path) -> None:
    (folder / "good.txt").write_text("It fell.")
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "paper.txt").write_bytes(b"{\\rtf1 It fell.}")
    (folder / "data.txt").write_bytes(b"It\x00fell")
    (folder / "cut.txt").write_bytes("It fell.\nCafé “Bär” é".encode()[:-1])
    (folder / "cyrillic.txt").write_bytes("Мост упал".encode("cp1251"))
    (folder / "page.html").write_text("<html><script>1</script></html>")
    (folder / "none").mkdir()
    documents, unreadable = load(
        ["none", "nope.txt", "*.nope", "\0", *sorted(entry.name for entry in folder.iterdir() if entry.is_file())]
    )
    assert [document.name for document in documents] == ["good.txt"]
    assert [str(problem) for problem in unreadable] == [
        (
            "none: no articles in this folder. In a folder these are read: "
            ".docx, .epub, .htm, .html, .markdown, .md, .mdown, .mkd, .pdf, .text, .txt, .xhtml."
        ),
        "nope.txt: no such file. Check the name and the folder you are in.",
        "*.nope: nothing matches. Mind capitals, and quote the pattern where the shell expands it.",
        "\0: no file can be called that. Check the name.",
        "cut.txt:2:12: byte 0xc3 is not utf-8. Save the article as UTF-8.",
        "cyrillic.txt:1:1: byte 0xcc is not utf-8. Save the article as UTF-8.",
        "data.txt: it is not text. Save the article as .docx, .pdf, .html, .md or .txt.",
        "empty.txt: the file is empty. Check that it was saved.",
        "page.html: no text in it. Check that it is the article.",
        "paper.txt: it is rich text, not text. Save the article as .docx, .pdf, .html, .md or .txt.",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_what_is_closed_is_told(folder: Path) -> None:
    (folder / "closed.txt").write_text("It fell.")
    (folder / "closed.txt").chmod(0)
    assert complaints("closed.txt") == [
        "closed.txt: you may not read it. Ask its owner, or change its permissions (chmod +r)."
    ]


def test_what_fails_on_the_way_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("It fell.")

    def refuse(problem: OSError) -> None:
        def refused(*_: object) -> None:
            raise problem

        monkeypatch.setattr("os.scandir", refused)
        monkeypatch.setattr("pathlib.Path.open", refused)

    refuse(PermissionError())
    assert complaints("in", "in/a.txt") == [
        f"{name}: you may not read it. Ask its owner, or change its permissions (chmod +r)."
        for name in ("in", "in/a.txt")
    ]
    refuse(OSError(5, "Input/output error"))
    assert complaints("in/a.txt") == ["in/a.txt: it cannot be read (Input/output error). Check the name and the disk."]


def test_a_page_is_known_by_its_beginning(folder: Path) -> None:
    (folder / "page").write_text("<!DOCTYPE html><p>It <b>fell</b>.")
    assert the_one("page").text == "It fell."


# --- encodings ----------------------------------------------------------------------

ENCODED = [
    ("“Café”", "utf-8", ""),
    ("“Café”", "utf-8-sig", ""),
    ("“Café”", "utf-16", "read as utf-16-le, by its byte order mark"),
    ("“Café”", "utf-32", "read as utf-32-le, by its byte order mark"),
    ("“Café”", "windows-1252", "read as windows-1252, for it is not UTF-8 and does not declare an encoding"),
    ('<?xml version="1.0" encoding="koi8-r"?>Мост', "koi8-r", "read as koi8-r, as it declares"),
    ('<meta charset="latin-1">Café €', "windows-1252", "read as windows-1252, as it declares"),
    (
        '<meta charset="nonsense">Café',
        "windows-1252",
        "read as windows-1252, for it is not UTF-8 and does not declare an encoding",
    ),
    (
        '<meta charset="utf-8">Café',
        "windows-1252",
        "read as windows-1252, for it is not UTF-8 and does not declare an encoding",
    ),
]


@pytest.mark.parametrize(("text", "encoding", "remark"), ENCODED)
def test_an_encoding_is_found_and_what_was_assumed_is_said(folder: Path, text: str, encoding: str, remark: str) -> None:
    (folder / "a.txt").write_bytes(text.encode(encoding))
    document = the_one("a.txt")
    assert document.text == text
    assert document.remarks == ((remark,) if remark else ())


# --- dates --------------------------------------------------------------------------

DAY = date(2022, 10, 21)
DATED = [
    "A title\n\nPublished: 21 October 2022\n\nText.",
    "A title\nPublished on Friday, Oct. 21, 2022 at 5 p.m.\nText.",
    "Posted 2022-10-21\n\nText of 3 May 2021.",
    "A title\n\nUpdated 22 October 2022\n\nPublished 21 October 2022\n\nText.",
    "Last updated: October 21st, 2022\n\nText.",
    "Last updated at 11:24, Friday, 21 October 2022\n\nText.",
    "Published time: 9:03 pm, October 21, 2022\n\nText.",
    "Fri, 21 Oct 2022\n\nText.",
    "October 21, 2022, 9:30 a.m. ET\n\nText.",
    "LINDEN, Oct. 21, 2022 (AP) — The bridge fell.",
    "ST. ALBANS, Vt., 21 October 2022 - The bridge fell.",
    "Linden, 21 October 2022 - The bridge fell.",
    "Old Linden, Arland, Oct. 21, 2022 (AP) — “We heard it fall.”",
]
UNDATED = [
    "It fell on 21 October 2022.",
    "Published: 31 February 2022\n\nText.",
    "Published: 21 October\n\nText.",
    "Ivar Berg, 21 October 1922 – 3 May 2001",
    "Ivar Berg, October 21, 1922 – May 3, 2001",
    "LINDEN (Reuters) - The bridge fell on 21 October 2022.",
    "A title\n\n" + "Text.\n" * 20 + "Published: 21 October 2022",
]


# --- wrapped text -------------------------------------------------------------------

LONG_LINES = [
    passage.text
    for rule in default_rulebook().rules
    for example in rule.examples
    for passage in example.passages
    if len(passage.text) >= 120 and "\n" not in passage.text and "  " not in passage.text
]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n"])
@pytest.mark.parametrize("at_hyphens", [False, True])
def test_text_that_was_wrapped_is_read_as_it_was_before(end: str, *, at_hyphens: bool) -> None:
    for text in LONG_LINES:
        lines = textwrap.wrap(text, 72, break_long_words=False, break_on_hyphens=at_hyphens)
        assert read("a.txt", end.join(lines).encode()).text == text


@pytest.mark.parametrize(
    ("source", "text", "word", "place"),
    [
        ("It rose 5\u00a0per\u00a0cent, a 12\u2011year high.", "It rose 5 per cent, a 12-year high.", "high", "1:31"),
        ("A town of 70\u202f000.", "A town of 70\u202f000.", "000", "1:14"),
        ("It fell.  Then 30\u200b rose by mil\u00adlions.", "It fell. Then 30 rose by millions.", "rose", "1:20"),
        ("Lund  300  400\nMalmo  20  30\n", "Lund  300  400\nMalmo  20  30\n", "20", "2:8"),
    ],
)
def test_spaces_and_hyphens_are_read_as_they_look(source: str, text: str, word: str, place: str) -> None:
    document = read("a.txt", source.encode())
    assert document.text == text
    assert str(document.place(text.index(word))) == place


@pytest.mark.parametrize(
    "text",
    [
        "Lund beat Malmo in front of some 300 people\nYstad beat Kalmar\nVisby beat Trosa\n",
        "- Lund beat Malmo in front of some 300 of them\n- Ystad beat Kalmar\n",
        "1. Lund beat Malmo in front of some 300 of them\n2. Ystad beat Kalmar\n",
        "Lund    300    400    500    600    700    800    900\nMalmo    200    300    400    500\n",
        "Votes\none\ntwo\n",
        "The first line of a headline that is long enough\nBy Ann Lund\n\nThe text.",
    ],
)
def test_lines_of_their_own_stay_lines(text: str) -> None:
    assert read("a.txt", text.encode()).text == text


def test_a_word_of_wrapped_text_leads_back_to_its_line() -> None:
    text = "The council said on Monday that it had spent at least $119\r\nbillion on the bridge, and that it would go on so\r\nfor years.\r\n"
    document = read("a.txt", text.encode())
    assert "$119 billion" in document.text
    assert [str(document.place(document.text.index(word))) for word in ("$119", "billion", "for")] == [
        "1:55",
        "2:1",
        "3:1",
    ]


def test_a_word_that_was_broken_at_the_end_of_a_line_is_whole_again() -> None:
    text = (
        "The council said on Wednesday that it had spent at least $119 mil-\n"
        "lion on the bridge, which its engineers had called too dear, a well-\n"
        "known firm of the town said, and that by the end of that Wednes-\n"
        "day none of its own engi-\nneers knew a cheaper way across it.\n"
    )
    document = read("a.txt", text.encode())
    assert "$119 million on the bridge" in document.text
    assert "a well-known firm" in document.text
    assert "that Wednesday none of its own engineers knew" in document.text
    assert str(document.place(document.text.index("on the bridge"))) == "2:6"


@pytest.mark.parametrize("text", DATED)
def test_a_line_at_the_top_dates_an_article(text: str) -> None:
    found = printed_date(text)
    assert found is not None
    assert found[0] == DAY


@pytest.mark.parametrize("text", UNDATED)
def test_other_dates_do_not_date_an_article(text: str) -> None:
    assert printed_date(text) is None


def test_where_the_day_of_publication_comes_from_is_said(folder: Path) -> None:
    (folder / "plain.txt").write_text("Published: 21 October 2022\n\nIt fell.")
    (folder / "front.md").write_text("---\ndate: 2022-10-21\n---\nPublished: 22 October 2022\n\nIt fell.")
    (folder / "none.txt").write_text("It fell.")
    documents, _ = load(["plain.txt", "front.md", "none.txt"])
    assert [(document.published, *document.remarks) for document in documents] == [
        (DAY, "published 2022-10-21, as printed: “Published: 21 October 2022”"),
        (DAY, "published 2022-10-21, as its front matter says"),
        (None,),
    ]
    documents, _ = load(["plain.txt", "front.md", "none.txt"], published=date(2022, 10, 5))
    assert {document.published for document in documents} == {date(2022, 10, 5)}
    assert [document.remarks for document in documents] == [
        ("published 2022-10-05, as given",),
        ("published 2022-10-05, as given, though it says 2022-10-21",),
        ("published 2022-10-05, as given",),
    ]
