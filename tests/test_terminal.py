"""The report on a terminal: exact pages, and laws for whatever an article may hold."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import StringIO
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck import extract
from factcheck.model import Article, Document, Finding, Report, Severity, Silencer, Span, Suppressed
from factcheck.report.excerpts import Surroundings
from factcheck.report.prose import Page, cells, wrapped
from factcheck.report.screen import is_coloured, page_on, printed
from factcheck.report.table import table_lines
from factcheck.report.terminal import finding_lines, report_lines
from factcheck.report.values import meaning
from factcheck.report.visible import can_print, visible
from tests.handmade import article, depots
from tests.running import AGREES, write

if TYPE_CHECKING:
    from tests.running import Run

#: Marks that turn the direction of a line, and so could hide what it says.
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def shown(report: Report, width: int = 80, encoding: str = "utf-8", *, verbose: bool = False) -> str:
    return printed(report_lines(report, Page(width, encoding), verbose=verbose), coloured=False)


def excerpt(read: Article, *spans: Span, width: int = 80, encoding: str = "utf-8") -> list[str]:
    """The lines of a finding between the first place, which may take two, and the end."""
    finding = Finding("some-rule", Severity.ERROR, "they differ", spans)
    _, *lines = finding_lines(finding, Surroundings(Report((read,), (finding,))), Page(width, encoding))
    return [line.plain for line in dropwhile(lambda line: len(line.pieces) == 1, lines)]


# --- whole pages --------------------------------------------------------------------


def test_a_report_shows_both_places_the_working_and_what_was_not_compared() -> None:
    assert (
        shown(depots())
        == """\
draft.txt

error: “40 km” and “64 miles” cannot both be right [wrong-conversion]
  ┌─ draft.txt:3:45 and 3:38, paragraph 2, #4829ff4
  │ … The depot lies 40 km (64 miles) from the border. …
  │                  -----  ^^^^^^^^
  = 40 km = 24.9 miles; 64 miles = 103 km
  perhaps: the factor was applied the wrong way round
  either: “40 km (25 miles)”
      or: “103 km (64 miles)”

note: the sources differ [sources-differ]
  ┌─ draft.txt:3:45, paragraph 2, #3c8f2cb
  │ … The depot lies 40 km (64 miles) from the border. …
  │                         ^^^^^^^^
  ├─ source.txt:1:16, paragraph 1
  │ The depot lies 25 miles from the border.
  │                --------

1 error and 1 note in 2 articles.

    compared     3  sources-differ 2, wrong-conversion 1
  consistent     1  of these agree (--verbose lists them)
not compared     1  of 4 numbers and dates (--verbose lists them)
                 1  nothing else speaks of the same
"""
    )


def test_a_narrow_page_without_unicode_says_the_same() -> None:
    assert (
        shown(depots(), width=40, encoding="ascii", verbose=True)
        == """\
draft.txt

error: "40 km" and "64 miles" cannot
       both be right [wrong-conversion]
  --> draft.txt:3:45 and 3:38, paragraph
  |   2, #4829ff4
  | ... The depot lies 40 km (64 miles)
  |                    -----  ^^^^^^^^
  | from the border. ...
  = 40 km = 24.9 miles; 64 miles = 103
    km
  perhaps: the factor was applied the
           wrong way round
  either: "40 km (25 miles)"
      or: "103 km (64 miles)"

note: the sources differ
      [sources-differ]
  --> draft.txt:3:45, paragraph 2,
  |   #3c8f2cb
  | ... The depot lies 40 km (64 miles)
  |                           ^^^^^^^^
  | from the border. ...
  --> source.txt:1:16, paragraph 1
  | The depot lies 25 miles from the
  |                --------
  | border.

1 error and 1 note in 2 articles.

    compared     3  sources-differ 2,
                    wrong-conversion 1
  consistent     1  of these agree
      "40 km" (draft.txt:3:38) and "25
      miles" (source.txt:1:16): 40 km =
      24.9 miles [sources-differ]
not compared     1  of 4 numbers and
                    dates
                 1  nothing else speaks
                    of the same
      "Twelve people" (draft.txt:3:72)
"""
    )


def test_a_run_that_compared_nothing_does_not_look_like_agreement() -> None:
    read, _ = article("letter.txt", ["Dear all."])
    assert (
        shown(Report((read,), ()))
        == """\
Nothing found that differs in 1 article.

    compared     0  nothing, so nothing is known to agree
  consistent     0  of these agree
not compared     0  of 0 numbers and dates
"""
    )


def test_sources_are_counted_apart_from_articles() -> None:
    report = depots()
    draft, source = report.articles
    page = shown(replace(report, articles=(draft, replace(source, is_source=True))))
    assert "1 error and 1 note in 1 article, checked against 1 source." in page


def test_what_had_to_be_assumed_to_read_an_article_is_said() -> None:
    document = Document("old.txt", "Twelve.", remarks=("read as windows-1252",))
    assert shown(Report((Article(document, (), ()),), ())).startswith("old.txt\n  read as windows-1252\n")


def test_the_loudest_finding_of_an_article_comes_first_and_equals_as_they_are_read() -> None:
    read, (one, two, three) = article("a.txt", ["<<One>> and <<two>> and <<three>>."])
    findings = (
        Finding("third", Severity.NOTE, "…", (one,)),
        Finding("second", Severity.ERROR, "…", (three,)),
        Finding("first", Severity.ERROR, "…", (two,)),
    )
    page = shown(Report((read,), findings))
    assert page.index("[first]") < page.index("[second]") < page.index("[third]")


def test_one_repair_is_no_choice() -> None:
    read, (span,) = article("a.txt", ["<<Ten>>"])
    page = shown(Report((read,), (Finding("r", Severity.NOTE, "…", (span,), repairs=("“nine”",)),)))
    assert "  try: “nine”\n" in page


def test_what_is_suppressed_is_counted_and_what_is_wrong_with_the_decisions_is_said() -> None:
    known = depots()
    silenced = tuple(Suppressed(found, by) for found, by in zip(known.findings, Silencer, strict=False))
    page = shown(replace(known, findings=(), suppressed=silenced, remarks=("nothing is left of #1234567",)))
    assert "Nothing found that differs in 2 articles; 2 suppressed (1 [sic], 1 comment in\nthe article).\n" in page
    assert "\n  nothing is left of #1234567\n" in page


# --- places -------------------------------------------------------------------------


def test_the_underline_goes_on_where_the_line_is_broken() -> None:
    read, (span,) = article("a.txt", ["It was hit by <<more than thirty-five thousand shells>> a day."])
    assert excerpt(read, span, width=30) == [
        "  │ It was hit by more than",
        "  │               ^^^^^^^^^",
        "  │ thirty-five thousand",
        "  │ ^^^^^^^^^^^^^^^^^^^^",
        "  │ shells a day.",
        "  │ ^^^^^^",
    ]


def test_a_place_is_an_offset_and_not_the_first_passage_that_looks_like_it() -> None:
    read, (span,) = article("a.txt", ["Ten of ten and <<ten>> more."])
    assert excerpt(read, span) == [
        "  │ Ten of ten and ten more.",
        "  │                ^^^",
    ]


def test_two_places_far_apart_in_one_long_sentence_are_shown_with_the_middle_left_out() -> None:
    read, spans = article("a.txt", ["<<Ten>> " + "and so on " * 60 + "<<nine>> again."])
    page = excerpt(read, *spans)
    assert page[0].startswith("  │ Ten and so on")
    assert " … " in "".join(page)
    assert "nine again." in page[-2]
    assert len(page) < 14


def test_a_long_passage_is_shown_by_its_ends() -> None:
    read, (span,) = article("a.txt", ["<<One sentence " + "that goes on and " * 40 + "ends here.>>"])
    page = "".join(excerpt(read, span))
    assert "One sentence" in page
    assert "ends here." in page
    assert len(page) < 500


def test_words_of_two_lines_of_the_file_are_shown_on_one() -> None:
    read, (span,) = article("a.txt", ["The depot lies\n   <<40\tkm>> away."])
    assert excerpt(read, span) == [
        "  │ The depot lies 40 km away.",
        "  │                ^^^^^",
    ]


def test_a_place_that_no_sentence_covers_is_shown_with_the_lines_around_it() -> None:
    document = Document(
        "facts.yaml", "- subject: x\n\n- subject: the invasion\n  value: 24 February 2022\n\n- subject: y\n"
    )
    start = document.text.index("24")
    assert excerpt(Article(document, (), ()), Span(document, start, start + 16)) == [
        "  │ - subject: the invasion",
        "  │ value: 24 February 2022",
        "  │        ^^^^^^^^^^^^^^^^",
    ]


def test_of_many_places_the_later_ones_are_only_named() -> None:
    read, spans = article("a.txt", *([f"<<Bakhmut>> {number}."] for number in range(7)))
    page = excerpt(read, *spans)
    assert page[-1] == "  ├─ also a.txt:11:1, paragraph 6 and a.txt:13:1, paragraph 7"


# --- what an article may hold -------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "underline"),
    [
        ("東京の人口は<<1400万人>>です。", "            ^^^^^^^^"),
        ("The cafe\u0301 seats <<ten re\u0301gulars>>.", "               ^^^^^^^^^^^^"),
        ("A family 👩\u200d👩\u200d👧 of <<three>>", "               ^^^^^"),
        ("It is <<\u202e40\u202c km>> off", "      ^^^^^^^^^^^^^^^^^^^^^"),
        ("[sic] [/b] :warning: [red]<<ten>>", "                          ^^^"),
    ],
)
def test_the_underline_stays_under_its_words(sentence: str, underline: str) -> None:
    read, (span,) = article("a.txt", [sentence])
    assert excerpt(read, span)[1] == f"  │ {underline}"


def test_square_brackets_and_colons_are_printed_as_they_are() -> None:
    read, (span,) = article("a.txt", ["“It [sic] was” [/b] :warning: <<ten>>"])
    page = printed(
        report_lines(Report((read,), (Finding("r", Severity.ERROR, "[b]x[/b]", (span,)),)), Page()), coloured=True
    )
    assert "“It [sic] was” [/b] :warning: " in page
    assert "[b]x[/b]" in page


@pytest.mark.parametrize(
    ("text", "encoding", "means"),
    [
        ("\x1b[2Jgone", "utf-8", "<ESC>[2Jgone"),
        ("a\x07b\x9bc", "utf-8", "a<U+0007>b<U+009B>c"),
        ("12\u202e21", "utf-8", "12<U+202E>21"),
        ("co\u00adoperate", "utf-8", "cooperate"),
        ("a\tb\r\nc\u00a0d\u2028e", "utf-8", "a b  c d e"),
        ("“90 km” – naïve…", "ascii", '"90 km" - naive...'),
        ("€5 or £4½", "ascii", "EUR 5 or GBP 4 1/2"),
        ("中", "ascii", "<U+4E2D>"),
        ("\udc80", "utf-8", "<U+DC80>"),
        ("naïve 中", "latin-1", "naïve <U+4E2D>"),
    ],
)
def test_what_a_terminal_should_not_get_is_shown_in_its_place(text: str, encoding: str, means: str) -> None:
    assert visible(text, encoding) == means


@given(st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252", "koi8-r"]))
def test_no_text_can_steer_a_terminal_or_fail_to_be_printed(text: str, encoding: str) -> None:
    safe = visible(text, encoding)
    assert can_print(safe, encoding)
    assert not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} or letter in DIRECTIONS for letter in safe)


@given(
    st.text("ab ", max_size=200),
    # What takes no room of its own stands on the space before it, which is not marked.
    st.text(st.characters(exclude_characters="^"), max_size=60).filter(
        lambda text: visible(text).strip() and cell_len(visible(text)[:1])
    ),
    st.text("cd ", max_size=200),
    st.integers(min_value=20, max_value=90),
)
def test_the_signs_stand_under_the_marked_words_and_under_nothing_else(
    before: str, marked: str, after: str, width: int
) -> None:
    document = Document("a.txt", f"{before} {marked} {after}")
    span = Span(document, len(before) + 1, len(before) + 1 + len(marked))
    lines = [line.removeprefix("  │ ") for line in excerpt(Article(document, (), ()), span, width=width)]
    found = ""
    for line, underline in pairwise([*lines, ""]):
        assert cell_len(line) <= width
        if "^" in underline:
            drawn = cells(line)
            columns = [number for number, cell in enumerate(drawn) for _ in range(cell.width)]
            marked_cells = sorted({columns[at] for at, sign in enumerate(underline) if sign == "^"})
            found += "".join(drawn[number].letters for number in marked_cells)
    assert found.replace(" ", "") == visible(marked).replace(" ", "")


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrapped(visible(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


# --- colours and screens ------------------------------------------------------------


class Screen(StringIO):
    """A stream that says that it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_colours_repeat_what_the_signs_say() -> None:
    page = printed(report_lines(depots(), Page()), coloured=True)
    assert "\x1b[1;31merror:\x1b[0m" in page
    assert "\x1b[94m40 km\x1b[0m (\x1b[1;31m64 miles\x1b[0m)" in page
    assert "\x1b[94m-----\x1b[0m" in page


@pytest.mark.parametrize(
    ("choice", "environment", "on_terminal", "coloured"),
    [
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
    ],
)
def test_whether_there_are_colours(choice: str, environment: dict[str, str], on_terminal: bool, coloured: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_coloured(choice, Screen() if on_terminal else StringIO(), environment) is coloured


def test_a_page_is_as_wide_as_the_screen_and_no_wider_than_is_good_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert page_on(Screen()) == Page(40, "utf-8")
    monkeypatch.setenv("COLUMNS", "1")
    assert page_on(Screen()).width == 20
    monkeypatch.setenv("COLUMNS", "400")
    assert page_on(Screen(), only_ascii=True) == Page(120, "ascii")


def test_a_stream_that_does_not_tell_its_encoding_gets_plain_letters() -> None:
    assert page_on(StringIO()).encoding == "ascii"


# --- values -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("It is 40 km away.", "40 kilometers (35 to 45)"),
        ("Twelve people came.", "12 people"),
        ("More than 50 people came.", "50 people (50 or more)"),
        ("Fewer than 50 people came.", "50 people (0 to 50)"),
        ("Between 30 and 40 people came.", "30 to 40 people"),
        ("It began on 24 February 2022.", "2022-02-24"),
        ("It began in the third quarter of 2022.", "2022-Q3 (from 2022-07-01 to before 2022-10-01)"),
        ("It took five months.", "5 months (4.5 to 5.5)"),
    ],
)
def test_the_value_of_a_mention_in_words(words: str, means: str) -> None:
    assert [meaning(mention) for mention in extract(Document("a", words))] == [means]


# --- tables -------------------------------------------------------------------------


def test_a_table_gives_way_where_it_is_widest() -> None:
    rows = [("1:1", "ninety kilometres"), ("12:345", "中")]
    assert [line.plain for line in table_lines(("where", "words"), rows, Page(20))] == [
        "where   words",
        "1:1     ninety",
        "        kilometres",
        "12:345  中",
    ]


def test_what_could_not_be_read_is_counted_in_the_sum(run: Run) -> None:
    write("a.txt", AGREES)
    assert "in 1 article; 2 could not be read." in run("check", "a.txt", "none.txt", "nowhere.txt").out
    assert run("check", "none.txt").out == "Nothing was checked; 1 could not be read.\n"
