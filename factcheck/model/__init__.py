"""The nouns, in the order in which they are made.

A stage makes something new that points back at what it came from; nothing is
edited. Offsets are code points into `Document.text`, half-open, so that
`text[start:end]` is always what was printed, to the letter.
"""

from __future__ import annotations

from factcheck.model.claims import (
    AS_OF,
    FACT,
    Article,
    Claim,
    Peer,
    Setting,
    Topic,
)
from factcheck.model.findings import (
    Agreement,
    Finding,
    Report,
    RuleSummary,
    Severity,
    Silencer,
    Suppressed,
    Unchecked,
    Unreadable,
)
from factcheck.model.mentions import (
    AMOUNTS,
    COUNTED,
    INFINITY,
    TIMES,
    ZERO,
    Bound,
    CalendarDate,
    Kind,
    Mention,
    Quantity,
    TimeExpression,
)
from factcheck.model.texts import (
    START,
    Block,
    Document,
    Landmark,
    Origin,
    Place,
    Role,
    Sentence,
    Span,
    TrackedChanges,
)

__all__ = [
    "AMOUNTS",
    "AS_OF",
    "COUNTED",
    "FACT",
    "INFINITY",
    "START",
    "TIMES",
    "ZERO",
    "Agreement",
    "Article",
    "Block",
    "Bound",
    "CalendarDate",
    "Claim",
    "Document",
    "Finding",
    "Kind",
    "Landmark",
    "Mention",
    "Origin",
    "Peer",
    "Place",
    "Quantity",
    "Report",
    "Role",
    "RuleSummary",
    "Sentence",
    "Setting",
    "Severity",
    "Silencer",
    "Span",
    "Suppressed",
    "TimeExpression",
    "Topic",
    "TrackedChanges",
    "Unchecked",
    "Unreadable",
]
