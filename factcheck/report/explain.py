"""What a rule looks for, and how a text is read."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from factcheck.judge.formulas.parsing import GAP, REACH
from factcheck.judge.formulas.skeleton import skeleton, type_of
from factcheck.model import Document, Span
from factcheck.pipeline import check, understand
from factcheck.regexes import regex
from factcheck.report.excerpts import Excerpt, Surroundings
from factcheck.report.lines import Line
from factcheck.report.prose import SECONDARY, UNMARKED, marked_lines, paragraph
from factcheck.report.table import table_lines
from factcheck.report.terminal import finding_lines, listed
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.formulas.readings import Reading
    from factcheck.judge.formulas.skeleton import Skeleton
    from factcheck.judge.rules import Example, Passage, Rule, Rulebook
    from factcheck.model import Article, Report, Sentence
    from factcheck.report.prose import Page

MARKED = {UNMARKED: "", SECONDARY: "bold"}


# --- rules --------------------------------------------------------------------------


def rules_lines(rulebook: Rulebook, page: Page) -> Iterator[Line]:
    """A table of the rules, the groups together and in each the loudest first."""
    rules = sorted(rulebook.rules, key=lambda rule: (rule.group, rule.severity.rank, rule.name))
    rows = [(rule.name, rule.severity.value, rule.group, rule.summary) for rule in rules]
    yield from table_lines(("rule", "severity", "group", "finds"), rows, page)


def rule_lines(rule: Rule, page: Page) -> Iterator[Line]:
    """All that there is to know about a rule."""
    yield Line((rule.name, "bold"), f" ({rule.severity.value}, group {rule.group})")
    yield from paragraph(rule.summary, page)
    for part in re.split(r"\n\s*\n", rule.explanation.strip()):
        yield Line()
        yield from paragraph(part, page)
    yield Line()
    yield from _decision_lines(rule, page)
    for example in rule.examples:
        yield Line()
        yield from _example_lines(example, page)
    yield Line()
    yield from paragraph(f"Written in {os.path.relpath(rule.path)}.", page, style="dim")


def _decision_lines(rule: Rule, page: Page) -> Iterator[Line]:
    """How the rule decides: the wordings it reads with what must hold, or the check that it calls."""
    if rule.check:
        settings = ", ".join(f"{name}: {value}" for name, value in rule.parameters.items())
        cause = f", for the cause “{rule.cause}”" if rule.cause else ""
        yield from paragraph(
            f"Decided by the check “{rule.check}”" + (f" with {settings}" if settings else "") + f"{cause}.", page
        )
    for requirement in rule.requirements:
        yield Line("Where a sentence reads")
        for one in requirement.patterns:
            yield from paragraph(in_words(one.source), page, indent="  ")
        if requirement.where is not None:
            yield Line("and this holds, so that the numbers are about one thing:")
            yield from paragraph(requirement.where.source, page, indent="  ")
        if requirement.formula is None:
            yield Line("nothing that it says can be right.")
        else:
            yield Line("this must hold, as far as rounding and hedging allow:")
            yield from paragraph(requirement.formula.source, page, indent="  ")
    if rule.unless:
        yield from paragraph(f"Silent where the sentence has one of: {', '.join(rule.unless)}.", page)


def in_words(pattern: str) -> str:
    """A pattern as a person would say it.

    >>> in_words("<rise> [by] {change:percent} ... (to|at) {new:exact amount} // {all:count+}")
    'a word like “rise” (perhaps: by) ⟨percent: change⟩ up to 5 words (to or at) ⟨exact amount: new⟩ up to 40 words of this or the next sentence ⟨list of count: all⟩'
    >>> in_words("!(not|nearly) <double> !by from {money} ...9 {it:age|number}")
    'but not (not or nearly) a word like “double” but not by from ⟨money⟩ up to 9 words ⟨age or number: it⟩'
    >>> in_words("@founded && {its:word} {age:age}")
    '⟨phrase: founded⟩ and, in this or the next sentence, before it or behind it, ⟨word: its⟩ ⟨age: age⟩'
    >>> in_words("{total:money} in all + {parts:money*} + !among")
    '⟨money: total⟩ in all and, anywhere, with no other amount, ⟨all other money: parts⟩ and, anywhere, with no other amount, but not among'
    """
    return _PART.sub(_part_in_words, pattern)


_PART = regex(
    r"\\(?P<escaped>.)|\{\s*(?:(?P<name>\w+)\s*:\s*)?(?P<kinds>[^{}+*]*?)\s*(?P<list>[+*]?)\s*\}|<(?P<like>[^<>]*)>"
    r"|\.\.\.(?P<gap>\d*)|(?P<reach>//)|(?P<unless>!(?=[\w(<,{]))|(?P<bracket>[\[\]|])"
    r"|@(?P<phrase>[\w-]+)|(?P<also>&{1,3}|(?<= )\+\+?(?= ))"
)
_SIGNS = {
    "[": "(perhaps: ",
    "]": ")",
    "|": " or ",
    "!": "but not ",
    "//": f"up to {REACH} words of this or the next sentence",
    "&": "and, before it or behind it,",
    "+": "and, anywhere, with no other amount,",
    "++": "and, anywhere in this or the next sentence, with no other amount,",
    "&&": "and, in this or the next sentence, before it or behind it,",
    "&&&": "and, in any sentence of the article,",
}


_LISTS = {"": "", "+": "list of ", "*": "all other "}


def _part_in_words(part: re.Match[str]) -> str:
    match part.lastgroup:
        case "escaped":
            return part["escaped"]
        case "like":
            return f"a word like “{part['like']}”"
        case "gap":
            return f"up to {part['gap'] or GAP} words"
        case "phrase":
            return f"⟨phrase: {part['phrase']}⟩"
        case "reach" | "unless" | "bracket" | "also":
            return _SIGNS[part[0]]
        case _:
            name = f": {part['name']}" if part["name"] else ""
            return f"⟨{_LISTS[part['list']]}{part['kinds'].replace('|', ' or ')}{name}⟩"


def _example_lines(example: Example, page: Page) -> Iterator[Line]:
    verdict = {"flagged": "Flagged", "accepted": "Accepted", "not-yet": "Not yet right"}[example.verdict]
    yield from paragraph(f"{verdict}: {example.title}", page, style="bold")
    for passage in example.passages:
        said = [passage.name] if len(example.passages) > 1 else []
        said += [f"published {passage.published}"] if passage.published else []
        if said:
            yield from paragraph(", ".join(said), page, indent="  ", style="dim")
        yield from _passage_lines(passage, page)


def _passage_lines(passage: Passage, page: Page) -> Iterator[Line]:
    document = Document(passage.name, passage.text)
    spans = tuple(Span(document, start, end) for start, end in passage.marks)
    excerpt = Excerpt(document, spans, ((0, len(passage.text)),))
    for line in marked_lines(excerpt, None, page, page.width - 2, MARKED):
        yield Line("  ", *line.pieces)


# --- texts --------------------------------------------------------------------------


def text_lines(document: Document, rulebook: Rulebook, page: Page) -> Iterator[Line]:
    """Every mention that is read in a text, every sentence as the rules see it, and what came of it."""
    article = understand(document)
    claims = {claim.mention.start: claim for claim in article.claims}
    rows = [
        (
            mention.text,
            mention.kind.value,
            meaning(mention),
            claims[mention.start].label if mention.start in claims else "",
        )
        for mention in article.mentions
    ]
    if rows:
        yield from table_lines(("words", "kind", "value", "about"), rows, page)
    else:
        yield Line("no number or date is read in this text")
    for sentence in article.sentences:
        yield Line()
        yield from _sentence_lines(article, sentence, rulebook, page)
    yield Line()
    yield from _outcome_lines(check([document], rulebook=rulebook), page)


def _sentence_lines(article: Article, sentence: Sentence, rulebook: Rulebook, page: Page) -> Iterator[Line]:
    within = [mention for mention in article.mentions if sentence.start <= mention.start < sentence.end]
    bones = skeleton(sentence, within)
    yield from paragraph(skeleton_in_words(bones), page)
    for rule in rulebook.rules:
        for requirement in rule.requirements:
            for one in requirement.patterns:
                for reading in one.read(bones):
                    yield from paragraph(f"{rule.name} reads {_reading_in_words(reading)}", page, indent="  ")
                    if requirement.formula is not None:
                        yield from paragraph(requirement.formula.source, page, indent="    ", style="dim")


def _outcome_lines(report: Report, page: Page) -> Iterator[Line]:
    """What was compared in a text: what agrees and why, and what was found."""
    if not report.compared:
        yield from paragraph("Nothing in it was compared.", page)
    for agreement in report.agreements:
        where = listed([f"“{span.text}”" for span in agreement.spans])
        yield from paragraph(f"agrees: {where}: {agreement.reason} [{agreement.rule}]", page)
    surroundings = Surroundings(report)
    for finding in report.findings:
        yield Line()
        yield from finding_lines(finding, surroundings, page)


def skeleton_in_words(bones: Skeleton) -> str:
    """The skeleton of a sentence with the type of each mention in its place."""
    return " ".join(
        f"⟨{type_of(bones.mention(token))}⟩" if len(token) == 2 and "\ue000" <= token[0] <= "\uf8ff" else token
        for token in bones.text.split()
    )


def _reading_in_words(reading: Reading) -> str:
    return ", ".join(
        f"{slot.name} = {' + '.join(f'“{member.text}”' if member else 'one' for member in members)}"
        for slot, members in reading.filled
    )
