"""The facts file: what it holds, and what is said when it cannot be used."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.cli import main
from factcheck.facts import SHIPPED, FactsError, add_fact, known_facts, load_facts, read_facts, statements_of
from factcheck.model import Document, Severity
from factcheck.pipeline import check
from factcheck.report.prose import Page
from factcheck.report.terminal import report_lines
from factcheck.statements import add_statements

if TYPE_CHECKING:
    from pathlib import Path

OPENING = """\
- subject: the Tarn bridge
  attribute: opened
  value: 3 May 1998
  source: the county archive
"""
POPULATION = """\
# kept by the desk
- subject: Marlow
  attribute: population
  value: "73,000 people"  # at the last census
  as-of: 2021
  source: census
"""


def findings(text: str, facts: str) -> list[str]:
    report = check([Document("draft.txt", text)], facts=[read_facts(facts, "desk.yaml")])
    return [finding.rule for finding in report.findings if finding.severity is not Severity.NOTE]


def test_a_fact_is_a_claim_that_stands_at_its_value() -> None:
    (claim,) = read_facts(POPULATION, "desk.yaml").claims

    assert claim.mention.text == "73,000 people"
    assert str(claim.mention.document.place(claim.mention.start)) == "4:11"
    assert (claim.attribute, claim.subject) == ("population", frozenset({"marlow"}))


def test_a_date_of_an_event_contradicts_the_fact() -> None:
    assert findings("The Tarn bridge opened on 5 May 1998.", OPENING) == ["known-date"]


@pytest.mark.parametrize(
    "text",
    ["The Tarn bridge opened on 3 May 1998.", "The Tarn bridge opened in 1998.", "The Wye bridge opened in 1996."],
)
def test_a_coarser_date_and_another_thing_contradict_nothing(text: str) -> None:
    assert findings(text, OPENING) == []


def test_the_facts_that_ship_are_dates_that_exist() -> None:
    (facts,) = known_facts()

    assert len(facts.claims) >= 10
    assert all(claim.mention.time and claim.mention.time.start for claim in facts.claims)
    assert [claim.mention.time.start for claim in facts.claims[:1] if claim.mention.time] == [date(2022, 2, 24)]


def test_the_shipped_file_reads_like_any_other() -> None:
    assert load_facts(SHIPPED).claims[0].mention.text == "24 February 2022"


BROKEN = {
    "desk.yaml:3: “June 31, 2020” is not one number or date that exists": OPENING.replace(
        "3 May 1998", "June 31, 2020"
    ),
    "desk.yaml:3: “soon” is not one number": OPENING.replace("3 May 1998", "soon"),
    "desk.yaml:1: this fact has no “value”": OPENING.replace("  value: 3 May 1998\n", ""),
    "desk.yaml:2: a fact has no “atribute”. Did you mean “attribute”?": OPENING.replace("attribute", "atribute"),
    "desk.yaml:2: a fact has no “weather”. A fact has subject": OPENING.replace("attribute", "weather"),
    "desk.yaml:1: a facts file is a list": "subject: the bridge",
    "desk.yaml: fact 1 is not a mapping": "- the bridge opened in 1998",
    "desk.yaml:1: ": "- [",
}


@pytest.mark.parametrize(("said", "text"), BROKEN.items())
def test_a_broken_file_is_told_by_its_place_and_its_remedy(said: str, text: str) -> None:
    with pytest.raises(FactsError) as raised:
        read_facts(text, "desk.yaml")

    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_an_empty_file_holds_no_facts() -> None:
    assert read_facts("# nothing yet\n", "desk.yaml").claims == ()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    garbled = tmp_path / "desk.yaml"
    garbled.write_bytes(b"\xff\xfe\xff")

    with pytest.raises(FactsError, match="it is not UTF-8 text"):
        load_facts(garbled)
    with pytest.raises(FactsError, match=r"missing\.yaml: no such file\. Check the name"):
        load_facts(tmp_path / "missing.yaml")


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The Kestrel mill burned down on Monday. The mill opened in 1912.", True),
        ("A fire broke out at the Kestrel mill. The mill, which opened on 5 May 1911, employs 90.", True),
        ("The Kestrel mill burned down on Monday. The mill opened in 1911.", False),
        ("The Kestrel mill and the Linden mill burned down. The mill opened in 1912.", False),
        ("The Kestrel mill burned down, and another mill was saved. The mill opened in 1912.", False),
        ("The mill opened in 1912.", False),
    ],
)
def test_a_fact_meets_what_an_article_names_once(text: str, differs: bool) -> None:  # noqa: FBT001 - a column
    mill = "- subject: the Kestrel mill\n  attribute: opened\n  value: 3 May 1911\n"
    assert findings(text, mill) == ["known-date"] * differs


def test_a_fact_is_not_held_against_a_source() -> None:
    source = Document(
        "source.txt", "The invasion of Ukraine, as the Crimean war of 2014 is called there, began on 3 May 2013."
    )
    report = check([Document("draft.txt", "Nothing happened in the invasion of Ukraine in 1999.")], against=[source])

    assert all(finding.spans[0].document.name != "factcheck/facts.yaml" for finding in report.findings)


# --- when a fact holds --------------------------------------------------------------

CENSUS = POPULATION.replace("# at the last census", "# counted")


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("Marlow was home to 93,000 people.", date(2021, 10, 1), ["known-figure"]),
        ("Marlow was home to 93,000 people.", date(2022, 10, 1), ["known-figure"]),
        ("Marlow was home to 93,000 people.", date(2020, 10, 1), ["known-figure"]),
        ("Marlow was home to 93,000 people.", date(2023, 1, 1), []),
        ("In 2023 Marlow was home to 93,000 people.", date(2021, 10, 1), []),
        ("Marlow was home to 93,000 people.", None, ["known-figure"]),
        ("Marlow was home to 73,400 people.", date(2021, 10, 1), []),
        ("Marlow was home to 93,000 people.", date(2015, 10, 1), []),
        ("In 2010, Marlow was home to 93,000 people.", date(2021, 10, 1), []),
        ("Halden was home to 93,000 people.", date(2021, 10, 1), []),
    ],
)
def test_a_fact_is_held_only_against_what_is_said_of_its_time(
    text: str, published: date | None, found: list[str]
) -> None:
    report = check([Document("draft.txt", text, published)], facts=[read_facts(CENSUS, "desk.yaml")])
    assert [finding.rule for finding in report.findings] == found


HEIGHT = """\
- subject: Mount Orlo
  attribute: height
  value: 2,300 metres
  as-of: 1950
  source: "survey: sheet 4"
"""


def test_what_stays_as_it_is_is_held_against_every_year() -> None:
    draft = Document(
        "draft.txt", "They climbed Mount Orlo on Monday. Mount Orlo has a height of 3,200 metres.", date(2020, 1, 1)
    )
    (finding,) = check([draft], facts=[read_facts(HEIGHT, "desk.yaml")]).findings
    assert (finding.rule, finding.reference) == ("known-figure", "survey: sheet 4")
    assert "  from: survey: sheet 4" in [
        line.plain for line in report_lines(check([draft], facts=[read_facts(HEIGHT, "desk.yaml")]), Page())
    ]


def test_a_time_that_is_none_is_told_with_its_line() -> None:
    with pytest.raises(FactsError, match=r"^desk.yaml:5: “lately” is no date; write “as-of: 2021”"):
        read_facts(POPULATION.replace("2021", "lately"), "desk.yaml")


# --- adding one ---------------------------------------------------------------------


def test_a_fact_is_added_behind_what_stands_there(tmp_path: Path) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(POPULATION, encoding="utf-8")
    line = add_fact(
        file, {"subject": "the Tarn bridge", "attribute": "opened", "value": "3 May 1998", "source": "a: b"}
    )
    written = file.read_text(encoding="utf-8")
    assert written.startswith(POPULATION)
    assert written.splitlines()[line - 1] == "- subject: the Tarn bridge"
    assert [claim.reference for claim in load_facts(file).claims] == ["census", "a: b"]
    assert findings("The Tarn bridge opened on 5 May 1998.", written) == ["known-date"]


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert (
        add_fact(tmp_path / "new.yaml", {"subject": "Marlow", "attribute": "population", "value": "73,000 people"}) == 1
    )
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (
            {"subject": "Marlow", "attribute": "population", "value": "80,000 people", "as-of": "2021"},
            ":4: “73,000 people” stands there",
        ),
        ({"subject": "Marlow", "attribute": "population", "value": "many"}, ":10: “many” is not one number or date"),
        ({"subject": "", "attribute": "population", "value": "12 people"}, ":8: this fact has no “subject”"),
    ],
)
def test_what_cannot_be_used_is_not_written(tmp_path: Path, fact: dict[str, str], problem: str) -> None:
    file = tmp_path / "desk.yaml"
    file.write_text(POPULATION, encoding="utf-8")
    with pytest.raises(FactsError, match=problem):
        add_fact(file, fact)
    assert file.read_text(encoding="utf-8") == POPULATION


def test_the_command_adds_a_fact_or_says_why_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def add(value: str, file: Path) -> object:
        with pytest.raises(SystemExit) as ended:
            main(["facts", "add", str(file), "--subject", "Marlow", "--attribute", "population", "--value", value])
        return ended.value.code

    file = tmp_path / "desk.yaml"
    assert add("73,000 people", file) == 0
    assert f"{file}:1: added." in capsys.readouterr().out
    assert add("73,000 people", file) == 2
    assert add("73,000 people", tmp_path / "none" / "desk.yaml") == 2
    assert "cannot be written" in capsys.readouterr().err


# --- out and in as statements -------------------------------------------------------

DESK = f"""\
{CENSUS}
{OPENING}
- subject: Skerra
  attribute: temperature
  value: -5 °C
"""


def ran(*arguments: str) -> object:
    with pytest.raises(SystemExit) as ended:
        main(["facts", *arguments])
    return ended.value.code


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_exported_is_added_again_as_it_was(tmp_path: Path, form: str) -> None:
    desk, told, other = (tmp_path / name for name in ("desk.yaml", f"desk.{form}", "other.yaml"))
    desk.write_text(DESK, encoding="utf-8")

    assert ran("export", str(desk), "--format", form, "--output", str(told)) == 0
    assert ran("import", str(other), str(told)) == 0

    assert [keys for _, keys in statements_of(other)] == [keys for _, keys in statements_of(desk)]
    one, two = (
        [(claim.attribute, claim.subject, claim.scope, claim.reference) for claim in load_facts(file).claims]
        for file in (desk, other)
    )
    assert one == two


def test_a_statement_has_what_wikidata_keeps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text(CENSUS, encoding="utf-8")

    assert ran("export", str(desk)) == 0
    (statement,) = json.loads(capsys.readouterr().out)["statements"]
    assert statement == {
        "subject": "Marlow",
        "attribute": "population",
        "value": "73,000 people",
        "means": {"kind": "count", "lower": "72500", "upper": "73500", "unit": "person"},
        "qualifiers": {"point in time": "2021"},
        "references": ["census"],
        "place": f"{desk}:4",
    }


def test_no_cell_is_a_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text(DESK, encoding="utf-8")

    assert ran("export", str(desk), "--format", "csv") == 0
    assert "'-5 °C" in capsys.readouterr().out


def test_what_is_known_is_left_out_and_what_differs_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk, told = tmp_path / "desk.yaml", tmp_path / "told.csv"
    desk.write_text(CENSUS, encoding="utf-8")

    told.write_text('itemLabel,propertyLabel,valueLabel\nMarlow,height,"90 m"\nTarn,height,"80 m"\n', encoding="utf-8")
    assert ran("import", str(desk), str(told)) == 0
    assert ran("import", str(desk), str(told)) == 0
    assert "2 of 2 added" in (said := capsys.readouterr().out)
    assert "0 of 2 added" in said
    before = desk.read_text(encoding="utf-8")

    told.write_text(
        'subject,attribute,value,as-of\nTarn,width,9 m,\nMarlow,population,"80,000 people",2021\n', encoding="utf-8"
    )
    assert ran("import", str(desk), str(told)) == 2
    assert f"{told}:3: “80,000 people”, but in {desk}:4 “73,000 people” stands there" in capsys.readouterr().err
    assert desk.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("subject,attribute,value\nMarlow,population,soon\n", ":2: “soon” is not one number or date"),
        ("subject,value\nMarlow,3\n", ":1: a sheet of statements has no column “attribute”"),
        ("{", ": this is no JSON"),
        ("[3]", ": statements are a list"),
        ('[{"subject": "Marlow", "attribute": "population"}]', ": statement 1: this fact has no “value”"),
    ],
)
def test_statements_that_cannot_be_used_are_told_by_their_place(tmp_path: Path, text: str, said: str) -> None:
    told = tmp_path / "told"
    told.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError, match=re.escape(f"{told}{said}")):
        add_statements(tmp_path / "desk.yaml", told)
    assert not (tmp_path / "desk.yaml").exists()


def test_the_facts_are_listed_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = tmp_path / "desk.yaml"
    desk.write_text(DESK, encoding="utf-8")

    assert ran("list", str(desk)) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{desk}:4: Marlow, population: 73,000 people (2021; census)",
        f"{desk}:10: the Tarn bridge, opened: 3 May 1998 (the county archive)",
    ]
    assert ran("list", str(tmp_path / "none.yaml")) == 2
    assert ran("export", str(tmp_path / "none.yaml")) == 2
