"""Word files made for a test: paragraphs as Word's own XML, put into a real package."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACES = nsdecls("w", "wp", "a", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def word_file(*blocks: str, footnotes: dict[int, str] | None = None, endnotes: dict[int, str] | None = None) -> bytes:
    """A Word file with these blocks as its body; plain words become a paragraph, XML stays as it is."""
    word = docx.Document()
    body = word.element.body
    for block in blocks:
        body.insert(len(body) - 1, element(block))
    for kind, notes in (("footnotes", footnotes), ("endnotes", endnotes)):
        if notes:
            _add_notes(word, kind, notes)
    return saved(word)


def element(block: str) -> Any:
    """A block as an element of Word's."""
    xml = block if block.startswith("<") else f"<w:p>{run(block)}</w:p>"
    name, rest = xml[1:].split(">", 1) if ">" in xml.split(" ")[0] else xml[1:].split(" ", 1)
    return parse_xml(f"<{name} {NAMESPACES}{'>' if xml[1 + len(name)] == '>' else ' '}{rest}")


def run(words: str, properties: str = "") -> str:
    """A run that prints the words."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str, style: str = "", mark: str = "") -> str:
    """A paragraph of runs; its style is one that python-docx brings, its mark may be inserted or deleted."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{named}{marked}</w:pPr>{''.join(inner)}</w:p>"


def inserted(words: str) -> str:
    """A run that has been inserted."""
    return f'<w:ins w:id="1" w:author="Ada" w:date="2022-10-21T10:00:00Z">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    """A run that has been deleted."""
    gone = run(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:del w:id="2" w:author="Ada" w:date="2022-10-21T10:00:00Z">{gone}</w:del>'


def repacked(data: bytes, **changed: bytes) -> bytes:
    """The package with some of its files changed; two underlines stand for a slash, one for a dot."""
    names = {name.replace("__", "/").replace("_", "."): new for name, new in changed.items()}
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, names.pop(name) if name in names else old.read(name))
        for name, content in names.items():
            new.writestr(name, content)
    return packed.getvalue()


def saved(word: Any) -> bytes:
    """The file as it is written."""
    packed = BytesIO()
    word.save(packed)
    return packed.getvalue()


def _add_notes(word: Any, kind: str, notes: dict[int, str]) -> None:
    inner = "".join(
        f'<w:{kind[:-1]} w:id="{number}"><w:p>{run(words)}</w:p></w:{kind[:-1]}>' for number, words in notes.items()
    )
    blob = f"<w:{kind} {NAMESPACES}>{inner}</w:{kind}>".encode()
    part = Part(PackURI(f"/word/{kind}.xml"), NOTES.format(kind), blob, word.part.package)
    word.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))
