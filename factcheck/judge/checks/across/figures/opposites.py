"""Words beside a figure that its source has the other way round: rose and fell, before and after, born and died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.drafts import subject_of
from factcheck.judge.checks.parts import text_between
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from factcheck.align.drafts import Figure
    from factcheck.model import Mention, Sentence

#: The cause of a figure that agrees with a source's while a word beside it says the opposite.
TURNED = "turned"
#: A word no further from a number than this, in words, is said of it.
SAID_OF = 10
#: A word of this group is said of no number beyond a comma: "31 hours after the fall, and 11 more followed". Of two events in a row
#: the one is told before the other as well as after it: "lasted two hours before he gave himself up", "gave himself up after two hours".
_ORDER, _COMMA = "order", regex("[,;]")
_SUBORDINATES = frozenset({Kind.DURATION, Kind.COUNT, Kind.DATE})
#: Who was arrested was often released, so that the words must stand this near; who lost tells whom one speaks of.
_CUSTODY, _BESIDE, _OUTCOME = "custody", 2, "outcome"
#: What lasts so long neither rises nor falls.
_OF_NO_TIME = frozenset({"direction", "extreme", "level"})

_LAST = r"(?:last|the previous|the prior|the preceding)"
#: What is compared with a time, and does not only happen then.
_THAN = (
    "(?:"
    + "|".join(rf"(?<={word} )" for word in "than from over on against with of month period quarter time".split())
    + ")"
)
#: "Up 4%" and "up from $5" are changes, "up to $5" and "up at the top" are not.
_BY = r"(?= (?:by|from|on|about|around|nearly|almost|another|some|[$£€\d]))"
#: "7% more" and "7 per cent fewer" are changes, "more than" is none.
_SHARE = "(?:(?<=% )|(?<=cent ))"
#: "38 more than last year", "was down to 40".
_YEAR_BEFORE, _IS = r"(?= than (?:last|the previous|a|the) year)", "(?:(?<=was )|(?<=is )|(?<=were )|(?<=are ))"
#: Peoples of whom one and the same is seldom called by two, and those who are, in one side.
_NATIONS = (
    *"american canadian mexican cuban brazilian argentin(?:e|ian) chilean colombian peruvian venezuelan jamaican".split(),
    *"irish french german austrian swiss dutch|belgian italian spanish|catalan portuguese greek turkish|ottoman".split(),
    *"swedish norwegian danish|greenlandic finnish icelandic polish czech|slovak hungarian romanian bulgarian".split(),
    *"serbian|yugoslav croatian russian|soviet ukrainian|soviet estonian|soviet latvian|soviet lithuanian|soviet".split(),
    *"indian pakistani bangladeshi sri[ -]lankan nepal(?:i|ese) afghan iranian|persian iraqi syrian israeli".split(),
    *"palestinian lebanese jordanian egyptian saudi libyan tunisian algerian moroccan sudanese ethiopian kenyan".split(),
    *"ugandan tanzanian nigerian ghanaian zimbabwean|rhodesian zambian south[ -]african congolese rwandan".split(),
    *"chinese|taiwanese japanese|okinawan korean vietnamese thai malaysian indonesian filipino|philippine".split(),
    "british|english|scottish|welsh",
    "australian",
    "new zealand|maori",
)
#: What rises as bare words only where no gun is spoken of.
_WITH_GUNS = frozenset({"shoot", "shoots", "shot", "shooting"})
#: Each line holds sides of which only one can be true of one figure.
_SIDES: Mapping[str, Sequence[str]] = {
    "direction": (
        "|".join(
            (
                *(word for word in WORD_CLASSES["rise"] if word not in _WITH_GUNS),
                "(?:shoots?|shot|shooting) up",
                "higher",
                "growth",
                rf"up{_BY}",
                "upwards?",
                rf"{_SHARE}more",
                rf"more{_YEAR_BEFORE}",
                rf"{_IS}up(?= to)",
            )
        ),
        "|".join(
            (
                *WORD_CLASSES["fall"],
                "lower",
                "reduc(?:tion|ing)",
                rf"down{_BY}",
                rf"(?:fewer|less){_YEAR_BEFORE}",
                rf"{_IS}down(?= to)",
                "downwards?",
                rf"{_SHARE}(?:fewer|less)",
            )
        ),
        "unchanged|steady|flat|constant",
    ),
    "level": ("above", "below"),
    "order": ("before|prior to|preceding", "after|following"),
    "edge": ("beginning|start|early", "end|late"),
    "existence": (
        "opened|founded|established|launched|formed|built|created|inaugurated",
        "closed|shut|dissolved|disbanded|demolished|scrapped|abolished|collapsed",
    ),
    "life": (
        "born",
        "died|dead|death|killed|lost (?:his|her|their) li(?:fe|ves)|passed away",
        "married|wed",
        "divorced|separated",
        "graduat(?:ed|es|ing|ion)",
        "retire[ds]?|retiring|retirement",
    ),
    "outcome": ("w[io]ns?|beat|defeated|victory", "los[et]s?|defeat|losing"),
    "trade": ("bought|buys?|buying|purchased|acquired", "sold|sells?|selling"),
    "goods": ("import(?:s|ed)?", "export(?:s|ed)?"),
    "balance": ("profits?|surplus", "loss|losses|deficit"),
    "compass": ("north(?:ern)?", "south(?:ern)?", "east(?:ern)?", "west(?:ern)?"),
    "sex": (
        "m[ae]n|males?|boys?|sons?|brothers?|fathers?|husbands?",
        "wom[ae]n|females?|girls?|daughters?|sisters?|mothers?|wives|wife",
    ),
    "extreme": (
        "(?:best|highest|largest|most)(?:-[a-z]+ing)?|biggest|maximum|longest|tallest|oldest|heaviest|fastest",
        "(?:worst|lowest|smallest|(?<!at )least)(?:-[a-z]+ing)?|fewest|minimum|shortest|youngest|lightest|slowest",
    ),
    "size": tuple(rf"(?:(?:low|mid|high)[ -])?{many}s?[ -]digits?" for many in ("single", "double", "triple")),
    "work": (
        "films?|movies?|documentar(?:y|ies)",
        "books?|novels?|memoirs?",
        "songs?|singles?",
        "albums?",
        "television series|tv series|tv shows?|sitcoms?",
        "operas?",
        "video ?games?",
    ),
    "nation": _NATIONS,
    "compared with": (
        rf"year[- ]o(?:n|ver)[- ]year|yoy|{_THAN}{_LAST} year|a year (?:ago|earlier|before)",
        rf"quarter[- ]o(?:n|ver)[- ]quarter|qoq|sequentially|{_THAN}{_LAST} quarter|a quarter (?:ago|earlier|before)",
        rf"month[- ]o(?:n|ver)[- ]month|{_THAN}{_LAST} month|a month (?:ago|earlier|before)",
    ),
    "verdict": ("convicted|guilty", "acquitted|innocent|cleared"),
    "custody": ("arrested|detained|jailed|imprisoned", "released|freed"),
    "vote": ("in favou?r|backed|approved|supported", "against|rejected|opposed|turned down|voted down|threw out"),
    "pace": tuple(
        rf"(?:(?<=[a-z] )an?|per|each|every) {unit}(?! (?:ago|earlier|before|later|after|in|of|old|long))|{adverb}"
        for unit, adverb in (
            ("hour", "hourly"),
            ("day", "daily"),
            ("week", "weekly"),
            ("month", "monthly"),
            ("year", "yearly|annual(?:ly)?"),
        )
    ),
}
#: Right before a number, and anywhere in a sentence.
_NOT = regex(r"\b((?:not|never)|[a-z]+n[’']t)(?: (?:yet|the|an?|its|their|his|her))*\s*\Z")
_DENIES = regex(r"\b(?:not|never|no|none|nor|neither|without|cannot|fail(?:s|ed)?|den(?:y|ies|ied))\b|n[’']t\b")
_SIDE = "side"
_GROUPS = {
    group: regex("|".join(rf"(?P<{_SIDE}{at}>(?<![\w-])(?:{words})(?![\w-]))" for at, words in enumerate(sides)))
    for group, sides in _SIDES.items()
}


class Said(NamedTuple):
    """A word of a group: which of its sides it takes, counted from nought, and where it stands."""

    side: int
    start: int
    end: int


def sides_of(sentence: Sentence, group: str) -> list[Said]:
    """The words of a group in a sentence, if all are of one side."""
    found = [
        Said(
            int(str(match.lastgroup).removeprefix(_SIDE)), sentence.start + match.start(), sentence.start + match.end()
        )
        for match in _GROUPS[group].finditer(sentence.text.lower())
    ]
    return found if len({word.side for word in found}) == 1 else []


def turned_round(ours: Figure, theirs: Figure, groups: Collection[str] = ()) -> Iterator[Clash]:
    """Each word said of a draft's figure whose opposite is said of the source's, if neither sentence has both.

    So is a "not" before one of the figures, if the other sentence denies nothing. With `groups`
    no other words are looked at, nor denials.
    """
    places = (None, None) if groups else (_denied(ours, theirs), _denied(theirs, ours))
    if any(places):
        yield Clash(
            (places[0] or ours.mention.span, places[1] or theirs.mention.span),
            {"figure": ours.mention.text},
            cause=TURNED,
        )
    for group in groups or _GROUPS:
        said = _said(ours.mention, ours.claim.sentence, group)
        told = _said(theirs.mention, theirs.claim.sentence, group) if said else None
        if said and told and said.side != told.side and not (group == _OUTCOME and _have_two_subjects(ours, theirs)):
            spans = (
                Span(ours.mention.document, said.start, said.end),
                Span(theirs.mention.document, told.start, told.end),
            )
            yield Clash(spans, {"figure": ours.mention.text}, cause=TURNED)


def _denied(figure: Figure, other: Figure) -> Span | None:
    """A figure with the "not" before it, if the sentence of the other denies nothing."""
    mention, text = figure.mention, figure.mention.document.text
    found = _NOT.search(text[figure.claim.sentence.start : mention.start].lower())
    if found is None or _DENIES.search(other.claim.sentence.text.lower()):
        return None
    return Span(mention.document, figure.claim.sentence.start + found.start(1), mention.end)


def _said(mention: Mention, sentence: Sentence, group: str) -> Said | None:
    """The nearest word of a group that is said of a number, if its sentence takes one side only."""
    if mention.kind is Kind.DURATION and group in _OF_NO_TIME:
        return None
    found = [(_apart(mention, word), word.start, word) for word in sides_of(sentence, group)]
    apart, _, nearest = min(found, default=(SAID_OF + 1, 0, None))
    if nearest is None or apart > (_BESIDE if group == _CUSTODY else SAID_OF):
        return None
    if group == _ORDER and (
        _COMMA.search(text_between(mention, nearest.start, nearest.end))
        or (mention.kind in _SUBORDINATES and (mention.kind is not Kind.DATE or apart or nearest.start > mention.start))
    ):
        return None
    return nearest


def _have_two_subjects(ours: Figure, theirs: Figure) -> bool:
    """Whether two sentences begin with two names: "Marl lost the final", "Orbe won the final"."""
    one, two = subject_of(ours), subject_of(theirs)
    return bool(one and two) and one.isdisjoint(two)


def _apart(mention: Mention, word: Said) -> int:
    """How many words lie between a word and a number of one sentence."""
    return len(text_between(mention, word.start, word.end).split())
