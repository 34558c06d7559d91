"""Two ages of somebody without a name: "a woman aged 83 was robbed … the victim, who is 88"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.lives.aged import BIRTHDAY
from factcheck.judge.checks.parts import sentence_at, sentence_number
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Role, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Whoever was harmed may be spoken of so afterwards.
_VICTIMS = frozenset("victim casualty patient deceased".split())
_NOUNS = (
    *WORD_CLASSES["person"],
    *_VICTIMS,
    *"youth youngster schoolboy schoolgirl lorry trucker motorcyclist rider biker accused defendant".split(),
)
_NOUN = rf"(?P<noun>{any_of(_NOUNS)})"
#: "a 17-year-old Leeds boy", and not "a 17-year-old boy's mother".
_BEHIND = regex(rf" (?:[\w-]+ ){{0,2}}?{_NOUN}\b(?!['’])")
_DETERMINER = regex(r"\b(?P<which>[Tt]he|[Aa]n?) (?:now )?(?:[a-z-]+, )?$")
#: "a boy from Hull, 17,", "the victim, who is 88", "the driver, aged 45".
_BEFORE = regex(
    rf"\b(?P<which>[Tt]he|[Aa]n?) (?:[a-z-]+ ){{0,2}}?{_NOUN}(?: (?:from|of|in) [A-Z][\w-]+)?(?:, | | of )(?:(?:who is|who['’]s|now|aged) )?(?:aged )?$"
)
_ENDS = regex(r"[,.;)]|$| (?:was|is|has|had|from|of|who|died|lost|suffered|said|told|were|and)\b")
#: An age at another time, or that of one of several.
_OTHERWISE = regex(
    r"\b(?:when|was (?:just |only )?\d|then (?:aged|an?|\d)|turned|at the time|would have been|ago|both|respectively)\b"
)
_HARMED = regex(
    r"\b(?:was|were|been) (?:\w+ ){0,2}?(?:robbed|attacked|killed|hit|struck|stabbed|shot|raped|mugged|beaten|injured|hurt|knocked|assaulted|bitten|run over|rescued|pulled|airlifted|taken to hospital|found dead|wounded|trapped)\b"
    r"|\b(?:died|drowned|fell)\b"
)
#: "The driver of the lorry" is told from another one.
_TELLS_APART = regex(r" (?:of|who|from|in|with|that|whose|on|at)\b|, who\b")
_ACCUSED = regex(r"\b(?:accused|charged|arrested|suspect|suspected|suspicion|held|custody|wanted)\b")
#: The last telling stands so many sentences behind the first at most.
_FAR = 6


class Aged(NamedTuple):
    """The age of somebody who is known by a noun, and whether that noun brings somebody new."""

    mention: Mention
    noun: str
    is_new: bool


@check("two-ages-of-a-role", of=Article, about=[Kind.AGE])
def two_ages_of_a_role(article: Article) -> Iterator[Verdict]:
    """Two ages of the only driver, boy or victim of whom an article speaks."""
    aged = [one for mention in article.mentions if (one := _aged(article, mention))]
    for at, other in enumerate(aged[1:], start=1):
        before = [one for one in aged[:at] if _is_the_same(article, one, other)]
        if len(before) == 1 and not other.is_new and _is_alone(article, before[0], other):
            yield _two_ages(before[0].mention, other.mention)


def _aged(article: Article, mention: Mention) -> Aged | None:
    quantity, text = mention.exact, mention.document.text
    if quantity is None or not 1 <= quantity.value < 120:
        return None
    sentence = sentence_at(article, mention.start)
    if sentence.role is not Role.BODY or sentence.quotations:
        return None
    before = text[max(sentence.start, mention.start - 60) : mention.start]
    if mention.kind is Kind.AGE and mention.text.endswith("old") and quantity.unit == "year":
        return _before_noun(mention, before, sentence)
    is_bare = mention.kind is Kind.NUMBER and mention.text.isdigit() and len(mention.text) < 3
    is_age = is_bare or (mention.kind is Kind.AGE and quantity.unit == "year")
    return _behind_noun(mention, before) if is_age else None


def _before_noun(mention: Mention, before: str, sentence: Sentence) -> Aged | None:
    """The age of "a 17-year-old boy"."""
    text = mention.document.text
    determiner, noun = _DETERMINER.search(before), _BEHIND.match(text, mention.end, sentence.end)
    if determiner is None or noun is None:
        return None
    is_new = determiner["which"].lower() != "the"
    is_plain = noun.start("noun") == mention.end + 1 and determiner[0].lower().strip() == "the"
    is_one_of = not is_new and (not is_plain or _TELLS_APART.match(text, noun.end()))
    return None if is_one_of else Aged(mention, noun["noun"], is_new)


def _behind_noun(mention: Mention, before: str) -> Aged | None:
    """The age of "the boy, 14,"."""
    text, found = mention.document.text, _BEFORE.search(before)
    if found is None or not _ENDS.match(text, mention.end):
        return None
    is_new = found["which"].lower() != "the"
    is_plain = found[0].lower().startswith(f"the {found['noun']}")
    is_one_of = not is_new and (not is_plain or text.startswith(", who", mention.end))
    return None if is_one_of else Aged(mention, found["noun"], is_new)


def _is_the_same(article: Article, one: Aged, other: Aged) -> bool:
    """Whether a noun may speak of whoever was told of before: the same noun, or the victim of what befell that person."""
    far = sentence_number(article, other.mention.start) - sentence_number(article, one.mention.start)
    if not 0 <= far <= _FAR:
        return False
    sentence = sentence_at(article, one.mention.start)
    is_victim = other.noun in _VICTIMS and one.is_new and _HARMED.search(sentence.text) is not None
    return one.noun == other.noun or is_victim


def _is_alone(article: Article, one: Aged, other: Aged) -> bool:
    """Whether nobody else is called so, and no other time is told."""
    text = article.document.text
    plural = any_of({_plural(one.noun), _plural(other.noun)})
    first, last = sentence_at(article, one.mention.start), sentence_at(article, other.mention.start)
    several = rf"\b(?:{plural})\b|\b(?:another|other|second|third|first|elder|older|younger|fellow|each) (?:[\w-]+ )?(?:{one.noun}|{other.noun})\b"
    if regex(several).search(text) or any(_OTHERWISE.search(each.text) for each in (first, last)):
        return False
    if (bool(_HARMED.search(first.text)) and _ACCUSED.search(last.text)) or (
        bool(_ACCUSED.search(first.text)) and _HARMED.search(last.text)
    ):
        return False
    return len(regex(rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}?{one.noun}\b").findall(text)) <= 1


def _plural(noun: str) -> str:
    return (
        noun.replace("man", "men")
        if noun.endswith("man")
        else noun[:-1] + "ies"
        if noun.endswith("y") and noun != "boy"
        else noun + "s"
    )


def _two_ages(one: Mention, other: Mention) -> Verdict:
    spans = (one.span, other.span)
    years = abs(one.quantity.value - other.quantity.value) if one.quantity and other.quantity else 0
    if years > BIRTHDAY:
        return Clash(spans, arithmetic=f"{years} years apart")
    return Accord(spans, f"{one.text} and {other.text} fit")
