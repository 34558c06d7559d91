"""Findings become comments in a copy of the Word file, which is otherwise as it was."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli import commands
from factcheck.model import Document, Finding, Report, Severity, Span, TrackedChanges
from factcheck.pipeline import check
from factcheck.read.word import locate, open_word, read_word
from factcheck.report.word import ChangedError, annotated
from tests.word_files import deleted, inserted, paragraph, run, word_file

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACCEPT = TrackedChanges.ACCEPT

DRAFT = (
    paragraph(
        run("The bridge, "),
        run("90 km", "<w:b/>"),
        run(" ("),
        run("75", "<w:i/>"),
        run(" miles", "<w:color w:val='C00000'/>"),
        run(") from the border, fell. It killed "),
        deleted("10"),
        inserted("nine people"),
        run(": four residents, three firefighters and a guard."),
    ),
    "It fell on Tuesday, 25 February 2022.",
)


def findings_in(document: Document, *places: tuple[str, ...], message: str = "they differ") -> Report:
    """A report of one finding for each tuple of words."""
    findings = tuple(
        Finding(
            "rule", Severity.ERROR, message, tuple(span(document, words) for words in finding), "1 is 2", "", ("a", "b")
        )
        for finding in places
    )
    return Report((), findings)


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(document, start, start + len(words))


def commented(data: bytes, report: Report, document: Document, tracked: TrackedChanges = ACCEPT) -> Any:
    return docx.Document(BytesIO(annotated(report, document, data, tracked)))


def ranges(word: Any) -> list[tuple[str, str]]:
    """The first word of each comment, and the words that it is on."""
    found = {}
    for comment in word.comments:
        words, is_open = "", False
        for one in word.element.body.iter():
            if one.get(f"{W}id") == str(comment.comment_id) and one.tag.startswith(f"{W}comment"):
                is_open = one.tag == f"{W}commentRangeStart"
            elif is_open and one.tag in {f"{W}t", f"{W}delText"}:
                words += one.text or ""
        found[comment.text.split()[0]] = words
    return sorted(found.items())


def test_each_place_of_a_finding_has_a_comment_on_its_words() -> None:
    data = word_file(*DRAFT)
    document = read_word("a.docx", data)
    report = findings_in(
        document, ("Tuesday", "25 February"), ("90 km", "75 miles"), ("nine people", "four", "three", "a guard")
    )
    word = commented(data, report, document)
    assert ranges(word) == [
        ("1a", "90 km"),
        ("1b", "75 miles"),
        ("2a", "nine people"),
        ("2b", "four"),
        ("2c", "three"),
        ("2d", "a guard"),
        ("3a", "Tuesday"),
        ("3b", "25 February"),
    ]
    comment = next(comment for comment in word.comments if comment.text.startswith("1a"))
    assert comment.text.split("\n") == [
        "1a error: they differ [rule]",
        "= 1 is 2",
        "either: a",
        "or: b",
        "1b: “75 miles” (paragraph 1)",
    ]
    assert (comment.author, comment.initials, comment.timestamp) == ("factcheck", "fc", None)


def test_looks_and_tracked_changes_stay_as_they_were() -> None:
    data = word_file(*DRAFT)
    document = read_word("a.docx", data)
    word = commented(data, findings_in(document, ("km", "mile"), ("ine peopl", "bridge")), document)
    for tracked in (TrackedChanges.ACCEPT, TrackedChanges.REJECT):
        assert looks(word, tracked) == looks(open_word(data), tracked)
    assert [len(list(word.element.body.iter(f"{W}{tag}"))) for tag in ("ins", "del")] == [1, 1]


def looks(word: Any, tracked: TrackedChanges) -> list[tuple[str, str]]:
    """Each letter with how it looks."""
    letters = []
    for here in locate(word, tracked):
        for piece in here.passage.pieces:
            properties = piece.run.find(f"{W}rPr")
            look = "" if properties is None else ",".join(child.tag for child in properties)
            letters += [(letter, look) for letter in piece.words]
    return letters


def test_a_note_is_commented_on_at_its_mark_and_another_article_by_name() -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    data = word_file(paragraph(run("It is 90 km away."), mark), footnotes={2: "Others say 75 miles."})
    document, source = read_word("a.docx", data), Document("b.txt", "It is 80 km away.")
    finding = Finding(
        "rule", Severity.NOTE, "they differ", (span(document, "75 miles"), span(source, "80 km")), "", "", ("try it",)
    )
    other = Finding("rule", Severity.NOTE, "elsewhere", (span(source, "80 km"),))
    word = commented(data, Report((), (other, finding)), document)
    (comment,) = word.comments
    assert comment.text.split("\n") == [
        "1a note: they differ [rule]",
        "try: try it",
        "1b: “80 km” (b.txt:1:7)",
    ]
    start = next(word.element.body.iter(f"{W}commentRangeStart"))
    assert start.getnext().find(f"{W}footnoteReference") is not None


def test_the_sign_of_a_comment_stands_outside_of_changes_and_links() -> None:
    data = word_file(paragraph(run("It killed "), inserted("nine people"), run(".")))
    document = read_word("a.docx", data)
    word = commented(data, findings_in(document, ("nine",)), document)
    sign = next(word.element.body.iter(f"{W}commentReference")).getparent()
    assert sign.getparent().tag == f"{W}p"
    assert sign.getprevious().tag == f"{W}ins"


def test_letters_that_word_cannot_take_are_shown_as_what_they_are() -> None:
    data = word_file("It is 90 km away.")
    document = read_word("a.docx", data)
    word = commented(data, findings_in(document, ("90 km",), message="12\x1b[2J"), document)
    assert next(iter(word.comments)).text.startswith("1a error: 12<ESC>[2J [rule]")


def test_a_file_that_has_changed_since_is_not_commented_on() -> None:
    document = read_word("a.docx", word_file("It is 90 km away."))
    with pytest.raises(ChangedError):
        annotated(findings_in(document, ("90 km",)), document, word_file("It is 80 km away."), ACCEPT)
    with pytest.raises(ChangedError):
        annotated(Report((), ()), Document("a.docx", "It fell."), word_file("It fell."), ACCEPT)


PIECES = st.tuples(st.sampled_from([run, inserted, deleted]), st.text(st.sampled_from("12 ab"), min_size=1, max_size=4))


@settings(max_examples=30)  # each opens the file many times
@given(
    st.lists(st.lists(PIECES, min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from(TrackedChanges),
    st.data(),
)
def test_a_comment_is_on_the_very_letters_and_no_letter_is_lost(
    written: list[list[tuple[Any, str]]], tracked: TrackedChanges, data: st.DataObject
) -> None:
    file = word_file("12", *(paragraph(*(make(words) for make, words in pieces)) for pieces in written))
    document = read_word("a.docx", file, tracked)
    drawn = data.draw(st.lists(st.integers(0, len(document.text) - 1), max_size=4))
    spans = [Span(document, at, at + 1) for at in drawn if document.text[at] != "\n"]
    report = Report((), tuple(Finding("rule", Severity.NOTE, "it", (one,)) for one in spans))
    word = commented(file, report, document, tracked)
    assert [words for _, words in ranges(word)] == [one.text for one in sorted(spans, key=lambda one: one.start)]
    for version in TrackedChanges:
        assert looks(word, version) == looks(open_word(file), version)


# --- the command --------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(word_file(*DRAFT))
    return tmp_path


def run_check(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["check", *arguments], standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return result.return_value, result.stderr


def test_a_copy_is_written_beside_the_report(folder: Path) -> None:
    code, complaints = run_check("draft.docx", "--annotate", "checked.docx")
    assert (code, complaints) == (1, "")
    found = ranges(docx.Document(str(folder / "checked.docx")))
    assert [words for _, words in found][:2] == ["90 km", "75 miles"]
    assert sorted(path.name for path in folder.iterdir()) == ["checked.docx", "draft.docx"]


def test_the_changes_are_commented_on_as_they_were_read(folder: Path) -> None:
    run_check("draft.docx", "--tracked-changes", "reject", "--annotate", "checked.docx")
    assert "nine people" not in dict(ranges(docx.Document(str(folder / "checked.docx")))).values()


def test_what_cannot_be_annotated_is_told_in_a_line(folder: Path) -> None:
    (folder / "b.txt").write_text("It is 90 km away.")
    (folder / "c.docx").write_bytes(word_file("It is 90 km away."))
    several = "--annotate: of the articles, {} can be read as a Word file. Give one .docx at a time."
    assert run_check("b.txt", "--annotate", "x.docx") == (2, f"factcheck: {several.format('none')}\n")
    assert run_check("draft.docx", "c.docx", "--annotate", "x.docx") == (2, f"factcheck: {several.format('2')}\n")
    assert run_check("draft.docx", "--annotate", "./draft.docx") == (
        2,
        "factcheck: draft.docx: it is the article itself. Give the copy another name.\n",
    )
    assert run_check("draft.docx", "--annotate", "no/x.docx") == (
        2,
        "factcheck: no/x.docx: cannot be written: No such file or directory. Name a file in a folder that you may write to.\n",
    )
    assert not (folder / "x.docx").exists()


def test_only_word_files_take_comments(folder: Path) -> None:
    del folder
    with pytest.raises(Exception, match=r"only Word files take comments; “checked\.md” does not end in \.docx"):
        run_check("draft.docx", "--annotate", "checked.md")


def test_an_article_that_goes_away_or_changes_meanwhile_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def and_then(change: Any) -> Any:
        def checked(*arguments: Any, **named: Any) -> Report:
            report = check(*arguments, **named)
            change()
            return report

        return checked

    draft = folder / "draft.docx"
    monkeypatch.setattr("factcheck.pipeline.check", and_then(lambda: draft.write_bytes(word_file("It fell."))))
    assert run_check("draft.docx", "--annotate", "x.docx") == (
        2,
        "factcheck: draft.docx: it has changed since it was read. Run factcheck again.\n",
    )
    draft.write_bytes(word_file(*DRAFT))
    monkeypatch.setattr("factcheck.pipeline.check", and_then(draft.unlink))
    assert run_check("draft.docx", "--annotate", "x.docx") == (
        2,
        "factcheck: draft.docx: no such file. Check the name and the folder you are in.\n",
    )
