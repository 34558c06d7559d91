"""Word files become documents: what is printed of them, in which part, and what their places are called."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import TrackedChanges
from factcheck.read.problems import CannotReadError
from factcheck.read.word import read_word
from tests.word_files import deleted, inserted, paragraph, repacked, run, saved, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Document

TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>People</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>Linden</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>70,000</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def read(*blocks: str, tracked: TrackedChanges = TrackedChanges.ACCEPT) -> Document:
    return read_word("a.docx", word_file(*blocks), tracked)


def printed(*blocks: str, tracked: TrackedChanges = TrackedChanges.ACCEPT) -> list[str]:
    return read(*blocks, tracked=tracked).text.split("\n\n")


def where(document: Document, words: str) -> str:
    return str(document.place(document.text.index(words)))


def parts(document: Document) -> list[tuple[str, str]]:
    return [(block.role.value, document.text[block.start : block.end]) for block in document.blocks]


def test_styles_tell_which_part_a_paragraph_plays() -> None:
    document = read(
        paragraph(run("Bridge falls"), style="Title"),
        paragraph(run("In Linden"), style="Subtitle"),
        "The bridge fell on Monday.",
        paragraph(run("Why"), style="Heading2"),
        paragraph(run("It was 50 years old"), style="ListBullet"),
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>It was long</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>No list</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>What now</w:t></w:r></w:p>",
        paragraph(run("“It fell.”"), style="IntenseQuote"),
        paragraph(run("The bridge in May"), style="Caption"),
        paragraph(run("Who knows"), style="NoSuchStyle"),
        TABLE,
    )
    assert parts(document) == [
        ("headline", "Bridge falls"),
        ("headline", "In Linden"),
        ("headline", "Why"),
        ("list item", "It was 50 years old"),
        ("list item", "It was long"),
        ("headline", "What now"),
        ("quotation", "“It fell.”"),
        ("caption", "The bridge in May"),
        *[("table cell", words) for words in ("Town", "People", "Linden", "70,000")],
    ]
    assert where(document, "on Monday") == "paragraph 3"
    assert where(document, "Who knows") == "paragraph 11"
    assert where(document, "70,000") == "table 1, row 2, column 2"
    assert document.published is None


def test_a_style_plays_the_part_of_the_style_that_it_is_based_on() -> None:
    word = docx.Document()
    house = word.styles.add_style("House head", 1)
    house.base_style = word.styles["Heading 1"]
    word.add_paragraph("Bridge falls", style=house)
    listed = word.styles.add_style("House item", 1)
    listed.base_style = word.styles["List Number"]
    word.add_paragraph("It was long", style=listed)
    assert parts(read_word("a.docx", saved(word))) == [("headline", "Bridge falls"), ("list item", "It was long")]


def test_a_table_of_contents_is_not_read() -> None:
    word = docx.Document()
    word.styles.add_style("toc 1", 1)
    word.add_paragraph("Bridge falls\t12", style="toc 1")
    word.add_paragraph("It fell.")
    assert read_word("a.docx", saved(word)).text == "It fell."


PRINTED = {
    "runs": (run("It f") + run("ell", "<w:b/>") + run(" on"), "It fell on"),
    "tabs, breaks and hyphens": (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>",
        "a\tb\nc-de",
    ),
    "soft hyphens and marks without width": (run("Lin\u00adden\u200b fell"), "Linden fell"),
    "no-break spaces": (run("5\u00a0km"), "5\u00a0km"),
    "hidden words": (run("It fell") + run(" not", "<w:vanish/>"), "It fell"),
    "words that are not hidden": (run("It fell") + run(" not", "<w:vanish w:val='0'/>"), "It fell not"),
    "struck words": (run("It fell") + run(" not", "<w:strike/>") + run(" so", "<w:dstrike/>"), "It fell"),
    "powers": (run("5 km") + run("2", "<w:vertAlign w:val='superscript'/>"), "5 km²"),
    "marks of notes": (run("It fell") + run("14", "<w:vertAlign w:val='superscript'/>"), "It fell"),
    "links": (f"<w:hyperlink>{run('It fell')}</w:hyperlink>", "It fell"),
    "fields": (
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE 12</w:instrText></w:r>"
            f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('7')}<w:fldSimple w:instr='DATE'>{run(' May')}</w:fldSimple>"
        ),
        "7 May",
    ),
    "fields to fill in": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('It fell')}</w:sdtContent></w:sdt>", "It fell"),
}


@pytest.mark.parametrize(("inner", "words"), PRINTED.values(), ids=PRINTED)
def test_runs_are_printed_as_word_shows_them(inner: str, words: str) -> None:
    assert printed(paragraph(inner)) == [words]


CHANGED = paragraph(run("It killed "), deleted("12"), inserted("14"), run(" people."))


@pytest.mark.parametrize(
    ("tracked", "words", "remark"),
    [
        (TrackedChanges.ACCEPT, ["It killed 14 people.", "It fell."], "tracked changes read as made"),
        (TrackedChanges.REJECT, ["It killed 12 people.", "It fell."], "tracked changes read as not made"),
        (
            TrackedChanges.BOTH,
            ["It killed 14 people.", "It killed 12 people.", "It fell."],
            "tracked changes read as made, and as not made",
        ),
    ],
)
def test_tracked_changes_are_read_as_asked(tracked: TrackedChanges, words: list[str], remark: str) -> None:
    document = read(CHANGED, "It fell.", tracked=tracked)
    assert document.text.split("\n\n") == words
    assert document.remarks == (remark,)


def test_a_paragraph_before_its_changes_is_called_so() -> None:
    document = read("It was old.", CHANGED, "It fell.", tracked=TrackedChanges.BOTH)
    assert where(document, "14 people") == "paragraph 2"
    assert where(document, "12 people") == "paragraph 2 before the changes"
    assert where(document, "It fell") == "paragraph 3"


def test_a_paragraph_whose_end_is_deleted_runs_on() -> None:
    mark = '<w:del w:id="3" w:author="Ada" w:date="2022-10-21T10:00:00Z"/>'
    blocks = [paragraph(run("It killed "), mark=mark), paragraph(run("12 people."))]
    assert printed(*blocks) == ["It killed 12 people."]
    assert printed(*blocks, tracked=TrackedChanges.REJECT) == ["It killed ", "12 people."]
    assert printed(paragraph(run("It killed"), mark=mark)) == ["It killed"]


def test_what_was_moved_is_read_once() -> None:
    moved = [
        paragraph(f"<w:moveFrom w:id='4' w:author='Ada'>{run('It fell.')}</w:moveFrom>"),
        "It was old.",
        paragraph(f"<w:moveTo w:id='5' w:author='Ada'>{run('It fell.')}</w:moveTo>"),
    ]
    assert printed(*moved) == ["It was old.", "It fell."]
    assert printed(*moved, tracked=TrackedChanges.REJECT) == ["It fell.", "It was old."]


def test_a_deleted_row_of_a_table_is_not_read() -> None:
    table = TABLE.replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='6' w:author='Ada'/></w:trPr>", 1)
    assert printed(table, "It fell.") == ["Linden", "70,000", "It fell."]
    both = read(table, "It fell.", tracked=TrackedChanges.BOTH)
    assert both.text.split("\n\n") == ["Town", "People", "Linden", "70,000", "It fell."]
    assert where(both, "Town") == "table 1, row 1, column 1 before the changes"


def test_a_comment_of_xml_or_of_an_editor_is_no_text() -> None:
    assert printed("<w:p><!-- 12 --><w:commentRangeStart w:id='0'/><w:r><w:t>It fell.</w:t></w:r></w:p>") == [
        "It fell."
    ]


BOX = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    drawn = f"<mc:Choice>{BOX.format('In a box')}</mc:Choice><mc:Fallback>{BOX.format('In a box')}</mc:Fallback>"
    document = read(
        paragraph(run("It "), f"<w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>", run("fell.")),
        "The end.",
    )
    assert document.text.split("\n\n") == ["It fell.", "In a box", "The end."]
    assert where(document, "In a") == "text box 1"
    assert where(document, "The end") == "paragraph 2"


def test_notes_are_read_last_and_counted_as_they_are_called() -> None:
    mark = "<w:r><w:{0}noteReference w:id='{1}'/></w:r>"
    body = [
        paragraph(run("It fell"), mark.format("foot", 7), run(" on Monday."), mark.format("foot", 5)),
        paragraph(run("It was old."), mark.format("end", 2)),
    ]
    data = word_file(
        *body, footnotes={5: "In 1972.", 7: "Not on Sunday.", 9: "Nobody asks."}, endnotes={2: "See 1971."}
    )
    document = read_word("a.docx", data)
    assert document.text.split("\n\n") == [
        "It fell on Monday.",
        "It was old.",
        "Not on Sunday.",
        "In 1972.",
        "See 1971.",
    ]
    assert [where(document, words) for words in ("Sunday", "1972", "1971")] == ["footnote 1", "footnote 2", "endnote 1"]


@settings(max_examples=50)  # each packs and unpacks a file
@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from([run, inserted, deleted]), st.text(st.sampled_from("12 ab.\u00ad"), max_size=5)),
            max_size=4,
        ),
        max_size=5,
    ),
    st.sampled_from(TrackedChanges),
)
def test_every_letter_leads_back_to_itself_and_paragraphs_stand_in_order(
    written: list[list[tuple[Callable[[str], str], str]]], tracked: TrackedChanges
) -> None:
    blocks = [paragraph(*(make(words) for make, words in pieces)) for pieces in written]
    document = read(*blocks, tracked=tracked)
    assert document.origin
    for at, letter in enumerate(document.text):
        if letter != "\n":
            assert document.origin.text[document.origin.offset(at)] == letter
    starts = [landmark.start for landmark in document.landmarks]
    assert starts == sorted(starts)
    kept = {TrackedChanges.ACCEPT: deleted, TrackedChanges.REJECT: inserted}.get(tracked)
    if kept:
        lines = ["".join(words for make, words in pieces if make is not kept) for pieces in written]
        wanted = [line.replace("\u00ad", "").lstrip() for line in lines if line.strip("\u00ad ")]
        assert document.text == "\n\n".join(wanted)


def test_what_wraps_paragraphs_rows_and_cells_is_seen_through() -> None:
    wrapped = TABLE.replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>", 1).replace(
        "</w:tr>", "</w:tr></w:sdtContent></w:sdt>", 1
    )
    block = "<w:sdt><w:sdtContent><w:p><w:r><w:t>It fell.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document = read(block, wrapped)
    assert document.text.split("\n\n") == ["It fell.", "Town", "People", "Linden", "70,000"]
    assert where(document, "Linden") == "table 1, row 2, column 1"


def test_a_style_may_make_its_paragraphs_items_of_a_list() -> None:
    word = docx.Document()
    house = word.styles.add_style("House item", 1)
    house.element.get_or_add_pPr()._add_numPr().get_or_add_numId().val = 1  # noqa: SLF001 - there is no public way
    word.add_paragraph("It was long", style=house)
    assert parts(read_word("a.docx", saved(word))) == [("list item", "It was long")]


# --- bad files ----------------------------------------------------------------------


def complaint(data: bytes) -> str:
    with pytest.raises(CannotReadError) as problem:
        read_word("a.docx", data)
    return f"{problem.value.what}. {problem.value.remedy}"


AGAIN = "Open it where it was written, and save it again."


def test_a_broken_file_is_told_in_a_line() -> None:
    good = word_file("It fell.")
    assert complaint(b"PK\x03\x04 and so on") == f"it is damaged (File is not a zip file). {AGAIN}"
    assert complaint(good[:-600]).startswith("it is damaged")
    broken = complaint(repacked(good, word__document_xml=b"<w:document"))
    assert broken.startswith("it is damaged (")
    assert broken.endswith(AGAIN)
    at = good.index(b"word/document.xml") + 40
    assert complaint(good[:at] + b"\xff" * 20 + good[at + 20 :]).startswith("it is damaged")


def test_broken_notes_are_told() -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    data = word_file(paragraph(run("It fell."), mark), footnotes={2: "In 1972."})
    assert complaint(repacked(data, word__footnotes_xml=b"<w:footnotes")).startswith("it is damaged (")


def test_another_archive_is_no_word_file() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("a.txt", "It fell.")
    assert complaint(packed.getvalue()) == (
        "it is a zip archive, and no Word document. Save the article as .docx, .pdf or .txt."
    )


def test_entities_are_refused_in_whatever_encoding() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
    for data in (bomb.encode(), f'<?xml version="1.0" encoding="utf-16"?>{bomb}'.encode("utf-16")):
        assert complaint(repacked(word_file("It fell."), word__document_xml=data)) == (
            f"word/document.xml in it declares entities, which no article needs. {AGAIN}"
        )


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(word_file("It fell."), word__media__image1_png=bytes(3 * 1024 * 1024))
    read_word("a.docx", bomb)
    monkeypatch.setattr("factcheck.read.packages.MOST_UNPACKED", 2 * 1024 * 1024)
    assert complaint(bomb).startswith("it unpacks to 4 MB in ")
    monkeypatch.setattr("factcheck.read.packages.MOST_UNPACKED", 1 << 40)
    monkeypatch.setattr("factcheck.read.packages.MOST_MARKED_UP", 100)
    assert complaint(bomb).endswith("more than an article has. Save the text alone in a file of its own.")


def test_a_locked_archive_is_told() -> None:
    data = bytearray(word_file("It fell."))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert complaint(bytes(data)) == "it is locked with a password. Save a copy without one."


def test_what_reads_word_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert complaint(b"PK") == (
        "it is a Word document, and what reads those is not installed. "
        'Install it with: pip install "factcheck-rules[docx]"'
    )
