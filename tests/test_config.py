"""Settings: where they are found, what they do, and what is said of one that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck.config import Config, ConfigError, found_from, read_config
from factcheck.judge.agreement import Fit, agree, tolerating
from factcheck.keylines import line_of
from factcheck.keys import KEYS
from factcheck.model import Document, Severity
from factcheck.pipeline import extract
from tests.running import AGREES, DIFFERS, write

if TYPE_CHECKING:
    from tests.running import Run


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# --- where they are found -----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("factcheck.toml", 'ignore = ["units"]\n'),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.factcheck]\nignore = ["units"]\n'),
        ("setup.cfg", "[metadata]\nname = x\n[factcheck]\nignore = units\n"),
    ],
)
def test_settings_stand_in_one_of_three_files(desk: Path, name: str, text: str) -> None:
    write(name, text)
    (desk / "deep" / "er").mkdir(parents=True)
    config = found_from(desk / "deep" / "er")
    assert (config.path, config.get("ignore")) == (desk / name, ("units",))
    assert config.place("ignore") == f"{name}:{text.count(chr(10))}"


def test_the_nearest_file_counts_alone_and_one_of_its_own_before_those_of_others(desk: Path) -> None:
    write("factcheck.toml", 'fail-on = "note"\n')
    write("inner/pyproject.toml", "[tool.factcheck]\nallow-empty = true\n")
    write("inner/factcheck.toml", "comments = false\n")
    assert found_from(desk / "inner").settings.keys() == {"comments"}


def test_files_of_other_tools_are_passed_by(desk: Path) -> None:
    write("factcheck.toml", 'fail-on = "note"\n')
    write("inner/pyproject.toml", "[tool.other]\nx = 1\n")
    write("inner/setup.cfg", "[other\nbroken")
    write("inner/deep/pyproject.toml", "= broken\n")
    assert found_from(desk / "inner" / "deep").path == desk / "factcheck.toml"


def test_without_a_file_nothing_is_set() -> None:
    assert found_from(Path("/")) == Config()


# --- what they do -------------------------------------------------------------------


def test_a_setting_holds_where_no_option_is_given(run: Run) -> None:
    write("factcheck.toml", 'ignore = ["wrong-conversion"]\nallow-empty = true\n')
    article = write("a.txt", DIFFERS)
    assert run("check", article).code == 0
    assert run("check", article, "--ignore", "dates").code == 1
    assert run("check", article, "--no-config").code == 1
    write("other.toml", 'fail-on = "never"\n')
    assert run("check", article, "--config", "other.toml").code == 0


def test_files_are_told_from_the_folder_of_the_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("factcheck.toml", 'facts = ["known/desk.yaml"]\nagainst = ["wire"]\nshipped-facts = false\n')
    facts = Path(write("known/desk.yaml", "- subject: Marlow\n  attribute: population\n  value: 73,000\n")).resolve()
    write("wire/source.txt", "The population of Marlow is 74,200.")
    article = Path(write("drafts/a.txt", "The population of Marlow is 73,100."))
    monkeypatch.chdir(article.parent)
    findings = json.loads(run("check", article.name, "--format", "json").out)["findings"]
    assert {Path(span["source"]).name for one in findings for span in one["spans"]} == {"a.txt", "source.txt"}
    facts.write_text("- subject: Marlow\n", encoding="utf-8")
    assert run("check", article.name).err.startswith(f"factcheck: {facts}:1: ")


@pytest.mark.parametrize("name", ["wrong-conversion", "units"])
def test_a_rule_or_group_is_as_loud_as_is_set(run: Run, name: str) -> None:
    write("factcheck.toml", f'[severity]\n{name} = "note"\n')
    done = run("check", write("a.txt", DIFFERS))
    assert (done.code, "note: " in done.out) == (0, True)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ('[per-file."wire/*.txt"]\nignore = ["units"]\n', ["a.txt"]),
        ('[per-file."*.txt"]\nselect = ["dates"]\n', []),
        ('[per-file."*.txt"]\nignore = ["units"]\n[per-file."a.txt"]\nignore = []\n', ["a.txt"]),
        ('[per-file."wire/*.txt"]\nday-first = true\n', ["a.txt", "wire/b.txt"]),
    ],
)
def test_what_holds_for_single_files(run: Run, settings: str, found: list[str]) -> None:
    write("factcheck.toml", settings)
    done = run("check", write("a.txt", DIFFERS), write("wire/b.txt", DIFFERS), "--format", "json")
    assert [finding["spans"][0]["source"] for finding in json.loads(done.out)["findings"]] == found


@pytest.mark.parametrize(("setting", "days"), [("true", "2023-05-04"), ("false", "2023-04-05")])
def test_dates_in_figures_are_read_as_is_set(run: Run, setting: str, days: str) -> None:
    write("factcheck.toml", f"day-first = {setting}\n")
    done = run("claims", write("a.txt", "The bridge was opened on 04/05/2023."), "--format", "json")
    assert [mention["timex"] for mention in json.loads(done.out)["sources"][0]["mentions"]] == [days]


def test_amounts_may_differ_by_what_is_tolerated(run: Run) -> None:
    articles = [write(name, f"Marlow has {people} inhabitants.") for name, people in (("a", "73,100"), ("b", "74,200"))]
    loud = run("check", *articles, "--select", "sources")
    write("factcheck.toml", "tolerance = 2\n")
    quiet = run("check", *articles, "--select", "sources")
    assert "73,100" in loud.out
    assert "Nothing found that differs in 2 articles." in quiet.out


def test_what_is_tolerated_is_forgotten_afterwards() -> None:
    one, other = (extract(Document("a", text))[0].quantity for text in ("73,100 people", "74,200 people"))
    assert one
    assert other
    with tolerating(0.02):
        assert agree(one, other).verdict is Fit.SAME
    assert agree(one, other).verdict is Fit.DIFFERENT


# --- what cannot be used ------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "factcheck.toml",
            "\nfail-no = 1\n",
            "factcheck.toml:2: there is no setting “fail-no”. Did you mean 'fail-on'?",
        ),
        ("factcheck.toml", "xyz = 1\n", "factcheck.toml:1: there is no setting “xyz”. There are select, ignore, "),
        ("factcheck.toml", 'fail-on = "eror"\n', "factcheck.toml:1: “fail-on” cannot be 'eror'. Did you mean 'error'?"),
        ("factcheck.toml", "ignore = 3\n", 'factcheck.toml:1: “ignore” is a list of names: ["units", "wrong-sum"].'),
        ("factcheck.toml", "facts = [3]\n", 'factcheck.toml:1: “facts” is a list of files or folders: ["desk.yaml"].'),
        ("factcheck.toml", "decisions = 3\n", "factcheck.toml:1: “decisions” is the name of a file"),
        ("factcheck.toml", "comments = 3\n", "factcheck.toml:1: “comments” is true or false."),
        ("factcheck.toml", "tolerance = 200\n", "factcheck.toml:1: “tolerance” is a percentage from 0 to 100."),
        ("factcheck.toml", 'tolerance = "few"\n', "factcheck.toml:1: “tolerance” is a percentage from 0 to 100."),
        ("factcheck.toml", "severity = 3\n", "factcheck.toml:1: “severity” is a table of rules"),
        (
            "factcheck.toml",
            '[severity]\nunits = "of"\n',
            "factcheck.toml:2: a rule cannot be 'of'. There are error, warning, note. To leave it out, name it under “ignore”.",
        ),
        ("factcheck.toml", '[severity]\nunit = "note"\n', "factcheck.toml:2: no rule or group is called 'unit'."),
        ("factcheck.toml", 'ignore = ["unit"]\n', "factcheck.toml:1: no rule or group is called 'unit'."),
        ("factcheck.toml", "per-file = 3\n", "factcheck.toml:1: “per-file” is a table of patterns"),
        (
            "factcheck.toml",
            '[per-file."a*"]\nfacts = []\n',
            "factcheck.toml:2: there is no setting “facts”. There are select, ignore, day-first.",
        ),
        (
            "factcheck.toml",
            '[per-file."a*"]\nignore = ["unit"]\n',
            "factcheck.toml:2: no rule or group is called 'unit'.",
        ),
        ("factcheck.toml", "ignore = [\n", "factcheck.toml: "),
        ("factcheck.toml", b"\xff", "factcheck.toml: is not UTF-8 text. Save it as UTF-8."),
        ("pyproject.toml", "[tool.factcheck]\nx = 1\n", "pyproject.toml:2: there is no setting “x”."),
        ("pyproject.toml", "[tool.factcheck]\nx = \n", "pyproject.toml:2:5: "),
        ("setup.cfg", "[x]\n[factcheck]\ny = 1\nfail-no = 1\n", "setup.cfg:3: there is no setting “y”."),
        ("setup.cfg", "[factcheck]\ncomments = perhaps\n", "setup.cfg:2: “comments” is true or false."),
        ("setup.cfg", "[factcheck]\nx\n", "setup.cfg:2: "),
        ("setup.cfg", "[factcheck:severity]\nunits = loud\n", "setup.cfg:2: a rule cannot be 'loud'"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_with_its_line(run: Run, name: str, text: str | bytes, says: str) -> None:
    write(name, text)
    done = run("check", write("a.txt", AGREES))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"factcheck: {says}")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("gone.toml", "gone.toml: cannot be read: No such file or directory."),
        ("setup.cfg", "setup.cfg: no settings in it. Put them under [factcheck]."),
        ("pyproject.toml", "pyproject.toml: no settings in it. Put them under [tool.factcheck]."),
    ],
)
def test_a_file_of_settings_that_is_named_has_to_have_some(desk: Path, name: str, says: str) -> None:
    for other in ("setup.cfg", "pyproject.toml"):
        write(other, "")
    with pytest.raises(ConfigError, match=says.replace("[", r"\[")):
        read_config(desk.relative_to(Path.cwd()) / name)


def test_an_ini_file_says_it_all_too(desk: Path) -> None:
    write(
        "setup.cfg",
        "[factcheck]\nselect =\n    units\n    dates\ncomments = no\ntolerance = 1.5\n"
        "[factcheck:severity]\nunits = note\n[factcheck:per-file:wire/*.txt]\nignore = dates, sums\n",
    )
    config = found_from(desk)
    assert config.get("select") == ("units", "dates")
    assert (config.get("comments"), config.get("tolerance")) == (False, 1.5)
    assert {name: setting.value for name, setting in config.severities.items()} == {"units": Severity.NOTE}
    assert config.for_file("wire/a.txt", "ignore") == ("dates", "sums")
    assert config.for_file("a.txt", "ignore") is None
    assert config.per_file[0].settings["ignore"].place == "setup.cfg:10"


def test_the_line_of_a_key_is_that_of_its_beginning() -> None:
    text = '# a\n\nx = [\n  1,\n]\n# b\n[y."z*"]\n\nw = """\nx = 3\n"""\nv = 1\n'
    assert [line_of(text, keys) for keys in (("x",), ("y", "z*", "w"), ("y", "z*", "v"), ("gone",))] == [3, 9, 12, 1]


# --- what holds ---------------------------------------------------------------------


def test_every_setting_is_shown_with_where_it_comes_from(run: Run) -> None:
    write("factcheck.toml", 'ignore = ["units"]\n\n[per-file."a*"]\nday-first = true\n')
    shown = json.loads(run("config", "--format", "json").out)["settings"]
    rows = {row["setting"]: (row["is"], row["set_in"]) for row in shown}
    assert set(KEYS) <= set(rows)
    assert rows["ignore"] == ("units", "factcheck.toml:1")
    assert rows["fail-on"] == ("error", "-")
    assert rows["day-first for a*"] == ("true", "factcheck.toml:4")


def test_settings_are_shown_as_a_table(run: Run) -> None:
    write("factcheck.toml", '[severity]\nunits = "note"\n')
    table = [" ".join(line.split()) for line in run("config").out.splitlines()]
    assert table[0] == "settings: factcheck.toml"
    assert "severity.units note factcheck.toml:2 how loud the rule or" in table
    assert run("config", "--no-config").out.startswith("settings: none found from here up\n")
