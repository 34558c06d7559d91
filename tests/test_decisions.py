"""What is let stand: comments, [sic], decisions and a baseline; and what is said when they silence nothing."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.decisions import Decision, DecisionsError, decision_on, read_decisions, with_decisions
from factcheck.model import Document, Finding, Severity, Span
from factcheck.recent import MOST, recalled, remember, usual_place
from tests.running import DIFFERS, write

if TYPE_CHECKING:
    from tests.running import Run

OTHER = "The mast stands 30 km (10 miles) from the pier."
FILE = "factcheck-decisions.toml"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the first of June."""
    monkeypatch.setattr("factcheck.cli.deciding.today", lambda: date(2026, 6, 1))


def finding_in(text: str, name: str = "a.txt") -> Finding:
    document = Document(name, text)
    return Finding("some-rule", Severity.ERROR, "they differ", (Span(document, 0, len(text)),))


def found(run: Run, *arguments: str) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The words that are marked, what is suppressed by what and why, and the remarks."""
    record = json.loads(run("check", *arguments, "--format", "json").out)
    return (
        [one["spans"][0]["text"] for one in record["findings"]],
        [(one["by"], one["reason"]) for one in record["suppressed"]],
        record["remarks"],
    )


# --- decisions ----------------------------------------------------------------------


def test_a_finding_is_let_stand_by_the_id_that_the_report_shows(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    (name,) = [line.rpartition(", ")[2] for line in run("check", article).out.splitlines() if ", #" in line]
    done = run("decide", name, "--reason", "so the ministry", "--by", "mk")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{FILE}: {name} (“40 km”, “64 miles” in a.txt) is let stand.\n"
    assert found(run, article) == ([], [("decision", "so the ministry — mk")], [])
    again = run("check", article)
    assert again.code == 0
    assert "Nothing found that differs in 1 article; 1 suppressed (1 decision)." in again.out


def test_a_decision_comes_back_when_a_value_changes_and_says_so(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    run("check", article)
    run("decide", "4829", "--reason", "so the ministry")
    write("a.txt", DIFFERS.replace("64", "66"))
    marked, suppressed, remarks = found(run, article)
    assert (marked, suppressed) == (["40 km"], [])
    (remark,) = remarks
    assert remark.startswith(
        f"{FILE}: #4829ff4 let “40 km” and “64 miles” stand, and one of them is another now: see #"
    )


def test_a_decision_outlives_every_other_edit(run: Run) -> None:
    run("check", write("a.txt", DIFFERS))
    run("decide", "4829", "--reason", "so the ministry")
    write("a.txt", f"Nobody knew at first.\n\nNow it is known: the fort is  40\nkm (64 miles) off. {OTHER}")
    assert found(run, "a.txt")[0] == ["30 km"]


def test_what_was_decided_and_what_a_baseline_knows_stands_in_a_comparison_too(run: Run) -> None:
    for name, people in (("a.txt", "74,200"), ("b.txt", "91,300")):
        write(name, f"The population of Marlow is {people}.")
    compared = ["compare", "a.txt", "b.txt", "--fail-on", "note"]
    (finding,) = json.loads(run(*compared, "--format", "json", "--write-baseline", "known.toml").out)["findings"]
    assert run(*compared).code == 1
    known = run(*compared, "--baseline", "known.toml")
    run("decide", finding["fingerprint"], "--reason", "the census and the register")
    decided = run(*compared)
    assert (known.code, decided.code) == (0, 0)
    assert "1 suppressed (1 baseline)" in known.out
    assert "1 suppressed (1 decision)" in decided.out


def test_a_decision_that_has_run_out_is_told(run: Run) -> None:
    run("check", write("a.txt", DIFFERS))
    run("decide", "4829", "--reason", "so the ministry", "--until", "2026-06-01")
    assert found(run, "a.txt")[0] == []
    run("decide", "4829", "--reason", "so the ministry", "--until", "2026-05-31")
    marked, suppressed, remarks = found(run, "a.txt")
    assert (marked, suppressed) == (["40 km"], [])
    assert remarks == [f"{FILE}: #4829ff4 was let stand until 2026-05-31, and is reported again."]


def test_a_decision_of_no_use_is_told_where_its_articles_are_checked(run: Run) -> None:
    run("check", write("a.txt", DIFFERS))
    run("decide", "4829", "--reason", "so the ministry")
    write("a.txt", OTHER)
    assert found(run, "a.txt")[2] == [
        f"{FILE}: #4829ff4 is of no use any more, for “40 km” and “64 miles” do not differ now. Delete it."
    ]
    assert found(run, write("b.txt", OTHER))[2] == []


def test_a_decision_holds_for_its_articles_wherever_one_stands_unless_it_holds_everywhere(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("check", write("desk/a.txt", DIFFERS))
    run("decide", "4829", "--reason", "so the ministry")
    file = str(tmp_path / FILE)
    assert found(run, write("b.txt", DIFFERS))[0] == ["40 km"]
    monkeypatch.chdir("desk")
    assert found(run, "a.txt", "--decisions", file)[0] == []
    monkeypatch.chdir("..")
    run("decide", "4829", "--reason", "an old joke", "--everywhere")
    assert found(run, "b.txt")[0] == []


def test_a_decision_can_be_made_on_a_report_from_elsewhere(run: Run, kept: Path) -> None:
    run("check", write("a.txt", DIFFERS), "--format", "json=report.json")
    kept.unlink()
    assert run("decide", "4829", "--reason", "x", "--from", "report.json").code == 0
    (decision,) = read_decisions(Path(FILE))
    assert (decision.claims, decision.articles) == (("40 km", "64 miles"), ("a.txt",))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["abcd"], "no finding in the last runs here is called “abcd”. Run `factcheck check` again"),
        (["#48"], "“#48” is too short for a finding. Give four letters of its id or more."),
        (["4829", "--from", "gone.json"], "gone.json: cannot be read: No such file or directory."),
        (["4829", "--from", "a.txt"], "a.txt: is no report that --format json has written."),
        (["4829", "--until", "soon"], "Invalid value for '--until': “soon” is no day of the calendar."),
        (["4829", "--decisions", "a.txt"], "a.txt:1:5: expected '=' after a key in a key/value pair"),
        (["4829", "--decisions", "b.toml"], "b.toml:1: a file of decisions has nothing in it but [[decision]]"),
    ],
)
def test_a_decision_that_cannot_be_made_is_told(run: Run, arguments: list[str], says: str) -> None:
    run("check", write("a.txt", DIFFERS))
    write("b.toml", "x = 1\n")
    done = run("decide", *arguments, "--reason", "x")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"factcheck: {says}")
    assert not Path(FILE).exists()


def test_an_id_that_several_findings_begin_with_is_told_with_all_of_them(run: Run, kept: Path) -> None:
    entry = {"rule": "r", "claims": ["1", "2"], "articles": ["a.txt"]}
    kept.write_text("".join(f"{name} {json.dumps(entry)}\n" for name in ("abcd1", "abcd2")), encoding="utf-8")
    done = run("decide", "abcd", "--reason", "x")
    assert done.err == "factcheck: several findings are called “abcd”: #abcd1, #abcd2. Give more letters.\n"


@pytest.mark.parametrize("damaged", [b"", b"[1]", b"\xff", b'{"x', b"4829", b"4829 []", b'4829 {"rule": 1}'])
def test_findings_that_were_kept_may_be_lost(run: Run, kept: Path, damaged: bytes) -> None:
    kept.write_bytes(damaged)
    run("check", write("a.txt", DIFFERS))
    assert run("decide", "4829", "--reason", "x").code == 0


def test_findings_are_kept_where_the_user_keeps_what_may_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    monkeypatch.setenv("HOME", "/home/mk")
    assert usual_place() == Path("/caches/factcheck/findings.json")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert usual_place() == Path("/home/mk/.cache/factcheck/findings.json")
    monkeypatch.delenv("HOME")
    assert usual_place() is None


def test_only_the_findings_of_the_last_runs_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "findings.json"
    remember([finding_in(str(number)) for number in range(MOST + 5)], place)
    remember([], place)
    assert len(recalled("", place)) == MOST
    assert recalled(finding_in("0").fingerprint, place) == []
    remember([finding_in("x")], None)
    assert recalled("", None) == []


# --- the file -----------------------------------------------------------------------


def test_a_file_is_in_order_and_keeps_what_people_write_into_it() -> None:
    text = with_decisions(Path("f"), "", [decision_on(finding_in("9"), "why", "mk", date(2026, 1, 2))])
    text = text.replace('reason = "why"', 'reason = "why"  # ask her').replace("# Findings", "# Ours. Findings")
    more = with_decisions(Path("f"), text, [decision_on(finding_in("3")), decision_on(finding_in("9", "0.txt"))])
    assert "# Ours. Findings" in more
    assert "# ask her" in more
    assert [(one["articles"], one["claims"]) for one in tomllib.loads(more)["decision"]] == [
        (["0.txt"], ["9"]),
        (["a.txt"], ["3"]),
        (["a.txt"], ["9"]),
    ]
    assert with_decisions(Path("f"), more, []) == more


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_whatever_is_written_is_read_again(reason: str, claim: str) -> None:
    decision = Decision("abcd", "some-rule", ("x", f"y{claim}"), ("a.txt",), reason, "mk", date(2026, 1, 2))
    text = with_decisions(Path("f"), "", [decision])
    (entry,) = tomllib.loads(text)["decision"]
    assert (entry["reason"] if reason else "", entry["claims"][1]) == (reason, f"y{claim}")


ENTRY = '[[decision]]\nfinding = "abcd"\nrule = "r"\nclaims = ["1"]\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = \n", "d.toml:1:5: invalid value. See https"),
        (b"\xff", "d.toml: is not UTF-8 text"),
        ("x = 1\n", "d.toml:1: a file of decisions has nothing in it but [[decision]]"),
        ("decision = 1\n", "d.toml:1: a file of decisions has nothing in it but [[decision]]"),
        (f"{ENTRY}\n{ENTRY}reasno = 'x'\n", "d.toml:6: a decision has no “reasno”. Did you mean 'reason'?"),
        (f"{ENTRY}zzz = 'x'\n", "d.toml:1: a decision has no “zzz”. There are finding, rule, claims, articles, "),
        ("[[decision]]\nfinding = 'x'\n", "d.toml:1: this decision has no “rule”."),
        (f"{ENTRY}until = '2026-01-01'\n", "d.toml:1: “until” is a day, written without quotation marks"),
    ],
)
def test_a_file_of_decisions_that_cannot_be_used_is_told(run: Run, text: str | bytes, says: str) -> None:
    write("d.toml", text)
    done = run("check", write("a.txt", DIFFERS), "--decisions", "d.toml")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"factcheck: {says}")


def test_a_file_of_decisions_that_is_named_has_to_be_there(run: Run) -> None:
    done = run("check", write("a.txt", DIFFERS), "--decisions", "gone.toml")
    assert done.err == "factcheck: gone.toml: cannot be read: No such file or directory. Check the name.\n"
    with pytest.raises(DecisionsError):
        read_decisions(Path("gone.toml"))


def test_the_settings_say_where_decisions_stand(run: Run) -> None:
    write("factcheck.toml", 'decisions = "desk/let-stand.toml"\n')
    Path("desk").mkdir()
    run("check", write("a.txt", DIFFERS))
    assert run("decide", "4829", "--reason", "x").code == 0
    assert found(run, "a.txt")[0] == []
    assert Path("desk/let-stand.toml").exists()


# --- a baseline ---------------------------------------------------------------------


def test_a_baseline_lets_stand_what_was_there_and_nothing_else(run: Run) -> None:
    article = write("a.txt", DIFFERS)
    assert run("check", article, "--write-baseline", "known.toml").code == 1
    write("a.txt", f"{OTHER} {DIFFERS}")
    assert found(run, article, "--baseline", "known.toml")[:2] == (["30 km"], [("baseline", "")])
    assert run("check", article, "--baseline", "known.toml", "--write-baseline", "known.toml").code == 1
    assert run("check", article, "--baseline", "known.toml").code == 0
    assert [one.claims for one in read_decisions(Path("known.toml"))] == [("10 miles", "30 km"), ("40 km", "64 miles")]


# --- comments and [sic] -------------------------------------------------------------

IGNORE = "<!-- factcheck: ignore units -- so the ministry -->"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"First.\n\n{IGNORE}\n\n{DIFFERS}\n\n{OTHER}\n"),
        ("a.md", f"First.\n\n{IGNORE}\n{DIFFERS}\n\n{OTHER}\n"),
        ("a.md", f"First.\n\n{DIFFERS} {IGNORE}\n\n{OTHER}\n"),
        ("a.md", f"First.\n\n{DIFFERS}\n{IGNORE}\n\n{OTHER}\n"),
        ("a.md", f"{OTHER}\n\nIt was said {IGNORE} that day. {DIFFERS}\n"),
        ("a.html", f"<p>First.</p>\n{IGNORE}\n<p>{DIFFERS}</p><p>{OTHER}</p>"),
        ("a.html", f"<p>First.</p><p>{IGNORE}{DIFFERS}</p><p>{OTHER}</p>"),
        ("a.html", f"<p>First.</p><p>{DIFFERS} {IGNORE}</p><p>{OTHER}</p>"),
    ],
)
def test_a_comment_is_about_its_paragraph_or_the_one_below(run: Run, name: str, text: str) -> None:
    marked, suppressed, remarks = found(run, write(name, text))
    assert marked == ["30 km"]
    assert suppressed == [("comment in the article", "so the ministry")]
    assert remarks == []


@pytest.mark.parametrize("rules", ["wrong-conversion", "dates, wrong-conversion", "units dates"])
def test_a_comment_names_rules_or_groups(run: Run, rules: str) -> None:
    assert found(run, write("a.md", f"<!-- factcheck: ignore {rules} -->\n{DIFFERS}\n"))[0] == []


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("<!-- factcheck: ignore dates -->", "a.md:1: this comment ignores dates, which find nothing there."),
        ("<!-- factcheck: ignore -- reason -->", "a.md:1: this comment names no rule."),
        (f"{OTHER}\n\n{DIFFERS}\n\n{IGNORE}", "a.md:5: this comment ignores units, which find nothing there."),
    ],
)
def test_a_comment_of_no_use_is_told(run: Run, comment: str, says: str) -> None:
    marked, _, remarks = found(run, write("a.md", f"{comment}\n" if "\n\n" in comment else f"{comment}\n{DIFFERS}\n"))
    assert marked[-1] == "40 km"
    assert remarks == [f"{says} Delete it or correct it."]


def test_a_comment_that_is_not_closed_is_none(run: Run) -> None:
    assert found(run, write("a.html", f"<p>{DIFFERS}</p><!-- factcheck: ignore units"))[0] == ["40 km"]


def test_plain_text_has_no_comments(run: Run) -> None:
    assert found(run, write("a.txt", f"{IGNORE}\n{DIFFERS}"))[0] == ["40 km"]


def test_comments_need_not_be_heeded(run: Run) -> None:
    write("factcheck.toml", "comments = false\n")
    assert found(run, write("a.md", f"{IGNORE}\n{DIFFERS}")) == (["40 km"], [], [])


@pytest.mark.parametrize("sic", ["40 km [sic] (64 miles)", "40 km (64 miles [sic])", "40 km (64 miles) (sic)"])
def test_what_the_author_marks_as_found_so_is_let_stand(run: Run, sic: str) -> None:
    marked, suppressed, _ = found(run, write("a.txt", DIFFERS.replace("40 km (64 miles)", sic)))
    assert marked == []
    assert suppressed in ([("[sic]", "")], [])  # the words may not be read as a conversion at all


def test_what_is_marked_as_found_so_is_counted(run: Run) -> None:
    sic = DIFFERS.replace("(64 miles)", "(64 miles) [sic]")
    assert found(run, write("a.txt", sic))[1] == [("[sic]", "")]


# --- counted everywhere -------------------------------------------------------------


@pytest.mark.parametrize("form", ["gitlab", "rdjson", "csv", "json", "sarif", "junit", "github"])
def test_what_is_suppressed_is_counted_on_standard_error_where_people_do_not_see_it(run: Run, form: str) -> None:
    done = run("check", write("a.md", f"{IGNORE}\n{DIFFERS}"), "--format", form)
    assert (done.code, done.err) == (0, "factcheck: 1 suppressed (1 comment in the article)\n")


def test_statistics_count_by_rule(run: Run) -> None:
    write("a.md", f"{IGNORE}\n{DIFFERS}\n\n{OTHER}\n\nSales rose 25% to 1,000 from 900.\n")
    table = [" ".join(line.split()) for line in run("check", "a.md", "--statistics").out.splitlines()]
    assert table == [
        "rule group errors warnings notes suppressed compared",
        "wrong-conversion units 1 0 0 1 2",
        "wrong-percent-change percentages 1 0 0 0 1",
        "",
        "2 errors in 1 article; 1 suppressed (1 comment in the article).",
    ]
