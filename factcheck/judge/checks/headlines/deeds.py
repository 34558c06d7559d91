"""What a sentence counts by the word beside the number, whatever word it is: "buries 12", "15 people were buried"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.attach.fates import FATES
from factcheck.attach.words import words_of
from factcheck.judge.checks.headlines.tolls import Told
from factcheck.judge.checks.parts import mentions_in
from factcheck.model import Article, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.attach.words import Word
    from factcheck.model import Mention, Sentence

#: How many words that say nothing may stand between a number and what was done: "15 people were being buried".
BETWEEN = 3


def deeds(sentence: Sentence, article: Article) -> Iterator[Told]:
    """The numbers of people, and the bare ones, once for the stem of the word on either side, if it is no fate (`tolls`)."""
    counted = [mention for mention in mentions_in(article, sentence.start, sentence.end) if _is_of_people(mention)]
    words = words_of(sentence) if counted else []
    starts = [word.start for word in words]
    for mention in counted:
        before = words[: bisect_left(starts, mention.start)][::-1]
        behind = words[bisect_left(starts, mention.end) :]
        assert mention.quantity is not None  # noqa: S101 - `_is_of_people` looked
        quantity = mention.quantity
        told = Told(mention.span, quantity.value, quantity.bound, quantity.step, sentence)
        for deed in sorted({_first_telling(before), _first_telling(behind)} - {"", *FATES}):
            yield replace(told, fate=deed)


def _is_of_people(mention: Mention) -> bool:
    """Whether a mention counts people, or says only how many."""
    quantity = mention.single
    if quantity is None or quantity.is_range:
        return False
    return mention.kind is Kind.NUMBER or (mention.kind is Kind.COUNT and quantity.unit == "person")


def _first_telling(words: Sequence[Word]) -> str:
    """The stem of the first word that says something, or nothing where it is not near."""
    word = next((word for word in words[:BETWEEN] if not word.empty), None)
    return word.stem if word else ""
