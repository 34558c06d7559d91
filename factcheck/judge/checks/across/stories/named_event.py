"""Which short reports tell one event, though they print no figure alike: they share its name, what happened and the days."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import Enum, auto
from functools import cached_property, lru_cache
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from factcheck.align.merging import KINDS
from factcheck.align.names import BEFORE_NAMES, CALENDAR, NO_NAMES, PARTS, aliases, folded, names_in
from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.align.names import Name
    from factcheck.attach.words import Word
    from factcheck.model import Article, Sentence, Span

#: Reports of one event from two sides are published within so many days.
WITHIN = 20
#: What two reports have in common weighs so much at least: words of names, a full name, what stands beside one, days, and words.
SURE = 4
#: With so much, or one less within so many days, they may tell one event, if they then tell one thing of it that few events have.
LIKELY, NEWS = 3, 7
A_YEAR = 366
#: More words of names, and other words, that both have say no more.
NAMED, WORDS = 2, 4
#: This share of the words of the shorter report the other must have too.
SHARED = 0.08
#: Words no further from a name than this, in words, are said of it.
OF_NAME = 3
#: A word of a name that more articles than these have is no name of one event.
CROWDED = 4
#: Words with a capital that stand everywhere, and the cities of which everything is told.
_EVERYWHERE = frozenset(
    "government parliament senate house congress court crown justice judge magistrates council police university hospital school church company union party minister ministry "
    "state states united nations national international royal world european asian african american british french german chinese russian indian "
    "english scottish irish welsh london paris berlin madrid rome moscow beijing tokyo delhi mumbai sydney washington york angeles chicago boston "
    "texas california florida scotland wales england britain uk us usa eu un nato europe asia africa america dublin brussels vienna kyiv "
    "jerusalem cairo nairobi lagos singapore toronto melbourne manchester liverpool birmingham leeds glasgow edinburgh "
    "internet facebook twitter google covid god christian muslim bank street road square park avenue i "
    "rs euro pounds dollars moon earth sun olympic olympics".split()
)


class Telling:
    """What tells a report from others: the words of its names, what stands beside each, and its other words, each worked out when it is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.published = article.document.published

    @cached_property
    def _names(self) -> list[Name]:
        return list(names_in(self._article.document))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of its names that not everybody bears."""
        words = (word for sentence in self._sentences for word in sentence)
        return frozenset(folded(word.lower) for word in words if word.capital and is_name(word))

    @cached_property
    def _sentences(self) -> list[list[Word]]:
        return [words_of(sentence) for sentence in self._article.sentences]

    @cached_property
    def _capitals(self) -> frozenset[str]:
        longer = (folded(name.text) for name in self._names if not name.opens or " " in name.text)
        return frozenset(word for name in longer for word in name.split())

    @cached_property
    def sure(self) -> frozenset[str]:
        """Those with a capital that is not that of a sentence's first word."""
        return self.names & self._capitals

    @cached_property
    def full(self) -> frozenset[str]:
        """The last two words of longer names."""
        return frozenset(" ".join(folded(name.text).split()[-2:]) for name in self._names if " " in name.text)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of which it tells."""
        return frozenset(_days(self._article))

    @cached_property
    def words(self) -> frozenset[str]:
        """What its other words tell."""
        told = {_DIED} if _LOST.search(self._article.document.text) else set()
        for words in self._sentences:
            told.update(happening(word.lower) for at, word in enumerate(words) if not at or not word.capital)
        return frozenset(told - {happening(name) for name in self._capitals} - {""})

    @cached_property
    def beside(self) -> defaultdict[str, set[str]]:
        """What is told right beside each word with a capital."""
        told: defaultdict[str, set[str]] = defaultdict(set)
        for words in self._sentences:
            for at, word in enumerate(words):
                if word.capital:
                    near = words[max(0, at - OF_NAME) : at + OF_NAME + 1]
                    told[folded(word.lower)].update(happening(other.lower) for other in near if not other.capital)
        for near_by in told.values():
            near_by.discard("")
        return told


class Tie(Enum):
    """What two articles share that shows that they tell of one event, or of one thing."""

    #: They print the same figures.
    FIGURES = auto()
    #: They share its name, and much of what is said of it.
    NAME = auto()
    #: Too little for anything but what follows from figures that few events have.
    LIKELY = auto()
    #: The full name of somebody or something, which may be a year later.
    SUBJECT = auto()


def of_named_event(articles: Sequence[Article]) -> Iterator[tuple[Article, Article, Tie]]:
    """Every two articles that tell of one thing by its name and what is said of it."""
    dated = sorted(
        (article for article in articles if article.document.published), key=lambda article: article.document.name
    )
    told = [Telling(article) for article in dated]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        for name in each.names:
            having[name].append(number)
    rare = frozenset(name for name, numbers in having.items() if len(numbers) <= CROWDED)
    met = Counter(pair for name in rare for pair in combinations(having[name], 2))
    for first, second in sorted(met):
        one, other = dated[first], dated[second]
        if tie := _tie(told[first], told[second], rare, _days_apart(one, other)):
            yield one, other, tie


def _tie(one: Telling, other: Telling, rare: frozenset[str], apart: float) -> Tie | None:
    """What ties two reports that are published so many days apart."""
    weight = _weight(one, other, rare) if apart <= WITHIN else 0
    if weight >= SURE:
        return Tie.NAME
    if weight and weight + (apart <= NEWS) >= LIKELY:
        return Tie.LIKELY
    shared = one.sure & other.sure & rare
    return Tie.SUBJECT if apart <= A_YEAR and len(shared) >= NAMED else None


def _days_apart(one: Article, other: Article) -> float:
    a, b = one.document.published, other.document.published
    return abs((a - b).days) if a is not None and b is not None else inf


def _weight(one: Telling, other: Telling, rare: frozenset[str]) -> int:
    """How much two reports have in common: names, or one with what it is, and enough of what is said."""
    names = {name for name in one.names & other.names & rare if name in one.sure or name in other.sure}
    words = one.words & other.words if names else frozenset()
    if not words or len(words) < SHARED * min(len(one.words), len(other.words)):
        return 0
    full = any(rare.intersection(name.split()) for name in one.full & other.full)
    beside = any(one.beside[name] & other.beside[name] for name in names)
    numbered = any(any(map(str.isdigit, name)) for name in names)
    weight = min(NAMED, len(names)) + 2 * full + beside + numbered + bool(one.days & other.days)
    return weight + min(WORDS, len(words))


def _days(article: Article) -> Iterator[str]:
    for mention in article.mentions:
        if mention.kind is Kind.DATE and mention.time is not None and len(mention.time.timex) == len("2024-05-09"):
            yield mention.time.timex


def is_name(word: Word) -> bool:
    """Whether a word with a capital may be one of a name that not everybody bears."""
    if not word.capital or word.lower in EMPTY:
        return False
    name = folded(word.lower)
    if len(name) < 3 or name in NO_NAMES or name in CALENDAR or name in PARTS or name in _EVERYWHERE:
        return False
    from factcheck.judge.checks.across.figures.sayings import is_country  # noqa: PLC0415 - a long table

    return not (stem(name) in KINDS or is_country(name) or (name in aliases() and aliases()[name].is_people))


#: What ends a clause.
_PARTS = regex(r"[,;:()–—](?!\d)")
_NAME = regex(r"\b[A-Z][\w’'-]*\w(?:(?: (?:of|the|and|&|de|for))* [A-Z][\w’'-]*\w)*")
_CAPITAL = regex(r"\b[A-Z][\w’'-]*\w")


def names_of(text: str) -> set[str]:
    """The words with a capital of a text, but for those of the calendar and of everybody."""
    told = (folded(word.removesuffix("'s").removesuffix("’s").lower()) for word in _CAPITAL.findall(text))
    return {name for name in told if name not in CALENDAR and name not in EMPTY and name not in _EVERYWHERE}


def clause_of(sentence: Sentence, span: Span) -> str:
    """What stands round a place of a sentence up to commas and the like, but for the first letter of the sentence, which has its capital whatever it is."""
    at, last = span.start - sentence.start, span.end - sentence.start
    before = _PARTS.split(sentence.text[:at])[-1]
    clause = before + sentence.text[at:last] + _PARTS.split(sentence.text[last:], maxsplit=1)[0]
    return clause[1:] if len(before) == at else clause


def names_others(text: str, known: set[str]) -> bool:
    """Whether some name of a text has no word that is known."""
    return any((names := names_of(name)) and names.isdisjoint(known) for name in _NAME.findall(text))


#: Of the court, and none of those of whom it is told.
_BENCH = frozenset({"judge", "justice", "magistrate", "recorder", "sheriff"})


def full_names(text: str) -> list[tuple[str, ...]]:
    """The names of two words or more of a text, but for titles and words of everybody, and for those of judges."""
    told = (
        tuple(word for word in words if word in names_of(name) - BEFORE_NAMES)
        for name in _NAME.findall(text)
        if _BENCH.isdisjoint(words := folded(name).split())
    )
    return [name for name in told if len(name) > 1]


def name_others(ours: Collection[tuple[str, ...]], theirs: Collection[tuple[str, ...]], known: set[str]) -> bool:
    """Whether some full name is none of another text, which has no word of it, or the last one behind another first name."""
    return any(
        known.isdisjoint(name) or (name[0] not in known and any(name[-1] == other[-1] for other in theirs))
        for name in ours
    )


#: Words for one happening or one thing, by their stems; the first word stands for all.
_HAPPENINGS = (
    "hit strike struck rammed",
    "sold sale bought changed-hands fetched",
    "prison jail jailed term sentence sentenced imprisoned",
    "fire blaze wildfire inferno",
    "crash collision collided crashed",
    "boat ship vessel ferry",
    "worth value valued",
    "cost costs spent",
    "sank sunk capsized overturned",
    "died death dead killed lives",
    "come came",
    "win won victory beat",
    "opened open opening",
    "lorry truck",
    "hospital hospitalised",
    "found discovered",
    "walkout stoppage",
    "shut closed closure close",
    "raid robbery robbed robbers",
    "swim swam",
    "climb climber climbed summit",
    "vote voted voting ballot poll polling polled election elected",
    "walkout stoppage industrial",
    "earthquake quake tremor",
)
#: What tells of the dead without any of these words.
_LOST, _DIED = (
    regex(r"\bloss of (?:all |[a-z-]+ of )?[\w-]+|\blost (?:his|her|their) li(?:fe|ves)|\blives\b"),
    stem("died"),
)
_USUAL = {stem(word): stem(words.split()[0]) for words in _HAPPENINGS for word in words.split()}
#: Words of which every report is made.
_EVERY = frozenset(
    map(
        stem,
        "said says say people year week month day time today yesterday new old man men woman women night morning afternoon evening told report "
        "reported according town city place number million thousand hundred made take taken get got go going like just still".split(),
    )
)


@lru_cache(maxsize=1 << 14)
def happening(word: str) -> str:
    """What a word tells, whatever its form and whatever word is usual for it; "" where every report has it."""
    if word in EMPTY or word in CALENDAR:
        return ""
    told = stem(word)
    return "" if told in _EVERY else _USUAL.get(told) or _USUAL.get(sense(told), sense(told))
