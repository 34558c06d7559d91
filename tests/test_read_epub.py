"""EPUB becomes documents: chapters in the order of the book, each paragraph counted."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from factcheck.read.epub import read_epub
from factcheck.read.problems import CannotReadError

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
BOOK = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:date>2022</dc:date><dc:date>2022-10-21</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="ad" href="ad.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/><itemref idref="two"/><itemref idref="ad" linear="no"/><itemref idref="css"/><itemref idref="one"/></spine>
</package>"""
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": BOOK,
    "OPS/nav.xhtml": "<p>1 Contents",
    "OPS/text/one .xhtml": "<!DOCTYPE html><html><body><h1>After</h1><p>It fell.</p><p>It was old.</p></body></html>",
    "OPS/two.xhtml": "<p>It was built.</p>",
    "OPS/ad.xhtml": "<p>Buy 2",
}


def book(**changed: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        for name, content in {
            **FILES,
            **{name.replace("__", "/").replace("_", "."): new for name, new in changed.items()},
        }.items():
            if content:
                package.writestr(name, content)
    return packed.getvalue()


def test_chapters_are_read_in_the_order_of_the_book() -> None:
    document = read_epub("a.epub", book())
    assert document.text.split("\n\n") == ["It was built.", "After", "It fell.", "It was old."]
    assert [str(document.place(document.text.index(words))) for words in ("built", "fell", "old")] == [
        "chapter 1, paragraph 1",
        "chapter 2, paragraph 2",
        "chapter 2, paragraph 3",
    ]
    assert [(block.role.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "After")
    ]
    assert (str(document.published), document.remarks) == (
        "2022-10-21",
        ("published 2022-10-21, as its metadata (dc:date) says",),
    )


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"no archive", "it is damaged (File is not a zip file)"),
        (book(OPS__two_xhtml=""), "it is damaged (\"There is no item named 'OPS/two.xhtml' in the archive\")"),
        (book(OPS__book_opf="<package"), "it is damaged (unclosed token: line 1, column 0)"),
        (
            book(OPS__book_opf="<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
            "OPS/book.opf in it declares entities, which no article needs",
        ),
        (book(OPS__book_opf="<package/>"), "no text in it"),
        (book(**{"META-INF__rights_xml": "<rights/>"}), "it is locked by its seller"),
    ],
)
def test_a_bad_book_is_told(data: bytes, complaint: str) -> None:
    with pytest.raises(CannotReadError) as problem:
        read_epub("a.epub", data)
    assert problem.value.what == complaint


def test_a_book_without_a_day_has_none() -> None:
    assert read_epub("a.epub", book(OPS__book_opf=BOOK.replace("2022-10-21", "soon"))).published is None
