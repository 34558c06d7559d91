"""What several sources speak of, side by side: a row for each fact, a column for each source."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from string import ascii_uppercase
from typing import TYPE_CHECKING

from factcheck.attach.voices import said_by
from factcheck.judge.agreement import agree, in_unit
from factcheck.judge.wording import amount_in_words
from factcheck.model import Finding
from factcheck.nouns import dataclass
from factcheck.report.about import KINDS, about, told_apart
from factcheck.report.terminal import COLOURS
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.model import Agreement, Claim, Document, Report, Severity, Span

#: Stands after a value that is not printed as it is compared.
DERIVED = "*"
#: Of a speaker who is only pointed to nothing is told.
PRONOUNS = frozenset("he she it they we i you".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """What a source says of a fact."""

    claim: Claim
    #: Values that share a letter agree, values that share none differ; "" where all agree.
    camp: str = ""
    #: How the value that was compared comes from what is printed ("from 2023-03-10"); "" where it is printed.
    derived: str = ""
    #: That value, where it can be said.
    comes_to: str = ""

    @property
    def said(self) -> str:
        """The words, who says them, and what they come to where that is not printed."""
        comes_to = f" = {self.comes_to}" if self.comes_to else ""
        voice = said_by(self.claim.sentence, self.claim.mention.start)
        if voice and voice.lower() in PRONOUNS:
            voice = None
        return f"{self.claim.mention.text}{comes_to}{DERIVED if self.derived else ''}{f' ({voice})' if voice else ''}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that several sources speak of."""

    #: What it is: "population: Bakhmut".
    about: str
    #: What each source says of it, in the order of the sources; nothing where it is silent.
    cells: tuple[tuple[Entry, ...], ...]
    #: What was found to differ.
    findings: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """How loudly it differs; None where all agree."""
        return min((finding.severity for finding in self.findings), key=lambda level: level.rank, default=None)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is said of it."""
        return tuple(entry for cell in self.cells for entry in cell)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Facts by sources."""

    sources: tuple[Document, ...]
    facts: tuple[Fact, ...]


def matrix(report: Report) -> Matrix:
    """Every fact that two sources or more were compared on, those that differ first.

    The sources stand in the order of their publication, whatever order they were given in. What is
    known is the last of them, if something of it was compared.
    """
    threads = list(_threads(report))
    told = {id(claim.mention.document) for claims, _ in threads for claim in claims}
    known = (article.document for article in report.known if id(article.document) in told)
    sources = (*sorted((article.document for article in report.articles), key=_publication), *known)
    facts = sorted(
        _told_apart([_fact(claims, findings, sources) for claims, findings in threads]),
        key=lambda fact: (
            fact.severity.rank if fact.severity else len(COLOURS),
            fact.about,
            sorted((entry.claim.mention.document.name, entry.claim.mention.start) for entry in fact.entries),
        ),
    )
    return Matrix(sources, tuple(facts))


def _told_apart(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, those that would be called the same with a word that the sentences of one have in common and of no other."""
    called: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        called[fact.about].append(fact)
    for name, namesakes in called.items():
        claims = [[entry.claim for entry in fact.entries] for fact in namesakes]
        words = told_apart(claims) if len(namesakes) > 1 else [""]
        yield from (
            replace(fact, about=f"{name} ({word})" if word else name)
            for fact, word in zip(namesakes, words, strict=True)
        )


def _publication(source: Document) -> tuple[bool, date | None, str]:
    """The day of publication; those of which it is not known come last, by their names."""
    return source.published is None, source.published, source.name


# --- what speaks of one thing -------------------------------------------------------


def _threads(report: Report) -> Iterator[tuple[list[Claim], list[Finding]]]:
    """The claims that comparisons tie together across sources, with the findings among them."""
    at = {
        (id(claim.mention.document), claim.mention.start): claim
        for article in (*report.articles, *report.known)
        for claim in article.claims
    }
    tied: dict[int, list[Claim]] = {id(claim): [claim] for claim in at.values()}
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    verdicts: tuple[Agreement | Finding, ...] = (*report.agreements, *report.findings)
    for verdict in verdicts:
        claims = _of_one_thing(verdict.spans, at)
        for one, other in pairwise(claims):
            _tie(tied, one, other)
        if claims and isinstance(verdict, Finding):
            found[id(claims[0])].append(verdict)
    for claims in {id(thread): thread for thread in tied.values()}.values():
        if len({id(claim.mention.document) for claim in claims}) > 1:
            yield claims, [finding for claim in claims for finding in found[id(claim)]]


def _of_one_thing(spans: Iterable[Span], at: dict[tuple[int, int], Claim]) -> list[Claim]:
    """The claims at the places, if they were compared for being about the same."""
    claims = [claim for span in spans if (claim := at.get((id(span.document), span.start)))]
    alike = {(claim.attribute, claim.mention.kind) for claim in claims}
    across = len({id(claim.mention.document) for claim in claims}) > 1
    return claims if len(claims) > 1 and (across or len(alike) == 1) else []


def _tie(tied: dict[int, list[Claim]], one: Claim, other: Claim) -> None:
    """Make one thread of the threads of two claims."""
    mine, theirs = tied[id(one)], tied[id(other)]
    if mine is not theirs:
        mine.extend(theirs)
        for claim in theirs:
            tied[id(claim)] = mine


# --- who agrees with whom -----------------------------------------------------------


def _fact(claims: list[Claim], findings: list[Finding], sources: Sequence[Document]) -> Fact:
    ordered = sorted(claims, key=lambda claim: (claim.mention.document.name, claim.mention.start))
    camps = _camps(ordered, findings) if findings else {}
    units = Counter(claim.mention.quantity.unit for claim in ordered if claim.mention.quantity)
    unit = max(sorted(units), key=units.__getitem__, default="")
    cells = tuple(
        tuple(
            Entry(claim, camps.get(id(claim), ""), *_derivation(claim, unit))
            for claim in ordered
            if claim.mention.document is source
        )
        for source in sources
    )
    return Fact(_heading(ordered), cells, tuple(findings))


def _heading(claims: Sequence[Claim]) -> str:
    """What the claims are about, as the one says that says most; else of what kind they are."""
    says_most = max(claims, key=lambda claim: (len(claim.subject), -len(claim.guesses)))
    kind = says_most.mention.kind
    return about(says_most) or KINDS.get(kind, kind.value)


def _derivation(claim: Claim, unit: str) -> tuple[str, str]:
    """How the value that is compared comes from the words, and that value, where they do not print it."""
    mention = claim.mention
    if mention.time is not None and mention.time.anchored:
        return f"from {mention.document.published or 'the dates around it'}", mention.time.timex
    if claim.base is not None:
        return f"from “{claim.base.mention.text}”", ""
    amount = mention.quantity
    if amount and amount.unit != unit and dimension(unit) is not None and dimension(unit) == dimension(amount.unit):
        return f"from {amount.unit}", amount_in_words(in_unit(amount, unit).value, unit)
    return "", ""


def _camps(claims: Sequence[Claim], findings: Iterable[Finding]) -> dict[int, str]:
    """A letter for each claim of a level, so that all of one letter agree, whatever the order of the sources."""
    apart = {
        frozenset((id(span.document), span.start) for span in finding.spans)
        for finding in findings
        if len(finding.spans) == 2
    }
    # A change ("fell by 90%") is held against others only through the level that it changes. What says most exactly
    # goes first; what is so vague that it fits several camps gets the letters of all of them.
    levels = sorted(
        (claim for claim in claims if claim.base is None), key=lambda claim: (_vagueness(claim), _value(claim))
    )
    camps: list[list[Claim]] = []
    fitting: dict[int, list[list[Claim]]] = {}
    for claim in levels:
        fits = [camp for camp in camps if all(_agree(claim, one) and _pair(claim, one) not in apart for one in camp)]
        if not fits:
            fits = [[]]
            camps += fits
        fits[0].append(claim)
        fitting[id(claim)] = fits
    if len(camps) == 1:  # what was found is of another kind than that one value differs from another
        return {}
    camps.sort(key=lambda camp: min(map(_value, camp)))
    letters = {id(camp): _letter(at) for at, camp in enumerate(camps)}
    return {at: "".join(sorted(letters[id(camp)] for camp in fits)) for at, fits in fitting.items()}


def _vagueness(claim: Claim) -> Decimal:
    """How many values the words allow."""
    mention = claim.mention
    if mention.quantity:
        return mention.quantity.upper - mention.quantity.lower
    days = (
        (mention.time.end - mention.time.start).days if mention.time and mention.time.start and mention.time.end else 0
    )
    return Decimal(days)


def _pair(claim: Claim, other: Claim) -> frozenset[tuple[int, int]]:
    return frozenset((id(one.mention.document), one.mention.start) for one in (claim, other))


def _value(claim: Claim) -> tuple[object, ...]:
    mention = claim.mention
    number = mention.quantity.value if mention.quantity else 0
    day = mention.time.start.toordinal() if mention.time and mention.time.start else 0
    return number, day, mention.document.name, mention.start


def _agree(claim: Claim, other: Claim) -> bool:
    """Whether some value fits both."""
    one, two = claim.mention, other.mention
    if one.quantity and two.quantity:
        return agree(one.quantity, two.quantity).agrees
    if one.time and two.time and one.time.start and one.time.end and two.time.start and two.time.end:
        return one.time.start < two.time.end and two.time.start < one.time.end
    return True


def _letter(at: int) -> str:
    """The letter of a camp: A to Z, then A2 to Z2."""
    again, letter = divmod(at, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(again + 1) if again else "")
