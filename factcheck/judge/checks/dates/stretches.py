"""How long something lasted, and from when to when: "a seven-hour procedure, from 8am until 1pm".

A sentence, or two or three that follow each other, are read with a mark in the place of each time. Where the words make a
length of time that of the stretch between two times, it has to lie between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import ANYS
from factcheck.judge.checks import check
from factcheck.judge.checks.dates.instants import A_DAY, Instant, apart_in_words, length, lie_apart
from factcheck.judge.checks.dates.marks import LENGTH, A, B, L, R, ends_of, instant_of, marked, mention_of
from factcheck.judge.checks.parts import mentions_by_sentence, telling
from factcheck.judge.moments import last_day
from factcheck.judge.restating import numeral
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import TIMES, Article, Kind, Mention, Role, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_AT = r"(?:on |in |at |from )?(?:about )?"
_STRETCH = rf"(?:(?:from |between |of |on )?(?:{A} ?(?:to|until|till|through|and|-|–|—|up to) ?{B}|{R}))"
#: Words between, none of which is a time or ends the clause.
_FEW, _SOME = r"(?: [^\s.,;:()λτπω]+){0,4}?", r"(?: [^\s.;:()λτπω]+){0,7}?"
_BEGIN = (
    r"(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|open(?:s|ed|ing)?|broke out|set in|kicks? off|kicked off|(?:is|was|are|were) (?:founded|launched|built|formed|elected|appointed|installed|crowned|introduced|imposed|sworn in)"
    r"|joined|took office|took charge|took over|became|came to power|moved (?:in|there|to)|arrived|enlisted|married|wed)"
)
_END = (
    r"(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es?|ed|ing)|conclud(?:es?|ed|ing)|shuts?|folded|left|quit|retired|resigned|stepped down|(?:was|were) (?:lifted|demolished|closed|ousted|sacked|fired|dismissed|dissolved|abolished|deposed|scrapped)"
    r"|runs? until|ran until|broke|came to an end|comes to an end|winds? up|wound up|lost office|abdicated|divorced|parted|separated|moved (?:out|away|back)|departed|died)"
)
_SPELL = (
    r"(?:reign|rule|tenure|term|spell|stint|run|career|stay|time|marriage|captaincy|pontificate|papacy|editorship|chairmanship|governorship|apprenticeship|membership|premiership|presidency|leadership|stewardship|service|war|strike|siege|drought|ban|closure|occupation|exile|partnership|life|existence|history|trial|tour|festival"
    r"|show|fair|exhibition|retreat|course|conference|tournament|voyage|journey|expedition|mission|visit|walkout|stoppage)"
)
#: The wordings in one sentence, and in neighbouring ones.
_IN_ONE = tuple(
    regex(wording)
    for wording in (
        rf"\b{ANYS} {L}{_FEW}(?:,| \(|:| –| —)? ?(?:(?:which |that )?(?:(?:last|runn|tak|be)ing|lasts?|lasted|ran|runs?|will run|is|was|will be|(?:was |is |will be |to be )?held|takes? place|took place|was in force|went on|goes on|spanned|stretched|stretching|covered|covers) )?{_STRETCH}(?=[.,;:)]| |$)",
        rf"{_STRETCH},? (?:in |over |during )?(?:an?|his|her|its|their) {L} [a-z]+(?: [a-z]+)?(?=[.,;)]|$| (?:of|in|as|at|which|that|for|during|by)\b)",
        # Of two stretches it is both that are told "in all".
        rf"(?<!and )(?<!and from )(?<!and between ){_STRETCH}(?:,| –| —| \()? ?(?:or |for |that is |a total of |in all |altogether )*{L} (?:in all|altogether|in total|all told|overall)",
        rf"\b(?:[Ff]or|[Oo]ver|[Ii]n|[Dd]uring|spent|spends?|will spend|lasted|lasts?|will last|took|takes?|ran for|runs? for|went on for)(?: just| only| a total of)? {L}{_SOME}(?:,| –| —| \() ?{_STRETCH}(?=[.,;:)–—]|$| (?:and|but|when|the|he|she|it|they|while)\b)",
        rf"\b(?:lasted|lasts?|will last|took|takes?|ran for|went on for){_FEW} {L}{_SOME},? (?:beginning|starting|opening) {_AT}{A},? and (?:ending|finishing|closing|concluding) {_AT}{B}",
        rf"\b{ANYS} {L}{_SOME} (?:will |is to |are to |is due to |was to |was due to )?{_BEGIN} {_AT}{A}(?: and|,)? (?:and )?(?:will |is to |is due to )?{_END} {_AT}{B}",
        rf"\b(?:which|that)? ?(?:lasted|lasts|lasting|took|ran for) {L},? (?:and )?{_BEGIN}{_FEW} {_AT}{A}(?: and|,) (?:and )?{_END}{_FEW} {_AT}{B}",
        rf"\b{_BEGIN}{_SOME} {_AT}{A}(?: and|,|;)? (?:and )?(?:he |she |it |they )?(?:then |was |had )?{_END}{_SOME} {_AT}{B}(?:,| –| —| \() ?(?:an?|his|her|its|their) (?:[a-z-]+ )?{_SPELL} of {L}",
        rf"\b{_BEGIN}{_SOME} {_AT}{A}(?: and|,|;)? (?:and )?(?:he |she |it |they )?{_END}{_SOME} {_AT}{B},? after (?:just |only )?{L}(?=[.,;])",
    )
)
_IN_SEVERAL = tuple(
    regex(wording)
    for wording in (
        rf"\b(?:lasts?|lasted|will last|runs? for|ran for|went on for|took|takes?) {L}\. (?:It|They|The \w+) (?:will )?{_BEGIN} {_AT}{A},? and (?:will )?{_END} {_AT}{B}",
        rf"\b{ANYS} {L}(?: (?P<noun>[a-z]+)){_SOME} (?:will )?{_BEGIN}{_FEW} {_AT}{A}\. (?:It|The (?P=noun)) (?:will )?{_END} {_AT}{B}",
        rf"\b{_BEGIN}{_SOME} {_AT}{A}(?:\. (?:He|She|It|They)|(?:,|;)? (?:and )?(?:he |she |it |they )?)(?: had| then| was| finally)? ?{_END}{_SOME} {_AT}{B}\. (?:His|Her|Its|Their|The) {L} {_SPELL}\b",
        rf"\b{_BEGIN}{_SOME} {_AT}{A}(?:\. (?:He|She|It|They)|(?:,|;)? (?:and )?(?:he |she |it |they )?)(?: had| then| was| finally)? ?{_END}{_SOME} {_AT}{B}\. (?:In|During|Over) (?:(?:those|these|its|his|her|their|the) )?{L}(?:,| (?:there|as|in|at|of|on|between|he|she|it|they|a|an|the|some|more|no)\b| ω)",
        rf"\b(?:was|were|served as)(?: the| a)? (?P<post>[a-z]+){_SOME} {_STRETCH}\. (?:In|During|Over) (?:his|her|its|their) {L} as (?P=post)",
    )
)
#: What is not counted, or comes again and again.
_BROKEN = regex(
    r"\b(?:each|every|excluding|except|excepting|apart from|break|breaks|interval|intervals|working|business|weekdays?|weekends?|suspended|interrupted|interruption|gap|on and off|nights?|school|trading|extended|extension|postponed|local"
    r"|GMT|daily|nightly|a day|per|average|both|total of|respectively|again|returned|second|closed on|a (?:further|second|third|new)|another|nearly|almost|if|would|could|may|might)\b"
)
#: More sentences than these together are not looked at.
_TOGETHER = 3


@check("stretches", of=Article, about=[Kind.DURATION])
def stretches(article: Article) -> Iterator[Verdict]:
    """Lengths of time that are not those of the stretch that they are said to be of."""
    told: set[int] = set()
    mentions = mentions_by_sentence(article)
    lengths = [one.number for one in telling(article) if Kind.DURATION in one.kinds]
    before_lengths = {number - ahead for number in lengths for ahead in range(_TOGETHER)}
    for number in filter(before_lengths.__contains__, range(len(mentions))):
        sentence, inside = article.sentences[number], mentions[number]
        if sentence.role is not Role.BODY or not inside:
            continue
        if _tells_a_stretch(inside):
            yield from _read(article, [sentence], _IN_ONE, told)
        group = [sentence]
        for at in range(number + 1, min(number + _TOGETHER, len(mentions))):
            following = article.sentences[at]
            if following.paragraph != sentence.paragraph or following.role is not Role.BODY:
                break
            group.append(following)
            inside += mentions[at]
            if _tells_a_stretch(inside):
                yield from _read(article, group, _IN_SEVERAL, told)


def _tells_a_stretch(mentions: tuple[Mention, ...]) -> bool:
    """Whether some mentions may tell how long something lasted, from when to when: a length, and two times or a run of days."""
    times = [mention for mention in mentions if mention.kind in TIMES]
    is_long = any(mention.kind is Kind.DURATION for mention in mentions) if times else False
    return is_long and (len(times) > 1 or last_day(times[0]) is not None)


def _read(
    article: Article, group: list[Sentence], wordings: tuple[re.Pattern[str], ...], told: set[int]
) -> Iterator[Verdict]:
    here = marked(article, group[0].start, group[-1].end)
    if LENGTH not in here.text or _BROKEN.search(here.text):
        return
    for wording in wordings:
        for found in wording.finditer(here.text):
            far = mention_of(found["l"], here)
            if far.start in told or any(sentence.quotes(far.start) for sentence in group):
                continue
            names = found.re.groupindex
            run = found["r"] if "r" in names else None
            first, last = (
                ends_of(mention_of(run, here)) if run else (instant_of(mention_of(found[end], here)) for end in "ab")
            )
            verdict = _length_and_ends(far, first, last) if first and last else None
            if verdict:
                told.add(far.start)
                yield verdict


def _length_and_ends(mention: Mention, first: Instant, last: Instant) -> Verdict | None:
    """Whether a length is that from one instant to another; days may be counted with the first or without."""
    far = length(mention)
    is_clock = first.mention.kind is Kind.TIME
    if far is None or first.any_year is not last.any_year or is_clock is not (last.mention.kind is Kind.TIME):
        return None
    of_hours = mention.quantity is not None and mention.quantity.unit in ("hour", "minute")
    if is_clock is not of_hours or (not first.turns and last.most < first.least):
        return None
    spans = tuple(
        dict.fromkeys(sorted((one.span for one in (mention, first.mention, last.mention)), key=lambda span: span.start))
    )
    told = (
        f"from {first.mention.text} to {last.mention.text}" if first.mention is not last.mention else first.mention.text
    )
    counted = (last,) if is_clock else (last, last._replace(least=last.least + A_DAY, most=last.most + A_DAY))
    if any(lie_apart(first, end, far) for end in counted):
        return Accord(spans, f"{told} it may be {mention.text}")
    words = {"first": first.mention.text, "last": last.mention.text, "length": mention.text, "stretch": told}
    apart = apart_in_words(first, last, mention)
    return Clash(spans, words, arithmetic=f"{told} it is {apart}, not {numeral(mention)}")
