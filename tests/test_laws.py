"""What holds for every article, not only for those that somebody thought of."""

from __future__ import annotations

import itertools
import re
from datetime import date

import hypothesis.strategies as st
from hypothesis import example, given, settings

from factcheck.facts import known_facts
from factcheck.model import Document, Report
from factcheck.pipeline import check, compare, extract
from factcheck.rulebook import default_rulebook

NUMBERS = st.sampled_from(
    ["12", "Fourteen", "about 20", "more than 30", "73,000", "1.5 million", "two dozen", "a third of the"]
)
WORDS = st.sampled_from(["people", "houses", "soldiers", "children", "miles of road", "tonnes of oil"])
TEMPLATES = st.sampled_from(
    [
        "The quake killed {} {} in Marlow.",
        "{} {} were counted in Marlow after the quake.",
        "Officials said that {} {} had been moved.",
        "The bridge opened on {} May 1998.",
        "Sales rose 25% to {}, from 900 {}.",
        "The depot lies {} km from Kestrel, beyond {}.",
        "“We lost {} {},” she said.",
        "Of 60 hostages, {} {} were freed.",
    ]
)
sentences = st.builds(lambda template, number, word: template.format(number, word), TEMPLATES, NUMBERS, WORDS)
articles = st.lists(sentences, min_size=1, max_size=4).map("\n\n".join)
anything = st.text(st.one_of(st.characters(), st.sampled_from("0123456789 .,%$£“”'\n-–( )")), max_size=200)


def clashes(report: Report) -> set[tuple[str, str, frozenset[tuple[str, int, int]]]]:
    return {
        (
            finding.rule,
            str(finding.severity),
            frozenset((span.document.name, span.start, span.end) for span in finding.spans),
        )
        for finding in report.findings
    }


@given(st.lists(articles, min_size=2, max_size=4))
def test_the_order_of_the_articles_changes_nothing(texts: list[str]) -> None:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]

    assert clashes(check(documents)) == clashes(check(documents[::-1]))


@given(articles)
def test_an_article_never_contradicts_its_own_copy(text: str) -> None:
    report = check([Document("one", text), Document("two", text)])

    assert [finding for finding in report.findings if len({span.document.name for span in finding.spans}) > 1] == []


@given(articles)
def test_an_article_never_contradicts_itself_as_its_source(text: str) -> None:
    report = check([Document("draft", text)], against=[Document("source", text)])

    assert [finding for finding in report.findings if len({span.document.name for span in finding.spans}) > 1] == []


@given(anything)
def test_every_mention_stands_in_its_text_and_none_overlap(text: str) -> None:
    mentions = extract(Document("any", text))

    assert all(mention.text == text[mention.start : mention.end] != "" for mention in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


@given(anything)
def test_no_text_breaks_a_check_and_every_span_lies_in_its_text(text: str) -> None:
    report = check([Document("any", text)], facts=())

    for finding in report.findings:
        assert finding.spans
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)


@given(articles)
def test_every_mention_is_compared_or_said_not_to_be(text: str) -> None:
    report = check([Document("any", text)], facts=known_facts())

    unchecked = {entry.mention.start for entry in report.unchecked}
    assert unchecked <= {mention.start for mention in report.articles[0].mentions}
    assert len(unchecked) == len(report.unchecked)


#: What is put in the place of a figure, or before it.
ODD = [
    *"0 -5 1,000,000 0.5 ½ 31 32 1899 100% 0% hundreds no 10- €1bn 12:61 99/99/99 XIV ٣ 1234567890123456789 minus".split(),
    *("a third of", "two dozen", "3 to 5", "Feb. 30"),
]
HEDGES = [
    "more than",
    "at least",
    "up to",
    "nearly",
    "no more than",
    "between 3 and",
    "minus",
    "half of",
    "twice",
    "less",
]
EXAMPLES = sorted(
    {passage.text for rule in default_rulebook().rules for one in rule.examples for passage in one.passages}
)
FIGURE = re.compile(r"\d[\d,.]*\d|\d")


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """An example of a rule, some of whose figures are others or hedged otherwise."""

    def other(figure: re.Match[str]) -> str:
        odd = st.sampled_from([*ODD, *(f"{hedge} {figure[0]}" for hedge in HEDGES), *[figure[0]] * 30])
        return draw(odd)

    return FIGURE.sub(other, draw(st.sampled_from(EXAMPLES)))


@example("Ann Lund joined the board in 2005. “In 0 years I have not seen a harder job,” said Lund.", "Nine died.")
@settings(max_examples=150, derandomize=True)  # other seeds are tried by hand: `max_examples` and `--hypothesis-seed`
@given(mangled(), mangled())
def test_no_figure_ends_the_program(one: str, other: str) -> None:
    draft, source = Document("one", one, date(2024, 3, 8)), Document("other", other, date(2024, 3, 9))

    for report in (check([draft]), check([draft], against=[source]), compare([draft, source])):
        assert report.articles
