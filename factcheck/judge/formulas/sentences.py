"""What single sentences say, held against the formulas of the rules."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from factcheck.attach.voices import are_two, speaker
from factcheck.judge.formulas.arithmetic import is_share
from factcheck.judge.formulas.formula import PUBLISHED, TIMES_TOLD
from factcheck.judge.formulas.passages import Told, as_one, fitting, passages
from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.formulas.skeleton import NEXT_SENTENCE, Skeleton
from factcheck.judge.formulas.values import (
    Undecidable,
    Value,
    Values,
    as_fine_as,
    as_level,
    moment,
    number,
    value_of,
    with_cents_of_euros,
)
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Kind, Sentence, Severity
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.judge.filing import Entry, Filing
    from factcheck.judge.formulas.anywhere import FarReading
    from factcheck.judge.formulas.readings import Reading
    from factcheck.judge.rules import Requirement, Rule, Rulebook
    from factcheck.model import Article, Mention

#: Between what has parts and the first of them.
_OPENS_A_LIST = regex(r"[:(–—]")
#: Words after which a number is not the author's own: what was read is taken back or never held.
TAKEN_BACK = frozenset("not n't denied denies wrongly incorrectly mistakenly erroneously corrected instead".split())
#: What says "not" and takes nothing back.
_NOT_DENIED = regex(r"\bnot (?=only |know |sure )|\bnot (?:[^\s.;]+ ){1,6}until\b")
#: What makes another matter of a sentence behind the first, so that its amounts are not of what the first tells.
_OF_ANOTHER = regex(
    rf"{NEXT_SENTENCE}[^{NEXT_SENTENCE}]* (?:next (?!day|week|month|year|morning)|neighbou?ring |nearby |elsewhere |rivals? |whereas |meanwhile |by contrast |in contrast |unlike |around it )"
    rf"|{NEXT_SENTENCE} (?:his|her|their) (?:sister|brother|wife|husband|partner|father|mother|son|daughter)s? "
    rf"|{NEXT_SENTENCE} (?:“ )?(?:on|in|at) (?!average|all |total |the (?:end|whole|day|night|year|season|first|second|past|last)\b|that |this |these |those |its |their |a |each |every |other words|return |effect |fact )[a-z]"
)
#: The slots for levels, and what stands right before an amount by which something changed.
_LEVELS, _BY_WHICH = frozenset({"old", "new"}), (" up ", " down ")
_MORE_THAN = (" more than ", " fewer than ", " less than ", " higher than ", " lower than ")
_TIMES = frozenset({Kind.DATE, Kind.TIME, Kind.SET, Kind.ORDINAL})
#: Slots for levels of one thing, and for the change from one to the other.
_OF_ONE_THING = (("old", "new"), ("new", "old"), ("change", "new"), ("old", "change"), ("new", "change"))
#: A longer sentence is a list or a table that lost its lines, and no pattern is about it.
LONGEST = 4000
#: Of three amounts that go together so many tell which the third is.
_TWO = 2


def sentence_verdicts(article: Article, rulebook: Rulebook) -> Iterator[tuple[Rule, Verdict]]:
    """What the rules' patterns read in an article's sentences, and whether it adds up."""
    filing = rulebook.filing
    published = article.document.published
    told: list[Told] = []
    settled_before: _Settled = []
    for two, passage in passages(_of_readable_length(article), filing):
        here = two[-1]
        told.append(here)
        settled: _Settled = []
        alone, across = fitting([here], Reach.SENTENCE, filing), fitting(two, Reach.NEXT, filing)
        around = _Around([mention for one in passage for mention in one.skeleton.mentions] if alone or across else ())
        if alone:
            yield from _read(here.skeleton, alone, published, settled, around)
        # Joining is dear, so it waits for a pattern that may read what is joined.
        if across:
            yield from _unless_of_two_voices(_read(as_one(two), across, published, settled, around), two)
        settled_before += settled
        if across := fitting(passage, Reach.PASSAGE, filing):
            far = _read(as_one(passage), across, published, settled_before, _Around(article.mentions, is_passage=True))
            yield from _unless_of_two_voices(far, passage)
    yield from _read_anywhere(told, filing, published)


def _unless_of_two_voices(
    told: Iterable[tuple[Rule, Verdict]], passage: Sequence[Told]
) -> Iterator[tuple[Rule, Verdict]]:
    """What was told, without what two say against each other, in a sentence each: "police said", "organisers said"."""
    for rule, verdict in told:
        if not isinstance(verdict, Clash) or not _have_two_voices(verdict, passage):
            yield rule, verdict


def _have_two_voices(wrong: Clash, passage: Sequence[Told]) -> bool:
    """Whether one is said to have said one of the figures that clash, and another another."""
    sentences = [one.sentence for one in passage]
    told = [one for one in sentences if any(one.start <= span.start < one.end for span in wrong.spans)]
    said = [who for one in told if (who := speaker(one))]
    return any(are_two(one, other) for one, other in combinations(said, 2))


def _read_anywhere(told: list[Told], filing: Filing, published: date | None) -> Iterator[tuple[Rule, Verdict]]:
    """What the patterns make of an article whose parts may stand anywhere in it, where nothing in it explains otherwise."""
    skeletons = [one.skeleton for one in told]
    for entry in fitting(told, Reach.ARTICLE, filing) if told else ():
        from factcheck.judge.formulas.anywhere import far_readings  # noqa: PLC0415 - few articles have all the words

        for far in far_readings(entry.pattern, skeletons, entry.rule.unless):
            verdicts = [_asserted(reading, entry.requirement, published) for reading in far.told]
            right = next((verdict for verdict in verdicts if isinstance(verdict, Accord)), None)
            wrong = next((verdict for verdict in verdicts if isinstance(verdict, Clash)), None)
            if right is not None:
                yield entry.rule, right
            elif wrong is not None and not _is_explained(far, entry.requirement, published):
                # That what is told in two places belongs together is a guess.
                yield entry.rule, replace(wrong, guesses=wrong.guesses + 1)


def _is_explained(far: FarReading, requirement: Requirement, published: date | None) -> bool:
    return any(isinstance(_verdict(reading, requirement, published), Accord) for reading in far.conceivable())


class _Around(NamedTuple):
    """The mentions beside what is read, and whether it is read in a passage, whose sentences need not be of one thing."""

    mentions: Sequence[Mention]
    is_passage: bool = False


#: Which mentions a sentence was found to be wrong or right about.
_Settled = list[tuple[bool, frozenset[int]]]


def _read(
    text: Skeleton,
    entries: Iterable[Entry],
    published: date | None,
    settled: _Settled,
    around: _Around,
) -> Iterator[tuple[Rule, Verdict]]:
    """What the patterns make of a skeleton; of the ways to read it where nothing else is counted, the likeliest.

    Nothing is said of amounts that were put together from anywhere where one of those around, in the place of another, makes the sum
    come out.
    """
    ways: list[_Way] = []
    in_order: list[tuple[Entry, Verdict]] = []
    in_any_order: list[tuple[Entry, Verdict]] = []
    for entry in entries:
        for reading in entry.pattern.read(text):
            verdict = _judged(reading, entry, published, around)
            if verdict is None:
                continue
            if entry.pattern.is_closed:
                ways.append((entry.rule, verdict, _settles(verdict, entry.requirement)))
            elif entry.pattern.parts:
                in_any_order.append((entry, verdict))
            else:
                in_order.append((entry, verdict))
    kept = chain(_unless(_goes_before, in_order), _unless(_explains, in_any_order))
    for entry, verdict in kept:
        if _settles(verdict, entry.requirement):
            settled.append((isinstance(verdict, Clash), _places(verdict)))
        yield entry.rule, verdict
    yield from _likeliest(ways, settled)


def _judged(reading: Reading, entry: Entry, published: date | None, around: _Around) -> Verdict | None:
    """Whether what was read holds; None if the text leaves it open, takes it back, or another number beside it settles it."""
    verdict = _asserted(reading, entry.requirement, published)
    if isinstance(verdict, Clash) and _changes_another(reading):
        return None
    is_far = around.is_passage and f" {NEXT_SENTENCE} " in reading.words
    if not isinstance(verdict, Clash) or not (is_far or entry.pattern.parts):
        return verdict
    if _takes_a_change_for_a_level(reading):
        return None
    if is_far and (_OF_ANOTHER.search(reading.words) or _tells_one_twice(reading, entry.requirement)):
        return None
    if _is_explained_by(around, reading, entry.requirement, published):
        return None
    return replace(verdict, at_most=Severity.WARNING) if is_far else verdict


def _takes_a_change_for_a_level(reading: Reading) -> bool:
    """Whether what is read as a level is told as a change to it: "ended at $6.75, down $2.25"."""
    return any(
        one is not None
        and (one.document.text.endswith(_BY_WHICH, 0, one.start) or one.document.text.startswith(_MORE_THAN, one.end))
        for slot, members in reading.filled
        if slot.name in _LEVELS
        for one in members
    )


def _tells_one_twice(reading: Reading, requirement: Requirement) -> bool:
    """Whether what should come of other numbers is one of them, told in another sentence: rather one thing told twice."""
    outcome = requirement.formula.outcome if requirement.formula else None
    told = {slot.name: members[0].quantity for slot, members in reading.filled if len(members) == 1 and members[0]}
    alone = told.pop(outcome, None) if outcome else None
    return alone is not None and any(other is not None and other.value == alone.value for other in told.values())


def _is_explained_by(around: _Around, reading: Reading, requirement: Requirement, published: date | None) -> bool:
    """Whether one of the mentions, in the place of a number that was read, makes the sum come out."""
    from factcheck.judge.formulas.anywhere import conceivable  # noqa: PLC0415 - few articles have a clash

    names = frozenset(slot.name for slot, _ in reading.filled)
    read = {id(mention) for mention in reading.mentions}
    free = [mention for mention in around.mentions if id(mention) not in read]
    is_of_order = requirement.formula is not None and requirement.formula.only_orders
    ways = _either_way(reading) if around.is_passage and not is_of_order else (reading,)
    others = chain.from_iterable((way, *conceivable(way, names, free)) for way in ways)
    if not is_of_order:
        others = chain(others, _of_fewer(reading))
    return _has_a_subtotal(reading) or any(
        isinstance(_verdict(other, requirement, published), Accord) for other in others
    )


def _of_fewer(reading: Reading) -> Iterator[Reading]:
    """A reading with some members of its list that follow each other: "of the 31 … 12 are left, and 46 have joined, 58 in all".

    What stands between two of them parts them: "£2.4m and £1.7m, £4.7m in all, of which £3m".
    """
    others = [one.start for slot, members in reading.filled if not slot.is_list for one in members if one]
    for at, (slot, members) in enumerate(reading.filled):
        if slot.is_list:
            runs = (members[start:end] for start, end in combinations(range(len(members) + 1), 2))
            for run in (run for run in runs if _TWO <= len(run) < len(members)):
                first, last = run[0], run[-1]
                if first and last and any(first.start < other < last.start for other in others):
                    continue
                yield replace(reading, filled=(*reading.filled[:at], (slot, run), *reading.filled[at + 1 :]))


def _has_a_subtotal(reading: Reading) -> bool:
    """Whether one member of a list is the sum of those behind it: "£204,000 was traced: cars took £95,000, a boat £109,000"."""
    for slot, members in reading.filled:
        told = [one for one in members if one and one.quantity] if slot.is_list else []
        values = [one.quantity.value for one in told if one.quantity]
        for at in range(len(told) - _TWO):
            text, ends = told[at].document.text, range(at + 1 + _TWO, len(told) + 1)
            is_opened = _OPENS_A_LIST.search(text, told[at].end, told[at + 1].start)
            if is_opened and any(values[at] == sum(values[at + 1 : end]) for end in ends):
                return True
    return False


def _either_way(reading: Reading) -> tuple[Reading, ...]:
    """A reading, and, where it has two levels of one thing, that in which each is the other: the later may be told first."""
    told = {slot.name: (slot, members) for slot, members in reading.filled}
    if not {"old", "new"} <= told.keys():
        return (reading,)
    other = {"old": "new", "new": "old"}
    turned = tuple((slot, told[other.get(slot.name, slot.name)][1]) for slot, _ in reading.filled)
    return reading, replace(reading, filled=turned)


_Told = tuple["Entry", Verdict]


def _unless(lets_be: Callable[[_Told, Verdict], bool], told: Sequence[_Told]) -> Iterator[_Told]:
    """What was told, without what other words of the same rule let be."""
    for entry, verdict in told:
        if not any(other[0].rule is entry.rule and lets_be(other, verdict) for other in told):
            yield entry, verdict


def _goes_before(told: _Told, wrong: Verdict) -> bool:
    """Whether two of the amounts go together with a third: then a fourth is not meant, which other words put with the two."""
    entry, right = told
    if isinstance(right, Clash) or isinstance(wrong, Accord) or not _settles(right, entry.requirement):
        return False
    return len(_places(right)) > _TWO and len(_places(right) & _places(wrong)) >= _TWO


def _explains(told: _Told, wrong: Verdict) -> bool:
    """Whether other words that may stand in any order make one of the amounts go together with others."""
    _, right = told
    is_right, is_wrong = isinstance(right, Accord), isinstance(wrong, Clash)
    return is_right and is_wrong and not _places(right).isdisjoint(_places(wrong))


def _settles(verdict: Verdict, requirement: Requirement) -> bool:
    """Whether it tells what the amounts are to each other. That one is the larger leaves open by how much."""
    return isinstance(verdict, Clash) or requirement.formula is None or not requirement.formula.only_orders


#: One way to read amounts: the rule, what comes of it, and whether that settles what they are to each other.
_Way = tuple["Rule", Verdict, bool]


def _likeliest(ways: list[_Way], settled: _Settled) -> Iterator[tuple[Rule, Verdict]]:
    """Of several ways to read the same amounts the one that holds, or else the first; none where other words settled it.

    A rule that speaks instead of others comes before them.
    """
    for rule, verdict, settles in sorted(ways, key=lambda way: (isinstance(way[1], Clash), not way[0].instead_of)):
        places = _places(verdict)
        if not any(places <= known or (wrong and len(places & known) > 1) for wrong, known in settled):
            if settles:
                settled.append((isinstance(verdict, Clash), places))
            yield rule, verdict


def _places(verdict: Verdict) -> frozenset[int]:
    """Where the compared mentions start."""
    return frozenset(span.start for span in verdict.spans)


def _of_readable_length(article: Article) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """The sentences of an article that are no tables which lost their lines, and what each mentions."""
    mentions = article.mentions
    starts = [mention.start for mention in mentions]
    at = 0
    for sentence in article.sentences:
        end = bisect_left(starts, sentence.end, at)
        first = bisect_left(starts, sentence.start, at, end)
        if sentence.end - sentence.start <= LONGEST:
            yield sentence, mentions[first:end]
        at = end


def _asserted(reading: Reading, requirement: Requirement, published: date | None) -> Verdict | None:
    """Whether what was read holds; None if the text leaves it open, or takes it back."""
    if not TAKEN_BACK.isdisjoint(_NOT_DENIED.sub("", reading.words).split()):
        return None
    return _verdict(reading, requirement, published)


#: A clause of its own about what else changed: "and sales rose". So far from a change its levels stand at most.
_ANOTHER_CHANGED = regex(
    r"\b(?:and|but|while|whereas|as) (?:(?:the|its|their|his|her|our) )?(?!(?:the|its|their|his|her|our|it|they|he|she|we|this|that|so|then|now"
    rf"|has|have|had|is|are|was|were|later|also|again|{'|'.join((*WORD_CLASSES['rise'], *WORD_CLASSES['fall']))})\b)[a-z]+ (?:(?!from |to )[a-z]+ ){{0,4}}?"
    rf"(?:{'|'.join((*WORD_CLASSES['rise'], *WORD_CLASSES['fall'], *WORD_CLASSES['went-up'], *WORD_CLASSES['went-down']))}|was|were|stood|came)\b"
)
_NEAR = 120


def _changes_another(reading: Reading) -> bool:
    """Whether the levels that were read are of something else than the change: "profit rose by 5% and sales rose from £80m to £90m"."""
    slots = {slot.name: members[0] for slot, members in reading.filled}
    change = slots.get("change") or slots.get("difference")
    levels = [one for one in map(slots.get, ("old", "new", "first", "second")) if one is not None]
    if change is None or len(levels) < _TWO:
        return False
    first = min(one.start for one in levels)
    text = change.document.text
    return change.end < first <= change.end + _NEAR and _ANOTHER_CHANGED.search(text, change.end, first) is not None


def _verdict(reading: Reading, requirement: Requirement, published: date | None) -> Verdict | None:
    """Whether what was read holds; None if the text leaves it open."""
    spans = tuple(mention.span for mention in reading.mentions)
    words = {slot.name: _in_words(members) for slot, members in reading.filled}
    try:
        values = _values(reading, published)
        if requirement.where is not None and not requirement.where.decide(values).holds:
            return None
        worked_out = [(name, formula.work_out(values)) for name, formula in requirement.worked_out]
        decision = requirement.formula.decide(values) if requirement.formula else None
        from factcheck.judge.formulas.working import in_words, working  # noqa: PLC0415 - few articles have what a formula is about

        words |= {name: in_words(value) for name, value in worked_out}
        if decision is None:
            return Clash(spans, words, slip=requirement.slip)
        worked = working(decision, values)
    except Undecidable:
        return None
    if decision.holds:
        return Accord(spans, worked.line)
    return Clash(
        spans,
        words | {"expected": worked.expected},
        worked.line,
        requirement.slip,
        worked.repairs,
        guesses=int(decision.narrow),
    )


def _values(reading: Reading, published: date | None) -> Values:
    values: dict[str, Value | tuple[Value, ...]] = {}
    for slot, members in reading.filled:
        found = tuple(number(1) if mention is None else value_of(mention) for mention in members)
        values[slot.name] = found if slot.is_list else found[0]
    if any(one.quantity and one.quantity.unit == "cent" for one in reading.mentions):
        values = with_cents_of_euros(values)
    for name, other in _OF_ONE_THING:
        one, two = values.get(name), values.get(other)
        # "Down 4 per cent, against 505": 505 is no percentage.
        if isinstance(one, Value) and isinstance(two, Value) and not (other == "change" and is_share(two)):
            values[name] = as_level(one, two)
    if isinstance(old := values.get("old"), Value) and isinstance(new := values.get("new"), Value):
        if is_share(old) is not is_share(new) and not (_is_bare(old) or _is_bare(new)):
            raise Undecidable  # "30 seats, or 40%, up from 24 (32%)"
        values["old"], values["new"] = as_fine_as(old, new), as_fine_as(new, old)
    values[TIMES_TOLD] = number(len({one.text.lower() for one in reading.skeleton.mentions if one.kind in _TIMES}))
    if published is not None:
        values[PUBLISHED] = moment(published, published)
    return values


def _is_bare(value: Value) -> bool:
    return value.mention is not None and value.mention.kind is Kind.NUMBER


def _in_words(members: tuple[Mention | None, ...]) -> str:
    return ", ".join("one" if mention is None else mention.text for mention in members)
