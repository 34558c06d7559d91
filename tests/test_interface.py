"""What the package offers to programs: a few names, each loaded when it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck import Document, Severity, check, extract

ROOT = Path(__file__).parent.parent


def test_a_document_is_checked_against_another() -> None:
    draft = Document(name="draft.txt", text="The depot lies 40 km (64 miles) from the border.")
    report = check([draft], against=[Document(name="source.txt", text="The depot is closed.")])
    (finding,) = report.findings
    assert (finding.rule, finding.severity) == ("wrong-conversion", Severity.ERROR)
    assert finding.severity == "error"
    assert [(span.document.name, span.text) for span in finding.spans] == [
        ("draft.txt", "40 km"),
        ("draft.txt", "64 miles"),
    ]


def test_mentions_are_given_in_plain_types() -> None:
    assert [mention.to_dict() for mention in extract(Document(name="a", text="About 120 people came."))] == [
        {
            "start": 0,
            "end": 16,
            "text": "About 120 people",
            "kind": "count",
            "value": 120.0,
            "lower": 108.0,
            "upper": 132.0,
            "unit": "person",
            "bound": "~",
            "timex": None,
        }
    ]


@pytest.mark.parametrize("name", factcheck.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(factcheck, name) is not None
    assert name in dir(factcheck)


def test_a_name_that_is_not_there_is_missed_like_any_other() -> None:
    with pytest.raises(AttributeError, match="module 'factcheck' has no attribute 'chekc'"):
        _ = factcheck.chekc


@pytest.mark.parametrize("first", ["factcheck.extract", "factcheck.pipeline", "factcheck.model"])
def test_extract_is_the_function_whatever_was_imported_before(first: str) -> None:
    program = f"import {first}; from factcheck import check, extract; print(extract.__name__, check.__name__)"
    assert printed_by(program) == "extract check\n"


def test_the_package_alone_loads_nothing() -> None:
    program = "import sys, factcheck; print(*(name for name in sys.modules if name.startswith('factcheck')))"
    assert printed_by(program).split() == ["factcheck"]


def printed_by(program: str) -> str:
    """What a program prints in a process of its own."""
    return subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, encoding="utf-8")
