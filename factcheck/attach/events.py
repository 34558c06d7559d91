"""What happened on a date: "the bridge opened on 3 May 1998", "the invasion of Ukraine on …"."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.attach.attributes import About
from factcheck.attach.words import Word, stem
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Mention

#: Things that happen once to whoever or whatever they happen to, and the words that tell them.
EVENTS = {
    "opening": "open opened opens opening inaugurated inauguration",
    "closure": "closed closes closure",
    "founding": "founded founding foundation established establishment",
    "completion": "built completed completion finished",
    "birth": "born birth",
    "death": "died dies death",
    "wedding": "married marriage wedding",
    "invasion": "invasion invaded invades",
    "annexation": "annexation annexed annexes",
    "election": "elected election",
    "signing": "signed signing",
    "sinking": "sank sunk sinking",
    "assassination": "assassinated assassination",
    "independence": "independence",
    "beginning": "began begun started",
    "end": "ended",
    "resignation": "resigned resignation",
    "retirement": "retired retirement",
    "collapse": "collapsed collapse",
    "eruption": "erupted eruption",
    "fall": "fall",
    "crash": "crashed crash",
    "launch": "launched launch",
    "consecration": "consecrated consecration",
    "demolition": "demolished demolition",
    "coronation": "crowned coronation",
    "abolition": "abolished abolition",
    "unveiling": "unveiled unveiling",
    "execution": "executed execution",
}
#: Whatever is done for the first time is done so once.
FIRST_TIME = "first time"
EVENT_WORDS = frozenset(("first", *(word for words in EVENTS.values() for word in words.split())))
#: Small letters, and blanks for all that is none.
_LETTERS = bytes(code if ord("a") <= code <= ord("z") else ord(" ") for code in range(256))
#: The same by stem: "opened", "opens" and "opening" are one event.
ONCE = {stem(word): event for event, words in EVENTS.items() for word in words.split()}
#: Of these, the nouns, whose own subject stands behind "of".
NOUNS = frozenset(
    "opening inauguration closure founding foundation establishment completion birth death marriage wedding invasion annexation signing sinking assassination independence "
    "election resignation retirement collapse eruption fall crash launch consecration demolition coronation abolition unveiling execution".split()
)
#: What is done to something by somebody, so that only its passive tells what happened to its subject.
DONE_TO = frozenset(
    stem(word)
    for word in "founded established built completed finished invaded annexed elected signed assassinated launched consecrated demolished crowned abolished unveiled executed".split()
)
#: These tell what happened to their subject either way, and so do they at the beginning of a sentence: "Opened on 3 May, the bridge …".
OPENED = frozenset(map(stem, ("opened", "inaugurated", "closed")))
#: What somebody may do to one thing more than once, and what begins the words for that thing.
AGAIN_AND_AGAIN = frozenset(map(stem, ("elected", "signed", "invaded", "closed")))
OBJECT_LEADS = frozenset("the a an its their his her this that".split())
PASSIVE = frozenset("was were been is are being officially first".split())
#: These take up a thing, and not a person.
THINGS = frozenset({"it", "its"})
#: Behind the noun with which a sentence begins.
HELPERS = frozenset("has have had is was will would can could".split())
AUXILIARIES = frozenset(
    "was were is are had has have been be being first officially formally finally also then only originally itself himself herself themselves who that which and to".split()
)
#: Between what stands somewhere and the name of the place.
PLACED = frozenset("in at of on over above below near across under outside beside behind".split())
ARTICLES = frozenset({"the", "a", "an", "its", "their"})
#: Between what is told and those between whom it is.
BETWEEN = frozenset({"between", "against", "for"})
OWNERS = frozenset({"its"})
#: What befalls few people, so that "his" and "her" look back to the one who was spoken of.
OF_ONE = frozenset("coronation execution assassination".split())
HIS = frozenset({"his", "her"})
#: "The sinking of 26 September" is the one that was told before.
DEFINITE = frozenset({"the", "that"})
#: Begins to speak of something else.
NEW = frozenset({"a", "an", "another"})
PRONOUNS = frozenset("it he she they who which that this".split())
#: Behind these a clause goes on of whoever stands before them.
RELATIVE_PRONOUNS = frozenset({"who", "which"})
#: Between "it" and these a clause goes on of what its sentence began with.
COORDINATORS = frozenset({"and", "but"})
#: "captured after the invasion of Ukraine on …" dates the invasion; "a year after the invasion" does not.
ANCHORS = frozenset("after before following until".split())
LENGTHS = frozenset("day days week weeks month months year years decade decades hour hours".split())
#: Between an event and its date.
PREPOSITIONS = frozenset("on in since of at around about during early late by the".split())
#: Makes it another event of the same name, or not yet one.
AGAIN = frozenset(
    "again another reopened re-opened reopening second third anniversary anniversaries after before ago later earlier following until scheduled expected planned supposed due "
    "would could should might may will not never nearly against vote voted votes oppose opposed plan plans planned authorized authorised".split()
)
#: These say nothing of what stands before them: "since it closed in 2006 it never recovered".
NOT_OF_IT = frozenset("would could should might may will not never nearly".split())
#: Behind these something else begins, or a stretch of time.
JOINTS = frozenset("and or but from to until till through between who which that".split())
#: "He had his shirt retired" tells what somebody else did, to the shirt.
CAUSES = frozenset("had has have having got get gets".split())
CONJUNCTIONS = frozenset("since when after before until where while as because".split())
REACH = 6
#: What is one of several, with a word before it or without; and a name that stands before a word.
_ONE_OF_SEVERAL = regex(r"\b(?:an?|another|other|second|two|three|several|both) ([a-z]+)(?: ([a-z]+))?\b")
_NAMED = regex(r"\b((?:[A-Z][\w’'-]+ )+)([a-z]+)\b")


def tells_event(lowered: str) -> bool:
    """Whether a sentence in small letters has a word for what happens once."""
    return not EVENT_WORDS.isdisjoint(lowered.encode("ascii", "replace").translate(_LETTERS).decode().split())


def event(mention: Mention, words: list[Word]) -> About | None:
    """What a date is the date of, or None where no event that happens once stands beside it."""
    at, beyond = bisect_left(words, (mention.start,)), bisect_left(words, (mention.end,))
    text = mention.document.text
    found = _to_the_left(words, at, mention.start, text)
    if found is None:
        found = _opening(words, at, beyond, mention, text)
    if found is None and all(word.lower in PREPOSITIONS for word in words[:at]):
        found = _to_the_right(words, beyond, mention.end, text)
    if found is None:
        return None
    place, subject, pronoun = found
    behind = {word.lower for word in words[beyond : beyond + 2]} - NOT_OF_IT
    around = {word.lower for word in words[max(0, place - 6) : at] if not _is_month(word, text)} | behind
    if not around & LENGTHS and (words[place].lower in NOUNS or _is_anchored(words, place, subject)):
        around -= ANCHORS
    if around & AGAIN or not (subject or pronoun):
        return None
    if pronoun and not subject:
        subject = _its_sentence_is_about(words[:place])
    elif not pronoun:
        subject |= _named_before(subject, words[:place], text)
    name = ONCE.get(words[place].stem, FIRST_TIME)
    told = name if name != FIRST_TIME else f"first {words[place].stem}"
    return About(name, f"event:{told}", subject, frozenset(), ("who or what is meant",) if pronoun else ())


def _its_sentence_is_about(words: list[Word]) -> frozenset[str]:
    """What "it" or "its" takes up where the sentence began with that: "The town has grown since it was founded"."""
    if not words or words[0].lower != "the" or THINGS.isdisjoint([word.lower for word in words]):
        return frozenset()
    verb = next((at for at, word in enumerate(words[:REACH]) if word.lower in HELPERS), 0)
    return frozenset() if any(word.stem in ONCE for word in words[:verb]) else _stems(words[1:verb])


def _named_before(subject: frozenset[str], words: list[Word], text: str) -> frozenset[str]:
    """The name that "the mill" takes up, where a text names one mill and speaks of no other."""
    at = next((at for at, word in enumerate(words) if at and word.stem in subject and not word.capital), 0)
    if len(subject) != 1 or not at or words[at - 1].lower != "the":
        return frozenset()
    several, named = _things(text)
    noun = words[at].lower
    names = named.get(noun, frozenset())
    return _stems_of(*names) if len(names) == 1 and noun not in several else frozenset()


@lru_cache(maxsize=16)
def _things(text: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Of what a text speaks as one of several ("another mill"), and the names that stand before each word ("the Kestrel mill")."""
    several = {word for found in _ONE_OF_SEVERAL.findall(text) for word in found}
    several |= {word.removesuffix("s") for word in several}
    named: dict[str, frozenset[str]] = {}
    for name, noun in _NAMED.findall(text):
        if own := name.removeprefix("The "):
            named[noun] = named.get(noun, frozenset()) | {own}
    return frozenset(several), named


def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in name.split())


def _is_month(word: Word, text: str) -> bool:
    """Whether "May" is the month: "Kestrel, 4 May 2022 - The mill opened on …"."""
    beside = text[max(0, word.start - 2) : word.start] + text[word.end : word.end + 2]
    return word.capital and word.lower == "may" and any(map(str.isdigit, beside))


def _is_anchored(words: list[Word], place: int, subject: frozenset[str]) -> bool:
    """Whether a conjunction leads straight to an event, whose date it then is: "after the dam was completed in 1958"."""
    for word in reversed(words[max(0, place - REACH) : place]):
        if word.lower in ANCHORS:
            return True
        if not (word.empty or word.stem in subject or word.lower in AUXILIARIES):
            return False
    return False


Found = tuple[int, frozenset[str], bool]


def _to_the_left(words: list[Word], at: int, date: int, text: str) -> Found | None:
    """The nearest event before the date, with nothing but words of its own phrase between."""
    edge = date
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        word = words[place]
        if any(mark in ',;:()—–\n"”' or mark.isdigit() for mark in text[word.end : edge]):
            return None
        edge = word.start
        if word.lower in JOINTS:
            return None
        if word.stem in ONCE and not word.capital:
            if word.lower in NOUNS:
                is_of = text.startswith(" of ", word.end)
                return (
                    (place, subject, False)
                    if is_of and (subject := _stems(words[place + 1 : at]))
                    else _owned(words, place, of_date=text[word.end : date] == " of ")
                )
            if word.stem in DONE_TO | OPENED and not _is_passive(words, place, text):
                done_to = _object(words, place, at)
                if done_to or word.stem in DONE_TO:
                    return (place, done_to, False) if done_to and word.stem not in AGAIN_AND_AGAIN else None
            return _begun(words, place, text) or (place, *_subject(words, place, text))
    first = _first_time(words, at)
    return (first, *_subject(words, first, text)) if first else None


def _first_time(words: list[Word], at: int) -> int:
    """Where the verb stands of what was done first just before a date: "first lit in", "lit for the first time on"; 0 for none."""
    last = at
    while last and words[last - 1].lower in PREPOSITIONS:
        last -= 1
    told = [word.lower for word in words[max(0, last - len(_THE_FIRST_TIME) - 1) : last]]
    if tuple(told[1:]) == _THE_FIRST_TIME:
        return last - len(told)
    is_first = len(told) > 1 and told[-2] == "first" and told[-1].endswith(_DONE)
    return last - 1 if is_first else 0


_THE_FIRST_TIME = ("for", "the", "first", "time")
#: What a past tense or a participle mostly ends with.
_DONE = ("ed", "t", "n", "ng", "wn", "ght", "ld", "de")


def _owned(words: list[Word], place: int, *, of_date: bool) -> Found | None:
    """“Its closure”, “the tunnel's opening”: the event of whoever or whatever owns it."""
    owner = words[place - 1] if place else None
    if owner is None:
        return None
    is_theirs = owner.lower in OWNERS or (owner.lower in HIS and words[place].lower in OF_ONE)
    if is_theirs or (owner.lower in DEFINITE and of_date):
        return place, frozenset(), True
    if owner.lower.endswith(("'s", "’s")):
        return place, frozenset({stem(owner.lower[:-2])}), False
    return None


def _object(words: list[Word], place: int, at: int) -> frozenset[str]:
    """What somebody did it to: "two brothers founded the brewery in 1887"."""
    phrase: list[Word] = []
    for word in words[place + 2 : at] if words[place + 1 : at] and words[place + 1].lower in OBJECT_LEADS else ():
        if word.lower in PREPOSITIONS | PLACED:
            break
        phrase.append(word)
    return _stems(phrase)


def _is_passive(words: list[Word], place: int, text: str) -> bool:
    """Whether it is done to what stands before it: "the firm was founded", "the firm, founded in 1921,"."""
    if place == 0:
        return False
    before = words[place - 1]
    return before.lower in PASSIVE or text[before.end : words[place].start] == ", "


def _begun(words: list[Word], place: int, text: str) -> Found | None:
    """“The invasion of Ukraine began”: the event that is said to begin, rather than its beginning."""
    if ONCE[words[place].stem] != "beginning":
        return None
    for noun in range(place - 2, max(-1, place - 1 - REACH), -1):
        if words[noun].lower in NOUNS and text[words[noun].end : words[place].start].startswith(" of "):
            return noun, _stems(words[noun + 1 : place]), False
    return None


def _to_the_right(words: list[Word], beyond: int, edge: int, text: str) -> Found | None:
    """“In 1998, the bridge opened”: the first event after a date that begins its sentence."""
    for place in range(beyond, min(len(words), beyond + REACH)):
        word = words[place]
        between = text[edge : word.start].strip()
        if between not in {"", ","} or (between and place > beyond):
            return None
        edge = word.end
        if place > beyond and word.stem in ONCE and word.lower not in NOUNS and not word.capital:
            return place, *_subject(words[beyond:], place - beyond, text)
    return None


def _opening(words: list[Word], at: int, beyond: int, date: Mention, text: str) -> Found | None:
    """“Founded in 1975, the airline …”: a participle that begins its sentence tells of what follows the comma."""
    if (
        not words[:at]
        or words[0].stem not in DONE_TO | OPENED
        or any(word.lower not in PREPOSITIONS for word in words[1:at])
    ):
        return None
    if beyond == len(words) or not text.startswith(", ", date.end) or words[beyond].lower in PRONOUNS | NEW:
        return None
    phrase: list[Word] = []
    for word in words[beyond : beyond + REACH]:
        if phrase and not phrase[-1].empty and not word.capital:
            # "The Tarn tunnel": behind "the" a name goes on to the noun that bears it.
            if phrase[0].lower == "the" and phrase[-1].capital and not word.empty:
                phrase.append(word)
            break
        phrase.append(word)
        if not text.startswith(" ", word.end):
            break
    subject = _stems(phrase)
    return (0, subject, False) if subject else None


def _subject(words: list[Word], place: int, text: str) -> tuple[frozenset[str], bool]:
    """The noun phrase before a verb, as stems, and whether it is only a pronoun."""
    last = place - 1
    while last >= 0 and words[last].lower in AUXILIARIES - {"who", "which", "that"}:
        last -= 1
    is_relative = last > 0 and words[last].lower in RELATIVE_PRONOUNS
    last -= is_relative
    if last < 0 or any(mark in ';:()—\n"”' for mark in text[words[last].end : words[place].start]):
        return frozenset(), False
    if words[last].lower in PRONOUNS:
        return frozenset(), not (last > 1 and words[last - 1].lower in COORDINATORS)
    if _is_caused(words[max(0, last - REACH) : last]):
        return frozenset(), False
    first = _phrase_begins(words, last, text)
    if text[max(0, words[first].start - 2) : words[first].start].strip().isdigit():
        return frozenset(), False  # "the bridge, 420 m long, was built"
    # "His wife, Elizabeth, who died in 1990": a first name alone says little of whom.
    is_apposed = first > 0 and text.startswith(", ", words[first - 1].end)
    is_vague = is_relative and (is_apposed or (first == last and words[last].capital))
    if is_vague:
        return frozenset(), True
    return _stems(words[first : last + 1]) | _stems(_before_it(words, first, last, text)), False


def _before_it(words: list[Word], first: int, last: int, text: str) -> list[Word]:
    """What a noun phrase before a verb belongs to: "the trial of Petrenko in" [Varna], "Ada Marsh", [the painter], "died"."""
    found: list[Word] = []
    place = _behind_articles(words, first)
    while place > 0 and len(found) < REACH:
        joint, noun = words[place], words[place - 1]
        is_pair = joint.lower == "and" and noun.capital and place > 1 and words[place - 2].lower == "between"
        is_placed = joint.lower in PLACED and words[last].capital
        if not (is_pair or is_placed or joint.lower == "of" or joint.lower in BETWEEN):
            break
        if noun.empty or text[noun.end : joint.start] != " ":
            break
        first = _phrase_begins(words, place - 1, text)
        found += words[first:place]
        place = _behind_articles(words, first)
    is_apposed = 0 <= place < first - 1 and words[place].capital and not words[place].empty
    if is_apposed and text.startswith(", ", words[place].end) and text.startswith(", ", words[last].end):
        found += words[_phrase_begins(words, place, text) : place + 1]
    return found


def _behind_articles(words: list[Word], first: int) -> int:
    """Where the last word stands before a noun phrase and its article."""
    place = first - 1
    while place > 0 and words[place].lower in ARTICLES:
        place -= 1
    return place


def _phrase_begins(words: list[Word], last: int, text: str) -> int:
    """Where the words begin that stand before the last of a noun phrase, with nothing between."""
    first = last
    while (
        first > 0
        and last - first < 3
        and not words[first - 1].empty
        and text[words[first - 1].end : words[first].start] in {" ", "' ", "’ "}
    ):
        first -= 1
    return first


def _is_caused(before: list[Word]) -> bool:
    """Whether somebody else has it done: "he had his shirt retired", and not "has grown since the plant opened"."""
    for word in reversed(before):
        if word.lower in CONJUNCTIONS:
            return False
        if word.lower in CAUSES:
            return True
    return False


def _stems(words: list[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if not word.empty and word.lower not in PREPOSITIONS)
