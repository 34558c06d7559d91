"""Numbers in words: which of them are amounts, which are places in an order, and which are neither."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract.bounds import SPACES, allowed, hedge_before
from factcheck.extract.counts import head_behind
from factcheck.extract.lexicon.numbers import CARDINALS, FEW, ORDINALS, SCALES, SMALL_PARTS, TEENS, TENS, UNITS
from factcheck.extract.measures import unit_of_part
from factcheck.extract.names import is_alone, word_before
from factcheck.extract.numeral import Numeral
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.regexes import regex

_WORD = regex(r"[a-z]+")
_ARTICLE = ending(r"(?<!\w)(an?)[ \n]", len("an "), *("a ", "an ", "a\n", "an\n"))
_ORDINAL_BEHIND = regex(r"[ -]([a-z]+)\b")
#: "Fell by a third, to 600", "2,000, or a third, are": what falls by a place in an order falls by a part, and so is what is put otherwise.
_CLAUSE_END = regex(r"\s*(?:[,.;:)]|(?:to|from|since|in|over|last|this|after|between|and|compared)\b|$)")
#: "A rise of a third" is one by a part as well.
_CHANGE_OF = regex(r"\b(?:rise|increase|jump|gain|fall|drop|decline|decrease|cut|reduction|loss|improvement) of $")
#: Words right before "a third" that tell of a change: "prices are up a third".
_CHANGES_BY = frozenset(
    "by up down rose fell grew dropped jumped climbed shrank slumped soared surged plunged rise fall grow drop".split()
)
_OF_OR_THE = regex(r"[ \n](?:of|the|an?|its|their|his|her|our|that|this|these|those)\b")


def _are(lowered: str, at: int) -> bool:
    """Whether a verb for many follows, so that "a third" is a part of them and none in an order."""
    return lowered.startswith((" were ", " are ", " have "), at)


#: "A tenth of a second" is short.
_PART_OF_A = ending(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|hundredths?|thousandths?|fraction) of a ", 20, " of a "
)


def spelled_ordinal(lowered: str, at: int, numeral: Numeral | None, start: int) -> Reading | None:
    """The place in an order that words name: "third", "twenty-first"; not "a third of" and not "two-thirds"."""
    found = _WORD.match(lowered, at)
    word = found[0] if found else ""
    if word == "second" and _PART_OF_A(lowered, at):
        return None
    if word in ORDINALS and found:
        is_part = (
            word in SMALL_PARTS
            or _are(lowered, found.end())
            or _OF_OR_THE.match(lowered, found.end())
            or hedge_before(lowered, start)
            or (
                (
                    word_before(lowered, start) in _CHANGES_BY
                    or lowered.endswith(", or ", 0, start)
                    or _CHANGE_OF.search(lowered, max(0, start - 20), start)
                )
                and _CLAUSE_END.match(lowered, found.end())
            )
        )
        if numeral and start != at and is_part:
            return None
        value, end = ORDINALS[word], found.end()
    elif (
        numeral
        and not numeral.part
        and (behind := _ORDINAL_BEHIND.match(lowered, numeral.end))
        and behind[1] in ORDINALS
        and numeral.value % 10 ** len(str(ORDINALS[behind[1]])) == 0  # "two second places" are no fourth ones
    ):
        value, end = int(numeral.value) + ORDINALS[behind[1]], behind.end()
    else:
        return None
    return Reading(
        None,
        at,
        end,
        Kind.ORDINAL,
        allowed((Numeral(end, Decimal(value), Decimal(1), spelled=True),), "", None, exact=True),
    )


def start_with_article(lowered: str, at: int, numeral: Numeral | None) -> int:
    """Where the numeral begins, with the "a" of "a hundred"."""
    if numeral is None or lowered[at - 1 : at] not in SPACES or not _takes_article(lowered, at, numeral):
        return at
    article = _ARTICLE(lowered, at)
    return article.start(1) if article else at


def _takes_article(lowered: str, at: int, numeral: Numeral) -> bool:
    """Whether "a" before the numeral is part of it: "a hundred", "a dozen", "a third", not "a three-bed flat"."""
    first = _WORD.match(lowered, at)
    return numeral.upto is None and first is not None and first[0] not in CARDINALS


_TENS_AND_UNITS = rf"(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)}))?|(?:{'|'.join(TEENS)})"
_FIRST_HALF = rf"(?:{'|'.join(word for word, n in TEENS.items() if n > 10)}|twenty)"
_YEAR_IN_WORDS = regex(rf"(?:in|since|until|before|after) {_FIRST_HALF}[- ](?:{_TENS_AND_UNITS})(?![\w-])")
_YEARS_BEFORE = regex(r"\b(?:in|since|until|before|after) (?=[a-z -]*\Z)")
#: What stands before a word of such a year.
_IN_YEARS = frozenset(("in", "since", "until", "before", "after", *TEENS, *TENS))
#: No year in words is longer, with the word before it.
_LONGEST_YEAR = 32


def in_year_in_words(lowered: str, at: int) -> bool:
    """Whether a number word belongs to a year: "in nineteen ninety-one"."""
    if word_before(lowered, at).rpartition("-")[2] not in _IN_YEARS:
        return False
    before = _YEARS_BEFORE.search(lowered, max(0, at - _LONGEST_YEAR), at)
    year = _YEAR_IN_WORDS.match(lowered, before.start()) if before else None
    return year is not None and year.end() > at


#: Up to so many, "the other two" is a pronoun.
PAIR = 2
_OF_THE_CLOCK = regex(r"[ -](?:to|past|after|before|till)\b")
_PART_OF_TIME = regex(
    r"[ -](?:of )?(?:an?|the|that|this)?[ -]?(?:hour|minute|second|day|week|month|year|decade|centur|time)"
)


def is_spelled_amount(text: str, lowered: str, start: int, at: int, numeral: Numeral) -> bool:  # noqa: PLR0911 - each word has its own idioms
    """Whether a number in words is an amount, and no name, pronoun or idiom."""
    word = lowered[at : numeral.end]
    if in_year_in_words(lowered, at):
        return False
    if text[at].isupper() and _capital_inside(text, lowered, at, numeral.end):
        return False
    if numeral.part and _PART_OF_TIME.match(lowered, numeral.end):
        return False
    if word in _NO_NUMBERS and word_before(lowered, start) in _NO_NUMBERS[word]:
        return False
    if word in ("half", "quarter"):
        followed = _OF_OR_THE.match(lowered, numeral.end) is not None or _are(lowered, numeral.end)
        if not followed and unit_of_part(text, lowered, numeral.end):
            return True
        if word == "quarter":
            by = word_before(lowered, start) in _CHANGES_BY and not _OF_THE_CLOCK.match(lowered, numeral.end)
            return start != at and (followed or by or hedge_before(lowered, start) is not None)
        return (followed or hedge_before(lowered, at) is not None) and word_before(lowered, at) not in ORDINALS
    if word in FEW:
        article = start != at
        counts = head_behind(lowered, numeral.end) is not None or is_alone(lowered, start, numeral.end)
        return counts and (article or word == "several")
    first = _WORD.match(lowered, at)
    if first is not None and first[0] in SCALES and numeral.upto is None:
        # "Hundred thousand" needs no article.
        is_many = start != at or word.split()[-1] in SCALES.keys() - {first[0]}
        return is_many or (word == "dozen" and _is_that_dozen(lowered, at, numeral.end))
    # "The other two" stands for what was spoken of; "the other eight" counts.
    small = numeral.value <= PAIR and word_before(lowered, at) == "other"
    return not small or head_behind(lowered, numeral.end) is not None


#: Before a dozen that is counted without its article.
_OF_A_DOZEN = frozenset("the these those another its their his her our my first last next other".split())


def _is_that_dozen(lowered: str, at: int, end: int) -> bool:
    """Whether a dozen without its article is counted: "the dozen paintings"."""
    return word_before(lowered, at) in _OF_A_DOZEN and head_behind(lowered, end) is not None


#: Behind which words a number word is the result of a game or a test, or part of a name: "their scores of 7", "ground zero".
_NO_NUMBERS = {
    "scores": frozenset("the their his her our its test high low these those whose".split()),
    "zero": frozenset(("ground",)),
}


#: "Sept. Nine" goes on with a sentence, "Sunday. Nine" and "it. Nine" begin one.
_LONGEST_ABBREVIATION = 4


def _capital_inside(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a capitalised number word stands inside a sentence, as in names ("Big Ten", "World War Two")."""
    before = word_before(text, at)
    ends = before[:-1].isdigit() or (
        before[:-1].isalpha() and (len(before) > _LONGEST_ABBREVIATION or before.islower())
    )
    if not before or (before[-1] == "." and ends):
        return False
    head = head_behind(lowered, end)
    if head is None or text[head.end - 1].isupper():
        return True
    last = text.rfind(" ", end, head.end) + 1
    return text[last].isupper() and is_running_text(text, at, head.end)


#: A word that no headline in capitals writes small.
_SMALL_WORD = regex(
    r"(?<![\w’'.-])(?!(?:an?|the|of|in|on|at|to|for|and|or|by|with|from|over|as|is|are|be|but|not?|nor|vs?|via|into|amid|after|off|up|than|its?)\b)[a-z]{2,}\b"
)
_LINE_ENDS = regex(r"\n|  ")
#: How far to either side such a word is looked for.
_AROUND = 60


def is_running_text(text: str, start: int, end: int) -> bool:
    """Whether small words stand around a place, so that capitals there are those of a name ("ate at Five Guys")."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return bool(
        _SMALL_WORD.search(_LINE_ENDS.split(before)[-1]) or _SMALL_WORD.search(_LINE_ENDS.split(after, maxsplit=1)[0])
    )
