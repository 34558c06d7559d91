"""Where somebody came, is seeded or placed, or which medal they won, told twice: "fifth seed Mori … the seventh seed Mori"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD, OPENERS
from factcheck.attach.words import stem
from factcheck.extract.lexicon.calendar_words import CAPITALISED
from factcheck.extract.lexicon.numbers import ORDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentences_with, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Role, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.model import Sentence

#: Ranks up to this are told in words.
_WRITTEN = 20
_WORDS = {word: number for word, number in ORDINALS.items() if number <= _WRITTEN} | {"top": 1}
#: With a capital at the beginning of a sentence, and no name.
_NO_NAMES = OPENERS | {"having", *_WORDS}
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_RANK = rf"(?P<rank>(?i:{any_of(_WORDS)})|\d{{1,3}}(?:st|nd|rd|th))"
_NAME = rf"(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,2}})"
_WRITTEN_OUT = frozenset(_WORDS)
#: What ranks in figures end with.
_ENDINGS = ("st", "nd", "rd", "th")
_SEEDED = frozenset(("seed", "seeded"))
#: How a standing is told: what sort of standing it is, one of the words that its sentence has besides the rank, if there are
#: few of them, and the wording. Where no name stands in it, the sentence has it.
_WAYS: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = (
    ("seed", _SEEDED, regex(rf"(?<![\w-]){_RANK}[ -]seed(?:ed)? (?:[a-z]+ )?{_NAME}")),
    ("seed", _SEEDED, regex(rf"\b[Nn](?:o\.|umber) ?(?P<rank>\d{{1,3}})[ -]seed(?:ed)? (?:[a-z]+ )?{_NAME}")),
    ("seed", _SEEDED, regex(rf"{_NAME}, (?:the |who (?:is|was) (?:the )?)?{_RANK} seed\b")),
    (
        "seed",
        _SEEDED,
        regex(rf"{_NAME},? (?:is |was |who (?:is|was) )?(?:the {_RANK} seed|seeded (?P<seeded>{any_of(_WORDS)}))\b"),
    ),
    ("placed", frozenset(("place", "placed")), regex(rf"(?<![\w-]){_RANK}[ -]placed? {_NAME}")),
    (
        "place",
        frozenset(),
        regex(
            rf"\b(?:finish(?:ed|ing|es)?|came|comes?|coming|placed|placing|ranked|ended(?: up)?|was|took|takes|taking|claimed|secured|managed|earned|clinched)"
            rf"(?: home| in| a| an)? (?:[a-z]+ )?{_RANK}(?: place)?(?! (?:of|time|half|set|leg|round|lap|quarter|minute|goal|season|year|win|title|seed|medal))(?P<event>[^.;:,\n]{{0,50}})"
        ),
    ),
    (
        "place",
        frozenset(("place",)),
        regex(
            rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s)? ?{_RANK}[ -]place(?: finish)?(?P<event>[^.;:,\n]{{0,50}})"
        ),
    ),
    (
        "medal",
        frozenset(_MEDALS),
        regex(
            rf"\b(?:won|wins|winning|took|takes|taking|claimed|claims|clinched|earned|got|collected|[Hh]is|[Hh]er|[Tt]heir|[Tt]he) (?:a |the |an |[a-z]+ )?"
            rf"(?P<rank>{any_of(_MEDALS)})(?: medal)?(?= (?:medal )?in\b)(?P<event>[^.;:,\n]{{0,50}})"
        ),
    ),
)
_EVENT = regex(
    r"(?: medal| place| finish)? in (?:the |a |an |his |her |their |this |that )?(?P<words>[\w’'-]+(?: [\w’'-]+){0,4})"
)
#: With one of these what names a race ends.
_ENDS = frozenset(
    "in on at and but with behind ahead after before for by to from was is were had has as who which that while when where of a the his her their gave made".split()
)
_CAPITAL = regex(r"\b[A-Z][\w-]*[a-z]\b")
#: A sentence that says one of these tells of another race, of another time, or of somebody else.
_OTHER = regex(
    r"\b(?:last (?:year|month|week|season|time)|previous\w*|earlier|ago|another|heats?|qualif\w+|semi-?finals?|first (?:run|leg|round)|second (?:run|leg|round)"
    r"|would|could|will|if|were|used to|once|later|since|until|again|twice|also|in (?:19|20)\d\d"
    r"|team-?mates?|compatriot|rival|sister|brother|son|daughter|father|mother|wife|husband|twin|friend|both|respectively|overall|disqualif\w+|demoted|promoted|stripped|upgraded)\b"
)
#: What says that somebody's place changes; nobody's seed does.
_MOVES = regex(
    r"\b(?:now|when|mov\w+|climb\w*|rose|rise|fell|fall|dropp?\w*|slipp\w*|jump(?:s|ed)|leap(?:s|ed|t)|went)\b"
)


class Standing(NamedTuple):
    """What somebody is said to have come, of which sort, in what, and where that is said."""

    sort: str
    rank: int
    names: frozenset[str]
    event: frozenset[str]
    span: Span
    sentence: Sentence


@check(
    "standing-drift",
    of=Article,
    told_by=[
        "seed",
        "seeded",
        "placed",
        "place",
        *_MEDALS,
        "came",
        "finished",
        "finishing",
        "finish",
        "coming",
        "took",
    ],
)
def standing_drift(article: Article) -> Iterator[Verdict]:
    """Two standings of one name, of one sort and in one event."""
    told = list(_standings(article))
    for first, second in combinations(told, 2):
        if first.sort != second.sort or first.sentence is second.sentence or not _of_one(first, second):
            continue
        spans = (second.span, first.span)
        if first.rank == second.rank:
            yield Accord(spans, f"both are {first.span.text}")
        elif not any(one.rank == second.rank and _of_one(one, second) and one is not second for one in told):
            yield Clash(
                spans,
                {"first": first.span.text, "second": second.span.text},
                f"{first.span.text} first, {second.span.text} later",
                repairs=(f"“{first.span.text}” both times", f"“{second.span.text}” both times"),
            )


def _standings(article: Article) -> Iterator[Standing]:
    text = article.document.text
    words = vocabulary(article)
    ranks = (words & _WRITTEN_OUT) | {word for word in words if word[0] <= "9" and word.endswith(_ENDINGS)}
    seen: set[int] = set()
    for sort, words, way in _WAYS:
        for sentence in sentences_with(article, words or ranks):
            for found in way.finditer(text, sentence.start, sentence.end):
                group = "rank" if found["rank"] else "seeded"
                event = _event(found)
                is_told = found.start(group) not in seen and bool(event or "name" in way.groupindex)
                if is_told and _tells_one(sentence, sort):
                    seen.add(found.start(group))
                    names = {found["name"].split()[-1]} if "name" in way.groupindex else _names(sentence.text)
                    span = Span(article.document, *found.span(group))
                    yield Standing(sort, _number(found[group].lower()), frozenset(names), event, span, sentence)


def _tells_one(sentence: Sentence, sort: str) -> bool:
    """Whether a sentence of the text tells of one race, and of no other, and of no place that changes."""
    told = sentence.text
    return (
        sentence.role is not Role.HEADLINE and (sort == "seed" or not _MOVES.search(told)) and not _OTHER.search(told)
    )


def _number(rank: str) -> int:
    return _WORDS.get(rank) or _MEDALS.get(rank) or int(rank.rstrip("stndrh"))


def _event(found: re.Match[str]) -> frozenset[str]:
    """The stems of the words that name in what somebody came: "in the lake race in Zurich" → lake, race."""
    behind = found.groupdict().get("event")
    told = _EVENT.match(behind) if behind else None
    stems = []
    for word in told["words"].split() if told else ():
        if word.lower() in _ENDS or word.endswith("ed"):
            break
        stems.append(stem(word.lower()))
    return frozenset(stems)


def _names(sentence: str) -> set[str]:
    """The words of a sentence that may be somebody's name, at its start those that stand before a comma or another."""
    return {word for word in _CAPITAL.findall(sentence) if word not in CAPITALISED and word.lower() not in _NO_NAMES}


def _of_one(first: Standing, second: Standing) -> bool:
    """Whether two standings are of the same in the same: the later may say only "her"."""
    if first.event != second.event:
        return False
    if first.names and second.names:
        return not first.names.isdisjoint(second.names)
    return bool(first.names) and second.sort in {"place", "medal"}
