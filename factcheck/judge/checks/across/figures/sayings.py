"""What an article says in words that have an opposite, as claims that are compared as figures are.

The attribute of such a claim is its group and the side that it takes: "direction:0" of "rose", "discount:0" of "no discount".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.judge.checks.across.figures.opposites import sides_of
from factcheck.model import Claim, Kind, Mention
from factcheck.regexes import regex
from factcheck.tables import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from factcheck.attach.words import Word
    from factcheck.model import Article, Sentence

#: Of these groups, so many sides are told apart without a figure: sales rose or fell, on last year or on last quarter.
#: What stays as it is may have risen before, so "unchanged" is none of them.
SIDES: Mapping[str, int] = {"direction": 2, "level": 2, "size": 3, "compared with": 3, "extreme": 2}
#: Between the group and the side of a word.
_OF = ":"
_DENIED, _TOLD = "0", "1"
#: "No discount", "no further discount", "without any discount"; not "no more than".
_NONE = regex(
    r"\b(?:no|without(?: any)?|not (?:a single|any)|zero) (?!more|less|fewer|longer|later|one|doubt|(?:plan|need|reason|way|chance|intention|attempt|effort|"
    r"desire|wish|right|sign|evidence|proof|indication|suggestion|word|idea|sense|part|point)s?\b)([a-z]+)(?: ([a-z]+))?"
)
#: "Has not yet decided", "aren't offering"; "not only" and "not just" deny nothing.
_NOT = regex(
    r"(?:\b(?:not|never|cannot)|n[’']t)(?! (?:only|just|merely|simply|necessarily|even|all|every|always|least|so|too|until|because|by|in|for|with|on|at|from|to|as)\b)"
    r"(?: (?:yet|been|being|be|have|a|an|the|[a-z]+ly|currently))* ([a-z]+)(?!-)\b"
)
#: "Unlikely" denies "likely"; these deny nothing.
_UN = regex(r"\bun(?!rest\b|fold|veil|leash|less\b)([a-z]{4,})")
#: More than one, and of what: "several top-of-the-line features".
_SEVERAL = regex(
    r"\b(?:several|multiple|various|numerous|many|different)(?: (?!of\b)[a-z-]+){0,4}? ([a-z]{2,}[^s\W]s)\b"
)
#: Where a sentence has one of something too, it is not several that are told.
_ONE = regex(r"\b(?:one|single|sole)\b")
#: The group of one against several.
_MANY = "several "
#: Before the adjectives of the table, and before the lines that are told of one subject.
_ADJECTIVE, _OF_SUBJECT = "~", "^"
#: Between the words of a name in the table.
_JOINT = "_"
#: Before the name of a country these make it another's or that of a part: "New Mexico", "Northern Ireland".
_OF_ANOTHER = frozenset("new north south east west northern southern eastern western equatorial papua".split())
#: The word behind a figure: "a 15% discount".
_BEHIND = regex(r"[ -]([A-Za-z]+)")
#: What is lost need not have become less, and a numbered slide has not slid.
_LOST = regex(r"(?i:los[ets]+)\b|Slide ")
_DETERMINERS = frozenset("a an the this that these those his her its their our my your".split())
#: What stands so near before a word, in words, and says that it is asked for, planned or possible, and not told as a fact.
_OPEN, _WITHIN = (
    frozenset(
        "if whether unless until before to will would may might could should can must would-be not no never without cannot "
        "nor neither nobody none hardly barely deny denied denies fail failed fails refuse refused "
        "need needs needed want wants wanted lack lacks lacked lose lost seek seeks seeking claim claims claimed "
        "previously formerly had potential potentially possible possibly alleged suspected".split()
    ),
    6,
)


def is_of_noun(group: str) -> bool:
    """Whether the sides of a group are adjectives before one noun."""
    return group.startswith(_ADJECTIVE)


def is_of_subject(group: str) -> bool:
    """Whether the sides of a group are told of somebody or something: who directed it, where she lives."""
    return group.startswith(_OF_SUBJECT)


def group_of(attribute: str) -> str:
    """The group of a claim's attribute."""
    return attribute.partition(_OF)[0]


def sayings_of(article: Article, asked: frozenset[str]) -> Iterator[Claim]:
    """The words of an article that have an opposite, where their sentence takes one side; and what it has some of and none.

    What is told without a figure is told of the words that are `asked` for alone.
    """
    counted = list(chain.from_iterable(map(_some, article.claims)))
    nouns = defaultdict(set)
    for claim in counted:
        nouns[claim.sentence.start].add(group_of(claim.attribute))
    for sentence in article.sentences:
        yield from _words(sentence)
        yield from _opposites(sentence)
        yield from _several(sentence)
        denied = list(_denials(sentence))
        yield from denied
        but = nouns[sentence.start].union(group_of(claim.attribute) for claim in denied)
        yield from _asked_for(sentence, asked - but)
    yield from counted


def denied_in(article: Article) -> frozenset[str]:
    """What an article denies, by the words that its sentences have behind "no" and "not"."""
    return frozenset(group_of(claim.attribute) for sentence in article.sentences for claim in _denials(sentence))


def said_in(article: Article) -> frozenset[str]:
    """The words of an article, as `denied_in` has them."""
    return frozenset(_sense(word.lower) for sentence in article.sentences for word in words_of(sentence))


def _denials(sentence: Sentence) -> Iterator[Claim]:
    """Each "no" and "not" of a sentence, by the word that it denies; one with an adjective before the noun by both."""
    text = sentence.text.lower()
    for match in chain(_NONE.finditer(text), _NOT.finditer(text)):
        words = [at for at in range(1, match.re.groups + 1) if match[at] and match[at] not in EMPTY]
        for word in words:
            start, end = sentence.start + match.start(), sentence.start + match.end(words[-1])
            yield _claim(sentence, start, end, _sense(match[word]), _DENIED)
    for match in _UN.finditer(text):
        yield _claim(sentence, sentence.start + match.start(), sentence.start + match.end(), _sense(match[1]), _DENIED)


def _asked_for(sentence: Sentence, asked: Collection[str]) -> Iterator[Claim]:
    """The words that are asked for, where a sentence tells them as they are."""
    if not asked or sentence.text.rstrip().endswith("?"):
        return
    words = words_of(sentence)
    for at, word in enumerate(words):
        told = _sense(word.lower)
        if told in asked and not _is_open(words[max(0, at - _WITHIN) : at]) and not _is_noun(words, at):
            yield _claim(sentence, word.start, word.end, told, _TOLD)


def _is_noun(words: list[Word], at: int) -> bool:
    """Whether a word in "ing" is a thing and no deed: "this ruling"."""
    return at > 0 and words[at].lower.endswith("ing") and words[at - 1].lower in _DETERMINERS


def _is_open(before: Collection[Word]) -> bool:
    return any(word.lower in _OPEN or word.lower.endswith(("n't", "n’t")) for word in before)


def _some(claim: Claim) -> Iterator[Claim]:
    """A figure by the noun that it counts, or that stands behind it; one of something also against several."""
    mention = claim.mention
    counted = mention.unit if mention.kind is Kind.COUNT else ""
    behind = _BEHIND.match(mention.document.text, mention.end)
    noun = counted.rpartition(" ")[2] or (behind[1].lower() if behind else "")
    if noun:
        of_it = Claim(replace(mention, kind=Kind.NUMBER), claim.sentence, f"{_sense(noun)}{_OF}{_TOLD}")
        yield of_it
        if counted and mention.quantity and mention.quantity.printed == (Decimal(1),):
            yield replace(of_it, attribute=f"{_MANY}{_sense(noun)}{_OF}{_DENIED}")


def _several(sentence: Sentence) -> Iterator[Claim]:
    """What a sentence has several of, and not one too."""
    if _ONE.search(sentence.text.lower()):
        return
    for match in _SEVERAL.finditer(sentence.text.lower()):
        start = sentence.start + match.start()
        yield _claim(sentence, start, sentence.start + match.end(), _MANY + _sense(match[1]), _TOLD)


def _opposites(sentence: Sentence) -> Iterator[Claim]:
    """The words of the table, where a sentence takes one side: of an adjective by the word that follows it."""
    found = defaultdict(list)
    words = words_of(sentence)
    for at, word in enumerate(words):
        for group, side in _told_at(words, at):
            found[group].append((side, word))
    for group, told in found.items():
        if len({side for side, _ in told}) == 1:
            for side, word in told:
                yield _claim(sentence, word.start, word.end, group, side)


def _told_at(words: list[Word], at: int) -> Iterator[tuple[str, str]]:
    """The groups of the table whose side a word takes, and the side."""
    first, _, rest = words[at].lower.partition("-")
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    table = _table()
    for line, side in table.get(f"{first}{_JOINT}{behind}") or table.get(words[at].lower) or table.get(first) or ():
        if line.startswith(_ADJECTIVE):
            of = rest or ("" if behind in EMPTY else behind)
            if of and not _is_open(words[max(0, at - 2) : at]):
                yield f"{line} {_sense(of)}", side
        elif line.startswith(_OF_SUBJECT):
            if not (at and words[at - 1].lower in _OF_ANOTHER) and not _leans_on(words, at):
                yield line, side
        elif not rest and not _is_open(words[max(0, at - _WITHIN) : at]):
            yield line, side


def _leans_on(words: list[Word], at: int) -> bool:
    """Whether a word stands right before another that tells something: "the Iraq war"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    return (
        behind is not None and behind.start == words[at].end + 1 and not (behind.empty or behind.lower.endswith("ly"))
    )


@cache
def _table() -> Mapping[str, list[tuple[str, str]]]:
    """The words of the table, each with the sign and the first word of its line, and its side."""
    table = defaultdict(list)
    for line in rows(__package__, "opposite_words.txt"):
        sign = line[0] if line[0] in (_ADJECTIVE, _OF_SUBJECT) else ""
        sides = [side.split() for side in line.removeprefix(sign).split("|")]
        for side, words in enumerate(sides):
            for word in words:
                table[word].append((sign + sides[0][0], str(side)))
    return table


def is_country(name: str) -> bool:
    """Whether a name in small letters is that of a country of the table."""
    first = name.removeprefix("the ").replace(" ", _JOINT)
    return any(line == f"{_OF_SUBJECT}norway" for line, _ in _table().get(first, ()))


def _words(sentence: Sentence) -> Iterator[Claim]:
    for group, told in SIDES.items():
        for word in sides_of(sentence, group):
            if word.side < told and not _LOST.match(sentence.document.text, word.start):
                yield _claim(sentence, word.start, word.end, group, str(word.side))


def _sense(word: str) -> str:
    return sense(stem(word))


def _claim(sentence: Sentence, start: int, end: int, group: str, side: str) -> Claim:
    return Claim(Mention(sentence.document, start, end, Kind.NUMBER), sentence, f"{group}{_OF}{side}")
