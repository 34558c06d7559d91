"""Word becomes a document: what is printed of its paragraphs, tables and notes, with or without tracked changes."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from factcheck.model import Role, TrackedChanges
from factcheck.nouns import NamedTuple
from factcheck.read.packages import MARKED_UP, broken, open_package, plain_xml
from factcheck.read.problems import CannotReadError, optional
from factcheck.read.transcripts import Transcript, raised
from factcheck.read.word_styles import Element, Styles, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from zipfile import ZipFile

    from factcheck.model import Document

    #: Whether what stands in an element of this name is read.
    Kept = Callable[[str], bool]
    #: The passages of a story in the version that keeps this.
    Passages = Callable[[Kept], Iterable["Passage"]]

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

#: What wraps a paragraph, a row or a run without meaning anything for the text.
WRAPPERS = frozenset("bdo customXml dir fldSimple hyperlink ins del moveFrom moveTo sdt sdtContent smartTag".split())
#: What is there only if the change is made, and only if it is not.
INSERTED, DELETED = frozenset(["ins", "moveTo"]), frozenset(["del", "moveFrom"])
#: What stands for a letter.
LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Piece(NamedTuple):
    """Some letters of a paragraph, and the elements that hold them."""

    words: str
    #: The `w:r`, and the element in it whose text the words are.
    run: Element
    element: Element


class Passage(NamedTuple):
    """A paragraph as it is read."""

    #: Counts all paragraphs of its story, read or not, from nought.
    number: int
    role: Role
    pieces: tuple[Piece, ...]
    #: "table 1, row 2, column 3"; empty for a paragraph that is only counted.
    where: str
    #: Where a comment on it goes, as Word takes none in notes and boxes: the run that the passage hangs on.
    mark: Element | None = None

    @property
    def words(self) -> str:
        """What is printed in it."""
        return "".join(piece.words for piece in self.pieces)


class Located(NamedTuple):
    """A passage with its name, and where it starts in the text of the whole file."""

    name: str
    start: int
    passage: Passage


def read_word(name: str, data: bytes, tracked_changes: TrackedChanges = TrackedChanges.ACCEPT) -> Document:
    """The document, undated: when Word says that a file was made or saved is not when it was published."""
    word = open_word(data)
    located = locate(word, tracked_changes)
    transcript = Transcript("".join(f"{here.passage.words}\n" for here in located))
    for here in located:
        transcript.start(here.passage.role)
        transcript.landmark(here.name)
        transcript.copy(here.start, here.start + len(here.passage.words))
    is_changed = next(word.element.body.iter(*_CHANGES), None) is not None
    remarks = (f"tracked changes read as {_READ_AS[tracked_changes]}",) if is_changed else ()
    return transcript.document(name, None, remarks)


def open_word(data: bytes) -> Any:
    """The file as python-docx has it; raises CannotReadError where it is broken or would do harm."""
    docx = optional("docx", extra="docx", kind="a Word document")
    package = open_package(data)
    for name in package.namelist():
        if name.lower().endswith(MARKED_UP):
            plain_xml(package, name)
    try:
        return _with_body(docx.Document(BytesIO(data)))
    except Exception as problem:  # python-docx and lxml raise what they like
        raise _not_word(package, problem) from problem


def _with_body(word: Any) -> Any:
    if word.element.body is None:
        raise ValueError("there is no body in it")
    return word


def _not_word(package: ZipFile, problem: Exception) -> CannotReadError:
    if "word/document.xml" in package.namelist():
        return broken(problem)
    return CannotReadError("it is a zip archive, and no Word document", "Save the article as .docx, .pdf or .txt.")


def locate(word: Any, tracked_changes: TrackedChanges) -> list[Located]:
    """Every passage of the file, notes last, as the tracked changes are to be read."""
    located: list[Located] = []
    start = 0
    for passages, counted in _stories(word):
        count = 0
        for _, versions in groupby(_versions(passages, tracked_changes), key=lambda version: version[0].number):
            shown = [version for version in versions if version[0].words.strip()]
            count += bool(shown) and not shown[0][0].where
            for passage, suffix in shown:
                name = (passage.where or f"{counted} {count}") + suffix
                located.append(Located(name, start, passage))
                start += len(passage.words) + 1
    return located


# --- tracked changes ----------------------------------------------------------------

_CHANGES = frozenset(W + tag for tag in INSERTED | DELETED)
_READ_AS = {
    TrackedChanges.ACCEPT: "made",
    TrackedChanges.REJECT: "not made",
    TrackedChanges.BOTH: "made, and as not made",
}


def _accepted(tag: str) -> bool:
    return tag not in DELETED


def _rejected(tag: str) -> bool:
    return tag not in INSERTED


def _versions(passages: Passages, tracked_changes: TrackedChanges) -> list[tuple[Passage, str]]:
    """The passages of a story, each with what is to be said of its version."""
    if tracked_changes is TrackedChanges.REJECT:
        return [(passage, "") for passage in passages(_rejected)]
    after = list(passages(_accepted))
    if tracked_changes is TrackedChanges.ACCEPT:
        return [(passage, "") for passage in after]
    known = {(passage.number, passage.words) for passage in after}
    before = [passage for passage in passages(_rejected) if (passage.number, passage.words) not in known]
    both = [*((passage, "") for passage in after), *((passage, " before the changes") for passage in before)]
    return sorted(both, key=lambda version: version[0].number)


# --- stories ------------------------------------------------------------------------


def _stories(word: Any) -> Iterator[tuple[Passages, str]]:
    """The text and each kind of notes: how to read its passages, and what its paragraphs are called."""
    styles, body = Styles(word), word.element.body
    yield partial(_passages, [_Part(body, "")], styles), "paragraph"
    for kind in ("footnote", "endnote"):
        notes = _notes(word, kind)
        marks = [mark for mark in body.iter(f"{W}{kind}Reference") if mark.get(f"{W}id") in notes]
        parts = [
            _Part(notes[mark.get(f"{W}id")], f"{kind} {count}", mark.getparent()) for count, mark in enumerate(marks, 1)
        ]
        yield partial(_passages, parts, styles), kind


class _Part(NamedTuple):
    """What is read from its start to its end: the whole text, or a note."""

    element: Element
    where: str
    mark: Element | None = None


def _passages(parts: Iterable[_Part], styles: Styles, kept: Kept) -> Iterator[Passage]:
    paragraphs = chain.from_iterable(part.element.iter(f"{W}p") for part in parts)
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs)}
    for part in parts:
        for passage in _Reading(styles, kept, numbers).passages(part):
            yield passage if part.mark is None else passage._replace(mark=part.mark)


def _notes(word: Any, kind: str) -> dict[str, Element]:
    """The notes of a kind by their number."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - comes with the extra

    for relation in word.part.rels.values():
        if relation.reltype == f"{_RELATIONS}{kind}s" and not relation.is_external:
            try:
                notes = parse_xml(relation.target_part.blob)
            except Exception as problem:  # lxml raises what it likes
                raise broken(problem) from problem
            return {note.get(f"{W}id"): note for note in notes.iterchildren(f"{W}{kind}")}
    return {}


class _Reading:
    """A part read in one version."""

    def __init__(self, styles: Styles, kept: Kept, numbers: Mapping[Element, int]) -> None:
        self._styles = styles
        self._kept = kept
        self._numbers = numbers
        self._tables = 0
        self._boxes = 0
        #: The pieces of a paragraph whose end is deleted, so that it runs on, and its number and role.
        self._open: tuple[int, Role, list[Piece]] | None = None
        #: The boxes that hang on the paragraph, each with its run.
        self._boxed: list[tuple[Element, Element]] = []

    def passages(self, part: _Part) -> Iterator[Passage]:
        """Every passage, in order; what stands in a box follows the paragraph that the box hangs on."""
        yield from self._blocks(part.element, part.where)
        if self._open:
            number, role, pieces = self._open
            yield Passage(number, role, tuple(pieces), part.where)

    def _blocks(self, parent: Element, where: str) -> Iterator[Passage]:
        for child in parent:
            match _local(child):
                case "p":
                    yield from self._paragraph(child, where)
                case "tbl":
                    self._tables += 1
                    yield from self._table(child, f"table {self._tables}")
                case tag if tag in WRAPPERS and self._kept(tag):
                    yield from self._blocks(child, where)

    def _table(self, table: Element, where: str) -> Iterator[Passage]:
        for row, tr in enumerate(_inside(table, "tr"), 1):
            if all(self._kept(_local(change)) for change in tr.iterfind(f"{W}trPr/*")):
                for column, tc in enumerate(_inside(tr, "tc"), 1):
                    yield from self._blocks(tc, f"{where}, row {row}, column {column}")

    def _paragraph(self, paragraph: Element, where: str) -> Iterator[Passage]:
        number = self._numbers[paragraph]
        role = Role.CELL if where.startswith("table") else self._styles.role(paragraph)
        pieces = list(self._pieces(paragraph)) if role is not None else []
        if self._open:
            number, role, before = self._open
            pieces = [*before, *pieces]
            self._open = None
        if all(self._kept(_local(change)) for change in paragraph.iterfind(f"{W}pPr/{W}rPr/*")):
            yield Passage(number, role or Role.BODY, tuple(pieces), where)
        else:
            self._open = number, role or Role.BODY, pieces
        boxes, self._boxed = self._boxed, []
        for box, run in boxes:
            self._boxes += 1
            for passage in self._blocks(box, where or f"text box {self._boxes}"):
                yield passage._replace(mark=run)

    def _pieces(self, parent: Element) -> Iterator[Piece]:
        for child in parent:
            tag = _local(child)
            if tag == "r":
                yield from self._run(child)
            elif tag in WRAPPERS and self._kept(tag):
                yield from self._pieces(child)

    def _run(self, run: Element) -> Iterator[Piece]:
        """What a run prints: nothing if it is hidden or struck through."""
        if any(_is_on(run.find(f"{W}rPr/{W}{effect}")) for effect in ("vanish", "strike", "dstrike")):
            return
        lifted = run.find(f"{W}rPr/{W}vertAlign")
        is_raised = lifted is not None and lifted.get(f"{W}val") == "superscript"
        for child in run:
            tag = _local(child)
            if tag in {"t", "delText"}:
                words = child.text or ""
                yield Piece(raised(words) if is_raised else words, run, child)
            elif tag in LETTERS:
                yield Piece(LETTERS[tag], run, child)
            elif tag not in {"rPr", "instrText"}:
                self._boxed += ((box, run) for box in _boxes(child))


def _boxes(element: Element) -> list[Element]:
    """The text boxes in an element, without those that only older versions of Word show, and those inside others."""
    boxes = element.iter(f"{W}txbxContent")
    return [
        box
        for box in boxes
        if not any(
            above.tag in {_FALLBACK, f"{W}txbxContent"}
            for above in box.iterancestors()
            if above is element or element in above.iterancestors()
        )
    ]


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The elements of that name, whatever wraps them."""
    for child in parent:
        if _local(child) == tag:
            yield child
        elif _local(child) in WRAPPERS:
            yield from _inside(child, tag)


def _local(element: Element) -> str:
    """The name of an element of Word's, without its namespace; "" for any other."""
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) and tag.startswith(W) else ""


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val") not in {"0", "false", "off"}
