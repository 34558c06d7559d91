"""A measure before a noun that the sentences before have with another measure: "worth £12m … the £14m contract"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.extract.lexicon.calendar_words import CAPITALISED
from factcheck.extract.lexicon.function_words import THIS
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.judge.checks.retold.called import NAMING
from factcheck.judge.checks.retold.sizes import SPEAKS_OF_ANOTHER
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Mention, Sentence

_KINDS = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.MONEY, Kind.COUNT})
_NO_NOUNS = EMPTY - {"report", "statement"}
#: What makes it the thing that was spoken of.
_THE = regex(rf"\b{THIS}(?: [a-z]+[’']s?)? $|(?<=[a-z])['’]s $")
_NOUNS = regex(r"(?:[ -]([a-z]{3,})| of ([a-z]{3,}))(?: ([a-z]{3,}))?")
_HYPHENED = regex(r"[\w,.]+-[a-z]+$")
#: What tells which one is meant, so that it need not have been spoken of.
_TOLD_WHICH = regex(
    r" (?:of|for|at|in|from|by|against|with|on|between|over) (?:(?:the |an? )?(?P<whose>[A-Z]\w+)|his|her|their|its|an?\b)"
)
_VERB = regex(r"(?:ed|s)$")
#: Between two measures of one thing, what says that it changed.
_CHANGED = regex(
    r"\b(?:rose|raised?|cut|reduc\w+|increas\w+|halved|doubled|lower\w*|rais\w+|extend\w*|shorten\w*|on appeal|appeal court|instead|another|others?|also|second|both"
    r"|co-defendants?|accomplices?|while|whereas|but|minimum|maximum|up to|earlier|later|previous\w*|former|original\w*|first|new|extra|further)\b"
)
#: A name that the text may not have had before.
#: A slip makes the second at most so many times the first, or as many thousand times.
SLIP, SCALES = Decimal("1.6"), frozenset({Decimal(1000), Decimal(1000000)})
#: The second stands no more sentences behind the first.
NEAR = 2
#: One word for what is done, and for what comes of it.
_SAME = {
    stem(word): stem(line[0])
    for line in (
        words.split()
        for words in (
            "sentence jail jailed imprison imprisoned sentenced prison term",
            "purchase buy buys bought buying acquire acquires acquired acquisition takeover deal",
            "debt owe owes owed owing debts",
            "gift give gives gave given donate donated donation bequest left leave legacy bequeathed",
            "loan lend lends lent borrow borrowed",
            "fine fined penalty",
            "ban banned suspended suspension barred",
            "investment invest invests invested",
            "salary earn earns earned wage pay",
            "price cost costs bill sold sale",
            "contract signed sign",
            "theft stole stolen haul loot",
            "journey trip travelled flight flew voyage",
        )
    )
    for word in line
}


@check("measure-comes-back", of=Article, about=[Kind.QUANTITY, Kind.DURATION, Kind.MONEY, Kind.COUNT])
def measure_comes_back(article: Article) -> Iterator[Verdict]:
    """A measure with "the" before a noun, and the only measure that a sentence before it gives of the same."""
    for second in article.mentions:
        if second.kind in _KINDS and (nouns := _nouns(second)) and (first := _meant(article, second, nouns)):
            yield Clash(
                (second.span, first.span),
                {"second": second.text, "first": first.text},
                repairs=(f"“{first.text}” both times", f"“{second.text}” both times"),
            )


def _nouns(mention: Mention) -> frozenset[str]:
    """The stems of the nouns before which a measure stands with "the"; none where it does not, or tells which is meant."""
    text = mention.document.text
    found = _NOUNS.match(text, mention.end)
    is_measure = mention.kind is not Kind.COUNT or _HYPHENED.search(mention.text)
    if (
        found is None
        or not is_measure
        or not _is_plain(mention)
        or not _THE.search(text, max(0, mention.start - 24), mention.start)
    ):
        return frozenset()
    ends = [
        found.end(1) if found[1] else found.end(2),
        *([found.end(3)] if found[3] and not _VERB.search(found[3]) else ()),
    ]
    for which in filter(None, (_TOLD_WHICH.match(text, end) for end in ends)):
        if not which["whose"] or (which["whose"] not in CAPITALISED and which["whose"] not in text[: mention.start]):
            return frozenset()
    return frozenset(_meaning(noun) for noun in found.groups() if noun and noun not in _NO_NOUNS)


def _meaning(word: str) -> str:
    found = stem(word)
    return _SAME.get(found, found)


def _is_plain(mention: Mention) -> bool:
    quantity = mention.exact
    return quantity is not None and quantity.value > 0


def _meant(article: Article, second: Mention, nouns: frozenset[str]) -> Mention | None:
    """The measure that the second comes back to, if it is another one."""
    text, sentence = article.document.text, sentence_at(article, second.start)
    at = article.sentences.index(sentence)
    if SPEAKS_OF_ANOTHER.search(sentence.text.replace(second.text, "")) or _is_told_elsewhere(article, second):
        return None
    for before in reversed(article.sentences[max(0, at - NEAR) : at]):
        if before.quotations or before.paragraph < sentence.paragraph - 1:
            return None
        alike = [one for one in mentions_in(article, before.start, before.end) if _measure_alike(one, second)]
        if not alike:
            continue
        first = alike[0]
        if len(alike) > 1 or not _is_plain(first) or not nouns & _meanings(before) or _has_more(article, first, before):
            return None
        known = set(NAMING.findall(text, 0, before.end))
        has_new_name = not known.issuperset(NAMING.findall(text, before.end, second.end))
        if has_new_name or _CHANGED.search(before.text) or _CHANGED.search(sentence.text):
            return None
        return first if _is_slip(first, second) else None
    return None


def _has_more(article: Article, first: Mention, sentence: Sentence) -> bool:
    """Whether a bare number behind it may measure the same of somebody else: "six years and his aide for four"."""
    return any(one.kind is Kind.NUMBER for one in mentions_in(article, first.end, sentence.end))


def _is_told_elsewhere(article: Article, second: Mention) -> bool:
    """Whether the article gives the same measure in another place."""
    return any(
        one is not second
        and one.kind is second.kind
        and one.quantity
        and second.quantity
        and one.quantity.printed == second.quantity.printed
        for one in article.mentions
    )


def _measure_alike(one: Mention, other: Mention) -> bool:
    return one.kind is other.kind and one.measure == other.measure


def _meanings(sentence: Sentence) -> frozenset[str]:
    return frozenset(_meaning(word.lower) for word in words_of(sentence))


def _is_slip(first: Mention, second: Mention) -> bool:
    one, two = first.quantity, second.quantity
    if one is None or two is None or one.value == two.value:
        return False
    # Before a noun a measure in one word is not rounded: it says which thing is meant.
    is_rounded = first.kind is not Kind.COUNT and not _HYPHENED.search(second.text)
    if is_rounded and agree(one, two).verdict is Fit.SAME:
        return False
    low, high = sorted((one.value, two.value))
    return high <= low * SLIP or high / low in SCALES
