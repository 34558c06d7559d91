"""What runs where nobody looks on: the action, the hooks, several processes, completion."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from factcheck.cli import COMMANDS
from factcheck.cli.checking import WORTH_A_BAR, progressing
from factcheck.decisions import decision_on, with_decisions
from factcheck.model import Document, Severity
from factcheck.pipeline import check
from factcheck.processes import WORTH, in_processes
from tests.running import AGREES, DIFFERS, ROOT, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.running import Run

    Action = Callable[..., tuple[int, str, str, str]]

BASH = shutil.which("bash") or "bash"
OTHER = "The mast stands 30 km (10 miles) from the pier."


# --- the action ---------------------------------------------------------------------


@pytest.fixture
def action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Action:
    """Runs the script of the action in an empty folder, as a runner does: (exit code, log, summary, outputs)."""
    monkeypatch.chdir(tmp_path)
    program = Path("bin/factcheck")
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def run(**inputs: str) -> tuple[int, str, str, str]:
        done = subprocess.run(
            [BASH, str(ROOT / "scripts" / "action.sh")],
            env={
                **os.environ,
                "PATH": f"{program.parent.resolve()}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "GITHUB_STEP_SUMMARY": "summary.md",
                "GITHUB_OUTPUT": "outputs",
                **{f"FACTCHECK_{name.upper()}": value for name, value in inputs.items()},
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        summary, outputs = (Path(name).read_text(encoding="utf-8") for name in ("summary.md", "outputs"))
        return done.returncode, done.stdout, summary, outputs

    return run


def test_the_action_annotates_sums_up_and_fails(action: Action) -> None:
    write("drafts/a b.txt", DIFFERS)
    write("wire/source.txt", AGREES)
    code, log, summary, outputs = action(
        articles="drafts", against="wire\n", sarif="out.sarif", arguments="--select\nunits"
    )
    assert code == 1
    assert log.startswith("::error file=drafts/a b.txt,line=1,endLine=1,col=16,endColumn=21,title=wrong-conversion::")
    assert summary.startswith("### factcheck: 1 error in 1 article, checked against 1 source\n")
    assert outputs == "exit-code=1\n"
    assert json.loads(Path("out.sarif").read_bytes())["runs"][0]["results"]


def test_a_summary_that_cannot_be_written_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    done = run("check", write("a.txt", DIFFERS), "--format", "github")
    assert done.code == 1
    assert done.err.startswith("factcheck: nowhere/summary.md: cannot be written: ")


def test_the_action_runs_nothing_that_stands_in_its_inputs(action: Action) -> None:
    write("a.txt", AGREES)
    code, _, _, outputs = action(articles="$(touch owned)\n`touch owned`\na.txt; touch owned\n")
    assert (code, outputs) == (2, "exit-code=2\n")
    assert not Path("owned").exists()


def test_every_input_of_the_action_reaches_its_script() -> None:
    action = YAML(typ="safe").load(ROOT / "action.yml")
    (step,) = (step for step in action["runs"]["steps"] if "action.sh" in step.get("run", ""))
    script = (ROOT / "scripts" / "action.sh").read_text(encoding="utf-8")
    assert {f"FACTCHECK_{name.upper().replace('-', '_')}" for name in action["inputs"]} - {
        "FACTCHECK_PYTHON_VERSION"
    } == set(step["env"])
    assert set(step["env"]) == set(re.findall(r"FACTCHECK_[A-Z_]*[A-Z]", script)) - {"FACTCHECK_"}
    assert not any("${{" in step.get("run", "") for step in action["runs"]["steps"])


# --- hooks --------------------------------------------------------------------------


def hooks() -> dict[str, list[str]]:
    """The command line of each hook, without the name of the program."""
    entries = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    return {entry["id"]: [*entry["entry"].split()[1:], *entry.get("args", ())] for entry in entries}


def test_a_hook_checks_each_article_by_itself(run: Run) -> None:
    names = [
        write("a.txt", "The population of Marlow is 74,200."),
        write("b.txt", "The population of Marlow is 73,100."),
    ]
    assert run(*hooks()["factcheck"], *names).code == 0
    assert run(*hooks()["factcheck"], write("c.txt", DIFFERS), *names).code == 1


def test_a_hook_checks_all_articles_against_each_other(run: Run) -> None:
    for name, people in (("a.txt", "74,200"), ("b.txt", "73,100")):
        write(name, f"The population of Marlow is {people}.")
    done = run(*hooks()["factcheck-together"], "--fail-on", "note")
    assert (done.code, "sources-differ" in done.out) == (1, True)


# --- several processes --------------------------------------------------------------


@pytest.fixture
def worth(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes are worth it however little there is to do."""
    monkeypatch.setattr("factcheck.processes.WORTH", 0)


@pytest.mark.usefixtures("worth")
@pytest.mark.parametrize(
    "way",
    [
        "check --format json",
        "check --verbose",
        "check --separately --format json",
        "check --separately --verbose",
        "check --cache kept --format json",
        "check --format html",
        "compare --format json",
        "claims --format json",
        "timeline --format json",
    ],
)
def test_more_processes_say_the_same(run: Run, way: str) -> None:
    write("wire/source.txt", AGREES)
    names = [write(f"{number}.txt", f"{DIFFERS} {OTHER}" if number % 2 else AGREES) for number in range(5)]
    against = [] if way.startswith("compare") else ["--against", "wire"]
    command = [*way.split(), *names, "nowhere.txt", *against]
    alone, together = (run(*command, "--jobs", jobs) for jobs in ("1", "2"))
    assert alone == together
    assert "nowhere.txt: no such file" in alone.err


@pytest.mark.usefixtures("worth")
def test_what_comes_in_at_standard_input_is_read_here(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(DIFFERS.encode())))
    names = [write("a.txt", AGREES), "-", write("b.txt", AGREES)]
    record = json.loads(run("check", *names, "--jobs", "0", "--format", "json").out)
    assert [source["name"] for source in record["sources"]] == ["a.txt", "<stdin>", "b.txt"]


@pytest.mark.usefixtures("worth")
def test_articles_that_are_checked_separately_are_not_held_against_each_other(run: Run) -> None:
    write("wire/source.txt", AGREES)
    names = [write(f"{number}.txt", f"{DIFFERS} {OTHER}" if number % 2 else AGREES) for number in range(5)]
    record = json.loads(run("check", *names, "--separately", "--against", "wire", "--format", "json").out)
    assert [source["name"] for source in record["sources"]] == [*names, "wire/source.txt"]
    drafts = [{span["source"] for span in one["spans"]} - {"wire/source.txt"} for one in record["findings"]]
    assert {len(names) for names in drafts} == {1}


def test_light_work_is_done_here_and_heavy_work_elsewhere(tmp_path: Path) -> None:
    def done(weight: int, jobs: int = 2) -> set[str]:
        return set(in_processes(jobs, lambda _: weight)(_process, [tmp_path, tmp_path]))

    here = {str(os.getpid())}
    assert done(weight=1) == here
    assert done(weight=WORTH, jobs=1) == here
    assert here.isdisjoint(done(weight=WORTH))


def _process(folder: Path) -> str:
    assert folder.exists()
    return str(os.getpid())


@pytest.mark.usefixtures("worth")
def test_a_process_that_is_ended_by_somebody_else_is_told_in_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [write("a.txt", AGREES), write("b.txt", AGREES)]
    monkeypatch.setattr("factcheck.pipeline.understand", _ended)
    done = run("check", *names, "--jobs", "2")
    assert (done.code, done.out) == (2, "")
    assert done.err == "factcheck: one of the processes was ended, as where memory runs out. Use fewer --jobs.\n"


def _ended(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_nothing_is_checked_twice_that_has_not_changed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [write("a.txt", DIFFERS), write("b.txt", AGREES)]
    options = ["--cache", "kept", "--format", "json"]
    first = run("check", *names, *options)
    apart = run("check", *names, *options, "--separately")
    assert len(list(Path("kept").iterdir())) == 3

    def fails(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("factcheck.separately.check", fails)
    assert run("check", *names, *options) == first
    assert run("check", *names, *options, "--separately") == apart


@pytest.mark.parametrize("change", ["text", "severity", "facts", "select"])
def test_what_has_changed_is_checked_again(run: Run, change: str) -> None:
    options = ["--cache", "kept", "--format", "json"]
    before = run("check", write("a.txt", DIFFERS), *options)
    match change:
        case "text":
            write("a.txt", AGREES)
        case "severity":
            write("factcheck.toml", '[severity]\nunits = "note"\n')
        case "facts":
            options.append("--no-facts")
        case "select":
            options += ["--select", "dates"]
    after = run("check", "a.txt", *options)
    assert len(list(Path("kept").iterdir())) == 2
    assert (after == before) is (change == "facts")


@pytest.mark.parametrize("damage", ["cut", "text", "class", "other"])
def test_a_report_that_was_kept_may_be_damaged(run: Run, damage: str) -> None:
    options = ["--cache", "kept", "--format", "json"]
    before = run("check", write("a.txt", DIFFERS), *options)
    (kept,) = Path("kept").iterdir()
    payload = {
        "cut": kept.read_bytes()[32:-9],
        "text": b"",
        "class": pickle.dumps(os.system),
        "other": pickle.dumps(Severity.ERROR),
    }[damage]
    kept.write_bytes(hashlib.sha256(payload).digest() + payload)
    assert run("check", "a.txt", *options) == before
    kept.write_bytes(b"nothing")
    assert run("check", "a.txt", *options) == before


def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    items = range(WORTH_A_BAR)
    assert list(progressing(items, len(items), "checking")) == list(items)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progressing(items, len(items), "checking")) == list(items)
    assert list(progressing(items, 1, "checking")) == list(items)


def test_an_article_is_checked_again_when_it_changes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    article = write("a.txt", AGREES)
    moments = iter(range(3))

    def edit() -> None:
        match next(moments):
            case 1:
                write("a.txt", DIFFERS)
            case 2:
                raise KeyboardInterrupt

    monkeypatch.setattr("factcheck.cli.lasting.a_moment", edit)
    done = run("check", article, "--watch")
    assert done.code == 1
    assert done.out.count("in 1 article.") == 2
    assert done.err.count("watching for changes") == 2


def test_settings_rules_and_decisions_are_watched_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    article = write("a.txt", DIFFERS)
    moments = iter(range(5))

    def edit() -> None:
        match next(moments):
            case 0:
                write("factcheck.toml", 'ignore = ["units"]\n')
            case 1:
                write("factcheck.toml", 'ignoer = ["units"]\n')
            case 2:
                Path("factcheck.toml").unlink()
            case 3:
                write("factcheck-decisions.toml", with_decisions(Path("f"), "", map(decision_on, found)))
            case _:
                raise KeyboardInterrupt

    found = check([Document(article, DIFFERS)]).findings
    monkeypatch.setattr("factcheck.cli.lasting.a_moment", edit)
    done = run("check", article, "--watch", "--statistics", "--allow-empty")
    sums = [line for line in done.out.splitlines() if line.endswith(".")]
    assert sums == [
        "1 error in 1 article.",
        "Nothing found that differs in 1 article.",
        "1 error in 1 article.",
        "Nothing found that differs in 1 article; 1 suppressed (1 decision).",
    ]
    assert "there is no setting “ignoer”" in done.err
    assert done.code == 0


# --- shells -------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_a_script_that_it_can_read(run: Run, shell: str) -> None:
    script = run("completion", shell).out
    assert "_FACTCHECK_COMPLETE" in script
    if shutil.which(shell):
        done = subprocess.run(
            [str(shutil.which(shell)), "-n"], input=script, text=True, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("factcheck ch", {"check"}),
        ("factcheck check --form", {"--format"}),
        ("factcheck check --format sa", {"sarif"}),
        ("factcheck check --fail-on ", {"error", "warning", "note", "never"}),
    ],
)
def test_words_are_completed(words: str, completed: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()"],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "_FACTCHECK_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert {line.partition(",")[2] for line in done.stdout.split()} == completed


def test_every_command_has_a_manual_page_that_a_printer_can_read(tmp_path: Path) -> None:
    pytest.importorskip("click_man")
    subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "manual.py"), str(tmp_path / "man")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    pages = {page.stem: page.read_text(encoding="utf-8") for page in (tmp_path / "man").iterdir()}
    assert {f"factcheck-{name}" for name in COMMANDS} <= set(pages)
    assert r"\-\-fail\-on" in pages["factcheck-check"]
    if printer := shutil.which("groff"):
        done = subprocess.run(
            [printer, "-man", "-ww", "-z", str(tmp_path / "man" / "factcheck-check.1")], capture_output=True, check=True
        )
        assert done.stderr == b""


# --- containers ---------------------------------------------------------------------


def test_the_image_is_built_of_what_is_there_and_runs_as_nobody_special() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        word for line in lines if line.startswith("COPY ") and "--from" not in line for word in line.split()[1:-1]
    ]
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    assert "USER 1000" in lines
    assert 'ENTRYPOINT ["factcheck"]' in lines
