"""Patterns read skeletons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.judge.formulas.grammar import pattern
from factcheck.judge.formulas.parsing import PatternError
from factcheck.judge.formulas.skeleton import Skeleton, joined, skeleton
from factcheck.model import Document
from factcheck.pipeline import extract
from factcheck.read import segment
from factcheck.rulebook import default_rulebook
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.judge.formulas.readings import Reading
    from factcheck.judge.rules import Rule


def skeleton_of(text: str) -> Skeleton:
    """The skeleton of a text of one sentence, or of the first two of more."""
    document = Document("draft", text, date(2022, 10, 5))
    mentions = extract(document)
    sentences = [
        (sentence, [mention for mention in mentions if sentence.start <= mention.start < sentence.end])
        for sentence in segment(document)
    ]
    if len(sentences) == 1:
        return skeleton(*sentences[0])
    return joined(skeleton(*sentences[0]), skeleton(*sentences[1]))


def filled(reading: Reading) -> dict[str, object]:
    return {
        slot.name: [member.text if member else "one" for member in members]
        if slot.is_list
        else members[0] and members[0].text
        for slot, members in reading.filled
    }


READS = {
    ("rose [by] {change:percentage} to {new:amount} from {old:amount}", "Sales rose 25% to 1,000, from 900."): {
        "change": "25%",
        "new": "1,000",
        "old": "900",
    },
    ("<rise> ... to {new:amount}", "Sales had jumped in a single year to 1,000."): {"new": "1,000"},
    ("(fell|sank to) {new:amount}", "It sank to 12."): {"new": "12"},
    (
        "{total:count} ... : {parts:count+} .",
        "It killed nine people: four residents, three firefighters and a guard.",
    ): {
        "total": "nine people",
        "parts": ["four residents", "three firefighters", "one"],
    },
    (r"{a:quantity} \( {b:quantity} \)", "It is 90 km (55 miles) away."): {"a": "90 km", "b": "55 miles"},
    # Who says so, and when, is passed over.
    ("killed {total:count} .", "It killed nine people, officials said on Monday."): {"total": "nine people"},
    ("killed {total:count} .", "It killed nine people, said the mayor of Marlow."): {"total": "nine people"},
    ("killed {total:count} .", "It killed nine people, according to two witnesses."): {"total": "nine people"},
    # So is what adds nothing.
    ("^ it has {new:count} left .", "But it has also just 12 buses left, of course."): {"new": "12 buses"},
    ("^ it has fallen to {new:count} .", "In fact, it has already fallen to a mere 12 buses."): {"new": "12 buses"},
    ("carried only {n:count}", "They carried only 40 people."): {"n": "40 people"},
    ("it killed {total:count} .", "It, the mayor told reporters, killed nine people."): {"total": "nine people"},
    (
        "killed {total:count} , {parts:count+} .",
        "It killed nine people, she said, four residents and five guests.",
    ): {"total": "nine people", "parts": ["four residents", "five guests"]},
    (
        "{base:count} // that number fell to {share:percentage}",
        "It had 40,000 people once. Then that number fell to 90%.",
    ): {
        "base": "40,000 people",
        "share": "90%",
    },
    ("{bound:hedged count} , {exact:exact count}", "More than 500 people, 480 in all, signed."): {
        "bound": "More than 500 people",
        "exact": "480",
    },
    ("{a:year|day} to {b:year}", "It ran from 1990 to 2005."): {"a": "1990", "b": "2005"},
    ("to {money} from {old:money}", "It rose to $5m from $4m."): {"old": "$4m"},
    ("fell to {share:percentage} !of", "It fell to 90%, he said."): {"share": "90%"},
    ("born in {birth:year} & died in {death:year}", "She died in 2010 and was born in 1950."): {
        "birth": "1950",
        "death": "2010",
    },
    ("@founded & in {when:year}", "In 1988 it moved to Oslo, and was founded in 1950."): {
        "start": "1950",
        "when": "1988",
    },
    ("the {it:word} rose {by:money} & the {it:word} fell {cut:money}", "The fee rose £5 and the fee fell £3."): {
        "by": "£5",
        "cut": "£3",
    },
    ("{n:count} + at {price:money} + raised {total:money}", "At £12 each it raised £480 with forty tickets."): {
        "n": "forty tickets",
        "price": "£12",
        "total": "£480",
    },
    ("{n:things} ++ {price:money} each ++ {total:money}", "They sold 30 books. At £5 each that made £90."): {
        "n": "30 books",
        "price": "£5",
        "total": "£90",
    },
    ("{total:things} in all + {parts:count*} + !about", "Six cows and nine pigs, 14 animals in all, died."): {
        "total": "14 animals",
        "parts": ["Six cows", "nine pigs"],
    },
    ("{total:things} ++ ¶ {first:bare} ++ {parts:bare*}", "It has 15 boats. Nine float, four sank, two burned."): {
        "total": "15 boats",
        "first": "Nine",
        "parts": ["four", "two"],
    },
    # Where a sentence begins, this one or the next.
    ("^ [the] {what:word} rose {by:percentage} ++ ^ {more:count}", "Rents rose 4%. Nine people left."): {
        "by": "4%",
        "more": "Nine people",
    },
    ("rose {by:percentage} in {when:date} !from", "It rose 4% in March."): {"by": "4%", "when": "March"},
    ("rose {by:percentage} !{date}", "It rose 4% to 12 in March."): {"by": "4%"},
    # What one part has read is gone for the next, which looks further on.
    ("at {each:sum} & {total:sum} & {many:whole}", "At £5 she sold 12 books and made £60."): {
        "each": "£5",
        "total": "£60",
        "many": "12 books",
    },
    ("the pound at {rate:sum} & {a:sum} ... {b:sum}", "With the pound at $2, £5 is $10."): {
        "rate": "$2",
        "a": "£5",
        "b": "$10",
    },
    # Kinds that are told apart by what they measure, or by what they are "per".
    ("{way:length} & {at:speed} & {field:area}", "At 60 mph it crossed 20 km of a park of 90 sq km."): {
        "way": "20 km",
        "at": "60 mph",
        "field": "90 sq km",
    },
    (
        "{pay:sum} & {fare:price} & {load:rate} & {part:fraction}",
        "One in three of 60 visitors a day pays £4 a ticket or £9.",
    ): {
        "pay": "£9",
        "fare": "£4 a ticket",
        "load": "60 visitors a day",
        "part": "One in three",
    },
    ("{ago:ago} , in {when:year}", "Ten years ago, in 2010, it closed."): {"ago": "Ten years ago", "when": "2010"},
}


@pytest.mark.parametrize(("source", "text", "slots"), [(*key, slots) for key, slots in READS.items()])
def test_a_pattern_reads_what_it_is_written_like(source: str, text: str, slots: dict[str, object]) -> None:
    assert [filled(reading) for reading in pattern(source).read(skeleton_of(text))] == [slots]


SILENT = [
    ("{share:percentage} .", "Of those asked, 38%, said they would leave."),
    ("killed {total:count} .", "It killed nine people, and police said that may rise."),
    ("rose {change:percentage}", "Sales rose again by 25%."),
    ("rose ...2 {change:percentage}", "Sales rose once or twice by some 25%."),
    ("rose ... {change:percentage}", "Sales rose after 40 strikes by 25%."),
    ("fell to {share:percentage} !of", "It fell to 90% of the old level."),
    ("!(more than|nearly) doubled to {new:amount}", "It more than doubled to 90."),
    ("!nearly doubled to {new:amount}", "It nearly doubled to 90."),
    ("{a:exact count} came", "About 30 people came."),
    ("{total:count} : {parts:count+}", "Nine people: four residents, three firefighters."),
    ("{a:money} came", "Nine people came."),
    ("born in {birth:year} & died in {death:year}", "Born in 1950, he died in 2010, as she died in 2011."),
    ("born in {birth:year} & in {when:year}", "He was born in 1950."),
    ("the {it:word} rose {by:money} & the {it:word} fell {cut:money}", "The fee rose £5 and the tax fell £3."),
    ("the {it:word} rose {by:money} to the {it:word}", "The fee rose £5 to the tax."),
    ("{n:count} + at {price:money}", "Forty tickets at £12 raised £480."),
    ("{n:count} + at {price:money}", "They sold 30 books. It was £5."),
    ("{n:count} + at {price:money} + !among", "Among them were forty tickets at £12."),
    ("{total:things} in all + {parts:count*}", "Six cows, 14 animals in all, died."),
    ("{total:things} in all + {parts:count*}", "Six cows and £9, 14 animals in all."),
    ("{n:count} + at {price:money}", "At £12 they sold 1 2 3 4 5 6 7 8 9."),
    ("rose {by:percentage} !{date}", "It rose 4% last year."),
    ("{it:word} came with {a:money}", "He came with £5."),
]


@pytest.mark.parametrize(("source", "text"), SILENT)
def test_a_pattern_reads_nothing_else(source: str, text: str) -> None:
    assert not list(pattern(source).read(skeleton_of(text)))


REFUSED = {
    "rose {change:percents}": "no slot is of kind 'percents'",
    "<lift> {new:amount}": "no class of words is called <lift>",
    "(rose {new:amount}": "without its",
    "rose) {new:amount}": "closes nothing",
    "rose by much": "no slot",
    "rose {new}": "no slot is of kind 'new'",
    "rose {9}": "is no slot",
    "rose {new:amount} <": "a stray",
    "rose {count+} to {new:amount}": "a list needs a name",
    "{total:counts*} + in all": "no slot is of kind 'counts'",
    "{all:count*} + {rest:money*}": "two that take the rest",
    "in all + together": "no slot",
    "@foundedd & in {when:year}": "no phrase is called @foundedd",
}


@pytest.mark.parametrize(("source", "problem"), REFUSED.items())
def test_a_pattern_that_cannot_be_read_says_why(source: str, problem: str) -> None:
    with pytest.raises(PatternError, match=problem):
        pattern(source)


def test_where_nothing_else_may_be_counted_every_way_to_read_it_is_read() -> None:
    readings = pattern("{a:money} + {b:money} + {n:count}").read(skeleton_of("He paid £5 and £7 for two."))
    assert [(filled(one)["a"], filled(one)["b"]) for one in readings] == [("£5", "£7"), ("£7", "£5")]


def test_a_pattern_names_the_rarest_of_what_it_needs_first() -> None:
    needs = pattern("of the {base:count} , {part:count} were children").demand.needs
    assert needs[0] == {"children"}


@pytest.mark.parametrize("unit", ["1, ", "a 1 and ", "1: ", "rose 1 to "])
def test_no_text_makes_a_pattern_slow(unit: str) -> None:
    sources = ["{total:count} ... : {parts:count+} .", "{parts:count+} in all", "rose ...9 {a:count} // {b:count} end"]

    def work(size: int) -> Callable[[], object]:
        read = skeleton_of(unit * size + "end.")
        return lambda: [list(pattern(source).read(read)) for source in sources]

    assert growth(work, 500) < MOST


def test_letters_of_private_planes_in_a_text_are_no_mentions() -> None:
    assert not list(pattern("{a:count} {b:count}").read(skeleton_of("\ue000\U000f0000 \ue000\U000f0000 12 came.")))


def told(readings: Iterable[Reading]) -> list[tuple[object, ...]]:
    return [(reading.end, reading.filled, reading.named) for reading in readings]


@pytest.mark.parametrize("rule", default_rulebook().rules, ids=lambda rule: rule.name)
def test_looking_only_where_a_reading_may_begin_misses_none(rule: Rule) -> None:
    patterns = [
        one for requirement in rule.requirements for whole in requirement.patterns for one in (whole, *whole.parts)
    ]
    texts = [passage.text for example in rule.examples for passage in example.passages] if patterns else []
    for text in (text for text in texts if len(segment(Document("draft", text))) in (1, 2)):
        skeleton = skeleton_of(text)
        for one in patterns:
            assert told(one.read(skeleton)) == told(replace(one, begins="").read(skeleton)), one.source


def test_a_pattern_may_begin_with_what_follows_a_part_that_may_be_left_out() -> None:
    begins = pattern("[the|a] (<fall>|drop [off]) of {change:percentage}").begins.split()
    assert {"the", "a", "drop", "fell"} <= set(begins)
    assert "off" not in begins
    assert not pattern("... of {change:percentage}").begins
