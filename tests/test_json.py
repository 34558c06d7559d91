"""The report as JSON: the keys are a promise."""

from __future__ import annotations

import json
from datetime import date

from factcheck.model import Article, Document, Finding, Origin, Report, Severity, Span
from factcheck.report.claims import claims_record
from factcheck.report.records import as_json, report_record, span_record
from tests.handmade import depots


def test_the_keys_of_a_report() -> None:
    record = json.loads(as_json(report_record(depots())))
    assert list(record) == [
        *("version", "sources", "findings", "compared", "not_compared", "consistent"),
        *("suppressed", "unreadable", "remarks"),
    ]
    assert record["version"] == 1
    assert [(source["name"], source["published"], len(source["claims"])) for source in record["sources"]] == [
        ("draft.txt", None, 3),
        ("source.txt", None, 1),
    ]
    assert record["compared"] == {"wrong-conversion": 1, "sources-differ": 2}


def test_a_finding_has_all_its_places_and_words() -> None:
    finding = json.loads(as_json(report_record(depots())))["findings"][0]
    assert finding == {
        "rule": "wrong-conversion",
        "severity": "error",
        "confidence": 100,
        "message": "“40 km” and “64 miles” cannot both be right",
        "fingerprint": "4829ff47f45788f6",
        "arithmetic": "40 km = 24.9 miles; 64 miles = 103 km",
        "slip": "the factor was applied the wrong way round",
        "repairs": ["“40 km (25 miles)”", "“103 km (64 miles)”"],
        "among_sources": False,
        "unsupported": False,
        "from": "",
        "spans": [
            {
                "source": "draft.txt",
                "start": 55,
                "end": 63,
                "line": 3,
                "column": 45,
                "end_line": 3,
                "end_column": 53,
                "text": "64 miles",
            },
            {
                "source": "draft.txt",
                "start": 48,
                "end": 53,
                "line": 3,
                "column": 38,
                "end_line": 3,
                "end_column": 43,
                "text": "40 km",
            },
        ],
    }


def test_what_was_not_compared_has_its_reason_and_what_agrees_too() -> None:
    record = json.loads(as_json(report_record(depots())))
    assert [(place["text"], place["reason"]) for place in record["not_compared"]] == [
        ("Twelve people", "nothing else speaks of the same")
    ]
    assert [(pair["rule"], pair["reason"], len(pair["spans"])) for pair in record["consistent"]] == [
        ("sources-differ", "40 km = 24.9 miles", 2)
    ]


def test_a_claim_says_what_it_comes_to_and_what_it_is_about() -> None:
    claim = json.loads(as_json(report_record(depots())))["sources"][1]["claims"][0]
    assert claim["text"] == "25 miles"
    assert (claim["value"], claim["lower"], claim["upper"], claim["unit"]) == (1.0, 0.5, 1.5, "kilometer")
    assert (claim["attribute"], claim["subject"], claim["line"]) == ("distance", ["depot"], 1)


def test_lines_and_columns_are_those_of_the_file() -> None:
    source = "<p>Caf&eacute;</p>\r\n<p>Ten&nbsp;km</p>"
    document = Document(
        "a.html",
        "Café\nTen km",
        date(2022, 10, 5),
        origin=Origin(source, ((0, 3), (3, 6), (4, 14), (5, 23), (8, 26), (9, 32))),
    )
    place = span_record(Span(document, 5, 11))
    assert (place["start"], place["line"], place["column"], place["end_line"], place["end_column"]) == (5, 2, 4, 2, 15)


def test_json_holds_nothing_that_a_terminal_would_obey() -> None:
    document = Document("\x1b]0;a\x07.txt", "\x9b2J\u202e ten", date(2022, 10, 5))
    finding = Finding("r", Severity.NOTE, "\x1b[2J", (Span(document, 0, 7),))
    text = as_json(report_record(Report((Article(document, (), ()),), (finding,))))
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text)["sources"][0]["published"] == "2022-10-05"


def test_every_mention_is_listed_with_what_came_of_it() -> None:
    sources = json.loads(as_json(claims_record(depots())))["sources"]
    assert [(mention["text"], mention["compared"], mention["why"]) for mention in sources[0]["mentions"]] == [
        ("40 km", "error", "wrong-conversion"),
        ("64 miles", "error", "wrong-conversion"),
        ("Twelve people", "no", "nothing else speaks of the same"),
    ]
