"""Where sentences end, what part they play, and what they quote."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Block, Document, Role
from factcheck.read import segment, unclosed_quotations
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable

#: Each is one paragraph, with a bar where one sentence ends and the next begins.
SENTENCES = {
    "titles and initials": [
        "Gov. Ada Marsh met Sen. Tom Reed.| Both left early.",
        "John F. Albers and J. K. Norden won.| A. A. Holt came third.",
        "Dr. Lund of St. Albans spoke to Mr. and Mrs. Grey.",
        "Ruth Baker Jr. paid $5.| He was born in 1950.",
        "Both sides in Reed vs. Marsh appealed.",
    ],
    "countries and places": [
        "The U.S. Senate met the U.N. envoy in Washington, D.C. on Monday.",
        "They fled to the U.S. The crossing took nine days.".replace(" The", "| The"),
        "He moved to the U.K. In 2014 he returned.".replace(" In", "| In"),
        "It snowed in Minn. and Wis. before noon.",
    ],
    "dates and clocks": [
        "It began on Feb. 24 and ended on Sept. 3.| Then it rained.",
        "Doors open at 5 p.m. Monday and close at 1 a.m. Tuesday.",
        "It closed at 9 p.m. Eastern.",
        "It closed at 9 p.m.| Police cleared the square.",
        "The sale ended at 5 p.m.| The crowd left.",
        "It fell on Wed. Feb. 24 at noon.",
    ],
    "numbers": [
        "He chose No. 5 from vol. 3, pp. 12-14.",
        "He said no.| Then he left.",
        "It grew 3.5 percent.| 12 people noticed.",
        "It cost Rs. 500, or approx. 7 dollars.",
        "Version 2.0.1 came out.| Nobody cared.",
    ],
    "companies": [
        "Acme Inc. shares fell.| Baker & Co. rose.",
        "She runs Acme Inc.| He does not.",
        "Smith et al. 2014 and e.g. 12 others disagree.",
    ],
    "other stops": [
        "Who did it?| Nobody knows!| Really?!| Yes.",
        "He waited … and waited...| Then he left.",
        "Well ... that is that.",
        "The paper (see p. 12) is here.| (It is short.)| It ends.",
        "The bridge fell.[12]| It was old.",
        "The bridge fell.The mayor wept.".replace("The mayor", "|The mayor"),
        "See www.example.com or mail Ada.Marsh at noon.",
    ],
    "quotations": [
        '"It fell."| She wept.',
        "“It fell.”| She wept.| “It was old.| It was weak,” he said.",
        "“Why?” she asked.| “Because!” he said.",
        "“Why now?” Marsh asked.| “Who?”| Nobody spoke.",
        "“Who?”| The mayor said nothing.",
        "He said: “No.”| The rest agreed.",
        "“They took 12.| “They took more,” he said.",
        'The "U.S." label.| It stays.',
    ],
}


@pytest.mark.parametrize("marked", [marked for group in SENTENCES.values() for marked in group])
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    text = marked.replace("|", "")
    ends = [sentence.end for sentence in segment(Document("a", text))]
    for end in reversed(ends[:-1]):
        text = text[:end] + "|" + text[end:]
    assert text == marked


def roles(text: str, *blocks: Block) -> list[tuple[str, str]]:
    return [(sentence.role.value, sentence.text) for sentence in segment(Document("a", text, blocks=blocks))]


def test_a_short_first_line_above_an_empty_one_is_the_headline() -> None:
    assert roles("Bridge falls in Linden\n\nIt was old.") == [
        ("headline", "Bridge falls in Linden"),
        ("body", "It was old."),
    ]
    assert roles("Storm nears the U.S.\n\nIt grows.")[0] == ("headline", "Storm nears the U.S.")
    assert roles("Is it over? Perhaps\r\n\r\nIt is.")[0] == ("headline", "Is it over? Perhaps")


@pytest.mark.parametrize(
    "text",
    [
        "It was old.\n\nIt fell.",
        "Bridge falls",
        "Bridge falls\nIt was old.",
        "The bridge fell after " + "many " * 40 + "\n\nIt was old.",
        "- Item\n\nText.",
    ],
)
def test_any_other_first_line_is_no_headline(text: str) -> None:
    assert "headline" not in {role for role, _ in roles(text)}


def test_the_format_knows_better_than_the_layout() -> None:
    text = "A line\n\nA title\n\nA cell. Two\n\nBody. Text."
    blocks = [Block(8, 15, Role.HEADLINE), Block(17, 28, Role.CELL)]
    assert roles(text, *blocks) == [
        ("body", "A line"),
        ("headline", "A title"),
        ("table cell", "A cell. Two"),
        ("body", "Body."),
        ("body", "Text."),
    ]


def test_list_items_begin_with_a_mark_and_go_on_below_it() -> None:
    text = "We saw:\n- 12 boats that\n  sank. All did.\n* 3 cars\n1. One\n2) Two\n• Three\n\nThe end."
    assert roles(text) == [
        ("body", "We saw:"),
        ("list item", "- 12 boats that\n  sank."),
        ("list item", "All did."),
        ("list item", "* 3 cars"),
        ("list item", "1. One"),
        ("list item", "2) Two"),
        ("list item", "• Three"),
        ("body", "The end."),
    ]


def test_captions_are_known_by_how_they_begin() -> None:
    assert roles("It fell.\n\nPhoto: The bridge in May\n\nFILE - It stood here.") == [
        ("body", "It fell."),
        ("caption", "Photo: The bridge in May"),
        ("caption", "FILE - It stood here."),
    ]


def test_a_sentence_that_is_all_quotation_plays_that_part() -> None:
    assert roles("“It fell. It was old,” he said. He left. “It will be built again.”") == [
        ("quotation", "“It fell."),
        ("body", "It was old,” he said."),
        ("body", "He left."),
        ("quotation", "“It will be built again.”"),
    ]


def test_wrapped_lines_are_one_sentence_and_long_lines_are_paragraphs() -> None:
    assert [text for _, text in roles("The bridge that fell in\nLinden was old and will\nbe built again.")] == [
        "The bridge that fell in\nLinden was old and will\nbe built again."
    ]
    assert len({sentence.paragraph for sentence in segment(Document("a", "word " * 40 + "\nAnother line"))}) == 2


def test_short_lines_that_need_not_have_ended_are_paragraphs() -> None:
    assert [text for _, text in roles("Population 70,000\nArea 5 square km\nThe longest line of them all is this")] == [
        "Population 70,000",
        "Area 5 square km",
        "The longest line of them all is this",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 12 March 2024",
        "Updated 12 March 2024 at 10:45 GMT",
        "12 March 2024",
        "By Ann Lund",
        "By Ann Lund and Ivar Berg in Halden, 12 March 2024",
    ],
)
def test_the_line_that_heads_an_article_is_a_paragraph_under_a_headline(line: str) -> None:
    title, lead = "The old bridge over the river falls in Linden and nobody is hurt", "It was old."
    assert roles(f"{title}\n{line}\n{lead}") == [("headline", title), ("body", line), ("body", lead)]


@pytest.mark.parametrize("line", ["By Monday the river had risen", "12 March 2024 was a wet day", "By the old bridge"])
def test_a_wrapped_line_that_begins_like_one_that_heads_an_article_goes_on(line: str) -> None:
    assert len(roles(f"The town is cut off and the river went on rising all week long.\n{line}\nby half.")) == len(
        roles(f"The town is cut off and the river went on rising all week long. {line} by half.")
    )


#: What is quoted stands between brackets that are not in the text.
QUOTED = [
    "She said “⟦it fell⟧” and “⟦it was old⟧”.",
    'She said "⟦it fell⟧" and "⟦it was old⟧".',
    "She said ``⟦it fell⟧'' and left.",
    "She said \"⟦it fell⟧'' and “⟦it was old⟧“.",
    "She said «⟦it fell⟧» and „⟦it was old⟧“.",
    "She said ‘⟦it fell⟧’ and '⟦it was old⟧'.",
    "She said “⟦he told me ‘no’ twice⟧”.",
    "She said ‘⟦he told me “no” twice⟧’.",
    "In the '90s the workers' union didn't call it rock 'n roll.",
    'He is 6\'2" tall and the pipe is 12" wide.',
    'She said "⟦he is 6\'2" tall⟧" and left.',
    "She said “⟦it fell and never stopped.⟧",
    'She said "⟦the class of 2014⟧" left.',
]


@pytest.mark.parametrize("marked", QUOTED)
def test_what_stands_between_marks_is_quoted(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    quoted = [part for sentence in segment(Document("a", text)) for part in sentence.quotations]
    for start, end in reversed(quoted):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    assert text == marked


UNCLOSED = {
    "“It fell. It was old.": ["“It"],
    "“It fell. “It was old,” he said.": ["“It"],
    '"It fell. "It was old. "It was weak," he said.': [],
    '"It fell 40 feet. "It was old," he said.': ['"It'],
    "“It fell, “it was old,” he said.": ["“It"],
    'She said: "It fell.\n\nShe left.': ['"It'],
    "“It fell.\n\n“It was old.\n\n“It was weak,” he said.": [],
    'He is 6\'2" tall and the pipe is 12" wide.': [],
    "It was the '90s, and 'em all.": [],
    "She said “it fell” and ‘no’ and \"yes\" and ``maybe''.": [],
    "“": ["“"],
}


@pytest.mark.parametrize(("text", "openings"), UNCLOSED.items())
def test_a_mark_that_never_closes_is_told(text: str, openings: list[str]) -> None:
    assert [span.text for span in unclosed_quotations(Document("a", text))] == openings


prose = st.text(st.sampled_from("aB1 .!?\n\r\t\"'“”‘’`«»„()[]-*•$%,:;…\u2028\xa0é"), max_size=80)


@given(prose)
def test_sentences_hold_all_that_is_printed_in_order_and_never_overlap(text: str) -> None:
    sentences = segment(Document("a", text))
    assert all(before.end <= after.start for before, after in pairwise(sentences))
    assert all(sentence.text.strip() == sentence.text != "" for sentence in sentences)
    assert "".join("".join(sentence.text.split()) for sentence in sentences) == "".join(text.split())


@given(prose)
def test_quotations_lie_in_their_sentence_and_paragraphs_are_counted(text: str) -> None:
    sentences = segment(Document("a", text))
    for sentence in sentences:
        assert all(sentence.start <= start <= end <= sentence.end for start, end in sentence.quotations)
    assert [after.paragraph - before.paragraph in {0, 1} for before, after in pairwise(sentences)].count(False) == 0


@given(prose, st.lists(st.integers(0, 80), max_size=6), st.sampled_from(Role))
def test_blocks_change_no_law(text: str, cuts: list[int], role: Role) -> None:
    edges = sorted(min(cut, len(text)) for cut in cuts)
    blocks = tuple(Block(start, end, role) for start, end in zip(edges[::2], edges[1::2], strict=False))
    sentences = segment(Document("a", text, blocks=blocks))
    assert "".join("".join(sentence.text.split()) for sentence in sentences) == "".join(text.split())


HOSTILE = [
    "a",
    '"',
    "“",
    "' 'a",
    "(",
    "[",
    "\n",
    "a\n",
    "\n\r",
    ".",
    ". ",
    "...a",
    " ",
    "A. ",
    ".[1",
    "Mr. ",
    "“Why?” a b ",
    "``",
    "''",
    "1. ",
    "- ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_grows_in_step_with_the_text(piece: str) -> None:
    def work(letters: int) -> Callable[[], object]:
        document = Document("a", piece * (letters // len(piece)))
        return lambda: (segment(document), unclosed_quotations(document))

    assert growth(work, 20_000) < MOST
