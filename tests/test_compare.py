"""Several articles side by side: what differs, what does not, and how the work grows with their number."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check, compare
from factcheck.align.topics import meetings
from factcheck.cli import main
from factcheck.judge.checks.across.side_by_side.sources import pairings
from factcheck.model import Severity
from factcheck.pipeline import understand
from factcheck.report.pairs import pairs_lines, pairs_text
from factcheck.report.prose import Page
from factcheck.report.terminal import report_lines

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Report

POST = "The quake in Kestrel killed 12 people on Monday, and about 200 people were injured."
HERALD = "Quake hits Kestrel\n\nAt least 14 people died in the Kestrel quake. Sales rose 25% to 1,000 from 900."
MAIL = "The quake in Kestrel killed 12 people. Rescuers in Kestrel found 90 km (20 miles) of broken road."


MONDAY, TUESDAY = date(2024, 3, 4), date(2024, 3, 5)


def documents(*texts: str, published: date | None = None) -> list[Document]:
    return [Document(f"{number}.txt", text, published) for number, text in enumerate(texts)]


def told(report: Report) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """The rule of each finding, and the words that it marks with their articles."""
    return {
        (finding.rule, frozenset((span.document.name, span.text) for span in finding.spans))
        for finding in report.findings
    }


# --- roles --------------------------------------------------------------------------


def test_articles_that_say_the_same_stand_together_against_one_that_does_not() -> None:
    assert told(compare(documents(POST, HERALD, MAIL))) == {
        (
            "sources-differ",
            frozenset({("0.txt", "12 people"), ("2.txt", "12 people"), ("1.txt", "At least 14 people")}),
        )
    }


@pytest.mark.parametrize(
    ("post", "herald"),
    [
        ("North Malor has a population of 26,000.", "South Malor has a population of 52,000."),
        ("Sudan has a population of 50 million.", "South Sudan has a population of 12 million."),
        ("The crew of the Norra has 41 men.", "The crew of the Norra has 19 women."),
        ("The Kestrel ferry is 112 metres long.", "The Kestrel ferry is 18 metres high."),
        ("In summer Lake Orm is 14 metres deep.", "In winter Lake Orm is 11 metres deep."),
        ("The attack on Kestrel killed 12 soldiers.", "The attack on Kestrel killed 5 civilians."),
        ("A fire in Kestrel killed 31 people on Tuesday.", "An earthquake in Kestrel killed 48 people on Tuesday."),
        ("A bus crash in Kestrel killed 4 people on Monday.", "A train crash in Kestrel killed 9 people on Monday."),
    ],
)
def test_two_things_are_not_held_against_each_other(post: str, herald: str) -> None:
    assert not compare(documents(post, herald)).findings
    draft, source = documents(post, herald)
    assert not check([draft], against=[source]).findings


def test_what_two_reports_of_one_event_tell_otherwise_is_told_of_sources_too() -> None:
    texts = (
        "The ferry Norra sank on Sunday off Kestrel with 243 people on board. The ship was built in 1987.",
        "The ferry Norra, built in 1978, sank on Sunday off Kestrel. There were 243 people on board.",
    )
    sources = [
        Document(f"{at}.txt", text, day) for at, (text, day) in enumerate(zip(texts, (MONDAY, TUESDAY), strict=True))
    ]
    report = check([Document("draft", "The Norra sank with 243 people on board.", TUESDAY)], against=sources)
    assert [(one.rule, one.severity, one.among_sources) for one in report.findings] == [
        ("told-otherwise", Severity.NOTE, True)
    ]


def test_comparing_does_not_look_for_what_an_article_gets_wrong_by_itself() -> None:
    rules = {finding.rule for finding in check(documents(HERALD, MAIL)).findings}
    assert {"wrong-conversion", "wrong-percent-change"} <= rules
    assert {finding.rule for finding in compare(documents(HERALD, MAIL)).findings} == {"sources-differ"}


def test_sources_that_differ_among_themselves_are_told_apart_and_quietly() -> None:
    draft = Document("draft.txt", "The depot lies 40 km (64 miles) from the border.")
    report = check([draft], against=documents(POST, HERALD))
    among = [finding for finding in report.findings if finding.among_sources]
    assert [finding.severity for finding in among] == [Severity.NOTE]
    assert {finding.rule for finding in report.findings if not finding.among_sources} == {"wrong-conversion"}
    lines = [line.plain for line in report_lines(report, Page())]
    assert lines.index("draft.txt") < lines.index("The sources among themselves")
    assert "0.txt" not in lines


# --- laws ---------------------------------------------------------------------------

PLACES = st.sampled_from(["Kestrel", "Marlow", "Halden"])
SENTENCES = st.sampled_from(
    [
        "The quake in {place} killed {number} people.",
        "At least {number} people were injured in the {place} quake.",
        "The {place} bridge opened in May {year}.",
        "{place} is a town of {number}00 people.",
        "Police in {place} arrested {number} people, the mayor of {place} said.",
        "The quake had a magnitude of 5.{number}, the survey in {place} said.",
        "The council of {place} spent $1.{number} million on the new theatre last year.",
        "The theatre in {place} cost $1.{number} million, the council said.",
    ]
)
sentences = st.builds(
    lambda sentence, place, number: sentence.format(place=place, number=number, year=1990 + number),
    SENTENCES,
    PLACES,
    st.integers(12, 16),
)
articles = st.lists(sentences, min_size=1, max_size=4).map("\n\n".join)


@given(st.lists(articles, min_size=2, max_size=3))
def test_the_order_of_the_files_changes_nothing(texts: list[str]) -> None:
    given_ = documents(*texts)
    assert len({frozenset(told(compare(ordered))) for ordered in permutations(given_)}) == 1


def test_what_several_articles_differ_on_is_told_as_one_in_whatever_order_they_come() -> None:
    texts = [
        "The quake in Kestrel killed 14 people.",
        "The quake in Kestrel killed 12 people.\n\nThe quake in Kestrel killed 13 people.\n\nThe quake in Marlow killed 12 people.",
        "The quake in Kestrel killed 13 people.\n\nThe quake in Marlow killed 14 people.",
    ]
    (findings,) = {frozenset(told(compare(ordered))) for ordered in permutations(documents(*texts))}
    assert len(findings) == 2


def test_a_name_that_is_spelled_otherwise_is_shown_at_the_same_place_in_whatever_order_the_articles_come() -> None:
    spelled = (
        "The army is before Bakhmut.",
        "Shells fell on Bachmut and on Halden.",
        "They fled from Bachmut at dawn.",
    )
    shown = {
        tuple((span.document.name, span.start) for finding in compare(ordered).findings for span in finding.spans)
        for ordered in permutations(documents(*spelled))
    }
    assert len(shown) == 1


@given(articles)
def test_a_source_with_its_own_copy_gives_nothing(text: str) -> None:
    assert told(compare(documents(text, text))) == set()


@given(st.lists(sentences, min_size=2, max_size=5, unique=True), st.integers(1, 4))
def test_a_source_cut_in_half_gives_nothing_against_the_whole(parts: list[str], cut: int) -> None:
    whole, half = " ".join(parts), " ".join(parts[:cut])
    assert told(compare(documents(whole, half))) == set()


def test_a_name_that_one_article_spells_in_two_ways_differs_from_no_other() -> None:
    half = "The choir of Ecclessia sang at dawn."
    assert told(compare(documents(half, f"{half} Then the bells of Ecclesia rang, and all of Ecclesia came."))) == set()


# --- in like words ------------------------------------------------------------------

LIKE_WORDS = [
    (
        "The treasurer of Marlow spent $5,687.75 on a holiday at the lake.",
        "The treasurer of Marlow paid $5,587.75 for a holiday at the lake.",
    ),
    (
        "The Marsh family paid an effective tax rate of 30 percent.",
        "The effective tax rate of the Marsh family was 35.7 percent.",
    ),
    ("The treasurer of Marlow spent $5,687 on a holiday.", "The treasurer of Marlow spent $9,687 on a holiday."),
]


@pytest.mark.parametrize("texts", LIKE_WORDS)
def test_sums_and_shares_differ_in_like_words(texts: tuple[str, str]) -> None:
    assert "told-in-like-words" in {finding.rule for finding in compare(documents(*texts), facts=()).findings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The treasurer of Marlow spent $5,687 on a holiday.",
            "The treasurer of Marlow spent about $5,700 on a holiday.",
        ),
        (
            "The treasurer of Marlow spent $5,687 on a holiday.",
            "The treasurer of Marlow spent $9,687 on a boat.",
        ),
        ("The treasurer of Marlow spent $5,687 on a holiday.", "The treasurer of Halden spent $5,587 on a holiday."),
        (
            "The treasurer of Marlow spent $5,687 on a holiday.",
            "The treasurer of Marlow will spend $5,587 on a holiday.",
        ),
        ("The treasurer of Marlow spent $5,687 on a holiday.", "Bread worth $5,587 was eaten in a single day."),
        ("A holiday cost $5,687 in Marlow.", "A holiday cost $5,587 in Marlow, and $5,687 with breakfast."),
        ("Turnout in Marlow was 54% among women.", "Turnout in Marlow was 61%."),
    ],
)
def test_amounts_that_may_be_of_two_things_do_not_differ_in_like_words(one: str, other: str) -> None:
    rules = {finding.rule for finding in compare(documents(one, other), facts=()).findings}
    assert "told-in-like-words" not in rules


TIED = "A Marlow clerk was jailed for 22 months yesterday for stealing from the lifeboat fund.\n\nAnn Vale, {}, took £{} and spent it on hats."
AS_TIED = "The lifeboat crew of Marlow cheered when Ann Vale, a 66-year-old clerk, was handed 32 months.\n\nShe had helped herself to £27,000 and bought hats."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (TIED.format(66, "27,000"), AS_TIED, True),
        (TIED.format(58, "93,000"), AS_TIED, False),
        # What is bare may be of anything, unless most of its words are alike.
        (
            "Of the 54 mills in Marlow, 39 have paid what they owed to the millers for last season.\n\nThe sum is £6,400.",
            "Only 29 of the 54 mills in Marlow have paid the millers for last season.\n\nAnother £6,400 is to be paid by May.",
            True,
        ),
    ],
)  # fmt: skip
def test_articles_that_are_tied_by_amounts_need_fewer_words_alike(one: str, other: str, *, differ: bool) -> None:
    rules = {finding.rule for finding in compare(documents(one, other), facts=()).findings}
    assert ("told-in-like-words" in rules) is differ


# --- pairs --------------------------------------------------------------------------


def test_a_pair_tells_its_score_its_parts_and_what_came_of_it() -> None:
    report = compare(documents(POST, HERALD, "The quake in Kestrel killed another 3 people."))
    page = "\n".join(line.plain for line in pairs_lines(report, Page()))
    assert "killed: differ, 12 and 14 differ by 14%" in page
    assert "killed: not compared, another scope" in page
    assert "3 pairs of claims that may be about one thing: " in page
    alone = compare(documents("A cat.", "A dog."))
    assert "No two claims of different articles" in "\n".join(line.plain for line in pairs_lines(alone, Page()))
    first = json.loads(pairs_text(report))["pairs"][0]
    assert first["outcome"] == "differ"
    assert first["score"] >= max(first["parts"]["words"], 0.7)
    assert [claim["source"] for claim in first["claims"]] == ["0.txt", "1.txt"]


STOPPED = {
    "another scope": (
        "The virus infected 1,200 people in Kestrel in the past 24 hours.",
        "The virus has infected 45,000 people in Kestrel.",
    ),
    "another time": ("The quake in Kestrel killed 12 people.", "In 2003, a quake killed 3,000 people in Kestrel."),
    "another event": ("The quake in Kestrel killed 12 people.", "The blaze in Kestrel killed 3 people."),
    "another place": (
        "The quake in Kestrel, in Arland, killed 12 people in Marlow.",
        "The quake in Arland killed 40 people in Halden, Arland said.",
    ),
    "another order of size": (
        "The virus has killed 500,000 people, Kestrel said.",
        "The virus has killed 12 people, Kestrel said.",
    ),
    "another subject": ("The quake in Kestrel killed 12 people.", "The quake in Kestrel killed two soldiers."),
    "a running tally": ("Anna Berg of Kestrel scored 12 goals.", "Anna Berg of Kestrel scored 14 goals."),
    "another name before it": (
        "The fleet of Anna Berg lost 120 boats in Kestrel.",
        "The fleet of Ivar Lund lost 90 boats in Kestrel.",
    ),
    "a figure that is torn apart": (
        "The quake in Kestrel killed 12 people.",
        "The quake in Kestrel killed 9, 12 people.",
    ),
    "another of its kind": (
        "The sailors of the SS Astrid in Kestrel killed 12 seals.",
        "The sailors of the SS Britta in Kestrel killed 30 seals.",
    ),
    "a forecast or a target: “30 people”": (
        "The quake in Kestrel killed 12 people.",
        "The quake in Kestrel will have killed 30 people.",
    ),
}


@pytest.mark.parametrize(("reason", "texts"), STOPPED.items(), ids=STOPPED)
def test_a_gate_stops_what_is_not_the_same_thing(reason: str, texts: tuple[str, str]) -> None:
    articles_ = [understand(document) for document in documents(*texts)]
    assert reason in {pair.reason for pair in pairings(articles_)}
    assert told(compare(documents(*texts))) == set()


# --- growth -------------------------------------------------------------------------


def pairs_met(sources: int, places: int) -> int:
    """How many pairs of claims are looked at, of so many sources that write about so many places."""
    firsts, lasts = (
        ("Arden", "Belvo", "Corin", "Duntu", "Elgor", "Fenwi", "Gorla"),
        ("bachi", "dovero", "limuna", "monteki", "nusparo"),
    )
    names = [first + last for first in firsts for last in lasts]
    texts = [
        f"The quake in {names[number % places]} killed {12 + number % 5} people.\n\nThe {names[number % places]} bridge opened in 1998."
        for number in range(sources)
    ]
    return sum(1 for _ in meetings([understand(document) for document in documents(*texts)]))


def test_five_times_the_sources_on_five_times_the_places_are_five_times_the_pairs() -> None:
    assert pairs_met(175, 35) == 5 * pairs_met(35, 7) > 0


def test_pairs_grow_no_faster_than_sources_however_many_write_about_one_place() -> None:
    assert pairs_met(600, 1) < 2.5 * pairs_met(300, 1)


def test_a_name_in_capitals_is_no_other_spelling() -> None:
    report = check(
        documents(
            "He went to see Marlow today, and so the people of MARLOW saw him.",
            "They saw Merlow and Bachmut.",
            "They saw Bakhmut.",
        )
    )
    assert {frozenset(span.text for span in finding.spans) for finding in report.findings} == {
        frozenset({"Bachmut", "Bakhmut"})
    }


# --- the command --------------------------------------------------------------------


def test_two_crowds_of_one_march_differ_and_those_of_two_days_do_not() -> None:
    monday, tuesday = "On Monday 130 people marched in Kestrel.", "On Tuesday 200 people attended the vigil in Kestrel."
    assert told(compare(documents(monday, tuesday), facts=())) == set()
    marches = "On Sunday 50,000 people marched in Kestrel.", "The march in Kestrel on Sunday drew 9,000 people."
    assert [finding.rule for finding in compare(documents(*marches), facts=()).findings] == ["sources-differ"]


#: Ways to tell a toll.
TOLLS = (
    "The collapse of the Halden mill killed {} people.",
    "The death toll from the collapse of the Halden mill is {}.",
    "The toll from the Halden mill collapse has risen to {}.",
    "The collapse of the Halden mill left {} dead.",
    "The collapse of the Halden mill claimed {} lives.",
    "Officials confirmed {} deaths in the collapse of the Halden mill.",
    "When the Halden mill collapsed, {} people lost their lives.",
)


@pytest.mark.parametrize(("one", "other"), list(permutations(TOLLS, 2)))
def test_tolls_are_compared_however_they_are_told(one: str, other: str) -> None:
    (finding,) = compare(documents(one.format(12), other.format(17))).findings
    assert (finding.rule, finding.severity) == ("sources-differ", Severity.WARNING)
    assert compare(documents(one.format(12), other.format("12"))).findings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Some of them are not all of them.
        ("The Halden mill fire injured 17 people.", "After the Halden mill fire 12 people were taken to hospital."),
        ("The Halden mill fire killed 17 people.", "Rescuers found 12 bodies after the Halden mill fire."),
        # Others of them are counted.
        ("The Halden mill fire killed 17 people.", "The Halden mill fire killed 12 children."),
        ("The Halden mill fire killed 17 people.", "The Halden mill fire left 12 injured."),
        ("The Halden mill fire claimed 17 lives.", "Sprinklers saved 12 lives in the Halden mill fire."),
        ("The Halden mill fire claimed 17 lives.", "Another 12 deaths followed in the Halden mill fire."),
    ],
)
def test_some_of_them_and_others_are_no_toll_of_all(one: str, other: str) -> None:
    report = compare(documents(one, other))
    assert {finding.severity for finding in report.findings} <= {Severity.NOTE}


def test_a_count_and_its_list_are_told_once() -> None:
    articles = documents(
        "In May the league expelled three members.", "In May the league expelled two members, Arland and Borland."
    )
    (finding,) = compare(articles).findings
    assert finding.rule == "count-and-list-differ"
    (finding,) = check(articles[:1], against=articles[1:]).findings
    assert finding.rule == "differs-from-source"


@pytest.mark.parametrize(
    ("one", "other", "severities"),
    [
        ("The Kestrel bridge opened on 3 May 1998.", "The Kestrel bridge opened on 4 May 1998.", {Severity.WARNING}),
        ("The Kestrel bridge opened on 3 May 1998.", "The Kestrel bridge opened early on 4 May 1998.", {Severity.NOTE}),
        (
            "The Kestrel bridge opened on 3 May 1998.",
            "The Kestrel bridge opened late on 4 May 1998.",
            {Severity.WARNING},
        ),
        ("The Kestrel fire broke out late on 3 May.", "The Kestrel fire broke out on 4 May.", {Severity.NOTE}),
        ("The Kestrel fire broke out late on May 3.", "The Kestrel fire broke out on May 4.", {Severity.NOTE}),
        ("The Kestrel fire broke out on 31 May.", "The Kestrel fire broke out on 1 June.", {Severity.WARNING}),
        ("The Kestrel fire broke out on Sunday.", "The Kestrel fire broke out late on Saturday.", set()),
    ],
)
def test_two_days_in_a_row_may_be_one_night(one: str, other: str, severities: set[Severity]) -> None:
    articles = documents(one, other)
    assert {finding.severity for finding in compare(articles).findings} == severities
    drafted = [finding for finding in check(articles[:1], against=articles[1:]).findings if len(finding.spans) > 1]
    assert Severity.ERROR not in {finding.severity for finding in drafted}


def test_the_command_tells_where_articles_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {"post.txt": POST, "herald.txt": HERALD, "mail.txt": MAIL}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[object, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        return ended.value.code, capsys.readouterr().out

    assert run("compare", "post.txt", "mail.txt") == (0, run("compare", "mail.txt", "post.txt")[1])
    code, out = run("compare", "post.txt", "herald.txt", "mail.txt")
    assert code == 1
    assert "[sources-differ]" in out
    assert "wrong-conversion" not in out
    assert run("compare", "--fail-on", "never", "post.txt", "herald.txt")[0] == 0
    assert "killed: differ" in run("claims", "--pairs", "post.txt", "herald.txt")[1]
    assert run("claims", "--pairs", "--format", "csv", "post.txt", "herald.txt")[1].startswith("outcome,")
    assert run("claims", "--pairs", "--format", "html", "post.txt")[0] == 2


def test_what_is_measured_of_a_name_is_found_in_any_order_and_among_many() -> None:
    others = [
        f"The union of {name}ton has 5,{at:02}0 members, and {name}ton Rovers beat Amon in the cup final."
        for at, name in enumerate("Abe Bel Cor Dun Eld Fen".split())
    ]
    texts = ["Mayor Ines Calder earns €96,000 a year.", *others, "Ms Calder's salary is €69,000 a year."]
    for order in (texts, texts[::-1]):
        found = [finding for finding in compare(documents(*order)).findings if finding.rule == "measure-differs"]
        assert [sorted(span.text for span in finding.spans) for finding in found] == [
            ["€69,000 a year", "€96,000 a year"]
        ]
