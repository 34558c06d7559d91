"""How old a headline says that somebody is, held against the text under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.judge.checks import check
from factcheck.judge.checks.lives.aged import BIRTHDAY
from factcheck.judge.checks.parts import BODY, HEADLINE, mentions_in, parts
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Mention, Sentence

#: Who has the age: "Man, 45, stabbed", "a 45-year-old man", "a man aged 45".
_WHO = rf"(?P<who>{'|'.join(WORD_CLASSES['person'])})"
_BEFORE = regex(rf"\b{_WHO}(?:,? aged |, | \()$")
_BEHIND = regex(rf"[ -]{_WHO}\b")
#: "Dies aged 88", "died at the age of 87": the age at death is one, and has no birthday after it.
_DEATH, THE_DEAD = regex(r"\b(?:dies|died|dead|passed away),? (?:aged |at (?:the age of |age )?)?$"), "the dead"
#: How many sentences of the text tell whom the headline is about.
LEAD = 3


@check("headline-age", of=Article, about=[Kind.AGE])
def headline_age(article: Article) -> Iterator[Verdict]:
    """The age of the only such person of a headline, where the lead gives the only such person another one."""
    told = parts(article)
    above = [one for part, sentence in told if part == HEADLINE for one in aged(sentence, article)]
    if len(above) != 1:
        return
    body = [sentence for part, sentence in told if part == BODY]
    ((who, mention),) = above
    rivals = [other for sentence in body[:LEAD] for whom, other in aged(sentence, article) if whom == who]
    told_again = (other for other in article.mentions if other.start > mention.end)
    same = next((other for other in told_again if _agree(mention, other, 0 if who == THE_DEAD else BIRTHDAY)), None)
    if same is not None:
        yield Accord((mention.span, same.span), f"both are {same.text}")
    elif len(rivals) == 1:
        yield Clash(
            (mention.span, rivals[0].span),
            {"headline": mention.text, "text": rivals[0].text},
            repairs=(f"“{rivals[0].text}” in the headline", f"“{mention.text}” in the text"),
        )


def aged(sentence: Sentence, article: Article) -> Iterator[tuple[str, Mention]]:
    """Each person of a sentence with an age in years."""
    text = sentence.document.text
    for mention in mentions_in(article, sentence.start, sentence.end):
        quantity = mention.quantity
        if mention.kind is Kind.AGE and quantity and quantity.unit == "year" and quantity.bound is Bound.EXACT:
            before = text[sentence.start : mention.start].lower()
            found = _BEFORE.search(before) or _BEHIND.match(text, mention.end, sentence.end)
            if _DEATH.search(before):  # whoever has died, unless it is said whose relative that is
                if RELATIVES.isdisjoint(before.replace(",", " ").split()):
                    yield THE_DEAD, mention
            elif found:
                yield found["who"], mention


def _agree(one: Mention, other: Mention, apart: int) -> bool:
    """Whether a mention may be the same age, with so many birthdays between."""
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and abs(a.value - b.value) <= apart
