"""PDF becomes documents: lines are joined to the paragraphs that they were broken from, and places are named by page."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.pdf import read_pdf
from factcheck.read.problems import CannotReadError
from tests.pdf_files import Words, lines, pdf_file

if TYPE_CHECKING:
    from factcheck.model import Document

FULL = "The bridge of 1,950 m fell on Monday and many people who lived"


def read(*pages: list[Words]) -> Document:
    return read_pdf("a.pdf", pdf_file(*pages))


def printed(*pages: list[Words]) -> list[str]:
    return read(*pages).text.split("\n\n")


def where(document: Document, words: str) -> str:
    return str(document.place(document.text.index(words)))


def test_lines_that_had_to_be_broken_are_joined() -> None:
    assert printed(lines(FULL, FULL, "12 of them.")) == [f"{FULL} {FULL} 12 of them."]


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        (lines("By Jane Doe", FULL, "there."), ["By Jane Doe", f"{FULL} there."]),
        ([*lines(FULL, FULL), *lines("So it was.", top=650)], [f"{FULL} {FULL}", "So it was."]),
        ([*lines(FULL, FULL), *lines(FULL, left=90, top=672)], [f"{FULL} {FULL}", FULL]),
        ([*lines(FULL, "- " + FULL, left=72)], [FULL, f"- {FULL}"]),
        ([*lines("- " + FULL), *lines(FULL, left=82, top=686)], [f"- {FULL} {FULL}"]),
        ([*lines(FULL, FULL), *lines(FULL, top=672, size=8)], [f"{FULL} {FULL}", FULL]),
    ],
    ids=["a short line", "a gap", "an indent", "an item", "an item hangs", "smaller letters"],
)
def test_a_paragraph_ends_at(page: list[Words], paragraphs: list[str]) -> None:
    assert printed(page) == paragraphs


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page_unless_it_has_ended() -> None:
    left, right = lines("It fell on Monday and all", "of the people saw it from"), lines("their 12 windows.", left=330)
    assert printed([*left, *right]) == ["It fell on Monday and all of the people saw it from their 12 windows."]
    ended = [*left[:-1], left[-1]._replace(words="of the people saw that.")]
    assert printed([*ended, *right]) == ["It fell on Monday and all of the people saw that.", "their 12 windows."]
    document = read(left, lines("their 12 windows.", "It was old.", leading=30))
    assert document.text.split("\n\n")[0] == "It fell on Monday and all of the people saw it from their 12 windows."
    assert [where(document, words) for words in ("people", "windows", "old")] == [
        "page 1, paragraph 1",
        "page 2, paragraph 1",
        "page 2, paragraph 2",
    ]
    assert document.place(document.text.index("old")).landmark.page == 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        ("neigh-", "bourhood", "neighbourhood"),
        ("mid-", "October", "mid-October"),
        ("45-", "year-old", "45-year-old"),
        ("twenty-", "five", "twenty-five"),
        ("London-", "based", "London-based"),
        ("self-", "proclaimed", "self-proclaimed"),
    ],
)
def test_a_broken_word_is_joined_and_keeps_the_hyphen_that_is_its_own(first: str, second: str, word: str) -> None:
    document = read(lines(f"{FULL} in the {first}", f"{second} of Linden fell."))
    assert document.text == f"{FULL} in the {word} of Linden fell."
    assert document.origin
    at = document.text.index("Linden")
    assert document.origin.text[document.origin.offset(at) :].startswith("Linden")


def test_what_stands_columns_apart_is_a_table() -> None:
    document = read(
        [
            *lines("Bridge falls", size=20, top=740),
            *lines(FULL, FULL),
            *(Words(left, 600, words) for left, words in ((72, "Linden"), (200, "70,000"), (320, "12"))),
            *lines("- It was long.", top=550),
        ]
    )
    assert [(block.role.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("headline", "Bridge falls"),
        ("table cell", "Linden"),
        ("table cell", "70,000"),
        ("table cell", "12"),
        ("list item", "- It was long."),
    ]


def test_stretched_words_of_justified_text_are_no_table() -> None:
    def stretched(base: int, *words: str) -> list[Words]:
        return [Words(72 + 120 * at, base, word) for at, word in enumerate(words)]

    words = ["archaeologists", "archaeologists", "archaeologists"]
    assert printed([*stretched(700, *words), *stretched(686, *words)]) == [" ".join(words + words)]
    table = [
        *stretched(700, "Town", "People", "Cars"),
        *stretched(686, "Linden", "70,000", "12"),
        *lines("It fell.", top=600),
    ]
    assert printed(table) == ["Town", "People", "Cars", "Linden", "70,000", "12", "It fell."]


def test_what_stands_on_most_pages_alike_is_not_read() -> None:
    pages = [
        [Words(72, 760, "The Linden Post"), *lines(FULL, f"and {number} more."), Words(72, 40, f"Page {number} of 3")]
        for number in (1, 2, 3)
    ]
    assert printed(*pages) == [f"{FULL} and {number} more." for number in (1, 2, 3)]
    assert printed(pages[0])[0] == "The Linden Post"


def test_the_day_that_a_pdf_was_made_is_not_when_its_article_was_published() -> None:
    assert read(lines("It fell.")).published is None


# --- what cannot be read ------------------------------------------------------------


def complaint(data: bytes) -> str:
    with pytest.raises(CannotReadError) as problem:
        read_pdf("a.pdf", data)
    return f"{problem.value.what}. {problem.value.remedy}"


def test_a_scan_is_said_to_be_one() -> None:
    assert complaint(pdf_file([], [], scanned=True)) == (
        "its pages are scanned: they are pictures, without text. Have the text recognised first (ocrmypdf does that)."
    )
    half = read_pdf("a.pdf", pdf_file(lines("It fell."), [], scanned=True))
    assert (half.text, half.remarks) == ("It fell.", ("page 2 is a scan, without text",))
    assert complaint(pdf_file([])).startswith("no text in it")


def test_a_locked_file_is_told() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'x' * 32}) /U ({'y' * 32}) /P -4 >> /ID [(a) (b)]"
    assert complaint(pdf_file(lines("It fell."), trailer=lock)) == (
        "it is locked with a password. Save a copy without one."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"%PDF-", b"no PDF"])
def test_a_broken_file_is_told(data: bytes) -> None:
    assert complaint(data).startswith("it is damaged (")
    assert ".)." not in complaint(data)


def test_a_book_of_letters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.pdf.MOST_LETTERS", 10)
    assert complaint(pdf_file(lines(FULL))) == (
        "it has more than 10 letters, more than an article has. Save the article alone."
    )


def test_what_reads_pdf_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert complaint(b"%PDF-") == (
        'it is a PDF, and what reads those is not installed. Install it with: pip install "factcheck-rules[pdf]"'
    )


@given(
    st.lists(
        st.lists(
            st.builds(
                Words,
                st.sampled_from([72, 90, 200, 330]),
                st.integers(40, 750),
                st.text(st.sampled_from("12 a.-(\\é"), max_size=12),
                st.sampled_from([8, 12]),
            ),
            max_size=6,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_every_letter_leads_back_to_itself_wherever_words_stand(pages: list[list[Words]]) -> None:
    try:
        document = read(*pages)
    except CannotReadError as problem:
        assert problem.what == "no text in it"  # noqa: PT017 - either outcome is right
        return
    assert document.origin
    for at, letter in enumerate(document.text):
        if not letter.isspace() and letter != "-":
            assert document.origin.text[document.origin.offset(at)] == letter
    starts = [landmark.start for landmark in document.landmarks]
    assert starts == sorted(set(starts))


def test_a_font_that_says_nothing_of_its_tall_letters_parts_no_paragraph() -> None:
    data = pdf_file(
        lines("nine people were hurt, among them four sailors and a", "guard (of 26 years). Waves broke over the pier.")
    )
    low = b"/FontDescriptor << /Type /FontDescriptor /Flags 32 /Ascent 300 /Descent 0 /FontBBox [0 0 500 300] >>"
    read_ = read_pdf("a.pdf", data.replace(b"Helvetica", b"Helvetica " + low, 1))
    assert "sailors and a guard" in read_.text
