"""Rule files become rules, or an error that a rule's author can act on."""

from __future__ import annotations

import json
import sys
from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Document, Finding, Severity
from factcheck.pipeline import check
from factcheck.rulebook import (
    RuleError,
    UnknownRuleError,
    default_folder,
    default_rulebook,
    load_rules,
    meant,
)
from factcheck.rulebook.examples import test_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.judge.rules import Rulebook

GROWTH = """
    summary: Sales do not add up.
    explanation: Growth leads from the old level to the new one.
    severity: error
    read: |
      (rose|grew) {change:percent} to {new:number} from {old:number}
    require: new == old * (1 + change)
    message: "“{old}” and “{new}” are not “{change}” apart"
    flagged:
      a rise:
        The Post: |
          Sales rose <<25%>> to <<1,000>> from <<900>>.
    accepted:
      a rise that fits:
        Sales rose 25% to 1,000 from 800.
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    house = tmp_path / "rules" / "house"
    house.mkdir(parents=True)
    return house.parent


def write(folder: Path, text: str, name: str = "wrong-growth") -> Path:
    path = folder / "house" / f"{name}.yaml"
    path.write_text(dedent(text).lstrip(), encoding="utf-8")
    return path


def findings(
    drafts: Sequence[Document], sources: Sequence[Document], facts: str, rulebook: Rulebook
) -> Iterable[Finding]:
    assert not facts
    return check(drafts, against=sources, rulebook=rulebook, facts=()).findings


def test_a_house_rule_needs_no_python(folder: Path) -> None:
    write(folder, GROWTH)
    rulebook = load_rules([folder])
    assert not list(test_rules(rulebook, findings))
    (found,) = check([Document("draft", "Sales grew 25% to 1,000 from 900.")], rulebook=rulebook, facts=()).findings
    assert (found.rule, found.severity) == ("wrong-growth", Severity.ERROR)
    assert found.message == "“900” and “1,000” are not “25%” apart"
    assert found.arithmetic == "900 × (1 + 25%) = 1,125, not 1,000"
    assert found.repairs == ("“25%” → “11.1%”", "“1,000” → “1,125”", "“900” → “800”")


def test_a_failing_example_reads_like_the_article(folder: Path) -> None:
    write(folder, GROWTH.replace("<<900>>", "900"))
    (failure,) = test_rules(load_rules([folder]), findings)
    assert str(failure).endswith(
        "wrong-growth.yaml:9: flagged, “a rise”:\n"
        "  should be: Sales rose <<25%>> to <<1,000>> from 900.\n"
        "  is:        Sales rose <<25%>> to <<1,000>> from <<900>>."
    )


def test_an_example_that_comes_right_is_to_be_moved(folder: Path) -> None:
    write(folder, GROWTH.replace("flagged:", "not-yet:"))
    (failure,) = test_rules(load_rules([folder]), findings)
    assert "it comes right now" in str(failure)


def test_an_accepted_example_that_is_flagged_fails(folder: Path) -> None:
    write(folder, GROWTH.replace("from 800", "from 900"))
    (failure,) = test_rules(load_rules([folder]), findings)
    assert failure.example.verdict == "accepted"


BROKEN = {
    "severty: error": "wrong-growth.yaml:3: no key is called 'severty'. Did you mean 'severity'?",
    "severity: eror": "wrong-growth.yaml:3: no severity is called 'eror'. Did you mean 'error'?",
    "severity: error\ncheck: disagre": "no check is called 'disagre'. Did you mean 'disagree'?",
    "severity: error\nunless: <rse>": "wrong-growth.yaml:4: no class of words is called <rse>. Did you mean 'rise'?",
    "severity: error\nseverity: note": "wrong-growth.yaml:4: 'severity' is said twice",
    "severity: [error": "no YAML",
    "severity: error\nslip: [a]": "slip is one text",
    "severity: error\ncovers: {a: b}": "covers is a list of words",
    "severity: error\nwork-out: a": "work-out is a mapping",
    "severity: error\nwhere: oldd > 1": "no slot is called 'oldd'. Did you mean 'old'?",
    "severity: error\nwork-out:\n  by: old * chang": "no slot is called 'chang'. Did you mean 'change'?",
    "severity: error\nreadings: a": "readings is a list",
    "severity: error\nreadings:\n  - require: a == a": "require: needs a read:",
    "severity: error\nreadings:\n  - each: a\n    read: b": "wrong-growth.yaml:5: each is a list of mappings",
    "severity: error\nreadings:\n  - each: [{UP: a}, {DOWN: b}]\n    read: c": "each is a list of mappings from the same names",
    "severity: error\nreadings:\n  - each: [{up: a}]\n    read: b": "names in capitals",
    "severity: error\nnot-yet: a": "not-yet is a mapping",
    "severity: error\nnot-yet:\n  nothing: marked": "“nothing” marks nothing",
    "severity: error\nslip: '{olld}'": "no slot is called 'olld'. Did you mean 'old'?",
    "severity: error\nnot-yet:\n  a: {published: yesterday, text: <<a>>}": "'yesterday' is no day such as 2022-10-05",
    "severity: error\nnot-yet:\n  a:\n    The Post: [b]": "is a text, or text:",
    "severity: error\n? [a]\n: b": "a key is one word",
    "severity: error\ncause: copied": "wrong-growth.yaml:4: cause: needs a check:",
    "severity: error\ninstead-of: [wrong-convertion]": "wrong-growth.yaml:4: no rule is called 'wrong-convertion'. Did you mean 'wrong-conversion'?",
    "severity: error\nnot-yet:\n  half:\n    a <<mark>> and a <<half": "wrong-growth.yaml:5: a << has no >>",
    "severity: error\nnot-yet:\n  turned:\n    a >>mark<<": "a << has no >>",
    "severity: error\nnot-yet:\n  a: {text: <<a>>, against: perhaps}": "against is yes or no, not 'perhaps'",
}


@pytest.mark.parametrize(("written", "problem"), BROKEN.items())
def test_an_error_says_where_what_and_what_was_meant(folder: Path, written: str, problem: str) -> None:
    write(folder, dedent(GROWTH).replace("severity: error", written))
    with pytest.raises(RuleError) as raised:
        load_rules([folder])
    assert problem in str(raised.value)


def test_a_reading_may_be_written_once_for_several_words(folder: Path) -> None:
    each = "readings:\n  - each:\n      - {UP: doubled, TIMES: 2}\n      - {UP: trebled, TIMES: 3}\n    read: |\n      {old:number} UP to {new:number}\n"
    write(folder, f"summary: a\nseverity: error\n{each}    require: new == old * TIMES\n")
    written = [
        (one.patterns[0].source, one.formula.source if one.formula else "")
        for one in load_rules([folder])["wrong-growth"].requirements
    ]
    assert written == [
        ("{old:number} doubled to {new:number}", "new == old * 2"),
        ("{old:number} trebled to {new:number}", "new == old * 3"),
    ]


LINES = {
    "to {new:numbr}": "wrong-growth.yaml:5: no slot is of kind 'numbr'. Did you mean 'number'?",
    "to {next:number}": "wrong-growth.yaml:6: no slot is called 'new'",
}


@pytest.mark.parametrize(("written", "problem"), LINES.items())
def test_an_error_in_a_pattern_is_found_on_its_line(folder: Path, written: str, problem: str) -> None:
    write(folder, GROWTH.replace("to {new:number}", written))
    with pytest.raises(RuleError) as raised:
        load_rules([folder])
    assert problem in str(raised.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    {
        "": "a rule is a mapping",
        "summary: a": "a rule needs read: and require:, or check:",
        "summary: a\ncheck: weekday": "a rule needs severity:",
        "summary: a\nseverity: note\ncheck: disagree\nalike: much": "alike cannot be much",
        "summary: a\nseverity: note\nread: ''": ":3: read: has no pattern",
        "summary: a\nseverity: note\nwhere: a > b\nreadings: []": ":3: where: stands beside the read:",
    }.items(),
)
def test_a_rule_needs_its_parts(folder: Path, text: str, problem: str) -> None:
    write(folder, text)
    with pytest.raises(RuleError) as raised:
        load_rules([folder])
    assert problem in str(raised.value)


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "house" / "a.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(RuleError, match=r"a\.yaml:1: cannot be read"):
        load_rules([folder])


def test_scalars_stay_the_text_that_was_written(folder: Path) -> None:
    write(folder, GROWTH.replace("Sales do not add up.", "12:30"))
    assert load_rules([folder])["wrong-growth"].summary == "12:30"


def test_a_passage_may_have_a_day_and_be_a_source(folder: Path) -> None:
    write(
        folder,
        GROWTH.replace(
            "Sales rose 25% to 1,000 from 800.", "{The Post: {published: 2022-10-05, text: a, against: yes}}"
        ),
    )
    (_, example) = load_rules([folder])["wrong-growth"].examples
    (passage,) = example.passages
    assert (passage.published, passage.against, passage.text) == (date(2022, 10, 5), True, "a")


def test_two_rules_of_one_name_in_one_folder_are_an_error(folder: Path) -> None:
    write(folder, GROWTH)
    (folder / "other").mkdir()
    (folder / "other" / "wrong-growth.yaml").write_text(dedent(GROWTH), encoding="utf-8")
    with pytest.raises(RuleError, match=r"other/wrong-growth\.yaml:1: .*house/wrong-growth\.yaml is called so too"):
        load_rules([folder])


def test_a_rule_may_stand_instead_of_one_that_is_not_in_its_folder(folder: Path) -> None:
    write(folder, GROWTH.replace("severity: error", "severity: error\n    instead-of: [wrong-conversion, zzz]"))
    assert load_rules([folder]).rules
    assert load_rules([default_folder(), folder]).rules


# --- the cache ----------------------------------------------------------------------


def test_what_was_read_is_kept_until_a_file_changes(folder: Path) -> None:
    path = write(folder, GROWTH)
    first = load_rules([folder])
    assert load_rules([folder]) == first
    path.write_text(path.read_text().replace("Sales do not", "Sales never"))
    assert load_rules([folder])["wrong-growth"].summary == "Sales never add up."


@pytest.mark.parametrize("damage", ["", "{}", "[]", "[1, 2]", "no json", "[?, []]", "[?, [3]]\n[]", "CUT"])
def test_a_damaged_cache_is_read_over(folder: Path, tmp_path: Path, damage: str) -> None:
    write(folder, GROWTH)
    first = load_rules([folder])
    (kept,) = (tmp_path / "cache" / "factcheck").glob("rules-*.json")
    written = kept.read_text()
    head = json.dumps(json.loads(written.partition("\n")[0])[0])
    kept.write_text(written[:-9] if damage == "CUT" else damage.replace("?", head))
    assert load_rules([folder]) == first


def test_a_cache_that_cannot_be_written_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    write(folder, GROWTH)
    assert load_rules([folder]).rules
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    assert load_rules([folder]).rules


def test_a_warm_start_reads_no_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, GROWTH)
    first = load_rules([folder])
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    assert load_rules([folder]) == first


# --- choosing -----------------------------------------------------------------------


def test_rules_are_chosen_by_name_or_group() -> None:
    rulebook = default_rulebook()
    chosen = rulebook.select(("units", "impossible-day"), ("wrong-conversion",))
    assert {rule.group for rule in chosen.rules} == {"units", "dates"}
    assert "wrong-conversion" not in {rule.name for rule in chosen.rules}
    assert rulebook.select() == rulebook


def test_an_unknown_name_is_answered_with_the_one_that_was_meant() -> None:
    rulebook = default_rulebook()
    for ask in (lambda: rulebook.select(("unit",)), lambda: rulebook["wrong-conversions"]):
        with pytest.raises(UnknownRuleError) as raised:
            ask()
        assert meant(raised.value.name, raised.value.known) in (
            ". Did you mean 'units'?",
            ". Did you mean 'wrong-conversion'?",
        )
    assert meant("xyzzy", ["units"]) == ""


def test_a_later_folder_has_the_last_word(folder: Path) -> None:
    write(folder, GROWTH.replace("severity: error", "severity: note"), "wrong-percent-change")
    merged = load_rules([default_folder(), folder])
    assert merged["wrong-percent-change"].severity is Severity.NOTE
    assert len(merged.rules) == len(default_rulebook().rules)


def test_a_rule_in_the_stead_of_another_silences_it_there(folder: Path) -> None:
    write(folder, GROWTH)
    write(folder, GROWTH.replace("severity: error", "severity: note\n    instead-of: [wrong-growth]"), "special")
    text = "Sales rose 25% to 1,000 from 900."
    found = check([Document("draft", text)], rulebook=load_rules([folder]), facts=()).findings
    assert [finding.rule for finding in found] == ["special"]


def test_a_passage_printed_twice_is_told_once(folder: Path) -> None:
    write(folder, GROWTH)
    text = "Sales rose 25% to 1,000 from 900, it said. Nobody knew.\n\nSales rose 25% to 1,000 from 900, it said. Nobody knew."
    assert len(check([Document("draft", text)], rulebook=load_rules([folder]), facts=()).findings) == 1


def test_what_is_taken_back_is_not_held_against_the_author(folder: Path) -> None:
    write(folder, GROWTH.replace("(rose|grew) {change:percent}", "(rose|grew) ... {change:percent}"))
    text = "Sales grew not by 25% to 1,000 from 900."
    assert not check([Document("draft", text)], rulebook=load_rules([folder]), facts=()).findings


def test_a_source_is_not_checked_by_itself(folder: Path) -> None:
    write(folder, GROWTH)
    text = "Sales grew 25% to 1,000 from 900."
    assert not check([], against=[Document("source", text)], rulebook=load_rules([folder]), facts=()).findings
