"""The groups into which a sample was split: "forty-eight volunteers … a sleep group of 26 and a control group of 24"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import ASKED
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import exact_numbers, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Mention, Quantity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What a trial is made with, besides people who are asked.
_SUBJECTS = ASKED | frozenset(
    "volunteer mouse rat monkey pig plant plot dog cow sheep chick fish man woman boy girl baby infant runner nurse smoker".split()
)
_N = regex(r"\b[Nn] ?= ?$")
#: That everybody was put into one group.
_SPLIT = regex(
    r"\b(?:split|divided?|assign\w*|randomi[sz]ed|(?:at )?random(?:ly)?|allocated|drew lots|by lot|groups? of|arms?|placebo|controls?|sham|untreated|(?:wet|dry|first|second|drug|test|treatment|study|\w+ing) group"
    r"|were (?:given|used|enrolled|recruited|put)|got the|received|took part|nobody dropped out|no one dropped out|all stayed)\b"
)
#: That groups overlap, or that others come on top.
_OVERLAP = regex(
    r"\b(?:both|overlap\w*|also|others?|either|more|another|each|per|twice|cross-?over|again|at least|of (?:them|these|those)|later|then|waiting list|previous\w*|earlier"
    r"|if|would|could|survey|poll|including|said|died|among)\b"
)
#: A group is no smaller a share of its sample, and groups are no more than so much more than it: other figures are of something else.
_LEAST, _MOST = 12, 1.5
#: As many groups a trial has.
_FEWEST, _GROUPS = 2, 6


@check(
    "arms",
    of=Article,
    told_by=[
        "n",
        "participants",
        "volunteers",
        "patients",
        "random",
        "randomly",
        "lots",
        "placebo",
        "control",
        "groups",
        "assigned",
        "split",
        "divided",
    ],
)
def arms(article: Article) -> Iterator[Verdict]:
    """The groups of each sample that a sentence or two split, and whether they are more than it."""
    numbers = list(exact_numbers(article))
    for at, (mention, quantity) in enumerate(numbers):
        text = article.document.text
        is_n = _N.search(text, max(0, mention.start - 5), mention.start) is not None
        if not (is_n or _is_of_subjects(quantity)) or quantity.value < _LEAST:
            continue
        sentence = sentence_at(article, mention.start)
        after = next(
            (one for one in article.sentences if one.start >= sentence.end and one.paragraph == sentence.paragraph),
            sentence,
        )
        for end in dict.fromkeys((sentence.end, after.end)):
            if not _SPLIT.search(text, sentence.start, end) or _OVERLAP.search(text, sentence.start, end):
                continue
            parts = [
                (one, amount) for one, amount in numbers[at + 1 :] if one.start < end and _may_be_part(amount, quantity)
            ]
            if _FEWEST <= len(parts) <= _GROUPS:
                yield from _total_and_arms(mention, quantity, parts)
                break


def _is_of_subjects(quantity: Quantity) -> bool:
    return quantity.noun in _SUBJECTS


def _may_be_part(part: Quantity, total: Quantity) -> bool:
    """Whether a number may count a group of the sample."""
    of_subjects = not part.unit or part.unit == total.unit or _is_of_subjects(part) or part.noun == "person"
    return of_subjects and part.value < total.value <= part.value * _LEAST


def _total_and_arms(mention: Mention, total: Quantity, parts: Sequence[tuple[Mention, Quantity]]) -> Iterator[Verdict]:
    if any(total.value == sum(amount.value for _, amount in parts[:many]) for many in range(_FEWEST, len(parts))):
        return  # what is told behind all of them is what became of them
    added = sum(int(part.value) for _, part in parts)
    spans = (mention.span, *(one.span for one, _ in parts))
    working = f"{' + '.join(number_in_words(part.value) for _, part in parts)} = {added}"
    if added == total.value:
        yield Accord(spans, working)
    elif total.value < added < float(total.value) * _MOST:
        yield Clash(spans, {"total": mention.text}, working)
