"""Lists of names that a number, "both" or "trio" follows: "Ann Ray, Bo Lind and Cy Dunn, the two who won"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import MONTHS, WEEKDAYS
from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentences_with
from factcheck.judge.checks.sums.lists import ENSEMBLES, LONGEST, NAME_WRITTEN, members
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_SMALL = {word: number for word, number in CARDINALS.items() if 2 <= number <= LONGEST and word.isalpha()}
_NUMBER = rf"(?:{any_of(_SMALL)}|\d{{1,2}})"
#: What may follow a list and tell how many it has: ", the four who", "are the three finalists", "were both turned down".
_TELLS = regex(
    rf"(?:, (?:the|his|her|their|its) (?P<apposed>{_NUMBER}) (?!(?:more|others?|latter|former|last|first|time|and|or|of|to)\b)[a-z]{{3,}}"
    rf"|, (?:the|a|an) (?P<ensemble>{any_of(ENSEMBLES)})\b(?! of\b)"
    rf"| (?:are|were) (?:the|her|his|their|its) (?P<named>{_NUMBER}) (?!(?:more|others?|latter|former|last|first|time|and|or|of|to)\b)[a-z]{{3,}}"
    rf"| (?:are|were|have|had) (?P<each>both|all (?P<all>{_NUMBER})) [a-z]{{3,}})"
)
_SUPERLATIVE = regex(r"[a-z]*(?:est|most|best|worst)\Z")
_LIST = regex(rf"(?P<names>{NAME_WRITTEN}(?:, {NAME_WRITTEN})*,? (?:and|&) {NAME_WRITTEN})\Z")
#: How far back a list may begin, in letters.
_REACH = 300
#: Before a list whose first member is no place or time that is told by the way: "went to Ann, Bo and Cy", "bids from Lisbon, Porto".
_LEADS = regex(
    r"(?:\b(?:to|for|by|with|from|between|against|are|were|named|picked|chose|honoured|included?) |[“\"(] ?)\Z"
)
_JOINED = regex(r"(?:,| and| or| &) \Z")
#: An office behind a name is no member: "Ann Ray, Mayor of Orle, and Bo Lind".
_OFFICE = regex(
    r", (?:[A-Z][\w’'-]+ )*(?:[A-Z][\w’'-]+ of|Mayor|President|Minister|Chair(?:man|woman)?|Secretary|Director|Governor|Senator|Professor|Bishop|Captain)\b(?! [A-Z])"
)
#: What a sentence may begin with before a comma, and is no member.
_BY_THE_WAY = frozenset(
    (
        *"yesterday today tomorrow tonight now then later here there meanwhile however still afterwards instead once soon finally first next".split(),
        *WEEKDAYS,
        *MONTHS,
    )
)
_SIGNS = frozenset((*_SMALL, *ENSEMBLES, "both", *map(str, range(2, LONGEST + 1))))


@check("listed-first", of=Article, told_by=_SIGNS)
def listed_first(article: Article) -> Iterator[Verdict]:
    """Each list of names that words behind it count, and whether it has so many."""
    text = article.document.text
    for sentence in sentences_with(article, _SIGNS):
        for tells in _TELLS.finditer(text, sentence.start, sentence.end):
            start = max(sentence.start, tells.start() - _REACH)
            listed = _LIST.search(text[start : tells.start()])
            last = tells[0].rpartition(" ")[2]
            if listed is None or _SUPERLATIVE.match(last) or IS_OF_THEM.match(text, tells.end()):
                continue
            at = start + listed.start()
            yield from _list_and_number(article, Span(article.document, at, tells.start()), tells, sentence.start)


def _list_and_number(article: Article, names: Span, tells: re.Match[str], begins: int) -> Iterator[Verdict]:
    """Whether a list has as many members as the words behind it tell."""
    found = members(names.text)
    before = article.document.text[max(begins, names.start - _REACH) : names.start]
    # What is joined to something before it begins there.
    if found is None or _JOINED.search(before) or _OFFICE.search(names.text):
        return
    number, span = _number_behind(article, tells)
    many = len(found)
    if number == many:
        yield Accord((span, names), f"the list has {many} members")
    elif _may_be_one_more(number, found, before) and abs(many - number) <= max(2, number // 2):
        yield Clash(
            (span, names),
            {"announced": span.text, "listed": number_in_words(many)},
            arithmetic=f"{number} told, {many} listed: {'; '.join(found)}",
        )


def _may_be_one_more(number: int, found: list[str], before: str) -> bool:
    """Whether a list has more or fewer members for good: "In Cork, Ann and Bo were both …" has two, and a place."""
    if len(found) != number + 1:
        return True
    if before.strip(' “"('):
        return _LEADS.search(before) is not None
    return found[0].lower() not in _BY_THE_WAY


def _number_behind(article: Article, tells: re.Match[str]) -> tuple[int, Span]:
    """How many are told, and where."""
    for name in ("apposed", "named", "ensemble", "each"):
        if word := tells[name]:
            plain = (tells["all"] or word) if name == "each" else word
            number = 2 if plain == "both" else ENSEMBLES.get(plain) or _SMALL.get(plain) or int(plain)
            return int(number), Span(article.document, *tells.span(name))
    raise AssertionError(tells[0])
