"""The command line: what it prints, what it says is the matter, and how it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import __version__, pipeline
from factcheck.report.explain import rule_lines
from factcheck.report.formats import CLAIMS, REPORT
from factcheck.report.prose import Page
from factcheck.rulebook import default_rulebook
from tests.running import AGREES, DIFFERS, ROOT, factcheck, write

if TYPE_CHECKING:
    from factcheck.rulebook import Rule
    from tests.running import Run

# --- exit codes ---------------------------------------------------------------------


def test_an_article_that_agrees_with_itself_exits_with_0(run: Run) -> None:
    done = run("check", write("a.txt", AGREES))
    assert done.code == 0
    assert "Nothing found that differs in 1 article." in done.out
    assert done.err == ""


def test_places_that_differ_exit_with_1(run: Run) -> None:
    done = run("check", write("a.txt", DIFFERS))
    assert done.code == 1
    assert "error: " in done.out
    assert "a.txt:1:16" in done.out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 0), ("note", 1), ("never", 0)])
def test_the_quietest_finding_that_fails_a_run_can_be_chosen(run: Run, fail_on: str, code: int) -> None:
    article = write("a.txt", AGREES + "\n\n“They left early, the mayor said.\n\nNothing else happened there.\n")
    assert "note: " in run("check", article).out
    assert run("check", article, "--fail-on", fail_on).code == code


def test_nothing_to_compare_exits_with_3_and_says_why(run: Run) -> None:
    done = run("check", write("a.txt", "Nobody came to the harbour."))
    assert done.code == 3
    assert done.err == (
        "factcheck: a.txt: no number or date is written in it\n"
        "factcheck: nothing was compared, so nothing is known to agree. --allow-empty accepts that.\n"
    )


def test_nothing_to_compare_can_be_allowed(run: Run) -> None:
    done = run("check", write("a.txt", "Nobody came to the harbour."), "--allow-empty")
    assert (done.code, done.err) == (0, "")


def test_an_interrupted_run_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupted)
    done = run("check", write("a.txt", AGREES))
    assert (done.code, done.out, done.err.strip()) == (130, "", "factcheck: interrupted")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that fails in a way that nobody thought of."""

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the abacus\x1b[2J\nis missing a bead")

    monkeypatch.setattr(pipeline, "check", breaks)


@pytest.mark.usefixtures("broken")
def test_a_mistake_of_ours_is_one_line_and_exits_with_70(run: Run) -> None:
    done = run("check", write("a.txt", AGREES))
    assert (done.code, done.out) == (70, "")
    assert done.err.startswith(
        "factcheck: this is a mistake of factcheck, not of yours: RuntimeError: the abacus<ESC>[2J is"
    )
    assert done.err.count("\n") == 1


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("arguments", [["--debug", "check"], ["check", "--debug"], ["check"]])
def test_a_mistake_of_ours_can_be_looked_into(run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    if "--debug" not in arguments:
        monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    done = run(*arguments, write("a.txt", AGREES))
    assert done.code == 70
    assert "Traceback" in done.err
    assert "\x1b" not in done.err


# --- input that cannot be used ------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty.txt"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "picture.txt"),
        ("program.txt", b"\x7fELF\x02\x01\x00\x00\xd0\xee\xff", "program.txt: it is not text"),
        ("", None, "“”: a name without letters"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line_and_the_rest_is_checked(
    run: Run, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        write(name, content)
    done = run("check", write("a.txt", DIFFERS), name)
    assert done.code == 2
    assert done.err.startswith(f"factcheck: {says}")
    assert done.err.count("\n") == 1
    assert "wrong-conversion" in done.out


def test_a_folder_without_articles_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    done = run("check", "drafts")
    assert done.code == 2
    assert done.err.startswith("factcheck: drafts")
    assert done.err.count("\n") == 1


def test_bytes_that_are_no_utf_8_are_read_as_well_as_can_be(run: Run) -> None:
    done = run("check", write("a.txt", DIFFERS.encode() + b" Caf\xe9 \x93Tarn\x94 is there."))
    assert done.code == 1
    assert "windows-1252" in done.out


@pytest.mark.parametrize(
    ("rule", "place", "meant"),
    [
        ("summary: x\nseverity: eror\ncheck: disagree\nmessage: y\n", "slip.yaml:2: ", "Did you mean 'error'?"),
        ("summary: x\nseverity: error\ncheck: disagre\nmessage: y\n", "slip.yaml:3: ", "Did you mean 'disagree'?"),
        ("summary: [x\n", "slip.yaml:", ""),
    ],
)
def test_a_mistyped_rule_is_told_with_its_line(run: Run, rule: str, place: str, meant: str) -> None:
    write("house/slip.yaml", rule)
    done = run("check", write("a.txt", AGREES), "--rules", "house")
    assert done.code == 2
    assert place in done.err
    assert meant in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_a_folder_without_rules_is_told(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", write("a.txt", AGREES), "--rules", folder)
    assert done.code == 2
    assert done.err.startswith(f"factcheck: {folder}: no ")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_does_not_exist_is_told_with_the_one_that_was_meant(run: Run, option: str) -> None:
    done = run("check", write("a.txt", AGREES), option, "wrong-convertion")
    assert done.code == 2
    assert "Did you mean 'wrong-conversion'?" in done.err
    assert done.err.count("\n") == 1


def test_rules_are_chosen_by_name(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    assert run("check", article, "--select", "wrong-conversion").code == 1
    assert "wrong-conversion" not in run("check", article, "--ignore", "wrong-conversion").out


def test_a_fact_with_an_impossible_date_is_told_with_its_line(run: Run) -> None:
    write("facts.yaml", "- subject: the fire in Halden\n  attribute: date\n  value: 31 June 2024\n")
    done = run("check", write("a.txt", AGREES), "--facts", "facts.yaml")
    assert done.code == 2
    assert done.err.startswith("factcheck: facts.yaml:3: ")
    assert done.err.count("\n") == 1


def test_facts_that_are_not_there_are_told(run: Run) -> None:
    done = run("check", write("a.txt", AGREES), "--facts", "facts.yaml")
    assert done.code == 2
    assert done.err == "factcheck: facts.yaml: no such file. Check the name and the folder you are in.\n"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("setup.cfg", "[factcheck\njobs = 2\n", "setup.cfg:1: the line cannot be read. Settings are lines"),
        ("setup.cfg", "[factcheck]\njobs\n", "setup.cfg:2: the line cannot be read. Settings are lines"),
        ("setup.cfg", "[factcheck]\njobs = 2\njobs = 3\n", "setup.cfg:3: the line stands there twice. Settings are"),
        ("factcheck.toml", "jobs = 2\nignore [", "factcheck.toml:2:8: expected '=' after a key"),
        ("factcheck.toml", "ignore = [", "factcheck.toml: invalid value at the end of the file. See https://toml.io"),
    ],
)
def test_settings_that_cannot_be_read_are_told_with_their_line(run: Run, name: str, content: str, says: str) -> None:
    write(name, content)
    done = run("check", write("a.txt", AGREES))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"factcheck: {says}")
    assert done.err.count("\n") == 1


def test_a_day_that_does_not_exist_is_told_with_the_way_to_write_one(run: Run) -> None:
    done = run("check", write("a.txt", AGREES), "--date", "2022-02-30")
    assert done.code == 2
    assert "“2022-02-30” is no day of the calendar. Write it as 2022-02-24." in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["chekc"], ["check"], ["check", "a.txt", "--colour", "never"], ["explain"]])
def test_a_command_that_is_not_understood_is_told_in_one_line(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "--help" in done.err or "factcheck rules" in done.err


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chekc", "a.txt"], "check"),
        (["facts", "exprot"], "export"),
        (["archive", "ad", "a.fc"], "add"),
        (["rules", "tset"], "test"),
    ],
)
def test_a_mistyped_command_is_told_with_the_one_that_was_meant(run: Run, arguments: list[str], meant: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert f". Did you mean {meant!r}? See " in done.err


def test_no_command_at_all_shows_the_help(run: Run) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err


def test_the_help_begins_with_commands_to_copy(run: Run) -> None:
    assert "\n  factcheck check draft.md --against sources/     a draft against its sources\n" in run("--help").out


# --- where the report goes ----------------------------------------------------------


def test_a_report_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    done = run("check", write("a.txt", DIFFERS), "--output", "report.out")
    assert (done.code, done.out) == (1, "")
    assert "wrong-conversion" in Path("report.out").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "report.out"]


@pytest.mark.parametrize("output", ["nowhere/report.out", "."])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(run: Run, tmp_path: Path, output: str) -> None:
    done = run("check", write("a.txt", DIFFERS), "--output", output)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_device_is_written_to_and_a_link_is_followed(run: Run) -> None:
    Path("latest.out").symlink_to(write("report.out", "old"))
    assert run("check", write("a.txt", DIFFERS), "--output", "latest.out").code == 1
    assert "wrong-conversion" in Path("report.out").read_text(encoding="utf-8")
    assert Path("latest.out").is_symlink()
    assert run("check", "a.txt", "--output", os.devnull).code == 1
    assert Path(os.devnull).is_char_device()


def test_a_report_is_json_if_asked(run: Run) -> None:
    done = run("check", write("a.txt", DIFFERS), "--format", "json")
    record = json.loads(done.out)
    assert [finding["rule"] for finding in record["findings"]] == ["wrong-conversion"]
    assert [span["text"] for span in record["findings"][0]["spans"]] == ["40 km", "64 miles"]


def test_several_formats_are_written_in_one_run(run: Run) -> None:
    done = run("check", write("a.txt", DIFFERS), "--format", "json", "--format", "terminal=report.out")
    assert done.code == 1
    assert len(json.loads(done.out)["findings"]) == 1
    assert "wrong-conversion" in Path("report.out").read_text(encoding="utf-8")


def test_a_format_that_cannot_be_written_leaves_the_others(run: Run, tmp_path: Path) -> None:
    done = run("check", write("a.txt", DIFFERS), "--format", "terminal=nowhere/report.out", "--format", "json=a.json")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "nowhere/report.out: cannot be written" in done.err
    assert len(json.loads(Path("a.json").read_bytes())["findings"]) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.txt"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--format", "jsno"], "“jsno” is no format. Did you mean 'json'?"),
        (["--format", "xyz"], "“xyz” is no format. There are terminal, json"),
        (["--format", "json="], "no file stands after “json=”"),
        (["--format", "json", "--format", "terminal"], "Two formats would be written to the screen."),
        (["--format", "json=a.out", "--format", "terminal=./a.out"], "Two formats would be written to a.out."),
        (["--format", "json=a.out", "--output", "b.out"], "--output is for a single format."),
        (["--format", "json", "--format", "terminal", "--output", "b.out"], "--output is for a single format."),
    ],
)
def test_formats_that_cannot_be_meant_are_told(run: Run, options: list[str], says: str) -> None:
    done = run("check", write("a.txt", DIFFERS), *options)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert says in done.err
    assert not Path("a.out").exists()


def test_the_date_is_for_articles_that_do_not_say_theirs(run: Run) -> None:
    done = run("check", write("a.txt", AGREES), "--date", "2022-10-05", "--format", "json")
    assert json.loads(done.out)["sources"][0]["published"] == "2022-10-05"


def test_a_draft_is_checked_against_its_sources(run: Run) -> None:
    write("sources/one.txt", AGREES)
    done = run("check", write("a.txt", AGREES), "--against", "sources")
    assert "in 1 article, checked against 1 source." in done.out


def test_files_that_the_shell_makes_of_a_glob_are_sources(run: Run) -> None:
    draft, *sources = [write(name, AGREES) for name in ("a.txt", "wire/one.txt", "wire/two.txt", "wire/six.txt")]
    done = run("check", draft, "--against", *sources)
    assert "in 1 article, checked against 3 sources." in done.out
    assert "wire/two.txt and 1 more are sources, too" in done.err
    assert "wire/two.txt is a source, too" in run("check", draft, "--against", *sources[:2]).err
    assert run("check", draft, "--against", sources[0], "--against", sources[1]).err == ""
    assert run("check", *sources[1:], "--against", sources[0]).err == ""


def test_sources_beside_the_draft_are_those_that_stand_behind_the_option(run: Run) -> None:
    draft, *sources = [write(name, AGREES) for name in ("draft.txt", "wire_1.txt", "wire_2.txt", "wire_3.txt")]
    done = run("check", draft, "--against", *sources, "--fail-on", "never")
    assert "in 1 article, checked against 3 sources." in done.out
    assert "wire_2.txt and 1 more are sources, too" in done.err
    assert "in 3 articles, checked against 1 source." in run("check", "--against", *sources, draft).out


def test_colours_can_be_had_and_left_out(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    assert "\x1b[1;31m" in run("check", article, "--color", "always").out
    assert "\x1b" not in run("check", article, "--color", "never").out
    assert "\x1b" not in run("check", article).out


def test_ascii_is_all_ascii(run: Run) -> None:
    article = write("a.txt", "“Naïve” – " + DIFFERS)
    assert run("check", article, "--ascii").out.isascii()


def test_an_article_cannot_steer_the_terminal(run: Run) -> None:
    done = run("check", write("a.txt", f"\x1b]0;owned \u202e{DIFFERS}"), "no\x1b[31mfile")
    assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
    assert "<ESC>" in done.out
    assert "no<ESC>[31mfile" in done.err


# --- in a process of its own --------------------------------------------------------


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIFFERS * 300, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "check", "a.txt", "--format", "json"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="there a shell cannot close a stream")
@pytest.mark.parametrize("command", ["check", "claims", "timeline", "rules"])
def test_a_closed_stream_is_no_error(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(AGREES, encoding="utf-8")
    article = "" if command == "rules" else "a.txt"
    run = f"exec '{sys.executable}' -m factcheck {command} {article} >&-"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", run], cwd=tmp_path, env=env, capture_output=True, timeout=60, check=False)  # noqa: S607
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_screen_without_unicode_gets_letters_that_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Naïve” 中 " + DIFFERS, encoding="utf-8")
    done = factcheck("check", "a.txt", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"wrong-conversion" in done.stdout


@pytest.mark.parametrize("command", ["check", "claims", "explain", "rules"])
def test_help_can_be_printed_anywhere(command: str) -> None:
    done = factcheck(command, "--help", env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_article_is_read_from_standard_input(tmp_path: Path) -> None:
    done = factcheck(
        "check", "-", "--stdin-filename", "draft.md", cwd=tmp_path, input=f"# Depot\n\n{DIFFERS}\n".encode()
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"draft.md:3:16" in done.stdout


@pytest.mark.parametrize("arguments", ["--help", "--version", "check --help", "rules --help"])
def test_help_is_there_without_loading_what_a_run_needs(arguments: str) -> None:
    program = (
        "import sys, factcheck.cli\n"
        f"try: factcheck.cli.main({arguments.split()!r})\n"
        "except SystemExit as end: assert not end.code\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} | set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    loaded = set(done.stderr.decode().split())
    assert not loaded & {"rich", "pint", "dateparser", "ruamel", "factcheck.extract", "factcheck.pipeline"}


# --- the other commands -------------------------------------------------------------


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"factcheck {__version__}\n"


def test_claims_lists_every_number_and_date(run: Run) -> None:
    done = run("claims", write("a.txt", "The depot lies 40 km (64 miles) from the border. About 30 people work there."))
    assert done.code == 0
    table = [" ".join(line.split()) for line in done.out.splitlines()]
    assert table[:4] == [
        "a.txt",
        "where words value about compared",
        "1:16 40 km 40 kilometers (35 to distance of the depot error, a",
        "45) from the border",
    ]
    assert any(line.startswith("1:50 About 30 people 30 people (27 to 33) people") for line in table)
    assert "a wrong-conversion" in table


def test_claims_of_an_article_without_numbers(run: Run) -> None:
    done = run("claims", write("a.txt", "Nobody came."), write("b.txt", AGREES))
    assert "a.txt\n  no number or date is written in it\n\nb.txt\n" in done.out


def test_claims_as_json(run: Run) -> None:
    done = run("claims", write("a.txt", DIFFERS), "--format", "json", "--date", "2022-10-05")
    source = json.loads(done.out)["sources"][0]
    assert (source["name"], source["published"]) == ("a.txt", date(2022, 10, 5).isoformat())
    assert [mention["text"] for mention in source["mentions"]] == ["40 km", "64 miles"]


def test_every_format_that_is_offered_is_written(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    for command, formats in (("check", REPORT), ("claims", CLAIMS)):
        for form in formats:
            run(command, article, "--format", f"{form}={command}.{form}")
            written = Path(f"{command}.{form}").read_bytes()
            # Statistics name rules alone, and Parquet is compressed.
            told = b"wrong-conversion" if form == "statistics" else b"PAR1" if form == "parquet" else b"40 km"
            assert told in written, form


def test_the_rules_are_listed(run: Run) -> None:
    done = run("rules")
    assert done.code == 0
    assert "wrong-conversion" in done.out


def test_a_rule_is_explained_with_its_examples(run: Run) -> None:
    done = run("explain", "wrong-percent-change")
    assert done.code == 0
    assert done.out.startswith("wrong-percent-change (error, group ")
    assert "this must hold, as far as rounding and hedging allow:" in done.out
    assert "Flagged: " in done.out
    assert "\n  " + "-" * 3 in done.out or "---" in done.out


@pytest.mark.parametrize("rule", default_rulebook().rules, ids=lambda rule: rule.name)
def test_every_rule_can_be_explained_on_a_narrow_page(rule: Rule) -> None:
    lines = [line.plain for line in rule_lines(rule, Page(60))]
    assert lines[0].startswith(f"{rule.name} ({rule.severity}, group {rule.group})")
    assert all(f": {example.title}"[:20] in "\n".join(lines) for example in rule.examples)


def test_a_rule_that_is_no_rule_is_not_explained(run: Run) -> None:
    done = run("explain", "wrong-convertion")
    assert done.code == 2
    assert "Did you mean 'wrong-conversion'?" in done.err


def test_a_text_is_explained_mention_by_mention(run: Run) -> None:
    done = run("explain", "--text", "Sales rose 25% to 1,000 from 900.")
    assert done.code == 0
    assert "25% (24.5 to 25.5)" in done.out
    assert "sales rose ⟨percentage⟩ to ⟨number⟩ from ⟨number⟩ ." in done.out
    assert "wrong-percent-change reads change = “25%”, new = “1,000”, old = “900”" in done.out


def test_a_text_without_numbers_is_explained(run: Run) -> None:
    assert run("explain", "--text", "Nobody came.").out.startswith("no number or date is read in this text\n")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (DIFFERS, "[wrong-conversion]\n  ┌─ text:1:16 and 1:23"),
        (AGREES, "agrees: “40 km” and “25 miles”: 40 kilometers = 24.9 miles"),
        ("Nobody came.", "Nothing in it was compared."),
    ],
)
def test_explain_tells_what_came_of_a_text(run: Run, text: str, outcome: str) -> None:
    assert outcome in run("explain", "--text", text).out


HOUSE_RULE = """\
summary: A crowd is larger than the hall.
severity: warning
read: |
  {crowd:number} people in the hall of {seats:number} seats
require: crowd <= seats
message: "“{crowd}” do not fit into “{seats}”"
%s:
  a full hall: |
    We saw <<300>> people in the hall of <<200>> seats.
"""


@pytest.mark.parametrize(("verdict", "code"), [("not-yet", 0), ("flagged", 1)])
def test_the_examples_of_a_folder_of_rules_are_tried(run: Run, verdict: str, code: int) -> None:
    write("house/full-hall.yaml", HOUSE_RULE.replace("crowd <= seats", "crowd >= 0") % verdict)
    done = run("rules", "test", "house")
    assert done.code == code
    assert "1 rule, 1 example, " in done.out
