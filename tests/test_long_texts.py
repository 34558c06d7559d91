"""Texts without an end of what the rules look for: every step, and every check by itself, takes as long for each letter as for short ones."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache, partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck import Document
from factcheck.align import align
from factcheck.facts import known_facts
from factcheck.judge.checks import Signs, gates, named_checks
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.formulas.sentences import sentence_verdicts
from factcheck.judge.verdicts import Accord, Verdict
from factcheck.pipeline import understand
from factcheck.rulebook import default_rulebook
from tests.growth import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.model import Article

#: How long a sentence and a paragraph are, in letters, and into how many pieces each is cut to be compared with.
SENTENCE, PARAGRAPH, PIECES = 80_000, 40_000, 4
#: The whole may take so many times as long as its pieces together; a square takes four times as long.
MOST = 3
#: What takes less than this for the whole, in seconds, is not worth a look: a few things are held against all others.
QUICK = 0.15


@cache
def said() -> str:
    """What the examples of all rules say, in an order that puts unlike things beside each other."""
    passages = [
        " ".join(passage.text.split())
        for rule in default_rulebook().rules
        for example in rule.examples
        for passage in example.passages
    ]
    Random(7).shuffle(passages)  # noqa: S311 - nothing is to be kept secret
    return " ".join(passages)


def one_sentence() -> str:
    """A sentence that does not end."""
    runs_on = str.maketrans(dict.fromkeys(".!?…", ",") | dict.fromkeys('“”"', ""))
    return said().translate(runs_on)[:SENTENCE]


def one_paragraph() -> str:
    """Sentences without a break between them."""
    return said()[:PARAGRAPH]


def read(text: str, name: str) -> Article:
    return understand(Document(name, text, date(2019, 5, 17)))


def steps(article: Article) -> Iterator[tuple[str, Callable[[], object]]]:
    """Whatever is asked of an article, by name."""
    yield "understand", partial(understand, article.document)
    yield "align", partial(align, (article, *known_facts()))
    yield "formulas", lambda: list(sentence_verdicts(article, default_rulebook()))
    opened = gates().opened_by(Signs.of(article))
    for name, check in named_checks().items():
        if name in opened:
            yield name, partial(_every, check.decide, article)
        elif check.of is tuple and check.may_compare((article,)):
            yield name, partial(_every, check.decide, (article,))


def _every(decide: Callable[[object], Iterable[object]], noun: object) -> None:
    for _ in decide(noun):
        pass


def taken(text: str, name: str) -> dict[str, float]:
    """How long each step takes on a text; a new name makes it a new one, for what is remembered of one is of no use for the next."""
    return {step: seconds(work) for step, work in steps(read(text, name))}


def grown(text: str, name: str) -> dict[str, str]:
    """What takes far longer for a text than for its pieces."""
    size = len(text) // PIECES
    pieces = Counter[str]()
    for at in range(PIECES):
        pieces.update(taken(text[at * size : (at + 1) * size], f"{name} {at}"))
    return {
        step: f"{pieces[step]:.3f} s in pieces, {whole:.3f} s"
        for step, whole in taken(text, name).items()
        if whole > max(QUICK, MOST * pieces[step])
    }


@pytest.mark.parametrize("written", [one_sentence, one_paragraph])
def test_no_step_and_no_check_takes_longer_for_each_letter_of_a_long_text(written: Callable[[], str]) -> None:
    text = written()
    taken(text[: len(text) // PIECES], "expressions are compiled")
    if slow := grown(text, "first"):  # or other programs ran on the machine
        again = grown(text, "again")
        slow = {step: again[step] for step in slow if step in again}
    assert not slow


def test_a_check_that_looks_through_its_sentence_for_each_mention_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def looks_around(article: Article) -> Iterator[Verdict]:
        for mention in article.mentions:
            sentence = sentence_at(article, mention.start)
            if "no such word".join(sentence.text.lower()) == "":
                yield Accord((mention.span,), "")

    monkeypatch.setitem(vars(named_checks()["physical-limit"]), "decide", looks_around)
    text = one_sentence()
    assert any("physical-limit" in grown(text, f"careless {turn}") for turn in range(3))
