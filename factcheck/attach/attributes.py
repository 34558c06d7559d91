"""What a number counts or measures: "killed", "population", "distance", "turnout"."""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.attach.fates import FATES, SOME_OF, fate_beside, fate_next_to, fate_of_head, is_of_fate
from factcheck.attach.scope import scope_of
from factcheck.attach.words import Word, stem
from factcheck.model import Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

#: Heads that say no more than that people are counted; what became of them is the attribute.
PEOPLE = frozenset(
    "person people man men woman women child children civilian soldier troop resident victim passenger worker student officer member other migrant protester "
    "fighter militant life lives boy girl patient prisoner hostage refugee demonstrator adult teenager police firefighter policeman inmate employee american inhabitant".split()
)
#: Heads that count people, in whatever part they are told of: "four suspects" and "three men".
HUMAN = PEOPLE | frozenset(
    "suspect defendant gunman gunmen attacker assailant captive detainee activist official lawmaker driver sailor miner"
    " tourist villager teacher pupil farmer".split()
)
#: Heads that say that people live in a place.
INHABITANTS = frozenset(("inhabitant", "resident"))
#: A count of people behind one of these is how many live in a place.
POPULATION = regex(
    r"(?P<place>\b(?:city|town|village|country|state|province|region|county|nation|island|district|suburb|municipality|community|capital)),? (?:of|with|home to)(?: a population of)? $"
    r"|\bpopulation (?:of |was |is |stood at |to |reached )?(?:about |some )?$|\bpopulation,? (?:now |currently |estimated )?(?:at |of )?$|\bhome to $"
    r"|\bpopulation of (?:the )?[\w’' -]{2,30} (?:is|was|stands at|stood at|reached|numbers) $"
)
#: What these end with, but for those that say "population".
ENDS_OF_POPULATION = (" of ", " with ", " to ")
#: Names of places may end with one of these: "Rhode Island", "Kern County".
KINDS_OF_PLACES = frozenset(
    "island islands county city town village district province state region republic territory valley beach borough parish springs".split()
)
_NAME = rf"(?P<name>(?:[A-Z][\w’'-]+ (?={any_of(map(str.title, KINDS_OF_PLACES))}\b))?[A-Z][\w’'-]+)"
#: "the city of Bakhmut": what "the town of 70,000" may look back to.
NAMED_PLACE = regex(rf"\b(?:city|town|village|island|region|district|port|capital) of {_NAME}")
#: "Marlow, a town of 70,000", "Marlow is a town of 70,000".
APPOSED = regex(
    rf"{_NAME}(?:,| is| was|, once| remains) (?:an?|the) (?:[\w-]+ ){{0,3}}(?:city|town|village|country|state|province|region|county|nation|island|district|suburb|capital)(?: of| with)? $"
)


class Wording(NamedTuple):
    """The words before and behind a number of people that say what they did."""

    before: re.Pattern[str]
    after: re.Pattern[str]


#: What an event has once, by the words for it.
GATHERED = {
    "attended": Wording(
        regex(
            r"\b(?:attended by|(?:crowd|audience|turnout|attendance)s?(?: (?:of|was|is|were|at|reached|numbered))?|(?:drew|draws|drawing|attracted|attracting)(?: a crowd of)?) $"
        ),
        regex(
            r"^ (?:(?:have|has|had|were|are|also|peacefully) )*(?:marched|marching|demonstrated|demonstrating|rallied|rallying|protested|protesting|turned out|turning out"
            r"|attended|attending|in attendance|took part|taking part|gathered|gathering|showed up|took to the streets|filled the (?:streets|square))\b"
        ),
    ),
    "aboard": Wording(
        regex(r"\b(?:carrying|carried|aboard (?:were|was)|on board (?:were|was)) $"),
        regex(r"^ (?:(?:who )?(?:were|was|are|had been) )?(?:on ?board|aboard)\b"),
    ),
}
#: Heads of people that are counted by what they do together.
CROWD = frozenset(
    "protester demonstrator marcher fan spectator mourner supporter visitor worshipper guest delegate runner activist".split()
)
#: Heads that do not say which people are counted.
EVERYBODY = CROWD | frozenset(("", "person", "people", "other", "life", "lives", "victim", "passenger"))
#: Attributes that are names of ours and not words of the text.
NAMED = frozenset({*FATES.values(), *SOME_OF, *GATHERED, "population", "distance", "person"})
JOINED = regex(r" and (?:is|was|has|had) ")
WHICH_PLACE = ("which place it is",)
#: How far back, in letters, a place may have been named.
LOOKS_BACK = 500
#: A count of residents behind one of these is of all there are.
HAS = regex(r"\b(?:has|have|had) $")
LIVES = regex(r"^ (?:inhabitants|residents live|live[sd]? (?:in|there|on)|living in)\b")

#: Compass words of a distance: "90 km south of", "10 miles north-east".
COMPASS = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern|wards?)?"
FROM = regex(
    rf"^(?: \([^()]{{1,30}}\))?,? ?(?:to the )?(?P<way>{COMPASS})?,? ?(?P<off>away|outside|inland|off)? ?(?:(?:of|from|outside|off) (?:the )?(?P<point>[\w’'-]+(?: (?=[A-Z])[\w’'-]+)*))?",
    re.IGNORECASE,
)

#: "lies", "located": between a thing and its distance.
PLACED = frozenset(
    stem(word)
    for word in "lies lie lay located sits situated based stands about nearly roughly just only some approximately".split()
)

#: Verbs that join a figure to what it measures: skipped on the way left to the noun.
LINKING = frozenset(
    stem(word)
    for word in "is are was were be been being stands stood reached reaches reach rose rise risen fell fall fallen grew grow grown climbed climb dropped drop hit hits jumped jump totaled totalled total "
    "totals totaling totalling amounted amounts came comes remained remains averaged averages average increased decreased declined gained lost rising falling growing slipped slid surged soared plunged "
    "expanded shrank widened narrowed put puts estimated valued worth cost costs costing measured measures weighs weighed recorded ran runs held holds".split()
)
#: Words behind a length that say which it is: "120 km long".
LONG = "long"
DIMENSIONS = {
    LONG: "length",
    "wide": "width",
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "thick": "thickness",
}
_LONG = regex(r"[ -]long\b(?!-| (?:ago|before|after|way|distance|jump))")
#: "57% of voters", "$5m in damages".
OF = regex(
    r"^,? (?:of|in|for) (?:the |its |their |his |her |all |an? |total |new )*(?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)(?P<noun>[a-z][\w-]+)"
)
#: "A 4% rise in council tax", "a 12 percent drop in quarterly profit": of what it is a change, with what is said of it.
CHANGE_IN = regex(
    rf"^ (?:{any_of('rise increase growth jump leap gain surge climb upturn fall drop decline decrease dip slump slide cut reduction hike change'.split())})"
    r" (?:in|of|to) (?:the |its |their |his |her |all )*(?P<noun>[a-z][\w-]*(?: (?!(?:of|in|on|at|to|for|from|by|with|as|and|or|but|after|before|when|while|during|over"
    r"|since|that|which|who|last|this|next|between|among|across|was|were|is|are|has|had|will|would|because|compared|to|than)\b)[a-z][\w-]*)*)"
)
#: "A magnitude 5.8 earthquake" tells the magnitude.
SCALES = frozenset({"magnitude"})
#: How far left of a number its noun may stand, in words.
REACH = 7


#: How many letters before and behind a number are looked at, and how many before one of people.
WINDOW, FAR = 80, 120


class About(NamedTuple):
    """What a number is about, before the sentence's other words are looked at."""

    #: As a reader would say it: "turnout", "killed".
    label: str
    #: The same for all forms of the word.
    attribute: str
    subject: frozenset[str]
    scope: frozenset[str]
    guesses: tuple[str, ...]


def about(mention: Mention, sentence: Sentence, words: list[Word]) -> About:
    """What an amount counts or measures, whose, in what scope, and what had to be guessed."""
    text = mention.document.text
    before = text[max(sentence.start, mention.start - WINDOW) : mention.start].lower()
    after = text[mention.end : min(sentence.end, mention.end + WINDOW)]
    scope = scope_of(before, mention.text.lower(), after.lower())
    at, beyond = bisect_left(words, (mention.start,)), bisect_left(words, (mention.end,))
    head = mention.noun
    if (found := FROM.match(after)) and _is_length(mention) and any(found.group("way", "off", "point")):
        label, subject, guesses = _distance(found, words, at)
        scope |= _direction(found)
    elif _is_length(mention) and _LONG.match(after):
        label, subject, guesses = DIMENSIONS[LONG], frozenset[str](), ()
    elif lives := _lives(mention, head, before, after):
        label = "population"
        subject, guesses = _place(mention, words, at, lives.groupdict().get("place"))
    elif gathered := _gathered(mention, head, before, after):
        label, subject, guesses = gathered, _group(head), ()
    elif mention.kind is Kind.COUNT:
        label, subject, guesses = _counted(
            mention,
            words,
            (at, beyond),
            f"{text[max(sentence.start, mention.start - FAR) : mention.start]}#{after}".lower(),
        )
    else:
        label, subject, guesses = _measured(words, at, beyond, after.lower(), text)
    return About(label, label if label in NAMED else stem(label), subject, frozenset(scope), guesses)


def _lives(mention: Mention, head: str, before: str, after: str) -> re.Match[str] | None:
    """The words that make a number of people a population."""
    if mention.kind is Kind.NUMBER or (mention.kind is Kind.COUNT and head in PEOPLE):
        inhabited = HAS.search(before) if head in INHABITANTS else None
        counted = POPULATION.search(before) if before.endswith(ENDS_OF_POPULATION) or "population" in before else None
        return counted or LIVES.match(after) or inhabited
    return None


def _gathered(mention: Mention, head: str, before: str, after: str) -> str:
    """What people came together for, where the words beside their number tell; else ""."""
    if mention.kind is not Kind.NUMBER and (mention.kind is not Kind.COUNT or (head and head not in PEOPLE | CROWD)):
        return ""
    return next((name for name, told in GATHERED.items() if told.after.match(after) or told.before.search(before)), "")


def _direction(found: re.Match[str]) -> set[str]:
    """The point that a distance is taken from and the way it goes, as scope."""
    point, way = found["point"], found["way"]
    from_point = {"from:" + stem(point.lower())} if point else set()
    return from_point | ({"way:" + way.lower().replace(" ", "").replace("-", "")} if way else set())


def _is_length(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.unit in {
        "kilometer",
        "mile",
        "meter",
        "foot",
        "yard",
        "nautical mile",
    }


def _counted(
    mention: Mention, words: list[Word], place: tuple[int, int], around: str
) -> tuple[str, frozenset[str], tuple[str, ...]]:
    """A count is of its head noun; people are counted by what became of them."""
    head = mention.unit
    last = head.rpartition(" ")[2]
    fate = fate_of_head(last, around) if last in HUMAN or is_of_fate(last) else None
    if last in PEOPLE:
        fate = fate or fate_beside(words, *place, mention.document.text)
        return fate or "person", _group(last), () if fate else ("what became of them",)
    if last in HUMAN and (fate := fate or fate_next_to(around)):
        return fate, _group(last), ()
    return fate or last, frozenset(stem(word) for word in head.split()[:-1]), ()


def _group(head: str) -> frozenset[str]:
    """Which people are counted, where their head says more than that they are people or have come."""
    return frozenset() if head in EVERYBODY else frozenset({stem(head)})


def _place(mention: Mention, words: list[Word], at: int, place: str | None) -> tuple[frozenset[str], tuple[str, ...]]:
    """Where people live: the name on the left; "the town of 70,000" is the town that was named before."""
    if place is None:
        names = [word for word in words[max(0, at - 12) : at] if word.capital and not word.empty]
        # "The island off the coast from Marlow and is home to 100,000" does not speak of Marlow.
        if not names or JOINED.search(mention.document.text, names[-1].end, mention.start):
            return frozenset(), WHICH_PLACE
        return frozenset(word.stem for word in _whole_name(names)), ()
    text = mention.document.text
    if apposed := APPOSED.search(text, max(0, mention.start - WINDOW), mention.start):
        return _stems(apposed["name"]), ()
    named = list(NAMED_PLACE.finditer(text, max(0, mention.start - LOOKS_BACK), mention.start))
    return _stems(named[-1]["name"] if named else ""), WHICH_PLACE


def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, name.lower().split()))


def _whole_name(names: list[Word]) -> list[Word]:
    """The last of some names, with the word before it where it says no more than that it is an island or a county."""
    *before, last = names
    of_a_kind = before and last.lower in KINDS_OF_PLACES and before[-1].end + 1 == last.start
    return names[-2:] if of_a_kind else [last]


def _distance(found: re.Match[str], words: list[Word], at: int) -> tuple[str, frozenset[str], tuple[str, ...]]:
    """A distance is between the noun or name on its left and the point it is taken from."""
    thing = next(
        (word for word in reversed(words[max(0, at - REACH) : at]) if not word.empty and word.stem not in PLACED), None
    )
    subject = frozenset({thing.stem}) if thing else frozenset()
    return "distance", subject, () if found["point"] and thing else ("between what and what",)


def _measured(
    words: list[Word], at: int, beyond: int, after: str, text: str
) -> tuple[str, frozenset[str], tuple[str, ...]]:
    """The scale before it, the noun that a measure modifies ("the 2 km tunnel"), that follows "of" or "in", or that stands to its left."""
    if scale := _scale(words[max(0, at - REACH) : at]):
        return scale, frozenset(), ()
    following = words[beyond] if beyond < len(words) else None
    if (
        following
        and after[:1] in {" ", "-"}
        and after[1:2].isalpha()
        and not following.empty
        and following.stem not in LINKING
        and not following.capital
    ):
        return DIMENSIONS.get(following.lower, following.lower), frozenset(), ()
    if found := CHANGE_IN.match(after):
        return found["noun"].rpartition(" ")[2], frozenset(), ()
    if (found := OF.match(after)) and found["noun"]:
        return found["noun"], frozenset(), ()
    nouns = [
        word
        for word in reversed(words[max(0, at - REACH) : at])
        if not (word.empty or word.stem in LINKING or word.lower.endswith("ly"))
    ]
    # "Unemployment in Marlow rose to 5%": a name is no measure, if there is anything else; letters like VAT may be.
    unnamed = (word for word in nouns if not word.capital or word is words[0] or text[word.start : word.end].isupper())
    noun = next(unnamed, nouns[0] if nouns else None)
    if following and following.lower == LONG and (noun is None or noun.capital):
        return DIMENSIONS[LONG], frozenset(), ()
    return noun.lower if noun else "", frozenset(), ("which noun it belongs to",)


def _scale(before: list[Word]) -> str:
    """The scale by which a number is told: "magnitude 6.4", "a magnitude of 6.4", "put the magnitude of the quake at 6.4"."""
    apart = REACH if before and before[-1].lower == "at" else 2
    return next((word.lower for word in reversed(before[-apart:]) if word.lower in SCALES), "")
