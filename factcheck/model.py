"""The nouns, in the order in which they are made.

A stage makes something new that points back at what it came from; nothing is
edited. Offsets are code points into `Document.text`, half-open, so that
`text[start:end]` is always what was printed, to the letter.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

ZERO, INFINITY = Decimal(0), Decimal("Infinity")
#: Where a mention, a sentence or a word begins, by which `bisect` finds one: in a third of the time that a lambda takes.
START = attrgetter("start")
LINE_END = regex(r"\r\n?|\n")


# --- read ---------------------------------------------------------------------------


class Role(StrEnum):
    """The part that a passage plays in its article."""

    HEADLINE = "headline"
    BODY = "body"
    QUOTATION = "quotation"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    CELL = "table cell"


class TrackedChanges(StrEnum):
    """What is read of the changes that Word has tracked."""

    #: What was inserted, and not what was deleted.
    ACCEPT = "accept"
    #: What was deleted, and not what was inserted.
    REJECT = "reject"
    #: Each paragraph as it becomes, and below it as it was, if that differs.
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text whose role its file format gave away (a heading, a caption)."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Landmark:
    """What readers of a file without lines call a stretch of it ("page 3, paragraph 2")."""

    #: Where it starts in the document's text; it goes on up to the next.
    start: int
    name: str
    #: The page, counted from one; 0 where a file has none.
    page: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """How offsets into the text lead back to the file that it was read from.

    `runs` pairs an offset into the text with the offset into the file where the
    same letters stand; between two pairs both run in step.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def offset(self, offset: int) -> int:
        """The offset into the file of an offset into the text."""
        at = max(0, bisect_right(self.runs, (offset, len(self.text))) - 1)
        text_start, file_start = self.runs[at]
        return file_start + offset - text_start


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of a file, both counted from one, in code points.

    Where a file has no lines they are those of its text, and the landmark says where that is.
    """

    line: int
    column: int
    landmark: Landmark | None = None

    def __str__(self) -> str:
        return self.landmark.name if self.landmark else f"{self.line}:{self.column}"

    def of(self, name: str) -> str:
        """The place in the file of that name, as editors and terminals take it: name:line:column."""
        return f"{name}, {self}" if self.landmark else f"{name}:{self}"


@dataclass(frozen=True, slots=True)
class Document:
    """An article: what it is called, what it says, and when it was published."""

    name: str
    text: str
    published: date | None = None
    # What a text is made of tells it apart from others no better than the text does, and has to be gone through.
    blocks: tuple[Block, ...] = field(default=(), hash=False)
    origin: Origin | None = field(default=None, hash=False)
    #: What had to be assumed to read it, to be said in the report ("read as windows-1252").
    remarks: tuple[str, ...] = field(default=(), hash=False)
    #: The passages of a file without lines, in order.
    landmarks: tuple[Landmark, ...] = field(default=(), hash=False)
    #: Whether dates in figures begin with the day; None where nobody says.
    day_first: bool | None = None

    def place(self, offset: int) -> Place:
        """The line and column, in the file as it stands, of an offset into the text."""
        at = bisect_right(self.landmarks, offset, key=lambda landmark: landmark.start)
        landmark = self.landmarks[at - 1] if at else None
        text = self.text
        if self.origin is not None:
            text, offset = self.origin.text, self.origin.offset(offset)
        starts = _line_starts(text)
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1, landmark)

    def line(self, number: int) -> str:
        """The line of that number, in the file as it stands, with its end."""
        text = self.text if self.origin is None else self.origin.text
        starts = _line_starts(text)
        return text[starts[number - 1] : starts[number] if number < len(starts) else len(text)]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins; CR, LF and CRLF all end one."""
    return (0, *(end.end() for end in LINE_END.finditer(text)))


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an article."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that stand there."""
        return self.document.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether some letter belongs to both."""
        return self.document is other.document and self.start < other.end and other.start < self.end


# --- segment ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the role it plays, and the stretches of it that are somebody else's words."""

    document: Document
    start: int
    end: int
    role: Role
    #: Counts the paragraphs of the document from nought.
    paragraph: int
    #: Stretches between quotation marks, as offsets into the document's text.
    quotations: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The sentence to the letter."""
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.document, self.start, self.end)

    def quotes(self, offset: int) -> bool:
        """Whether a place of it stands in somebody else's words."""
        return any(start <= offset < end for start, end in self.quotations)


# --- extract, resolve ---------------------------------------------------------------


class Kind(StrEnum):
    """What a mention is a mention of."""

    COUNT = "count"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENTAGE = "percentage"
    NUMBER = "number"
    ORDINAL = "ordinal"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


#: Kinds that say how many of something there are; a number may lack its noun.
COUNTED = frozenset((Kind.COUNT, Kind.NUMBER))
#: Kinds that say how much of something there is.
AMOUNTS = COUNTED | {Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE}
#: Kinds that say when something is.
TIMES = frozenset((Kind.DATE, Kind.TIME))


class Bound(StrEnum):
    """Which side of the printed number the words leave open."""

    EXACT = "="
    ABOUT = "~"
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Every amount that the words allow, from `lower` to `upper`, and what was printed.

    "12 people" allows 12 and nothing else; "5 miles" allows whatever rounds to it;
    "more than 50" has no upper end.
    """

    lower: Decimal
    upper: Decimal
    unit: str = ""
    #: One number, or the two ends of a range, as printed and multiplied out.
    printed: tuple[Decimal, ...] = ()
    bound: Bound = Bound.EXACT
    #: The place of the last significant digit ("5,300" → 100, "0.62" → 0.01).
    step: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal:
        """The printed number; the middle of a printed range, or of what a word like "several" allows."""
        if len(self.printed) == 1:
            return ZERO + self.printed[0]
        ends = self.printed or (self.lower, self.upper)
        return sum(ends, ZERO) / len(ends)

    @property
    def noun(self) -> str:
        """The last word of what is counted: "driver" of "bus driver"."""
        return self.unit.rpartition(" ")[2]

    @property
    def measure(self) -> str:
        """What it is in, without what that is "per"."""
        return self.unit.partition(" per ")[0]

    @property
    def is_range(self) -> bool:
        """Whether two ends were printed."""
        return len(self.printed) == 2

    def meets(self, other: Quantity) -> bool:
        """Whether some amount fits both (units are not looked at)."""
        return self.lower <= other.upper and other.lower <= self.upper


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The parts of a date that were printed; the rest is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    #: Monday is 0.
    weekday: int | None = None

    @property
    def is_weekday_alone(self) -> bool:
        """Whether a day of the week is told, and no day of a month."""
        return self.weekday is not None and self.day is None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Every day that the words allow, from `start` up to but not including `end`.

    Both are None for a duration, a repetition, a vague word ("recently"), a day
    that does not exist, and a date that hangs on an unknown publication date.
    """

    #: The TIMEX3 value: "2022-02-24", "2022-W08", "P5M", "PRESENT_REF".
    timex: str
    start: date | None = None
    end: date | None = None
    printed: CalendarDate | None = None
    #: Whether the days were worked out from the document's date.
    anchored: bool = False
    #: Both days that figures like "04/05/2023" may mean, where they may mean two.
    readings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount or a time where it is said, hedge and unit or head noun included."""

    document: Document
    start: int
    end: int
    kind: Kind
    quantity: Quantity | None = None
    time: TimeExpression | None = None

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.document, self.start, self.end)

    @property
    def single(self) -> Quantity | None:
        """Its amount, where one number is printed: no range, and no word such as "several"."""
        amount = self.quantity
        return amount if amount is not None and len(amount.printed) == 1 else None

    @property
    def exact(self) -> Quantity | None:
        """Its amount, where one number is printed and no word hedges it."""
        amount = self.single
        return amount if amount is not None and amount.bound is Bound.EXACT else None

    @property
    def unit(self) -> str:
        """What an amount is in, or counts; "" where it is bare, and of a time."""
        return self.quantity.unit if self.quantity else ""

    @property
    def noun(self) -> str:
        """The last word of what an amount counts; "" where it is bare, and of a time."""
        return self.quantity.noun if self.quantity else ""

    @property
    def measure(self) -> str:
        """What an amount is in, without what that is "per"; "" where it is bare, and of a time."""
        return self.quantity.measure if self.quantity else ""

    @property
    def printed_date(self) -> CalendarDate | None:
        """The parts of a date as they are printed; None where it prints none."""
        return self.time.printed if self.time else None

    def to_dict(self) -> dict[str, object]:
        """The mention in plain types, with floats for decimals and None for no end."""
        amount = self.quantity
        printed = [float(number) for number in amount.printed] if amount else []
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind.value,
            "value": printed[0] if len(printed) == 1 else printed or None,
            "lower": _finite(amount.lower) if amount else None,
            "upper": _finite(amount.upper) if amount else None,
            "unit": amount.unit if amount else None,
            "bound": amount.bound.value if amount else None,
            "timex": self.time.timex if self.time else None,
        }


def _finite(number: Decimal) -> float | None:
    return float(number) if number.is_finite() else None


# --- attach -------------------------------------------------------------------------


#: The word of scope that a fact bears.
FACT = "fact"
#: Goes before the days of which a fact speaks, in its scope.
AS_OF = "as-of:"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article tells around a claim, so that claims of many articles can be compared without their texts."""

    #: The names of the claim's sentence, each in its usual form, the nearest to the number first.
    names: tuple[str, ...] = ()
    #: Of these, the ones that a preposition makes the place of what is told; those behind the number first.
    places: tuple[str, ...] = ()
    #: The names that the headline and lead turn on, the most frequent first.
    about: tuple[str, ...] = ()
    #: The kinds of event that the sentence tells of, or else the headline and lead ("earthquake").
    happened: frozenset[str] = frozenset()
    #: How strong the quake was of which the headline and lead tell, as printed.
    strengths: frozenset[str] = frozenset()
    #: The last name before the number in its sentence; "" where there is none.
    actor: str = ""
    #: Stems of the telling words close to the number.
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention, and what it is about, as far as the words around it tell."""

    mention: Mention
    sentence: Sentence
    #: What is counted, measured or dated: "killed", "population", "distance", "event:opening";
    #: empty where no word beside it tells.
    attribute: str
    #: Whose it is: stems of the names and nouns that the words tie it to ("bakhmut", "bridge").
    subject: frozenset[str] = frozenset()
    #: Stems of the other telling words of its sentence.
    context: frozenset[str] = frozenset()
    #: Of these, the ones written with a capital inside the sentence.
    names: frozenset[str] = frozenset()
    #: What narrows it: "change" or "level", "more", sub-groups, times ("monday"), places.
    scope: frozenset[str] = frozenset()
    #: Why it is not to be compared as the author's own assertion ("quoted", "denied", "hypothetical").
    withheld: str | None = None
    #: What was guessed about it; each guess lowers the severity of a finding by a step.
    guesses: tuple[str, ...] = ()
    #: For a change ("that number has dropped to 90%"), the claim of the level that it changes.
    base: Claim | None = None
    #: The attribute as a reader would say it: "dividend", "the opening".
    label: str = ""
    #: What its article tells around it, where articles are compared with each other.
    setting: Setting | None = None
    #: Of a fact, where it can be looked up.
    reference: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it comes from a facts file, and so is always right."""
        return FACT in self.scope

    @property
    def has_own_subject(self) -> bool:
        """Whether the subject says which thing is meant, and not only which part of it ("12 children")."""
        return self.attribute in {"population", "distance"} or self.attribute.startswith("event:")


@dataclass(frozen=True, slots=True)
class Article:
    """A document with all that was read out of it."""

    document: Document
    sentences: tuple[Sentence, ...] = field(hash=False)
    mentions: tuple[Mention, ...] = field(hash=False)
    claims: tuple[Claim, ...] = field(default=(), hash=False)
    #: Whether others are checked against it and it is not itself to be marked.
    is_source: bool = False


# --- align --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Peer:
    """Another claim about the same thing, and how sure that is."""

    claim: Claim
    #: From 0 (nothing in common but the attribute) to 1 (the same words).
    likeness: float
    #: What had to be guessed to bring the two together.
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A claim and every other claim about the same thing: a star, never a cluster.

    The most alike come first.
    """

    claim: Claim
    peers: tuple[Peer, ...]


# --- judge --------------------------------------------------------------------------


class Severity(StrEnum):
    """How loudly a finding is reported."""

    #: Cannot both be right, decided from the text.
    ERROR = "error"
    #: Very likely a slip, or decided with a guess.
    WARNING = "warning"
    #: Worth a look.
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the loudest."""
        return _SEVERITIES.index(self)

    def lowered(self, steps: int = 1) -> Severity:
        """The severity so many steps quieter, and never less than a note."""
        return _SEVERITIES[min(self.rank + steps, len(_SEVERITIES) - 1)]


_SEVERITIES = tuple(Severity)


#: So much of a fingerprint tells the findings of a run apart.
ID_LENGTH = 7


@cache
def _sha256() -> Callable[[bytes], Any]:
    """The hash, without the OpenSSL that `hashlib` loads too, which would take longer than most articles to check."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            found: Callable[[bytes], Any] = import_module(name).sha256
            return found
    from hashlib import sha256  # noqa: PLC0415 - an interpreter that calls its parts otherwise

    return sha256


@dataclass(frozen=True, slots=True)
class Finding:
    """Two or more places that cannot both be right, and why.

    It says that they differ and never which one is wrong.
    """

    rule: str
    severity: Severity
    message: str
    #: The first is the one to mark.
    spans: tuple[Span, ...]
    #: One line of working ("40 km = 24.9 miles; 64 miles = 103 km").
    arithmetic: str = ""
    #: The likely slip, in words ("the factor was applied the wrong way round").
    slip: str = ""
    #: What would make the places agree, one for each side.
    repairs: tuple[str, ...] = ()
    #: How sure we are, from 0 to 100.
    confidence: int = 100
    #: Whether the places stand in sources only, so that no draft is to be marked.
    among_sources: bool = False
    #: Whether it says no more than that no source has a figure.
    unsupported: bool = False
    #: Where the fact can be looked up that it rests on; "" where it rests on none.
    reference: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """What the places say, sorted, whatever their blanks and capitals."""
        return tuple(sorted(" ".join(span.text.casefold().split()) for span in self.spans))

    @property
    def fingerprint(self) -> str:
        """The same for the same rule and claims, whatever is edited elsewhere."""
        digest: str = _sha256()("\n".join([self.rule, *self.claims]).encode(errors="replace")).hexdigest()
        return digest[:16]

    @property
    def id(self) -> str:
        """What a person calls it by: the beginning of its fingerprint."""
        return self.fingerprint[:ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Places that were compared and found to agree, and why ("90 km = 55.9 miles")."""

    rule: str
    reason: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A mention that was compared with nothing, and why."""

    mention: Mention
    reason: str


# --- report -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that was given to be read and cannot be: where, what, and what to do."""

    name: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}. {self.remedy}"


class Silencer(StrEnum):
    """What keeps a finding from being reported."""

    COMMENT = "comment in the article"
    SIC = "[sic]"
    DECISION = "decision"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody has looked at and let stand, and why."""

    finding: Finding
    by: Silencer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """What a reader of a report is told of a rule."""

    name: str
    group: str
    severity: Severity
    summary: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run found, compared, and could not compare."""

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    agreements: tuple[Agreement, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    #: How many comparisons were made, by rule.
    comparisons: Mapping[str, int] = field(default_factory=dict)
    #: The rules that were used, in the order of their names.
    rules: tuple[RuleSummary, ...] = ()
    #: What was to be checked and could not be read.
    unreadable: tuple[Unreadable, ...] = ()
    #: What was found and is not among the findings, since somebody decided so.
    suppressed: tuple[Suppressed, ...] = ()
    #: What is to be said about the decisions themselves: expired, out of date, of no use.
    remarks: tuple[str, ...] = ()
    #: Whether findings were told from those that a baseline knew already.
    has_baseline: bool = False
    #: What is known, where articles were compared with each other: one more source, which is always right.
    known: tuple[Article, ...] = ()
    #: The quietest finding that makes the run fail; None if none does.
    fail_on: Severity | None = Severity.ERROR

    @property
    def compared(self) -> int:
        """How many comparisons were made."""
        return sum(self.comparisons.values())

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is loud enough to make the run fail."""
        return self.fail_on is not None and finding.severity.rank <= self.fail_on.rank
