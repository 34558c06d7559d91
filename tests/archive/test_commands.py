"""`factcheck archive`, as it is typed."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from factcheck.archive.pieces import arrow
from factcheck.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Document

    Run = tuple[int, str, str]


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "wire"
    folder.mkdir()
    for paper, dead, day in (("post", 12, 6), ("herald", 12, 7), ("courier", 19, 7)):
        (folder / f"{paper}.md").write_text(
            f"---\ndate: 2024-05-0{day}\n---\n\nA fire at a mill in Eskford on 6 May 2024 killed {dead} people.\n"
        )
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Run:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    code = ended.value.code
    assert isinstance(code, int)
    return code, out, err


def test_add_then_check(capsys: pytest.CaptureFixture[str], wire: Path) -> None:
    assert run(capsys, "archive", "add", "a.fc", "wire") == (0, "3 added, 0 known before, 0 failed.\n", "")
    assert run(capsys, "archive", "add", "a.fc", "wire") == (0, "0 added, 3 known before, 0 failed.\n", "")
    code, out, err = run(capsys, "archive", "check", "a.fc", "--fail-on", "warning")
    assert (code, err) == (1, "")
    assert "“19 people”: 1 source, 2024-05-07 (wire/courier.md)" in out
    assert "“12 people”: 2 sources, from 2024-05-06 to 2024-05-07 (wire/herald.md," in out
    assert out.index("“19 people”: 1 source") < out.index("“12 people”: 2 sources")
    assert out.endswith("in 3 sources of a.fc.\n")
    assert run(capsys, "archive", "check", "a.fc", "--fail-on", "never")[0] == 0
    (wire / "quiet.txt").write_text("Nothing happened in Eskford.")
    assert run(capsys, "archive", "add", "a.fc", "wire")[0] == 0
    out = run(capsys, "archive", "check", "a.fc")[1]
    assert out.endswith("in 4 sources of a.fc.\n")
    assert run(capsys, "archive", "check", "a.fc", "--engine", "duckdb")[1] == out
    assert run(capsys, "archive", "check", "a.fc", "--jobs", "0")[1] == out


@pytest.mark.usefixtures("wire")
def test_check_writes_records_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "archive", "add", "a.fc", "wire")
    _, out, _ = run(capsys, "archive", "check", "a.fc", "--format", "json")
    record = json.loads(out)
    (conflict,) = record["conflicts"]
    assert (record["version"], record["archive"], record["sources"]) == (1, "a.fc", 3)
    assert [(side["value"], side["sources"], side["first"], side["last"]) for side in conflict["sides"]] == [
        ("19 people", 1, "2024-05-07", "2024-05-07"),
        ("12 people", 2, "2024-05-06", "2024-05-07"),
    ]
    assert {told["source"] for told in conflict["sides"][1]["told"]} == {"wire/post.md", "wire/herald.md"}
    assert {told["line"] for side in conflict["sides"] for told in side["told"]} == {5}
    assert conflict["findings"][0]["spans"][0]["text"] in {"12 people", "19 people"}


@pytest.mark.usefixtures("wire")
def test_a_draft_against_an_archive(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, "archive", "add", "a.fc", "wire")
    (tmp_path / "draft.txt").write_text("The fire at the mill in Eskford on 6 May 2024 killed 25 people.")
    code, out, err = run(capsys, "check", "draft.txt", "--archive", "a.fc", "--date", "2024-05-08", "--fail-on", "note")
    assert (code, err) == (1, "")
    assert "draft.txt:1:" in out
    assert "wire/" in out
    assert "“12 people”: 2 sources, from 2024-05-06 to 2024-05-07" in " ".join(out.split())
    assert "“25 people”: 1 source" not in out
    assert "sources  3" in run(capsys, "archive", "info", "a.fc")[1]
    code, _, err = run(capsys, "check", "draft.txt", "--archive", "none.fc")
    assert (code, err) == (
        2,
        "factcheck: none.fc: no such archive. Make it with: factcheck archive add none.fc FILES\n",
    )


@pytest.mark.usefixtures("wire")
def test_info_remove_export(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run(capsys, "archive", "add", "a.fc", "wire")
    assert "2024-05-06 to 2024-05-07" in run(capsys, "archive", "info", "a.fc")[1]
    assert run(capsys, "archive", "export", "a.fc", "--format", "csv", "--output", "a.csv")[0] == 0
    with (tmp_path / "a.csv").open(newline="") as file:
        assert sorted(row["lower"] for row in csv.DictReader(file)) == ["12.0", "12.0", "19.0"]
    assert run(capsys, "archive", "export", "a.fc", "--output", "a.parquet")[1] == (
        "3 claims written to a.parquet, 3 texts to a.texts.parquet.\n"
    )
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    assert "b.parquet" in run(capsys, "archive", "check", "b.parquet")[2]
    arrow("parquet").write_table(arrow().table({"text": ["a"]}), tmp_path / "b.parquet")
    assert "b.parquet: not claims of an archive" in run(capsys, "archive", "check", "b.parquet")[2]
    checked = run(capsys, "archive", "check", "a.parquet")[1]
    assert checked.endswith("in 3 sources of a.parquet.\n")
    assert run(capsys, "archive", "remove", "a.fc", "wire/courier.md")[:2] == (0, "1 removed.\n")
    assert run(capsys, "archive", "check", "a.fc")[1] == "Nothing found that differs in 2 sources of a.fc.\n"
    code, _, err = run(capsys, "archive", "remove", "a.fc", "wire/courier.md")
    assert (code, err) == (2, "factcheck: wire/courier.md: no article of this name in a.fc.\n")
    code, _, err = run(capsys, "archive", "remove", "a.fc", "wire/post.md", "herald.md")
    assert (code, err) == (2, "factcheck: herald.md: no article of this name in a.fc. Did you mean wire/herald.md?\n")
    assert "Did you mean wire/?" in run(capsys, "archive", "remove", "a.fc", "wire")[2]
    assert run(capsys, "archive", "remove", "a.fc", "wire/")[:2] == (0, "2 removed.\n")
    assert run(capsys, "archive", "export", "a.fc", "--output", "b.csv")[0] == 0
    assert (tmp_path / "b.csv").read_text().startswith("claim,source,")
    assert "a.parquet: Parquet, not an archive" in run(capsys, "archive", "info", "a.parquet")[2]
    code, _, err = run(capsys, "archive", "export", "a.fc", "--output", "no/such/folder.csv", "--format", "csv")
    assert code == 2
    assert "cannot be written: No such file or directory" in err


def test_watch_tells_of_each_new_file(capsys: pytest.CaptureFixture[str], wire: Path) -> None:
    (wire / "empty.txt").write_text("")
    code, out, err = run(capsys, "archive", "watch", "a.fc", str(wire), "--once")
    assert code == 0
    assert "empty.txt: the file is empty" in err
    told = " ".join(out.split())
    assert ": Nothing found that differs in 0 sources of a.fc." in told
    assert "in 1 source of a.fc." in told
    assert ": 1 note in 2 sources of a.fc." in told
    assert "killed" in out


@pytest.mark.usefixtures("wire")
def test_facts_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "archive", "add", "a.fc", "wire")
    code, out, _ = run(capsys, "archive", "facts", "a.fc", "Eskford")
    assert code == 0
    assert "2024-05-06  12 people" in out
    code, _, err = run(capsys, "archive", "facts", "a.fc", "Nowhere")
    assert (code, err.startswith("factcheck: Nowhere: nothing is said of this name")) == (2, True)
    assert "They go for one name: sounds alike" in run(capsys, "archive", "names", "Bakhmut", "Bachmut")[1]


def test_what_cannot_be_read_is_said_and_the_rest_is_added(capsys: pytest.CaptureFixture[str], wire: Path) -> None:
    (wire / "empty.txt").write_text("")
    code, out, err = run(capsys, "archive", "add", "a.fc", "wire")
    assert (code, out) == (2, "3 added, 0 known before, 0 failed.\n")
    assert err == "factcheck: wire/empty.txt: the file is empty. Check that it was saved.\n"


def test_what_whole_articles_tell_is_shown_with_how_many_and_when(
    capsys: pytest.CaptureFixture[str], museum: list[Document], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps({"id": one.name, "text": one.text, "date": str(one.published)}) + "\n" for one in museum]
    (tmp_path / "wire.jsonl").write_text("".join(lines))
    run(capsys, "archive", "add", "a.fc", "wire.jsonl")
    out = run(capsys, "archive", "check", "a.fc")[1]
    assert "[told-in-like-words]" in out
    assert "“$37 million”: 1 source, 2024-05-07 (herald.txt)" in out
    assert "“about $41 million”: 1 source, 2024-05-07 (post.txt)" in out
    record = json.loads(run(capsys, "archive", "check", "a.fc", "--format", "json")[1])
    assert [conflict["sides"] for conflict in record["conflicts"]] == [[]]
    assert (
        run(capsys, "archive", "check", "a.fc", "--claims-only")[1]
        == "Nothing found that differs in 3 sources of a.fc.\n"
    )
    run(capsys, "archive", "add", "b.fc", "wire.jsonl", "--no-texts")
    assert "texts  0" in run(capsys, "archive", "info", "b.fc")[1]
    assert run(capsys, "archive", "check", "b.fc")[1] == "Nothing found that differs in 3 sources of b.fc.\n"
