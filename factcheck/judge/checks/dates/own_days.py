"""The first and the last day of an event, told beside its dates: "runs from 3 to 12 October … the closing film on 14 October"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.dates.instants import A_DAY, Instant
from factcheck.judge.checks.dates.marks import A, B, Marked, R, ends_of, instant_of, marked, mention_of
from factcheck.judge.checks.parts import longest_words, mentions_by_sentence, sentence_number, sentences_with
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.moments import last_day
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Mention, Role, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_EVENTS = (
    *WORD_CLASSES["event"],
    *"week weekend fortnight gymkhana eisteddfod fleadh hackathon jamboree rodeo roadshow showcase fringe test tests series display gala regatta meet celebration celebrations revival".split(),
)
#: A word of each, by which the sentences are found that may name one.
_EVENT_WORDS = longest_words(_EVENTS)
_NOUN = rf"(?P<noun>{any_of(_EVENTS)})"
_FEW = r"(?: [^\s.;:()τπ]+){0,6}?"
_RUNS = r"(?:(?:which |that )?(?:(?:will )?(?:runs?|ran|lasts?|lasted|takes? place|took place|continues?|stretch(?:es|ed)|be held|go on)|goes on|went on|is|was|are|were|is held|was held|held|running|scheduled|set|on)(?: (?:for|held|on|this year|again))?)"
_BETWEEN = ("to", "until", "till", "through", "and", "-", "–", "—")
_STRETCH = rf"(?:(?:from |between |of )?(?:{A} ?(?:{'|'.join(_BETWEEN)}) ?{B}|{R}))"
#: "The film week runs from τ to τ", "the 20-23 March tour match", "the Test (3-7 January)".
_EVENT = (
    regex(rf"\b{_NOUN}\b{_FEW},? ?\(?{_RUNS}? ?{_STRETCH}(?=[.,;:)]| |$)"),
    regex(rf"\b(?:[Tt]he|[Tt]his year['’]s|[Ii]ts|[Tt]heir|of) {R} (?:[\w’'-]+ ){{0,2}}?{_NOUN}\b"),
)
_PART = (
    r"(?:day|night|evening|afternoon|morning|event|film|concert|show|performance|screening|session|match|game|race|round|stage|parade|party|ceremony|gala|talk|reading|lecture|meal|lunch|class|workshop|walk|auction|sermon|bout|tasting|service|ball|over|debate|play|speech|dinner|heat|dance|display"
    r"|fixture|hearing|witness|meeting|recital|procession|bell|address|act|set|item|production|contest|quiz|supper|prayer|mass|tie|test|leg|final)"
)
_SAID = r"(?:[^.;:()τπ]{0,60}? (?:on|for|comes|is|was|falls|until)|[^.;:()τπ]{0,40}?,(?: on)?) "
_DAY = r"(?P<day>τ\d+⟩)"
_OWN = rf"(?:[Ii]ts|[Tt]heir|[Tt]he|(?:[Tt]he )?(?P<owner>{any_of(_EVENTS)})['’]s)"
_BY_NAME = r"(?:[Ii]t|[Tt]hey|[Tt]he (?:[\w-]+ )?(?P<owner>" + any_of(_EVENTS) + r")|(?P<same>and|which))"
#: What stands on the last day, what on the first, and what only lies within.
_LASTS = (
    regex(rf"\b{_OWN} (?:last|final|closing) (?:day|night)(?! in ){_SAID}{_DAY}"),
    regex(rf"\b(?:[Oo]n |[Bb]y )?{_DAY},? (?:was |is |will be )?{_OWN} (?:last|final|closing) (?:day|night)\b"),
    regex(
        rf"\b{_BY_NAME} (?:will )?(?:ends?|ended|clos(?:es?|ed)|finish(?:es|ed)?|concludes?|concluded|winds? up|wound up|comes to an end|came to an end|draws to a close)(?: (?!in )[^\s.;:()τπ]+){{0,5}}? on {_DAY}"
    ),
    regex(rf"\b[Tt]he (?:last )?curtain (?:falls|fell|comes down|came down)(?: [^\s.;:()τπ]+){{0,4}}? on {_DAY}"),
)
_FIRSTS = (
    regex(rf"\b{_OWN} (?:first|opening) (?:day|night)(?! in ){_SAID}{_DAY}"),
    regex(rf"\b(?:[Oo]n )?{_DAY},? (?:was |is |will be )?{_OWN} (?:first|opening) (?:day|night)\b"),
    regex(
        rf"\b{_BY_NAME} (?:will )?(?:opens?|opened|beg[ai]ns?|starts?|started|kicks? off|kicked off|got under way|gets under way)(?: (?!in )[^\s.;:()τπ]+){{0,5}}? on {_DAY}"
    ),
    regex(
        rf"\b[Pp]lay (?:[^\s.;:()τπ]+ ){{0,6}}?(?:\([^)]*\) )?(?:starts?|started|began|begins|got under way) on {_DAY}"
    ),
)
_WITHIN = (
    regex(
        rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Aa]) (?:first|last|final|closing|opening|penultimate|farewell) {_PART}{_SAID}{_DAY}"
    ),
    regex(rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he) (?:first|last|final|closing|opening) {_PART} of [^.;τ]{{0,80}} on {_DAY}"),
)
#: Something else than the event itself, or another time of it.
_OTHERWISE = regex(
    r"\b(?:extended|postponed|extensions?|moved|extend|put back|brought forward|rescheduled|registration|entr(?:y|ies)|applications?|tickets?|deadline|sign-up|bookings?|sales?|nominations?|another|next|previous|last year|cancelled|delayed"
    r"|preview|rehearsals?|press|qualif\w+|warm-up|would have|could|if|originally|instead|except|replay|after|before|following|ahead of|since)\b"
)
#: So many sentences behind the event's dates its first or last day may be told.
_FAR = 2


class Run(NamedTuple):
    """The first and the last day of an event."""

    noun: str
    first: Instant
    last: Instant
    mentions: tuple[Mention, ...]


@check("own-days", of=Article, about=[Kind.DATE])
def own_days(article: Article) -> Iterator[Verdict]:
    """First and last days, and what is held on them, that lie outside of an event's own dates."""
    for sentence in sentences_with(article, _EVENT_WORDS):
        number = sentence_number(article, sentence.start)
        if sentence.role is not Role.BODY or not _tells_a_stretch(mentions_by_sentence(article)[number]):
            continue
        group = [
            sentence,
            *(one for one in article.sentences[number + 1 : number + 1 + _FAR] if one.paragraph == sentence.paragraph),
        ]
        here = marked(article, sentence.start, sentence.end)
        run = _run(here)
        if run is None:
            continue
        for one in group:
            yield from _days(run, marked(article, one.start, one.end), one, is_own=one is sentence)


def _tells_a_stretch(mentions: tuple[Mention, ...]) -> bool:
    """Whether a run of days is among some mentions, or two dates with nothing but "to" between them."""
    dates = [mention for mention in mentions if mention.kind is Kind.DATE]
    return any(one.document.text[one.end : other.start].strip() in _BETWEEN for one, other in pairwise(dates)) or any(
        last_day(one) for one in dates
    )


def _run(here: Marked) -> Run | None:
    for wording in _EVENT:
        for found in wording.finditer(here.text):
            names = found.re.groupindex
            if found["r"]:
                mentions: tuple[Mention, ...] = (mention_of(found["r"], here),)
                first, last = ends_of(mentions[0])
            else:
                mentions = tuple(mention_of(found[end], here) for end in "ab" if end in names)
                first, last = (instant_of(mention) for mention in mentions)
            if first and last and _is_a_day(first) and _is_a_day(last) and first.least < last.least:
                return Run(found["noun"], first, last, mentions)
    return None


def _is_a_day(instant: Instant) -> bool:
    return instant.most - instant.least < A_DAY and instant.mention.kind is Kind.DATE


def _days(run: Run, here: Marked, sentence: Sentence, *, is_own: bool) -> Iterator[Verdict]:
    """What a sentence dates of the event's own."""
    if _OTHERWISE.search(here.text) or sentence.quotations:
        return
    for wordings, meant in ((_LASTS, "last"), (_FIRSTS, "first"), (_WITHIN, "")):
        for found in (each for wording in wordings for each in wording.finditer(here.text)):
            day = mention_of(found["day"], here)
            instant = instant_of(day)
            if (
                instant is None
                or not _is_a_day(instant)
                or day in run.mentions
                or not _is_of(run, found, is_own=is_own, is_within=not meant)
            ):
                continue
            yield _day_of_run(run, instant, meant)
            return


def _is_of(run: Run, found: re.Match[str], *, is_own: bool, is_within: bool) -> bool:
    """Whether it is this event whose day is told."""
    told = found.groupdict()
    owner = told.get("owner")
    if owner and owner != run.noun:
        return False
    # In another sentence "the first debate" may be of something else.
    return is_own or not (told.get("same") or (is_within and not found[0].lower().startswith(("its ", "their "))))


def _day_of_run(run: Run, day: Instant, meant: str) -> Verdict:
    spans = in_text_order(*(mention.span for mention in (*run.mentions, day.mention)))
    fits = {
        "last": day.least == run.last.least,
        "first": day.least == run.first.least,
        "": run.first.least <= day.least <= run.last.least,
    }[meant]
    if fits or day.any_year is not run.first.any_year:
        return Accord(spans, f"{day.mention.text} is of the event's own dates")
    dates = " to ".join(mention.text for mention in run.mentions)
    return Clash(spans, {"day": day.mention.text}, arithmetic=f"the event's own dates are {dates}")
