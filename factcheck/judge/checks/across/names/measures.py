"""What is measured of a name, by the words that say so: "Ada Marsh earns €96,000", "Ms Marsh's salary is €69,000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.senses import sense
from factcheck.attach.voices import FORECAST, QUOTED
from factcheck.attach.words import EMPTY, WORD, stem
from factcheck.judge.checks.across.names.two_roles import named
from factcheck.model import COUNTED, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.model import Article, Claim


class Wording(NamedTuple):
    """A way to tell a measure: the words before the amount, and behind it, one of which names whose it is."""

    measure: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


class Measured(NamedTuple):
    """An amount, what it measures, and of whom or what."""

    measure: str
    owner: str
    claim: Claim
    #: The senses of what else is told of it, between the two and behind them.
    rest: frozenset[str]


_NAME = r"(?P<owner>[A-Z][\w’'.-]*(?: (?:(?:of|for)(?: the)? )?[A-Z][\w’'-]*){0,5}?)"
_OTHER = r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
#: Behind a name, what it is, and words before a verb.
_WHO = r"(?:,[^,;.\d]{1,50},)?(?: (?:now|currently|reportedly|still|also|says it|said it|which|who|has|have|had))*"
_SOME = (
    r"(?: (?:about|around|some|nearly|almost|more than|over|just|only|roughly|approximately|at least|a total of))* \Z"
)
_IS = r"(?:is|was|are|were|of|stands at|stood at|stand at|amounts to|amounted to|comes to|came to|totals|totalled)"
_OWN = r"[’']s? (?:[a-z]+ )?"
_NOUNS = r"(?: [a-z]+){0,2}"

#: Each measure with the kinds of its amounts, and ways to tell it before the amount or behind it.
_TOLD: tuple[tuple[str, str, str], ...] = (
    ("salary", rf"{_NAME}{_WHO} (?:earns?|earned|(?:is|was|were|been) paid|takes? home|took home){_SOME}", ""),
    ("salary", rf"{_NAME}{_OWN}(?:salary|pay|pay package|remuneration) {_IS}{_SOME}", ""),
    ("debt", rf"{_NAME}{_WHO} (?:has|had|have|carries|with)(?: [a-z]+)? debts? of{_SOME}", ""),
    ("debt", rf"{_NAME}{_WHO} (?:owes|owed){_SOME}", ""),
    ("debt", rf"{_NAME}{_OWN}debts? {_IS}{_SOME}", ""),
    ("budget", rf"{_NAME}{_WHO} (?:has|had|with)(?: an?)?(?: [a-z]+)? budget of{_SOME}", ""),
    ("budget", rf"{_NAME}{_WHO} (?:spends){_SOME}", r"(?: a year| annually)?[.,]"),
    ("budget", rf"{_NAME}{_OWN}budget {_IS}{_SOME}", ""),
    ("members", rf"{_NAME}{_WHO} (?:has|have|had|represents|represented|counts){_SOME}", ""),
    ("staff", rf"{_NAME}{_WHO} (?:employs|employed){_SOME}", ""),
    ("students", rf"{_NAME}{_WHO} (?:has|have|had){_SOME}", ""),
    ("students", "", rf"(?: are| were)? (?:enrolled|studying|study) at (?:the )?{_NAME}\b"),
    ("fed", rf"{_NAME}{_WHO} (?:feeds|reaches|serves|assists|helps){_SOME}", ""),
    ("length", rf"{_NAME}{_NOUNS}{_WHO},?(?: which)? (?:spans|stretches|stretches for|runs for|measures){_SOME}", ""),
    ("length", rf"{_NAME}{_NOUNS} (?:is|was){_SOME}", r"(?: long\b| in length\b)"),
    ("length", "", rf"[ -]long {_NAME}"),
    ("height", rf"{_NAME}{_NOUNS} (?:is|was|stands|rises|rises to){_SOME}", r"(?: high\b| tall\b| in height\b)"),
    ("height", "", rf"[ -](?:high|tall) {_NAME}"),
    ("investment", rf"{_NAME}{_WHO} (?:(?:will|is to|plans to|wants to|has|is) )?(?:invest|invests|invested|investing|put|putting|puts){_SOME}", r" (?:in|into) "),
    ("sentence", rf"\b(?:sentenced|jailed|imprisoned) {_NAME} (?:to|for){_SOME}", ""),
    ("sentence", rf"{_NAME}{_WHO} (?:was|were|been) (?:sentenced to|jailed for|imprisoned for|given){_SOME}", ""),
    ("sentence", rf"{_NAME}{_WHO} (?:got|gets|received){_SOME}", r" (?:in (?:prison|jail)|behind bars|of imprisonment)"),
    ("turnout", rf"\b[Tt]urnout in (?:the )?{_NAME} {_IS}{_SOME}", ""),
    ("turnout", rf"\bIn (?:the )?{_NAME},?{_SOME}", r" of (?:eligible |registered |all |the )*voters (?:went to the polls|voted|turned out|cast)\b"),
    ("margin", rf"{_NAME}{_WHO} (?:won|wins|beat|beats|defeated|leads|led)(?: {_OTHER}| [a-z’'-]+(?: [A-Z][\w’'-]*)*){{0,5}}? by(?: a margin of)?{_SOME}", ""),
    ("margin", rf"{_OTHER} (?:lost|trails|trailed)(?: [a-z’'-]+){{0,3}}?(?: to)? {_NAME} by{_SOME}", ""),
    ("margin", rf"{_NAME}{_WHO} (?:a|with a) (?:lead|margin|majority|advantage) (?:over (?:the )?{_OTHER} )?of{_SOME}", ""),
    ("margin", rf"{_NAME}{_WHO} (?:holds|held|enjoys|takes|took) an? (?:lead|margin|majority|advantage) (?:over (?:the )?{_OTHER} )?of{_SOME}", ""),
    ("margin", rf"\bgives {_NAME} a lead of{_SOME}", ""),
    ("margin", rf"{_NAME}{_OWN}(?:lead|margin|majority|advantage|margin of victory)(?: over (?:the )?{_OTHER})?(?: in (?:the )?{_OTHER}(?: [a-z]+)?)? {_IS}{_SOME}", ""),
    ("margin", rf"{_NAME}{_WHO}(?: (?:was|is|finished|ended))?{_SOME}", r" (?:ahead|clear)\b"),
)  # fmt: skip
_WORDINGS = tuple(
    Wording(measure, regex(before) if before else None, regex(behind) if behind else None)
    for measure, before, behind in _TOLD
)
_MONEY, _SHARE, _LENGTH, _TIME = Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY, Kind.DURATION
_KINDS = {
    "salary": {_MONEY}, "debt": {_MONEY}, "budget": {_MONEY}, "investment": {_MONEY},
    "members": {Kind.COUNT}, "staff": COUNTED, "students": {Kind.COUNT}, "fed": {Kind.COUNT},
    "length": {_LENGTH}, "height": {_LENGTH}, "sentence": {_TIME}, "turnout": {_SHARE},
    "margin": {Kind.COUNT, Kind.NUMBER, _TIME, _SHARE, _LENGTH},
}  # fmt: skip
#: What is counted of those who are a measure's own.
_COUNTED = {
    "members": frozenset(("member",)),
    "students": frozenset(("student", "pupil")),
    "fed": frozenset(("person", "people", "child", "refugee", "resident")),
    "margin": frozenset(("vote", "point", "goal", "seat", "second", "minute", "percentage point", "run", "stroke", "shot", "length")),
}  # fmt: skip
#: "A majority of 312": what is counted need not be said.
_MAJORITY = regex(r"\bmajority of \d")
#: Scopes of a number that is no level.
_NO_LEVELS = frozenset(("change", "added", "part", "recent", "former", "alone"))
#: A phrase is looked for so far before an amount, and so far behind it, in letters.
BEFORE, BEHIND = 110, 60
#: As far as nothing parts what is told.
_CLAUSE = regex(r"[^,;:.()–—]*")
#: Of which a text has one that tells a measure.
TELLING = frozenset(
    "earns earn earned paid home salary pay remuneration debt debts owes owed budget spends members represents employs employed enrolled studying study feeds reaches"
    " serves assists helps spans stretches measures long length high tall height invest invests invested investing put putting puts sentenced jailed imprisoned got received"
    " turnout voters won beat defeated leads led lost lead margin majority advantage ahead clear".split()
)
#: Words by which a measure is told, which tell nothing else of it.
_MEASURING = TELLING | frozenset(
    "take takes took taken home prison jail bars imprisonment vote votes eligible registered people wins win led lead leads trails trailed lost loses finished ended holds held"
    " enjoys has have annual yearly chief executive winning victory plans wants get gets given".split()
)


def measured(article: Article) -> Iterator[Measured]:
    """The amounts of an article that words tie to a name and to what is measured of it, in order."""
    for claim in article.claims:
        mention, amount = claim.mention, claim.mention.single
        if amount is None or claim.withheld not in {None, QUOTED, FORECAST}:
            continue
        text, sentence = mention.document.text, claim.sentence
        before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
        behind = text[mention.end : min(sentence.end, mention.end + BEHIND)]
        for wording in _WORDINGS:
            if mention.kind not in _KINDS[wording.measure] or not _is_counted(claim, wording.measure):
                continue
            one = wording.before.search(before) if wording.before else None
            two = wording.behind.match(behind) if wording.behind else None
            if (one is None) is (wording.before is not None) or (two is None) is (wording.behind is not None):
                continue
            found = one or two
            owner = named(found["owner"]) if found else ""
            if not found or not owner or (claim.scope & _NO_LEVELS and wording.measure != "margin"):
                continue
            between = before[one.end("owner") :] if one else ""
            clause = _CLAUSE.match(behind, two.end("owner") if two and not one else 0)
            words = WORD.findall(f"{between} {clause[0] if clause else ''}".lower())
            rest = frozenset(sense(stem(word)) for word in words if not (word in EMPTY or word in _MEASURING))
            yield Measured(wording.measure, owner, claim, rest)
            break


def _is_counted(claim: Claim, measure: str) -> bool:
    """Whether a count is of what the measure counts."""
    unit = claim.mention.unit
    heads = _COUNTED.get(measure)
    if not unit and measure == "margin":
        return _MAJORITY.search(claim.sentence.text) is not None
    return heads is None or unit in heads or unit.rpartition(" ")[2] in heads
